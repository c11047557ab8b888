/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"
#include "lectern-document.h"

G_BEGIN_DECLS

/* The running order (出场顺序), A4 upright on the grid of GB/T 9704: lot, name, unit and talk, and
 * how the draw was made, with its seed. NOTHING before the draw. @round NULL: the current one. */
LecternDocument *lectern_report_order_new (LecternContest *contest,
                                           const char     *round,
                                           gint64          printed_us,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
