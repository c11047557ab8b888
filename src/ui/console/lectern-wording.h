/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"
#include "lectern-ranking.h"
#include "lectern-scene.h"
#include "lectern-standing.h"

G_BEGIN_DECLS

/* The console's words for the states of things, in the language of the interface. What returns
 * "char *" is owned by the caller. */

/* "Talk with the clock", "Ranking". */
const char *lectern_wording_for_scene (LecternSceneKind kind);
const char *lectern_wording_for_entry_state (LecternEntryState state);
const char *lectern_wording_for_round_state (LecternRoundState state);
/* What going on to @round means, or why it can't be gone on to yet. */
char *lectern_wording_for_going_on (LecternContest     *contest,
                                    const LecternRound *round) G_GNUC_WARN_UNUSED_RESULT;
/* The state of a judge's sheet; drafts with how far they are: "draft 3/5". */
char *lectern_wording_for_sheet (LecternContest     *contest,
                                 const LecternEntry *entry,
                                 gint64              judge) G_GNUC_WARN_UNUSED_RESULT;
/* What the clock at @elapsed_ms means under the contest's rules: "1:32 left · warning at 5:00 ·
 * time is over at 6:00", or in overtime "over time by 0:13 · 0.2 points". */
char *lectern_wording_for_clock (LecternContest *contest,
                                 gint64          elapsed_ms) G_GNUC_WARN_UNUSED_RESULT;
/* "no. 12 刘颊 is speaking", from the phase and the entry on stage. */
char *lectern_wording_for_stage (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;
/* "member", "probationary" and "none" of the party column. */
const char *lectern_wording_for_party (const char *party);
/* A talk's time: "6:13.2". */
char *lectern_wording_for_time (gint64 time_ms) G_GNUC_WARN_UNUSED_RESULT;
/* Reads "6:13.2", "373.2" or "373" into milliseconds; FALSE leaves @ms alone. */
gboolean lectern_wording_parse_time (const char *text,
                                     gint64     *ms);
/* The heading of a table's column from its key: "unit", "lectures". Keys it does not know, such as
 * a criterion's, are returned as they are. */
const char *lectern_wording_for_column (const char *key);
/* A tie rule as written in the rules ("criterion:content") as people say it. */
char *lectern_wording_for_tie (LecternContest *contest,
                               const char     *rule) G_GNUC_WARN_UNUSED_RESULT;
/* "certain of “十佳宣讲员”", "out of reach of every award"; NULL as long as it is open. */
char *lectern_wording_for_outlook (const LecternStanding *standing,
                                   gint64                 nominee) G_GNUC_WARN_UNUSED_RESULT;
/* What @row has won: the award's name, or that it goes on to the next round; NULL for nothing. */
char *lectern_wording_for_prize (LecternContest          *contest,
                                 const LecternRanking    *ranking,
                                 const LecternRankingRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* The standing warning: which ties at a border can arise or are open, a line each; NULL for none. */
char *lectern_wording_for_ties (LecternContest        *contest,
                                const LecternRanking  *ranking,
                                const LecternStanding *standing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
