/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

#include "lectern-contest.h"

G_BEGIN_DECLS

/* The messages of the judges' protocol, version 1 (docs/protocol.md), as values: what a panel says
 * is read here, what the main laptop answers is written here. No sockets. */

#define LECTERN_PROTOCOL_VERSION 1
/* Where the main laptop listens unless told otherwise. */
#define LECTERN_PROTOCOL_PORT 8443
/* A longer message closes the connection. */
#define LECTERN_PROTOCOL_MESSAGE_MAX 65536
/* A longer request for a seat is refused unread. */
#define LECTERN_PROTOCOL_REQUEST_MAX 4096

typedef enum
{
  LECTERN_MESSAGE_HELLO,
  LECTERN_MESSAGE_SHEET,
  LECTERN_MESSAGE_FLAG_SEEN,
  LECTERN_MESSAGE_PRACTISED,
  LECTERN_MESSAGE_PING,
} LecternMessageKind;

typedef struct
{
  char *criterion;
  char *value; /* a decimal as it came; whether it is a possible mark the engine says */
} LecternMessageMark;

typedef struct
{
  LecternMessageKind kind;
  char              *token;     /* HELLO */
  gboolean           practised; /* HELLO: the judge tried the panel on this device */
  char              *id;        /* SHEET, FLAG_SEEN */
  gint64             lot;       /* SHEET, FLAG_SEEN */
  gint64             judge;     /* FLAG_SEEN: whose sheet is flagged */
  GPtrArray         *marks;     /* SHEET: LecternMessageMark */
  gboolean           submit;    /* SHEET */
  char              *round;     /* SHEET: key of the round it was written in; NULL: the current one */
  char              *t;         /* PING: a JSON number, given back as it came */
} LecternMessage;

/* Reads a message from a panel. NULL and LECTERN_NET_ERROR_TOO_LARGE or _BAD_MESSAGE. @id (may be
 * NULL) is the message's id as far as it has one, also when it is refused. */
LecternMessage *lectern_protocol_decode (const char *text,
                                         gsize       length,
                                         char      **id,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void            lectern_message_free (LecternMessage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternMessage, lectern_message_free)

/* Reads the body of a request for a seat. LECTERN_NET_ERROR_BAD_MESSAGE. */
gboolean lectern_protocol_decode_pairing (const char *text,
                                          gsize       length,
                                          char      **code,
                                          char      **device,
                                          GError    **error);

/* The code of @error in `error` messages: "bad-message", or the rule's name. */
const char *lectern_protocol_get_code (const GError *error);

/* Messages to a panel, and bodies of answers; owned by the caller. */
char *lectern_protocol_encode_ack (const char *id,
                                   gint64      lot,
                                   gint64      version,
                                   gint64      state,
                                   gint64      total) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_protocol_encode_flag_ack (const char *id,
                                        gint64      lot,
                                        gint64      judge) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_protocol_encode_error (const char *id,
                                     const char *code,
                                     const char *message) G_GNUC_WARN_UNUSED_RESULT;
/* @phase and @elapsed_ms are the clock's as the pong is written. */
char *lectern_protocol_encode_pong (const char *t,
                                    gint64      server_ms,
                                    gint64      phase,
                                    gint64      elapsed_ms) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_protocol_encode_bye (const char *reason) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_protocol_encode_info (const char *contest,
                                    gint64      server_ms) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_protocol_encode_seat (const char *token,
                                    gint64      number,
                                    const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_protocol_encode_refusal (const char *code,
                                       const char *message) G_GNUC_WARN_UNUSED_RESULT;

/* The state, in two parts: what is the same for every judge is written once for a commit, and each
 * judge's own only after something of it changed. @elapsed_ms is the clock now. Nothing in either
 * comes from another judge's sheets, except @flags, which the head judge is told:
 * lectern_told_flags_encode(), NULL for everybody else. */
char *lectern_protocol_encode_common (LecternContest *contest,
                                      gint64          seq,
                                      gint64          elapsed_ms) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_protocol_encode_own (LecternContest     *contest,
                                   const LecternJudge *judge) G_GNUC_WARN_UNUSED_RESULT;
char *lectern_protocol_encode_state (const char *common,
                                     const char *own,
                                     const char *flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
