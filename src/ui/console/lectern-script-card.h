/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The words the MC reads at the cue on air. */
#define LECTERN_TYPE_SCRIPT_CARD (lectern_script_card_get_type ())
G_DECLARE_FINAL_TYPE (LecternScriptCard, lectern_script_card, LECTERN, SCRIPT_CARD, LecternConsolePart)

G_END_DECLS
