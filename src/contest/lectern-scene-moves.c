/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What has moved since the ranking the hall saw before, however many scenes and results came between:
 * a ranking that nobody was shown is never what moves are counted from. A row knows where it was and how many
 * places it gained or lost; when nothing has moved and nobody is new, no row knows anything, and
 * the board looks like one that was never shown before. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-scene-private.h"

/* The places the hall saw last when @last was on air; NULL: none. */
static GPtrArray *
get_seen (const LecternScene *last,
          const char        **round)
{
  GPtrArray *rows = last->kind == LECTERN_SCENE_RANKING ? last->rows : last->seen;

  *round = last->kind == LECTERN_SCENE_RANKING ? last->round : last->seen_round;
  return rows->len > 0 ? rows : NULL;
}

static void
note_row (LecternSceneRow *row,
          GPtrArray       *before)
{
  row->was = 0;
  row->moved = 0;
  for (guint i = 0; i < before->len; i++)
    {
      const LecternSceneRow *old = before->pdata[i];

      if (old->lot != row->lot)
        continue;
      row->was = i + 1;
      row->moved = old->rank > 0 && row->rank > 0 ? old->rank - row->rank : 0;
    }
}

/* Whether the rows stand otherwise than they did. */
static gboolean
has_changed (const LecternScene *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const LecternSceneRow *row = self->rows->pdata[i];

      if (row->was != i + 1 || row->moved != 0)
        return TRUE;
    }
  return FALSE;
}

void
lectern_scene_note_moves (LecternScene       *self,
                          const LecternScene *last)
{
  const char *round = NULL;
  GPtrArray  *before = last != NULL ? get_seen (last, &round) : NULL;

  g_return_if_fail (self != NULL);

  if (before == NULL || g_strcmp0 (round, self->round) != 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    note_row (self->rows->pdata[i], before);
  if (has_changed (self))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    ((LecternSceneRow *) self->rows->pdata[i])->was = 0;
}

void
lectern_scene_remember (LecternScene       *self,
                        const LecternScene *last)
{
  const char *round = NULL;
  GPtrArray  *before = last != NULL ? get_seen (last, &round) : NULL;

  g_return_if_fail (self != NULL);

  if (before == NULL || before == self->seen)
    return;
  g_ptr_array_set_size (self->seen, 0);
  for (guint i = 0; i < before->len; i++)
    {
      const LecternSceneRow *old = before->pdata[i];
      LecternSceneRow       *row = g_new0 (LecternSceneRow, 1);

      row->lot = old->lot;
      row->rank = old->rank;
      g_ptr_array_add (self->seen, row);
    }
  g_free (self->seen_round);
  self->seen_round = g_strdup (round);
}
