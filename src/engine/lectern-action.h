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
  LECTERN_ACTION_EDIT_CONTEST,     /* records: LecternContestRecord (title, theme, date, place, language, colours, guests, script) */
  LECTERN_ACTION_SWITCH_UNIT,      /* key: unit, on */
  LECTERN_ACTION_ADD_NOMINEES,     /* records: LecternNominee, without id a new one, with an id that one's entry form; all or none */
  LECTERN_ACTION_EDIT_NOMINEE,     /* records: one LecternNominee */
  LECTERN_ACTION_WITHDRAW_NOMINEE, /* nominee, reason; records: a LecternNominee who stands in, or none */
  LECTERN_ACTION_RESTORE_NOMINEE,  /* nominee */
  LECTERN_ACTION_ADD_JUDGES,       /* records: LecternJudge */
  LECTERN_ACTION_EDIT_JUDGE,       /* records: one LecternJudge */
  LECTERN_ACTION_DRAW,             /* text: seed, NULL: a random one */
  LECTERN_ACTION_SET_LOTS,         /* lots by hand: records of LecternEntry with nominee and lot */
  LECTERN_ACTION_DRAW_SLIP,        /* a slip of a draw by hand as it is read out: nominee, lot */
  LECTERN_ACTION_RETURN_SLIP,      /* lot, reason: takes a slip back while others are missing */
  LECTERN_ACTION_RECUSE,           /* judge, lot, reason; number: LecternRecusalKind (LECTERN_NULL: recused) */
  LECTERN_ACTION_LIFT_RECUSAL,     /* judge, lot, reason: takes a recusal or an absence by hand back */
  LECTERN_ACTION_REMOVE_JUDGE,     /* judge, reason: leaves for good; what he handed in counts on */
  LECTERN_ACTION_REPLACE_JUDGE,    /* judge: who leaves, records: one new LecternJudge, reason */
  LECTERN_ACTION_EDIT_RULES,       /* text: a JSON group of any keys of the rules file; reason once anything is marked */
  LECTERN_ACTION_OPEN_ROUND,       /* key: goes on to that round; those before it are finalised */
  LECTERN_ACTION_TAKE_ROUND,       /* a heat from another laptop: records of its LecternRound and of its rows; text: fingerprint of its key */
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
  LECTERN_ACTION_REVEAL,          /* lot */
  LECTERN_ACTION_FORFEIT,         /* lot, reason */
  LECTERN_ACTION_SHOW_SCENE,      /* number: LecternSceneKind; lot where it needs one; text; key: a break's minutes, a page (NULL: none) */
  LECTERN_ACTION_TURN_PAGE,       /* of the ranking on air; on: the next page, else the one before */
  LECTERN_ACTION_LAY_OVER,        /* number: LecternSceneOverlay flags over the picture or page on air; 0: none */
  LECTERN_ACTION_ENTER_SEQUENCE,  /* number: LecternSequenceKind; lot of a reveal; key: how, see lectern-conduct-sequence.c (NULL: as the rules say) */
  LECTERN_ACTION_STEP,            /* of the sequence on air; on: forward, else back; number: the step it goes from (LECTERN_NULL: any) */
  LECTERN_ACTION_STEP_TO,         /* number: a step of the sequence on air, from 0 */
  LECTERN_ACTION_RESUME_SEQUENCE, /* back to the sequence after another scene */
  LECTERN_ACTION_BLANK,           /* on */
  LECTERN_ACTION_CORRECT_TIME,    /* lot, number: milliseconds, reason */
  LECTERN_ACTION_SECOND_TIME,     /* lot, number: milliseconds by the second timer; reason to replace one */
  LECTERN_ACTION_RESTART,         /* lot, number: milliseconds given back (0: from the first word), on: at the end of the order, reason, second */
  /* sheets */
  LECTERN_ACTION_SHEET,         /* judge, lot, key: round it was written in (NULL: the current one), text: message id, marks, on: submit */
  LECTERN_ACTION_REOPEN_SHEET,  /* lot, judge, reason, second */
  LECTERN_ACTION_KEY_SHEET,     /* a paper sheet: judge, lot, number: keying 1 or 2, text: clerk, marks; reason to replace a sheet */
  LECTERN_ACTION_SEE_FLAG,      /* lot, judge: the flagged sheet was looked at by the actor */
  LECTERN_ACTION_IMPORT_SHEETS, /* sheets kept on paper: records of LecternSheet and LecternMark, reason to amend */
  LECTERN_ACTION_IMPORT_TIMES,  /* records of LecternEntry with nominee and time_ms */
  /* result */
  LECTERN_ACTION_DECIDE,       /* records of LecternDecision, reason */
  LECTERN_ACTION_RECHECK,      /* lot, judge (LECTERN_NULL: all counted sheets of the entry), text: who compared them */
  LECTERN_ACTION_FINALISE,     /* text: who closes (may be NULL); on: without a re-check on record */
  LECTERN_ACTION_REOPEN_ROUND, /* reason */
  LECTERN_ACTION_UNDO,         /* number: line of the journal; LECTERN_NULL: the last that can be taken back */
  /* seats */
  LECTERN_ACTION_MAKE_CODE,   /* judge; 0: every judge that has none unused */
  LECTERN_ACTION_PAIR,        /* text: code, key: hash of the token, device, address */
  LECTERN_ACTION_REVOKE_SEAT, /* key: hash of the token */
  /* files that belong to the contest */
  LECTERN_ACTION_ATTACH,          /* records: one LecternAttachment, with its bytes (lectern-attach.h); without: what is known of it */
  LECTERN_ACTION_DETACH,          /* key: role, number: owner */
  LECTERN_ACTION_SHOW_COURSEWARE, /* lot (LECTERN_NULL: on stage), number: page from 1 (LECTERN_NULL: the first) */
  LECTERN_ACTION_SET_CERTIFICATE, /* key: award (NULL: all that have no design of their own); text: a design as JSON, NULL: none of its own any more */
  LECTERN_ACTION_SET_ANNEX_FORM,  /* key: kind of statistics table; text: its columns as JSON, NULL: the program's own */
  LECTERN_ACTION_SET_ANNEX_ROWS,  /* key: kind; records: LecternAnnexRow, numbers not looked at; they replace the rows of their units, with on all rows */
  LECTERN_ACTION_SET_PAPER_FONT,  /* key: role of papers; text: the family it is set in first, NULL: the program's own choice */
  LECTERN_ACTION_PASS_CHECK,      /* key: what was looked at before the evening; number: LecternCheckLevel it has; reason */
  LECTERN_ACTION_CHECK_IN,        /* nominee; on: is here for the current round, else not after all */
  LECTERN_ACTION_N_KINDS,
} LecternActionKind;

typedef struct
{
  char *criterion;
  char *text; /* as it came, to name it in a refusal */
} LecternActionMark;

/* Bytes with an action (lectern-attach.h); opaque, of the store. */
struct _LecternContent;

typedef struct
{
  LecternActionKind       kind;
  char                   *actor; /* "console", "judge 3", "lecternctl" */
  char                   *device;
  char                   *address;
  char                   *reason;
  char                   *second; /* the second person who agreed, where one is asked for */
  gint64                  lot;
  gint64                  judge;
  gint64                  nominee;
  gint64                  number;
  char                   *key;
  char                   *text;
  gboolean                on;
  GPtrArray              *records; /* of any LecternRecord */
  GPtrArray              *marks;   /* of LecternActionMark */
  struct _LecternContent *content; /* ATTACH; or NULL */
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
  gint64     line;     /* UNDO: the line that was taken back */
  char      *text;     /* DRAW: the seed; MAKE_CODE: the code; UNDO: the sentence of that line */
  GPtrArray *problems; /* of a refused one: LecternProblem, or NULL */
} LecternOutcome;

void lectern_outcome_free (LecternOutcome *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternOutcome, lectern_outcome_free)

G_END_DECLS
