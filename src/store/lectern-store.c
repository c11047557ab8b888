/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One contest, one SQLite file. Opening checks everything that could be wrong before anything is
 * changed; writing keeps tables and journal in one transaction, with WAL and synchronous=FULL, so
 * that what commit() has returned for survives a power cut. */

#define G_LOG_DOMAIN "lectern-store"

#include "lectern-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern-content-private.h"
#include "lectern-schema.h"

static gint64
read_pragma (sqlite3    *db,
             const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64        value = -1;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

/* Brings the schema of an open transaction from @from (0: an empty file) to this program's. */
static gboolean
make_schema (sqlite3    *db,
             gint64      from,
             const char *path,
             GError    **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;", LECTERN_STORE_APPLICATION_ID, LECTERN_STORE_VERSION);

  for (gint64 version = from + 1; version <= LECTERN_STORE_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("/io/github/lectern/schema/%03d.sql", (int) version);
      g_autoptr (GBytes) step = g_resource_lookup_data (lectern_schema_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (step == NULL || !lectern_store_exec (db, g_bytes_get_data (step, NULL), path, error))
        return FALSE;
    }
  return lectern_store_exec (db, marks, path, error);
}

/* A file of an older program gets today's schema in one transaction; its rows and its journal
 * stay as they are. Foreign keys are off meanwhile, because tables are made anew, and looked at
 * before the commit. */
static gboolean
migrate (sqlite3    *db,
         const char *path,
         GError    **error)
{
  gint64 version = read_pragma (db, "PRAGMA user_version");

  if (version == LECTERN_STORE_VERSION)
    return TRUE;
  if (!lectern_store_exec (db, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", path, error))
    return FALSE;
  if (make_schema (db, version, path, error))
    {
      if (read_pragma (db, "SELECT count (*) FROM pragma_foreign_key_check") == 0)
        return lectern_store_exec (db, "COMMIT", path, error);
      lectern_store_set_error (NULL, SQLITE_CORRUPT, path, error);
    }
  lectern_store_exec (db, "ROLLBACK", path, NULL);
  return FALSE;
}

/* Whoever only reads sees an older file as if it had been migrated: in memory. */
static gboolean
migrate_copy (LecternStore *self,
              GError      **error)
{
  sqlite3        *copy = NULL;
  sqlite3_backup *backup;
  int             code;

  if (read_pragma (self->db, "PRAGMA user_version") == LECTERN_STORE_VERSION)
    return TRUE;
  code = sqlite3_open_v2 (":memory:", &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  backup = code == SQLITE_OK ? sqlite3_backup_init (copy, "main", self->db, "main") : NULL;
  if (backup != NULL)
    {
      code = sqlite3_backup_step (backup, -1);
      sqlite3_backup_finish (backup);
    }
  if (backup == NULL || code != SQLITE_DONE)
    {
      lectern_store_set_error (copy, code, self->path, error);
      sqlite3_close (copy);
      return FALSE;
    }
  sqlite3_close_v2 (self->db);
  self->db = copy;
  return migrate (self->db, self->path, error);
}

/* A lock of its own beside the file: SQLite's locks come and go with each transaction. The kernel
 * drops it when the process dies, however it dies. */
static gboolean
try_lock (LecternStore *self,
          GError      **error)
{
  g_autofree char *name = g_path_get_basename (self->path);

  if (self->lock >= 0)
    close (self->lock);
  self->lock = open (self->lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock < 0)
    {
      lectern_store_set_error (NULL, errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : SQLITE_READONLY, self->path, error);
      return FALSE;
    }
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_IN_USE, _ ("“%s” is already open in another console. Use that one, or close it first."), name);
  return FALSE;
}

/* Whoever closes takes the lock file away; a lock on one that is gone keeps nobody out. */
static gboolean
lock_is_current (LecternStore *self)
{
  struct stat held, there;

  return fstat (self->lock, &held) == 0 && stat (self->lock_path, &there) == 0 && held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

static gboolean
take_lock (LecternStore *self,
           GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *lock_name = g_strdup_printf (".%s.lock", name);

  self->lock_path = g_build_filename (folder, lock_name, NULL);
  do
    if (!try_lock (self, error))
      {
        g_clear_pointer (&self->lock_path, g_free);
        return FALSE;
      }
  while (!lock_is_current (self));
  return TRUE;
}

static LecternStore *
store_new (const char *path)
{
  LecternStore *self = g_new0 (LecternStore, 1);

  self->path = g_strdup (path);
  self->lock = -1;
  return self;
}

static gboolean
store_open_connection (LecternStore *self,
                       const char   *name,
                       int           flags,
                       GError      **error)
{
  int code = sqlite3_open_v2 (name, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, 2000);
  if (code == SQLITE_OK)
    return TRUE;
  lectern_store_set_error (self->db, code, self->path, error);
  return FALSE;
}

/* What a killed console left beside the file belongs to it, and closing would work it in: only
 * once the file is known to be good. */
static void
store_keep_wal (LecternStore *self,
                gboolean      keep)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep, NULL);
}

static gboolean
has_wal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf         buffer;

  return g_stat (wal, &buffer) == 0 && buffer.st_size > 0;
}

/* Up to this size the whole file is looked at when it is opened. */
#define CHECK_WHOLE_MAX (16 << 20)
#define CHECK_LINES 1000

/* Whether every page can be made sense of. The journal of a contest that has been open for weeks is
 * nearly all of its file, and reading it from a disk takes seconds: of a large file every table is
 * looked at and the end of the journal, where the next line goes. The proof reads the rest. */
static gboolean
is_sound (LecternStore *self)
{
  g_autofree char *end = g_strdup_printf ("SELECT total (length (hex (changeset)) + length (hex (hash)) + length (sentence)) >= 0 FROM journal WHERE seq > (SELECT max (seq) FROM journal) - %d", CHECK_LINES);

  if (read_pragma (self->db, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") <= CHECK_WHOLE_MAX)
    return read_pragma (self->db, "SELECT quick_check = 'ok' FROM pragma_quick_check (1)") == 1;
  return read_pragma (self->db, "SELECT count (*) FROM sqlite_schema AS s, pragma_quick_check (s.name) AS q WHERE s.type = 'table' AND s.name <> 'journal' AND q.quick_check <> 'ok'") == 0 && read_pragma (self->db, end) == 1;
}

/* Refuses what is no contest, of a newer program, or damaged. Reads only. */
static gboolean
store_check (LecternStore *self,
             GError      **error)
{
  g_autofree char *name = g_path_get_basename (self->path);

  if (!lectern_store_exec (self->db, "SELECT count (*) FROM sqlite_schema", self->path, error))
    return FALSE;
  if (read_pragma (self->db, "PRAGMA application_id") != LECTERN_STORE_APPLICATION_ID || read_pragma (self->db, "PRAGMA user_version") < 1)
    {
      lectern_store_set_error (NULL, SQLITE_NOTADB, self->path, error);
      return FALSE;
    }
  if (read_pragma (self->db, "PRAGMA user_version") > LECTERN_STORE_VERSION)
    {
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NEWER, _ ("“%s” was made by a newer version of this program. Update the program, then open it again."), name);
      return FALSE;
    }
  if (!is_sound (self))
    {
      lectern_store_set_error (NULL, SQLITE_CORRUPT, self->path, error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
store_prepare_writing (LecternStore *self,
                       GError      **error)
{
  /* The log is folded in every 500 sheets or so: the judge whose sheet it falls on waits a little,
   * and every hundredth was too often. */
  return lectern_store_exec (self->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 4000;", self->path, error) && lectern_rows_prepare (self, error) && lectern_journal_prepare (self, error);
}

/* A file that was not finished. */
static void
remove_unfinished (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static gboolean
store_create (LecternStore *self,
              GError      **error)
{
  if (!take_lock (self, error))
    return FALSE;
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_path_get_basename (self->path);

      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_EXISTS, _ ("“%s” is there already and was not touched. Choose another name."), name);
      return FALSE;
    }
  if (!store_open_connection (self, self->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error))
    return FALSE;
  /* The schema goes in with one transaction, so a contest file is never half made. */
  if (lectern_store_exec (self->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE", self->path, error) && make_schema (self->db, 0, self->path, error) && lectern_store_exec (self->db, "COMMIT", self->path, error) && store_prepare_writing (self, error))
    return TRUE;
  lectern_rows_finalize (self);
  sqlite3_finalize (g_steal_pointer (&self->journal));
  sqlite3_close_v2 (g_steal_pointer (&self->db));
  remove_unfinished (self->path);
  return FALSE;
}

LecternStore *
lectern_store_create (const char *path,
                      GError    **error)
{
  g_autoptr (LecternStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = store_new (path);
  return store_create (self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
check_exists (const char *path,
              GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NOT_FOUND, _ ("There is no file “%s” here. Check the folder and the name."), name);
  return FALSE;
}

/* An empty file would be taken by SQLite for a new one. */
static gboolean
check_not_empty (const char *path,
                 GError    **error)
{
  GStatBuf buffer;

  if (g_stat (path, &buffer) == 0 && buffer.st_size >= 100)
    return TRUE;
  lectern_store_set_error (NULL, SQLITE_NOTADB, path, error);
  return FALSE;
}

LecternStore *
lectern_store_open (const char *path,
                    GError    **error)
{
  g_autoptr (LecternStore) self = NULL;
  char *real;

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_exists (path, error) || !check_not_empty (path, error))
    return NULL;
  real = realpath (path, NULL); /* one file, one lock, by whatever name it is opened */
  self = store_new (real != NULL ? real : path);
  free (real);
  if (g_access (path, W_OK) != 0)
    {
      lectern_store_set_error (NULL, SQLITE_READONLY, path, error);
      return NULL;
    }
  if (!take_lock (self, error) || !store_open_connection (self, self->path, SQLITE_OPEN_READWRITE, error))
    return NULL;
  store_keep_wal (self, has_wal (self->path));
  if (!store_check (self, error) || !migrate (self->db, self->path, error) || !store_prepare_writing (self, error))
    return NULL;
  store_keep_wal (self, FALSE);
  lectern_content_remove_parts (self->path);
  return g_steal_pointer (&self);
}

LecternStore *
lectern_store_open_reader (const char *path,
                           GError    **error)
{
  g_autoptr (LecternStore) self = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *wal = NULL;

  if (!check_exists (path, error) || !check_not_empty (path, error))
    return NULL;
  self = store_new (path);
  wal = g_strconcat (path, "-wal", NULL);
  /* In a folder that can't be written to, SQLite can't make its shared memory; without a WAL
   * nobody is writing, and the file can be read as it is. */
  escaped = g_uri_escape_string (path, "/", FALSE);
  uri = g_strdup_printf ("file:%s?mode=ro%s", escaped, g_file_test (wal, G_FILE_TEST_EXISTS) ? "" : "&immutable=1");
  return store_open_connection (self, uri, SQLITE_OPEN_READONLY, error) ? g_steal_pointer (&self) : NULL;
}

LecternStore *
lectern_store_open_read_only (const char *path,
                              GError    **error)
{
  g_autoptr (LecternStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = lectern_store_open_reader (path, error);
  if (self == NULL || !store_check (self, error) || !migrate_copy (self, error) || !lectern_store_exec (self->db, "BEGIN", path, error))
    return NULL;
  if (!lectern_journal_read_last (self, error)) /* of the moment that the rows will be of */
    return NULL;
  return g_steal_pointer (&self);
}

void
lectern_store_close (LecternStore *self)
{
  if (self == NULL)
    return;
  lectern_rows_finalize (self);
  sqlite3_finalize (self->journal);
  sqlite3_close_v2 (self->db);
  if (self->lock_path != NULL)
    g_unlink (self->lock_path);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->lock_path);
  g_free (self->path);
  g_free (self);
}

LecternChange *
lectern_store_load (LecternStore *self,
                    GError      **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return lectern_rows_load (self->db, self->path, error);
}

gint64
lectern_store_get_seq (LecternStore *self)
{
  return self->seq;
}

const guint8 *
lectern_store_get_hash (LecternStore *self)
{
  return self->hash;
}

/* Writing ---------------------------------------------------------------------------------- */

gboolean
lectern_store_begin (LecternStore *self,
                     GError      **error)
{
  return lectern_store_exec (self->db, "BEGIN IMMEDIATE", self->path, error);
}

static gboolean
session_attach (sqlite3_session     *session,
                const LecternChange *change)
{
  for (guint i = 0; lectern_tables[i] != NULL; i++)
    if (lectern_change_touches (change, lectern_tables[i]) && sqlite3session_attach (session, lectern_tables[i]->name) != SQLITE_OK)
      return FALSE;
  return TRUE;
}

static gboolean
write_rows (LecternStore        *self,
            const LecternChange *change,
            GError             **error)
{
  for (guint i = 0; i < lectern_change_get_n_rows (change); i++)
    if (!lectern_rows_write (self, lectern_change_get_row (change, i), error))
      return FALSE;
  return TRUE;
}

/* The rows, recorded by the session extension as a changeset. */
static GBytes *
write_recorded (LecternStore        *self,
                const LecternChange *change,
                GError             **error)
{
  sqlite3_session *session = NULL;
  int              size = 0;
  void            *bytes = NULL;
  GBytes          *changeset = NULL;
  int              code = sqlite3session_create (self->db, "main", &session);

  if (code == SQLITE_OK && !session_attach (session, change))
    code = SQLITE_NOMEM;
  if (code != SQLITE_OK)
    lectern_store_set_error (self->db, code, self->path, error);
  else if (write_rows (self, change, error))
    {
      code = sqlite3session_changeset (session, &size, &bytes);
      if (code == SQLITE_OK)
        changeset = g_bytes_new (bytes, (gsize) size);
      else
        lectern_store_set_error (self->db, code, self->path, error);
      sqlite3_free (bytes);
    }
  sqlite3session_delete (session);
  return changeset;
}

gboolean
lectern_store_write (LecternStore       *self,
                     LecternChange      *change,
                     LecternJournalLine *line,
                     GError            **error)
{
  g_return_val_if_fail (self != NULL && change != NULL && line != NULL, FALSE);
  g_return_val_if_fail (line->changeset == NULL, FALSE);

  if (!lectern_store_exec (self->db, "SAVEPOINT action", self->path, error))
    return FALSE;
  line->changeset = write_recorded (self, change, error);
  if (line->changeset != NULL && lectern_journal_append (self, line, error))
    return lectern_store_exec (self->db, "RELEASE action", self->path, error);
  /* On a full disk SQLite may have rolled everything back already; then this fails, and so will
   * the commit, which is how the engine learns of it. */
  sqlite3_exec (self->db, "ROLLBACK TO action; RELEASE action", NULL, NULL, NULL);
  return FALSE;
}

gboolean
lectern_store_commit (LecternStore *self,
                      GError      **error)
{
  if (sqlite3_get_autocommit (self->db) != 0)
    {
      lectern_store_rollback (self);
      lectern_store_set_error (NULL, SQLITE_FULL, self->path, error);
      return FALSE;
    }
  if (!lectern_store_exec (self->db, "COMMIT", self->path, error))
    {
      lectern_store_rollback (self);
      return FALSE;
    }
  self->committed_seq = self->seq;
  memcpy (self->committed_hash, self->hash, sizeof self->hash);
  if (self->sweeps)
    lectern_content_sweep_beside (self);
  return TRUE;
}

void
lectern_store_rollback (LecternStore *self)
{
  if (sqlite3_get_autocommit (self->db) == 0)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  self->seq = self->committed_seq;
  self->sweeps = FALSE;
  memcpy (self->hash, self->committed_hash, sizeof self->hash);
}

/* Backup ----------------------------------------------------------------------------------- */

static int
copy_pages (sqlite3 *from,
            sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup == NULL)
    return sqlite3_errcode (to);
  sqlite3_backup_step (backup, -1);
  return sqlite3_backup_finish (backup);
}

gboolean
lectern_store_backup (LecternStore *self,
                      const char   *path,
                      GError      **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  sqlite3         *to = NULL;
  int              code;

  g_unlink (part);
  code = sqlite3_open_v2 (part, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (code == SQLITE_OK)
    code = copy_pages (self->db, to);
  if (code == SQLITE_OK)
    code = sqlite3_exec (to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    lectern_store_set_error (to, code, path, error);
  sqlite3_close (to);
  if (code == SQLITE_OK && g_rename (part, path) == 0)
    return TRUE;
  if (code == SQLITE_OK)
    lectern_store_set_error (NULL, SQLITE_READONLY, path, error);
  g_unlink (part);
  return FALSE;
}
