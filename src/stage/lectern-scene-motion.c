/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A ranking in motion without painting it sixty times a second: texts are set once. A row has two
 * pictures, with its old place for the first half of the way and with its own for the second. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-motion.h"

#include "lectern-scene-board-private.h"
#include "lectern-scene-painters-private.h"

#include <math.h>

#define HALF_WAY (LECTERN_STAGE_AT_REST / 2)
#define N_PICTURES 2

typedef struct
{
  guint            index; /* of the scene's rows */
  gboolean         rising;
  cairo_surface_t *pictures[N_PICTURES];
} Row;

struct _LecternSceneMotion
{
  LecternScene         *scene;
  LecternSceneBoard     board;  /* in units */
  cairo_matrix_t        pixels; /* from units */
  cairo_rectangle_int_t area;
  cairo_surface_t      *ground;
  GArray               *rows; /* Row; those who rise last */
};

static void
clear_row (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < N_PICTURES; i++)
    cairo_surface_destroy (row->pictures[i]);
}

/* @box in whole pixels: a row's height is the same wherever it is. */
static cairo_rectangle_int_t
get_pixels (const LecternSceneMotion *self,
            LecternStageBox           box)
{
  double x = box.x, y = box.y, width = box.width, height = box.height;

  cairo_matrix_transform_point (&self->pixels, &x, &y);
  cairo_matrix_transform_distance (&self->pixels, &width, &height);
  return (cairo_rectangle_int_t){ (int) floor (x), (int) round (y), (int) ceil (width) + 2, (int) ceil (height) };
}

static cairo_surface_t *
paint_row (LecternSceneMotion        *self,
           const LecternSceneSetting *setting,
           int                        width,
           int                        height,
           guint                      index,
           int                        progress)
{
  LecternStageBox       box = lectern_scene_board_get_box (&self->board, index);
  cairo_rectangle_int_t pixels = get_pixels (self, box);
  cairo_surface_t      *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels.width, pixels.height);
  cairo_t              *cr = cairo_create (surface);
  LecternStageCanvas    canvas;

  cairo_translate (cr, -pixels.x, -pixels.y);
  lectern_stage_canvas_init (&canvas, cr, self->scene, setting, width, height, NULL);
  canvas.progress = progress;
  lectern_scene_board_paint_row (&canvas, self->scene, &self->board, index, box);
  lectern_stage_canvas_clear (&canvas);
  cairo_destroy (cr);
  return surface;
}

/* Rows that are on the board at some moment of their way: those that begin or end on it, and those
 * that pass over all of it are told by a few moments in between. */
static gboolean
is_ever_on_board (const LecternSceneMotion *self,
                  guint                     index)
{
  LecternStageBox box;

  for (int progress = 0; progress <= LECTERN_STAGE_AT_REST; progress += LECTERN_STAGE_AT_REST / 20)
    if (lectern_scene_board_get_row (&self->board, self->scene, index, progress, &box))
      return TRUE;
  return FALSE;
}

static void
paint_rows_of (LecternSceneMotion        *self,
               const LecternSceneSetting *setting,
               int                        width,
               int                        height,
               gboolean                   rising)
{
  for (guint i = 0; i < self->scene->rows->len; i++)
    {
      Row row = { i, rising, { NULL } };

      if (lectern_scene_board_is_rising (self->scene, i) != rising || !is_ever_on_board (self, i))
        continue;
      row.pictures[0] = paint_row (self, setting, width, height, i, 0);
      row.pictures[1] = paint_row (self, setting, width, height, i, HALF_WAY);
      g_array_append_val (self->rows, row);
    }
}

static void
paint_ground (LecternSceneMotion        *self,
              const LecternSceneSetting *setting,
              int                        width,
              int                        height)
{
  cairo_t           *cr;
  LecternStageCanvas canvas;

  self->ground = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (self->ground);
  lectern_stage_paint_ground (cr, self->scene, setting, width, height);
  lectern_stage_canvas_init (&canvas, cr, self->scene, setting, width, height, NULL);
  lectern_scene_board_init (&self->board, &canvas, self->scene);
  cairo_get_matrix (cr, &self->pixels);
  lectern_scene_board_paint_ground (&canvas, self->scene, &self->board);
  lectern_stage_canvas_clear (&canvas);
  lectern_stage_paint_rehearsal (cr, self->scene, setting, width, height, NULL);
  cairo_destroy (cr);
}

LecternSceneMotion *
lectern_scene_motion_new (LecternScene              *scene,
                          const LecternSceneSetting *setting,
                          int                        width,
                          int                        height)
{
  LecternSceneMotion *self;

  g_return_val_if_fail (scene != NULL && width > 0 && height > 0, NULL);

  if (!lectern_scene_has_moves (scene))
    return NULL;
  self = g_new0 (LecternSceneMotion, 1);
  self->scene = lectern_scene_ref (scene);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  paint_ground (self, setting, width, height);
  self->area = get_pixels (self, self->board.box);
  paint_rows_of (self, setting, width, height, FALSE);
  paint_rows_of (self, setting, width, height, TRUE);
  return self;
}

void
lectern_scene_motion_free (LecternSceneMotion *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->rows);
  cairo_surface_destroy (self->ground);
  lectern_scene_unref (self->scene);
  g_free (self);
}

cairo_surface_t *
lectern_scene_motion_get_ground (LecternSceneMotion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->ground;
}

const cairo_rectangle_int_t *
lectern_scene_motion_get_area (LecternSceneMotion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->area;
}

void
lectern_scene_motion_paint_rows (LecternSceneMotion *self,
                                 cairo_t            *cr,
                                 int                 progress)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_rectangle (cr, self->area.x, self->area.y, self->area.width, self->area.height);
  cairo_clip (cr);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row            *row = &g_array_index (self->rows, Row, i);
      cairo_rectangle_int_t pixels;
      LecternStageBox       box;

      if (!lectern_scene_board_get_row (&self->board, self->scene, row->index, progress, &box))
        continue;
      pixels = get_pixels (self, box);
      cairo_set_source_surface (cr, row->pictures[progress < HALF_WAY ? 0 : 1], pixels.x, pixels.y);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_rectangle (cr, pixels.x, pixels.y, pixels.width, pixels.height);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}
