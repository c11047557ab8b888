/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The projector's window over a real engine: what is on air is what it shows, blank is black, and
 * what becomes of it when it is closed. */

#define G_LOG_DOMAIN "lectern-ui"

#include "file-maker.h"
#include "hall-fixture.h"
#include "lectern-courseware-remote.h"
#include "lectern-projector-window.h"
#include "lectern-scene-files.h"
#include "lectern-scene.h"
#include "lectern-scene-view.h"
#include "lectern-video-view.h"
#include "window-test.h"

#include <gdk/x11/gdkx.h>

typedef struct
{
  HallFixture       hall;
  GtkWidget        *window;
  LecternSceneView *view;
} WindowFixture;

static void
set_up (WindowFixture *fixture,
        gconstpointer  data)
{
  hall_fixture_init (&fixture->hall);
  fixture->window = lectern_projector_window_new (NULL, fixture->hall.follower);
  fixture->view = LECTERN_SCENE_VIEW (window_test_find (fixture->window, "LecternSceneView", 0));
  gtk_window_present (GTK_WINDOW (fixture->window));
  window_test_wait (300);
}

static void
tear_down (WindowFixture *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  hall_fixture_clear (&fixture->hall);
}

static LecternSceneKind
get_kind (WindowFixture *fixture)
{
  return lectern_scene_view_get_scene (fixture->view)->kind;
}

static void
assert_label (WindowFixture *fixture,
              const char    *label)
{
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* One entry from the call to its result; every step is what the hall sees. */
static void
test_follows (WindowFixture *fixture,
              gconstpointer  data)
{
  HallFixture *hall = &fixture->hall;
  hall_fixture_do_lot (hall, LECTERN_ACTION_CALL, 1);
  g_assert_cmpint (get_kind (fixture), ==, LECTERN_SCENE_INTRODUCTION);
  hall_fixture_do (hall, LECTERN_ACTION_START_CLOCK);
  g_assert_cmpint (get_kind (fixture), ==, LECTERN_SCENE_TALK);
  hall_fixture_set_clock (hall, 350000);
  hall_fixture_do (hall, LECTERN_ACTION_STOP_CLOCK);
  hall_fixture_do (hall, LECTERN_ACTION_OPEN_GATE);
  g_assert_cmpint (get_kind (fixture), ==, LECTERN_SCENE_MARKING);
  for (gint64 judge = 1; judge <= 3; judge++)
    hall_fixture_hand_in (hall, judge, 1, "36.5", "55");
  hall_fixture_do (hall, LECTERN_ACTION_CLOSE_GATE);
  hall_fixture_do_lot (hall, LECTERN_ACTION_REVEAL, 1);

  const LecternEntry   *entry = lectern_contest_get_entry_by_lot (hall_fixture_get_contest (hall), 1);
  const LecternNominee *nominee = lectern_contest_get_nominee (hall_fixture_get_contest (hall), entry->nominee);
  g_autofree char      *label = g_strdup_printf ("亮分 第 1 号 %s 91.50", nominee->name);
  assert_label (fixture, label);
}

/* Until something is on air it is black; a blanked projector is black whatever is on air. */
static void
test_blank (WindowFixture *fixture,
            gconstpointer  data)
{
  assert_label (fixture, "黑屏");
  hall_fixture_do (&fixture->hall, LECTERN_ACTION_GO);
  g_assert_cmpint (get_kind (fixture), ==, LECTERN_SCENE_TITLE);
  hall_fixture_blank (&fixture->hall, TRUE);
  assert_label (fixture, "黑屏");
  hall_fixture_blank (&fixture->hall, FALSE);
  g_assert_cmpint (get_kind (fixture), ==, LECTERN_SCENE_TITLE);
}

/* It starts with what is on air, not with what comes next. */
static void
test_opened_late (WindowFixture *fixture,
                  gconstpointer  data)
{
  hall_fixture_do_lot (&fixture->hall, LECTERN_ACTION_CALL, 2);
  GtkWidget        *second = lectern_projector_window_new (NULL, fixture->hall.follower);
  LecternSceneView *view = LECTERN_SCENE_VIEW (window_test_find (second, "LecternSceneView", 0));
  g_assert_cmpint (lectern_scene_view_get_scene (view)->kind, ==, LECTERN_SCENE_INTRODUCTION);
  g_assert_cmpint (lectern_scene_view_get_scene (view)->lot, ==, 2);
  gtk_window_destroy (GTK_WINDOW (second));
}

/* A change that is not of the scene repaints nothing. */
static void
test_unmoved (WindowFixture *fixture,
              gconstpointer  data)
{
  hall_fixture_do (&fixture->hall, LECTERN_ACTION_GO);
  window_test_wait (200);
  guint         n_painted = lectern_scene_view_get_n_scenes_painted (fixture->view);
  LecternScene *scene = lectern_scene_view_get_scene (fixture->view);
  hall_fixture_set_clock (&fixture->hall, 5000);
  window_test_wait (200);
  g_assert_true (lectern_scene_view_get_scene (fixture->view) == scene);
  g_assert_cmpuint (lectern_scene_view_get_n_scenes_painted (fixture->view), ==, n_painted);
}

/* Without one, full screen is a wish nobody grants. */
static gboolean
has_window_manager (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  return GDK_IS_X11_DISPLAY (display) &&
         g_strcmp0 (gdk_x11_screen_get_window_manager_name (gdk_x11_display_get_screen (display)), "unknown") != 0;
}

static void
test_window (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWindow  *window = GTK_WINDOW (fixture->window);
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_assert_cmpstr (gtk_window_get_title (window), ==, "Lectern projector");
  g_assert_nonnull (gtk_widget_get_cursor (GTK_WIDGET (fixture->view)));
  if (g_list_model_get_n_items (monitors) > 1)
    {
      g_test_skip ("more than one monitor");
      return;
    }
  g_assert_false (gtk_window_is_fullscreen (window));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->view)), ==, 1280);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->view)), ==, 720);
  if (!has_window_manager ())
    {
      g_test_skip ("no window manager");
      return;
    }
  g_assert_true (gtk_widget_activate_action (fixture->window, "projector.fullscreen", NULL));
  window_test_wait (300);
  g_assert_true (gtk_window_is_fullscreen (window));
  g_assert_true (gtk_widget_activate_action (fixture->window, "projector.fullscreen", NULL));
  window_test_wait (300);
  g_assert_false (gtk_window_is_fullscreen (window));
}

/* Closed by a careless hand it comes back, and with the scene on air by then. */
static void
test_closed (WindowFixture *fixture,
             gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  window_test_wait (100);
  g_assert_false (gtk_widget_get_visible (fixture->window));
  hall_fixture_do (&fixture->hall, LECTERN_ACTION_GO);
  gtk_window_present (GTK_WINDOW (fixture->window));
  window_test_wait (200);
  g_assert_true (gtk_widget_get_mapped (fixture->window));
  g_assert_cmpint (get_kind (fixture), ==, LECTERN_SCENE_TITLE);
}

/* It does not keep the program alive behind a closed console. */
static void
test_last_window (void)
{
  WindowFixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  hall_fixture_init (&fixture.hall);
  GtkApplication *application = gtk_application_new ("io.github.lectern.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  GtkWidget *console = gtk_application_window_new (application);
  gtk_window_present (GTK_WINDOW (console));
  GtkWidget *projector = lectern_projector_window_new (application, fixture.hall.follower);
  gtk_window_present (GTK_WINDOW (projector));
  g_object_add_weak_pointer (G_OBJECT (projector), (gpointer *) &projector);
  window_test_wait (200);
  g_assert_nonnull (projector);
  gtk_window_destroy (GTK_WINDOW (console));
  window_test_wait (200);
  g_assert_null (projector);
  g_assert_null (gtk_application_get_windows (application));
  g_object_unref (application);
  hall_fixture_clear (&fixture.hall);
}

/* --- files on the projector --- */

static guint
get_page (WindowFixture *fixture)
{
  return lectern_courseware_remote_get_page (hall_fixture_get_contest (&fixture->hall));
}

static void
turn (WindowFixture *fixture,
      int            by)
{
  gtk_widget_activate_action (fixture->window, "projector.turn", "i", by);
  window_test_wait (200);
}

/* A clicker's keys turn the page, and Escape brings the scene back. */
static void
test_courseware (WindowFixture *fixture,
                 gconstpointer  data)
{
  HallFixture     *hall = &fixture->hall;
  gint64           nominee = lectern_contest_get_entry_by_lot (hall_fixture_get_contest (hall), 1)->nominee;
  g_autofree char *pdf = file_maker_attach (hall->engine, LECTERN_ROLE_COURSEWARE, nominee, "c.pdf", "application/pdf", file_maker_make_pdf (2));
  hall_fixture_do_lot (hall, LECTERN_ACTION_CALL, 1);
  hall_fixture_do (hall, LECTERN_ACTION_SHOW_COURSEWARE);
  g_assert_cmpint (get_kind (fixture), ==, LECTERN_SCENE_COURSEWARE);
  WINDOW_TEST_UNTIL (lectern_scene_files_get_n_pages (lectern_scene_files_get_for (hall->follower), pdf) == 2);
  turn (fixture, 1);
  g_assert_cmpuint (get_page (fixture), ==, 2);
  g_autofree char *key = g_strdup_printf ("%s:2", pdf);
  g_assert_cmpstr (lectern_scene_view_get_scene (fixture->view)->picture, ==, key);
  turn (fixture, 1); /* past the end: stays */
  g_assert_cmpuint (get_page (fixture), ==, 2);
  turn (fixture, -1);
  g_assert_cmpuint (get_page (fixture), ==, 1);
  gtk_widget_activate_action (fixture->window, "projector.leave-courseware", NULL);
  window_test_wait (200);
  g_assert_cmpint (get_kind (fixture), ==, LECTERN_SCENE_INTRODUCTION);
}

static void
on_trouble_cb (LecternProjectorWindow *window,
               const char             *sentence,
               char                  **said)
{
  lectern_record_take_string (said, sentence);
}

static void
show_video (WindowFixture *fixture,
            gint64         number)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SHOW_SCENE, "test");
  g_autoptr (GError) error = NULL;
  action->number = LECTERN_SCENE_PICTURE;
  action->text = g_strdup_printf ("video %" G_GINT64_FORMAT, number);
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (fixture->hall.engine, action, NULL, &error);
  g_assert_no_error (error);
}

/* A video that is none: the operator is told, the hall sees black, and the next scene comes. */
static void
test_broken_video (WindowFixture *fixture,
                   gconstpointer  data)
{
  HallFixture      *hall = &fixture->hall;
  g_autofree char  *said = NULL;
  g_autofree char  *video = file_maker_attach (hall->engine, LECTERN_ROLE_VIDEO, 1, "v.mp4", "video/mp4", g_bytes_new_static ("no video at all", 15));
  LecternVideoView *view = LECTERN_VIDEO_VIEW (window_test_find (fixture->window, "LecternVideoView", 0));
  g_signal_connect (fixture->window, "trouble", G_CALLBACK (on_trouble_cb), &said);
  show_video (fixture, 1);
  WINDOW_TEST_UNTIL (said != NULL);
  g_assert_cmpstr (lectern_video_view_get_playing (view), ==, video);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (view)));
  hall_fixture_do_lot (hall, LECTERN_ACTION_CALL, 1);
  window_test_wait (100);
  g_assert_null (lectern_video_view_get_playing (view));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (view)));
  g_assert_cmpint (get_kind (fixture), ==, LECTERN_SCENE_INTRODUCTION);
}

#define NOTHING 0xff000000 /* is drawn yet */

/* The colour in the middle of the window, as a person sees it: 0xRRGGBB. */
static guint32
get_colour (WindowFixture *fixture)
{
  int width = gtk_widget_get_width (fixture->window), height = gtk_widget_get_height (fixture->window);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (fixture->window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return NOTHING;
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node,
                                                                &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_autofree guint32 *pixels = g_new (guint32, width * height);
  gdk_texture_download (texture, (guchar *) pixels, width * sizeof *pixels);
  return pixels[height / 2 * width + width / 2] & 0xffffff;
}

static gboolean
is_green (guint32 colour)
{
  return (colour >> 8 & 0xff) > 200 && (colour >> 16) < 60 && (colour & 0xff) < 60;
}

/* A video is seen: its own picture, from the one file of the contest; black before it and after its last;
 * gone at black and with another scene, and from the beginning when it is shown again. */
static void
test_video (WindowFixture *fixture,
            gconstpointer  data)
{
  HallFixture      *hall = &fixture->hall;
  LecternVideoView *view = LECTERN_VIDEO_VIEW (window_test_find (fixture->window, "LecternVideoView", 0));
  GBytes           *bytes = file_maker_make_video (2);
  g_autofree char  *said = NULL;

  if (bytes == NULL)
    {
      g_test_skip ("GStreamer has no VP8 here");
      return;
    }
  g_autofree char *video = file_maker_attach (hall->engine, LECTERN_ROLE_VIDEO, 1, "green.webm", "video/webm", bytes);
  g_signal_connect (fixture->window, "trouble", G_CALLBACK (on_trouble_cb), &said);
  for (guint round = 0; round < 2; round++)
    {
      show_video (fixture, 1);
      WINDOW_TEST_UNTIL (is_green (get_colour (fixture)));
      g_assert_cmpstr (lectern_video_view_get_playing (view), ==, video);
      hall_fixture_blank (hall, TRUE);
      window_test_wait (200);
      g_assert_cmphex (get_colour (fixture), ==, 0);
      g_assert_null (lectern_video_view_get_playing (view));
      hall_fixture_blank (hall, FALSE);
      WINDOW_TEST_UNTIL (is_green (get_colour (fixture)));
      if (round == 0) /* to its end */
        WINDOW_TEST_UNTIL (get_colour (fixture) == 0);
      hall_fixture_do_lot (hall, LECTERN_ACTION_CALL, 1 + round);
      window_test_wait (200);
      g_assert_null (lectern_video_view_get_playing (view));
      g_assert_false (is_green (get_colour (fixture)) || get_colour (fixture) == 0);
      g_assert_cmpint (get_kind (fixture), ==, LECTERN_SCENE_INTRODUCTION);
    }
  g_assert_null (said);
}

#define ADD(path, test) g_test_add ("/ui/projector-window/" path, WindowFixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  if (!window_test_init (&argc, &argv))
    return window_test_skip ();
  ADD ("follows", test_follows);
  ADD ("blank", test_blank);
  ADD ("opened-late", test_opened_late);
  ADD ("unmoved", test_unmoved);
  ADD ("window", test_window);
  ADD ("closed", test_closed);
  ADD ("courseware", test_courseware);
  ADD ("broken-video", test_broken_video);
  ADD ("video", test_video);
  g_test_add_func ("/ui/projector-window/last-window", test_last_window);
  return g_test_run ();
}
