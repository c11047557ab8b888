/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every character that may stand in a name or a title has a glyph on the projector, in each face:
 * the 8 105 of 通用规范汉字表 and a thousand beyond (tests/cli/beyond.txt). */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-text-private.h"
#include "scene-samples.h"

static char **
read_lines (const char *first,
            const char *second,
            const char *third,
            guint       wanted)
{
  g_autofree char *path = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), first, second, third, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_strchomp (text);
  g_assert_cmpint (g_utf8_strlen (text, -1), >=, wanted);

  return g_strsplit (text, "\n", -1);
}

/* How many characters of @string are shown as boxes. */
static int
count_boxes (LecternStageCanvas *canvas,
             LecternStageFace    face,
             const char         *string)
{
  const LecternStageStyle style = { face, 40 };
  LecternStageText        text = lectern_stage_text_fit (canvas, string, &style, 100000);
  int                     n = pango_layout_get_unknown_glyphs_count (text.layout);

  lectern_stage_text_draw (canvas, &text, 0, 0);
  if (n > 0)
    g_test_message ("face %d has no glyph for something in “%s”", face, string);

  return n;
}

static void
test_faces (gconstpointer data)
{
  const LecternStageFace face = GPOINTER_TO_INT (data);
  cairo_surface_t       *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 720);
  cairo_t               *cr = cairo_create (surface);
  LecternScene          *scene = lectern_scene_new (LECTERN_SCENE_TITLE);
  g_auto (GStrv) official = read_lines ("data", "names", "characters.txt", 8105);
  g_auto (GStrv) beyond = read_lines ("tests", "cli", "beyond.txt", 1000);
  LecternStageCanvas canvas;

  lectern_stage_canvas_init (&canvas, cr, scene, NULL, 1280, 720, NULL);
  for (guint i = 0; official[i] != NULL; i++)
    g_assert_cmpint (count_boxes (&canvas, face, official[i]), ==, 0);
  for (guint i = 0; beyond[i] != NULL; i++)
    g_assert_cmpint (count_boxes (&canvas, face, beyond[i]), ==, 0);
  /* No font has this one (Unicode 13); Pango says so. */
  g_assert_cmpint (count_boxes (&canvas, face, "王\U0003134a"), ==, 1);
  lectern_stage_canvas_clear (&canvas);
  lectern_scene_unref (scene);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/stage/characters/sans", GINT_TO_POINTER (LECTERN_STAGE_FACE_SANS), test_faces);
  g_test_add_data_func ("/stage/characters/bold", GINT_TO_POINTER (LECTERN_STAGE_FACE_BOLD), test_faces);
  g_test_add_data_func ("/stage/characters/name", GINT_TO_POINTER (LECTERN_STAGE_FACE_NAME), test_faces);
  g_test_add_data_func ("/stage/characters/serif", GINT_TO_POINTER (LECTERN_STAGE_FACE_SERIF), test_faces);

  return g_test_run ();
}
