/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The papers there are, and whether each can be written yet. */
#define LECTERN_TYPE_PAPERS_PAGE (lectern_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternPapersPage, lectern_papers_page, LECTERN, PAPERS_PAGE, LecternConsolePart)

G_END_DECLS
