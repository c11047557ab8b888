/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* A signed bundle of results (docs/bundle.md): everything the results of a contest come from, in one
 * file of JSON that can be checked on a machine that has never seen the contest. */
typedef struct
{
  GPtrArray *records; /* LecternRecord, in the order of the file; a sheet before its marks */
  gint64     seq;     /* of the journal's last line, and its hash in hex */
  char      *hash;
  char      *key;       /* public key in hex; NULL before it is written */
  char      *signature; /* in hex; NULL before it is written */
} LecternBundle;

/* What @contest has to show: of sheets those that count, no telephone number and no date of birth.
 * @hash: of the journal's line @seq, 32 bytes. */
LecternBundle *lectern_bundle_new (LecternContest *contest,
                                   gint64          seq,
                                   const guint8    hash[32]) G_GNUC_WARN_UNUSED_RESULT;
void           lectern_bundle_free (LecternBundle *self);
/* Signs it with @seed (lectern-signature.h); the text of the file. Owned by the caller. */
char *lectern_bundle_sign (LecternBundle *self,
                           GBytes        *seed) G_GNUC_WARN_UNUSED_RESULT;
/* Reads a file and proves it: its form, its signature, every total, mean, final score, rank and award
 * from the marks and the rules in it. On failure NULL with LECTERN_EXCHANGE_ERROR: BAD_BUNDLE when it
 * is none, BAD_SIGNATURE when a byte was changed since it was signed, UNPROVEN with the first figure
 * that does not come from the marks. */
LecternBundle *lectern_bundle_read (const char *text,
                                    gsize       length,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* What people compare with the fingerprint the main laptop shows and prints. Owned by the caller. */
char *lectern_bundle_get_fingerprint (const LecternBundle *self) G_GNUC_WARN_UNUSED_RESULT;
/* The contest it tells of, for reading; sheets are in it as first versions. Owned by the caller. */
LecternContest *lectern_bundle_make_contest (const LecternBundle *self) G_GNUC_WARN_UNUSED_RESULT;
/* The rows for LECTERN_ACTION_TAKE_ROUND: the round with all of its own, and what they are compared
 * with. NOT_FOUND or UNPROVEN when the bundle has no such round, finalised. Owned by the caller. */
GPtrArray *lectern_bundle_list_round (const LecternBundle *self,
                                      const char          *key,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* The key of the only finalised round in it, NULL when there are none or several. Borrowed. */
const char *lectern_bundle_find_round (const LecternBundle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternBundle, lectern_bundle_free)

G_END_DECLS
