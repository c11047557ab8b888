/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The jury: judges, their pairing codes, the laptops that sit on their seats, and where the
 * laptops find this one. */
#define LECTERN_TYPE_JUDGES_PAGE (lectern_judges_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternJudgesPage, lectern_judges_page, LECTERN, JUDGES_PAGE, LecternConsolePart)

G_END_DECLS
