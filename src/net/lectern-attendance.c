/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A connection that fell silent is noticed seconds later; what the operator wants to know is when the
 * judge's laptop was heard last, so that is what is kept, and it stays when the connection goes. It is a
 * matter of this run of the server, not of the contest, and stands in no file. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-attendance.h"

#include "lectern-panel-link.h"

struct _LecternAttendance
{
  GHashTable *seats; /* token → Seat */
};

typedef struct
{
  LecternPresence  *presence;
  LecternPanelLink *link; /* NULL: gone */
} Seat;

LecternPresence *
lectern_presence_copy (const LecternPresence *self)
{
  LecternPresence *copy = g_new (LecternPresence, 1);

  *copy = *self;
  copy->token = g_strdup (self->token);
  copy->address = g_strdup (self->address);
  return copy;
}

void
lectern_presence_free (LecternPresence *self)
{
  g_free (self->token);
  g_free (self->address);
  g_free (self);
}

static void
presence_free (gpointer data)
{
  lectern_presence_free (data);
}

static void
seat_free (gpointer data)
{
  Seat *seat = data;

  lectern_presence_free (seat->presence);
  g_clear_object (&seat->link);
  g_free (seat);
}

LecternAttendance *
lectern_attendance_new (void)
{
  LecternAttendance *self = g_new0 (LecternAttendance, 1);

  self->seats = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, seat_free);
  return self;
}

void
lectern_attendance_free (LecternAttendance *self)
{
  g_hash_table_unref (self->seats);
  g_free (self);
}

static Seat *
find_or_add (LecternAttendance *self,
             const LecternSeat *record)
{
  Seat *seat = g_hash_table_lookup (self->seats, record->token);

  if (seat)
    return seat;
  seat = g_new0 (Seat, 1);
  seat->presence = g_new0 (LecternPresence, 1);
  seat->presence->token = g_strdup (record->token);
  seat->presence->judge = record->judge;
  g_hash_table_insert (self->seats, seat->presence->token, seat);
  return seat;
}

void
lectern_attendance_note_here (LecternAttendance *self,
                              LecternPanelLink  *link)
{
  const LecternSeat *record = lectern_panel_link_get_seat (link);
  Seat              *seat;

  g_return_if_fail (record != NULL);

  seat = find_or_add (self, record);
  if (g_set_object (&seat->link, link))
    {
      seat->presence->since_us = g_get_real_time ();
      g_free (seat->presence->address);
      seat->presence->address = g_strdup (lectern_panel_link_get_address (link));
    }
  seat->presence->practised = lectern_panel_link_get_practised (link);
}

void
lectern_attendance_note_gone (LecternAttendance *self,
                              LecternPanelLink  *link)
{
  const LecternSeat *record = lectern_panel_link_get_seat (link);
  Seat              *seat = record ? g_hash_table_lookup (self->seats, record->token) : NULL;

  if (!seat || seat->link != link)
    return;
  seat->presence->seen_us = g_get_real_time () - lectern_panel_link_get_silence_us (link);
  g_clear_object (&seat->link);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const LecternPresence *x = *(LecternPresence *const *) a;
  const LecternPresence *y = *(LecternPresence *const *) b;

  return x->judge != y->judge ? (x->judge > y->judge) - (x->judge < y->judge) : g_strcmp0 (x->token, y->token);
}

GPtrArray *
lectern_attendance_list (LecternAttendance *self)
{
  GPtrArray     *list = g_ptr_array_new_with_free_func (presence_free);
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->seats);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Seat            *seat = value;
      LecternPresence *copy = lectern_presence_copy (seat->presence);

      copy->connected = seat->link && lectern_panel_link_is_open (seat->link);
      if (seat->link)
        copy->seen_us = g_get_real_time () - lectern_panel_link_get_silence_us (seat->link);
      g_ptr_array_add (list, copy);
    }
  g_ptr_array_sort (list, compare);
  return list;
}

GArray *
lectern_presences_list_judges (GPtrArray *presences,
                               gboolean   practised)
{
  GArray *judges = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < presences->len; i++)
    {
      const LecternPresence *presence = presences->pdata[i];

      if (presence->connected && (!practised || presence->practised))
        g_array_append_val (judges, presence->judge);
    }
  return judges;
}
