/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* Whom the judges may mark, and the button that opens and closes it. */
#define LECTERN_TYPE_GATE_CARD (lectern_gate_card_get_type ())
G_DECLARE_FINAL_TYPE (LecternGateCard, lectern_gate_card, LECTERN, GATE_CARD, LecternConsolePart)

G_END_DECLS
