/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* How the list before the evening stands, in reach from every page. */
#define LECTERN_TYPE_PREFLIGHT_CHIP (lectern_preflight_chip_get_type ())
G_DECLARE_FINAL_TYPE (LecternPreflightChip, lectern_preflight_chip, LECTERN, PREFLIGHT_CHIP, LecternConsolePart)

G_END_DECLS
