/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <libsoup/soup.h>

#include "lectern-records.h"

G_BEGIN_DECLS

/* The main laptop's end of one panel's connection: what is sent to it stays bounded, and when it
 * was last heard is known. Signals: ::message (const char *text, guint64 length), ::closed (). */
#define LECTERN_TYPE_PANEL_LINK (lectern_panel_link_get_type ())
G_DECLARE_FINAL_TYPE (LecternPanelLink, lectern_panel_link, LECTERN, PANEL_LINK, GObject)

/* @address: where it comes from, for people. */
LecternPanelLink *lectern_panel_link_new (SoupWebsocketConnection *socket,
                                          const char              *address) G_GNUC_WARN_UNUSED_RESULT;
const char       *lectern_panel_link_get_address (LecternPanelLink *self);
/* The seat it said hello with; NULL before. Borrowed. */
const LecternSeat *lectern_panel_link_get_seat (LecternPanelLink *self);
void               lectern_panel_link_set_seat (LecternPanelLink  *self,
                                                const LecternSeat *seat);
/* Whether its judge has tried the panel. */
gboolean lectern_panel_link_get_practised (LecternPanelLink *self);
void     lectern_panel_link_set_practised (LecternPanelLink *self,
                                           gboolean          practised);
/* Whether a newer state waits to be sent. */
gboolean lectern_panel_link_get_waiting (LecternPanelLink *self);
void     lectern_panel_link_set_waiting (LecternPanelLink *self,
                                         gboolean          waiting);
/* What only its judge is told, as it was written last; NULL when that is to be written anew. */
const char *lectern_panel_link_get_own (LecternPanelLink *self);
void        lectern_panel_link_take_own (LecternPanelLink *self,
                                         char             *own);
gboolean    lectern_panel_link_is_open (LecternPanelLink *self);
/* Whether the panel has not yet read what was sent before. */
gboolean lectern_panel_link_is_behind (LecternPanelLink *self);
/* Whether a message of @length bytes may be sent now: with what is unread it stays within the bound, or nothing is unread. */
gboolean lectern_panel_link_has_room (LecternPanelLink *self,
                                      gsize             length);
/* Microseconds since anything was heard, a pong too; and since it is there at all. */
gint64 lectern_panel_link_get_silence_us (LecternPanelLink *self);
gint64 lectern_panel_link_get_age_us (LecternPanelLink *self);
/* Takes @text. A panel that does not read is dropped instead of queued for without end. */
void lectern_panel_link_send (LecternPanelLink *self,
                              char             *text);
/* Says a WebSocket close @code and waits for the other end a few seconds. */
void lectern_panel_link_close (LecternPanelLink *self,
                               gushort           code);
/* Ends it now, without a word. */
void lectern_panel_link_drop (LecternPanelLink *self);

G_END_DECLS
