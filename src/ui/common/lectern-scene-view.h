/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-follower.h"
#include "lectern-scene-files.h"
#include "lectern-scene.h"

G_BEGIN_DECLS

/* Shows one scene over its whole area, on the projector or as a small live picture of it. With a
 * follower the talk's clock runs; a scene without a clock, or a clock that stands, costs nothing.
 * What it shows is also its accessible label, as words (lectern_scene_describe()). */
#define LECTERN_TYPE_SCENE_VIEW (lectern_scene_view_get_type ())
G_DECLARE_FINAL_TYPE (LecternSceneView, lectern_scene_view, LECTERN, SCENE_VIEW, GtkWidget)

GtkWidget *lectern_scene_view_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: black. Borrowed. */
LecternScene    *lectern_scene_view_get_scene (LecternSceneView *self);
void             lectern_scene_view_set_scene (LecternSceneView *self,
                                               LecternScene     *scene);
LecternFollower *lectern_scene_view_get_follower (LecternSceneView *self);
/* Whose clock it shows; NULL: the clock stands at 0:00. */
void lectern_scene_view_set_follower (LecternSceneView *self,
                                      LecternFollower  *follower);

/* Where its pictures come from; those of the follower, unless there is none. */
void lectern_scene_view_set_files (LecternSceneView  *self,
                                   LecternSceneFiles *files);
/* What the projector cuts off or bends at each side, in percent: the scene keeps clear of it. */
void lectern_scene_view_set_margins (LecternSceneView *self,
                                     double            left,
                                     double            top,
                                     double            right,
                                     double            bottom);
/* Shows the test picture over the scene, with the name of the screen; NULL: the scene again. */
void lectern_scene_view_set_test (LecternSceneView *self,
                                  const char       *screen_name);

/* For a view in a window with much else: nothing is painted in the first frame, which people wait for, and the scene in
 * the next. */
void lectern_scene_view_wait_for_window (LecternSceneView *self);
/* Whether a ranking is seen on its way from the places the hall saw last: once for each ranking, and
 * only where the desktop lets things move. FALSE at first, as for the small pictures at the console. */
void lectern_scene_view_set_plays_moves (LecternSceneView *self,
                                         gboolean          plays);
/* Whether one is on its way now. */
gboolean lectern_scene_view_is_playing (LecternSceneView *self);

/* How often it has painted a whole scene and a clock: for tests and benchmarks. */
guint lectern_scene_view_get_n_scenes_painted (LecternSceneView *self);
guint lectern_scene_view_get_n_clocks_painted (LecternSceneView *self);
/* Frames of rankings on their way. */
guint lectern_scene_view_get_n_moments_painted (LecternSceneView *self);

G_END_DECLS
