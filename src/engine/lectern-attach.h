/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-action.h"
#include "lectern-attachments.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The row of a file to attach: @name is a path or a name, of which the last part stays. @owner
 * LECTERN_NULL: 0, or the next number where there can be several. Owned by the caller. */
LecternAttachment *lectern_attach_new_record (LecternRole role,
                                              gint64      owner,
                                              const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* An action ATTACH for the contest at @path, which is open for writing: @record (taken) with the
 * bytes of the file at @from, or @bytes in their place. Reads, hashes and, when it is large,
 * copies the file: slow, on any thread. */
LecternAction *lectern_attach_new_action (const char        *path,
                                          LecternAttachment *record,
                                          const char        *from,
                                          GBytes            *bytes,
                                          const char        *actor,
                                          GCancellable      *cancellable,
                                          GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* The bytes with that hash of the contest at @path, beside whoever writes; large ones mapped. On
 * any thread. */
GBytes *lectern_engine_load_content (const char *path,
                                     const char *sha256,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Where they lie beside the contest; NULL: in it, or nowhere. Owned by the caller. */
char *lectern_engine_find_file (const char *path,
                                const char *sha256) G_GNUC_WARN_UNUSED_RESULT;
/* Writes them to a new file @to of the user's alone, for another program to open. */
gboolean lectern_engine_save_content (const char   *path,
                                      const char   *sha256,
                                      const char   *to,
                                      GCancellable *cancellable,
                                      GError      **error);

G_END_DECLS
