/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"
#include "lectern-document.h"

G_BEGIN_DECLS

/* The journal (操作日志), A4 landscape: number, time, who, what and why of every line, and the hash the
 * chain ends with, so that what was signed can be compared with the file. @lines: LecternJournalLine,
 * oldest first; of the whole contest, whatever the round. NOTHING when there is none. */
LecternDocument *lectern_report_journal_new (LecternContest *contest,
                                             GPtrArray      *lines,
                                             gint64          printed_us,
                                             GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
