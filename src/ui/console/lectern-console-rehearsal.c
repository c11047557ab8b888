/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The same window over another contest. The real one can be neither seen nor pressed meanwhile, so that
 * nobody takes one for the other. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-console-rehearsal.h"

#include "lectern-rehearsal-room.h"

/* How many times faster than people the judges are: nobody wants to wait for them as on the evening. */
#define SPEED 4

typedef struct
{
  LecternRehearsalRoom *room;
  GWeakRef              real;
} Rehearsal;

static void
on_window_destroyed_cb (GtkWindow *window,
                        Rehearsal *rehearsal)
{
  g_autoptr (LecternConsoleWindow) real = g_weak_ref_get (&rehearsal->real);
  if (real)
    {
      lectern_console_window_resume (real);
      gtk_window_present (GTK_WINDOW (real));
    }
  lectern_rehearsal_room_close (rehearsal->room);
  g_weak_ref_clear (&rehearsal->real);
  g_free (rehearsal);
}

GtkWindow *
lectern_console_rehearsal_start (LecternConsoleWindow *real,
                                 GError              **error)
{
  g_return_val_if_fail (LECTERN_IS_CONSOLE_WINDOW (real), NULL);
  LecternEngine        *engine = lectern_desk_get_engine (lectern_console_window_get_desk (real));
  LecternRehearsalRoom *room = lectern_rehearsal_room_open (engine, SPEED, error);
  if (!room)
    return NULL;
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (real));
  Rehearsal      *rehearsal = g_new0 (Rehearsal, 1);
  int             width, height;
  rehearsal->room = room;
  g_weak_ref_init (&rehearsal->real, real);
  lectern_console_window_suspend (real);
  GtkWindow *window = lectern_console_window_new (app ? ADW_APPLICATION (app) : NULL, lectern_rehearsal_room_get_engine (room), lectern_rehearsal_room_get_server (room));
  gtk_window_get_default_size (GTK_WINDOW (real), &width, &height); /* the one it has, as it is resized */
  gtk_window_set_default_size (window, width, height);
  lectern_console_window_set_rehearsing (LECTERN_CONSOLE_WINDOW (window));
  g_signal_connect (window, "destroy", G_CALLBACK (on_window_destroyed_cb), rehearsal);
  gtk_window_present (window);
  return window;
}
