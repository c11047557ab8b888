/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The editor of the script. A line is checked while it is written, with the engine's own check, and
 * read out below with names of this contest: what can't be put in on stage is seen here. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-script-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-script-example.h"
#include "lectern-script-markup.h"

struct _LecternScriptPage
{
  LecternConsolePart parent_instance;
  LecternScriptLine  line;
  LecternScriptLine  saving;
  char              *drafts[LECTERN_SCRIPT_N_LINES]; /* not saved; NULL: as in the contest */
  AdwActionRow      *rows[LECTERN_SCRIPT_N_LINES];   /* borrowed */
  gboolean           filling;

  GtkListBox    *list;
  GtkLabel      *when;
  GtkLabel      *usual;
  GtkTextBuffer *buffer;
  GtkFlowBox    *tokens;
  GtkLabel      *error;
  GtkWidget     *example_box;
  GtkLabel      *example;
  GtkWidget     *discard;
  GtkWidget     *reset;
  GtkWidget     *save;
};

G_DEFINE_FINAL_TYPE (LecternScriptPage, lectern_script_page, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternScriptPage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static char *
get_text (LecternScriptPage *self)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* What stands in the field: the draft, else the contest's words. */
static char *
get_wanted (LecternScriptPage *self,
            LecternScriptLine  line)
{
  return self->drafts[line] ? g_strdup (self->drafts[line]) : lectern_script_line_get_words (get_contest (self), line);
}

/* The list ---------------------------------------------------------------------------------------- */

static void
show_row (LecternScriptPage *self,
          LecternScriptLine  line)
{
  g_autofree char *when = lectern_script_line_describe (line);
  g_autofree char *words = get_wanted (self, line);
  g_autofree char *title = NULL;
  if (self->drafts[line])
    /* Translators: when the words are read. */
    title = g_strdup_printf (_ ("%s (not saved)"), when);
  else if (lectern_script_line_is_own (get_contest (self), line))
    /* Translators: when the words are read. */
    title = g_strdup_printf (_ ("%s (own words)"), when);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[line]), title ? title : when);
  adw_action_row_set_subtitle (self->rows[line], *words ? words : _ ("Nothing is read here."));
}

static void
make_rows (LecternScriptPage *self)
{
  for (guint i = 0; i < LECTERN_SCRIPT_N_LINES; i++)
    {
      self->rows[i] = ADW_ACTION_ROW (adw_action_row_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->rows[i]), FALSE);
      adw_action_row_set_subtitle_lines (self->rows[i], 1);
      gtk_list_box_append (self->list, GTK_WIDGET (self->rows[i]));
    }
}

/* The line ---------------------------------------------------------------------------------------- */

static void
on_token_clicked_cb (GtkButton         *button,
                     LecternScriptPage *self)
{
  gtk_text_buffer_delete_selection (self->buffer, FALSE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, gtk_button_get_label (button), -1);
}

static void
show_tokens (LecternScriptPage *self)
{
  g_auto (GStrv) tokens = lectern_script_line_list_tokens (self->line);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tokens)); child; child = gtk_widget_get_first_child (GTK_WIDGET (self->tokens)))
    gtk_flow_box_remove (self->tokens, child);
  for (guint i = 0; tokens[i]; i++)
    {
      g_autofree char *label = g_strdup_printf ("{%s}", tokens[i]);
      GtkWidget       *button = gtk_button_new_with_label (label);
      gtk_widget_set_tooltip_text (button, _ ("Puts it in where the cursor is"));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_token_clicked_cb), self, 0);
      gtk_flow_box_append (self->tokens, button);
    }
}

/* What is wrong with the words that stand there, or how they would be read; and what can be done. */
static void
judge_words (LecternScriptPage *self)
{
  g_autofree char *text = get_text (self);
  g_autofree char *example = NULL;
  g_autofree char *markup = NULL;
  g_autoptr (GError) error = NULL;
  const LecternContestRecord *record = lectern_contest_get_record (get_contest (self));
  gboolean                    good = lectern_script_line_check (self->line, text, &error);
  gboolean                    usual = g_str_equal (text, lectern_script_line_get_usual (self->line, record->language));
  if (good)
    example = lectern_script_example_make (get_contest (self), self->line, text);
  markup = example ? lectern_script_markup_embolden (get_contest (self), *example ? example : _ ("Nothing is read here.")) : NULL;
  gtk_label_set_text (self->error, error ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  gtk_widget_set_visible (self->example_box, good);
  gtk_label_set_markup (self->example, markup ? markup : "");
  gtk_widget_set_sensitive (self->save, good && self->drafts[self->line]);
  gtk_widget_set_sensitive (self->discard, self->drafts[self->line] != NULL);
  gtk_widget_set_sensitive (self->reset, !usual || lectern_script_line_is_own (get_contest (self), self->line));
}

static void
set_draft (LecternScriptPage *self,
           LecternScriptLine  line,
           const char        *text)
{
  g_autofree char *words = lectern_script_line_get_words (get_contest (self), line);
  g_free (self->drafts[line]);
  self->drafts[line] = text && !g_str_equal (text, words) ? g_strdup (text) : NULL;
  show_row (self, line);
}

static void
on_text_changed_cb (LecternScriptPage *self)
{
  if (self->filling)
    return;
  g_autofree char *text = get_text (self);
  set_draft (self, self->line, text);
  judge_words (self);
}

static void
fill_text (LecternScriptPage *self)
{
  g_autofree char *wanted = get_wanted (self, self->line);
  g_autofree char *text = get_text (self);
  self->filling = TRUE;
  if (!g_str_equal (text, wanted))
    gtk_text_buffer_set_text (self->buffer, wanted, -1);
  self->filling = FALSE;
}

static void
show_line (LecternScriptPage *self)
{
  const LecternContestRecord *record = lectern_contest_get_record (get_contest (self));
  g_autofree char            *when = lectern_script_line_describe (self->line);
  gtk_label_set_text (self->when, when);
  gtk_label_set_text (self->usual, lectern_script_line_get_usual (self->line, record->language));
  fill_text (self);
  judge_words (self);
}

static void
on_row_selected_cb (LecternScriptPage *self,
                    GtkListBoxRow     *row)
{
  if (!row || !get_contest (self))
    return;
  self->line = (LecternScriptLine) gtk_list_box_row_get_index (row);
  show_tokens (self);
  show_line (self);
}

/* Saving ------------------------------------------------------------------------------------------ */

static gboolean
on_saved_cb (GObject        *owner,
             LecternOutcome *outcome,
             GPtrArray      *problems,
             const GError   *error)
{
  LecternScriptPage *self = LECTERN_SCRIPT_PAGE (owner);
  if (outcome)
    set_draft (self, self->saving, NULL);
  show_line (self);
  if (outcome)
    return FALSE;
  gtk_label_set_text (self->error, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
  return TRUE;
}

/* @words NULL: the usual ones again. */
static void
submit (LecternScriptPage *self,
        const char        *words)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (get_contest (self)));
  LecternAction        *action = lectern_desk_new_action (LECTERN_ACTION_EDIT_CONTEST);
  g_autofree char      *script = lectern_script_line_edit (record->script, record->language, self->line, words);
  lectern_record_take_string (&record->script, script);
  lectern_action_add_record (action, record);
  self->saving = self->line;
  gtk_widget_set_sensitive (self->save, FALSE);
  lectern_desk_submit (lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)), action, G_OBJECT (self), on_saved_cb);
}

static void
on_save_clicked_cb (LecternScriptPage *self)
{
  g_autofree char *text = get_text (self);
  submit (self, text);
}

static void
on_discard_clicked_cb (LecternScriptPage *self)
{
  set_draft (self, self->line, NULL);
  show_line (self);
}

static void
on_reset_clicked_cb (LecternScriptPage *self)
{
  if (lectern_script_line_is_own (get_contest (self), self->line))
    submit (self, NULL);
  else
    on_discard_clicked_cb (self);
}

static void
lectern_script_page_refresh (LecternConsolePart *part,
                             LecternChange      *change)
{
  LecternScriptPage *self = LECTERN_SCRIPT_PAGE (part);
  if (change && !lectern_change_touches (change, &lectern_table_contest) && !lectern_change_touches (change, &lectern_table_entry) && !lectern_change_touches (change, &lectern_table_nominee))
    return;
  for (guint i = 0; i < LECTERN_SCRIPT_N_LINES; i++)
    show_row (self, i);
  if (!gtk_list_box_get_selected_row (self->list))
    lectern_script_page_select (self, LECTERN_SCRIPT_WELCOME);
  show_line (self);
}

static void
lectern_script_page_dispose (GObject *object)
{
  LecternScriptPage *self = LECTERN_SCRIPT_PAGE (object);
  for (guint i = 0; i < LECTERN_SCRIPT_N_LINES; i++)
    g_clear_pointer (&self->drafts[i], g_free);
  G_OBJECT_CLASS (lectern_script_page_parent_class)->dispose (object);
}

static void
lectern_script_page_class_init (LecternScriptPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_script_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_script_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-script-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternScriptPage, list);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptPage, when);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptPage, usual);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptPage, buffer);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptPage, tokens);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptPage, error);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptPage, example_box);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptPage, example);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptPage, discard);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptPage, reset);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptPage, save);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_discard_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked_cb);
}

static void
lectern_script_page_init (LecternScriptPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_rows (self);
}

void
lectern_script_page_select (LecternScriptPage *self,
                            LecternScriptLine  line)
{
  g_return_if_fail (LECTERN_IS_SCRIPT_PAGE (self) && line < LECTERN_SCRIPT_N_LINES);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->rows[line]));
}
