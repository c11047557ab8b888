/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A row bound to a path of the draft. Rule: it never corrects a person who is typing. Text that says
 * the same as the draft is left alone, and is only written properly once the field is left. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-rule-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-unit-picker.h"

typedef struct _Editor Editor;

struct _LecternRuleRow
{
  AdwPreferencesRow      parent_instance;
  LecternRulesDraft     *draft;
  char                  *path;
  LecternRuleKind        kind;
  char                  *explanation;
  char                  *placeholder;
  char                  *measure;
  char                  *values;
  GListModel            *words;
  LecternRuleListChoices list_choices;
  GPtrArray             *choices; /* LecternRuleChoice in the drop-down */
  const Editor          *how;
  GtkWidget             *editor;
  gboolean               filling;
  GtkBox                *line;
  GtkWidget             *title_label;
  GtkWidget             *explanation_label;
  GtkLabel              *measure_label;
  GtkWidget             *problem;
  GtkLabel              *problem_label;
};

enum
{
  PROP_0,
  PROP_DRAFT,
  PROP_PATH,
  PROP_KIND,
  PROP_EXPLANATION,
  PROP_PLACEHOLDER,
  PROP_MEASURE,
  PROP_WORDS,
  PROP_VALUES,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternRuleRow, lectern_rule_row, ADW_TYPE_PREFERENCES_ROW)

struct _Editor
{
  GtkWidget *(*make) (LecternRuleRow *self);
  void (*show) (LecternRuleRow *self,
                const char     *text);
};

static void
set (LecternRuleRow *self,
     const char     *text)
{
  if (!self->filling)
    lectern_rules_draft_set (self->draft, self->path, self->kind, text);
}

/* A field to type in ---------------------------------------------------------------------------- */

static void
on_entry_changed_cb (LecternRuleRow *self)
{
  set (self, gtk_editable_get_text (GTK_EDITABLE (self->editor)));
}

static void
on_entry_left_cb (LecternRuleRow *self)
{
  g_autofree char *text = lectern_rules_draft_get (self->draft, self->path, self->kind);
  if (!text || g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->editor))))
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  self->filling = FALSE;
}

static GtkWidget *
make_entry (LecternRuleRow *self)
{
  gboolean            wide = self->kind == LECTERN_RULE_TEXT;
  GtkWidget          *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), wide ? 18 : 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), wide ? 40 : self->kind == LECTERN_RULE_TIMES ? 14
                                                                                                       : 9);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), wide ? 0 : 1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), self->placeholder);
  gtk_widget_set_hexpand (entry, wide);
  gtk_widget_add_css_class (entry, "numeric");
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_entry_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
show_entry (LecternRuleRow *self,
            const char     *text)
{
  if (!lectern_rules_draft_says (self->draft, self->path, self->kind, gtk_editable_get_text (GTK_EDITABLE (self->editor))))
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
}

/* A switch -------------------------------------------------------------------------------------- */

static void
on_switched_cb (LecternRuleRow *self)
{
  set (self, gtk_switch_get_active (GTK_SWITCH (self->editor)) ? "true" : "false");
}

static GtkWidget *
make_switch (LecternRuleRow *self)
{
  GtkWidget *toggle = gtk_switch_new ();
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (on_switched_cb), self, G_CONNECT_SWAPPED);
  return toggle;
}

static void
show_switch (LecternRuleRow *self,
             const char     *text)
{
  gtk_switch_set_active (GTK_SWITCH (self->editor), g_str_equal (text, "true"));
}

/* A choice -------------------------------------------------------------------------------------- */

static void
on_chosen_cb (LecternRuleRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));
  if (self->choices && selected < self->choices->len)
    set (self, ((LecternRuleChoice *) g_ptr_array_index (self->choices, selected))->json);
}

static GtkWidget *
make_choice (LecternRuleRow *self)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  return drop_down;
}

/* The choices that stand in the template. */
static GPtrArray *
list_fixed_choices (LecternRuleRow *self)
{
  GPtrArray *choices = lectern_rule_choices_new ();
  g_auto (GStrv) values = g_strsplit (self->values ? self->values : "", "|", -1);
  for (guint i = 0; values[i] && self->words && i < g_list_model_get_n_items (self->words); i++)
    {
      g_autoptr (GtkStringObject) word = g_list_model_get_item (self->words, i);
      g_ptr_array_add (choices, lectern_rule_choice_new (gtk_string_object_get_string (word), values[i]));
    }
  return choices;
}

static gboolean
choices_equal (GPtrArray *a,
               GPtrArray *b)
{
  for (guint i = 0; a && a->len == b->len && i < b->len; i++)
    {
      const LecternRuleChoice *one = g_ptr_array_index (a, i), *other = g_ptr_array_index (b, i);
      if (!g_str_equal (one->words, other->words) || !g_str_equal (one->json, other->json))
        return FALSE;
    }
  return a && a->len == b->len;
}

static void
fill_choices (LecternRuleRow *self)
{
  g_autoptr (GPtrArray) choices = self->list_choices ? self->list_choices (self->draft, self->path) : list_fixed_choices (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  if (choices_equal (self->choices, choices))
    return;
  for (guint i = 0; i < choices->len; i++)
    gtk_string_list_append (words, ((LecternRuleChoice *) g_ptr_array_index (choices, i))->words);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = g_steal_pointer (&choices);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->editor), G_LIST_MODEL (words));
}

/* The choice that says the same; a group is another way of the same choice: {"hold-first": 5}. */
static guint
find_choice (LecternRuleRow *self,
             const char     *text)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const char *json = ((LecternRuleChoice *) g_ptr_array_index (self->choices, i))->json;
      if (g_str_equal (json, text) || (*json == '{' && *text == '{'))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
show_choice (LecternRuleRow *self,
             const char     *text)
{
  fill_choices (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), find_choice (self, text));
}

/* Units ----------------------------------------------------------------------------------------- */

static void
on_units_picked_cb (LecternUnitPicker *picker,
                    const char        *keys,
                    LecternRuleRow    *self)
{
  set (self, keys);
}

static GtkWidget *
make_units (LecternRuleRow *self)
{
  GtkWidget *picker = lectern_unit_picker_new (self->draft);
  g_signal_connect_object (picker, "picked", G_CALLBACK (on_units_picked_cb), self, 0);
  return picker;
}

static void
show_units (LecternRuleRow *self,
            const char     *text)
{
  lectern_unit_picker_show (LECTERN_UNIT_PICKER (self->editor), text);
}

/* The row --------------------------------------------------------------------------------------- */

static const Editor entry_editor = { make_entry, show_entry };
static const Editor switch_editor = { make_switch, show_switch };
static const Editor choice_editor = { make_choice, show_choice };
static const Editor units_editor = { make_units, show_units };

static const Editor *
choose_editor (LecternRuleRow *self)
{
  if (self->words || self->list_choices)
    return &choice_editor;
  if (self->kind == LECTERN_RULE_VALUE)
    return &switch_editor;
  return self->kind == LECTERN_RULE_KEYS ? &units_editor : &entry_editor;
}

/* Made when it is needed: a page of them would cost the window its start. */
static void
add_editor (LecternRuleRow *self)
{
  self->how = choose_editor (self);
  self->editor = self->how->make (self);
  gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->editor, gtk_widget_get_hexpand (self->editor) ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title_label, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->explanation_label, NULL,
                                  -1);
  gtk_box_insert_child_after (self->line, self->editor, gtk_widget_get_first_child (GTK_WIDGET (self->line)));
}

static void
show_complaint (LecternRuleRow *self)
{
  const char *complaint = lectern_rules_draft_get_complaint (self->draft, self->path, self->kind);
  gtk_label_set_text (self->problem_label, complaint ? complaint : "");
  gtk_widget_set_visible (self->problem, complaint != NULL);
  if (complaint)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               complaint ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show (LecternRuleRow *self)
{
  g_autofree char *text = self->draft && self->path ? lectern_rules_draft_get (self->draft, self->path, self->kind) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (!text)
    return;
  if (!self->editor)
    add_editor (self);
  self->filling = TRUE;
  self->how->show (self, text);
  self->filling = FALSE;
  gtk_widget_set_sensitive (self->editor, lectern_rules_draft_is_open (self->draft, self->path));
  show_complaint (self);
}

static void
set_draft (LecternRuleRow    *self,
           LecternRulesDraft *draft)
{
  if (!g_set_object (&self->draft, draft) || !draft)
    return;
  g_signal_connect_object (draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

/* The row itself has nothing to do: the keys go to what is in it. */
static gboolean
lectern_rule_row_focus (GtkWidget       *widget,
                        GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
lectern_rule_row_grab_focus (GtkWidget *widget)
{
  LecternRuleRow *self = LECTERN_RULE_ROW (widget);
  return self->editor && gtk_widget_grab_focus (self->editor);
}

static void
lectern_rule_row_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LecternRuleRow *self = LECTERN_RULE_ROW (object);
  switch (id)
    {
    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_KIND:
      g_value_set_enum (value, (int) self->kind);
      break;
    case PROP_EXPLANATION:
      g_value_set_string (value, self->explanation);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_MEASURE:
      g_value_set_string (value, self->measure);
      break;
    case PROP_WORDS:
      g_value_set_object (value, self->words);
      break;
    case PROP_VALUES:
      g_value_set_string (value, self->values);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
take_string (char        **where,
             const GValue *value)
{
  g_free (*where);
  *where = g_value_dup_string (value);
}

static void
lectern_rule_row_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LecternRuleRow *self = LECTERN_RULE_ROW (object);
  switch (id)
    {
    case PROP_DRAFT:
      set_draft (self, g_value_get_object (value));
      break;
    case PROP_PATH:
      take_string (&self->path, value);
      break;
    case PROP_KIND:
      self->kind = (LecternRuleKind) g_value_get_enum (value);
      break;
    case PROP_EXPLANATION:
      take_string (&self->explanation, value);
      break;
    case PROP_PLACEHOLDER:
      take_string (&self->placeholder, value);
      break;
    case PROP_MEASURE:
      take_string (&self->measure, value);
      gtk_widget_set_visible (GTK_WIDGET (self->measure_label), self->measure != NULL);
      break;
    case PROP_WORDS:
      g_set_object (&self->words, g_value_get_object (value));
      break;
    case PROP_VALUES:
      take_string (&self->values, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lectern_rule_row_dispose (GObject *object)
{
  LecternRuleRow *self = LECTERN_RULE_ROW (object);
  g_clear_object (&self->draft);
  g_clear_object (&self->words);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->explanation, g_free);
  g_clear_pointer (&self->placeholder, g_free);
  g_clear_pointer (&self->measure, g_free);
  g_clear_pointer (&self->values, g_free);
  G_OBJECT_CLASS (lectern_rule_row_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, LECTERN_TYPE_RULES_DRAFT, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, LECTERN_TYPE_RULE_KIND, LECTERN_RULE_TEXT, flags);
  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_MEASURE] = g_param_spec_string ("measure", NULL, NULL, NULL, flags);
  properties[PROP_WORDS] = g_param_spec_object ("words", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_VALUES] = g_param_spec_string ("values", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lectern_rule_row_class_init (LecternRuleRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->get_property = lectern_rule_row_get_property;
  object_class->set_property = lectern_rule_row_set_property;
  object_class->dispose = lectern_rule_row_dispose;
  widget_class->focus = lectern_rule_row_focus;
  widget_class->grab_focus = lectern_rule_row_grab_focus;
  install_properties (object_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-rule-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternRuleRow, line);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleRow, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleRow, measure_label);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleRow, problem);
  gtk_widget_class_bind_template_child (widget_class, LecternRuleRow, problem_label);
}

static void
lectern_rule_row_init (LecternRuleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lectern_rule_row_new (LecternRulesDraft      *draft,
                      const char             *path,
                      const LecternRuleField *field)
{
  LecternRuleRow *self = g_object_new (LECTERN_TYPE_RULE_ROW,
                                       "path", path,
                                       "kind", field->kind,
                                       "title", g_dpgettext2 (GETTEXT_PACKAGE, "rule field", field->title),
                                       "explanation", _ (field->explanation),
                                       "placeholder", field->placeholder ? _ (field->placeholder) : NULL,
                                       NULL);
  self->list_choices = field->list_choices;
  set_draft (self, draft);
  return GTK_WIDGET (self);
}

const char *
lectern_rule_row_get_path (LecternRuleRow *self)
{
  g_return_val_if_fail (LECTERN_IS_RULE_ROW (self), NULL);
  return self->path;
}

const char *
lectern_rule_row_get_complaint (LecternRuleRow *self)
{
  g_return_val_if_fail (LECTERN_IS_RULE_ROW (self), NULL);
  return gtk_widget_get_visible (self->problem) ? gtk_label_get_text (self->problem_label) : NULL;
}

GtkWidget *
lectern_rule_row_get_editor (LecternRuleRow *self)
{
  g_return_val_if_fail (LECTERN_IS_RULE_ROW (self), NULL);
  return self->editor;
}
