/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Actions and outcomes as values. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-action.h"

#include "lectern-content.h"

static const char *const kind_names[LECTERN_ACTION_N_KINDS] = {
  [LECTERN_ACTION_CREATE] = "create",
  [LECTERN_ACTION_EDIT_CONTEST] = "edit-contest",
  [LECTERN_ACTION_SWITCH_UNIT] = "switch-unit",
  [LECTERN_ACTION_ADD_NOMINEES] = "add-nominees",
  [LECTERN_ACTION_EDIT_NOMINEE] = "edit-nominee",
  [LECTERN_ACTION_WITHDRAW_NOMINEE] = "withdraw-nominee",
  [LECTERN_ACTION_RESTORE_NOMINEE] = "restore-nominee",
  [LECTERN_ACTION_ADD_JUDGES] = "add-judges",
  [LECTERN_ACTION_EDIT_JUDGE] = "edit-judge",
  [LECTERN_ACTION_DRAW] = "draw",
  [LECTERN_ACTION_SET_LOTS] = "set-lots",
  [LECTERN_ACTION_DRAW_SLIP] = "draw-slip",
  [LECTERN_ACTION_RETURN_SLIP] = "return-slip",
  [LECTERN_ACTION_RECUSE] = "recuse",
  [LECTERN_ACTION_LIFT_RECUSAL] = "lift-recusal",
  [LECTERN_ACTION_REMOVE_JUDGE] = "remove-judge",
  [LECTERN_ACTION_REPLACE_JUDGE] = "replace-judge",
  [LECTERN_ACTION_EDIT_RULES] = "edit-rules",
  [LECTERN_ACTION_OPEN_ROUND] = "open-round",
  [LECTERN_ACTION_TAKE_ROUND] = "take-round",
  [LECTERN_ACTION_GO] = "go",
  [LECTERN_ACTION_TAKE_CUE] = "take-cue",
  [LECTERN_ACTION_CALL] = "call",
  [LECTERN_ACTION_START_CLOCK] = "start-clock",
  [LECTERN_ACTION_PAUSE_CLOCK] = "pause-clock",
  [LECTERN_ACTION_RESUME_CLOCK] = "resume-clock",
  [LECTERN_ACTION_STOP_CLOCK] = "stop-clock",
  [LECTERN_ACTION_SET_CLOCK] = "set-clock",
  [LECTERN_ACTION_OPEN_GATE] = "open-gate",
  [LECTERN_ACTION_CLOSE_GATE] = "close-gate",
  [LECTERN_ACTION_REVEAL] = "reveal",
  [LECTERN_ACTION_FORFEIT] = "forfeit",
  [LECTERN_ACTION_SHOW_SCENE] = "show-scene",
  [LECTERN_ACTION_TURN_PAGE] = "turn-page",
  [LECTERN_ACTION_LAY_OVER] = "lay-over",
  [LECTERN_ACTION_ENTER_SEQUENCE] = "enter-sequence",
  [LECTERN_ACTION_STEP] = "step",
  [LECTERN_ACTION_STEP_TO] = "step-to",
  [LECTERN_ACTION_RESUME_SEQUENCE] = "resume-sequence",
  [LECTERN_ACTION_BLANK] = "blank",
  [LECTERN_ACTION_CORRECT_TIME] = "correct-time",
  [LECTERN_ACTION_SECOND_TIME] = "second-time",
  [LECTERN_ACTION_RESTART] = "restart",
  [LECTERN_ACTION_SHEET] = "sheet",
  [LECTERN_ACTION_REOPEN_SHEET] = "reopen-sheet",
  [LECTERN_ACTION_KEY_SHEET] = "key-sheet",
  [LECTERN_ACTION_SEE_FLAG] = "see-flag",
  [LECTERN_ACTION_IMPORT_SHEETS] = "import-sheets",
  [LECTERN_ACTION_IMPORT_TIMES] = "import-times",
  [LECTERN_ACTION_DECIDE] = "decide",
  [LECTERN_ACTION_RECHECK] = "recheck",
  [LECTERN_ACTION_FINALISE] = "finalise",
  [LECTERN_ACTION_REOPEN_ROUND] = "reopen-round",
  [LECTERN_ACTION_UNDO] = "undo",
  [LECTERN_ACTION_MAKE_CODE] = "make-code",
  [LECTERN_ACTION_PAIR] = "pair",
  [LECTERN_ACTION_REVOKE_SEAT] = "revoke-seat",
  [LECTERN_ACTION_ATTACH] = "attach",
  [LECTERN_ACTION_DETACH] = "detach",
  [LECTERN_ACTION_SHOW_COURSEWARE] = "show-courseware",
  [LECTERN_ACTION_SET_CERTIFICATE] = "set-certificate",
  [LECTERN_ACTION_SET_ANNEX_FORM] = "set-annex-form",
  [LECTERN_ACTION_SET_ANNEX_ROWS] = "set-annex-rows",
  [LECTERN_ACTION_SET_PAPER_FONT] = "set-paper-font",
  [LECTERN_ACTION_PASS_CHECK] = "pass-check",
  [LECTERN_ACTION_CHECK_IN] = "check-in",
};

static void
action_mark_free (gpointer data)
{
  LecternActionMark *mark = data;

  g_free (mark->criterion);
  g_free (mark->text);
  g_free (mark);
}

LecternAction *
lectern_action_new (LecternActionKind kind,
                    const char       *actor)
{
  LecternAction *self;

  g_return_val_if_fail (kind < LECTERN_ACTION_N_KINDS, NULL);

  self = g_new0 (LecternAction, 1);
  self->kind = kind;
  self->actor = g_strdup (actor);
  self->lot = LECTERN_NULL;
  self->judge = LECTERN_NULL;
  self->nominee = LECTERN_NULL;
  self->number = LECTERN_NULL;
  self->records = g_ptr_array_new_with_free_func (lectern_record_unref);
  self->marks = g_ptr_array_new_with_free_func (action_mark_free);
  return self;
}

void
lectern_action_free (LecternAction *self)
{
  g_free (self->actor);
  g_free (self->device);
  g_free (self->address);
  g_free (self->reason);
  g_free (self->second);
  g_free (self->key);
  g_free (self->text);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->marks);
  lectern_content_free (self->content);
  g_free (self);
}

void
lectern_action_add_mark (LecternAction *self,
                         const char    *criterion,
                         const char    *value)
{
  LecternActionMark *mark = g_new0 (LecternActionMark, 1);

  mark->criterion = g_strdup (criterion);
  mark->text = g_strdup (value);
  g_ptr_array_add (self->marks, mark);
}

void
lectern_action_add_record (LecternAction *self,
                           gpointer       record)
{
  g_ptr_array_add (self->records, record);
}

const char *
lectern_action_kind_get_name (LecternActionKind kind)
{
  g_return_val_if_fail (kind < LECTERN_ACTION_N_KINDS, NULL);
  return kind_names[kind];
}

void
lectern_outcome_free (LecternOutcome *self)
{
  g_free (self->text);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}
