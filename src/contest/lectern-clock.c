/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The talk's clock as a function of its row and the time now. Within one boot of the laptop the
 * monotonic clock counts; after a reboot only the wall clock is left. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-contest.h"

#include "lectern-mark.h"

/* In front of a colon: minutes, or hours. */
#define WHOLE_MAX 999

gint64
lectern_clock_get_elapsed_ms (const LecternClockRecord *clock,
                              gint64                    mono_us,
                              gint64                    wall_us,
                              const char               *boot)
{
  gint64 since;

  g_return_val_if_fail (clock != NULL, 0);

  if (clock->phase != LECTERN_CLOCK_RUNNING)
    return clock->base_ms;
  if (g_strcmp0 (clock->boot, boot) == 0)
    since = mono_us - clock->started_mono_us;
  else
    since = wall_us - clock->started_wall_us;
  return clock->base_ms + MAX (since, 0) / 1000;
}

char *
lectern_clock_format (gint64   elapsed_ms,
                      gboolean tenths)
{
  gint64 ms = MAX (elapsed_ms, 0);

  if (tenths)
    return g_strdup_printf ("%d:%02d.%d", (int) (ms / 60000), (int) (ms / 1000 % 60), (int) (ms / 100 % 10));
  return g_strdup_printf ("%d:%02d", (int) (ms / 60000), (int) (ms / 1000 % 60));
}

gboolean
lectern_clock_parse (const char *text,
                     gint64     *ms)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_auto (GStrv) parts = g_strsplit (narrow != NULL ? g_strstrip (narrow) : "", ":", 4);
  guint   n = g_strv_length (parts);
  gint64  seconds; /* thousandths of a second read as those of a point */
  guint64 whole, minutes = 0;

  g_return_val_if_fail (ms != NULL, FALSE);

  if (n == 0 || n > 3 || !lectern_mark_parse (parts[n - 1], &seconds) || (n > 1 && seconds >= 60 * 1000))
    return FALSE;
  for (guint i = 0; i + 1 < n; i++)
    {
      if (!g_ascii_string_to_unsigned (parts[i], 10, 0, WHOLE_MAX, &whole, NULL))
        return FALSE;
      minutes = minutes * 60 + whole;
    }
  *ms = (gint64) minutes * 60 * 1000 + seconds;
  return TRUE;
}

static gint64
null_to_none (gint64 ms)
{
  return ms == LECTERN_NULL ? LECTERN_NONE : ms;
}

void
lectern_entry_set_timers (LecternEntry       *entry,
                          const LecternRules *rules,
                          gint64              first_ms,
                          gint64              second_ms)
{
  gint64 counted;

  g_return_if_fail (entry != NULL && rules != NULL);

  entry->timer1_ms = first_ms;
  entry->timer2_ms = second_ms;
  counted = lectern_time_more_favourable (&rules->scoring.time, null_to_none (first_ms), null_to_none (second_ms));
  entry->time_ms = counted == LECTERN_NONE ? LECTERN_NULL : counted;
}
