/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-engine.h"

G_BEGIN_DECLS

/* A copy of the contest for reading on another thread: windows and panels live on one. It belongs
 * to the thread-default context it was made in; changes reach it there, in order, each whole. */
#define LECTERN_TYPE_FOLLOWER (lectern_follower_get_type ())
G_DECLARE_FINAL_TYPE (LecternFollower, lectern_follower, LECTERN, FOLLOWER, GObject)

LecternFollower *lectern_follower_new (LecternEngine *engine) G_GNUC_WARN_UNUSED_RESULT;
/* Its contest emits ::changed (LecternChange *). */
LecternContest *lectern_follower_get_contest (LecternFollower *self);
LecternEngine  *lectern_follower_get_engine (LecternFollower *self);
/* The journal row the copy is at, and the wall time it was made durable. */
gint64 lectern_follower_get_seq (LecternFollower *self);
gint64 lectern_follower_get_wall_us (LecternFollower *self);

/* The bytes of the contest's file with that hash, read on a thread of their own beside the engine;
 * nothing waits for it. Large files are mapped and not read. */
void    lectern_follower_load_content_async (LecternFollower    *self,
                                             const char         *sha256,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
GBytes *lectern_follower_load_content_finish (LecternFollower *self,
                                              GAsyncResult    *result,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
