/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-follower.h"
#include "lectern-scene-view.h"
#include "lectern-screen.h"

G_BEGIN_DECLS

/* The screens of the main laptop and the windows on them: a list model of LecternScreen that follows
 * plugging, unplugging, and changes of size. A screen is filled when somebody gave it a role, and
 * by itself when it comes again; never the one the console is on, and never one that shows the
 * same. A window is gone before its screen's place is given to another.
 *
 * ::changed after anything of it changed; ::trouble (const char *) with a sentence for the operator.
 * While a screen is filled or a round runs, the laptop neither sleeps nor locks. */
#define LECTERN_TYPE_SCREENS (lectern_screens_get_type ())
G_DECLARE_FINAL_TYPE (LecternScreens, lectern_screens, LECTERN, SCREENS, GObject)

/* @application may be NULL. @monitors is a list of GdkMonitor, or of LecternScreen in tests; NULL:
 * those of the display. @path is where choices are kept, NULL: the usual file. */
LecternScreens *lectern_screens_new (GtkApplication  *application,
                                     LecternFollower *follower,
                                     GListModel      *monitors,
                                     const char      *path) G_GNUC_WARN_UNUSED_RESULT;
/* The console's window: nothing covers the screen it is on, and nothing is placed before it is there.
 * Not kept. */
void lectern_screens_set_console (LecternScreens *self,
                                  GtkWindow      *console);
/* Takes all windows away, for good. */
void lectern_screens_close (LecternScreens *self);

/* Remembers @choice for @screen and goes by it at once; it is gone by also when it can't be kept. */
gboolean lectern_screens_choose (LecternScreens            *self,
                                 LecternScreen             *screen,
                                 const LecternScreenChoice *choice,
                                 GError                   **error);
/* The test picture over what @screen shows; also where nothing else is shown, except on the
 * operator's own. */
void lectern_screens_test (LecternScreens *self,
                           LecternScreen  *screen,
                           gboolean        on);
/* The hall's picture in a window on the operator's own screen: to rehearse without a projector. */
gboolean lectern_screens_get_windowed (LecternScreens *self);
gboolean lectern_screens_set_windowed (LecternScreens *self,
                                       gboolean        windowed,
                                       GError        **error);

/* The window that fills @screen, or the one on the operator's when it has one; NULL: none. */
GtkWidget *lectern_screens_get_window (LecternScreens *self,
                                       LecternScreen  *screen);
/* The view in that window. */
LecternSceneView *lectern_screens_get_view (LecternScreens *self,
                                            LecternScreen  *screen);
/* The first that shows what is on air as the projector; NULL: none. */
LecternScreen *lectern_screens_find_projector (LecternScreens *self);
/* The first that nobody has given or refused a role yet, and that could have one; NULL: none. */
LecternScreen *lectern_screens_find_unchosen (LecternScreens *self);
/* The first that shows the same as the operator's, and that nobody has refused a role; NULL: none. */
LecternScreen *lectern_screens_find_mirror (LecternScreens *self);
/* The first with a role that the console stands on; NULL: none. */
LecternScreen *lectern_screens_find_covered (LecternScreens *self);
/* The name of a projector that was there in this run of the program and was unplugged, as long as
 * there is no projector; NULL: none. */
const char *lectern_screens_get_lost (LecternScreens *self);
/* Whether the laptop is kept awake. */
gboolean lectern_screens_get_awake (LecternScreens *self);

G_END_DECLS
