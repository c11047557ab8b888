/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program with windows: the console of the main laptop, or a judge's panel. */
#define LECTERN_TYPE_APPLICATION (lectern_application_get_type ())
G_DECLARE_FINAL_TYPE (LecternApplication, lectern_application, LECTERN, APPLICATION, AdwApplication)

/* The console: one process a user, each file in a window of its own. The judges' server listens at
 * @bind (NULL: every address) on @port (0: LECTERN_SESSION_PORT, or any when that is taken). */
LecternApplication *lectern_application_new_console (const char *bind,
                                                     guint16     port) G_GNUC_WARN_UNUSED_RESULT;
/* A judge's panel: a process of its own, so that several run at once on one machine. @address is
 * the main laptop's, or NULL to be asked for; @seat_path is the file that remembers the seat, or
 * NULL for the usual one. */
LecternApplication *lectern_application_new_judge (const char *address,
                                                   const char *seat_path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
