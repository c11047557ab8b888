/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The programme of the evening, its current line in sight. An entry's line opens to its cues;
 * a cue pressed twice is taken out of order. */
#define LECTERN_TYPE_PROGRAMME_PANE (lectern_programme_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternProgrammePane, lectern_programme_pane, LECTERN, PROGRAMME_PANE, LecternConsolePart)

/* The lines shown, LecternProgrammeItem. Borrowed. */
GListModel *lectern_programme_pane_get_lines (LecternProgrammePane *self);
/* What a press on line @position does: opens an entry, arms a cue, takes an armed one. */
void lectern_programme_pane_press (LecternProgrammePane *self,
                                   guint                 position);
/* Forgets a first press. FALSE when there was none. */
gboolean lectern_programme_pane_disarm (LecternProgrammePane *self);

G_END_DECLS
