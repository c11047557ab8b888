/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Bytes of the contest as a file. Players and other programs take no bytes, only files; the copy
 * stays in the cache under a name that is the content's own, so it is made once. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-content-copy.h"

#include "lectern-attach.h"

typedef struct
{
  char *contest; /* its path */
  char *sha256;
  char *path; /* of the copy */
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;
  g_free (copy->contest);
  g_free (copy->sha256);
  g_free (copy->path);
  g_free (copy);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      task_data,
     GCancellable *cancellable)
{
  const Copy      *copy = task_data;
  g_autofree char *folder = g_path_get_dirname (copy->path);
  GError          *error = NULL;
  g_mkdir_with_parents (folder, 0700);
  if (lectern_engine_save_content (copy->contest, copy->sha256, copy->path, cancellable, &error))
    g_task_return_pointer (task, g_strdup (copy->path), g_free);
  else
    g_task_return_error (task, error);
}

void
lectern_content_copy_async (LecternFollower    *follower,
                            const char         *sha256,
                            const char         *kind,
                            const char         *name,
                            gpointer            source,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (LECTERN_IS_FOLLOWER (follower) && sha256 != NULL && kind != NULL && name != NULL);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Copy *copy = g_new0 (Copy, 1);
  copy->contest = g_strdup (lectern_engine_get_path (lectern_follower_get_engine (follower)));
  copy->sha256 = g_strdup (sha256);
  copy->path = g_build_filename (g_get_user_cache_dir (), "lectern", kind, name, NULL);
  g_task_set_source_tag (task, lectern_content_copy_async);
  g_task_set_task_data (task, copy, copy_free);
  g_task_run_in_thread (task, run);
}

char *
lectern_content_copy_finish (GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
