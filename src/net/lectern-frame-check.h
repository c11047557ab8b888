/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest message that is let through, all its fragments together: twice what the protocol
 * allows, so that the refusal can still be said in its own words. */
#define LECTERN_FRAME_MESSAGE_MAX 131072
/* Fragments a message may come in. */
#define LECTERN_FRAME_FRAGMENTS_MAX 128

/* Where in a stream of WebSocket frames from a client we are. All zero at the beginning. */
typedef struct
{
  guint8  head[14];
  guint   n_head;
  guint64 payload_left;
  guint64 message;   /* bytes of the message under way */
  guint   fragments; /* of it; 0: none under way */
  guint64 n_frames;  /* complete heads so far */
  gushort violation; /* once not 0: the close code, and nothing passes any more */
} LecternFrameCheck;

/* Looks at @length bytes that came and appends to @passed what may go on: frame heads only once they are
 * complete and found good. FALSE after a violation; what was good before it has been appended. */
gboolean lectern_frame_check_take (LecternFrameCheck *self,
                                   const guint8      *bytes,
                                   gsize              length,
                                   GByteArray        *passed);
/* Appends a client's close frame with @code, which makes a server answer and end. */
void lectern_frame_append_close (GByteArray *frames,
                                 gushort     code);

G_END_DECLS
