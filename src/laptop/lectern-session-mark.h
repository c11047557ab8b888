/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Notes that the contest at @path is open here. TRUE when it was open before and was never closed: the program or
 * the laptop ended without a word. To be called by whoever holds the contest's lock. @folder NULL: the user's
 * (docs/crash.md). A note that can't be written is none. */
gboolean lectern_session_mark_open (const char *folder,
                                    const char *path);
/* It was closed. */
void lectern_session_mark_close (const char *folder,
                                 const char *path);

G_END_DECLS
