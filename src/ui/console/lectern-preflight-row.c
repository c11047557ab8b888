/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Passing over happens in the line itself: what is passed over stands there while its reason is
 * written, and nothing else is in the way. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-preflight-row.h"

#include <glib/gi18n-lib.h>

struct _LecternPreflightRow
{
  AdwPreferencesRow parent_instance;
  LecternDesk      *desk;
  LecternCheckKind  kind;
  LecternCheckLevel level;
  GtkImage         *icon;
  GtkLabel         *title;
  GtkLabel         *level_label;
  GtkLabel         *sentence;
  GtkLabel         *passed;
  GtkWidget        *place;
  GtkWidget        *pass;
  GtkWidget        *form;
  GtkEntry         *reason;
  GtkWidget        *confirm;
};

G_DEFINE_FINAL_TYPE (LecternPreflightRow, lectern_preflight_row, ADW_TYPE_PREFERENCES_ROW)

static const char *const icons[] = { "object-select-symbolic", "dialog-warning-symbolic", "dialog-error-symbolic" };
static const char *const styles[] = { "success", "warning", "error" };

static void
show_form (LecternPreflightRow *self,
           gboolean             shown)
{
  gtk_widget_set_visible (self->form, shown);
  gtk_widget_set_visible (self->pass, !shown && self->level != LECTERN_CHECK_GREEN);
  if (shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
on_pass_clicked_cb (LecternPreflightRow *self)
{
  show_form (self, TRUE);
}

static void
on_cancel_clicked_cb (LecternPreflightRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  show_form (self, FALSE);
}

static void
on_reason_changed_cb (LecternPreflightRow *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  gtk_widget_set_sensitive (self->confirm, *reason != '\0');
}

static gboolean
on_passed_cb (GObject        *owner,
              LecternOutcome *outcome,
              GPtrArray      *problems,
              const GError   *error)
{
  if (outcome)
    on_cancel_clicked_cb (LECTERN_PREFLIGHT_ROW (owner));
  return FALSE;
}

static void
on_confirm_clicked_cb (LecternPreflightRow *self)
{
  if (!gtk_widget_get_sensitive (self->confirm))
    return;
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_PASS_CHECK);
  action->key = g_strdup (lectern_check_kind_get_name (self->kind));
  action->number = self->level;
  action->reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  lectern_desk_submit (self->desk, action, G_OBJECT (self), on_passed_cb);
}

static void
on_place_clicked_cb (LecternPreflightRow *self)
{
  const char *place = lectern_check_kind_get_place (self->kind);
  gtk_widget_activate_action (GTK_WIDGET (self), "console.place", "s", place);
}

static void
lectern_preflight_row_dispose (GObject *object)
{
  LecternPreflightRow *self = LECTERN_PREFLIGHT_ROW (object);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (lectern_preflight_row_parent_class)->dispose (object);
}

static void
lectern_preflight_row_class_init (LecternPreflightRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_preflight_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-preflight-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightRow, title);
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightRow, level_label);
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightRow, passed);
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightRow, place);
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightRow, pass);
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightRow, form);
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightRow, reason);
  gtk_widget_class_bind_template_child (widget_class, LecternPreflightRow, confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_pass_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_place_clicked_cb);
}

static void
lectern_preflight_row_init (LecternPreflightRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Translators: %s is a line of the list before the evening, "Projector". */
static void
name_buttons (LecternPreflightRow *self)
{
  const char      *title = lectern_check_kind_get_title (self->kind);
  g_autofree char *place = g_strdup_printf (_ ("Go to the place: %s"), title);
  g_autofree char *pass = g_strdup_printf (_ ("Pass over: %s"), title);
  g_autofree char *reason = g_strdup_printf (_ ("Why it is passed over: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, place, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pass), GTK_ACCESSIBLE_PROPERTY_LABEL, pass, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, reason, -1);
}

GtkWidget *
lectern_preflight_row_new (LecternDesk     *desk,
                           LecternCheckKind kind)
{
  LecternPreflightRow *self = g_object_new (LECTERN_TYPE_PREFLIGHT_ROW, NULL);
  self->desk = g_object_ref (desk);
  self->kind = kind;
  gtk_label_set_text (self->title, lectern_check_kind_get_title (kind));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), lectern_check_kind_get_title (kind));
  gtk_widget_set_visible (self->place, lectern_check_kind_get_place (kind) != NULL);
  name_buttons (self);
  return GTK_WIDGET (self);
}

void
lectern_preflight_row_show (LecternPreflightRow    *self,
                            const LecternCheckItem *item)
{
  g_return_if_fail (LECTERN_IS_PREFLIGHT_ROW (self));
  /* Translators: the reason somebody gave. */
  g_autofree char *passed = item->reason ? g_strdup_printf (_ ("Passed over: %s"), item->reason) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), styles[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), styles[item->level]);
  self->level = item->level;
  gtk_image_set_from_icon_name (self->icon, icons[item->level]);
  gtk_label_set_text (self->level_label, lectern_check_level_get_label (item->level));
  gtk_label_set_text (self->sentence, item->sentence);
  gtk_label_set_text (self->passed, passed ? passed : "");
  gtk_widget_set_visible (GTK_WIDGET (self->passed), passed != NULL);
  if (item->level == LECTERN_CHECK_GREEN)
    gtk_widget_set_visible (self->form, FALSE);
  gtk_widget_set_visible (self->pass, item->level != LECTERN_CHECK_GREEN && !gtk_widget_get_visible (self->form));
}

const char *
lectern_preflight_row_get_icon (LecternCheckLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (icons), NULL);
  return icons[level];
}

const char *
lectern_preflight_row_get_style (LecternCheckLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (styles), NULL);
  return styles[level];
}
