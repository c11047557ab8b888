/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Line breaking, fitting and the spread of short names. */

#include "lectern-paper-layout.h"

/* An em of 10 mm, so that widths are easy to read. */
#define EM_SIZE (10 / LECTERN_MM_PER_POINT)

typedef struct
{
  const char *name;
  const char *text;
  double      ems;
  double      indent;
  const char *lines; /* joined by | */
} Break;

static const Break breaks[] = {
  { "between-characters", "弘扬焦裕禄精神", 4, 0, "弘扬焦裕|禄精神" },
  { "indent-two", "弘扬焦裕禄精神", 4, 2, "弘扬|焦裕禄精|神" },
  { "exact-width", "弘扬焦裕", 4, 0, "弘扬焦裕" },
  { "no-comma-first", "弘扬焦裕，精神", 4, 0, "弘扬焦|裕，精神" },
  { "no-stop-first", "弘扬焦裕。", 4, 0, "弘扬焦|裕。" },
  { "no-closing-quote-first", "弘扬焦裕》精神", 4, 0, "弘扬焦|裕》精神" },
  { "no-opening-last", "弘扬焦（裕禄）", 4, 0, "弘扬焦|（裕禄）" },
  { "two-closing-together", "弘扬焦裕》。", 4, 0, "弘扬焦|裕》。" },
  { "figures-whole", "焦作市20181234年", 5.2, 0, "焦作市|20181234|年" },
  { "space-falls-away", "弘扬焦裕 精神", 4, 0, "弘扬焦裕|精神" },
  { "empty", "", 4, 0, "" },
  { "narrower-than-a-letter", "弘扬", 0.5, 0, "弘|扬" },
};

static void
test_break (gconstpointer data)
{
  const Break *one = data;
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  LecternType type = { LECTERN_FONT_BODY, EM_SIZE, 0, 0 };
  g_auto (GStrv) lines = lectern_paper_break (fonts, &type, one->text, one->ems * 10, one->indent);
  g_autofree char *joined = g_strjoinv ("|", lines);

  g_assert_cmpstr (joined, ==, one->lines);
}

static void
test_spacing_counts (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  LecternType type = { LECTERN_FONT_BODY, EM_SIZE, 0, 0.5 };
  g_auto (GStrv) fits = lectern_paper_break (fonts, &type, "弘扬焦", 40, 0);
  g_auto (GStrv) wraps = lectern_paper_break (fonts, &type, "弘扬焦", 39, 0);

  g_assert_cmpuint (g_strv_length (fits), ==, 1);
  g_assert_cmpuint (g_strv_length (wraps), ==, 2);
}

static void
test_name_parts (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  LecternType type = { LECTERN_FONT_NAME, EM_SIZE, 0, 0 };
  g_auto (GStrv) lines = lectern_paper_break (fonts, &type, "阿卜杜拉·买买提", 60, 0);
  g_autofree char *joined = g_strjoinv ("|", lines);

  g_assert_cmpstr (joined, ==, "阿卜杜拉·|买买提");
}

static void
test_justify (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (LecternPage) page = lectern_page_new (100, 100);
  LecternType            type = { LECTERN_FONT_BODY, EM_SIZE, 0, 0 };
  guint                  n;
  const LecternPageItem *items;
  double                 last = lectern_paper_place_paragraph (page, fonts, &type, "弘扬焦裕禄精神", 20, 30, 45, 15, 0, LECTERN_ALIGN_JUSTIFY);

  items = lectern_page_get_items (page, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat_with_epsilon (last, 45, 1e-9);
  g_assert_cmpfloat_with_epsilon (items[0].x + lectern_paper_fonts_measure (fonts, LECTERN_FONT_BODY, EM_SIZE, items[0].text.spacing, items[0].text.string), 65, 1e-6);
  g_assert_cmpfloat (items[1].text.spacing, ==, 0);
}

typedef struct
{
  const char *name;
  const char *text;
  double      width;
  double      height;
  guint       n_lines;
  double      smallest; /* part of the full size */
} Fit;

static const Fit fits[] = {
  { "as-it-is", "欧阳静怡", 40, 10, 1, 1 },
  { "shrinks-first", "欧阳静怡", 32, 10, 1, 0.75 },
  { "then-wraps", "城乡一体化示范区", 40, 20, 2, 0.6 },
  { "low-cell-stays-single", "城乡一体化示范区", 62, 6, 1, 0.7 },
  { "fifty-letters", "阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼甲乙", 60, 20, 4, 0.2 },
  { "word-is-not-cut", "Deduction", 12, 10, 1, 0.2 },
};

static void
test_fit (gconstpointer data)
{
  const Fit *fit = data;
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();
  g_autoptr (LecternPage) page = lectern_page_new (100, 100);
  LecternType            type = { LECTERN_FONT_BODY, EM_SIZE, 0, 0 };
  guint                  n;
  const LecternPageItem *items;

  lectern_paper_place_fitted (page, fonts, &type, fit->text, 10, 50, fit->width, fit->height, LECTERN_ALIGN_CENTRE);
  items = lectern_page_get_items (page, &n);
  g_assert_cmpuint (n, ==, fit->n_lines);
  for (guint i = 0; i < n; i++)
    {
      double width = lectern_paper_fonts_measure (fonts, LECTERN_FONT_BODY, items[i].text.size, 0, items[i].text.string);

      g_assert_cmpfloat (items[i].text.size / EM_SIZE, >=, fit->smallest - 1e-6);
      g_assert_cmpfloat (items[i].x, >=, 10 - 1e-6);
      g_assert_cmpfloat (items[i].x + width, <=, 10 + fit->width + 1e-6);
      g_assert_cmpfloat (items[i].y, <=, 50 + fit->height / 2);
      g_assert_cmpfloat (items[i].y - items[i].text.size * LECTERN_MM_PER_POINT, >=, 50 - fit->height / 2 - 3);
    }
}

static void
test_name_spread (void)
{
  static const struct
  {
    const char *name;
    double      spread;
  } names[] = { { "王韦", 1 }, { "刘𫖯", 1 }, { "张䶮", 1 }, { "马晓𬱖", 0 }, { "欧阳静怡", 0 }, { "王", 0 }, { "Li", 0 }, { "A王", 0 }, { "", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpfloat (lectern_paper_get_name_spread (names[i].name), ==, names[i].spread);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/layout/break/", breaks[i].name, NULL);

      g_test_add_data_func (path, &breaks[i], test_break);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/layout/fit/", fits[i].name, NULL);

      g_test_add_data_func (path, &fits[i], test_fit);
    }
  g_test_add_func ("/paper/layout/spacing-counts", test_spacing_counts);
  g_test_add_func ("/paper/layout/name-parts", test_name_parts);
  g_test_add_func ("/paper/layout/justify", test_justify);
  g_test_add_func ("/paper/layout/name-spread", test_name_spread);

  return g_test_run ();
}
