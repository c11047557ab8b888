/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-round-part.h"

G_BEGIN_DECLS

/* The end of a round in three steps: nothing may keep it open, a second person compares the
 * winners' sheets, somebody closes it. Afterwards: who did, and opening it again. */
#define LECTERN_TYPE_CLOSING_PANE (lectern_closing_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternClosingPane, lectern_closing_pane, LECTERN, CLOSING_PANE, LecternRoundPart)

G_END_DECLS
