/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most bytes the log has before it becomes the old one. */
#define LECTERN_TROUBLE_LOG_MOST (256 * 1024)

/* Has warnings and worse of this process written to lectern.log in @folder (NULL: the user's, docs/crash.md) as well as
 * where they go anyway. Once a process, at its start. */
void lectern_trouble_log_start (const char *folder);
/* What is left of a message in the log: everything beyond ASCII, and what stands between quotation marks, is one
 * "…" each, for it may be somebody's name. Owned by the caller. */
char *lectern_trouble_log_blacken (const char *message) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
