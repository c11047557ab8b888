/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every scene against the picture of it that was looked at and found good (tests/stage/golden).
 * Scenes are painted at 1280 × 720 and brought down to 640 × 360 and to sixteen steps a colour, so
 * that dithering and the last bit of a font's rounding do not count; what counts is a word that
 * has moved, a colour that has changed. What differs is painted beside the build, and its path is
 * said.
 *
 * LECTERN_GOLDEN=record writes the pictures anew: look at them before they are committed. Other
 * fonts make other pictures, which is nobody's mistake: the test measures the fonts first and is
 * skipped, loudly, where they are not those of the recording. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-contest.h"
#include "lectern-scene-painter.h"
#include "lectern-stage-test.h"
#include "lectern-stage-theme.h"
#include "scene-samples.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#define WIDTH 640
#define NARROW 480 /* at 4 : 3 */
#define HEIGHT 360
#define STEP 17        /* between two of sixteen values */
#define TOLERANCE 20   /* of a part of a pixel: one step */
#define MOST_WRONG 230 /* pixels: a thousandth of the picture */
#define TILE_WIDTH 32
#define TILE_HEIGHT 18
#define MOST_WRONG_IN_TILE 15 /* a digit is a few dozen, all in one place */

typedef LecternScene *(*MakeScene) (void);

typedef struct
{
  const char *name;
  MakeScene   make;
  gint64      time_ms;
  gboolean    narrow;
} Sample;

typedef struct
{
  Sample      sample;
  const char *theme;
} Case;

static LecternScene *
dress (LecternScene *scene)
{
  scene_sample_dress (scene);
  return scene;
}

/* clang-format off */
#define PLAIN(name, KIND) static LecternScene *make_ ## name (void) { return scene_sample_new (LECTERN_SCENE_ ## KIND, "zh"); }
#define DRESSED(name, KIND) static LecternScene *make_ ## name (void) { return dress (scene_sample_new (LECTERN_SCENE_ ## KIND, "zh")); }
PLAIN (title, TITLE)
PLAIN (rules, RULES)
PLAIN (order, ORDER)
PLAIN (introduction, INTRODUCTION)
PLAIN (talk, TALK)
PLAIN (marking, MARKING)
PLAIN (reveal, REVEAL)
PLAIN (award, AWARD)
PLAIN (pause, BREAK)
PLAIN (notice, NOTICE)
PLAIN (emergency, EMERGENCY)
PLAIN (end, END)
PLAIN (guests, GUESTS)
PLAIN (draw, DRAW)
PLAIN (clock, CLOCK)
PLAIN (awards, AWARDS)
PLAIN (picture_missing, PICTURE)
DRESSED (title_dressed, TITLE)
DRESSED (deck, DECK)
DRESSED (picture, PICTURE)
DRESSED (courseware, COURSEWARE)
#define ENGLISH(name, KIND) static LecternScene *make_ ## name (void) { return scene_sample_new (LECTERN_SCENE_ ## KIND, "en"); }
ENGLISH (title_en, TITLE)
ENGLISH (reveal_en, REVEAL)
ENGLISH (ranking_en, RANKING)
/* clang-format on */

static LecternScene *
make_final (void)
{
  return scene_sample_new_final ("zh");
}

/* One figure of one mark is another. */
static LecternScene *
make_other_digit (void)
{
  LecternScene      *scene = make_reveal ();
  LecternSceneJudge *judge = scene->judges->pdata[3];

  g_assert_cmpstr (judge->total, ==, "92.4");
  g_free (judge->total);
  judge->total = g_strdup ("92.1");
  return scene;
}

static LecternScene *
make_ranking (void)
{
  return scene_sample_new_moves ("zh", 12);
}

static LecternScene *
make_reveal_begun (void)
{
  return scene_sample_new_reveal ("zh", 9, 0);
}

static LecternScene *
make_winner (void)
{
  return dress (scene_sample_new_award ("zh", 6));
}

static LecternScene *
make_reveal_15 (void)
{
  return scene_sample_new_judges (LECTERN_SCENE_REVEAL, "zh", 15, TRUE);
}

static LecternScene *
make_reveal_64 (void)
{
  return scene_sample_new_judges (LECTERN_SCENE_REVEAL, "zh", LECTERN_JURY_MAX, TRUE);
}

static LecternScene *
make_marking_15 (void)
{
  return scene_sample_new_judges (LECTERN_SCENE_MARKING, "zh", 15, TRUE);
}

static LecternScene *
make_rules_16 (void)
{
  return scene_sample_new_rubric ("zh", LECTERN_CRITERIA_MAX);
}

static LecternScene *
make_rehearsal (void)
{
  LecternScene *scene = scene_sample_new (LECTERN_SCENE_MARKING, "en");

  scene->rehearsal = TRUE;
  return scene;
}

static LecternScene *
make_countdown (void)
{
  LecternScene *scene = scene_sample_new (LECTERN_SCENE_BREAK, "zh");

  scene->until_ms = 754000;
  return scene;
}

static const Sample in_every_theme[] = {
  { "title", make_title, 0 },
  { "talk-over", make_talk, 373400 },
  { "marking", make_marking, 0 },
  { "reveal", make_reveal, 0 },
  { "ranking", make_ranking, 0 },
  { "winner", make_winner, 0 },
  { "clock-warned", make_clock, 312000 },
};

static const Sample in_the_first[] = {
  { "title-dressed", make_title_dressed, 0 },
  { "rules", make_rules, 0 },
  { "order", make_order, 0 },
  { "introduction", make_introduction, 0 },
  { "talk", make_talk, 268000 },
  { "reveal-begun", make_reveal_begun, 0 },
  { "award", make_award, 0 },
  { "break", make_pause, 0 },
  { "countdown", make_countdown, 0 },
  { "notice", make_notice, 0 },
  { "emergency", make_emergency, 0 },
  { "end", make_end, 0 },
  { "guests", make_guests, 0 },
  { "draw", make_draw, 0 },
  { "deck", make_deck, 0 },
  { "clock", make_clock, 268000 },
  { "awards", make_awards, 0 },
  { "picture", make_picture, 0 },
  { "courseware", make_courseware, 373400 },
  { "rehearsal-en", make_rehearsal, 0 },
  { "test", NULL, 0 },
  { "title-43", make_title, 0, TRUE },
  { "reveal-43", make_reveal, 0, TRUE },
  { "ranking-43", make_final, 0, TRUE },
  { "order-43", make_order, 0, TRUE },
  { "draw-43", make_draw, 0, TRUE },
  { "reveal-15-43", make_reveal_15, 0, TRUE },
  { "reveal-64-43", make_reveal_64, 0, TRUE },
  { "marking-15-43", make_marking_15, 0, TRUE },
  { "rules-16-43", make_rules_16, 0, TRUE },
  { "picture-missing", make_picture_missing, 0 },
  { "title-en", make_title_en, 0 },
  { "reveal-en-43", make_reveal_en, 0, TRUE },
  { "ranking-en-43", make_ranking_en, 0, TRUE },
};

static gboolean
is_recording (void)
{
  return g_strcmp0 (g_getenv ("LECTERN_GOLDEN"), "record") == 0;
}

static char *
name_golden (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "stage", "golden", name, NULL);
}

/* What the fonts of the scenes make of a line: the same fonts give the same line to a tenth. */
static char *
measure_fonts (void)
{
  static const char *const families[] = { "Noto Sans CJK SC", "Noto Sans CJK SC Bold", "Noto Serif CJK SC Bold", "LXGW WenKai", "LXGW WenKai Bold" };
  cairo_surface_t         *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t                 *cr = cairo_create (surface);
  GString                 *measured = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
      g_autoptr (PangoFontDescription) font = pango_font_description_from_string (families[i]);
      PangoRectangle ink, logical;

      pango_font_description_set_absolute_size (font, 1000 * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, "焦裕禄·马晓𬱖 Ag 0123.45", -1);
      pango_layout_get_extents (layout, &ink, &logical);
      g_string_append_printf (measured, "%s: %d %d %d %d %d\n", families[i], PANGO_PIXELS (logical.width), PANGO_PIXELS (ink.x), PANGO_PIXELS (ink.y), PANGO_PIXELS (ink.width), PANGO_PIXELS (ink.height));
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_string_free (measured, FALSE);
}

/* Whether the pictures can be compared here; says so when not. */
static gboolean
has_the_fonts (void)
{
  g_autofree char *path = name_golden ("fonts.txt");
  g_autofree char *here = measure_fonts ();
  g_autofree char *there = NULL;
  g_autofree char *words = NULL;

  if (is_recording ())
    return g_file_set_contents (path, here, -1, NULL);
  if (!g_file_get_contents (path, &there, NULL, NULL))
    g_error ("%s is missing", path);
  if (strcmp (here, there) == 0)
    return TRUE;
  words = g_strdup_printf ("NOT COMPARED: the fonts here are not those of the golden pictures (fonts-noto-cjk and fonts-lxgw-wenkai of Debian 12). Here:\n%sthere:\n%s", here, there);
  g_test_message ("%s", words);
  g_test_skip ("other fonts than those of the golden pictures");
  return FALSE;
}

static guint32 *
get_row (cairo_surface_t *surface,
         int              y)
{
  return (guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));
}

/* Half as large, sixteen steps a colour. */
static cairo_surface_t *
reduce (cairo_surface_t *large)
{
  int              width = cairo_image_surface_get_width (large) / 2;
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, HEIGHT);

  cairo_surface_flush (large);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < width; x++)
      {
        const guint32 *above = get_row (large, 2 * y) + 2 * x, *below = get_row (large, 2 * y + 1) + 2 * x;
        guint32        pixel = 0;

        for (int shift = 0; shift < 24; shift += 8)
          {
            guint sum = (above[0] >> shift & 0xff) + (above[1] >> shift & 0xff) + (below[0] >> shift & 0xff) + (below[1] >> shift & 0xff);

            pixel |= (sum + 2 * STEP) / (4 * STEP) * STEP << shift;
          }
        get_row (small, y)[x] = pixel;
      }
  cairo_surface_mark_dirty (small);
  return small;
}

static cairo_surface_t *
paint (const Case *test)
{
  g_autoptr (LecternStagePictures) pictures = scene_sample_create_pictures ();
  const LecternSceneSetting setting = { .pictures = pictures, .theme = test->theme };
  int                       width = test->sample.narrow ? NARROW : WIDTH;
  cairo_surface_t          *large = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2 * width, 2 * HEIGHT), *small;
  cairo_t                  *cr = cairo_create (large);

  if (test->sample.make != NULL)
    {
      g_autoptr (LecternScene) scene = test->sample.make ();

      lectern_scene_paint (scene, &setting, cr, 2 * width, 2 * HEIGHT, test->sample.time_ms);
    }
  else
    lectern_stage_paint_test (cr, 2 * width, 2 * HEIGHT, &setting, "zh", "HDMI-1");
  cairo_destroy (cr);
  small = reduce (large);
  cairo_surface_destroy (large);
  return small;
}

static gboolean
differs (guint32 a,
         guint32 b)
{
  for (int shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > TOLERANCE)
      return TRUE;
  return FALSE;
}

/* How many pixels differ, in all and in the worst tile; @difference becomes the new picture, pale, with
 * those in full red. */
static guint
compare (cairo_surface_t *now,
         cairo_surface_t *golden,
         cairo_surface_t *difference,
         guint           *worst)
{
  guint n_wrong = 0, width = cairo_image_surface_get_width (now);
  guint in_tile[HEIGHT / TILE_HEIGHT + 1][WIDTH / TILE_WIDTH + 1] = { { 0 } };

  *worst = 0;
  cairo_surface_flush (golden);
  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < width; x++)
      {
        guint32  pixel = get_row (now, y)[x];
        gboolean wrong = differs (pixel, get_row (golden, y)[x]);

        n_wrong += wrong;
        in_tile[y / TILE_HEIGHT][x / TILE_WIDTH] += wrong;
        *worst = MAX (*worst, in_tile[y / TILE_HEIGHT][x / TILE_WIDTH]);
        get_row (difference, y)[x] = wrong ? 0xff0000 : 0xc0c0c0 + ((pixel >> 2) & 0x3f3f3f);
      }
  cairo_surface_mark_dirty (difference);
  return n_wrong;
}

static void
check (cairo_surface_t *now,
       const char      *name,
       const char      *path)
{
  int              width = cairo_image_surface_get_width (now);
  cairo_surface_t *golden = cairo_image_surface_create_from_png (path);
  cairo_surface_t *difference = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, HEIGHT);
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "stage", "golden-differences", NULL);
  g_autofree char *now_path = g_build_filename (folder, name, NULL);
  g_autofree char *difference_name = g_strdup_printf ("difference-%s", name);
  g_autofree char *difference_path = g_build_filename (folder, difference_name, NULL);
  guint            n_wrong, worst;

  if (cairo_surface_status (golden) != CAIRO_STATUS_SUCCESS || cairo_image_surface_get_width (golden) != width || cairo_image_surface_get_height (golden) != HEIGHT)
    g_error ("%s is no picture of %d × %d", path, width, HEIGHT);
  n_wrong = compare (now, golden, difference, &worst);
  g_test_message ("%s: %u pixels differ, %u in one place", name, n_wrong, worst);
  if (n_wrong > MOST_WRONG || worst > MOST_WRONG_IN_TILE)
    {
      g_mkdir_with_parents (folder, 0755);
      cairo_surface_write_to_png (now, now_path);
      cairo_surface_write_to_png (difference, difference_path);
      g_test_message ("the picture now: %s; where it differs: %s", now_path, difference_path);
      g_test_fail_printf ("%u pixels differ from %s: see %s", n_wrong, path, difference_path);
    }
  cairo_surface_destroy (golden);
  cairo_surface_destroy (difference);
}

static void
test_golden (gconstpointer data)
{
  const Case      *test = data;
  g_autofree char *name = g_strdup_printf ("%s-%s.png", test->sample.name, test->theme);
  g_autofree char *path = name_golden (name);
  cairo_surface_t *now;

  if (!has_the_fonts ())
    return;
  now = paint (test);
  if (!is_recording ())
    check (now, name, path);
  else if (cairo_surface_write_to_png (now, path) != CAIRO_STATUS_SUCCESS)
    g_error ("%s can't be written", path);
  cairo_surface_destroy (now);
}

/* The comparison itself: a word that has moved by three pixels, a digit that is another, or a ground a
 * little lighter, is found; the same picture is the same. */
static void
test_finds (void)
{
  const Case       test = { { "marking", make_marking, 0 }, "red-and-gold" };
  cairo_surface_t *one = paint (&test), *same = paint (&test);
  cairo_surface_t *moved = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_surface_t *difference = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  const Case       marks = { { "reveal", make_reveal, 0 }, "red-and-gold" }, changed = { { "reveal", make_other_digit, 0 }, "red-and-gold" };
  cairo_surface_t *right = paint (&marks), *other = paint (&changed);
  cairo_t         *cr = cairo_create (moved);
  guint            worst;

  cairo_set_source_surface (cr, one, 0, 0);
  cairo_paint (cr);
  cairo_rectangle (cr, 250, 60, 140, 100);
  cairo_clip (cr);
  cairo_set_source_surface (cr, one, 3, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  g_assert_cmpuint (compare (one, same, difference, &worst), ==, 0);
  g_assert_cmpuint (compare (one, moved, difference, &worst), >, MOST_WRONG);
  for (int y = 0; y < HEIGHT / 2; y++)
    for (int x = 0; x < WIDTH; x++)
      get_row (same, y)[x] = get_row (one, y)[x] + 2 * STEP;
  g_assert_cmpuint (compare (one, same, difference, &worst), >, MOST_WRONG);
  compare (right, other, difference, &worst);
  g_assert_cmpuint (worst, >, MOST_WRONG_IN_TILE);
  cairo_surface_destroy (right);
  cairo_surface_destroy (other);
  cairo_surface_destroy (one);
  cairo_surface_destroy (same);
  cairo_surface_destroy (moved);
  cairo_surface_destroy (difference);
}

static void
add (const Sample *sample,
     const char   *theme)
{
  const Case       test = { *sample, theme };
  g_autofree char *path = g_strdup_printf ("/stage/scene-golden/%s/%s", theme, sample->name);

  g_test_add_data_func_full (path, g_memdup2 (&test, sizeof test), test_golden, g_free);
}

int
main (int    argc,
      char **argv)
{
  guint                           n_themes;
  const LecternStageTheme *const *themes = lectern_stage_theme_list (&n_themes);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/scene-golden/finds", test_finds);
  for (guint t = 0; t < n_themes; t++)
    for (guint i = 0; i < G_N_ELEMENTS (in_every_theme); i++)
      add (&in_every_theme[i], themes[t]->name);
  for (guint i = 0; i < G_N_ELEMENTS (in_the_first); i++)
    add (&in_the_first[i], themes[0]->name);
  return g_test_run ();
}
