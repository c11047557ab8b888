/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Bytes of the contest as files of the cache: made once, kept while somebody wants them, and gone afterwards. */

#define G_LOG_DOMAIN "lectern-ui"

#include "file-maker.h"
#include "hall-fixture.h"
#include "lectern-content-copy.h"

#include <glib/gstdio.h>
#include <utime.h>

#define DAY_US (24 * 60 * 60 * (gint64) G_USEC_PER_SEC)

static void
on_copied_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  char **path = user_data;
  g_autoptr (GError) error = NULL;

  *path = lectern_content_copy_finish (result, &error);
  g_assert_no_error (error);
}

static char *
copy (HallFixture *hall,
      const char  *sha256)
{
  g_autoptr (GObject) source = g_object_new (G_TYPE_OBJECT, NULL);
  char *path = NULL;

  lectern_content_copy_async (hall->follower, sha256, "videos", sha256, source, NULL, on_copied_cb, &path);
  while (path == NULL)
    g_main_context_iteration (NULL, TRUE);
  return path;
}

static void
set_age (const char *path,
         gint64      days)
{
  gint64         then = (g_get_real_time () - days * DAY_US) / G_USEC_PER_SEC;
  struct utimbuf times = { .actime = then, .modtime = then };

  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

static void
test_tidy (HallFixture  *hall,
           gconstpointer data)
{
  g_autofree char *video = file_maker_attach (hall->engine, LECTERN_ROLE_VIDEO, 1, "v.mp4", "video/mp4", g_bytes_new_static ("video", 5));
  g_autofree char *path = copy (hall, video);
  g_autofree char *again = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *strange = g_build_filename (folder, "folder", NULL);
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "video");
  set_age (path, LECTERN_CONTENT_COPY_DAYS - 1);
  g_assert_cmpuint (lectern_content_copy_tidy (g_get_real_time ()), ==, 0);
  set_age (path, LECTERN_CONTENT_COPY_DAYS + 1);
  again = copy (hall, video); /* wanted again, so it is young */
  g_assert_cmpstr (again, ==, path);
  g_assert_cmpuint (lectern_content_copy_tidy (g_get_real_time ()), ==, 0);
  g_assert_cmpint (g_mkdir (strange, 0700), ==, 0);
  set_age (path, LECTERN_CONTENT_COPY_DAYS + 1);
  set_age (strange, LECTERN_CONTENT_COPY_DAYS + 1);
  g_assert_cmpuint (lectern_content_copy_tidy (g_get_real_time ()), ==, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (strange, G_FILE_TEST_IS_DIR));
  g_assert_cmpint (g_rmdir (strange), ==, 0);
}

static void
set_up (HallFixture  *hall,
        gconstpointer data)
{
  hall_fixture_init (hall);
}

static void
tear_down (HallFixture  *hall,
           gconstpointer data)
{
  hall_fixture_clear (hall);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/content-copy/tidy", HallFixture, NULL, set_up, test_tidy, tear_down);
  return g_test_run ();
}
