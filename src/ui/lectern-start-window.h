/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a start without a file shows: open a contest, make one, or try the sample evening. What is
 * chosen is told by ::chosen (const char *path); what could not be opened is said with
 * lectern_start_window_tell(). */
#define LECTERN_TYPE_START_WINDOW (lectern_start_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternStartWindow, lectern_start_window, LECTERN, START_WINDOW, AdwApplicationWindow)

GtkWidget *lectern_start_window_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
void       lectern_start_window_tell (LecternStartWindow *self,
                                      const char         *sentence);

G_END_DECLS
