/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* GIO has a stream's reading and writing half as objects of their own, which others may keep after the
 * stream. These know their stream weakly and see an end once it is no more. Neither ever blocks:
 * nobody on the engine's thread may. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-guard-pipes-private.h"

#define LECTERN_TYPE_GUARD_INPUT (lectern_guard_input_get_type ())
G_DECLARE_FINAL_TYPE (LecternGuardInput, lectern_guard_input, LECTERN, GUARD_INPUT, GInputStream)

#define LECTERN_TYPE_GUARD_OUTPUT (lectern_guard_output_get_type ())
G_DECLARE_FINAL_TYPE (LecternGuardOutput, lectern_guard_output, LECTERN, GUARD_OUTPUT, GOutputStream)

struct _LecternGuardInput
{
  GInputStream        parent_instance;
  LecternGuardStream *stream;
};

struct _LecternGuardOutput
{
  GOutputStream       parent_instance;
  LecternGuardStream *stream;
};

static void input_pollable_init (GPollableInputStreamInterface *iface);
static void output_pollable_init (GPollableOutputStreamInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LecternGuardInput, lectern_guard_input, G_TYPE_INPUT_STREAM, G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_INPUT_STREAM, input_pollable_init))
G_DEFINE_FINAL_TYPE_WITH_CODE (LecternGuardOutput, lectern_guard_output, G_TYPE_OUTPUT_STREAM, G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_OUTPUT_STREAM, output_pollable_init))

/* --- reading ------------------------------------------------------------------------------- */

static gssize
lectern_guard_input_read (GInputStream *stream,
                          void         *buffer,
                          gsize         count,
                          GCancellable *cancellable,
                          GError      **error)
{
  LecternGuardInput *self = LECTERN_GUARD_INPUT (stream);

  return self->stream ? lectern_guard_stream_read (self->stream, buffer, count, error) : 0;
}

static gssize
lectern_guard_input_read_nonblocking (GPollableInputStream *stream,
                                      void                 *buffer,
                                      gsize                 count,
                                      GError              **error)
{
  return lectern_guard_input_read (G_INPUT_STREAM (stream), buffer, count, NULL, error);
}

static gboolean
lectern_guard_input_is_readable (GPollableInputStream *stream)
{
  LecternGuardInput *self = LECTERN_GUARD_INPUT (stream);

  return !self->stream || lectern_guard_stream_is_readable (self->stream);
}

static GSource *
lectern_guard_input_create_source (GPollableInputStream *stream,
                                   GCancellable         *cancellable)
{
  LecternGuardInput *self = LECTERN_GUARD_INPUT (stream);
  g_autoptr (GSource) wake = self->stream ? lectern_guard_stream_create_wake (self->stream) : g_timeout_source_new (0);

  return g_pollable_source_new_full (stream, wake, cancellable);
}

static void
input_pollable_init (GPollableInputStreamInterface *iface)
{
  iface->is_readable = lectern_guard_input_is_readable;
  iface->create_source = lectern_guard_input_create_source;
  iface->read_nonblocking = lectern_guard_input_read_nonblocking;
}

static void
lectern_guard_input_class_init (LecternGuardInputClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = lectern_guard_input_read;
}

static void
lectern_guard_input_init (LecternGuardInput *self)
{
}

/* --- writing ------------------------------------------------------------------------------- */

static gssize
lectern_guard_output_write (GOutputStream *stream,
                            const void    *buffer,
                            gsize          count,
                            GCancellable  *cancellable,
                            GError       **error)
{
  LecternGuardOutput *self = LECTERN_GUARD_OUTPUT (stream);

  if (self->stream)
    return lectern_guard_stream_write (self->stream, buffer, count, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "the connection is gone");
  return -1;
}

static gssize
lectern_guard_output_write_nonblocking (GPollableOutputStream *stream,
                                        const void            *buffer,
                                        gsize                  count,
                                        GError               **error)
{
  return lectern_guard_output_write (G_OUTPUT_STREAM (stream), buffer, count, NULL, error);
}

static gboolean
lectern_guard_output_is_writable (GPollableOutputStream *stream)
{
  LecternGuardOutput *self = LECTERN_GUARD_OUTPUT (stream);

  return !self->stream || lectern_guard_stream_is_writable (self->stream);
}

static GSource *
lectern_guard_output_create_source (GPollableOutputStream *stream,
                                    GCancellable          *cancellable)
{
  LecternGuardOutput *self = LECTERN_GUARD_OUTPUT (stream);
  g_autoptr (GSource) wake = NULL;

  if (lectern_guard_output_is_writable (stream))
    wake = g_timeout_source_new (0);
  else
    wake = g_socket_create_source (lectern_guard_stream_get_socket (self->stream), G_IO_OUT, NULL);
  return g_pollable_source_new_full (stream, wake, cancellable);
}

static void
output_pollable_init (GPollableOutputStreamInterface *iface)
{
  iface->is_writable = lectern_guard_output_is_writable;
  iface->create_source = lectern_guard_output_create_source;
  iface->write_nonblocking = lectern_guard_output_write_nonblocking;
}

static void
lectern_guard_output_class_init (LecternGuardOutputClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = lectern_guard_output_write;
}

static void
lectern_guard_output_init (LecternGuardOutput *self)
{
}

/* --- both ---------------------------------------------------------------------------------- */

void
lectern_guard_pipes_new (LecternGuardStream *stream,
                         GInputStream      **input,
                         GOutputStream     **output)
{
  LecternGuardInput  *reading = g_object_new (LECTERN_TYPE_GUARD_INPUT, NULL);
  LecternGuardOutput *writing = g_object_new (LECTERN_TYPE_GUARD_OUTPUT, NULL);

  reading->stream = stream;
  writing->stream = stream;
  *input = G_INPUT_STREAM (reading);
  *output = G_OUTPUT_STREAM (writing);
}

void
lectern_guard_pipes_detach (GInputStream  *input,
                            GOutputStream *output)
{
  LECTERN_GUARD_INPUT (input)->stream = NULL;
  LECTERN_GUARD_OUTPUT (output)->stream = NULL;
}
