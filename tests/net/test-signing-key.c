/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The signing key is made once, kept for its owner alone, and never replaced by itself. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-net-error.h"
#include "lectern-signing-key.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *parent = g_dir_make_tmp ("lectern-key-XXXXXX", NULL);

  g_assert_nonnull (parent);
  fixture->folder = g_build_filename (parent, "lectern", NULL);
  fixture->path = g_build_filename (fixture->folder, "signing-key", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);

  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing else is left there */
  g_rmdir (parent);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
test_made_once (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = lectern_signing_key_open (fixture->folder, &error);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) another = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (first), ==, 32);
  second = lectern_signing_key_open (fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
  g_remove (fixture->path);
  another = lectern_signing_key_open (fixture->folder, &error);
  g_assert_false (g_bytes_equal (first, another));
}

static void
test_for_its_owner_alone (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GBytes) key = lectern_signing_key_open (fixture->folder, NULL);
  g_autoptr (GBytes) again = NULL;
  struct stat status;

  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_chmod (fixture->path, 0644);
  again = lectern_signing_key_open (fixture->folder, NULL);
  g_assert_true (g_bytes_equal (key, again));
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_damaged_is_not_replaced (Fixture      *fixture,
                              gconstpointer data)
{
  static const char *const texts[] = { "", "damaged", "00", "zz00000000000000000000000000000000000000000000000000000000000000\n" };
  g_autoptr (GBytes) key = lectern_signing_key_open (fixture->folder, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;

      g_assert_true (g_file_set_contents (fixture->path, texts[i], -1, NULL));
      g_assert_null (lectern_signing_key_open (fixture->folder, &error));
      g_assert_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_KEY);
      g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, texts[i]);
    }
}

static void
test_asking_makes_none (Fixture      *fixture,
                        gconstpointer data)
{
  g_assert_false (lectern_signing_key_exists (fixture->folder));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_bytes_unref (lectern_signing_key_open (fixture->folder, NULL));
  g_assert_true (lectern_signing_key_exists (fixture->folder));
}

static void
test_folder_that_cannot_be (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_signing_key_open ("/dev/null/lectern", &error));
  g_assert_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_KEY);
}

#define ADD(name, test) g_test_add ("/signing-key/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("made-once", test_made_once);
  ADD ("for-its-owner-alone", test_for_its_owner_alone);
  ADD ("asking-makes-none", test_asking_makes_none);
  ADD ("damaged-is-not-replaced", test_damaged_is_not_replaced);
  g_test_add_func ("/signing-key/folder-that-cannot-be", test_folder_that_cannot_be);
  return g_test_run ();
}
