/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * lectern_sandbox_may_keep:
 * @path: where a contest is, or is to be
 *
 * Whether a contest can be kept there: not where a sandbox hands over a single file, for the journal's
 * own files have to stand beside it and be as durable.
 *
 * Returns: FALSE and %G_IO_ERROR_PERMISSION_DENIED, with a sentence that says what to do
 */
gboolean lectern_sandbox_may_keep (const char *path,
                                   GError    **error);

/**
 * lectern_sandbox_get_folder:
 *
 * Returns: (transfer full) (nullable): the folder whose contests a sandboxed program sees whole; NULL
 *   where there is no sandbox, and every folder will do
 */
char *lectern_sandbox_get_folder (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
