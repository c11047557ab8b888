/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What has moved since the ranking the hall saw before. A row knows where it was and how many
 * places it gained or lost; when nothing has moved and nobody is new, no row knows anything, and
 * the board looks like one that was never shown before. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-scene-private.h"

static void
note_row (LecternSceneRow    *row,
          const LecternScene *before)
{
  row->was = 0;
  row->moved = 0;
  for (guint i = 0; i < before->rows->len; i++)
    {
      const LecternSceneRow *old = before->rows->pdata[i];

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
                          const LecternScene *before)
{
  g_return_if_fail (self != NULL && before != NULL);

  if (before->rows->len == 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    note_row (self->rows->pdata[i], before);
  if (has_changed (self))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    ((LecternSceneRow *) self->rows->pdata[i])->was = 0;
}
