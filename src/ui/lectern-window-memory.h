/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * lectern_window_memory_watch:
 * @window: a console that is not shown yet
 *
 * Gives @window the size that the last console had, and remembers its own from now on. Where the
 * settings are not installed the window keeps the size of its template.
 */
void lectern_window_memory_watch (GtkWindow *window);

/**
 * lectern_window_memory_set_last_file:
 * @path: of a contest that was just opened
 *
 * Remembers @path for the next start.
 */
void lectern_window_memory_set_last_file (const char *path);

/* As many contests as lectern_window_memory_list_recent_files() tells of. */
#define LECTERN_WINDOW_MEMORY_RECENT 5

/**
 * lectern_window_memory_list_recent_files:
 *
 * Returns: (transfer full): paths of the contests that were open here and are still there, at most
 *   LECTERN_WINDOW_MEMORY_RECENT, the last one first
 */
GStrv lectern_window_memory_list_recent_files (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * lectern_window_memory_get_last_file:
 *
 * Returns: (transfer full) (nullable): the contest that was open last, if it is still there
 */
char *lectern_window_memory_get_last_file (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
