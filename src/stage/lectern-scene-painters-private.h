/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene-painter.h"
#include "lectern-stage-canvas-private.h"

G_BEGIN_DECLS

/* One painter a kind of scene; the ground is there already, the banner comes after. */
void lectern_scene_paint_title (LecternStageCanvas *canvas,
                                const LecternScene *scene);
void lectern_scene_paint_rules (LecternStageCanvas *canvas,
                                const LecternScene *scene);
void lectern_scene_paint_order (LecternStageCanvas *canvas,
                                const LecternScene *scene);
void lectern_scene_paint_introduction (LecternStageCanvas *canvas,
                                       const LecternScene *scene);
void lectern_scene_paint_talk (LecternStageCanvas *canvas,
                               const LecternScene *scene);
void lectern_scene_paint_marking (LecternStageCanvas *canvas,
                                  const LecternScene *scene);
void lectern_scene_paint_reveal (LecternStageCanvas *canvas,
                                 const LecternScene *scene);
void lectern_scene_paint_ranking (LecternStageCanvas *canvas,
                                  const LecternScene *scene);
void lectern_scene_paint_award (LecternStageCanvas *canvas,
                                const LecternScene *scene);
void lectern_scene_paint_break (LecternStageCanvas *canvas,
                                const LecternScene *scene);
void lectern_scene_paint_notice (LecternStageCanvas *canvas,
                                 const LecternScene *scene);
void lectern_scene_paint_emergency (LecternStageCanvas *canvas,
                                    const LecternScene *scene);
void lectern_scene_paint_end (LecternStageCanvas *canvas,
                              const LecternScene *scene);

void lectern_scene_paint_guests (LecternStageCanvas *canvas,
                                 const LecternScene *scene);
void lectern_scene_paint_draw (LecternStageCanvas *canvas,
                               const LecternScene *scene);
void lectern_scene_paint_deck (LecternStageCanvas *canvas,
                               const LecternScene *scene);
void lectern_scene_paint_stage (LecternStageCanvas *canvas,
                                const LecternScene *scene);
void lectern_scene_paint_awards (LecternStageCanvas *canvas,
                                 const LecternScene *scene);
void lectern_scene_paint_picture (LecternStageCanvas *canvas,
                                  const LecternScene *scene);

/* What moves: each a clock that is painted within its box. */
void            lectern_scene_paint_clock (LecternStageCanvas *canvas,
                                           const LecternScene *scene,
                                           gint64              elapsed_ms);
LecternStageBox lectern_scene_get_clock_box (const LecternStageCanvas *canvas);
void            lectern_scene_paint_stage_clock (LecternStageCanvas *canvas,
                                                 const LecternScene *scene,
                                                 gint64              elapsed_ms);
LecternStageBox lectern_scene_get_stage_clock_box (const LecternStageCanvas *canvas);
void            lectern_scene_paint_corner_clock (LecternStageCanvas *canvas,
                                                  const LecternScene *scene,
                                                  gint64              elapsed_ms);
LecternStageBox lectern_scene_get_corner_clock_box (const LecternStageCanvas *canvas);
void            lectern_scene_paint_countdown (LecternStageCanvas *canvas,
                                               const LecternScene *scene,
                                               gint64              now_ms);
LecternStageBox lectern_scene_get_countdown_box (const LecternStageCanvas *canvas);

/* Paints and notes every text: an array of LecternStageMark, for tests. */
GPtrArray *lectern_scene_trace (LecternScene              *scene,
                                const LecternSceneSetting *setting,
                                cairo_t                   *cr,
                                int                        width,
                                int                        height,
                                gint64                     time_ms) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
