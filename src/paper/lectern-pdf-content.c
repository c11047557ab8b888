/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A page as the operators of a PDF content stream. Written here and handed to libharu as a whole,
 * because its own text operators drop characters beyond the BMP without a word and know no marked
 * content. Text spread by letter spacing carries its ActualText, so a reader finds 王韦 and not
 * 王 韦. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-pdf-content.h"

#include <math.h>
#include <string.h>

/* Letter spacing beyond this part of an em reads as a gap between words. */
#define SPREAD_EM 0.1

typedef struct
{
  GString           *out;
  LecternPaperFonts *paper_fonts;
  GPtrArray         *fonts;
  GPtrArray         *pictures;
  double             height; /* mm */
} Content;

static double
to_points (double mm)
{
  return mm / LECTERN_MM_PER_POINT;
}

/* Three decimals at most, none where none are needed, and never a locale's comma. */
static void
put_number (Content *self,
            double   value)
{
  gint64 thousandths = llround (value * 1000);
  guint  fraction;
  char   digits[24];
  int    n = 0;

  if (thousandths < 0)
    g_string_append_c (self->out, '-');
  thousandths = ABS (thousandths);
  fraction = (guint) (thousandths % 1000);
  thousandths /= 1000;
  do
    digits[n++] = (char) ('0' + thousandths % 10);
  while ((thousandths /= 10) > 0);
  while (n > 0)
    g_string_append_c (self->out, digits[--n]);

  if (fraction > 0)
    g_string_append_c (self->out, '.');
  for (guint place = 100; fraction > 0; fraction %= place, place /= 10)
    g_string_append_c (self->out, (char) ('0' + fraction / place));
  g_string_append_c (self->out, ' ');
}

static void
put_numbers (Content      *self,
             const double *values,
             guint         n,
             const char *
             operator)
{
  for (guint i = 0; i < n; i++)
    put_number (self, values[i]);
  g_string_append (self->out, operator);
  g_string_append_c (self->out, '\n');
}

static void
put_point (Content *self,
           double   x,
           double   y)
{
  put_number (self, to_points (x));
  put_number (self, to_points (self->height - y));
}

static void
put_colour (Content *self,
            guint32  colour,
            const char *
            operator)
{
  const double channels[] = { (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0 };

  put_numbers (self, channels, 3, operator);
}

static void
put_hex (Content *self,
         guint16  code)
{
  static const char digits[] = "0123456789ABCDEF";

  for (int shift = 12; shift >= 0; shift -= 4)
    g_string_append_c (self->out, digits[code >> shift & 0xf]);
}

static void
begin_paint (Content *self,
             guint32  colour,
             double   stroke)
{
  put_colour (self, colour, stroke > 0 ? "RG" : "rg");
  if (stroke > 0)
    {
      const double width = to_points (stroke);

      put_numbers (self, &width, 1, "w");
    }
}

static const LecternPdfFont *
find_font (Content               *self,
           const LecternFontFace *face)
{
  for (guint i = 0; i < self->fonts->len; i++)
    {
      const LecternPdfFont *font = g_ptr_array_index (self->fonts, i);

      if (font->face == face)
        return font;
    }

  g_return_val_if_reached (NULL);
}

/* One run of one face from *@cursor on; moves *@cursor behind it and returns its width in ems,
 * counting the letters in *@n_letters. */
static double
put_run (Content               *self,
         const LecternPageItem *item,
         const char           **cursor,
         guint                 *n_letters)
{
  const LecternGlyph   *glyph = lectern_paper_fonts_lookup (self->paper_fonts, item->text.role, g_utf8_get_char (*cursor));
  const LecternPdfFont *font;
  LecternFontFace      *face;
  double                ems = 0;

  g_return_val_if_fail (glyph != NULL, (*cursor += strlen (*cursor), 0));

  face = glyph->face;
  font = find_font (self, face);
  g_string_append_c (self->out, '<');
  while (glyph != NULL && glyph->face == face)
    {
      put_hex (self, lectern_font_subset_get_code (font->subset, g_utf8_get_char (*cursor)));
      ems += glyph->advance;
      (*n_letters)++;
      *cursor = g_utf8_next_char (*cursor);
      glyph = **cursor != '\0' ? lectern_paper_fonts_lookup (self->paper_fonts, item->text.role, g_utf8_get_char (*cursor)) : NULL;
    }
  g_string_append (self->out, "> Tj\n");

  return ems;
}

static void
put_text_place (Content               *self,
                const LecternPageItem *item,
                double                 along)
{
  double angle = item->text.angle * G_PI / 180;
  double matrix[] = { cos (angle), sin (angle), -sin (angle), cos (angle),
                      to_points (item->x + along * cos (angle)),
                      to_points (self->height - item->y + along * sin (angle)) };

  put_numbers (self, matrix, 6, "Tm");
}

static void
begin_actual_text (Content    *self,
                   const char *string)
{
  g_autoptr (GByteArray) bytes = lectern_pdf_encode_text (string);

  g_string_append (self->out, "/Span <</ActualText <");
  for (guint i = 0; i + 1 < bytes->len; i += 2)
    put_hex (self, (guint16) (bytes->data[i] << 8 | bytes->data[i + 1]));
  g_string_append (self->out, ">>> BDC\n");
}

static void
put_text (Content               *self,
          const LecternPageItem *item)
{
  double      spacing = to_points (item->text.spacing);
  gboolean    spread = fabs (spacing) > SPREAD_EM * item->text.size;
  double      along = 0;
  const char *cursor = item->text.string;

  if (spread)
    begin_actual_text (self, item->text.string);
  g_string_append (self->out, "BT\n");
  put_colour (self, item->colour, "rg");
  put_numbers (self, &spacing, 1, "Tc");
  while (*cursor != '\0')
    {
      const LecternGlyph *glyph = lectern_paper_fonts_lookup (self->paper_fonts, item->text.role, g_utf8_get_char (cursor));
      guint               n_letters = 0;
      double              ems;

      g_string_append_printf (self->out, "/%s ", glyph != NULL ? find_font (self, glyph->face)->name : "F1");
      put_numbers (self, &item->text.size, 1, "Tf");
      put_text_place (self, item, along);
      ems = put_run (self, item, &cursor, &n_letters);
      along += ems * item->text.size * LECTERN_MM_PER_POINT + n_letters * item->text.spacing;
    }
  g_string_append (self->out, "ET\n");
  if (spread)
    g_string_append (self->out, "EMC\n");
}

static void
put_line (Content               *self,
          const LecternPageItem *item)
{
  begin_paint (self, item->colour, item->line.stroke);
  put_point (self, item->x, item->y);
  g_string_append (self->out, "m ");
  put_point (self, item->line.x2, item->line.y2);
  g_string_append (self->out, "l S\n");
}

static void
put_rectangle (Content               *self,
               const LecternPageItem *item)
{
  begin_paint (self, item->colour, item->rectangle.stroke);
  put_point (self, item->x, item->y + item->rectangle.height);
  put_number (self, to_points (item->rectangle.width));
  put_number (self, to_points (item->rectangle.height));
  g_string_append (self->out, item->rectangle.stroke > 0 ? "re S\n" : "re f\n");
}

static void
put_path (Content               *self,
          const LecternPageItem *item)
{
  static const char *const operators[] = { "m", "l", "c", "h" };
  static const guint       n_points[] = { 1, 1, 3, 0 };

  begin_paint (self, item->colour, item->path.stroke);
  for (guint i = 0; i < item->path.n_steps; i++)
    {
      const LecternPathStep *step = &item->path.steps[i];

      for (guint k = 0; k < n_points[step->kind]; k++)
        put_point (self, step->x[k], step->y[k]);
      g_string_append (self->out, operators[step->kind]);
      g_string_append_c (self->out, '\n');
    }
  g_string_append (self->out, item->path.stroke > 0 ? "S\n" : "f\n");
}

static void
put_picture (Content               *self,
             const LecternPageItem *item)
{
  const LecternPdfPicture *picture = NULL;
  const double             matrix[] = { to_points (item->picture.width), 0, 0, to_points (item->picture.height),
                                        to_points (item->x), to_points (self->height - item->y - item->picture.height) };

  for (guint i = 0; i < self->pictures->len && picture == NULL; i++)
    if (((LecternPdfPicture *) self->pictures->pdata[i])->pixbuf == item->picture.pixbuf)
      picture = self->pictures->pdata[i];
  g_return_if_fail (picture != NULL);

  g_string_append (self->out, "q ");
  put_numbers (self, matrix, G_N_ELEMENTS (matrix), "cm");
  g_string_append_printf (self->out, "/%s Do Q\n", picture->name);
}

GString *
lectern_pdf_content_new (LecternPaperFonts *paper_fonts,
                         GPtrArray         *fonts,
                         GPtrArray         *pictures,
                         const LecternPage *page)
{
  static void (*const put[]) (Content *, const LecternPageItem *) = {
    [LECTERN_ITEM_TEXT] = put_text,
    [LECTERN_ITEM_LINE] = put_line,
    [LECTERN_ITEM_RECTANGLE] = put_rectangle,
    [LECTERN_ITEM_PATH] = put_path,
    [LECTERN_ITEM_PICTURE] = put_picture,
  };
  Content                content = { g_string_sized_new (1024), paper_fonts, fonts, pictures, lectern_page_get_height (page) };
  guint                  n_items;
  const LecternPageItem *items = lectern_page_get_items (page, &n_items);

  for (guint i = 0; i < n_items; i++)
    put[items[i].kind](&content, &items[i]);

  return content.out;
}

GByteArray *
lectern_pdf_encode_text (const char *text)
{
  GByteArray           *bytes = g_byte_array_new ();
  glong                 n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  const guint8          mark[] = { 0xfe, 0xff };

  g_byte_array_append (bytes, mark, 2);
  for (glong i = 0; units != NULL && i < n; i++)
    {
      const guint8 pair[] = { (guint8) (units[i] >> 8), (guint8) units[i] };

      g_byte_array_append (bytes, pair, 2);
    }

  return bytes;
}
