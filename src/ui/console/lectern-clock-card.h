/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The talk's clock for the operator: large, with what it means in words, pause and correction. */
#define LECTERN_TYPE_CLOCK_CARD (lectern_clock_card_get_type ())
G_DECLARE_FINAL_TYPE (LecternClockCard, lectern_clock_card, LECTERN, CLOCK_CARD, LecternConsolePart)

G_END_DECLS
