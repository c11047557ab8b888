/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The proof of a contest. Four things must agree: the chain of hashes, the replay of every
 * changeset into an empty contest, the rows of the file, and the figures computed again from the
 * marks. The first that does not is named with its place. Nothing of the file is trusted. */

#define G_LOG_DOMAIN "lectern-store"

#include "lectern-content-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-mark.h"
#include "lectern-results.h"

static gboolean
unproven (GError    **error,
          const char *format,
          ...) G_GNUC_PRINTF (2, 3);

static gboolean
unproven (GError    **error,
          const char *format,
          ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_UNPROVEN, message);
  return FALSE;
}

/* Any conflict means that the changeset does not fit what went before. */
static int
on_conflict_cb (void                   *user_data,
                int                     reason,
                sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
replay_line (sqlite3                  *replay,
             const LecternJournalLine *line,
             GError                  **error)
{
  gsize         size;
  gconstpointer bytes = g_bytes_get_data (line->changeset, &size);
  int           code = size == 0 ? SQLITE_OK : sqlite3changeset_apply (replay, (int) size, (void *) bytes, NULL, on_conflict_cb, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  /* Translators: number of a line of the journal. */
  return unproven (error, _ ("Journal line %u: its change does not fit what went before it."), (guint) line->seq);
}

/* A text ends at a zero byte for whoever reads it, so what stands behind one is in no hash. */
static gboolean
check_no_hidden_bytes (sqlite3_stmt *statement,
                       gint64        seq,
                       GError      **error)
{
  for (int c = 0; c < sqlite3_column_count (statement); c++)
    if (sqlite3_column_type (statement, c) == SQLITE_TEXT && strlen ((const char *) sqlite3_column_text (statement, c)) != (gsize) sqlite3_column_bytes (statement, c))
      return unproven (error, _ ("Journal line %u: there are bytes behind the end of a text."), (guint) seq);
  return TRUE;
}

static gboolean
check_line (const LecternJournalLine *line,
            gint64                    expected,
            guint8                    previous[32],
            GError                  **error)
{
  guint8 hash[32];

  if (line->seq != expected)
    return unproven (error, _ ("Journal line %u is missing."), (guint) expected);
  lectern_journal_hash (line, previous, hash);
  if (memcmp (hash, line->hash, sizeof hash) != 0)
    return unproven (error, _ ("Journal line %u: the chain is broken here; the line, or the one before it, was changed."), (guint) line->seq);
  memcpy (previous, hash, sizeof hash);
  return TRUE;
}

/* A journal made by hand may hold what no engine ever wrote, and figures are made from it. */
static gboolean
check_sense (LecternContest *contest,
             GError        **error)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_rows (contest, &lectern_table_entry);
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  GPtrArray                  *criteria = lectern_contest_get_criteria (contest);
  g_autoptr (LecternRules) rules = record != NULL && record->rules != NULL && criteria->len <= LECTERN_CRITERIA_MAX ? lectern_rules_parse (record->rules, criteria, NULL) : NULL;

  if (rules == NULL)
    return unproven (error, "%s", _ ("contest (1): its rules can’t be read."));
  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = entries->pdata[i];
      g_autofree char    *key = lectern_record_describe_key (entry);

      if (lectern_contest_get_nominee (contest, entry->nominee) == NULL)
        return unproven (error, _ ("%s: the journal does not know this nominee."), key);
    }
  return TRUE;
}

/* The results that a line of the journal added, against the marks as they were at that moment.
 * Those added before were checked then; what has changed since may be another panel or head judge. */
static gboolean
check_results (sqlite3    *replay,
               GHashTable *checked,
               GError    **error)
{
  g_autoptr (LecternChange) rows = lectern_rows_load (replay, NULL, error);
  g_autoptr (LecternContest) contest = lectern_contest_new ();
  GPtrArray *rounds;

  if (rows == NULL)
    return FALSE;
  lectern_contest_apply (contest, rows);
  if (!check_sense (contest, error))
    return FALSE;
  rounds = lectern_contest_get_rounds (contest);
  for (guint r = 0; r < rounds->len; r++)
    {
      const LecternRound *round = rounds->pdata[r];
      g_autofree char    *revision = g_strdup_printf ("%s %d", round->key, (int) round->revision);
      g_autoptr (GError) difference = NULL;

      if (round->state != LECTERN_ROUND_FINALISED || !g_hash_table_add (checked, g_steal_pointer (&revision)))
        continue;
      if (!lectern_results_check (contest, round, &difference))
        return unproven (error, "%s", difference->message);
    }
  return TRUE;
}

static gboolean
adds_results (const LecternJournalLine *line)
{
  return g_strcmp0 (line->action, "finalise") == 0 || g_strcmp0 (line->action, "take-round") == 0;
}

typedef gboolean (*LineFunc) (const LecternJournalLine *line,
                              sqlite3_stmt             *statement,
                              gpointer                  user_data,
                              GError                  **error);

/* Every line of the journal, until @func returns FALSE. */
static gboolean
for_each_line (LecternStore *self,
               LineFunc      func,
               gpointer      user_data,
               GError      **error)
{
  sqlite3_stmt *statement = NULL;
  int           code = sqlite3_prepare_v2 (self->db, lectern_journal_select, -1, &statement, NULL);
  gboolean      fits = TRUE;

  sqlite3_bind_int64 (statement, 1, G_MININT64);
  while (fits && (code == SQLITE_OK || code == SQLITE_ROW))
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        {
          g_autoptr (LecternJournalLine) line = lectern_journal_line_read (statement);

          fits = func (line, statement, user_data, error);
        }
    }
  sqlite3_finalize (statement);
  if (fits && code != SQLITE_DONE)
    {
      lectern_store_set_error (self->db, code, self->path, error);
      return FALSE;
    }
  return fits;
}

typedef struct
{
  gint64 n_lines;
  guint8 hash[32];
} Chain;

static gboolean
chain_line (const LecternJournalLine *line,
            sqlite3_stmt             *statement,
            gpointer                  user_data,
            GError                  **error)
{
  Chain *chain = user_data;

  return check_line (line, ++chain->n_lines, chain->hash, error) && check_no_hidden_bytes (statement, line->seq, error);
}

/* All of it before anything is replayed: whoever changed a line gets no further. */
static gboolean
check_chain (LecternStore *self,
             gint64       *n_lines,
             GError      **error)
{
  Chain    chain = { 0 };
  gboolean whole = for_each_line (self, chain_line, &chain, error);

  *n_lines = chain.n_lines;
  return whole && (chain.n_lines > 0 || unproven (error, "%s", _ ("The journal is empty.")));
}

typedef struct
{
  sqlite3    *db;
  GHashTable *checked;
} Replay;

static gboolean
replay_one (const LecternJournalLine *line,
            sqlite3_stmt             *statement,
            gpointer                  user_data,
            GError                  **error)
{
  Replay *replay = user_data;

  return replay_line (replay->db, line, error) && (!adds_results (line) || check_results (replay->db, replay->checked, error));
}

static gboolean
replay_journal (LecternStore *self,
                sqlite3      *db,
                GError      **error)
{
  g_autoptr (GHashTable) checked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Replay replay = { db, checked };

  return for_each_line (self, replay_one, &replay, error);
}

static char *
describe_value (gconstpointer record,
                guint         column)
{
  const LecternTable *table = ((const LecternRecord *) record)->table;

  if (table->columns[column].type == LECTERN_COLUMN_TEXT)
    return g_strdup (lectern_record_get_text (record, column) ?: "NULL");
  if (lectern_record_get_integer (record, column) == LECTERN_NULL)
    return g_strdup ("NULL");
  return g_strdup_printf ("%" G_GINT64_FORMAT, lectern_record_get_integer (record, column));
}

static gboolean
report_difference (gconstpointer file,
                   gconstpointer replay,
                   GError      **error)
{
  const LecternTable *table = ((const LecternRecord *) file)->table;
  g_autofree char    *key = lectern_record_describe_key (file);

  for (guint c = 0; c < table->n_columns; c++)
    {
      g_autofree char *a = describe_value (file, c);
      g_autofree char *b = describe_value (replay, c);

      if (!g_str_equal (a, b))
        /* Translators: a row, a column, then what the file and the journal say. */
        return unproven (error, _ ("%s, %s: the file says %s, the journal says %s."), key, table->columns[c].name, a, b);
    }
  return unproven (error, _ ("%s: the file and the journal differ."), key);
}

static gboolean
compare_table (LecternContest     *file,
               LecternContest     *replay,
               const LecternTable *table,
               GError            **error)
{
  g_autoptr (GPtrArray) in_file = lectern_contest_list_rows (file, table);
  g_autoptr (GPtrArray) in_replay = lectern_contest_list_rows (replay, table);

  for (guint i = 0; i < in_file->len; i++)
    {
      gconstpointer    other = lectern_contest_find (replay, in_file->pdata[i]);
      g_autofree char *key = lectern_record_describe_key (in_file->pdata[i]);

      if (other == NULL)
        return unproven (error, _ ("%s: the row is in the file, but the journal does not know it."), key);
      if (!lectern_record_equal (in_file->pdata[i], other))
        return report_difference (in_file->pdata[i], other, error);
    }
  for (guint i = 0; i < in_replay->len; i++)
    {
      g_autofree char *key = lectern_record_describe_key (in_replay->pdata[i]);

      if (lectern_contest_find (file, in_replay->pdata[i]) == NULL)
        return unproven (error, _ ("%s: the journal knows this row, but it is gone from the file."), key);
    }
  return TRUE;
}

static gboolean
compare_rows (LecternStore *self,
              sqlite3      *replay_db,
              GError      **error)
{
  g_autoptr (LecternChange) in_file = lectern_rows_load (self->db, self->path, error);
  g_autoptr (LecternChange) in_replay = in_file != NULL ? lectern_rows_load (replay_db, NULL, error) : NULL;
  g_autoptr (LecternContest) file = lectern_contest_new ();
  g_autoptr (LecternContest) replay = lectern_contest_new ();

  if (in_replay == NULL)
    return FALSE;
  lectern_contest_apply (file, in_file);
  lectern_contest_apply (replay, in_replay);
  for (guint i = 0; lectern_tables[i] != NULL; i++)
    if (!compare_table (file, replay, lectern_tables[i], error))
      return FALSE;
  return TRUE;
}

/* The same as check_no_hidden_bytes(), for every row of every table. */
static gboolean
check_hidden (LecternStore *self,
              GError      **error)
{
  for (guint t = 0; lectern_tables[t] != NULL; t++)
    {
      g_autoptr (GString) sql = g_string_new ("SELECT count (*) FROM ");
      sqlite3_stmt *statement = NULL;
      gint64        n = -1;

      g_string_append_printf (sql, "\"%s\" WHERE 0", lectern_tables[t]->name);
      for (guint c = 0; c < lectern_tables[t]->n_columns; c++)
        if (lectern_tables[t]->columns[c].type == LECTERN_COLUMN_TEXT)
          g_string_append_printf (sql, " OR instr (CAST (\"%s\" AS BLOB), x'00') > 0", lectern_tables[t]->columns[c].name);
      if (sqlite3_prepare_v2 (self->db, sql->str, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
        n = sqlite3_column_int64 (statement, 0);
      sqlite3_finalize (statement);
      if (n > 0)
        /* Translators: name of a table. */
        return unproven (error, _ ("%s (…): there are bytes behind the end of a text."), lectern_tables[t]->name);
      if (n < 0)
        {
          lectern_store_set_error (self->db, sqlite3_errcode (self->db), self->path, error);
          return FALSE;
        }
    }
  return TRUE;
}

/* Every sheet's total against its marks. */
static gboolean
check_totals (LecternStore *self,
              GError      **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean      right = TRUE;
  int           code = sqlite3_prepare_v2 (self->db, "SELECT round, nominee, judge, version, total, coalesce ((SELECT sum (value) FROM mark WHERE mark.round = sheet.round AND mark.nominee = sheet.nominee AND mark.judge = sheet.judge AND mark.version = sheet.version), 0) AS s FROM sheet WHERE total <> s", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    {
      g_autofree char *recorded = lectern_mark_format (sqlite3_column_int64 (statement, 4));
      g_autofree char *computed = lectern_mark_format (sqlite3_column_int64 (statement, 5));

      right = unproven (error, _ ("sheet (%s, %d, %d, %d): the total is recorded as %s and computed as %s."), sqlite3_column_text (statement, 0), sqlite3_column_int (statement, 1), sqlite3_column_int (statement, 2), sqlite3_column_int (statement, 3), recorded, computed);
    }
  else if (code != SQLITE_DONE)
    {
      lectern_store_set_error (self->db, code, self->path, error);
      right = FALSE;
    }
  sqlite3_finalize (statement);
  return right;
}

gboolean
lectern_store_prove (LecternStore *self,
                     gint64       *n_lines,
                     GError      **error)
{
  sqlite3 *replay;
  gboolean proven;
  gint64   lines = 0;

  proven = check_chain (self, &lines, error);
  if (n_lines != NULL)
    *n_lines = lines;
  if (!proven)
    return FALSE;
  replay = lectern_rows_open_replay (error);
  if (replay == NULL)
    return FALSE;
  proven = replay_journal (self, replay, error) && check_hidden (self, error) && compare_rows (self, replay, error) && check_totals (self, error) && lectern_content_prove (self, error);
  sqlite3_close (replay);
  return proven;
}

gboolean
lectern_store_verify (const char *path,
                      gint64     *n_lines,
                      GError    **error)
{
  g_autoptr (LecternStore) self = lectern_store_open_read_only (path, error);

  return self != NULL && lectern_store_prove (self, n_lines, error);
}
