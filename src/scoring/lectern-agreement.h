/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far the judges of a round agreed (docs/agreement.md). These figures describe; nothing in
 * the ranking asks for them. */

/* Why a figure is not there: too little data gives none, never an invented one. */
typedef enum
{
  LECTERN_FIGURE_KNOWN,
  LECTERN_FIGURE_TOO_FEW_ENTRIES,
  LECTERN_FIGURE_TOO_FEW_JUDGES,
  LECTERN_FIGURE_NO_VARIATION, /* the marks do not differ where the figure needs them to */
  LECTERN_FIGURE_OUT_OF_RANGE, /* beyond what is kept: see lectern_agreement_new() */
} LecternFigureState;

/* A figure as a decimal of nine places, rounded once from its exact value, a half away from zero. */
typedef struct
{
  LecternFigureState state;
  gint64             billionths; /* 0 unless KNOWN */
} LecternFigure;

/* One judge over the entries that every judge marked. The first three in points. */
typedef struct
{
  int           judge;
  LecternFigure mean;         /* of his totals */
  LecternFigure severity;     /* mean less the mean of the other judges' means: below 0 is strict */
  LecternFigure spread;       /* sample standard deviation of his totals (divisor n - 1) */
  LecternFigure consistency;  /* Spearman's rank correlation with the mean of the others, -1 to 1 */
  guint         dropped_high; /* how often struck out, as the caller counted */
  guint         dropped_low;
} LecternAgreementJudge;

typedef struct
{
  guint                  n_entries;
  guint                  n_judges;
  LecternFigure          kendall_w;  /* concordance of the judges' orders, corrected for ties, 0 to 1 */
  LecternFigure          chi_square; /* k (n - 1) W */
  guint                  df;         /* of chi_square: n - 1; 0 where that is not known */
  LecternFigure          icc2_1;     /* Shrout and Fleiss: one judge, drawn from many */
  LecternFigure          icc2_k;     /* the mean of these judges */
  LecternFigure          alpha;      /* Cronbach's, which is ICC(3,k) */
  LecternAgreementJudge *judges;     /* @n_judges, in the order given */
} LecternAgreement;

#define LECTERN_AGREEMENT_ENTRIES_MAX (1u << 20)

/* @totals: @n_entries rows of @n_judges totals in thousandths, none missing. @dropped_high and
 * @dropped_low: a count for each judge, or NULL for none. Everything is exact up to
 * LECTERN_AGREEMENT_ENTRIES_MAX entries, LECTERN_JUDGES_MAX judges and totals that are no further
 * apart than LECTERN_CRITERIA_MAX times LECTERN_MARK_MAX; beyond that every figure is OUT_OF_RANGE. */
LecternAgreement *lectern_agreement_new (const gint64 *totals,
                                         guint         n_entries,
                                         const int    *judges,
                                         guint         n_judges,
                                         const guint  *dropped_high,
                                         const guint  *dropped_low) G_GNUC_WARN_UNUSED_RESULT;
void              lectern_agreement_free (LecternAgreement *self);
/* @figure with exactly @decimals (0..9) places, a half away from zero: "0.794". NULL unless KNOWN. */
char *lectern_figure_format (LecternFigure figure,
                             guint         decimals) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternAgreement, lectern_agreement_free)

G_END_DECLS
