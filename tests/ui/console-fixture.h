/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-window.h"

G_BEGIN_DECLS

/* The console's real window over a real engine on a file of its own: the default template with
 * the sample nominees and judges. */
typedef struct
{
  char                 *folder;
  LecternEngine        *engine;
  LecternServer        *server; /* NULL: none */
  AdwApplication       *application;
  LecternConsoleWindow *window;
  LecternDesk          *desk;
} ConsoleFixture;

/* @sample: with the nominees and judges of the sample. */
void console_fixture_set_up (ConsoleFixture *fixture,
                             gboolean        sample);
/* Starts a judges' server on a port of its own, for windows that are opened from now on. */
void console_fixture_serve (ConsoleFixture *fixture);
/* The same with a template of another name, or the path of one. */
void console_fixture_set_up_with (ConsoleFixture *fixture,
                                  const char     *template_name,
                                  gboolean        sample);
void console_fixture_tear_down (ConsoleFixture *fixture);
/* Opens the window, in that size, and waits until it is drawn. */
void console_fixture_open (ConsoleFixture *fixture,
                           int             width,
                           int             height);
void console_fixture_close (ConsoleFixture *fixture);
/* Lets the main loop run so long. */
void console_fixture_settle (guint ms);
/* Until everything the window has asked for is done and shown: needs no guess of how long. */
void console_fixture_catch_up (ConsoleFixture *fixture);
/* Waits until @check says TRUE; fails after five seconds. */
void console_fixture_wait (gboolean (*check) (gpointer data),
                           gpointer data);

LecternContest *console_fixture_contest (ConsoleFixture *fixture);
/* Performs an action behind the window's back, as a judge's laptop would; it must be taken. */
void console_fixture_do (ConsoleFixture *fixture,
                         LecternAction  *action);
void console_fixture_do_kind (ConsoleFixture   *fixture,
                              LecternActionKind kind);
void console_fixture_draw (ConsoleFixture *fixture);
/* All judges but @n_missing hand in sheets for the entry at the gate. */
void console_fixture_mark (ConsoleFixture *fixture,
                           guint           n_missing);
/* Takes cues until the next one is of kind @next for the entry of @lot. */
void console_fixture_play_to (ConsoleFixture *fixture,
                              gint64          lot,
                              LecternCueKind  next);

/* The @nth widget of that type below @parent, or NULL. */
GtkWidget *console_fixture_find (gpointer    parent,
                                 const char *type,
                                 guint       nth);
/* How many there are. */
guint console_fixture_count (gpointer    parent,
                             const char *type);
/* The button below @parent that says @label. */
GtkWidget *console_fixture_find_button (gpointer    parent,
                                        const char *label);
/* Whether anything in sight below @parent says @part. */
gboolean console_fixture_says (gpointer    parent,
                               const char *part);
/* Waits until something does: what slides into sight takes a moment. */
void console_fixture_await (gpointer    parent,
                            const char *part);
/* The row in sight below @parent that is called @title. */
GtkWidget *console_fixture_find_row (gpointer    parent,
                                     const char *title);
/* Types into the row that asks for @title. */
void console_fixture_type (gpointer    parent,
                           const char *title,
                           const char *text);
/* As the keyboard does it, through the window's controllers, and let go again. Whether it was taken. */
gboolean console_fixture_press_key (ConsoleFixture *fixture,
                                    guint           keyval);
/* Whether a modal window is in the way. */
gboolean console_fixture_is_blocked (void);
/* Presses a button as a person would: it must be in sight and sensitive. */
void console_fixture_press (GtkWidget *button);

G_END_DECLS
