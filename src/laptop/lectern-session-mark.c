/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A note a contest while it is open, named after a hash of its path: of what is in the contest, or of
 * what it is called, nothing is in it. */

#define G_LOG_DOMAIN "lectern-laptop"

#include "lectern-session-mark.h"

#include <glib/gstdio.h>

#include "lectern-state-folder.h"

static char *
name_mark (const char *folder,
           const char *path)
{
  g_autofree char *own = folder == NULL ? lectern_state_folder_get () : g_strdup (folder);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_strdup_printf ("open-%.16s", hash);

  g_mkdir_with_parents (own, 0700);
  return g_build_filename (own, name, NULL);
}

gboolean
lectern_session_mark_open (const char *folder,
                           const char *path)
{
  g_autofree char *mark = name_mark (folder, path);
  gboolean         unclosed = g_file_test (mark, G_FILE_TEST_EXISTS);

  g_file_set_contents (mark, "", 0, NULL);
  return unclosed;
}

void
lectern_session_mark_close (const char *folder,
                            const char *path)
{
  g_autofree char *mark = name_mark (folder, path);

  g_unlink (mark);
}
