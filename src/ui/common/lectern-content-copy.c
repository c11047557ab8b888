/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Bytes of the contest as a file. Players and other programs take no bytes, only files; the copy
 * stays in the cache under a name that is the content's own, so it is made once. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-content-copy.h"

#include "lectern-attach.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <utime.h>

/* The folders of the cache that hold copies. */
static const char *const kinds[] = { "courseware", "sounds", "videos" };

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
    {
      g_utime (copy->path, NULL); /* wanted again: it stays a while longer */
      g_task_return_pointer (task, g_strdup (copy->path), g_free);
    }
  else
    g_task_return_error (task, error);
}

static gboolean
is_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i]))
      return TRUE;
  return FALSE;
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
  g_return_if_fail (is_kind (kind));
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

/* Of one folder; @oldest is the last second that is too long ago. */
static guint
tidy_folder (const char *path,
             gint64      oldest)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint       n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      GStatBuf         buffer;

      if (g_lstat (file, &buffer) == 0 && S_ISREG (buffer.st_mode) && buffer.st_mtime <= oldest)
        n += g_unlink (file) == 0;
    }
  return n;
}

guint
lectern_content_copy_tidy (gint64 now_us)
{
  gint64 oldest = now_us / G_USEC_PER_SEC - LECTERN_CONTENT_COPY_DAYS * 24 * 60 * 60;
  guint  n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "lectern", kinds[i], NULL);

      n += tidy_folder (folder, oldest);
    }
  return n;
}

static void
run_tidy (GTask        *task,
          gpointer      source,
          gpointer      task_data,
          GCancellable *cancellable)
{
  lectern_content_copy_tidy (g_get_real_time ());
  g_task_return_boolean (task, TRUE);
}

void
lectern_content_copy_tidy_later (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, lectern_content_copy_tidy_later);
  g_task_run_in_thread (task, run_tidy);
}
