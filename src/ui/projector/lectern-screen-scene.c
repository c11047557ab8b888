/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What each kind of screen shows, frozen from the contest as painters want it.
 *
 * Rule: a second screen of the audience's never tells more than the first. While a reveal, a draw
 * or a ceremony is on air step by step it keeps what it had, and a ranking stays the last one
 * from before the round was finalised: the ceremony says the rest. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-screen-scene.h"

static const LecternSceneKind own_scenes[] = {
  LECTERN_SCENE_BLANK,
  LECTERN_SCENE_TITLE,
  LECTERN_SCENE_ORDER,
  LECTERN_SCENE_DECK,
  LECTERN_SCENE_RANKING,
  LECTERN_SCENE_RULES,
  LECTERN_SCENE_GUESTS,
};

const LecternSceneKind *
lectern_screen_scene_list (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (own_scenes);
  return own_scenes;
}

gboolean
lectern_screen_scene_is_on_air (const LecternScreenChoice *choice)
{
  g_return_val_if_fail (choice != NULL, FALSE);
  return choice->role == LECTERN_SCREEN_PROJECTOR ||
         (choice->role == LECTERN_SCREEN_AUDIENCE && choice->scene == LECTERN_SCENE_BLANK);
}

/* Black, in the contest's language and with its word of a rehearsal. */
static LecternScene *
make_black (LecternContest *contest)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  LecternScene               *scene = lectern_scene_new (LECTERN_SCENE_BLANK);
  if (record != NULL)
    {
      scene->language = g_strdup (record->language);
      scene->rehearsal = record->rehearsal == 1;
    }
  return scene;
}

static LecternScene *
make_on_air (LecternContest *contest)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  if (on_air == NULL || on_air->blank == 1 || on_air->scene == NULL)
    return NULL;
  /* A scene only a newer program knows is black, too. */
  return lectern_scene_from_json (on_air->scene, NULL);
}

static gboolean
has_to_wait (LecternContest  *contest,
             LecternSceneKind kind)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  const LecternRound *round = lectern_contest_get_current_round (contest);
  if (on_air != NULL && on_air->step != LECTERN_NULL)
    return TRUE;
  return kind == LECTERN_SCENE_RANKING && round != NULL && round->state == LECTERN_ROUND_FINALISED;
}

static LecternScene *
make_own (LecternContest  *contest,
          LecternSceneKind kind,
          LecternScene    *before)
{
  if (has_to_wait (contest, kind))
    return before != NULL && before->kind == kind ? lectern_scene_ref (before) : NULL;
  return lectern_scene_freeze (contest, kind, lectern_contest_get_entry_on_stage (contest), NULL, NULL);
}

LecternScene *
lectern_screen_scene_make (LecternContest            *contest,
                           const LecternScreenChoice *choice,
                           LecternScene              *before)
{
  LecternScene *scene = NULL;
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest) && choice != NULL, NULL);
  if (lectern_contest_get_record (contest) == NULL)
    return make_black (contest);
  if (lectern_screen_scene_is_on_air (choice))
    scene = make_on_air (contest);
  else if (choice->role == LECTERN_SCREEN_CLOCK)
    scene = lectern_scene_freeze (contest, LECTERN_SCENE_CLOCK, lectern_contest_get_entry_on_stage (contest), NULL, NULL);
  else if (choice->role == LECTERN_SCREEN_AUDIENCE)
    scene = make_own (contest, choice->scene, before);
  return scene != NULL ? scene : make_black (contest);
}
