/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The contest's own words - title, theme, date, place, language - and which units nominate. */
#define LECTERN_TYPE_CONTEST_PAGE (lectern_contest_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternContestPage, lectern_contest_page, LECTERN, CONTEST_PAGE, LecternConsolePart)

G_END_DECLS
