/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Proving a bundle computes every result again, which takes longer than a frame: both ways run on a
 * thread of their own. The contest and the line of the journal that go into one are of one moment. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-bundle-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-file-choice.h"
#include "lectern-journal-line.h"
#include "lectern-signature.h"
#include "lectern-signing-key.h"

typedef struct
{
  LecternEngine  *engine;
  LecternContest *contest;
  gint64          seq;
  char           *path;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->engine);
  g_clear_object (&job->contest);
  g_free (job->path);
  g_free (job);
}

/* Writing ------------------------------------------------------------------------------------ */

static LecternBundle *
make_bundle (Job     *job,
             GError **error)
{
  g_autoptr (GPtrArray) lines = lectern_engine_read_journal (job->engine, job->seq - 1, 1, error);
  if (!lines)
    return NULL;
  if (lines->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The contest is closed."));
      return NULL;
    }
  return lectern_bundle_new (job->contest, job->seq, ((const LecternJournalLine *) g_ptr_array_index (lines, 0))->hash);
}

static char *
write_bundle (Job     *job,
              GError **error)
{
  g_autoptr (LecternBundle) bundle = make_bundle (job, error);
  g_autoptr (GBytes) seed = bundle ? lectern_signing_key_open (NULL, error) : NULL;
  g_autofree char *text = seed ? lectern_bundle_sign (bundle, seed) : NULL;
  g_autoptr (LecternBundle) read = text ? lectern_bundle_read (text, strlen (text), error) : NULL;
  g_autofree char *fingerprint = read ? lectern_bundle_get_fingerprint (read) : NULL;
  if (!fingerprint || !g_file_set_contents (job->path, text, -1, error))
    return NULL;
  return lectern_signature_shorten (fingerprint);
}

static void
run_writing (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  char   *key = write_bundle (task_data, &error);
  if (key)
    g_task_return_pointer (task, key, g_free);
  else
    g_task_return_error (task, error ? error : g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The contest is closed.")));
}

void
lectern_bundle_job_write_async (LecternDesk        *desk,
                                const char         *path,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (LECTERN_IS_DESK (desk) && path != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  job->engine = g_object_ref (lectern_desk_get_engine (desk));
  job->contest = lectern_contest_copy (lectern_desk_get_contest (desk));
  job->seq = lectern_follower_get_seq (lectern_desk_get_follower (desk));
  job->path = g_strdup (path);
  g_task_set_source_tag (task, lectern_bundle_job_write_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_writing);
}

char *
lectern_bundle_job_write_finish (GAsyncResult *result,
                                 GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Reading ------------------------------------------------------------------------------------ */

static void
run_reading (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job             *job = task_data;
  GError          *error = NULL;
  gsize            length = 0;
  g_autofree char *text = NULL;
  LecternBundle   *bundle = NULL;
  if (g_file_get_contents (job->path, &text, &length, &error))
    bundle = lectern_bundle_read (text, length, &error);
  if (bundle)
    g_task_return_pointer (task, bundle, (GDestroyNotify) lectern_bundle_free);
  else
    g_task_return_error (task, error);
}

void
lectern_bundle_job_read_async (const char         *path,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (path != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  job->path = g_strdup (path);
  g_task_set_source_tag (task, lectern_bundle_job_read_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_reading);
}

LecternBundle *
lectern_bundle_job_read_finish (GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Where -------------------------------------------------------------------------------------- */

typedef struct
{
  LecternDesk        *desk;
  LecternConsolePart *parent; /* shows the key, which may be new; NULL when gone */
  char               *path;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->desk);
  g_clear_weak_pointer (&errand->parent);
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
  g_autofree char *key = lectern_bundle_job_write_finish (result, &error);
  if (!key)
    {
      lectern_desk_refuse (errand->desk, error->message);
      return;
    }
  g_autofree char *name = g_path_get_basename (errand->path);
  /* Translators: the name of a file, the short fingerprint of a key. */
  g_autofree char *sentence = g_strdup_printf (_ ("%s is written, signed with the key %s."), name, key);
  lectern_desk_tell (errand->desk, sentence);
  if (errand->parent)
    lectern_console_part_refresh (errand->parent);
}

static void
on_place_chosen_cb (GtkNativeDialog *chooser,
                    int              response,
                    Errand          *errand)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  errand->path = file ? g_file_get_path (file) : NULL;
  if (response == GTK_RESPONSE_ACCEPT && errand->path)
    lectern_bundle_job_write_async (errand->desk, errand->path, NULL, on_written_cb, errand);
  else
    errand_free (errand);
  g_object_unref (chooser);
}

void
lectern_bundle_job_choose (LecternConsolePart *parent)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save the Signed Results"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (parent))),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  Errand               *errand = g_new0 (Errand, 1);
  errand->desk = g_object_ref (lectern_console_part_get_desk (parent));
  g_set_weak_pointer (&errand->parent, parent);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "results.json");
  g_signal_connect (chooser, "response", G_CALLBACK (on_place_chosen_cb), errand);
  lectern_file_choice_show (chooser, errand->desk);
}
