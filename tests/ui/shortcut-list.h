/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keys as gtk_accelerator_name() writes them, as a set: those that a person is told of, and those
 * that do something. */

GHashTable *shortcut_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* A key of the number pad is its twin's; Shift is what a plus may need. */
void shortcut_list_add (GHashTable     *keys,
                        guint           keyval,
                        GdkModifierType modifiers);
/* Adds what the window of shortcuts shows; @group: of the group with that title alone, or NULL. */
void shortcut_list_add_shown (GHashTable *keys,
                              GtkWidget  *overlay,
                              const char *group);
/* Adds what is bound in any window that is open, but Escape, which leads out of everything. */
void shortcut_list_add_bound (GHashTable *keys);
/* Adds what the application's actions have. */
void shortcut_list_add_application (GHashTable     *keys,
                                    GtkApplication *application);
/* Everything in @keys is in @others, too; else the test fails, and says what is not @what. */
void shortcut_list_assert_within (GHashTable *keys,
                                  GHashTable *others,
                                  const char *what);

/* The list of the keys of @window, opened by its action and hidden again. */
GtkWidget *shortcut_list_open (gpointer window);

/* Whether a line of a source or template puts an action where a person gets at it. */
gboolean shortcut_list_is_use (const char *line);
/* Every action that the sources of the windows install, those of @application and of @window can be reached
 * without a mouse: by a key, or by a button, row or menu that has it and can have the focus. */
void shortcut_list_assert_reachable (GtkApplication *application,
                                     GtkWidget      *window);

G_END_DECLS
