/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-guard-stream.h"

G_BEGIN_DECLS

/* The two halves of a guarded stream as GIO wants them: two small objects that pass everything on to
 * the stream, for as long as there is one. */
void lectern_guard_pipes_new (LecternGuardStream *stream,
                              GInputStream      **input,
                              GOutputStream     **output);
void lectern_guard_pipes_detach (GInputStream  *input,
                                 GOutputStream *output);

/* What they pass it on to. -1 with G_IO_ERROR_WOULD_BLOCK where another stream would wait. */
gssize   lectern_guard_stream_read (LecternGuardStream *self,
                                    void               *bytes,
                                    gsize               size,
                                    GError            **error);
gssize   lectern_guard_stream_write (LecternGuardStream *self,
                                     const void         *bytes,
                                     gsize               length,
                                     GError            **error);
gboolean lectern_guard_stream_is_readable (LecternGuardStream *self);
gboolean lectern_guard_stream_is_writable (LecternGuardStream *self);
GSource *lectern_guard_stream_create_wake (LecternGuardStream *self);

G_END_DECLS
