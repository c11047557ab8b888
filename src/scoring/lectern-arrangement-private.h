/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-random-private.h"

G_BEGIN_DECLS

/* Draws one of all orders in which no two members of a group are neighbours, each equally
 * likely, by counting them. Members are numbered from 0 through the groups in turn; @order
 * receives the numbers. At least one such order must exist. */
void lectern_arrangement_draw (LecternRandom *random,
                               const guint   *sizes,
                               guint          n_groups,
                               guint         *order);

G_END_DECLS
