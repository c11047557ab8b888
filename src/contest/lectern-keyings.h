/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* A paper sheet is keyed twice, by two people who do not see each other's figures; only what both
 * read alike becomes a sheet. Until then the keyings wait. */

/* Keying @pass (1 or 2) of the sheet of @judge for @entry, or NULL. */
const LecternKeying *lectern_keyings_find (LecternContest     *contest,
                                           const LecternEntry *entry,
                                           gint64              judge,
                                           gint64              pass);
/* LecternKeying.marks of @n criteria @keys with their marks in thousandths. */
char *lectern_keying_pack (const char *const *keys,
                           const gint64      *marks,
                           guint              n) G_GNUC_WARN_UNUSED_RESULT;
/* The mark for @criterion in a keying in thousandths, or LECTERN_NULL. */
gint64 lectern_keying_get_mark (const LecternKeying *keying,
                                const char          *criterion);
/* The criteria that two keyings read differently (borrowed LecternCriterion); empty: they agree.
 * Owned by the caller. */
GPtrArray *lectern_keyings_compare (LecternContest      *contest,
                                    const LecternKeying *first,
                                    const LecternKeying *second) G_GNUC_WARN_UNUSED_RESULT;
/* The same in words: "主题内容 36.5 / 35.6"; "" when they agree. */
char *lectern_keyings_describe (LecternContest      *contest,
                                const LecternKeying *first,
                                const LecternKeying *second) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
