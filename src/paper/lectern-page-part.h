/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-document.h"

G_BEGIN_DECLS

/* Where something stands on a page, in mm from the upper left corner. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double baseline; /* of its first text; 0: it has none */
} LecternFrame;

/* The frame around all that belongs to @part on the page of that index, its form included. FALSE: nothing does. */
gboolean lectern_page_part_find (const LecternDocument *document,
                                 guint                  page,
                                 guint                  part,
                                 LecternFrame          *frame);
/* The part among 1 .. @n_parts that is at @x, @y or at most @slack mm away; of several the smallest, for that is what
 * would be hard to meet otherwise. 0: there is none. */
guint lectern_page_part_pick (const LecternDocument *document,
                              guint                  page,
                              guint                  n_parts,
                              double                 x,
                              double                 y,
                              double                 slack);

G_END_DECLS
