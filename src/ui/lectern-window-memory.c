/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the console remembers of its last time on this laptop: its size, and which contest it was.
 * Nothing of the contest itself: that is in its file. A program that runs without being installed
 * has no settings and remembers nothing, which is no error. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-window-memory.h"

#include "lectern-config.h"

/* NULL: not installed. GSettings would end the program then. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, LECTERN_APP_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

void
lectern_window_memory_watch (GtkWindow *window)
{
  g_autoptr (GSettings) settings = open_settings ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (settings == NULL)
    return;
  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}

void
lectern_window_memory_set_last_file (const char *path)
{
  g_autoptr (GSettings) settings = open_settings ();

  g_return_if_fail (path != NULL);

  if (settings != NULL && g_utf8_validate (path, -1, NULL))
    g_settings_set_string (settings, "last-file", path);
}

char *
lectern_window_memory_get_last_file (void)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autofree char *path = settings != NULL ? g_settings_get_string (settings, "last-file") : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}
