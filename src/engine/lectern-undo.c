/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which kinds of action may be taken back: what was set up, entered or recorded by hand. Never
 * what somebody else has been told or has seen: an acknowledged sheet, the clock, marking, a
 * reveal, a closed round, a seat. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-undo.h"

#include <glib/gi18n-lib.h>

#include "lectern-plan-private.h"

#define CLOCK N_ ("The clock is not turned back. Set it to the right time, with a reason.")
#define GATE N_ ("Marking is opened and closed, not taken back.")
#define HALL N_ ("What the hall has seen can’t be taken back. Show something else.")
#define SHEET N_ ("A sheet that was handed in is never taken back. Reopen or amend it, with a reason.")
#define FILES N_ ("The bytes of a file that was replaced are gone. Attach the other file again.")
#define SEAT N_ ("Seats and codes are not taken back. Make a new code.")

/* A kind that is not here may not be taken back. */
static const struct
{
  gboolean    possible;
  const char *why_not;
} kinds[LECTERN_ACTION_N_KINDS] = {
  [LECTERN_ACTION_CREATE] = { FALSE, N_ ("That the contest was created can’t be taken back. Make another one.") },
  [LECTERN_ACTION_EDIT_CONTEST] = { TRUE, NULL },
  [LECTERN_ACTION_SWITCH_UNIT] = { TRUE, NULL },
  [LECTERN_ACTION_ADD_NOMINEES] = { TRUE, NULL },
  [LECTERN_ACTION_EDIT_NOMINEE] = { TRUE, NULL },
  [LECTERN_ACTION_WITHDRAW_NOMINEE] = { TRUE, NULL },
  [LECTERN_ACTION_RESTORE_NOMINEE] = { TRUE, NULL },
  [LECTERN_ACTION_ADD_JUDGES] = { TRUE, NULL },
  [LECTERN_ACTION_EDIT_JUDGE] = { TRUE, NULL },
  [LECTERN_ACTION_REMOVE_JUDGE] = { TRUE, NULL },
  [LECTERN_ACTION_REPLACE_JUDGE] = { TRUE, NULL },
  [LECTERN_ACTION_DRAW] = { TRUE, NULL },
  [LECTERN_ACTION_SET_LOTS] = { TRUE, NULL },
  [LECTERN_ACTION_DRAW_SLIP] = { FALSE, N_ ("A slip that was read out is returned, with a reason.") },
  [LECTERN_ACTION_RETURN_SLIP] = { FALSE, N_ ("A slip that was returned is drawn again.") },
  [LECTERN_ACTION_RECUSE] = { TRUE, NULL },
  [LECTERN_ACTION_LIFT_RECUSAL] = { TRUE, NULL },
  [LECTERN_ACTION_EDIT_RULES] = { TRUE, NULL },
  [LECTERN_ACTION_OPEN_ROUND] = { FALSE, N_ ("That a round was opened can’t be taken back. Open another one.") },
  [LECTERN_ACTION_TAKE_ROUND] = { FALSE, N_ ("A heat taken from another laptop holds sheets that were handed in there, and stays.") },
  [LECTERN_ACTION_GO] = { FALSE, N_ ("A cue that was taken can’t be taken back. Take another one.") },
  [LECTERN_ACTION_TAKE_CUE] = { FALSE, N_ ("A cue that was taken can’t be taken back. Take another one.") },
  [LECTERN_ACTION_CALL] = { FALSE, N_ ("A call can’t be taken back. Call somebody else.") },
  [LECTERN_ACTION_START_CLOCK] = { FALSE, CLOCK },
  [LECTERN_ACTION_PAUSE_CLOCK] = { FALSE, CLOCK },
  [LECTERN_ACTION_RESUME_CLOCK] = { FALSE, CLOCK },
  [LECTERN_ACTION_STOP_CLOCK] = { FALSE, CLOCK },
  [LECTERN_ACTION_SET_CLOCK] = { FALSE, CLOCK },
  [LECTERN_ACTION_OPEN_GATE] = { FALSE, GATE },
  [LECTERN_ACTION_CLOSE_GATE] = { FALSE, GATE },
  [LECTERN_ACTION_REVEAL] = { FALSE, HALL },
  [LECTERN_ACTION_FORFEIT] = { TRUE, NULL },
  [LECTERN_ACTION_SHOW_SCENE] = { FALSE, HALL },
  [LECTERN_ACTION_TURN_PAGE] = { FALSE, HALL },
  [LECTERN_ACTION_LAY_OVER] = { FALSE, HALL },
  [LECTERN_ACTION_ENTER_SEQUENCE] = { FALSE, HALL },
  [LECTERN_ACTION_STEP] = { FALSE, N_ ("What the hall has seen can’t be taken back. Step back.") },
  [LECTERN_ACTION_STEP_TO] = { FALSE, N_ ("What the hall has seen can’t be taken back. Step back.") },
  [LECTERN_ACTION_RESUME_SEQUENCE] = { FALSE, HALL },
  [LECTERN_ACTION_BLANK] = { FALSE, HALL },
  [LECTERN_ACTION_CORRECT_TIME] = { TRUE, NULL },
  [LECTERN_ACTION_SECOND_TIME] = { TRUE, NULL },
  [LECTERN_ACTION_RESTART] = { FALSE, N_ ("The jury’s ruling that a talk starts again can’t be taken back.") },
  [LECTERN_ACTION_SHEET] = { FALSE, SHEET },
  [LECTERN_ACTION_REOPEN_SHEET] = { FALSE, N_ ("A sheet that was reopened is locked again when marking is closed.") },
  [LECTERN_ACTION_KEY_SHEET] = { TRUE, NULL },
  [LECTERN_ACTION_SEE_FLAG] = { TRUE, NULL },
  [LECTERN_ACTION_IMPORT_SHEETS] = { FALSE, SHEET },
  [LECTERN_ACTION_IMPORT_TIMES] = { TRUE, NULL },
  [LECTERN_ACTION_DECIDE] = { TRUE, NULL },
  [LECTERN_ACTION_RECHECK] = { TRUE, NULL },
  [LECTERN_ACTION_FINALISE] = { FALSE, N_ ("A round that is finalised is reopened, with a reason.") },
  [LECTERN_ACTION_REOPEN_ROUND] = { FALSE, N_ ("A round that was reopened is finalised again.") },
  [LECTERN_ACTION_UNDO] = { TRUE, NULL },
  [LECTERN_ACTION_MAKE_CODE] = { FALSE, SEAT },
  [LECTERN_ACTION_PAIR] = { FALSE, SEAT },
  [LECTERN_ACTION_REVOKE_SEAT] = { FALSE, SEAT },
  [LECTERN_ACTION_ATTACH] = { FALSE, FILES },
  [LECTERN_ACTION_DETACH] = { FALSE, FILES },
  [LECTERN_ACTION_SHOW_COURSEWARE] = { FALSE, HALL },
  [LECTERN_ACTION_SET_CERTIFICATE] = { TRUE, NULL },
  [LECTERN_ACTION_SET_ANNEX_FORM] = { TRUE, NULL },
  [LECTERN_ACTION_SET_ANNEX_ROWS] = { TRUE, NULL },
  [LECTERN_ACTION_SET_PAPER_FONT] = { TRUE, NULL },
  [LECTERN_ACTION_PASS_CHECK] = { TRUE, NULL },
  [LECTERN_ACTION_CHECK_IN] = { TRUE, NULL },
};

LecternActionKind
lectern_action_kind_from_name (const char *name)
{
  guint kind = 0;

  while (kind < LECTERN_ACTION_N_KINDS && g_strcmp0 (lectern_action_kind_get_name (kind), name) != 0)
    kind++;
  return (LecternActionKind) kind;
}

gboolean
lectern_undo_is_possible (const char  *action,
                          const char **why)
{
  LecternActionKind kind = lectern_action_kind_from_name (action);
  const char       *why_not = kind < LECTERN_ACTION_N_KINDS ? kinds[kind].why_not : NULL;

  if (kind < LECTERN_ACTION_N_KINDS && kinds[kind].possible)
    return TRUE;
  if (why != NULL)
    *why = why_not != NULL ? _ (why_not) : _ ("This can’t be taken back.");
  return FALSE;
}
