/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib-object.h>

#include "lectern-contest-error.h"
#include "lectern-records.h"
#include "lectern-rules.h"
#include "lectern-states.h"

G_BEGIN_DECLS

/* Active judges of a contest: the sheets that an entry's score takes. */
#define LECTERN_JURY_MAX 64

/* A contest as objects: every record of the file, found by key and in its natural order, and the
 * questions the evening asks of it. It does no I/O and changes only through
 * lectern_contest_apply(). Not thread safe: every thread has a copy of its own; the records in
 * the copies are shared. What getters return is borrowed until the next apply.
 *
 * ::changed (LecternChange *) is emitted after each apply. */
#define LECTERN_TYPE_CONTEST (lectern_contest_get_type ())
G_DECLARE_FINAL_TYPE (LecternContest, lectern_contest, LECTERN, CONTEST, GObject)

LecternContest *lectern_contest_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* A second contest that shares the records of the first. */
LecternContest *lectern_contest_copy (LecternContest *self) G_GNUC_WARN_UNUSED_RESULT;
void            lectern_contest_apply (LecternContest *self,
                                       LecternChange  *change);
/* All rows as one change: what a new follower or an empty file needs. */
LecternChange *lectern_contest_snapshot (LecternContest *self) G_GNUC_WARN_UNUSED_RESULT;

const LecternContestRecord *lectern_contest_get_record (LecternContest *self);
/* NULL while the contest's row is not there. */
LecternRules *lectern_contest_get_rules (LecternContest *self);
/* The organisers' names, in their order. */
const char *const *lectern_contest_get_organisers (LecternContest *self);

/* Rows in natural order: units, criteria, rounds, awards by position; judges by number; nominees
 * by unit, then id; entries of all rounds by round, then lot; cues by position. */
GPtrArray *lectern_contest_get_units (LecternContest *self);
GPtrArray *lectern_contest_get_criteria (LecternContest *self);
GPtrArray *lectern_contest_get_rounds (LecternContest *self);
GPtrArray *lectern_contest_get_awards (LecternContest *self);
GPtrArray *lectern_contest_get_nominees (LecternContest *self);
GPtrArray *lectern_contest_get_judges (LecternContest *self);
GPtrArray *lectern_contest_get_cues (LecternContest *self);
/* Calls @look for every row of @table, in no order, which costs no sorting: for counting. */
void lectern_contest_foreach_row (LecternContest     *self,
                                  const LecternTable *table,
                                  void (*look) (gconstpointer record, gpointer user_data),
                                  gpointer user_data);
/* All rows of @table in the order of their keys; owned by the caller, free with g_ptr_array_unref(). */
GPtrArray *lectern_contest_list_rows (LecternContest     *self,
                                      const LecternTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* The row with @record's key, or NULL. */
gconstpointer lectern_contest_find (LecternContest *self,
                                    gconstpointer   record);

const LecternUnit *lectern_contest_get_unit (LecternContest *self,
                                             const char     *key);
/* By name, full name or key, spaces aside. */
const LecternUnit    *lectern_contest_find_unit (LecternContest *self,
                                                 const char     *name);
const LecternNominee *lectern_contest_get_nominee (LecternContest *self,
                                                   gint64          id);
const LecternJudge   *lectern_contest_get_judge (LecternContest *self,
                                                 gint64          number);
const LecternRound   *lectern_contest_get_round (LecternContest *self,
                                                 const char     *key);
const LecternRound   *lectern_contest_get_current_round (LecternContest *self);
/* Drawn entries of @round (NULL: the current one) by lot, then those without a lot. Owned by the
 * caller: g_ptr_array_unref(). */
GPtrArray          *lectern_contest_list_entries (LecternContest *self,
                                                  const char     *round) G_GNUC_WARN_UNUSED_RESULT;
const LecternEntry *lectern_contest_get_entry (LecternContest *self,
                                               const char     *round,
                                               gint64          nominee);
/* In the current round. */
const LecternEntry *lectern_contest_get_entry_by_lot (LecternContest *self,
                                                      gint64          lot);
const LecternEntry *lectern_contest_get_entry_on_stage (LecternContest *self);
/* NULL while the gate is closed. */
const LecternEntry *lectern_contest_get_entry_at_gate (LecternContest *self);

const LecternClockRecord *lectern_contest_get_clock (LecternContest *self);
const LecternOnAir       *lectern_contest_get_on_air (LecternContest *self);
/* The cue on air, and the one the large button takes next; NULL before the first, after the last. */
const LecternCue *lectern_contest_get_cue_on_air (LecternContest *self);
const LecternCue *lectern_contest_get_next_cue (LecternContest *self);

/* Sheets of one judge for one entry. Latest: the highest version; counted: the highest that was
 * submitted or locked, NULL when there is none or the judge is recused. */
const LecternSheet *lectern_contest_get_latest_sheet (LecternContest     *self,
                                                      const LecternEntry *entry,
                                                      gint64              judge);
const LecternSheet *lectern_contest_get_counted_sheet (LecternContest     *self,
                                                       const LecternEntry *entry,
                                                       gint64              judge);
/* The mark on @sheet in thousandths, or LECTERN_NULL when not marked: 0 is a mark. */
gint64 lectern_contest_get_mark (LecternContest     *self,
                                 const LecternSheet *sheet,
                                 const char         *criterion);
/* By unit, or by hand, or absent. */
gboolean lectern_contest_is_recused (LecternContest     *self,
                                     const LecternEntry *entry,
                                     gint64              judge);
/* Not there for @entry: counts as recused everywhere, and is named otherwise. */
gboolean lectern_contest_is_absent (LecternContest     *self,
                                    const LecternEntry *entry,
                                    gint64              judge);
/* Absent because he joined the panel, or took over on it, only after @entry was marked: what is
 * said of @entry has no place for him. */
gboolean lectern_contest_came_later (LecternContest     *self,
                                     const LecternEntry *entry,
                                     gint64              judge);
/* The state of the judge's sheet as the console and the hall know it. */
LecternSheetState lectern_contest_get_sheet_state (LecternContest     *self,
                                                   const LecternEntry *entry,
                                                   gint64              judge);
/* How many active judges may mark @entry, and how many have a counted sheet. */
void lectern_contest_count_sheets (LecternContest     *self,
                                   const LecternEntry *entry,
                                   guint              *n_expected,
                                   guint              *n_submitted);

/* Why @nominee may not speak: LecternProblem with the column each is about; empty when eligible.
 * Owned by the caller. */
GPtrArray *lectern_contest_check_eligibility (LecternContest       *self,
                                              const LecternNominee *nominee) G_GNUC_WARN_UNUSED_RESULT;

/* The times by the main clock and by the second timer (LECTERN_NULL: none); the entry's own time
 * is the one more favourable to the speaker by @rules. */
void lectern_entry_set_timers (LecternEntry       *entry,
                               const LecternRules *rules,
                               gint64              first_ms,
                               gint64              second_ms);
/* Milliseconds on the clock of @clock at a moment told by the two clocks (lectern-clock.c). */
gint64 lectern_clock_get_elapsed_ms (const LecternClockRecord *clock,
                                     gint64                    mono_us,
                                     gint64                    wall_us,
                                     const char               *boot);
/* What a clock of @elapsed_ms shows: "4:28"; counts up, so 6:00 shows exactly when the limit is
 * reached. The one rounding for all views. With @tenths "4:28.3". */
char *lectern_clock_format (gint64   elapsed_ms,
                            gboolean tenths) G_GNUC_WARN_UNUSED_RESULT;
/* Reads a time of a talk as people write it: seconds (361.5), minutes and seconds (6:01.5), or
 * hours before them; up to three decimals, full-width figures too. @ms is left alone on FALSE. */
gboolean lectern_clock_parse (const char *text,
                              gint64     *ms);

G_END_DECLS
