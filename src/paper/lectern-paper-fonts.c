/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which fonts papers are set in. A role names families in order of preference; the first that is
 * installed sets the tone, the others lend it the characters it lacks, one by one. A character none
 * has is an error that names it: a name on a certificate is never printed with a gap.
 *
 * Faces are taken whole and static: fontconfig's variable instances can't be embedded. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-paper-fonts.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <string.h>

#include "lectern-font-choice.h"

typedef struct
{
  const char *family;
  gboolean    bold;
  gboolean    narrow;  /* only for characters that are not wide */
  gboolean    tabular; /* figures all of one width */
} Wish;

#define WISHES_MAX 18

/* First what offices have and GB/T 9704-2012 asks for: 小标宋, 黑体, 仿宋, 楷体, 宋体, each under the names it
 * goes by. Then what is free: LXGW WenKai is the regular script with the rare characters of names, Noto CJK
 * the Song and the Hei. DejaVu has the Latin letters of far places. */
/* clang-format off */
static const Wish wishes[LECTERN_FONT_N_ROLES][WISHES_MAX] = {
  [LECTERN_FONT_TITLE] = { { "方正小标宋_GBK", FALSE }, { "方正小标宋简体", FALSE }, { "FZXiaoBiaoSong-B05S", FALSE }, { "FZXiaoBiaoSong-B05", FALSE },
                           { "Noto Serif CJK SC", TRUE }, { "Source Han Serif SC", TRUE }, { "LXGW WenKai", TRUE }, { "LXGW WenKai", FALSE }, { "Noto Sans CJK SC", TRUE }, { "DejaVu Serif", TRUE } },
  [LECTERN_FONT_HEADING] = { { "SimHei", FALSE }, { "黑体", FALSE }, { "STHeiti", FALSE },
                             { "Noto Sans CJK SC", TRUE }, { "Source Han Sans SC", TRUE }, { "LXGW WenKai", TRUE }, { "LXGW WenKai", FALSE }, { "DejaVu Sans", TRUE } },
  [LECTERN_FONT_BODY] = { { "FangSong_GB2312", FALSE }, { "仿宋_GB2312", FALSE }, { "FangSong", FALSE }, { "仿宋", FALSE }, { "STFangsong", FALSE }, { "FZFangSong-Z02", FALSE },
                          { "LXGW WenKai", FALSE }, { "AR PL UKai CN", FALSE }, { "Noto Serif CJK SC", FALSE }, { "Source Han Serif SC", FALSE }, { "Noto Sans CJK SC", FALSE }, { "DejaVu Serif", FALSE } },
  [LECTERN_FONT_NAME] = { { "KaiTi_GB2312", FALSE }, { "楷体_GB2312", FALSE }, { "KaiTi", FALSE }, { "楷体", FALSE }, { "STKaiti", FALSE }, { "FZKai-Z03", FALSE },
                          { "LXGW WenKai", FALSE }, { "AR PL UKai CN", FALSE }, { "Noto Serif CJK SC", FALSE }, { "Source Han Serif SC", FALSE }, { "Noto Sans CJK SC", FALSE }, { "DejaVu Serif", FALSE } },
  /* The Korean face has the same letters and proportional quotation marks. */
  [LECTERN_FONT_LATIN] = { { "Noto Serif CJK KR", FALSE, TRUE }, { "Source Han Serif K", FALSE, TRUE }, { "Noto Serif CJK SC", FALSE }, { "Source Han Serif SC", FALSE }, { "SimSun", FALSE }, { "LXGW WenKai", FALSE }, { "Noto Sans CJK SC", FALSE }, { "DejaVu Serif", FALSE } },
  [LECTERN_FONT_FIGURES] = { { "SimSun", FALSE, FALSE, TRUE }, { "宋体", FALSE, FALSE, TRUE }, { "STSong", FALSE, FALSE, TRUE },
                             { "Noto Serif CJK SC", FALSE, FALSE, TRUE }, { "Source Han Serif SC", FALSE, FALSE, TRUE }, { "LXGW WenKai", FALSE }, { "Noto Sans CJK SC", FALSE }, { "DejaVu Serif", FALSE } },
};
/* clang-format on */

struct _LecternPaperFonts
{
  GPtrArray  *faces;                         /* LecternFontFace, opened so far */
  GPtrArray  *refused;                       /* LecternFontRefusal */
  char       *choices[LECTERN_FONT_N_ROLES]; /* the family that comes first; NULL: the first of the wishes */
  GPtrArray  *chains[LECTERN_FONT_N_ROLES];  /* of faces, borrowed; NULL until asked for */
  GHashTable *glyphs[LECTERN_FONT_N_ROLES];  /* gunichar → LecternGlyph; face NULL: no glyph */
};

static void
face_free (gpointer data)
{
  LecternFontFace *face = data;

  g_clear_pointer (&face->hb_font, hb_font_destroy);
  g_clear_pointer (&face->hb_face, hb_face_destroy);
  g_free (face->family);
  g_free (face->file);
  g_free (face);
}

static void
refusal_free (gpointer data)
{
  g_free (((LecternFontRefusal *) data)->family);
  g_free (data);
}

static void
fonts_free (gpointer data)
{
  LecternPaperFonts *self = data;

  for (guint i = 0; i < LECTERN_FONT_N_ROLES; i++)
    {
      g_clear_pointer (&self->chains[i], g_ptr_array_unref);
      g_clear_pointer (&self->glyphs[i], g_hash_table_unref);
    }
  for (guint i = 0; i < LECTERN_FONT_N_ROLES; i++)
    g_clear_pointer (&self->choices[i], g_free);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_clear_pointer (&self->faces, g_ptr_array_unref);
}

static gboolean
pattern_has_family (FcPattern  *pattern,
                    const char *family)
{
  FcChar8 *name;

  for (int i = 0; FcPatternGetString (pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
    if (g_ascii_strcasecmp ((const char *) name, family) == 0)
      return TRUE;

  return FALSE;
}

/* Said once a family. */
static void
refuse (LecternPaperFonts *self,
        const char        *family,
        LecternFontFault   fault)
{
  LecternFontRefusal *refusal;

  for (guint i = 0; i < self->refused->len; i++)
    if (g_str_equal (((LecternFontRefusal *) self->refused->pdata[i])->family, family))
      return;
  refusal = g_new0 (LecternFontRefusal, 1);
  refusal->family = g_strdup (family);
  refusal->fault = fault;
  g_ptr_array_add (self->refused, refusal);
}

/* fontconfig always answers something: what is not the family asked for counts as not there. */
static FcPattern *
match_wish (LecternPaperFonts *self,
            const Wish        *wish)
{
  FcPattern *query = FcPatternCreate ();
  FcPattern *match;
  FcResult   result;
  FcBool     variable = FcFalse;

  FcPatternAddString (query, FC_FAMILY, (const FcChar8 *) wish->family);
  FcPatternAddInteger (query, FC_WEIGHT, wish->bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger (query, FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddBool (query, FC_VARIABLE, FcFalse);
  FcConfigSubstitute (NULL, query, FcMatchPattern);
  FcDefaultSubstitute (query);
  match = FcFontMatch (NULL, query, &result);
  FcPatternDestroy (query);

  if (match != NULL && !pattern_has_family (match, wish->family))
    g_clear_pointer (&match, FcPatternDestroy);
  if (match != NULL)
    FcPatternGetBool (match, FC_VARIABLE, 0, &variable);
  if (variable)
    {
      refuse (self, wish->family, LECTERN_FONT_FAULT_VARIABLE);
      g_clear_pointer (&match, FcPatternDestroy);
    }

  return match;
}

static gboolean
face_has_table (hb_face_t *face,
                hb_tag_t   tag)
{
  hb_blob_t *blob = hb_face_reference_table (face, tag);
  gboolean   there = hb_blob_get_length (blob) > 0;

  hb_blob_destroy (blob);

  return there;
}

/* What OS/2 says of embedding: 2 alone forbids it, 0x100 forbids to cut the font, 0x200 allows pictures only. */
static gboolean
may_be_embedded (hb_face_t *face)
{
  hb_blob_t    *blob = hb_face_reference_table (face, HB_TAG ('O', 'S', '/', '2'));
  guint         length;
  const guint8 *bytes = (const guint8 *) hb_blob_get_data (blob, &length);
  guint         type = length >= 10 ? (guint) bytes[8] << 8 | bytes[9] : 0;

  hb_blob_destroy (blob);

  return (type & 0x000f) != 0x0002 && (type & 0x0300) == 0;
}

static LecternFontFace *
face_open (const char *file,
           int         index,
           const Wish *wish)
{
  LecternFontFace *face = NULL;
  hb_blob_t       *blob = hb_blob_create_from_file_or_fail (file);
  hb_face_t       *hb_face;

  if (blob == NULL)
    return NULL;

  hb_face = hb_face_create (blob, index & 0xffff);
  hb_blob_destroy (blob);
  if (hb_face_get_glyph_count (hb_face) > 0 && (face_has_table (hb_face, HB_TAG ('g', 'l', 'y', 'f')) || face_has_table (hb_face, HB_TAG ('C', 'F', 'F', ' '))))
    {
      face = g_new0 (LecternFontFace, 1);
      face->family = g_strdup (wish->family);
      face->file = g_strdup (file);
      face->index = index & 0xffff;
      face->bold = wish->bold;
      face->narrow = wish->narrow;
      face->tabular = wish->tabular;
      face->cff = face_has_table (hb_face, HB_TAG ('C', 'F', 'F', ' '));
      face->hb_face = hb_face_reference (hb_face);
      face->hb_font = hb_font_create (hb_face);
      face->units_per_em = hb_face_get_upem (hb_face);
    }
  hb_face_destroy (hb_face);

  return face;
}

/* Takes @face, NULL when it could not be opened; what may not be embedded is passed over, and said. */
static LecternFontFace *
keep_face (LecternPaperFonts *self,
           LecternFontFace   *face,
           const char        *family)
{
  if (face != NULL && may_be_embedded (face->hb_face))
    {
      g_ptr_array_add (self->faces, face);
      return face;
    }
  refuse (self, family, face != NULL ? LECTERN_FONT_FAULT_EMBEDDING : LECTERN_FONT_FAULT_OUTLINES);
  if (face != NULL)
    face_free (face);

  return NULL;
}

static LecternFontFace *
ensure_face (LecternPaperFonts *self,
             const Wish        *wish)
{
  LecternFontFace *face;
  FcPattern       *match;
  FcChar8         *file = NULL;
  int              index = 0;
  int              weight = FC_WEIGHT_REGULAR;

  for (guint i = 0; i < self->faces->len; i++)
    {
      face = g_ptr_array_index (self->faces, i);
      if (face->bold == wish->bold && face->narrow == wish->narrow && face->tabular == wish->tabular && g_str_equal (face->family, wish->family))
        return face;
    }

  match = match_wish (self, wish);
  if (match == NULL)
    return NULL;

  FcPatternGetString (match, FC_FILE, 0, &file);
  FcPatternGetInteger (match, FC_INDEX, 0, &index);
  FcPatternGetInteger (match, FC_WEIGHT, 0, &weight);
  face = file != NULL ? face_open ((const char *) file, index, wish) : NULL;
  if (face != NULL)
    face->heavy = weight >= FC_WEIGHT_DEMIBOLD;
  FcPatternDestroy (match);

  return keep_face (self, face, wish->family);
}

static GPtrArray *
ensure_chain (LecternPaperFonts *self,
              LecternFontRole    role)
{
  GPtrArray *chain;

  if (self->chains[role] != NULL)
    return self->chains[role];

  chain = g_ptr_array_new ();
  if (self->choices[role] != NULL)
    {
      const Wish       choice = { self->choices[role], role == LECTERN_FONT_TITLE || role == LECTERN_FONT_HEADING, FALSE, role == LECTERN_FONT_FIGURES };
      LecternFontFace *face = ensure_face (self, &choice);

      if (face != NULL)
        g_ptr_array_add (chain, face);
    }
  for (guint i = 0; i < WISHES_MAX && wishes[role][i].family != NULL; i++)
    {
      LecternFontFace *face = ensure_face (self, &wishes[role][i]);

      if (face != NULL)
        g_ptr_array_add (chain, face);
    }
  self->chains[role] = chain;

  return chain;
}

/* Private-use characters differ from font to font, the replacement character says that something
 * was lost before: neither may end on a paper. */
static gboolean
may_be_printed (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return type != G_UNICODE_CONTROL && type != G_UNICODE_PRIVATE_USE && type != G_UNICODE_UNASSIGNED && character != 0xfffd;
}

/* Any other font that is installed ----------------------------------------------------------- */

typedef struct
{
  char *family;
  char *file;
  int   index;
  int   weight; /* how far from regular */
} Candidate;

static void
candidate_clear (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->family);
  g_free (candidate->file);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;
  int              by_family;

  if (left->weight != right->weight)
    return left->weight - right->weight;
  by_family = strcmp (left->family, right->family);
  if (by_family != 0)
    return by_family;

  return strcmp (left->file, right->file);
}

/* Upright, static, with outlines of one colour. */
static void
add_candidate (GArray    *candidates,
               FcPattern *pattern)
{
  FcChar8  *family = NULL;
  FcChar8  *file = NULL;
  int       index = 0;
  int       weight = FC_WEIGHT_REGULAR;
  int       slant = FC_SLANT_ROMAN;
  FcBool    variable = FcFalse;
  FcBool    colour = FcFalse;
  Candidate candidate;

  FcPatternGetString (pattern, FC_FAMILY, 0, &family);
  FcPatternGetString (pattern, FC_FILE, 0, &file);
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);
  FcPatternGetInteger (pattern, FC_WEIGHT, 0, &weight);
  FcPatternGetInteger (pattern, FC_SLANT, 0, &slant);
  FcPatternGetBool (pattern, FC_VARIABLE, 0, &variable);
  FcPatternGetBool (pattern, FC_COLOR, 0, &colour);
  if (family == NULL || file == NULL || variable || colour || slant != FC_SLANT_ROMAN)
    return;
  candidate = (Candidate){ g_strdup ((const char *) family), g_strdup ((const char *) file), index, ABS (weight - FC_WEIGHT_REGULAR) };
  g_array_append_val (candidates, candidate);
}

/* The fonts that have @character, the best one first: regular before bold, then by name. */
static GArray *
list_candidates (gunichar character)
{
  GArray      *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  FcPattern   *query = FcPatternCreate ();
  FcCharSet   *set = FcCharSetCreate ();
  FcObjectSet *wanted = FcObjectSetBuild (FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_VARIABLE, FC_COLOR, NULL);
  FcFontSet   *found;

  g_array_set_clear_func (candidates, candidate_clear);
  FcCharSetAddChar (set, character);
  FcPatternAddCharSet (query, FC_CHARSET, set);
  FcPatternAddBool (query, FC_OUTLINE, FcTrue);
  found = FcFontList (NULL, query, wanted);
  for (int i = 0; found != NULL && i < found->nfont; i++)
    add_candidate (candidates, found->fonts[i]);
  g_array_sort (candidates, compare_candidates);
  if (found != NULL)
    FcFontSetDestroy (found);
  FcObjectSetDestroy (wanted);
  FcCharSetDestroy (set);
  FcPatternDestroy (query);

  return candidates;
}

static LecternFontFace *
find_opened (LecternPaperFonts *self,
             const Candidate   *candidate)
{
  for (guint i = 0; i < self->faces->len; i++)
    {
      LecternFontFace *face = g_ptr_array_index (self->faces, i);

      if (face->index == (candidate->index & 0xffff) && !face->narrow && !face->tabular && g_str_equal (face->file, candidate->file))
        return face;
    }

  return NULL;
}

/* The last resort, so that a font somebody installs for one character is enough. FALSE: nothing has it. */
static gboolean
borrow_glyph (LecternPaperFonts *self,
              gunichar           character,
              LecternGlyph      *glyph)
{
  g_autoptr (GArray) candidates = list_candidates (character);

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      const Wish       wish = { candidate->family, FALSE, FALSE, FALSE };
      LecternFontFace *face = find_opened (self, candidate);

      if (face == NULL)
        face = keep_face (self, face_open (candidate->file, candidate->index, &wish), candidate->family);
      if (face == NULL || !lectern_font_face_get_glyph (face, character, &glyph->glyph))
        continue;
      glyph->face = face;
      return TRUE;
    }

  return FALSE;
}

static LecternGlyph *
find_glyph (LecternPaperFonts *self,
            LecternFontRole    role,
            gunichar           character)
{
  GPtrArray    *chain = ensure_chain (self, role);
  LecternGlyph *glyph = g_new0 (LecternGlyph, 1);

  for (guint i = 0; i < chain->len; i++)
    {
      LecternFontFace *face = g_ptr_array_index (chain, i);
      guint32          id;

      if (face->narrow && g_unichar_iswide (character))
        continue;
      if (!lectern_font_face_get_glyph (face, character, &id))
        continue;

      glyph->face = face;
      glyph->glyph = id;
      break;
    }
  if (glyph->face != NULL || (may_be_printed (character) && borrow_glyph (self, character, glyph)))
    glyph->advance = (double) hb_font_get_glyph_h_advance (glyph->face->hb_font, glyph->glyph) / glyph->face->units_per_em;

  return glyph;
}

/* The half-width form of a figure, by the font's own feature; the figure itself where it has none. */
static hb_codepoint_t
shape_figure (LecternFontFace *face,
              gunichar         figure,
              hb_codepoint_t   nominal)
{
  static const hb_feature_t feature = { HB_TAG ('h', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END };
  hb_buffer_t              *buffer = hb_buffer_create ();
  const hb_glyph_info_t    *shaped;
  guint                     n;

  hb_buffer_add_utf32 (buffer, &figure, 1, 0, 1);
  hb_buffer_set_direction (buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (buffer, HB_SCRIPT_HAN);
  hb_shape (face->hb_font, buffer, &feature, 1);
  shaped = hb_buffer_get_glyph_infos (buffer, &n);
  if (n == 1 && shaped[0].codepoint != 0)
    nominal = shaped[0].codepoint;
  hb_buffer_destroy (buffer);

  return nominal;
}

gboolean
lectern_font_face_get_glyph (LecternFontFace *face,
                             gunichar         character,
                             guint32         *glyph)
{
  hb_codepoint_t id;

  if (!hb_font_get_nominal_glyph (face->hb_font, character, &id) || id == 0)
    return FALSE;
  if (face->tabular && character >= '0' && character <= '9')
    id = shape_figure (face, character, id);
  *glyph = id;

  return TRUE;
}

LecternPaperFonts *
lectern_paper_fonts_new (void)
{
  LecternPaperFonts *self = g_atomic_rc_box_new0 (LecternPaperFonts);

  self->faces = g_ptr_array_new_with_free_func (face_free);
  self->refused = g_ptr_array_new_with_free_func (refusal_free);
  for (guint i = 0; i < LECTERN_FONT_N_ROLES; i++)
    self->glyphs[i] = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return self;
}

LecternPaperFonts *
lectern_paper_fonts_new_for (LecternContest *contest)
{
  LecternPaperFonts *self = lectern_paper_fonts_new ();
  const char *const *roles = lectern_font_choice_list_roles ();

  for (guint i = 0; i < LECTERN_FONT_N_ROLES; i++)
    self->choices[i] = g_strdup (lectern_contest_get_font_choice (contest, roles[i]));

  return self;
}

LecternPaperFonts *
lectern_paper_fonts_ref (LecternPaperFonts *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lectern_paper_fonts_unref (LecternPaperFonts *self)
{
  g_atomic_rc_box_release_full (self, fonts_free);
}

const LecternGlyph *
lectern_paper_fonts_lookup (LecternPaperFonts *self,
                            LecternFontRole    role,
                            gunichar           character)
{
  LecternGlyph *glyph;

  g_return_val_if_fail (role < LECTERN_FONT_N_ROLES, NULL);

  glyph = g_hash_table_lookup (self->glyphs[role], GUINT_TO_POINTER (character));
  if (glyph == NULL)
    {
      glyph = find_glyph (self, role, character);
      g_hash_table_insert (self->glyphs[role], GUINT_TO_POINTER (character), glyph);
    }

  return glyph->face != NULL ? glyph : NULL;
}

double
lectern_paper_fonts_measure (LecternPaperFonts *self,
                             LecternFontRole    role,
                             double             size,
                             double             spacing,
                             const char        *text)
{
  double ems = 0;
  guint  n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      const LecternGlyph *glyph = lectern_paper_fonts_lookup (self, role, g_utf8_get_char (p));

      ems += glyph != NULL ? glyph->advance : 1;
    }

  return ems * size * LECTERN_MM_PER_POINT + (n > 1 ? (n - 1) * spacing : 0);
}

gboolean
lectern_paper_fonts_check (LecternPaperFonts *self,
                           LecternFontRole    role,
                           const char        *text,
                           GError           **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_autofree char *shown = g_utf8_make_valid (text, -1);

      g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_BAD_TEXT,
                   /* Translators: the argument is a text with its broken bytes replaced. */
                   _ ("The text “%s” is not valid UTF-8; type it again."), shown);
      return FALSE;
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (lectern_paper_fonts_lookup (self, role, character) != NULL && may_be_printed (character))
        continue;

      if (ensure_chain (self, role)->len == 0)
        g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_FONT_MISSING,
                     _ ("No font for papers is installed; install LXGW WenKai (package fonts-lxgw-wenkai)."));
      else if (!may_be_printed (character))
        g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_BAD_TEXT,
                     /* Translators: a code point such as U+E000, then the text it is in. */
                     _ ("The character U+%04X in “%s” can’t be printed; type it again."), character, text);
      else
        g_set_error (error, LECTERN_PAPER_ERROR, LECTERN_PAPER_ERROR_GLYPH_MISSING,
                     /* Translators: a character and its code point, then the text it is in. */
                     _ ("No installed font has the character %.*s (U+%04X) in “%s”; install one that has it."),
                     (int) (g_utf8_next_char (p) - p), p, character, text);
      return FALSE;
    }

  return TRUE;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

gboolean
lectern_paper_fonts_may_print (gunichar character)
{
  return may_be_printed (character);
}

LecternFontFace *
lectern_paper_fonts_get_first (LecternPaperFonts *self,
                               LecternFontRole    role)
{
  GPtrArray *chain = ensure_chain (self, role);
  guint      first = 0;

  /* What lends quotation marks alone sets no tone. */
  while (first < chain->len && ((LecternFontFace *) chain->pdata[first])->narrow)
    first++;

  return first < chain->len ? chain->pdata[first] : NULL;
}

GPtrArray *
lectern_paper_fonts_get_refused (LecternPaperFonts *self)
{
  return self->refused;
}

GPtrArray *
lectern_paper_fonts_list_families (void)
{
  static const gunichar probe = 0x4e2d; /* 中: what cannot set it is no font for papers */
  g_autoptr (GArray) candidates = list_candidates (probe);
  GPtrArray *families = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < candidates->len; i++)
    {
      const char *family = g_array_index (candidates, Candidate, i).family;

      if (!g_ptr_array_find_with_equal_func (families, family, g_str_equal, NULL))
        g_ptr_array_add (families, g_strdup (family));
    }
  g_ptr_array_sort (families, compare_texts);

  return families;
}

char *
lectern_paper_fonts_describe (LecternPaperFonts *self,
                              LecternFontRole    role)
{
  GPtrArray *chain = ensure_chain (self, role);
  GString   *text = g_string_new (NULL);

  for (guint i = 0; i < chain->len; i++)
    {
      LecternFontFace *face = g_ptr_array_index (chain, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "", face->family, face->heavy ? " Bold" : "");
    }

  return g_string_free (text, FALSE);
}
