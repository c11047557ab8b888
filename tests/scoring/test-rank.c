/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The ranking, one small contest a row. Each entry is written "lot seconds decision | marks of
 * judge 1 | marks of judge 2 …", marks of several criteria with commas, "-" for what is not
 * there, "forfeit" in the place of the seconds. Expected is the order as it comes out:
 * "lot:rank", "=" when the rank is shared, "/" and the tie rule that put it below the one above,
 * "lot:-" without a rank. Tie rules a letter each: c and d the first and second criterion, u
 * untrimmed mean, m median, h highest counted, s smaller spread, o less overtime, j head judge
 * (judge 2), x decision. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-rank.h"

#include "lectern-mark.h"

#define ENTRIES_MAX 8
#define SHEETS_MAX 8

typedef struct
{
  const char *name;
  const char *ties;
  guint       trim; /* as many low as high, from 5 sheets on */
  guint       decimals;
  gboolean    rounded;
  const char *entries[ENTRIES_MAX];
  const char *expected;
} Case;

typedef struct
{
  LecternScoringRules rules;
  LecternScoredEntry  entries[ENTRIES_MAX];
  LecternScoredSheet  sheets[ENTRIES_MAX][SHEETS_MAX];
  guint               n;
} Contest;

/* clang-format off */
static const Case cases[] = {
  { "plain order", "", 0, 2, FALSE,
    { "1 - - | 80 | 81", "2 - - | 90 | 91", "3 - - | 85 | 85" },
    "2:1 3:2 1:3" },
  { "the next rank is skipped", "", 0, 2, FALSE,
    { "4 - - | 7", "3 - - | 8", "2 - - | 8", "1 - - | 9" },
    "1:1 2:2= 3:2= 4:4" },
  { "three share the first rank", "", 0, 2, FALSE,
    { "4 - - | 8", "3 - - | 8", "2 - - | 8", "1 - - | 7" },
    "2:1= 3:1= 4:1= 1:4" },
  { "means with different numbers of sheets are compared exactly", "", 0, 2, FALSE,
    { "1 - - | 1 | 1 | 2", "2 - - | 1.333 | - | -", "3 - - | 4 | 4 | 8 | 8 | 4 | 4", "4 - - | 5.334" },
    "4:1 3:2 1:3 2:4" },
  { "a third is a third whatever it is a third of", "", 0, 2, FALSE,
    { "1 - - | 1 | 1 | 2", "2 - - | 1 | 1 | 2 | 2 | 1 | 1" },
    "1:1= 2:1=" },
  { "the deduction counts", "", 0, 2, FALSE,
    { "1 360 - | 90", "2 360.001 - | 90.1", "3 370.001 - | 90.15" },
    "1:1= 2:1= 3:3" },
  { "not below zero, and equal there", "", 0, 2, FALSE,
    { "1 600 - | 1", "2 900 - | 1.5", "3 600 - | 3" },
    "3:1 1:2= 2:2=" },
  { "without a sheet no final, forfeits last", "c", 0, 2, FALSE,
    { "9 forfeit - | 99", "8 - - | -", "7 - - | 0", "1 forfeit - | -", "2 - - | -" },
    "7:1 2:- 8:- 1:- 9:-" },
  { "trimmed: 1 and 99 do not count", "", 1, 2, FALSE,
    { "1 - - | 8 | 8 | 8 | 1 | 8", "2 - - | 7 | 99 | 7 | 7 | 7", "3 - - | 9 | 9 | 9 | 1" },
    "1:1 2:2= 3:2=" },
  { "published: 12.376 and 12.383 on the exact value", "", 0, 2, FALSE,
    { "1 - - | 12.376", "2 - - | 12.383" },
    "2:1 1:2" },
  { "published: 12.376 and 12.383 on the rounded value", "", 0, 2, TRUE,
    { "1 - - | 12.376", "2 - - | 12.383" },
    "1:1= 2:1=" },
  { "rounded equals go to the tie rules, which see exact values", "u", 0, 2, TRUE,
    { "1 - - | 12.376", "2 - - | 12.383", "3 - - | 12.386" },
    "3:1 2:2 1:3/u" },
  { "half rounds up before ranking", "", 0, 1, TRUE,
    { "1 - - | 12.25", "2 - - | 12.3", "3 - - | 12.249" },
    "1:1= 2:1= 3:3" },

  { "criterion", "c", 0, 2, FALSE,
    { "1 - - | 5,5 | 5,5", "2 - - | 7,3 | 4,6", "3 - - | 4,6 | 4,6" },
    "2:1 1:2/c 3:3/c" },
  { "criterion over all valid sheets, the trimmed ones too", "c", 1, 2, FALSE,
    { "1 - - | 5,5 | 5,5 | 5,5 | 9,9 | 0,0", "2 - - | 5,5 | 5,5 | 5,5 | 9,9 | 1,0" },
    "2:1 1:2/c" },
  { "criterion means with other numbers of sheets", "c", 0, 2, FALSE,
    { "1 - - | 1,4 | 2,3 | 2,3", "2 - - | 1,4 | 2,3 | - | 2,3 | 1,4" },
    "1:1 2:2/c" },
  { "two criteria in order", "dc", 0, 2, FALSE,
    { "1 - - | 5,5,0", "2 - - | 4,5,1", "3 - - | 4,6,0", "4 - - | 6,4,0" },
    "3:1 1:2/d 2:3/c 4:4/d" },
  { "untrimmed mean", "u", 1, 2, FALSE,
    { "1 - - | 8 | 8 | 8 | 9 | 7", "2 - - | 8 | 8 | 8 | 9 | 7.5", "3 - - | 8 | 8 | 8 | 9.5 | 7" },
    "2:1= 3:1= 1:3/u" },
  { "untrimmed mean knows no deduction", "u", 0, 2, FALSE,
    { "1 360 - | 90", "2 360.5 - | 90.1" },
    "2:1 1:2/u" },
  { "median, odd", "m", 0, 2, FALSE,
    { "1 - - | 6 | 7 | 8", "2 - - | 5 | 8 | 8", "3 - - | 6 | 6 | 9" },
    "2:1 1:2/m 3:3/m" },
  { "median, even, is the middle of two", "m", 0, 2, FALSE,
    { "1 - - | 6 | 7 | 7.001 | 9", "2 - - | 5 | 7.001 | 7.001 | 9.999", "3 - - | 7 | 7 | 7.001 | 8" },
    "2:1 1:2=/m 3:2=/m" },
  { "median of all valid, not of the counted", "m", 1, 2, FALSE,
    { "1 - - | 6 | 7 | 7 | 7 | 8 | -", "2 - - | 7 | 7 | 7 | 7 | - | -", "3 - - | 7 | 7 | 7 | - | - | -" },
    "1:1= 2:1= 3:1=" },
  { "highest counted", "h", 0, 2, FALSE,
    { "1 - - | 7 | 8 | 9", "2 - - | 8 | 8 | 8", "3 - - | 7.5 | 7.5 | 9", "4 - - | 6 | 8.5 | 9.5" },
    "4:1 1:2/h 3:3/h 2:4/h" },
  { "highest counted: the struck out one does not count", "h", 1, 2, FALSE,
    { "1 - - | 8 | 8 | 8 | 10 | 1", "2 - - | 7.5 | 8 | 8.5 | 9 | 1" },
    "2:1 1:2/h" },
  { "highest counted ends where one has no next", "hc", 0, 2, FALSE,
    { "1 - - | 8,0 | 8,0", "2 - - | 7,1 | 8,0 | 8,0", "3 - - | 7.5,0.5 | 8,0 | 8,0" },
    "1:1 3:2/c 2:3/c" },
  { "highest counted: two go on together where a third had stopped them", "h", 0, 2, FALSE,
    { "1 - - | 8 | 8 | 8 | 8", "2 - - | 8 | 8 | 8", "3 - - | 9 | 9 | 6 | 8", "4 - - | 9 | 8 | 7 | 8" },
    "3:1 4:2/h 1:3=/h 2:3=/h" },
  { "smaller spread", "s", 0, 2, FALSE,
    { "1 - - | 6 | 8 | 10", "2 - - | 7 | 8 | 9", "3 - - | 8 | 8 | 8" },
    "3:1 2:2/s 1:3/s" },
  { "smaller spread is a variance of the population", "s", 0, 2, FALSE,
    { "1 - - | 7 | 9", "2 - - | 7 | 9 | 7 | 9", "3 - - | 7 | 9 | 8" },
    "3:1 1:2=/s 2:2=/s" },
  { "less overtime, and none is the least", "o", 0, 2, FALSE,
    { "1 365 - | 90", "2 364.999 - | 90", "3 300 - | 89.9", "4 200 - | 89.9" },
    "3:1= 4:1= 2:3/o 1:4/o" },
  { "not timed: passed over for the group", "oc", 0, 2, FALSE,
    { "1 361 - | 80", "2 362 - | 80", "3 - - | 79.9", "4 361 - | 50", "5 363 - | 50" },
    "1:1= 2:1= 3:3/c 4:4 5:5/o" },
  { "head judge", "j", 0, 2, FALSE,
    { "1 - - | 8 | 7 | 9", "2 - - | 8 | 9 | 7", "3 - - | 9 | 8 | 7" },
    "2:1 3:2/j 1:3/j" },
  { "head judge recused for one: passed over for that group only", "jc", 0, 2, FALSE,
    { "1 - - | 8,0 | 8,0", "2 - - | 8,0 | -", "3 - - | 7,0 | 5,2", "4 - - | 7,0 | 6,1", "5 - - | 7,1 | 6,0" },
    "1:1= 2:1= 4:3 3:4/c 5:5/j" },
  { "decision", "x", 0, 2, FALSE,
    { "1 - 2 | 8", "2 - 0 | 8", "3 - 1 | 8" },
    "2:1 3:2/x 1:3/x" },
  { "decision that leaves one out is none", "x", 0, 2, FALSE,
    { "1 - 1 | 8", "2 - 0 | 8", "3 - - | 8", "4 - 1 | 7", "5 - 0 | 7" },
    "1:1= 2:1= 3:1= 5:4 4:5/x" },
  { "each part goes on with the next rule", "cdx", 0, 2, FALSE,
    { "1 - - | 5,4,1", "2 - - | 5,3,2", "3 - - | 4,4,2", "4 - - | 4,5,1", "5 - 1 | 4,4,2", "6 - 0 | 4,4,2" },
    "1:1 2:2/d 4:3/c 3:4=/d 5:4=/d 6:4=/d" },
  { "all members of a shared rank carry what put them there", "c", 0, 2, FALSE,
    { "1 - - | 5,3", "2 - - | 4,4", "3 - - | 4,4", "4 - - | 3,5", "5 - - | 3,4" },
    "1:1 2:2=/c 3:2=/c 4:4/c 5:5" },
  { "no rule separates: nothing is named", "cdumhsoj", 0, 2, FALSE,
    { "1 360 - | 5,5 | 5,5", "2 360 - | 5,5 | 5,5", "3 300 - | 5,5 | 4,4" },
    "1:1= 2:1= 3:3" },
  { "the template's rules", "cdux", 1, 2, FALSE,
    { "1 - - | 30,20 | 30,20 | 30,20 | 30,20 | 30,20",
      "2 - - | 30,20 | 30,20 | 30,20 | 30,20 | 29,20",
      "3 - - | 30,20 | 30,20 | 30,20 | 30,20 | 30,19.5",
      "4 - 1 | 30,20 | 30,20 | 30,20 | 30,21 | 30,18",
      "5 - 0 | 30,20 | 30,20 | 30,20 | 30,21 | 30,18" },
    "1:1 3:2/d 5:3/d 4:4/x 2:5/c" },
};
/* clang-format on */

static LecternTieRule
read_tie (char letter)
{
  static const char letters[] = "cdumhsojx";
  const char       *at = strchr (letters, letter);

  g_assert_nonnull (at);
  if (at - letters < 2)
    return (LecternTieRule){ LECTERN_TIE_CRITERION, (guint) (at - letters) };
  return (LecternTieRule){ LECTERN_TIE_UNTRIMMED_MEAN + (at - letters) - 2, 0 };
}

static gint64
read_figure (const char *text)
{
  gint64 figure = LECTERN_NONE;

  if (strcmp (text, "-") != 0)
    g_assert_true (lectern_mark_parse (text, &figure));
  return figure;
}

static void
read_sheet (const char         *text,
            LecternScoredSheet *sheet)
{
  g_auto (GStrv) marks = g_strsplit (text, ",", -1);

  for (guint i = 0; marks[i] != NULL; i++)
    g_assert_true (lectern_mark_parse (marks[i], &sheet->marks[i]));
}

static void
read_entry (const char         *text,
            LecternScoredEntry *entry,
            LecternScoredSheet *sheets)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  g_auto (GStrv) head = g_strsplit (g_strstrip (parts[0]), " ", -1);

  *entry = (LecternScoredEntry){ .lot = atoi (head[0]), .sheets = sheets };
  entry->forfeit = strcmp (head[1], "forfeit") == 0;
  entry->time_ms = entry->forfeit ? LECTERN_NONE : read_figure (head[1]);
  entry->decision = strcmp (head[2], "-") == 0 ? LECTERN_NONE : atoi (head[2]);
  for (guint judge = 1; parts[judge] != NULL; judge++)
    {
      if (strcmp (g_strstrip (parts[judge]), "-") == 0)
        continue;
      sheets[entry->n_sheets].judge = (int) judge;
      read_sheet (parts[judge], &sheets[entry->n_sheets++]);
    }
}

static void
read_contest (const Case *row,
              Contest    *contest)
{
  *contest = (Contest){ 0 };
  contest->rules = (LecternScoringRules){
    .n_criteria = 3,
    .trim_low = row->trim,
    .trim_high = row->trim,
    .trim_from = 5,
    .decimals = row->decimals,
    .rank_on_rounded = row->rounded,
    .head_judge = 2,
    .time = { 360000, LECTERN_NONE, 0, LECTERN_NONE, LECTERN_NONE, 0, { { 10000, LECTERN_NONE, 100 } }, 1 },
    .n_ties = (guint) strlen (row->ties),
  };
  for (guint i = 0; i < contest->rules.n_ties; i++)
    contest->rules.ties[i] = read_tie (row->ties[i]);
  for (; contest->n < ENTRIES_MAX && row->entries[contest->n] != NULL; contest->n++)
    read_entry (row->entries[contest->n], &contest->entries[contest->n], contest->sheets[contest->n]);
}

static char *
write_ranking (const Case               *row,
               const LecternRankedEntry *ranked,
               guint                     n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, i > 0 ? " %d:" : "%d:", ranked[i].lot);
      if (ranked[i].rank > 0)
        g_string_append_printf (text, "%u%s", ranked[i].rank, ranked[i].tied ? "=" : "");
      else
        g_string_append_c (text, '-');
      if (ranked[i].separated_by != LECTERN_NONE)
        g_string_append_printf (text, "/%c", row->ties[ranked[i].separated_by]);
      g_assert_cmpint (ranked[i].has_final, ==, ranked[i].rank > 0);
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case                    *row = data;
  g_autofree Contest            *contest = g_new (Contest, 1);
  g_autofree LecternRankedEntry *ranked = NULL;
  g_autofree char               *text = NULL;

  read_contest (row, contest);
  ranked = lectern_rank (&contest->rules, contest->entries, contest->n);
  text = write_ranking (row, ranked, contest->n);
  g_assert_cmpstr (text, ==, row->expected);
  for (guint i = 0; i < contest->n; i++)
    g_assert_cmpint (contest->entries[ranked[i].index].lot, ==, ranked[i].lot);
}

/* The same entries in any order, their sheets in any order, give the same ranking. */
static void
test_input_order (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    for (guint turn = 0; turn < 30; turn++)
      {
        g_autofree Contest            *contest = g_new (Contest, 1);
        g_autofree LecternRankedEntry *ranked = NULL;
        g_autofree char               *text = NULL;

        read_contest (&cases[c], contest);
        for (guint i = contest->n; i > 1; i--)
          {
            guint              other = (guint) g_test_rand_int_range (0, (int) i);
            LecternScoredEntry entry = contest->entries[other];

            contest->entries[other] = contest->entries[i - 1];
            contest->entries[i - 1] = entry;
          }
        for (guint e = 0; e < contest->n; e++)
          for (guint i = contest->entries[e].n_sheets; i > 1; i--)
            {
              LecternScoredSheet *sheets = (LecternScoredSheet *) contest->entries[e].sheets;
              guint               other = (guint) g_test_rand_int_range (0, (int) i);
              LecternScoredSheet  sheet = sheets[other];

              sheets[other] = sheets[i - 1];
              sheets[i - 1] = sheet;
            }
        ranked = lectern_rank (&contest->rules, contest->entries, contest->n);
        text = write_ranking (&cases[c], ranked, contest->n);
        g_assert_cmpstr (text, ==, cases[c].expected);
      }
}

static void
test_nobody (void)
{
  LecternScoringRules            rules = { .n_criteria = 1 };
  g_autofree LecternRankedEntry *ranked = lectern_rank (&rules, NULL, 0);

  g_assert_null (ranked);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scoring/rank/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/scoring/rank/input-order", test_input_order);
  g_test_add_func ("/scoring/rank/nobody", test_nobody);
  return g_test_run ();
}
