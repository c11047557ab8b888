/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* How a text fits: at its size, then smaller, then on more lines, then with an ellipsis; never
 * wider than its room, never smaller than the smallest. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-text-private.h"
#include "scene-samples.h"

#include <string.h>

typedef struct
{
  cairo_surface_t   *surface;
  cairo_t           *cr;
  LecternScene      *scene;
  LecternStageCanvas canvas;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 720);
  fixture->cr = cairo_create (fixture->surface);
  fixture->scene = lectern_scene_new (LECTERN_SCENE_TITLE);
  lectern_stage_canvas_init (&fixture->canvas, fixture->cr, fixture->scene, NULL, 1280, 720, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  lectern_stage_canvas_clear (&fixture->canvas);
  lectern_scene_unref (fixture->scene);
  cairo_destroy (fixture->cr);
  cairo_surface_destroy (fixture->surface);
}

typedef enum
{
  FULL,
  SHRUNK,
  AT_FLOOR,
  BELOW_FLOOR,
} Size;

static void
test_fit (Fixture      *fixture,
          gconstpointer data)
{
  const struct
  {
    const char *text;
    double      width;
    guint       lines;
    Size        size;
    int         n_lines;
    gboolean    ellipsized;
  } cases[] = {
    { "何玉洁", 1000, 2, FULL, 1, FALSE },
    { "何玉洁", 250, 2, SHRUNK, 1, FALSE },
    { "阿卜杜拉·买买提", 500, 2, SHRUNK, 1, FALSE },
    { "阿卜杜拉·买买提", 300, 2, AT_FLOOR, 2, FALSE },
    { scene_sample_long_name, 1160, 2, AT_FLOOR, 2, FALSE },
    { scene_sample_long_name, 800, 2, BELOW_FLOOR, 2, FALSE },
    { scene_sample_long_name, 400, 2, BELOW_FLOOR, 2, TRUE },
    { scene_sample_long_name, 400, 1, BELOW_FLOOR, 1, TRUE },
    { scene_sample_long_name, 400, 0, BELOW_FLOOR, 1, TRUE },
    { "何玉洁\n沁阳市", 1000, 2, FULL, 1, FALSE },
  };
  LecternStageStyle style = { LECTERN_STAGE_FACE_NAME, 96, .floor = 44 };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      style.lines = cases[i].lines;
      LecternStageText text = lectern_stage_text_fit (&fixture->canvas, cases[i].text, &style, cases[i].width);
      double           size = text.style.size;
      Size             found = size == 96 ? FULL : size > 44  ? SHRUNK
                                                 : size == 44 ? AT_FLOOR
                                                              : BELOW_FLOOR;
      g_test_message ("%s in %g: %g", cases[i].text, cases[i].width, size);
      g_assert_cmpint (found, ==, cases[i].size);
      g_assert_cmpfloat (size, >=, fixture->canvas.floor);
      g_assert_cmpfloat (text.width, <=, cases[i].width);
      g_assert_cmpint (pango_layout_get_line_count (text.layout), ==, cases[i].n_lines);
      g_assert_cmpint (pango_layout_is_ellipsized (text.layout), ==, cases[i].ellipsized);
      lectern_stage_text_clear (&text);
    }
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_SANS, 40 };
  LecternStageText  none = lectern_stage_text_fit (&fixture->canvas, NULL, &style, 100);
  g_assert_null (none.layout);
  g_assert_cmpfloat (none.height, ==, 0);
  lectern_stage_text_draw (&fixture->canvas, &none, 0, 0);
  LecternStageText empty = lectern_stage_text_fit (&fixture->canvas, "", &style, 100);
  g_assert_null (empty.layout);
}

/* Rare characters come from some font: none of the names has a missing glyph. */
static void
test_rare_characters (Fixture      *fixture,
                      gconstpointer data)
{
  static const LecternStageFace faces[] = {
    LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_FACE_BOLD, LECTERN_STAGE_FACE_NAME, LECTERN_STAGE_FACE_SERIF
  };
  for (guint f = 0; f < G_N_ELEMENTS (faces); f++)
    for (int small = 0; small < 2; small++)
      {
        LecternStageStyle style = { faces[f], small ? 30 : 90 };
        LecternStageText  text = lectern_stage_text_fit (&fixture->canvas, "张䶮刘𫖯马晓𬱖阿卜杜拉·买买提〇−", &style, 2000);
        g_assert_cmpint (pango_layout_get_unknown_glyphs_count (text.layout), ==, 0);
        lectern_stage_text_clear (&text);
      }
}

/* Figures all have one width: a clock does not tremble. */
static void
test_tabular_figures (Fixture      *fixture,
                      gconstpointer data)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_BOLD, 100 };
  LecternStageText  ones = lectern_stage_text_fit (&fixture->canvas, "1:11", &style, 2000);
  LecternStageText  eights = lectern_stage_text_fit (&fixture->canvas, "8:88", &style, 2000);
  g_assert_cmpfloat_with_epsilon (ones.width, eights.width, 0.01);
  lectern_stage_text_clear (&ones);
  lectern_stage_text_clear (&eights);
}

/* No line begins with the dot of a name. */
static void
test_middle_dot (Fixture      *fixture,
                 gconstpointer data)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_NAME, 60, .floor = 60, .lines = 6 };
  for (double width = 300; width < 1200; width += 20)
    {
      LecternStageText text = lectern_stage_text_fit (&fixture->canvas, scene_sample_long_name, &style, width);
      const char      *string = pango_layout_get_text (text.layout);
      for (GSList *at = pango_layout_get_lines_readonly (text.layout); at != NULL; at = at->next)
        {
          const PangoLayoutLine *line = at->data;
          g_assert_false (g_str_has_prefix (string + line->start_index, "·"));
          g_assert_false (g_str_has_prefix (string + line->start_index, "\u2060·"));
        }
      lectern_stage_text_clear (&text);
    }
}

static void
test_block (Fixture      *fixture,
            gconstpointer data)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_SANS, 50, .floor = 30 };
  g_autoptr (GString) long_text = g_string_new (NULL);
  LecternStageText two = lectern_stage_text_fit_block (&fixture->canvas, "一\n二", &style, 600, 300);
  g_assert_cmpint (pango_layout_get_line_count (two.layout), ==, 2);
  g_assert_cmpfloat (two.style.size, ==, 50);
  lectern_stage_text_clear (&two);
  for (guint i = 0; i < 100; i++)
    {
      g_string_append (long_text, "请各位选手做好准备，\n");
      LecternStageText text = lectern_stage_text_fit_block (&fixture->canvas, long_text->str, &style, 600, 300);
      g_assert_cmpfloat (text.height, <=, 300);
      g_assert_cmpfloat (text.width, <=, 600);
      /* Five lines and the empty one after them fit; a hundred don't, however joined. */
      g_assert_true (i >= 5 || !pango_layout_is_ellipsized (text.layout));
      g_assert_true (i < 20 || pango_layout_is_ellipsized (text.layout));
      lectern_stage_text_clear (&text);
    }
}

#define ADD(path, test) g_test_add ("/stage/text/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("fit", test_fit);
  ADD ("nothing", test_nothing);
  ADD ("rare-characters", test_rare_characters);
  ADD ("tabular-figures", test_tabular_figures);
  ADD ("middle-dot", test_middle_dot);
  ADD ("block", test_block);
  return g_test_run ();
}
