/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The screens of this laptop: how they stand, what each is for and shows now, test pictures,
 * margins. */
#define LECTERN_TYPE_SCREENS_PAGE (lectern_screens_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternScreensPage, lectern_screens_page, LECTERN, SCREENS_PAGE, LecternConsolePart)

G_END_DECLS
