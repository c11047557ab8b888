/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What will happen, before it does. The reason is asked for beside what it is the reason of, and
 * not in a window over it. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-rule-changes.h"

#include <glib/gi18n-lib.h>

#include "lectern-rule-list.h"
#include "lectern-rules-file.h"

struct _LecternRuleChanges
{
  AdwBin             parent_instance;
  LecternRulesDraft *draft;
  GtkWidget         *fields;
  GtkWidget         *nothing;
  GtkWidget         *changes_box;
  GtkListBox        *changes;
  GtkWidget         *problems_box;
  GtkListBox        *problems;
  GtkWidget         *ruling_box;
  GtkLabel          *ruling;
  GtkEditable       *reason;
};

enum
{
  PROP_0,
  PROP_DRAFT,
  PROP_FIELDS,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

enum
{
  REASON_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternRuleChanges, lectern_rule_changes, ADW_TYPE_BIN)

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (list, 0)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
append (GtkListBox *list,
        const char *title,
        const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (list, row);
  return row;
}

static void
show_changes (LecternRuleChanges *self)
{
  GPtrArray *changes = lectern_rules_draft_get_changes (self->draft);
  clear (self->changes);
  for (guint i = 0; i < changes->len; i++)
    append (self->changes, ((LecternRulesChange *) g_ptr_array_index (changes, i))->text, NULL);
  gtk_widget_set_visible (self->changes_box, changes->len > 0);
  gtk_widget_set_visible (self->nothing, !lectern_rules_draft_is_edited (self->draft));
}

/* Where it is, and the complaint that stands there too. */
static void
append_problem (LecternRuleChanges   *self,
                const LecternProblem *problem)
{
  GtkWidget       *found = problem->column ? lectern_rule_list_find (self->fields, problem->column) : NULL;
  const char      *complaint = LECTERN_IS_RULE_ROW (found) ? lectern_rule_row_get_complaint (LECTERN_RULE_ROW (found)) : NULL;
  g_autofree char *name = found ? lectern_rule_list_name (found) : g_strdup (problem->column ? problem->column : _ ("The rules"));
  GtkWidget       *row = append (self->problems, name, complaint ? complaint : problem->message);
  if (!found)
    return;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (problem->column), g_free);
}

static void
show_problems (LecternRuleChanges *self)
{
  GPtrArray *problems = lectern_rules_draft_get_problems (self->draft);
  clear (self->problems);
  for (guint i = 0; self->fields && i < problems->len; i++)
    append_problem (self, g_ptr_array_index (problems, i));
  gtk_widget_set_visible (self->problems_box, problems->len > 0);
}

static void
show (LecternRuleChanges *self)
{
  show_changes (self);
  show_problems (self);
}

static void
go_to (LecternRuleChanges *self,
       GtkWidget          *row)
{
  const char *path = row ? g_object_get_data (G_OBJECT (row), "path") : NULL;
  GtkWidget  *found = path ? lectern_rule_list_find (self->fields, path) : NULL;
  if (found)
    lectern_rule_list_go_to (found);
}

static void
on_problem_activated_cb (LecternRuleChanges *self,
                         GtkListBoxRow      *row)
{
  go_to (self, GTK_WIDGET (row));
}

static void
on_reason_changed_cb (LecternRuleChanges *self)
{
  g_signal_emit (self, signals[REASON_CHANGED], 0);
}

static void
lectern_rule_changes_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  LecternRuleChanges *self = LECTERN_RULE_CHANGES (object);
  if (id == PROP_DRAFT)
    g_value_set_object (value, self->draft);
  else if (id == PROP_FIELDS)
    g_value_set_object (value, self->fields);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_rule_changes_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  LecternRuleChanges *self = LECTERN_RULE_CHANGES (object);
  if (id == PROP_FIELDS)
    g_set_object (&self->fields, g_value_get_object (value));
  else if (id != PROP_DRAFT)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_object (&self->draft, g_value_get_object (value)) && self->draft)
    {
      /* After the fields, whose complaints are repeated here. */
      g_signal_connect_object (self->draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      show (self);
    }
}

static void
lectern_rule_changes_dispose (GObject *object)
{
  LecternRuleChanges *self = LECTERN_RULE_CHANGES (object);
  g_clear_object (&self->draft);
  g_clear_object (&self->fields);
  G_OBJECT_CLASS (lectern_rule_changes_parent_class)->dispose (object);
}

static void
lectern_rule_changes_class_init (LecternRuleChangesClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->get_property = lectern_rule_changes_get_property;
  object_class->set_property = lectern_rule_changes_set_property;
  object_class->dispose = lectern_rule_changes_dispose;
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, LECTERN_TYPE_RULES_DRAFT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIELDS] = g_param_spec_object ("fields", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REASON_CHANGED] = g_signal_new ("reason-changed", LECTERN_TYPE_RULE_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-rule-changes.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternRuleChanges, nothing);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleChanges, changes_box);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleChanges, changes);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleChanges, problems_box);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleChanges, problems);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleChanges, ruling_box);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleChanges, ruling);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleChanges, reason);
  gtk_widget_class_bind_template_callback (widget_class, on_problem_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed_cb);
}

static void
lectern_rule_changes_init (LecternRuleChanges *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lectern_rule_changes_set_ruling (LecternRuleChanges *self,
                                 const char         *sentence)
{
  g_return_if_fail (LECTERN_IS_RULE_CHANGES (self));
  gtk_label_set_text (self->ruling, sentence ? sentence : "");
  gtk_widget_set_visible (self->ruling_box, sentence != NULL);
}

char *
lectern_rule_changes_get_reason (LecternRuleChanges *self)
{
  g_return_val_if_fail (LECTERN_IS_RULE_CHANGES (self), NULL);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  return *reason ? g_steal_pointer (&reason) : NULL;
}

void
lectern_rule_changes_clear_reason (LecternRuleChanges *self)
{
  g_return_if_fail (LECTERN_IS_RULE_CHANGES (self));
  gtk_editable_set_text (self->reason, "");
}

void
lectern_rule_changes_go_to_first (LecternRuleChanges *self)
{
  g_return_if_fail (LECTERN_IS_RULE_CHANGES (self));
  go_to (self, GTK_WIDGET (gtk_list_box_get_row_at_index (self->problems, 0)));
}
