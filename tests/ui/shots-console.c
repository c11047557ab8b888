/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the console at the moments an operator knows, at the size of a small and of a larger
 * laptop, into the folder given. They are for looking at, by people. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

#include "lectern-config.h"
#include "lectern-import-dialog.h"
#include "lectern-nominee-dialog.h"
#include "lectern-set-up-page.h"

#define SETTLE_MS 400
#define PATIENCE 20

typedef struct
{
  const char *folder;
  int         width;
  int         height;
} Camera;

/* NULL as long as the window has not been drawn. */
static GskRenderNode *
look_at (gpointer window)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  gdk_paintable_snapshot (paintable, snapshot,
                          gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  return gtk_snapshot_free_to_node (snapshot);
}

static void
take_picture (const Camera *camera,
              gpointer      window,
              const char   *name)
{
  g_autofree char *file = g_strdup_printf ("console-%s-%dx%d.png", name, camera->width, camera->height);
  g_autofree char *path = g_build_filename (camera->folder, file, NULL);
  g_autoptr (GskRenderNode) node = NULL;
  for (guint i = 0; !node && i < PATIENCE; i++)
    {
      console_fixture_settle (SETTLE_MS);
      node = look_at (window);
    }
  g_assert_nonnull (node);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
  g_print ("%s\n", path);
}

static void
shoot_set_up (ConsoleFixture *fixture,
              const Camera   *camera)
{
  LecternConsoleWindow *window = fixture->window;
  LecternSetUpPage     *page = LECTERN_SET_UP_PAGE (lectern_console_window_get_page (window, "set-up"));
  lectern_console_window_show_page (window, "set-up");
  take_picture (camera, window, "contest");
  lectern_set_up_page_show (page, "nominees");
  take_picture (camera, window, "nominees");
  GtkWindow *dialog = lectern_nominee_dialog_new (GTK_WIDGET (page), fixture->desk,
                                                  g_ptr_array_index (lectern_contest_get_nominees (console_fixture_contest (fixture)), 3), NULL);
  gtk_window_present (dialog);
  take_picture (camera, dialog, "nominee");
  gtk_window_destroy (dialog);
  lectern_set_up_page_show (page, "judges");
  LecternAction *action = lectern_action_new (LECTERN_ACTION_MAKE_CODE, "test");
  action->judge = 0;
  console_fixture_do (fixture, action);
  take_picture (camera, window, "judges");
}

static void
shoot_bad_table (ConsoleFixture *fixture,
                 const Camera   *camera)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad.csv", NULL);
  const char      *table = "推荐单位,姓名,政治面貌,宣讲场次,课件,党课题目\n"
                           "解放区,张三,中共党员,三次,有,一\n"
                           "不存在的区,李四,群众,5,有,二\n"
                           "解放区,,中共党员,5,有,三\n";
  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  GtkWindow *dialog = lectern_import_dialog_new (GTK_WIDGET (fixture->window), fixture->desk, LECTERN_IMPORT_NOMINEES, path);
  gtk_window_present (dialog);
  take_picture (camera, dialog, "import");
  gtk_window_destroy (dialog);
}

static void
set_clock (ConsoleFixture *fixture,
           gint64          ms)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SET_CLOCK, "test");
  action->number = ms;
  action->reason = g_strdup ("test");
  console_fixture_do (fixture, action);
}

static void
shoot_evening (ConsoleFixture *fixture,
               const Camera   *camera)
{
  LecternConsoleWindow *window = fixture->window;
  lectern_console_window_show_page (window, "evening");
  take_picture (camera, window, "evening-begins");
  console_fixture_play_to (fixture, 12, LECTERN_CUE_TALK);
  take_picture (camera, window, "evening-called");
  console_fixture_do_kind (fixture, LECTERN_ACTION_GO);
  set_clock (fixture, 268000);
  take_picture (camera, window, "evening-talk");
  set_clock (fixture, 373000);
  take_picture (camera, window, "evening-overtime");
  console_fixture_do_kind (fixture, LECTERN_ACTION_GO);
  console_fixture_mark (fixture, 2);
  take_picture (camera, window, "evening-marking");
  lectern_desk_submit_kind (lectern_console_window_get_desk (window), LECTERN_ACTION_GO);
  take_picture (camera, window, "evening-refused");
  console_fixture_do_kind (fixture, LECTERN_ACTION_CLOSE_GATE);
  console_fixture_do_kind (fixture, LECTERN_ACTION_GO);
  take_picture (camera, window, "evening-reveal");
  lectern_console_window_show_page (window, "results");
  take_picture (camera, window, "results-midway");
}

static void
shoot_end (ConsoleFixture *fixture,
           const Camera   *camera)
{
  LecternConsoleWindow *window = fixture->window;
  console_fixture_play_to (fixture, 0, LECTERN_CUE_CEREMONY);
  lectern_console_window_show_page (window, "evening");
  take_picture (camera, window, "evening-ends");
  lectern_console_window_show_page (window, "results");
  take_picture (camera, window, "results");
  lectern_console_window_show_page (window, "papers");
  take_picture (camera, window, "papers");
  lectern_console_window_show_page (window, "journal");
  take_picture (camera, window, "journal");
}

static void
shoot_all (const Camera *camera)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_open (&fixture, camera->width, camera->height);
  shoot_set_up (&fixture, camera);
  shoot_bad_table (&fixture, camera);
  lectern_console_window_show_page (fixture.window, "draw");
  take_picture (camera, fixture.window, "draw-before");
  console_fixture_draw (&fixture);
  take_picture (camera, fixture.window, "draw");
  shoot_evening (&fixture, camera);
  shoot_end (&fixture, camera);
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  static const int sizes[][2] = { { 1366, 768 }, { 1440, 900 } };
  const char      *words = g_getenv ("LECTERN_LOCALEDIR");
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, words ? words : LECTERN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Camera camera = { argc > 1 ? argv[1] : ".", sizes[i][0], sizes[i][1] };
      shoot_all (&camera);
    }
  return EXIT_SUCCESS;
}
