/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judges' statistics of a contest: which judges and entries they are over, how often each judge
 * was struck out, and the JSON. */

#include "contest-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "lectern-agreement-table.h"

/* Shrout and Fleiss (1979): six targets, four judges; ICC(2,1) 0.29, ICC(2,4) 0.62, ICC(3,4) 0.91. */
static const gint64 marks[6][4] = {
  { 9, 2, 5, 8 },
  { 6, 1, 3, 2 },
  { 8, 4, 6, 8 },
  { 7, 1, 2, 6 },
  { 10, 5, 6, 9 },
  { 6, 2, 4, 7 },
};

static void
put_marks (LecternContest *contest,
           gint64          nominee,
           gint64          judge)
{
  fixture_put_sheet (contest, nominee, judge, 1, LECTERN_SHEET_LOCKED, marks[nominee - 1][judge - 1] * 1000, 0);
}

/* The paper's table; one highest and one lowest of at least three is struck out. */
static LecternContest *
make_contest (guint n_entries,
              guint n_judges)
{
  LecternContest *contest = fixture_contest_new (",\"panel\":{\"trim_low\":1,\"trim_high\":1,\"trim_from\":3}", n_entries, n_judges);

  for (guint i = 1; i <= 6; i++)
    {
      for (guint j = 1; j <= 4; j++)
        put_marks (contest, i, j);
      fixture_set_entry (contest, i, LECTERN_ENTRY_DONE, 350000, FALSE);
    }
  return contest;
}

static void
recuse (LecternContest *contest,
        gint64          nominee,
        gint64          judge)
{
  LecternRecusal *recusal = lectern_record_new (&lectern_table_recusal);

  recusal->round = g_strdup ("final");
  recusal->nominee = nominee;
  recusal->judge = judge;
  recusal->reason = g_strdup ("亲属");
  fixture_put (contest, recusal);
}

static void
assert_figure (LecternFigure figure,
               guint         decimals,
               const char   *wanted)
{
  g_autofree char *text = lectern_figure_format (figure, decimals);

  g_assert_cmpstr (text, ==, wanted);
}

/* "1,2,3": the lots of @entries. */
static char *
write_lots (GPtrArray *entries)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "," : "", (int) ((const LecternEntry *) entries->pdata[i])->lot);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "1:0-6,…": the judges, how often each was struck out as highest and as lowest. */
static char *
write_judges (const LecternAgreementTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint j = 0; j < table->judges->len; j++)
    {
      const LecternAgreementJudge *figures = &table->figures->judges[j];

      g_assert_cmpint (figures->judge, ==, ((const LecternJudge *) table->judges->pdata[j])->number);
      g_string_append_printf (text, "%s%d:%u-%u", j > 0 ? " " : "", figures->judge, figures->dropped_high, figures->dropped_low);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_over (const LecternAgreementTable *table,
             const char                  *entries,
             const char                  *left_out,
             const char                  *judges)
{
  g_autofree char *in = write_lots (table->entries);
  g_autofree char *out = write_lots (table->left_out);
  g_autofree char *who = write_judges (table);

  g_assert_cmpstr (in, ==, entries);
  g_assert_cmpstr (out, ==, left_out);
  g_assert_cmpstr (who, ==, judges);
  g_assert_cmpuint (table->figures->n_entries, ==, table->entries->len);
  g_assert_cmpuint (table->figures->n_judges, ==, table->judges->len);
}

static void
test_published (void)
{
  g_autoptr (LecternContest) contest = make_contest (6, 4);
  g_autoptr (LecternAgreementTable) table = lectern_agreement_table_new (contest, NULL);

  /* The highest is judge 1's but for the last entry, and in the third by the lower number of two. */
  assert_over (table, "1,2,3,4,5,6", "", "1:5-0 2:0-6 3:0-0 4:1-0");
  g_assert_cmpstr (table->round, ==, "final");
  g_assert_true (table->complete);
  g_assert_true (table->provisional);
  assert_figure (table->figures->icc2_1, 5, "0.28976");
  assert_figure (table->figures->icc2_k, 5, "0.62005");
  assert_figure (table->figures->alpha, 5, "0.90932");
  assert_figure (table->figures->judges[1].mean, 6, "2.500000");
  assert_figure (table->figures->judges[1].severity, 6, "-3.722222"); /* 15 / 6 - (46 + 26 + 40) / 18 */
  lectern_agreement_table_free (g_steal_pointer (&table));
  table = lectern_agreement_table_new (contest, "final");
  assert_figure (table->figures->alpha, 5, "0.90932");
}

/* A judge recused for one entry, and another sheet missing: both entries are left out of the matrix,
 * and what was struck out there still counts. */
static void
test_left_out (void)
{
  g_autoptr (LecternContest) contest = make_contest (8, 4);
  g_autoptr (LecternAgreementTable) table = NULL;

  recuse (contest, 1, 4);
  fixture_put_sheet (contest, 7, 1, 1, LECTERN_SHEET_LOCKED, 5000, 0);
  fixture_put_sheet (contest, 7, 2, 1, LECTERN_SHEET_DRAFT, 5000, 0);
  table = lectern_agreement_table_new (contest, NULL);
  assert_over (table, "2,3,4,5,6", "1,7", "1:5-0 2:0-6 3:0-0 4:1-0");
  g_assert_false (table->complete);
  assert_figure (table->figures->judges[0].mean, 6, "7.400000");
}

/* Who marked nothing is no judge of the round; who left after marking is one. */
static void
test_which_judges (void)
{
  g_autoptr (LecternContest) contest = make_contest (6, 5);
  LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, 3));
  g_autoptr (LecternAgreementTable) table = NULL;

  judge->active = 0;
  fixture_put (contest, judge);
  table = lectern_agreement_table_new (contest, NULL);
  assert_over (table, "1,2,3,4,5,6", "", "1:5-0 2:0-6 3:0-0 4:1-0");
  assert_figure (table->figures->icc2_1, 5, "0.28976");
}

static void
test_forfeit (void)
{
  g_autoptr (LecternContest) contest = make_contest (6, 4);
  g_autoptr (LecternAgreementTable) table = NULL;

  fixture_set_entry (contest, 6, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE);
  table = lectern_agreement_table_new (contest, NULL);
  assert_over (table, "1,2,3,4,5", "", "1:5-0 2:0-5 3:0-0 4:0-0");
}

/* By lot, whatever the ranking is. */
static void
test_order (void)
{
  g_autoptr (LecternContest) contest = make_contest (6, 4);
  g_autoptr (LecternAgreementTable) table = NULL;
  LecternEntry *entry = lectern_record_copy (lectern_contest_get_entry (contest, NULL, 5));

  entry->lot = 9;
  fixture_put (contest, entry);
  table = lectern_agreement_table_new (contest, NULL);
  assert_over (table, "1,2,3,4,6,9", "", "1:5-0 2:0-6 3:0-0 4:1-0");
}

static void
test_nothing_yet (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 3, 3);
  g_autoptr (LecternContest) empty = lectern_contest_new ();
  g_autoptr (LecternAgreementTable) table = lectern_agreement_table_new (contest, NULL);
  g_autoptr (LecternAgreementTable) no_round = lectern_agreement_table_new (contest, "semi");
  g_autoptr (LecternAgreementTable) nothing = lectern_agreement_table_new (empty, NULL);
  g_autofree char *json = lectern_agreement_table_to_json (table);
  g_autofree char *json_of_nothing = lectern_agreement_table_to_json (nothing);

  assert_over (table, "", "", "");
  g_assert_cmpint (table->figures->alpha.state, ==, LECTERN_FIGURE_TOO_FEW_ENTRIES);
  g_assert_nonnull (strstr (json, "\"df\" : null"));
  g_assert_nonnull (strstr (json, "\"judges\" : []"));
  g_assert_null (no_round->round);
  g_assert_nonnull (strstr (json_of_nothing, "\"round\" : null"));
}

static const char *const numbers[] = { "kendall_w", "chi_square", "df", "icc2_1", "icc2_k", "alpha" };

/* Every figure a number, or null; written with nine places, not as binary fractions print. */
static void
test_json (void)
{
  g_autoptr (LecternContest) contest = make_contest (6, 4);
  g_autoptr (LecternAgreementTable) table = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;
  LecternJudge    *named = lectern_record_copy (lectern_contest_get_judge (contest, 2));
  JsonObject      *object, *judge;
  g_autoptr (GError) error = NULL;

  lectern_record_take_string (&named->name, "王\"二\"");
  fixture_put (contest, named);
  recuse (contest, 4, 1);
  table = lectern_agreement_table_new (contest, NULL);
  json = lectern_agreement_table_to_json (table);
  root = json_from_string (json, &error);
  g_assert_no_error (error);
  object = json_node_get_object (root);
  g_assert_cmpint (json_object_get_int_member (object, "entries"), ==, 5);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "lots")), ==, 5);
  g_assert_cmpint (json_array_get_int_element (json_object_get_array_member (object, "left_out"), 0), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_true (json_node_get_value_type (json_object_get_member (object, numbers[i])) != G_TYPE_STRING);
  judge = json_array_get_object_element (json_object_get_array_member (object, "judges"), 1);
  g_assert_cmpint (json_object_get_int_member (judge, "judge"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (judge, "name"), ==, "王\"二\"");
  g_assert_cmpstr (json_object_get_string_member (judge, "mean"), ==, "2.800000");
  g_assert_cmpint (json_object_get_int_member (judge, "dropped_low"), ==, 6);
  g_assert_true (json_object_has_member (judge, "severity") && json_object_has_member (judge, "spread") && json_object_has_member (judge, "consistency"));
  g_assert_cmpint (json_object_get_int_member (object, "df"), ==, 4);
  g_assert_nonnull (strstr (json, "\"spread\" : 1.643167673")); /* sqrt (10.8 / 4) */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/agreement-table/published", test_published);
  g_test_add_func ("/contest/agreement-table/left-out", test_left_out);
  g_test_add_func ("/contest/agreement-table/which-judges", test_which_judges);
  g_test_add_func ("/contest/agreement-table/forfeit", test_forfeit);
  g_test_add_func ("/contest/agreement-table/order", test_order);
  g_test_add_func ("/contest/agreement-table/nothing-yet", test_nothing_yet);
  g_test_add_func ("/contest/agreement-table/json", test_json);
  return g_test_run ();
}
