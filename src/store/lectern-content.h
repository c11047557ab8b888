/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-store.h"

G_BEGIN_DECLS

/* Above this many bytes a file lies in the folder beside the contest, not in it. */
#define LECTERN_CONTENT_INSIDE ((gint64) 8 << 20)

/* The bytes of a file on their way into a contest, known by their SHA-256: in memory when they are
 * to stand in it, else copied to the folder beside it already, on disk, under a name nothing knows
 * until they are written. Not thread safe; may be handed to another thread. */
typedef struct _LecternContent LecternContent;

LecternContent *lectern_content_new_for_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
/* Reads, and copies when it is large, the file at @from for the contest at @path; refuses more than
 * @most bytes. Slow; on any thread, while the contest is open for writing. */
LecternContent *lectern_content_new_for_file (const char   *path,
                                              const char   *from,
                                              gint64        most,
                                              GCancellable *cancellable,
                                              GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* Takes what was copied and not written away again. Also NULL. */
void        lectern_content_free (LecternContent *self);
const char *lectern_content_get_sha256 (const LecternContent *self);
gint64      lectern_content_get_size (const LecternContent *self);
gboolean    lectern_content_is_beside (const LecternContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternContent, lectern_content_free)

/* lectern_store_write() of a change that puts an attachment's row, with the bytes it vouches for
 * (NULL: they are there already): both or neither. Bytes that nothing needs any more go. */
gboolean lectern_store_write_content (LecternStore       *self,
                                      LecternChange      *change,
                                      LecternContent     *content,
                                      LecternJournalLine *line,
                                      GError            **error);

/* Whether the open contest holds bytes of that hash. */
gboolean lectern_store_has_content (LecternStore *self,
                                    const char   *sha256);
/* The bytes of that hash of the contest at @path, large ones mapped and not read. On any thread,
 * beside whoever writes. NOT_FOUND: they are not there. */
GBytes *lectern_store_read_content (const char *path,
                                    const char *sha256,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Where those bytes lie beside the contest at @path; NULL: not there. Owned by the caller. */
char *lectern_store_find_beside (const char *path,
                                 const char *sha256) G_GNUC_WARN_UNUSED_RESULT;
/* Copies the files beside the contest at @path that the contest at @to, made by
 * lectern_store_backup(), speaks of. Slow; on any thread. */
gboolean lectern_store_backup_files (const char *path,
                                     const char *to,
                                     GError    **error);

G_END_DECLS
