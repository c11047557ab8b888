/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Walks over everything in sight in a window and says what is wrong with it: what can have the focus
 * and has no name, words that are cut, a window that does not fit on the smallest laptop. */

/* Whether the program was started for that and not for pictures. */
gboolean window_walk_is_wanted (void);
/* @window, called @name, at the usual size of text and at the larger one that is wanted. One line a fault on the output, and
 * one for the window itself. */
void window_walk_look (GtkWidget  *window,
                       const char *name);

G_END_DECLS
