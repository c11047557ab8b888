/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The evening page in its real window over a real engine: keys go in, and what a person would
 * read comes out. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>
#include <string.h>

#include "lectern-evening-page.h"
#include "lectern-go-button.h"
#include "lectern-picture-card.h"
#include "lectern-programme-item.h"
#include "lectern-programme-pane.h"
#include "lectern-ranking.h"

typedef struct
{
  ConsoleFixture *fixture;
  LecternCueKind  kind;
  gint64          lot;
  const char     *text;
  gboolean        blank;
} Expected;

static gboolean
cue_is_on_air (gpointer data)
{
  Expected           *expected = data;
  LecternContest     *contest = lectern_desk_get_contest (lectern_console_window_get_desk (expected->fixture->window));
  const LecternCue   *cue = lectern_contest_get_cue_on_air (contest);
  const LecternEntry *entry = cue && cue->nominee != LECTERN_NULL ? lectern_contest_get_entry (contest, NULL, cue->nominee) : NULL;
  return cue && cue->kind == (gint64) expected->kind && (expected->lot == 0 || (entry && entry->lot == expected->lot));
}

static gboolean
refusal_says (gpointer data)
{
  Expected *expected = data;
  return g_strcmp0 (lectern_console_window_get_refusal (expected->fixture->window), expected->text) == 0;
}

static gboolean
is_blank (gpointer data)
{
  Expected *expected = data;
  return (lectern_contest_get_on_air (console_fixture_contest (expected->fixture))->blank == 1) == expected->blank;
}

static LecternGoButton *
get_go (ConsoleFixture *fixture)
{
  return LECTERN_GO_BUTTON (console_fixture_find (fixture->window, "LecternGoButton", 0));
}

/* One press of Space, waited for; and the time after which the next one counts. */
static void
press_space_to (ConsoleFixture *fixture,
                LecternCueKind  kind,
                gint64          lot)
{
  Expected expected = { .fixture = fixture, .kind = kind, .lot = lot };
  g_assert_true (console_fixture_press_key (fixture, GDK_KEY_space));
  console_fixture_wait (cue_is_on_air, &expected);
  console_fixture_settle (LECTERN_DESK_PRESS_US / 1000 + 30);
}

static void
open_evening (ConsoleFixture *fixture)
{
  console_fixture_set_up (fixture, TRUE);
  console_fixture_draw (fixture);
  console_fixture_open (fixture, 1366, 768);
}

static const char *
get_judge_state (ConsoleFixture *fixture,
                 guint           nth)
{
  GtkWidget *row = console_fixture_find (fixture->window, "LecternJudgeRow", nth);
  GtkWidget *label;
  g_assert_nonnull (row);
  for (guint i = 0; (label = console_fixture_find (row, "GtkLabel", i)); i++)
    if (gtk_widget_has_css_class (label, "judge-state"))
      return gtk_label_get_text (GTK_LABEL (label));
  g_assert_not_reached ();
}

static void
test_space_through_an_entry (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  LecternGoButton *go = get_go (&fixture);
  g_assert_cmpstr (lectern_go_button_get_title (go), ==, "Show: Title");
  press_space_to (&fixture, LECTERN_CUE_TITLE, 0);
  press_space_to (&fixture, LECTERN_CUE_RULES, 0);
  press_space_to (&fixture, LECTERN_CUE_ORDER, 0);
  g_assert_true (g_str_has_prefix (lectern_go_button_get_title (go), "Call No. 1 "));
  press_space_to (&fixture, LECTERN_CUE_INTRODUCE, 1);
  g_assert_cmpstr (lectern_go_button_get_title (go), ==, "Start the clock");
  press_space_to (&fixture, LECTERN_CUE_TALK, 1);
  g_assert_cmpstr (lectern_go_button_get_title (go), ==, "Stop the clock, open marking");
  g_assert_cmpint (lectern_contest_get_clock (console_fixture_contest (&fixture))->phase, ==, LECTERN_CLOCK_RUNNING);
  press_space_to (&fixture, LECTERN_CUE_MARK, 1);
  g_assert_true (g_str_has_prefix (lectern_go_button_get_title (go), "Close marking. Call No. 2 "));
  g_assert_cmpstr (get_judge_state (&fixture, 0), ==, "missing");
  console_fixture_mark (&fixture, 0);
  g_assert_cmpstr (get_judge_state (&fixture, 0), ==, "submitted");
  g_assert_cmpstr (lectern_go_button_get_detail (go), ==, "All sheets are in.");
  press_space_to (&fixture, LECTERN_CUE_INTRODUCE, 2);
  g_assert_cmpstr (get_judge_state (&fixture, 0), ==, "ready");
  console_fixture_tear_down (&fixture);
}

static void
test_missing_sheets_are_refused (void)
{
  ConsoleFixture fixture = { 0 };
  Expected       expected = { .fixture = &fixture, .text = "Judges 8, 9 have not handed in yet. Wait, or close marking by hand." };
  open_evening (&fixture);
  console_fixture_play_to (&fixture, 1, LECTERN_CUE_MARK);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_GO);
  console_fixture_mark (&fixture, 2);
  g_assert_cmpstr (lectern_go_button_get_detail (get_go (&fixture)), ==, "Judges 8, 9 have not handed in yet.");
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_space));
  console_fixture_wait (refusal_says, &expected);
  /* The window is not blocked: the gate can be closed by hand, and the evening goes on. */
  g_assert_false (console_fixture_is_blocked ());
  console_fixture_press (console_fixture_find_button (fixture.window, "Close"));
  console_fixture_settle (LECTERN_DESK_PRESS_US / 1000 + 30);
  press_space_to (&fixture, LECTERN_CUE_INTRODUCE, 2);
  console_fixture_tear_down (&fixture);
}

static void
test_double_press_is_one (void)
{
  ConsoleFixture fixture = { 0 };
  Expected       expected = { .fixture = &fixture, .kind = LECTERN_CUE_TITLE };
  open_evening (&fixture);
  console_fixture_press_key (&fixture, GDK_KEY_space);
  console_fixture_press_key (&fixture, GDK_KEY_space);
  console_fixture_wait (cue_is_on_air, &expected);
  console_fixture_press_key (&fixture, GDK_KEY_space);
  console_fixture_settle (150);
  g_assert_true (cue_is_on_air (&expected));
  console_fixture_tear_down (&fixture);
}

static void
test_held_key_is_one_press (void)
{
  ConsoleFixture fixture = { 0 };
  Expected       expected = { .fixture = &fixture, .kind = LECTERN_CUE_TITLE };
  open_evening (&fixture);
  LecternEveningPage *page = LECTERN_EVENING_PAGE (lectern_console_window_get_page (fixture.window, "evening"));
  for (guint i = 0; i < 30; i++)
    {
      g_assert_true (lectern_evening_page_press_key (page, GDK_KEY_space));
      console_fixture_settle (33);
    }
  g_assert_true (cue_is_on_air (&expected));
  lectern_evening_page_release_key (page, GDK_KEY_space);
  expected.kind = LECTERN_CUE_RULES;
  g_assert_true (lectern_evening_page_press_key (page, GDK_KEY_space));
  console_fixture_wait (cue_is_on_air, &expected);
  console_fixture_tear_down (&fixture);
}

static void
test_keys_only_on_the_page (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  lectern_console_window_show_page (fixture.window, "draw");
  console_fixture_settle (300);
  g_assert_false (console_fixture_press_key (&fixture, GDK_KEY_space));
  g_assert_null (lectern_contest_get_cue_on_air (console_fixture_contest (&fixture)));
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_settle (300);
  press_space_to (&fixture, LECTERN_CUE_TITLE, 0);
  console_fixture_tear_down (&fixture);
}

static void
test_typing_is_not_pressing (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  console_fixture_play_to (&fixture, 1, LECTERN_CUE_MARK);
  console_fixture_press (console_fixture_find_button (console_fixture_find (fixture.window, "LecternClockCard", 0), "Correct…"));
  console_fixture_settle (100);
  /* The field for the time has the focus. */
  g_assert_nonnull (console_fixture_find_row (fixture.window, "Time, minutes and seconds"));
  g_assert_false (console_fixture_press_key (&fixture, GDK_KEY_space));
  g_assert_false (console_fixture_press_key (&fixture, GDK_KEY_b));
  g_assert_cmpint (lectern_contest_get_clock (console_fixture_contest (&fixture))->phase, ==, LECTERN_CLOCK_RUNNING);
  g_assert_false (console_fixture_is_blocked ());
  console_fixture_tear_down (&fixture);
}

static guint
find_line (GListModel           *lines,
           LecternProgrammeKind  kind,
           LecternProgrammePlace place)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (LecternProgrammeItem) line = g_list_model_get_item (lines, i);
      if (lectern_programme_item_get_kind (line) == kind && lectern_programme_item_get_place (line) == place)
        return i;
    }
  g_assert_not_reached ();
}

static void
test_cue_out_of_order_takes_two_presses (void)
{
  ConsoleFixture        fixture = { 0 };
  Expected              expected = { .fixture = &fixture, .kind = LECTERN_CUE_RULES };
  LecternProgrammePane *pane;
  open_evening (&fixture);
  pane = LECTERN_PROGRAMME_PANE (console_fixture_find (fixture.window, "LecternProgrammePane", 0));
  GListModel *lines = lectern_programme_pane_get_lines (pane);
  /* Title, rules, order, 28 entries, breaks, tally, ranking, ceremony, end. */
  g_assert_cmpuint (g_list_model_get_n_items (lines), >=, 3 + 28 + 4);
  g_autoptr (LecternProgrammeItem) rules = g_list_model_get_item (lines, 1);
  lectern_programme_pane_press (pane, 1);
  g_assert_true (lectern_programme_item_get_armed (rules));
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_Escape));
  g_assert_false (lectern_programme_item_get_armed (rules));
  console_fixture_settle (50);
  g_assert_null (lectern_contest_get_cue_on_air (console_fixture_contest (&fixture)));
  lectern_programme_pane_press (pane, 1);
  lectern_programme_pane_press (pane, 1);
  console_fixture_wait (cue_is_on_air, &expected);
  console_fixture_tear_down (&fixture);
}

static void
test_programme_shows_scores_and_places (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  console_fixture_play_to (&fixture, 3, LECTERN_CUE_INTRODUCE);
  LecternProgrammePane *pane = LECTERN_PROGRAMME_PANE (console_fixture_find (fixture.window, "LecternProgrammePane", 0));
  GListModel           *lines = lectern_programme_pane_get_lines (pane);
  g_autoptr (LecternProgrammeItem) first = g_list_model_get_item (lines, 3);
  g_assert_cmpstr (lectern_programme_item_get_number (first), ==, "1");
  g_assert_cmpstr (lectern_programme_item_get_remark (first), ==, "place 1 so far");
  guint on = find_line (lines, LECTERN_PROGRAMME_ENTRY, LECTERN_PROGRAMME_ON);
  g_autoptr (LecternProgrammeItem) second = g_list_model_get_item (lines, on);
  g_assert_cmpstr (lectern_programme_item_get_number (second), ==, "2");
  g_assert_cmpstr (lectern_programme_item_get_remark (second), ==, "not revealed");
  /* Its cues stand open below it: introduce, talk, mark, reveal of the first. */
  g_autoptr (LecternProgrammeItem) cue = g_list_model_get_item (lines, on + 4);
  g_assert_cmpint (lectern_programme_item_get_kind (cue), ==, LECTERN_PROGRAMME_CUE);
  g_assert_cmpstr (lectern_programme_item_get_title (cue), ==, "Reveal No. 1");
  g_autoptr (LecternProgrammeItem) third = g_list_model_get_item (lines, on + 5);
  g_assert_cmpstr (lectern_programme_item_get_figure (third), ==, "on deck");
  console_fixture_tear_down (&fixture);
}

/* After a restart nobody has to look for where the evening is. */
static void
test_reopened_in_the_middle (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_play_to (&fixture, 15, LECTERN_CUE_TALK);
  console_fixture_open (&fixture, 1366, 768);
  console_fixture_settle (300);
  g_assert_true (gtk_widget_get_mapped (lectern_console_window_get_page (fixture.window, "evening")));
  g_assert_cmpstr (lectern_go_button_get_title (get_go (&fixture)), ==, "Start the clock");
  GtkWidget *row = NULL;
  gboolean   found = FALSE;
  for (guint i = 0; !found && (row = console_fixture_find (fixture.window, "LecternProgrammeRow", i)); i++)
    {
      GtkWidget      *line = gtk_widget_get_first_child (row);
      graphene_rect_t bounds;
      found = gtk_widget_has_css_class (line, "entry") && gtk_widget_has_css_class (line, "on") &&
              gtk_widget_compute_bounds (row, GTK_WIDGET (fixture.window), &bounds) &&
              bounds.origin.y > 60 && bounds.origin.y + bounds.size.height < 768;
    }
  g_assert_true (found);
  console_fixture_tear_down (&fixture);
}

static void
test_scene_keys_and_black (void)
{
  ConsoleFixture fixture = { 0 };
  Expected       expected = { .fixture = &fixture, .blank = TRUE, .text = "Nothing has been revealed yet." };
  open_evening (&fixture);
  LecternPictureCard *on_air = LECTERN_PICTURE_CARD (console_fixture_find (fixture.window, "LecternPictureCard", 0));
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_2));
  console_fixture_settle (200);
  g_assert_cmpint (lectern_picture_card_get_scene (on_air)->kind, ==, LECTERN_SCENE_ORDER);
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_b));
  console_fixture_wait (is_blank, &expected);
  console_fixture_settle (50);
  g_assert_null (lectern_picture_card_get_scene (on_air));
  g_assert_nonnull (console_fixture_find_button (fixture.window, "Show Again"));
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_B));
  expected.blank = FALSE;
  console_fixture_wait (is_blank, &expected);
  /* A key never reveals. */
  console_fixture_play_to (&fixture, 2, LECTERN_CUE_INTRODUCE);
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_5));
  console_fixture_wait (refusal_says, &expected);
  g_assert_cmpint (lectern_contest_get_entry_by_lot (console_fixture_contest (&fixture), 1)->revealed, !=, 1);
  console_fixture_tear_down (&fixture);
}

static void
test_overtime_is_said (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  console_fixture_play_to (&fixture, 1, LECTERN_CUE_MARK);
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SET_CLOCK, "test");
  action->number = 373200;
  action->reason = g_strdup ("test");
  console_fixture_do (&fixture, action);
  GtkWidget *card = console_fixture_find (fixture.window, "LecternClockCard", 0);
  GtkWidget *box = gtk_widget_get_first_child (card);
  g_assert_true (gtk_widget_has_css_class (box, "over"));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (console_fixture_find (card, "GtkLabel", 0))), ==, "6:13");
  console_fixture_tear_down (&fixture);
}

static const char *
get_script (ConsoleFixture *fixture)
{
  GtkWidget *card = console_fixture_find (fixture->window, "LecternScriptCard", 0);
  GtkWidget *label;
  for (guint i = 0; (label = console_fixture_find (card, "GtkLabel", i)); i++)
    if (gtk_widget_has_css_class (label, "script-words"))
      return gtk_label_get_text (GTK_LABEL (label));
  g_assert_not_reached ();
}

static void
test_words_for_the_mc (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  LecternContest *contest = console_fixture_contest (&fixture);
  g_assert_true (g_str_has_prefix (get_script (&fixture), "各位领导"));
  console_fixture_play_to (&fixture, 2, LECTERN_CUE_TALK);
  const LecternEntry   *second = lectern_contest_get_entry_by_lot (contest, 2);
  const LecternEntry   *third = lectern_contest_get_entry_by_lot (contest, 3);
  const LecternNominee *speaker = lectern_contest_get_nominee (contest, second->nominee);
  const LecternNominee *on_deck = lectern_contest_get_nominee (contest, third->nominee);
  g_autofree char      *introduce = g_strdup_printf ("下面有请 2 号选手、来自%s的%s，宣讲题目《%s》。", lectern_contest_get_unit (contest, speaker->unit)->name, speaker->name, speaker->title);
  g_assert_cmpstr (get_script (&fixture), ==, introduce);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_GO);
  g_autofree char *thanks = g_strdup_printf ("感谢 2 号选手%s的精彩宣讲，请各位评委打分。请 3 号选手%s做好准备。", speaker->name, on_deck->name);
  g_assert_cmpstr (get_script (&fixture), ==, thanks);
  /* The first is revealed after the second: its score is said only then. */
  g_assert_null (strstr (get_script (&fixture), "得分"));
  console_fixture_play_to (&fixture, 3, LECTERN_CUE_INTRODUCE);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, TRUE);
  g_autofree char *final = lectern_fraction_format (ranking->rows[0].ranked.final, 2);
  g_autofree char *said = g_strdup_printf ("最后得分 %s 分。", final);
  g_assert_cmpstr (get_script (&fixture), ==, "暂列第 1 名。");
  console_fixture_do_kind (&fixture, LECTERN_ACTION_STEP); /* a step back */
  g_assert_cmpstr (get_script (&fixture), ==, said);
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/evening/space-through-an-entry", test_space_through_an_entry);
  g_test_add_func ("/console/evening/missing-sheets-are-refused", test_missing_sheets_are_refused);
  g_test_add_func ("/console/evening/double-press-is-one", test_double_press_is_one);
  g_test_add_func ("/console/evening/held-key-is-one-press", test_held_key_is_one_press);
  g_test_add_func ("/console/evening/keys-only-on-the-page", test_keys_only_on_the_page);
  g_test_add_func ("/console/evening/typing-is-not-pressing", test_typing_is_not_pressing);
  g_test_add_func ("/console/evening/cue-out-of-order", test_cue_out_of_order_takes_two_presses);
  g_test_add_func ("/console/evening/programme", test_programme_shows_scores_and_places);
  g_test_add_func ("/console/evening/reopened-in-the-middle", test_reopened_in_the_middle);
  g_test_add_func ("/console/evening/scene-keys-and-black", test_scene_keys_and_black);
  g_test_add_func ("/console/evening/overtime", test_overtime_is_said);
  g_test_add_func ("/console/evening/words-for-the-mc", test_words_for_the_mc);
  return g_test_run ();
}
