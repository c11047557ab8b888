/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

#include "lectern-contest.h"
#include "lectern-journal-line.h"

G_BEGIN_DECLS

/* What a file or a disk refuses; each message is a sentence that says what to do. */
#define LECTERN_STORE_ERROR (lectern_store_error_quark ())
GQuark lectern_store_error_quark (void);

typedef enum
{
  LECTERN_STORE_ERROR_FAILED,
  LECTERN_STORE_ERROR_EXISTS,
  LECTERN_STORE_ERROR_NOT_FOUND,
  LECTERN_STORE_ERROR_NOT_A_CONTEST,
  LECTERN_STORE_ERROR_NEWER,
  LECTERN_STORE_ERROR_DAMAGED,
  LECTERN_STORE_ERROR_READ_ONLY,
  LECTERN_STORE_ERROR_DISK_FULL,
  LECTERN_STORE_ERROR_IN_USE,
  LECTERN_STORE_ERROR_CONSTRAINT, /* a row the schema forbids */
  LECTERN_STORE_ERROR_UNPROVEN,   /* verify: the journal and the tables disagree */
  LECTERN_STORE_ERROR_N_CODES,
} LecternStoreError;

/* The code in `lecternctl --json`: "newer", "disk-full". */
const char *lectern_store_error_get_name (LecternStoreError code);

#define LECTERN_STORE_APPLICATION_ID 0x4c454354 /* "LECT" */
#define LECTERN_STORE_VERSION 4

/* One contest file, open for writing by this process alone. Not thread safe. */
typedef struct _LecternStore LecternStore;

LecternStore *lectern_store_create (const char *path,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;
LecternStore *lectern_store_open (const char *path,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* For reading beside another process that may be writing; takes no lock, changes nothing. */
LecternStore *lectern_store_open_read_only (const char *path,
                                            GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Also NULL. */
void lectern_store_close (LecternStore *self);
/* Every row of every table. */
LecternChange *lectern_store_load (LecternStore *self,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* A transaction of one or more actions: begin, write for each, commit. */
gboolean lectern_store_begin (LecternStore *self,
                              GError      **error);
/* Writes the rows of one action and its journal line, whose seq, changeset and hash it fills in.
 * A refusal takes back this action only. */
gboolean lectern_store_write (LecternStore       *self,
                              LecternChange      *change,
                              LecternJournalLine *line,
                              GError            **error);
/* TRUE: durable. FALSE: everything since begin is gone. */
gboolean lectern_store_commit (LecternStore *self,
                               GError      **error);
void     lectern_store_rollback (LecternStore *self);

/* The seq of the last journal line, 0 in an empty one. */
gint64 lectern_store_get_seq (LecternStore *self);
/* Its hash: 32 bytes. Borrowed. */
const guint8 *lectern_store_get_hash (LecternStore *self);
/* Lines with seq > @after, oldest first, at most @limit (0: all); without changesets. */
GPtrArray *lectern_store_read_journal (LecternStore *self,
                                       gint64        after,
                                       guint         limit,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* One line, with its changeset. NOT_FOUND of the contest's domain where there is none. */
LecternJournalLine *lectern_store_read_line (LecternStore *self,
                                             gint64        seq,
                                             GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* What would take @line (with its changeset) back from @contest, the rows as they are now: an
 * order in which they can be written. Rows of the tables in @skip (NULL-terminated, may be NULL)
 * are left as they are. NULL without @error: the row *@changed, the caller's, is no longer as the
 * line left it. @contest NULL: which rows it would be, by what the line knows of them alone. */
LecternChange *lectern_store_invert_line (LecternStore             *self,
                                          const LecternJournalLine *line,
                                          LecternContest           *contest,
                                          const LecternTable *const skip[],
                                          gpointer                 *changed,
                                          GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
/* SQLite's online backup to @path, replacing it only when whole. */
gboolean lectern_store_backup (LecternStore *self,
                               const char   *path,
                               GError      **error);

/* Proves the file at @path: the chain of hashes, the replay of every changeset into an empty
 * contest, every row against the replay, every total and finalised result against the marks.
 * Changes nothing. FALSE with UNPROVEN names the first difference. @n_lines may be NULL. */
gboolean lectern_store_verify (const char *path,
                               gint64     *n_lines,
                               GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternStore, lectern_store_close)

G_END_DECLS
