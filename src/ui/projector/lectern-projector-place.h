/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Nowhere: stay a window. */
#define LECTERN_PROJECTOR_NOWHERE (-1)

/* Which of @monitors the projector fills: the first that is really there (not yet 0 × 0, as a
 * monitor is just after it was plugged) and is neither the operator's own nor a mirror of it.
 * @operators is the index of the one with the console's window, or LECTERN_PROJECTOR_NOWHERE when
 * nobody knows: then the first is taken to be it. */
int lectern_projector_choose_monitor (const GdkRectangle *monitors,
                                      guint               n_monitors,
                                      int                 operators);

G_END_DECLS
