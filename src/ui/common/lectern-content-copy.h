/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-follower.h"

G_BEGIN_DECLS

/* Copies what the contest of @follower holds under @sha256 out to a file of its own, for players and
 * programs that want one: @name in the folder @kind ("videos") of the user's cache, made readable
 * for its owner alone. Read on a thread; @callback is called with @source. */
void lectern_content_copy_async (LecternFollower    *follower,
                                 const char         *sha256,
                                 const char         *kind,
                                 const char         *name,
                                 gpointer            source,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
/* The file's path, owned by the caller; NULL with @error, also when it was cancelled. */
char *lectern_content_copy_finish (GAsyncResult *result,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Copies that nobody asked for in so many days are taken out of the cache: photos and courseware are people's own. */
#define LECTERN_CONTENT_COPY_DAYS 14
/* Removes those at @now_us (wall time, microseconds since 1970 UTC); reads and writes the disk. What can't be removed stays till the
 * next time. Returns how many went. */
guint lectern_content_copy_tidy (gint64 now_us);
/* The same, now, on a thread of its own. */
void lectern_content_copy_tidy_later (void);

G_END_DECLS
