/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"
#include "lectern-correction.h"

G_BEGIN_DECLS

/* The side sheet for corrections: one entry, its times, its talk and its sheets, while the evening
 * goes on beside it. It stays with the entry it was opened for until another is chosen in it.
 * ::closed when the operator has closed it. */
#define LECTERN_TYPE_CORRECTIONS_PANE (lectern_corrections_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternCorrectionsPane, lectern_corrections_pane, LECTERN, CORRECTIONS_PANE, LecternConsolePart)

/* Shows what there is of the entry on stage, else of the one that was on stage last. */
void lectern_corrections_pane_open (LecternCorrectionsPane *self);
/* Shows what there is of the entry of @lot; figures are hidden again. */
void   lectern_corrections_pane_set_lot (LecternCorrectionsPane *self,
                                         gint64                  lot);
gint64 lectern_corrections_pane_get_lot (LecternCorrectionsPane *self);
/* Opens the row of that judge's sheet and goes to it. */
void lectern_corrections_pane_show_judge (LecternCorrectionsPane *self,
                                          gint64                  judge);
/* Asks for what that correction needs. @lot and @judge may be LECTERN_NULL. */
void lectern_corrections_pane_begin (LecternCorrectionsPane *self,
                                     LecternCorrectionKind   kind,
                                     gint64                  lot,
                                     gint64                  judge);
/* Until the next that is begun: whether the pane was opened for this one alone, and closes by itself when it is
 * done or given up, so that the main key goes on with the evening. */
void lectern_corrections_pane_set_in_passing (LecternCorrectionsPane *self,
                                              gboolean                in_passing);

G_END_DECLS
