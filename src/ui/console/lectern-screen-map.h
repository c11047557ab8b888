/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-screens.h"

G_BEGIN_DECLS

/* A drawing of how the screens stand to each other, each with its number in the list. */
#define LECTERN_TYPE_SCREEN_MAP (lectern_screen_map_get_type ())
G_DECLARE_FINAL_TYPE (LecternScreenMap, lectern_screen_map, LECTERN, SCREEN_MAP, GtkWidget)

/* Draws @screens as they are now; may be NULL. */
void lectern_screen_map_show (LecternScreenMap *self,
                              LecternScreens   *screens);

G_END_DECLS
