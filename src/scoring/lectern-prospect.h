/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-rank.h"

G_BEGIN_DECLS

/* One entry before the end. What is known of it stays: its sheets, its time, its forfeit. A
 * settled entry receives nothing more. An unsettled one receives a sheet from each judge
 * expected, unless it forfeits; its time may still be anything (none too) while it is
 * LECTERN_NONE. A caller whose submitted sheets may still change leaves them out and expects
 * their judges. Borrowed for the call. */
typedef struct
{
  LecternScoredEntry known;
  gboolean           settled;
  guint              n_expected;
  const int         *expected; /* numbers of the judges whose sheets are to come, none in known */
} LecternProspectEntry;

/* A contest before the end. */
typedef struct
{
  const LecternScoringRules  *rules;
  gint64                      full_marks[LECTERN_CRITERIA_MAX]; /* thousandths */
  gint64                      steps[LECTERN_CRITERIA_MAX];      /* thousandths, > 0 */
  guint                       n_entries;
  const LecternProspectEntry *entries;
} LecternProspectField;

/* The ranks an entry may end at, whatever the rest receives. */
typedef struct
{
  guint best;  /* 0: it can't end with a rank */
  guint worst; /* 0: it may end without a rank */
} LecternProspect;

typedef enum
{
  LECTERN_OUTLOOK_OPEN,
  LECTERN_OUTLOOK_CERTAIN,
  LECTERN_OUTLOOK_OUT,
} LecternOutlook;

/* Settled entries that nothing separates and that may end across the border of the places. */
typedef struct
{
  guint begin;    /* of the group in the order handed back with it */
  guint n;        /* how many are equal */
  guint earliest; /* their rank at best, with no unsettled entry above them */
  guint latest;   /* their rank at worst, with all above them that can be */
} LecternBorderTie;

/* The best and the worst rank of every entry over all completions: every unsettled entry
 * receives any marks on the step or forfeits, and the jury may order as it likes those who are
 * equal on everything before its decision and not all decided yet (or all rules, where the
 * contest knows no decision).
 *
 * Never claims too much: best is never above, worst never below what can happen. Both are
 * exact but for two corners, where a search among marks would be needed:
 * - Settled entries with one final stand in an order that an unsettled one with that final
 *   would change, because a tie rule has no value for it and is passed over (not timed, not
 *   marked by the head judge, fewer sheets counted, not decided). Such an entry is held to be
 *   possible unless plain sums rule it out, and that whatever else it would change.
 * - An unsettled entry of which sheets, time or decision are known can just equal a settled
 *   one's final. It is held to be possible that either is above.
 *
 * Returns an element an entry; free with g_free(). Takes time by the square of the entries. */
LecternProspect *lectern_prospect_find (const LecternProspectField *field) G_GNUC_WARN_UNUSED_RESULT;
/* What @prospect means where the first @places are at stake. */
LecternOutlook lectern_prospect_get_outlook (LecternProspect prospect,
                                             guint           places);
/* The possible ties at the border of the first @places, as soon as they can arise: groups of
 * settled entries that are equal after all rules and that end across the border for some number
 * of unsettled entries above them. None that can arise is left out; in the corners named above
 * one may be listed that can't. Gives the order of the settled entries, as indices of @field's
 * entries, in @order (free with g_free()); the LecternBorderTie of the returned array
 * (g_array_unref()) count in it. */
GArray *lectern_prospect_list_border_ties (const LecternProspectField *field,
                                           guint                       places,
                                           guint                     **order) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
