/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene.h"

G_BEGIN_DECLS

/* Parts the guests and judges of a scene that is not yet handed out into pages. */
void lectern_scene_make_people_pages (LecternScene *scene);
/* The same for the rows of an awards scene, which are sorted by award. */
void lectern_scene_make_award_pages (LecternScene *scene);

/* And for boards of rows (lectern-scene-page.c). A ranking, best first: the first @n_together belong
 * together, all who go on, or who have the first award. */
void lectern_scene_make_pages (LecternScene *scene,
                               guint         n_together);
/* The running order, opened where somebody is on stage or comes next. */
void lectern_scene_make_order_pages (LecternScene *scene);
/* The lots of a draw, opened at the one drawn last. The longest name of all who draw, in half widths, says
 * how large a lot is, drawn or not: nothing moves when it comes. */
void lectern_scene_make_draw_pages (LecternScene *scene,
                                    guint         longest);
/* The winners of one award. */
void lectern_scene_make_winner_pages (LecternScene *scene);
/* How many of the @n winners from @first on stand on one page. */
guint lectern_scene_count_winners (GPtrArray *rows,
                                   guint      first,
                                   guint      n);
/* Half widths of a character @text takes: two for a Chinese one, one for a Latin one. */
guint lectern_scene_count_halves (const char *text);

G_END_DECLS
