/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "lectern-store.h"

G_BEGIN_DECLS

typedef struct
{
  sqlite3_stmt *put;
  sqlite3_stmt *remove;
} LecternTableStatements;

struct _LecternStore
{
  sqlite3                *db;
  char                   *path;
  int                     lock; /* descriptor of the lock file, -1: none */
  char                   *lock_path;
  LecternTableStatements *tables; /* in the order of lectern_tables */
  sqlite3_stmt           *journal;
  gint64                  seq; /* of the last line written, committed or not */
  guint8                  hash[32];
  gint64                  committed_seq;
  guint8                  committed_hash[32];
  gboolean                sweeps; /* the next commit takes files away that nothing needs */
};

/* A connection to the contest at @path for a reader of one thing, without looking through the file. */
LecternStore *lectern_store_open_reader (const char *path,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets @error from what the connection says, as a sentence. */
void     lectern_store_set_error (sqlite3    *db,
                                  int         code,
                                  const char *path,
                                  GError    **error);
gboolean lectern_store_exec (sqlite3    *db,
                             const char *sql,
                             const char *path,
                             GError    **error);
/* Empty tables with the columns and keys of a contest's and no other rule, in memory: what the
 * journal is replayed into. */
sqlite3 *lectern_rows_open_replay (GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* All rows of all tables as a change; for the replay and the file alike. */
LecternChange *lectern_rows_load (sqlite3    *db,
                                  const char *path,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Statements that write rows. */
gboolean lectern_rows_prepare (LecternStore *self,
                               GError      **error);
void     lectern_rows_finalize (LecternStore *self);
gboolean lectern_rows_write (LecternStore           *self,
                             const LecternRowChange *row,
                             GError                **error);
/* The hash of @line after @previous: SHA-256 over previous, seq, wall_us (8 bytes, big endian) and
 * each text and the changeset preceded by its length (8 bytes, big endian; G_MAXUINT64 for NULL). */
void lectern_journal_hash (const LecternJournalLine *line,
                           const guint8              previous[32],
                           guint8                    hash[32]);
/* Reads a line from a statement of lectern_journal_select. */
extern const char *const lectern_journal_select;
LecternJournalLine      *lectern_journal_line_read (sqlite3_stmt *statement) G_GNUC_WARN_UNUSED_RESULT;
/* The seq and the hash of the last line, into the store. */
gboolean lectern_journal_read_last (LecternStore *self,
                                    GError      **error);
gboolean lectern_journal_prepare (LecternStore *self,
                                  GError      **error);
gboolean lectern_journal_append (LecternStore       *self,
                                 LecternJournalLine *line,
                                 GError            **error);

/* The proof of lectern_store_verify() over an open connection; only its db and path are used. */
gboolean lectern_store_prove (LecternStore *self,
                              gint64       *n_lines,
                              GError      **error);

G_END_DECLS
