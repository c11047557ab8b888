/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Units picked by ticking. The list is made each time it opens: units may have been renamed. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-unit-picker.h"

#include <glib/gi18n-lib.h>

#define LIST_HEIGHT 320

struct _LecternUnitPicker
{
  AdwBin             parent_instance;
  LecternRulesDraft *draft;
  char             **keys;
  GtkWidget         *button;
  GtkLabel          *label;
  GtkScrolledWindow *scroller;
  GPtrArray         *checks; /* borrowed, in the order of the units */
};

enum
{
  PICKED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternUnitPicker, lectern_unit_picker, ADW_TYPE_BIN)

static char *
get_unit (LecternUnitPicker *self,
          guint              i,
          const char        *member)
{
  g_autofree char *path = g_strdup_printf ("units[%u].%s", i, member);
  char            *text = lectern_rules_draft_get (self->draft, path, LECTERN_RULE_TEXT);
  return text ? text : g_strdup ("");
}

static void
on_toggled_cb (LecternUnitPicker *self)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  for (guint i = 0; i < self->checks->len; i++)
    {
      g_autofree char *key = get_unit (self, i, "key");
      if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        g_string_append_printf (keys, "%s%s", keys->len ? ", " : "", key);
    }
  g_signal_emit (self, signals[PICKED], 0, keys->str);
}

static void
fill (LecternUnitPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_ptr_array_set_size (self->checks, 0);
  for (guint i = 0; i < lectern_rules_draft_count (self->draft, "units"); i++)
    {
      g_autofree char *key = get_unit (self, i, "key");
      g_autofree char *name = get_unit (self, i, "name");
      GtkWidget       *check = gtk_check_button_new_with_label (name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains ((const char *const *) self->keys, key));
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->checks, check);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_scrolled_window_set_child (self->scroller, box);
}

static void
lectern_unit_picker_dispose (GObject *object)
{
  LecternUnitPicker *self = LECTERN_UNIT_PICKER (object);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->keys, g_strfreev);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_unit_picker_parent_class)->dispose (object);
}

static void
lectern_unit_picker_class_init (LecternUnitPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_unit_picker_dispose;
  signals[PICKED] = g_signal_new ("picked", LECTERN_TYPE_UNIT_PICKER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lectern_unit_picker_init (LecternUnitPicker *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (NULL);
  self->checks = g_ptr_array_new ();
  self->button = gtk_menu_button_new ();
  self->label = GTK_LABEL (label);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 20);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (self->scroller, LIST_HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  g_signal_connect_object (popover, "show", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

GtkWidget *
lectern_unit_picker_new (LecternRulesDraft *draft)
{
  LecternUnitPicker *self = g_object_new (LECTERN_TYPE_UNIT_PICKER, NULL);
  self->draft = g_object_ref (draft);
  return GTK_WIDGET (self);
}

void
lectern_unit_picker_show (LecternUnitPicker *self,
                          const char        *keys)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_return_if_fail (LECTERN_IS_UNIT_PICKER (self));
  g_strfreev (self->keys);
  self->keys = g_strsplit (keys, ", ", -1);
  for (guint i = 0; self->keys[i]; i++)
    {
      g_autofree char *path = g_strdup_printf ("units.%s.name", self->keys[i]);
      g_autofree char *name = lectern_rules_draft_get (self->draft, path, LECTERN_RULE_TEXT);
      g_string_append_printf (names, "%s%s", i ? " · " : "", name ? name : self->keys[i]);
    }
  if (!*keys)
    g_string_assign (names, C_ ("units", "all units"));
  gtk_label_set_text (self->label, names->str);
  gtk_widget_set_tooltip_text (self->button, names->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, names->str, -1);
}
