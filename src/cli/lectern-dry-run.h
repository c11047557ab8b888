/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-engine.h"

G_BEGIN_DECLS

/* An engine on a copy of the contest at @path, which may be open elsewhere: it refuses exactly
 * what the contest's own would. @copy receives the copy's path, also on failure where one was
 * made; lectern_dry_run_remove() takes it. */
LecternEngine *lectern_dry_run_open (const char *path,
                                     char      **copy,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Removes a copy whose engine is closed; also NULL. */
void lectern_dry_run_remove (char *copy);

G_END_DECLS
