/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-rank.h"
#include "lectern-records.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_ANNOUNCE_AT_ONCE,
  LECTERN_ANNOUNCE_AFTER_NEXT,
  LECTERN_ANNOUNCE_HOLD_FIRST, /* the first hold_first entries are revealed together */
  LECTERN_ANNOUNCE_AT_END,
} LecternAnnounce;

/* How a result comes up in the hall. */
typedef enum
{
  LECTERN_REVEAL_TOGETHER,       /* all marks at one press, then what comes of them */
  LECTERN_REVEAL_JUDGE_BY_JUDGE, /* one mark after the other */
  LECTERN_REVEAL_WHOLE,          /* everything at one press */
} LecternRevealStyle;

/* The rules of a contest beyond its tables: the part of the rules file that is kept as JSON in
 * the contest's row. Immutable, reference counted. */
typedef struct
{
  guint               quota_per_unit;
  gboolean            need_party_member;
  gboolean            need_courseware;
  guint               lectures_at_least;
  LecternScoringRules scoring;                     /* head_judge is filled in by the contest */
  char               *tie_names[LECTERN_TIES_MAX]; /* as written: "criterion:content" */
  gint64              warn_ms[8];
  guint               n_warn;
  LecternAnnounce     announce;
  guint               hold_first;
  LecternRevealStyle  reveal;
  guint               by_hand_from;     /* ceremony: from this place on each step waits for a press */
  gint64              ceremony_step_ms; /* ceremony: the steps before that come by themselves; LECTERN_NONE: never */
  gboolean            keep_unit_apart;
  gboolean            draw_one_by_one; /* the running order is shown lot by lot */
  gint64              flag_mark;       /* a mark, and a total, so far from the middle of the others' is */
  gint64              flag_total;      /* flagged; thousandths, LECTERN_NONE: never */
  gboolean            two_timers;      /* the time more favourable to the speaker counts */
} LecternRules;

/* A rules file read and checked: what `new` puts into an empty contest. */
typedef struct
{
  LecternContestRecord *contest;
  GPtrArray            *units;    /* LecternUnit */
  GPtrArray            *criteria; /* LecternCriterion */
  GPtrArray            *rounds;   /* LecternRound */
  GPtrArray            *awards;   /* LecternAward */
} LecternTemplate;

/* Reads a rules file (JSON text). On failure NULL, BAD_RULES with the first problem as message,
 * and every problem with its path as column added to @problems (may be NULL). */
LecternTemplate *lectern_template_parse (const char *json,
                                         GPtrArray  *problems,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void             lectern_template_free (LecternTemplate *template);

/* Reads LecternContestRecord.rules; @criteria gives the indices of criterion tie rules. */
LecternRules *lectern_rules_parse (const char *json,
                                   GPtrArray  *criteria,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether two kept rules say the same, whatever the order of their settings. */
gboolean      lectern_rules_are_same (const char *a,
                                      const char *b);
LecternRules *lectern_rules_ref (LecternRules *rules);
void          lectern_rules_unref (LecternRules *rules);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternTemplate, lectern_template_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRules, lectern_rules_unref)

G_END_DECLS
