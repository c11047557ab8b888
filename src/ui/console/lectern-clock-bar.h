/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-rules.h"

G_BEGIN_DECLS

/* How far a talk is: a bar with a mark at each warning and at the limit. Times in milliseconds. */
#define LECTERN_TYPE_CLOCK_BAR (lectern_clock_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternClockBar, lectern_clock_bar, LECTERN, CLOCK_BAR, GtkWidget)

void lectern_clock_bar_set_rules (LecternClockBar *self,
                                  LecternRules    *rules);
void lectern_clock_bar_set_elapsed_ms (LecternClockBar *self,
                                       gint64           elapsed_ms);

G_END_DECLS
