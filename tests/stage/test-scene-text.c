/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every text of every scene stands clear: none is smaller than a thirtieth of the height, none
 * leaves the picture, none runs into another. Every kind, both languages, old projectors and new
 * screens, usual contents, crowded ones and the longest. Texts are measured where they were drawn.
 * Each size of picture is a test of its own, for together they take long. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "scene-samples.h"

static const char *const languages[] = { "zh", "en" };

typedef LecternScene *(*MakeScene) (LecternSceneKind kind,
                                    const char      *language);

static LecternScene *
make_rehearsal (LecternSceneKind kind,
                const char      *language)
{
  LecternScene *scene = scene_sample_new_long (kind, language);
  scene->rehearsal = TRUE;
  return scene;
}

static LecternScene *
make_crowded_long (LecternSceneKind kind,
                   const char      *language)
{
  LecternScene *scene = scene_sample_new_crowded (kind, language);

  scene_sample_lengthen (scene);
  return scene;
}

/* With the organisers' logo and background, and photographs. */
static LecternScene *
make_dressed (LecternSceneKind kind,
              const char      *language)
{
  LecternScene *scene = kind == LECTERN_SCENE_AWARD ? scene_sample_new_award (language, 6) : scene_sample_new (kind, language);

  scene_sample_dress (scene);
  return scene;
}

static LecternScene *
make_dressed_long (LecternSceneKind kind,
                   const char      *language)
{
  LecternScene *scene = make_dressed (kind, language);

  scene_sample_lengthen (scene);
  return scene;
}

/* A ranking with places gained and lost, and a break that is counted down. */
static LecternScene *
make_moving (LecternSceneKind kind,
             const char      *language)
{
  LecternScene *scene = NULL;

  if (kind == LECTERN_SCENE_RANKING)
    scene = scene_sample_new_moves (language, 14);
  else if (kind == LECTERN_SCENE_BREAK)
    {
      scene = scene_sample_new (kind, language);
      scene->until_ms = 4000000;
    }
  if (scene != NULL)
    scene_sample_lengthen (scene);
  return scene;
}

/* The fullest page of a ranking, with the longest texts; nothing else has pages. */
static LecternScene *
make_page (LecternSceneKind kind,
           const char      *language)
{
  LecternScene *scene;
  if (kind != LECTERN_SCENE_RANKING)
    return NULL;
  scene = scene_sample_new_pages (language, 28, 14, 1);
  scene_sample_lengthen (scene);
  return scene;
}

static const struct
{
  const char *name;
  MakeScene   make;
  gint64      time_ms;
} contents[] = {
  { "usual", scene_sample_new, 268000 },
  { "longest", scene_sample_new_long, 600000 },
  { "page", make_page, 0 },
  { "crowded", scene_sample_new_crowded, 312000 },
  { "crowded and long", make_crowded_long, 373000 },
  { "dressed", make_dressed, 268000 },
  { "dressed and long", make_dressed_long, 268000 },
  { "moving", make_moving, 268000 },
  { "rehearsal", make_rehearsal, 4000000 },
  { "empty", scene_sample_new_empty, 0 },
};

/* A projector that bends its left side and cuts off the others. */
static const LecternSceneSetting margins = { .left = 8, .top = 4, .right = 3, .bottom = 5 };

typedef struct
{
  LecternSceneKind           kind;
  int                        width, height;
  const char                *language; /* NULL: all */
  const LecternSceneSetting *margins;
} Case;

/* Within the margins; the smallest text is a thirtieth of what is within them. */
static void
check_mark (const LecternStageMark    *mark,
            const char                *where,
            int                        width,
            int                        height,
            const LecternSceneSetting *setting)
{
  double shown = height * (1 - (setting->top + setting->bottom) / 100);

  if (mark->size < shown / 30.0 - 0.05)
    g_error ("%s: “%s” is only %.1f of %.0f high", where, mark->text, mark->size, shown);
  if (mark->x < width * setting->left / 100 - 1 || mark->y < height * setting->top / 100 - 1 ||
      mark->x + mark->width > width * (1 - setting->right / 100) + 1 || mark->y + mark->height > height * (1 - setting->bottom / 100) + 1)
    g_error ("%s: “%s” leaves the picture", where, mark->text);
}

static gboolean
overlap (const LecternStageMark *a,
         const LecternStageMark *b)
{
  return a->x + a->width > b->x + 0.5 && b->x + b->width > a->x + 0.5 &&
         a->y + a->height > b->y + 0.5 && b->y + b->height > a->y + 0.5;
}

static void
check_marks (GPtrArray                 *marks,
             const char                *where,
             int                        width,
             int                        height,
             const LecternSceneSetting *setting)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const LecternStageMark *mark = g_ptr_array_index (marks, i);
      check_mark (mark, where, width, height, setting);
      for (guint j = 0; j < i; j++)
        {
          const LecternStageMark *other = g_ptr_array_index (marks, j);
          if (overlap (mark, other))
            g_error ("%s: “%s” runs into “%s”", where, mark->text, other->text);
        }
    }
}

static void
check_scene (const Case                *test,
             LecternScene              *scene,
             const LecternSceneSetting *setting,
             const char                *where,
             gint64                     time_ms)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, test->width, test->height);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GPtrArray) marks = lectern_scene_trace (scene, setting, cr, test->width, test->height, time_ms);

  check_marks (marks, where, test->width, test->height, setting);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_text_stands_clear (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (LecternStagePictures) pictures = scene_sample_create_pictures ();
  LecternSceneSetting setting = *test->margins;

  setting.pictures = pictures;
  for (guint c = 0; c < G_N_ELEMENTS (contents); c++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      {
        g_autoptr (LecternScene) scene = contents[c].make (test->kind, languages[l]);
        g_autofree char *where = g_strdup_printf ("%s, %s, %s, %d × %d", lectern_scene_kind_get_name (test->kind), contents[c].name, languages[l], test->width, test->height);

        if (scene != NULL && (test->language == NULL || g_str_equal (test->language, languages[l])))
          check_scene (test, scene, &setting, where, contents[c].time_ms);
      }
}

static void
add_for_each_kind (int                        width,
                   int                        height,
                   const char                *suffix,
                   const char                *language,
                   const LecternSceneSetting *around)
{
  for (guint kind = 0; kind < LECTERN_SCENE_N_KINDS; kind++)
    {
      const Case       test = { kind, width, height, language, around };
      g_autofree char *path = g_strdup_printf ("/stage/scene-text/%dx%d%s/%s", width, height, suffix, lectern_scene_kind_get_name (kind));

      g_test_add_data_func_full (path, g_memdup2 (&test, sizeof test), test_text_stands_clear, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  static const LecternSceneSetting none = { 0 };

  g_test_init (&argc, &argv, NULL);
  add_for_each_kind (800, 600, "", NULL, &none);
  add_for_each_kind (800, 600, "-margins", NULL, &margins);
  add_for_each_kind (1024, 768, "", NULL, &none);
  add_for_each_kind (1366, 768, "", NULL, &none);
  add_for_each_kind (1366, 768, "-margins", NULL, &margins);
  add_for_each_kind (1920, 1080, "", NULL, &none);
  add_for_each_kind (3840, 2160, "-zh", "zh", &none);
  add_for_each_kind (3840, 2160, "-en", "en", &none);
  return g_test_run ();
}
