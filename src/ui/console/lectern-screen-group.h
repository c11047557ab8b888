/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* One screen on the page of the screens: what it shows as a live small picture, what it is for, its
 * test picture and its margins. */
#define LECTERN_TYPE_SCREEN_GROUP (lectern_screen_group_get_type ())
G_DECLARE_FINAL_TYPE (LecternScreenGroup, lectern_screen_group, LECTERN, SCREEN_GROUP, AdwPreferencesGroup)

/* @number is the screen's in the drawing of the arrangement. */
GtkWidget *lectern_screen_group_new (LecternDesk   *desk,
                                     LecternScreen *screen,
                                     guint          number) G_GNUC_WARN_UNUSED_RESULT;
/* Shows the screen as it is now. */
void lectern_screen_group_refresh (LecternScreenGroup *self);

G_END_DECLS
