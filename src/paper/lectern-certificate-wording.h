/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* What can be put in the place of a {field} of a certificate's wording: a GHashTable of field →
 * text, both owned. Fields of the whole award:
 *
 * {contest} the title as it stands · {stem} the title without its last words · {city} · {event} ·
 * {occasion} what the contest calls itself, 比赛 when it does not · {theme} · {award} the award's
 * name · {honour} stem and award together · {verb} 被评为, 荣获 · {issuers} one a line · {date} in
 * words · {year}.
 *
 * The derivation, for a contest that says no more than its title and its awards: from
 * 焦作市2018年度微型党课十佳宣讲员评选 the last word (评选, 比赛, 大赛 …) goes, then the name of one
 * of its awards, which leaves the stem 焦作市2018年度微型党课; what stands before the year is the
 * city, what stands behind it the event. */
GHashTable *lectern_certificate_words_new (LecternContest     *contest,
                                           const LecternAward *award) G_GNUC_WARN_UNUSED_RESULT;

/* @wording with its {field}s filled from @own, then @common; a field neither knows is left empty.
 * Either table may be NULL. */
char *lectern_certificate_fill (const char *wording,
                                GHashTable *own,
                                GHashTable *common) G_GNUC_WARN_UNUSED_RESULT;

/* Whether filling @wording uses one of @own's fields. */
gboolean lectern_certificate_uses (const char *wording,
                                   GHashTable *own);

G_END_DECLS
