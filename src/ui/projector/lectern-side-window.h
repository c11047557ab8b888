/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-follower.h"
#include "lectern-scene-view.h"
#include "lectern-screen-choice.h"

G_BEGIN_DECLS

/* A screen beside the projector: the speaker's clock, which counts as every other clock does and
 * never changes to another scene, or a second screen of the audience's with a scene of its own. It
 * takes no input at all. */
#define LECTERN_TYPE_SIDE_WINDOW (lectern_side_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternSideWindow, lectern_side_window, LECTERN, SIDE_WINDOW, GtkWindow)

GtkWidget        *lectern_side_window_new (LecternFollower           *follower,
                                           const LecternScreenChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
LecternSceneView *lectern_side_window_get_view (LecternSideWindow *self);
/* Another role or another scene. */
void lectern_side_window_set_choice (LecternSideWindow         *self,
                                     const LecternScreenChoice *choice);

G_END_DECLS
