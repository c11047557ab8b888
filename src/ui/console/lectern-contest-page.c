/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The contest's words and units. Fields are only refilled from the contest while a person is not
 * in the middle of changing them; what stands in them becomes true by “Save” alone. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-contest-page.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

struct _LecternContestPage
{
  LecternConsolePart   parent_instance;
  GtkEditable         *title;
  GtkEditable         *theme;
  GtkEditable         *date;
  GtkEditable         *place;
  GtkEditable         *organisers;
  AdwComboRow         *language;
  GtkWidget           *save;
  AdwPreferencesGroup *units_group;
  GPtrArray           *unit_rows; /* borrowed */
  gboolean             filling;
  gboolean             edited;
};

G_DEFINE_FINAL_TYPE (LecternContestPage, lectern_contest_page, LECTERN_TYPE_CONSOLE_PART)

#define ORGANISERS_BETWEEN "、"

static const char *const languages[] = { "zh", "en" };

static LecternContest *
get_contest (LecternContestPage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternContestPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static void
set_edited (LecternContestPage *self,
            gboolean            edited)
{
  self->edited = edited;
  gtk_widget_set_sensitive (self->save, edited);
}

static void
fill_words (LecternContestPage *self)
{
  const LecternContestRecord *record = lectern_contest_get_record (get_contest (self));
  self->filling = TRUE;
  gtk_editable_set_text (self->title, record->title ? record->title : "");
  gtk_editable_set_text (self->theme, record->theme ? record->theme : "");
  gtk_editable_set_text (self->date, record->date ? record->date : "");
  gtk_editable_set_text (self->place, record->place ? record->place : "");
  g_autofree char *organisers = g_strjoinv (ORGANISERS_BETWEEN, (GStrv) lectern_contest_get_organisers (get_contest (self)));
  gtk_editable_set_text (self->organisers, organisers);
  adw_combo_row_set_selected (self->language, g_strcmp0 (record->language, "en") == 0 ? 1 : 0);
  self->filling = FALSE;
  set_edited (self, FALSE);
}

/* The names as they stand in the contest's row: a JSON array. */
static char *
read_organisers (LecternContestPage *self)
{
  g_auto (GStrv) names = g_strsplit (gtk_editable_get_text (self->organisers), ORGANISERS_BETWEEN, -1);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; names[i]; i++)
    if (*g_strstrip (names[i]))
      json_builder_add_string_value (builder, names[i]);
  json_builder_end_array (builder);
  g_autoptr (JsonNode) node = json_builder_get_root (builder);
  return json_to_string (node, FALSE);
}

static void
on_edited_cb (LecternContestPage *self)
{
  if (!self->filling)
    set_edited (self, TRUE);
}

static gboolean
on_saved_cb (GObject        *owner,
             LecternOutcome *outcome,
             GPtrArray      *problems,
             const GError   *error)
{
  LecternContestPage *self = LECTERN_CONTEST_PAGE (owner);
  if (outcome)
    fill_words (self);
  else
    set_edited (self, TRUE);
  return FALSE;
}

static void
on_save_clicked_cb (LecternContestPage *self)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (get_contest (self)));
  LecternAction        *action = lectern_desk_new_action (LECTERN_ACTION_EDIT_CONTEST);
  lectern_record_take_string (&record->title, gtk_editable_get_text (self->title));
  lectern_record_take_string (&record->theme, gtk_editable_get_text (self->theme));
  lectern_record_take_string (&record->date, gtk_editable_get_text (self->date));
  lectern_record_take_string (&record->place, gtk_editable_get_text (self->place));
  g_autofree char *organisers = read_organisers (self);
  lectern_record_take_string (&record->organisers, organisers);
  lectern_record_take_string (&record->language, languages[MIN (adw_combo_row_get_selected (self->language), 1)]);
  lectern_action_add_record (action, record);
  gtk_widget_set_sensitive (self->save, FALSE);
  lectern_desk_submit (get_desk (self), action, G_OBJECT (self), on_saved_cb);
}

/* Enter in a field saves what was changed. */
static void
on_entry_activated_cb (LecternContestPage *self)
{
  if (gtk_widget_get_sensitive (self->save))
    on_save_clicked_cb (self);
}

static gboolean
on_switched_cb (GObject        *owner,
                LecternOutcome *outcome,
                GPtrArray      *problems,
                const GError   *error)
{
  /* Refused: the switch goes back to what the contest says. */
  if (!outcome)
    lectern_console_part_refresh (LECTERN_CONSOLE_PART (owner));
  return FALSE;
}

static gboolean
on_unit_state_set_cb (GtkSwitch          *toggle,
                      gboolean            state,
                      LecternContestPage *self)
{
  LecternAction *action;
  if (self->filling)
    return FALSE;
  action = lectern_desk_new_action (LECTERN_ACTION_SWITCH_UNIT);
  action->key = g_strdup (g_object_get_data (G_OBJECT (toggle), "key"));
  action->on = state;
  lectern_desk_submit (get_desk (self), action, G_OBJECT (self), on_switched_cb);
  return FALSE;
}

static GtkWidget *
make_unit_row (LecternContestPage *self,
               const LecternUnit  *unit)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), unit->name);
  if (unit->full_name && g_strcmp0 (unit->full_name, unit->name) != 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), unit->full_name);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, unit->name, -1);
  g_object_set_data_full (G_OBJECT (toggle), "key", g_strdup (unit->key), g_free);
  g_object_set_data (G_OBJECT (row), "switch", toggle);
  g_signal_connect_object (toggle, "state-set", G_CALLBACK (on_unit_state_set_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  return row;
}

static void
show_units (LecternContestPage *self)
{
  GPtrArray *units = lectern_contest_get_units (get_contest (self));
  self->filling = TRUE;
  for (guint i = 0; i < units->len; i++)
    {
      const LecternUnit *unit = g_ptr_array_index (units, i);
      if (i >= self->unit_rows->len)
        {
          GtkWidget *row = make_unit_row (self, unit);
          adw_preferences_group_add (self->units_group, row);
          g_ptr_array_add (self->unit_rows, row);
        }
      gtk_switch_set_active (g_object_get_data (g_ptr_array_index (self->unit_rows, i), "switch"), unit->active == 1);
    }
  self->filling = FALSE;
}

static void
lectern_contest_page_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternContestPage *self = LECTERN_CONTEST_PAGE (part);
  if (!self->edited)
    fill_words (self);
  show_units (self);
}

static void
lectern_contest_page_dispose (GObject *object)
{
  LecternContestPage *self = LECTERN_CONTEST_PAGE (object);
  g_clear_pointer (&self->unit_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_contest_page_parent_class)->dispose (object);
}

static void
lectern_contest_page_class_init (LecternContestPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_contest_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_contest_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-contest-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternContestPage, title);
  gtk_widget_class_bind_template_child (widget_class, LecternContestPage, theme);
  gtk_widget_class_bind_template_child (widget_class, LecternContestPage, date);
  gtk_widget_class_bind_template_child (widget_class, LecternContestPage, place);
  gtk_widget_class_bind_template_child (widget_class, LecternContestPage, organisers);
  gtk_widget_class_bind_template_child (widget_class, LecternContestPage, language);
  gtk_widget_class_bind_template_child (widget_class, LecternContestPage, save);
  gtk_widget_class_bind_template_child (widget_class, LecternContestPage, units_group);
  gtk_widget_class_bind_template_callback (widget_class, on_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
}

static void
lectern_contest_page_init (LecternContestPage *self)
{
  const char *const names[] = { _ ("Chinese"), _ ("English"), NULL };
  self->unit_rows = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  adw_combo_row_set_model (self->language, G_LIST_MODEL (model));
  self->filling = FALSE;
}
