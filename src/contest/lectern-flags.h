/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* A counted sheet that lies far from the others' (scoring/lectern-flag.h), by the differences the
 * rules set. It changes no result and is for the head judge alone. */
typedef struct
{
  const LecternEntry     *entry;
  gint64                  judge;
  gint64                  version;
  gboolean                total;     /* the total lies far */
  const LecternCriterion *criterion; /* the first criterion whose mark lies far, or NULL */
  gboolean                seen;
} LecternFlag;

/* Flags of @round (NULL: the current one) by lot, then judge. GArray of LecternFlag whose records
 * are borrowed until the contest's next apply; owned by the caller: g_array_unref(). */
GArray *lectern_flags_list (LecternContest *contest,
                            const char     *round) G_GNUC_WARN_UNUSED_RESULT;
/* The flag of one judge's counted sheet for @entry; FALSE when it has none. */
gboolean lectern_flags_find (LecternContest     *contest,
                             const LecternEntry *entry,
                             gint64              judge,
                             LecternFlag        *flag);
guint    lectern_flags_count_unseen (LecternContest     *contest,
                                     const LecternEntry *entry);

G_END_DECLS
