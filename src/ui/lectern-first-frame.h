/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says "first frame" in the log, at debug level, when @window has been painted for the first time:
 * what the benchmark of the start waits for. Call it before the window is presented. */
void lectern_first_frame_announce (GtkWindow *window);

G_END_DECLS
