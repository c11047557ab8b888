/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A file so large that it is not read whole when it is opened: damage where the evening goes on is
 * refused all the same, and damage far back in the journal by the proof. */

#include "journal-maker.h"

#include <glib/gstdio.h>
#include <string.h>

#define PAGE 4096

typedef enum
{
  NOTHING,
  TABLE,   /* the root page of the marks */
  END,     /* the page of the last line */
  CUT_OFF, /* the copy to the stick was not finished */
  MIDDLE,  /* a page of the journal far back */
} Damage;

static const struct
{
  const char *name;
  Damage      damage;
  gboolean    opens;
} rows[] = {
  { "whole", NOTHING, TRUE },
  { "table", TABLE, FALSE },
  { "end-of-journal", END, FALSE },
  { "cut-off", CUT_OFF, FALSE },
  { "far-back", MIDDLE, TRUE },
};

/* Some 20 MB. */
static guint
make_large (const char *path)
{
  sqlite3      *db = journal_maker_make (path, LECTERN_STORE_VERSION);
  sqlite3_stmt *s = NULL;
  guint         root;

  journal_maker_run (db, "PRAGMA synchronous = OFF; BEGIN");
  journal_maker_pad (db, 10000);
  journal_maker_run (db, "COMMIT");
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT rootpage FROM sqlite_schema WHERE name = 'mark'", -1, &s, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (s), ==, SQLITE_ROW);
  root = (guint) sqlite3_column_int (s, 0);
  sqlite3_finalize (s);
  sqlite3_close (db);
  return root;
}

/* The page that @text lies on. */
static gsize
find_page (const char *bytes,
           gsize       size,
           const char *text)
{
  const char *found = memmem (bytes, size, text, strlen (text));

  g_assert_nonnull (found);
  return (gsize) (found - bytes) / PAGE;
}

static void
do_damage (const char *path,
           Damage      damage,
           guint       root)
{
  g_autofree char *bytes = NULL;
  gsize            size;
  gsize            page = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 18 << 20);
  if (damage == TABLE)
    page = root - 1;
  else if (damage == END)
    page = find_page (bytes, size, "line 10000 of many");
  else if (damage == MIDDLE)
    page = find_page (bytes, size, "line 5000 of many");
  else if (damage == CUT_OFF)
    size -= 10 * PAGE;
  if (page > 0)
    memset (bytes + page * PAGE, 0x55, 200);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

static void
test_row (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *folder = g_dir_make_tmp ("lectern-large-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.lectern", NULL);
  g_autoptr (GError) unproven = NULL;
  guint root = make_large (path);

  do_damage (path, rows[i].damage, root);
  for (guint reading = 0; reading < 2; reading++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternStore) store = reading ? lectern_store_open_read_only (path, &error) : lectern_store_open (path, &error);

      if (rows[i].opens)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_null (store);
      g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_DAMAGED);
    }
  g_assert_cmpint (lectern_store_verify (path, NULL, &unproven), ==, rows[i].damage == NOTHING);
  if (rows[i].damage != NOTHING)
    g_assert_error (unproven, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_DAMAGED);
  g_remove (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/large/%s", rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  return g_test_run ();
}
