/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the console remembers from one start to the next, through the real schema in memory. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-window-memory.h"

#include <glib/gstdio.h>

static GtkWindow *
make_window (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 1000, 600);
  lectern_window_memory_watch (window);
  return window;
}

static void
test_size (void)
{
  GtkWindow *window = make_window ();
  int        width = 0;
  int        height = 0;

  gtk_window_get_default_size (window, &width, &height);
  g_assert_cmpint (width, ==, 1366);
  g_assert_cmpint (height, ==, 768);
  gtk_window_set_default_size (window, 1200, 700);
  gtk_window_destroy (window);

  window = make_window ();
  gtk_window_get_default_size (window, &width, &height);
  g_assert_cmpint (width, ==, 1200);
  g_assert_cmpint (height, ==, 700);
  gtk_window_destroy (window);
}

static void
test_last_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *before = lectern_window_memory_get_last_file ();
  g_autofree char *there = NULL;
  g_autofree char *gone = NULL;
  int              file = g_file_open_tmp ("evening-XXXXXX.lectern", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_assert_null (before);
  lectern_window_memory_set_last_file (path);
  there = lectern_window_memory_get_last_file ();
  g_assert_cmpstr (there, ==, path);
  g_unlink (path);
  gone = lectern_window_memory_get_last_file ();
  g_assert_null (gone);
}

static char *
make_file (const char *folder,
           guint       number)
{
  g_autofree char *name = g_strdup_printf ("evening-%u.lectern", number);
  char            *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  return path;
}

/* Seven were open, the second and the last but one are gone, the third was opened again. */
static void
test_recent_files (void)
{
  static const guint shown[] = { 3, 7, 5, 4, 1 };
  g_autofree char   *folder = g_dir_make_tmp ("recent-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) recent = NULL;

  for (guint i = 1; i <= 7; i++)
    {
      g_ptr_array_add (paths, make_file (folder, i));
      lectern_window_memory_set_last_file (paths->pdata[i - 1]);
    }
  g_unlink (paths->pdata[1]);
  g_unlink (paths->pdata[5]);
  lectern_window_memory_set_last_file (paths->pdata[2]);
  recent = lectern_window_memory_list_recent_files ();
  g_assert_cmpuint (g_strv_length (recent), ==, G_N_ELEMENTS (shown));
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_assert_cmpstr (recent[i], ==, paths->pdata[shown[i] - 1]);
  for (guint i = 0; i < paths->len; i++)
    g_unlink (paths->pdata[i]);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  /* The schema as this build compiled it, and no setting of whoever runs the test. */
  g_autofree char *schemas = g_build_filename (g_getenv ("LECTERN_BUILD_ROOT"), "data", "desktop", NULL);

  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window-memory/size", test_size);
  g_test_add_func ("/window-memory/last-file", test_last_file);
  g_test_add_func ("/window-memory/recent-files", test_recent_files);
  return g_test_run ();
}
