/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One row of the overtime table: either every > 0 (for each started so many milliseconds),
 * or beyond >= 0 (once, when more than so many milliseconds over; every is 0 then). */
typedef struct
{
  gint64 every_ms;
  gint64 beyond_ms;
  gint64 points;
} LecternOvertimeStep;

#define LECTERN_OVERTIME_STEPS_MAX 16
#define LECTERN_NONE (-1)

/* The time rules of a contest. Times in milliseconds, points in thousandths;
 * stop_ms, cap and under_from_ms are LECTERN_NONE where the rules file says null. */
typedef struct
{
  gint64              limit_ms;
  gint64              stop_ms;
  gint64              grace_ms;
  gint64              cap;
  gint64              under_from_ms;
  gint64              under_points;
  LecternOvertimeStep steps[LECTERN_OVERTIME_STEPS_MAX];
  guint               n_steps;
} LecternTimeRules;

/* The deduction for a talk of @time_ms (LECTERN_NONE: not timed, no deduction), in thousandths. */
gint64 lectern_deduction_for_time (const LecternTimeRules *rules,
                                   gint64                  time_ms);
/* Of two timers' times the one more favourable to the speaker: the one that costs less, and of two
 * that cost the same the shorter. LECTERN_NONE where a timer has none; with both NONE, NONE. */
gint64 lectern_time_more_favourable (const LecternTimeRules *rules,
                                     gint64                  first_ms,
                                     gint64                  second_ms);

G_END_DECLS
