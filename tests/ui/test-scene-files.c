/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures come by themselves and once, pages before they are asked for, and what can't be shown
 * says why. No window is needed. */

#define G_LOG_DOMAIN "lectern-ui"

#include "file-maker.h"
#include "hall-fixture.h"
#include "lectern-scene-files.h"

typedef struct
{
  HallFixture        hall;
  LecternSceneFiles *files;
  guint              n_changes;
} FilesFixture;

static void
on_changed_cb (LecternSceneFiles *files,
               const char        *key,
               FilesFixture      *fixture)
{
  fixture->n_changes++;
}

static void
set_up (FilesFixture *fixture,
        gconstpointer data)
{
  hall_fixture_init (&fixture->hall);
  fixture->files = lectern_scene_files_get_for (fixture->hall.follower);
  g_signal_connect (fixture->files, "changed", G_CALLBACK (on_changed_cb), fixture);
}

static void
tear_down (FilesFixture *fixture,
           gconstpointer data)
{
  hall_fixture_clear (&fixture->hall);
}

static void
wait_for (FilesFixture *fixture,
          guint         n_changes)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  while (fixture->n_changes < n_changes && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  for (guint i = 0; i < 20; i++) /* and nothing more than that */
    {
      g_usleep (5000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (fixture->n_changes, ==, n_changes);
}

static cairo_surface_t *
get (FilesFixture *fixture,
     const char   *key)
{
  return lectern_stage_pictures_get (lectern_scene_files_get_pictures (fixture->files), key);
}

static void
test_pictures (FilesFixture *fixture,
               gconstpointer data)
{
  g_autofree char *logo = file_maker_attach (fixture->hall.engine, LECTERN_ROLE_LOGO, 0, "l.png", "image/png", file_maker_make_picture (40, 20, 0xff0000));
  g_autofree char *photo = file_maker_attach (fixture->hall.engine, LECTERN_ROLE_PHOTO, 1, "p.png", "image/png", file_maker_make_picture (30, 50, 0x0000ff));
  g_autoptr (LecternScene) scene = lectern_scene_new (LECTERN_SCENE_INTRODUCTION);
  scene->logo = g_strdup (logo);
  scene->photo = g_strdup (photo);
  lectern_scene_files_want (fixture->files, scene);
  g_assert_null (get (fixture, logo)); /* never before it returns */
  lectern_scene_files_want (fixture->files, scene);
  wait_for (fixture, 2); /* asked for twice, loaded once */
  g_assert_cmpint (cairo_image_surface_get_width (get (fixture, logo)), ==, 40);
  g_assert_cmpint (cairo_image_surface_get_height (get (fixture, photo)), ==, 50);
  g_assert_true (lectern_scene_files_get_for (fixture->hall.follower) == fixture->files);
}

static void
test_troubles (FilesFixture *fixture,
               gconstpointer data)
{
  g_autofree char *broken = file_maker_attach (fixture->hall.engine, LECTERN_ROLE_LOGO, 0, "l.png", "image/png", g_bytes_new_static ("no picture", 10));
  g_autofree char *video = file_maker_attach (fixture->hall.engine, LECTERN_ROLE_VIDEO, 1, "v.mp4", "video/mp4", g_bytes_new_static ("video", 5));
  const char      *nowhere = "0000000000000000000000000000000000000000000000000000000000000000";
  while (lectern_contest_get_attachment (hall_fixture_get_contest (&fixture->hall), LECTERN_ROLE_VIDEO, 1) == NULL)
    g_main_context_iteration (NULL, TRUE);
  lectern_scene_files_want_key (fixture->files, broken);
  lectern_scene_files_want_key (fixture->files, nowhere);
  lectern_scene_files_want_key (fixture->files, video); /* others play it */
  wait_for (fixture, 2);
  g_assert_nonnull (lectern_scene_files_get_trouble (fixture->files, broken));
  g_assert_nonnull (lectern_scene_files_get_trouble (fixture->files, nowhere));
  g_assert_null (lectern_scene_files_get_trouble (fixture->files, video));
  g_assert_null (get (fixture, broken));
}

/* The courseware of whoever is on stage is open before it is asked for; each page brings the one
 * after it. */
static void
test_courseware (FilesFixture *fixture,
                 gconstpointer data)
{
  LecternContest  *contest = hall_fixture_get_contest (&fixture->hall);
  gint64           nominee = lectern_contest_get_entry_by_lot (contest, 1)->nominee;
  g_autofree char *pdf = file_maker_attach (fixture->hall.engine, LECTERN_ROLE_COURSEWARE, nominee, "c.pdf", "application/pdf", file_maker_make_pdf (3));
  g_autofree char *one = g_strdup_printf ("%s:1", pdf);
  g_autofree char *two = g_strdup_printf ("%s:2", pdf);
  g_autofree char *three = g_strdup_printf ("%s:3", pdf);
  g_autofree char *four = g_strdup_printf ("%s:4", pdf);
  g_autoptr (LecternScene) scene = lectern_scene_new (LECTERN_SCENE_COURSEWARE);
  hall_fixture_do_lot (&fixture->hall, LECTERN_ACTION_CALL, 1);
  wait_for (fixture, 1);
  g_assert_nonnull (get (fixture, one));
  g_assert_cmpuint (lectern_scene_files_get_n_pages (fixture->files, pdf), ==, 3);
  scene->picture = g_strdup (one);
  scene->page = 1;
  lectern_scene_files_want (fixture->files, scene);
  wait_for (fixture, 2);
  g_assert_nonnull (get (fixture, two));
  g_assert_null (get (fixture, three));
  lectern_record_take_string (&scene->picture, two);
  scene->page = 2;
  lectern_scene_files_want (fixture->files, scene);
  wait_for (fixture, 3);
  g_assert_nonnull (get (fixture, three));
  lectern_scene_files_want_key (fixture->files, four);
  wait_for (fixture, 4);
  g_assert_nonnull (lectern_scene_files_get_trouble (fixture->files, four));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/scene-files/pictures", FilesFixture, NULL, set_up, test_pictures, tear_down);
  g_test_add ("/ui/scene-files/troubles", FilesFixture, NULL, set_up, test_troubles, tear_down);
  g_test_add ("/ui/scene-files/courseware", FilesFixture, NULL, set_up, test_courseware, tear_down);
  return g_test_run ();
}
