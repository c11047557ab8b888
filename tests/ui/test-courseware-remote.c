/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a key does to courseware on air: page by page, never past an end, and back to the scene that
 * belongs there, which is never a reveal. */

#define G_LOG_DOMAIN "lectern-ui"

#include "file-maker.h"
#include "hall-fixture.h"
#include "lectern-courseware-remote.h"
#include "lectern-scene-files.h"
#include "lectern-scene.h"

static void
perform (HallFixture   *hall,
         LecternAction *action)
{
  g_autoptr (GError) error = NULL;
  g_assert_nonnull (action);
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (hall->engine, action, NULL, &error);
  g_assert_no_error (error);
  while (lectern_follower_get_seq (hall->follower) < outcome->seq)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_none (LecternAction *action)
{
  g_assert_null (action);
}

static void
attach_to_first (HallFixture *hall,
                 const char  *name,
                 const char  *media_type,
                 GBytes      *bytes)
{
  gint64           nominee = lectern_contest_get_entry_by_lot (hall_fixture_get_contest (hall), 1)->nominee;
  g_autofree char *sha256 = file_maker_attach (hall->engine, LECTERN_ROLE_COURSEWARE, nominee, name, media_type, bytes);
  while (lectern_contest_get_attachment (hall_fixture_get_contest (hall), LECTERN_ROLE_COURSEWARE, nominee) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_pages (HallFixture *hall,
                guint        n)
{
  const LecternAttachment *file = lectern_courseware_remote_find (hall_fixture_get_contest (hall));
  LecternSceneFiles       *files = lectern_scene_files_get_for (hall->follower);
  g_autofree char         *first = g_strdup_printf ("%s:1", file->sha256);
  lectern_scene_files_want_key (files, first);
  for (gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; lectern_scene_files_get_n_pages (files, file->sha256) != n && g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (lectern_scene_files_get_n_pages (files, file->sha256), ==, n);
}

static gint64
get_kind (HallFixture *hall)
{
  return lectern_contest_get_on_air (hall_fixture_get_contest (hall))->kind;
}

static void
test_pages (void)
{
  HallFixture hall = { NULL };
  hall_fixture_init (&hall);
  LecternContest *contest = hall_fixture_get_contest (&hall);
  attach_to_first (&hall, "c.pdf", "application/pdf", file_maker_make_pdf (2));
  g_assert_null (lectern_courseware_remote_find (contest)); /* nobody is on stage */
  hall_fixture_do_lot (&hall, LECTERN_ACTION_CALL, 1);
  g_assert_nonnull (lectern_courseware_remote_find (contest));
  g_assert_cmpuint (lectern_courseware_remote_get_page (contest), ==, 0);
  assert_none (lectern_courseware_remote_turn (hall.follower, 1, "test"));
  assert_none (lectern_courseware_remote_leave (contest, "test"));

  perform (&hall, lectern_courseware_remote_show ("test"));
  g_assert_cmpuint (lectern_courseware_remote_get_page (contest), ==, 1);
  wait_for_pages (&hall, 2);
  assert_none (lectern_courseware_remote_turn (hall.follower, -1, "test"));
  perform (&hall, lectern_courseware_remote_turn (hall.follower, 1, "test"));
  g_assert_cmpuint (lectern_courseware_remote_get_page (contest), ==, 2);
  assert_none (lectern_courseware_remote_turn (hall.follower, 1, "test"));
  perform (&hall, lectern_courseware_remote_turn (hall.follower, -1, "test"));
  g_assert_cmpuint (lectern_courseware_remote_get_page (contest), ==, 1);
  hall_fixture_clear (&hall);
}

static void
test_leave (void)
{
  HallFixture hall = { NULL };
  hall_fixture_init (&hall);
  LecternContest *contest = hall_fixture_get_contest (&hall);
  attach_to_first (&hall, "c.pdf", "application/pdf", file_maker_make_pdf (1));
  hall_fixture_do_lot (&hall, LECTERN_ACTION_CALL, 1);
  perform (&hall, lectern_courseware_remote_show ("test"));
  perform (&hall, lectern_courseware_remote_leave (contest, "test"));
  g_assert_cmpint (get_kind (&hall), ==, LECTERN_SCENE_INTRODUCTION);

  hall_fixture_do (&hall, LECTERN_ACTION_START_CLOCK);
  perform (&hall, lectern_courseware_remote_show ("test"));
  g_assert_cmpint (get_kind (&hall), ==, LECTERN_SCENE_COURSEWARE);
  perform (&hall, lectern_courseware_remote_leave (contest, "test"));
  g_assert_cmpint (get_kind (&hall), ==, LECTERN_SCENE_TALK);

  hall_fixture_do (&hall, LECTERN_ACTION_STOP_CLOCK);
  hall_fixture_do (&hall, LECTERN_ACTION_OPEN_GATE);
  perform (&hall, lectern_courseware_remote_show ("test"));
  perform (&hall, lectern_courseware_remote_leave (contest, "test"));
  g_assert_cmpint (get_kind (&hall), ==, LECTERN_SCENE_MARKING);
  hall_fixture_clear (&hall);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/courseware-remote/pages", test_pages);
  g_test_add_func ("/ui/courseware-remote/leave", test_leave);
  return g_test_run ();
}
