/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The rounds of a contest that has several: where each stands, going on to another, and taking a heat
 * from another laptop. Of a contest with one round nothing is to be seen. */
#define LECTERN_TYPE_ROUNDS_PANE (lectern_rounds_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternRoundsPane, lectern_rounds_pane, LECTERN, ROUNDS_PANE, LecternConsolePart)

G_END_DECLS
