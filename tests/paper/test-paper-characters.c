/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every character that may stand in a name or a title can be printed, in each role: the 8 105 of
 * 通用规范汉字表 and a thousand beyond (tests/cli/beyond.txt). What comes back out of a PDF is
 * tests/cli/characters-test.py. */

#include "lectern-paper-fonts.h"

static void
check_file (LecternPaperFonts *fonts,
            const char        *first,
            const char        *second,
            const char        *third)
{
  g_autofree char *path = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), first, second, third, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, 20);
  for (guint role = 0; role < LECTERN_FONT_N_ROLES; role++)
    for (guint i = 0; lines[i] != NULL; i++)
      {
        lectern_paper_fonts_check (fonts, role, lines[i], &error);
        g_assert_no_error (error);
      }
}

static void
test_official (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();

  check_file (fonts, "data", "names", "characters.txt");
}

static void
test_beyond (void)
{
  g_autoptr (LecternPaperFonts) fonts = lectern_paper_fonts_new ();

  check_file (fonts, "tests", "cli", "beyond.txt");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/characters/official", test_official);
  g_test_add_func ("/paper/characters/beyond", test_beyond);

  return g_test_run ();
}
