/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What goes on which screen, as a function of the screens' places and of what the operator named
 * them: nothing goes to a screen nobody named, and nothing ever covers the console's own window.
 * Apart from the windows, so that every case can be tried without a screen. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-projector-place.h"

static gboolean
has_size (const LecternScreenSpot *spot)
{
  return spot->area.width > 0 && spot->area.height > 0;
}

/* Two screens that show the same, or a part of it. */
static gboolean
overlap (const LecternScreenSpot *a,
         const LecternScreenSpot *b)
{
  return has_size (a) && has_size (b) && gdk_rectangle_intersect (&a->area, &b->area, NULL);
}

static int
find_first (const LecternScreenSpot *spots,
            guint                    n_spots)
{
  for (guint i = 0; i < n_spots; i++)
    if (has_size (&spots[i]))
      return (int) i;
  return LECTERN_PROJECTOR_NOWHERE;
}

static LecternScreenPlace
place_one (const LecternScreenSpot  *spots,
           guint                     i,
           int                       own,
           const LecternScreenPlace *places)
{
  if (!has_size (&spots[i]))
    return LECTERN_SCREEN_NO_SIZE;
  if ((int) i == own)
    return LECTERN_SCREEN_OWN;
  if (own != LECTERN_PROJECTOR_NOWHERE && overlap (&spots[i], &spots[own]))
    return LECTERN_SCREEN_MIRROR;
  for (guint n = 0; n < i; n++)
    if (places[n] == LECTERN_SCREEN_SHOWN && overlap (&spots[i], &spots[n]))
      return LECTERN_SCREEN_TWIN;
  return lectern_screen_role_shows (spots[i].role) ? LECTERN_SCREEN_SHOWN : LECTERN_SCREEN_FREE;
}

void
lectern_projector_place (const LecternScreenSpot *spots,
                         guint                    n_spots,
                         int                      operators,
                         LecternScreenPlace      *places)
{
  int own = operators >= 0 && operators < (int) n_spots && has_size (&spots[operators])
              ? operators
              : find_first (spots, n_spots);
  for (guint i = 0; i < n_spots; i++)
    places[i] = place_one (spots, i, own, places);
}
