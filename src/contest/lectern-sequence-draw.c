/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The showing of a draw. By a seed the outcome is fixed before the first lot is shown, and the seed
 * stands on every picture. By hand the slips are the draw: as they are read out, each is a row of the
 * contest, and the scene fills up with them. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-sequence-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-rounds.h"
#include "lectern-scene-list-page.h"
#include "lectern-scene-private.h"

static void
show_row (LecternSceneRow       *shown,
          const LecternSceneRow *row)
{
  shown->name = g_strdup (row->name);
  shown->unit = g_strdup (row->unit);
  shown->title = g_strdup (row->title);
}

static LecternSceneRow *
add_lot (LecternScene *scene,
         gint64        lot)
{
  LecternSceneRow *row = g_new0 (LecternSceneRow, 1);

  row->lot = lot;
  g_ptr_array_add (scene->rows, row);
  return row;
}

char *
lectern_sequence_digest_draw (LecternContest *contest)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  g_autoptr (GString) text = g_string_new (round->seed);

  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = entries->pdata[i];

      g_string_append_printf (text, ";%d %d", (int) entry->lot, (int) entry->nominee);
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
}

LecternSequence *
lectern_sequence_freeze_draw (LecternContest *contest,
                              gboolean        one_by_one,
                              GError        **error)
{
  g_autoptr (LecternSequence) self = NULL;
  const LecternRound *round;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest), NULL);

  self = lectern_sequence_new (LECTERN_SEQUENCE_DRAW, contest);
  round = lectern_contest_get_current_round (contest);
  self->whole = lectern_scene_freeze (contest, LECTERN_SCENE_ORDER, NULL, NULL, error);
  self->base = self->whole != NULL ? lectern_scene_freeze (contest, LECTERN_SCENE_TITLE, NULL, NULL, error) : NULL;
  if (self->base == NULL)
    return NULL;
  self->base->kind = LECTERN_SCENE_DRAW;
  self->base->seed = g_strdup (round->seed);
  self->base->n_entries = self->whole->n_entries;
  for (guint i = 0; i < self->whole->rows->len; i++)
    add_lot (self->base, ((LecternSceneRow *) self->whole->rows->pdata[i])->lot);
  self->figures = lectern_sequence_digest_draw (contest);
  if (one_by_one)
    lectern_sequence_add_step (self, LECTERN_STEP_OPEN, 0, 0, FALSE);
  for (guint i = 0; one_by_one && i < self->whole->rows->len; i++)
    lectern_sequence_add_step (self, LECTERN_STEP_LOTS, i, i + 1, FALSE);
  lectern_sequence_add_step (self, LECTERN_STEP_ORDER, 0, self->whole->rows->len, FALSE);
  return g_steal_pointer (&self);
}

/* The whole running order is a scene of another kind. */
static void
show_order (const LecternSequence *self,
            LecternScene          *scene)
{
  g_ptr_array_set_size (scene->rows, 0);
  scene->kind = LECTERN_SCENE_ORDER;
  scene->n_done = self->whole->n_done;
  for (guint i = 0; i < self->whole->rows->len; i++)
    {
      const LecternSceneRow *row = self->whole->rows->pdata[i];
      LecternSceneRow       *shown = add_lot (scene, row->lot);

      show_row (shown, row);
      shown->done = row->done;
      shown->forfeit = row->forfeit;
      shown->on_stage = row->on_stage;
    }
  lectern_scene_make_order_pages (scene);
}

void
lectern_sequence_fill_draw (const LecternSequence *self,
                            guint                  step,
                            LecternScene          *scene)
{
  const LecternStep *at = &g_array_index (self->steps, LecternStep, step);
  guint              longest = 0;

  if (at->kind == LECTERN_STEP_ORDER)
    {
      show_order (self, scene);
      return;
    }
  for (guint i = 0; i < at->n && i < scene->rows->len; i++)
    {
      LecternSceneRow *shown = scene->rows->pdata[i];

      show_row (shown, self->whole->rows->pdata[i]);
      shown->fresh = i + 1 == at->n;
    }
  for (guint i = 0; i < self->whole->rows->len; i++)
    longest = MAX (longest, lectern_scene_count_halves (((LecternSceneRow *) self->whole->rows->pdata[i])->name));
  scene->n_done = at->n;
  lectern_scene_make_draw_pages (scene, longest);
}

/* By hand ----------------------------------------------------------------------------------- */

/* The lot drawn last is one the hall saw empty a moment ago; until the next, it stays that one. */
static void
note_fresh (LecternScene   *scene,
            LecternContest *contest)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  g_autoptr (LecternScene) last = on_air != NULL && on_air->scene != NULL ? lectern_scene_from_json (on_air->scene, NULL) : NULL;
  LecternSceneRow *fresh = NULL;

  if (last == NULL || last->kind != LECTERN_SCENE_DRAW)
    return;
  for (guint i = 0; i < scene->rows->len && i < last->rows->len; i++)
    {
      LecternSceneRow       *row = scene->rows->pdata[i];
      const LecternSceneRow *before = last->rows->pdata[i];

      if (row->name != NULL && before->name == NULL)
        fresh = row;
      else if (fresh == NULL && row->name != NULL && before->fresh)
        fresh = row;
    }
  if (fresh != NULL)
    fresh->fresh = TRUE;
}

void
lectern_scene_freeze_slips (LecternScene   *scene,
                            LecternContest *contest)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);
  g_autoptr (GPtrArray) eligible = round != NULL ? lectern_rounds_list_entrants (contest, round) : g_ptr_array_new ();
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  guint longest = 0;

  scene->n_entries = MAX (eligible->len, entries->len);
  for (guint i = 0; i < scene->n_entries; i++)
    add_lot (scene, i + 1);
  for (guint i = 0; i < eligible->len; i++)
    longest = MAX (longest, lectern_scene_count_halves (((LecternNominee *) eligible->pdata[i])->name));
  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry   *entry = entries->pdata[i];
      const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
      LecternSceneRow      *shown = entry->lot >= 1 && entry->lot <= scene->n_entries ? scene->rows->pdata[entry->lot - 1] : NULL;

      if (shown == NULL)
        continue;
      shown->name = g_strdup (nominee->name);
      shown->unit = g_strdup (lectern_scene_get_unit_name (contest, nominee->unit));
      shown->title = g_strdup (nominee->title);
      longest = MAX (longest, lectern_scene_count_halves (nominee->name));
      scene->n_done++;
    }
  note_fresh (scene, contest);
  lectern_scene_make_draw_pages (scene, longest);
  scene->seed = g_strdup (round != NULL ? round->seed : NULL);
}
