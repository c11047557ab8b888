/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-stage-canvas-private.h"

G_BEGIN_DECLS

/* Whether the judges of @scene stand in one row: with the cards of their marks, or while they mark. */
gboolean lectern_scene_panel_is_one_row (const LecternStageCanvas *canvas,
                                         const LecternScene       *scene,
                                         gboolean                  cards);
/* Who has handed in, within @box. */
void lectern_scene_panel_draw_badges (LecternStageCanvas *canvas,
                                      const LecternScene *scene,
                                      LecternStageBox     box);
/* The cards of the marks, from @top on; gives where they end. */
double lectern_scene_panel_draw_cards (LecternStageCanvas *canvas,
                                       const LecternScene *scene,
                                       double              top);

G_END_DECLS
