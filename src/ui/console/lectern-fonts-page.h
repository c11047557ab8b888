/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* Which fonts papers are set in on this laptop, role by role, what is missing before the day, and the
 * choice of another family. */
#define LECTERN_TYPE_FONTS_PAGE (lectern_fonts_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternFontsPage, lectern_fonts_page, LECTERN, FONTS_PAGE, LecternConsolePart)

G_END_DECLS
