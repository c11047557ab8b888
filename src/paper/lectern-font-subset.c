/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A Chinese font has 15 MB, a certificate needs 18 KB of it: HarfBuzz cuts it down to the glyphs of
 * the paper. In a TrueType subset every character gets a code of its own, counted from 1, so two
 * characters that share a glyph still come back as themselves from the file; characters beyond the
 * BMP are codes like any other. In a CFF subset the code has to be the font's own CID. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-font-subset.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <hb-subset.h>

/* What a PDF does not read; GSUB must go, or its alternates would come along. */
static const char dropped_tables[][5] = { "GSUB", "GPOS", "GDEF", "BASE", "cmap", "name", "post", "OS/2", "DSIG", "STAT", "vhea", "vmtx", "VORG", "kern", "meta", "gasp", "PCLT", "hdmx", "VDMX", "LTSH" };

static int
compare_characters (gconstpointer a,
                    gconstpointer b)
{
  gunichar left = *(const gunichar *) a;
  gunichar right = *(const gunichar *) b;

  return left < right ? -1 : left > right;
}

static void
collect_characters (LecternFontSubset *self,
                    GHashTable        *characters)
{
  GHashTableIter iter;
  gpointer       key;

  self->n_characters = g_hash_table_size (characters);
  self->characters = g_new0 (gunichar, self->n_characters);
  self->codes = g_new0 (guint16, self->n_characters);
  self->glyphs = g_new0 (guint16, self->n_characters);
  self->widths = g_new0 (double, self->n_characters);

  g_hash_table_iter_init (&iter, characters);
  for (guint i = 0; g_hash_table_iter_next (&iter, &key, NULL); i++)
    self->characters[i] = GPOINTER_TO_UINT (key);
  qsort (self->characters, self->n_characters, sizeof (gunichar), compare_characters);
}

static hb_subset_input_t *
make_input (LecternFontSubset *self,
            LecternFontFace   *face)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t          *drop;

  if (input == NULL)
    return NULL;

  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING);
  drop = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (guint i = 0; i < G_N_ELEMENTS (dropped_tables); i++)
    hb_set_add (drop, hb_tag_from_string (dropped_tables[i], 4));

  for (guint i = 0; i < self->n_characters; i++)
    {
      guint32 glyph = 0;

      lectern_font_face_get_glyph (face, self->characters[i], &glyph);
      hb_set_add (hb_subset_input_glyph_set (input), glyph);
      self->widths[i] = 1000.0 * hb_font_get_glyph_h_advance (face->hb_font, glyph) / face->units_per_em;
    }

  return input;
}

static void
assign_glyphs (LecternFontSubset *self,
               LecternFontFace   *face,
               const hb_map_t    *old_to_new)
{
  for (guint i = 0; i < self->n_characters; i++)
    {
      guint32 glyph = 0;

      lectern_font_face_get_glyph (face, self->characters[i], &glyph);
      self->glyphs[i] = (guint16) hb_map_get (old_to_new, glyph);
      self->codes[i] = (guint16) (i + 1);
    }
}

/* In a CID-keyed CFF font a PDF addresses glyphs by the font's own CIDs, which the subset keeps;
 * in a plain CFF font by glyph index. FreeType knows which. */
static gboolean
assign_cids (LecternFontSubset *self,
             hb_blob_t         *file)
{
  FT_Library  library;
  FT_Face     face;
  guint       length;
  const char *bytes = hb_blob_get_data (file, &length);
  gboolean    opened;

  if (FT_Init_FreeType (&library) != 0)
    return FALSE;

  opened = FT_New_Memory_Face (library, (const FT_Byte *) bytes, length, 0, &face) == 0;
  if (opened)
    {
      for (guint i = 0; i < self->n_characters; i++)
        {
          FT_UInt cid;

          if (FT_Get_CID_From_Glyph_Index (face, self->glyphs[i], &cid) != 0)
            cid = self->glyphs[i];
          self->codes[i] = (guint16) cid;
        }
      FT_Done_Face (face);
    }
  FT_Done_FreeType (library);

  return opened;
}

static int
read_int16 (const guint8 *bytes)
{
  return (gint16) (bytes[0] << 8 | bytes[1]);
}

static void
measure_face (LecternFontSubset *self,
              LecternFontFace   *face)
{
  hb_blob_t        *head = hb_face_reference_table (face->hb_face, HB_TAG ('h', 'e', 'a', 'd'));
  guint             length;
  const guint8     *bytes = (const guint8 *) hb_blob_get_data (head, &length);
  hb_font_extents_t extents = { 0 };

  /* xMin, yMin, xMax, yMax at offset 36 of the head table. */
  for (guint i = 0; i < 4 && length >= 44; i++)
    self->bbox[i] = read_int16 (bytes + 36 + 2 * i) * 1000 / (int) face->units_per_em;
  hb_blob_destroy (head);

  hb_font_get_h_extents (face->hb_font, &extents);
  self->ascent = extents.ascender * 1000 / (int) face->units_per_em;
  self->descent = extents.descender * 1000 / (int) face->units_per_em;
}

/* The tag says which subset it is: derived from what is in it, so the file is reproducible. */
static char *
make_name (LecternFontSubset *self,
           LecternFontFace   *face)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8   digest[32];
  gsize    digest_length = sizeof digest;
  char     name[64] = "";
  guint    length = sizeof name;
  GString *text = g_string_new (NULL);

  g_checksum_update (checksum, (const guchar *) self->characters, (gssize) (self->n_characters * sizeof (gunichar)));
  g_checksum_update (checksum, (const guchar *) (face->tabular ? "t" : "p"), 1);
  g_checksum_get_digest (checksum, digest, &digest_length);
  for (guint i = 0; i < 6; i++)
    g_string_append_c (text, (char) ('A' + digest[i] % 26));
  g_string_append_c (text, '+');

  hb_ot_name_get_utf8 (face->hb_face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
  for (const char *p = *name != '\0' ? name : face->family; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-')
      g_string_append_c (text, *p);

  return g_string_free (text, FALSE);
}

static GBytes *
bytes_from_blob (hb_blob_t *blob)
{
  guint       length;
  const char *bytes = hb_blob_get_data (blob, &length);

  return g_bytes_new_with_free_func (bytes, length, (GDestroyNotify) hb_blob_destroy, hb_blob_reference (blob));
}

static gboolean
cut (LecternFontSubset *self,
     LecternFontFace   *face)
{
  hb_subset_input_t *input = make_input (self, face);
  hb_subset_plan_t  *plan = input != NULL ? hb_subset_plan_create_or_fail (face->hb_face, input) : NULL;
  hb_face_t         *result = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;
  gboolean           done = result != NULL;

  if (done)
    {
      hb_blob_t *file = hb_face_reference_blob (result);

      assign_glyphs (self, face, hb_subset_plan_old_to_new_glyph_mapping (plan));
      if (self->cff)
        {
          hb_blob_t *table = hb_face_reference_table (result, HB_TAG ('C', 'F', 'F', ' '));

          done = assign_cids (self, file);
          self->program = bytes_from_blob (table);
          hb_blob_destroy (table);
        }
      else
        self->program = bytes_from_blob (file);
      hb_blob_destroy (file);
    }

  g_clear_pointer (&result, hb_face_destroy);
  g_clear_pointer (&plan, hb_subset_plan_destroy);
  g_clear_pointer (&input, hb_subset_input_destroy);

  return done && g_bytes_get_size (self->program) > 0;
}

LecternFontSubset *
lectern_font_subset_new (LecternFontFace *face,
                         GHashTable      *characters,
                         GError         **error)
{
  g_autoptr (LecternFontSubset) self = g_new0 (LecternFontSubset, 1);

  g_return_val_if_fail (g_hash_table_size (characters) > 0, NULL);

  self->cff = face->cff;
  collect_characters (self, characters);
  measure_face (self, face);
  self->name = make_name (self, face);
  if (!cut (self, face))
    {
      g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_FONT_BROKEN,
                   _ ("The font file %s can’t be embedded; it may be damaged."), face->file);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
lectern_font_subset_free (LecternFontSubset *self)
{
  g_clear_pointer (&self->program, g_bytes_unref);
  g_free (self->name);
  g_free (self->characters);
  g_free (self->codes);
  g_free (self->glyphs);
  g_free (self->widths);
  g_free (self);
}

guint16
lectern_font_subset_get_code (const LecternFontSubset *self,
                              gunichar                 character)
{
  const gunichar *found = bsearch (&character, self->characters, self->n_characters, sizeof (gunichar), compare_characters);

  return found != NULL ? self->codes[found - self->characters] : 0;
}
