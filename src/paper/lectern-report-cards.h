/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-document.h"
#include "lectern-contest.h"

G_BEGIN_DECLS

/* A card for the place of every judge who has a pairing code that nobody used yet, four to a page of A4 with
 * cut marks: how a laptop finds this one, the code, the QR code of both, and what to compare. @judge 0:
 * all; @addresses "https://10.0.0.5:8443", the likely one first; @fingerprint "sha256:…" of the
 * certificate. NOTHING when there is no code to print. */
LecternDocument *lectern_report_cards_new (LecternContest    *contest,
                                           gint64             judge,
                                           const char *const *addresses,
                                           const char        *fingerprint,
                                           gint64             printed_us,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
