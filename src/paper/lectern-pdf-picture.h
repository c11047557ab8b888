/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>
#include <hpdf.h>

G_BEGIN_DECLS

/* A picture encoded once for every file it goes into. */
typedef struct
{
  GdkPixbuf *pixbuf;
  char       name[16]; /* in resources: "I1" */
  GBytes    *colours;  /* JPEG, or RGB deflated */
  gboolean   jpeg;
  GBytes    *cover; /* how far each pixel covers, deflated; NULL: wholly */
} LecternPdfPicture;

/* Large pictures without holes become JPEG, all others stay as they are to the dot. */
LecternPdfPicture *lectern_pdf_picture_new (GdkPixbuf       *pixbuf,
                                            guint            number,
                                            GZlibCompressor *deflater,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void               lectern_pdf_picture_free (LecternPdfPicture *self);
/* Its objects in @pdf, owned by that. NULL on failure. */
HPDF_Dict lectern_pdf_picture_add (const LecternPdfPicture *self,
                                   HPDF_Doc                 pdf);

G_END_DECLS
