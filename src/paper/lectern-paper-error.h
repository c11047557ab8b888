/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What keeps a paper from being made. The messages are sentences for a person. */
#define LECTERN_PAPER_ERROR (lectern_paper_error_quark ())
GQuark lectern_paper_error_quark (void);

typedef enum
{
  LECTERN_PAPER_ERROR_FONT_MISSING,  /* none of a role's fonts is installed */
  LECTERN_PAPER_ERROR_GLYPH_MISSING, /* a character no font of the role can draw */
  LECTERN_PAPER_ERROR_BAD_TEXT,      /* not UTF-8, or a character that must not be printed */
  LECTERN_PAPER_ERROR_FONT_BROKEN,   /* a font file that can't be read or subset */
  LECTERN_PAPER_ERROR_WRITE,         /* libharu or the disk */
  LECTERN_PAPER_ERROR_NOTHING,       /* nothing to print: nobody has the award, no draw yet */
  LECTERN_PAPER_ERROR_UNKNOWN,       /* an award or kind of report that does not exist */
  LECTERN_PAPER_ERROR_UNDECIDED,     /* a tie across the award's border is still open */
} LecternPaperError;

G_END_DECLS
