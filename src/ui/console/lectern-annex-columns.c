/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rows of the editor of columns, made from one table. They write into the form at once; what does not go together
 * is said when it is saved, by the same check a file goes through. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-annex-columns.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

typedef enum
{
  KIND_TEXT,   /* char * */
  KIND_KIND,   /* LecternAnnexType */
  KIND_WIDTH,  /* gint64, 0: none */
  KIND_SWITCH, /* gboolean */
} Kind;

typedef struct
{
  const char *label;
  Kind        kind;
  gsize       offset;
} Setting;

#define OF(member) G_STRUCT_OFFSET (LecternAnnexColumn, member)

static const Setting settings[] = {
  { N_ ("Heading, Chinese"), KIND_TEXT, OF (zh) },
  { N_ ("Heading, English"), KIND_TEXT, OF (en) },
  { N_ ("Over it and its neighbours, Chinese"), KIND_TEXT, OF (group_zh) },
  { N_ ("Over it and its neighbours, English"), KIND_TEXT, OF (group_en) },
  { N_ ("What goes into it"), KIND_KIND, OF (type) },
  { N_ ("Width on paper, mm; 0: what its texts need"), KIND_WIDTH, OF (width) },
  { N_ ("Has to be filled in"), KIND_SWITCH, OF (required) },
  { N_ ("Added up at the foot"), KIND_SWITCH, OF (sum) },
  { N_ ("Kept off public papers"), KIND_SWITCH, OF (private) },
};

static const char *const type_words[LECTERN_ANNEX_N_TYPES + 1] = {
  [LECTERN_ANNEX_TEXT] = NC_ ("statistics", "A text"),
  [LECTERN_ANNEX_NAME] = NC_ ("statistics", "A person’s name"),
  [LECTERN_ANNEX_NUMBER] = NC_ ("statistics", "A number"),
  [LECTERN_ANNEX_DATE] = NC_ ("statistics", "A month or a day"),
  [LECTERN_ANNEX_UNIT] = NC_ ("statistics", "A unit of the contest"),
};

/* One input: where it writes. */
typedef struct
{
  LecternAnnexColumns *owner;
  LecternAnnexColumn  *column;
  const Setting       *setting;
  GtkWidget           *row; /* of the column */
} Input;

struct _LecternAnnexColumns
{
  AdwBin            parent_instance;
  LecternAnnexForm *form; /* borrowed */
  char             *language;
  GPtrArray        *rows;    /* of the columns, borrowed */
  gboolean          filling; /* rows come and go, which is no edit */
};

G_DEFINE_FINAL_TYPE (LecternAnnexColumns, lectern_annex_columns, ADW_TYPE_BIN)

static guint edited_signal;

static void fill (LecternAnnexColumns *self);

/* What is shown ------------------------------------------------------------------------------- */

static char *
describe (const LecternAnnexColumn *column)
{
  g_autoptr (GString) words = g_string_new (g_dpgettext2 (GETTEXT_PACKAGE, "statistics", type_words[column->type]));
  if (column->required)
    g_string_append_printf (words, " · %s", _ ("Has to be filled in"));
  if (column->private)
    g_string_append_printf (words, " · %s", _ ("Kept off public papers"));
  if (column->width > 0)
    /* Translators: how wide a column is. */
    g_string_append_printf (g_string_append (words, " · "), _ ("%d mm"), (int) column->width);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_column (LecternAnnexColumns      *self,
             GtkWidget                *row,
             const LecternAnnexColumn *column)
{
  const char      *heading = lectern_annex_column_get_heading (column, self->language);
  const char      *group = lectern_annex_column_get_group (column, self->language);
  g_autofree char *says = describe (column);
  g_autofree char *title = group ? g_strdup_printf ("%s › %s", group, heading) : g_strdup (heading);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *heading ? title : _ ("A column without a heading"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), says);
  gtk_widget_remove_css_class (row, "error");
}

/* What a person does -------------------------------------------------------------------------- */

static void
set_text (char      **member,
          const char *text,
          gboolean    optional)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_free (*member);
  *member = optional && !*stripped ? NULL : g_steal_pointer (&stripped);
}

static void
on_edited_cb (Input *input)
{
  gpointer member = (char *) input->column + input->setting->offset;
  guint    index;
  if (input->owner->filling || !g_ptr_array_find (input->owner->form->columns, input->column, &index))
    return;
  switch (input->setting->kind)
    {
    case KIND_TEXT:
      set_text (member, gtk_editable_get_text (GTK_EDITABLE (input->row)), input->setting->offset == OF (group_zh) || input->setting->offset == OF (group_en));
      break;
    case KIND_KIND:
      *(LecternAnnexType *) member = adw_combo_row_get_selected (ADW_COMBO_ROW (input->row));
      break;
    case KIND_WIDTH:
      *(gint64 *) member = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (input->row));
      break;
    case KIND_SWITCH:
      *(gboolean *) member = gtk_switch_get_active (GTK_SWITCH (input->row));
      break;
    default:
      g_assert_not_reached ();
    }
  show_column (input->owner, input->owner->rows->pdata[index], input->column);
  g_signal_emit (input->owner, edited_signal, 0);
}

static guint
get_index (LecternAnnexColumns *self,
           GtkWidget           *button)
{
  guint index = 0;
  g_ptr_array_find (self->rows, gtk_widget_get_ancestor (button, ADW_TYPE_EXPANDER_ROW), &index);
  return index;
}

static void
on_shown_cb (AdwExpanderRow      *row,
             GParamSpec          *pspec,
             LecternAnnexColumns *self)
{
  guint index;
  if (self->filling || !g_ptr_array_find (self->rows, row, &index))
    return;
  ((LecternAnnexColumn *) self->form->columns->pdata[index])->hidden = !adw_expander_row_get_enable_expansion (row);
  g_signal_emit (self, edited_signal, 0);
}

/* The keys stay on the button of what was moved. */
static void
move (LecternAnnexColumns *self,
      guint                from,
      guint                to,
      const char          *button)
{
  gpointer column = self->form->columns->pdata[from];
  self->form->columns->pdata[from] = self->form->columns->pdata[to];
  self->form->columns->pdata[to] = column;
  fill (self);
  gtk_widget_grab_focus (g_object_get_data (self->rows->pdata[to], button));
  g_signal_emit (self, edited_signal, 0);
}

static void
on_up_clicked_cb (LecternAnnexColumns *self,
                  GtkWidget           *button)
{
  guint index = get_index (self, button);
  if (index > 0)
    move (self, index, index - 1, "up");
}

static void
on_down_clicked_cb (LecternAnnexColumns *self,
                    GtkWidget           *button)
{
  guint index = get_index (self, button);
  if (index + 1 < self->rows->len)
    move (self, index, index + 1, "down");
}

static void
on_out_clicked_cb (LecternAnnexColumns *self,
                   GtkWidget           *button)
{
  g_ptr_array_remove_index (self->form->columns, get_index (self, button));
  fill (self);
  g_signal_emit (self, edited_signal, 0);
}

static void
on_add_clicked_cb (LecternAnnexColumns *self)
{
  if (self->form->columns->len >= LECTERN_ANNEX_COLUMNS_MOST)
    return;
  g_ptr_array_add (self->form->columns, lectern_annex_column_new (self->form));
  fill (self);
  adw_expander_row_set_expanded (self->rows->pdata[self->rows->len - 1], TRUE);
  g_signal_emit (self, edited_signal, 0);
}

/* Rows ---------------------------------------------------------------------------------------- */

static GtkWidget *
make_choice (guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint i = 0; i < LECTERN_ANNEX_N_TYPES; i++)
    gtk_string_list_append (names, g_dpgettext2 (GETTEXT_PACKAGE, "statistics", type_words[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  return row;
}

/* The input and what it is told by: a row of its own, or something at the end of one. */
static const char *
make_input (Input        *input,
            gconstpointer member)
{
  switch (input->setting->kind)
    {
    case KIND_TEXT:
      input->row = adw_entry_row_new ();
      gtk_editable_set_text (GTK_EDITABLE (input->row), *(char *const *) member ? *(char *const *) member : "");
      return "changed";
    case KIND_KIND:
      input->row = make_choice (*(const LecternAnnexType *) member);
      return "notify::selected";
    case KIND_WIDTH:
      input->row = gtk_spin_button_new_with_range (0, LECTERN_ANNEX_WIDTH_MOST, 1);
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (input->row), (double) *(const gint64 *) member);
      return "value-changed";
    case KIND_SWITCH:
    default:
      input->row = gtk_switch_new ();
      gtk_switch_set_active (GTK_SWITCH (input->row), *(const gboolean *) member);
      return "notify::active";
    }
}

static GtkWidget *
make_setting (LecternAnnexColumns *self,
              LecternAnnexColumn  *column,
              const Setting       *setting)
{
  Input      *input = g_new0 (Input, 1);
  const char *signal;
  GtkWidget  *row;
  input->owner = self;
  input->column = column;
  input->setting = setting;
  signal = make_input (input, (const char *) column + setting->offset);
  row = input->row;
  if (!ADW_IS_PREFERENCES_ROW (row))
    {
      row = adw_action_row_new ();
      gtk_widget_set_valign (input->row, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), input->row);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), input->row);
      gtk_accessible_update_property (GTK_ACCESSIBLE (input->row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (setting->label), -1);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (setting->label));
  g_signal_connect_data (input->row, signal, G_CALLBACK (on_edited_cb), input, (GClosureNotify) (GCallback) g_free, G_CONNECT_SWAPPED);
  return row;
}

static void
add_button (LecternAnnexColumns *self,
            GtkWidget           *row,
            const char          *key,
            const char          *icon,
            const char          *words,
            GCallback            callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
  g_object_set_data (G_OBJECT (row), key, button);
}

/* The switch is a part of the row that nothing of ours has named. */
static void
name_switch (GtkWidget  *widget,
             const char *name)
{
  if (GTK_IS_SWITCH (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    name_switch (child, name);
}

static GtkWidget *
make_row (LecternAnnexColumns *self,
          LecternAnnexColumn  *column)
{
  GtkWidget *row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (row), TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), !column->hidden);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  show_column (self, row, column);
  /* Translators: a column of a table, one of its settings. */
  g_autofree char *shown = g_strdup_printf (_ ("%s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), C_ ("statistics", "Shown"));
  name_switch (row, shown);
  add_button (self, row, "out", "user-trash-symbolic", _ ("Take the Column Out, With What Is in It"), G_CALLBACK (on_out_clicked_cb));
  add_button (self, row, "down", "go-down-symbolic", _ ("Further to the Right"), G_CALLBACK (on_down_clicked_cb));
  add_button (self, row, "up", "go-up-symbolic", _ ("Further to the Left"), G_CALLBACK (on_up_clicked_cb));
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_setting (self, column, &settings[i]));
  g_signal_connect_object (row, "notify::enable-expansion", G_CALLBACK (on_shown_cb), self, 0);
  return row;
}

static void
fill (LecternAnnexColumns *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a Column"));
  self->filling = TRUE;
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Columns"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("From left to right. One that is switched off is neither asked for nor printed; what is in it stays."));
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (add, self->form->columns->len < LECTERN_ANNEX_COLUMNS_MOST);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), add);
  for (guint i = 0; i < self->form->columns->len; i++)
    {
      GtkWidget *row = make_row (self, self->form->columns->pdata[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }
  adw_bin_set_child (ADW_BIN (self), group);
  self->filling = FALSE;
}

/* The class ----------------------------------------------------------------------------------- */

static void
lectern_annex_columns_dispose (GObject *object)
{
  LecternAnnexColumns *self = LECTERN_ANNEX_COLUMNS (object);
  self->filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->language, g_free);
  G_OBJECT_CLASS (lectern_annex_columns_parent_class)->dispose (object);
}

static void
lectern_annex_columns_class_init (LecternAnnexColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_annex_columns_dispose;
  edited_signal = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_annex_columns_init (LecternAnnexColumns *self)
{
  self->rows = g_ptr_array_new ();
}

void
lectern_annex_columns_edit (LecternAnnexColumns *self,
                            LecternAnnexForm    *form,
                            const char          *language)
{
  g_return_if_fail (LECTERN_IS_ANNEX_COLUMNS (self) && form && language);
  self->form = form;
  g_free (self->language);
  self->language = g_strdup (language);
  fill (self);
}

void
lectern_annex_columns_show_problems (LecternAnnexColumns *self,
                                     GPtrArray           *problems)
{
  g_return_if_fail (LECTERN_IS_ANNEX_COLUMNS (self));
  for (guint i = 0; i < self->rows->len; i++)
    show_column (self, self->rows->pdata[i], self->form->columns->pdata[i]);
  for (guint i = 0; problems && i < problems->len; i++)
    {
      const LecternProblem *problem = problems->pdata[i];
      GtkWidget            *row = NULL;
      guint                 index;
      if (problem->column && sscanf (problem->column, "columns[%u]", &index) == 1)
        row = lectern_annex_columns_get_row (self, index);
      for (guint c = 0; problem->row > 0 && c < self->rows->len; c++)
        if (g_strcmp0 (problem->column, ((LecternAnnexColumn *) self->form->columns->pdata[c])->key) == 0)
          row = self->rows->pdata[c];
      if (!row)
        continue;
      gtk_widget_add_css_class (row, "error");
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), problem->message);
    }
}

GtkWidget *
lectern_annex_columns_get_row (LecternAnnexColumns *self,
                               guint                index)
{
  g_return_val_if_fail (LECTERN_IS_ANNEX_COLUMNS (self), NULL);
  return index < self->rows->len ? self->rows->pdata[index] : NULL;
}
