/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-paper-fonts.h"

G_BEGIN_DECLS

/* Marks @page as made in a rehearsal: a red band along the upper edge that says so, and the word
 * pale and large across the sheet. Call it first, so that everything else lies above. */
void lectern_page_add_rehearsal (LecternPage       *page,
                                 LecternPaperFonts *fonts,
                                 const char        *language);

G_END_DECLS
