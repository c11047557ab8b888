/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-record.h"

G_BEGIN_DECLS

/* The rows of a contest. Integers are gint64 whatever they mean; marks and points are thousandths
 * (scoring/lectern-mark.h), times of talks milliseconds, wall times microseconds since 1970 UTC.
 * "state" columns hold the values of the enumerations of lectern-states.h. */

/* The contest itself, one row (id 1). @organisers is a JSON array of strings; @rules the rules
 * file without title, units, rubric, rounds and awards, as JSON (lectern-rules.h). */
typedef struct
{
  LecternRecord record;
  gint64        id;
  char         *title;
  char         *theme;
  char         *organisers;
  char         *date; /* YYYY-MM-DD or empty */
  char         *place;
  char         *language; /* of papers and projector: "zh" or "en" */
  char         *rules;
  gint64        rehearsal;   /* 1: a banner on every screen and paper */
  char         *scene_theme; /* the colours of the projector; NULL: red and gold */
  char         *guests;      /* JSON array of {"name", "office"}, in their order; NULL: none */
  char         *script;      /* JSON object: the MC's own words by cue; NULL: the usual ones */
} LecternContestRecord;

typedef struct
{
  LecternRecord record;
  char         *key;
  gint64        position;
  char         *name;
  char         *full_name;
  char         *name_en;
  gint64        optional;
  gint64        active; /* 0: switched off */
} LecternUnit;

typedef struct
{
  LecternRecord record;
  char         *key;
  gint64        position;
  char         *name;
  char         *guide;
  gint64        max;
  gint64        step;
} LecternCriterion;

typedef struct
{
  LecternRecord record;
  char         *key;
  gint64        position;
  char         *name;
  gint64        advance; /* LECTERN_NULL: the last round */
  gint64        state;   /* LecternRoundState */
  char         *seed;    /* of the draw; NULL: none yet, or by hand */
  gint64        drawn_by_hand;
  gint64        revision;  /* how often finalised */
  char         *into;      /* key of the round its best go on to; NULL: the next one */
  char         *units;     /* JSON array of unit keys that speak in it; NULL: all */
  char         *closed_by; /* who closed it last, and who re-checked; NULL: not on record */
  char         *checked_by;
  char         *origin; /* of a heat taken from another laptop: its key's fingerprint; NULL: run here */
} LecternRound;

typedef struct
{
  LecternRecord record;
  char         *key;
  gint64        position;
  char         *name;
  gint64        places;   /* LECTERN_NULL: all the rest */
  char         *citation; /* read out and shown at the ceremony; NULL */
} LecternAward;

typedef struct
{
  LecternRecord record;
  gint64        id;
  char         *unit;
  char         *name;
  char         *gender;
  char         *ethnicity;
  char         *born;
  char         *party; /* LecternParty as text: "member", "probationary", "none" */
  char         *joined;
  char         *education;
  char         *employer;
  char         *phone;
  char         *title; /* of the lecture */
  gint64        lectures;
  char         *courseware; /* file name, "yes", or empty for none */
  gint64        withdrawn;
  char         *withdrawn_reason;
} LecternNominee;

typedef struct
{
  LecternRecord record;
  gint64        number;
  char         *name;
  char         *employer;
  char         *unit; /* key, NULL: of none */
  gint64        head;
  gint64        active;
  char         *left_reason; /* why he left the panel; NULL */
  gint64        replaces;    /* number of the judge he took over from; LECTERN_NULL */
} LecternJudge;

/* A nominee in a round. */
typedef struct
{
  LecternRecord record;
  char         *round;
  gint64        nominee;
  gint64        lot;     /* LECTERN_NULL before the draw */
  gint64        state;   /* LecternEntryState */
  gint64        time_ms; /* of the talk; LECTERN_NULL: none yet */
  char         *forfeit_reason;
  gint64        revealed;  /* 1 once its result was on air */
  gint64        timer1_ms; /* by the main clock, and by the second timer; LECTERN_NULL: none. */
  gint64        timer2_ms; /* time_ms is the one more favourable to the speaker */
} LecternEntry;

typedef enum
{
  LECTERN_RECUSAL_RECUSED,
  LECTERN_RECUSAL_ABSENT, /* the judge was not there for this entry */
} LecternRecusalKind;

/* A recusal beyond the automatic one (same unit), or an absence. */
typedef struct
{
  LecternRecord record;
  char         *round;
  gint64        nominee;
  gint64        judge;
  char         *reason;
  gint64        kind;  /* LecternRecusalKind; LECTERN_NULL: recused */
  gint64        later; /* 1: absent because he came onto the panel only when this was marked already */
} LecternRecusal;

typedef enum
{
  LECTERN_ORIGIN_LAPTOP,
  LECTERN_ORIGIN_KEYED, /* from paper, keyed twice */
  LECTERN_ORIGIN_TABLE, /* from paper, by a table */
} LecternSheetOrigin;

/* One version of one judge's sheet for one entry. Submitting again makes a new version; what was
 * submitted is never overwritten. The counted sheet is the highest submitted or locked version. */
typedef struct
{
  LecternRecord record;
  char         *round;
  gint64        nominee;
  gint64        judge;
  gint64        version;
  gint64        state; /* LecternSheetState */
  gint64        total; /* thousandths, of the marks there are */
  gint64        wall_us;
  gint64        origin; /* LecternSheetOrigin; LECTERN_NULL: a laptop */
  char         *reason; /* why it was amended, reopened or made void; NULL */
} LecternSheet;

typedef struct
{
  LecternRecord record;
  char         *round;
  gint64        nominee;
  gint64        judge;
  gint64        version;
  char         *criterion;
  gint64        value;
} LecternMark;

/* A message that was taken, so that the same id again changes nothing. */
typedef struct
{
  LecternRecord record;
  char         *id;
  char         *round;
  gint64        nominee;
  gint64        judge;
  gint64        version;
  gint64        state;
  gint64        total;
} LecternReceipt;

/* The jury's recorded order of a tie: the nominee's place in it from 0. */
typedef struct
{
  LecternRecord record;
  char         *round;
  gint64        nominee;
  gint64        place;
  char         *reason;
} LecternDecision;

/* The clock, one row (id 1). Started at @started_mono_us of boot @boot; @base_ms had passed before. */
typedef struct
{
  LecternRecord record;
  gint64        id;
  gint64        phase; /* LecternClockPhase */
  gint64        base_ms;
  gint64        started_mono_us;
  gint64        started_wall_us;
  char         *boot;
} LecternClockRecord;

/* The gate, one row (id 1): whom judges may mark. @nominee LECTERN_NULL: closed. */
typedef struct
{
  LecternRecord record;
  gint64        id;
  char         *round;
  gint64        nominee;
} LecternGate;

/* One line of the programme. */
typedef struct
{
  LecternRecord record;
  gint64        position;
  gint64        kind;        /* LecternCueKind */
  gint64        nominee;     /* LECTERN_NULL where it is of no entry */
  char         *label;       /* of a break or notice; else NULL */
  gint64        duration_ms; /* planned; LECTERN_NULL: not planned */
} LecternCue;

/* What the evening is at, one row (id 1): the round, the entry on stage, the cue on air, and what
 * the hall sees as a frozen copy (lectern-scene.h, JSON). */
typedef struct
{
  LecternRecord record;
  gint64        id;
  char         *round;
  gint64        on_stage; /* nominee, LECTERN_NULL: nobody */
  gint64        cue;      /* position, LECTERN_NULL: before the first */
  gint64        kind;     /* LecternSceneKind of the scene; LECTERN_NULL: none yet */
  gint64        lot;      /* the entry it is about; LECTERN_NULL: none */
  char         *scene;    /* JSON of the scene on air */
  gint64        blank;    /* 1: black over everything */
  gint64        step;     /* of the sequence, when the scene is one of its steps; LECTERN_NULL */
  gint64        overlay;  /* LecternSceneOverlay flags over it; LECTERN_NULL: none */
  gint64        shown_us; /* wall time of the take; LECTERN_NULL in files of older versions */
} LecternOnAir;

/* A reveal, a draw or a ceremony, one row (id 1): frozen as a whole when it is entered, walked a
 * step at a time. It stays when another scene is taken, to go on with. */
typedef struct
{
  LecternRecord record;
  gint64        id;
  gint64        kind;
  char         *round;
  gint64        lot;     /* LECTERN_NULL: of no single entry */
  char         *content; /* JSON */
  gint64        step;    /* from 0, where it is or was left */
} LecternSequenceRecord;

/* A file that belongs to the contest: @role "photo", "courseware", "logo", "background", "picture",
 * ...; @owner the nominee's id, 0 where there is one of its role, else a running number. */
typedef struct
{
  LecternRecord record;
  char         *role;
  gint64        owner;
  char         *name; /* of the file as it was given */
  char         *media_type;
  gint64        size;   /* bytes */
  char         *sha256; /* of its bytes, hex */
  gint64        beside; /* 1: in the folder beside the contest file, not in it */
  char         *caption;
  gint64        checked; /* 1: opens, 0: does not; LECTERN_NULL: not tried */
  char         *finding; /* what the check found, for people */
} LecternAttachment;

/* What the certificates of an award look like (lectern-certificate-design.h). */
typedef struct
{
  LecternRecord record;
  char         *award;  /* its key; empty: of all awards that have no row of their own */
  char         *design; /* JSON */
} LecternCertificateRow;

/* The columns of a statistics table (lectern-annex.h). */
typedef struct
{
  LecternRecord record;
  char         *kind;
  char         *form; /* JSON */
} LecternAnnexFormRow;

typedef struct
{
  LecternRecord record;
  char         *kind;
  gint64        number;
  char         *cells; /* JSON object: key of the column to text */
} LecternAnnexRow;

/* The family a role of papers is set in first. */
typedef struct
{
  LecternRecord record;
  char         *role; /* "title", "name": as in designs of certificates */
  char         *family;
} LecternPaperFontRow;

/* Something amiss before the evening that was passed over (lectern-preflight.h). */
typedef struct
{
  LecternRecord record;
  char         *kind;  /* lectern_check_kind_get_name() */
  gint64        level; /* LecternCheckLevel it had then: a worse one is not passed over */
  char         *reason;
  gint64        wall_us;
} LecternPassedCheck;

/* Who has come to the hall for a round (lectern-check-in.h). */
typedef struct
{
  LecternRecord record;
  char         *round;
  gint64        nominee;
  gint64        wall_us; /* when */
} LecternCheckIn;

/* A paired device. @token is the SHA-256 of the token, hex. */
typedef struct
{
  LecternRecord record;
  char         *token;
  gint64        judge;
  char         *device;
  char         *address;
  gint64        paired_us;
  gint64        revoked;
} LecternSeat;

/* The pairing code a judge may use once. */
typedef struct
{
  LecternRecord record;
  gint64        judge;
  char         *code;
  gint64        used;
} LecternPairing;

/* A result as it was when the round was finalised; `verify` recomputes and compares. */
typedef struct
{
  LecternRecord record;
  char         *round;
  gint64        nominee;
  gint64        revision;
  gint64        rank; /* LECTERN_NULL: none */
  char         *mean;
  char         *deduction;
  char         *final;
  char         *award; /* key or NULL */
} LecternResult;

typedef enum
{
  LECTERN_RULING_REOPEN_SHEET,
  LECTERN_RULING_AMEND_SHEET,
  LECTERN_RULING_RESTART,
  LECTERN_RULING_TIME,
  LECTERN_RULING_RECUSAL,
  LECTERN_RULING_ABSENCE,
  LECTERN_RULING_FORFEIT,
  LECTERN_RULING_RULES,
  LECTERN_RULING_REOPEN_ROUND,
  LECTERN_RULING_PANEL, /* a judge left or was replaced */
  LECTERN_RULING_N_KINDS,
} LecternRulingKind;

/* What somebody ruled and why, for papers. @detail is the journal's sentence. */
typedef struct
{
  LecternRecord record;
  gint64        id;
  gint64        kind; /* LecternRulingKind */
  char         *round;
  gint64        nominee; /* LECTERN_NULL: of no entry */
  gint64        judge;   /* LECTERN_NULL: of no judge */
  char         *reason;
  char         *second; /* who agreed; NULL where none is asked for */
  char         *detail;
  gint64        wall_us;
} LecternRuling;

/* A version of a sheet that a second person compared before the round was closed. */
typedef struct
{
  LecternRecord record;
  char         *round;
  gint64        nominee;
  gint64        judge;
  gint64        version;
  char         *checker;
  gint64        wall_us;
} LecternRecheck;

/* A flagged version of a sheet that the head judge (or the operator for him) has looked at. */
typedef struct
{
  LecternRecord record;
  char         *round;
  gint64        nominee;
  gint64        judge;
  gint64        version;
  char         *seen_by;
  gint64        wall_us;
} LecternFlagSeen;

/* One of the two keyings of a paper sheet. @marks is a JSON object of criterion keys and marks. */
typedef struct
{
  LecternRecord record;
  char         *round;
  gint64        nominee;
  gint64        judge;
  gint64        pass; /* 1 or 2 */
  char         *clerk;
  char         *marks;
  gint64        wall_us;
} LecternKeying;

/* A journal line that was taken back. */
typedef struct
{
  LecternRecord record;
  gint64        seq;
  gint64        wall_us;
} LecternUndone;

extern const LecternTable lectern_table_contest;
extern const LecternTable lectern_table_unit;
extern const LecternTable lectern_table_criterion;
extern const LecternTable lectern_table_round;
extern const LecternTable lectern_table_award;
extern const LecternTable lectern_table_nominee;
extern const LecternTable lectern_table_judge;
extern const LecternTable lectern_table_entry;
extern const LecternTable lectern_table_recusal;
extern const LecternTable lectern_table_sheet;
extern const LecternTable lectern_table_mark;
extern const LecternTable lectern_table_receipt;
extern const LecternTable lectern_table_decision;
extern const LecternTable lectern_table_clock;
extern const LecternTable lectern_table_gate;
extern const LecternTable lectern_table_cue;
extern const LecternTable lectern_table_on_air;
extern const LecternTable lectern_table_seat;
extern const LecternTable lectern_table_pairing;
extern const LecternTable lectern_table_result;
extern const LecternTable lectern_table_ruling;
extern const LecternTable lectern_table_recheck;
extern const LecternTable lectern_table_flag_seen;
extern const LecternTable lectern_table_keying;
extern const LecternTable lectern_table_undone;
extern const LecternTable lectern_table_certificate_design;
extern const LecternTable lectern_table_annex_form;
extern const LecternTable lectern_table_annex_row;
extern const LecternTable lectern_table_paper_font;
extern const LecternTable lectern_table_passed_check;
extern const LecternTable lectern_table_check_in;
extern const LecternTable lectern_table_sequence;
extern const LecternTable lectern_table_attachment;

/* All of them, parents before children, NULL-terminated. */
extern const LecternTable *const lectern_tables[];

G_END_DECLS
