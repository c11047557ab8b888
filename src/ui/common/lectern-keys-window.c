/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The list of the keys beside the window they are of. GTK's own window for it lays its columns out side by
 * side, cuts nothing and scrolls nothing: with the console's keys it is wider than a laptop's screen. Here
 * they stand in one column that wraps and scrolls. Like the help it stands in nobody's way. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-keys-window.h"

#include <glib/gi18n-lib.h>

#define WIDTH 640
#define HEIGHT 700

struct _LecternKeysWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (LecternKeysWindow, lectern_keys_window, ADW_TYPE_WINDOW)

static void
lectern_keys_window_class_init (LecternKeysWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lectern_keys_window_init (LecternKeysWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_hide_on_close (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

static GtkWindow *
make_window (GtkWindow  *parent,
             const char *resource)
{
  GtkWindow *self = g_object_new (LECTERN_TYPE_KEYS_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (resource);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (gtk_builder_get_object (builder, "keys")));
  adw_window_set_content (ADW_WINDOW (self), box);
  return self;
}

static GtkWindow *
find_window (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (LECTERN_IS_KEYS_WINDOW (window) && gtk_window_get_transient_for (window) == parent)
        return window;
    }
  return NULL;
}

static void
on_keys_wanted_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkWindow *window = find_window (user_data);

  if (window == NULL)
    window = make_window (user_data, g_object_get_data (G_OBJECT (action), "resource"));
  gtk_window_present (window);
}

void
lectern_keys_window_offer (GtkApplicationWindow *parent,
                           const char           *resource)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-help-overlay", NULL);

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (parent));

  g_object_set_data_full (G_OBJECT (action), "resource", g_strdup (resource), g_free);
  g_signal_connect_object (action, "activate", G_CALLBACK (on_keys_wanted_cb), parent, 0);
  g_action_map_add_action (G_ACTION_MAP (parent), G_ACTION (action));
}
