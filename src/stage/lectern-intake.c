/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What becomes of a file before it is attached. A photo from a telephone has more pixels than a
 * hall can see and stands on its side: it is turned and made smaller once, here. Every picture is
 * decoded once before it is taken, so that none fails in front of the hall. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-intake.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-courseware.h"
#include "lectern-stage-pictures.h"

#define QUALITY "88"

static GBytes *
map_file (const char *path,
          GError    **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, error);

  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
}

/* The picture as it is kept: NULL without @error: as it came. */
static GBytes *
fit (GdkPixbuf  *pixbuf,
     gboolean    turned,
     const char *type,
     GError    **error)
{
  int    width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  double part = (double) LECTERN_INTAKE_PHOTO_LONGEST / MAX (width, height);
  g_autoptr (GdkPixbuf) fitted = NULL;
  char    *buffer = NULL;
  gsize    size = 0;
  gboolean saved;

  if (part >= 1 && !turned)
    return NULL;
  fitted = part < 1 ? gdk_pixbuf_scale_simple (pixbuf, MAX (1, (int) (width * part + 0.5)), MAX (1, (int) (height * part + 0.5)), GDK_INTERP_BILINEAR) : g_object_ref (pixbuf);
  if (g_str_equal (type, "image/png"))
    saved = gdk_pixbuf_save_to_buffer (fitted, &buffer, &size, "png", error, NULL);
  else
    saved = gdk_pixbuf_save_to_buffer (fitted, &buffer, &size, "jpeg", error, "quality", QUALITY, NULL);
  return saved ? g_bytes_new_take (buffer, size) : NULL;
}

/* All its pixels; it was decoded once already. By its kind and not by what the desktop takes it for. */
static GdkPixbuf *
decode (GBytes     *file,
        const char *media_type,
        GError    **error)
{
  const char *kind = strchr (media_type, '/');
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (kind != NULL ? kind + 1 : "jpeg", error);
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return NULL;
  if (!gdk_pixbuf_loader_write_bytes (loader, file, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

static gboolean
look_at_photo (LecternAttachment *record,
               GBytes            *file,
               GBytes           **bytes,
               GError           **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GdkPixbuf) pixbuf = decode (file, record->media_type, &trouble);
  const char *orientation = pixbuf != NULL ? gdk_pixbuf_get_option (pixbuf, "orientation") : NULL;
  g_autoptr (GdkPixbuf) upright = pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;

  if (upright != NULL)
    *bytes = fit (upright, orientation != NULL && g_strcmp0 (orientation, "1") != 0, record->media_type, &trouble);
  if (*bytes != NULL && !g_str_equal (record->media_type, "image/png"))
    lectern_record_take_string (&record->media_type, "image/jpeg");
  if (trouble == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

static gboolean
look_at_picture (LecternAttachment *record,
                 LecternRole        role,
                 GBytes            *file,
                 GBytes           **bytes,
                 GError           **error)
{
  g_autoptr (LecternStagePictures) pictures = lectern_stage_pictures_new ();

  if ((gint64) g_bytes_get_size (file) > lectern_role_get_most (role))
    {
      /* Translators: a file’s name, a number. */
      g_set_error (error, LECTERN_STAGE_ERROR, LECTERN_STAGE_ERROR_TOO_LARGE, _ ("“%s” is too large: such a file may have at most %d MB."), record->name, (int) (lectern_role_get_most (role) >> 20));
      return FALSE;
    }
  if (!lectern_stage_pictures_put (pictures, "", file, error))
    return FALSE;
  record->checked = 1;
  return role != LECTERN_ROLE_PHOTO || look_at_photo (record, file, bytes, error);
}

gboolean
lectern_intake_look (LecternAttachment *record,
                     const char        *path,
                     GBytes           **bytes,
                     GError           **error)
{
  g_autoptr (GBytes) file = NULL;
  g_autofree char *type = NULL;
  LecternRole      role;

  g_return_val_if_fail (record != NULL && path != NULL && bytes != NULL, FALSE);
  g_return_val_if_fail (lectern_role_from_name (record->role, &role), FALSE);

  *bytes = NULL;
  file = map_file (path, error);
  if (file == NULL)
    return FALSE;
  type = lectern_courseware_guess_type (file, record->name);
  lectern_record_take_string (&record->media_type, type);
  if (lectern_role_is_picture (role))
    return look_at_picture (record, role, file, bytes, error);
  if (role == LECTERN_ROLE_COURSEWARE)
    {
      char *finding = NULL;

      record->checked = lectern_courseware_check (file, record->name, type, &finding);
      g_free (record->finding);
      record->finding = finding;
    }
  return TRUE;
}
