/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The same page through libharu and poppler, and through cairo: at 150 dots an inch no ink of one is
 * further than a dot (0.17 mm) from ink of the other. */

#include "paper-fixture.h"
#include "paper-picture.h"
#include "paper-tools.h"

#include <string.h>

#define DPI 150
/* Darker than this is ink; lighter than that is paper. Between them lie the edges. */
#define INK 110
#define NEARLY_PAPER 235
/* Ink without a counterpart, parts of all ink. */
#define STRAY_MAX 0.0005

static gboolean
has_ink_near (const PaperPicture *picture,
              int                 x,
              int                 y)
{
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      {
        int u = CLAMP (x + dx, 0, picture->width - 1);
        int v = CLAMP (y + dy, 0, picture->height - 1);

        if (picture->grey[v * picture->width + u] < NEARLY_PAPER)
          return TRUE;
      }

  return FALSE;
}

static double
measure_stray (const PaperPicture *from,
               const PaperPicture *to)
{
  guint ink = 0;
  guint stray = 0;

  for (int y = 0; y < from->height; y++)
    for (int x = 0; x < from->width; x++)
      if (from->grey[y * from->width + x] < INK)
        {
          ink++;
          stray += !has_ink_near (to, x, y);
        }

  g_assert_cmpuint (ink, >, 1000);

  return (double) stray / ink;
}

static void
compare (LecternDocument *document,
         guint            index)
{
  g_autoptr (GError) error = NULL;
  char            *folder = paper_folder_new ();
  g_autofree char *pdf = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *stem = g_build_filename (folder, "page", NULL);
  g_autofree char *pgm = g_build_filename (folder, "page.pgm", NULL);
  g_autofree char *page = g_strdup_printf ("%u", index + 1);
  g_autofree char *resolution = g_strdup_printf ("%d", DPI);
  g_autofree char *quiet = NULL;
  g_auto (PaperPicture) poppler = { 0 };
  g_auto (PaperPicture) painted = { 0 };

  lectern_document_write_pdf (document, pdf, &error);
  g_assert_no_error (error);
  quiet = paper_run ("pdftoppm", "-gray", "-r", resolution, "-f", page, "-l", page, "-singlefile", pdf, stem, NULL);
  paper_picture_read (&poppler, pgm);
  painted.width = poppler.width;
  painted.height = poppler.height;
  paper_picture_paint (&painted, document, index, DPI);

  g_assert_cmpfloat (measure_stray (&poppler, &painted), <, STRAY_MAX);
  g_assert_cmpfloat (measure_stray (&painted, &poppler), <, STRAY_MAX);
  paper_folder_remove (folder);
}

static void
test_certificate (gconstpointer data)
{
  const char *language = data;
  g_autoptr (LecternContest) contest = paper_contest_new (language, 9, g_str_equal (language, "en"), TRUE);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = lectern_certificates_new (contest, ranking, NULL, FALSE, &error);

  g_assert_no_error (error);
  if (paper_need_tool ("pdftoppm"))
    compare (document, 2);
}

static void
test_report (gconstpointer data)
{
  g_autoptr (LecternContest) contest = paper_contest_new ("zh", 15, FALSE, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = lectern_paper_report (contest, GPOINTER_TO_UINT (data), NULL, 0, &error);

  g_assert_no_error (error);
  if (paper_need_tool ("pdftoppm"))
    compare (document, 1);
}

/* The ruler itself: a page shifted by half a millimetre must be told from the one in its place. */
static void
test_ruler (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  PaperPicture pictures[2] = { { 400, 200, NULL }, { 400, 200, NULL } };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LecternDocument) document = lectern_document_new (fonts, "zh");
      LecternPage *page = lectern_page_new (67, 33);

      lectern_page_add_text (page, LECTERN_FONT_NAME, 40, 0, 5 + 0.5 * i, 20, 0, "马晓𬱖");
      lectern_document_take_page (document, page);
      paper_picture_paint (&pictures[i], document, 0, DPI);
    }
  g_assert_cmpfloat (measure_stray (&pictures[0], &pictures[1]), >, STRAY_MAX);
  paper_picture_clear (&pictures[0]);
  paper_picture_clear (&pictures[1]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/paper/painters/certificate/zh", "zh", test_certificate);
  g_test_add_data_func ("/paper/painters/certificate/en", "en", test_certificate);
  g_test_add_data_func ("/paper/painters/summary", GUINT_TO_POINTER (LECTERN_PAPER_SUMMARY), test_report);
  g_test_add_data_func ("/paper/painters/order", GUINT_TO_POINTER (LECTERN_PAPER_RUNNING_ORDER), test_report);
  g_test_add_func ("/paper/painters/ruler", test_ruler);

  return g_test_run ();
}
