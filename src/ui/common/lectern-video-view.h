/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-follower.h"

G_BEGIN_DECLS

/* Plays one of the contest's videos over its whole area, once, with its sound; black before the
 * first frame and after the last. ::trouble (const char *) with a sentence when it can't. */
#define LECTERN_TYPE_VIDEO_VIEW (lectern_video_view_get_type ())
G_DECLARE_FINAL_TYPE (LecternVideoView, lectern_video_view, LECTERN, VIDEO_VIEW, GtkWidget)

GtkWidget *lectern_video_view_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Begins from the first frame; NULL: stops and is invisible. The same hash again goes on. */
void lectern_video_view_play (LecternVideoView *self,
                              LecternFollower  *follower,
                              const char       *sha256);
/* The hash of what it plays; NULL: nothing. */
const char *lectern_video_view_get_playing (LecternVideoView *self);
/* Whether the scene on air of @contest is one of its videos; the hash, owned by the caller. */
char *lectern_video_view_find (LecternContest *contest) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
