/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"
#include "lectern-scene-keys.h"

G_BEGIN_DECLS

/* Any scene, looked at before anybody else sees it, and then taken. It stands where the large
 * button does while it is open, and nothing is in the way of the rest. It writes nothing before
 * a scene is taken.
 *
 * Property "open", boolean, read-write. ::changed when what it would take has changed, or it was
 * opened or closed. */
#define LECTERN_TYPE_SCENE_CHOOSER (lectern_scene_chooser_get_type ())
G_DECLARE_FINAL_TYPE (LecternSceneChooser, lectern_scene_chooser, LECTERN, SCENE_CHOOSER, LecternConsolePart)

gboolean lectern_scene_chooser_get_open (LecternSceneChooser *self);
void     lectern_scene_chooser_set_open (LecternSceneChooser *self,
                                         gboolean             open);
/* Opens it at @key, with the settings that are usual for it. */
void lectern_scene_chooser_choose (LecternSceneChooser   *self,
                                   const LecternSceneKey *key);
/* What it would take; NULL: that can't be shown now. Borrowed. */
LecternScene *lectern_scene_chooser_get_scene (LecternSceneChooser *self);
/* The sentence why not, or ""; borrowed. */
const char *lectern_scene_chooser_get_why_not (LecternSceneChooser *self);
/* Puts it on air and closes. FALSE when it can't be shown, which is said in place. */
gboolean lectern_scene_chooser_take (LecternSceneChooser *self);
/* What a key does in it while no text is typed. FALSE when it means nothing there. */
gboolean lectern_scene_chooser_press_key (LecternSceneChooser *self,
                                          guint                keyval);

G_END_DECLS
