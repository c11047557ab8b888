/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-desk.h"

G_BEGIN_DECLS

/* What the console says of a judge's laptop, in one place. */

/* The seat of @judge that is not revoked; NULL: none. Borrowed. */
const LecternSeat *lectern_seat_words_find (LecternContest *contest,
                                            gint64          judge);
/* The code of @judge that nobody used yet; NULL: none. Borrowed. */
const char *lectern_seat_words_find_code (LecternContest *contest,
                                          gint64          judge);
/* What its owner called the laptop, or a word for one without a name. */
const char *lectern_seat_words_get_device (const LecternSeat *seat);
/* "connected from 192.168.1.31", "last seen at 10:31:05 from 192.168.1.31", or that it was not seen since the
 * server was started. Owned by the caller. */
char *lectern_seat_words_describe_presence (LecternDesk       *desk,
                                            const LecternSeat *seat) G_GNUC_WARN_UNUSED_RESULT;
/* "paired at 09:12:40 from 192.168.1.31". Owned by the caller. */
char *lectern_seat_words_describe_pairing (const LecternSeat *seat) G_GNUC_WARN_UNUSED_RESULT;
/* "last sheet at 10:29:58, for No. 7", of @judge in the current round. Owned by the caller. */
char *lectern_seat_words_describe_last_sheet (LecternContest *contest,
                                              gint64          judge) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
