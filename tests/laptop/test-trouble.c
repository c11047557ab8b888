/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a crash leaves: a mark that the contest was never closed, and a log without anybody's name. */

#include "lectern-session-mark.h"
#include "lectern-trouble-log.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static char *
make_folder (void)
{
  return g_dir_make_tmp ("lectern-trouble-XXXXXX", NULL);
}

static void
test_mark (void)
{
  g_autofree char *folder = make_folder ();

  g_assert_false (lectern_session_mark_open (folder, "/a/甲.lectern"));
  g_assert_true (lectern_session_mark_open (folder, "/a/甲.lectern")); /* never closed */
  g_assert_false (lectern_session_mark_open (folder, "/a/乙.lectern"));
  lectern_session_mark_close (folder, "/a/甲.lectern");
  g_assert_false (lectern_session_mark_open (folder, "/a/甲.lectern"));
  g_assert_true (lectern_session_mark_open (folder, "/a/乙.lectern"));
}

static void
test_black (void)
{
  static const struct
  {
    const char *message;
    const char *left;
  } cases[] = {
    { "gtk_widget_show: assertion failed", "gtk_widget_show: assertion failed" },
    { "no font for 王韦, U+97E6", "no font for …, U+97E6" },
    { "“Anna Berg” is missing", "…Anna Berg… is missing" },
    { "can't open \"Anna Berg.pdf\": no", "can't open …: no" },
    { "file 'Anna' and 'Berta'", "file … and …" },
    { "two\nlines", "two lines" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *left = lectern_trouble_log_blacken (cases[i].message);

      g_assert_cmpstr (left, ==, cases[i].left);
    }
}

/* In a process of its own, for a writer is for good. */
static void
test_log (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *log = NULL;

  if (g_test_subprocess ())
    {
      g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
      lectern_trouble_log_start (g_getenv ("LECTERN_TEST_FOLDER"));
      g_debug ("nothing of this");
      g_message ("nor of this");
      g_warning ("the sheet of 王韦 is odd");
      g_critical ("worse");
      g_error ("worst");
    }
  folder = make_folder ();
  path = g_build_filename (folder, "lectern.log", NULL);
  g_setenv ("LECTERN_TEST_FOLDER", folder, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_assert_false (g_test_trap_has_passed ());
  g_assert_true (g_file_get_contents (path, &log, NULL, NULL));
  g_assert_nonnull (strstr (log, " WARNING "));
  g_assert_nonnull (strstr (log, ": the sheet of … is odd\n"));
  g_assert_nonnull (strstr (log, ": worse\n"));
  g_assert_nonnull (strstr (log, ": worst\n"));
  g_assert_null (strstr (log, "of this"));
  g_assert_null (strstr (log, "王韦"));
}

static void
test_turns_over (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *older = NULL;
  g_autofree char *much = NULL;

  if (g_test_subprocess ())
    {
      lectern_trouble_log_start (g_getenv ("LECTERN_TEST_FOLDER"));
      exit (0);
    }
  folder = make_folder ();
  path = g_build_filename (folder, "lectern.log", NULL);
  older = g_strconcat (path, ".1", NULL);
  much = g_strnfill (LECTERN_TROUBLE_LOG_MOST + 1, 'x');
  g_assert_true (g_file_set_contents (path, much, -1, NULL));
  g_setenv ("LECTERN_TEST_FOLDER", folder, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (older, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/laptop/trouble/mark", test_mark);
  g_test_add_func ("/laptop/trouble/black", test_black);
  g_test_add_func ("/laptop/trouble/log", test_log);
  g_test_add_func ("/laptop/trouble/turns-over", test_turns_over);
  return g_test_run ();
}
