/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-document.h"
#include "lectern-invocation.h"

G_BEGIN_DECLS

/* Ends with @document written to @path, or, where it is NULL, with @error. */
LecternExit lectern_command_write_document (LecternInvocation *invocation,
                                            LecternDocument   *document,
                                            const char        *path,
                                            GError            *error);

G_END_DECLS
