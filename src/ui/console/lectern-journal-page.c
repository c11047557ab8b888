/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What happened, in the journal's own sentences. Only what is new is read, and on another thread:
 * the engine's may be at the disk. A line that stands here never changes. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-journal-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-journal-line.h"
#include "lectern-table-line.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_TIME,
  COLUMN_ACTOR,
  COLUMN_SENTENCE,
  COLUMN_REASON,
  N_COLUMNS,
};

struct _LecternJournalPage
{
  LecternConsolePart parent_instance;
  GListStore        *lines;
  GtkColumnView     *view;
  gint64             last;
  gboolean           reading;
  gboolean           read_again;
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
    }
  if (lines->len == 0)
    return;
  self->last = lectern_table_line_get_key (g_ptr_array_index (lines, 0));
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
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
}

static void
lectern_journal_page_init (LecternJournalPage *self)
{
  self->lines = g_list_store_new (LECTERN_TYPE_TABLE_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
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
