/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene.h"

G_BEGIN_DECLS

/* Parts the guests and judges of a scene that is not yet handed out into pages. */
void lectern_scene_make_people_pages (LecternScene *scene);
/* The same for the rows of an awards scene, which are sorted by award. */
void lectern_scene_make_award_pages (LecternScene *scene);

G_END_DECLS
