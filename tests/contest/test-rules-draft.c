/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Rules being edited: how each kind of setting is read and written, what is handed on, and that
 * neither the contest moving on nor a mistake loses what was typed. */

#include "contest-fixture.h"

#include "lectern-rules-draft.h"
#include "lectern-rules-file.h"
#include "lectern-rules-freeze.h"

static char *
write_base (const char *extra)
{
  g_autofree char *json = fixture_rules_json (extra);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) rules = lectern_template_parse (json, NULL, &error);

  g_assert_no_error (error);
  return lectern_rules_file_write (rules);
}

static LecternRulesDraft *
new_draft (const char *extra)
{
  LecternRulesDraft *draft = lectern_rules_draft_new ();
  g_autofree char   *base = write_base (extra);

  lectern_rules_draft_set_base (draft, base);
  return draft;
}

/* What is typed, how it stands there afterwards, and what is handed on; NULL: a problem. */
typedef struct
{
  const char     *name;
  const char     *path;
  LecternRuleKind kind;
  const char     *typed;
  const char     *shown;
  const char     *edits;
  const char     *complaint;
} Row;

#define OVER ",\"time\":{\"limit\":360,\"stop\":420,\"warn\":[300],\"over\":{\"steps\":[{\"every\":10,\"points\":\"0.1\"}]}}"
#define AS_TIME "Write minutes and seconds, like 6:00."
#define AS_POINTS "Write points with at most three decimals, like 0.1."

/* clang-format off */
static const Row rows[] = {
  { "count", "panel.trim_low", LECTERN_RULE_COUNT, "2", "2", "{\"panel\":{\"trim_low\":2}}", NULL },
  { "count-full-width", "quota_per_unit", LECTERN_RULE_COUNT, "３", "3", "{\"quota_per_unit\":3}", NULL },
  { "count-of-letters", "panel.trim_low", LECTERN_RULE_COUNT, "two", "two", NULL, "A whole number from 0 to 20 belongs here." },
  { "count-too-large", "panel.trim_low", LECTERN_RULE_COUNT, "21", "21", NULL, "A whole number from 0 to 20 belongs here." },
  { "count-empty", "panel.trim_low", LECTERN_RULE_COUNT, "", "", NULL, "A whole number from 0 to 20 belongs here." },
  { "time", "time.limit", LECTERN_RULE_TIME, "5:30", "5:30", "{\"time\":{\"limit\":330}}", NULL },
  { "time-in-seconds", "time.limit", LECTERN_RULE_TIME, "300", "5:00", "{\"time\":{\"limit\":300}}", NULL },
  { "time-full-width", "time.limit", LECTERN_RULE_TIME, "５：００", "5:00", "{\"time\":{\"limit\":300}}", NULL },
  { "time-of-61-seconds", "time.limit", LECTERN_RULE_TIME, "5:61", "5:61", NULL, AS_TIME },
  { "time-beyond-stop", "time.stop", LECTERN_RULE_TIME_OR_NONE, "5:59", "5:59", NULL, "The talk can’t be stopped before its limit." },
  { "time-none", "time.stop", LECTERN_RULE_TIME_OR_NONE, " ", "", "{\"time\":{\"stop\":null}}", NULL },
  { "times", "time.warn", LECTERN_RULE_TIMES, "4:00，5:30", "4:00, 5:30", "{\"time\":{\"warn\":[240,330]}}", NULL },
  { "times-none", "time.warn", LECTERN_RULE_TIMES, "", "", "{\"time\":{\"warn\":[]}}", NULL },
  { "times-unreadable", "time.warn", LECTERN_RULE_TIMES, "4:00, soon", "4:00, soon", NULL, "Write minutes and seconds with a comma between two times, like 4:00, 5:00." },
  { "points", "time.over.steps[0].points", LECTERN_RULE_POINTS, "0.25", "0.25", "{\"time\":{\"over\":{\"steps\":[{\"every\":10,\"points\":\"0.25\"}]}}}", NULL },
  { "points-unreadable", "time.over.cap", LECTERN_RULE_POINTS_OR_NONE, "a lot", "a lot", NULL, AS_POINTS },
  { "points-four-decimals", "time.over.steps[0].points", LECTERN_RULE_POINTS, "0.0001", "0.0001", NULL, AS_POINTS },
  { "full-marks-nought", "rubric[1].max", LECTERN_RULE_POINTS, "0", "0", NULL, "Full marks must be above 0." },
  { "by-key", "rubric.content.guide", LECTERN_RULE_TEXT, "Reasons", "Reasons", "{\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"guide\":\"Reasons\",\"max\":\"40\",\"step\":\"0.1\"},{\"key\":\"language\",\"name\":\"语言\",\"guide\":\"\",\"max\":\"60\",\"step\":\"0.5\"}]}", NULL },
  { "value", "announce", LECTERN_RULE_VALUE, "{\"hold-first\":3}", "{\"hold-first\":3}", "{\"announce\":{\"hold-first\":3}}", NULL },
  { "boolean", "draw.keep_unit_apart", LECTERN_RULE_VALUE, "false", "false", "{\"draw\":{\"keep_unit_apart\":false}}", NULL },
  { "no-key-of-a-unit", "rounds[0].units", LECTERN_RULE_KEYS, "nowhere", "nowhere", NULL, "There is no unit with this key." },
};
/* clang-format on */

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (LecternRulesDraft) draft = new_draft (OVER);
  g_autofree char *shown = NULL;
  g_autofree char *edits = NULL;

  g_assert_false (lectern_rules_draft_is_edited (draft));
  lectern_rules_draft_set (draft, row->path, row->kind, row->typed);
  shown = lectern_rules_draft_get (draft, row->path, row->kind);
  edits = lectern_rules_draft_write_edits (draft);
  g_assert_cmpstr (shown, ==, row->shown);
  g_assert_true (lectern_rules_draft_says (draft, row->path, row->kind, row->typed));
  g_assert_true (lectern_rules_draft_is_edited (draft));
  g_assert_cmpstr (lectern_rules_draft_get_complaint (draft, row->path, row->kind), ==, row->complaint);
  g_assert_cmpuint (lectern_rules_draft_get_changes (draft)->len, ==, row->complaint != NULL ? 0 : 1);
  if (row->edits != NULL)
    g_assert_cmpstr (edits, ==, row->edits);
  lectern_rules_draft_discard (draft);
  g_assert_false (lectern_rules_draft_is_edited (draft));
  g_assert_null (lectern_rules_draft_get_complaint (draft, row->path, row->kind));
}

static void
on_changed_cb (LecternRulesDraft *draft,
               guint             *n)
{
  (*n)++;
}

static void
test_changed (void)
{
  g_autoptr (LecternRulesDraft) draft = new_draft ("");
  guint n = 0;

  g_signal_connect (draft, "changed", G_CALLBACK (on_changed_cb), &n);
  lectern_rules_draft_set (draft, "panel.trim_low", LECTERN_RULE_COUNT, "2");
  g_assert_cmpuint (n, ==, 1);
  /* The same again, said another way, and a setting that is not there. */
  lectern_rules_draft_set (draft, "panel.trim_low", LECTERN_RULE_COUNT, " 2 ");
  lectern_rules_draft_set (draft, "panel.nothing.there", LECTERN_RULE_COUNT, "2");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (((LecternRulesChange *) lectern_rules_draft_get_changes (draft)->pdata[0])->text, ==, "lowest totals struck out: 1 → 2");
}

/* Somebody else has changed the contest while this was being edited. */
static void
test_base_moves_on (void)
{
  g_autoptr (LecternRulesDraft) draft = new_draft (OVER);
  g_autofree char *moved = write_base (",\"quota_per_unit\":5" OVER);
  g_autofree char *applied = write_base (",\"quota_per_unit\":5,\"panel\":{\"trim_low\":2}" OVER);
  g_autofree char *quota = NULL;
  g_autofree char *trim = NULL;

  lectern_rules_draft_set (draft, "panel.trim_low", LECTERN_RULE_COUNT, "2");
  lectern_rules_draft_set_base (draft, moved);
  quota = lectern_rules_draft_get (draft, "quota_per_unit", LECTERN_RULE_COUNT);
  trim = lectern_rules_draft_get (draft, "panel.trim_low", LECTERN_RULE_COUNT);
  g_assert_cmpstr (quota, ==, "5");
  g_assert_cmpstr (trim, ==, "2");
  g_assert_cmpuint (lectern_rules_draft_get_changes (draft)->len, ==, 1);
  /* What was edited has come true. */
  lectern_rules_draft_set_base (draft, applied);
  g_assert_false (lectern_rules_draft_is_edited (draft));
  g_assert_null (lectern_rules_draft_write_edits (draft));
}

static char *
list_keys (LecternRulesDraft *draft,
           const char        *list)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < lectern_rules_draft_count (draft, list); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s[%u].key", list, i);
      g_autofree char *key = lectern_rules_draft_get (draft, path, LECTERN_RULE_TEXT);

      g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", key);
    }
  return g_string_free (keys, FALSE);
}

static void
assert_keys (LecternRulesDraft *draft,
             const char        *list,
             const char        *expected)
{
  g_autofree char *keys = list_keys (draft, list);

  g_assert_cmpstr (keys, ==, expected);
}

#define NEW_CRITERION "{\"name\":\"\",\"guide\":\"\",\"max\":\"10\",\"step\":\"0.1\"}"

static void
test_lists (void)
{
  g_autoptr (LecternRulesDraft) draft = new_draft ("");
  g_autofree char *tie = NULL;

  g_assert_cmpint (lectern_rules_draft_sum_full_marks (draft), ==, 100000);
  lectern_rules_draft_add (draft, "rubric", NEW_CRITERION);
  lectern_rules_draft_add (draft, "rubric", NEW_CRITERION);
  assert_keys (draft, "rubric", "content language criterion criterion-2");
  g_assert_cmpint (lectern_rules_draft_sum_full_marks (draft), ==, 120000);
  g_assert_cmpstr (lectern_rules_draft_get_problem (draft, "rubric[2]", TRUE), ==, "A name can’t be empty.");
  g_assert_null (lectern_rules_draft_get_problem (draft, "rubric[2]", FALSE));
  /* A key follows its name, and who names it follows the key; known ones never do. */
  lectern_rules_draft_add (draft, "ties", "\"criterion:criterion\"");
  lectern_rules_draft_set (draft, "rubric[2].name", LECTERN_RULE_TEXT, "Bearing on Stage!");
  lectern_rules_draft_set (draft, "rubric[3].name", LECTERN_RULE_TEXT, "仪表形象");
  lectern_rules_draft_set (draft, "rubric[0].name", LECTERN_RULE_TEXT, "Theme");
  assert_keys (draft, "rubric", "content language bearing-on-stage criterion");
  tie = lectern_rules_draft_get (draft, "ties[0]", LECTERN_RULE_TEXT);
  g_assert_cmpstr (tie, ==, "criterion:bearing-on-stage");
  g_assert_cmpuint (lectern_rules_draft_get_problems (draft)->len, ==, 0);
  lectern_rules_draft_move (draft, "rubric", 3, 0);
  assert_keys (draft, "rubric", "criterion content language bearing-on-stage");
  lectern_rules_draft_move (draft, "rubric", 0, 4);
  assert_keys (draft, "rubric", "criterion content language bearing-on-stage");
  lectern_rules_draft_remove (draft, "rubric", 3);
  assert_keys (draft, "rubric", "criterion content language");
  g_assert_nonnull (lectern_rules_draft_get_problem (draft, "ties[0]", FALSE));
  lectern_rules_draft_set (draft, "rubric[0].max", LECTERN_RULE_POINTS, "ten");
  g_assert_cmpint (lectern_rules_draft_sum_full_marks (draft), ==, LECTERN_NONE);
}

/* What is asked of places that are not there changes nothing and tells nobody. */
static void
test_nowhere (void)
{
  static const char *const paths[] = { "nothing", "panel.nothing.there", "rubric[9].max", "rubric.charm.max", "title[0]", "title.x" };
  static const char *const closed[] = { "panel", NULL };
  g_autoptr (LecternRulesDraft) draft = new_draft ("");
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_assert_null (lectern_rules_draft_get (draft, paths[i], LECTERN_RULE_TEXT));
      g_assert_false (lectern_rules_draft_has (draft, paths[i]));
      g_assert_cmpuint (lectern_rules_draft_count (draft, paths[i]), ==, 0);
    }
  g_assert_cmpuint (lectern_rules_draft_count (draft, "title"), ==, 0);
  lectern_rules_draft_set_closed (draft, closed);
  g_signal_connect (draft, "changed", G_CALLBACK (on_changed_cb), &n);
  lectern_rules_draft_set_closed (draft, closed);
  lectern_rules_draft_remove (draft, "rubric", 2);
  lectern_rules_draft_move (draft, "rubric", 2, 0);
  lectern_rules_draft_move (draft, "rubric", 1, 1);
  g_assert_cmpuint (n, ==, 0);
  assert_keys (draft, "rubric", "content language");
}

static void
test_keys (void)
{
  static const struct
  {
    const char *name, *key;
  } cases[] = {
    { "Heat One", "heat-one" },
    { "  Heat -- One  ", "heat-one" },
    { "A", "a" },
    { "Ünion of Ärzte", "union-of-arzte" },
    { "复赛", "round" },
    { "!!!", "round" },
    { "abcdefghij klmnopqrst uvwxyzabcde", "abcdefghij-klmnopqrst-uvwxyzab" },
    { "abcdefghijklmnopqrstuvwxyzabc d", "abcdefghijklmnopqrstuvwxyzabc" },
    { "final", "final-2" }, /* there is one */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternRulesDraft) draft = new_draft ("");
      g_autofree char *json = g_strdup_printf ("{\"name\":\"%s\"}", cases[i].name);
      g_autofree char *key = NULL;

      lectern_rules_draft_add (draft, "rounds", json);
      key = lectern_rules_draft_get (draft, "rounds[1].key", LECTERN_RULE_TEXT);
      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

/* The round that others go on to is renamed: they go on to it all the same. */
static void
test_renamed_round (void)
{
  g_autoptr (LecternRulesDraft) draft = new_draft ("");
  g_autofree char *into = NULL;
  g_autofree char *own = NULL;

  lectern_rules_draft_add (draft, "rounds", "{\"name\":\"Last\",\"advance\":null,\"into\":null}");
  lectern_rules_draft_set (draft, "rounds[0].into", LECTERN_RULE_TEXT, "last");
  lectern_rules_draft_set (draft, "rounds[1].name", LECTERN_RULE_TEXT, "Grand final");
  into = lectern_rules_draft_get (draft, "rounds[0].into", LECTERN_RULE_TEXT);
  own = lectern_rules_draft_get (draft, "rounds[1].into", LECTERN_RULE_TEXT);
  g_assert_cmpstr (into, ==, "grand-final");
  g_assert_cmpstr (own, ==, "");
  assert_keys (draft, "rounds", "final grand-final");
}

static void
test_take_in (void)
{
  g_autoptr (LecternRulesDraft) draft = new_draft ("");
  g_autoptr (GError) error = NULL;

  g_assert_false (lectern_rules_draft_take_in (draft, "{\"panel\":{\"trim_low\":\"x\"}}", &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES);
  g_assert_false (lectern_rules_draft_is_edited (draft));
  g_clear_error (&error);
  g_assert_false (lectern_rules_draft_take_in (draft, "[1]", &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES);
  g_clear_error (&error);
  g_assert_true (lectern_rules_draft_take_in (draft, "{\"panel\":{\"trim_low\":2},\"title\":\"另一场\"}", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lectern_rules_draft_get_changes (draft)->len, ==, 2);
}

/* The engine names things by their keys; what it says stands until something is edited. */
static void
test_refused (void)
{
  g_autoptr (LecternRulesDraft) draft = new_draft ("");
  g_autoptr (GPtrArray) problems = lectern_problems_new ();

  lectern_rules_draft_set (draft, "rubric[1].max", LECTERN_RULE_POINTS, "50");
  g_ptr_array_add (problems, lectern_problem_new (0, "rubric.language", "Too low."));
  g_ptr_array_add (problems, lectern_problem_new (0, "units", "Too few."));
  g_ptr_array_add (problems, lectern_problem_new (0, NULL, "Not today."));
  g_ptr_array_add (problems, lectern_problem_new (0, "rubric.charm", "Nobody knows it."));
  lectern_rules_draft_refuse (draft, problems);
  g_assert_cmpstr (lectern_rules_draft_get_problem (draft, "rubric[1]", FALSE), ==, "Too low.");
  g_assert_cmpstr (lectern_rules_draft_get_problem (draft, "rubric.charm", FALSE), ==, "Nobody knows it.");
  g_assert_null (lectern_rules_draft_get_problem (draft, "rubric[0]", TRUE));
  g_assert_cmpuint (lectern_rules_draft_get_problems (draft)->len, ==, 4);
  g_assert_cmpuint (lectern_rules_draft_get_changes (draft)->len, ==, 1);
  lectern_rules_draft_refuse (draft, NULL);
  g_assert_cmpuint (lectern_rules_draft_get_problems (draft)->len, ==, 0);
  lectern_rules_draft_set (draft, "rubric[1].max", LECTERN_RULE_POINTS, "55");
  g_assert_cmpuint (lectern_rules_draft_get_problems (draft)->len, ==, 0);
}

static void
test_closed (void)
{
  static const char *const closed[] = { "panel", "rubric[]", NULL };
  g_autoptr (LecternRulesDraft) draft = new_draft ("");

  g_assert_true (lectern_rules_draft_is_open (draft, "panel.trim_low"));
  lectern_rules_draft_set_closed (draft, closed);
  g_assert_false (lectern_rules_draft_is_open (draft, "panel.trim_low"));
  g_assert_false (lectern_rules_draft_is_open (draft, "rubric[]"));
  g_assert_true (lectern_rules_draft_is_open (draft, "rubric[0].name"));
  g_assert_true (lectern_rules_draft_is_open (draft, "awards[0].name"));
}

/* When they freeze --------------------------------------------------------------------------- */

static void
set_round (LecternContest   *contest,
           LecternRoundState state)
{
  LecternRound *round = lectern_record_copy (lectern_contest_get_current_round (contest));

  round->state = state;
  fixture_put (contest, round);
}

static void
put_finalised_heat (LecternContest *contest)
{
  LecternRound *round = lectern_record_new (&lectern_table_round);

  round->key = g_strdup ("heat");
  round->name = g_strdup ("第一场");
  round->position = -1;
  round->state = LECTERN_ROUND_FINALISED;
  fixture_put (contest, round);
}

static void
test_freeze (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 2);
  g_autoptr (GError) error = NULL;
  guint n_marked, n_revealed;

  g_assert_false (lectern_rules_freeze_has_sheets (contest));
  fixture_put_sheet (contest, 1, 1, 1, LECTERN_SHEET_DRAFT, 30000, LECTERN_NULL);
  g_assert_true (lectern_rules_freeze_has_sheets (contest));
  g_assert_false (lectern_rules_freeze_is_marked (contest));
  fixture_put_sheet (contest, 1, 1, 2, LECTERN_SHEET_SUBMITTED, 30000, 50000);
  g_assert_true (lectern_rules_freeze_is_marked (contest));
  fixture_set_entry (contest, 1, LECTERN_ENTRY_DONE, 350000, TRUE);
  lectern_rules_freeze_count_entries (contest, &n_marked, &n_revealed);
  g_assert_cmpuint (n_marked, ==, 1);
  g_assert_cmpuint (n_revealed, ==, 1);
  set_round (contest, LECTERN_ROUND_RUNNING);
  g_assert_true (lectern_rules_freeze_check (contest, "panel", &error));
  g_assert_false (lectern_rules_freeze_check (contest, "announce", &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  g_clear_error (&error);
  /* A round that is over keeps what its marks were ranked by, whatever comes after it. */
  put_finalised_heat (contest);
  g_assert_true (lectern_rules_freeze_check (contest, "awards", &error));
  g_assert_false (lectern_rules_freeze_check (contest, "panel", &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_FINALISED);
  g_clear_error (&error);
  set_round (contest, LECTERN_ROUND_FINALISED);
  g_assert_true (lectern_rules_freeze_check (contest, "title", &error));
  g_assert_false (lectern_rules_freeze_check (contest, "awards", &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_FINALISED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules-draft/typed/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules-draft/changed", test_changed);
  g_test_add_func ("/rules-draft/base-moves-on", test_base_moves_on);
  g_test_add_func ("/rules-draft/lists", test_lists);
  g_test_add_func ("/rules-draft/nowhere", test_nowhere);
  g_test_add_func ("/rules-draft/keys", test_keys);
  g_test_add_func ("/rules-draft/renamed-round", test_renamed_round);
  g_test_add_func ("/rules-draft/take-in", test_take_in);
  g_test_add_func ("/rules-draft/refused", test_refused);
  g_test_add_func ("/rules-draft/closed", test_closed);
  g_test_add_func ("/rules-draft/freeze", test_freeze);
  return g_test_run ();
}
