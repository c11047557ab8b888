/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-follower.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_BELL_WARNING,
  LECTERN_BELL_OVER,
  LECTERN_BELL_N_STROKES,
} LecternBellStroke;

/* What makes the sound: the laptop's loudspeakers, or a test's ear. */
typedef struct
{
  /* A talk runs: strokes may come, so that none has to wait for a device; FALSE: none any more. */
  void (*prepare) (gpointer user_data,
                   gboolean running);
  void (*play) (gpointer          user_data,
                LecternBellStroke stroke);
  gpointer user_data;
} LecternBellPlayer;

/* Rings at the warnings and at the end of each talk, at the very moment of the talk's clock and once.
 * A moment that was past when the program began to look is not rung for, nor is one again after a
 * pause; a clock turned back rings again.
 *
 * Property "muted", boolean, read-write: silent until the next entry is on stage. Property "trouble",
 * string: why nothing is heard, in a sentence; NULL as far as is known it is. */
#define LECTERN_TYPE_BELL (lectern_bell_get_type ())
G_DECLARE_FINAL_TYPE (LecternBell, lectern_bell, LECTERN, BELL, GObject)

/* @player is copied; its user_data has to outlive the bell. */
LecternBell *lectern_bell_new (LecternFollower         *follower,
                               const LecternBellPlayer *player) G_GNUC_WARN_UNUSED_RESULT;
gboolean     lectern_bell_get_muted (LecternBell *self);
void         lectern_bell_set_muted (LecternBell *self,
                                     gboolean     muted);
const char  *lectern_bell_get_trouble (LecternBell *self);
void         lectern_bell_set_trouble (LecternBell *self,
                                       const char  *sentence);
/* Plays @stroke now, muted or not: to try it. */
void lectern_bell_try (LecternBell      *self,
                       LecternBellStroke stroke);
/* For tests: what the talk's clock shows, in milliseconds, in place of the engine's. */
void lectern_bell_set_clock (LecternBell *self,
                             gint64 (*read_ms) (gpointer user_data),
                             gpointer user_data);

G_END_DECLS
