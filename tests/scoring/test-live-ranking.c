/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A ranking kept up to date is bit for bit the ranking from scratch, after every one of long
 * random sequences of changes: marks, sheets that come and go, times, decisions, forfeits, lots. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-live-ranking.h"

#include <string.h>

#define ENTRIES_MAX 2100
#define JUDGES_MAX 7

/* What changes did, so that the test does not go hollow. */
typedef struct
{
  guint up;
  guint down;
  guint stayed;
  guint lost_rank;
  guint won_rank;
  guint reordered; /* others than the entry itself changed their order among themselves */
  guint separated[LECTERN_TIE_DECISION + 1];
} Tally;

typedef struct
{
  guint32             seed;
  GRand              *rand;
  LecternScoringRules rules;
  guint               n;
  guint               n_marks; /* how many different marks there are */
  guint               n_judges;
  LecternScoredEntry  entries[ENTRIES_MAX];
  LecternScoredSheet  sheets[ENTRIES_MAX][JUDGES_MAX];
} Contest;

static guint
roll (Contest *contest,
      guint    n)
{
  return (guint) g_rand_int_range (contest->rand, 0, (int) n);
}

static void
make_rules (Contest *contest)
{
  LecternScoringRules *rules = &contest->rules;

  *rules = (LecternScoringRules){
    .n_criteria = 1 + roll (contest, 3),
    .trim_low = roll (contest, 3),
    .trim_high = roll (contest, 3),
    .trim_from = roll (contest, 6),
    .decimals = roll (contest, 4),
    .rank_on_rounded = roll (contest, 2) == 0,
    .head_judge = 1 + (int) roll (contest, 3),
    .n_ties = roll (contest, 9),
    .time = { 10000, LECTERN_NONE, 0, LECTERN_NONE, 9500, 100, { { 1000, LECTERN_NONE, 100 } }, 1 },
  };
  for (guint i = 0; i < rules->n_ties; i++)
    rules->ties[i] = (LecternTieRule){ (LecternTieKind) roll (contest, LECTERN_TIE_DECISION + 1), roll (contest, rules->n_criteria) };
}

static void
fill_sheets (Contest *contest,
             guint    index)
{
  LecternScoredEntry *entry = &contest->entries[index];

  entry->n_sheets = 0;
  for (guint judge = 1; judge <= contest->n_judges; judge++)
    {
      LecternScoredSheet *sheet = &contest->sheets[index][entry->n_sheets];

      if (roll (contest, 10) == 0)
        continue;
      sheet->judge = (int) judge;
      for (guint c = 0; c < contest->rules.n_criteria; c++)
        sheet->marks[c] = 500 * (gint64) roll (contest, contest->n_marks);
      entry->n_sheets++;
    }
}

static void
make_contest (Contest *contest,
              guint32  seed,
              guint    n)
{
  contest->seed = seed;
  contest->rand = g_rand_new_with_seed (seed);
  contest->n = n;
  contest->n_marks = 1 + roll (contest, 4);
  contest->n_judges = 1 + roll (contest, JUDGES_MAX);
  make_rules (contest);
  for (guint i = 0; i < n; i++)
    {
      contest->entries[i] = (LecternScoredEntry){ .lot = (int) (i * 7 % n), .time_ms = LECTERN_NONE, .decision = LECTERN_NONE, .sheets = contest->sheets[i] };
      fill_sheets (contest, i);
    }
}

static void
change_entry (Contest *contest,
              guint    index)
{
  LecternScoredEntry *entry = &contest->entries[index];

  if (entry->forfeit || entry->n_sheets == 0)
    {
      entry->forfeit = FALSE;
      fill_sheets (contest, index);
      return;
    }
  switch (roll (contest, 12))
    {
    case 0:
      entry->forfeit = TRUE;
      break;
    case 1:
      entry->time_ms = (gint64[]){ LECTERN_NONE, 9000, 10000, 10500, 11500 }[roll (contest, 5)];
      break;
    case 2:
      entry->decision = (int) roll (contest, 5) - 1;
      break;
    case 3:
      entry->lot = (int) roll (contest, contest->n);
      break;
    case 4:
      entry->n_sheets = 0;
      break;
    case 5:
      fill_sheets (contest, index);
      break;
    default:
      if (entry->n_sheets > 0)
        contest->sheets[index][roll (contest, entry->n_sheets)].marks[roll (contest, contest->rules.n_criteria)] = 500 * (gint64) roll (contest, contest->n_marks);
    }
}

/* Field by field: the bytes between the fields of a copied struct mean nothing. */
static void
assert_same (const Contest            *contest,
             const LecternLiveRanking *live,
             const char               *when)
{
  g_autofree LecternRankedEntry *ranked = lectern_rank (&contest->rules, contest->entries, contest->n);

  for (guint i = 0; i < contest->n; i++)
    {
      const LecternRankedEntry *ours = lectern_live_ranking_get_place (live, i), *theirs = &ranked[i];

      if (ours->index != theirs->index || ours->lot != theirs->lot || ours->has_final != theirs->has_final ||
          ours->rank != theirs->rank || ours->tied != theirs->tied || ours->separated_by != theirs->separated_by ||
          ours->n_counted != theirs->n_counted || ours->deduction != theirs->deduction ||
          memcmp (&ours->mean, &theirs->mean, sizeof ours->mean) != 0 || memcmp (&ours->final, &theirs->final, sizeof ours->final) != 0)
        g_error ("Contest %u, %s, place %u: entry %u of rank %u by rule %d, but entry %u of rank %u by rule %d from scratch.",
                 contest->seed, when, i, ours->index, ours->rank, ours->separated_by, theirs->index, theirs->rank, theirs->separated_by);
      g_assert_true (lectern_live_ranking_get_entry (live, ours->index) == ours);
    }
}

static void
note_order (const LecternLiveRanking *live,
            guint                    *order)
{
  for (guint i = 0; i < lectern_live_ranking_get_n_entries (live); i++)
    order[i] = lectern_live_ranking_get_place (live, i)->index;
}

/* Whether the others stand in another order among themselves than before. */
static gboolean
others_moved (const guint *before,
              const guint *after,
              guint        n,
              guint        index)
{
  for (guint i = 0, j = 0; i < n && j < n; i++, j++)
    {
      i += before[i] == index;
      j += after[j] == index;
      if (i < n && j < n && before[i] != after[j])
        return TRUE;
    }
  return FALSE;
}

static void
note_change (Tally                    *tally,
             const LecternRankedEntry *before,
             const LecternRankedEntry *after)
{
  tally->lost_rank += before->rank > 0 && after->rank == 0;
  tally->won_rank += before->rank == 0 && after->rank > 0;
  if (before->rank == 0 || after->rank == 0)
    return;
  tally->up += after->rank < before->rank;
  tally->down += after->rank > before->rank;
  tally->stayed += after->rank == before->rank;
}

static void
note_separations (Tally                    *tally,
                  const Contest            *contest,
                  const LecternLiveRanking *live)
{
  for (guint i = 0; i < contest->n; i++)
    {
      int by = lectern_live_ranking_get_place (live, i)->separated_by;

      if (by != LECTERN_NONE)
        tally->separated[contest->rules.ties[by].kind]++;
    }
}

static void
try_changes (Contest *contest,
             guint    n_changes,
             Tally   *tally)
{
  g_autoptr (LecternLiveRanking) live = lectern_live_ranking_new (&contest->rules, contest->entries, contest->n);
  g_autofree guint *before = g_new (guint, contest->n), *after = g_new (guint, contest->n);

  g_assert_cmpuint (lectern_live_ranking_get_n_entries (live), ==, contest->n);
  assert_same (contest, live, "at first");
  for (guint change = 1; change <= n_changes; change++)
    {
      guint              index = roll (contest, contest->n);
      LecternRankedEntry was = *lectern_live_ranking_get_entry (live, index);
      g_autofree char   *when = g_strdup_printf ("change %u", change);

      note_order (live, before);
      change_entry (contest, index);
      lectern_live_ranking_update (live, index, &contest->entries[index]);
      assert_same (contest, live, when);
      note_order (live, after);
      note_change (tally, &was, lectern_live_ranking_get_entry (live, index));
      note_separations (tally, contest, live);
      tally->reordered += others_moved (before, after, contest->n, index);
    }
}

static void
test_changes (void)
{
  Contest *contest = g_new (Contest, 1);
  guint    n_contests = g_test_slow () ? 20000 : 2000;
  Tally    tally = { 0 };

  for (guint i = 0; i < n_contests; i++)
    {
      make_contest (contest, (guint32) g_test_rand_int (), 1 + i % 40);
      try_changes (contest, 60, &tally);
      g_rand_free (contest->rand);
    }
  g_test_message ("%u up, %u down, %u stayed, %u lost and %u won a rank, %u changed the order of others",
                  tally.up, tally.down, tally.stayed, tally.lost_rank, tally.won_rank, tally.reordered);
  g_assert_cmpuint (MIN (MIN (tally.up, tally.down), tally.stayed), >, n_contests);
  g_assert_cmpuint (MIN (tally.lost_rank, tally.won_rank), >, n_contests);
  g_assert_cmpuint (tally.reordered, >, n_contests / 40);
  for (guint kind = 0; kind <= LECTERN_TIE_DECISION; kind++)
    g_assert_cmpuint (tally.separated[kind], >, n_contests / 10);
  g_free (contest);
}

/* Large fields are sorted another way, and asked for their first tie rule at once. */
static void
test_large_field (void)
{
  Contest *contest = g_new (Contest, 1);
  Tally    tally = { 0 };

  for (guint kind = 0; kind <= LECTERN_TIE_DECISION; kind++)
    {
      make_contest (contest, (guint32) g_test_rand_int (), ENTRIES_MAX);
      contest->rules.n_ties = MAX (contest->rules.n_ties, 1);
      contest->rules.ties[0].kind = (LecternTieKind) kind;
      try_changes (contest, 150, &tally);
      g_rand_free (contest->rand);
    }
  g_assert_cmpuint (tally.up + tally.down, >, 25);
  g_free (contest);
}

static void
test_nobody (void)
{
  static const LecternScoringRules rules = { .n_criteria = 1 };
  g_autoptr (LecternLiveRanking) live = lectern_live_ranking_new (&rules, NULL, 0);

  g_assert_cmpuint (lectern_live_ranking_get_n_entries (live), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/live-ranking/changes", test_changes);
  g_test_add_func ("/scoring/live-ranking/large-field", test_large_field);
  g_test_add_func ("/scoring/live-ranking/nobody", test_nobody);
  return g_test_run ();
}
