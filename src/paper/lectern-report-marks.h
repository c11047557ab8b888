/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-report-frame.h"

G_BEGIN_DECLS

/* What papers say about judges' sheets: who counts, who was struck out, who did not mark and why,
 * what was amended or made void. All in the contest's language. */

/* The judge's sheet among those that count for @row, or NULL. */
const LecternRankingSheet *lectern_report_find_sheet (const LecternRankingRow *row,
                                                      gint64                   judge);
/* Active judges by number, and those who are off now but whose sheets count. Borrowed records;
 * owned by the caller. */
GPtrArray *lectern_report_list_judges (LecternContest       *contest,
                                       const LecternRanking *ranking) G_GNUC_WARN_UNUSED_RESULT;
/* As many decimals as the finest total of @ranking needs. */
guint lectern_report_count_decimals (const LecternRanking *ranking);

/* "回避（同单位）", "回避：…", "缺席：…"; NULL when the judge may mark @entry. */
char *lectern_report_describe_recusal (const LecternReport *report,
                                       const LecternEntry  *entry,
                                       gint64               judge) G_GNUC_WARN_UNUSED_RESULT;
/* "评委4回避、评委6缺席，有效7份取5份" where the denominator is not that of the panel, else NULL. */
char *lectern_report_describe_denominator (const LecternReport     *report,
                                           const LecternRankingRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* "有效评分7份，去掉1个最高分和1个最低分，按5份平均". */
char *lectern_report_describe_basis (const LecternReport     *report,
                                     const LecternRankingRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* "改分", "纸质，两人录入", "去掉最高分", …: what is to be said about a sheet that counts. */
char *lectern_report_describe_sheet (const LecternReport     *report,
                                     const LecternRankingRow *row,
                                     gint64                   judge) G_GNUC_WARN_UNUSED_RESULT;
/* Sentences on what was amended and made void of @entry, oldest first: old and new marks, reason,
 * second person, time. @judge LECTERN_NULL: of all. Owned by the caller. */
GPtrArray *lectern_report_list_amendments (const LecternReport *report,
                                           const LecternEntry  *entry,
                                           gint64               judge) G_GNUC_WARN_UNUSED_RESULT;
/* "6:05", or with the two timers' times. "" when the talk was not timed. */
char *lectern_report_describe_time (const LecternReport *report,
                                    const LecternEntry  *entry) G_GNUC_WARN_UNUSED_RESULT;
/* What @row has got: the name of an award, or in a round that feeds another "晋级决赛"; "" when neither. */
char *lectern_report_describe_prize (const LecternReport     *report,
                                     const LecternRankingRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* "2018-09-14 17:32", local time. */
char *lectern_report_describe_moment (gint64 wall_us) G_GNUC_WARN_UNUSED_RESULT;

/* A line through a figure set in @type around @x, @y that does not count; it stays readable. */
void lectern_report_add_strike (const LecternReport *report,
                                LecternPage         *page,
                                const LecternType   *type,
                                const char          *text,
                                double               x,
                                double               y,
                                double               width);

G_END_DECLS
