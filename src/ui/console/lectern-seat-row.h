/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* A judge's laptop: what it is called, whether it is there, when it handed in last; it can be shut out. */
#define LECTERN_TYPE_SEAT_ROW (lectern_seat_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternSeatRow, lectern_seat_row, LECTERN, SEAT_ROW, AdwActionRow)

GtkWidget  *lectern_seat_row_new (LecternDesk       *desk,
                                  const LecternSeat *seat) G_GNUC_WARN_UNUSED_RESULT;
const char *lectern_seat_row_get_token (LecternSeatRow *self);
/* Says how it is now. The focus and a question under way stay. */
void lectern_seat_row_refresh (LecternSeatRow    *self,
                               const LecternSeat *seat);

G_END_DECLS
