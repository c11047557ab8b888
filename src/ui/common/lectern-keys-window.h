/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_KEYS_WINDOW (lectern_keys_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternKeysWindow, lectern_keys_window, LECTERN, KEYS_WINDOW, AdwWindow)

/**
 * lectern_keys_window_offer:
 * @resource: a description of an AdwPreferencesPage "keys", which lists the keys of @parent
 *
 * Gives @parent the action "win.show-help-overlay", which shows them. The list is made when it is asked for.
 */
void lectern_keys_window_offer (GtkApplicationWindow *parent,
                                const char           *resource);

G_END_DECLS
