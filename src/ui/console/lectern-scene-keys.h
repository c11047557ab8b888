/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-attachments.h"
#include "lectern-scene.h"

G_BEGIN_DECLS

/* What can be set about a scene before it is taken; flags. */
typedef enum
{
  LECTERN_SCENE_SETTING_NONE = 0,
  LECTERN_SCENE_SETTING_TEXT = 1 << 0,
  LECTERN_SCENE_SETTING_LOT = 1 << 1,
  LECTERN_SCENE_SETTING_FILE = 1 << 2, /* one of the contest's own, of the key's role */
  LECTERN_SCENE_SETTING_PAGE = 1 << 3,
  LECTERN_SCENE_SETTING_MINUTES = 1 << 4,
} LecternSceneKeySetting;

/* A scene and its key: on the evening page, if @direct, and in the chooser of scenes. */
typedef struct
{
  guint            keyval;
  const char      *cap; /* as it stands on the key */
  LecternSceneKind kind;
  LecternRole      role; /* of the file, where there is one to choose */
  gboolean         direct;
  guint            settings;
} LecternSceneKey;

guint                  lectern_scene_keys_get_n (void);
const LecternSceneKey *lectern_scene_keys_get (guint index);
/* The key that @keyval is, also as a capital or on the number pad; NULL: none. */
const LecternSceneKey *lectern_scene_keys_find (guint keyval);
/* The first that shows @kind. */
const LecternSceneKey *lectern_scene_keys_find_kind (LecternSceneKind kind);
/* What it is called. */
const char *lectern_scene_key_get_name (const LecternSceneKey *key);

/* The same where there is little room. */
const char *lectern_scene_key_get_short_name (const LecternSceneKey *key);

G_END_DECLS
