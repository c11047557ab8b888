/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_HELP_TITLE,     /* # …, once, the first block */
  LECTERN_HELP_HEADING,   /* ## … */
  LECTERN_HELP_PARAGRAPH, /* lines up to an empty one */
  LECTERN_HELP_ITEM,      /* - … */
  LECTERN_HELP_STEP,      /* 1. … */
  LECTERN_HELP_PICTURE,   /* ![words](file) */
} LecternHelpKind;

typedef struct
{
  LecternHelpKind kind;
  int             number;  /* of a step, as written */
  char           *markup;  /* Pango's; of a picture: what it shows, as plain text */
  char           *picture; /* the file's name; NULL: no picture */
} LecternHelpBlock;

/**
 * lectern_help_text_read:
 * @text: a page of help/, in the part of Markdown that LecternHelpKind names
 *
 * Inside a block, **…** is strong, `…` a key or what stands on a button, [words](page.md) a link to a
 * page whose href is "page".
 *
 * Returns: (transfer full) (element-type LecternHelpBlock): the page's blocks in their order
 */
GPtrArray *lectern_help_text_read (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * lectern_help_text_get_title:
 * @blocks: a page as it was read
 *
 * Returns: (nullable): the page's title as plain text, owned by @blocks
 */
const char *lectern_help_text_get_title (GPtrArray *blocks);

G_END_DECLS
