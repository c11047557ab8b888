/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* WebSocket frames (RFC 6455), looked at before libsoup collects them: it joins fragments without
 * end, takes a frame of any announced length on trust until that many bytes are there, and counts
 * nothing. What a frame's head promises is held against the bounds before a byte of it passes.
 * No extension is agreed on here, so the reserved bits are never right. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-frame-check.h"

#include <string.h>

#define OP_CONTINUATION 0
#define OP_BINARY 2
#define OP_CLOSE 8
#define OP_PONG 10
#define CONTROL_MAX 125
#define CLOSE_PROTOCOL_ERROR 1002
#define CLOSE_TOO_BIG 1009

/* How long the head is, as far as its first two bytes tell. */
static guint
get_head_length (const LecternFrameCheck *self)
{
  guint short_length = self->n_head > 1 ? self->head[1] & 0x7f : 0;

  return 6 + (short_length == 126 ? 2 : short_length == 127 ? 8
                                                            : 0);
}

/* The payload's length; G_MAXUINT64 when it is not written in the fewest bytes. */
static guint64
read_length (const LecternFrameCheck *self)
{
  guint   short_length = self->head[1] & 0x7f;
  guint   n_bytes = short_length == 126 ? 2 : short_length == 127 ? 8
                                                                  : 0;
  guint64 length = n_bytes == 0 ? short_length : 0;

  for (guint i = 0; i < n_bytes; i++)
    length = length << 8 | self->head[2 + i];
  if ((n_bytes == 2 && length < 126) || (n_bytes == 8 && length <= G_MAXUINT16))
    return G_MAXUINT64;
  return length;
}

/* Counts a data frame in. Returns a close code, or 0. */
static gushort
count_data (LecternFrameCheck *self,
            guint              opcode,
            gboolean           final,
            guint64            length)
{
  if ((opcode == OP_CONTINUATION) != (self->fragments > 0))
    return CLOSE_PROTOCOL_ERROR;
  if (length > LECTERN_FRAME_MESSAGE_MAX || self->message + length > LECTERN_FRAME_MESSAGE_MAX ||
      self->fragments >= LECTERN_FRAME_FRAGMENTS_MAX)
    return CLOSE_TOO_BIG;
  self->message = final ? 0 : self->message + length;
  self->fragments = final ? 0 : self->fragments + 1;
  return 0;
}

static gushort
look_at_head (LecternFrameCheck *self)
{
  guint    opcode = self->head[0] & 0x0f;
  gboolean final = (self->head[0] & 0x80) != 0;
  guint64  length = read_length (self);

  if ((self->head[0] & 0x70) || !(self->head[1] & 0x80) || length == G_MAXUINT64)
    return CLOSE_PROTOCOL_ERROR;
  self->payload_left = length;
  if (opcode <= OP_BINARY)
    return count_data (self, opcode, final, length);
  if (opcode < OP_CLOSE || opcode > OP_PONG || !final || length > CONTROL_MAX)
    return CLOSE_PROTOCOL_ERROR;
  return 0;
}

gboolean
lectern_frame_check_take (LecternFrameCheck *self,
                          const guint8      *bytes,
                          gsize              length,
                          GByteArray        *passed)
{
  gsize i = 0;

  while (i < length && self->violation == 0)
    {
      gsize whole = (gsize) MIN (self->payload_left, length - i);

      g_byte_array_append (passed, bytes + i, (guint) whole);
      self->payload_left -= whole;
      i += whole;
      if (i == length)
        break;
      self->head[self->n_head++] = bytes[i++];
      if (self->n_head < 2 || self->n_head < get_head_length (self))
        continue;
      self->violation = look_at_head (self);
      if (self->violation == 0)
        g_byte_array_append (passed, self->head, self->n_head);
      self->n_head = 0;
      self->n_frames++;
    }
  return self->violation == 0;
}

void
lectern_frame_append_close (GByteArray *frames,
                            gushort     code)
{
  const guint8 frame[] = { 0x80 | OP_CLOSE, 0x80 | 2, 0, 0, 0, 0, code >> 8, code & 0xff };

  g_byte_array_append (frames, frame, sizeof frame);
}
