/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

#include "lectern-deduction.h"
#include "lectern-fraction.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_TIE_CRITERION,
  LECTERN_TIE_UNTRIMMED_MEAN,
  LECTERN_TIE_MEDIAN,
  LECTERN_TIE_HIGHEST_COUNTED,
  LECTERN_TIE_SMALLER_SPREAD,
  LECTERN_TIE_LESS_OVERTIME,
  LECTERN_TIE_HEAD_JUDGE,
  LECTERN_TIE_DECISION,
} LecternTieKind;

#define LECTERN_TIES_MAX 16
#define LECTERN_CRITERIA_MAX 16
#define LECTERN_JUDGES_MAX 64

typedef struct
{
  LecternTieKind kind;
  guint          criterion; /* index into a sheet's marks, for LECTERN_TIE_CRITERION */
} LecternTieRule;

/* What the ranking depends on, and nothing else. */
typedef struct
{
  guint            n_criteria;
  guint            trim_low;
  guint            trim_high;
  guint            trim_from;
  guint            decimals;
  gboolean         rank_on_rounded;
  int              head_judge; /* number, LECTERN_NONE when there is no head */
  LecternTimeRules time;
  LecternTieRule   ties[LECTERN_TIES_MAX];
  guint            n_ties;
} LecternScoringRules;

/* One valid sheet: the caller leaves out drafts and sheets of recused judges. */
typedef struct
{
  int    judge;
  gint64 marks[LECTERN_CRITERIA_MAX];
} LecternScoredSheet;

/* One entry as it goes in. Borrowed for the call. */
typedef struct
{
  int                       lot;
  gboolean                  forfeit;
  gint64                    time_ms;  /* LECTERN_NONE: not timed */
  int                       decision; /* place in the jury's recorded order from 0, or LECTERN_NONE */
  guint                     n_sheets;
  const LecternScoredSheet *sheets;
} LecternScoredEntry;

typedef enum
{
  LECTERN_SHEET_COUNTED,
  LECTERN_SHEET_DROPPED_HIGH,
  LECTERN_SHEET_DROPPED_LOW,
} LecternSheetFate;

/* One entry as it comes out. */
typedef struct
{
  guint           index; /* of the entry in the input */
  int             lot;
  gboolean        has_final;
  guint           rank;         /* 0 without a final */
  gboolean        tied;         /* shares its rank */
  int             separated_by; /* index into ties, or LECTERN_NONE */
  guint           n_counted;
  LecternFraction mean;
  gint64          deduction;
  LecternFraction final;
} LecternRankedEntry;

/* The total of one sheet, in thousandths: the sum of its first @n_criteria marks. */
gint64 lectern_sheet_total (const LecternScoredSheet *sheet,
                            guint                     n_criteria);
/* Who is struck out: fates[i] for totals[i], by the trimming rule of the contest. Among equal
 * totals the judge with the lower number is struck out. Returns the number counted. */
guint lectern_trim (const LecternScoringRules *rules,
                    const int                 *judges,
                    const gint64              *totals,
                    guint                      n,
                    LecternSheetFate          *fates);
/* The figures of one entry alone; rank, tied and separated_by are left 0, FALSE, NONE. */
void lectern_score_entry (const LecternScoringRules *rules,
                          const LecternScoredEntry  *entry,
                          LecternRankedEntry        *ranked);
/* Ranks @entries, best first; those without a final follow, forfeits last, by lot (for reading
 * only: they have no rank). The result has @n_entries elements; free with g_free(). */
LecternRankedEntry *lectern_rank (const LecternScoringRules *rules,
                                  const LecternScoredEntry  *entries,
                                  guint                      n_entries) G_GNUC_WARN_UNUSED_RESULT;
/* What tie rule @rule says of @entry, which has sheets, as a figure to name it by: a mean, median or
 * total in points, a variance in squares of a point, overtime in seconds. @stage is 0, and for
 * "highest-counted" 1 for the second highest total and so on. FALSE where the rule says nothing of
 * @entry, for the jury's decision, and for a variance too large to name. */
gboolean lectern_rank_get_figure (const LecternScoringRules *rules,
                                  const LecternTieRule      *rule,
                                  guint                      stage,
                                  const LecternScoredEntry  *entry,
                                  LecternFraction           *figure);

G_END_DECLS
