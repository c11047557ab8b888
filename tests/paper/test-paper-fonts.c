/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which characters can be printed, what is refused, and what a cut font holds. */

#include "lectern-font-subset.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  int         code; /* -1: fine */
  const char *hint; /* in the message */
} Check;

static const Check checks[] = {
  { "plain", "王韦", -1, NULL },
  { "beyond-the-bmp", "马晓𬱖 刘𫖯 张䶮", -1, NULL },
  { "middle-dot", "阿卜杜拉·买买提", -1, NULL },
  { "zero", "二〇一八年", -1, NULL },
  { "latin", "José Đặng", -1, NULL },
  { "empty", "", -1, NULL },
  { "missing", "张\xf0\x92\x80\x80", LECTERN_PAPER_ERROR_GLYPH_MISSING, "U+12000" },
  { "not-utf-8", "\xd5\xc5\xc8\xfd", LECTERN_PAPER_ERROR_BAD_TEXT, "UTF-8" },
  { "cut-short", "\xe5\xbc", LECTERN_PAPER_ERROR_BAD_TEXT, "UTF-8" },
  { "private-use", "张\xee\x80\x80", LECTERN_PAPER_ERROR_BAD_TEXT, "U+E000" },
  { "replacement", "张\xef\xbf\xbd", LECTERN_PAPER_ERROR_BAD_TEXT, "U+FFFD" },
  { "line-feed", "张\n三", LECTERN_PAPER_ERROR_BAD_TEXT, "U+000A" },
};

static void
test_check (gconstpointer data)
{
  const Check *check = data;
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();

  for (guint role = 0; role < LECTERN_FONT_N_ROLES; role++)
    {
      g_autoptr (GError) error = NULL;
      gboolean fine = lectern_paper_fonts_check (fonts, role, check->text, &error);

      g_assert_cmpint (fine, ==, check->code < 0);
      if (fine)
        continue;
      g_assert_error (error, LECTERN_PAPER_ERROR, check->code);
      g_assert_nonnull (strstr (error->message, check->hint));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_measure (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  double em = 72 * LECTERN_MM_PER_POINT;

  g_assert_cmpfloat_with_epsilon (lectern_paper_fonts_measure (fonts, LECTERN_FONT_NAME, 72, 0, "马晓𬱖"), 3 * em, 1e-6);
  g_assert_cmpfloat_with_epsilon (lectern_paper_fonts_measure (fonts, LECTERN_FONT_NAME, 72, 2, "马晓𬱖"), 3 * em + 4, 1e-6);
  g_assert_cmpfloat (lectern_paper_fonts_measure (fonts, LECTERN_FONT_NAME, 72, 2, ""), ==, 0);
}

/* Columns of figures need digits of one width. */
static void
test_figures (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  const LecternGlyph *zero = lectern_paper_fonts_lookup (fonts, LECTERN_FONT_FIGURES, '0');

  for (gunichar digit = '1'; digit <= '9'; digit++)
    g_assert_cmpfloat_with_epsilon (lectern_paper_fonts_lookup (fonts, LECTERN_FONT_FIGURES, digit)->advance, zero->advance, 1e-9);
}

/* English wants quotation marks of Latin width, and Chinese names among them in Chinese forms. */
static void
test_latin (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  const LecternGlyph *quote = lectern_paper_fonts_lookup (fonts, LECTERN_FONT_LATIN, 0x201c);
  const LecternGlyph *han = lectern_paper_fonts_lookup (fonts, LECTERN_FONT_LATIN, 0x9aa8);

  g_assert_cmpfloat (quote->advance, <, 0.7);
  g_assert_false (han->face->narrow);
}

static LecternFontSubset *
cut (LecternPaperFonts *fonts,
     LecternFontRole    role,
     const char        *text)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  LecternFontFace   *face = lectern_paper_fonts_lookup (fonts, role, g_utf8_get_char (text))->face;
  LecternFontSubset *subset;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_hash_table_add (set, GUINT_TO_POINTER (g_utf8_get_char (p)));
  subset = lectern_font_subset_new (face, set, &error);
  g_assert_no_error (error);

  return subset;
}

static void
test_subset (gconstpointer data)
{
  LecternFontRole role = GPOINTER_TO_UINT (data);
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (LecternFontSubset) subset = cut (fonts, role, "马晓𬱖刘𫖯张䶮〇");
  g_autoptr (LecternFontSubset) again = cut (fonts, role, "〇䶮张𫖯刘𬱖晓马");
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (subset->n_characters, ==, 8);
  for (guint i = 0; i < subset->n_characters; i++)
    {
      guint16 code = lectern_font_subset_get_code (subset, subset->characters[i]);

      g_assert_cmpuint (code, >, 0);
      g_assert_true (g_hash_table_add (codes, GUINT_TO_POINTER (code)));
      g_assert_cmpfloat (subset->widths[i], ==, 1000);
    }
  g_assert_cmpuint (lectern_font_subset_get_code (subset, 0x4e00), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (subset->program), <, 20000);
  g_assert_true (g_bytes_equal (subset->program, again->program));
  g_assert_cmpstr (subset->name, ==, again->name);
  g_assert_true (g_regex_match_simple ("^[A-Z]{6}\\+[A-Za-z0-9-]+$", subset->name, 0, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/fonts/check/", checks[i].name, NULL);

      g_test_add_data_func (path, &checks[i], test_check);
    }
  g_test_add_func ("/paper/fonts/measure", test_measure);
  g_test_add_func ("/paper/fonts/figures", test_figures);
  g_test_add_func ("/paper/fonts/latin", test_latin);
  g_test_add_data_func ("/paper/fonts/subset/truetype", GUINT_TO_POINTER (LECTERN_FONT_NAME), test_subset);
  g_test_add_data_func ("/paper/fonts/subset/cff", GUINT_TO_POINTER (LECTERN_FONT_TITLE), test_subset);

  return g_test_run ();
}
