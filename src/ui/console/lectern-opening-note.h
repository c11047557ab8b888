/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* Beside the cue that opens the evening: what is red, and what was passed over. */
#define LECTERN_TYPE_OPENING_NOTE (lectern_opening_note_get_type ())
G_DECLARE_FINAL_TYPE (LecternOpeningNote, lectern_opening_note, LECTERN, OPENING_NOTE, LecternConsolePart)

G_END_DECLS
