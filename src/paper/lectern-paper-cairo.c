/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The painter to the screen and to the printer: the same items, the same glyphs of the same font
 * files at the same places as in the PDF. Hinting and metric rounding are off, for they would move
 * glyphs, and glyphs are painted as outlines, for cairo puts pictures of them on whole dots. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-paper-cairo.h"

#include <cairo-ft.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  cairo_t           *cr;
  LecternPaperFonts *fonts;
} Painter;

static void
set_colour (Painter *self,
            guint32  colour)
{
  cairo_set_source_rgb (self->cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

/* cairo keeps FreeType's face to itself and for as long as it likes. */
static void
select_face (Painter               *self,
             const LecternFontFace *face)
{
  FcPattern         *pattern = FcPatternCreate ();
  cairo_font_face_t *font_face;

  FcPatternAddString (pattern, FC_FILE, (const FcChar8 *) face->file);
  FcPatternAddInteger (pattern, FC_INDEX, face->index);
  font_face = cairo_ft_font_face_create_for_pattern (pattern);
  cairo_set_font_face (self->cr, font_face);
  cairo_font_face_destroy (font_face);
  FcPatternDestroy (pattern);
}

static void
paint_text (Painter               *self,
            const LecternPageItem *item)
{
  double                 size = item->text.size * LECTERN_MM_PER_POINT;
  double                 x = 0;
  const LecternFontFace *face = NULL;

  cairo_save (self->cr);
  cairo_translate (self->cr, item->x, item->y);
  cairo_rotate (self->cr, -item->text.angle * G_PI / 180);
  set_colour (self, item->colour);
  for (const char *p = item->text.string; *p != '\0'; p = g_utf8_next_char (p))
    {
      const LecternGlyph *glyph = lectern_paper_fonts_lookup (self->fonts, item->text.role, g_utf8_get_char (p));
      cairo_glyph_t       placed = { 0, x, 0 };

      if (glyph == NULL)
        continue;

      if (face != glyph->face)
        {
          face = glyph->face;
          select_face (self, face);
          cairo_set_font_size (self->cr, size);
        }
      placed.index = glyph->glyph;
      cairo_glyph_path (self->cr, &placed, 1);
      x += glyph->advance * size + item->text.spacing;
    }
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

static void
fill_or_stroke (Painter *self,
                double   stroke)
{
  if (stroke > 0)
    {
      cairo_set_line_width (self->cr, stroke);
      cairo_stroke (self->cr);
    }
  else
    cairo_fill (self->cr);
}

static void
paint_line (Painter               *self,
            const LecternPageItem *item)
{
  set_colour (self, item->colour);
  cairo_move_to (self->cr, item->x, item->y);
  cairo_line_to (self->cr, item->line.x2, item->line.y2);
  fill_or_stroke (self, item->line.stroke);
}

static void
paint_rectangle (Painter               *self,
                 const LecternPageItem *item)
{
  set_colour (self, item->colour);
  cairo_rectangle (self->cr, item->x, item->y, item->rectangle.width, item->rectangle.height);
  fill_or_stroke (self, item->rectangle.stroke);
}

static void
paint_path (Painter               *self,
            const LecternPageItem *item)
{
  set_colour (self, item->colour);
  for (guint i = 0; i < item->path.n_steps; i++)
    {
      const LecternPathStep *step = &item->path.steps[i];

      switch (step->kind)
        {
        case LECTERN_STEP_MOVE:
          cairo_move_to (self->cr, step->x[0], step->y[0]);
          break;
        case LECTERN_STEP_LINE:
          cairo_line_to (self->cr, step->x[0], step->y[0]);
          break;
        case LECTERN_STEP_CURVE:
          cairo_curve_to (self->cr, step->x[0], step->y[0], step->x[1], step->y[1], step->x[2], step->y[2]);
          break;
        case LECTERN_STEP_CLOSE:
          cairo_close_path (self->cr);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  fill_or_stroke (self, item->path.stroke);
}

/* A pixel as cairo keeps it: what it covers has been counted in. */
static guint32
get_pixel (const guint8 *pixel,
           int           n_channels)
{
  guint32 cover = n_channels == 4 ? pixel[3] : 255;
  guint32 value = cover << 24;

  for (int c = 0; c < 3; c++)
    value |= (pixel[c] * cover + 127) / 255 << (16 - 8 * c);

  return value;
}

static cairo_surface_t *
make_surface (GdkPixbuf *pixbuf)
{
  int              width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int              n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  const guint8    *pixels = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint8          *data = cairo_image_surface_get_data (surface);

  for (int y = 0; data != NULL && y < height; y++)
    {
      guint32 *line = (guint32 *) (gpointer) (data + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        line[x] = get_pixel (pixels + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf) + (gsize) (x * n_channels), n_channels);
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

static void
paint_picture (Painter               *self,
               const LecternPageItem *item)
{
  GdkPixbuf       *pixbuf = item->picture.pixbuf;
  cairo_surface_t *surface = make_surface (pixbuf);

  cairo_save (self->cr);
  cairo_translate (self->cr, item->x, item->y);
  cairo_scale (self->cr, item->picture.width / gdk_pixbuf_get_width (pixbuf), item->picture.height / gdk_pixbuf_get_height (pixbuf));
  cairo_set_source_surface (self->cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (self->cr), CAIRO_FILTER_GOOD);
  cairo_paint (self->cr);
  cairo_restore (self->cr);
  cairo_surface_destroy (surface);
}

static void
paint_items (Painter           *self,
             const LecternPage *page)
{
  static void (*const paint[]) (Painter *, const LecternPageItem *) = {
    [LECTERN_ITEM_TEXT] = paint_text,
    [LECTERN_ITEM_LINE] = paint_line,
    [LECTERN_ITEM_RECTANGLE] = paint_rectangle,
    [LECTERN_ITEM_PATH] = paint_path,
    [LECTERN_ITEM_PICTURE] = paint_picture,
  };
  guint                  n_items;
  const LecternPageItem *items = lectern_page_get_items (page, &n_items);

  for (guint i = 0; i < n_items; i++)
    paint[items[i].kind](self, &items[i]);
}

void
lectern_document_paint_page (LecternDocument *document,
                             guint            index,
                             cairo_t         *cr,
                             double           scale)
{
  LecternPage          *page = lectern_document_get_page (document, index);
  Painter               painter = { cr, lectern_document_get_fonts (document) };
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);

  if (lectern_page_get_form (page) != NULL)
    paint_items (&painter, lectern_page_get_form (page));
  paint_items (&painter, page);
  cairo_restore (cr);
}

gboolean
lectern_document_write_png (LecternDocument *document,
                            guint            index,
                            double           dpi,
                            const char      *path,
                            GError         **error)
{
  LecternPage     *page = lectern_document_get_page (document, index);
  double           scale = dpi / 25.4;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (lectern_page_get_width (page) * scale), (int) ceil (lectern_page_get_height (page) * scale));
  cairo_t         *cr = cairo_create (surface);
  cairo_status_t   status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  lectern_document_paint_page (document, index, cr, scale);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_WRITE,
                 _ ("The paper %s could not be written: %s."), path, cairo_status_to_string (status));

  return status == CAIRO_STATUS_SUCCESS;
}
