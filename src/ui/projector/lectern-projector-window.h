/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-follower.h"

G_BEGIN_DECLS

/* What the hall sees: the scene on air, and black while it is blanked. Full screen on a monitor
 * that is not the operator's; a window of 1280 × 720 where there is only one. It takes no input
 * but F11, which turns full screen on and off. When its monitor is unplugged it hides, and comes
 * back with the next one; closing it hides it too, gtk_window_present() brings it back. It goes
 * for good with the last other window of @application. */
/* ::trouble (const char *) with a sentence for the operator: a video that can't be played. Page Up and
 * Page Down turn courseware on air, Escape brings its scene back. */
#define LECTERN_TYPE_PROJECTOR_WINDOW (lectern_projector_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternProjectorWindow, lectern_projector_window, LECTERN, PROJECTOR_WINDOW, GtkWindow)

/* @application may be NULL. */
GtkWidget *lectern_projector_window_new (GtkApplication  *application,
                                         LecternFollower *follower) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
