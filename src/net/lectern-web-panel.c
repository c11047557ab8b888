/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judge's panel for laptops that have nothing but a browser. Its files are compiled in as they are
 * in data/web: what is served is what is in the source, and nothing is asked for from anywhere else. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-web-panel.h"

#include "lectern-web-resource.h"

#define RESOURCE_PREFIX "/io/github/lectern/Lectern"
#define FOLDER "/web/"
#define FRONT_PAGE FOLDER "index.html"

static const char *
find_content_type (const char *path)
{
  static const struct
  {
    const char *ending;
    const char *content_type;
  } types[] = {
    { ".html", "text/html; charset=utf-8" },
    { ".css", "text/css; charset=utf-8" },
    { ".js", "text/javascript; charset=utf-8" },
    { ".svg", "image/svg+xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (path, types[i].ending))
      return types[i].content_type;
  return NULL;
}

GBytes *
lectern_web_panel_find (const char  *path,
                        const char **content_type)
{
  const char      *inside = g_strcmp0 (path, "/") == 0 ? FRONT_PAGE : path;
  g_autofree char *full = NULL;

  g_return_val_if_fail (path != NULL && content_type != NULL, NULL);

  *content_type = find_content_type (inside);
  if (!*content_type || !g_str_has_prefix (inside, FOLDER))
    return NULL;
  full = g_strconcat (RESOURCE_PREFIX, inside, NULL);
  return g_resource_lookup_data (lectern_web_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
