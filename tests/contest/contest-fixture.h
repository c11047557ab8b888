/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* A rules file with two criteria (content 40 by 0.1, language 60 by 0.5), one unit a nominee pair,
 * two awards (first: 1 place, rest: null); @extra is put among its members. */
char *fixture_rules_json (const char *extra) G_GNUC_WARN_UNUSED_RESULT;
/* A contest from it, drawn, with @n_entries entries (nominee i has lot i) and @n_judges judges. */
LecternContest *fixture_contest_new (const char *extra,
                                     guint       n_entries,
                                     guint       n_judges) G_GNUC_WARN_UNUSED_RESULT;
/* Applies one record; takes it. */
void fixture_put (LecternContest *contest,
                  gpointer        record);
/* A sheet of @state, marks in thousandths; LECTERN_NULL: not marked. */
void fixture_put_sheet (LecternContest   *contest,
                        gint64            nominee,
                        gint64            judge,
                        gint64            version,
                        LecternSheetState state,
                        gint64            content,
                        gint64            language);
void fixture_set_entry (LecternContest   *contest,
                        gint64            nominee,
                        LecternEntryState state,
                        gint64            time_ms,
                        gboolean          revealed);

G_END_DECLS
