/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pages as pictures in greys, from cairo and from the PDF by way of poppler. */

#include "paper-picture.h"

#include "paper-tools.h"

#include <glib/gstdio.h>
#include <stdio.h>

void
paper_picture_clear (PaperPicture *picture)
{
  g_clear_pointer (&picture->grey, g_free);
}

void
paper_picture_paint (PaperPicture    *picture,
                     LecternDocument *document,
                     guint            index,
                     double           dpi)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture->width, picture->height);
  cairo_t         *cr = cairo_create (surface);
  const guint8    *data;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  lectern_document_paint_page (document, index, cr, dpi / 25.4);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  data = cairo_image_surface_get_data (surface);
  picture->grey = g_malloc ((gsize) picture->width * picture->height);
  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      {
        const guint8 *dot = data + y * cairo_image_surface_get_stride (surface) + 4 * x;

        picture->grey[y * picture->width + x] = (guint8) ((dot[0] * 11 + dot[1] * 59 + dot[2] * 30) / 100);
      }
  cairo_surface_destroy (surface);
}

void
paper_picture_read (PaperPicture *picture,
                    const char   *path)
{
  g_autofree char *bytes = NULL;
  gsize            size;
  int              used = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpint (sscanf (bytes, "P5 %d %d 255%n", &picture->width, &picture->height, &used), ==, 2);
  g_assert_cmpuint (size, ==, (gsize) used + 1 + (gsize) picture->width * picture->height);
  picture->grey = g_memdup2 (bytes + used + 1, (gsize) picture->width * picture->height);
}

void
paper_picture_rasterise (PaperPicture *picture,
                         const char   *path,
                         guint         index,
                         guint         dpi)
{
  g_autofree char *resolution = g_strdup_printf ("%u", dpi);
  g_autofree char *page = g_strdup_printf ("%u", index + 1);
  g_autofree char *file = g_strconcat (path, ".pgm", NULL);
  g_autofree char *quiet = paper_run ("pdftoppm", "-gray", "-r", resolution, "-f", page, "-l", page, "-singlefile", path, path, NULL);

  paper_picture_read (picture, file);
  g_remove (file);
}

void
paper_picture_shrink (PaperPicture *picture,
                      int           by)
{
  int     width = picture->width / by, height = picture->height / by;
  guint8 *grey = g_malloc ((gsize) width * (gsize) height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        int sum = 0;

        for (int v = 0; v < by; v++)
          for (int u = 0; u < by; u++)
            sum += picture->grey[(y * by + v) * picture->width + x * by + u];
        grey[y * width + x] = (guint8) (sum / (by * by));
      }
  g_free (picture->grey);
  *picture = (PaperPicture){ width, height, grey };
}
