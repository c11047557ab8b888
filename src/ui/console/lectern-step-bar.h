/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* Where a reveal, a draw or a ceremony is, and what the MC says next; there only while one is on air
 * or was interrupted. The one place that lets steps follow each other by themselves. */
#define LECTERN_TYPE_STEP_BAR (lectern_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternStepBar, lectern_step_bar, LECTERN, STEP_BAR, LecternConsolePart)

/* What it says of where it is, and of what comes next; empty when it is not there. */
const char *lectern_step_bar_get_where (LecternStepBar *self);
const char *lectern_step_bar_get_words (LecternStepBar *self);
/* Whether the next step comes by itself. */
gboolean lectern_step_bar_is_running (LecternStepBar *self);

G_END_DECLS
