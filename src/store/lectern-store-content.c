/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The bytes of attachments in the contest and beside it. They come in with the transaction of the
 * row that vouches for them; a large copy gets its name before the commit, so that a row never
 * stands for what is not there. They go when no row needs them and nothing frozen shows them.
 *
 * Rule: the hash is the name; the same bytes are kept once. */

#define G_LOG_DOMAIN "lectern-store"

#include "lectern-content-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "lectern-attachments.h"

/* Whether ?1 is needed: by a row, by the scene on air, by a sequence that may go on. */
#define NEEDED "(EXISTS (SELECT 1 FROM attachment WHERE sha256 = ?1) OR EXISTS (SELECT 1 FROM on_air WHERE instr (scene, ?1) > 0) OR EXISTS (SELECT 1 FROM sequence WHERE instr (content, ?1) > 0))"

/* Runs @sql with @sha256 and @bytes (may be NULL) for its parameters; SQLITE_ROW or _DONE. */
static int
run_with (sqlite3    *db,
          const char *sql,
          const char *sha256,
          GBytes     *bytes)
{
  sqlite3_stmt *statement = NULL;
  int           code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    {
      gsize         size = 0;
      gconstpointer start = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

      sqlite3_bind_text (statement, 1, sha256, -1, SQLITE_STATIC);
      if (bytes != NULL)
        sqlite3_bind_blob64 (statement, 2, start != NULL ? start : "", size, SQLITE_STATIC);
      code = sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return code;
}

/* Writing ------------------------------------------------------------------------------------- */

static const LecternAttachment *
find_row (const LecternChange  *change,
          const LecternContent *content)
{
  for (guint i = 0; i < lectern_change_get_n_rows (change); i++)
    {
      const LecternRowChange  *row = lectern_change_get_row (change, i);
      const LecternAttachment *attachment = row->record;

      if (attachment->record.table == &lectern_table_attachment && !row->removed && g_strcmp0 (attachment->sha256, content->sha256) == 0)
        return attachment;
    }
  return NULL;
}

static gboolean
place_beside (LecternStore            *self,
              LecternContent          *content,
              const LecternAttachment *row,
              GError                 **error)
{
  g_autofree char *folder = lectern_content_get_folder (self->path);
  g_autofree char *there = lectern_store_find_beside (self->path, content->sha256);
  g_autofree char *name = lectern_attachment_make_file_name (row);
  g_autofree char *file = g_build_filename (folder, name, NULL);

  if (there != NULL && g_str_equal (there, file))
    return TRUE; /* the same bytes; the copy goes with @content */
  if (content->part == NULL)
    return lectern_content_set_error (name, ENOENT, error);
  if (g_rename (content->part, file) != 0)
    return lectern_content_set_error (name, errno, error);
  g_clear_pointer (&content->part, g_free);
  lectern_content_sync_folder (folder);
  return TRUE;
}

static gboolean
place (LecternStore   *self,
       LecternChange  *change,
       LecternContent *content,
       GError        **error)
{
  const LecternAttachment *row = find_row (change, content);

  g_return_val_if_fail (row != NULL, FALSE);

  if (lectern_content_is_beside (content))
    return place_beside (self, content, row, error);
  if (run_with (self->db, "INSERT INTO content (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING", content->sha256, content->bytes) == SQLITE_DONE)
    return TRUE;
  lectern_store_set_error (self->db, sqlite3_extended_errcode (self->db), self->path, error);
  return FALSE;
}

/* Only the hashes are read: they have an index of their own. */
static GPtrArray *
list_hashes (sqlite3    *db,
             const char *sql)
{
  GPtrArray    *hashes = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK)
    while (sqlite3_step (statement) == SQLITE_ROW)
      g_ptr_array_add (hashes, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  return hashes;
}

static gboolean
sweep_inside (LecternStore *self,
              GError      **error)
{
  g_autoptr (GPtrArray) hashes = list_hashes (self->db, "SELECT sha256 FROM content");

  for (guint i = 0; i < hashes->len; i++)
    if (run_with (self->db, "DELETE FROM content WHERE sha256 = ?1 AND NOT " NEEDED, hashes->pdata[i], NULL) != SQLITE_DONE)
      {
        lectern_store_set_error (self->db, sqlite3_extended_errcode (self->db), self->path, error);
        return FALSE;
      }
  self->sweeps = TRUE;
  return TRUE;
}

gboolean
lectern_store_write_content (LecternStore       *self,
                             LecternChange      *change,
                             LecternContent     *content,
                             LecternJournalLine *line,
                             GError            **error)
{
  gint64 seq;
  guint8 hash[32];

  g_return_val_if_fail (self != NULL && change != NULL && line != NULL, FALSE);

  seq = self->seq;
  memcpy (hash, self->hash, sizeof hash);
  if (!lectern_store_exec (self->db, "SAVEPOINT content", self->path, error))
    return FALSE;
  if ((content == NULL || place (self, change, content, error)) && lectern_store_write (self, change, line, error) && (!lectern_change_touches (change, &lectern_table_attachment) || sweep_inside (self, error)))
    return lectern_store_exec (self->db, "RELEASE content", self->path, error);
  sqlite3_exec (self->db, "ROLLBACK TO content; RELEASE content", NULL, NULL, NULL);
  self->seq = seq; /* the line went with it */
  memcpy (self->hash, hash, sizeof hash);
  return FALSE;
}

/* Looking after the folder -------------------------------------------------------------------- */

static gboolean
is_part (const char *name)
{
  return g_str_has_prefix (name, LECTERN_CONTENT_PART);
}

/* The folder goes with its last file. */
static void
remove_from_folder (const char *path,
                    gboolean (*is_needed) (const char *name,
                                           gpointer    user_data),
                    gpointer user_data)
{
  g_autofree char *folder = lectern_content_get_folder (path);
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name;

  if (listing == NULL)
    return;
  while ((name = g_dir_read_name (listing)) != NULL)
    if (!is_needed (name, user_data))
      {
        g_autofree char *file = g_build_filename (folder, name, NULL);

        g_unlink (file);
      }
  g_rmdir (folder);
}

static gboolean
is_no_part (const char *name,
            gpointer    user_data)
{
  return !is_part (name);
}

void
lectern_content_remove_parts (const char *path)
{
  remove_from_folder (path, is_no_part, NULL);
}

/* Names that are no hash are somebody else's. */
static gboolean
is_file_needed (const char *name,
                gpointer    user_data)
{
  LecternStore    *self = user_data;
  g_autofree char *sha256 = g_strndup (name, 64);

  if (is_part (name) || strspn (name, "0123456789abcdef") != 64 || (name[64] != '\0' && name[64] != '.'))
    return TRUE;
  return run_with (self->db, "SELECT 1 WHERE " NEEDED, sha256, NULL) != SQLITE_DONE;
}

void
lectern_content_sweep_beside (LecternStore *self)
{
  self->sweeps = FALSE;
  remove_from_folder (self->path, is_file_needed, self);
}

/* Reading ------------------------------------------------------------------------------------- */

char *
lectern_store_find_beside (const char *path,
                           const char *sha256)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) listing = NULL;
  const char *name;

  g_return_val_if_fail (path != NULL && sha256 != NULL, NULL);

  folder = lectern_content_get_folder (path);
  listing = g_dir_open (folder, 0, NULL);
  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    if (g_str_has_prefix (name, sha256) && (name[strlen (sha256)] == '\0' || name[strlen (sha256)] == '.'))
      return g_build_filename (folder, name, NULL);
  return NULL;
}

gboolean
lectern_store_has_content (LecternStore *self,
                           const char   *sha256)
{
  g_autofree char *beside = NULL;

  g_return_val_if_fail (self != NULL && sha256 != NULL, FALSE);

  if (run_with (self->db, "SELECT 1 FROM content WHERE sha256 = ?1", sha256, NULL) == SQLITE_ROW)
    return TRUE;
  beside = lectern_store_find_beside (self->path, sha256);
  return beside != NULL;
}

/* NULL without @error: not in the contest. */
static GBytes *
read_inside (LecternStore *self,
             const char   *sha256,
             GError      **error)
{
  sqlite3_stmt *statement = NULL;
  GBytes       *bytes = NULL;
  int           code = sqlite3_prepare_v2 (self->db, "SELECT bytes FROM content WHERE sha256 = ?1", -1, &statement, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, sha256, -1, SQLITE_STATIC);
      code = sqlite3_step (statement);
    }
  if (code == SQLITE_ROW)
    bytes = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  else if (code != SQLITE_DONE)
    lectern_store_set_error (self->db, code, self->path, error);
  sqlite3_finalize (statement);
  return bytes;
}

static GBytes *
map_beside (const char *path,
            const char *sha256,
            GError    **error)
{
  g_autofree char *file = lectern_store_find_beside (path, sha256);
  g_autoptr (GMappedFile) mapped = NULL;

  if (file == NULL)
    {
      g_autofree char *folder = lectern_content_get_folder (path);
      g_autofree char *name = g_path_get_basename (folder);

      /* Translators: name of a folder. */
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NOT_FOUND, _ ("This file is not there. Large files lie in the folder “%s” beside the contest and have to be copied with it."), name);
      return NULL;
    }
  mapped = g_mapped_file_new (file, FALSE, error);
  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
}

GBytes *
lectern_store_read_content (const char *path,
                            const char *sha256,
                            GError    **error)
{
  g_autoptr (LecternStore) store = NULL;
  g_autoptr (GError) trouble = NULL;
  GBytes *bytes;

  g_return_val_if_fail (path != NULL && sha256 != NULL, NULL);

  store = lectern_store_open_reader (path, error);
  if (store == NULL)
    return NULL;
  bytes = read_inside (store, sha256, &trouble);
  if (trouble == NULL)
    return bytes != NULL ? bytes : map_beside (path, sha256, error);
  g_propagate_error (error, g_steal_pointer (&trouble));
  return NULL;
}

/* Backup -------------------------------------------------------------------------------------- */

/* The bytes never change, so one file can have two names; where it can't, it is copied. */
static gboolean
copy_file (const char *from,
           const char *to,
           GError    **error)
{
  g_autofree char *part = g_strconcat (to, ".copy", NULL);
  gint64           size;
  g_autofree char *sha256 = NULL;
  int              fault = 0, in, out;
  gboolean         copied;

  if (g_file_test (to, G_FILE_TEST_EXISTS) || link (from, to) == 0)
    return TRUE;
  in = open (from, O_RDONLY | O_CLOEXEC);
  out = in >= 0 ? open (part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
  fault = errno;
  copied = out >= 0 && lectern_content_pump (in, out, G_MAXINT64, &size, &sha256, NULL, &fault) && fsync (out) == 0;
  if (out >= 0)
    close (out);
  if (in >= 0)
    close (in);
  if (copied && g_rename (part, to) == 0)
    return TRUE;
  g_unlink (part);
  return lectern_content_set_error (to, fault, error);
}

gboolean
lectern_store_backup_files (const char *path,
                            const char *to,
                            GError    **error)
{
  g_autoptr (LecternStore) copy = lectern_store_open_reader (to, error);
  g_autoptr (GPtrArray) hashes = NULL;
  g_autofree char *folder = lectern_content_get_folder (to);

  if (copy == NULL)
    return FALSE;
  hashes = list_hashes (copy->db, "SELECT DISTINCT sha256 FROM attachment WHERE beside = 1");
  if (hashes->len > 0 && g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    return lectern_content_set_error (folder, errno, error);
  for (guint i = 0; i < hashes->len; i++)
    {
      g_autofree char *from = lectern_store_find_beside (path, hashes->pdata[i]);
      g_autofree char *name = from != NULL ? g_path_get_basename (from) : NULL;
      g_autofree char *target = from != NULL ? g_build_filename (folder, name, NULL) : NULL;

      /* What is missing here is missing there: the proof says so, the rest is worth having. */
      if (from != NULL && !copy_file (from, target, error))
        return FALSE;
    }
  lectern_content_sync_folder (folder);
  return TRUE;
}

/* The proof ----------------------------------------------------------------------------------- */

static gboolean
refuse (const LecternAttachment *row,
        const char              *sentence,
        GError                 **error)
{
  g_autofree char *key = lectern_record_describe_key (row);

  /* Translators: a row, the name of a file, a sentence about it. */
  g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_UNPROVEN, _ ("%s, “%s”: %s"), key, row->name, sentence);
  return FALSE;
}

static gboolean
hash_file (const char *file,
           gint64     *size,
           char      **sha256)
{
  int      fault = 0;
  int      descriptor = open (file, O_RDONLY | O_CLOEXEC);
  gboolean read = descriptor >= 0 && lectern_content_pump (descriptor, -1, G_MAXINT64, size, sha256, NULL, &fault);

  if (descriptor >= 0)
    close (descriptor);
  return read;
}

static gboolean
prove_row (LecternStore            *self,
           const LecternAttachment *row,
           GError                 **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GBytes) bytes = read_inside (self, row->sha256, &trouble);
  g_autofree char *file = bytes == NULL && trouble == NULL ? lectern_store_find_beside (self->path, row->sha256) : NULL;
  g_autofree char *sha256 = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  gint64           size = bytes != NULL ? (gint64) g_bytes_get_size (bytes) : -1;

  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (bytes == NULL && file == NULL)
    return refuse (row, row->beside == 1 ? _ ("the file is missing from the folder beside the contest.") : _ ("its bytes are missing from the contest."), error);
  if (file != NULL && !hash_file (file, &size, &sha256))
    return refuse (row, _ ("the file beside the contest can’t be read."), error);
  if (size != row->size || g_strcmp0 (sha256, row->sha256) != 0)
    return refuse (row, _ ("its bytes are not those that were attached."), error);
  return TRUE;
}

gboolean
lectern_content_prove (LecternStore *self,
                       GError      **error)
{
  g_autoptr (LecternChange) rows = lectern_rows_load (self->db, self->path, error);

  for (guint i = 0; rows != NULL && i < lectern_change_get_n_rows (rows); i++)
    {
      const LecternRecord *record = lectern_change_get_row (rows, i)->record;

      if (record->table == &lectern_table_attachment && !prove_row (self, (const LecternAttachment *) record, error))
        return FALSE;
    }
  return rows != NULL;
}
