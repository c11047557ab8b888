/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Papers take longer than a frame, so they are laid out and written on a thread of their own from
 * a copy of the contest; the copy shares its records, which never change. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-paper-job.h"

#include <glib/gi18n-lib.h>

#include "lectern-paper.h"

typedef struct
{
  LecternContest     *contest;
  LecternPaperJobKind kind;
  char               *award;
  GStrv               addresses; /* for cards, with the next */
  const char         *fingerprint;
  char               *path;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->contest);
  g_free (job->award);
  g_strfreev (job->addresses);
  g_free (job->path);
  g_free (job);
}

static LecternDocument *
typeset (Job     *job,
         GError **error)
{
  static const LecternPaperKind reports[] = {
    [LECTERN_PAPER_JOB_RUNNING_ORDER] = LECTERN_PAPER_RUNNING_ORDER,
    [LECTERN_PAPER_JOB_SUMMARY] = LECTERN_PAPER_SUMMARY,
    [LECTERN_PAPER_JOB_BLANK_SHEETS] = LECTERN_PAPER_BLANK_SHEETS,
  };
  if (job->kind == LECTERN_PAPER_JOB_CERTIFICATES)
    {
      g_autoptr (LecternRanking) ranking = lectern_ranking_new (job->contest, NULL, FALSE);
      return lectern_certificates_new (job->contest, ranking, job->award, FALSE, error);
    }
  if (job->kind == LECTERN_PAPER_JOB_CARDS)
    {
      const LecternPaperOptions options = { .addresses = (const char *const *) job->addresses, .fingerprint = job->fingerprint };
      return lectern_paper_report_with (job->contest, LECTERN_PAPER_CARDS, &options, g_get_real_time (), error);
    }
  return lectern_paper_report (job->contest, reports[job->kind], NULL, g_get_real_time (), error);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job             *job = task_data;
  GError          *error = NULL;
  LecternDocument *document = typeset (job, &error);
  gboolean         written = document && lectern_document_write_pdf (document, job->path, &error);
  g_clear_pointer (&document, lectern_document_unref);
  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
lectern_paper_job_write_async (LecternContest     *contest,
                               LecternPaperJobKind kind,
                               const char         *award,
                               LecternServer      *server,
                               const char         *path,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (LECTERN_IS_CONTEST (contest) && path != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  job->contest = lectern_contest_copy (contest);
  job->kind = kind;
  job->award = g_strdup (award);
  job->addresses = server ? lectern_server_list_addresses (server) : NULL;
  job->fingerprint = server ? lectern_server_get_fingerprint (server) : NULL;
  job->path = g_strdup (path);
  g_task_set_source_tag (task, lectern_paper_job_write_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

gboolean
lectern_paper_job_write_finish (GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What is remembered from the question to the end. */
typedef struct
{
  LecternDesk        *desk;
  GtkWindow          *window;
  LecternPaperJobKind kind;
  char               *award;
  char               *path;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->desk);
  g_clear_weak_pointer (&errand->window);
  g_free (errand->award);
  g_free (errand->path);
  g_free (errand);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  if (!lectern_paper_job_write_finish (result, &error))
    {
      lectern_desk_refuse (errand->desk, error->message);
      return;
    }
  g_autofree char *name = g_path_get_basename (errand->path);
  /* Translators: the name of a PDF file. */
  g_autofree char *sentence = g_strdup_printf (_ ("%s is written."), name);
  g_autofree char *uri = g_filename_to_uri (errand->path, NULL, NULL);
  lectern_desk_tell (errand->desk, sentence);
  if (errand->window && uri)
    gtk_show_uri (errand->window, uri, GDK_CURRENT_TIME);
}

static void
on_place_chosen_cb (GtkNativeDialog *chooser,
                    int              response,
                    Errand          *errand)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  errand->path = file ? g_file_get_path (file) : NULL;
  if (response == GTK_RESPONSE_ACCEPT && errand->path)
    lectern_paper_job_write_async (lectern_desk_get_contest (errand->desk), errand->kind, errand->award,
                                   lectern_desk_get_server (errand->desk), errand->path, NULL, on_written_cb, errand);
  else
    errand_free (errand);
  g_object_unref (chooser);
}

static char *
name_file (LecternPaperJobKind kind)
{
  static const char *const names[] = {
    [LECTERN_PAPER_JOB_RUNNING_ORDER] = N_ ("running-order.pdf"),
    [LECTERN_PAPER_JOB_SUMMARY] = N_ ("summary.pdf"),
    [LECTERN_PAPER_JOB_CERTIFICATES] = N_ ("certificates.pdf"),
    [LECTERN_PAPER_JOB_BLANK_SHEETS] = N_ ("blank-sheets.pdf"),
    [LECTERN_PAPER_JOB_CARDS] = N_ ("judges-cards.pdf"),
  };
  return g_strdup (_ (names[kind]));
}

void
lectern_paper_job_choose (GtkWidget          *parent,
                          LecternDesk        *desk,
                          LecternPaperJobKind kind,
                          const char         *award)
{
  GtkWindow            *window = GTK_WINDOW (gtk_widget_get_root (parent));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save as PDF"), window, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  Errand               *errand = g_new0 (Errand, 1);
  g_autofree char      *name = name_file (kind);
  errand->desk = g_object_ref (desk);
  g_set_weak_pointer (&errand->window, window);
  errand->kind = kind;
  errand->award = g_strdup (award);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_place_chosen_cb), errand);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
