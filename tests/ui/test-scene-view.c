/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The view in a real window: what it shows is what the painter paints, pixel by pixel; it paints
 * the clock when its second turns and otherwise nothing. */

#define G_LOG_DOMAIN "lectern-ui"

#include "file-maker.h"
#include "hall-fixture.h"
#include "lectern-scene-painter.h"
#include "lectern-scene-view.h"
#include "window-test.h"

#define WIDTH 640
#define HEIGHT 360

typedef struct
{
  HallFixture       hall;
  GtkWidget        *window;
  LecternSceneView *view;
} ViewFixture;

static void
set_up (ViewFixture  *fixture,
        gconstpointer data)
{
  hall_fixture_init (&fixture->hall);
  fixture->view = LECTERN_SCENE_VIEW (lectern_scene_view_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_widget_set_size_request (GTK_WIDGET (fixture->view), WIDTH, HEIGHT);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_widget_show (fixture->window);
  window_test_wait (300);
}

static void
tear_down (ViewFixture  *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  hall_fixture_clear (&fixture->hall);
}

static void
show (ViewFixture  *fixture,
      LecternScene *scene)
{
  lectern_scene_view_set_scene (fixture->view, scene);
  window_test_wait (150);
}

/* What a person sees. */
static cairo_surface_t *
take_picture (ViewFixture *fixture)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->view));
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->view));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->view));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node,
                                                                &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gdk_texture_download (texture, cairo_image_surface_get_data (surface), cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
assert_shows (ViewFixture  *fixture,
              LecternScene *scene,
              gint64        elapsed_ms)
{
  cairo_surface_t *seen = take_picture (fixture);
  int              width = cairo_image_surface_get_width (seen), height = cairo_image_surface_get_height (seen);
  cairo_surface_t *right = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (right);
  guint            n_wrong = 0;
  lectern_scene_paint (scene, NULL, cr, width, height, elapsed_ms);
  cairo_surface_flush (right);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (int shift = 0; shift < 24; shift += 8)
        {
          const guint32 *a = (const guint32 *) (cairo_image_surface_get_data (seen) + y * cairo_image_surface_get_stride (seen));
          const guint32 *b = (const guint32 *) (cairo_image_surface_get_data (right) + y * cairo_image_surface_get_stride (right));
          /* The clock is composed with its ground in another order: a step of rounding. */
          n_wrong += ABS ((int) (a[x] >> shift & 0xff) - (int) (b[x] >> shift & 0xff)) > 2;
        }
  g_assert_cmpuint (n_wrong, ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (right);
  cairo_surface_destroy (seen);
}

/* A scene of the contest as it is; of the first entry where the kind needs one. */
static LecternScene *
freeze (ViewFixture     *fixture,
        LecternSceneKind kind)
{
  LecternContest     *contest = hall_fixture_get_contest (&fixture->hall);
  const LecternEntry *entry = lectern_contest_get_entry_by_lot (contest, 1);
  g_autoptr (GError) error = NULL;
  LecternScene *scene = lectern_scene_freeze (contest, kind, entry, NULL, &error);
  g_assert_no_error (error);
  return scene;
}

/* A view without a clock has its pictures, too, and paints anew when one has come. */
static void
test_files (ViewFixture  *fixture,
            gconstpointer data)
{
  g_autofree char   *logo = file_maker_attach (fixture->hall.engine, LECTERN_ROLE_LOGO, 0, "l.png", "image/png", file_maker_make_picture (60, 60, 0x00ff00));
  LecternSceneFiles *files = lectern_scene_files_get_for (fixture->hall.follower);
  guint              n_green = 0, n_painted;
  while (lectern_contest_get_attachment (hall_fixture_get_contest (&fixture->hall), LECTERN_ROLE_LOGO, 0) == NULL)
    window_test_wait (10);
  g_autoptr (LecternScene) scene = freeze (fixture, LECTERN_SCENE_TITLE);
  g_assert_cmpstr (scene->logo, ==, logo);
  lectern_scene_view_set_files (fixture->view, files);
  show (fixture, scene);
  n_painted = lectern_scene_view_get_n_scenes_painted (fixture->view);
  WINDOW_TEST_UNTIL (lectern_stage_pictures_get (lectern_scene_files_get_pictures (files), logo) != NULL);
  window_test_wait (200);
  g_assert_cmpuint (n_painted, <=, 2);
  cairo_surface_t *seen = take_picture (fixture);
  for (int y = 0; y < cairo_image_surface_get_height (seen); y++)
    for (int x = 0; x < cairo_image_surface_get_width (seen); x++)
      n_green += (((const guint32 *) (cairo_image_surface_get_data (seen) + y * cairo_image_surface_get_stride (seen)))[x] & 0xffffff) == 0x00ff00;
  g_assert_cmpuint (n_green, >, 50);
  cairo_surface_destroy (seen);
}

static void
test_picture (ViewFixture  *fixture,
              gconstpointer data)
{
  static const LecternSceneKind kinds[] = {
    LECTERN_SCENE_TITLE, LECTERN_SCENE_TALK, LECTERN_SCENE_ORDER, LECTERN_SCENE_BLANK, LECTERN_SCENE_MARKING
  };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (LecternScene) scene = freeze (fixture, kinds[i]);
      show (fixture, scene);
      g_assert_true (lectern_scene_view_get_scene (fixture->view) == scene);
      assert_shows (fixture, scene, 0);
    }
  g_autoptr (LecternScene) black = freeze (fixture, LECTERN_SCENE_BLANK);
  show (fixture, NULL);
  assert_shows (fixture, black, 0);
}

/* Said in words to those who don't see it. */
static void
test_label (ViewFixture  *fixture,
            gconstpointer data)
{
  LecternContest       *contest = hall_fixture_get_contest (&fixture->hall);
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, lectern_contest_get_entry_by_lot (contest, 1)->nominee);
  g_autoptr (LecternScene) marking = freeze (fixture, LECTERN_SCENE_MARKING);
  g_autoptr (LecternScene) title = freeze (fixture, LECTERN_SCENE_TITLE);
  g_autofree char *label = g_strdup_printf ("打分 第 1 号 %s 0 / 3", nominee->name);
  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_IMG);
  show (fixture, marking);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  show (fixture, title);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "标题 微型党课评选 决赛");
  show (fixture, NULL);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
}

/* A still scene costs nothing: no frame is asked for, nothing is painted again. */
static void
test_still (ViewFixture  *fixture,
            gconstpointer data)
{
  GdkFrameClock *frames = gtk_widget_get_frame_clock (fixture->window);
  g_autoptr (LecternScene) scene = freeze (fixture, LECTERN_SCENE_RANKING);
  guint before = lectern_scene_view_get_n_scenes_painted (fixture->view);
  lectern_scene_view_set_follower (fixture->view, fixture->hall.follower);
  hall_fixture_do_lot (&fixture->hall, LECTERN_ACTION_CALL, 1);
  hall_fixture_do (&fixture->hall, LECTERN_ACTION_START_CLOCK);
  show (fixture, scene);
  window_test_wait (300);
  gint64 frame = gdk_frame_clock_get_frame_counter (frames);
  window_test_wait (1500);
  g_assert_cmpint (gdk_frame_clock_get_frame_counter (frames), ==, frame);
  g_assert_cmpuint (lectern_scene_view_get_n_scenes_painted (fixture->view), ==, before + 1);
  g_assert_cmpuint (lectern_scene_view_get_n_clocks_painted (fixture->view), ==, 0);
}

/* The clock is painted when its second turns, at that moment, and only it. */
static void
test_clock (ViewFixture  *fixture,
            gconstpointer data)
{
  lectern_scene_view_set_follower (fixture->view, fixture->hall.follower);
  hall_fixture_do_lot (&fixture->hall, LECTERN_ACTION_CALL, 1);
  hall_fixture_do (&fixture->hall, LECTERN_ACTION_START_CLOCK);
  g_autoptr (LecternScene) scene = freeze (fixture, LECTERN_SCENE_TALK);
  show (fixture, scene);
  hall_fixture_set_clock (&fixture->hall, 299200);
  window_test_wait (200);
  guint n_scenes = lectern_scene_view_get_n_scenes_painted (fixture->view);
  guint n_clocks = lectern_scene_view_get_n_clocks_painted (fixture->view);
  g_assert_cmpint (hall_fixture_get_elapsed_ms (&fixture->hall), <, 300000);
  while (lectern_scene_view_get_n_clocks_painted (fixture->view) == n_clocks &&
         hall_fixture_get_elapsed_ms (&fixture->hall) < 302000)
    g_main_context_iteration (NULL, TRUE);
  gint64 painted_ms = hall_fixture_get_elapsed_ms (&fixture->hall);
  g_assert_cmpint (painted_ms, >=, 300000);
  g_assert_cmpint (painted_ms, <, 300500);
  g_assert_cmpuint (lectern_scene_view_get_n_clocks_painted (fixture->view), ==, n_clocks + 1);
  g_assert_cmpuint (lectern_scene_view_get_n_scenes_painted (fixture->view), ==, n_scenes);
  assert_shows (fixture, scene, hall_fixture_get_elapsed_ms (&fixture->hall));
}

/* A clock that stands asks for nothing; when it goes on, so does the view. */
static void
test_paused_clock (ViewFixture  *fixture,
                   gconstpointer data)
{
  GdkFrameClock *frames = gtk_widget_get_frame_clock (fixture->window);
  lectern_scene_view_set_follower (fixture->view, fixture->hall.follower);
  hall_fixture_do_lot (&fixture->hall, LECTERN_ACTION_CALL, 1);
  hall_fixture_do (&fixture->hall, LECTERN_ACTION_START_CLOCK);
  g_autoptr (LecternScene) scene = freeze (fixture, LECTERN_SCENE_TALK);
  show (fixture, scene);
  hall_fixture_do (&fixture->hall, LECTERN_ACTION_PAUSE_CLOCK);
  hall_fixture_set_clock (&fixture->hall, 65400);
  window_test_wait (300);
  assert_shows (fixture, scene, 65000);
  gint64 frame = gdk_frame_clock_get_frame_counter (frames);
  guint  n_clocks = lectern_scene_view_get_n_clocks_painted (fixture->view);
  window_test_wait (1300);
  g_assert_cmpint (gdk_frame_clock_get_frame_counter (frames), ==, frame);
  g_assert_cmpuint (lectern_scene_view_get_n_clocks_painted (fixture->view), ==, n_clocks);
  hall_fixture_do (&fixture->hall, LECTERN_ACTION_RESUME_CLOCK);
  window_test_wait (900);
  g_assert_cmpuint (lectern_scene_view_get_n_clocks_painted (fixture->view), >, n_clocks);
}

/* Neither timer nor signal outlives the view. */
static void
test_finalized (ViewFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (LecternScene) scene = freeze (fixture, LECTERN_SCENE_TALK);
  LecternSceneView *view = LECTERN_SCENE_VIEW (g_object_ref_sink (lectern_scene_view_new ()));
  lectern_scene_view_set_scene (view, scene);
  lectern_scene_view_set_follower (view, fixture->hall.follower);
  g_assert_true (lectern_scene_view_get_follower (view) == fixture->hall.follower);
  g_assert_finalize_object (view);
  hall_fixture_do_lot (&fixture->hall, LECTERN_ACTION_CALL, 1);
  hall_fixture_do (&fixture->hall, LECTERN_ACTION_START_CLOCK);
}

/* A ranking of four in which the last has come up to the first place; @n_done tells two apart. */
static LecternScene *
make_moved_ranking (guint n_done)
{
  static const guint was[] = { 4, 1, 2, 3 };
  LecternScene      *scene = lectern_scene_new (LECTERN_SCENE_RANKING);

  scene->language = g_strdup ("zh");
  scene->contest = g_strdup ("试验赛");
  scene->round = g_strdup ("决赛");
  scene->n_done = n_done;
  scene->n_entries = 9;
  for (guint i = 0; i < G_N_ELEMENTS (was); i++)
    {
      LecternSceneRow *row = g_new0 (LecternSceneRow, 1);

      row->lot = was[i];
      row->rank = i + 1;
      row->was = was[i];
      row->moved = (gint64) was[i] - (i + 1);
      row->name = g_strdup_printf ("选手%u", was[i]);
      row->unit = g_strdup ("单位");
      row->final = g_strdup_printf ("9%u.00", 9 - i);
      g_ptr_array_add (scene->rows, row);
    }
  return scene;
}

static void
set_animations (ViewFixture *fixture,
                gboolean     enabled)
{
  g_object_set (gtk_widget_get_settings (fixture->window), "gtk-enable-animations", enabled, NULL);
}

/* A ranking that has moved is seen on its way once, frame by frame, and stands as it is painted; then
 * nothing is painted any more. The same again - after black, read from the file - does not move. */
static void
test_moves (ViewFixture  *fixture,
            gconstpointer data)
{
  g_autoptr (LecternScene) title = freeze (fixture, LECTERN_SCENE_TITLE);
  g_autoptr (LecternScene) black = lectern_scene_new (LECTERN_SCENE_BLANK);
  g_autoptr (LecternScene) ranking = make_moved_ranking (4);
  g_autoptr (LecternScene) reread = make_moved_ranking (4);
  guint n_moments;

  set_animations (fixture, TRUE);
  lectern_scene_view_set_plays_moves (fixture->view, TRUE);
  show (fixture, title);
  lectern_scene_view_set_scene (fixture->view, ranking);
  g_assert_true (lectern_scene_view_is_playing (fixture->view));
  window_test_wait (1000);
  lectern_scene_view_set_scene (fixture->view, reread); /* a change of the contest in the middle */
  g_assert_true (lectern_scene_view_is_playing (fixture->view));
  WINDOW_TEST_UNTIL (!lectern_scene_view_is_playing (fixture->view));
  window_test_wait (100);
  n_moments = lectern_scene_view_get_n_moments_painted (fixture->view);
  g_test_message ("%u moments", n_moments);
  g_assert_cmpuint (n_moments, >, 40); /* twenty a second, whatever else the machine has to do; twice as many on one that has six times too much */
  assert_shows (fixture, ranking, 0);
  guint n_scenes = lectern_scene_view_get_n_scenes_painted (fixture->view);
  window_test_wait (300);
  g_assert_cmpuint (lectern_scene_view_get_n_moments_painted (fixture->view), ==, n_moments);
  g_assert_cmpuint (lectern_scene_view_get_n_scenes_painted (fixture->view), ==, n_scenes);
  show (fixture, black);
  show (fixture, reread);
  g_assert_false (lectern_scene_view_is_playing (fixture->view));
  assert_shows (fixture, reread, 0);
}

/* Nothing moves where the desktop does not want it, in a view that was not asked to, in one that has
 * just been opened; and another scene ends it at once. */
static void
test_no_moves (ViewFixture  *fixture,
               gconstpointer data)
{
  g_autoptr (LecternScene) title = freeze (fixture, LECTERN_SCENE_TITLE);
  LecternScene *rankings[] = { make_moved_ranking (4), make_moved_ranking (5), make_moved_ranking (6), make_moved_ranking (7) };

  set_animations (fixture, TRUE);
  show (fixture, rankings[0]);
  show (fixture, title);
  show (fixture, rankings[1]);
  g_assert_false (lectern_scene_view_is_playing (fixture->view));
  lectern_scene_view_set_plays_moves (fixture->view, TRUE);
  set_animations (fixture, FALSE);
  show (fixture, rankings[2]);
  assert_shows (fixture, rankings[2], 0);
  g_assert_cmpuint (lectern_scene_view_get_n_moments_painted (fixture->view), ==, 0);
  set_animations (fixture, TRUE);
  show (fixture, rankings[3]);
  g_assert_true (lectern_scene_view_is_playing (fixture->view));
  show (fixture, title);
  g_assert_false (lectern_scene_view_is_playing (fixture->view));
  assert_shows (fixture, title, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rankings); i++)
    lectern_scene_unref (rankings[i]);
}

#define ADD(path, test) g_test_add ("/ui/scene-view/" path, ViewFixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  if (!window_test_init (&argc, &argv))
    return window_test_skip ();
  ADD ("files", test_files);
  ADD ("picture", test_picture);
  ADD ("label", test_label);
  ADD ("still", test_still);
  ADD ("clock", test_clock);
  ADD ("paused-clock", test_paused_clock);
  ADD ("moves", test_moves);
  ADD ("no-moves", test_no_moves);
  ADD ("finalized", test_finalized);
  return g_test_run ();
}
