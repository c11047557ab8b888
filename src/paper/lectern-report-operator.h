/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"
#include "lectern-document.h"

G_BEGIN_DECLS

/* The operator's card: one page to lie beside the keyboard, with the keys, the round of an entry and what
 * to do when something breaks. The same for every @round that is there (NULL: the current one); it needs no
 * draw and tells nothing of anybody. */
LecternDocument *lectern_report_operator_new (LecternContest *contest,
                                              const char     *round,
                                              gint64          printed_us,
                                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
