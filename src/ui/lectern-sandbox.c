/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a sandbox changes for a contest's file. Tables and papers may be handed over one by one, but a
 * contest is a database: what is committed stands in a second file beside it until it is written
 * into the first, and a portal hands over one. So contests have a folder of their own there. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-sandbox.h"

#include <glib/gi18n-lib.h>

#define FOLDER "Lectern" /* below the documents; the Flatpak manifest opens it */

gboolean
lectern_sandbox_may_keep (const char *path,
                          GError    **error)
{
  g_autofree char *handed_over = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);

  g_return_val_if_fail (path != NULL, FALSE);

  if (!g_str_has_prefix (path, handed_over) || path[strlen (handed_over)] != G_DIR_SEPARATOR)
    return TRUE;
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_PERMISSION_DENIED,
               /* Translators: %s is the name of a folder below the user's documents. */
               _ ("Only this one file was handed over to Lectern, and a contest needs its folder. Put it into the folder %s of your documents and open it there."),
               FOLDER);
  return FALSE;
}

char *
lectern_sandbox_get_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (documents == NULL || !g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return NULL;
  return g_build_filename (documents, FOLDER, NULL);
}
