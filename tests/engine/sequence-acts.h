/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "engine-fixture.h"

#include "lectern-sequence.h"

G_BEGIN_DECLS

/* What the tests of sequences do and look at. */
const LecternOnAir *act_get_on_air (Fixture *f);
/* The sequence held, which has to be there, and where it is. */
LecternSequence *act_get_held (Fixture *f, guint *step);
LecternAction   *act_step (gboolean forward);
LecternAction   *act_step_to (gint64 number);
LecternAction   *act_enter (LecternSequenceKind kind, gint64 lot, const char *how);
LecternAction   *act_show (LecternSceneKind kind);
LecternAction   *act_blank (gboolean on);
/* All entries marked on paper, each judge's totals apart from the others'; lot i is entry i. */
void act_mark_all (Fixture *f, guint n_entries, guint n_judges);
void act_finalise (Fixture *f);
/* That the sequence held is at @wanted and its scene on air. */
void act_assert_at (Fixture *f, guint wanted);

/* That the journal, read again, gives what the file has. */
void act_assert_verifies (Fixture *f);

G_END_DECLS
