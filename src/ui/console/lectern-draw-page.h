/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The draw of the running order, by a seed or recorded by hand, and its list. */
#define LECTERN_TYPE_DRAW_PAGE (lectern_draw_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternDrawPage, lectern_draw_page, LECTERN, DRAW_PAGE, LecternConsolePart)

/* Draws with @seed, or a random one when NULL or empty. */
void lectern_draw_page_draw (LecternDrawPage *self,
                             const char      *seed);

G_END_DECLS
