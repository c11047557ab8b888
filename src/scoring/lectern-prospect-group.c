/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Settled entries with one final, and what those who may still join them can change. A tie rule
 * that lacks a value for one of a group is passed over for the whole group, so an unsettled entry
 * with the same final may undo an order between two settled ones. Both ways are followed at
 * every rule that somebody who may be there has no value for. Who may be there is judged by what
 * sums can be multiples of, without looking for the marks: a newcomer held to be possible
 * wrongly makes the answer weaker and never wrong.
 *
 * The jury may order those who are equal on everything before its decision unless all of them
 * are decided, so where a decision is passed over, rules after it are not relied on. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-prospect-private.h"

#include "lectern-tie-private.h"

/* Rules looked at before giving up on a group: with ways parting at every rule of a contest
 * nobody would hold it could take for ever. Giving up is held for any order. */
#define STEPS_MAX 4096

typedef struct
{
  const LecternProspectField *field;
  const LecternHope          *self;
  gboolean                    worst;
  guint                       steps;
} Search;

/* Whether the mean of @n_own sums of which @known is the part already there can be the mean of
 * the settled entry's @sum over @n; the rest comes in multiples of @unit up to @most. */
static gboolean
may_have_mean (gint64 sum,
               guint  n,
               gint64 known,
               guint  n_own,
               gint64 unit,
               gint64 most)
{
  LecternWide product = (LecternWide) sum * n_own, rest;

  if (product % n != 0)
    return FALSE;
  rest = product / n - known;
  return rest >= 0 && rest <= most && rest % unit == 0;
}

static gint64
sum_criterion (const LecternScoredEntry *entry,
               guint                     criterion)
{
  gint64 sum = 0;

  for (guint i = 0; i < entry->n_sheets; i++)
    sum += entry->sheets[i].marks[criterion];
  return sum;
}

static gint64
sum_totals (const LecternProspectField *field,
            const LecternScoredEntry   *entry)
{
  gint64 sum = 0;

  for (guint c = 0; c < field->rules->n_criteria; c++)
    sum += sum_criterion (entry, c);
  return sum;
}

/* Every deduction is a multiple of this, or the cap. */
static gint64
find_deduction_unit (const LecternTimeRules *time)
{
  gint64 unit = MAX (time->cap, 0);

  for (guint i = 0; i <= time->n_steps; i++)
    {
      gint64 points = i < time->n_steps ? time->steps[i].points : time->under_points;

      while (points != 0)
        {
          gint64 rest = unit % points;

          unit = points;
          points = rest;
        }
    }
  return unit;
}

gboolean
lectern_prospect_may_equal (const LecternProspectField *field,
                            const LecternHope          *hope,
                            const LecternHope          *other,
                            gboolean                    untimed)
{
  LecternFraction final = other->figures.final;
  guint           n = hope->figures.n_counted;
  gint64          deduction = untimed ? 0 : find_deduction_unit (&field->rules->time);
  LecternWide     sum, unit = hope->unit;

  if (hope->key < other->key)
    return FALSE;
  if (field->rules->rank_on_rounded)
    return TRUE;
  /* The counted totals are n times the final and n times the deduction. */
  sum = (LecternWide) final.numerator * n;
  if (sum % final.denominator != 0)
    return FALSE;
  for (LecternWide other_unit = (LecternWide) deduction * n; other_unit != 0;)
    {
      LecternWide rest = unit % other_unit;

      unit = other_unit;
      other_unit = rest;
    }
  return sum / final.denominator % unit == 0;
}

/* Whether @rule may have no value for the newcomer: it depends on who marks it, not on marks. */
static gboolean
may_lack_value (const Search         *search,
                const LecternTieRule *rule,
                guint                 stage,
                const LecternHope    *newcomer)
{
  LecternWide value;

  if (!lectern_tie_value (search->field->rules, rule, stage, &newcomer->at_best, &value))
    return rule->kind != LECTERN_TIE_LESS_OVERTIME || lectern_prospect_may_equal (search->field, newcomer, search->self, TRUE);
  return FALSE;
}

/* Whether the newcomer may have the same value as the settled entry asked about. */
static gboolean
may_match (const Search         *search,
           const LecternTieRule *rule,
           guint                 stage,
           const LecternHope    *newcomer)
{
  const LecternProspectField *field = search->field;
  const LecternScoredEntry   *self = &search->self->at_best, *at_best = &newcomer->at_best;
  const LecternScoredEntry   *known = &newcomer->entry->known;
  LecternWide                 value, own;

  switch (rule->kind)
    {
    case LECTERN_TIE_CRITERION:
      return may_have_mean (sum_criterion (self, rule->criterion),
                            self->n_sheets,
                            sum_criterion (known, rule->criterion),
                            at_best->n_sheets,
                            field->steps[rule->criterion],
                            sum_criterion (at_best, rule->criterion) - sum_criterion (known, rule->criterion));
    case LECTERN_TIE_UNTRIMMED_MEAN:
      return may_have_mean (sum_totals (field, self),
                            self->n_sheets,
                            sum_totals (field, known),
                            at_best->n_sheets,
                            newcomer->unit,
                            sum_totals (field, at_best) - sum_totals (field, known));
    case LECTERN_TIE_LESS_OVERTIME:
      return known->time_ms < 0 ||
             (lectern_tie_value (field->rules, rule, stage, self, &value) &&
              lectern_tie_value (field->rules, rule, stage, at_best, &own) && value == own);
    case LECTERN_TIE_HIGHEST_COUNTED:
    case LECTERN_TIE_HEAD_JUDGE:
      return lectern_tie_value (field->rules, rule, stage, at_best, &own);
    case LECTERN_TIE_MEDIAN:
    case LECTERN_TIE_SMALLER_SPREAD:
    case LECTERN_TIE_DECISION:
    default:
      return TRUE;
    }
}

static guint count_ahead (Search                   *search,
                          const LecternHope *const *group,
                          guint                     n,
                          const LecternHope *const *newcomers,
                          guint                     n_newcomers,
                          guint                     rule,
                          guint                     stage);

/* The values of the settled ones of the group; FALSE when the rule lacks one. */
static gboolean
evaluate (const Search             *search,
          const LecternHope *const *group,
          guint                     n,
          guint                     rule,
          guint                     stage,
          LecternWide              *values)
{
  const LecternScoringRules *rules = search->field->rules;

  for (guint i = 0; i < n; i++)
    if (!lectern_tie_value (rules, &rules->ties[rule], stage, &group[i]->at_best, &values[i]))
      return FALSE;
  return TRUE;
}

/* What happens when the rule applies: those above count, those equal go on together. */
static guint
count_ahead_by_values (Search                   *search,
                       const LecternHope *const *group,
                       guint                     n,
                       const LecternHope *const *newcomers,
                       guint                     n_newcomers,
                       guint                     rule,
                       guint                     stage,
                       const LecternWide        *values)
{
  const LecternTieRule          *tie = &search->field->rules->ties[rule];
  g_autofree const LecternHope **equal = g_new (const LecternHope *, n);
  g_autofree const LecternHope **matching = g_new (const LecternHope *, n_newcomers);
  guint                          above = 0, n_equal = 0, n_matching = 0;

  for (guint i = 0; i < n; i++)
    {
      above += values[i] > values[0];
      if (values[i] == values[0])
        equal[n_equal++] = group[i];
    }
  for (guint i = 0; i < n_newcomers; i++)
    if (may_match (search, tie, stage, newcomers[i]))
      matching[n_matching++] = newcomers[i];
  if (tie->kind == LECTERN_TIE_HIGHEST_COUNTED)
    return above + count_ahead (search, equal, n_equal, matching, n_matching, rule, stage + 1);
  return above + count_ahead (search, equal, n_equal, matching, n_matching, rule + 1, 0);
}

static guint
count_ahead (Search                   *search,
             const LecternHope *const *group,
             guint                     n,
             const LecternHope *const *newcomers,
             guint                     n_newcomers,
             guint                     rule,
             guint                     stage)
{
  const LecternScoringRules *rules = search->field->rules;
  guint                      any_order = search->worst ? n - 1 : 0;
  g_autofree LecternWide    *values = NULL;
  guint                      applied, passed_over;
  gboolean                   may_pass_over = FALSE;

  if (n == 1 || search->steps == 0)
    return any_order;
  search->steps--;
  values = g_new (LecternWide, n);
  while (rule < rules->n_ties && !evaluate (search, group, n, rule, stage, values))
    {
      if (rules->ties[rule].kind == LECTERN_TIE_DECISION)
        return any_order;
      rule++;
      stage = 0;
    }
  if (rule == rules->n_ties)
    return any_order;
  for (guint i = 0; i < n_newcomers; i++)
    may_pass_over |= may_lack_value (search, &rules->ties[rule], stage, newcomers[i]);
  if (may_pass_over && rules->ties[rule].kind == LECTERN_TIE_DECISION)
    return any_order;
  applied = count_ahead_by_values (search, group, n, newcomers, n_newcomers, rule, stage, values);
  if (!may_pass_over)
    return applied;
  passed_over = count_ahead (search, group, n, newcomers, n_newcomers, rule + 1, 0);
  return search->worst ? MAX (applied, passed_over) : MIN (applied, passed_over);
}

guint
lectern_prospect_count_ahead (const LecternProspectField *field,
                              const LecternHope *const   *group,
                              guint                       n,
                              const LecternHope *const   *newcomers,
                              guint                       n_newcomers,
                              gboolean                    worst)
{
  Search search = { field, group[0], worst, STEPS_MAX };

  return count_ahead (&search, group, n, newcomers, n_newcomers, 0, 0);
}
