/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

#include "lectern-contest.h"

G_BEGIN_DECLS

/* What the panels were told of the stage, and whom a committed row therefore concerns. */
typedef struct _LecternToldStage LecternToldStage;

/* Who is concerned, beside a judge's number. */
#define LECTERN_TOLD_EVERYONE 0
#define LECTERN_TOLD_NOBODY (-1)

LecternToldStage *lectern_told_stage_new (void) G_GNUC_WARN_UNUSED_RESULT;
void              lectern_told_stage_free (LecternToldStage *self);
/* Whose panel shows something of @record: a judge's number, LECTERN_TOLD_EVERYONE or LECTERN_TOLD_NOBODY.
 * Remembers who is on stage. */
gint64 lectern_told_stage_find_concerned (LecternToldStage    *self,
                                          LecternContest      *contest,
                                          const LecternRecord *record);
/* Whether other entries, or others in another order, are marked now than when this was asked last. Who is on
 * stage changes an entry, too, and nothing of anybody's own sheets. */
gboolean lectern_told_stage_note_order (LecternToldStage *self,
                                        LecternContest   *contest);
/* Whether a row of @table says nothing of any judge's own sheets, but perhaps of their order. */
gboolean lectern_told_stage_is_about (const LecternTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternToldStage, lectern_told_stage_free)

G_END_DECLS
