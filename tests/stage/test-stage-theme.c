/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Contrast after WCAG 2.1 (relative luminance, published values), at least 7 : 1 for every pair
 * of text and ground, and the grounds as they are really painted. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painter.h"
#include "lectern-stage-theme.h"
#include "scene-samples.h"

#include <math.h>

static const LecternStageColour black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

/* Figures of the W3C's technique G18 and of contrast tables built on it. */
static void
test_published_contrast (void)
{
  static const struct
  {
    LecternStageColour a, b;
    double             contrast;
  } cases[] = {
    { { 0, 0, 0, 1 }, { 1, 1, 1, 1 }, 21.0 },
    { { 1, 1, 1, 1 }, { 0, 0, 0, 1 }, 21.0 },
    { { 1, 0, 0, 1 }, { 1, 1, 1, 1 }, 3.998 },
    { { 0, 0, 1, 1 }, { 1, 1, 1, 1 }, 8.592 },
    { { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0, 1 }, { 1, 1, 1, 1 }, 4.478 },
    { { 0.5, 0.5, 0.5, 1 }, { 0.5, 0.5, 0.5, 1 }, 1.0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (lectern_stage_colour_get_contrast (cases[i].a, cases[i].b), cases[i].contrast, 0.001);
}

static void
test_mix (void)
{
  LecternStageColour half = { 1, 1, 1, 0.5 };
  LecternStageColour grey = lectern_stage_colour_mix (black, half);
  g_assert_cmpfloat_with_epsilon (grey.red, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (grey.alpha, 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (lectern_stage_colour_mix (white, (LecternStageColour){ 0, 0, 0, 0 }).green, 1.0, 1e-9);
}

static void
test_contrast_of_theme (gconstpointer data)
{
  const LecternStageTheme *theme = data;
  g_autoptr (GArray) pairs = lectern_stage_theme_list_pairs (theme);
  g_assert_cmpuint (pairs->len, >=, 20);
  for (guint i = 0; i < pairs->len; i++)
    {
      const LecternStagePair *pair = &g_array_index (pairs, LecternStagePair, i);
      double                  contrast = lectern_stage_colour_get_contrast (pair->text, pair->ground);
      g_test_message ("%s: %.2f", pair->name, contrast);
      g_assert_cmpfloat (pair->ground.alpha, ==, 1.0);
      if (contrast < 7.0)
        g_error ("%s, %s: contrast %.2f, less than 7", theme->name, pair->name, contrast);
    }
}

/* The words on a card hold on any picture of the organisers': on every colour at the corners of
 * the cube, black and white among them, and on some between. */
static void
test_veil (gconstpointer data)
{
  const LecternStageTheme *theme = data;
  LecternStageColour       veil = lectern_stage_theme_get_veil (theme);
  double                   worst = 21;

  g_assert_cmpfloat (veil.alpha, >, 0.4);
  g_assert_cmpfloat (veil.alpha, <, 0.97); /* or nobody would see the picture */
  for (guint step = 0; step < 27; step++)
    {
      LecternStageColour picture = { step % 3 / 2.0, step / 3 % 3 / 2.0, step / 9 / 2.0, 1 };
      g_autoptr (GArray) pairs = lectern_stage_theme_list_veiled_pairs (theme, picture);

      for (guint i = 0; i < pairs->len; i++)
        {
          const LecternStagePair *pair = &g_array_index (pairs, LecternStagePair, i);
          double                  contrast = lectern_stage_colour_get_contrast (pair->text, pair->ground);

          worst = MIN (worst, contrast);
          if (contrast < 7.0)
            g_error ("%s, %s: contrast %.2f, less than 7", theme->name, pair->name, contrast);
        }
    }
  g_test_message ("%s: veil %.2f, least contrast %.2f", theme->name, veil.alpha, worst);
  /* And it is no thicker than it must be. */
  g_assert_cmpfloat (worst, <, 7.6);
}

/* The veil as it is painted over a picture all white or all black. */
static void
test_painted_veil (gconstpointer data)
{
  const LecternStageTheme *theme = data;

  for (guint lit = 0; lit <= 1; lit++)
    {
      g_autoptr (LecternStagePictures) pictures = lectern_stage_pictures_new ();
      g_autoptr (LecternScene) scene = scene_sample_new_empty (LECTERN_SCENE_TITLE, "zh");
      LecternSceneSetting setting = { .pictures = pictures, .theme = theme->name };
      cairo_surface_t    *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8, 8), *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 320, 180);
      cairo_t            *cr = cairo_create (picture);
      LecternStageColour  ground = { 0, 0, 0, 1 };
      guint32             pixel;

      cairo_set_source_rgb (cr, lit, lit, lit);
      cairo_paint (cr);
      cairo_destroy (cr);
      lectern_stage_pictures_put_surface (pictures, "background", picture);
      scene->background = g_strdup ("background");
      cr = cairo_create (surface);
      lectern_scene_paint (scene, &setting, cr, 320, 180, 0);
      cairo_surface_flush (surface);
      pixel = ((const guint32 *) (cairo_image_surface_get_data (surface) + 60 * cairo_image_surface_get_stride (surface)))[160];
      ground.red = (pixel >> 16 & 0xff) / 255.0;
      ground.green = (pixel >> 8 & 0xff) / 255.0;
      ground.blue = (pixel & 0xff) / 255.0;
      g_assert_cmpfloat (lectern_stage_colour_get_contrast (theme->text, ground), >=, 7.0);
      g_assert_cmpfloat (lectern_stage_colour_get_contrast (theme->gold, ground), >=, 7.0);
      cairo_destroy (cr);
      cairo_surface_destroy (picture);
      cairo_surface_destroy (surface);
    }
}

/* No pixel of the bare ground is lighter than the theme says its ground gets. */
static void
test_painted_ground (void)
{
  double lightest = lectern_stage_colour_get_luminance (lectern_stage_theme_get_default ()->light);
  g_autoptr (LecternScene) scene = scene_sample_new_empty (LECTERN_SCENE_REVEAL, "zh");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 320, 180);
  cairo_t         *cr = cairo_create (surface);
  double           found = 0;
  lectern_scene_paint (scene, NULL, cr, 320, 180, 0);
  cairo_surface_flush (surface);
  /* Left of everything: the margin, and the gap between header and content. */
  for (int y = 0; y < 180; y++)
    for (int x = 0; x < (y == 24 ? 320 : 14); x++)
      {
        guint32            pixel = ((const guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)))[x];
        LecternStageColour colour = { (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0, 1 };
        found = MAX (found, lectern_stage_colour_get_luminance (colour));
      }
  g_assert_cmpfloat (found, >, lightest * 0.5);
  g_assert_cmpfloat (found, <, lightest * 1.06);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_names (void)
{
  guint                           n_themes;
  const LecternStageTheme *const *themes = lectern_stage_theme_list (&n_themes);

  g_assert_cmpuint (n_themes, >=, 3);
  g_assert_true (themes[0] == lectern_stage_theme_get_default ());
  for (guint i = 0; i < n_themes; i++)
    {
      g_assert_true (lectern_stage_theme_find (themes[i]->name) == themes[i]);
      g_assert_nonnull (themes[i]->title);
    }
  g_assert_null (lectern_stage_theme_find (NULL));
  g_assert_null (lectern_stage_theme_find ("Dark"));
}

static void
add_for_each_theme (const char   *path,
                    GTestDataFunc test)
{
  guint                           n_themes;
  const LecternStageTheme *const *themes = lectern_stage_theme_list (&n_themes);

  for (guint i = 0; i < n_themes; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, themes[i]->name);
      g_test_add_data_func (name, themes[i], test);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/theme/published-contrast", test_published_contrast);
  g_test_add_func ("/stage/theme/mix", test_mix);
  g_test_add_func ("/stage/theme/names", test_names);
  add_for_each_theme ("/stage/theme/contrast", test_contrast_of_theme);
  add_for_each_theme ("/stage/theme/veil", test_veil);
  add_for_each_theme ("/stage/theme/painted-veil", test_painted_veil);
  g_test_add_func ("/stage/theme/painted-ground", test_painted_ground);
  return g_test_run ();
}
