/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of every scene, to be looked at: shots-scenes [FOLDER [WIDTH HEIGHT [THEME]]]. The
 * language is that of LANGUAGE, Chinese unless it is English. */

#define G_LOG_DOMAIN "lectern-stage"

#include "scene-samples.h"

#include "lectern-scene-painter.h"
#include "lectern-stage-test.h"

#include <stdlib.h>

static const char         *folder, *language;
static int                 width = 1280, height = 720;
static LecternSceneSetting setting;

static char *
name_file (const char *name,
           const char *suffix)
{
  g_autofree char *file = g_strdup_printf ("scene-%s%s.png", name, suffix);

  return g_build_filename (folder, file, NULL);
}

static void
shoot (LecternScene *scene,
       const char   *suffix,
       gint64        time_ms)
{
  g_autoptr (LecternScene) owned = scene;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = name_file (lectern_scene_kind_get_name (scene->kind), suffix);

  if (!lectern_scene_write_png (owned, &setting, path, width, height, time_ms, &error))
    g_error ("%s", error->message);
}

static void
shoot_dressed (LecternScene *scene,
               const char   *suffix,
               gint64        time_ms)
{
  scene_sample_dress (scene);
  shoot (scene, suffix, time_ms);
}

static void
shoot_rehearsal (LecternSceneKind kind)
{
  LecternScene *scene = scene_sample_new (kind, language);

  scene->rehearsal = TRUE;
  shoot (scene, "-rehearsal", 268000);
}

/* The round before the last, and the ranking once it is final. */
static void
shoot_certain (void)
{
  LecternScene *reveal = scene_sample_new_judges (LECTERN_SCENE_REVEAL, language, 9, FALSE);
  LecternScene *ranking = scene_sample_new (LECTERN_SCENE_RANKING, language);

  reveal->certain_to_go = TRUE;
  g_free (reveal->certain_of);
  reveal->certain_of = g_strdup (reveal->round);
  shoot (reveal, "-goes-on", 0);
  ranking->is_final = TRUE;
  for (guint i = 0; i < ranking->rows->len; i++)
    {
      LecternSceneRow *row = ranking->rows->pdata[i];

      row->certain = FALSE;
      row->award = i < 10 ? g_strdup ("十佳宣讲员") : NULL;
    }
  shoot (ranking, "-final", 0);
}

static void
shoot_steps (void)
{
  for (guint step = 0; step < 6; step++)
    {
      g_autofree char *suffix = g_strdup_printf ("-step-%u", step);

      if (step > 0)
        shoot_dressed (scene_sample_new_award (language, step), suffix, 0);
      shoot (scene_sample_new_reveal (language, 9, step), suffix, 0);
    }
  shoot (scene_sample_new_award (language, 6), "-one", 0);
  shoot_dressed (scene_sample_new_award (language, 6), "-photo", 0);
  shoot (scene_sample_new_reveal (language, 15, 0), "-15-step-0", 0);
}

static void
shoot_clocks (void)
{
  static const struct
  {
    const char *suffix;
    gint64      elapsed_ms;
  } moments[] = { { "-warned", 312000 }, { "-over", 373400 }, { "-stop", 427000 } };
  LecternScene *countdown = scene_sample_new (LECTERN_SCENE_BREAK, language), *ended = scene_sample_new (LECTERN_SCENE_BREAK, language);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      shoot (scene_sample_new (LECTERN_SCENE_TALK, language), moments[i].suffix, moments[i].elapsed_ms);
      shoot (scene_sample_new (LECTERN_SCENE_CLOCK, language), moments[i].suffix, moments[i].elapsed_ms);
      shoot_dressed (scene_sample_new (LECTERN_SCENE_COURSEWARE, language), moments[i].suffix, moments[i].elapsed_ms);
    }
  countdown->until_ms = ended->until_ms = 1000000000;
  countdown->text = g_strdup ("茶歇在二楼大厅，请 15 至 28 号选手到候场区");
  shoot (countdown, "-countdown", countdown->until_ms - 754000);
  shoot (ended, "-countdown-over", ended->until_ms);
}

static void
shoot_motion (void)
{
  for (int progress = 0; progress <= 1000; progress += 500)
    {
      g_autoptr (LecternScene) scene = scene_sample_new_moves (language, 12);
      g_autofree char *suffix = g_strdup_printf ("-moves-%d", progress);
      g_autofree char *path = name_file ("ranking", suffix);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cairo_t         *cr = cairo_create (surface);

      lectern_scene_paint_between (scene, &setting, cr, width, height, progress);
      cairo_surface_write_to_png (surface, path);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
shoot_test (void)
{
  g_autofree char *path = name_file ("test", "");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);

  lectern_stage_paint_test (cr, width, height, &setting, language, "HDMI-1");
  cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
shoot_crowds (void)
{
  shoot (scene_sample_new_judges (LECTERN_SCENE_MARKING, language, 15, TRUE), "-15", 0);
  shoot (scene_sample_new_judges (LECTERN_SCENE_REVEAL, language, 15, TRUE), "-15", 0);
  shoot (scene_sample_new_judges (LECTERN_SCENE_REVEAL, language, 5, TRUE), "-5", 0);
  shoot (scene_sample_new_rows (LECTERN_SCENE_ORDER, language, 9), "-9", 0);
  shoot (scene_sample_new_rows (LECTERN_SCENE_AWARD, language, 24), "-24", 0);
  shoot (scene_sample_new_pages (language, 28, 13, 1), "-page-1", 0);
  shoot (scene_sample_new_pages (language, 28, 13, 2), "-page-2", 0);
  shoot (scene_sample_new_crowded (LECTERN_SCENE_GUESTS, language), "-crowded", 0);
  shoot (scene_sample_new_crowded (LECTERN_SCENE_DRAW, language), "-crowded", 0);
  shoot (scene_sample_new_crowded (LECTERN_SCENE_AWARDS, language), "-crowded", 0);
}

static void
shoot_kinds (void)
{
  for (guint kind = 0; kind < LECTERN_SCENE_N_KINDS; kind++)
    {
      shoot (scene_sample_new (kind, language), "", 268000);
      if (kind == LECTERN_SCENE_BLANK)
        continue;
      shoot (scene_sample_new_long (kind, language), "-long", 268000);
      shoot_dressed (scene_sample_new (kind, language), "-dressed", 268000);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (LecternStagePictures) pictures = scene_sample_create_pictures ();

  language = g_str_has_prefix (g_getenv ("LANGUAGE") != NULL ? g_getenv ("LANGUAGE") : "", "en") ? "en" : "zh";
  folder = argc > 1 ? argv[1] : ".";
  if (argc > 3)
    {
      width = atoi (argv[2]);
      height = atoi (argv[3]);
    }
  setting.pictures = pictures;
  setting.theme = argc > 4 ? argv[4] : NULL;
  g_mkdir_with_parents (folder, 0755);
  shoot_kinds ();
  shoot_clocks ();
  shoot_crowds ();
  shoot_steps ();
  shoot_certain ();
  shoot_motion ();
  shoot_test ();
  shoot_rehearsal (LECTERN_SCENE_REVEAL);
  shoot_rehearsal (LECTERN_SCENE_EMERGENCY);
  shoot_rehearsal (LECTERN_SCENE_BLANK);
  return EXIT_SUCCESS;
}
