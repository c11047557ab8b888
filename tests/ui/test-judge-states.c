/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the judge's window says and does in the less usual cases: rulings, earlier sheets, practice, the
 * looks, the head judge's line, the clock, and the ways a seat ends. */

#define G_LOG_DOMAIN "lectern-test"

#include "panel-fixture.h"
#include "window-test.h"

/* A sheet that was left behind can be looked at, says that it does not count and what to do, and is
 * put away again; when somebody is called it goes by itself. */
static void
test_earlier (Fixture      *fixture,
              gconstpointer data)
{
  LecternJudgeState *state;
  GtkWidget         *list;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, FALSE));
  window_test_type (panel_fixture_find_entry (fixture, 0), "37.2");
  window_test_wait (2200);
  panel_fixture_tell (panel_fixture_make_state (13, TRUE));
  list = window_test_find (panel_fixture_find_sheet_row (fixture, 0), "GtkBox", 0);
  g_assert_true (gtk_widget_get_mapped (list));
  g_signal_emit_by_name (gtk_widget_get_parent (panel_fixture_find_sheet_row (fixture, 0)), "row-activated", panel_fixture_find_sheet_row (fixture, 0));
  window_test_wait (20);
  g_assert_true (window_test_reads (fixture->window, "You are looking at your sheet for No. 12"));
  g_assert_true (window_test_reads (fixture->window, "it does not count. If it must, tell the main laptop"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))), ==, "37.2");
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))));
  g_assert_false (gtk_widget_is_sensitive (window_test_find_button (fixture->window, "Submit")));
  window_test_click (window_test_find_button (fixture->window, "Put It Away"));
  g_assert_true (window_test_reads (fixture->window, "No. 13"));
  g_assert_false (window_test_reads (fixture->window, "You are looking at"));
  g_signal_emit_by_name (gtk_widget_get_parent (panel_fixture_find_sheet_row (fixture, 0)), "row-activated", panel_fixture_find_sheet_row (fixture, 0));
  state = panel_fixture_make_state (14, FALSE);
  panel_fixture_tell (state);
  g_assert_true (window_test_reads (fixture->window, "No. 14"));
  g_assert_false (window_test_reads (fixture->window, "You are looking at"));
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))));
}

/* His own ranking, the sheet being marked among it. */
static void
test_own_ranking (Fixture      *fixture,
                  gconstpointer data)
{
  LecternJudgeState *state = panel_fixture_make_state (12, TRUE);
  GtkWidget         *list;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  fake_judge_state_add_sheet (state, 1, "韩文渊", "locked", 1, (const int[]){ 381, 239, 143, 95, 93 }); /* 95.1 */
  fake_judge_state_add_sheet (state, 2, "张䶮", "locked", 1, (const int[]){ 366, 231, 139, 92, 89 });   /* 91.7 */
  fake_judge_state_add_sheet (state, 3, "胡兰", "draft", 1, (const int[]){ 400, -1, -1, -1, -1 });
  panel_fixture_tell (state);
  for (guint i = 0; i < 5; i++)
    window_test_type (panel_fixture_find_entry (fixture, i), (const char *[]){ "37", "23", "14", "9.5", "9" }[i]); /* 92.5 */
  g_assert_true (window_test_reads (fixture->window, "place 2 of your 3"));
  window_test_click (window_test_find_button (fixture->window, "By Total"));
  window_test_wait (50);
  list = window_test_find (fixture->window, "LecternSheetList", 0);
  g_assert_true (window_test_reads (panel_fixture_find_sheet_row (fixture, 0), "1."));
  g_assert_true (window_test_reads (panel_fixture_find_sheet_row (fixture, 0), "韩文渊"));
  g_assert_true (window_test_reads (panel_fixture_find_sheet_row (fixture, 1), "刘𬱖"));
  g_assert_true (window_test_reads (panel_fixture_find_sheet_row (fixture, 2), "3."));
  g_assert_false (window_test_reads (list, "胡兰")); /* not complete, so no place */
}

/* The gate closes before he submitted: the marks stay, and it says what to do. */
static void
test_gate_closed (Fixture      *fixture,
                  gconstpointer data)
{
  LecternJudgeState *state;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  window_test_type (panel_fixture_find_entry (fixture, 0), "37.2");
  state = panel_fixture_make_state (12, FALSE);
  state->entry_state = g_strdup ("done");
  panel_fixture_tell (state);
  g_assert_true (window_test_reads (fixture->window, "raise your hand, and the main laptop can open it again"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))), ==, "37.2");
  g_array_unref (fake_judge_client_take_sent ());
  window_test_type (panel_fixture_find_entry (fixture, 1), "20");
  window_test_wait (PAUSE_MS);
  g_assert_true (window_test_reads (fixture->window, "Kept on this laptop, not submitted"));
  {
    g_autoptr (GArray) sent = fake_judge_client_take_sent ();

    g_assert_cmpuint (sent->len, ==, 0);
  }
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  g_assert_false (window_test_reads (fixture->window, "raise your hand"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_entry (fixture, 1))), ==, "20");
}

/* The talk starts again, absent, reopened, amended: each in words. */
static void
test_rulings (Fixture      *fixture,
              gconstpointer data)
{
  LecternJudgeVoid   voided = { 12, 1 };
  LecternJudgeState *state;
  LecternJudgeSheet *sheet;
  gint64             lot = 13;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  window_test_type (panel_fixture_find_entry (fixture, 0), "37.2");
  state = panel_fixture_make_state (12, FALSE);
  g_array_append_val (state->voided, voided);
  panel_fixture_tell (state);
  g_assert_true (window_test_reads (fixture->window, "This talk starts again: mark afresh."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))), ==, "");
  window_test_type (panel_fixture_find_entry (fixture, 0), "30");
  state = panel_fixture_make_state (12, FALSE); /* told again with every state, and once is enough */
  g_array_append_val (state->voided, voided);
  panel_fixture_tell (state);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))), ==, "30");

  window_test_wait (2100);
  state = panel_fixture_make_state (13, TRUE);
  g_array_append_val (state->recused, lot);
  g_array_append_val (state->absent, lot);
  panel_fixture_tell (state);
  g_assert_true (window_test_reads (fixture->window, "you were recorded as not there"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))));

  for (guint amended = 0; amended < 2; amended++)
    {
      state = panel_fixture_make_state (14, TRUE);
      fake_judge_state_add_sheet (state, 14, "刘𬱖", "submitted", 1 + amended, (const int[]){ 372, 228, 132, 93, 91 });
      sheet = g_ptr_array_index (state->sheets, 0);
      sheet->reopened = g_strdup ("抄错一项");
      sheet->amended = amended;
      panel_fixture_tell (state);
      g_assert_true (window_test_reads (fixture->window, amended ? "Amended and received by the main laptop: 91.6"
                                                                 : "Your sheet was opened again (抄错一项). Change it and submit again; unchanged, 91.6 counts."));
      g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))));
    }
}

/* An invented entry, marked like a real one, of which nothing goes out; the main laptop hears that it
 * was done, a later start knows it too, and a real speaker ends it. */
static void
test_practice (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GArray) sent = NULL;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (0, FALSE));
  window_test_click (window_test_find_button (fixture->window, "Try It on an Invented Entry"));
  window_test_wait (50);
  g_assert_true (window_test_reads (fixture->window, "nothing of it is sent"));
  g_assert_true (window_test_reads (fixture->window, "Invented Speaker"));
  for (guint i = 0; i < 5; i++)
    {
      g_assert_true (panel_fixture_has_focus (fixture, panel_fixture_find_entry (fixture, i)));
      window_test_type (panel_fixture_find_entry (fixture, i), "9");
      window_test_enter (panel_fixture_find_entry (fixture, i));
    }
  window_test_click (window_test_find_button (fixture->window, "Submit"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "Submit 45"));
  g_assert_false (fake_judge_client_get_practised (fake_judge_client_get_latest ()));
  window_test_click (window_test_find_button (fixture->window, "Submit 45"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "You have practised."));
  g_assert_true (fake_judge_client_get_practised (fake_judge_client_get_latest ()));
  sent = fake_judge_client_take_sent ();
  g_assert_cmpuint (sent->len, ==, 0);
  window_test_click (window_test_find_button (fixture->window, "End the Practice"));
  window_test_wait (50);
  g_assert_true (window_test_reads (fixture->window, "Waiting for the Next Speaker"));
  window_test_click (window_test_find_button (fixture->window, "Try It on an Invented Entry"));
  window_test_wait (50);
  window_test_type (panel_fixture_find_entry (fixture, 0), "9");
  panel_fixture_tell (panel_fixture_make_state (12, FALSE));
  g_assert_true (window_test_reads (fixture->window, "刘𬱖"));
  g_assert_false (window_test_reads (fixture->window, "Invented Speaker"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))), ==, "");

  panel_fixture_close_window (fixture);
  panel_fixture_open_window (fixture, NULL);
  g_assert_true (fake_judge_client_get_practised (fake_judge_client_get_latest ()));
}

/* Larger text and stronger contrast are switches here, remembered. */
static void
test_looks (Fixture      *fixture,
            gconstpointer data)
{
  int before;
  int after;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  before = gtk_widget_get_height (window_test_find (window_test_find (fixture->window, "LecternCriterionRow", 0), "GtkLabel", 0));
  gtk_widget_activate_action (fixture->window, "win.large-text", NULL);
  gtk_widget_activate_action (fixture->window, "win.high-contrast", NULL);
  window_test_wait (100);
  after = gtk_widget_get_height (window_test_find (window_test_find (fixture->window, "LecternCriterionRow", 0), "GtkLabel", 0));
  g_assert_cmpint (after, >, before);
  g_assert_true (gtk_widget_has_css_class (fixture->window, "strong"));
  panel_fixture_close_window (fixture);
  panel_fixture_open_window (fixture, NULL);
  g_assert_true (gtk_widget_has_css_class (fixture->window, "large-text"));
  g_assert_true (gtk_widget_has_css_class (fixture->window, "strong"));
  gtk_widget_activate_action (fixture->window, "win.high-contrast", NULL);
  g_assert_false (gtk_widget_has_css_class (fixture->window, "strong"));
}

static void
test_closing (Fixture      *fixture,
              gconstpointer data)
{
  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  fake_judge_client_set_connected (fake_judge_client_get_latest (), FALSE, "The main laptop is closing");
  fake_judge_client_say_bye (fake_judge_client_get_latest (), "closing");
  window_test_wait (50);
  g_assert_true (window_test_reads (fixture->window, "Main Laptop Closed"));
  g_assert_true (window_test_reads (fixture->window, "this panel comes back by itself"));
  g_assert_true (window_test_reads (fixture->window, "Not connected · the clock may be wrong"));
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  g_assert_true (window_test_reads (fixture->window, "Connected"));
  g_assert_false (window_test_reads (fixture->window, "Main Laptop Closed"));
  g_assert_false (window_test_reads (fixture->window, "the clock may be wrong"));
}

/* The head judge's line: one flag at a time, and pressing says so; nobody else has such a line. */
static void
test_flags (Fixture      *fixture,
            gconstpointer data)
{
  LecternJudgeState *state;
  GtkWidget         *button;
  g_autofree char   *seen = NULL;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  g_assert_false (gtk_widget_get_mapped (window_test_find (fixture->window, "LecternFlagBar", 0)));
  state = panel_fixture_make_state (12, TRUE);
  fake_judge_state_make_head (state);
  panel_fixture_tell (state);
  g_assert_true (window_test_reads (fixture->window, "no sheet lies far from the others"));
  state = panel_fixture_make_state (13, FALSE);
  fake_judge_state_add_flag (state, 12, 3, "content", FALSE);
  fake_judge_state_add_flag (state, 12, 4, NULL, FALSE);
  panel_fixture_tell (state);
  g_assert_true (window_test_reads (fixture->window, "No. 12: judge 3’s mark for 主题内容 lies far from the others (and 1 more)"));
  button = window_test_find_button (fixture->window, "Looked At");
  window_test_click (button);
  seen = fake_judge_client_take_seen ();
  g_assert_cmpstr (seen, ==, "12 3");
  g_assert_false (gtk_widget_get_sensitive (button)); /* not twice */
  state = panel_fixture_make_state (0, FALSE);        /* also while nobody is on stage */
  fake_judge_state_add_flag (state, 12, 3, "content", TRUE);
  fake_judge_state_add_flag (state, 12, 5, NULL, FALSE);
  panel_fixture_tell (state);
  g_assert_true (window_test_reads (fixture->window, "No. 12: your total lies far from the others"));
  g_assert_true (gtk_widget_get_sensitive (button));
}

static void
test_clock (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *phase;
    gint64      elapsed_ms;
    const char *figure;
    const char *words;
  } cases[] = {
    { "idle", 0, "0:00", "Not begun · 6:00 allowed" },
    { "running", 299100, "4:59", "of 6:00" },
    { "running", 315100, "5:15", "0:45 left" },
    { "running", 359100, "5:59", "0:01 left" },
    { "running", 360000, "6:00", "Overtime 0:00" },
    { "running", 373100, "6:13", "Overtime 0:13" },
    { "paused", 100000, "1:40", "Paused" },
    { "stopped", 352000, "5:52", "Talk over" },
    { "stopped", 373100, "6:13", "Talk over · overtime 0:13" },
  };

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LecternJudgeState *state = panel_fixture_make_state (12, FALSE);
      GtkWidget         *clock;

      g_free (state->clock_phase);
      state->clock_phase = g_strdup (cases[i].phase);
      state->clock_elapsed_ms = cases[i].elapsed_ms;
      panel_fixture_tell (state);
      clock = window_test_find (fixture->window, "LecternTalkClock", 0);
      g_test_message ("%s at %d", cases[i].phase, (int) cases[i].elapsed_ms);
      g_assert_true (window_test_reads (clock, cases[i].figure));
      g_assert_true (window_test_reads (clock, cases[i].words));
    }
}

/* It counts on by itself. */
static void
test_clock_counts (Fixture      *fixture,
                   gconstpointer data)
{
  LecternJudgeState *state = panel_fixture_make_state (12, FALSE);

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  g_free (state->clock_phase);
  state->clock_phase = g_strdup ("running");
  state->clock_elapsed_ms = 9000;
  panel_fixture_tell (state);
  g_assert_true (window_test_reads (fixture->window, "0:09"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "0:10"));
}

static void
test_rehearsal (Fixture      *fixture,
                gconstpointer data)
{
  LecternJudgeState *state = panel_fixture_make_state (12, FALSE);

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  state->rehearsal = TRUE;
  panel_fixture_tell (state);
  g_assert_true (window_test_reads (fixture->window, "Rehearsal: nothing marked here counts"));
  panel_fixture_tell (panel_fixture_make_state (12, FALSE));
  g_assert_false (window_test_reads (fixture->window, "Rehearsal"));
}

static void
test_replaced (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  window_test_type (panel_fixture_find_entry (fixture, 0), "37.2");
  fake_judge_client_say_bye (fake_judge_client_get_latest (), "replaced");
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "Another Laptop Has Taken This Seat"));
  g_assert_null (fake_judge_client_get_latest ());
  g_assert_true (lectern_seat_store_load (seat, NULL));
  g_assert_nonnull (lectern_seat_store_get_token (seat));
  /* Back again: the mark is still there. */
  window_test_click (window_test_find_button (fixture->window, "Mark Here Again"));
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))), ==, "37.2");
}

static void
test_revoked (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  fake_judge_client_say_bye (fake_judge_client_get_latest (), "revoked");
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "This Seat Was Withdrawn"));
  g_assert_true (lectern_seat_store_load (seat, NULL));
  g_assert_null (lectern_seat_store_get_token (seat));
  window_test_click (window_test_find_button (fixture->window, "Enter a Code…"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "Take Your Seat"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_row (fixture, 0))), ==, "10.0.0.5:8443");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;
  int status;

  if (!window_test_init (&argc, &argv))
    return window_test_skip ();
  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id", "io.github.lectern.Lectern.Test",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/io/github/lectern/Lectern",
                              NULL);
  g_application_set_default (G_APPLICATION (application));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
#define ADD(name, function) g_test_add ("/ui/judge-states/" name, Fixture, NULL, panel_fixture_set_up, function, panel_fixture_tear_down)
  ADD ("earlier", test_earlier);
  ADD ("own-ranking", test_own_ranking);
  ADD ("gate-closed", test_gate_closed);
  ADD ("rulings", test_rulings);
  ADD ("practice", test_practice);
  ADD ("looks", test_looks);
  ADD ("closing", test_closing);
  ADD ("flags", test_flags);
  ADD ("clock", test_clock);
  ADD ("clock-counts", test_clock_counts);
  ADD ("rehearsal", test_rehearsal);
  ADD ("replaced", test_replaced);
  ADD ("revoked", test_revoked);
#undef ADD
  status = g_test_run ();
  g_application_set_default (NULL);
  return status;
}
