/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "engine-fixture.h"

G_BEGIN_DECLS

/* How far an evening is. */
typedef enum
{
  SET_UP, /* three units of two, room for a third; three judges; nominee 2 withdrawn */
  DRAWN,  /* six entries; judge 3 recused from lot 1 */
  MARKED, /* lots 1 to 3 done, the first two equal, a far sheet flagged */
} Stage;

/* What is done in the tests of taking back: each an action, ready to be performed. */
LecternAction *act_with_text (LecternActionKind kind, const char *text, const char *reason);
LecternAction *act_of_judge (LecternActionKind kind, gint64 judge, gint64 lot, const char *reason);
LecternAction *act_of_time (LecternActionKind kind, gint64 lot, gint64 ms, const char *reason);
void           act_mark_entry (Fixture *f, gint64 lot);
void           act_bring_to (Fixture *f, Stage stage);
LecternAction *act_edit_contest (Fixture *f);
LecternAction *act_switch_unit (Fixture *f);
LecternAction *act_add_nominees (Fixture *f);
LecternAction *act_edit_nominee (Fixture *f);
LecternAction *act_withdraw (Fixture *f);
LecternAction *act_restore (Fixture *f);
LecternAction *act_add_judges (Fixture *f);
LecternAction *act_edit_judge (Fixture *f);
LecternAction *act_remove_judge (Fixture *f);
LecternAction *act_replace_judge (Fixture *f);
LecternAction *act_draw (Fixture *f);
LecternAction *act_draw_again (Fixture *f);
LecternAction *act_set_lots (Fixture *f);
LecternAction *act_recuse (Fixture *f);
LecternAction *act_be_absent (Fixture *f);
LecternAction *act_lift_recusal (Fixture *f);
LecternAction *act_edit_rules (Fixture *f);
LecternAction *act_forfeit (Fixture *f);
LecternAction *act_correct_time (Fixture *f);
LecternAction *act_second_time (Fixture *f);
LecternAction *act_import_times (Fixture *f);
LecternAction *act_key_sheet (Fixture *f);
LecternAction *act_see_flag (Fixture *f);
LecternAction *act_decide (Fixture *f);
LecternAction *act_recheck (Fixture *f);
LecternAction *act_call_first (Fixture *f);
LecternAction *act_edit_nominee_else (Fixture *f);
LecternAction *act_recuse_newcomer (Fixture *f);
LecternAction *act_become_head (Fixture *f);
LecternAction *act_use_new_criterion (Fixture *f);
LecternAction *act_nominate_by_new (Fixture *f);
LecternAction *act_correct_again (Fixture *f);
LecternAction *act_second_keying (Fixture *f);
LecternAction *act_raise_quota (Fixture *f);
LecternAction *act_fill_more (Fixture *f);

G_END_DECLS
