/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"
#include "lectern-document.h"

G_BEGIN_DECLS

/* The MC's script (主持词) of @round (NULL: the current one), to read from on the day: every cue in
 * its order with its words in large type, blanks where figures will be. NOTHING before the draw, which
 * makes the programme, and of a round that is not the current one. */
LecternDocument *lectern_report_script_new (LecternContest *contest,
                                            const char     *round,
                                            gint64          printed_us,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
