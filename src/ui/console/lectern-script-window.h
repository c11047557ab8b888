/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* The MC's own window: the words at what is on air in large type and, smaller, those that come next,
 * with blanks for whatever the hall has yet to learn. Nothing in it changes the contest. Plus and
 * minus change the size, N the colours, F11 fills the screen it is on; another free screen is
 * chosen from its menu. It never fills a screen by itself, and never one the hall looks at. */
#define LECTERN_TYPE_SCRIPT_WINDOW (lectern_script_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternScriptWindow, lectern_script_window, LECTERN, SCRIPT_WINDOW, AdwWindow)

GtkWindow *lectern_script_window_new (LecternDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
/* The height of a line's letters that was chosen, in pixels; long words are shown smaller. */
int lectern_script_window_get_size (LecternScriptWindow *self);
/* Fills @screen; a sentence at the desk when it shows something to the hall, or is nowhere. */
void lectern_script_window_fill (LecternScriptWindow *self,
                                 LecternScreen       *screen);

G_END_DECLS
