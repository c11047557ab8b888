/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Times of today are told to the second: the operator compares them with what somebody says across the
 * hall. Whether a laptop is connected comes from the server, all else from the contest. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-seat-words.h"

#include <glib/gi18n-lib.h>

const LecternSeat *
lectern_seat_words_find (LecternContest *contest,
                         gint64          judge)
{
  g_autoptr (GPtrArray) seats = lectern_contest_list_rows (contest, &lectern_table_seat);
  for (guint i = 0; i < seats->len; i++)
    {
      const LecternSeat *seat = g_ptr_array_index (seats, i);
      if (seat->judge == judge && seat->revoked != 1)
        return seat;
    }
  return NULL;
}

const char *
lectern_seat_words_find_code (LecternContest *contest,
                              gint64          judge)
{
  const LecternPairing  key = { .record.table = &lectern_table_pairing, .judge = judge };
  const LecternPairing *pairing = lectern_contest_find (contest, &key);
  return pairing && pairing->used != 1 ? pairing->code : NULL;
}

const char *
lectern_seat_words_get_device (const LecternSeat *seat)
{
  return seat->device && *seat->device ? seat->device : _ ("A laptop");
}

/* "10:31:05", with the day when it was another. */
static char *
format_time (gint64 wall_us)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (wall_us / G_USEC_PER_SEC);
  if (!time)
    return g_strdup ("?");
  if (g_date_time_get_year (now) == g_date_time_get_year (time) && g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (time))
    return g_date_time_format (time, "%H:%M:%S");
  return g_date_time_format (time, "%F %H:%M");
}

static LecternPresence *
find_presence (LecternDesk       *desk,
               const LecternSeat *seat)
{
  LecternServer *server = lectern_desk_get_server (desk);
  g_autoptr (GPtrArray) presences = server ? lectern_server_list_presences (server) : g_ptr_array_new ();
  for (guint i = 0; i < presences->len; i++)
    {
      const LecternPresence *presence = g_ptr_array_index (presences, i);
      if (g_strcmp0 (presence->token, seat->token) == 0)
        return lectern_presence_copy (presence);
    }
  return NULL;
}

char *
lectern_seat_words_describe_presence (LecternDesk       *desk,
                                      const LecternSeat *seat)
{
  g_autoptr (LecternPresence) presence = find_presence (desk, seat);
  g_autofree char *time = NULL;
  if (!presence)
    return g_strdup (_ ("not seen since this program was started"));
  if (presence->connected)
    /* Translators: %s is a network address. */
    return g_strdup_printf (_ ("connected from %s"), presence->address);
  time = format_time (presence->seen_us);
  /* Translators: a time and a network address. */
  return g_strdup_printf (_ ("last seen at %s from %s"), time, presence->address);
}

char *
lectern_seat_words_describe_pairing (const LecternSeat *seat)
{
  g_autofree char *when = format_time (seat->paired_us == LECTERN_NULL ? 0 : seat->paired_us);
  /* Translators: when a laptop was paired, and its network address. */
  return g_strdup_printf (_ ("paired at %s from %s"), when, seat->address ? seat->address : "?");
}

static const LecternSheet *
find_last_sheet (GPtrArray *sheets,
                 gint64     judge)
{
  const LecternSheet *last = NULL;
  for (guint i = 0; i < sheets->len; i++)
    {
      const LecternSheet *sheet = g_ptr_array_index (sheets, i);
      if (sheet->judge == judge && sheet->wall_us != LECTERN_NULL && (!last || sheet->wall_us > last->wall_us))
        last = sheet;
    }
  return last;
}

char *
lectern_seat_words_describe_last_sheet (LecternContest *contest,
                                        gint64          judge)
{
  g_autoptr (GPtrArray) sheets = lectern_contest_list_rows (contest, &lectern_table_sheet);
  const LecternSheet *sheet = find_last_sheet (sheets, judge);
  const LecternEntry *entry = sheet ? lectern_contest_get_entry (contest, sheet->round, sheet->nominee) : NULL;
  g_autofree char    *time = sheet ? format_time (sheet->wall_us) : NULL;
  if (!sheet)
    return g_strdup (_ ("no sheet yet"));
  /* Translators: a time, and the lot of an entry. */
  return g_strdup_printf (_ ("last sheet at %s, for No. %d"), time, entry ? (int) entry->lot : 0);
}
