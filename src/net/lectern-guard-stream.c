/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What stands between the network and libsoup. libsoup reads a head, a body, a frame or a message's
 * fragments without end and keeps all of it; here each is held against its bound before it is handed
 * on, so what one connection can make this laptop keep is about a record of TLS and one message.
 * One request a connection: nothing that follows it is read, so nothing can hide behind it. A panel
 * that sends faster than anybody marks is not refused but read more slowly, and its own network
 * keeps the rest. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-guard-stream.h"

#include "lectern-frame-check.h"
#include "lectern-guard-pipes-private.h"
#include "lectern-protocol.h"
#include "lectern-request-check.h"
#include "lectern-socket.h"

#include <libsoup/soup.h>
#include <string.h>
#include <sys/socket.h>

/* A panel may send this much at once, and then so much a second. A frame costs some 60 µs: while one seat's burst is
 * looked at, every other judge waits. What a panel kept through a break is a hundred sheets at most. */
#define BYTES_BURST 262144
#define BYTES_A_SECOND 131072
#define FRAMES_BURST 40
#define FRAMES_A_SECOND 200
#define PIECE 4096
/* What may follow a state that is by itself larger than a panel may leave unread. */
#define AFTER_LARGE (16 * 1024)
/* What TLS puts around a record; there are fewer than pieces. */
#define WRAPPING 32
/* What may still come in after the answer to somebody who goes on sending; it is not kept. */
#define FAREWELL_BYTES (16 * 1024 * 1024)

struct _LecternGuardStream
{
  GIOStream parent_instance;

  GSocket          *socket;
  LecternTlsEnd    *tls;
  GMainContext     *context;
  GSource          *reader; /* before libsoup reads, and after */
  GSource          *writer; /* while something is unsent */
  GInputStream     *input;
  GOutputStream    *output;
  LecternGuardPhase phase;
  gint64            since_us; /* in this phase */
  GByteArray       *ready;    /* passed, not yet read by libsoup */
  guint             ready_at;
  LecternRequest    request;
  gsize             body_left;
  LecternFrameCheck frames;
  gint64            allowance_us; /* when the rates were reckoned last */
  double            bytes_allowed;
  double            frames_allowed;
  gsize             discarded;
  gsize             unsent_most; /* bytes, until all is received */
  gboolean          ended;       /* the other end sends nothing more */
  gboolean          answered;
};

enum
{
  ADMITTED,
  SEATED,
  REFUSED,
  GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternGuardStream, lectern_guard_stream, G_TYPE_IO_STREAM)

static const gboolean allowed[LECTERN_GUARD_N_PHASES][LECTERN_GUARD_N_PHASES] = {
  [LECTERN_GUARD_HANDSHAKE] = { [LECTERN_GUARD_HEAD] = TRUE, [LECTERN_GUARD_FAREWELL] = TRUE, [LECTERN_GUARD_GONE] = TRUE },
  [LECTERN_GUARD_HEAD] = { [LECTERN_GUARD_ANSWER] = TRUE, [LECTERN_GUARD_FAREWELL] = TRUE, [LECTERN_GUARD_GONE] = TRUE },
  [LECTERN_GUARD_ANSWER] = { [LECTERN_GUARD_PANEL] = TRUE, [LECTERN_GUARD_FAREWELL] = TRUE, [LECTERN_GUARD_GONE] = TRUE },
  [LECTERN_GUARD_PANEL] = { [LECTERN_GUARD_FAREWELL] = TRUE, [LECTERN_GUARD_GONE] = TRUE },
  [LECTERN_GUARD_FAREWELL] = { [LECTERN_GUARD_GONE] = TRUE },
};

static void
clear_source (GSource **source)
{
  if (*source)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
set_phase (LecternGuardStream *self,
           LecternGuardPhase   phase)
{
  g_assert (allowed[self->phase][phase]);

  self->phase = phase;
  self->since_us = g_get_monotonic_time ();
  if (phase != LECTERN_GUARD_GONE)
    return;
  clear_source (&self->reader);
  clear_source (&self->writer);
  g_socket_shutdown (self->socket, TRUE, TRUE, NULL);
  g_signal_emit (self, signals[GONE], 0);
}

static void
end_now (LecternGuardStream *self)
{
  self->ended = TRUE;
  if (self->phase != LECTERN_GUARD_GONE)
    set_phase (self, LECTERN_GUARD_GONE);
}

/* --- going out ----------------------------------------------------------------------------- */

/* The last byte is out: the other end may take its time to read it, but no more is listened to. */
static void
finish_farewell (LecternGuardStream *self)
{
  if (self->phase != LECTERN_GUARD_FAREWELL || lectern_tls_end_get_unsent (self->tls) > 0)
    return;
  shutdown (g_socket_get_fd (self->socket), SHUT_WR);
  if (self->ended)
    end_now (self);
}

static gboolean
on_writable_cb (GSocket     *socket,
                GIOCondition condition,
                gpointer     user_data)
{
  g_autoptr (LecternGuardStream) self = g_object_ref (user_data);

  if (!lectern_tls_end_flush (self->tls))
    {
      end_now (self);
      return G_SOURCE_REMOVE;
    }
  if (lectern_tls_end_get_unsent (self->tls) > 0)
    return G_SOURCE_CONTINUE;
  clear_source (&self->writer);
  finish_farewell (self);
  return G_SOURCE_REMOVE;
}

static void
watch_unsent (LecternGuardStream *self)
{
  if (self->writer || lectern_tls_end_get_unsent (self->tls) == 0)
    return;
  self->writer = g_socket_create_source (self->socket, G_IO_OUT, NULL);
  g_source_set_callback (self->writer, G_SOURCE_FUNC (on_writable_cb), self, NULL);
  g_source_attach (self->writer, self->context);
}

/* A panel's frames are taken whole, so that what waits for it waits here, where it is counted, and not in libsoup's
 * queue, which has no end. More than the bound ends it, whoever writes: libsoup's own pongs count like the rest. */
static gssize
write_frame (LecternGuardStream *self,
             const void         *bytes,
             gsize               length)
{
  gsize unsent = lectern_guard_stream_get_unsent (self);
  gsize wrapped = length + (length / PIECE + 1) * WRAPPING;

  if (unsent == 0)
    self->unsent_most = wrapped > LECTERN_GUARD_UNSENT_MAX ? wrapped + AFTER_LARGE : LECTERN_GUARD_UNSENT_MAX;
  if (unsent + wrapped <= self->unsent_most)
    return lectern_tls_end_queue (self->tls, bytes, length) ? (gssize) length : -1;
  g_info ("a panel does not read what it is sent and is dropped: %zu bytes", unsent);
  lectern_guard_stream_cut (self);
  return (gssize) length; /* libsoup reads the end next, as of any that is cut */
}

gssize
lectern_guard_stream_write (LecternGuardStream *self,
                            const void         *bytes,
                            gsize               length,
                            GError            **error)
{
  static const char switching[] = "HTTP/1.1 101 ";
  gssize            n = -1;

  if (self->phase == LECTERN_GUARD_PANEL)
    n = write_frame (self, bytes, length);
  else if (self->phase == LECTERN_GUARD_ANSWER)
    n = lectern_tls_end_write (self->tls, bytes, length);
  if (n > 0 && self->phase == LECTERN_GUARD_GONE)
    return n;
  if (n < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "the connection is gone");
      return -1;
    }
  watch_unsent (self);
  if (n == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK, "the other end does not read");
      return -1;
    }
  if (!self->answered && self->request.upgrade && length >= strlen (switching) &&
      memcmp (bytes, switching, strlen (switching)) == 0)
    set_phase (self, LECTERN_GUARD_PANEL);
  self->answered = TRUE;
  return n;
}

gboolean
lectern_guard_stream_is_writable (LecternGuardStream *self)
{
  return lectern_tls_end_get_unsent (self->tls) == 0 || self->phase >= LECTERN_GUARD_PANEL;
}

/* --- farewell ------------------------------------------------------------------------------ */

static gboolean
on_leftover_cb (GSocket     *socket,
                GIOCondition condition,
                gpointer     user_data)
{
  g_autoptr (LecternGuardStream) self = g_object_ref (user_data);
  /* MSG_TRUNC: TCP drops the bytes without copying them. */
  gssize n = recv (g_socket_get_fd (self->socket), NULL, 1024 * 1024, MSG_TRUNC | MSG_DONTWAIT);

  if (n > 0)
    self->discarded += (gsize) n;
  if ((n > 0 && self->discarded < FAREWELL_BYTES) || (n < 0 && condition == G_IO_IN))
    return G_SOURCE_CONTINUE;
  self->ended = TRUE;
  clear_source (&self->reader);
  /* Who only stopped sending may still read. */
  if (n != 0 || lectern_tls_end_get_unsent (self->tls) == 0)
    end_now (self);
  return G_SOURCE_REMOVE;
}

/* Lets what was written go out. Closing at once with something unread would make the kernel take
 * the answer back. */
static void
say_farewell (LecternGuardStream *self)
{
  if (self->phase >= LECTERN_GUARD_FAREWELL)
    return;
  lectern_tls_end_say_bye (self->tls);
  set_phase (self, LECTERN_GUARD_FAREWELL);
  clear_source (&self->reader);
  self->reader = g_socket_create_source (self->socket, G_IO_IN, NULL);
  g_source_set_callback (self->reader, G_SOURCE_FUNC (on_leftover_cb), self, NULL);
  g_source_attach (self->reader, self->context);
  watch_unsent (self);
  finish_farewell (self);
}

/* Answers in libsoup's place, before it has said anything. */
static void
refuse (LecternGuardStream *self,
        guint               status)
{
  g_autofree char *body = NULL;
  g_autofree char *answer = NULL;

  body = lectern_protocol_encode_refusal (lectern_request_get_code (status), lectern_request_get_sentence (status));
  answer = g_strdup_printf ("HTTP/1.1 %u %s\r\nConnection: close\r\nCache-Control: no-store\r\n"
                            "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
                            status, soup_status_get_phrase (status), strlen (body), body);
  lectern_tls_end_write (self->tls, answer, strlen (answer));
  self->answered = TRUE;
  say_farewell (self);
  g_signal_emit (self, signals[REFUSED], 0, status);
}

/* --- coming in, before libsoup ------------------------------------------------------------- */

/* The head is there, with @extra bytes after it. */
static void
look_at_request (LecternGuardStream *self,
                 gsize               head)
{
  gsize extra = self->ready->len - head;
  guint status = lectern_request_check ((const char *) self->ready->data, head, &self->request);

  if (status == 0 && extra > self->request.body)
    status = 400; /* a second request behind the first */
  if (status != 0)
    {
      refuse (self, status);
      return;
    }
  self->body_left = self->request.body - extra;
  clear_source (&self->reader);
  set_phase (self, LECTERN_GUARD_ANSWER);
  g_signal_emit (self, signals[ADMITTED], 0);
}

static LecternTlsResult
read_head (LecternGuardStream *self)
{
  guint8           piece[PIECE];
  gsize            length;
  LecternTlsResult result = lectern_tls_end_read (self->tls, piece, sizeof piece, &length);
  gsize            head;

  if (result != LECTERN_TLS_DONE)
    return result;
  g_byte_array_append (self->ready, piece, (guint) length);
  head = lectern_request_find_end ((const char *) self->ready->data, self->ready->len);
  if (head > 0)
    look_at_request (self, head);
  else if (self->ready->len > LECTERN_REQUEST_HEAD_MAX)
    refuse (self, 431);
  return LECTERN_TLS_DONE;
}

static gboolean
on_readable_cb (GSocket     *socket,
                GIOCondition condition,
                gpointer     user_data)
{
  g_autoptr (LecternGuardStream) self = g_object_ref (user_data);
  LecternTlsResult result = LECTERN_TLS_DONE;

  while (result == LECTERN_TLS_DONE && self->phase < LECTERN_GUARD_ANSWER)
    if (self->phase == LECTERN_GUARD_HEAD)
      result = read_head (self);
    else if ((result = lectern_tls_end_shake_hands (self->tls)) == LECTERN_TLS_DONE)
      set_phase (self, LECTERN_GUARD_HEAD);
  if (result == LECTERN_TLS_DONE || result == LECTERN_TLS_LATER)
    {
      watch_unsent (self);
      return self->phase < LECTERN_GUARD_ANSWER ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
    }
  if (result == LECTERN_TLS_BROKEN)
    g_signal_emit (self, signals[REFUSED], 0, 0);
  end_now (self);
  return G_SOURCE_REMOVE;
}

/* --- coming in, for libsoup ---------------------------------------------------------------- */

static void
reckon_allowance (LecternGuardStream *self)
{
  gint64 now_us = g_get_monotonic_time ();
  double seconds = (double) (now_us - self->allowance_us) / G_USEC_PER_SEC;

  self->allowance_us = now_us;
  self->bytes_allowed = MIN (self->bytes_allowed + seconds * BYTES_A_SECOND, BYTES_BURST);
  self->frames_allowed = MIN (self->frames_allowed + seconds * FRAMES_A_SECOND, FRAMES_BURST);
}

/* Milliseconds until this panel is read from again; 0: now. */
static guint
get_wait_ms (LecternGuardStream *self)
{
  double wait;

  if (self->phase != LECTERN_GUARD_PANEL)
    return 0;
  reckon_allowance (self);
  wait = MAX (-self->bytes_allowed / BYTES_A_SECOND, -self->frames_allowed / FRAMES_A_SECOND);
  return wait > 0 ? (guint) (wait * 1000) + 1 : 0;
}

static void
take_frames (LecternGuardStream *self,
             const guint8       *piece,
             gsize               length)
{
  guint64 before = self->frames.n_frames;

  if (!lectern_frame_check_take (&self->frames, piece, length, self->ready))
    {
      /* libsoup answers the close and ends; nothing after it is read. */
      lectern_frame_append_close (self->ready, self->frames.violation);
      g_signal_emit (self, signals[REFUSED], 0, 0);
    }
  self->bytes_allowed -= (double) length;
  self->frames_allowed -= (double) (self->frames.n_frames - before);
}

/* Whether nothing more will be read, whatever comes. */
static gboolean
is_over (LecternGuardStream *self)
{
  return self->ended || self->frames.violation != 0 || self->phase >= LECTERN_GUARD_FAREWELL;
}

/* Reads one piece from the wire into what is ready. */
static LecternTlsResult
read_piece (LecternGuardStream *self)
{
  guint8           piece[PIECE];
  gsize            length;
  gsize            size = self->phase == LECTERN_GUARD_PANEL ? PIECE : MIN (PIECE, self->body_left);
  LecternTlsResult result;

  if (is_over (self))
    return LECTERN_TLS_ENDED;
  if (size == 0 || get_wait_ms (self) > 0)
    return LECTERN_TLS_LATER;
  result = lectern_tls_end_read (self->tls, piece, size, &length);
  if (result == LECTERN_TLS_ENDED || result == LECTERN_TLS_BROKEN)
    self->ended = TRUE;
  if (result != LECTERN_TLS_DONE)
    return result;
  if (self->phase == LECTERN_GUARD_PANEL)
    {
      take_frames (self, piece, length);
      return LECTERN_TLS_DONE;
    }
  self->body_left -= length;
  g_byte_array_append (self->ready, piece, (guint) length);
  return LECTERN_TLS_DONE;
}

gssize
lectern_guard_stream_read (LecternGuardStream *self,
                           void               *bytes,
                           gsize               size,
                           GError            **error)
{
  LecternTlsResult result = LECTERN_TLS_DONE;
  gsize            length;

  while (result == LECTERN_TLS_DONE && self->ready->len == self->ready_at)
    result = read_piece (self);
  length = MIN (size, self->ready->len - self->ready_at);
  if (length == 0 && result == LECTERN_TLS_LATER)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK, "nothing has come");
      return -1;
    }
  if (length > 0)
    memcpy (bytes, self->ready->data + self->ready_at, length);
  self->ready_at += (guint) length;
  if (self->ready_at == self->ready->len)
    {
      g_byte_array_set_size (self->ready, 0);
      self->ready_at = 0;
    }
  return (gssize) length;
}

gboolean
lectern_guard_stream_is_readable (LecternGuardStream *self)
{
  if (self->ready->len > self->ready_at || is_over (self))
    return TRUE;
  if (self->phase == LECTERN_GUARD_ANSWER && self->body_left == 0)
    return FALSE;
  return get_wait_ms (self) == 0 &&
         (lectern_tls_end_has_more (self->tls) || (g_socket_condition_check (self->socket, G_IO_IN) & G_IO_IN) != 0);
}

/* What wakes a reader; NULL: nothing will. */
GSource *
lectern_guard_stream_create_wake (LecternGuardStream *self)
{
  guint wait_ms = get_wait_ms (self);

  if (self->ready->len > self->ready_at || is_over (self))
    return g_timeout_source_new (0);
  if (self->phase == LECTERN_GUARD_ANSWER && self->body_left == 0)
    return NULL;
  if (wait_ms > 0)
    return g_timeout_source_new (wait_ms);
  if (lectern_tls_end_has_more (self->tls))
    return g_timeout_source_new (0);
  return g_socket_create_source (self->socket, G_IO_IN, NULL);
}

/* --- the stream ---------------------------------------------------------------------------- */

static GInputStream *
lectern_guard_stream_get_input_stream (GIOStream *stream)
{
  return LECTERN_GUARD_STREAM (stream)->input;
}

static GOutputStream *
lectern_guard_stream_get_output_stream (GIOStream *stream)
{
  return LECTERN_GUARD_STREAM (stream)->output;
}

static gboolean
lectern_guard_stream_close (GIOStream    *stream,
                            GCancellable *cancellable,
                            GError      **error)
{
  say_farewell (LECTERN_GUARD_STREAM (stream));
  return TRUE;
}

/* The inherited one would close on another thread. */
static void
lectern_guard_stream_close_async (GIOStream          *stream,
                                  int                 priority,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (stream, cancellable, callback, user_data);

  say_farewell (LECTERN_GUARD_STREAM (stream));
  g_task_return_boolean (task, TRUE);
}

static gboolean
lectern_guard_stream_close_finish (GIOStream    *stream,
                                   GAsyncResult *result,
                                   GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
lectern_guard_stream_finalize (GObject *object)
{
  LecternGuardStream *self = LECTERN_GUARD_STREAM (object);

  clear_source (&self->reader);
  clear_source (&self->writer);
  lectern_guard_pipes_detach (self->input, self->output);
  g_object_unref (self->input);
  g_object_unref (self->output);
  lectern_tls_end_free (self->tls);
  g_object_unref (self->socket);
  g_byte_array_unref (self->ready);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (lectern_guard_stream_parent_class)->finalize (object);
}

static void
lectern_guard_stream_class_init (LecternGuardStreamClass *klass)
{
  GIOStreamClass *stream_class = G_IO_STREAM_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lectern_guard_stream_finalize;
  stream_class->get_input_stream = lectern_guard_stream_get_input_stream;
  stream_class->get_output_stream = lectern_guard_stream_get_output_stream;
  stream_class->close_fn = lectern_guard_stream_close;
  stream_class->close_async = lectern_guard_stream_close_async;
  stream_class->close_finish = lectern_guard_stream_close_finish;
  signals[ADMITTED] = g_signal_new ("admitted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SEATED] = g_signal_new ("seated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[GONE] = g_signal_new ("gone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_guard_stream_init (LecternGuardStream *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->ready = g_byte_array_new ();
  self->since_us = self->allowance_us = g_get_monotonic_time ();
  self->bytes_allowed = BYTES_BURST;
  self->frames_allowed = FRAMES_BURST;
  self->unsent_most = LECTERN_GUARD_UNSENT_MAX;
  lectern_guard_pipes_new (self, &self->input, &self->output);
}

LecternGuardStream *
lectern_guard_stream_new (GSocket       *socket,
                          LecternTlsKey *key)
{
  LecternGuardStream *self = g_object_new (LECTERN_TYPE_GUARD_STREAM, NULL);

  self->socket = g_object_ref (socket);
  self->tls = lectern_tls_end_new (key, socket);
  self->reader = g_socket_create_source (socket, G_IO_IN, NULL);
  g_source_set_callback (self->reader, G_SOURCE_FUNC (on_readable_cb), self, NULL);
  g_source_attach (self->reader, self->context);
  return self;
}

LecternGuardStream *
lectern_guard_stream_find (GIOStream *stream)
{
  GIOStream *inner = NULL;

  if (LECTERN_IS_GUARD_STREAM (stream))
    return LECTERN_GUARD_STREAM (stream);
  if (!stream || !g_object_class_find_property (G_OBJECT_GET_CLASS (stream), "base-iostream"))
    return NULL;
  g_object_get (stream, "base-iostream", &inner, NULL);
  if (inner)
    g_object_unref (inner); /* the outer one holds it */
  return LECTERN_IS_GUARD_STREAM (inner) ? LECTERN_GUARD_STREAM (inner) : NULL;
}

GSocket *
lectern_guard_stream_get_socket (LecternGuardStream *self)
{
  g_return_val_if_fail (LECTERN_IS_GUARD_STREAM (self), NULL);

  return self->socket;
}

LecternGuardPhase
lectern_guard_stream_get_phase (LecternGuardStream *self)
{
  g_return_val_if_fail (LECTERN_IS_GUARD_STREAM (self), LECTERN_GUARD_GONE);

  return self->phase;
}

gsize
lectern_guard_stream_get_unsent (LecternGuardStream *self)
{
  g_return_val_if_fail (LECTERN_IS_GUARD_STREAM (self), 0);

  return lectern_tls_end_get_unsent (self->tls) + lectern_socket_get_unsent (self->socket);
}

void
lectern_guard_stream_seat (LecternGuardStream *self)
{
  g_return_if_fail (LECTERN_IS_GUARD_STREAM (self));

  g_signal_emit (self, signals[SEATED], 0);
}

void
lectern_guard_stream_tick (LecternGuardStream         *self,
                           gint64                      now_us,
                           const LecternGuardPatience *patience)
{
  gboolean incomplete;
  gint64   limit_us;

  g_return_if_fail (LECTERN_IS_GUARD_STREAM (self));

  incomplete = self->phase == LECTERN_GUARD_ANSWER && self->body_left > 0 && !self->answered;
  limit_us = patience->us[incomplete ? LECTERN_GUARD_HEAD : self->phase];
  if (self->phase == LECTERN_GUARD_GONE || limit_us == 0 || now_us - self->since_us <= limit_us)
    return;
  if (self->phase == LECTERN_GUARD_HEAD || incomplete)
    {
      refuse (self, 408);
      return;
    }
  if (self->phase != LECTERN_GUARD_FAREWELL)
    g_signal_emit (self, signals[REFUSED], 0, 0);
  end_now (self);
}

void
lectern_guard_stream_cut (LecternGuardStream *self)
{
  g_return_if_fail (LECTERN_IS_GUARD_STREAM (self));

  end_now (self);
}
