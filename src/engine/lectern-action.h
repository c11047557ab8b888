/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* Something a person wants done: a judge's message, a click on the console and a line of
 * `lecternctl` all become one of these. The engine checks it, commits it, applies it, announces
 * it. A value: filled in by its maker, not changed once submitted. */
typedef enum
{
  /* set-up */
  LECTERN_ACTION_CREATE,           /* records: the rows of a template */
  LECTERN_ACTION_EDIT_CONTEST,     /* records: LecternContestRecord (title, theme, date, place, language) */
  LECTERN_ACTION_SWITCH_UNIT,      /* key: unit, on */
  LECTERN_ACTION_ADD_NOMINEES,     /* records: LecternNominee without id; all or none */
  LECTERN_ACTION_EDIT_NOMINEE,     /* records: one LecternNominee */
  LECTERN_ACTION_WITHDRAW_NOMINEE, /* nominee, reason */
  LECTERN_ACTION_RESTORE_NOMINEE,  /* nominee */
  LECTERN_ACTION_ADD_JUDGES,       /* records: LecternJudge */
  LECTERN_ACTION_EDIT_JUDGE,       /* records: one LecternJudge */
  LECTERN_ACTION_DRAW,             /* text: seed, NULL: a random one */
  LECTERN_ACTION_SET_LOTS,         /* lots by hand: records of LecternEntry with nominee and lot */
  LECTERN_ACTION_RECUSE,           /* judge, lot, reason */
  /* the evening */
  LECTERN_ACTION_GO,       /* takes the next cue, with all it does */
  LECTERN_ACTION_TAKE_CUE, /* number: position of the cue */
  LECTERN_ACTION_CALL,     /* lot */
  LECTERN_ACTION_START_CLOCK,
  LECTERN_ACTION_PAUSE_CLOCK,
  LECTERN_ACTION_RESUME_CLOCK,
  LECTERN_ACTION_STOP_CLOCK,
  LECTERN_ACTION_SET_CLOCK, /* number: milliseconds, reason */
  LECTERN_ACTION_OPEN_GATE,
  LECTERN_ACTION_CLOSE_GATE,
  LECTERN_ACTION_REVEAL,       /* lot */
  LECTERN_ACTION_FORFEIT,      /* lot, reason */
  LECTERN_ACTION_SHOW_SCENE,   /* number: LecternSceneKind; lot where it needs one; text */
  LECTERN_ACTION_BLANK,        /* on */
  LECTERN_ACTION_CORRECT_TIME, /* lot, number: milliseconds, reason */
  /* sheets */
  LECTERN_ACTION_SHEET,         /* judge, lot, text: message id, marks, on: submit */
  LECTERN_ACTION_REOPEN_SHEET,  /* lot, judge, reason */
  LECTERN_ACTION_IMPORT_SHEETS, /* sheets kept on paper: records of LecternSheet and LecternMark, reason to amend */
  LECTERN_ACTION_IMPORT_TIMES,  /* records of LecternEntry with nominee and time_ms */
  /* result */
  LECTERN_ACTION_DECIDE, /* records of LecternDecision, reason */
  LECTERN_ACTION_FINALISE,
  LECTERN_ACTION_REOPEN_ROUND, /* reason */
  /* seats */
  LECTERN_ACTION_MAKE_CODE,   /* judge; 0: every judge that has none unused */
  LECTERN_ACTION_PAIR,        /* text: code, key: hash of the token, device, address */
  LECTERN_ACTION_REVOKE_SEAT, /* key: hash of the token */
  LECTERN_ACTION_N_KINDS,
} LecternActionKind;

typedef struct
{
  char *criterion;
  char *text; /* as it came, to name it in a refusal */
} LecternActionMark;

typedef struct
{
  LecternActionKind kind;
  char             *actor; /* "console", "judge 3", "lecternctl" */
  char             *device;
  char             *address;
  char             *reason;
  gint64            lot;
  gint64            judge;
  gint64            nominee;
  gint64            number;
  char             *key;
  char             *text;
  gboolean          on;
  GPtrArray        *records; /* of any LecternRecord */
  GPtrArray        *marks;   /* of LecternActionMark */
} LecternAction;

LecternAction *lectern_action_new (LecternActionKind kind,
                                   const char       *actor) G_GNUC_WARN_UNUSED_RESULT;
void           lectern_action_free (LecternAction *self);
void           lectern_action_add_mark (LecternAction *self,
                                        const char    *criterion,
                                        const char    *value);
/* Takes @record. */
void lectern_action_add_record (LecternAction *self,
                                gpointer       record);
/* The name in the journal: "start-clock". */
const char *lectern_action_kind_get_name (LecternActionKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternAction, lectern_action_free)

/* What came of an action that was taken. */
typedef struct
{
  gint64     seq;      /* of its journal row; of the earlier one for a repeated message */
  gint64     version;  /* SHEET */
  gint64     state;    /* SHEET: LecternSheetState */
  gint64     total;    /* SHEET: thousandths */
  gint64     lot;      /* SHEET */
  gint64     judge;    /* PAIR */
  char      *text;     /* DRAW: the seed; MAKE_CODE: the code */
  GPtrArray *problems; /* of a refused one: LecternProblem, or NULL */
} LecternOutcome;

void lectern_outcome_free (LecternOutcome *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternOutcome, lectern_outcome_free)

G_END_DECLS
