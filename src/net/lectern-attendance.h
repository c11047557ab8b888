/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The windows read this header and know nothing of sockets. */
typedef struct _LecternPanelLink LecternPanelLink;

/* A seat as it was seen since the server was started. Immutable but for its owner. */
typedef struct
{
  char    *token; /* the seat's, as the file has it: the token's SHA-256 */
  gint64   judge;
  char    *address;  /* where its panel is now, or was last */
  gint64   seen_us;  /* when it was heard last; microseconds since 1970. Connected: now */
  gint64   since_us; /* when it connected last */
  gboolean connected;
  gboolean practised; /* its judge has tried the panel on an invented entry */
} LecternPresence;

LecternPresence *lectern_presence_copy (const LecternPresence *self) G_GNUC_WARN_UNUSED_RESULT;
void             lectern_presence_free (LecternPresence *self);

/* Who is here, and who was when: seat by seat, for the console. Of one thread. */
typedef struct _LecternAttendance LecternAttendance;

LecternAttendance *lectern_attendance_new (void) G_GNUC_WARN_UNUSED_RESULT;
void               lectern_attendance_free (LecternAttendance *self);
/* @link said hello, or something of it changed. */
void lectern_attendance_note_here (LecternAttendance *self,
                                   LecternPanelLink  *link);
/* @link is closed: its seat was heard last when it was. Nothing of one that has another connection by now,
 * or never had a seat. */
void lectern_attendance_note_gone (LecternAttendance *self,
                                   LecternPanelLink  *link);
/* Every seat that was seen, in the order of the judges' numbers: LecternPresence. Owned by the caller. */
GPtrArray *lectern_attendance_list (LecternAttendance *self) G_GNUC_WARN_UNUSED_RESULT;
/* The numbers of those of @presences that are connected, ascending; @practised: who practised alone. Owned
 * by the caller. */
GArray *lectern_presences_list_judges (GPtrArray *presences,
                                       gboolean   practised) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPresence, lectern_presence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternAttendance, lectern_attendance_free)

G_END_DECLS
