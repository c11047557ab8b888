/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Tests of windows look at what is mapped and touch only what is mapped and sensitive, for GTK
 * itself would let a test press what no person can. */

#define G_LOG_DOMAIN "lectern-test"

#include "window-test.h"

#include <locale.h>

gboolean
window_test_init (int    *argc,
                  char ***argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (argc, argv, NULL);
  /* GTK itself warns of what it lacks on a bare screen (a theme, a portal, a lost focus event). */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  if (!gtk_init_check ())
    return FALSE;
  adw_init ();
  return TRUE;
}

int
window_test_skip (void)
{
  g_print ("1..0 # SKIP there is no screen\n");
  return 0;
}

static gboolean
on_time_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
window_test_wait (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, on_time_up_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find (GtkWidget  *parent,
      const char *type,
      guint      *nth)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (parent), type) && (*nth)-- == 0)
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
window_test_find (GtkWidget  *parent,
                  const char *type,
                  guint       nth)
{
  GtkWidget *found = find (parent, type, &nth);

  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
find_label (GtkWidget  *parent,
            const char *text,
            gboolean    whole)
{
  if (GTK_IS_LABEL (parent) && gtk_widget_get_mapped (parent))
    {
      const char *label = gtk_label_get_text (GTK_LABEL (parent));

      if (whole ? g_str_equal (label, text) : strstr (label, text) != NULL)
        return parent;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text, whole);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
window_test_find_button (GtkWidget  *parent,
                         const char *label)
{
  GtkWidget *found = find_label (parent, label, TRUE);

  while (found != NULL && !GTK_IS_BUTTON (found))
    found = gtk_widget_get_parent (found);
  g_assert_nonnull (found);
  return found;
}

GtkWidget *
window_test_find_dialog (GtkWidget *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (parent) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return GTK_WIDGET (window); /* GTK holds it */
    }
  return NULL;
}

gboolean
window_test_reads (GtkWidget  *parent,
                   const char *text)
{
  return find_label (parent, text, FALSE) != NULL;
}

void
window_test_click (GtkWidget *button)
{
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
window_test_type (GtkWidget  *entry,
                  const char *text)
{
  g_assert_true (gtk_widget_get_mapped (entry));
  g_assert_true (gtk_widget_is_sensitive (entry));
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (entry)));
  gtk_widget_grab_focus (entry);
  gtk_editable_delete_text (GTK_EDITABLE (entry), 0, -1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int position = -1;

      gtk_editable_insert_text (GTK_EDITABLE (entry), p, (int) (g_utf8_next_char (p) - p), &position);
    }
}

void
window_test_enter (GtkWidget *entry)
{
  g_assert_true (gtk_widget_get_mapped (entry));
  g_signal_emit_by_name (entry, "activate");
}

void
window_test_press (GtkWidget *entry,
                   guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (entry);
  gboolean handled = FALSE;

  g_assert_true (gtk_widget_get_mapped (entry));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  g_assert_true (handled);
}
