/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The journal: one line a commit, chained by SHA-256 so that none can be changed, dropped, doubled
 * or moved without the chain breaking at that place. */

#define G_LOG_DOMAIN "lectern-store"

#include "lectern-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const lectern_journal_select = "SELECT seq, wall_us, actor, device, action, sentence, reason, changeset, hash FROM journal WHERE seq > ?1 ORDER BY seq";

/* The same without the changesets, which are most of a journal and nobody reads in a list. */
static const char *const select_without_changesets = "SELECT seq, wall_us, actor, device, action, sentence, reason, NULL, hash FROM journal WHERE seq > ?1 ORDER BY seq";

static void
hash_number (GChecksum *checksum,
             guint64    number)
{
  guint64 bytes = GUINT64_TO_BE (number);

  g_checksum_update (checksum, (const guchar *) &bytes, sizeof bytes);
}

static void
hash_text (GChecksum  *checksum,
           const char *text)
{
  hash_number (checksum, text != NULL ? strlen (text) : G_MAXUINT64);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
}

void
lectern_journal_hash (const LecternJournalLine *line,
                      const guint8              previous[32],
                      guint8                    hash[32])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize         size;
  gconstpointer changeset = g_bytes_get_data (line->changeset, &size);
  gsize         length = 32;

  g_checksum_update (checksum, previous, 32);
  hash_number (checksum, (guint64) line->seq);
  hash_number (checksum, (guint64) line->wall_us);
  hash_text (checksum, line->actor);
  hash_text (checksum, line->device);
  hash_text (checksum, line->action);
  hash_text (checksum, line->sentence);
  hash_text (checksum, line->reason);
  hash_number (checksum, size);
  g_checksum_update (checksum, changeset, (gssize) size);
  g_checksum_get_digest (checksum, hash, &length);
}

LecternJournalLine *
lectern_journal_line_read (sqlite3_stmt *statement)
{
  LecternJournalLine *line = g_new0 (LecternJournalLine, 1);

  line->seq = sqlite3_column_int64 (statement, 0);
  line->wall_us = sqlite3_column_int64 (statement, 1);
  line->actor = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  line->device = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  line->action = g_strdup ((const char *) sqlite3_column_text (statement, 4));
  line->sentence = g_strdup ((const char *) sqlite3_column_text (statement, 5));
  line->reason = g_strdup ((const char *) sqlite3_column_text (statement, 6));
  line->changeset = g_bytes_new (sqlite3_column_blob (statement, 7), (gsize) sqlite3_column_bytes (statement, 7));
  if (sqlite3_column_bytes (statement, 8) == 32)
    memcpy (line->hash, sqlite3_column_blob (statement, 8), 32);
  return line;
}

gboolean
lectern_journal_read_last (LecternStore *self,
                           GError      **error)
{
  sqlite3_stmt *last = NULL;
  int           code = sqlite3_prepare_v2 (self->db, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1", -1, &last, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (last);
  if (code == SQLITE_ROW)
    {
      self->seq = sqlite3_column_int64 (last, 0);
      if (sqlite3_column_bytes (last, 1) == 32)
        memcpy (self->hash, sqlite3_column_blob (last, 1), 32);
    }
  sqlite3_finalize (last);
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  lectern_store_set_error (self->db, code, self->path, error);
  return FALSE;
}

gboolean
lectern_journal_prepare (LecternStore *self,
                         GError      **error)
{
  int code;

  code = sqlite3_prepare_v3 (self->db, "INSERT INTO journal (seq, wall_us, actor, device, action, sentence, reason, changeset, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, SQLITE_PREPARE_PERSISTENT, &self->journal, NULL);
  if (code != SQLITE_OK)
    {
      lectern_store_set_error (self->db, code, self->path, error);
      return FALSE;
    }
  if (!lectern_journal_read_last (self, error))
    return FALSE;
  self->committed_seq = self->seq;
  memcpy (self->committed_hash, self->hash, 32);
  return TRUE;
}

gboolean
lectern_journal_append (LecternStore       *self,
                        LecternJournalLine *line,
                        GError            **error)
{
  sqlite3_stmt *s = self->journal;
  gsize         size;
  gconstpointer changeset = g_bytes_get_data (line->changeset, &size);
  int           code;

  line->seq = self->seq + 1;
  lectern_journal_hash (line, self->hash, line->hash);
  sqlite3_bind_int64 (s, 1, line->seq);
  sqlite3_bind_int64 (s, 2, line->wall_us);
  sqlite3_bind_text (s, 3, line->actor, -1, SQLITE_STATIC);
  sqlite3_bind_text (s, 4, line->device, -1, SQLITE_STATIC);
  sqlite3_bind_text (s, 5, line->action, -1, SQLITE_STATIC);
  sqlite3_bind_text (s, 6, line->sentence, -1, SQLITE_STATIC);
  sqlite3_bind_text (s, 7, line->reason, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (s, 8, size > 0 ? changeset : "", size, SQLITE_STATIC);
  sqlite3_bind_blob (s, 9, line->hash, 32, SQLITE_STATIC);
  sqlite3_step (s);
  code = sqlite3_reset (s);
  sqlite3_clear_bindings (s);
  if (code != SQLITE_OK)
    {
      lectern_store_set_error (self->db, code, self->path, error);
      return FALSE;
    }
  self->seq = line->seq;
  memcpy (self->hash, line->hash, 32);
  return TRUE;
}

static GPtrArray *
read_lines (LecternStore *self,
            const char   *select,
            gint64        after,
            guint         limit,
            GError      **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_journal_line_free);
  sqlite3_stmt *statement = NULL;
  int           code;

  code = sqlite3_prepare_v2 (self->db, select, -1, &statement, NULL);
  sqlite3_bind_int64 (statement, 1, after);
  while ((code == SQLITE_OK || code == SQLITE_ROW) && (limit == 0 || lines->len < limit))
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        g_ptr_array_add (lines, lectern_journal_line_read (statement));
    }
  sqlite3_finalize (statement);
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    {
      lectern_store_set_error (self->db, code, self->path, error);
      return NULL;
    }
  return g_steal_pointer (&lines);
}

GPtrArray *
lectern_store_read_journal (LecternStore *self,
                            gint64        after,
                            guint         limit,
                            GError      **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return read_lines (self, select_without_changesets, after, limit, error);
}

LecternJournalLine *
lectern_store_read_line (LecternStore *self,
                         gint64        seq,
                         GError      **error)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  lines = read_lines (self, lectern_journal_select, seq - 1, 1, error);
  if (lines == NULL)
    return NULL;
  if (lines->len == 1 && ((LecternJournalLine *) lines->pdata[0])->seq == seq)
    return g_ptr_array_steal_index (lines, 0);
  g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("The journal has no line %d."), (int) CLAMP (seq, 0, G_MAXINT));
  return NULL;
}
