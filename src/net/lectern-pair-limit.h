/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* After 5 wrong pairing codes from one address within a minute no more are looked at until one of
 * them is a minute old. Codes under way count as wrong until they prove right, so that trying many
 * at once gains nothing. Times are monotonic, in microseconds. */
typedef struct _LecternPairLimit LecternPairLimit;

LecternPairLimit *lectern_pair_limit_new (void) G_GNUC_WARN_UNUSED_RESULT;
void              lectern_pair_limit_free (LecternPairLimit *self);
/* 0: @address may try now, and one try is counted; else the whole seconds to wait. */
guint lectern_pair_limit_try (LecternPairLimit *self,
                              const char       *address,
                              gint64            now_us);
/* The try of @address made at @then_us was right, or could not be judged: it does not count. */
void lectern_pair_limit_forgive (LecternPairLimit *self,
                                 const char       *address,
                                 gint64            then_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPairLimit, lectern_pair_limit_free)

G_END_DECLS
