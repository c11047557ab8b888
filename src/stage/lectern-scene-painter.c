/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which painter paints what, in which order: the ground, the scene, the clock where there is one,
 * the rehearsal banner last and over everything. The clock is apart because it is all that ever
 * moves on a scene: a view keeps the rest as a picture and repaints the clock once a second. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painter.h"

#include "lectern-scene-painters-private.h"

#include <errno.h>
#include <math.h>

typedef void (*Painter) (LecternStageCanvas *canvas,
                         const LecternScene *scene);

/* Black has nothing on it. */
static const Painter painters[LECTERN_SCENE_N_KINDS] = {
  [LECTERN_SCENE_TITLE] = lectern_scene_paint_title,
  [LECTERN_SCENE_RULES] = lectern_scene_paint_rules,
  [LECTERN_SCENE_ORDER] = lectern_scene_paint_order,
  [LECTERN_SCENE_INTRODUCTION] = lectern_scene_paint_introduction,
  [LECTERN_SCENE_TALK] = lectern_scene_paint_talk,
  [LECTERN_SCENE_MARKING] = lectern_scene_paint_marking,
  [LECTERN_SCENE_REVEAL] = lectern_scene_paint_reveal,
  [LECTERN_SCENE_RANKING] = lectern_scene_paint_ranking,
  [LECTERN_SCENE_AWARD] = lectern_scene_paint_award,
  [LECTERN_SCENE_BREAK] = lectern_scene_paint_break,
  [LECTERN_SCENE_NOTICE] = lectern_scene_paint_notice,
  [LECTERN_SCENE_EMERGENCY] = lectern_scene_paint_emergency,
  [LECTERN_SCENE_END] = lectern_scene_paint_end,
  [LECTERN_SCENE_GUESTS] = lectern_scene_paint_guests,
  [LECTERN_SCENE_DRAW] = lectern_scene_paint_draw,
  [LECTERN_SCENE_DECK] = lectern_scene_paint_deck,
  [LECTERN_SCENE_CLOCK] = lectern_scene_paint_stage,
  [LECTERN_SCENE_AWARDS] = lectern_scene_paint_awards,
  [LECTERN_SCENE_PICTURE] = lectern_scene_paint_picture,
  [LECTERN_SCENE_COURSEWARE] = lectern_scene_paint_picture,
};

/* What moves on a scene, and the box it never leaves. */
typedef struct
{
  void (*paint) (LecternStageCanvas *canvas,
                 const LecternScene *scene,
                 gint64              time_ms);
  LecternStageBox (*get_box) (const LecternStageCanvas *canvas);
} Mover;

static const Mover *
get_mover (const LecternScene *scene)
{
  static const Mover disc = { lectern_scene_paint_clock, lectern_scene_get_clock_box };
  static const Mover alone = { lectern_scene_paint_stage_clock, lectern_scene_get_stage_clock_box };
  static const Mover corner = { lectern_scene_paint_corner_clock, lectern_scene_get_corner_clock_box };
  static const Mover countdown = { lectern_scene_paint_countdown, lectern_scene_get_countdown_box };

  switch (lectern_scene_get_time (scene))
    {
    case LECTERN_SCENE_TIME_TALK:
      return scene->kind == LECTERN_SCENE_TALK ? &disc : scene->kind == LECTERN_SCENE_CLOCK ? &alone
                                                                                            : &corner;
    case LECTERN_SCENE_TIME_WALL:
      return &countdown;
    case LECTERN_SCENE_TIME_NONE:
    default:
      return NULL;
    }
}

static void
paint_still (LecternScene              *scene,
             const LecternSceneSetting *setting,
             cairo_t                   *cr,
             int                        width,
             int                        height,
             int                        progress,
             GPtrArray                 *marks)
{
  LecternStageCanvas canvas;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  lectern_stage_paint_ground (cr, scene, setting, width, height);
  if (painters[scene->kind] != NULL)
    {
      lectern_stage_canvas_init (&canvas, cr, scene, setting, width, height, marks);
      canvas.progress = progress;
      painters[scene->kind](&canvas, scene);
      lectern_stage_canvas_clear (&canvas);
    }
  lectern_stage_paint_rehearsal (cr, scene, setting, width, height, marks);
  cairo_restore (cr);
}

static void
paint_moving (LecternScene              *scene,
              const LecternSceneSetting *setting,
              cairo_t                   *cr,
              int                        width,
              int                        height,
              gint64                     time_ms,
              GPtrArray                 *marks)
{
  LecternStageCanvas canvas;
  const Mover       *mover = get_mover (scene);

  if (mover == NULL)
    return;
  lectern_stage_canvas_init (&canvas, cr, scene, setting, width, height, marks);
  mover->paint (&canvas, scene, MAX (time_ms, 0));
  lectern_stage_canvas_clear (&canvas);
}

void
lectern_scene_paint (LecternScene              *scene,
                     const LecternSceneSetting *setting,
                     cairo_t                   *cr,
                     int                        width,
                     int                        height,
                     gint64                     time_ms)
{
  g_return_if_fail (scene != NULL && cr != NULL && width > 0 && height > 0);
  paint_still (scene, setting, cr, width, height, LECTERN_STAGE_AT_REST, NULL);
  paint_moving (scene, setting, cr, width, height, time_ms, NULL);
}

void
lectern_scene_paint_still (LecternScene              *scene,
                           const LecternSceneSetting *setting,
                           cairo_t                   *cr,
                           int                        width,
                           int                        height)
{
  g_return_if_fail (scene != NULL && cr != NULL && width > 0 && height > 0);
  paint_still (scene, setting, cr, width, height, LECTERN_STAGE_AT_REST, NULL);
}

void
lectern_scene_paint_between (LecternScene              *scene,
                             const LecternSceneSetting *setting,
                             cairo_t                   *cr,
                             int                        width,
                             int                        height,
                             int                        progress)
{
  g_return_if_fail (scene != NULL && cr != NULL && width > 0 && height > 0);
  paint_still (scene, setting, cr, width, height, CLAMP (progress, 0, LECTERN_STAGE_AT_REST), NULL);
}

void
lectern_scene_paint_moving (LecternScene              *scene,
                            const LecternSceneSetting *setting,
                            cairo_t                   *cr,
                            int                        width,
                            int                        height,
                            gint64                     time_ms)
{
  g_return_if_fail (scene != NULL && cr != NULL && width > 0 && height > 0);
  paint_moving (scene, setting, cr, width, height, time_ms, NULL);
}

gboolean
lectern_scene_get_moving_area (LecternScene              *scene,
                               const LecternSceneSetting *setting,
                               int                        width,
                               int                        height,
                               cairo_rectangle_int_t     *area)
{
  const Mover       *mover;
  LecternStageCanvas canvas;
  LecternStageBox    box;
  cairo_surface_t   *surface;
  cairo_t           *cr;
  double             left, top, right, bottom;

  g_return_val_if_fail (scene != NULL && area != NULL && width > 0 && height > 0, FALSE);

  mover = get_mover (scene);
  if (mover == NULL)
    return FALSE;
  /* The canvas knows where its units are once it has scaled a context; any will do. */
  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (surface);
  lectern_stage_canvas_init (&canvas, cr, scene, setting, width, height, NULL);
  box = mover->get_box (&canvas);
  left = box.x, top = box.y, right = box.x + box.width, bottom = box.y + box.height;
  cairo_user_to_device (cr, &left, &top);
  cairo_user_to_device (cr, &right, &bottom);
  lectern_stage_canvas_clear (&canvas);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  area->x = (int) floor (left);
  area->y = (int) floor (top);
  area->width = (int) ceil (right) - area->x;
  area->height = (int) ceil (bottom) - area->y;
  return TRUE;
}

GPtrArray *
lectern_scene_trace (LecternScene              *scene,
                     const LecternSceneSetting *setting,
                     cairo_t                   *cr,
                     int                        width,
                     int                        height,
                     gint64                     time_ms)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_stage_mark_free);
  paint_still (scene, setting, cr, width, height, LECTERN_STAGE_AT_REST, marks);
  paint_moving (scene, setting, cr, width, height, time_ms, marks);
  return marks;
}

/* The talk's clock changes with its seconds and where its mood turns. */
static gint64
get_next_talk_change (const LecternScene *scene,
                      gint64              elapsed_ms)
{
  const gint64 borders[] = { scene->warn_ms, scene->limit_ms, scene->stop_ms };
  gint64       next = (elapsed_ms / 1000 + 1) * 1000;

  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    if (borders[i] > elapsed_ms && borders[i] < next)
      next = borders[i];
  return next;
}

gint64
lectern_scene_get_next_change_ms (LecternScene *scene,
                                  gint64        time_ms)
{
  g_return_val_if_fail (scene != NULL, G_MAXINT64);

  switch (lectern_scene_get_time (scene))
    {
    case LECTERN_SCENE_TIME_TALK:
      return time_ms < 0 ? 0 : get_next_talk_change (scene, time_ms);
    case LECTERN_SCENE_TIME_WALL:
      /* Started seconds are counted down; at the end nothing changes any more. */
      return time_ms < scene->until_ms ? scene->until_ms - (scene->until_ms - time_ms - 1) / 1000 * 1000 : G_MAXINT64;
    case LECTERN_SCENE_TIME_NONE:
    default:
      return G_MAXINT64;
    }
}

gboolean
lectern_stage_write_png (cairo_surface_t *surface,
                         const char      *path,
                         GError         **error)
{
  cairo_status_t status = cairo_surface_status (surface);
  int            code = 0;

  if (status == CAIRO_STATUS_SUCCESS)
    {
      errno = 0;
      status = cairo_surface_write_to_png (surface, path);
      code = errno;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, code != 0 ? (int) g_file_error_from_errno (code) : G_FILE_ERROR_FAILED,
               "“%s”: %s", path, code != 0 ? g_strerror (code) : cairo_status_to_string (status));
  return FALSE;
}

gboolean
lectern_scene_write_png (LecternScene              *scene,
                         const LecternSceneSetting *setting,
                         const char                *path,
                         int                        width,
                         int                        height,
                         gint64                     time_ms,
                         GError                   **error)
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  gboolean         written;

  g_return_val_if_fail (scene != NULL && path != NULL && width > 0 && height > 0, FALSE);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  lectern_scene_paint (scene, setting, cr, width, height, time_ms);
  cairo_destroy (cr);
  written = lectern_stage_write_png (surface, path, error);
  cairo_surface_destroy (surface);
  return written;
}
