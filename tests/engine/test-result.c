/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A contest kept on paper, a tie at the border of an award, the jury's decision, the end. */

#include "engine-fixture.h"

#include "lectern-ranking.h"

#include <string.h>

static void
import_all (Fixture *f)
{
  LecternAction *sheets = fixture_action (LECTERN_ACTION_IMPORT_SHEETS);
  LecternAction *times = fixture_action (LECTERN_ACTION_IMPORT_TIMES);

  for (gint64 n = 1; n <= 4; n++)
    {
      LecternEntry *entry = lectern_record_new (&lectern_table_entry);

      entry->nominee = n;
      entry->time_ms = 350000;
      lectern_action_add_record (times, entry);
      for (gint64 j = 1; j <= 3; j++)
        fixture_add_paper_sheet (sheets, n, j, 30000, n <= 2 ? 50000 : 40000);
    }
  fixture_do (f, sheets);
  fixture_do (f, times);
}

static LecternAction *
decide (gint64      first,
        gint64      second,
        const char *reason)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_DECIDE, LECTERN_NULL, reason);
  gint64         order[] = { first, second };

  for (guint i = 0; i < 2; i++)
    {
      LecternDecision *decision = lectern_record_new (&lectern_table_decision);

      decision->round = g_strdup ("final");
      decision->nominee = order[i];
      lectern_action_add_record (action, decision);
    }
  return action;
}

static void
test_paper (void)
{
  Fixture f = { NULL };
  g_autoptr (LecternRanking) tied = NULL;
  g_autoptr (LecternRanking) decided = NULL;
  g_autoptr (GError) error = NULL;
  LecternAction *amend;

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, fixture_action (LECTERN_ACTION_DRAW));
  fixture_refuse (&f, fixture_finalise (), LECTERN_CONTEST_ERROR_BLOCKED);
  import_all (&f);
  tied = lectern_ranking_new (fixture_contest (&f), NULL, FALSE);
  g_assert_true (tied->complete);
  g_assert_cmpuint (tied->open_ties->len, ==, 1);
  g_assert_cmpuint (tied->rows[1].ranked.rank, ==, 1);
  g_assert_cmpuint (tied->rows[2].ranked.rank, ==, 3);
  fixture_refuse (&f, fixture_finalise (), LECTERN_CONTEST_ERROR_BLOCKED);
  fixture_refuse (&f, decide (2, 1, NULL), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_refuse (&f, decide (2, 3, "评委会"), LECTERN_CONTEST_ERROR_BAD_INPUT); /* not equal */
  fixture_refuse (&f, decide (2, 2, "评委会"), LECTERN_CONTEST_ERROR_BAD_INPUT); /* one entry is no tie */
  fixture_refuse (&f, decide (2, 1, "  "), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_do (&f, decide (2, 1, "评委会表决"));
  decided = lectern_ranking_new (fixture_contest (&f), NULL, FALSE);
  g_assert_cmpuint (decided->open_ties->len, ==, 0);
  g_assert_cmpint (decided->rows[0].entry->nominee, ==, 2);
  g_assert_cmpstr (decided->rows[1].separated_by, ==, "decision");
  amend = fixture_action (LECTERN_ACTION_IMPORT_SHEETS);
  fixture_add_paper_sheet (amend, 1, 1, 31000, 50000);
  fixture_refuse (&f, amend, LECTERN_CONTEST_ERROR_BAD_INPUT); /* there is one already */
  amend = fixture_action_with (LECTERN_ACTION_IMPORT_SHEETS, LECTERN_NULL, "抄错");
  fixture_add_paper_sheet (amend, 1, 1, 31000, 50000);
  fixture_do (&f, amend);
  fixture_do (&f, fixture_finalise ());
  fixture_refuse (&f, fixture_finalise (), LECTERN_CONTEST_ERROR_FINALISED);
  fixture_refuse (&f, fixture_action_with (LECTERN_ACTION_REOPEN_ROUND, LECTERN_NULL, NULL), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REOPEN_ROUND, LECTERN_NULL, "申诉"));
  fixture_do (&f, fixture_finalise ());
  g_assert_cmpint (lectern_contest_get_current_round (fixture_contest (&f))->revision, ==, 2);
  fixture_reopen (&f);
  g_assert_true (lectern_engine_verify (f.path, NULL, &error));
  g_assert_no_error (error);
  fixture_clear (&f);
}

/* One ruling for each sheet that a table replaces, none for a sheet that is new. */
static void
test_replaced (void)
{
  Fixture        f = { NULL };
  LecternAction *sheets = fixture_action (LECTERN_ACTION_IMPORT_SHEETS);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) rulings = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, fixture_action (LECTERN_ACTION_DRAW));
  fixture_add_paper_sheet (sheets, 1, 1, 30000, 50000);
  fixture_add_paper_sheet (sheets, 2, 3, 30000, 40000);
  fixture_do (&f, sheets);
  none = lectern_contest_list_rows (fixture_contest (&f), &lectern_table_ruling);
  g_assert_cmpuint (none->len, ==, 0);

  sheets = fixture_action_with (LECTERN_ACTION_IMPORT_SHEETS, LECTERN_NULL, "抄错");
  fixture_add_paper_sheet (sheets, 1, 1, 31500, 50000);
  fixture_add_paper_sheet (sheets, 1, 2, 30000, 45000);
  fixture_add_paper_sheet (sheets, 2, 3, 30000, 42000);
  fixture_do (&f, sheets);
  rulings = lectern_contest_list_rows (fixture_contest (&f), &lectern_table_ruling);
  g_assert_cmpuint (rulings->len, ==, 2);
  for (guint i = 0; i < rulings->len; i++)
    {
      const LecternRuling *ruling = rulings->pdata[i];

      g_assert_cmpint (ruling->kind, ==, LECTERN_RULING_AMEND_SHEET);
      g_assert_cmpint (ruling->nominee, ==, i == 0 ? 1 : 2);
      g_assert_cmpint (ruling->judge, ==, i == 0 ? 1 : 3);
      g_assert_cmpstr (ruling->reason, ==, "抄错");
      g_assert_nonnull (strstr (ruling->detail, i == 0 ? "80 before, 81.5 now" : "70 before, 72 now"));
    }

  g_assert_true (lectern_engine_verify (f.path, NULL, &error));
  g_assert_no_error (error);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/result/paper", test_paper);
  g_test_add_func ("/engine/result/replaced", test_replaced);
  return g_test_run ();
}
