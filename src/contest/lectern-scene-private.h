/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene.h"

G_BEGIN_DECLS

/* The contest's own files (lectern-scene-files.c). Colours, logo and background, on every scene. */
void lectern_scene_freeze_dress (LecternScene   *scene,
                                 LecternContest *contest);
/* The content key of a nominee's photo; NULL: none. Owned by the caller. */
char *lectern_scene_find_photo (LecternContest *contest,
                                gint64          nominee) G_GNUC_WARN_UNUSED_RESULT;
/* Picture, video ("video 1" as @text) and courseware (the page as @text). */
gboolean lectern_scene_freeze_picture (LecternScene       *scene,
                                       LecternContest     *contest,
                                       const LecternEntry *entry,
                                       const char         *text,
                                       GError            **error);

/* The lots of the current round and who has drawn them so far. */
void lectern_scene_freeze_slips (LecternScene   *scene,
                                 LecternContest *contest);
/* Name of the unit with @key in the contest's language; borrowed, never NULL. */
const char *lectern_scene_get_unit_name (LecternContest *contest,
                                         const char     *key);
/* Guests and judges. */
void lectern_scene_freeze_people (LecternScene   *scene,
                                  LecternContest *contest);
/* Who speaks, with what, and how long he may. */
void lectern_scene_freeze_speaker (LecternScene       *scene,
                                   LecternContest     *contest,
                                   const LecternEntry *entry);

G_END_DECLS
