/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A year; nothing more is believed, and nothing below zero. */
#define LECTERN_JUDGE_CLOCK_MOST_MS (G_GINT64_CONSTANT (366) * 24 * 3600 * 1000)

/* The main laptop's clock as a panel knows it. All times but the clock's own are this laptop's
 * monotonic microseconds. Starts as zeroes. */
typedef struct
{
  gboolean running;
  gint64   elapsed_ms; /* at @at_us */
  gint64   at_us;
  gint64   error_us; /* how far off that may be; -1: nobody knows */
  gint64   delay_us; /* one way, as measured last; 0: never */
} LecternJudgeClock;

/* A state said so. */
void lectern_judge_clock_take_state (LecternJudgeClock *self,
                                     gboolean           running,
                                     gint64             elapsed_ms,
                                     gint64             now_us);
/* A pong said so to a ping of @sent_us. */
void   lectern_judge_clock_take_pong (LecternJudgeClock *self,
                                      gboolean           running,
                                      gint64             elapsed_ms,
                                      gint64             sent_us,
                                      gint64             now_us);
gint64 lectern_judge_clock_get_elapsed_ms (const LecternJudgeClock *self,
                                           gint64                   now_us);

G_END_DECLS
