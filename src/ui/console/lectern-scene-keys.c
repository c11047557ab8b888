/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which key shows which scene. Those of the evening show at once and are the same in the chooser,
 * where every scene has one; B and C keep their meaning there, too. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-scene-keys.h"

#include <glib/gi18n-lib.h>

#include "lectern-wording.h"

#define NONE LECTERN_ROLE_N_ROLES
#define TEXT LECTERN_SCENE_SETTING_TEXT
#define LOT LECTERN_SCENE_SETTING_LOT
#define FILE_OF LECTERN_SCENE_SETTING_FILE
#define PAGE LECTERN_SCENE_SETTING_PAGE
#define MINUTES LECTERN_SCENE_SETTING_MINUTES

static const char *const short_names[LECTERN_SCENE_N_KINDS] = {
  [LECTERN_SCENE_TITLE] = NC_ ("scene key", "Title"),
  [LECTERN_SCENE_ORDER] = NC_ ("scene key", "Order"),
  [LECTERN_SCENE_INTRODUCTION] = NC_ ("scene key", "Introduction"),
  [LECTERN_SCENE_TALK] = NC_ ("scene key", "Clock"),
  [LECTERN_SCENE_REVEAL] = NC_ ("scene key", "Reveal"),
  [LECTERN_SCENE_RANKING] = NC_ ("scene key", "Ranking"),
  [LECTERN_SCENE_NOTICE] = NC_ ("scene key", "Notice"),
  [LECTERN_SCENE_COURSEWARE] = NC_ ("scene key", "Courseware"),
  [LECTERN_SCENE_BREAK] = NC_ ("scene key", "Break"),
  [LECTERN_SCENE_DECK] = NC_ ("scene key", "On deck"),
  [LECTERN_SCENE_GUESTS] = NC_ ("scene key", "Guests"),
  [LECTERN_SCENE_AWARDS] = NC_ ("scene key", "Awards"),
  [LECTERN_SCENE_CLOCK] = NC_ ("scene key", "Clock alone"),
  [LECTERN_SCENE_MARKING] = NC_ ("scene key", "Marking"),
};

static const LecternSceneKey keys[] = {
  { GDK_KEY_1, "1", LECTERN_SCENE_TITLE, NONE, TRUE, 0 },
  { GDK_KEY_2, "2", LECTERN_SCENE_ORDER, NONE, TRUE, 0 },
  { GDK_KEY_3, "3", LECTERN_SCENE_INTRODUCTION, NONE, TRUE, LOT },
  { GDK_KEY_4, "4", LECTERN_SCENE_TALK, NONE, TRUE, LOT },
  { GDK_KEY_5, "5", LECTERN_SCENE_REVEAL, NONE, TRUE, LOT },
  { GDK_KEY_6, "6", LECTERN_SCENE_RANKING, NONE, TRUE, PAGE },
  { GDK_KEY_7, "7", LECTERN_SCENE_NOTICE, NONE, TRUE, TEXT },
  { GDK_KEY_8, "8", LECTERN_SCENE_COURSEWARE, NONE, TRUE, LOT | PAGE },
  { GDK_KEY_9, "9", LECTERN_SCENE_BREAK, NONE, TRUE, TEXT | MINUTES },
  { GDK_KEY_d, "D", LECTERN_SCENE_DECK, NONE, TRUE, LOT },
  { GDK_KEY_g, "G", LECTERN_SCENE_GUESTS, NONE, TRUE, 0 },
  { GDK_KEY_a, "A", LECTERN_SCENE_AWARDS, NONE, TRUE, 0 },
  { GDK_KEY_0, "0", LECTERN_SCENE_CLOCK, NONE, FALSE, 0 },
  { GDK_KEY_r, "R", LECTERN_SCENE_RULES, NONE, FALSE, 0 },
  { GDK_KEY_o, "O", LECTERN_SCENE_DRAW, NONE, FALSE, 0 },
  { GDK_KEY_m, "M", LECTERN_SCENE_MARKING, NONE, FALSE, LOT },
  { GDK_KEY_w, "W", LECTERN_SCENE_AWARD, NONE, FALSE, 0 },
  { GDK_KEY_p, "P", LECTERN_SCENE_PICTURE, LECTERN_ROLE_PICTURE, FALSE, FILE_OF },
  { GDK_KEY_v, "V", LECTERN_SCENE_PICTURE, LECTERN_ROLE_VIDEO, FALSE, FILE_OF },
  { GDK_KEY_e, "E", LECTERN_SCENE_EMERGENCY, NONE, FALSE, TEXT },
  { GDK_KEY_k, "K", LECTERN_SCENE_BLANK, NONE, FALSE, 0 },
  { GDK_KEY_n, "N", LECTERN_SCENE_END, NONE, FALSE, TEXT },
};

guint
lectern_scene_keys_get_n (void)
{
  return G_N_ELEMENTS (keys);
}

const LecternSceneKey *
lectern_scene_keys_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (keys), NULL);
  return &keys[index];
}

const LecternSceneKey *
lectern_scene_keys_find (guint keyval)
{
  guint wanted = gdk_keyval_to_lower (keyval);
  if (wanted >= GDK_KEY_KP_0 && wanted <= GDK_KEY_KP_9)
    wanted = wanted - GDK_KEY_KP_0 + GDK_KEY_0;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == wanted)
      return &keys[i];
  return NULL;
}

const LecternSceneKey *
lectern_scene_keys_find_kind (LecternSceneKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].kind == kind)
      return &keys[i];
  return NULL;
}

const char *
lectern_scene_key_get_name (const LecternSceneKey *key)
{
  g_return_val_if_fail (key != NULL, NULL);
  return key->role == LECTERN_ROLE_VIDEO ? C_ ("scene", "Video") : lectern_wording_for_scene (key->kind);
}

const char *
lectern_scene_key_get_short_name (const LecternSceneKey *key)
{
  g_return_val_if_fail (key != NULL, NULL);
  if (!short_names[key->kind])
    return lectern_scene_key_get_name (key);
  return g_dpgettext2 (GETTEXT_PACKAGE, "scene key", short_names[key->kind]);
}
