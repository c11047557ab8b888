/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-paper-fonts.h"

G_BEGIN_DECLS

/* A font cut down to the characters of one paper, ready for a PDF. */
typedef struct
{
  char     *name; /* "QWERTY+LXGWWenKai": tag and PostScript name */
  gboolean  cff;  /* program is a bare CFF table, else a TrueType file */
  GBytes   *program;
  guint     n_characters;
  gunichar *characters; /* ascending */
  guint16  *codes;      /* CID of each, what the content stream says */
  guint16  *glyphs;     /* glyph of each in program */
  double   *widths;     /* of each, in thousandths of an em */
  /* in thousandths of an em */
  int bbox[4];
  int ascent;
  int descent;
} LecternFontSubset;

/* @characters is a set of gunichar that all have a glyph in @face. FONT_BROKEN when the font can't
 * be cut. */
LecternFontSubset *lectern_font_subset_new (LecternFontFace *face,
                                            GHashTable      *characters,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void               lectern_font_subset_free (LecternFontSubset *self);
/* The code of @character, 0 when it is not in the subset. */
guint16 lectern_font_subset_get_code (const LecternFontSubset *self,
                                      gunichar                 character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternFontSubset, lectern_font_subset_free)

G_END_DECLS
