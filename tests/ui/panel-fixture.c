/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the tests of the judge's window share. */

#define G_LOG_DOMAIN "lectern-test"

#include "panel-fixture.h"

#include "window-test.h"

#include <glib/gstdio.h>

void
panel_fixture_open_window (Fixture    *fixture,
                           const char *address)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);

  fixture->window = lectern_judge_window_new (GTK_APPLICATION (fixture->application), seat, address);
  gtk_window_present (GTK_WINDOW (fixture->window));
  window_test_wait (100);
}

void
panel_fixture_close_window (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_test_wait (20);
  /* The client goes with its window. */
  g_assert_null (fake_judge_client_get_latest ());
}

void
panel_fixture_set_up (Fixture      *fixture,
                      gconstpointer data)
{
  g_array_unref (fake_judge_client_take_sent ());
  fixture->folder = g_dir_make_tmp ("lectern-window-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "seat.ini", NULL);
  fixture->application = ADW_APPLICATION (g_application_get_default ());
}

void
panel_fixture_tear_down (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *drafts = g_strconcat (fixture->path, ".drafts", NULL);

  panel_fixture_close_window (fixture);
  g_unlink (fixture->path);
  g_unlink (drafts);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
panel_fixture_remember_seat (Fixture *fixture)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);

  g_assert_true (lectern_seat_store_save (seat, "10.0.0.5:8443", "sha256:00", "remembered", NULL));
}

LecternJudgeState *
panel_fixture_make_state (gint64   lot,
                          gboolean gate_open)
{
  LecternJudgeState *state = fake_judge_state_new ();

  fake_judge_state_call (state, lot, "刘𬱖", "马村区", "法槌声声为人民");
  state->gate_open = gate_open;
  state->gate_lot = gate_open ? lot : 0;
  return state;
}

void
panel_fixture_tell (LecternJudgeState *state)
{
  fake_judge_client_tell (fake_judge_client_get_latest (), state);
  window_test_wait (50);
}

GtkWidget *
panel_fixture_find_entry (Fixture *fixture,
                          guint    row)
{
  return window_test_find (window_test_find (fixture->window, "LecternMarkingPage", 0), "GtkEntry", row);
}

gboolean
panel_fixture_has_focus (Fixture   *fixture,
                         GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

FakeSheet
panel_fixture_take_last (void)
{
  g_autoptr (GArray) sent = fake_judge_client_take_sent ();

  g_assert_cmpuint (sent->len, >, 0);
  return g_array_index (sent, FakeSheet, sent->len - 1);
}

GtkWidget *
panel_fixture_find_row (Fixture *fixture,
                        guint    nth)
{
  return window_test_find (window_test_find (fixture->window, "LecternPairingPage", 0), "AdwEntryRow", nth);
}

GtkWidget *
panel_fixture_find_sheet_row (Fixture *fixture,
                              guint    nth)
{
  return window_test_find (window_test_find (fixture->window, "LecternSheetList", 0), "GtkListBoxRow", nth);
}
