/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* How fast certificates are made, beside a hand-written loop over bare libharu in the same run: the
 * same font cut by HarfBuzz, the same texts, no border. Each of ours is typeset from its name and
 * checked for missing glyphs besides. Memory is what the process grew by at its peak. */

#include "lectern-paper.h"
#include "paper-fixture.h"

#include <glib/gstdio.h>
#include <hb-subset.h>
#include <hpdf.h>
#include <string.h>
#include <sys/resource.h>

#define N_ONE_FILE 4000
#define N_FILES 300
#define N_MEMORY 10000
#define ROUNDS 3

static char *folder;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static LecternDocument *
typeset (LecternPaperFonts *fonts,
         guint              n)
{
  g_autoptr (LecternCertificateDesign) design = lectern_certificate_design_new ("zh");
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  LecternDocument *document;

  g_hash_table_insert (words, (gpointer) "theme", (gpointer) "弘扬焦裕禄精神 争做出彩焦作人");
  g_hash_table_insert (words, (gpointer) "city", (gpointer) "焦作市");
  g_hash_table_insert (words, (gpointer) "event", (gpointer) "微型党课");
  g_hash_table_insert (words, (gpointer) "occasion", (gpointer) "比赛");
  g_hash_table_insert (words, (gpointer) "verb", (gpointer) "被评为");
  g_hash_table_insert (words, (gpointer) "honour", (gpointer) "焦作市2018年度微型党课十佳宣讲员");
  g_hash_table_insert (words, (gpointer) "issuers", (gpointer) "中共焦作市委宣传部");
  g_hash_table_insert (words, (gpointer) "date", (gpointer) "二〇一八年九月");
  lectern_certificate_design_set_wording (design, LECTERN_CERTIFICATE_SERIAL, "焦微党课证〔2018〕{serial}号");
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) paper_nominees[i % G_N_ELEMENTS (paper_nominees)].name);
  document = lectern_certificates_typeset (fonts, design, &(LecternCertificateRun){ .language = "zh" }, words, (const char *const *) names->pdata, n, &error);
  g_assert_no_error (error);

  return document;
}

static void
write_range (LecternPdfWriter *writer,
             guint             first,
             guint             n,
             const char       *path)
{
  g_autoptr (GError) error = NULL;

  lectern_pdf_writer_write (writer, first, n, path, &error);
  g_assert_no_error (error);
}

static double
measure_one_file (LecternPaperFonts *fonts)
{
  g_autofree char *path = in_folder ("ours.pdf");
  gint64           start = g_get_monotonic_time ();
  g_autoptr (LecternDocument) document = typeset (fonts, N_ONE_FILE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternPdfWriter) writer = lectern_pdf_writer_new (document, &error);

  g_assert_no_error (error);
  write_range (writer, 0, N_ONE_FILE, path);

  return N_ONE_FILE / ((double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

static double
measure_file_each (LecternPaperFonts *fonts)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (LecternDocument) document = typeset (fonts, N_FILES);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternPdfWriter) writer = lectern_pdf_writer_new (document, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf ("each-%03u.pdf", i);
      g_autofree char *path = in_folder (name);

      write_range (writer, i, 1, path);
    }

  return N_FILES / ((double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

/* The texts of a page as bare libharu gets them: baseline in points from below. */
typedef struct
{
  char  *text;
  double size;
  double x;
  double y;
} Run;

static void
add_runs (GArray            *runs,
          const LecternPage *page)
{
  guint                  n;
  const LecternPageItem *items = lectern_page_get_items (page, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == LECTERN_ITEM_TEXT)
      {
        Run run = { g_strdup (items[i].text.string), items[i].text.size, items[i].x / LECTERN_MM_PER_POINT, (lectern_page_get_height (page) - items[i].y) / LECTERN_MM_PER_POINT };

        g_array_append_val (runs, run);
      }
}

static GPtrArray *
list_runs (LecternDocument *document)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < lectern_document_get_n_pages (document); i++)
    {
      GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

      add_runs (runs, lectern_page_get_form (lectern_document_get_page (document, i)));
      add_runs (runs, lectern_document_get_page (document, i));
      g_ptr_array_add (pages, runs);
    }

  return pages;
}

/* One font for all, cut to the characters used, with the tables libharu's loader wants. */
static char *
cut_font (LecternPaperFonts *fonts,
          GPtrArray         *pages)
{
  LecternFontFace   *face = lectern_paper_fonts_lookup (fonts, LECTERN_FONT_NAME, 0x4e00)->face;
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t         *result;
  hb_blob_t         *blob;
  guint              length;
  const char        *bytes;
  char              *path = in_folder ("bare.ttf");

  for (guint p = 0; p < pages->len; p++)
    {
      GArray *runs = g_ptr_array_index (pages, p);

      for (guint i = 0; i < runs->len; i++)
        for (const char *c = g_array_index (runs, Run, i).text; *c != '\0'; c = g_utf8_next_char (c))
          hb_set_add (hb_subset_input_unicode_set (input), g_utf8_get_char (c));
    }
  result = hb_subset_or_fail (face->hb_face, input);
  g_assert_nonnull (result);
  blob = hb_face_reference_blob (result);
  bytes = hb_blob_get_data (blob, &length);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  hb_blob_destroy (blob);
  hb_face_destroy (result);
  hb_subset_input_destroy (input);

  return path;
}

static double
measure_bare (GPtrArray  *pages,
              const char *font_file)
{
  g_autofree char *path = in_folder ("bare.pdf");
  gint64           start = g_get_monotonic_time ();
  HPDF_Doc         pdf = HPDF_New (NULL, NULL);
  HPDF_Font        font;

  HPDF_UseUTFEncodings (pdf);
  HPDF_SetCompressionMode (pdf, HPDF_COMP_ALL);
  font = HPDF_GetFont (pdf, HPDF_LoadTTFontFromFile (pdf, font_file, HPDF_TRUE), "UTF-8");
  for (guint p = 0; p < pages->len; p++)
    {
      HPDF_Page page = HPDF_AddPage (pdf);
      GArray   *runs = g_ptr_array_index (pages, p);

      HPDF_Page_SetSize (page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_LANDSCAPE);
      for (guint i = 0; i < runs->len; i++)
        {
          const Run *run = &g_array_index (runs, Run, i);

          HPDF_Page_BeginText (page);
          HPDF_Page_SetFontAndSize (page, font, (HPDF_REAL) run->size);
          HPDF_Page_TextOut (page, (HPDF_REAL) run->x, (HPDF_REAL) run->y, run->text);
          HPDF_Page_EndText (page);
        }
    }
  HPDF_SaveToFile (pdf, path);
  g_assert_cmpuint (HPDF_GetError (pdf), ==, HPDF_OK);
  HPDF_Free (pdf);

  return pages->len / ((double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

static double
get_peak_mb (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);

  return (double) usage.ru_maxrss / 1024;
}

/* First of all, while the peak is still low. */
static double
measure_growth (LecternPaperFonts *fonts)
{
  g_autofree char *path = in_folder ("many.pdf");
  g_autoptr (GError) error = NULL;
  double before = 0;

  for (guint n = G_N_ELEMENTS (paper_nominees); n <= N_MEMORY; n = n == N_MEMORY ? N_MEMORY + 1 : N_MEMORY)
    {
      g_autoptr (LecternDocument) document = typeset (fonts, n);
      g_autoptr (LecternPdfWriter) writer = lectern_pdf_writer_new (document, &error);

      g_assert_no_error (error);
      write_range (writer, 0, n, path);
      if (n < N_MEMORY)
        before = get_peak_mb ();
    }

  return get_peak_mb () - before;
}

static void
clean_up (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = in_folder (name);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (LecternDocument) document = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *font_file = NULL;
  double           ours = 0;
  double           bare = 0;
  double           each = 0;

  folder = g_dir_make_tmp ("lectern-bench-XXXXXX", NULL);
  g_print ("{\"name\":\"certificates-memory-10000\",\"unit\":\"MB grown\",\"value\":%.1f,\"budget\":20}\n", measure_growth (fonts));

  document = typeset (fonts, N_ONE_FILE);
  runs = list_runs (document);
  font_file = cut_font (fonts, runs);
  for (guint i = 0; i < ROUNDS; i++)
    {
      ours = MAX (ours, measure_one_file (fonts));
      bare = MAX (bare, measure_bare (runs, font_file));
      each = MAX (each, measure_file_each (fonts));
    }
  g_print ("{\"name\":\"certificates-one-file\",\"unit\":\"a second\",\"value\":%.0f,\"bare\":%.0f,\"ratio\":%.2f,\"at_least\":0.8,\"ok\":%s}\n", ours, bare, ours / bare, ours >= 0.8 * bare ? "true" : "false");
  g_print ("{\"name\":\"certificates-file-each\",\"unit\":\"a second\",\"value\":%.0f,\"at_least\":200,\"ok\":%s}\n", each, each >= 200 ? "true" : "false");
  g_printerr ("certificates: LibreOffice's mail merge is measured by bench-mail-merge.py, where Writer is installed\n");
  clean_up ();

  return 0;
}
