/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The journal as a file that an official opens in a spreadsheet. It is always whole, whatever the page hides. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-journal-job.h"

#include <glib/gi18n-lib.h>

#include "lectern-file-choice.h"
#include "lectern-journal-table.h"

typedef struct
{
  LecternEngine  *engine;
  LecternContest *contest; /* a copy for the thread */
  char           *path;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->engine);
  g_object_unref (job->contest);
  g_free (job->path);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job    *job = task_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) lines = lectern_engine_read_journal (job->engine, 0, 0, &error);
  if (lines && lectern_journal_table_write (job->contest, lines, job->path, g_get_real_time (), &error))
    g_task_return_int (task, lines->len);
  else
    g_task_return_error (task, error ? error : g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The contest is closed.")));
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  LecternDesk     *desk = LECTERN_DESK (source);
  g_autofree char *path = user_data;
  g_autoptr (GError) error = NULL;
  gssize n = g_task_propagate_int (G_TASK (result), &error);
  if (error)
    {
      lectern_desk_refuse (desk, error->message);
      return;
    }
  /* Translators: how many lines of the journal, and the file they are in. */
  g_autofree char *sentence = g_strdup_printf (ngettext ("%d line of the journal is written to “%s”.", "%d lines of the journal are written to “%s”.", (gulong) n), (int) n, path);
  lectern_desk_tell (desk, sentence);
}

void
lectern_journal_job_write (LecternDesk *desk,
                           const char  *path)
{
  g_return_if_fail (LECTERN_IS_DESK (desk) && path != NULL);
  g_autoptr (GTask) task = g_task_new (desk, NULL, on_written_cb, g_strdup (path));
  Job *job = g_new0 (Job, 1);
  job->engine = g_object_ref (lectern_desk_get_engine (desk));
  job->contest = lectern_contest_copy (lectern_desk_get_contest (desk));
  job->path = g_strdup (path);
  g_task_set_source_tag (task, lectern_journal_job_write);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

static void
on_place_chosen_cb (GtkNativeDialog *chooser,
                    int              response,
                    LecternDesk     *desk)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  if (response == GTK_RESPONSE_ACCEPT && path)
    lectern_journal_job_write (desk, path);
  g_object_unref (desk);
  g_object_unref (chooser);
}

void
lectern_journal_job_choose (GtkWidget   *parent,
                            LecternDesk *desk)
{
  g_return_if_fail (LECTERN_IS_DESK (desk));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Export the Journal"), GTK_WINDOW (gtk_widget_get_root (parent)),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Tables (CSV, XLSX)"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "journal.xlsx");
  g_signal_connect (chooser, "response", G_CALLBACK (on_place_chosen_cb), g_object_ref (desk));
  lectern_file_choice_show (chooser, desk);
}
