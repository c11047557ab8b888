/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

#include "lectern-tls-end.h"

G_BEGIN_DECLS

/* Bytes a panel may leave unread, here and in the kernel; a frame that would make it more ends the connection. Only when
 * nothing waits may one frame be larger, and then that and 16 KiB is the bound until all of it is received. */
#define LECTERN_GUARD_UNSENT_MAX (64 * 1024)

/* How far a connection came. */
typedef enum
{
  LECTERN_GUARD_HANDSHAKE, /* TLS */
  LECTERN_GUARD_HEAD,      /* the head of its one request */
  LECTERN_GUARD_ANSWER,    /* its body is read and it is answered */
  LECTERN_GUARD_PANEL,     /* a WebSocket */
  LECTERN_GUARD_FAREWELL,  /* nothing more is read; what was written still goes out */
  LECTERN_GUARD_GONE,
  LECTERN_GUARD_N_PHASES,
} LecternGuardPhase;

/* How long each phase may take, in microseconds; 0: for ever. A body may take as long as a head. */
typedef struct
{
  gint64 us[LECTERN_GUARD_N_PHASES];
} LecternGuardPatience;

/* One connection, from its acceptance to its end, as a stream whose reader sees only what passed:
 * one well-formed request of bounded size, then WebSocket frames of bounded size at a bounded rate.
 * Never blocks. Lives in the thread-default context it was made in. Signals:
 * ::admitted () its request may be answered: now it is to be read from;
 * ::seated () the panel on it has a seat;
 * ::refused (guint status) it was answered with that HTTP status, or (0) cut off;
 * ::gone () the socket is closed. */
#define LECTERN_TYPE_GUARD_STREAM (lectern_guard_stream_get_type ())
G_DECLARE_FINAL_TYPE (LecternGuardStream, lectern_guard_stream, LECTERN, GUARD_STREAM, GIOStream)

LecternGuardStream *lectern_guard_stream_new (GSocket       *socket,
                                              LecternTlsKey *key) G_GNUC_WARN_UNUSED_RESULT;
/* The guard's stream under what libsoup put around it, or NULL. Borrowed. */
LecternGuardStream *lectern_guard_stream_find (GIOStream *stream);
GSocket            *lectern_guard_stream_get_socket (LecternGuardStream *self);
LecternGuardPhase   lectern_guard_stream_get_phase (LecternGuardStream *self);
/* Bytes written that the other end's machine has not received yet, here and in the kernel. */
gsize lectern_guard_stream_get_unsent (LecternGuardStream *self);
/* The panel on it has a seat now. */
void lectern_guard_stream_seat (LecternGuardStream *self);
/* Ends it when it has been in its phase for longer than @patience allows. */
void lectern_guard_stream_tick (LecternGuardStream         *self,
                                gint64                      now_us,
                                const LecternGuardPatience *patience);
/* Ends it now, without a word. */
void lectern_guard_stream_cut (LecternGuardStream *self);

G_END_DECLS
