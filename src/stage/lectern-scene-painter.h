/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <cairo.h>

#include "lectern-scene.h"

G_BEGIN_DECLS

/* Paints @scene over the whole of a picture of @width × @height pixels. @elapsed_ms is the talk's
 * clock, used by the talk scene only. Sizes follow the height; nothing is kept between calls but
 * fonts. Pure: the same arguments give the same picture. */
void lectern_scene_paint (LecternScene *scene,
                          cairo_t      *cr,
                          int           width,
                          int           height,
                          gint64        elapsed_ms);

/* The same in two parts, for views that keep the first: all that stays as it is while @scene is
 * on air, and what moves on top of it, which is nothing but the talk's clock. */
void lectern_scene_paint_still (LecternScene *scene,
                                cairo_t      *cr,
                                int           width,
                                int           height);
void lectern_scene_paint_moving (LecternScene *scene,
                                 cairo_t      *cr,
                                 int           width,
                                 int           height,
                                 gint64        elapsed_ms);
/* Where the moving part is, in pixels; FALSE when nothing moves. */
gboolean lectern_scene_get_moving_area (LecternScene          *scene,
                                        int                    width,
                                        int                    height,
                                        cairo_rectangle_int_t *area);

/* The next moment, in milliseconds on the talk's clock, at which the picture changes; G_MAXINT64
 * when it never does by itself. A view sleeps until then. */
gint64 lectern_scene_get_next_change_ms (LecternScene *scene,
                                         gint64        elapsed_ms);

/* Writes the scene as a PNG file. */
gboolean lectern_scene_write_png (LecternScene *scene,
                                  const char   *path,
                                  int           width,
                                  int           height,
                                  gint64        elapsed_ms,
                                  GError      **error);

/* The scene in a line of text, for those who don't see it, in the scene's language:
 * "亮分 第 11 号 曾庆华 91.66". Owned by the caller. */
char *lectern_scene_describe (LecternScene *scene) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
