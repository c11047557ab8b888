/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the programs that take pictures of the console share. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

#include "lectern-config.h"
#include "window-looks.h"
#include "window-walk.h"

#define SETTLE_MS 400
#define PATIENCE 20

/* NULL as long as the window has not been drawn. */
static GskRenderNode *
look_at (gpointer window)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  gdk_paintable_snapshot (paintable, snapshot,
                          gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  return gtk_snapshot_free_to_node (snapshot);
}

static void
take_look (const ConsoleCamera *camera,
           gpointer             window,
           const char          *name,
           const char          *look)
{
  g_autofree char *file = g_strdup_printf ("console-%s%s-%dx%d.png", name, look, camera->width, camera->height);
  g_autofree char *path = g_build_filename (camera->folder, file, NULL);
  g_autoptr (GskRenderNode) node = NULL;
  for (guint i = 0; !node && i < PATIENCE; i++)
    {
      console_fixture_settle (SETTLE_MS);
      node = look_at (window);
    }
  g_assert_nonnull (node);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
  g_print ("%s\n", path);
}

void
console_camera_take (const ConsoleCamera *camera,
                     gpointer             window,
                     const char          *name)
{
  if (window_walk_is_wanted ())
    {
      window_walk_look (window, name);
      return;
    }
  for (guint i = 0; i < window_looks_get_n (); i++)
    take_look (camera, window, name, window_looks_put_on (i));
  window_looks_put_on (0);
}

int
console_camera_run (int   argc,
                    char *argv[],
                    void (*shoot) (const ConsoleCamera *camera))
{
  static const int sizes[][2] = { { 1366, 768 }, { 1440, 900 }, { 1920, 1080 } };
  const char      *words = g_getenv ("LECTERN_LOCALEDIR");
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, words ? words : LECTERN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  for (guint i = 0; i < (window_walk_is_wanted () || window_looks_is_plain () ? 1 : G_N_ELEMENTS (sizes)); i++)
    {
      ConsoleCamera camera = { argc > 1 ? argv[1] : ".", sizes[i][0], sizes[i][1] };
      shoot (&camera);
    }
  return EXIT_SUCCESS;
}
