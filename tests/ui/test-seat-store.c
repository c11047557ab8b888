/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The remembered seat: what is saved comes back, nobody else can read it, a missing file is no
 * trouble and a damaged one is said. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-seat-store.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define FINGERPRINT "sha256:3f9a1c0277de5b8841c6d2e0ab90f1375f9a1c0277de5b8841c6d2e0ab90f137"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("lectern-seat-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "inner", "seat.ini", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *inner = g_path_get_dirname (fixture->path);

  g_unlink (fixture->path);
  g_rmdir (inner);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_nothing_remembered (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (lectern_seat_store_load (seat, &error));
  g_assert_no_error (error);
  g_assert_null (lectern_seat_store_get_token (seat));
  g_assert_null (lectern_seat_store_get_address (seat));
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);
  g_autoptr (LecternSeatStore) again = lectern_seat_store_new (fixture->path);
  g_autoptr (GError) error = NULL;
  struct stat status;

  lectern_seat_store_save (seat, "10.0.0.5:8443", FINGERPRINT, "the token", &error);
  g_assert_no_error (error);
  /* Handing back what is remembered is allowed. */
  lectern_seat_store_save (seat,
                           lectern_seat_store_get_address (seat),
                           lectern_seat_store_get_fingerprint (seat),
                           lectern_seat_store_get_token (seat),
                           &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  lectern_seat_store_load (again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lectern_seat_store_get_address (again), ==, "10.0.0.5:8443");
  g_assert_cmpstr (lectern_seat_store_get_fingerprint (again), ==, FINGERPRINT);
  g_assert_cmpstr (lectern_seat_store_get_token (again), ==, "the token");
}

static void
test_forget (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);
  g_autoptr (LecternSeatStore) again = lectern_seat_store_new (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  lectern_seat_store_save (seat, "10.0.0.5:8443", FINGERPRINT, "the token", &error);
  g_assert_no_error (error);
  lectern_seat_store_forget (seat, &error);
  g_assert_no_error (error);
  lectern_seat_store_load (again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lectern_seat_store_get_address (again), ==, "10.0.0.5:8443");
  g_assert_null (lectern_seat_store_get_token (again));
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_null (strstr (text, "the token"));
}

static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *inner = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "no group here = 1", -1, NULL));
  g_assert_false (lectern_seat_store_load (seat, &error));
  g_assert_nonnull (error);
  g_assert_null (lectern_seat_store_get_token (seat));
}

static void
test_fingerprint (void)
{
  static const struct
  {
    const char *fingerprint;
    const char *shown;
  } cases[] = {
    { FINGERPRINT, "3F9A 1C02 77DE 5B88" },
    { "sha256:3F:9A:1C:02:77:DE:5B:88:41", "3F9A 1C02 77DE 5B88" },
    { "3f9a1c", "3F9A 1C" },
    { "sha256:", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = lectern_seat_store_format_fingerprint (cases[i].fingerprint);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/seat-store/nothing-remembered", Fixture, NULL, set_up, test_nothing_remembered, tear_down);
  g_test_add ("/ui/seat-store/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/ui/seat-store/forget", Fixture, NULL, set_up, test_forget, tear_down);
  g_test_add ("/ui/seat-store/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add_func ("/ui/seat-store/fingerprint", test_fingerprint);
  return g_test_run ();
}
