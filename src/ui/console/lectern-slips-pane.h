/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* A draw by hand as it goes: who draws now, the lot that is read out, Enter; the hall's board follows
 * when it is on air. Whoever is next on the list comes by himself; somebody else is found by name. */
#define LECTERN_TYPE_SLIPS_PANE (lectern_slips_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternSlipsPane, lectern_slips_pane, LECTERN, SLIPS_PANE, LecternConsolePart)

/* Who draws now; LECTERN_NULL: nobody is left. */
gint64 lectern_slips_pane_get_nominee (LecternSlipsPane *self);
/* To the field for the lot. */
void lectern_slips_pane_begin (LecternSlipsPane *self);

G_END_DECLS
