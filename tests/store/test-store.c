/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Files that are right, and files that are not: each refused with its own code, and left as it was. */

#include "lectern-store-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
place_init (Place *place)
{
  place->folder = g_dir_make_tmp ("lectern-store-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "contest.lectern", NULL);
}

static void
place_clear (Place *place)
{
  g_remove (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0); /* no lock, no log is left behind */
  g_free (place->path);
  g_free (place->folder);
}

static LecternChange *
make_unit (const char *key)
{
  LecternChange *change = lectern_change_new ();
  LecternUnit   *unit = lectern_record_new (&lectern_table_unit);

  unit->key = g_strdup (key);
  unit->position = 0;
  unit->name = g_strdup (key);
  unit->full_name = g_strdup (key);
  unit->name_en = g_strdup (key);
  unit->optional = 0;
  unit->active = 1;
  lectern_change_put (change, unit);
  return change;
}

static LecternJournalLine *
make_line (const char *sentence)
{
  LecternJournalLine *line = g_new0 (LecternJournalLine, 1);

  line->actor = g_strdup ("test");
  line->device = g_strdup ("");
  line->action = g_strdup ("test");
  line->sentence = g_strdup (sentence);
  return line;
}

static void
write_unit (LecternStore *store,
            const char   *key)
{
  g_autoptr (LecternChange) change = make_unit (key);
  g_autoptr (LecternJournalLine) line = make_line (key);
  g_autoptr (GError) error = NULL;

  lectern_store_write (store, change, line, &error);
  g_assert_no_error (error);
}

static guint
count_rows (LecternStore *store)
{
  g_autoptr (LecternChange) rows = lectern_store_load (store, NULL);

  return lectern_change_get_n_rows (rows);
}

static void
make_contest (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternStore) store = lectern_store_create (path, &error);

  g_assert_no_error (error);
  g_assert_true (lectern_store_begin (store, &error));
  write_unit (store, "u1");
  g_assert_true (lectern_store_commit (store, &error));
  g_assert_no_error (error);
}

static void
test_round_trip (void)
{
  Place place;
  g_autoptr (LecternStore) store = NULL;

  place_init (&place);
  make_contest (place.path);
  store = lectern_store_open (place.path, NULL);
  g_assert_cmpuint (count_rows (store), ==, 1);
  g_assert_cmpint (lectern_store_get_seq (store), ==, 1);
  g_clear_pointer (&store, lectern_store_close);
  g_assert_true (lectern_store_verify (place.path, NULL, NULL));
  place_clear (&place);
}

/* What one action may not do does not take the others with it; what is rolled back never was. */
static void
test_transaction (void)
{
  Place place;
  g_autoptr (LecternStore) store = NULL;
  g_autoptr (LecternChange) bad = make_unit ("");
  g_autoptr (LecternJournalLine) line = make_line ("bad");
  g_autoptr (GError) refused = NULL;

  place_init (&place);
  make_contest (place.path);
  store = lectern_store_open (place.path, NULL);
  g_assert_true (lectern_store_begin (store, NULL));
  write_unit (store, "u2");
  g_assert_false (lectern_store_write (store, bad, line, &refused));
  g_assert_error (refused, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_CONSTRAINT);
  write_unit (store, "u3");
  g_assert_true (lectern_store_commit (store, NULL));
  g_assert_cmpint (lectern_store_get_seq (store), ==, 3);
  g_assert_true (lectern_store_begin (store, NULL));
  write_unit (store, "u4");
  lectern_store_rollback (store);
  g_assert_cmpuint (count_rows (store), ==, 3);
  g_assert_cmpint (lectern_store_get_seq (store), ==, 3);
  g_clear_pointer (&store, lectern_store_close);
  g_assert_true (lectern_store_verify (place.path, NULL, NULL));
  place_clear (&place);
}

static void
damage (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize            size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize i = 4096; i < size; i += 97)
    bytes[i] ^= 0x55;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

static void
set_pragma (const char *path,
            const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

typedef enum
{
  TEXT,
  PICTURE,
  EMPTY,
  OTHER_DATABASE,
  NEWER,
  DAMAGED,
} Kind;

static void
make_kind (Kind        kind,
           const char *path)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  switch (kind)
    {
    case TEXT:
      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      break;
    case PICTURE:
      memcpy (text, "\x89PNG\r\n\x1a\n", 8);
      g_assert_true (g_file_set_contents (path, text, 5000, NULL));
      break;
    case EMPTY:
      g_assert_true (g_file_set_contents (path, "", 0, NULL));
      break;
    case OTHER_DATABASE:
      set_pragma (path, "CREATE TABLE t (x); INSERT INTO t VALUES (1)");
      break;
    case NEWER:
      make_contest (path);
      set_pragma (path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 99");
      break;
    case DAMAGED:
      make_contest (path);
      set_pragma (path, "PRAGMA journal_mode = DELETE");
      damage (path);
      break;
    }
}

static const struct
{
  const char       *name;
  Kind              kind;
  LecternStoreError code;
} files[] = {
  { "text", TEXT, LECTERN_STORE_ERROR_NOT_A_CONTEST },
  { "picture", PICTURE, LECTERN_STORE_ERROR_NOT_A_CONTEST },
  { "empty", EMPTY, LECTERN_STORE_ERROR_NOT_A_CONTEST },
  { "other-database", OTHER_DATABASE, LECTERN_STORE_ERROR_NOT_A_CONTEST },
  { "newer", NEWER, LECTERN_STORE_ERROR_NEWER },
  { "damaged", DAMAGED, LECTERN_STORE_ERROR_DAMAGED },
};

static void
test_refused (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  Place            place;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            before_size, after_size;

  place_init (&place);
  make_kind (files[i].kind, place.path);
  g_assert_true (g_file_get_contents (place.path, &before, &before_size, NULL));
  for (guint reading = 0; reading < 2; reading++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternStore) store = reading ? lectern_store_open_read_only (place.path, &error) : lectern_store_open (place.path, &error);

      g_assert_null (store);
      g_assert_error (error, LECTERN_STORE_ERROR, (int) files[i].code);
    }
  g_assert_true (g_file_get_contents (place.path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
  place_clear (&place);
}

static void
test_missing (void)
{
  Place place;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  g_assert_null (lectern_store_open (place.path, &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NOT_FOUND);
  place_clear (&place);
}

static void
test_exists (void)
{
  Place place;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  make_contest (place.path);
  g_assert_null (lectern_store_create (place.path, &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_EXISTS);
  g_assert_true (lectern_store_verify (place.path, NULL, NULL));
  place_clear (&place);
}

/* Another process that opens it is refused; when it has died, it is not. */
static void
test_in_use (void)
{
  Place         place;
  LecternStore *store;
  g_autoptr (GError) error = NULL;
  int   status;
  pid_t child;

  place_init (&place);
  make_contest (place.path);
  store = lectern_store_open (place.path, NULL);
  child = fork ();
  if (child == 0)
    {
      GError       *refused = NULL;
      LecternStore *second = lectern_store_open (place.path, &refused);

      _exit (second == NULL && g_error_matches (refused, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_IN_USE) ? 0 : 1);
    }
  waitpid (child, &status, 0);
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  lectern_store_close (store);
  child = fork ();
  if (child == 0)
    {
      LecternStore *first = lectern_store_open (place.path, NULL);

      _exit (first != NULL ? 0 : 1); /* without closing: the lock file stays, the lock does not */
    }
  waitpid (child, &status, 0);
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  store = lectern_store_open (place.path, &error);
  g_assert_no_error (error);
  lectern_store_close (store);
  place_clear (&place);
}

/* As somebody who may not write there; root may everywhere. */
static void
test_read_only (void)
{
  Place place;
  int   status;
  pid_t child;

  place_init (&place);
  make_contest (place.path);
  g_assert_cmpint (g_chmod (place.path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (place.folder, 0555), ==, 0);
  child = fork ();
  if (child == 0)
    {
      GError       *refused = NULL;
      LecternStore *store;
      LecternStore *reader;

      if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
        _exit (2);
      store = lectern_store_open (place.path, &refused);
      reader = lectern_store_open_read_only (place.path, NULL);
      _exit (store == NULL && reader != NULL && g_error_matches (refused, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_READ_ONLY) ? 0 : 1);
    }
  waitpid (child, &status, 0);
  g_assert_cmpint (g_chmod (place.folder, 0755), ==, 0);
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  place_clear (&place);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/store/round-trip", test_round_trip);
  g_test_add_func ("/store/store/transaction", test_transaction);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/store/refused/%s", files[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/store/store/missing", test_missing);
  g_test_add_func ("/store/store/exists", test_exists);
  g_test_add_func ("/store/store/in-use", test_in_use);
  g_test_add_func ("/store/store/read-only", test_read_only);
  return g_test_run ();
}
