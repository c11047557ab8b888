/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every text of every scene stands clear: none is smaller than a thirtieth of the height, none
 * leaves the picture, none runs into another or into a picture, a chip or a tick, and beside each other
 * they keep a gap. No person's name is ever cut, nor anything the sample says, on any of a scene's pages. Every kind, both languages, old projectors and new
 * screens, usual contents, crowded ones and the longest. Texts are measured where they were drawn.
 * Each size of picture is a test of its own, for together they take long. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-contest.h"
#include "lectern-scene-painters-private.h"
#include "scene-samples.h"

#include <locale.h>
#include <string.h>

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

/* A ranking that is final, with the awards. */
static LecternScene *
make_final (LecternSceneKind kind,
            const char      *language)
{
  return kind == LECTERN_SCENE_RANKING ? scene_sample_new_final (language) : NULL;
}

/* A jury that has names on a wide screen and numbers on a narrow one, and the largest there may be. */
static LecternScene *
make_large_jury (LecternSceneKind kind,
                 const char      *language)
{
  return kind == LECTERN_SCENE_MARKING || kind == LECTERN_SCENE_REVEAL ? scene_sample_new_judges (kind, language, 19, TRUE) : NULL;
}

static LecternScene *
make_largest_jury (LecternSceneKind kind,
                   const char      *language)
{
  return kind == LECTERN_SCENE_MARKING || kind == LECTERN_SCENE_REVEAL ? scene_sample_new_judges (kind, language, LECTERN_JURY_MAX, TRUE) : NULL;
}

/* Ten organisers. */
static LecternScene *
make_many_organisers (LecternSceneKind kind,
                      const char      *language)
{
  static const char *const organisers[] = {
    "中共焦作市委宣传部", "中共焦作市委组织部", "中共焦作市委市直机关工委", "焦作市教育局", "焦作市国资委",
    "焦作市总工会", "共青团焦作市委", "焦作市妇女联合会", "焦作日报社", "焦作市广播电视台", NULL
  };
  LecternScene *scene = kind == LECTERN_SCENE_TITLE ? scene_sample_new (kind, language) : NULL;

  if (scene == NULL)
    return NULL;
  g_strfreev (scene->organisers);
  scene->organisers = g_strdupv ((char **) organisers);
  return scene;
}

/* A rubric of eight criteria with what they ask for, and the longest there may be. */
static LecternScene *
make_long_rubric (LecternSceneKind kind,
                  const char      *language)
{
  return kind == LECTERN_SCENE_RULES ? scene_sample_new_rubric (language, 8) : NULL;
}

static LecternScene *
make_longest_rubric (LecternSceneKind kind,
                     const char      *language)
{
  return kind == LECTERN_SCENE_RULES ? scene_sample_new_rubric (language, LECTERN_CRITERIA_MAX) : NULL;
}

/* The sample with names of fifty characters, and nothing else longer than usual. */
static LecternScene *
make_long_names (LecternSceneKind kind,
                 const char      *language)
{
  LecternScene *scene = scene_sample_new (kind, language);

  scene_sample_lengthen_names (scene);
  return scene;
}

static const struct
{
  const char *name;
  MakeScene   make;
  gint64      time_ms;
  gboolean    whole; /* nothing is cut at all */
} contents[] = {
  { "usual", scene_sample_new, 268000, TRUE },
  { "longest", scene_sample_new_long, 600000 },
  { "final", make_final, 0, TRUE },
  { "crowded", scene_sample_new_crowded, 312000, TRUE },
  { "crowded and long", make_crowded_long, 373000 },
  { "dressed", make_dressed, 268000, TRUE },
  { "dressed and long", make_dressed_long, 268000 },
  { "moving", make_moving, 268000 },
  { "rehearsal", make_rehearsal, 4000000 },
  { "long names", make_long_names, 268000 },
  { "large jury", make_large_jury, 0, TRUE },
  { "largest jury", make_largest_jury, 0, TRUE },
  { "many organisers", make_many_organisers, 0, TRUE },
  { "long rubric", make_long_rubric, 0, TRUE },
  { "longest rubric", make_longest_rubric, 0, TRUE },
  { "empty", scene_sample_new_empty, 0, TRUE },
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

  if (!mark->shape && mark->size < shown / 30.0 - 0.05)
    g_error ("%s: “%s” is only %.1f of %.0f high", where, mark->text, mark->size, shown);
  if (mark->x < width * setting->left / 100 - 1 || mark->y < height * setting->top / 100 - 1 ||
      mark->x + mark->width > width * (1 - setting->right / 100) + 1 || mark->y + mark->height > height * (1 - setting->bottom / 100) + 1)
    g_error ("%s: “%s” leaves the picture", where, mark->text);
}

static gboolean
overlap (const LecternStageMark *a,
         const LecternStageMark *b,
         double                  gap)
{
  return a->x + a->width + gap > b->x + 0.5 && b->x + b->width + gap > a->x + 0.5 &&
         a->y + a->height > b->y + 0.5 && b->y + b->height > a->y + 0.5;
}

static gboolean
contains (const LecternStageMark *a,
          const LecternStageMark *b)
{
  return b->x > a->x - 1 && b->y > a->y - 1 && b->x + b->width < a->x + a->width + 1 && b->y + b->height < a->y + a->height + 1;
}

/* Between texts of a line half a digit at least; a chip may hold a text as a whole. */
static gboolean
collide (const LecternStageMark *a,
         const LecternStageMark *b)
{
  if (a->shape || b->shape)
    return overlap (a, b, 0) && !(a->shape && contains (a, b)) && !(b->shape && contains (b, a));
  return overlap (a, b, MIN (a->size, b->size) * 0.28);
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
          if (collide (mark, other))
            g_error ("%s: “%s” runs into “%s”", where, mark->text, other->text);
        }
    }
}

/* Letters and figures alone: short names are spread, and lines are broken with marks nobody sees. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (squeezed, g_utf8_get_char (at));
  return g_string_free (squeezed, FALSE);
}

/* A judge may have the same name. */
static void
check_name (GPtrArray  *marks,
            const char *name,
            const char *where,
            gboolean    once)
{
  g_autofree char *letters = name != NULL ? squeeze (name) : NULL;
  gboolean         found = FALSE;

  for (guint i = 0; letters != NULL && i < marks->len; i++)
    {
      const LecternStageMark *mark = marks->pdata[i];
      g_autofree char        *text = squeeze (mark->text);

      if (strstr (text, letters) == NULL)
        continue;
      found |= !mark->cut;
      if (mark->cut && !once)
        g_error ("%s: the name “%s” is cut", where, name);
    }
  if (letters != NULL && !found)
    g_error ("%s: the name “%s” is not there as a whole", where, name);
}

/* No line ends within an organiser: a text of several lines is a mark for each. */
static void
check_organisers (GPtrArray          *marks,
                  const LecternScene *scene,
                  const char         *where)
{
  for (char **name = scene->organisers; name != NULL && *name != NULL; name++)
    {
      guint n = 0;

      for (guint i = 0; i < marks->len; i++)
        n += strstr (((LecternStageMark *) marks->pdata[i])->text, *name) != NULL;
      if (n != 1)
        g_error ("%s: “%s” stands on %u lines", where, *name, n);
    }
}

/* Every judge's mark, as often as it was given and never cut, whoever has how long a name. */
static void
check_totals (GPtrArray          *marks,
              const LecternScene *scene,
              const char         *where)
{
  for (guint j = 0; j < scene->judges->len; j++)
    {
      const LecternSceneJudge *judge = scene->judges->pdata[j];
      guint                    n = 0;

      for (guint i = 0; i < scene->judges->len && judge->total != NULL; i++)
        n += g_strcmp0 (((LecternSceneJudge *) scene->judges->pdata[i])->total, judge->total) == 0;
      for (guint i = 0; i < marks->len && judge->total != NULL; i++)
        n -= g_str_equal (((LecternStageMark *) marks->pdata[i])->text, judge->total) && !((LecternStageMark *) marks->pdata[i])->cut;
      if (n != 0)
        g_error ("%s: the mark %s of judge %" G_GINT64_FORMAT " is not there", where, judge->total, judge->number);
    }
}

/* Each criterion is there, whatever its place in the rubric. */
static void
check_criteria (GPtrArray          *marks,
                const LecternScene *scene,
                const char         *where)
{
  for (guint i = 0; i < scene->criteria->len && scene->kind == LECTERN_SCENE_RULES; i++)
    check_name (marks, ((LecternSceneCriterion *) scene->criteria->pdata[i])->name, where, TRUE);
}

static gboolean
shows_person (const LecternScene *scene)
{
  return (scene->kind == LECTERN_SCENE_INTRODUCTION || scene->kind == LECTERN_SCENE_TALK || scene->kind == LECTERN_SCENE_MARKING || scene->kind == LECTERN_SCENE_REVEAL || scene->kind == LECTERN_SCENE_DECK || scene->kind == LECTERN_SCENE_CLOCK || (scene->overlay & LECTERN_SCENE_OVERLAY_NAME) != 0);
}

static void
check_whole (GPtrArray          *marks,
             const LecternScene *scene,
             const char         *where,
             gboolean            whole)
{
  for (guint i = 0; i < marks->len && whole; i++)
    if (((LecternStageMark *) marks->pdata[i])->cut)
      g_error ("%s: “%s” is cut", where, ((LecternStageMark *) marks->pdata[i])->text);
  if (scene->kind == LECTERN_SCENE_TITLE)
    check_organisers (marks, scene, where);
  check_totals (marks, scene, where);
  check_criteria (marks, scene, where);
  if (shows_person (scene))
    check_name (marks, scene->name, where, scene->judges->len > 0);
  if (scene->kind == LECTERN_SCENE_DECK || scene->kind == LECTERN_SCENE_TALK || scene->kind == LECTERN_SCENE_INTRODUCTION)
    check_name (marks, scene->next_name, where, FALSE);
  for (guint i = 0; i < scene->rows->len; i++)
    if (lectern_scene_is_on_page (scene, scene->rows->pdata[i]))
      check_name (marks, ((LecternSceneRow *) scene->rows->pdata[i])->name, where, FALSE);
}

static void
check_scene (const Case                *test,
             LecternScene              *scene,
             const LecternSceneSetting *setting,
             const char                *where,
             gint64                     time_ms,
             gboolean                   whole)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, test->width, test->height);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GPtrArray) marks = lectern_scene_trace (scene, setting, cr, test->width, test->height, time_ms);

  check_marks (marks, where, test->width, test->height, setting);
  check_whole (marks, scene, where, whole);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The page it opens at and the last; all of them where that is few. */
static void
check_pages (const Case                *test,
             LecternScene              *scene,
             const LecternSceneSetting *setting,
             const char                *where,
             gint64                     time_ms,
             gboolean                   whole)
{
  check_scene (test, scene, setting, where, time_ms, whole);
  for (guint page = 1; page <= scene->n_pages; page++)
    {
      g_autofree char *at = g_strdup_printf ("%s, page %u", where, page);
      g_autoptr (LecternScene) turned = page != scene->page && (page <= 3 || page == scene->n_pages) ? lectern_scene_turn_to (scene, page) : NULL;

      if (turned != NULL)
        check_scene (test, turned, setting, at, time_ms, whole);
    }
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
          check_pages (test, scene, &setting, where, contents[c].time_ms, contents[c].whole);
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

  setlocale (LC_ALL, "C.UTF-8");
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
