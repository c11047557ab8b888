/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The pictures of one scene, for a program without windows: read and decoded here and now. What
 * can't be read is painted without, as the projector does. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-scene-pictures.h"

#include <string.h>

#include "lectern-attach.h"
#include "lectern-courseware.h"

static void
put_page (LecternStagePictures *pictures,
          const char           *key,
          GBytes               *bytes,
          guint                 page,
          int                   width,
          int                   height)
{
  g_autoptr (LecternCourseware) pdf = lectern_courseware_open (bytes, NULL);
  cairo_surface_t *surface = pdf != NULL ? lectern_courseware_paint_page (pdf, page, width, height) : NULL;

  if (surface == NULL)
    return;
  lectern_stage_pictures_put_surface (pictures, key, surface);
  cairo_surface_destroy (surface);
}

LecternStagePictures *
lectern_scene_pictures_load (const char         *file,
                             const LecternScene *scene,
                             int                 width,
                             int                 height)
{
  LecternStagePictures *pictures = lectern_stage_pictures_new ();
  g_autoptr (GPtrArray) keys = lectern_scene_list_keys (scene);

  for (guint i = 0; i < keys->len; i++)
    {
      const char      *key = keys->pdata[i];
      const char      *colon = strchr (key, ':');
      g_autofree char *sha256 = colon != NULL ? g_strndup (key, (gsize) (colon - key)) : g_strdup (key);
      g_autoptr (GBytes) bytes = lectern_engine_load_content (file, sha256, NULL);

      if (bytes != NULL && colon != NULL)
        put_page (pictures, key, bytes, scene->page, width, height);
      else if (bytes != NULL)
        lectern_stage_pictures_put (pictures, key, bytes, NULL);
    }
  return pictures;
}
