/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What happened, in the journal's own sentences. Only what is new is read, and on another thread:
 * the engine's may be at the disk. A line that stands here never changes; an official who looks for one
 * thing hides the others, and how many are hidden is always said. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-journal-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-journal-job.h"
#include "lectern-journal-line.h"
#include "lectern-paper-print.h"
#include "lectern-table-line.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_TIME,
  COLUMN_ACTOR,
  COLUMN_SENTENCE,
  COLUMN_REASON,
  COLUMN_KIND, /* not shown: the name of a kind below */
  N_COLUMNS,
};

/* What lines are about. Kinds of action that came later than these belong to the set-up. */
static const struct
{
  LecternActionKind first;
  LecternActionKind last;
  const char       *name;
} ranges[] = {
  { LECTERN_ACTION_DRAW, LECTERN_ACTION_RETURN_SLIP, "order" },
  { LECTERN_ACTION_RECUSE, LECTERN_ACTION_REPLACE_JUDGE, "panel" },
  { LECTERN_ACTION_GO, LECTERN_ACTION_RESTART, "stage" },
  { LECTERN_ACTION_SHEET, LECTERN_ACTION_IMPORT_SHEETS, "sheets" },
  { LECTERN_ACTION_IMPORT_TIMES, LECTERN_ACTION_IMPORT_TIMES, "stage" },
  { LECTERN_ACTION_DECIDE, LECTERN_ACTION_UNDO, "result" },
  { LECTERN_ACTION_MAKE_CODE, LECTERN_ACTION_REVOKE_SEAT, "panel" },
};

/* As they are offered: the first shows everything, the second whatever was done with a reason. */
static const struct
{
  const char *name;
  const char *words;
} kinds[] = {
  { NULL, NC_ ("journal", "Everything") },
  { "reason", NC_ ("journal", "With a reason") },
  { "set-up", NC_ ("journal", "Set-up") },
  { "order", NC_ ("journal", "Running order") },
  { "panel", NC_ ("journal", "Judges and seats") },
  { "stage", NC_ ("journal", "On stage") },
  { "sheets", NC_ ("journal", "Sheets") },
  { "result", NC_ ("journal", "Results and corrections") },
};

struct _LecternJournalPage
{
  LecternConsolePart  parent_instance;
  GListStore         *lines;
  GtkColumnView      *view;
  GtkEditable        *search;
  GtkDropDown        *person;
  GtkDropDown        *kind;
  GtkLabel           *count;
  GtkStringList      *persons; /* the first is everybody */
  GtkFilter          *filter;
  GtkFilterListModel *shown;
  gint64              last;
  gboolean            reading;
  gboolean            read_again;
};

G_DEFINE_FINAL_TYPE (LecternJournalPage, lectern_journal_page, LECTERN_TYPE_CONSOLE_PART)

typedef struct
{
  LecternEngine *engine;
  gint64         after;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->engine);
  g_free (reading);
}

static void
run_reading (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Reading   *reading = task_data;
  GError    *error = NULL;
  GPtrArray *lines = lectern_engine_read_journal (reading->engine, reading->after, 0, &error);
  if (lines)
    g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error ? error : g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The contest is closed.")));
}

static const char *
find_kind (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (guint kind = ranges[i].first; kind <= (guint) ranges[i].last; kind++)
      if (g_strcmp0 (lectern_action_kind_get_name (kind), action) == 0)
        return ranges[i].name;
  return "set-up";
}

static gboolean
contains (LecternTableLine *line,
          const char       *needle)
{
  for (guint column = 0; column < COLUMN_KIND; column++)
    {
      g_autofree char *folded = g_utf8_casefold (lectern_table_line_get_text (line, column), -1);
      if (strstr (folded, needle))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  LecternJournalPage *self = user_data;
  const char         *kind = kinds[MIN (gtk_drop_down_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1)].name;
  guint               person = gtk_drop_down_get_selected (self->person);
  g_autofree char    *needle = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  if (person != GTK_INVALID_LIST_POSITION && person > 0 &&
      g_strcmp0 (gtk_string_list_get_string (self->persons, person), lectern_table_line_get_text (item, COLUMN_ACTOR)) != 0)
    return FALSE;
  if (g_strcmp0 (kind, "reason") == 0 && !*lectern_table_line_get_text (item, COLUMN_REASON))
    return FALSE;
  if (kind && g_strcmp0 (kind, "reason") != 0 && g_strcmp0 (kind, lectern_table_line_get_text (item, COLUMN_KIND)) != 0)
    return FALSE;
  return !*needle || contains (item, needle);
}

static void
show_count (LecternJournalPage *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  guint            n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  g_autofree char *text = NULL;
  if (n == n_shown)
    text = g_strdup_printf (ngettext ("%u line", "%u lines", n), n);
  else
    /* Translators: how many lines are shown, of how many. */
    text = g_strdup_printf (_ ("%u of %u lines"), n_shown, n);
  gtk_label_set_text (self->count, text);
}

static void
on_wanted_changed_cb (LecternJournalPage *self)
{
  if (!self->filter) /* the template is still being read */
    return;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

static void
add_person (LecternJournalPage *self,
            const char         *actor)
{
  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (self->persons)); i++)
    if (g_strcmp0 (gtk_string_list_get_string (self->persons, i), actor) == 0)
      return;
  gtk_string_list_append (self->persons, actor);
}

static LecternPaperOrder *
make_order (void)
{
  return lectern_paper_order_new (LECTERN_PAPER_JOURNAL);
}

static void
on_print_clicked_cb (LecternJournalPage *self)
{
  g_autoptr (LecternPaperOrder) order = make_order ();
  lectern_paper_print (GTK_WIDGET (self), lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)), order);
}

static void
on_save_clicked_cb (LecternJournalPage *self)
{
  g_autoptr (LecternPaperOrder) order = make_order ();
  lectern_paper_job_choose (GTK_WIDGET (self), lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)), order);
}

static void
on_export_clicked_cb (LecternJournalPage *self)
{
  lectern_journal_job_choose (GTK_WIDGET (self), lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)));
}

static LecternTableLine *
make_line (const LecternJournalLine *entry)
{
  LecternTableLine *line = lectern_table_line_new (entry->seq, N_COLUMNS);
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (entry->wall_us / G_USEC_PER_SEC);
  lectern_table_line_take_text (line, COLUMN_NUMBER, g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq), "dim-label");
  lectern_table_line_take_text (line, COLUMN_TIME, when ? g_date_time_format (when, "%Y-%m-%d %H:%M:%S") : NULL, NULL);
  lectern_table_line_take_text (line, COLUMN_ACTOR, g_strdup (entry->actor), NULL);
  lectern_table_line_take_text (line, COLUMN_SENTENCE, g_strdup (entry->sentence), NULL);
  lectern_table_line_take_text (line, COLUMN_REASON, g_strdup (entry->reason), NULL);
  lectern_table_line_take_text (line, COLUMN_KIND, g_strdup (find_kind (entry->action)), NULL);
  return line;
}

static void
add_lines (LecternJournalPage *self,
           GPtrArray          *entries)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = entries->len; i > 0; i--)
    {
      const LecternJournalLine *entry = g_ptr_array_index (entries, i - 1);
      if (entry->seq <= self->last)
        continue;
      g_ptr_array_add (lines, make_line (entry));
      add_person (self, entry->actor);
    }
  if (lines->len == 0)
    return;
  self->last = lectern_table_line_get_key (g_ptr_array_index (lines, 0));
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
  show_count (self);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  LecternJournalPage *self = LECTERN_JOURNAL_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), &error);
  self->reading = FALSE;
  if (entries)
    add_lines (self, entries);
  else if (lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)))
    lectern_desk_refuse (lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)), error->message);
  if (self->read_again)
    lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
}

static void
lectern_journal_page_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternJournalPage *self = LECTERN_JOURNAL_PAGE (part);
  self->read_again = self->reading;
  if (self->reading)
    return;
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);
  reading->engine = g_object_ref (lectern_desk_get_engine (lectern_console_part_get_desk (part)));
  reading->after = self->last;
  self->reading = TRUE;
  g_task_set_source_tag (task, lectern_journal_page_refresh);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, run_reading);
}

static void
lectern_journal_page_dispose (GObject *object)
{
  LecternJournalPage *self = LECTERN_JOURNAL_PAGE (object);
  g_clear_object (&self->shown);
  g_clear_object (&self->persons);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (lectern_journal_page_parent_class)->dispose (object);
}

static void
lectern_journal_page_class_init (LecternJournalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_journal_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_journal_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternJournalPage, view);
  gtk_widget_class_bind_template_child (widget_class, LecternJournalPage, search);
  gtk_widget_class_bind_template_child (widget_class, LecternJournalPage, person);
  gtk_widget_class_bind_template_child (widget_class, LecternJournalPage, kind);
  gtk_widget_class_bind_template_child (widget_class, LecternJournalPage, count);
  gtk_widget_class_bind_template_callback (widget_class, on_wanted_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
offer_filters (LecternJournalPage *self)
{
  const char *const everybody[] = { C_ ("journal", "Everybody"), NULL };
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (words, g_dpgettext2 (GETTEXT_PACKAGE, "journal", kinds[i].words));
  self->persons = gtk_string_list_new (everybody);
  gtk_drop_down_set_model (self->person, G_LIST_MODEL (self->persons));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (words));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->lines)), self->filter);
}

static void
lectern_journal_page_init (LecternJournalPage *self)
{
  self->lines = g_list_store_new (LECTERN_TYPE_TABLE_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_filters (self);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  lectern_table_add_column (self->view, COLUMN_NUMBER, C_ ("journal", "No."), 64, LECTERN_TABLE_NUMERIC);
  lectern_table_add_column (self->view, COLUMN_TIME, C_ ("journal", "Time"), 170, LECTERN_TABLE_TABULAR);
  lectern_table_add_column (self->view, COLUMN_ACTOR, C_ ("journal", "Who"), 110, LECTERN_TABLE_PLAIN);
  lectern_table_add_column (self->view, COLUMN_SENTENCE, C_ ("journal", "What"), -1, LECTERN_TABLE_EXPAND);
  lectern_table_add_column (self->view, COLUMN_REASON, C_ ("journal", "Why"), 260, LECTERN_TABLE_PLAIN);
  lectern_table_align_headings (self->view);
}

GListModel *
lectern_journal_page_get_lines (LecternJournalPage *self)
{
  g_return_val_if_fail (LECTERN_IS_JOURNAL_PAGE (self), NULL);
  return G_LIST_MODEL (self->lines);
}
