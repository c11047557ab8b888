/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the console between rounds: the draw page before and after going on, a heat that comes on
 * a stick, a ranking with pages on air, and every paper as the papers page shows it. */

#define G_LOG_DOMAIN "lectern-test"

#include "rounds-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "console-camera.h"
#include "lectern-evening-page.h"
#include "lectern-heat-dialog.h"
#include "lectern-papers-page.h"
#include "lectern-scene.h"

static void
shoot_papers (ConsoleFixture      *fixture,
              const ConsoleCamera *camera)
{
  LecternPapersPage *page = LECTERN_PAPERS_PAGE (lectern_console_window_get_page (fixture->window, "papers"));
  lectern_console_window_show_page (fixture->window, "papers");
  console_fixture_settle (100);
  for (LecternPaperKind kind = 0; kind < LECTERN_PAPER_N_KINDS; kind++)
    {
      g_autofree char *name = g_strdup_printf ("papers-%s", lectern_paper_kind_get_name (kind));
      lectern_papers_page_select (page, kind);
      console_fixture_settle (1500);
      console_camera_take (camera, fixture->window, name);
    }
}

static void
shoot_heat (ConsoleFixture      *fixture,
            const ConsoleCamera *camera,
            const char          *stick)
{
  GtkWindow *dialog = lectern_heat_dialog_new (GTK_WIDGET (fixture->window), fixture->desk, stick, "b");
  gtk_window_present (dialog);
  console_fixture_settle (1500);
  console_camera_take (camera, dialog, "heat");
  gtk_window_destroy (dialog);
}

static void
shoot_all (const ConsoleCamera *camera)
{
  ConsoleFixture   fixture = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("lectern-heats-XXXXXX", NULL);
  g_autofree char *template = rounds_fixture_write_heats (folder);
  g_autofree char *key = NULL;
  g_autofree char *stick = NULL;
  console_fixture_set_up_with (&fixture, template, TRUE);
  stick = rounds_fixture_run_other_hall (&fixture, &key);
  console_fixture_open (&fixture, camera->width, camera->height);
  lectern_console_window_show_page (fixture.window, "draw");
  console_camera_take (camera, fixture.window, "rounds-heats");
  shoot_heat (&fixture, camera, stick);
  console_fixture_tear_down (&fixture);
  g_unlink (template);
  g_rmdir (folder);

  console_fixture_set_up_with (&fixture, "jiaozuo-2018-rounds", TRUE);
  rounds_fixture_draw (fixture.engine);
  console_fixture_open (&fixture, camera->width, camera->height);
  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  lectern_console_window_show_page (fixture.window, "draw");
  console_camera_take (camera, fixture.window, "rounds-closed");
  lectern_console_window_show_page (fixture.window, "evening");
  lectern_evening_page_show_scene (LECTERN_EVENING_PAGE (lectern_console_window_get_page (fixture.window, "evening")), LECTERN_SCENE_RANKING);
  console_camera_take (camera, fixture.window, "rounds-ranking");
  shoot_papers (&fixture, camera);
  rounds_fixture_open_round (fixture.engine, "final");
  lectern_console_window_show_page (fixture.window, "draw");
  console_camera_take (camera, fixture.window, "rounds-final");
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = rounds_fixture_make_home ();
  int              status = console_camera_run (argc, argv, shoot_all);
  rounds_fixture_remove_home (home);
  return status;
}
