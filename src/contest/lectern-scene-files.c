/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The contest's own look and files in its scenes: colours, logo and background everywhere, photos where somebody is
 * shown, pictures, videos and courseware as scenes of their own. A scene holds the hashes of their
 * bytes; who shows it finds the bytes by them.
 *
 * Rule: a page of courseware is called by the hash and its number, "HASH:3", so that a view can
 * have two pages at once. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-scene-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-attachments.h"

void
lectern_scene_freeze_dress (LecternScene   *scene,
                            LecternContest *contest)
{
  if (scene->scene_theme == NULL)
    scene->scene_theme = g_strdup (lectern_contest_get_record (contest)->scene_theme);
  scene->logo = g_strdup (lectern_contest_get_content_key (contest, LECTERN_ROLE_LOGO, 0));
  scene->background = g_strdup (lectern_contest_get_content_key (contest, LECTERN_ROLE_BACKGROUND, 0));
}

char *
lectern_scene_find_photo (LecternContest *contest,
                          gint64          nominee)
{
  return g_strdup (lectern_contest_get_content_key (contest, LECTERN_ROLE_PHOTO, nominee));
}

/* "2", "picture 2", "video 1", NULL: picture 1. */
static const LecternAttachment *
find_named (LecternContest *contest,
            const char     *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "1", " ", 2);
  LecternRole role = LECTERN_ROLE_PICTURE;
  const char *number = words[0];

  if (words[0] != NULL && words[1] != NULL)
    {
      if (!lectern_role_from_name (words[0], &role) || !lectern_role_is_numbered (role))
        return NULL;
      number = words[1];
    }
  return number != NULL ? lectern_contest_get_attachment (contest, role, g_ascii_strtoll (number, NULL, 10)) : NULL;
}

static void
freeze_page (LecternScene            *scene,
             const LecternAttachment *file,
             const char              *text)
{
  scene->page = (guint) MAX (text != NULL ? g_ascii_strtoll (text, NULL, 10) : 1, 1);
  scene->picture = g_strdup_printf ("%s:%u", file->sha256, scene->page);
}

gboolean
lectern_scene_freeze_picture (LecternScene       *scene,
                              LecternContest     *contest,
                              const LecternEntry *entry,
                              const char         *text,
                              GError            **error)
{
  gboolean                 is_page = scene->kind == LECTERN_SCENE_COURSEWARE;
  const LecternAttachment *file = is_page ? lectern_contest_get_attachment (contest, LECTERN_ROLE_COURSEWARE, entry->nominee) : find_named (contest, text);

  if (file != NULL && is_page)
    {
      freeze_page (scene, file, text);
      g_clear_pointer (&scene->text, g_free); /* a page needs no caption */
      return TRUE;
    }
  if (file == NULL)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such file in the contest. Attach it first."));
      return FALSE;
    }
  scene->picture = g_strdup (file->sha256);
  lectern_record_take_string (&scene->text, file->caption);
  return TRUE;
}

char *
lectern_scene_get_picture_hash (const LecternScene *self)
{
  const char *colon;

  g_return_val_if_fail (self != NULL, NULL);

  colon = self->picture != NULL ? strchr (self->picture, ':') : NULL;
  return colon != NULL ? g_strndup (self->picture, (gsize) (colon - self->picture)) : g_strdup (self->picture);
}

static void
add_key (GPtrArray  *keys,
         const char *key)
{
  if (key != NULL && !g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    g_ptr_array_add (keys, g_strdup (key));
}

GPtrArray *
lectern_scene_list_keys (const LecternScene *self)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, keys);

  add_key (keys, self->picture);
  add_key (keys, self->background);
  add_key (keys, self->logo);
  add_key (keys, self->photo);
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    add_key (keys, ((LecternSceneRow *) self->rows->pdata[i])->photo);
  return keys;
}
