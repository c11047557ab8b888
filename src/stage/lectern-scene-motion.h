/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene-painter.h"

G_BEGIN_DECLS

/* A ranking on its way to its new places, cut into what stands and a picture for each row, so that a
 * frame only lays pictures over each other. It shows what lectern_scene_paint_between() paints, with
 * rows on whole pixels. */
typedef struct _LecternSceneMotion LecternSceneMotion;

/* NULL when @scene has no moves. @setting as for lectern_scene_paint(); kept no longer than the call. */
LecternSceneMotion *lectern_scene_motion_new (LecternScene              *scene,
                                              const LecternSceneSetting *setting,
                                              int                        width,
                                              int                        height) G_GNUC_WARN_UNUSED_RESULT;
void                lectern_scene_motion_free (LecternSceneMotion *self);
/* The whole picture without its rows. Borrowed. */
cairo_surface_t *lectern_scene_motion_get_ground (LecternSceneMotion *self);
/* What rows never leave, in pixels. */
const cairo_rectangle_int_t *lectern_scene_motion_get_area (LecternSceneMotion *self);
/* Lays the rows as they are at @progress (0 to 1000) over the ground; @cr in pixels of the picture. */
void lectern_scene_motion_paint_rows (LecternSceneMotion *self,
                                      cairo_t            *cr,
                                      int                 progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternSceneMotion, lectern_scene_motion_free)

G_END_DECLS
