/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-paper-fonts.h"

G_BEGIN_DECLS

/* Characters that a role's own font lacks and another lends. */
typedef struct
{
  char *family;
  char *characters; /* each once, in the order they were met */
} LecternFontLoan;

/* What a role is set in on this laptop. */
typedef struct
{
  const char *role;   /* as in designs of certificates */
  char       *chosen; /* the family chosen for the contest; NULL: none */
  gboolean    found;  /* whether the chosen one is used; TRUE when none was chosen */
  char       *family; /* NULL: no font of the role is installed */
  char       *file;
  gboolean    cff;   /* PostScript outlines, else TrueType */
  GPtrArray  *loans; /* LecternFontLoan */
} LecternFontUse;

/* A character that no paper can have. */
typedef struct
{
  gunichar character;
  char    *where;   /* "a nominee's name", in the language of the interface */
  char    *text;    /* it stands in */
  char    *install; /* what would help, for people; NULL: the character has to be typed again */
} LecternFontGap;

/* Every character that papers may have to set, looked up before the day. */
typedef struct
{
  LecternFontUse uses[LECTERN_FONT_N_ROLES];
  GPtrArray     *gaps;    /* LecternFontGap */
  GPtrArray     *refused; /* LecternFontRefusal: installed, and passed over */
  guint          n_texts; /* that were looked at */
} LecternFontCheck;

LecternFontCheck *lectern_font_check_new (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;
void              lectern_font_check_free (LecternFontCheck *self);
/* Whether nothing is missing: every role has a font and every character a glyph. */
gboolean lectern_font_check_is_complete (const LecternFontCheck *self);
/* Why a family was passed over, and what a gap is, in a sentence. Owned by the caller. */
char *lectern_font_refusal_describe (const LecternFontRefusal *refusal) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_font_gap_describe (const LecternFontGap *gap) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternFontCheck, lectern_font_check_free)

G_END_DECLS
