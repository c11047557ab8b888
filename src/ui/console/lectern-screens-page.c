/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The screens as they are plugged. The page is filled anew when the list is another one, and only
 * then, so that what somebody is turning does not vanish under the hand. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-screens-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-screen-group.h"
#include "lectern-screen-map.h"
#include "lectern-screen-words.h"

struct _LecternScreensPage
{
  LecternConsolePart   parent_instance;
  GtkStack            *stack;
  AdwPreferencesPage  *page;
  AdwPreferencesGroup *arrangement;
  LecternScreenMap    *map;
  GPtrArray           *groups; /* borrowed */
  LecternScreens      *screens;
  guint                show_id;
};

G_DEFINE_FINAL_TYPE (LecternScreensPage, lectern_screens_page, LECTERN_TYPE_CONSOLE_PART)

static void
show_screens (LecternScreensPage *self)
{
  g_autofree char *status = lectern_screen_words_for_status (self->screens);
  adw_preferences_group_set_description (self->arrangement, status);
  lectern_screen_map_show (self->map, self->screens);
  for (guint i = 0; i < self->groups->len; i++)
    lectern_screen_group_refresh (g_ptr_array_index (self->groups, i));
}

static void
list_screens (LecternScreensPage *self)
{
  LecternDesk *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; self->screens && i < g_list_model_get_n_items (G_LIST_MODEL (self->screens)); i++)
    {
      g_autoptr (LecternScreen) screen = g_list_model_get_item (G_LIST_MODEL (self->screens), i);
      GtkWidget *group = lectern_screen_group_new (desk, screen, i + 1);
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
      g_ptr_array_add (self->groups, group);
    }
  show_screens (self);
}

static gboolean
on_show_cb (gpointer user_data)
{
  LecternScreensPage *self = user_data;
  self->show_id = 0;
  if (self->screens)
    show_screens (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the windows on the screens follow the contest themselves, and a row that was turned has
 * not come to rest yet. */
static void
queue_show (LecternScreensPage *self)
{
  if (self->show_id == 0)
    self->show_id = g_idle_add (on_show_cb, self);
}

static void
lectern_screens_page_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternScreensPage *self = LECTERN_SCREENS_PAGE (part);
  LecternScreens     *screens = lectern_desk_get_screens (lectern_console_part_get_desk (part));
  queue_show (self);
  if (screens == self->screens)
    return;
  if (self->screens)
    g_signal_handlers_disconnect_by_data (self->screens, self);
  g_set_object (&self->screens, screens);
  gtk_stack_set_visible_child_name (self->stack, screens ? "screens" : "none");
  if (screens)
    {
      g_signal_connect_object (screens, "items-changed", G_CALLBACK (list_screens), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (screens, "changed", G_CALLBACK (queue_show), self, G_CONNECT_SWAPPED);
    }
  list_screens (self);
}

static void
lectern_screens_page_dispose (GObject *object)
{
  LecternScreensPage *self = LECTERN_SCREENS_PAGE (object);
  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_object (&self->screens);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_screens_page_parent_class)->dispose (object);
}

static void
lectern_screens_page_class_init (LecternScreensPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_screens_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_screens_page_refresh;
  g_type_ensure (LECTERN_TYPE_SCREEN_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-screens-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternScreensPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternScreensPage, page);
  gtk_widget_class_bind_template_child (widget_class, LecternScreensPage, arrangement);
  gtk_widget_class_bind_template_child (widget_class, LecternScreensPage, map);
}

static void
lectern_screens_page_init (LecternScreensPage *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
