/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* What has to be right before the evening, in red, amber and green. */
#define LECTERN_TYPE_PREFLIGHT_PAGE (lectern_preflight_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternPreflightPage, lectern_preflight_page, LECTERN, PREFLIGHT_PAGE, LecternConsolePart)

G_END_DECLS
