/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A file on its way from the operator's hand into the contest. A video takes a while to copy:
 * nothing waits for it, and what comes of it is told as anything else is. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-attach-job.h"

#include <glib/gi18n-lib.h>

#include "lectern-attach.h"
#include "lectern-file-choice.h"
#include "lectern-file-match.h"
#include "lectern-intake.h"

typedef struct
{
  LecternAttachment *record;
  char              *contest;
  char              *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;
  g_clear_pointer (&job->record, lectern_record_unref);
  g_free (job->contest);
  g_free (job->path);
  g_free (job);
}

static void
look (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  Job           *job = task_data;
  GError        *error = NULL;
  LecternAction *action = NULL;
  g_autoptr (GBytes) bytes = NULL;
  if (lectern_intake_look (job->record, job->path, &bytes, &error))
    action = lectern_attach_new_action (job->contest, g_steal_pointer (&job->record), job->path, bytes, "console", cancellable, &error);
  if (action)
    g_task_return_pointer (task, action, (GDestroyNotify) lectern_action_free);
  else
    g_task_return_error (task, error);
}

static void
on_looked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  LecternDesk     *desk = LECTERN_DESK (source);
  const Job       *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (job->path);
  g_autoptr (GError) error = NULL;
  LecternAction *action = g_task_propagate_pointer (G_TASK (result), &error);
  if (action)
    {
      lectern_desk_submit (desk, action, NULL, NULL);
      return;
    }
  /* Translators: the name of a file, and why it was refused. */
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” was not attached: %s"), name, error->message);
  lectern_desk_refuse (desk, sentence);
}

void
lectern_attach_job_start (LecternDesk *desk,
                          LecternRole  role,
                          gint64       owner,
                          const char  *path)
{
  g_return_if_fail (LECTERN_IS_DESK (desk));
  g_return_if_fail (path != NULL);
  g_autoptr (GTask) task = g_task_new (desk, NULL, on_looked_cb, NULL);
  Job *job = g_new0 (Job, 1);
  job->record = lectern_attach_new_record (role, owner, path);
  job->contest = g_strdup (lectern_engine_get_path (lectern_desk_get_engine (desk)));
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look);
}

typedef struct
{
  LecternDesk *desk;
  LecternRole  role;
  gint64       owner;
} Choice;

static void
on_response_cb (GtkNativeDialog *chooser,
                int              response,
                Choice          *choice)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  if (response == GTK_RESPONSE_ACCEPT && path)
    lectern_attach_job_start (choice->desk, choice->role, choice->owner, path);
  g_object_unref (choice->desk);
  g_free (choice);
  g_object_unref (chooser);
}

static void
add_filter (GtkFileChooser *chooser,
            LecternRole     role)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  if (role == LECTERN_ROLE_COURSEWARE)
    return;
  if (lectern_role_is_picture (role))
    {
      gtk_file_filter_set_name (filter, _ ("Pictures (PNG, JPEG)"));
      gtk_file_filter_add_mime_type (filter, "image/png");
      gtk_file_filter_add_mime_type (filter, "image/jpeg");
    }
  else if (role == LECTERN_ROLE_VIDEO)
    {
      gtk_file_filter_set_name (filter, _ ("Videos"));
      gtk_file_filter_add_mime_type (filter, "video/*");
    }
  else
    {
      gtk_file_filter_set_name (filter, _ ("Sounds"));
      gtk_file_filter_add_mime_type (filter, "audio/*");
    }
  gtk_file_chooser_add_filter (chooser, filter);
}

void
lectern_attach_job_choose (GtkWidget   *parent,
                           LecternDesk *desk,
                           LecternRole  role,
                           gint64       owner)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (LECTERN_IS_DESK (desk));
  Choice               *choice = g_new0 (Choice, 1);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Choose a File"), GTK_WINDOW (gtk_widget_get_root (parent)),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  choice->desk = g_object_ref (desk);
  choice->role = role;
  choice->owner = owner;
  add_filter (GTK_FILE_CHOOSER (chooser), role);
  g_signal_connect (chooser, "response", G_CALLBACK (on_response_cb), choice);
  lectern_file_choice_show (chooser, desk);
}

guint
lectern_attach_job_drop (LecternDesk *desk,
                         gint64       nominee,
                         GSList      *files)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  guint n = 0;
  g_return_val_if_fail (LECTERN_IS_DESK (desk), 0);
  for (GSList *at = files; at; at = at->next)
    {
      g_autofree char      *path = g_file_get_path (at->data);
      g_autofree char      *name = path ? g_filename_display_basename (path) : NULL;
      g_autofree char      *why = NULL;
      LecternRole           role = LECTERN_ROLE_COURSEWARE;
      const LecternNominee *match = name ? lectern_file_match (lectern_desk_get_contest (desk), name, &role, &why) : NULL;
      gint64                owner = nominee != LECTERN_NULL ? nominee : match ? match->id
                                                                              : LECTERN_NULL;
      if (path && owner != LECTERN_NULL)
        {
          lectern_attach_job_start (desk, role, owner, path);
          n++;
        }
      else if (name)
        g_string_append_printf (unknown, "%s%s", unknown->len ? ", " : "", name);
    }
  if (unknown->len)
    {
      /* Translators: names of files. */
      g_autofree char *sentence = g_strdup_printf (_ ("Whose are these? Drop them on the nominee’s row: %s"), unknown->str);
      lectern_desk_refuse (desk, sentence);
    }
  return n;
}

void
lectern_attach_job_detach (LecternDesk *desk,
                           LecternRole  role,
                           gint64       owner)
{
  g_return_if_fail (LECTERN_IS_DESK (desk));
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_DETACH);
  action->key = g_strdup (lectern_role_get_name (role));
  action->number = owner;
  lectern_desk_submit (desk, action, NULL, NULL);
}
