/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Lists of people in each order there is: by number, place, strokes or sound, equals as they were
 * registered, who has no number last; rows of a ranking stay together by award. */

#include "contest-fixture.h"

#include "lectern-name-list.h"

/* By strokes 丁 (2) 王 (4) 张 (7) 谢 (12); by sound 丁 王 谢 张. */
static const char *const names[] = { "张三", "王五", "丁一", "谢四", "王五" };

static LecternContest *
make (void)
{
  LecternContest *contest = fixture_contest_new ("", G_N_ELEMENTS (names), 3);

  for (gint64 n = 1; n <= (gint64) G_N_ELEMENTS (names); n++)
    {
      LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (contest, n));
      LecternEntry   *entry = lectern_record_copy (lectern_contest_get_entry (contest, NULL, n));

      lectern_record_take_string (&nominee->name, names[n - 1]);
      lectern_record_take_string (&nominee->unit, "u1"); /* registered in the order of their ids */
      fixture_put (contest, nominee);
      entry->lot = n == 4 ? LECTERN_NULL : 6 - n;
      fixture_put (contest, entry);
    }
  return contest;
}

static void
finish (LecternContest *contest,
        gint64          n,
        gint64          points)
{
  for (gint64 j = 1; j <= 3; j++)
    fixture_put_sheet (contest, n, j, 1, LECTERN_SHEET_LOCKED, 30000, points * 1000);
  fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, 300000, FALSE);
}

static void
test_nominees (void)
{
  static const struct
  {
    LecternNameOrder order;
    const char      *ids;
  } cases[] = {
    { LECTERN_NAME_ORDER_STROKES, "3 2 5 1 4 " },
    { LECTERN_NAME_ORDER_PINYIN, "3 2 5 4 1 " },
    { LECTERN_NAME_ORDER_LOT, "5 3 2 1 4 " },
    { LECTERN_NAME_ORDER_RANK, "2 1 3 5 4 " }, /* 2 first, then 1; of the rest nobody has a place */
  };
  g_autoptr (LecternContest) contest = make ();

  finish (contest, 1, 50);
  finish (contest, 2, 60);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) nominees = lectern_name_list_nominees (contest, cases[i].order);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint n = 0; n < nominees->len; n++)
        g_string_append_printf (ids, "%d ", (int) ((LecternNominee *) nominees->pdata[n])->id);
      g_assert_cmpstr (ids->str, ==, cases[i].ids);
    }
}

/* First award: 5; second: 4 and 1; the rest: 3; forfeit: 2. */
static void
test_rows (void)
{
  static const struct
  {
    LecternNameOrder order;
    const char      *ids;
  } cases[] = {
    { LECTERN_NAME_ORDER_RANK, "5 4 1 3 2 " },
    { LECTERN_NAME_ORDER_STROKES, "5 1 4 3 2 " },
    { LECTERN_NAME_ORDER_PINYIN, "5 4 1 3 2 " },
    { LECTERN_NAME_ORDER_LOT, "5 1 4 3 2 " },
  };
  g_autoptr (LecternContest) contest = make ();
  LecternEntry *drawn = lectern_record_copy (lectern_contest_get_entry (contest, NULL, 4));
  g_autoptr (LecternRanking) ranking = NULL;

  drawn->lot = 9;
  fixture_put (contest, drawn);
  finish (contest, 5, 60);
  finish (contest, 4, 59);
  finish (contest, 1, 58);
  finish (contest, 3, 57);
  fixture_set_entry (contest, 2, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE);
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = lectern_name_list_rows (ranking, cases[i].order);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint n = 0; n < rows->len; n++)
        g_string_append_printf (ids, "%d ", (int) ((LecternRankingRow *) rows->pdata[n])->nominee->id);
      g_assert_cmpstr (ids->str, ==, cases[i].ids);
    }
}

static void
move_to (LecternContest *contest,
         gint64          id,
         const char     *unit)
{
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (contest, id));

  lectern_record_take_string (&nominee->unit, unit);
  fixture_put (contest, nominee);
}

static void
assert_rows (GPtrArray  *rows,
             const char *wanted)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint n = 0; n < rows->len; n++)
    g_string_append_printf (ids, "%d ", (int) ((LecternRankingRow *) rows->pdata[n])->nominee->id);
  g_assert_cmpstr (ids->str, ==, wanted);
}

/* By unit as the contest lists them, inside a unit by strokes; with awards inside an award, or in one list. */
static void
test_units (void)
{
  g_autoptr (LecternContest) contest = make ();
  g_autoptr (LecternRanking) ranking = NULL;
  g_autoptr (GPtrArray) nominees = NULL;
  g_autoptr (GPtrArray) by_award = NULL;
  g_autoptr (GPtrArray) in_one = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);

  move_to (contest, 3, "u2");
  move_to (contest, 1, "u2");
  nominees = lectern_name_list_nominees (contest, LECTERN_NAME_ORDER_UNIT);
  for (guint n = 0; n < nominees->len; n++)
    g_string_append_printf (ids, "%d ", (int) ((LecternNominee *) nominees->pdata[n])->id);
  g_assert_cmpstr (ids->str, ==, "2 5 4 3 1 ");
  finish (contest, 1, 60);
  finish (contest, 2, 50);
  finish (contest, 3, 40);
  finish (contest, 5, 30);
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  by_award = lectern_name_list_rows (ranking, LECTERN_NAME_ORDER_UNIT);
  in_one = lectern_name_list_all_rows (ranking, LECTERN_NAME_ORDER_UNIT);
  assert_rows (by_award, "1 2 3 5 4 "); /* the second award has two places */
  assert_rows (in_one, "2 5 4 3 1 ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/name-list/nominees", test_nominees);
  g_test_add_func ("/contest/name-list/rows", test_rows);
  g_test_add_func ("/contest/name-list/units", test_units);

  return g_test_run ();
}
