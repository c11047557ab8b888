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
  return g_test_run ();
}
