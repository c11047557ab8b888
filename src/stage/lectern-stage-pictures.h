/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_STAGE_ERROR_NOT_A_PICTURE, /* neither PNG nor JPEG nor, where the system reads it, WebP */
  LECTERN_STAGE_ERROR_TOO_LARGE,     /* more pixels than LECTERN_STAGE_PICTURE_MOST */
  LECTERN_STAGE_ERROR_BROKEN,        /* begins like a picture and cannot be read to its end */
  LECTERN_STAGE_ERROR_LOCKED,        /* courseware that wants a password */
} LecternStageError;

#define LECTERN_STAGE_ERROR (lectern_stage_error_quark ())
GQuark lectern_stage_error_quark (void);

/* The most pixels a picture may have; a larger one is refused before it is decoded. */
#define LECTERN_STAGE_PICTURE_MOST (40 * 1000 * 1000)

/* The pictures the scenes speak of by their content keys: photographs, the background, the logo,
 * pages of courseware. Decoded once, kept as painters need them. Reference counted; filled and
 * read by one thread at a time. */
typedef struct _LecternStagePictures LecternStagePictures;

#define LECTERN_TYPE_STAGE_PICTURES (lectern_stage_pictures_get_type ())
GType lectern_stage_pictures_get_type (void);

LecternStagePictures *lectern_stage_pictures_new (void) G_GNUC_WARN_UNUSED_RESULT;
LecternStagePictures *lectern_stage_pictures_ref (LecternStagePictures *self);
void                  lectern_stage_pictures_unref (LecternStagePictures *self);

/* Decodes @bytes under @key, turned upright as its EXIF orientation says and no larger than a
 * screen of 3840 × 2160 needs. A key that is there already is left as it is: keys stand for
 * contents. Fails with LECTERN_STAGE_ERROR. */
gboolean lectern_stage_pictures_put (LecternStagePictures *self,
                                     const char           *key,
                                     GBytes               *bytes,
                                     GError              **error);
/* Puts a picture that is painted already; takes a reference of @surface, which must be an image. */
void lectern_stage_pictures_put_surface (LecternStagePictures *self,
                                         const char           *key,
                                         cairo_surface_t      *surface);
void lectern_stage_pictures_remove (LecternStagePictures *self,
                                    const char           *key);
/* The picture, borrowed; NULL when @key is NULL or not there. */
cairo_surface_t *lectern_stage_pictures_get (const LecternStagePictures *self,
                                             const char                 *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternStagePictures, lectern_stage_pictures_unref)

G_END_DECLS
