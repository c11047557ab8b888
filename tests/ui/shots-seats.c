/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of what admits judges' laptops: a code across a window, the laptops on their seats, the network. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"

#include "lectern-judge-client.h"
#include "lectern-pairing-dialog.h"
#include "lectern-seat-words.h"
#include "lectern-set-up-page.h"

static void
on_paired_cb (GObject      *client,
              GAsyncResult *result,
              gpointer      user_data)
{
  if (lectern_judge_client_pair_finish (LECTERN_JUDGE_CLIENT (client), result, NULL))
    lectern_judge_client_start (LECTERN_JUDGE_CLIENT (client));
}

static LecternJudgeClient *
seat_laptop (ConsoleFixture *fixture,
             gint64          judge,
             const char     *device)
{
  g_autofree char    *address = g_strdup_printf ("127.0.0.1:%u", lectern_server_get_port (fixture->server));
  LecternJudgeClient *client = lectern_judge_client_new (address, NULL);
  LecternAction      *action = lectern_action_new (LECTERN_ACTION_MAKE_CODE, "test");
  action->judge = judge;
  console_fixture_do (fixture, action);
  lectern_judge_client_pair_async (client, lectern_seat_words_find_code (console_fixture_contest (fixture), judge), device, NULL, on_paired_cb, NULL);
  console_fixture_settle (800);
  return client;
}

static void
shoot_dialog (ConsoleFixture      *fixture,
              const ConsoleCamera *camera,
              GtkWidget           *page,
              gint64               judge,
              const char          *name)
{
  GtkWindow *dialog = lectern_pairing_dialog_new (page, fixture->desk, judge);
  gtk_window_present (dialog);
  console_camera_take (camera, dialog, name);
  gtk_window_destroy (dialog);
}

static void
shoot_row (ConsoleFixture *fixture,
           guint           nth)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (console_fixture_find (fixture->window, "LecternJuryRow", nth)), TRUE);
  console_fixture_settle (400);
}

static void
shoot_all (const ConsoleCamera *camera)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_serve (&fixture);
  g_clear_object (&fixture.desk);
  fixture.desk = lectern_desk_new (fixture.engine, fixture.server);
  console_fixture_open (&fixture, camera->width, camera->height);
  LecternSetUpPage *page = LECTERN_SET_UP_PAGE (lectern_console_window_get_page (fixture.window, "set-up"));
  lectern_console_window_show_page (fixture.window, "set-up");
  lectern_set_up_page_show (page, "judges");
  LecternJudgeClient *first = seat_laptop (&fixture, 1, "thinkpad-1");
  LecternJudgeClient *second = seat_laptop (&fixture, 2, "评委电脑二");
  shoot_dialog (&fixture, camera, GTK_WIDGET (page), 3, "pairing");
  lectern_judge_client_stop (second);
  console_fixture_settle (500);
  shoot_row (&fixture, 0);
  shoot_row (&fixture, 1);
  GtkWidget *seat = console_fixture_find (console_fixture_find (fixture.window, "LecternJuryRow", 1), "LecternSeatRow", 0);
  gtk_widget_activate (console_fixture_find (seat, "GtkButton", 0));
  console_camera_take (camera, fixture.window, "seats");
  lectern_set_up_page_show (page, "network");
  console_camera_take (camera, fixture.window, "network");
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (console_fixture_find (console_fixture_find (fixture.window, "LecternNetworkPage", 0), "GtkScrolledWindow", 0));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scrolled), 10000);
  console_camera_take (camera, fixture.window, "network-below");
  lectern_judge_client_stop (first);
  g_object_unref (first);
  g_object_unref (second);
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  return console_camera_run (argc, argv, shoot_all);
}
