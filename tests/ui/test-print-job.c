/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What goes to a printer, caught as a PDF file by GTK itself: every page as large as it says, and the same
 * as in our own PDF, laid over it at 100 dots an inch. */

#include "paper-fixture.h"
#include "paper-tools.h"
#include "window-test.h"

#include "lectern-print-job.h"

#include <stdio.h>
#include <string.h>

#define PRINTED_US (G_GINT64_CONSTANT (1536917520) * G_USEC_PER_SEC)
#define DPI "100"
/* Letters go to the printer as outlines and into our file as fonts, so edges are smoothed differently. What moved by
 * one pixel differs far more. */
#define MEAN_MOST 6.0
#define SHIFTED_LEAST 1.8

typedef struct
{
  guint8 *bytes;
  int     width;
  int     height;
} Picture;

static void
picture_free (Picture *picture)
{
  g_free (picture->bytes);
  g_free (picture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

typedef struct
{
  const char      *name;
  LecternPaperKind kind;  /* LECTERN_PAPER_N_KINDS: certificates */
  double           width; /* certificates: of the design; 0: as it is */
  double           height;
} Case;

static const Case cases[] = {
  { "a4-upright", LECTERN_PAPER_ENTRY_LIST, 0, 0 },
  { "a4-turned", LECTERN_PAPER_SUMMARY, 0, 0 },
  { "a3-turned", LECTERN_PAPER_ACTIVITY, 0, 0 },
  { "certificate", LECTERN_PAPER_N_KINDS, 0, 0 },
  { "certificate-of-its-own-size", LECTERN_PAPER_N_KINDS, 312, 215.5 },
};

static LecternDocument *
make (const Case *one)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 7, FALSE, TRUE);
  g_autoptr (LecternRanking) ranking = NULL;
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autoptr (GError) error = NULL;
  LecternCertificateOrder order = { .design = design };
  LecternDocument        *document;

  paper_contest_fill_annexes (contest, 20);
  ranking = lectern_ranking_new (contest, NULL, FALSE);
  if (one->width > 0)
    {
      design->width = one->width;
      design->height = one->height;
    }
  document = one->kind < LECTERN_PAPER_N_KINDS ? lectern_paper_report (contest, one->kind, NULL, PRINTED_US, &error) : lectern_certificates_new_with (contest, ranking, &order, &error);
  g_assert_no_error (error);
  return document;
}

static void
export_to (LecternDocument *document,
           const char      *path)
{
  g_autoptr (GtkPrintOperation) operation = lectern_print_job_new (document, "test");
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
}

/* In millimetres. */
static void
read_page_size (const char *path,
                guint       page,
                double     *width,
                double     *height)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *told = paper_run ("pdfinfo", "-f", number, "-l", number, path, NULL);
  g_autofree char *key = g_strdup_printf ("Page %4u size:", page + 1);
  const char      *at = strstr (told, key);
  char            *end;

  g_assert_nonnull (at);
  *width = g_ascii_strtod (at + strlen (key), &end) * LECTERN_MM_PER_POINT;
  g_assert_true (g_str_has_prefix (end, " x "));
  *height = g_ascii_strtod (end + 3, NULL) * LECTERN_MM_PER_POINT;
}

/* The grey picture of a page. */
static Picture *
read_page (const char *folder,
           const char *path,
           guint       page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *name = g_build_filename (folder, "page", NULL);
  g_autofree char *file = g_strconcat (name, ".pgm", NULL);
  g_autofree char *told = paper_run ("pdftoppm", "-r", DPI, "-gray", "-singlefile", "-f", number, "-l", number, path, name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  Picture *picture = g_new0 (Picture, 1);
  gsize    length;
  gsize    size;

  g_file_get_contents (file, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (bytes, "P5 %d %d 255", &picture->width, &picture->height), ==, 2);
  size = (gsize) picture->width * (gsize) picture->height;
  g_assert_cmpuint (length, >, size);
  picture->bytes = g_memdup2 (bytes + length - size, size);
  return picture;
}

/* The mean difference with @b moved by @dx and @dy pixels. */
static double
compare (const Picture *a,
         const Picture *b,
         int            dx,
         int            dy)
{
  double sum = 0;

  for (int y = 1; y + 1 < a->height; y++)
    for (int x = 1; x + 1 < a->width; x++)
      sum += ABS ((int) a->bytes[y * a->width + x] - (int) b->bytes[(y + dy) * a->width + x + dx]);
  return sum / ((double) (a->width - 2) * (a->height - 2));
}

static void
assert_alike (const Picture *a,
              const Picture *b)
{
  static const int moves[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  double           here;

  g_assert_cmpint (a->width, ==, b->width);
  g_assert_cmpint (a->height, ==, b->height);
  here = compare (a, b, 0, 0);
  g_test_message ("mean %.3f", here);
  g_assert_cmpfloat (here, <, MEAN_MOST);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_assert_cmpfloat (compare (a, b, moves[i][0], moves[i][1]), >, here * SHIFTED_LEAST);
}

static void
test_export (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  char            *folder = paper_folder_new ();
  g_autofree char *printed = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *written = g_build_filename (folder, "written.pdf", NULL);

  if (!paper_need_tool ("pdftoppm") || !paper_need_tool ("pdfinfo"))
    return;
  document = make (one);
  export_to (document, printed);
  lectern_document_write_pdf (document, written, &error);
  g_assert_no_error (error);
  for (guint p = 0; p < lectern_document_get_n_pages (document); p++)
    {
      const LecternPage *page = lectern_document_get_page (document, p);
      double             width, height;

      read_page_size (printed, p, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, lectern_page_get_width (page), 0.05);
      g_assert_cmpfloat_with_epsilon (height, lectern_page_get_height (page), 0.05);
      if (p < 2)
        {
          g_autoptr (Picture) by_printer = read_page (folder, printed, p);
          g_autoptr (Picture) by_us = read_page (folder, written, p);

          assert_alike (by_printer, by_us);
        }
    }
  paper_folder_remove (folder);
}

/* A page range and several copies are the system's to ask; that all pages are there is ours. */
static void
test_pages (void)
{
  const Case one = { "summary", LECTERN_PAPER_SUMMARY, 0, 0 };
  g_autoptr (LecternDocument) document = make (&one);
  g_autoptr (GtkPrintOperation) operation = lectern_print_job_new (document, "Summary");
  g_autofree char *name = NULL;
  int              n_pages;

  g_object_get (operation, "n-pages", &n_pages, "job-name", &name, NULL);
  g_assert_cmpint (n_pages, ==, (int) lectern_document_get_n_pages (document));
  g_assert_cmpstr (name, ==, "Summary");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/print/export/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_export);
    }
  g_test_add_func ("/print/pages", test_pages);

  return g_test_run ();
}
