/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_HELP_WINDOW (lectern_help_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternHelpWindow, lectern_help_window, LECTERN, HELP_WINDOW, AdwWindow)

/**
 * lectern_help_window_new:
 * @folder: (nullable): with a folder of pages for each language; NULL: the installed one
 *
 * The help in the language of the program's words, English where it is not written in that.
 */
GtkWidget *lectern_help_window_new (const char *folder);

/**
 * lectern_help_window_choose_page:
 * @shown: (nullable): the page of the console that is shown; NULL: none, as in the start window
 *
 * Returns: the page of the help that is about it
 */
const char *lectern_help_window_choose_page (const char *shown);

/**
 * lectern_help_window_show_page:
 * @page: a file's name without its ending, such as "before"
 *
 * A page that is not there leaves the one that is shown.
 */
void lectern_help_window_show_page (LecternHelpWindow *self,
                                    const char        *page);

/**
 * lectern_help_window_get_page:
 *
 * Returns: (nullable): the name of the page that is shown; NULL: no help was found
 */
const char *lectern_help_window_get_page (LecternHelpWindow *self);

G_END_DECLS
