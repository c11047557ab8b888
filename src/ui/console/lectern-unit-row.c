/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A unit and its places. Places left are said in words: it is what the organisers telephone about. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-unit-row.h"

#include <glib/gi18n-lib.h>

struct _LecternUnitRow
{
  GtkListBoxRow parent_instance;
  char         *key;
  GtkWidget    *name;
  GtkWidget    *places;
};

G_DEFINE_FINAL_TYPE (LecternUnitRow, lectern_unit_row, GTK_TYPE_LIST_BOX_ROW)

static void
lectern_unit_row_finalize (GObject *object)
{
  LecternUnitRow *self = LECTERN_UNIT_ROW (object);
  g_free (self->key);
  G_OBJECT_CLASS (lectern_unit_row_parent_class)->finalize (object);
}

static void
lectern_unit_row_class_init (LecternUnitRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_unit_row_finalize;
}

static void
lectern_unit_row_init (LecternUnitRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->name = gtk_label_new (NULL);
  self->places = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->places, "caption");
  gtk_widget_add_css_class (self->places, "numeric");
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->places);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
lectern_unit_row_new (void)
{
  return g_object_new (LECTERN_TYPE_UNIT_ROW, NULL);
}

static char *
describe_places (guint n_taken,
                 guint n_places)
{
  if (n_taken >= n_places)
    return g_strdup (C_ ("unit", "full"));
  return g_strdup_printf (ngettext ("%u free", "%u free", n_places - n_taken), n_places - n_taken);
}

void
lectern_unit_row_show (LecternUnitRow *self,
                       const char     *key,
                       const char     *name,
                       guint           n_taken,
                       guint           n_places)
{
  g_return_if_fail (LECTERN_IS_UNIT_ROW (self));
  g_autofree char *places = describe_places (n_taken, n_places);
  /* Translators: a unit, its nominees of its places, and what is left, for a screen reader. */
  g_autofree char *label = g_strdup_printf (_ ("%s: %u of %u, %s"), name, n_taken, n_places, places);
  if (g_strcmp0 (self->key, key) != 0)
    {
      g_free (self->key);
      self->key = g_strdup (key);
    }
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->places), places);
  if (n_taken >= n_places)
    gtk_widget_add_css_class (self->places, "dim-label");
  else
    gtk_widget_remove_css_class (self->places, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

const char *
lectern_unit_row_get_key (LecternUnitRow *self)
{
  g_return_val_if_fail (LECTERN_IS_UNIT_ROW (self), NULL);
  return self->key;
}
