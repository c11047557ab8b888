/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the console remembers of its last time on this laptop: its size, and which contest it was.
 * Nothing of the contest itself: that is in its file. A program that runs without being installed
 * has no settings and remembers nothing, which is no error. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-window-memory.h"

#include "lectern-config.h"

#define RECENT_KEPT 12

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

/* @path first, then the others in their order; more than are shown, for some will be gone. */
static void
remember_recent (GSettings  *settings,
                 const char *path)
{
  g_auto (GStrv) before = g_settings_get_strv (settings, "recent-files");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;
  guint kept = 1;

  g_strv_builder_add (builder, path);
  for (guint i = 0; before[i] != NULL && kept < RECENT_KEPT; i++)
    if (!g_str_equal (before[i], path))
      {
        g_strv_builder_add (builder, before[i]);
        kept++;
      }
  now = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-files", (const char *const *) now);
}

void
lectern_window_memory_set_last_file (const char *path)
{
  g_autoptr (GSettings) settings = open_settings ();

  g_return_if_fail (path != NULL);

  if (settings == NULL || !g_utf8_validate (path, -1, NULL))
    return;
  g_settings_set_string (settings, "last-file", path);
  remember_recent (settings, path);
}

GStrv
lectern_window_memory_list_recent_files (void)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_auto (GStrv) paths = settings != NULL ? g_settings_get_strv (settings, "recent-files") : NULL;
  g_autofree char *last = lectern_window_memory_get_last_file ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  /* A version that remembered one contest alone may have been here before. */
  if (last != NULL && !g_strv_contains ((const char *const *) paths, last))
    {
      g_strv_builder_add (builder, last);
      n++;
    }
  for (guint i = 0; paths != NULL && paths[i] != NULL && n < LECTERN_WINDOW_MEMORY_RECENT; i++)
    if (g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      {
        g_strv_builder_add (builder, paths[i]);
        n++;
      }
  return g_strv_builder_end (builder);
}

char *
lectern_window_memory_get_last_file (void)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autofree char *path = settings != NULL ? g_settings_get_string (settings, "last-file") : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}
