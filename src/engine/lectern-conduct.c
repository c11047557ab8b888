/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which function conducts which action. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

static const LecternConduct conducts[LECTERN_ACTION_N_KINDS] = {
  [LECTERN_ACTION_CREATE] = lectern_conduct_create,
  [LECTERN_ACTION_EDIT_CONTEST] = lectern_conduct_edit_contest,
  [LECTERN_ACTION_SWITCH_UNIT] = lectern_conduct_switch_unit,
  [LECTERN_ACTION_ADD_NOMINEES] = lectern_conduct_add_nominees,
  [LECTERN_ACTION_EDIT_NOMINEE] = lectern_conduct_edit_nominee,
  [LECTERN_ACTION_WITHDRAW_NOMINEE] = lectern_conduct_withdraw_nominee,
  [LECTERN_ACTION_RESTORE_NOMINEE] = lectern_conduct_restore_nominee,
  [LECTERN_ACTION_ADD_JUDGES] = lectern_conduct_add_judges,
  [LECTERN_ACTION_EDIT_JUDGE] = lectern_conduct_edit_judge,
  [LECTERN_ACTION_DRAW] = lectern_conduct_draw,
  [LECTERN_ACTION_SET_LOTS] = lectern_conduct_set_lots,
  [LECTERN_ACTION_DRAW_SLIP] = lectern_conduct_draw_slip,
  [LECTERN_ACTION_RETURN_SLIP] = lectern_conduct_return_slip,
  [LECTERN_ACTION_RECUSE] = lectern_conduct_recuse,
  [LECTERN_ACTION_LIFT_RECUSAL] = lectern_conduct_lift_recusal,
  [LECTERN_ACTION_REMOVE_JUDGE] = lectern_conduct_remove_judge,
  [LECTERN_ACTION_REPLACE_JUDGE] = lectern_conduct_replace_judge,
  [LECTERN_ACTION_OPEN_ROUND] = lectern_conduct_open_round,
  [LECTERN_ACTION_EDIT_RULES] = lectern_conduct_edit_rules,
  [LECTERN_ACTION_TAKE_ROUND] = lectern_conduct_take_round,
  [LECTERN_ACTION_GO] = lectern_conduct_go,
  [LECTERN_ACTION_TAKE_CUE] = lectern_conduct_take_cue,
  [LECTERN_ACTION_CALL] = lectern_conduct_call,
  [LECTERN_ACTION_START_CLOCK] = lectern_conduct_start_clock,
  [LECTERN_ACTION_PAUSE_CLOCK] = lectern_conduct_pause_clock,
  [LECTERN_ACTION_RESUME_CLOCK] = lectern_conduct_resume_clock,
  [LECTERN_ACTION_STOP_CLOCK] = lectern_conduct_stop_clock,
  [LECTERN_ACTION_SET_CLOCK] = lectern_conduct_set_clock,
  [LECTERN_ACTION_OPEN_GATE] = lectern_conduct_open_gate,
  [LECTERN_ACTION_CLOSE_GATE] = lectern_conduct_close_gate,
  [LECTERN_ACTION_REVEAL] = lectern_conduct_reveal,
  [LECTERN_ACTION_FORFEIT] = lectern_conduct_forfeit,
  [LECTERN_ACTION_SHOW_SCENE] = lectern_conduct_show_scene,
  [LECTERN_ACTION_TURN_PAGE] = lectern_conduct_turn_page,
  [LECTERN_ACTION_LAY_OVER] = lectern_conduct_lay_over,
  [LECTERN_ACTION_ENTER_SEQUENCE] = lectern_conduct_enter_sequence,
  [LECTERN_ACTION_STEP] = lectern_conduct_step,
  [LECTERN_ACTION_STEP_TO] = lectern_conduct_step_to,
  [LECTERN_ACTION_RESUME_SEQUENCE] = lectern_conduct_resume_sequence,
  [LECTERN_ACTION_BLANK] = lectern_conduct_blank,
  [LECTERN_ACTION_CORRECT_TIME] = lectern_conduct_correct_time,
  [LECTERN_ACTION_SECOND_TIME] = lectern_conduct_second_time,
  [LECTERN_ACTION_RESTART] = lectern_conduct_restart,
  [LECTERN_ACTION_SHEET] = lectern_conduct_sheet,
  [LECTERN_ACTION_REOPEN_SHEET] = lectern_conduct_reopen_sheet,
  [LECTERN_ACTION_KEY_SHEET] = lectern_conduct_key_sheet,
  [LECTERN_ACTION_SEE_FLAG] = lectern_conduct_see_flag,
  [LECTERN_ACTION_IMPORT_SHEETS] = lectern_conduct_import_sheets,
  [LECTERN_ACTION_IMPORT_TIMES] = lectern_conduct_import_times,
  [LECTERN_ACTION_DECIDE] = lectern_conduct_decide,
  [LECTERN_ACTION_RECHECK] = lectern_conduct_recheck,
  [LECTERN_ACTION_FINALISE] = lectern_conduct_finalise,
  [LECTERN_ACTION_REOPEN_ROUND] = lectern_conduct_reopen_round,
  [LECTERN_ACTION_UNDO] = lectern_conduct_undo,
  [LECTERN_ACTION_MAKE_CODE] = lectern_conduct_make_code,
  [LECTERN_ACTION_PAIR] = lectern_conduct_pair,
  [LECTERN_ACTION_REVOKE_SEAT] = lectern_conduct_revoke_seat,
  [LECTERN_ACTION_ATTACH] = lectern_conduct_attach,
  [LECTERN_ACTION_DETACH] = lectern_conduct_detach,
  [LECTERN_ACTION_SHOW_COURSEWARE] = lectern_conduct_show_courseware,
  [LECTERN_ACTION_SET_CERTIFICATE] = lectern_conduct_set_certificate,
  [LECTERN_ACTION_SET_ANNEX_FORM] = lectern_conduct_set_annex_form,
  [LECTERN_ACTION_SET_ANNEX_ROWS] = lectern_conduct_set_annex_rows,
  [LECTERN_ACTION_SET_PAPER_FONT] = lectern_conduct_set_paper_font,
  [LECTERN_ACTION_PASS_CHECK] = lectern_conduct_pass_check,
  [LECTERN_ACTION_CHECK_IN] = lectern_conduct_check_in,
};

LecternConduct
lectern_conduct_get (LecternActionKind kind)
{
  g_return_val_if_fail (kind < LECTERN_ACTION_N_KINDS, NULL);
  return conducts[kind];
}
