/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <hb.h>

#include "lectern-contest.h"
#include "lectern-page.h"
#include "lectern-paper-error.h"

G_BEGIN_DECLS

/* The fonts of this machine that papers are set in, by role, each role with a chain of fallbacks
 * tried character by character. Reference counted, of one thread at a time. */
typedef struct _LecternPaperFonts LecternPaperFonts;

/* One face of one font file. Owned by the LecternPaperFonts. */
typedef struct
{
  char      *family; /* as fontconfig names it */
  char      *file;
  int        index;   /* in a collection */
  gboolean   bold;    /* asked for */
  gboolean   heavy;   /* and found: the file is a bold one */
  gboolean   narrow;  /* lends only characters that are not wide */
  gboolean   tabular; /* sets figures in their half-width form, all of one width */
  gboolean   cff;     /* PostScript outlines, else TrueType */
  hb_face_t *hb_face;
  hb_font_t *hb_font;
  guint      units_per_em;
} LecternFontFace;

/* FALSE when @face has no glyph for @character. */
gboolean lectern_font_face_get_glyph (LecternFontFace *face,
                                      gunichar         character,
                                      guint32         *glyph);

/* A character as it is drawn: which face, which glyph, how wide in ems. */
typedef struct
{
  LecternFontFace *face;
  guint32          glyph;
  double           advance;
} LecternGlyph;

/* Why a family that is installed is passed over. */
typedef enum
{
  LECTERN_FONT_FAULT_EMBEDDING, /* its maker forbids to put it into a file, or to cut it */
  LECTERN_FONT_FAULT_VARIABLE,  /* variable only; there is no static instance to embed */
  LECTERN_FONT_FAULT_OUTLINES,  /* it can't be read, or has neither TrueType nor PostScript outlines */
} LecternFontFault;

typedef struct
{
  char            *family;
  LecternFontFault fault;
} LecternFontRefusal;

LecternPaperFonts *lectern_paper_fonts_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* With the families that were chosen for the contest coming first (lectern-font-choice.h). */
LecternPaperFonts *lectern_paper_fonts_new_for (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;
LecternPaperFonts *lectern_paper_fonts_ref (LecternPaperFonts *self);
void               lectern_paper_fonts_unref (LecternPaperFonts *self);

/* NULL when no font of @role can draw @character. */
const LecternGlyph *lectern_paper_fonts_lookup (LecternPaperFonts *self,
                                                LecternFontRole    role,
                                                gunichar           character);
/* The width of @text in millimetres at @size points with @spacing millimetres after every letter
 * but the last. What has no glyph counts one em. */
double lectern_paper_fonts_measure (LecternPaperFonts *self,
                                    LecternFontRole    role,
                                    double             size,
                                    double             spacing,
                                    const char        *text);
/* GLYPH_MISSING names the first character that can't be drawn, as U+XXXX, and the text it is in;
 * BAD_TEXT refuses invalid UTF-8, control, private-use and replacement characters;
 * FONT_MISSING when none of the role's fonts is installed. */
gboolean lectern_paper_fonts_check (LecternPaperFonts *self,
                                    LecternFontRole    role,
                                    const char        *text,
                                    GError           **error);
/* FALSE for control, private-use, unassigned and replacement characters. */
gboolean lectern_paper_fonts_may_print (gunichar character);
/* The font that sets the tone of @role; NULL: none of its fonts is installed. Owned by @self. */
LecternFontFace *lectern_paper_fonts_get_first (LecternPaperFonts *self,
                                                LecternFontRole    role);
/* What was passed over so far: LecternFontRefusal. Owned by @self. */
GPtrArray *lectern_paper_fonts_get_refused (LecternPaperFonts *self);
/* The installed families with Chinese characters that papers can be set in, by name. Owned by the caller. */
GPtrArray *lectern_paper_fonts_list_families (void) G_GNUC_WARN_UNUSED_RESULT;
/* The families found for @role, the first one that is used first: "Noto Serif CJK SC Bold, …". */
char *lectern_paper_fonts_describe (LecternPaperFonts *self,
                                    LecternFontRole    role) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPaperFonts, lectern_paper_fonts_unref)

G_END_DECLS
