/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One contest open on the main laptop: its engine, the judges' server and the console. It lives
 * as long as the console's window; when that goes, the server is stopped and the file closed. */
#define LECTERN_TYPE_SESSION (lectern_session_get_type ())
G_DECLARE_FINAL_TYPE (LecternSession, lectern_session, LECTERN, SESSION, GObject)

/* The port judges' laptops find the main laptop at, unless it is taken or another is asked for. */
#define LECTERN_SESSION_PORT 8443

/* Opens the contest at @path and presents its console; a file that is not there is created from
 * the default template. @bind NULL: every address of the laptop. @port 0: LECTERN_SESSION_PORT, or
 * any other when that is taken. */
gboolean lectern_session_open (AdwApplication *application,
                               const char     *path,
                               const char     *bind,
                               guint16         port,
                               GError        **error);
/* Creates @path from the built-in template @template; with @sample, registers the sample nominees
 * and judges in it. The contest is not opened. */
gboolean lectern_session_create (const char *path,
                                 const char *template,
                                 gboolean sample,
                                 GError **error);

G_END_DECLS
