/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-action.h"
#include "lectern-contest.h"

G_BEGIN_DECLS

/* What the operator may put right while the evening goes on: of a talk, of a sheet, of the panel,
 * in this order. */
typedef enum
{
  LECTERN_CORRECTION_TIME,
  LECTERN_CORRECTION_SECOND_TIME,
  LECTERN_CORRECTION_RESTART,
  LECTERN_CORRECTION_FORFEIT,
  LECTERN_CORRECTION_TAKE_BACK, /* a forfeit */
  LECTERN_CORRECTION_OPEN_AGAIN,
  LECTERN_CORRECTION_REOPEN_SHEET,
  LECTERN_CORRECTION_RECUSE,
  LECTERN_CORRECTION_ABSENT,
  LECTERN_CORRECTION_LIFT, /* a recusal or an absence */
  LECTERN_CORRECTION_LEAVE,
  LECTERN_CORRECTION_REPLACE,
  LECTERN_CORRECTION_N_KINDS,
} LecternCorrectionKind;

typedef enum
{
  LECTERN_RESTART_WHERE_IT_STOOD,
  LECTERN_RESTART_FROM_FIRST_WORD,
  LECTERN_RESTART_AT_END,
  LECTERN_RESTART_N_WAYS,
} LecternRestartWay;

typedef enum
{
  LECTERN_CORRECTION_ASKS_TIME = 1 << 0,
  LECTERN_CORRECTION_ASKS_WAY = 1 << 1, /* LecternRestartWay */
  LECTERN_CORRECTION_ASKS_REASON = 1 << 2,
  LECTERN_CORRECTION_ASKS_SECOND = 1 << 3,   /* a second person's name */
  LECTERN_CORRECTION_ASKS_NEWCOMER = 1 << 4, /* another judge */
  LECTERN_CORRECTION_TWO_STEPS = 1 << 5,     /* what will happen is said before it can be done */
} LecternCorrectionAsks;

/* One correction as far as it is filled in. Strings and the newcomer are borrowed. */
typedef struct
{
  LecternCorrectionKind kind;
  gint64                lot;   /* LECTERN_NULL where it is of no entry */
  gint64                judge; /* LECTERN_NULL where it is of no judge */
  LecternRestartWay     way;
  gint64                time_ms; /* LECTERN_NULL: not readable yet */
  const char           *reason;
  const char           *second;
  const LecternJudge   *newcomer;
} LecternCorrection;

/* What the correction is called, what the button says that does it, and what it asks for. */
const char           *lectern_correction_get_title (LecternCorrectionKind kind);
const char           *lectern_correction_get_deed (LecternCorrectionKind kind);
LecternCorrectionAsks lectern_correction_get_asks (const LecternCorrection *self,
                                                   LecternContest          *contest);
/* Whether it makes sense as the contest stands: what offers it is shown only then. The engine has
 * the last word. */
gboolean lectern_correction_is_possible (const LecternCorrection *self,
                                         LecternContest          *contest);
/* Whether everything it asks for is there. */
gboolean lectern_correction_is_complete (const LecternCorrection *self,
                                         LecternContest          *contest);
/* The time its field starts from: what stands now; LECTERN_NULL: nothing. @elapsed_ms: the clock's. */
gint64 lectern_correction_get_time (const LecternCorrection *self,
                                    LecternContest          *contest,
                                    gint64                   elapsed_ms);
/* What will happen, in sentences for the operator. Owned by the caller. */
char *lectern_correction_describe (const LecternCorrection *self,
                                   LecternContest          *contest) G_GNUC_WARN_UNUSED_RESULT;
/* The action that does it. Owned by the caller. */
LecternAction *lectern_correction_make_action (const LecternCorrection *self,
                                               LecternContest          *contest) G_GNUC_WARN_UNUSED_RESULT;

/* "6:13.2, 0.2 points are taken off"; LECTERN_NULL: "no time yet". */
char *lectern_correction_describe_cost (LecternContest *contest,
                                        gint64          time_ms) G_GNUC_WARN_UNUSED_RESULT;
/* Which of the two timers counts and why; NULL where only one has a time. */
char *lectern_correction_describe_choice (LecternContest *contest,
                                          gint64          first_ms,
                                          gint64          second_ms) G_GNUC_WARN_UNUSED_RESULT;
/* "No. 12 刘颊" and "Judge 3 钱树人". */
char *lectern_correction_name_entry (LecternContest     *contest,
                                     const LecternEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_correction_name_judge (LecternContest *contest,
                                     gint64          judge) G_GNUC_WARN_UNUSED_RESULT;
/* "left: 生病", or who took over; NULL for who is on the panel or was never to mark. */
char *lectern_correction_describe_leaving (LecternContest     *contest,
                                           const LecternJudge *judge) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
