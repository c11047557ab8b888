/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The judge's own ranking so far. @sheets: LecternOwnSheet. */

/* Gives every complete sheet its place by total, equals the same one, and the others none. */
void lectern_own_places_update (GListModel *sheets);
/* How many have a place. */
guint lectern_own_places_count (GListModel *sheets);

G_END_DECLS
