/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The certificate is made once, kept for its owner alone, and never replaced by itself. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-host-key.h"
#include "lectern-net-error.h"
#include "lectern-pin.h"

#include <glib/gstdio.h>
#include <string.h>
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
  fixture->path = g_build_filename (fixture->folder, "host-key.pem", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);

  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_rmdir (parent);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
test_made_once (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) first = lectern_host_key_open (fixture->folder, &error);
  g_autoptr (GTlsCertificate) second = NULL;
  g_autofree char *fingerprint = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  second = lectern_host_key_open (fixture->folder, &error);
  g_assert_no_error (error);
  fingerprint = lectern_host_key_fingerprint (first);
  again = lectern_host_key_fingerprint (second);
  g_assert_cmpstr (fingerprint, ==, again);
  g_assert_true (g_str_has_prefix (fingerprint, "sha256:"));
  g_assert_cmpuint (strlen (fingerprint), ==, strlen ("sha256:") + 64);
}

static void
test_for_its_owner_alone (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GTlsCertificate) certificate = lectern_host_key_open (fixture->folder, NULL);
  g_autoptr (GTlsCertificate) again = NULL;
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  struct stat status;

  g_assert_nonnull (certificate);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "host-key.pem");
  g_assert_null (g_dir_read_name (dir)); /* and nothing else is left there */
  g_chmod (fixture->path, 0644);
  again = lectern_host_key_open (fixture->folder, NULL);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_certificate (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GTlsCertificate) certificate = lectern_host_key_open (fixture->folder, NULL);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GDateTime) not_before = g_tls_certificate_get_not_valid_before (certificate);
  g_autoptr (GDateTime) not_after = g_tls_certificate_get_not_valid_after (certificate);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GByteArray) key = NULL;

  g_assert_cmpint (g_date_time_compare (not_before, now), <, 0);
  g_assert_cmpint (g_date_time_difference (not_after, now) / G_TIME_SPAN_DAY, >, 2 * 365);
  g_assert_cmpint (g_date_time_difference (not_after, not_before) / G_TIME_SPAN_DAY, <=, 825);
  names = g_tls_certificate_get_dns_names (certificate);
  g_assert_cmpuint (names->len, ==, 1);
  g_object_get (certificate, "private-key", &key, NULL);
  g_assert_nonnull (key);
  g_assert_cmpuint (key->len, <, 200); /* an elliptic curve's, not an RSA one */
}

static void
test_damaged_is_not_replaced (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GTlsCertificate) certificate = lectern_host_key_open (fixture->folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_nonnull (certificate);
  g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
  g_assert_null (lectern_host_key_open (fixture->folder, &error));
  g_assert_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_KEY);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "damaged");
}

static void
test_folder_that_cannot_be (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_host_key_open ("/dev/null/lectern", &error));
  g_assert_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_KEY);
}

static gboolean
is_trusted (LecternPin      *pin,
            GTlsCertificate *certificate)
{
  return g_tls_database_verify_chain (G_TLS_DATABASE (pin), certificate,
                                      G_TLS_DATABASE_PURPOSE_AUTHENTICATE_SERVER, NULL, NULL,
                                      G_TLS_DATABASE_VERIFY_NONE, NULL, NULL) == 0;
}

static void
test_pin (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (GTlsCertificate) ours = lectern_host_key_open (fixture->folder, NULL);
  g_autoptr (GTlsCertificate) another = NULL;
  g_autofree char *fingerprint = lectern_host_key_fingerprint (ours);
  g_autofree char *learned = NULL;
  g_autoptr (LecternPin) told = lectern_pin_new (fingerprint);
  g_autoptr (LecternPin) first = lectern_pin_new (NULL);

  g_remove (fixture->path);
  another = lectern_host_key_open (fixture->folder, NULL);
  g_assert_true (is_trusted (told, ours));
  g_assert_false (lectern_pin_get_refused (told));
  g_assert_false (is_trusted (told, another));
  g_assert_true (lectern_pin_get_refused (told));

  g_assert_true (is_trusted (first, another));
  learned = lectern_pin_get_fingerprint (first);
  g_assert_nonnull (learned);
  g_assert_cmpstr (learned, !=, fingerprint);
  g_assert_false (is_trusted (first, ours));
}

/* Another certificate, as private as the first, and nothing left beside it; a folder that does not take it
 * keeps the old one. */
static void
test_renewed (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) first = lectern_host_key_open (fixture->folder, &error);
  g_autoptr (GTlsCertificate) second = lectern_host_key_renew (fixture->folder, &error);
  g_autoptr (GTlsCertificate) opened = lectern_host_key_open (fixture->folder, &error);
  g_autoptr (GTlsCertificate) none = NULL;
  g_autofree char *old = lectern_host_key_fingerprint (first);
  g_autofree char *renewed = lectern_host_key_fingerprint (second);
  g_autofree char *kept = lectern_host_key_fingerprint (opened);
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  GStatBuf facts;
  guint    n_files = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (renewed, !=, old);
  g_assert_cmpstr (kept, ==, renewed);
  g_assert_cmpint (g_stat (fixture->path, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0777, ==, 0600);
  while (g_dir_read_name (folder))
    n_files++;
  g_assert_cmpuint (n_files, ==, 1);
  none = lectern_host_key_renew ("/dev/null", &error);
  g_assert_null (none);
  g_assert_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_KEY);
}

#define ADD(name, test) g_test_add ("/host-key/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("made-once", test_made_once);
  ADD ("for-its-owner-alone", test_for_its_owner_alone);
  ADD ("certificate", test_certificate);
  ADD ("damaged-is-not-replaced", test_damaged_is_not_replaced);
  ADD ("folder-that-cannot-be", test_folder_that_cannot_be);
  ADD ("pin", test_pin);
  ADD ("renewed", test_renewed);
  return g_test_run ();
}
