/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What must hold for every picture the hall may see, whatever is on it: the same scene is the same
 * picture, what moves keeps within its box, blank is black, a rehearsal says so. What a scene says
 * is found among the texts as they were drawn. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-deduction.h"
#include "lectern-scene-painter.h"
#include "lectern-scene-painters-private.h"
#include "scene-samples.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  int width, height;
} sizes[] = {
  { 800, 600 },
  { 1024, 768 },
  { 1366, 768 },
  { 1920, 1080 },
  { 3840, 2160 },
};

static cairo_surface_t *
paint (LecternScene *scene,
       int           width,
       int           height,
       gint64        elapsed_ms)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);
  lectern_scene_paint (scene, NULL, cr, width, height, elapsed_ms);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static const guint32 *
get_row (cairo_surface_t *surface,
         int              y)
{
  return (const guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));
}

static gboolean
is_same_picture (cairo_surface_t *a,
                 cairo_surface_t *b)
{
  int height = cairo_image_surface_get_height (a);
  return memcmp (get_row (a, 0), get_row (b, 0), (gsize) height * cairo_image_surface_get_stride (a)) == 0;
}

static gboolean
find_text (GPtrArray  *marks,
           const char *text)
{
  for (guint i = 0; i < marks->len; i++)
    if (strstr (((LecternStageMark *) marks->pdata[i])->text, text) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_says (void)
{
  static const struct
  {
    LecternSceneKind kind;
    const char      *language;
    gint64           elapsed_ms;
    const char      *text;
  } cases[] = {
    { LECTERN_SCENE_TITLE, "zh", 0, "2018 年 9 月 14 日　焦作大剧院" },
    { LECTERN_SCENE_TITLE, "en", 0, "14 September 2018" },
    { LECTERN_SCENE_RULES, "zh", 0, "限时 6 分钟" },
    { LECTERN_SCENE_RULES, "zh", 0, "有效评分不足 5 份时全部计入" },
    { LECTERN_SCENE_ORDER, "zh", 0, "抽签种子：焦作2018-09-14-7391" },
    { LECTERN_SCENE_ORDER, "zh", 0, "尹红梅" },
    { LECTERN_SCENE_INTRODUCTION, "zh", 0, "《法槌声声为人民》" },
    { LECTERN_SCENE_INTRODUCTION, "en", 0, "“法槌声声为人民”" },
    { LECTERN_SCENE_TALK, "zh", 268900, "4:28" },
    { LECTERN_SCENE_TALK, "zh", 299999, "限时 6 分钟" },
    { LECTERN_SCENE_TALK, "zh", 300000, "即将到时" },
    { LECTERN_SCENE_TALK, "zh", 359999, "5:59" },
    { LECTERN_SCENE_TALK, "zh", 360000, "+0:00" },
    { LECTERN_SCENE_TALK, "zh", 373400, "+0:13" },
    { LECTERN_SCENE_TALK, "zh", 373400, "用时 6:13" },
    { LECTERN_SCENE_TALK, "zh", 419999, "已超时" },
    { LECTERN_SCENE_TALK, "zh", 420000, "请停止宣讲" },
    { LECTERN_SCENE_TALK, "en", 373400, "Over time" },
    { LECTERN_SCENE_MARKING, "zh", 0, "已提交 7 / 9" },
    { LECTERN_SCENE_MARKING, "zh", 0, "韩　雪" },
    { LECTERN_SCENE_REVEAL, "zh", 0, "去掉一个最高分、一个最低分，取其余 7 位评委的平均分" },
    { LECTERN_SCENE_REVEAL, "zh", 0, "第 5 名" },
    { LECTERN_SCENE_REVEAL, "zh", 0, "−0.20" },
    { LECTERN_SCENE_REVEAL, "zh", 0, "已锁定“微型党课十佳宣讲员”" },
    { LECTERN_SCENE_REVEAL, "en", 0, "Certain of “Ten Best Lecturers”" },
    { LECTERN_SCENE_RANKING, "zh", 0, "已锁定" },
    { LECTERN_SCENE_RANKING, "zh", 0, "第 1 页，共 3 页" },
    { LECTERN_SCENE_RANKING, "en", 0, "20 of 28 spoken" },
    { LECTERN_SCENE_AWARD, "zh", 0, "微型党课十佳宣讲员" },
    { LECTERN_SCENE_EMERGENCY, "zh", 0, "请稍候" },
    { LECTERN_SCENE_END, "en", 0, "Thank you" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternScene) scene = scene_sample_new (cases[i].kind, cases[i].language);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 720);
      cairo_t         *cr = cairo_create (surface);
      g_autoptr (GPtrArray) marks = lectern_scene_trace (scene, NULL, cr, 1280, 720, cases[i].elapsed_ms);
      if (!find_text (marks, cases[i].text))
        g_error ("%s: nothing says “%s”", lectern_scene_kind_get_name (cases[i].kind), cases[i].text);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* A judge who is recused or absent is named so and has no mark; a judge who is not is never. */
static void
test_recused (void)
{
  for (int recused = 0; recused < 3; recused++)
    for (LecternSceneKind kind = LECTERN_SCENE_MARKING; kind <= LECTERN_SCENE_REVEAL; kind++)
      {
        g_autoptr (LecternScene) scene = scene_sample_new_judges (kind, "zh", 15, recused > 0);
        ((LecternSceneJudge *) scene->judges->pdata[2])->absent = recused == 2;
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 720);
        cairo_t         *cr = cairo_create (surface);
        g_autoptr (GPtrArray) marks = lectern_scene_trace (scene, NULL, cr, 1280, 720, 0);
        g_assert_cmpint (find_text (marks, "回避"), ==, recused == 1);
        g_assert_cmpint (find_text (marks, "缺席"), ==, recused == 2);
        g_assert_true (find_text (marks, "彭德明"));
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

/* Only who is certain is named so: with the award where there are several, and not at all where
 * nobody is. */
static void
test_certain (void)
{
  for (guint n = 0; n <= 2; n++)
    for (gboolean several = FALSE; several <= TRUE; several++)
      {
        g_autoptr (LecternScene) scene = scene_sample_new_rows (LECTERN_SCENE_RANKING, "zh", 5);
        guint n_found = 0;
        for (guint r = 0; r < 5; r++)
          {
            LecternSceneRow *row = scene->rows->pdata[r];
            row->certain = r < n;
            row->certain_of = row->certain && several ? g_strdup ("一等奖") : NULL;
          }
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 720);
        cairo_t         *cr = cairo_create (surface);
        g_autoptr (GPtrArray) marks = lectern_scene_trace (scene, NULL, cr, 1280, 720, 0);
        for (guint m = 0; m < marks->len; m++)
          n_found += g_str_equal (((LecternStageMark *) marks->pdata[m])->text, several ? "已锁定 一等奖" : "已锁定");
        g_assert_cmpuint (n_found, ==, n);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

/* Of a ranking of an older version, without pages: the rows that are shown end after the tie at the tenth
 * place. */
static void
test_ranking_page (void)
{
  static const struct
  {
    guint    n_rows, n_tied_from; /* all rows from this on share a rank; 0: none */
    guint    n_shown;
    gboolean is_short;
  } cases[] = {
    { 3, 0, 3, FALSE },
    { 10, 0, 10, FALSE },
    { 11, 0, 10, TRUE },
    { 28, 0, 10, TRUE },
    { 11, 10, 11, FALSE },
    { 28, 10, 14, TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternScene) scene = scene_sample_new_rows (LECTERN_SCENE_RANKING, "zh", cases[i].n_rows);
      scene->n_pages = 0;
      for (guint r = 0; r < cases[i].n_rows; r++)
        {
          LecternSceneRow *row = scene->rows->pdata[r];
          gboolean         tied = cases[i].n_tied_from > 0 && r + 1 >= cases[i].n_tied_from;
          row->rank = tied ? cases[i].n_tied_from : r + 1;
          g_free (row->final);
          row->final = g_strdup_printf ("[%u]", r + 1);
        }
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 720);
      cairo_t         *cr = cairo_create (surface);
      g_autoptr (GPtrArray) marks = lectern_scene_trace (scene, NULL, cr, 1280, 720, 0);
      for (guint r = 1; r <= cases[i].n_rows; r++)
        {
          g_autofree char *final = g_strdup_printf ("[%u]", r);
          g_assert_cmpint (find_text (marks, final), ==, r <= cases[i].n_shown);
        }
      g_assert_cmpint (find_text (marks, "共"), ==, cases[i].is_short);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* Each page has its own rows and says which it is; nothing of it is on another. */
static void
test_pages (void)
{
  static const guint first_rows[] = { 1, 14, 24, 29 };
  for (guint page = 1; page <= 3; page++)
    {
      g_autoptr (LecternScene) scene = scene_sample_new_pages ("zh", 28, 13, page);
      g_autofree char *number = g_strdup_printf ("第 %u 页，共 3 页", page);
      g_autofree char *words = NULL;
      for (guint r = 0; r < 28; r++)
        {
          LecternSceneRow *row = scene->rows->pdata[r];
          g_free (row->final);
          row->final = g_strdup_printf ("[%u]", r + 1);
        }
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 720);
      cairo_t         *cr = cairo_create (surface);
      g_autoptr (GPtrArray) marks = lectern_scene_trace (scene, NULL, cr, 1280, 720, 0);
      words = lectern_scene_describe (scene);
      for (guint r = 1; r <= 28; r++)
        {
          g_autofree char *final = g_strdup_printf ("[%u]", r);
          gboolean         wanted = r >= first_rows[page - 1] && r < first_rows[page];
          g_assert_cmpint (find_text (marks, final), ==, wanted);
          g_assert_cmpint (strstr (words, final) != NULL, ==, wanted);
        }
      g_assert_true (find_text (marks, number));
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_deterministic (gconstpointer data)
{
  LecternSceneKind kind = GPOINTER_TO_UINT (data);
  g_autoptr (LecternScene) one = scene_sample_new (kind, "zh");
  g_autoptr (LecternScene) two = scene_sample_new (kind, "zh");
  cairo_surface_t *first = paint (one, 1024, 768, 268000);
  cairo_surface_t *second = paint (two, 1024, 768, 268000);
  g_assert_true (is_same_picture (first, second));
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

/* A scene as JSON and back is the same picture: nothing shown is lost in the file. */
static void
test_kept (gconstpointer data)
{
  LecternSceneKind kind = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternScene) one = scene_sample_new_long (kind, "zh");
  g_autofree char *json = lectern_scene_to_json (one);
  g_autoptr (LecternScene) two = lectern_scene_from_json (json, &error);
  g_assert_no_error (error);
  cairo_surface_t *first = paint (one, 1280, 720, 268000);
  cairo_surface_t *second = paint (two, 1280, 720, 268000);
  g_assert_true (is_same_picture (first, second));
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

/* Two moments of the talk differ within the moving area and nowhere else, and the two parts
 * painted one over the other are the whole. */
static void
test_moving_area (void)
{
  static const gint64 moments[] = { 0, 268000, 300000, 373400, 425000, 4000000 };
  for (guint s = 0; s < 4; s++)
    for (int rehearsal = 0; rehearsal < 2; rehearsal++)
      {
        int width = sizes[s].width, height = sizes[s].height;
        g_autoptr (LecternScene) scene = scene_sample_new (LECTERN_SCENE_TALK, "zh");
        cairo_rectangle_int_t area;
        scene->rehearsal = rehearsal;
        g_assert_true (lectern_scene_get_moving_area (scene, NULL, width, height, &area));
        cairo_surface_t *still = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
        cairo_t         *cr = cairo_create (still);
        lectern_scene_paint_still (scene, NULL, cr, width, height);
        for (guint m = 0; m < G_N_ELEMENTS (moments); m++)
          {
            cairo_surface_t *whole = paint (scene, width, height, moments[m]);
            gboolean         changed = FALSE;
            for (int y = 0; y < height; y++)
              for (int x = 0; x < width; x++)
                {
                  gboolean inside = x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
                  gboolean same = get_row (whole, y)[x] == get_row (still, y)[x];
                  g_assert_true (same || inside);
                  changed |= !same;
                }
            g_assert_true (changed);
            cairo_surface_destroy (whole);
          }
        lectern_scene_paint_moving (scene, NULL, cr, width, height, 268000);
        cairo_surface_t *whole = paint (scene, width, height, 268000);
        g_assert_true (is_same_picture (still, whole));
        cairo_surface_destroy (whole);
        cairo_destroy (cr);
        cairo_surface_destroy (still);
      }
  g_autoptr (LecternScene) ranking = scene_sample_new (LECTERN_SCENE_RANKING, "zh");
  cairo_rectangle_int_t none;
  g_assert_false (lectern_scene_get_moving_area (ranking, NULL, 1280, 720, &none));
}

static void
test_next_change (void)
{
  static const struct
  {
    gint64 elapsed_ms, warn_ms, limit_ms, next_ms;
  } cases[] = {
    { -1, 300000, 360000, 0 },
    { 0, 300000, 360000, 1000 },
    { 1, 300000, 360000, 1000 },
    { 999, 300000, 360000, 1000 },
    { 1000, 300000, 360000, 2000 },
    { 299999, 300000, 360000, 300000 },
    { 300000, 300000, 360000, 301000 },
    { 299200, 299500, 360000, 299500 },
    { 360100, LECTERN_NONE, 360500, 360500 },
    { 360600, LECTERN_NONE, 360500, 361000 },
    { 5000000, LECTERN_NONE, 0, 5001000 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternScene) scene = lectern_scene_new (LECTERN_SCENE_TALK);
      scene->warn_ms = cases[i].warn_ms;
      scene->limit_ms = cases[i].limit_ms;
      g_assert_cmpint (lectern_scene_get_next_change_ms (scene, cases[i].elapsed_ms), ==, cases[i].next_ms);
    }
  for (guint kind = 0; kind < LECTERN_SCENE_N_KINDS; kind++)
    {
      g_autoptr (LecternScene) scene = lectern_scene_new (kind);
      g_assert_cmpint (lectern_scene_get_next_change_ms (scene, 500) == G_MAXINT64, ==, kind != LECTERN_SCENE_TALK && kind != LECTERN_SCENE_CLOCK);
    }
}

/* Between two changes it tells of, the picture stays. */
static void
test_still_between_changes (void)
{
  g_autoptr (LecternScene) scene = scene_sample_new (LECTERN_SCENE_TALK, "zh");
  static const gint64 moments[] = { 0, 268000, 299000, 300000, 359000, 360000, 419000, 420000 };
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      gint64           next = lectern_scene_get_next_change_ms (scene, moments[i]);
      cairo_surface_t *now = paint (scene, 640, 360, moments[i]);
      cairo_surface_t *last = paint (scene, 640, 360, next - 1);
      cairo_surface_t *then = paint (scene, 640, 360, next);
      g_assert_true (is_same_picture (now, last));
      g_assert_false (is_same_picture (now, then));
      cairo_surface_destroy (now);
      cairo_surface_destroy (last);
      cairo_surface_destroy (then);
    }
}

/* Blank is black, every pixel; in a rehearsal all but the banner. */
static void
test_blank (void)
{
  for (int rehearsal = 0; rehearsal < 2; rehearsal++)
    {
      g_autoptr (LecternScene) scene = scene_sample_new (LECTERN_SCENE_BLANK, "zh");
      guint n_lit = 0;
      scene->rehearsal = rehearsal;
      cairo_surface_t *surface = paint (scene, 1280, 720, 0);
      for (int y = 0; y < 720; y++)
        for (int x = 0; x < 1280; x++)
          {
            gboolean lit = (get_row (surface, y)[x] & 0xffffff) != 0;
            n_lit += lit;
            g_assert_true (!lit || y < 48);
          }
      g_assert_cmpint (n_lit > 10000, ==, rehearsal);
      cairo_surface_destroy (surface);
    }
}

/* The banner is on every scene, and covers nothing of it. */
static void
test_rehearsal (void)
{
  for (guint kind = 0; kind < LECTERN_SCENE_N_KINDS; kind++)
    {
      g_autoptr (LecternScene) scene = scene_sample_new (kind, "zh");
      scene->rehearsal = TRUE;
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 720);
      cairo_t         *cr = cairo_create (surface);
      g_autoptr (GPtrArray) marks = lectern_scene_trace (scene, NULL, cr, 1280, 720, 0);
      g_assert_true (find_text (marks, "彩排　REHEARSAL"));
      for (guint i = 0; i < marks->len; i++)
        {
          const LecternStageMark *mark = g_ptr_array_index (marks, i);
          g_assert_true (strstr (mark->text, "REHEARSAL") != NULL || mark->y > 44);
        }
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_png (void)
{
  g_autoptr (LecternScene) scene = scene_sample_new (LECTERN_SCENE_REVEAL, "zh");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lectern-stage-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (folder, "scene.png", NULL);
  g_assert_true (lectern_scene_write_png (scene, NULL, path, 640, 480, 0, &error));
  g_assert_no_error (error);
  cairo_surface_t *read = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (read), ==, 640);
  g_assert_cmpint (cairo_image_surface_get_height (read), ==, 480);
  cairo_surface_destroy (read);
  g_remove (path);

  g_autofree char *nowhere = g_build_filename (folder, "none", "scene.png", NULL);
  g_assert_false (lectern_scene_write_png (scene, NULL, nowhere, 640, 480, 0, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "scene.png"));
  g_rmdir (folder);
}

static void
test_describe (void)
{
  static const struct
  {
    LecternSceneKind kind;
    const char      *language;
    gboolean         rehearsal;
    const char      *words;
  } cases[] = {
    { LECTERN_SCENE_BLANK, "zh", FALSE, "黑屏" },
    { LECTERN_SCENE_BLANK, "en", TRUE, "REHEARSAL Blank" },
    { LECTERN_SCENE_TALK, "zh", FALSE, "宣讲 第 12 号 刘𫖯 马村区 法槌声声为人民" },
    { LECTERN_SCENE_MARKING, "zh", FALSE, "打分 第 12 号 刘𫖯 7 / 9" },
    { LECTERN_SCENE_REVEAL, "zh", FALSE, "亮分 第 12 号 刘𫖯 91.66 已锁定“微型党课十佳宣讲员”" },
    { LECTERN_SCENE_REVEAL, "en", FALSE, "Result No. 12 刘𫖯 91.66 Certain of “Ten Best Lecturers”" },
    { LECTERN_SCENE_DECK, "zh", FALSE, "候场 第 12 号 刘𫖯 马村区 法槌声声为人民" },
    { LECTERN_SCENE_CLOCK, "zh", FALSE, "计时 第 12 号 刘𫖯" },
    { LECTERN_SCENE_COURSEWARE, "zh", FALSE, "课件 刘𫖯" },
    { LECTERN_SCENE_PICTURE, "en", FALSE, "Picture Lecturers at Haihua Bridge, May 2018" },
    { LECTERN_SCENE_NOTICE, "en", FALSE, "Notice Lunch is served on the first floor.\nWe continue at 13:30." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternScene) scene = scene_sample_new (cases[i].kind, cases[i].language);
      scene->rehearsal = cases[i].rehearsal;
      g_autofree char *words = lectern_scene_describe (scene);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_autoptr (LecternScene) corrected = scene_sample_new (LECTERN_SCENE_REVEAL, "zh");
  corrected->corrected = TRUE;
  g_autofree char *correction = lectern_scene_describe (corrected);
  g_assert_true (g_str_has_prefix (correction, "亮分 第 12 号 刘𫖯 更正 91.66"));
  g_autoptr (LecternScene) guests = scene_sample_new (LECTERN_SCENE_GUESTS, "zh");
  g_autofree char *people = lectern_scene_describe (guests);
  g_assert_true (g_str_has_prefix (people, "嘉宾评委 王建国 市委常委、宣传部部长 李晓东 "));
  g_assert_nonnull (strstr (people, "孙启明 河南理工大学马克思主义学院教授"));
  g_autoptr (LecternScene) draw = scene_sample_new (LECTERN_SCENE_DRAW, "zh");
  g_autofree char *lots = lectern_scene_describe (draw);
  g_assert_nonnull (strstr (lots, ", 12 陈静, 13 朱丽君"));
  g_autoptr (LecternScene) ranking = scene_sample_new_rows (LECTERN_SCENE_RANKING, "zh", 2);
  g_autofree char *words = lectern_scene_describe (ranking);
  g_assert_cmpstr (words, ==, "名次 1 韩文渊 94.83 已锁定, 2 林致远 94.21 已锁定");
}

static void
add_for_each_kind (const char   *path,
                   GTestDataFunc test)
{
  for (guint kind = 0; kind < LECTERN_SCENE_N_KINDS; kind++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, lectern_scene_kind_get_name (kind));
      g_test_add_data_func (name, GUINT_TO_POINTER (kind), test);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_for_each_kind ("/stage/scene-painter/deterministic", test_deterministic);
  add_for_each_kind ("/stage/scene-painter/kept", test_kept);
  g_test_add_func ("/stage/scene-painter/says", test_says);
  g_test_add_func ("/stage/scene-painter/recused", test_recused);
  g_test_add_func ("/stage/scene-painter/certain", test_certain);
  g_test_add_func ("/stage/scene-painter/ranking-page", test_ranking_page);
  g_test_add_func ("/stage/scene-painter/pages", test_pages);
  g_test_add_func ("/stage/scene-painter/moving-area", test_moving_area);
  g_test_add_func ("/stage/scene-painter/next-change", test_next_change);
  g_test_add_func ("/stage/scene-painter/still-between-changes", test_still_between_changes);
  g_test_add_func ("/stage/scene-painter/blank", test_blank);
  g_test_add_func ("/stage/scene-painter/rehearsal", test_rehearsal);
  g_test_add_func ("/stage/scene-painter/png", test_png);
  g_test_add_func ("/stage/scene-painter/describe", test_describe);
  return g_test_run ();
}
