/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* High contrast is the desktop's setting alone: it is changed where the programs that take pictures
 * keep settings, in memory. */

#define G_LOG_DOMAIN "lectern-test"

#include "window-looks.h"

#define CONTRAST_SCHEMA "org.gnome.desktop.a11y.interface"

static const struct
{
  const char    *suffix;
  AdwColorScheme scheme;
  gboolean       contrast;
} looks[] = {
  { "", ADW_COLOR_SCHEME_DEFAULT, FALSE },
  { "-dark", ADW_COLOR_SCHEME_FORCE_DARK, FALSE },
  { "-contrast", ADW_COLOR_SCHEME_DEFAULT, TRUE },
};

static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source ? g_settings_schema_source_lookup (source, CONTRAST_SCHEMA, TRUE) : NULL;
  return schema ? g_settings_new (CONTRAST_SCHEMA) : NULL;
}

gboolean
window_looks_is_plain (void)
{
  return g_getenv ("LECTERN_SHOTS_PLAIN") != NULL;
}

guint
window_looks_get_n (void)
{
  return window_looks_is_plain () ? 1 : G_N_ELEMENTS (looks);
}

const char *
window_looks_put_on (guint nth)
{
  static GSettings *settings; /* the desktop's: one a process */
  if (!settings)
    settings = find_settings ();
  g_assert_cmpuint (nth, <, G_N_ELEMENTS (looks));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), looks[nth].scheme);
  if (settings)
    g_settings_set_boolean (settings, "high-contrast", looks[nth].contrast);
  return looks[nth].suffix;
}
