/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Corrections beside the evening, in the real window over a real engine: what a person reads, and
 * that the contest changed. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>
#include <string.h>

#include "lectern-correction.h"
#include "lectern-entry-chooser.h"
#include "lectern-entry-sheet-row.h"
#include "lectern-evening-page.h"
#include "lectern-judge-row.h"
#include "lectern-mark.h"
#include "lectern-sentence-bar.h"
#include "lectern-set-up-page.h"

static GtkWidget *
get_pane (ConsoleFixture *fixture)
{
  return console_fixture_find (fixture->window, "LecternCorrectionsPane", 0);
}

static LecternEveningPage *
get_page (ConsoleFixture *fixture)
{
  return LECTERN_EVENING_PAGE (lectern_console_window_get_page (fixture->window, "evening"));
}

static const LecternEntry *
get_entry (ConsoleFixture *fixture,
           gint64          lot)
{
  return lectern_contest_get_entry_by_lot (console_fixture_contest (fixture), lot);
}

static void
edit_rules (ConsoleFixture *fixture,
            const char     *json)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_EDIT_RULES, "test");
  action->text = g_strdup (json);
  console_fixture_do (fixture, action);
}

#define TWO_TIMERS "{\"time\": {\"limit\": 360, \"warn\": [300], \"stop\": 420, \"over\": {\"steps\": [{\"every\": 10, \"points\": \"0.1\"}]}, \"timers\": 2}}"
#define FLAGS "{\"panel\": {\"trim_low\": 1, \"trim_high\": 1, \"trim_from\": 5, \"flag\": {\"mark\": null, \"total\": \"1\"}}}"

/* The evening, with No. 1 spoken for 6:13.2 and marked by all but @n_missing; the gate is open. */
static void
open_marking (ConsoleFixture *fixture,
              const char     *rules,
              guint           n_missing)
{
  LecternAction *time = lectern_action_new (LECTERN_ACTION_SET_CLOCK, "test");
  console_fixture_set_up (fixture, TRUE);
  if (rules)
    edit_rules (fixture, rules);
  console_fixture_draw (fixture);
  console_fixture_open (fixture, 1366, 768);
  console_fixture_play_to (fixture, 1, LECTERN_CUE_MARK);
  time->number = 373200;
  time->reason = g_strdup ("test");
  console_fixture_do (fixture, time);
  console_fixture_do_kind (fixture, LECTERN_ACTION_GO);
  console_fixture_mark (fixture, n_missing);
}

/* Out of any field, so that keys are the page's. */
static void
leave_fields (ConsoleFixture *fixture)
{
  gtk_widget_grab_focus (console_fixture_find (console_fixture_find (fixture->window, "LecternGoButton", 0), "GtkButton", 0));
}

static void
open_side_sheet (ConsoleFixture *fixture)
{
  g_assert_true (console_fixture_press_key (fixture, GDK_KEY_c));
  console_fixture_catch_up (fixture);
  g_assert_true (gtk_widget_get_mapped (get_pane (fixture)));
}

static void
activate_row (gpointer    parent,
              const char *title)
{
  GtkWidget *row = console_fixture_find_row (parent, title);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_sensitive (row));
  adw_action_row_activate (ADW_ACTION_ROW (row));
}

static void
press (ConsoleFixture *fixture,
       gpointer        parent,
       const char     *label)
{
  console_fixture_await (parent, label);
  console_fixture_press (console_fixture_find_button (parent, label));
  console_fixture_catch_up (fixture);
}

static gboolean
is_offered (gpointer    parent,
            const char *label)
{
  GtkWidget *button = console_fixture_find_button (parent, label);
  return button && gtk_widget_is_sensitive (button);
}

/* Opens the row of judge @number. */
static GtkWidget *
open_sheet (ConsoleFixture *fixture,
            gint64          number)
{
  GtkWidget *row;
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "evening.correct-sheet", "x", number);
  console_fixture_catch_up (fixture);
  for (guint i = 0; (row = console_fixture_find (get_pane (fixture), "LecternEntrySheetRow", i)); i++)
    if (lectern_entry_sheet_row_get_judge (LECTERN_ENTRY_SHEET_ROW (row)) == number)
      return row;
  g_assert_not_reached ();
}

static void
test_beside_the_evening (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 0);
  GtkWidget *go = console_fixture_find (fixture.window, "LecternGoButton", 0);
  open_side_sheet (&fixture);
  g_assert_true (console_fixture_says (get_pane (&fixture), "No. 1 "));
  g_assert_true (console_fixture_says (get_pane (&fixture), "being marked · on stage"));
  /* Large button, both pictures, clock and gate stay where they can be seen and used. */
  g_assert_false (console_fixture_is_blocked ());
  g_assert_true (gtk_widget_get_mapped (go) && gtk_widget_is_sensitive (go));
  g_assert_true (gtk_widget_get_mapped (console_fixture_find (fixture.window, "LecternPictureCard", 1)));
  g_assert_true (gtk_widget_get_mapped (console_fixture_find (fixture.window, "LecternClockCard", 0)));
  g_assert_nonnull (console_fixture_find_button (fixture.window, "Close"));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.window)), <=, 1366);
  /* The search has the focus, so Space is typed; elsewhere it takes the next cue. */
  g_assert_false (console_fixture_press_key (&fixture, GDK_KEY_space));
  leave_fields (&fixture);
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_space));
  console_fixture_catch_up (&fixture);
  g_assert_cmpint (lectern_contest_get_entry_on_stage (console_fixture_contest (&fixture))->lot, ==, 2);
  /* The evening went on; the side sheet stays with its entry and says where the other is. */
  g_assert_true (console_fixture_says (get_pane (&fixture), "No. 1 "));
  g_assert_true (console_fixture_says (get_pane (&fixture), "On stage: No. 2 "));
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_c));
  console_fixture_catch_up (&fixture);
  g_assert_false (gtk_widget_get_mapped (get_pane (&fixture)));
  console_fixture_tear_down (&fixture);
}

static void
test_any_entry_by_number_or_name (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 0);
  open_side_sheet (&fixture);
  LecternContest      *contest = console_fixture_contest (&fixture);
  LecternEntryChooser *chooser = LECTERN_ENTRY_CHOOSER (console_fixture_find (get_pane (&fixture), "LecternEntryChooser", 0));
  GtkEditable         *search = lectern_entry_chooser_get_search (chooser);
  gtk_editable_set_text (search, "2");
  g_assert_cmpuint (console_fixture_count (chooser, "AdwActionRow"), ==, 6); /* 2, 20, 21, … */
  g_signal_emit_by_name (search, "activate");
  console_fixture_catch_up (&fixture);
  g_assert_true (console_fixture_says (get_pane (&fixture), "No. 2 "));
  const LecternNominee *seventh = lectern_contest_get_nominee (contest, get_entry (&fixture, 7)->nominee);
  gtk_editable_set_text (search, seventh->name);
  g_signal_emit_by_name (search, "activate");
  console_fixture_catch_up (&fixture);
  g_assert_true (console_fixture_says (get_pane (&fixture), "No. 7 "));
  g_assert_true (console_fixture_says (get_pane (&fixture), "waiting"));
  console_fixture_tear_down (&fixture);
}

static void
test_time (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 0);
  open_side_sheet (&fixture);
  g_assert_true (console_fixture_says (get_pane (&fixture), "6:13.2, 0.2 points are taken off"));
  activate_row (get_pane (&fixture), "Time");
  console_fixture_type (get_pane (&fixture), "Time, minutes and seconds", "six");
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "表慢了");
  g_assert_false (is_offered (get_pane (&fixture), "Correct the time"));
  console_fixture_type (get_pane (&fixture), "Time, minutes and seconds", "6:25");
  g_assert_true (console_fixture_says (get_pane (&fixture), "Then: 6:25.0, 0.3 points are taken off."));
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "  ");
  g_assert_false (is_offered (get_pane (&fixture), "Correct the time"));
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "表慢了");
  press (&fixture, get_pane (&fixture), "Correct the time");
  g_assert_cmpint (get_entry (&fixture, 1)->time_ms, ==, 385000);
  g_assert_true (console_fixture_says (get_pane (&fixture), "6:25.0, 0.3 points are taken off"));
  console_fixture_tear_down (&fixture);
}

static void
test_second_timer (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, TWO_TIMERS, 0);
  open_side_sheet (&fixture);
  g_assert_true (console_fixture_says (get_pane (&fixture), "no time yet"));
  activate_row (get_pane (&fixture), "Second timer");
  /* The first needs no reason. */
  g_assert_null (console_fixture_find_row (get_pane (&fixture), "Reason, for the journal"));
  console_fixture_type (get_pane (&fixture), "Time, minutes and seconds", "6:05");
  g_assert_true (console_fixture_says (get_pane (&fixture), "Main clock: 6:13.2, 0.2 points are taken off.\n"
                                                            "Second timer: 6:05.0, 0.1 points are taken off.\n"
                                                            "The second timer counts: it is more favourable to the speaker."));
  press (&fixture, get_pane (&fixture), "Enter the second time");
  g_assert_cmpint (get_entry (&fixture, 1)->time_ms, ==, 365000);
  g_assert_true (console_fixture_says (get_pane (&fixture), "6:05.0, 0.1 points are taken off\nThe second timer counts"));
  /* Another one replaces it, and that needs a reason. */
  activate_row (get_pane (&fixture), "Second timer");
  console_fixture_type (get_pane (&fixture), "Time, minutes and seconds", "6:31");
  g_assert_false (is_offered (get_pane (&fixture), "Enter the second time"));
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "看错了");
  press (&fixture, get_pane (&fixture), "Enter the second time");
  g_assert_cmpint (get_entry (&fixture, 1)->time_ms / 1000, ==, 373);
  g_assert_true (console_fixture_says (get_pane (&fixture), "The main clock counts"));
  console_fixture_tear_down (&fixture);
}

static void
test_talk_starts_again (void)
{
  ConsoleFixture fixture = { 0 };
  guint          n_expected, n_submitted;
  open_marking (&fixture, NULL, 2);
  lectern_contest_count_sheets (console_fixture_contest (&fixture), get_entry (&fixture, 1), &n_expected, &n_submitted);
  g_assert_cmpuint (n_submitted, >, 4);
  g_autofree char *sheets = g_strdup_printf ("%u sheets become void: their judges mark anew.", n_submitted);
  open_side_sheet (&fixture);
  activate_row (get_pane (&fixture), "Starts again…");
  g_assert_false (is_offered (get_pane (&fixture), "Start again…"));
  console_fixture_type (get_pane (&fixture), "The clock goes on from", "2:30");
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "话筒没有声音");
  g_assert_false (is_offered (get_pane (&fixture), "Start again…"));
  console_fixture_type (get_pane (&fixture), "Second person who agrees", "孙启明");
  press (&fixture, get_pane (&fixture), "Start again…");
  /* The first press only says what the second will do. */
  g_assert_true (console_fixture_says (get_pane (&fixture), "This will happen:"));
  g_assert_true (console_fixture_says (get_pane (&fixture), "The clock is set to 2:30.0"));
  g_assert_true (console_fixture_says (get_pane (&fixture), sheets));
  g_assert_true (console_fixture_says (get_pane (&fixture), "Marking is closed."));
  g_assert_cmpint (get_entry (&fixture, 1)->state, ==, LECTERN_ENTRY_MARKING);
  press (&fixture, get_pane (&fixture), "Yes: Start again");
  g_assert_cmpint (get_entry (&fixture, 1)->state, ==, LECTERN_ENTRY_CALLED);
  g_assert_null (lectern_contest_get_entry_at_gate (console_fixture_contest (&fixture)));
  g_assert_cmpint (lectern_contest_get_clock (console_fixture_contest (&fixture))->base_ms, ==, 150000);
  g_assert_null (lectern_contest_get_counted_sheet (console_fixture_contest (&fixture), get_entry (&fixture, 1), 1));
  console_fixture_tear_down (&fixture);
}

static void
test_starts_again_at_the_end (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 9);
  open_side_sheet (&fixture);
  activate_row (get_pane (&fixture), "Starts again…");
  activate_row (get_pane (&fixture), "From the first word, at the end of the order");
  g_assert_null (console_fixture_find_row (get_pane (&fixture), "The clock goes on from"));
  g_assert_true (console_fixture_says (get_pane (&fixture), "after everybody else"));
  g_assert_true (console_fixture_says (get_pane (&fixture), "No judge has begun a sheet."));
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "停电");
  console_fixture_type (get_pane (&fixture), "Second person who agrees", "孙启明");
  press (&fixture, get_pane (&fixture), "Start again…");
  press (&fixture, get_pane (&fixture), "Yes: Start again");
  g_assert_cmpint (get_entry (&fixture, 1)->state, ==, LECTERN_ENTRY_WAITING);
  g_assert_null (lectern_contest_get_entry_on_stage (console_fixture_contest (&fixture)));
  console_fixture_tear_down (&fixture);
}

static void
test_forfeit_and_back (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "console.forfeit", NULL);
  console_fixture_catch_up (&fixture);
  g_assert_false (console_fixture_is_blocked ());
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "身体不适");
  press (&fixture, get_pane (&fixture), "Forfeit…");
  g_assert_true (console_fixture_says (get_pane (&fixture), "It leaves the stage"));
  press (&fixture, get_pane (&fixture), "Yes: Forfeit");
  g_assert_cmpint (get_entry (&fixture, 1)->state, ==, LECTERN_ENTRY_FORFEIT);
  g_assert_false (gtk_widget_get_mapped (get_pane (&fixture))); /* it was opened for this alone */
  open_side_sheet (&fixture);
  g_assert_true (console_fixture_says (get_pane (&fixture), "身体不适"));
  g_assert_null (console_fixture_find_row (get_pane (&fixture), "Forfeits…"));
  activate_row (get_pane (&fixture), "Takes part after all…");
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "到了");
  console_fixture_type (get_pane (&fixture), "Second person who agrees", "孙启明");
  press (&fixture, get_pane (&fixture), "Take back");
  g_assert_cmpint (get_entry (&fixture, 1)->state, ==, LECTERN_ENTRY_WAITING);
  console_fixture_tear_down (&fixture);
}

static void
test_figures_only_when_asked_for (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 0);
  open_side_sheet (&fixture);
  const LecternSheet *sheet = lectern_contest_get_counted_sheet (console_fixture_contest (&fixture), get_entry (&fixture, 1), 1);
  g_autofree char    *total = lectern_mark_format (sheet->total);
  GtkWidget          *figures = console_fixture_find (get_pane (&fixture), "GtkSwitch", 0);
  g_assert_true (console_fixture_says (get_pane (&fixture), "submitted"));
  g_assert_false (console_fixture_says (get_pane (&fixture), total));
  gtk_switch_set_active (GTK_SWITCH (figures), TRUE);
  console_fixture_catch_up (&fixture);
  g_assert_true (console_fixture_says (get_pane (&fixture), total));
  /* Closed and opened again, they are hidden. */
  console_fixture_press_key (&fixture, GDK_KEY_Escape);
  leave_fields (&fixture);
  console_fixture_press_key (&fixture, GDK_KEY_c);
  open_side_sheet (&fixture);
  g_assert_false (console_fixture_says (get_pane (&fixture), total));
  console_fixture_tear_down (&fixture);
}

static void
test_reopen_a_sheet (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 0);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_CLOSE_GATE);
  GtkWidget *row = open_sheet (&fixture, 3);
  g_assert_true (console_fixture_says (row, "locked"));
  press (&fixture, row, "Reopen the sheet…");
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "写错一格");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (console_fixture_find_row (get_pane (&fixture), "Second person who agrees"))), ==, "孙启明"); /* the head judge */
  console_fixture_type (get_pane (&fixture), "Second person who agrees", "");
  g_assert_false (is_offered (get_pane (&fixture), "Reopen the sheet"));
  console_fixture_type (get_pane (&fixture), "Second person who agrees", "孙启明");
  press (&fixture, get_pane (&fixture), "Reopen the sheet");
  g_assert_cmpint (lectern_contest_get_sheet_state (console_fixture_contest (&fixture), get_entry (&fixture, 1), 3), ==, LECTERN_SHEET_SUBMITTED);
  g_assert_cmpint (lectern_contest_get_entry_at_gate (console_fixture_contest (&fixture))->lot, ==, 1);
  console_fixture_tear_down (&fixture);
}

/* "That was wrong", says a judge when the next is on stage: the judge's row, the sheet handed in last, a usual reason, done. The
 * bench is back afterwards, and the main key goes on. */
static void
test_reopen_in_passing (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 0);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_GO); /* calls the second */
  GtkWidget *judge = console_fixture_find (fixture.window, "LecternJudgeRow", 2);
  lectern_judge_row_open (LECTERN_JUDGE_ROW (judge));
  press (&fixture, judge, "Reopen the sheet for No. 1…");
  g_assert_true (gtk_widget_get_mapped (get_pane (&fixture)));
  g_assert_false (is_offered (get_pane (&fixture), "Reopen the sheet"));
  press (&fixture, get_pane (&fixture), "The judge mistyped");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (console_fixture_find_row (get_pane (&fixture), "Reason, for the journal"))), ==, "The judge mistyped");
  press (&fixture, get_pane (&fixture), "Reopen the sheet");
  g_assert_cmpint (lectern_contest_get_sheet_state (console_fixture_contest (&fixture), get_entry (&fixture, 1), 3), ==, LECTERN_SHEET_SUBMITTED);
  g_assert_false (gtk_widget_get_mapped (get_pane (&fixture)));
  console_fixture_await (fixture.window, "Close marking. Start the clock");
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_space));
  console_fixture_catch_up (&fixture);
  g_assert_cmpint (get_entry (&fixture, 2)->state, ==, LECTERN_ENTRY_TALKING);
  console_fixture_tear_down (&fixture);
}

/* Nobody agrees to the opening of his own sheet. */
static void
test_head_judge_asks_another (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 0);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_CLOSE_GATE);
  GtkWidget *row = open_sheet (&fixture, 1);
  press (&fixture, row, "Reopen the sheet…");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (console_fixture_find_row (get_pane (&fixture), "Second person who agrees"))), ==, "");
  press (&fixture, get_pane (&fixture), "The judge mistyped");
  g_assert_false (is_offered (get_pane (&fixture), "Reopen the sheet"));
  console_fixture_tear_down (&fixture);
}

/* A refusal stands in the form, with what was typed. */
static void
test_refused_in_the_form (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 0);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_CLOSE_GATE);
  GtkWidget *row = open_sheet (&fixture, 3);
  press (&fixture, row, "Reopen the sheet…");
  console_fixture_play_to (&fixture, 2, LECTERN_CUE_MARK); /* the clock runs */
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "写错一格");
  console_fixture_type (get_pane (&fixture), "Second person who agrees", "孙启明");
  press (&fixture, get_pane (&fixture), "Reopen the sheet");
  console_fixture_await (get_pane (&fixture), "The clock is running. Stop it before marking is opened.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (console_fixture_find_row (get_pane (&fixture), "Second person who agrees"))), ==, "孙启明");
  console_fixture_tear_down (&fixture);
}

static void
test_recused_absent_and_back (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 2);
  LecternContest *contest = console_fixture_contest (&fixture);
  GtkWidget      *row = open_sheet (&fixture, 9);
  press (&fixture, row, "Absent…");
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "离场");
  press (&fixture, get_pane (&fixture), "Record the absence");
  g_assert_true (lectern_contest_is_absent (contest, get_entry (&fixture, 1), 9));
  row = open_sheet (&fixture, 9);
  g_assert_true (console_fixture_says (row, "absent"));
  g_assert_null (console_fixture_find_button (row, "Recuse…"));
  press (&fixture, row, "Marks after all…");
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "回来了");
  press (&fixture, get_pane (&fixture), "Let the judge mark");
  g_assert_false (lectern_contest_is_recused (contest, get_entry (&fixture, 1), 9));
  /* Who handed in was there. */
  row = open_sheet (&fixture, 1);
  g_assert_null (console_fixture_find_button (row, "Absent…"));
  press (&fixture, row, "Recuse…");
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "亲属");
  press (&fixture, get_pane (&fixture), "Record the recusal");
  g_assert_true (lectern_contest_is_recused (contest, get_entry (&fixture, 1), 1));
  g_assert_false (lectern_contest_is_absent (contest, get_entry (&fixture, 1), 1));
  console_fixture_tear_down (&fixture);
}

static void
test_flags_are_the_head_judges (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, FLAGS, 0);
  open_side_sheet (&fixture);
  g_assert_true (console_fixture_says (get_pane (&fixture), "The head judge has "));
  g_assert_false (console_fixture_says (get_pane (&fixture), "lies far from the others"));
  console_fixture_tear_down (&fixture);
}

static void
take_head_away (ConsoleFixture *fixture)
{
  GPtrArray *judges = lectern_contest_get_judges (console_fixture_contest (fixture));
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      if (judge->head != 1)
        continue;
      LecternJudge  *copy = lectern_record_copy (judge);
      LecternAction *action = lectern_action_new (LECTERN_ACTION_EDIT_JUDGE, "test");
      copy->head = 0;
      lectern_action_add_record (action, copy);
      console_fixture_do (fixture, action);
      return;
    }
}

static GtkWidget *
find_flagged_row (ConsoleFixture *fixture)
{
  GtkWidget *row;
  for (guint i = 0; (row = console_fixture_find (get_pane (fixture), "LecternEntrySheetRow", i)); i++)
    if (console_fixture_says (row, "lies far from the others"))
      return row;
  return NULL;
}

static void
test_flags_without_a_head_judge (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, FLAGS, 0);
  take_head_away (&fixture);
  open_side_sheet (&fixture);
  g_assert_true (console_fixture_says (get_pane (&fixture), "There is no head judge: look at "));
  guint n_seen = 0;
  for (GtkWidget *row; (row = find_flagged_row (&fixture)); n_seen++)
    {
      g_assert_cmpuint (n_seen, <, 9);
      lectern_entry_sheet_row_set_open (LECTERN_ENTRY_SHEET_ROW (row), TRUE);
      press (&fixture, row, "I have looked at this sheet");
    }
  g_assert_cmpuint (n_seen, >, 0);
  g_autoptr (GPtrArray) seen = lectern_contest_list_rows (console_fixture_contest (&fixture), &lectern_table_flag_seen);
  g_assert_cmpuint (seen->len, ==, n_seen);
  g_assert_false (console_fixture_says (get_pane (&fixture), "There is no head judge: look at "));
  console_fixture_tear_down (&fixture);
}

static void
test_panel_from_the_evening (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 2);
  LecternContest *contest = console_fixture_contest (&fixture);
  gtk_widget_activate_action (GTK_WIDGET (get_page (&fixture)), "evening.correct", "(uxx)", LECTERN_CORRECTION_REPLACE, LECTERN_NULL, (gint64) 8);
  console_fixture_catch_up (&fixture);
  g_assert_false (is_offered (get_pane (&fixture), "Replace…"));
  console_fixture_type (get_pane (&fixture), "The newcomer’s name", "新评委");
  console_fixture_type (get_pane (&fixture), "Employer", "市委党校");
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "急病");
  press (&fixture, get_pane (&fixture), "Replace…");
  g_assert_true (console_fixture_says (get_pane (&fixture), "counts on"));
  press (&fixture, get_pane (&fixture), "Yes: Replace");
  const LecternJudge *newcomer = lectern_contest_get_judge (contest, 10);
  g_assert_nonnull (newcomer);
  g_assert_cmpstr (newcomer->name, ==, "新评委");
  g_assert_cmpstr (newcomer->employer, ==, "市委党校");
  g_assert_cmpint (newcomer->replaces, ==, 8);
  g_assert_cmpint (lectern_contest_get_judge (contest, 8)->active, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (get_page (&fixture)), "evening.correct", "(uxx)", LECTERN_CORRECTION_LEAVE, LECTERN_NULL, (gint64) 9);
  console_fixture_catch_up (&fixture);
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "公务");
  press (&fixture, get_pane (&fixture), "Leave for good…");
  press (&fixture, get_pane (&fixture), "Yes: Leave for good");
  g_assert_cmpint (lectern_contest_get_judge (contest, 9)->active, ==, 0);
  g_assert_false (gtk_widget_get_mapped (get_pane (&fixture)));
  GtkWidget *bench = console_fixture_find (fixture.window, "LecternBenchPane", 0);
  g_assert_true (console_fixture_says (bench, "replaced by Judge 10 新评委: 急病"));
  g_assert_true (console_fixture_says (bench, "left: 公务"));
  console_fixture_tear_down (&fixture);
}

static GtkWindow *
find_modal (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (gtk_window_get_modal (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
test_panel_from_the_judges_page (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, 1366, 768);
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (lectern_console_window_get_page (fixture.window, "set-up")), "judges");
  console_fixture_catch_up (&fixture);
  GtkWidget *third = console_fixture_find (fixture.window, "LecternJuryRow", 2);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (third), TRUE);
  console_fixture_catch_up (&fixture);
  press (&fixture, third, "Leaves…");
  GtkWindow *dialog = find_modal ();
  g_assert_nonnull (dialog);
  console_fixture_type (dialog, "Reason, for the journal", "出差");
  press (&fixture, dialog, "Leave for good…");
  press (&fixture, dialog, "Yes: Leave for good");
  g_assert_null (find_modal ());
  g_assert_cmpint (lectern_contest_get_judge (console_fixture_contest (&fixture), 3)->active, ==, 0);
  g_assert_true (console_fixture_says (third, "left: 出差"));
  g_assert_null (console_fixture_find_button (third, "Leaves…"));
  console_fixture_tear_down (&fixture);
}

/* The bar, when it says @part. */
static GtkWidget *
find_sentence (ConsoleFixture *fixture,
               const char     *part)
{
  GtkWidget  *bar = console_fixture_find (fixture->window, "LecternSentenceBar", 0);
  const char *sentence = bar ? lectern_sentence_bar_get_sentence (LECTERN_SENTENCE_BAR (bar)) : NULL;
  return sentence && strstr (sentence, part) ? bar : NULL;
}

static gboolean
absence_is_told (gpointer data)
{
  return find_sentence (data, "was not there for No. 1 ") != NULL;
}

static void
test_undo (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 2);
  LecternContest *contest = console_fixture_contest (&fixture);
  GtkWidget      *row = open_sheet (&fixture, 9);
  press (&fixture, row, "Absent…");
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "离场");
  press (&fixture, get_pane (&fixture), "Record the absence");
  g_assert_true (lectern_contest_is_absent (contest, get_entry (&fixture, 1), 9));
  console_fixture_wait (absence_is_told, &fixture);
  press (&fixture, find_sentence (&fixture, "was not there for No. 1 "), "Undo");
  g_assert_false (lectern_contest_is_absent (contest, get_entry (&fixture, 1), 9));
  /* And by the keyboard, for the last there is. */
  activate_row (get_pane (&fixture), "Time");
  console_fixture_type (get_pane (&fixture), "Time, minutes and seconds", "6:55");
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "表慢了");
  press (&fixture, get_pane (&fixture), "Correct the time");
  g_assert_cmpint (get_entry (&fixture, 1)->time_ms, ==, 415000);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "console.undo", NULL);
  console_fixture_catch_up (&fixture);
  g_assert_cmpint (get_entry (&fixture, 1)->time_ms / 1000, ==, 373);
  console_fixture_tear_down (&fixture);
}

static void
test_gone_on_meanwhile (void)
{
  ConsoleFixture fixture = { 0 };
  open_marking (&fixture, NULL, 0);
  open_side_sheet (&fixture);
  activate_row (get_pane (&fixture), "Starts again…");
  console_fixture_type (get_pane (&fixture), "Reason, for the journal", "停电");
  console_fixture_type (get_pane (&fixture), "Second person who agrees", "孙启明");
  g_assert_true (is_offered (get_pane (&fixture), "Start again…"));
  console_fixture_do_kind (&fixture, LECTERN_ACTION_CLOSE_GATE);
  console_fixture_catch_up (&fixture);
  g_assert_false (is_offered (get_pane (&fixture), "Start again…"));
  g_assert_true (console_fixture_says (get_pane (&fixture), "The evening has gone on: this is not possible any more."));
  console_fixture_tear_down (&fixture);
}

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (has_words (child))
      return TRUE;
  return FALSE;
}

/* Every control in sight can be called by a name. */
static void
check_names (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_ENTRY (widget) || GTK_IS_LIST_BOX_ROW (widget))
    {
      gboolean named = gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
                       gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY) || has_words (widget);
      if (!named)
        g_error ("A %s has no name", G_OBJECT_TYPE_NAME (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_names_and_large_text (void)
{
  ConsoleFixture fixture = { 0 };
  int            before, beside;
  open_marking (&fixture, TWO_TIMERS, 2);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  console_fixture_settle (100);
  gtk_widget_measure (GTK_WIDGET (get_page (&fixture)), GTK_ORIENTATION_HORIZONTAL, -1, &before, NULL, NULL, NULL);
  for (guint kind = 0; kind < LECTERN_CORRECTION_N_KINDS; kind++)
    {
      lectern_evening_page_correct (get_page (&fixture), (LecternCorrectionKind) kind, 1, 9);
      console_fixture_catch_up (&fixture);
      check_names (get_pane (&fixture));
      gtk_widget_measure (GTK_WIDGET (get_page (&fixture)), GTK_ORIENTATION_HORIZONTAL, -1, &beside, NULL, NULL, NULL);
      /* It takes no more room than the judges it stands for, but for the width it was given. */
      g_assert_cmpint (beside, <=, before + 100);
      g_assert_cmpint (beside, <=, 1366);
    }
  open_sheet (&fixture, 9);
  check_names (get_pane (&fixture));
  g_test_message ("at 200 %%: %d wide without, %d with the corrections", before, beside);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/corrections/beside-the-evening", test_beside_the_evening);
  g_test_add_func ("/console/corrections/any-entry", test_any_entry_by_number_or_name);
  g_test_add_func ("/console/corrections/time", test_time);
  g_test_add_func ("/console/corrections/second-timer", test_second_timer);
  g_test_add_func ("/console/corrections/talk-starts-again", test_talk_starts_again);
  g_test_add_func ("/console/corrections/starts-again-at-the-end", test_starts_again_at_the_end);
  g_test_add_func ("/console/corrections/forfeit-and-back", test_forfeit_and_back);
  g_test_add_func ("/console/corrections/figures-only-when-asked-for", test_figures_only_when_asked_for);
  g_test_add_func ("/console/corrections/reopen-a-sheet", test_reopen_a_sheet);
  g_test_add_func ("/console/corrections/reopen-in-passing", test_reopen_in_passing);
  g_test_add_func ("/console/corrections/head-judge-asks-another", test_head_judge_asks_another);
  g_test_add_func ("/console/corrections/refused-in-the-form", test_refused_in_the_form);
  g_test_add_func ("/console/corrections/recused-absent-and-back", test_recused_absent_and_back);
  g_test_add_func ("/console/corrections/flags-are-the-head-judges", test_flags_are_the_head_judges);
  g_test_add_func ("/console/corrections/flags-without-a-head-judge", test_flags_without_a_head_judge);
  g_test_add_func ("/console/corrections/panel-from-the-evening", test_panel_from_the_evening);
  g_test_add_func ("/console/corrections/panel-from-the-judges-page", test_panel_from_the_judges_page);
  g_test_add_func ("/console/corrections/undo", test_undo);
  g_test_add_func ("/console/corrections/gone-on-meanwhile", test_gone_on_meanwhile);
  g_test_add_func ("/console/corrections/names-and-large-text", test_names_and_large_text);
  return g_test_run ();
}
