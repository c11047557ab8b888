/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-agreement.h"
#include "lectern-contest.h"

G_BEGIN_DECLS

/* The judges' statistics of a round as everything shows them: `agreement`, papers, the console.
 * They are computed from the sheets that count and go into nothing: no result asks for them. */
typedef struct
{
  char             *round;       /* key; NULL: there is no such round */
  gboolean          complete;    /* as the ranking's: nothing more is to come in */
  gboolean          provisional; /* not finalised */
  LecternAgreement *figures;
  GPtrArray        *judges;   /* LecternJudge, as figures->judges: whoever has a sheet that counts */
  GPtrArray        *entries;  /* LecternEntry by lot: those with a sheet of each of the judges */
  GPtrArray        *left_out; /* LecternEntry by lot: marked, but not by all (a recusal, a sheet missing) */
} LecternAgreementTable;

/* @round NULL: the current one. Never NULL. Who has marked nothing is no judge of the round, who left
 * after marking is. A forfeit has no result and is neither in @entries nor in @left_out.
 * dropped_high and dropped_low count over all other entries of the round, also those left out. The
 * records are kept alive by the table. */
LecternAgreementTable *lectern_agreement_table_new (LecternContest *contest,
                                                    const char     *round) G_GNUC_WARN_UNUSED_RESULT;
void                   lectern_agreement_table_free (LecternAgreementTable *self);
/* `agreement --json` of docs/json.md, as JSON text. */
char *lectern_agreement_table_to_json (const LecternAgreementTable *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternAgreementTable, lectern_agreement_table_free)

G_END_DECLS
