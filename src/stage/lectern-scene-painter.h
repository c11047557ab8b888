/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <cairo.h>

#include "lectern-scene.h"
#include "lectern-stage-pictures.h"

G_BEGIN_DECLS

/* How scenes are shown in this hall; NULL wherever one is asked for means all of it as usual. */
typedef struct
{
  const LecternStagePictures *pictures; /* those the scene's keys stand for, or NULL */
  const char                 *theme;    /* a theme's name, instead of the scene's own, or NULL */
  /* What the projector cuts off or bends, in percent of the width and of the height: the scene
   * keeps clear of it, its ground goes on to the edges. */
  double left, top, right, bottom;
} LecternSceneSetting;

/* Paints @scene over the whole of a picture of @width × @height pixels. @time_ms is what the clock
 * of lectern_scene_get_time() shows, for scenes that have one. Sizes follow the height; nothing is
 * kept between calls but fonts. Pure: the same arguments give the same picture. */
void lectern_scene_paint (LecternScene              *scene,
                          const LecternSceneSetting *setting,
                          cairo_t                   *cr,
                          int                        width,
                          int                        height,
                          gint64                     time_ms);

/* The same in two parts, for views that keep the first: all that stays as it is while @scene is
 * on air, and what moves on top of it, which is nothing but a clock. */
void lectern_scene_paint_still (LecternScene              *scene,
                                const LecternSceneSetting *setting,
                                cairo_t                   *cr,
                                int                        width,
                                int                        height);
void lectern_scene_paint_moving (LecternScene              *scene,
                                 const LecternSceneSetting *setting,
                                 cairo_t                   *cr,
                                 int                        width,
                                 int                        height,
                                 gint64                     time_ms);
/* Where the moving part is, in pixels; FALSE when nothing moves. */
gboolean lectern_scene_get_moving_area (LecternScene              *scene,
                                        const LecternSceneSetting *setting,
                                        int                        width,
                                        int                        height,
                                        cairo_rectangle_int_t     *area);

/* Whether @scene is a ranking that knows the places of the ranking shown before it. */
gboolean lectern_scene_has_moves (const LecternScene *scene);
/* The same with its rows on their way from their old places (@progress 0) to their own (1000, as
 * lectern_scene_paint_still() has them); for other scenes @progress means nothing. Pure: a view
 * paints as many moments between as it likes. */
void lectern_scene_paint_between (LecternScene              *scene,
                                  const LecternSceneSetting *setting,
                                  cairo_t                   *cr,
                                  int                        width,
                                  int                        height,
                                  int                        progress);

/* The next moment, in milliseconds on the scene's clock, at which the picture changes; G_MAXINT64
 * when it never does by itself. A view sleeps until then. */
gint64 lectern_scene_get_next_change_ms (LecternScene *scene,
                                         gint64        time_ms);

/* Writes the scene as a PNG file. */
gboolean lectern_scene_write_png (LecternScene              *scene,
                                  const LecternSceneSetting *setting,
                                  const char                *path,
                                  int                        width,
                                  int                        height,
                                  gint64                     time_ms,
                                  GError                   **error);

/* The scene in a line of text, for those who don't see it, in the scene's language:
 * "亮分 第 11 号 曾庆华 91.66". Owned by the caller. */
char *lectern_scene_describe (LecternScene *scene) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
