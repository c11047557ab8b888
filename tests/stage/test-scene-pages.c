/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Guests and awards on pages: everybody is on one of them, in order, whole and large enough to be
 * read, on a wide screen and on the narrowest, with usual names and with the longest there may be. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-list-page.h"
#include "lectern-scene-painters-private.h"
#include "scene-samples.h"

#include <locale.h>

#define HEIGHT 720
#define N_AWARDS 20

static LecternScene *
make_guests (guint    n_guests,
             guint    n_judges,
             gboolean lengthened)
{
  LecternScene *scene = scene_sample_new (LECTERN_SCENE_GUESTS, "zh");

  while (scene->guests->len < n_guests)
    {
      const LecternScenePerson *model = scene->guests->pdata[scene->guests->len % 6];
      LecternScenePerson       *person = g_new0 (LecternScenePerson, 1);

      person->name = g_strdup (model->name);
      person->office = g_strdup (model->office);
      g_ptr_array_add (scene->guests, person);
    }
  g_ptr_array_set_size (scene->guests, (int) n_guests);
  g_ptr_array_set_size (scene->panel, (int) n_judges);
  if (lengthened)
    scene_sample_lengthen (scene);
  lectern_scene_make_people_pages (scene);
  return scene;
}

/* Award i has one winner more than the one before it. */
static LecternScene *
make_awards (guint    n_awards,
             gboolean lengthened)
{
  guint         n_rows = 0;
  LecternScene *scene;

  for (guint i = 0; i < n_awards; i++)
    n_rows += 1 + i % 4;
  scene = scene_sample_new_rows (LECTERN_SCENE_AWARD, "zh", n_rows);
  scene->kind = LECTERN_SCENE_AWARDS;
  if (lengthened)
    scene_sample_lengthen (scene);
  for (guint i = 0, row = 0; i < n_awards; i++)
    for (guint j = 0; j < 1 + i % 4; j++, row++)
      {
        LecternSceneRow *winner = scene->rows->pdata[row];

        g_free (winner->award);
        winner->award = g_strdup_printf ("第%u奖", i + 1);
      }
  lectern_scene_make_award_pages (scene);
  return scene;
}

/* Pages go up by one and begin with the first. */
static void
assert_page (guint *last,
             guint  page)
{
  g_assert_cmpuint (page, >=, MAX (*last, 1));
  g_assert_cmpuint (page, <=, *last + 1);
  *last = page;
}

static void
assert_pages (const LecternScene *scene)
{
  guint last = 0;

  for (guint i = 0; i < scene->guests->len; i++)
    assert_page (&last, ((LecternScenePerson *) scene->guests->pdata[i])->page);
  for (guint i = 0; i < scene->panel->len && scene->n_pages > 1; i++)
    assert_page (&last, ((LecternScenePerson *) scene->panel->pdata[i])->page);
  for (guint i = 0; i < scene->rows->len; i++)
    assert_page (&last, ((LecternSceneRow *) scene->rows->pdata[i])->page);
  g_assert_cmpuint (MAX (last, 1), ==, scene->n_pages);
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

/* How many texts of the page say @wanted, none of them cut. */
static guint
count_whole (GPtrArray  *marks,
             const char *wanted)
{
  guint            n = 0;
  g_autofree char *letters = squeeze (wanted);

  for (guint i = 0; i < marks->len; i++)
    {
      const LecternStageMark *mark = marks->pdata[i];
      g_autofree char        *text = squeeze (mark->text);

      if (!g_str_equal (text, letters))
        continue;
      if (mark->cut)
        g_error ("cut: %s", wanted);
      n++;
    }
  return n;
}

static void
assert_shown (GPtrArray  *marks,
              const char *wanted)
{
  if (count_whole (marks, wanted) == 0)
    g_error ("not on its page: %s", wanted);
}

static void
assert_in_place (GPtrArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const LecternStageMark *mark = marks->pdata[i];

      g_assert_cmpfloat (mark->size, >=, HEIGHT / 30.0 - 0.01);
      g_assert_cmpfloat (mark->y, >=, 0);
      g_assert_cmpfloat (mark->y + mark->height, <=, HEIGHT);
    }
}

static void
look_at_page (LecternScene *scene,
              int           width)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GPtrArray) marks = lectern_scene_trace (scene, NULL, cr, width, HEIGHT, 0);

  assert_in_place (marks);
  for (guint list = 0; list < 2; list++)
    for (guint i = 0; i < (list == 0 ? scene->guests : scene->panel)->len; i++)
      {
        const LecternScenePerson *person = (list == 0 ? scene->guests : scene->panel)->pdata[i];

        if (!lectern_scene_has_person_on_page (scene, person))
          continue;
        assert_shown (marks, person->name);
        assert_shown (marks, person->office);
      }
  for (guint i = 0; i < scene->rows->len; i++)
    {
      const LecternSceneRow *row = scene->rows->pdata[i];

      if (!lectern_scene_is_on_page (scene, row))
        continue;
      assert_shown (marks, row->name);
      assert_shown (marks, row->unit);
      assert_shown (marks, row->award);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
look_at_all (LecternScene *scene,
             guint         n_pages)
{
  g_autoptr (LecternScene) owned = scene;

  assert_pages (scene);
  g_test_message ("%u pages", scene->n_pages);
  if (n_pages > 0)
    g_assert_cmpuint (scene->n_pages, ==, n_pages);
  for (guint page = 1; page <= scene->n_pages; page++)
    {
      g_autoptr (LecternScene) turned = lectern_scene_turn_to (scene, page);

      look_at_page (turned, 1280);
      look_at_page (turned, 960);
    }
  g_assert_null (lectern_scene_turn_to (scene, scene->n_pages + 1));
}

static void
test_guests (void)
{
  look_at_all (make_guests (6, 9, FALSE), 1);
  look_at_all (make_guests (0, 9, FALSE), 1);
  look_at_all (make_guests (12, 9, FALSE), 2); /* the guests, then the jury */
  look_at_all (make_guests (40, 9, FALSE), 4);
  look_at_all (make_guests (40, 0, FALSE), 3);
  look_at_all (make_guests (0, 0, FALSE), 1);
}

static void
test_long_guests (void)
{
  look_at_all (make_guests (1, 1, TRUE), 2);
  look_at_all (make_guests (40, 9, TRUE), 0);
}

static void
test_awards (void)
{
  look_at_all (make_awards (1, FALSE), 1);
  look_at_all (make_awards (N_AWARDS, FALSE), 0);
}

static void
test_long_awards (void)
{
  look_at_all (make_awards (N_AWARDS, TRUE), 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage/scene-pages/guests", test_guests);
  g_test_add_func ("/stage/scene-pages/long-guests", test_long_guests);
  g_test_add_func ("/stage/scene-pages/awards", test_awards);
  g_test_add_func ("/stage/scene-pages/long-awards", test_long_awards);
  return g_test_run ();
}
