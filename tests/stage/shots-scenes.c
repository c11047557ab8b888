/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of every scene, to be looked at: shots-scenes [FOLDER [WIDTH HEIGHT]]. The language is
 * that of LANGUAGE, Chinese unless it is English. */

#define G_LOG_DOMAIN "lectern-stage"

#include "scene-samples.h"

#include "lectern-scene-painter.h"

#include <stdlib.h>

static const char *folder;
static int         width = 1280, height = 720;

static void
shoot (LecternScene *scene,
       const char   *suffix,
       gint64        elapsed_ms)
{
  g_autoptr (LecternScene) owned = scene;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("scene-%s%s.png", lectern_scene_kind_get_name (scene->kind), suffix);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  if (!lectern_scene_write_png (owned, NULL, path, width, height, elapsed_ms, &error))
    g_error ("%s", error->message);
}

static void
shoot_rehearsal (LecternSceneKind kind,
                 const char      *language)
{
  LecternScene *scene = scene_sample_new (kind, language);
  scene->rehearsal = TRUE;
  shoot (scene, "-rehearsal", 268000);
}

static void
shoot_award (const char *language)
{
  LecternScene *scene = scene_sample_new_rows (LECTERN_SCENE_AWARD, language, 3);
  g_ptr_array_set_size (scene->rows, 3);
  g_ptr_array_remove_range (scene->rows, 0, 2);
  shoot (scene, "-one", 0);
}

/* The round before the last, and the ranking once it is final. */
static void
shoot_certain (const char *language)
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

int
main (int    argc,
      char **argv)
{
  const char *language = g_str_has_prefix (g_getenv ("LANGUAGE") != NULL ? g_getenv ("LANGUAGE") : "", "en") ? "en" : "zh";
  folder = argc > 1 ? argv[1] : ".";
  if (argc > 3)
    {
      width = atoi (argv[2]);
      height = atoi (argv[3]);
    }
  g_mkdir_with_parents (folder, 0755);
  for (guint kind = 0; kind < LECTERN_SCENE_N_KINDS; kind++)
    {
      shoot (scene_sample_new (kind, language), "", 268000);
      if (kind != LECTERN_SCENE_BLANK)
        shoot (scene_sample_new_long (kind, language), "-long", 268000);
    }
  shoot (scene_sample_new (LECTERN_SCENE_TALK, language), "-warned", 312000);
  shoot (scene_sample_new (LECTERN_SCENE_TALK, language), "-over", 373400);
  shoot (scene_sample_new (LECTERN_SCENE_TALK, language), "-stop", 427000);
  shoot (scene_sample_new_judges (LECTERN_SCENE_MARKING, language, 15, TRUE), "-15", 0);
  shoot (scene_sample_new_judges (LECTERN_SCENE_REVEAL, language, 15, TRUE), "-15", 0);
  shoot (scene_sample_new_judges (LECTERN_SCENE_REVEAL, language, 5, TRUE), "-5", 0);
  shoot (scene_sample_new_rows (LECTERN_SCENE_ORDER, language, 9), "-9", 0);
  shoot (scene_sample_new_rows (LECTERN_SCENE_AWARD, language, 24), "-24", 0);
  shoot (scene_sample_new_pages (language, 28, 13, 1), "-page-1", 0);
  shoot (scene_sample_new_pages (language, 28, 13, 2), "-page-2", 0);
  shoot_award (language);
  shoot_certain (language);
  shoot_rehearsal (LECTERN_SCENE_REVEAL, language);
  shoot_rehearsal (LECTERN_SCENE_EMERGENCY, language);
  shoot_rehearsal (LECTERN_SCENE_BLANK, language);
  return EXIT_SUCCESS;
}
