/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A font subset as the objects of a PDF. libharu's own loader is passed by: its UTF-8 encoder ends
 * at the BMP, it refuses CFF fonts, and its ToUnicode map says begincidrange where readers expect
 * beginbfchar. Its objects and streams are all that is needed: a Type 0 font with the Identity-H
 * encoding, a descendant, a descriptor, the program, and a map from codes to characters that knows
 * surrogate pairs. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-pdf-font.h"

/* Font descriptor flag: the characters are not of the Latin standard set. */
#define SYMBOLIC 4
#define CAP_HEIGHT 700
#define STEM_WIDTH 80
/* A ToUnicode map holds at most this many entries a block. */
#define ENTRIES_PER_BLOCK 100

static void
append_utf16 (GString *text,
              gunichar character)
{
  if (character < 0x10000)
    g_string_append_printf (text, "%04X", character);
  else
    g_string_append_printf (text, "%04X%04X", 0xd800 + ((character - 0x10000) >> 10), 0xdc00 + ((character - 0x10000) & 0x3ff));
}

static GBytes *
make_to_unicode (const LecternFontSubset *subset,
                 GZlibCompressor         *deflater)
{
  g_autoptr (GString) text = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                                           "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                                           "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                           "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");

  for (guint i = 0; i < subset->n_characters; i++)
    {
      if (i % ENTRIES_PER_BLOCK == 0)
        g_string_append_printf (text, "%u beginbfchar\n", MIN (ENTRIES_PER_BLOCK, subset->n_characters - i));
      g_string_append_printf (text, "<%04X> <", subset->codes[i]);
      append_utf16 (text, subset->characters[i]);
      g_string_append (text, ">\n");
      if ((i + 1) % ENTRIES_PER_BLOCK == 0 || i + 1 == subset->n_characters)
        g_string_append (text, "endbfchar\n");
    }
  g_string_append (text, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");

  return lectern_pdf_deflate (deflater, text->str, text->len);
}

/* Code to glyph, two bytes each, from code 0 on. */
static GBytes *
make_glyph_map (const LecternFontSubset *subset,
                GZlibCompressor         *deflater)
{
  g_autofree guint8 *bytes = g_new0 (guint8, 2 * (subset->n_characters + 1));

  for (guint i = 0; i < subset->n_characters; i++)
    {
      bytes[2 * subset->codes[i]] = (guint8) (subset->glyphs[i] >> 8);
      bytes[2 * subset->codes[i] + 1] = (guint8) subset->glyphs[i];
    }

  return lectern_pdf_deflate (deflater, bytes, 2 * (subset->n_characters + 1));
}

static HPDF_STATUS
add_widths (HPDF_Doc                 pdf,
            HPDF_Dict                descendant,
            const LecternFontSubset *subset)
{
  HPDF_Array  widths = HPDF_Array_New (pdf->mmgr);
  HPDF_STATUS status = HPDF_Dict_Add (descendant, "W", widths);

  for (guint i = 0; i < subset->n_characters && status == HPDF_OK; i++)
    {
      HPDF_Array one;

      /* The default width is an em; only what differs is listed. */
      if (subset->widths[i] == 1000)
        continue;

      one = HPDF_Array_New (pdf->mmgr);
      status += HPDF_Array_AddNumber (widths, subset->codes[i]);
      status += HPDF_Array_Add (widths, one);
      status += HPDF_Array_AddReal (one, (HPDF_REAL) subset->widths[i]);
    }

  return status;
}

static HPDF_Dict
add_descriptor (const LecternPdfFont *self,
                HPDF_Doc              pdf)
{
  const LecternFontSubset *subset = self->subset;
  HPDF_Dict                descriptor = lectern_pdf_indirect_dict_new (pdf);
  HPDF_Dict                program = lectern_pdf_stream_new (pdf, self->program);
  HPDF_Array               bbox = HPDF_Array_New (pdf->mmgr);
  HPDF_STATUS              status = HPDF_OK;

  if (descriptor == NULL || program == NULL || bbox == NULL)
    return NULL;

  for (guint i = 0; i < 4; i++)
    status += HPDF_Array_AddNumber (bbox, subset->bbox[i]);
  status += HPDF_Dict_AddName (descriptor, "Type", "FontDescriptor");
  status += HPDF_Dict_AddName (descriptor, "FontName", subset->name);
  status += HPDF_Dict_AddNumber (descriptor, "Flags", SYMBOLIC);
  status += HPDF_Dict_Add (descriptor, "FontBBox", bbox);
  status += HPDF_Dict_AddNumber (descriptor, "ItalicAngle", 0);
  status += HPDF_Dict_AddNumber (descriptor, "Ascent", subset->ascent);
  status += HPDF_Dict_AddNumber (descriptor, "Descent", subset->descent);
  status += HPDF_Dict_AddNumber (descriptor, "CapHeight", CAP_HEIGHT);
  status += HPDF_Dict_AddNumber (descriptor, "StemV", STEM_WIDTH);
  if (subset->cff)
    status += HPDF_Dict_AddName (program, "Subtype", "CIDFontType0C");
  else
    status += HPDF_Dict_AddNumber (program, "Length1", (HPDF_INT32) g_bytes_get_size (subset->program));
  status += HPDF_Dict_Add (descriptor, subset->cff ? "FontFile3" : "FontFile2", program);

  return status == HPDF_OK ? descriptor : NULL;
}

static HPDF_Dict
add_descendant (const LecternPdfFont *self,
                HPDF_Doc              pdf)
{
  const LecternFontSubset *subset = self->subset;
  HPDF_Dict                descendant = lectern_pdf_indirect_dict_new (pdf);
  HPDF_Dict                descriptor = add_descriptor (self, pdf);
  HPDF_Dict                system = HPDF_Dict_New (pdf->mmgr);
  HPDF_STATUS              status = HPDF_OK;

  if (descendant == NULL || descriptor == NULL || system == NULL)
    return NULL;

  status += HPDF_Dict_Add (system, "Registry", HPDF_String_New (pdf->mmgr, "Adobe", NULL));
  status += HPDF_Dict_Add (system, "Ordering", HPDF_String_New (pdf->mmgr, "Identity", NULL));
  status += HPDF_Dict_AddNumber (system, "Supplement", 0);
  status += HPDF_Dict_AddName (descendant, "Type", "Font");
  status += HPDF_Dict_AddName (descendant, "Subtype", subset->cff ? "CIDFontType0" : "CIDFontType2");
  status += HPDF_Dict_AddName (descendant, "BaseFont", subset->name);
  status += HPDF_Dict_Add (descendant, "CIDSystemInfo", system);
  status += HPDF_Dict_AddNumber (descendant, "DW", 1000);
  status += add_widths (pdf, descendant, subset);
  status += HPDF_Dict_Add (descendant, "FontDescriptor", descriptor);
  if (self->glyph_map != NULL)
    status += HPDF_Dict_Add (descendant, "CIDToGIDMap", lectern_pdf_stream_new (pdf, self->glyph_map));

  return status == HPDF_OK ? descendant : NULL;
}

LecternPdfFont *
lectern_pdf_font_new (LecternFontFace   *face,
                      LecternFontSubset *subset,
                      GZlibCompressor   *deflater)
{
  LecternPdfFont *self = g_new0 (LecternPdfFont, 1);
  gsize           size;
  gconstpointer   bytes = g_bytes_get_data (subset->program, &size);

  self->face = face;
  self->subset = subset;
  self->program = lectern_pdf_deflate (deflater, bytes, size);
  self->to_unicode = make_to_unicode (subset, deflater);
  if (!subset->cff)
    self->glyph_map = make_glyph_map (subset, deflater);

  return self;
}

void
lectern_pdf_font_free (LecternPdfFont *self)
{
  g_clear_pointer (&self->glyph_map, g_bytes_unref);
  g_clear_pointer (&self->to_unicode, g_bytes_unref);
  g_clear_pointer (&self->program, g_bytes_unref);
  g_clear_pointer (&self->subset, lectern_font_subset_free);
  g_free (self);
}

HPDF_Dict
lectern_pdf_font_add (const LecternPdfFont *self,
                      HPDF_Doc              pdf)
{
  HPDF_Dict   font = lectern_pdf_indirect_dict_new (pdf);
  HPDF_Dict   descendant = add_descendant (self, pdf);
  HPDF_Array  descendants = HPDF_Array_New (pdf->mmgr);
  HPDF_STATUS status = HPDF_OK;

  if (font == NULL || descendant == NULL || descendants == NULL)
    return NULL;

  status += HPDF_Dict_AddName (font, "Type", "Font");
  status += HPDF_Dict_AddName (font, "Subtype", "Type0");
  status += HPDF_Dict_AddName (font, "BaseFont", self->subset->name);
  status += HPDF_Dict_AddName (font, "Encoding", "Identity-H");
  status += HPDF_Array_Add (descendants, descendant);
  status += HPDF_Dict_Add (font, "DescendantFonts", descendants);
  status += HPDF_Dict_Add (font, "ToUnicode", lectern_pdf_stream_new (pdf, self->to_unicode));

  return status == HPDF_OK ? font : NULL;
}
