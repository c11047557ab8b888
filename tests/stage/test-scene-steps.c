/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Scenes that change while the hall looks: a reveal and an award that fill up by steps, and a
 * ranking whose rows go to their new places. What is there stays where it is. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-motion.h"
#include "lectern-scene-painter.h"
#include "lectern-scene-painters-private.h"
#include "scene-samples.h"

#include <math.h>
#include <string.h>

#define WIDTH 1280
#define HEIGHT 720

static GPtrArray *
trace (LecternScene              *scene,
       const LecternSceneSetting *setting,
       int                        width)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  GPtrArray       *marks = lectern_scene_trace (scene, setting, cr, width, HEIGHT, 0);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return marks;
}

/* Whether the same text stands around the same middle. */
static gboolean
is_still_there (GPtrArray              *marks,
                const LecternStageMark *wanted)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const LecternStageMark *mark = marks->pdata[i];

      if (strcmp (mark->text, wanted->text) == 0 &&
          fabs (mark->x + mark->width / 2 - wanted->x - wanted->width / 2) < 1.5 &&
          fabs (mark->y + mark->height / 2 - wanted->y - wanted->height / 2) < 1.5)
        return TRUE;
    }
  return FALSE;
}

static LecternScene *
make_reveal (guint step)
{
  return scene_sample_new_reveal ("zh", 9, step);
}

static LecternScene *
make_full_reveal (guint step)
{
  return scene_sample_new_reveal ("zh", 15, step);
}

static LecternScene *
make_long_reveal (guint step)
{
  LecternScene *scene = scene_sample_new_reveal ("zh", 15, step);

  scene_sample_lengthen (scene);
  return scene;
}

static LecternScene *
make_award (guint step)
{
  return scene_sample_new_award ("zh", step + 1);
}

static LecternScene *
make_long_award (guint step)
{
  LecternScene *scene = scene_sample_new_award ("en", step + 1);

  scene_sample_lengthen (scene);
  return scene;
}

static void
test_nothing_moves (void)
{
  static LecternScene *(*const makers[]) (guint step) = { make_reveal, make_full_reveal, make_long_reveal, make_award, make_long_award };
  static const int widths[] = { 960, WIDTH };
  g_autoptr (LecternStagePictures) pictures = scene_sample_create_pictures ();
  const LecternSceneSetting setting = { .pictures = pictures };

  for (guint m = 0; m < G_N_ELEMENTS (makers); m++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      {
        g_autoptr (GPtrArray) before = g_ptr_array_new ();

        for (guint step = 0; step < 6; step++)
          {
            g_autoptr (LecternScene) scene = makers[m](step);
            g_autoptr (GPtrArray) marks = trace (scene, &setting, widths[w]);

            for (guint i = 0; i < before->len; i++)
              if (!is_still_there (marks, before->pdata[i]))
                g_error ("%u, %d wide, step %u: “%s” has moved", m, widths[w], step, ((LecternStageMark *) before->pdata[i])->text);
            g_ptr_array_unref (before);
            before = g_steal_pointer (&marks);
          }
        g_assert_cmpuint (before->len, >, 5);
      }
}

/* Nothing is said before its step: no figure, no name. */
static void
test_nothing_early (void)
{
  static const struct
  {
    gboolean    award;
    guint       step; /* the first on which it is there */
    const char *text;
  } cases[] = {
    { FALSE, 1, "94.6" },
    { FALSE, 2, "最高" },
    { FALSE, 2, "去掉一个最高分" },
    { FALSE, 3, "91.86" },
    { FALSE, 4, "91.66" },
    { FALSE, 4, "−0.20" },
    { FALSE, 5, "第 5 名" },
    { FALSE, 5, "已锁定" },
    { TRUE, 0, "微型党课十佳宣讲员" },
    { TRUE, 1, "何玉洁" },
    { TRUE, 2, "沁阳市" },
    { TRUE, 2, "《朱载堉留下的尺子》" },
    { TRUE, 3, "92.47" },
    { TRUE, 3, "第 3 名" },
    { TRUE, 5, "田间地头" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint step = 0; step < 6; step++)
      {
        g_autoptr (LecternScene) scene = cases[i].award ? make_award (step) : make_reveal (step);
        g_autoptr (GPtrArray) marks = trace (scene, NULL, WIDTH);
        gboolean found = FALSE;

        for (guint m = 0; m < marks->len; m++)
          found |= strstr (((LecternStageMark *) marks->pdata[m])->text, cases[i].text) != NULL;
        if (found != (step >= cases[i].step))
          g_error ("“%s” is %s at step %u", cases[i].text, found ? "shown" : "missing", step);
      }
}

static cairo_surface_t *
paint_between (LecternScene *scene,
               int           progress)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  lectern_scene_paint_between (scene, NULL, cr, WIDTH, HEIGHT, progress);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
count_different (cairo_surface_t *a,
                 cairo_surface_t *b,
                 int              from,
                 int              to)
{
  guint n = 0;

  for (int y = from; y < to; y++)
    {
      const guint32 *one = (const guint32 *) (cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a));
      const guint32 *other = (const guint32 *) (cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b));

      for (int x = 0; x < WIDTH; x++)
        n += (one[x] & 0xffffff) != (other[x] & 0xffffff);
    }
  return n;
}

/* Pixels that are more than @most levels apart. */
static guint
count_apart (cairo_surface_t *a,
             cairo_surface_t *b,
             int              most)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    {
      const guchar *one = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const guchar *other = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < WIDTH * 4; x++)
        n += x % 4 != 3 && ABS (one[x] - other[x]) > most;
    }
  return n;
}

/* At its end the motion is the scene at rest, pixel by pixel; on the way it differs, and header and
 * footer never do. */
static void
test_motion (void)
{
  g_autoptr (LecternScene) scene = scene_sample_new_moves ("zh", 12);
  cairo_surface_t *rest = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (rest);

  lectern_scene_paint_still (scene, NULL, cr, WIDTH, HEIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (rest);
  for (int progress = -100; progress <= 1100; progress += 100)
    {
      cairo_surface_t *moment = paint_between (scene, progress);

      g_assert_cmpuint (count_different (moment, rest, 0, 90), ==, 0);
      g_assert_cmpuint (count_different (moment, rest, 655, HEIGHT), ==, 0);
      g_assert_cmpint (count_different (moment, rest, 90, 655) == 0, ==, progress >= 1000);
      cairo_surface_destroy (moment);
    }
  cairo_surface_destroy (rest);
}

/* At its beginning rows stand where they stood: a ranking that swaps its two first rows begins as
 * the ranking before, but for the arrows. */
static void
test_motion_begins_at_old_places (void)
{
  g_autoptr (LecternScene) scene = scene_sample_new_rows (LECTERN_SCENE_RANKING, "zh", 4);
  g_autoptr (GPtrArray) rest = NULL;
  double first_y = 0, second_y = 0;

  for (guint i = 0; i < 4; i++)
    {
      LecternSceneRow *row = scene->rows->pdata[i];

      row->was = i < 2 ? 2 - i : i + 1;
      row->moved = i == 0 ? 1 : i == 1 ? -1
                                       : 0;
    }
  rest = trace (scene, NULL, WIDTH);
  for (guint i = 0; i < rest->len; i++)
    {
      const LecternStageMark *mark = rest->pdata[i];

      first_y = strcmp (mark->text, "94.83") == 0 ? mark->y : first_y;
      second_y = strcmp (mark->text, "94.21") == 0 ? mark->y : second_y;
    }
  g_assert_cmpfloat (first_y, >, 0);
  g_assert_cmpfloat (second_y, >, first_y + 20);
  g_assert_true (lectern_scene_has_moves (scene));

  cairo_surface_t *swapped = paint_between (scene, 0), *moved = paint_between (scene, 1000);
  int              row_from = (int) first_y - 10, row_to = (int) first_y + 40;
  /* The figures of the second row are now in the first. */
  g_assert_cmpuint (count_different (swapped, moved, row_from, row_to), >, 200);
  g_assert_cmpuint (count_different (swapped, moved, (int) second_y + 100, 655), ==, 0);
  cairo_surface_destroy (swapped);
  cairo_surface_destroy (moved);
}

/* Cut into pictures, a ranking on its way is the same to a step of rounding where its rows stand on whole
 * pixels, as at the beginning; a moment before the end to a part of a pixel. */
static void
test_motion_in_pictures (void)
{
  g_autoptr (LecternScene) scene = scene_sample_new_moves ("zh", 8);
  g_autoptr (LecternScene) still = scene_sample_new (LECTERN_SCENE_REVEAL, "zh");
  g_autoptr (LecternSceneMotion) motion = lectern_scene_motion_new (scene, NULL, WIDTH, HEIGHT);
  const cairo_rectangle_int_t *area = lectern_scene_motion_get_area (motion);

  g_assert_null (lectern_scene_motion_new (still, NULL, WIDTH, HEIGHT));
  for (int progress = 0; progress <= 999; progress += 999)
    {
      cairo_surface_t *painted = paint_between (scene, progress);
      cairo_surface_t *laid = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
      cairo_t         *cr = cairo_create (laid);

      cairo_set_source_surface (cr, lectern_scene_motion_get_ground (motion), 0, 0);
      cairo_paint (cr);
      lectern_scene_motion_paint_rows (motion, cr, progress);
      cairo_destroy (cr);
      cairo_surface_flush (laid);
      g_assert_cmpuint (count_different (painted, laid, 0, area->y), ==, 0);
      g_assert_cmpuint (count_different (painted, laid, area->y + area->height, HEIGHT), ==, 0);
      g_assert_cmpuint (count_apart (painted, laid, progress == 0 ? 8 : 128), <, 20);
      cairo_surface_destroy (painted);
      cairo_surface_destroy (laid);
    }
}

static void
test_has_moves (void)
{
  for (guint kind = 0; kind < LECTERN_SCENE_N_KINDS; kind++)
    {
      g_autoptr (LecternScene) scene = scene_sample_new (kind, "zh");

      g_assert_false (lectern_scene_has_moves (scene));
    }
}

/* An arrow's figure says how many places. */
static void
test_says_moves (void)
{
  g_autoptr (LecternScene) scene = scene_sample_new_moves ("zh", 8);
  g_autoptr (GPtrArray) marks = NULL;
  guint n_ones = 0, n_new = 0;

  ((LecternSceneRow *) scene->rows->pdata[0])->moved = 7;
  marks = trace (scene, NULL, WIDTH);
  for (guint i = 0; i < marks->len; i++)
    {
      const LecternStageMark *mark = marks->pdata[i];

      n_ones += strcmp (mark->text, "1") == 0 && mark->x > 120;
      n_new += strcmp (mark->text, "新") == 0;
      g_assert_cmpstr (mark->text, !=, "0");
    }
  g_assert_cmpuint (n_ones, ==, 4);
  g_assert_cmpuint (n_new, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/scene-steps/nothing-moves", test_nothing_moves);
  g_test_add_func ("/stage/scene-steps/nothing-early", test_nothing_early);
  g_test_add_func ("/stage/scene-steps/motion", test_motion);
  g_test_add_func ("/stage/scene-steps/motion-begins-at-old-places", test_motion_begins_at_old_places);
  g_test_add_func ("/stage/scene-steps/motion-in-pictures", test_motion_in_pictures);
  g_test_add_func ("/stage/scene-steps/has-moves", test_has_moves);
  g_test_add_func ("/stage/scene-steps/says-moves", test_says_moves);
  return g_test_run ();
}
