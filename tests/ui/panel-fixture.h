/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "fake-judge-client.h"
#include "lectern-judge-window.h"

G_BEGIN_DECLS

/* A judge's window with a seat file of its own, and a main laptop the test plays. */

/* A little more than the desk waits before it sends a draft. */
#define PAUSE_MS 450

typedef struct
{
  char           *folder;
  char           *path;
  AdwApplication *application;
  GtkWidget      *window;
} Fixture;

void               panel_fixture_open_window (Fixture    *fixture,
                                              const char *address);
void               panel_fixture_close_window (Fixture *fixture);
void               panel_fixture_set_up (Fixture      *fixture,
                                         gconstpointer data);
void               panel_fixture_tear_down (Fixture      *fixture,
                                            gconstpointer data);
void               panel_fixture_remember_seat (Fixture *fixture);
LecternJudgeState *panel_fixture_make_state (gint64   lot,
                                             gboolean gate_open);
void               panel_fixture_tell (LecternJudgeState *state);
GtkWidget         *panel_fixture_find_entry (Fixture *fixture,
                                             guint    row);
gboolean           panel_fixture_has_focus (Fixture   *fixture,
                                            GtkWidget *widget);
FakeSheet          panel_fixture_take_last (void);
GtkWidget         *panel_fixture_find_row (Fixture *fixture,
                                           guint    nth);
GtkWidget         *panel_fixture_find_sheet_row (Fixture *fixture,
                                                 guint    nth);

G_END_DECLS
