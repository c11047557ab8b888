/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One line of the programme: a number in a circle, two lines of text, a figure. Where the evening
 * is stands in words in the accessible name, and in weight and a mark beside the colour. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-programme-row.h"

#include <glib/gi18n-lib.h>

struct _LecternProgrammeRow
{
  AdwBin                parent_instance;
  LecternProgrammeItem *item;
  GtkWidget            *line;
  GtkLabel             *number;
  GtkLabel             *title;
  GtkLabel             *detail;
  GtkLabel             *figure;
  GtkLabel             *remark;
  GtkWidget            *confirm;
};

G_DEFINE_TYPE (LecternProgrammeRow, lectern_programme_row, ADW_TYPE_BIN)

static const char *const kind_classes[] = { "entry", "cue", "plain" };
static const char *const place_classes[] = { "to-come", "next", "on", "past" };

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static const char *
describe_place (LecternProgrammePlace place)
{
  switch (place)
    {
    case LECTERN_PROGRAMME_ON:
      return C_ ("programme", "on air");
    case LECTERN_PROGRAMME_NEXT:
      return C_ ("programme", "next");
    case LECTERN_PROGRAMME_PAST:
      return C_ ("programme", "past");
    case LECTERN_PROGRAMME_TO_COME:
    default:
      return C_ ("programme", "to come");
    }
}

static void
set_classes (LecternProgrammeRow *self)
{
  const char *classes[] = {
    "programme-line",
    kind_classes[lectern_programme_item_get_kind (self->item)],
    place_classes[lectern_programme_item_get_place (self->item)],
    lectern_programme_item_get_armed (self->item) ? "armed" : NULL,
    NULL,
  };
  gtk_widget_set_css_classes (self->line, classes);
}

static void
show_number (LecternProgrammeRow *self)
{
  const char *number = lectern_programme_item_get_number (self->item);
  if (lectern_programme_item_get_kind (self->item) == LECTERN_PROGRAMME_CUE)
    number = lectern_programme_item_get_place (self->item) == LECTERN_PROGRAMME_PAST ? "✓" : "";
  gtk_label_set_text (self->number, number ? number : "·");
}

static void
show_item (LecternProgrammeRow *self)
{
  LecternProgrammeItem *item = self->item;
  if (!item)
    return;
  const char *figure = lectern_programme_item_get_figure (item);
  set_classes (self);
  show_number (self);
  set_text (self->title, lectern_programme_item_get_title (item));
  set_text (self->detail, lectern_programme_item_get_detail (item));
  set_text (self->figure, figure);
  set_text (self->remark, lectern_programme_item_get_remark (item));
  gtk_widget_set_visible (self->confirm, lectern_programme_item_get_armed (item));
  /* Translators: a line of the programme for a screen reader: what, its state, where it stands. */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s, %s"), lectern_programme_item_get_title (item),
                                           figure ? figure : "", describe_place (lectern_programme_item_get_place (item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
lectern_programme_row_dispose (GObject *object)
{
  LecternProgrammeRow *self = LECTERN_PROGRAMME_ROW (object);
  lectern_programme_row_set_item (self, NULL);
  G_OBJECT_CLASS (lectern_programme_row_parent_class)->dispose (object);
}

static void
lectern_programme_row_class_init (LecternProgrammeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_programme_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-programme-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternProgrammeRow, line);
  gtk_widget_class_bind_template_child (widget_class, LecternProgrammeRow, number);
  gtk_widget_class_bind_template_child (widget_class, LecternProgrammeRow, title);
  gtk_widget_class_bind_template_child (widget_class, LecternProgrammeRow, detail);
  gtk_widget_class_bind_template_child (widget_class, LecternProgrammeRow, figure);
  gtk_widget_class_bind_template_child (widget_class, LecternProgrammeRow, remark);
  gtk_widget_class_bind_template_child (widget_class, LecternProgrammeRow, confirm);
}

static void
lectern_programme_row_init (LecternProgrammeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lectern_programme_row_new (void)
{
  return g_object_new (LECTERN_TYPE_PROGRAMME_ROW, NULL);
}

void
lectern_programme_row_set_item (LecternProgrammeRow  *self,
                                LecternProgrammeItem *item)
{
  g_return_if_fail (LECTERN_IS_PROGRAMME_ROW (self));
  if (self->item)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item)
    g_signal_connect_object (item, "updated", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
}
