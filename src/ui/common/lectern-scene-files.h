/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-follower.h"
#include "lectern-scene.h"
#include "lectern-stage-pictures.h"

G_BEGIN_DECLS

/* The pictures that scenes speak of, read from the contest beside the engine and decoded on a
 * thread of their own; pages of courseware painted the same way, the next one beforehand. All views
 * of one follower share them. ::changed (const char *key) when a picture has come, or when it is
 * known that it won't. */
#define LECTERN_TYPE_SCENE_FILES (lectern_scene_files_get_type ())
G_DECLARE_FINAL_TYPE (LecternSceneFiles, lectern_scene_files, LECTERN, SCENE_FILES, GObject)

/* The one of @follower, borrowed: it lives as long as the follower. */
LecternSceneFiles *lectern_scene_files_get_for (LecternFollower *follower);
/* Begins to load what @scene shows and is not there yet. */
void lectern_scene_files_want (LecternSceneFiles  *self,
                               const LecternScene *scene);
/* The same for one key: a hash, or "HASH:3" for a page of courseware. */
void lectern_scene_files_want_key (LecternSceneFiles *self,
                                   const char        *key);
/* Those that are there, for painters. */
const LecternStagePictures *lectern_scene_files_get_pictures (LecternSceneFiles *self);
/* How many pages the courseware with that hash has; 0: not known yet, or it can't be opened. */
guint lectern_scene_files_get_n_pages (LecternSceneFiles *self,
                                       const char        *sha256);
/* Why the picture with that key can't be shown, in a sentence; NULL: it can, or is on its way. */
const char *lectern_scene_files_get_trouble (LecternSceneFiles *self,
                                             const char        *key);

G_END_DECLS
