/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What is looked at beforehand and what is taken are frozen by this one function, so that the hall
 * sees what the operator saw, or the sentence why not is the same. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-scene-choice.h"

#include <glib/gi18n-lib.h>

#include "lectern-sequence.h"

/* FALSE when a lot is named that there is not. NULL is nobody. */
static gboolean
find_entry (const LecternSceneChoice *choice,
            LecternContest           *contest,
            const LecternEntry      **entry,
            GError                  **error)
{
  *entry = choice->lot != LECTERN_NULL ? lectern_contest_get_entry_by_lot (contest, choice->lot) : lectern_contest_get_entry_on_stage (contest);
  if (*entry != NULL || choice->lot == LECTERN_NULL)
    return TRUE;
  g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no entry with lot %d in this round."), (int) choice->lot);
  return FALSE;
}

static LecternScene *
freeze_reveal (LecternContest     *contest,
               const LecternEntry *entry,
               GError            **error)
{
  g_autoptr (LecternSequence) sequence = lectern_sequence_freeze_reveal (contest, entry, TRUE, error);

  return sequence != NULL ? lectern_sequence_get_scene (sequence, 0) : NULL;
}

static LecternScene *
open_at (LecternScene *ranking,
         gint64        page,
         GError      **error)
{
  LecternScene *turned = page >= 1 && page <= G_MAXUINT ? lectern_scene_turn_to (ranking, (guint) page) : NULL;

  if (turned == NULL)
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such page."));
  return turned;
}

static LecternScene *
count_down (LecternScene *pause,
            gint64        minutes,
            gint64        now_ms,
            GError      **error)
{
  if (minutes < 1 || minutes > LECTERN_SCENE_BREAK_MINUTES_MOST)
    {
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("A break is counted down from 1 to %d minutes."), LECTERN_SCENE_BREAK_MINUTES_MOST);
      return NULL;
    }
  pause->until_ms = now_ms + minutes * 60 * 1000;
  return lectern_scene_ref (pause);
}

LecternScene *
lectern_scene_choice_freeze (const LecternSceneChoice *choice,
                             LecternContest           *contest,
                             gint64                    now_ms,
                             GError                  **error)
{
  const LecternEntry *entry;
  g_autofree char    *page = NULL;
  g_autoptr (LecternScene) scene = NULL;

  g_return_val_if_fail (choice != NULL && choice->kind < LECTERN_SCENE_N_KINDS, NULL);
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);

  if (!find_entry (choice, contest, &entry, error))
    return NULL;
  if (choice->kind == LECTERN_SCENE_REVEAL && entry != NULL)
    return freeze_reveal (contest, entry, error);
  if (choice->kind == LECTERN_SCENE_COURSEWARE && choice->number != LECTERN_NULL)
    page = g_strdup_printf ("%d", (int) CLAMP (choice->number, 1, G_MAXINT));
  scene = lectern_scene_freeze (contest, choice->kind, entry, page != NULL ? page : choice->text, error);
  if (scene != NULL && choice->kind == LECTERN_SCENE_RANKING && choice->number != LECTERN_NULL)
    return open_at (scene, choice->number, error);
  if (scene != NULL && choice->kind == LECTERN_SCENE_BREAK && choice->number != LECTERN_NULL)
    return count_down (scene, choice->number, now_ms, error);
  return g_steal_pointer (&scene);
}

/* Over is a ceremony of this closing of the round, at its last step or left from there. */
static gboolean
is_ceremony_over (LecternContest *contest)
{
  guint    step = 0;
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (contest, &step, &on_air);

  return held != NULL && lectern_sequence_get_kind (held) == LECTERN_SEQUENCE_CEREMONY && !lectern_sequence_is_rehearsal (held) &&
         !lectern_sequence_is_outdated (held, contest) && step + 1 >= lectern_sequence_get_n_steps (held);
}

gboolean
lectern_scene_choice_is_news (const LecternSceneChoice *choice,
                              LecternContest           *contest)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);
  const LecternEntry *entry = NULL;

  switch (choice->kind)
    {
    case LECTERN_SCENE_REVEAL:
      return find_entry (choice, contest, &entry, NULL) && entry != NULL && entry->revealed != 1;
    case LECTERN_SCENE_RANKING:
    case LECTERN_SCENE_AWARD:
    case LECTERN_SCENE_AWARDS:
      return round != NULL && round->state == LECTERN_ROUND_FINALISED && !is_ceremony_over (contest);
    default:
      return FALSE;
    }
}
