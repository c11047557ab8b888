/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A laptop that goes back to the office must not be deaf there because the hall's cable is not plugged in: an
 * interface that is not there is as good as no choice. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-network-choice.h"

#include "lectern-venue.h"

#include <glib/gstdio.h>

#define GROUP "network"
#define KEY "interface"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "lectern", "console.ini", NULL);
}

char *
lectern_network_choice_load (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = get_path ();
  g_autofree char *interface = NULL;
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  interface = g_key_file_get_string (file, GROUP, KEY, NULL);
  return interface && lectern_venue_is_interface (interface) ? g_steal_pointer (&interface) : NULL;
}

gboolean
lectern_network_choice_save (const char *interface,
                             GError    **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  if (interface)
    g_key_file_set_string (file, GROUP, KEY, interface);
  else
    g_key_file_remove_key (file, GROUP, KEY, NULL);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (file, path, error);
}
