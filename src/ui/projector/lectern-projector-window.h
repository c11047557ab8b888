/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-follower.h"
#include "lectern-scene-view.h"

G_BEGIN_DECLS

/* What the hall sees: the scene on air, and black while it is blanked. A window of 1280 × 720 until
 * it is told which monitor to fill. F11 turns full screen on and off where no monitor is to be
 * filled; Page Up and Page Down turn courseware on air, Escape brings its scene back. Closing it
 * hides it, gtk_window_present() brings it back. It goes for good with the last other window of
 * @application.
 *
 * ::trouble (const char *) with a sentence for the operator: a video that can't be played. */
#define LECTERN_TYPE_PROJECTOR_WINDOW (lectern_projector_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternProjectorWindow, lectern_projector_window, LECTERN, PROJECTOR_WINDOW, GtkWindow)

/* @application may be NULL. */
GtkWidget        *lectern_projector_window_new (GtkApplication  *application,
                                                LecternFollower *follower) G_GNUC_WARN_UNUSED_RESULT;
LecternSceneView *lectern_projector_window_get_view (LecternProjectorWindow *self);
/* Fills @monitor, again when it has become another size; NULL: a window. */
void lectern_projector_window_fill (LecternProjectorWindow *self,
                                    GdkMonitor             *monitor);

G_END_DECLS
