/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Prospects against the truth: small random contests of which every completion is ranked, with
 * every sheet of every expected judge, several times or none, or a forfeit. What is claimed must
 * hold in all of them, and must not be weaker than they are but in the two corners that the
 * header names. Larger contests are completed at random. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-prospect.h"

#include <string.h>

#define ENTRIES_MAX 24
#define JUDGES_MAX 6
#define WAYS_MAX 1024
#define COMPLETIONS_MAX 3000

typedef struct
{
  guint32              seed;
  GRand               *rand;
  LecternScoringRules  rules;
  LecternProspectField field;
  LecternProspectEntry entries[ENTRIES_MAX];
  LecternScoredSheet   sheets[ENTRIES_MAX][JUDGES_MAX];
  int                  expected[ENTRIES_MAX][JUDGES_MAX];
  guint                n_judges;
} Contest;

/* All that one entry may end as. */
typedef struct
{
  LecternScoredEntry entries[WAYS_MAX];
  LecternScoredSheet sheets[WAYS_MAX][JUDGES_MAX];
  guint              n;
} Ways;

/* What completions did with an entry. */
typedef struct
{
  guint    best;
  guint    worst;
  gboolean unranked;
} Truth;

static const gint64 times[] = { LECTERN_NONE, 9000, 10000, 11000, 12001 };

static guint
roll (Contest *contest,
      guint    n)
{
  return (guint) g_rand_int_range (contest->rand, 0, (int) n);
}

static void
make_rules (Contest *contest,
            guint    n_criteria,
            gint64   full)
{
  LecternScoringRules *rules = &contest->rules;

  *rules = (LecternScoringRules){
    .n_criteria = n_criteria,
    .trim_low = roll (contest, 2),
    .trim_high = roll (contest, 2),
    .trim_from = roll (contest, 5),
    .decimals = roll (contest, 3),
    .rank_on_rounded = roll (contest, 3) == 0,
    .head_judge = (int) roll (contest, 4),
    .n_ties = roll (contest, 6),
  };
  rules->time = (LecternTimeRules){
    .limit_ms = 10000,
    .stop_ms = LECTERN_NONE,
    .cap = roll (contest, 2) == 0 ? 1000 : LECTERN_NONE,
    .under_from_ms = roll (contest, 2) == 0 ? 9500 : LECTERN_NONE,
    .under_points = 500,
    .steps = { { 1000, LECTERN_NONE, 500 }, { 0, 1500, 1000 } },
    .n_steps = roll (contest, 3),
  };
  if (rules->head_judge == 0)
    rules->head_judge = LECTERN_NONE;
  for (guint i = 0; i < rules->n_ties; i++)
    rules->ties[i] = (LecternTieRule){ (LecternTieKind) roll (contest, LECTERN_TIE_DECISION + 1), roll (contest, n_criteria) };
  contest->field = (LecternProspectField){ .rules = rules, .entries = contest->entries };
  for (guint c = 0; c < n_criteria; c++)
    {
      contest->field.steps[c] = roll (contest, 8) == 0 ? 500 : 1000;
      contest->field.full_marks[c] = full + (gint64) roll (contest, 2) * 300;
    }
}

static void
make_sheet (Contest            *contest,
            int                 judge,
            LecternScoredSheet *sheet)
{
  *sheet = (LecternScoredSheet){ .judge = judge };
  for (guint c = 0; c < contest->rules.n_criteria; c++)
    sheet->marks[c] = contest->field.steps[c] * roll (contest, (guint) (contest->field.full_marks[c] / contest->field.steps[c]) + 1);
}

/* Some entries are settled; of some others a sheet or the time is known already. */
static void
make_entry (Contest *contest,
            guint    index)
{
  LecternProspectEntry *entry = &contest->entries[index];
  gboolean              settled = roll (contest, 5) < 3, partly = !settled && roll (contest, 4) == 0;

  *entry = (LecternProspectEntry){ .settled = settled, .expected = contest->expected[index] };
  entry->known = (LecternScoredEntry){ .lot = (int) index + 1, .time_ms = LECTERN_NONE, .decision = LECTERN_NONE, .sheets = contest->sheets[index] };
  if (settled || (partly && roll (contest, 2) == 0))
    entry->known.time_ms = times[roll (contest, G_N_ELEMENTS (times))];
  if ((settled && roll (contest, 2) == 0) || (partly && roll (contest, 3) == 0))
    entry->known.decision = (int) roll (contest, 3);
  entry->known.forfeit = roll (contest, 20) == 0;
  for (guint judge = 1; judge <= contest->n_judges; judge++)
    {
      if (roll (contest, 6) == 0)
        continue;
      if (settled || (partly && roll (contest, 2) == 0))
        make_sheet (contest, (int) judge, &contest->sheets[index][entry->known.n_sheets++]);
      else
        contest->expected[index][entry->n_expected++] = (int) judge;
    }
}

static void
make_contest (Contest *contest,
              guint32  seed,
              guint    n,
              guint    n_judges,
              guint    n_criteria,
              gint64   full)
{
  contest->seed = seed;
  contest->rand = g_rand_new_with_seed (seed);
  contest->n_judges = n_judges;
  make_rules (contest, n_criteria, full);
  contest->field.n_entries = n;
  for (guint i = 0; i < n; i++)
    make_entry (contest, i);
}

static void
add_way (Ways                     *ways,
         const LecternScoredEntry *entry)
{
  LecternScoredEntry *way = &ways->entries[ways->n];

  *way = *entry;
  way->sheets = ways->sheets[ways->n];
  memcpy (ways->sheets[ways->n++], entry->sheets, entry->n_sheets * sizeof *entry->sheets);
}

/* Counts the marks of all expected sheets up like the digits of a number. */
static gboolean
count_up (const Contest      *contest,
          LecternScoredSheet *sheets,
          guint               n)
{
  for (guint i = 0; i < n; i++)
    for (guint c = 0; c < contest->rules.n_criteria; c++)
      {
        sheets[i].marks[c] += contest->field.steps[c];
        if (sheets[i].marks[c] <= contest->field.full_marks[c])
          return TRUE;
        sheets[i].marks[c] = 0;
      }
  return FALSE;
}

/* FALSE when there are too many to try. */
static gboolean
list_ways (const Contest *contest,
           guint          index,
           Ways          *ways)
{
  const LecternProspectEntry *prospect = &contest->entries[index];
  LecternScoredEntry          entry = prospect->known;
  LecternScoredSheet          sheets[JUDGES_MAX] = { 0 };

  ways->n = 0;
  if (prospect->settled)
    {
      add_way (ways, &entry);
      return TRUE;
    }
  memcpy (sheets, prospect->known.sheets, prospect->known.n_sheets * sizeof *sheets);
  entry.sheets = sheets;
  for (guint i = 0; i < prospect->n_expected; i++)
    sheets[entry.n_sheets++].judge = prospect->expected[i];
  do
    for (guint t = 0; t < G_N_ELEMENTS (times); t++)
      {
        if (prospect->known.time_ms != LECTERN_NONE && prospect->known.time_ms != times[t])
          continue;
        if (ways->n + 2 > WAYS_MAX)
          return FALSE;
        entry.time_ms = times[t];
        add_way (ways, &entry);
      }
  while (count_up (contest, sheets + prospect->known.n_sheets, prospect->n_expected));
  entry.forfeit = TRUE;
  add_way (ways, &entry);
  return TRUE;
}

/* The jury may order those who are equal on everything before its decision, unless all of them
 * are decided: the ranks entry @index may be given in this completion. */
static void
note_ranks (const LecternScoredEntry *entries,
            const LecternRankedEntry *ranked,
            const LecternRankedEntry *undecided,
            guint                     n,
            Truth                    *truths)
{
  for (guint begin = 0, end; begin < n; begin = end)
    {
      gboolean decided = TRUE;

      for (end = begin; end < n && undecided[end].rank == undecided[begin].rank; end++)
        {
          decided &= entries[undecided[end].index].decision >= 0;
          truths[undecided[end].index].unranked |= undecided[end].rank == 0;
        }
      for (guint i = begin; !decided && i < end && undecided[i].rank > 0; i++)
        {
          Truth *truth = &truths[undecided[i].index];

          truth->best = MIN (truth->best, begin + 1);
          truth->worst = MAX (truth->worst, end);
        }
      for (guint i = begin; decided && i < end && ranked[i].rank > 0; i++)
        {
          Truth *truth = &truths[ranked[i].index];
          guint  sharing = 0;

          for (guint j = 0; j < n; j++)
            sharing += ranked[j].rank == ranked[i].rank;
          truth->best = MIN (truth->best, ranked[i].rank);
          truth->worst = MAX (truth->worst, ranked[i].rank + sharing - 1);
        }
    }
}

static LecternScoringRules
cut_before_decision (const LecternScoringRules *rules)
{
  LecternScoringRules cut = *rules;

  for (cut.n_ties = 0; cut.n_ties < rules->n_ties && rules->ties[cut.n_ties].kind != LECTERN_TIE_DECISION;)
    cut.n_ties++;
  return cut;
}

static gboolean
has_tie (const LecternScoringRules *rules,
         LecternTieKind             kind)
{
  for (guint i = 0; i < rules->n_ties; i++)
    if (rules->ties[i].kind == kind)
      return TRUE;
  return FALSE;
}

static void
note_completion (const Contest            *contest,
                 const LecternScoredEntry *entries,
                 Truth                    *truths)
{
  guint                          n = contest->field.n_entries;
  LecternScoringRules            cut = cut_before_decision (&contest->rules);
  g_autofree LecternRankedEntry *ranked = lectern_rank (&contest->rules, entries, n);
  g_autofree LecternRankedEntry *undecided = lectern_rank (&cut, entries, n);

  if (has_tie (&contest->rules, LECTERN_TIE_DECISION))
    note_ranks (entries, ranked, undecided, n, truths);
  else
    note_ranks (entries, ranked, ranked, n, truths);
}

/* Steps through all completions: which[i] is the way of entry i. */
static gboolean
next_completion (Ways *const *ways,
                 guint       *which,
                 guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      if (++which[i] < ways[i]->n)
        return TRUE;
      which[i] = 0;
    }
  return FALSE;
}

/* --- The corners ------------------------------------------------------------------------------ */

static LecternRankedEntry
score (const Contest            *contest,
       const LecternScoredEntry *entry)
{
  LecternRankedEntry scored;

  lectern_score_entry (&contest->rules, entry, &scored);
  return scored;
}

static int
compare_finals (const Contest            *contest,
                const LecternRankedEntry *a,
                const LecternRankedEntry *b)
{
  if (contest->rules.rank_on_rounded)
    {
      gint64 left = lectern_fraction_round (a->final, contest->rules.decimals);
      gint64 right = lectern_fraction_round (b->final, contest->rules.decimals);

      return (left > right) - (left < right);
    }
  return lectern_fraction_compare (a->final, b->final);
}

static LecternRankedEntry
find_best_figures (const Contest *contest,
                   const Ways    *ways)
{
  LecternRankedEntry best = score (contest, &ways->entries[0]);

  for (guint i = 1; i < ways->n; i++)
    {
      LecternRankedEntry scored = score (contest, &ways->entries[i]);

      if (scored.has_final && compare_finals (contest, &scored, &best) > 0)
        best = scored;
    }
  return best;
}

/* Whether a tie rule may have no value for the unsettled entry while it has for the settled. */
static gboolean
may_undo (const Contest            *contest,
          const Ways               *ways,
          const LecternRankedEntry *unsettled,
          const LecternRankedEntry *settled)
{
  const LecternScoredEntry *way = &ways->entries[0];
  gboolean                  head = FALSE;

  for (guint i = 0; i < way->n_sheets; i++)
    head |= way->sheets[i].judge == contest->rules.head_judge;
  return has_tie (&contest->rules, LECTERN_TIE_DECISION) ||
         (has_tie (&contest->rules, LECTERN_TIE_HEAD_JUDGE) && !head) ||
         (has_tie (&contest->rules, LECTERN_TIE_LESS_OVERTIME) && way->time_ms == LECTERN_NONE) ||
         (has_tie (&contest->rules, LECTERN_TIE_HIGHEST_COUNTED) && unsettled->n_counted < settled->n_counted);
}

static gboolean
is_partly_known (const LecternProspectEntry *entry)
{
  return !entry->settled && (entry->known.n_sheets > 0 || entry->known.time_ms >= 0 || entry->known.decision >= 0);
}

static gboolean
is_in_corner (const Contest *contest,
              Ways *const   *ways,
              guint          index)
{
  const LecternProspectEntry *entry = &contest->entries[index];
  LecternRankedEntry          own = find_best_figures (contest, ways[index]);
  gboolean                    equals = FALSE, undone = FALSE;

  for (guint i = 0; i < contest->field.n_entries; i++)
    {
      const LecternProspectEntry *other = &contest->entries[i];
      LecternRankedEntry          figures = find_best_figures (contest, ways[i]);
      int                         order = compare_finals (contest, &figures, &own);

      if (i == index || !figures.has_final || !own.has_final)
        continue;
      if (order == 0 && entry->settled != other->settled && is_partly_known (entry->settled ? other : entry))
        return TRUE;
      equals |= order == 0 && entry->settled && other->settled;
      undone |= order >= 0 && entry->settled && !other->settled && may_undo (contest, ways[i], &figures, &own);
    }
  return equals && undone;
}

/* --- Comparing -------------------------------------------------------------------------------- */

typedef struct
{
  guint contests;
  guint completions;
  guint entries;
  guint cornered;
  guint weaker; /* of the cornered ones */
  guint certain;
  guint out;
  guint listed;
} Tally;

static void
check_entry (const Contest  *contest,
             guint           index,
             LecternProspect prospect,
             const Truth    *truth,
             gboolean        cornered,
             Tally          *tally)
{
  guint    n = contest->field.n_entries;
  guint    best = truth->worst == 0 ? 0 : truth->best, worst = truth->unranked ? 0 : truth->worst;
  gboolean weaker = best != prospect.best || worst != prospect.worst;

  if ((best == 0) != (prospect.best == 0) || (worst == 0) != (prospect.worst == 0) || prospect.best > best || prospect.worst < worst)
    g_error ("Contest %u, entry %u: claimed %u to %u, but it may end %u to %u.", contest->seed, index, prospect.best, prospect.worst, best, worst);
  if (weaker && !cornered)
    g_error ("Contest %u, entry %u: claimed %u to %u, which is weaker than %u to %u.", contest->seed, index, prospect.best, prospect.worst, best, worst);
  tally->entries++;
  tally->cornered += cornered;
  tally->weaker += weaker;
  for (guint places = 0; places <= n + 1; places++)
    {
      LecternOutlook outlook = lectern_prospect_get_outlook (prospect, places);
      gboolean       certain = worst > 0 && worst <= places, out = best == 0 || best > places;

      g_assert_true (outlook != LECTERN_OUTLOOK_CERTAIN || certain);
      g_assert_true (outlook != LECTERN_OUTLOOK_OUT || out);
      g_assert_true (weaker || outlook != LECTERN_OUTLOOK_OPEN || (!certain && !out));
      tally->certain += places > 0 && places < n && outlook == LECTERN_OUTLOOK_CERTAIN;
      tally->out += places > 0 && places < n && outlook == LECTERN_OUTLOOK_OUT;
    }
}

/* Marks in @crossed[group] that the settled equals end across the border in this completion. */
static void
note_crossings (const Contest            *contest,
                const LecternScoredEntry *entries,
                const GArray             *groups,
                const guint              *order,
                guint                     places,
                gboolean                 *crossed)
{
  guint n = contest->field.n_entries;
  Truth truths[ENTRIES_MAX];

  for (guint i = 0; i < n; i++)
    truths[i] = (Truth){ G_MAXUINT, 0, FALSE };
  note_completion (contest, entries, truths);
  for (guint g = 0; g < groups->len; g++)
    {
      const LecternBorderTie *group = &g_array_index (groups, LecternBorderTie, g);
      const Truth            *truth = &truths[order[group->begin]];

      /* Whoever is equal now stays so. */
      for (guint m = group->begin; m < group->begin + group->n; m++)
        g_assert_true (truths[order[m]].best == truth->best && truths[order[m]].worst == truth->worst);
      crossed[g] |= truth->best <= places && truth->worst > places;
    }
}

/* All groups of settled equals, whatever the border: those of every number of places together. */
static GArray *
list_groups (const Contest *contest,
             guint        **order)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (LecternBorderTie));

  *order = NULL;
  for (guint places = 1; places <= contest->field.n_entries; places++)
    {
      g_autoptr (GArray) ties = NULL;

      g_clear_pointer (order, g_free);
      ties = lectern_prospect_list_border_ties (&contest->field, places, order);
      for (guint i = 0; i < ties->len; i++)
        {
          const LecternBorderTie *tie = &g_array_index (ties, LecternBorderTie, i);
          gboolean                known = FALSE;

          for (guint g = 0; g < groups->len; g++)
            known |= g_array_index (groups, LecternBorderTie, g).begin == tie->begin;
          if (!known)
            g_array_append_vals (groups, tie, 1);
        }
    }
  return groups;
}

static gboolean
is_listed (const GArray           *ties,
           const LecternBorderTie *group)
{
  for (guint i = 0; i < ties->len; i++)
    if (g_array_index (ties, LecternBorderTie, i).begin == group->begin)
      return TRUE;
  return FALSE;
}

static void
check_border (const Contest *contest,
              Ways *const   *ways,
              guint          places,
              Tally         *tally)
{
  g_autofree guint *order = NULL, *same_order = NULL;
  g_autoptr (GArray) groups = list_groups (contest, &order);
  g_autoptr (GArray) ties = lectern_prospect_list_border_ties (&contest->field, places, &same_order);
  g_autofree gboolean *crossed = g_new0 (gboolean, groups->len);
  LecternScoredEntry   entries[ENTRIES_MAX];
  guint                which[ENTRIES_MAX] = { 0 };

  if (groups->len == 0)
    return;
  do
    {
      for (guint i = 0; i < contest->field.n_entries; i++)
        entries[i] = ways[i]->entries[which[i]];
      note_crossings (contest, entries, groups, order, places, crossed);
    }
  while (next_completion (ways, which, contest->field.n_entries));
  for (guint g = 0; g < groups->len; g++)
    {
      const LecternBorderTie *group = &g_array_index (groups, LecternBorderTie, g);
      gboolean                cornered = FALSE;

      for (guint m = group->begin; m < group->begin + group->n; m++)
        cornered |= is_in_corner (contest, ways, order[m]);
      if (crossed[g] && !is_listed (ties, group))
        g_error ("Contest %u: the tie of %u at %u may cross %u.", contest->seed, group->n, group->begin, places);
      if (!crossed[g] && is_listed (ties, group) && !cornered)
        g_error ("Contest %u: the tie of %u at %u never crosses %u.", contest->seed, group->n, group->begin, places);
      tally->listed += is_listed (ties, group);
    }
}

/* Ranks every completion of one contest; FALSE when there are too many. */
static gboolean
try_contest (const Contest *contest,
             Ways *const   *ways,
             Tally         *tally)
{
  guint                       n = contest->field.n_entries, n_completions = 1;
  LecternScoredEntry          entries[ENTRIES_MAX];
  guint                       which[ENTRIES_MAX] = { 0 };
  Truth                       truths[ENTRIES_MAX];
  g_autofree LecternProspect *prospects = NULL;

  for (guint i = 0; i < n; i++)
    {
      truths[i] = (Truth){ G_MAXUINT, 0, FALSE };
      if (!list_ways (contest, i, ways[i]))
        return FALSE;
      n_completions *= ways[i]->n;
      if (n_completions > COMPLETIONS_MAX)
        return FALSE;
    }
  do
    {
      for (guint i = 0; i < n; i++)
        entries[i] = ways[i]->entries[which[i]];
      note_completion (contest, entries, truths);
    }
  while (next_completion (ways, which, n));
  prospects = lectern_prospect_find (&contest->field);
  for (guint i = 0; i < n; i++)
    check_entry (contest, i, prospects[i], &truths[i], is_in_corner (contest, ways, i), tally);
  check_border (contest, ways, 1 + contest->seed % n, tally);
  tally->contests++;
  tally->completions += n_completions;
  return TRUE;
}

static void
test_all_completions (void)
{
  Tally    tally = { 0 };
  Ways    *ways[ENTRIES_MAX];
  Contest *contest = g_new0 (Contest, 1);
  guint    wanted = g_test_slow () ? 60000 : 15000;

  for (guint i = 0; i < 5; i++)
    ways[i] = g_new (Ways, 1);
  while (tally.contests < wanted)
    {
      guint32 seed = (guint32) g_test_rand_int ();

      make_contest (contest, seed, 2 + seed % 4, 1 + seed / 4 % 3, 1 + seed / 16 % 4 / 3, 1000 + seed / 64 % 2 * 1000);
      try_contest (contest, ways, &tally);
      g_rand_free (contest->rand);
    }
  g_test_message ("%u contests, %u completions, %u entries, %u in a corner of which %u weaker than the truth; %u certain, %u out, %u ties at borders",
                  tally.contests, tally.completions, tally.entries, tally.cornered, tally.weaker, tally.certain, tally.out, tally.listed);
  /* Each kind of answer was given often enough to have been put to the test. */
  g_assert_cmpuint (tally.certain, >, wanted / 5);
  g_assert_cmpuint (tally.out, >, wanted / 5);
  g_assert_cmpuint (tally.listed, >, wanted / 50);
  g_assert_cmpuint (tally.cornered, >, wanted / 50);
  g_assert_cmpuint (tally.weaker, <, tally.entries / 100);
  for (guint i = 0; i < 5; i++)
    g_free (ways[i]);
  g_free (contest);
}

/* --- Larger contests -------------------------------------------------------------------------- */

static void
complete_at_random (Contest            *contest,
                    LecternScoredEntry *entries,
                    LecternScoredSheet (*sheets)[JUDGES_MAX])
{
  for (guint i = 0; i < contest->field.n_entries; i++)
    {
      const LecternProspectEntry *entry = &contest->entries[i];
      gboolean                    at_best = roll (contest, 3) == 0;

      entries[i] = entry->known;
      if (entry->settled)
        continue;
      memcpy (sheets[i], entry->known.sheets, entry->known.n_sheets * sizeof **sheets);
      entries[i].sheets = sheets[i];
      for (guint e = 0; e < entry->n_expected; e++)
        {
          LecternScoredSheet *sheet = &sheets[i][entries[i].n_sheets++];

          make_sheet (contest, entry->expected[e], sheet);
          for (guint c = 0; at_best && c < contest->rules.n_criteria; c++)
            sheet->marks[c] = contest->field.full_marks[c] - contest->field.full_marks[c] % contest->field.steps[c];
        }
      if (entry->known.time_ms == LECTERN_NONE)
        entries[i].time_ms = times[roll (contest, G_N_ELEMENTS (times))];
      entries[i].forfeit |= roll (contest, 8) == 0;
    }
}

static void
test_random_completions (void)
{
  Contest *contest = g_new0 (Contest, 1);
  guint    n_contests = g_test_slow () ? 4000 : 400, certain = 0, out = 0;

  for (guint turn = 0; turn < n_contests; turn++)
    {
      g_autofree LecternProspect *prospects = NULL;
      Truth                       truths[ENTRIES_MAX];

      make_contest (contest, (guint32) g_test_rand_int (), 5 + turn % (ENTRIES_MAX - 4), 1 + turn % JUDGES_MAX, 1 + turn % 3, 3000);
      for (guint i = 0; i < contest->field.n_entries; i++)
        truths[i] = (Truth){ G_MAXUINT, 0, FALSE };
      for (guint completion = 0; completion < 200; completion++)
        {
          LecternScoredEntry entries[ENTRIES_MAX];
          LecternScoredSheet sheets[ENTRIES_MAX][JUDGES_MAX];

          complete_at_random (contest, entries, sheets);
          note_completion (contest, entries, truths);
        }
      prospects = lectern_prospect_find (&contest->field);
      for (guint i = 0; i < contest->field.n_entries; i++)
        for (guint places = 1; places < contest->field.n_entries; places++)
          {
            LecternOutlook outlook = lectern_prospect_get_outlook (prospects[i], places);

            if (outlook == LECTERN_OUTLOOK_CERTAIN && (truths[i].unranked || truths[i].worst > places))
              g_error ("Contest %u, entry %u was certain of %u places and ended %u.", contest->seed, i, places, truths[i].worst);
            if (outlook == LECTERN_OUTLOOK_OUT && truths[i].best <= places)
              g_error ("Contest %u, entry %u was out of %u places and ended %u.", contest->seed, i, places, truths[i].best);
            certain += outlook == LECTERN_OUTLOOK_CERTAIN;
            out += outlook == LECTERN_OUTLOOK_OUT;
          }
      g_rand_free (contest->rand);
    }
  g_assert_cmpuint (certain, >, n_contests);
  g_assert_cmpuint (out, >, n_contests);
  g_free (contest);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/prospect-truth/all-completions", test_all_completions);
  g_test_add_func ("/scoring/prospect-truth/random-completions", test_random_completions);
  return g_test_run ();
}
