/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* The ranking of a round as everything shows it: console, projector, papers, `rank --json`.
 * Computed here and nowhere else. */
typedef struct
{
  int              judge;
  gint64           total;
  LecternSheetFate fate;
} LecternRankingSheet;

typedef struct
{
  const LecternEntry   *entry; /* records are kept alive by the ranking */
  const LecternNominee *nominee;
  const LecternUnit    *unit;
  LecternRankedEntry    ranked;
  LecternRankingSheet  *sheets; /* by judge number */
  guint                 n_sheets;
  guint                 n_expected;
  char                 *separated_by; /* tie rule as written, or NULL */
  const char           *award;        /* key, or NULL */
  gboolean              advances;     /* within the cut of a round that feeds another */
} LecternRankingRow;

typedef struct
{
  guint       rank;
  GArray     *lots;    /* of gint64 */
  const char *award;   /* key of the award whose border it crosses, or NULL */
  gboolean    advance; /* it crosses the cut of a round that feeds another */
} LecternOpenTie;

typedef struct
{
  char              *round;
  gboolean           complete;    /* every entry done or forfeit and every expected sheet in */
  gboolean           provisional; /* not finalised */
  gboolean           feeds;       /* its best go on to another round; else it has awards */
  guint              decimals;
  LecternRankingRow *rows;
  guint              n_rows;
  GPtrArray         *open_ties; /* LecternOpenTie */
} LecternRanking;

/* @round NULL: the current one. @revealed_only: only entries whose result the hall has seen
 * (and the place of each among them), for what is shown before the end. */
LecternRanking          *lectern_ranking_new (LecternContest *contest,
                                              const char     *round,
                                              gboolean        revealed_only) G_GNUC_WARN_UNUSED_RESULT;
void                     lectern_ranking_free (LecternRanking *self);
const LecternRankingRow *lectern_ranking_find (const LecternRanking *self,
                                               gint64                nominee);
/* What keeps @round from being finalised: LecternProblem, empty when nothing does. */
GPtrArray *lectern_ranking_list_blockers (LecternContest *contest,
                                          const char     *round) G_GNUC_WARN_UNUSED_RESULT;
/* `rank --json` of docs/json.md, as JSON text. */
char *lectern_ranking_to_json (const LecternRanking *self,
                               LecternContest       *contest) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRanking, lectern_ranking_free)

G_END_DECLS
