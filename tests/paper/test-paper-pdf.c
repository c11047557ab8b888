/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The file as others read it: qpdf and poppler find nothing to complain of, every name comes back
 * out of it, fonts are embedded subsets; and what the disk refuses is told. */

#include "paper-fixture.h"
#include "paper-tools.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define WRITTEN_US (G_GINT64_CONSTANT (1536917520) * G_USEC_PER_SEC)
#define SIZE_MAX_BYTES 1500000
#define N_MANY 2345

static LecternDocument *
typeset_all (gboolean rehearsal)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 3, FALSE, FALSE);
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  const char      *names[G_N_ELEMENTS (paper_nominees)];
  LecternDocument *document;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    names[i] = paper_nominees[i].name;
  g_hash_table_insert (words, (gpointer) "theme", (gpointer) "主题");
  g_hash_table_insert (words, (gpointer) "honour", (gpointer) "十佳宣讲员𬱖");
  lectern_certificate_design_set_wording (design, LECTERN_CERTIFICATE_SERIAL, "焦微党课证〔2018〕{serial}号");
  document = lectern_certificates_typeset (fonts, design, &(LecternCertificateRun){ .language = "zh", .rehearsal = rehearsal }, words, names, G_N_ELEMENTS (names), &error);
  g_assert_no_error (error);
  lectern_document_set_created_us (document, WRITTEN_US);

  return document;
}

static char *
write_all (LecternDocument *document,
           const char      *folder,
           const char      *name)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  lectern_document_write_pdf (document, path, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_names_come_back (void)
{
  g_autoptr (LecternDocument) document = typeset_all (FALSE);
  char            *folder = paper_folder_new ();
  g_autofree char *path = write_all (document, folder, "all.pdf");
  g_autofree char *text = NULL;

  if (paper_need_tool ("pdftotext"))
    {
      text = paper_run ("pdftotext", path, "-", NULL);
      for (guint i = 0; i < G_N_ELEMENTS (paper_nominees); i++)
        {
          g_autofree char *line = g_strdup_printf ("%s 同志：", paper_nominees[i].name);
          g_autofree char *serial = g_strdup_printf ("焦微党课证〔2018〕%03u号", i + 1);

          g_assert_nonnull (strstr (text, line));
          g_assert_nonnull (strstr (text, serial));
        }
      g_assert_nonnull (strstr (text, "荣誉证书"));
    }
  paper_folder_remove (folder);
}

static void
test_well_formed (void)
{
  g_autoptr (LecternDocument) document = typeset_all (TRUE);
  char            *folder = paper_folder_new ();
  g_autofree char *path = write_all (document, folder, "all.pdf");
  g_autofree char *verdict = NULL;
  GStatBuf         status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, <, SIZE_MAX_BYTES);
  if (paper_need_tool ("qpdf"))
    {
      verdict = paper_run ("qpdf", "--check", path, NULL);
      g_assert_nonnull (strstr (verdict, "No syntax or stream encoding errors found"));
    }
  paper_folder_remove (folder);
}

static void
test_fonts_embedded (void)
{
  g_autoptr (LecternDocument) document = typeset_all (FALSE);
  char            *folder = paper_folder_new ();
  g_autofree char *path = write_all (document, folder, "all.pdf");

  if (paper_need_tool ("pdffonts"))
    {
      g_autofree char *table = paper_run ("pdffonts", path, NULL);
      g_auto (GStrv) lines = g_strsplit (g_strchomp (table), "\n", -1);

      g_assert_cmpuint (g_strv_length (lines), >=, 4);
      for (guint i = 2; lines[i] != NULL; i++)
        g_assert_true (g_regex_match_simple ("^[A-Z]{6}\\+\\S+ +CID (TrueType|Type 0C) +Identity-H +yes yes yes ", lines[i], 0, 0));
    }
  paper_folder_remove (folder);
}

static void
test_metadata (void)
{
  g_autoptr (LecternDocument) document = typeset_all (FALSE);
  char            *folder = paper_folder_new ();
  g_autofree char *path = NULL;

  lectern_document_set_author (document, "中共焦作市委宣传部");
  path = write_all (document, folder, "all.pdf");
  if (paper_need_tool ("pdfinfo"))
    {
      g_autofree char *facts = paper_run ("pdfinfo", path, NULL);

      g_assert_true (g_regex_match_simple ("^Title: +十佳宣讲员𬱖$", facts, G_REGEX_MULTILINE, 0));
      g_assert_true (g_regex_match_simple ("^Author: +中共焦作市委宣传部$", facts, G_REGEX_MULTILINE, 0));
      g_assert_true (g_regex_match_simple ("^CreationDate: +.*14.*2018", facts, G_REGEX_MULTILINE, 0));
      g_assert_true (g_regex_match_simple ("^Pages: +28$", facts, G_REGEX_MULTILINE, 0));
      g_assert_true (g_regex_match_simple ("^Page size: +841.89 x 595.27", facts, G_REGEX_MULTILINE, 0));
    }
  paper_folder_remove (folder);
}

static void
test_reproducible (void)
{
  char *folder = paper_folder_new ();
  g_autoptr (LecternDocument) first = typeset_all (FALSE);
  g_autoptr (LecternDocument) second = typeset_all (FALSE);
  g_autofree char *first_path = write_all (first, folder, "first.pdf");
  g_autofree char *second_path = write_all (second, folder, "second.pdf");
  g_autofree char *first_bytes = NULL;
  g_autofree char *second_bytes = NULL;
  gsize            first_size;
  gsize            second_size;

  g_assert_true (g_file_get_contents (first_path, &first_bytes, &first_size, NULL));
  g_assert_true (g_file_get_contents (second_path, &second_bytes, &second_size, NULL));
  g_assert_cmpmem (first_bytes, first_size, second_bytes, second_size);
  paper_folder_remove (folder);
}

static void
test_file_each (void)
{
  g_autoptr (LecternDocument) document = typeset_all (FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternPdfWriter) writer = lectern_pdf_writer_new (document, &error);
  char            *folder = paper_folder_new ();
  g_autofree char *path = g_build_filename (folder, "one.pdf", NULL);

  g_assert_no_error (error);
  g_assert_true (lectern_pdf_writer_write (writer, 25, 1, path, &error));
  if (paper_need_tool ("pdftotext"))
    {
      g_autofree char *text = paper_run ("pdftotext", path, "-", NULL);

      g_assert_nonnull (strstr (text, "马晓𬱖 同志"));
      g_assert_null (strstr (text, "司马文轩"));
    }
  paper_folder_remove (folder);
}

/* More pages than one node of the page tree takes. */
static void
test_many_pages (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (LecternDocument) document = lectern_document_new (fonts, "zh");
  char            *folder = paper_folder_new ();
  g_autofree char *path = NULL;

  for (guint i = 0; i < N_MANY; i++)
    {
      LecternPage     *page = lectern_page_new (50, 30);
      g_autofree char *text = g_strdup_printf ("𬱖%u号", i + 1);

      lectern_page_add_text (page, LECTERN_FONT_NAME, 12, 0, 5, 15, 0, text);
      lectern_document_take_page (document, page);
    }
  path = write_all (document, folder, "many.pdf");
  if (paper_need_tool ("qpdf") && paper_need_tool ("pdftotext"))
    {
      g_autofree char *count = paper_run ("qpdf", "--show-npages", path, NULL);
      g_autofree char *verdict = paper_run ("qpdf", "--check", path, NULL);
      g_autofree char *text = paper_run ("pdftotext", "-f", "2001", "-l", "2001", path, "-", NULL);

      g_assert_cmpint (atoi (count), ==, N_MANY);
      g_assert_nonnull (strstr (verdict, "No syntax or stream encoding errors found"));
      g_assert_nonnull (strstr (text, "𬱖2001号"));
    }
  paper_folder_remove (folder);
}

/* What was there stays when the new file can't be written, and nothing is left beside it. */
static void
test_disk_refuses (void)
{
  g_autoptr (LecternDocument) document = typeset_all (FALSE);
  g_autoptr (GError) error = NULL;
  char            *folder = paper_folder_new ();
  g_autofree char *nowhere = g_build_filename (folder, "absent", "all.pdf", NULL);
  g_autofree char *taken = g_build_filename (folder, "taken", NULL);

  g_assert_false (lectern_document_write_pdf (document, nowhere, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_WRITE);
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir (taken, 0755), ==, 0);
  g_assert_false (lectern_document_write_pdf (document, taken, &error));
  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_WRITE);
  g_assert_cmpint (g_rmdir (taken), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

/* A file that may not grow stands for a full disk: the C library notices as late as on one. */
static void
test_full_disk (void)
{
  g_autoptr (LecternDocument) document = typeset_all (FALSE);
  g_autoptr (GError) error = NULL;
  char            *folder = paper_folder_new ();
  g_autofree char *path = write_all (document, folder, "all.pdf");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            size_before;
  gsize            size_after;
  struct rlimit    limit;
  rlim_t           usual;
  g_autoptr (GDir) dir = NULL;

  g_assert_true (g_file_get_contents (path, &before, &size_before, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  usual = limit.rlim_cur;
  limit.rlim_cur = 6000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (lectern_document_write_pdf (document, path, &error));
  limit.rlim_cur = usual;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_WRITE);
  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "all.pdf");
  g_assert_null (g_dir_read_name (dir));
  paper_folder_remove (folder);
}

static void
test_spread_reads_as_one (void)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 7, FALSE, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = lectern_paper_report (contest, LECTERN_PAPER_RUNNING_ORDER, NULL, WRITTEN_US, &error);
  char            *folder = paper_folder_new ();
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = write_all (document, folder, "order.pdf");
  if (paper_need_tool ("pdftotext"))
    {
      g_autofree char *text = paper_run ("pdftotext", path, "-", NULL);

      for (guint i = 0; i < G_N_ELEMENTS (paper_nominees); i++)
        g_assert_nonnull (strstr (text, paper_nominees[i].name));
    }
  paper_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/pdf/names-come-back", test_names_come_back);
  g_test_add_func ("/paper/pdf/well-formed", test_well_formed);
  g_test_add_func ("/paper/pdf/fonts-embedded", test_fonts_embedded);
  g_test_add_func ("/paper/pdf/metadata", test_metadata);
  g_test_add_func ("/paper/pdf/reproducible", test_reproducible);
  g_test_add_func ("/paper/pdf/file-each", test_file_each);
  g_test_add_func ("/paper/pdf/many-pages", test_many_pages);
  g_test_add_func ("/paper/pdf/disk-refuses", test_disk_refuses);
  g_test_add_func ("/paper/pdf/full-disk", test_full_disk);
  g_test_add_func ("/paper/pdf/spread-reads-as-one", test_spread_reads_as_one);

  return g_test_run ();
}
