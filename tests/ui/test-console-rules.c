/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The editor of the rules in the real window over a real engine: what is edited is only true once it
 * is applied, what is wrong stands at its field, and after the first mark a reason is asked for. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>

#include "lectern-beside-layout.h"
#include "lectern-example-card.h"
#include "lectern-journal-line.h"
#include "lectern-rule-list.h"
#include "lectern-rules-page.h"
#include "lectern-set-up-page.h"

static void
show_set_up (ConsoleFixture *fixture,
             const char     *name)
{
  lectern_console_window_show_page (fixture->window, "set-up");
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (lectern_console_window_get_page (fixture->window, "set-up")), name);
  console_fixture_settle (80);
}

static LecternRulesPage *
open_page (ConsoleFixture *fixture)
{
  console_fixture_open (fixture, 1366, 768);
  show_set_up (fixture, "rules");
  return LECTERN_RULES_PAGE (console_fixture_find (fixture->window, "LecternRulesPage", 0));
}

static LecternRuleRow *
find_row (LecternRulesPage *page,
          const char       *path)
{
  GtkWidget *found = lectern_rule_list_find (GTK_WIDGET (page), path);
  g_assert_true (LECTERN_IS_RULE_ROW (found));
  g_assert_cmpstr (lectern_rule_row_get_path (LECTERN_RULE_ROW (found)), ==, path);
  return LECTERN_RULE_ROW (found);
}

static void
type_into (LecternRulesPage *page,
           const char       *path,
           const char       *text)
{
  gtk_editable_set_text (GTK_EDITABLE (lectern_rule_row_get_editor (find_row (page, path))), text);
}

static const char *
read_field (LecternRulesPage *page,
            const char       *path)
{
  return gtk_editable_get_text (GTK_EDITABLE (lectern_rule_row_get_editor (find_row (page, path))));
}

static LecternExampleCard *
find_example (LecternRulesPage *page)
{
  return LECTERN_EXAMPLE_CARD (console_fixture_find (page, "LecternExampleCard", 0));
}

static GtkWidget *
find_apply (LecternRulesPage *page)
{
  return console_fixture_find_button (page, "Apply");
}

static const LecternScoringRules *
get_rules (ConsoleFixture *fixture)
{
  return &lectern_contest_get_rules (console_fixture_contest (fixture))->scoring;
}

static gboolean
says (gpointer    parent,
      const char *text)
{
  GtkWidget *label;
  for (guint i = 0; (label = console_fixture_find (parent, "GtkLabel", i)); i++)
    if (gtk_widget_get_mapped (label) && strstr (gtk_label_get_text (GTK_LABEL (label)), text))
      return TRUE;
  return FALSE;
}

static gboolean
two_are_struck_out (gpointer data)
{
  return get_rules (data)->trim_low == 2;
}

static gboolean
one_is_struck_out (gpointer data)
{
  return get_rules (data)->trim_low == 1;
}

/* The totals are those of the card: 880, 902, 910, … 975; the figures are worked out by hand. */
static void
test_edit_apply_undo (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  LecternRulesPage   *page = open_page (&fixture);
  LecternExampleCard *example = find_example (page);
  g_assert_false (gtk_widget_is_sensitive (find_apply (page)));
  /* 92.1 + 93 + 94.4 + 91 + 95.5 + 90.2 + 93 = 649.2; / 7 = 92.742…, less 0.1 */
  g_assert_cmpstr (lectern_example_card_get_final (example), ==, "92.64");
  g_assert_cmpstr (lectern_example_card_get_fate (example, 1), ==, "lowest");
  g_assert_cmpstr (lectern_example_card_get_fate (example, 7), ==, "");

  lectern_rules_page_show_section (page, "panel");
  type_into (page, "panel.trim_low", "2");
  /* Without 90.2: 559 / 6 = 93.166…, less 0.1 */
  g_assert_cmpstr (lectern_example_card_get_final (example), ==, "93.07");
  g_assert_cmpstr (lectern_example_card_get_fate (example, 7), ==, "lowest");
  g_assert_true (says (page, "lowest totals struck out: 1 → 2"));
  g_assert_true (says (page, "1 change, not applied yet"));
  g_assert_cmpuint (get_rules (&fixture)->trim_low, ==, 1);

  console_fixture_press (find_apply (page));
  console_fixture_wait (two_are_struck_out, &fixture);
  console_fixture_settle (100);
  g_assert_false (lectern_rules_page_get_edited (page));
  g_assert_true (says (page, "The contest goes by these rules"));
  console_fixture_press (console_fixture_find_button (fixture.window, "Undo"));
  console_fixture_wait (one_is_struck_out, &fixture);
  console_fixture_settle (100);
  g_assert_cmpstr (read_field (page, "panel.trim_low"), ==, "1");
  console_fixture_tear_down (&fixture);
}

static void
test_example (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  LecternRulesPage   *page = open_page (&fixture);
  LecternExampleCard *example = find_example (page);
  gtk_editable_set_text (lectern_example_card_get_time (example), "5:00");
  g_assert_cmpstr (lectern_example_card_get_final (example), ==, "92.74");
  /* A sheet that is not there: 8 are left, 6 of them count: 649.2 - 92.1 = 557.1; / 6 = 92.85 */
  gtk_editable_set_text (lectern_example_card_get_total (example, 0), "");
  g_assert_cmpstr (lectern_example_card_get_fate (example, 0), ==, "no sheet");
  g_assert_cmpstr (lectern_example_card_get_final (example), ==, "92.85");
  gtk_editable_set_text (lectern_example_card_get_total (example, 3), "101");
  g_assert_null (lectern_example_card_get_final (example));
  g_assert_cmpstr (lectern_example_card_get_fate (example, 3), ==, "can’t be read");
  g_assert_cmpstr (lectern_example_card_get_words (example), ==, "101 is more than the full marks of all criteria together, 100.");
  gtk_editable_set_text (lectern_example_card_get_total (example, 3), "94.4");
  gtk_editable_set_text (lectern_example_card_get_time (example), "x");
  g_assert_null (lectern_example_card_get_final (example));
  gtk_editable_set_text (lectern_example_card_get_time (example), "");
  g_assert_cmpstr (lectern_example_card_get_final (example), ==, "92.85");
  console_fixture_tear_down (&fixture);
}

static void
test_wrong_at_its_field (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  LecternRulesPage *page = open_page (&fixture);
  lectern_rules_page_show_section (page, "time");
  console_fixture_settle (300);
  type_into (page, "time.stop", "5:00");
  LecternRuleRow *row = find_row (page, "time.stop");
  g_assert_cmpstr (lectern_rule_row_get_complaint (row), ==, "The talk can’t be stopped before its limit.");
  g_assert_true (says (row, "The talk can’t be stopped before its limit."));
  g_assert_true (gtk_widget_has_css_class (lectern_rule_row_get_editor (row), "error"));
  g_assert_null (lectern_rule_row_get_complaint (find_row (page, "time.limit")));
  g_assert_false (gtk_widget_is_sensitive (find_apply (page)));
  g_assert_null (lectern_example_card_get_final (find_example (page)));
  type_into (page, "time.limit", "in a while");
  g_assert_cmpstr (lectern_rule_row_get_complaint (find_row (page, "time.limit")), ==, "Write minutes and seconds, like 6:00.");
  /* What was typed is what stands there, and is wrong until it is put right. */
  g_assert_cmpstr (read_field (page, "time.limit"), ==, "in a while");
  type_into (page, "time.limit", "4:30");
  g_assert_null (lectern_rule_row_get_complaint (find_row (page, "time.stop")));
  g_assert_true (gtk_widget_is_sensitive (find_apply (page)));
  console_fixture_press (console_fixture_find_button (page, "Discard"));
  g_assert_cmpstr (read_field (page, "time.limit"), ==, "6:00");
  g_assert_false (lectern_rules_page_get_edited (page));
  console_fixture_tear_down (&fixture);
}

/* Only the engine knows how many nominees there are: its refusal goes to the field as well. */
static void
test_refused_at_its_field (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  LecternRulesPage *page = open_page (&fixture);
  type_into (page, "quota_per_unit", "1");
  console_fixture_press (find_apply (page));
  console_fixture_settle (400);
  LecternRuleRow *row = find_row (page, "quota_per_unit");
  g_assert_cmpstr (lectern_rule_row_get_complaint (row), ==, "解放区 has 2 nominees already, more than that.");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
  g_assert_true (lectern_rules_page_get_edited (page));
  type_into (page, "quota_per_unit", "3");
  g_assert_null (lectern_rule_row_get_complaint (row));
  console_fixture_tear_down (&fixture);
}

static void
press_action (GtkWidget  *row,
              const char *action)
{
  GtkWidget *button;
  for (guint i = 0; (button = console_fixture_find (row, "GtkButton", i)); i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) == 0)
      {
        console_fixture_press (button);
        return;
      }
  g_error ("There is no button for %s", action);
}

static gboolean
has_six_criteria (gpointer data)
{
  return lectern_contest_get_criteria (console_fixture_contest (data))->len == 6;
}

static void
test_criteria (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  LecternRulesPage *page = open_page (&fixture);
  LecternRuleList  *rubric = LECTERN_RULE_LIST (lectern_rule_list_find (GTK_WIDGET (page), "rubric"));
  g_assert_true (says (rubric, "Full marks of all criteria together: 100"));
  console_fixture_press (console_fixture_find_button (rubric, "Add a Criterion"));
  console_fixture_settle (500);
  g_assert_cmpstr (lectern_rule_row_get_complaint (find_row (page, "rubric[5].name")), ==, "A name can’t be empty.");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (lectern_rule_row_get_editor (find_row (page, "rubric[5].name")))))));
  type_into (page, "rubric[5].name", "Voice");
  g_assert_true (says (rubric, "Full marks of all criteria together: 110"));
  g_assert_true (says (rubric, "“voice” in tables"));
  press_action (lectern_rule_list_get_row (rubric, 5), "rule-list.raise");
  g_assert_cmpstr (read_field (page, "rubric[4].name"), ==, "Voice");
  /* Taking out a criterion that decides ties: the tie rule says so, and goes as well. */
  press_action (lectern_rule_list_get_row (rubric, 1), "rule-list.remove");
  g_assert_true (says (page, "Not right yet"));
  g_assert_false (gtk_widget_is_sensitive (find_apply (page)));
  lectern_rules_page_show_section (page, "score");
  console_fixture_settle (300);
  GtkWidget *tie = lectern_rule_list_find (GTK_WIDGET (page), "ties[1]");
  g_assert_true (says (tie, "mean of a criterion that is not there any more"));
  press_action (tie, "rule-list.remove");
  g_assert_true (gtk_widget_is_sensitive (find_apply (page)));
  g_assert_cmpuint (lectern_rules_draft_get_changes (lectern_rules_page_get_draft (page))->len, ==, 3);
  lectern_rules_draft_add (lectern_rules_page_get_draft (page), "rubric", "{\"name\":\"又一项\",\"guide\":\"\",\"max\":\"5\",\"step\":\"1\"}");
  console_fixture_press (find_apply (page));
  console_fixture_wait (has_six_criteria, &fixture);
  const LecternCriterion *voice = g_ptr_array_index (lectern_contest_get_criteria (console_fixture_contest (&fixture)), 3);
  g_assert_cmpstr (voice->key, ==, "voice");
  console_fixture_tear_down (&fixture);
}

/* What is chosen brings its own field with it. */
static void
test_choice (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, FALSE);
  LecternRulesPage *page = open_page (&fixture);
  LecternRuleRow   *row = find_row (page, "announce");
  GtkDropDown      *choice = GTK_DROP_DOWN (lectern_rule_row_get_editor (row));
  GtkWidget        *first = GTK_WIDGET (find_row (page, "announce.hold-first"));
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 1);
  g_assert_false (gtk_widget_get_visible (first));
  gtk_drop_down_set_selected (choice, 2);
  g_assert_true (gtk_widget_get_visible (first));
  type_into (page, "announce.hold-first", "5");
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 2);
  g_autofree char *edits = lectern_rules_draft_write_edits (lectern_rules_page_get_draft (page));
  g_assert_cmpstr (edits, ==, "{\"announce\":{\"hold-first\":5}}");
  GtkSwitch *apart = GTK_SWITCH (lectern_rule_row_get_editor (find_row (page, "draw.keep_unit_apart")));
  g_assert_true (gtk_switch_get_active (apart));
  gtk_switch_set_active (apart, FALSE);
  g_assert_cmpuint (lectern_rules_draft_get_changes (lectern_rules_page_get_draft (page))->len, ==, 2);
  console_fixture_tear_down (&fixture);
}

static gboolean
two_highest_are_struck_out (gpointer data)
{
  return get_rules (data)->trim_high == 2;
}

static void
test_after_a_mark (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_play_to (&fixture, 2, LECTERN_CUE_TALK);
  LecternRulesPage *page = open_page (&fixture);
  GtkWidget        *add = console_fixture_find_button (page, "Add a Criterion");
  g_assert_false (gtk_widget_is_sensitive (add));
  type_into (page, "panel.trim_high", "2");
  g_assert_true (says (page, "Marks are in for 1 entry: its mean, final score and rank are worked out again by the new rules."));
  g_assert_false (gtk_widget_is_sensitive (find_apply (page)));
  GtkWidget *reason = console_fixture_find (page, "AdwEntryRow", 0);
  gtk_editable_set_text (GTK_EDITABLE (reason), "   ");
  g_assert_false (gtk_widget_is_sensitive (find_apply (page)));
  gtk_editable_set_text (GTK_EDITABLE (reason), "评委会决定");
  console_fixture_press (find_apply (page));
  console_fixture_wait (two_highest_are_struck_out, &fixture);
  console_fixture_settle (100);
  g_assert_null (console_fixture_find_button (fixture.window, "Undo"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (reason)), ==, "");
  g_autoptr (GPtrArray) lines = lectern_engine_read_journal (fixture.engine, 0, 0, NULL);
  const LecternJournalLine *last = g_ptr_array_index (lines, lines->len - 1);
  g_assert_cmpstr (last->reason, ==, "评委会决定");
  g_assert_nonnull (strstr (last->sentence, "highest totals struck out: 1 → 2"));
  /* When results are announced is settled once the evening runs. */
  g_assert_false (gtk_widget_is_sensitive (lectern_rule_row_get_editor (find_row (page, "announce"))));
  g_assert_true (gtk_widget_is_sensitive (lectern_rule_row_get_editor (find_row (page, "panel.trim_low"))));
  console_fixture_tear_down (&fixture);
}

static void
test_finalised (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_play_to (&fixture, 0, LECTERN_CUE_CEREMONY);
  LecternAction *action = lectern_action_new (LECTERN_ACTION_FINALISE, "test");
  action->on = TRUE;
  console_fixture_do (&fixture, action);
  LecternRulesPage *page = open_page (&fixture);
  g_assert_true (says (page, "The round is finalised. Reopen it with a reason to change anything."));
  g_assert_false (gtk_widget_is_sensitive (lectern_rule_row_get_editor (find_row (page, "panel.trim_low"))));
  g_assert_false (gtk_widget_is_sensitive (lectern_rule_row_get_editor (find_row (page, "awards[0].places"))));
  console_fixture_press (console_fixture_find_button (page, "Go to Results"));
  console_fixture_settle (300);
  g_assert_true (gtk_widget_get_mapped (lectern_console_window_get_page (fixture.window, "results")));
  console_fixture_tear_down (&fixture);
}

static AdwMessageDialog *
find_question (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static void
test_kept_and_said (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  LecternRulesPage *page = open_page (&fixture);
  type_into (page, "panel.trim_low", "2");
  g_assert_nonnull (console_fixture_find (fixture.window, "GtkStackSwitcher", 0));
  g_assert_true (says (fixture.window, "Rules (not applied)"));
  show_set_up (&fixture, "nominees");
  console_fixture_settle (300);
  g_assert_true (says (fixture.window, "The edited rules are kept, but not applied yet."));
  /* Meanwhile the contest changes in another place. */
  LecternAction *action = lectern_action_new (LECTERN_ACTION_EDIT_RULES, "test");
  action->text = g_strdup ("{\"quota_per_unit\":4}");
  console_fixture_do (&fixture, action);
  show_set_up (&fixture, "rules");
  g_assert_cmpstr (read_field (page, "panel.trim_low"), ==, "2");
  g_assert_cmpstr (read_field (page, "quota_per_unit"), ==, "4");
  gtk_window_close (GTK_WINDOW (fixture.window));
  console_fixture_settle (100);
  AdwMessageDialog *question = find_question ();
  g_assert_nonnull (question);
  g_assert_cmpstr (adw_message_dialog_get_heading (question), ==, "Close Without Applying the Rules?");
  adw_message_dialog_response (question, "cancel");
  gtk_window_destroy (GTK_WINDOW (question));
  g_assert_true (lectern_rules_page_get_edited (page));
  console_fixture_tear_down (&fixture);
}

static void
test_files (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  LecternRulesPage *page = open_page (&fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture.folder, "rules.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  type_into (page, "panel.trim_low", "3");
  g_assert_true (lectern_rules_page_write_file (page, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"trim_low\" : 3"));
  console_fixture_press (console_fixture_find_button (page, "Discard"));
  g_assert_true (lectern_rules_page_take_in_file (page, file, &error));
  g_assert_cmpstr (read_field (page, "panel.trim_low"), ==, "3");
  g_assert_true (gtk_widget_is_sensitive (find_apply (page)));
  g_assert_true (g_file_set_contents (path, "{\"panel\":{\"trim_low\":\"many\"}}", -1, NULL));
  g_assert_false (lectern_rules_page_take_in_file (page, file, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES);
  g_assert_cmpstr (read_field (page, "panel.trim_low"), ==, "3");
  console_fixture_tear_down (&fixture);
}

/* A heat for some units: the picker writes their keys, and none ticked is all. */
static void
test_units (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, FALSE);
  LecternRulesPage *page = open_page (&fixture);
  lectern_rules_page_show_section (page, "rounds");
  lectern_rule_list_go_to (lectern_rule_list_find (GTK_WIDGET (page), "rounds[0].units"));
  console_fixture_settle (500);
  GtkWidget *picker = lectern_rule_row_get_editor (find_row (page, "rounds[0].units"));
  GtkWidget *button = console_fixture_find (picker, "GtkMenuButton", 0);
  g_assert_true (says (picker, "all units"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  console_fixture_settle (300);
  GtkWidget *check = console_fixture_find (picker, "GtkCheckButton", 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (says (picker, "马村区"));
  g_autofree char *keys = lectern_rules_draft_get (lectern_rules_page_get_draft (page), "rounds[0].units", LECTERN_RULE_VALUE);
  g_assert_cmpstr (keys, ==, "[\"macun\"]");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_false (lectern_rules_page_get_edited (page));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  console_fixture_settle (100);
  console_fixture_tear_down (&fixture);
}

static GtkWidget *
make_label (int width)
{
  GtkWidget *label = gtk_label_new ("x");
  gtk_widget_set_size_request (label, width, 20);
  return label;
}

static void
test_beside (void)
{
  static const struct
  {
    int      width;
    gboolean beside;
  } rows[] = { { 700, TRUE }, { 500, TRUE }, { 499, FALSE }, { 310, FALSE } };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *first = make_label (300), *second = make_label (200);
  gtk_widget_set_layout_manager (box, g_object_new (LECTERN_TYPE_BESIDE_LAYOUT, NULL));
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  console_fixture_settle (100);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      graphene_rect_t one, other;
      gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, rows[i].width, 400 }, -1);
      g_assert_true (gtk_widget_compute_bounds (first, box, &one) && gtk_widget_compute_bounds (second, box, &other));
      g_assert_cmpint (other.origin.x >= one.origin.x + one.size.width, ==, rows[i].beside);
      g_assert_cmpint (other.origin.y >= one.origin.y + one.size.height, ==, !rows[i].beside);
      g_assert_cmpfloat (other.origin.x + other.size.width, <=, rows[i].width);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/rules/edit-apply-undo", test_edit_apply_undo);
  g_test_add_func ("/console/rules/example", test_example);
  g_test_add_func ("/console/rules/wrong-at-its-field", test_wrong_at_its_field);
  g_test_add_func ("/console/rules/refused-at-its-field", test_refused_at_its_field);
  g_test_add_func ("/console/rules/criteria", test_criteria);
  g_test_add_func ("/console/rules/choice", test_choice);
  g_test_add_func ("/console/rules/after-a-mark", test_after_a_mark);
  g_test_add_func ("/console/rules/finalised", test_finalised);
  g_test_add_func ("/console/rules/kept-and-said", test_kept_and_said);
  g_test_add_func ("/console/rules/files", test_files);
  g_test_add_func ("/console/rules/units", test_units);
  g_test_add_func ("/console/rules/beside", test_beside);
  return g_test_run ();
}
