/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who stands at the door, address by address: how many at once, and how many came lately. Times are
 * monotonic, in microseconds. */
typedef struct _LecternDoorCount LecternDoorCount;

/* @at_once and @a_second for each address; twice @a_second may come in one go. */
LecternDoorCount *lectern_door_count_new (guint at_once,
                                          guint a_second) G_GNUC_WARN_UNUSED_RESULT;
void              lectern_door_count_free (LecternDoorCount *self);
/* What counts as one address: an IPv4 address, or the /64 an IPv6 one is of. Owned by the caller. */
char *lectern_door_count_name (GInetAddress *address) G_GNUC_WARN_UNUSED_RESULT;
/* Counts somebody in; FALSE when too many of that address are here, or came lately. */
gboolean lectern_door_count_enter (LecternDoorCount *self,
                                   const char       *name,
                                   gint64            now_us);
/* One of them stands here no more. */
void lectern_door_count_leave (LecternDoorCount *self,
                               const char       *name);
/* Forgets whom nothing is to be known of any more. */
void  lectern_door_count_tidy (LecternDoorCount *self,
                               gint64            now_us);
guint lectern_door_count_get_n_addresses (LecternDoorCount *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternDoorCount, lectern_door_count_free)

G_END_DECLS
