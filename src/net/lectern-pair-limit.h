/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* After 5 wrong pairing codes from one address within a minute, or 30 from all together, no more are
 * looked at until one of them is a minute old. Times are monotonic, in microseconds. */
typedef struct _LecternPairLimit LecternPairLimit;

LecternPairLimit *lectern_pair_limit_new (void) G_GNUC_WARN_UNUSED_RESULT;
void              lectern_pair_limit_free (LecternPairLimit *self);
/* 0: a code of @address may be looked at now; else the whole seconds to wait. */
guint lectern_pair_limit_check (LecternPairLimit *self,
                                const char       *address,
                                gint64            now_us);
void  lectern_pair_limit_count_wrong (LecternPairLimit *self,
                                      const char       *address,
                                      gint64            now_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPairLimit, lectern_pair_limit_free)

G_END_DECLS
