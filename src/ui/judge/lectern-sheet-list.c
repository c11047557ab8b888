/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The earlier sheets beside the one being marked, the latest first or by their totals. The sheet on
 * top is left out of the first and stands in the second, for comparison; sheets without a mark are in
 * neither. A sheet that was not submitted is told apart in words, and each can be looked at again. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-sheet-list.h"

#include <glib/gi18n-lib.h>

struct _LecternSheetList
{
  AdwBin parent_instance;

  GtkLabel         *title_label;
  GtkListBox       *list_box;
  GtkToggleButton  *order_button;
  LecternJudgeDesk *desk;
  GtkFilter        *filter;
  GtkSorter        *sorter;
};

G_DEFINE_FINAL_TYPE (LecternSheetList, lectern_sheet_list, ADW_TYPE_BIN)

static gboolean
is_earlier_sheet (gpointer item,
                  gpointer user_data)
{
  LecternSheetList *self = user_data;

  if (gtk_toggle_button_get_active (self->order_button))
    return lectern_own_sheet_get_place (item) > 0;
  return item != lectern_judge_desk_get_current (self->desk) && lectern_own_sheet_count_marked (item) > 0;
}

static void
on_desk_changed_cb (LecternSheetList *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static int
compare_sheets (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  LecternSheetList *self = user_data;
  guint             left = lectern_own_sheet_get_place ((LecternOwnSheet *) a);
  guint             right = lectern_own_sheet_get_place ((LecternOwnSheet *) b);

  return gtk_toggle_button_get_active (self->order_button) ? (left > right) - (left < right) : 0;
}

static void
on_order_toggled_cb (LecternSheetList *self)
{
  if (self->desk != NULL)
    on_desk_changed_cb (self);
}

static void
on_row_activated_cb (LecternSheetList *self,
                     GtkListBoxRow    *row)
{
  lectern_judge_desk_look_at (self->desk, g_object_get_data (G_OBJECT (row), "sheet"));
}

static gboolean
place_to_text (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  g_value_take_string (to, g_value_get_uint (from) > 0 ? g_strdup_printf ("%u.", g_value_get_uint (from)) : g_strdup (""));
  return TRUE;
}

static gboolean
state_to_text (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  g_autoptr (LecternOwnSheet) sheet = LECTERN_OWN_SHEET (g_binding_dup_source (binding));

  g_value_set_string (to, lectern_own_sheet_get_state_text (sheet));
  return TRUE;
}

static gboolean
state_to_open (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  int state = g_value_get_int (from);

  g_value_set_boolean (to, state != LECTERN_OWN_SHEET_SUBMITTED && state != LECTERN_OWN_SHEET_LOCKED);
  return TRUE;
}

static gboolean
name_to_heading (GBinding     *binding,
                 const GValue *from,
                 GValue       *to,
                 gpointer      user_data)
{
  g_autoptr (LecternOwnSheet) sheet = LECTERN_OWN_SHEET (g_binding_dup_source (binding));

  g_value_take_string (to,
                       /* Translators: lot and name of an entry, in a narrow list. */
                       g_strdup_printf (_ ("No. %d %s"), (int) lectern_own_sheet_get_lot (sheet), lectern_own_sheet_get_name (sheet)));
  return TRUE;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  LecternSheetList *self = user_data;
  GtkWidget        *place = gtk_label_new (NULL);
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget        *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget        *heading = gtk_label_new (NULL);
  GtkWidget        *state = gtk_label_new (NULL);
  GtkWidget        *total = gtk_label_new (NULL);
  GtkWidget        *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (state, "guide");
  gtk_widget_add_css_class (state, "warning");
  gtk_widget_add_css_class (total, "numeric");
  gtk_widget_add_css_class (total, "own-total");
  gtk_box_append (GTK_BOX (words), heading);
  gtk_box_append (GTK_BOX (words), state);
  gtk_widget_add_css_class (place, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (place), 3);
  gtk_label_set_xalign (GTK_LABEL (place), 1);
  g_object_bind_property_full (item, "place", place, "label", G_BINDING_SYNC_CREATE, place_to_text, NULL, NULL, NULL);
  g_object_bind_property (self->order_button, "active", place, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), total);
  g_object_bind_property_full (item, "name", heading, "label", G_BINDING_SYNC_CREATE, name_to_heading, NULL, NULL, NULL);
  g_object_bind_property (item, "name", heading, "tooltip-text", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (item, "state", state, "label", G_BINDING_SYNC_CREATE, state_to_text, NULL, NULL, NULL);
  g_object_bind_property_full (item, "state", state, "visible", G_BINDING_SYNC_CREATE, state_to_open, NULL, NULL, NULL);
  g_object_bind_property (item, "total-text", total, "label", G_BINDING_SYNC_CREATE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "sheet", g_object_ref (item), g_object_unref);
  return row;
}

static void
lectern_sheet_list_dispose (GObject *object)
{
  LecternSheetList *self = LECTERN_SHEET_LIST (object);

  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), LECTERN_TYPE_SHEET_LIST);
  G_OBJECT_CLASS (lectern_sheet_list_parent_class)->dispose (object);
}

static void
lectern_sheet_list_class_init (LecternSheetListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_sheet_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-sheet-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternSheetList, title_label);
  gtk_widget_class_bind_template_child (widget_class, LecternSheetList, list_box);
  gtk_widget_class_bind_template_child (widget_class, LecternSheetList, order_button);
  gtk_widget_class_bind_template_callback (widget_class, on_order_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
lectern_sheet_list_init (LecternSheetList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lectern_sheet_list_set_desk (LecternSheetList *self,
                             LecternJudgeDesk *desk)
{
  g_autoptr (GtkSortListModel) sorted = NULL;
  GtkFilterListModel *earlier;

  g_return_if_fail (LECTERN_IS_SHEET_LIST (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_earlier_sheet, self, NULL));
  earlier = gtk_filter_list_model_new (g_object_ref (lectern_judge_desk_get_sheets (desk)),
                                       g_object_ref (self->filter));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_sheets, self, NULL));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (earlier), g_object_ref (self->sorter));
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (sorted), create_row, self, NULL);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed_cb), self, G_CONNECT_SWAPPED);
}
