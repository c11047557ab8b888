/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-stage-canvas-private.h"

G_BEGIN_DECLS

#define LECTERN_SCENE_BOARD_MOST 14

/* The board of a ranking's page: its rows are @n from @first on, each from its top to the next one's. */
typedef struct
{
  LecternStageBox box;
  guint           first, n;
  double          tops[LECTERN_SCENE_BOARD_MOST + 1];
  double          pitch; /* of a usual row */
  gboolean        with_moves;
} LecternSceneBoard;

void lectern_scene_board_init (LecternSceneBoard  *board,
                               LecternStageCanvas *canvas,
                               const LecternScene *scene);
/* Where row @index of the scene is at @progress of its way; FALSE when that is off the board. */
gboolean lectern_scene_board_get_row (const LecternSceneBoard *board,
                                      const LecternScene      *scene,
                                      guint                    index,
                                      int                      progress,
                                      LecternStageBox         *box);
/* Whether it passes over the others on its way. */
gboolean lectern_scene_board_is_rising (const LecternScene *scene,
                                        guint               index);
/* As high as row @index of the scene is, where it is at rest. */
LecternStageBox lectern_scene_board_get_box (const LecternSceneBoard *board,
                                             guint                    index);
/* All that stays where it is. */
void lectern_scene_board_paint_ground (LecternStageCanvas      *canvas,
                                       const LecternScene      *scene,
                                       const LecternSceneBoard *board);
/* The row, in @box, as it is at the canvas's progress. */
void lectern_scene_board_paint_row (LecternStageCanvas      *canvas,
                                    const LecternScene      *scene,
                                    const LecternSceneBoard *board,
                                    guint                    index,
                                    LecternStageBox          box);

G_END_DECLS
