/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the operator said about each screen, remembered by the screen's name in a key file: a
 * projector that is plugged again must come back by itself, and one that nobody named must not.
 * A file that can't be read is as good as nothing chosen, for then the console only asks. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-screen-choice.h"

#include <glib/gstdio.h>

#define WINDOW_GROUP "operator"
#define WINDOW_KEY "window"

static const char *const role_names[LECTERN_SCREEN_N_ROLES] = { "unchosen", "none", "projector", "clock", "audience" };

static const struct
{
  const char *key;
  gsize       offset;
} margins[] = {
  { "left", G_STRUCT_OFFSET (LecternScreenChoice, left) },
  { "top", G_STRUCT_OFFSET (LecternScreenChoice, top) },
  { "right", G_STRUCT_OFFSET (LecternScreenChoice, right) },
  { "bottom", G_STRUCT_OFFSET (LecternScreenChoice, bottom) },
};

gboolean
lectern_screen_role_shows (LecternScreenRole role)
{
  return role == LECTERN_SCREEN_PROJECTOR || role == LECTERN_SCREEN_CLOCK || role == LECTERN_SCREEN_AUDIENCE;
}

char *
lectern_screen_choice_get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "lectern", "screens.ini", NULL);
}

/* A group for each screen; names come from the screens themselves and may hold anything. */
static char *
make_group (const char *name)
{
  GString *group = g_string_new ("screen ");
  for (const char *p = name; *p != '\0'; p++)
    g_string_append_c (group, *p == '[' || *p == ']' || g_ascii_iscntrl (*p) ? '_' : *p);
  return g_string_free (group, FALSE);
}

static GKeyFile *
open_file (const char *path)
{
  GKeyFile *file = g_key_file_new ();
  g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  return file;
}

static LecternScreenRole
find_role (const char *name)
{
  for (guint i = 0; name != NULL && i < LECTERN_SCREEN_N_ROLES; i++)
    if (g_str_equal (name, role_names[i]))
      return (LecternScreenRole) i;
  return LECTERN_SCREEN_UNCHOSEN;
}

void
lectern_screen_choice_load (const char          *path,
                            const char          *name,
                            LecternScreenChoice *choice)
{
  g_return_if_fail (path != NULL && name != NULL && choice != NULL);
  g_autoptr (GKeyFile) file = open_file (path);
  g_autofree char *group = make_group (name);
  g_autofree char *role = g_key_file_get_string (file, group, "role", NULL);
  g_autofree char *scene = g_key_file_get_string (file, group, "scene", NULL);
  *choice = (LecternScreenChoice){ .role = find_role (role) };
  if (scene != NULL && !lectern_scene_kind_from_name (scene, &choice->scene))
    choice->scene = LECTERN_SCENE_BLANK;
  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    {
      double percent = g_key_file_get_double (file, group, margins[i].key, NULL);
      G_STRUCT_MEMBER (double, choice, margins[i].offset) = percent > 0 ? MIN (percent, LECTERN_SCREEN_MARGIN_MOST) : 0;
    }
}

static gboolean
save_file (GKeyFile   *file,
           const char *path,
           GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (file, path, error);
}

gboolean
lectern_screen_choice_save (const char                *path,
                            const char                *name,
                            const LecternScreenChoice *choice,
                            GError                   **error)
{
  g_return_val_if_fail (path != NULL && name != NULL && choice != NULL, FALSE);
  g_autoptr (GKeyFile) file = open_file (path);
  g_autofree char *group = make_group (name);
  g_key_file_set_string (file, group, "role", role_names[choice->role]);
  g_key_file_set_string (file, group, "scene", lectern_scene_kind_get_name (choice->scene));
  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    g_key_file_set_double (file, group, margins[i].key, G_STRUCT_MEMBER (double, choice, margins[i].offset));
  return save_file (file, path, error);
}

gboolean
lectern_screen_choice_load_window (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);
  g_autoptr (GKeyFile) file = open_file (path);
  return g_key_file_get_boolean (file, WINDOW_GROUP, WINDOW_KEY, NULL);
}

gboolean
lectern_screen_choice_save_window (const char *path,
                                   gboolean    shown,
                                   GError    **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  g_autoptr (GKeyFile) file = open_file (path);
  g_key_file_set_boolean (file, WINDOW_GROUP, WINDOW_KEY, shown);
  return save_file (file, path, error);
}
