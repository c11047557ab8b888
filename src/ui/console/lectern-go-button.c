/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The console's large button. What it will do is decided by the programme and the engine; here
 * their words are shown and the one action is sent. Its style follows what is at stake: green
 * to go on, and the danger of showing a score is in the words, not in a colour alone. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-go-button.h"

#include <glib/gi18n-lib.h>

#include "lectern-programme.h"

struct _LecternGoButton
{
  LecternConsolePart parent_instance;
  GtkWidget         *button;
  GtkLabel          *title;
  GtkLabel          *detail;
};

G_DEFINE_FINAL_TYPE (LecternGoButton, lectern_go_button, LECTERN_TYPE_CONSOLE_PART)

/* While sheets are missing the button does not look like going on: the detail says whose. */
static void
show_waiting (LecternGoButton *self,
              LecternContest  *contest)
{
  g_autoptr (GArray) missing = lectern_programme_list_missing (contest);
  if (missing->len)
    gtk_widget_add_css_class (self->button, "waiting");
  else
    gtk_widget_remove_css_class (self->button, "waiting");
}

static void
lectern_go_button_refresh (LecternConsolePart *part,
                           LecternChange      *change)
{
  LecternGoButton *self = LECTERN_GO_BUTTON (part);
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  gboolean         possible = lectern_programme_describe_next (lectern_console_part_get_contest (part), &title, &detail);
  gtk_label_set_text (self->title, title ? title : "");
  gtk_label_set_text (self->detail, detail ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail && *detail);
  gtk_widget_set_sensitive (self->button, possible);
  show_waiting (self, lectern_console_part_get_contest (part));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail ? detail : "", -1);
}

static void
on_button_clicked_cb (GtkButton       *button,
                      LecternGoButton *self)
{
  lectern_go_button_press (self);
}

static void
lectern_go_button_class_init (LecternGoButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_go_button_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-go-button.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternGoButton, button);
  gtk_widget_class_bind_template_child (widget_class, LecternGoButton, title);
  gtk_widget_class_bind_template_child (widget_class, LecternGoButton, detail);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked_cb);
}

static void
lectern_go_button_init (LecternGoButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
lectern_go_button_get_title (LecternGoButton *self)
{
  g_return_val_if_fail (LECTERN_IS_GO_BUTTON (self), NULL);
  return gtk_label_get_text (self->title);
}

const char *
lectern_go_button_get_detail (LecternGoButton *self)
{
  g_return_val_if_fail (LECTERN_IS_GO_BUTTON (self), NULL);
  return gtk_label_get_text (self->detail);
}

gboolean
lectern_go_button_press (LecternGoButton *self)
{
  g_return_val_if_fail (LECTERN_IS_GO_BUTTON (self), FALSE);
  LecternDesk *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  return desk && gtk_widget_is_sensitive (self->button) && lectern_desk_go (desk);
}
