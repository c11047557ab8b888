/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A state says what the clock showed when it was written, and may have been on its way for a while;
 * a pong says it too, and how long the way there and back was. So a state sets the clock, and every
 * pong that was quicker than the one before sets it more exactly: what it said was true half-way
 * between ping and pong, give or take half the way. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-judge-clock.h"

#define PONG_MAX_US (3 * G_USEC_PER_SEC)
/* A state this much behind was late on its way; more than that, somebody set the clock. */
#define LATE_MS 2000
#define DRIFT_PER_SECOND_US 1000
#define DOUBT_US 50000

/* Somebody else's figure: what no talk lasts would only overflow. */
static gint64
bound (gint64 elapsed_ms)
{
  return CLAMP (elapsed_ms, 0, LECTERN_JUDGE_CLOCK_MOST_MS);
}

static void
set (LecternJudgeClock *self,
     gint64             elapsed_ms,
     gint64             at_us,
     gint64             error_us)
{
  self->elapsed_ms = elapsed_ms;
  self->at_us = at_us;
  self->error_us = error_us;
}

gint64
lectern_judge_clock_get_elapsed_ms (const LecternJudgeClock *self,
                                    gint64                   now_us)
{
  return self->running ? self->elapsed_ms + MAX (now_us - self->at_us, 0) / 1000 : self->elapsed_ms;
}

void
lectern_judge_clock_take_state (LecternJudgeClock *self,
                                gboolean           running,
                                gint64             elapsed_ms,
                                gint64             now_us)
{
  gint64   ahead_ms = lectern_judge_clock_get_elapsed_ms (self, now_us) - bound (elapsed_ms);
  gboolean known = self->running && running && self->error_us >= 0;

  self->running = running;
  if (!known || ahead_ms < -self->error_us / 1000 || ahead_ms > LATE_MS)
    set (self, bound (elapsed_ms), running ? now_us - self->delay_us : now_us, -1);
}

void
lectern_judge_clock_take_pong (LecternJudgeClock *self,
                               gboolean           running,
                               gint64             elapsed_ms,
                               gint64             sent_us,
                               gint64             now_us)
{
  gint64 half_us = sent_us <= now_us && sent_us >= now_us - PONG_MAX_US ? (now_us - sent_us) / 2 : -1;
  gint64 grown_us = self->error_us + (now_us - self->at_us) / G_USEC_PER_SEC * DRIFT_PER_SECOND_US;
  gint64 off_us;

  if (half_us < 0)
    return;
  self->delay_us = half_us;
  if (!running || !self->running)
    return;
  off_us = ABS (lectern_judge_clock_get_elapsed_ms (self, sent_us + half_us) - bound (elapsed_ms)) * 1000;
  if (self->error_us < 0 || half_us <= grown_us || off_us > half_us + grown_us + DOUBT_US)
    set (self, bound (elapsed_ms), sent_us + half_us, half_us);
}
