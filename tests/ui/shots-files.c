/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of what the console shows of files, and of the projector with some. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"

#include "file-maker.h"
#include "lectern-set-up-page.h"

static void
attach (ConsoleFixture *fixture,
        LecternRole     role,
        gint64          owner,
        const char     *name,
        const char     *media_type,
        GBytes         *bytes)
{
  g_autofree char *sha256 = file_maker_attach (fixture->engine, role, owner, name, media_type, bytes);
  console_fixture_settle (20);
}

static void
attach_all (ConsoleFixture *fixture)
{
  for (gint64 id = 1; id <= 28; id++)
    attach (fixture, LECTERN_ROLE_PHOTO, id, "照片.png", "image/png", file_maker_make_picture (300, 400, 0x305080 + (guint32) id * 0x050301));
  attach (fixture, LECTERN_ROLE_COURSEWARE, 1, "一把旧藤椅的分量.pdf", "application/pdf", file_maker_make_pdf (3));
  attach (fixture, LECTERN_ROLE_COURSEWARE, 2, "社区里的亲劲儿.pdf", "application/pdf", file_maker_make_pdf (5));
  attach (fixture, LECTERN_ROLE_LOGO, 0, "宣传部标志.png", "image/png", file_maker_make_picture (200, 200, 0xffcc33));
  attach (fixture, LECTERN_ROLE_PICTURE, 1, "会场.png", "image/png", file_maker_make_picture (640, 360, 0x226644));
  attach (fixture, LECTERN_ROLE_VIDEO, 1, "片头.mp4", "video/mp4", g_bytes_new_static ("video", 5));
}

static void
shoot (const ConsoleCamera *camera)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  attach_all (&fixture);
  console_fixture_open (&fixture, camera->width, camera->height);
  LecternSetUpPage *page = LECTERN_SET_UP_PAGE (lectern_console_window_get_page (fixture.window, "set-up"));
  lectern_console_window_show_page (fixture.window, "set-up");
  lectern_set_up_page_show (page, "nominees");
  console_camera_take (camera, fixture.window, "nominees-files");
  lectern_set_up_page_show (page, "files");
  console_fixture_settle (300);
  console_camera_take (camera, fixture.window, "files");
  console_fixture_draw (&fixture);
  LecternContest     *contest = console_fixture_contest (&fixture);
  const LecternEntry *entry = lectern_contest_get_entry (contest, NULL, 1);
  LecternAction      *call = lectern_action_new (LECTERN_ACTION_CALL, "test");
  call->lot = entry->lot;
  console_fixture_do (&fixture, call);
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_settle (300);
  console_camera_take (camera, fixture.window, "evening-photo");
  console_fixture_do_kind (&fixture, LECTERN_ACTION_SHOW_COURSEWARE);
  console_fixture_settle (500);
  console_camera_take (camera, fixture.window, "evening-courseware");
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  return console_camera_run (argc, argv, shoot);
}
