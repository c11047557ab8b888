/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Where the projector goes, as a function of the monitors' places: never full screen over the
 * operator's own window. Apart from the window, so that every case can be tried without a screen. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-projector-place.h"

static gboolean
is_there (const GdkRectangle *monitor)
{
  return monitor->width > 0 && monitor->height > 0;
}

static int
find_first (const GdkRectangle *monitors,
            guint               n_monitors)
{
  for (guint i = 0; i < n_monitors; i++)
    if (is_there (&monitors[i]))
      return (int) i;
  return LECTERN_PROJECTOR_NOWHERE;
}

int
lectern_projector_choose_monitor (const GdkRectangle *monitors,
                                  guint               n_monitors,
                                  int                 operators)
{
  int own = operators >= 0 && operators < (int) n_monitors && is_there (&monitors[operators])
              ? operators
              : find_first (monitors, n_monitors);
  if (own == LECTERN_PROJECTOR_NOWHERE)
    return LECTERN_PROJECTOR_NOWHERE;
  for (guint i = 0; i < n_monitors; i++)
    if ((int) i != own && is_there (&monitors[i]) &&
        (monitors[i].x != monitors[own].x || monitors[i].y != monitors[own].y))
      return (int) i;
  return LECTERN_PROJECTOR_NOWHERE;
}
