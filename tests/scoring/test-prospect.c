/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Prospects, one small contest a row; test-prospect-truth.c tries them against all completions.
 * Each entry is written as the totals of judges 1, 2 … of ten points, "-" for a judge recused,
 * "?" for a sheet to come. Tie rules: "j" the head judge (judge 1), "h" highest counted, "x"
 * decision in the order of the entries, for the settled ones. Expected are best and worst. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-prospect.h"

#include <string.h>

#define ENTRIES_MAX 6
#define JUDGES_MAX 6

typedef struct
{
  LecternScoringRules  rules;
  LecternProspectField field;
  LecternProspectEntry entries[ENTRIES_MAX];
  LecternScoredSheet   sheets[ENTRIES_MAX][JUDGES_MAX];
  int                  expected[ENTRIES_MAX][JUDGES_MAX];
} Contest;

typedef struct
{
  const char *name;
  const char *ties;
  const char *entries[ENTRIES_MAX];
  const char *expected;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "nobody has spoken", "", { "??", "??", "??" }, "1-0 1-0 1-0" },
  { "all have spoken", "", { "97", "79", "66" }, "1-2 1-2 3-3" },
  { "the last one can pass anybody", "", { "98", "97", "??" }, "1-2 2-3 1-0" },
  { "full marks may be shared, and then ordered by the jury", "", { "XX", "XX", "??" }, "1-3 1-3 1-0" },
  { "a sheet that is in holds back", "", { "99", "X6", "?6" }, "1-1 2-3 2-0" },
  { "nobody marks it", "", { "99", "--" }, "1-1 0-0" },
  { "the head judge's word stands", "j", { "97", "79", "??" }, "1-2 2-3 1-0" },
  { "but not beside one whom the head judge doesn't mark", "j", { "97", "79", "-?" }, "1-3 1-3 1-0" },
  { "unless that one can't get there", "j", { "97", "78", "-?" }, "1-2 2-3 1-0" },
  { "nor if the sums don't fit", "j", { "877", "778", "--?" }, "1-2 2-3 1-0" },
  { "a decision stands only as long as nobody joins", "x", { "88", "88", "??" }, "1-3 1-3 1-0" },
  { "a decision nobody can touch any more", "x", { "88", "88", "27" }, "1-1 2-2 3-3" },
  { "highest counted goes on where nobody has fewer", "h", { "X7", "98", "??" }, "1-2 2-3 1-0" },
  { "one sheet less settles the second total no more", "h", { "996", "987", "-??" }, "1-2 2-3 1-0" },
  { "one sheet alone can't be seven and a half", "h", { "9966", "9876", "---?" }, "1-2 2-3 1-0" },
};
/* clang-format on */

static void
read_case (const Case *row,
           Contest    *contest)
{
  contest->rules = (LecternScoringRules){ .n_criteria = 1, .head_judge = 1, .n_ties = (guint) strlen (row->ties), .time = { .limit_ms = 1000, .cap = LECTERN_NONE, .under_from_ms = LECTERN_NONE } };
  for (guint i = 0; i < contest->rules.n_ties; i++)
    contest->rules.ties[i].kind = row->ties[i] == 'j' ? LECTERN_TIE_HEAD_JUDGE : row->ties[i] == 'h' ? LECTERN_TIE_HIGHEST_COUNTED
                                                                                                     : LECTERN_TIE_DECISION;
  contest->field = (LecternProspectField){ .rules = &contest->rules, .full_marks = { 10000 }, .steps = { 1000 }, .entries = contest->entries };
  for (guint i = 0; row->entries[i] != NULL; i++)
    {
      LecternProspectEntry *entry = &contest->entries[contest->field.n_entries++];

      *entry = (LecternProspectEntry){ .settled = TRUE, .expected = contest->expected[i] };
      entry->known = (LecternScoredEntry){ .time_ms = LECTERN_NONE, .decision = LECTERN_NONE, .sheets = contest->sheets[i] };
      for (int judge = 1; row->entries[i][judge - 1] != '\0'; judge++)
        {
          char mark = row->entries[i][judge - 1];

          if (mark == '?')
            contest->expected[i][entry->n_expected++] = judge;
          else if (mark != '-')
            contest->sheets[i][entry->known.n_sheets++] = (LecternScoredSheet){ judge, { mark == 'X' ? 10000 : (mark - '0') * 1000 } };
        }
      entry->settled = entry->n_expected == 0;
      entry->known.decision = entry->settled ? (int) i : LECTERN_NONE;
    }
}

static void
test_case (gconstpointer data)
{
  const Case                 *row = data;
  g_autofree Contest         *contest = g_new0 (Contest, 1);
  g_autofree LecternProspect *prospects = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  read_case (row, contest);
  prospects = lectern_prospect_find (&contest->field);
  for (guint i = 0; i < contest->field.n_entries; i++)
    g_string_append_printf (text, i > 0 ? " %u-%u" : "%u-%u", prospects[i].best, prospects[i].worst);
  g_assert_cmpstr (text->str, ==, row->expected);
}

/* Two equals in the middle and one to come: which borders they may cross. */
static void
test_border (void)
{
  g_autofree Contest *contest = g_new0 (Contest, 1);
  static const Case   row = { NULL, "", { "99", "88", "79", "66", "??" }, NULL };

  read_case (&row, contest);
  for (guint places = 0; places <= 5; places++)
    {
      g_autofree guint *order = NULL;
      g_autoptr (GArray) ties = lectern_prospect_list_border_ties (&contest->field, places, &order);
      const LecternBorderTie *tie = &g_array_index (ties, LecternBorderTie, 0);

      /* The two of eight points stand at 2 and 3, or at 3 and 4. */
      g_assert_cmpuint (ties->len, ==, places == 2 || places == 3);
      if (ties->len == 0)
        continue;
      g_assert_cmpuint (tie->begin, ==, 1);
      g_assert_cmpuint (tie->n, ==, 2);
      g_assert_cmpuint (tie->earliest, ==, 2);
      g_assert_cmpuint (tie->latest, ==, 3);
      g_assert_cmpuint (MIN (order[1], order[2]), ==, 1);
      g_assert_cmpuint (MAX (order[1], order[2]), ==, 2);
    }
}

static void
test_outlook (void)
{
  g_assert_cmpint (lectern_prospect_get_outlook ((LecternProspect){ 3, 5 }, 2), ==, LECTERN_OUTLOOK_OUT);
  g_assert_cmpint (lectern_prospect_get_outlook ((LecternProspect){ 3, 5 }, 3), ==, LECTERN_OUTLOOK_OPEN);
  g_assert_cmpint (lectern_prospect_get_outlook ((LecternProspect){ 3, 5 }, 5), ==, LECTERN_OUTLOOK_CERTAIN);
  g_assert_cmpint (lectern_prospect_get_outlook ((LecternProspect){ 1, 0 }, 9), ==, LECTERN_OUTLOOK_OPEN);
  g_assert_cmpint (lectern_prospect_get_outlook ((LecternProspect){ 0, 0 }, 9), ==, LECTERN_OUTLOOK_OUT);
  g_assert_cmpint (lectern_prospect_get_outlook ((LecternProspect){ 1, 1 }, 0), ==, LECTERN_OUTLOOK_OUT);
}

/* Rules nobody would hold, by which every step has two ways: it gives up instead of going on. */
static void
test_giving_up (void)
{
  g_autofree Contest         *contest = g_new0 (Contest, 1);
  static const Case           row = { NULL, "", { "999999", "999999", "99999?", "9999-?" }, NULL };
  g_autofree LecternProspect *prospects = NULL;

  read_case (&row, contest);
  for (guint i = 0; i < LECTERN_TIES_MAX; i++)
    contest->rules.ties[i].kind = i % 2 == 0 ? LECTERN_TIE_LESS_OVERTIME : LECTERN_TIE_HIGHEST_COUNTED;
  contest->rules.n_ties = LECTERN_TIES_MAX;
  contest->entries[0].known.time_ms = contest->entries[1].known.time_ms = 1000;
  prospects = lectern_prospect_find (&contest->field);
  g_assert_cmpuint (prospects[0].best, ==, 1);
  g_assert_cmpuint (prospects[0].worst, ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scoring/prospect/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/scoring/prospect/border", test_border);
  g_test_add_func ("/scoring/prospect/outlook", test_outlook);
  g_test_add_func ("/scoring/prospect/giving-up", test_giving_up);
  return g_test_run ();
}
