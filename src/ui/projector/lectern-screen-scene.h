/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-screen-choice.h"

G_BEGIN_DECLS

/* Whether a screen with @choice shows what is on air. */
gboolean lectern_screen_scene_is_on_air (const LecternScreenChoice *choice);
/* What a screen with @choice is to show of @contest now; black rather than nothing. @before is what
 * it showed so far, NULL: nothing yet. */
LecternScene *lectern_screen_scene_make (LecternContest            *contest,
                                         const LecternScreenChoice *choice,
                                         LecternScene              *before) G_GNUC_WARN_UNUSED_RESULT;
/* The scenes a second screen of the audience's may have as its own; the first, LECTERN_SCENE_BLANK,
 * stands for what is on air. */
const LecternSceneKind *lectern_screen_scene_list (guint *n_kinds);

G_END_DECLS
