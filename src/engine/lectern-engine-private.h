/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-engine.h"

G_BEGIN_DECLS

/* Where the engine's time comes from: the laptop's clocks, or a test's. Microseconds. */
typedef struct
{
  gint64 (*get_mono_us) (gpointer user_data);
  gint64 (*get_wall_us) (gpointer user_data);
  gpointer user_data;
} LecternClockSource;

void lectern_engine_set_clock_source (LecternEngine            *self,
                                      const LecternClockSource *source);

G_END_DECLS
