/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A dry run is the real thing on a copy: nothing else could promise to refuse the same. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-dry-run.h"

#include "lectern-store.h"

#include <glib/gstdio.h>

LecternEngine *
lectern_dry_run_open (const char *path,
                      char      **copy,
                      GError    **error)
{
  g_autoptr (LecternStore) store = lectern_store_open_read_only (path, error);
  g_autofree char *folder = NULL;

  if (store == NULL)
    return NULL;
  folder = g_dir_make_tmp ("lectern-dry-run-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  *copy = g_build_filename (folder, "contest.lectern", NULL);
  if (!lectern_store_backup (store, *copy, error))
    return NULL;

  return lectern_engine_open (*copy, error);
}

void
lectern_dry_run_remove (char *copy)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) listing = NULL;
  const char *name;

  if (copy == NULL)
    return;
  folder = g_path_get_dirname (copy);
  listing = g_dir_open (folder, 0, NULL);
  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (copy);
}
