/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* The console: what the operator and the MC sit at. */
#define LECTERN_TYPE_CONSOLE_WINDOW (lectern_console_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternConsoleWindow, lectern_console_window, LECTERN, CONSOLE_WINDOW, AdwApplicationWindow)

/* Actions for what is in the window: console.page (name), console.correct (kind, lot, judge) asks on
 * the evening's page for what a correction needs, console.entry (lot) shows an entry's sheets there.
 * console.screens shows the page of the screens; the windows on them are opened with it. @server may be NULL: no judges' laptops. The window keeps both and lets go of them when it is
 * closed; stopping and closing them is their maker's part. */
GtkWindow   *lectern_console_window_new (AdwApplication *app,
                                         LecternEngine  *engine,
                                         LecternServer  *server);
LecternDesk *lectern_console_window_get_desk (LecternConsoleWindow *self);
/* "set-up", "draw", "evening", "results", "papers", "journal". */
void lectern_console_window_show_page (LecternConsoleWindow *self,
                                       const char           *name);
/* The name of the page that is shown. */
const char *lectern_console_window_get_shown_page (LecternConsoleWindow *self);
/* The page of that name. Borrowed. */
GtkWidget *lectern_console_window_get_page (LecternConsoleWindow *self,
                                            const char           *name);
/* The sentence of the last refusal, NULL before the first. */
const char *lectern_console_window_get_refusal (LecternConsoleWindow *self);

/* Out of sight, and its screens and bells given up, while something else stands in its place; and back. */
void lectern_console_window_suspend (LecternConsoleWindow *self);
void lectern_console_window_resume (LecternConsoleWindow *self);
/* Makes it the console of a rehearsal: one press ends it, and closing it asks nothing. */
void lectern_console_window_set_rehearsing (LecternConsoleWindow *self);

G_END_DECLS
