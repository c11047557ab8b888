/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Judges' cards: who gets one, what stands on it, and that a reader of QR codes sees on the printed page the
 * very link a panel takes. That nothing lies over anything is tested with all reports. */

#include "paper-fixture.h"
#include "paper-tools.h"

#include "lectern-pairing-link.h"
#include "lectern-qr.h"

#include <string.h>

#define PRINTED_US (G_GINT64_CONSTANT (1536917520) * G_USEC_PER_SEC)
#define DIGEST "1a2b3c4d5e6f70819293a4b5c6d7e8f900112233445566778899aabbccddeeff"
#define ADDRESS "https://192.168.1.20:8443"

static const char *const addresses[] = { ADDRESS, "https://10.0.0.5:8443", NULL };

static LecternDocument *
make (LecternContest *contest,
      gint64          judge,
      GError        **error)
{
  const LecternPaperOptions options = { .judge = judge, .addresses = addresses, .fingerprint = "sha256:" DIGEST };

  return lectern_paper_report_with (contest, LECTERN_PAPER_CARDS, &options, PRINTED_US, error);
}

/* Nine judges, of whom the third has used his code: eight cards on two pages. */
static void
test_who (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (LecternDocument) one = NULL;
  g_autoptr (GError) error = NULL;

  paper_contest_give_codes (contest, 3);
  document = make (contest, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lectern_document_get_n_pages (document), ==, 2);
  g_assert_nonnull (paper_find_text (document, 0, "482  911"));
  g_assert_null (paper_find_text (document, 0, "482  913"));
  g_assert_null (paper_find_text (document, 1, "482  913"));
  g_assert_nonnull (paper_find_text (document, 1, "482  919"));
  g_assert_nonnull (paper_find_text (document, 0, "1A2B 3C4D 5E6F 7081"));
  g_assert_nonnull (paper_find_text (document, 0, ADDRESS));
  g_assert_nonnull (paper_find_text (document, 0, "https://10.0.0.5:8443"));
  one = make (contest, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lectern_document_get_n_pages (one), ==, 1);
  g_assert_nonnull (paper_find_text (one, 0, "482  915"));
  g_assert_null (paper_find_text (one, 0, "482  914"));
}

static void
test_refused (void)
{
  const LecternPaperOptions nowhere = { .fingerprint = "sha256:" DIGEST };
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 9, FALSE, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (make (contest, 0, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
  g_clear_error (&error);
  paper_contest_give_codes (contest, 3);
  g_assert_null (make (contest, 3, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (lectern_paper_report_with (contest, LECTERN_PAPER_CARDS, &nowhere, PRINTED_US, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_NOTHING);
}

/* Prints the page as a printer does, and has the picture read. */
static char *
read_codes (LecternDocument *document)
{
  g_autofree char *folder = paper_folder_new ();
  g_autofree char *pdf = g_build_filename (folder, "cards.pdf", NULL);
  g_autofree char *stem = g_build_filename (folder, "cards", NULL);
  g_autofree char *png = g_build_filename (folder, "cards.png", NULL);
  g_autofree char *quiet = NULL;
  char            *seen;
  g_autoptr (GError) error = NULL;

  g_assert_true (lectern_document_write_pdf (document, pdf, &error));
  g_assert_no_error (error);
  quiet = paper_run ("pdftoppm", "-r", "150", "-png", "-singlefile", pdf, stem, NULL);
  seen = paper_run ("zbarimg", "--nodbus", "-q", "--raw", png, NULL);
  paper_folder_remove (g_steal_pointer (&folder));
  return seen;
}

static void
test_seen_by_a_camera (gconstpointer language)
{
  g_autoptr (LecternContest) contest = paper_contest_new (language, 4, TRUE, FALSE);
  g_autoptr (LecternDocument) document = NULL;
  g_autofree char *seen = NULL;
  g_auto (GStrv) links = NULL;
  g_autoptr (GError) error = NULL;

  if (!paper_need_tool ("zbarimg") || !paper_need_tool ("pdftoppm"))
    return;
  paper_contest_give_codes (contest, 0);
  document = make (contest, 0, &error);
  g_assert_no_error (error);
  seen = read_codes (document);
  links = g_strsplit (g_strstrip (seen), "\n", -1);
  g_assert_cmpuint (g_strv_length (links), ==, 4);
  for (guint judge = 1; judge <= 4; judge++)
    {
      g_autofree char *wanted = g_strdup_printf (ADDRESS "/#code=%06u&fp=" DIGEST, 482910 + judge);

      g_assert_true (g_strv_contains ((const char *const *) links, wanted));
    }
}

static void
test_modules (void)
{
  g_autoptr (LecternQr) qr = lectern_qr_new (ADDRESS);
  g_autofree char *long_text = g_strnfill (5000, 'x');

  g_assert_nonnull (qr);
  g_assert_cmpuint (qr->side, >=, 21);
  g_assert_true (lectern_qr_is_dark (qr, 0, 0));
  g_assert_false (lectern_qr_is_dark (qr, 1, 1));
  g_assert_true (lectern_qr_is_dark (qr, 3, 3));
  g_assert_false (lectern_qr_is_dark (qr, -1, 0));
  g_assert_false (lectern_qr_is_dark (qr, (int) qr->side, 0));
  g_assert_null (lectern_qr_new (long_text));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/cards/who", test_who);
  g_test_add_func ("/paper/cards/refused", test_refused);
  g_test_add_data_func ("/paper/cards/camera/zh", "zh", test_seen_by_a_camera);
  g_test_add_data_func ("/paper/cards/camera/en", "en", test_seen_by_a_camera);
  g_test_add_func ("/paper/cards/modules", test_modules);
  return g_test_run ();
}
