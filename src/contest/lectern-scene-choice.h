/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene.h"

G_BEGIN_DECLS

/* A scene that somebody has chosen to show by hand, with its settings. A plain value. */
typedef struct
{
  LecternSceneKind kind;
  gint64           lot;    /* of a scene that shows an entry; LECTERN_NULL: of whoever is on stage */
  gint64           number; /* break: minutes counted down; ranking, courseware: the page, from 1; LECTERN_NULL: none, the first */
  const char      *text;   /* break, notice, emergency, end: the words; picture: which file; NULL: the usual. Borrowed */
} LecternSceneChoice;

/* A break counted down from more minutes than this is a slip of the finger. */
#define LECTERN_SCENE_BREAK_MINUTES_MOST 240

/* The scene that SHOW_SCENE puts on air for @choice, frozen from the contest as it is now; nothing is
 * written. @now_ms: wall clock in milliseconds since 1970, for a break that is counted down.
 * WRONG_STATE when it can't be shown yet, NOT_FOUND when there is no such entry, file or page. */
LecternScene *lectern_scene_choice_freeze (const LecternSceneChoice *choice,
                                           LecternContest           *contest,
                                           gint64                    now_ms,
                                           GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it would tell the hall a result it has not seen: an entry that is not revealed, the places
 * and awards of a closed round before its ceremony is over. Such a scene is looked at before it is
 * taken and never has a key of its own. */
gboolean lectern_scene_choice_is_news (const LecternSceneChoice *choice,
                                       LecternContest           *contest);

G_END_DECLS
