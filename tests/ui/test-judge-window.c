/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judge's window as a judge uses it, against a main laptop the test plays: the seat taken and
 * remembered, marks typed and entered, refusals read, a sheet submitted and received, and every way
 * a seat can end. */

#define G_LOG_DOMAIN "lectern-test"

#include "fake-judge-client.h"
#include "lectern-judge-window.h"
#include "lectern-record.h"
#include "window-test.h"

#include <glib/gstdio.h>

#define PAUSE_MS 450 /* a little more than the desk waits before it sends a draft */

typedef struct
{
  char           *folder;
  char           *path;
  AdwApplication *application;
  GtkWidget      *window;
} Fixture;

static void
open_window (Fixture    *fixture,
             const char *address)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);

  fixture->window = lectern_judge_window_new (GTK_APPLICATION (fixture->application), seat, address);
  gtk_window_present (GTK_WINDOW (fixture->window));
  window_test_wait (100);
}

static void
close_window (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_test_wait (20);
  /* The client goes with its window. */
  g_assert_null (fake_judge_client_get_latest ());
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_array_unref (fake_judge_client_take_sent ());
  fixture->folder = g_dir_make_tmp ("lectern-window-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "seat.ini", NULL);
  fixture->application = ADW_APPLICATION (g_application_get_default ());
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *drafts = g_strconcat (fixture->path, ".drafts", NULL);

  close_window (fixture);
  g_unlink (fixture->path);
  g_unlink (drafts);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
remember_seat (Fixture *fixture)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);

  g_assert_true (lectern_seat_store_save (seat, "10.0.0.5:8443", "sha256:00", "remembered", NULL));
}

static LecternJudgeState *
make_state (gint64   lot,
            gboolean gate_open)
{
  LecternJudgeState *state = fake_judge_state_new ();

  fake_judge_state_call (state, lot, "刘𬱖", "马村区", "法槌声声为人民");
  state->gate_open = gate_open;
  state->gate_lot = gate_open ? lot : 0;
  return state;
}

static void
tell (LecternJudgeState *state)
{
  fake_judge_client_tell (fake_judge_client_get_latest (), state);
  window_test_wait (50);
}

static GtkWidget *
find_entry (Fixture *fixture,
            guint    row)
{
  return window_test_find (window_test_find (fixture->window, "LecternMarkingPage", 0), "GtkEntry", row);
}

static gboolean
has_focus (Fixture   *fixture,
           GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static FakeSheet
take_last (void)
{
  g_autoptr (GArray) sent = fake_judge_client_take_sent ();

  g_assert_cmpuint (sent->len, >, 0);
  return g_array_index (sent, FakeSheet, sent->len - 1);
}

static GtkWidget *
find_row (Fixture *fixture,
          guint    nth)
{
  return window_test_find (window_test_find (fixture->window, "LecternPairingPage", 0), "AdwEntryRow", nth);
}

static void
test_pairing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);
  GtkWidget *button;

  open_window (fixture, "10.0.0.5:8443");
  button = window_test_find_button (fixture->window, "Take the Seat");
  g_assert_true (has_focus (fixture, find_row (fixture, 1)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture, 2))), ==, g_get_host_name ());
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, 1)), "48291");
  g_assert_false (gtk_widget_get_sensitive (button));

  /* Refused: said in the main laptop's words, and everything typed is still there. */
  fake_judge_client_prepare_pairing (NULL, "That code is not known");
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, 1)), "４８２ 914");
  window_test_click (button);
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "That code is not known"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture, 1))), ==, "４８２ 914");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  fake_judge_client_prepare_pairing ("a token", NULL);
  window_test_click (button);
  WINDOW_TEST_UNTIL (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (lectern_seat_store_load (seat, NULL));
  g_assert_cmpstr (lectern_seat_store_get_token (seat), ==, "a token");
  g_assert_cmpstr (lectern_seat_store_get_address (seat), ==, "10.0.0.5:8443");
  g_assert_true (window_test_reads (fixture->window, "Connecting to the Main Laptop"));
  tell (make_state (12, FALSE));
  g_assert_true (window_test_reads (fixture->window, "刘𬱖"));
  g_assert_true (window_test_reads (fixture->window, "Connected"));
}

/* What was found can be chosen, fills an empty line by itself, and replaces nothing that was typed. */
static void
test_found (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *address;
  GtkWidget *list;

  open_window (fixture, NULL);
  list = window_test_find (window_test_find (fixture->window, "LecternPairingPage", 0), "GtkListBox", 0);
  address = window_test_find (window_test_find (fixture->window, "LecternPairingPage", 0), "AdwEntryRow", 0);
  gtk_widget_grab_focus (find_row (fixture, 1));
  g_assert_true (fake_finder_find ("192.168.1.5:8443", "A <b>Contest</b>", "sha256:3f9a1c0277de5b8841c6"));
  window_test_wait (50);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (address)), ==, "192.168.1.5:8443");
  g_assert_true (window_test_reads (list, "A <b>Contest</b>"));
  g_assert_true (window_test_reads (list, "192.168.1.5:8443 · fingerprint 3F9A 1C02 77DE 5B88"));
  fake_finder_find ("192.168.1.5:8443", "A <b>Contest</b>", "sha256:3f9a1c0277de5b8841c6");
  fake_finder_find ("192.168.1.9:8443", "Another", "");
  window_test_wait (50);
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (address)), ==, "192.168.1.5:8443");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (address)), ==, "192.168.1.9:8443");
  g_assert_true (has_focus (fixture, find_row (fixture, 1)));
}

/* The main laptop has another address today: the one with the pinned certificate is gone to, no other;
 * and nobody looks any more once the panel works. */
static void
test_moved (Fixture      *fixture,
            gconstpointer data)
{
  LecternJudgeClient *before;

  remember_seat (fixture);
  open_window (fixture, NULL);
  before = fake_judge_client_get_latest ();
  fake_finder_find ("10.0.0.9:8443", "Another", "sha256:ff");
  g_assert_true (fake_judge_client_get_latest () == before);
  fake_finder_find ("10.0.0.77:8443", "This one", "sha256:00");
  g_assert_true (window_test_reads (fixture->window, "10.0.0.77:8443"));
  g_assert_cmpstr (lectern_judge_client_get_token (fake_judge_client_get_latest ()), ==, "remembered");
  g_assert_cmpstr (lectern_judge_client_get_address (fake_judge_client_get_latest ()), ==, "10.0.0.77:8443");
  tell (make_state (12, FALSE));
  g_assert_false (fake_finder_find ("10.0.0.78:8443", "This one", "sha256:00"));
}

static void
test_remembered (Fixture      *fixture,
                 gconstpointer data)
{
  remember_seat (fixture);
  open_window (fixture, NULL);
  g_assert_cmpstr (lectern_judge_client_get_token (fake_judge_client_get_latest ()), ==, "remembered");
  g_assert_true (window_test_reads (fixture->window, "10.0.0.5:8443"));
  fake_judge_client_set_connected (fake_judge_client_get_latest (), FALSE, "Nobody answers");
  window_test_wait (20);
  g_assert_true (window_test_reads (fixture->window, "Nobody answers"));
  tell (make_state (12, FALSE));
  g_assert_true (window_test_reads (fixture->window, "No. 12 · 马村区"));
  g_assert_true (window_test_reads (fixture->window, "《法槌声声为人民》"));
  g_assert_true (window_test_reads (fixture->window, "郑爱华"));
  g_assert_true (window_test_reads (fixture->window, "决赛"));
}

/* The whole way with the keyboard alone: number, Enter, number, Enter, …, Enter, Enter. */
static void
test_submit (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const marks[] = { "37", "22.8", "13.2", "9.3", "9.1" };
  FakeSheet                sheet;

  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, TRUE));
  g_assert_true (window_test_reads (fixture->window, "5 of 5 not marked"));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_assert_true (has_focus (fixture, find_entry (fixture, i)));
      window_test_type (find_entry (fixture, i), marks[i]);
      if (i == 2)
        {
          g_assert_true (window_test_reads (fixture->window, "73"));
          g_assert_true (window_test_reads (fixture->window, "2 of 5 not marked"));
          g_assert_false (gtk_widget_is_sensitive (window_test_find_button (fixture->window, "Submit")));
        }
      window_test_enter (find_entry (fixture, i));
    }
  g_assert_true (has_focus (fixture, window_test_find_button (fixture->window, "Submit")));
  window_test_wait (PAUSE_MS);
  sheet = take_last ();
  g_assert_false (sheet.submit);
  fake_judge_client_acknowledge (fake_judge_client_get_latest (), &sheet, 1);
  g_assert_true (window_test_reads (fixture->window, "Draft kept on this laptop and on the main laptop"));

  window_test_click (window_test_find_button (fixture->window, "Submit"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "Submit these marks for No. 12 刘𬱖?"));
  g_assert_true (has_focus (fixture, window_test_find_button (fixture->window, "Submit 91.4")));
  window_test_click (window_test_find_button (fixture->window, "Submit 91.4"));
  sheet = take_last ();
  g_assert_true (sheet.submit);
  g_assert_cmpint (sheet.marks[1], ==, 22800);
  g_assert_false (window_test_reads (fixture->window, "Received"));
  g_assert_true (window_test_reads (fixture->window, "has not confirmed it yet"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_entry (fixture, 0))));
  fake_judge_client_acknowledge (fake_judge_client_get_latest (), &sheet, 2);
  g_assert_true (window_test_reads (fixture->window, "Received by the main laptop: 91.4"));
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (find_entry (fixture, 0))));
}

static void
test_confirm_withdrawn (Fixture      *fixture,
                        gconstpointer data)
{
  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, TRUE));
  for (guint i = 0; i < 5; i++)
    window_test_type (find_entry (fixture, i), "9");
  window_test_click (window_test_find_button (fixture->window, "Submit"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "Submit these marks"));
  window_test_click (window_test_find_button (fixture->window, "Back to the Sheet"));
  WINDOW_TEST_UNTIL (!window_test_reads (fixture->window, "Submit these marks"));
  /* The gate closes under the question: it goes away, and nothing was submitted. */
  window_test_click (window_test_find_button (fixture->window, "Submit"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "Submit these marks"));
  tell (make_state (12, FALSE));
  WINDOW_TEST_UNTIL (!window_test_reads (fixture->window, "Submit these marks"));
  g_assert_false (gtk_widget_is_sensitive (window_test_find_button (fixture->window, "Submit")));
  g_assert_false (take_last ().submit);
}

static void
test_refused_mark (Fixture      *fixture,
                   gconstpointer data)
{
  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, TRUE));
  window_test_type (find_entry (fixture, 2), "15.1");
  window_test_enter (find_entry (fixture, 2));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "15.1 is too much: this criterion has at most 15."));
  g_assert_true (has_focus (fixture, find_entry (fixture, 2)));
  g_assert_true (window_test_reads (fixture->window, "5 of 5 not marked"));
  /* A message of the main laptop does not take the text from under the judge's fingers. */
  tell (make_state (12, TRUE));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 2))), ==, "15.1");
}

static void
test_refused_sheet (Fixture      *fixture,
                    gconstpointer data)
{
  FakeSheet sheet;

  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, FALSE));
  window_test_type (find_entry (fixture, 0), "37.2");
  window_test_wait (PAUSE_MS);
  sheet = take_last ();
  fake_judge_client_refuse (fake_judge_client_get_latest (), &sheet, "wrong-lot");
  g_assert_true (window_test_reads (fixture->window, "marking open for another entry"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 0))), ==, "37.2");
}

static void
test_network_gone (Fixture      *fixture,
                   gconstpointer data)
{
  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, TRUE));
  fake_judge_client_set_connected (fake_judge_client_get_latest (), FALSE, "Broken");
  window_test_wait (20);
  g_assert_true (window_test_reads (fixture->window, "Reconnecting…"));
  window_test_type (find_entry (fixture, 0), "37.2");
  g_assert_true (window_test_reads (fixture->window, "it goes out by itself when the connection is back"));
}

static void
test_next_speaker (Fixture      *fixture,
                   gconstpointer data)
{
  LecternJudgeState *state;

  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, FALSE));
  window_test_type (find_entry (fixture, 0), "37.2");
  state = make_state (0, FALSE);
  fake_judge_state_call (state, 13, "阿卜杜拉·买买提", "温县", "石榴籽");
  tell (state);
  /* Nothing turns over under his fingers, however long he goes on. */
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (window_test_reads (fixture->window, "No. 13 阿卜杜拉·买买提 is next: the sheet turns over when you stop writing"));
      g_assert_true (window_test_reads (fixture->window, "No. 12"));
      window_test_wait (1000);
      window_test_type (find_entry (fixture, 0), i % 2 == 0 ? "36" : "37.2");
    }
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "《石榴籽》"));
  window_test_wait (50);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 0))), ==, "");
  g_assert_true (window_test_reads (fixture->window, "Your sheet for No. 12 刘𬱖 was not submitted"));
  g_assert_true (window_test_reads (window_test_find (fixture->window, "LecternSheetList", 0), "No. 12 刘𬱖"));
  g_assert_true (window_test_reads (window_test_find (fixture->window, "LecternSheetList", 0), "37.2"));
  g_assert_true (window_test_reads (window_test_find (fixture->window, "LecternSheetList", 0), "Not sent"));
}

static void
test_locked_and_recused (Fixture      *fixture,
                         gconstpointer data)
{
  LecternJudgeState *state = make_state (12, FALSE);
  gint64             lot = 13;

  remember_seat (fixture);
  open_window (fixture, NULL);
  fake_judge_state_add_sheet (state, 12, "刘𬱖", "locked", 3, (const int[]){ 372, 228, 132, 93, 91 });
  tell (state);
  g_assert_true (window_test_reads (fixture->window, "Received and locked: 91.6"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_entry (fixture, 0))));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 1))), ==, "22.8");
  state = make_state (13, TRUE);
  g_array_append_val (state->recused, lot);
  tell (state);
  g_assert_true (window_test_reads (fixture->window, "You do not mark this entry (recusal)"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_entry (fixture, 0))));
}

static GtkWidget *
find_sheet_row (Fixture *fixture,
                guint    nth)
{
  return window_test_find (window_test_find (fixture->window, "LecternSheetList", 0), "GtkListBoxRow", nth);
}

/* A sheet that was left behind can be looked at, says that it does not count and what to do, and is
 * put away again; when somebody is called it goes by itself. */
static void
test_earlier (Fixture      *fixture,
              gconstpointer data)
{
  LecternJudgeState *state;
  GtkWidget         *list;

  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, FALSE));
  window_test_type (find_entry (fixture, 0), "37.2");
  window_test_wait (2200);
  tell (make_state (13, TRUE));
  list = window_test_find (find_sheet_row (fixture, 0), "GtkBox", 0);
  g_assert_true (gtk_widget_get_mapped (list));
  g_signal_emit_by_name (gtk_widget_get_parent (find_sheet_row (fixture, 0)), "row-activated", find_sheet_row (fixture, 0));
  window_test_wait (20);
  g_assert_true (window_test_reads (fixture->window, "You are looking at your sheet for No. 12"));
  g_assert_true (window_test_reads (fixture->window, "it does not count. If it must, tell the main laptop"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 0))), ==, "37.2");
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_entry (fixture, 0))));
  g_assert_false (gtk_widget_is_sensitive (window_test_find_button (fixture->window, "Submit")));
  window_test_click (window_test_find_button (fixture->window, "Put It Away"));
  g_assert_true (window_test_reads (fixture->window, "No. 13"));
  g_assert_false (window_test_reads (fixture->window, "You are looking at"));
  g_signal_emit_by_name (gtk_widget_get_parent (find_sheet_row (fixture, 0)), "row-activated", find_sheet_row (fixture, 0));
  state = make_state (14, FALSE);
  tell (state);
  g_assert_true (window_test_reads (fixture->window, "No. 14"));
  g_assert_false (window_test_reads (fixture->window, "You are looking at"));
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (find_entry (fixture, 0))));
}

/* His own ranking, the sheet being marked among it. */
static void
test_own_ranking (Fixture      *fixture,
                  gconstpointer data)
{
  LecternJudgeState *state = make_state (12, TRUE);
  GtkWidget         *list;

  remember_seat (fixture);
  open_window (fixture, NULL);
  fake_judge_state_add_sheet (state, 1, "韩文渊", "locked", 1, (const int[]){ 381, 239, 143, 95, 93 }); /* 95.1 */
  fake_judge_state_add_sheet (state, 2, "张䶮", "locked", 1, (const int[]){ 366, 231, 139, 92, 89 });   /* 91.7 */
  fake_judge_state_add_sheet (state, 3, "胡兰", "draft", 1, (const int[]){ 400, -1, -1, -1, -1 });
  tell (state);
  for (guint i = 0; i < 5; i++)
    window_test_type (find_entry (fixture, i), (const char *[]){ "37", "23", "14", "9.5", "9" }[i]); /* 92.5 */
  g_assert_true (window_test_reads (fixture->window, "place 2 of your 3"));
  window_test_click (window_test_find_button (fixture->window, "By Total"));
  window_test_wait (50);
  list = window_test_find (fixture->window, "LecternSheetList", 0);
  g_assert_true (window_test_reads (find_sheet_row (fixture, 0), "1."));
  g_assert_true (window_test_reads (find_sheet_row (fixture, 0), "韩文渊"));
  g_assert_true (window_test_reads (find_sheet_row (fixture, 1), "刘𬱖"));
  g_assert_true (window_test_reads (find_sheet_row (fixture, 2), "3."));
  g_assert_false (window_test_reads (list, "胡兰")); /* not complete, so no place */
}

/* The gate closes before he submitted: the marks stay, and it says what to do. */
static void
test_gate_closed (Fixture      *fixture,
                  gconstpointer data)
{
  LecternJudgeState *state;

  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, TRUE));
  window_test_type (find_entry (fixture, 0), "37.2");
  state = make_state (12, FALSE);
  state->entry_state = g_strdup ("done");
  tell (state);
  g_assert_true (window_test_reads (fixture->window, "raise your hand, and the main laptop can open it again"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 0))), ==, "37.2");
  g_array_unref (fake_judge_client_take_sent ());
  window_test_type (find_entry (fixture, 1), "20");
  window_test_wait (PAUSE_MS);
  g_assert_true (window_test_reads (fixture->window, "Kept on this laptop, not submitted"));
  {
    g_autoptr (GArray) sent = fake_judge_client_take_sent ();

    g_assert_cmpuint (sent->len, ==, 0);
  }
  tell (make_state (12, TRUE));
  g_assert_false (window_test_reads (fixture->window, "raise your hand"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 1))), ==, "20");
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

  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, TRUE));
  window_test_type (find_entry (fixture, 0), "37.2");
  state = make_state (12, FALSE);
  g_array_append_val (state->voided, voided);
  tell (state);
  g_assert_true (window_test_reads (fixture->window, "This talk starts again: mark afresh."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 0))), ==, "");
  window_test_type (find_entry (fixture, 0), "30");
  state = make_state (12, FALSE); /* told again with every state, and once is enough */
  g_array_append_val (state->voided, voided);
  tell (state);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 0))), ==, "30");

  window_test_wait (2100);
  state = make_state (13, TRUE);
  g_array_append_val (state->recused, lot);
  g_array_append_val (state->absent, lot);
  tell (state);
  g_assert_true (window_test_reads (fixture->window, "you were recorded as not there"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_entry (fixture, 0))));

  for (guint amended = 0; amended < 2; amended++)
    {
      state = make_state (14, TRUE);
      fake_judge_state_add_sheet (state, 14, "刘𬱖", "submitted", 1 + amended, (const int[]){ 372, 228, 132, 93, 91 });
      sheet = g_ptr_array_index (state->sheets, 0);
      sheet->reopened = g_strdup ("抄错一项");
      sheet->amended = amended;
      tell (state);
      g_assert_true (window_test_reads (fixture->window, amended ? "Amended and received by the main laptop: 91.6"
                                                                 : "Your sheet was opened again (抄错一项). Change it and submit again; unchanged, 91.6 counts."));
      g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (find_entry (fixture, 0))));
    }
}

/* An invented entry, marked like a real one, of which nothing goes out; the main laptop hears that it
 * was done, a later start knows it too, and a real speaker ends it. */
static void
test_practice (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GArray) sent = NULL;

  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (0, FALSE));
  window_test_click (window_test_find_button (fixture->window, "Try It on an Invented Entry"));
  window_test_wait (50);
  g_assert_true (window_test_reads (fixture->window, "nothing of it is sent"));
  g_assert_true (window_test_reads (fixture->window, "Invented Speaker"));
  for (guint i = 0; i < 5; i++)
    {
      g_assert_true (has_focus (fixture, find_entry (fixture, i)));
      window_test_type (find_entry (fixture, i), "9");
      window_test_enter (find_entry (fixture, i));
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
  window_test_type (find_entry (fixture, 0), "9");
  tell (make_state (12, FALSE));
  g_assert_true (window_test_reads (fixture->window, "刘𬱖"));
  g_assert_false (window_test_reads (fixture->window, "Invented Speaker"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 0))), ==, "");

  close_window (fixture);
  open_window (fixture, NULL);
  g_assert_true (fake_judge_client_get_practised (fake_judge_client_get_latest ()));
}

/* Larger text and stronger contrast are switches here, remembered. */
static void
test_looks (Fixture      *fixture,
            gconstpointer data)
{
  int before;
  int after;

  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, TRUE));
  before = gtk_widget_get_height (window_test_find (window_test_find (fixture->window, "LecternCriterionRow", 0), "GtkLabel", 0));
  gtk_widget_activate_action (fixture->window, "win.large-text", NULL);
  gtk_widget_activate_action (fixture->window, "win.high-contrast", NULL);
  window_test_wait (100);
  after = gtk_widget_get_height (window_test_find (window_test_find (fixture->window, "LecternCriterionRow", 0), "GtkLabel", 0));
  g_assert_cmpint (after, >, before);
  g_assert_true (gtk_widget_has_css_class (fixture->window, "strong"));
  close_window (fixture);
  open_window (fixture, NULL);
  g_assert_true (gtk_widget_has_css_class (fixture->window, "large-text"));
  g_assert_true (gtk_widget_has_css_class (fixture->window, "strong"));
  gtk_widget_activate_action (fixture->window, "win.high-contrast", NULL);
  g_assert_false (gtk_widget_has_css_class (fixture->window, "strong"));
}

static void
test_closing (Fixture      *fixture,
              gconstpointer data)
{
  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, TRUE));
  fake_judge_client_set_connected (fake_judge_client_get_latest (), FALSE, "The main laptop is closing");
  fake_judge_client_say_bye (fake_judge_client_get_latest (), "closing");
  window_test_wait (50);
  g_assert_true (window_test_reads (fixture->window, "Main Laptop Closed"));
  g_assert_true (window_test_reads (fixture->window, "this panel comes back by itself"));
  g_assert_true (window_test_reads (fixture->window, "Not connected · the clock may be wrong"));
  tell (make_state (12, TRUE));
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

  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, TRUE));
  g_assert_false (gtk_widget_get_mapped (window_test_find (fixture->window, "LecternFlagBar", 0)));
  state = make_state (12, TRUE);
  fake_judge_state_make_head (state);
  tell (state);
  g_assert_true (window_test_reads (fixture->window, "no sheet lies far from the others"));
  state = make_state (13, FALSE);
  fake_judge_state_add_flag (state, 12, 3, "content", FALSE);
  fake_judge_state_add_flag (state, 12, 4, NULL, FALSE);
  tell (state);
  g_assert_true (window_test_reads (fixture->window, "No. 12: judge 3’s mark for 主题内容 lies far from the others (and 1 more)"));
  button = window_test_find_button (fixture->window, "Looked At");
  window_test_click (button);
  seen = fake_judge_client_take_seen ();
  g_assert_cmpstr (seen, ==, "12 3");
  g_assert_false (gtk_widget_get_sensitive (button)); /* not twice */
  state = make_state (0, FALSE);                      /* also while nobody is on stage */
  fake_judge_state_add_flag (state, 12, 3, "content", TRUE);
  fake_judge_state_add_flag (state, 12, 5, NULL, FALSE);
  tell (state);
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

  remember_seat (fixture);
  open_window (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LecternJudgeState *state = make_state (12, FALSE);
      GtkWidget         *clock;

      g_free (state->clock_phase);
      state->clock_phase = g_strdup (cases[i].phase);
      state->clock_elapsed_ms = cases[i].elapsed_ms;
      tell (state);
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
  LecternJudgeState *state = make_state (12, FALSE);

  remember_seat (fixture);
  open_window (fixture, NULL);
  g_free (state->clock_phase);
  state->clock_phase = g_strdup ("running");
  state->clock_elapsed_ms = 9000;
  tell (state);
  g_assert_true (window_test_reads (fixture->window, "0:09"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "0:10"));
}

static void
test_rehearsal (Fixture      *fixture,
                gconstpointer data)
{
  LecternJudgeState *state = make_state (12, FALSE);

  remember_seat (fixture);
  open_window (fixture, NULL);
  state->rehearsal = TRUE;
  tell (state);
  g_assert_true (window_test_reads (fixture->window, "Rehearsal: nothing marked here counts"));
  tell (make_state (12, FALSE));
  g_assert_false (window_test_reads (fixture->window, "Rehearsal"));
}

static void
test_replaced (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);

  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, TRUE));
  window_test_type (find_entry (fixture, 0), "37.2");
  fake_judge_client_say_bye (fake_judge_client_get_latest (), "replaced");
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "Another Laptop Has Taken This Seat"));
  g_assert_null (fake_judge_client_get_latest ());
  g_assert_true (lectern_seat_store_load (seat, NULL));
  g_assert_nonnull (lectern_seat_store_get_token (seat));
  /* Back again: the mark is still there. */
  window_test_click (window_test_find_button (fixture->window, "Mark Here Again"));
  tell (make_state (12, TRUE));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 0))), ==, "37.2");
}

static void
test_revoked (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);

  remember_seat (fixture);
  open_window (fixture, NULL);
  tell (make_state (12, TRUE));
  fake_judge_client_say_bye (fake_judge_client_get_latest (), "revoked");
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "This Seat Was Withdrawn"));
  g_assert_true (lectern_seat_store_load (seat, NULL));
  g_assert_null (lectern_seat_store_get_token (seat));
  window_test_click (window_test_find_button (fixture->window, "Enter a Code…"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "Take Your Seat"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture, 0))), ==, "10.0.0.5:8443");
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
#define ADD(name, function) g_test_add ("/ui/judge-window/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("pairing", test_pairing);
  ADD ("found", test_found);
  ADD ("moved", test_moved);
  ADD ("remembered", test_remembered);
  ADD ("submit", test_submit);
  ADD ("confirm-withdrawn", test_confirm_withdrawn);
  ADD ("refused-mark", test_refused_mark);
  ADD ("refused-sheet", test_refused_sheet);
  ADD ("network-gone", test_network_gone);
  ADD ("next-speaker", test_next_speaker);
  ADD ("locked-and-recused", test_locked_and_recused);
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
