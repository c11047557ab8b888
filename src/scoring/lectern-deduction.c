/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a talk loses for its length. With t milliseconds beyond limit and grace, each "every" row
 * takes its points for every started interval of t; of the "beyond" rows only the largest one
 * that t exceeds counts, once; the cap bounds all of that together. A talk shorter than the
 * contest asks for loses the points of that rule. An untimed talk loses nothing. */

#define G_LOG_DOMAIN "lectern-scoring"

#include "lectern-deduction.h"

#include "lectern-wide-private.h"

/* The "beyond" row that applies to @over_ms, or NULL. */
static const LecternOvertimeStep *
find_beyond_step (const LecternTimeRules *rules,
                  gint64                  over_ms)
{
  const LecternOvertimeStep *found = NULL;

  for (guint i = 0; i < rules->n_steps; i++)
    {
      const LecternOvertimeStep *step = &rules->steps[i];

      if (step->every_ms > 0 || step->beyond_ms < 0 || over_ms <= step->beyond_ms)
        continue;
      if (found == NULL || step->beyond_ms > found->beyond_ms)
        found = step;
    }
  return found;
}

static LecternWide
deduct_for_overtime (const LecternTimeRules *rules,
                     gint64                  over_ms)
{
  const LecternOvertimeStep *beyond = find_beyond_step (rules, over_ms);
  LecternWide                points = beyond != NULL ? beyond->points : 0;

  for (guint i = 0; i < rules->n_steps; i++)
    {
      const LecternOvertimeStep *step = &rules->steps[i];

      if (step->every_ms > 0)
        points += (LecternWide) step->points * ((over_ms - 1) / step->every_ms + 1);
    }
  return rules->cap >= 0 ? MIN (points, rules->cap) : points;
}

gint64
lectern_deduction_for_time (const LecternTimeRules *rules,
                            gint64                  time_ms)
{
  gint64      over_ms;
  LecternWide points = 0;

  g_return_val_if_fail (rules != NULL && rules->n_steps <= LECTERN_OVERTIME_STEPS_MAX, 0);

  if (time_ms < 0)
    return 0;
  over_ms = time_ms - rules->limit_ms - rules->grace_ms;
  if (over_ms > 0)
    points += deduct_for_overtime (rules, over_ms);
  if (rules->under_from_ms >= 0 && time_ms < rules->under_from_ms)
    points += rules->under_points;
  return lectern_wide_clamp (points);
}

gint64
lectern_time_more_favourable (const LecternTimeRules *rules,
                              gint64                  first_ms,
                              gint64                  second_ms)
{
  gint64 first, second;

  if (first_ms == LECTERN_NONE || second_ms == LECTERN_NONE)
    return first_ms == LECTERN_NONE ? second_ms : first_ms;
  first = lectern_deduction_for_time (rules, first_ms);
  second = lectern_deduction_for_time (rules, second_ms);
  if (first != second)
    return first < second ? first_ms : second_ms;
  return MIN (first_ms, second_ms);
}
