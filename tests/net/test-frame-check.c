/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Streams of WebSocket frames, whole and byte by byte: what is right passes unchanged, and what would
 * make libsoup keep more than a message ends with the close code a client can understand. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-frame-check.h"

#include <string.h>

#define TEXT 0x81
#define FIRST 0x01
#define MIDDLE 0x00
#define LAST 0x80
#define CLOSE 0x88
#define PING 0x89

/* A masked frame with the shortest length there is. */
static void
add_frame (GByteArray *frames,
           guint8      first,
           guint64     length)
{
  guint8             head[14] = { first };
  guint              n_bytes = length < 126 ? 0 : length <= G_MAXUINT16 ? 2
                                                                        : 8;
  g_autofree guint8 *payload = g_malloc0 (length + 1);

  head[1] = 0x80 | (n_bytes == 0 ? (guint8) length : n_bytes == 2 ? 126
                                                                  : 127);
  for (guint i = 0; i < n_bytes; i++)
    head[2 + i] = (guint8) (length >> (8 * (n_bytes - 1 - i)));
  g_byte_array_append (frames, head, 6 + n_bytes);
  g_byte_array_append (frames, payload, (guint) length);
}

/* The close code for @frames given in pieces of @size; what passed is a beginning of them. */
static gushort
take (GByteArray *frames,
      gsize       size)
{
  LecternFrameCheck check = { 0 };
  g_autoptr (GByteArray) passed = g_byte_array_new ();

  for (gsize i = 0; i < frames->len; i += size)
    if (!lectern_frame_check_take (&check, frames->data + i, MIN (size, frames->len - i), passed))
      break;
  g_assert_cmpuint (passed->len, <=, frames->len);
  if (passed->len > 0)
    g_assert_cmpint (memcmp (passed->data, frames->data, passed->len), ==, 0);
  if (check.violation == 0)
    g_assert_cmpuint (passed->len, ==, frames->len);
  return check.violation;
}

static void
assert_code (GByteArray *frames,
             gushort     code)
{
  g_assert_cmpuint (take (frames, 1), ==, code);
  g_assert_cmpuint (take (frames, 7), ==, code);
  g_assert_cmpuint (take (frames, 100000), ==, code);
}

static void
test_right (void)
{
  static const guint64 lengths[] = { 0, 1, 125, 126, 65535, 65536, LECTERN_FRAME_MESSAGE_MAX };
  g_autoptr (GByteArray) frames = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    add_frame (frames, TEXT, lengths[i]);
  add_frame (frames, FIRST, 60000);
  add_frame (frames, PING, 125); /* may come in between */
  add_frame (frames, MIDDLE, 0);
  add_frame (frames, LAST, LECTERN_FRAME_MESSAGE_MAX - 60000);
  add_frame (frames, CLOSE, 2);
  assert_code (frames, 0);
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *name;
    guint8      bytes[14];
    gsize       length;
    gushort     code;
  } rows[] = {
    /* clang-format off */
    { "not masked",          { TEXT, 5 },                                     6, 1002 },
    { "compressed",          { TEXT | 0x40, 0x85 },                           6, 1002 },
    { "reserved bit",        { TEXT | 0x10, 0x85 },                           6, 1002 },
    { "unknown frame",       { 0x83, 0x85 },                                  6, 1002 },
    { "unknown control",     { 0x8b, 0x85 },                                  6, 1002 },
    { "ping in pieces",      { 0x09, 0x85 },                                  6, 1002 },
    { "long ping",           { PING, 0xfe, 0, 126 },                          8, 1002 },
    { "nothing to continue", { LAST, 0x85 },                                  6, 1002 },
    { "length in too many",  { TEXT, 0xfe, 0, 125 },                          8, 1002 },
    { "in far too many",     { TEXT, 0xff, 0, 0, 0, 0, 0, 0, 0xff, 0xff },   14, 1002 },
    { "too long",            { TEXT, 0xff, 0, 0, 0, 0, 0, 2, 0, 1 },         14, 1009 },
    { "as long as can be",   { TEXT, 0xff, 0xff, 255, 255, 255, 255, 255, 255, 254 }, 14, 1009 },
    { "above that",          { TEXT, 0xff, 0xff, 255, 255, 255, 255, 255, 255, 255 }, 14, 1002 },
    /* clang-format on */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GByteArray) frames = g_byte_array_new ();

      g_test_message ("%s", rows[i].name);
      add_frame (frames, TEXT, 3); /* what is right before it still passes */
      g_byte_array_append (frames, rows[i].bytes, (guint) rows[i].length);
      assert_code (frames, rows[i].code);
    }
}

static void
test_new_message_within_one (void)
{
  g_autoptr (GByteArray) frames = g_byte_array_new ();

  add_frame (frames, FIRST, 10);
  add_frame (frames, TEXT, 10);
  assert_code (frames, 1002);
}

/* The sum counts, not the fragment. */
static void
test_endless_fragments (void)
{
  g_autoptr (GByteArray) frames = g_byte_array_new ();
  g_autoptr (GByteArray) empty = g_byte_array_new ();

  add_frame (frames, FIRST, 60000);
  add_frame (frames, MIDDLE, 60000);
  add_frame (frames, MIDDLE, LECTERN_FRAME_MESSAGE_MAX - 120000 + 1);
  assert_code (frames, 1009);
  add_frame (empty, FIRST, 0);
  for (guint i = 0; i < LECTERN_FRAME_FRAGMENTS_MAX; i++)
    add_frame (empty, MIDDLE, 0);
  assert_code (empty, 1009);
}

/* Many messages are no endless one. */
static void
test_count_starts_anew (void)
{
  g_autoptr (GByteArray) frames = g_byte_array_new ();

  for (guint i = 0; i < 3; i++)
    {
      add_frame (frames, FIRST, 60000);
      add_frame (frames, LAST, 60000);
    }
  assert_code (frames, 0);
}

/* After a violation not one byte more. */
static void
test_nothing_after (void)
{
  static const guint8 bad[] = { TEXT, 5, 0, 0, 0, 0 };
  LecternFrameCheck   check = { 0 };
  g_autoptr (GByteArray) passed = g_byte_array_new ();
  g_autoptr (GByteArray) more = g_byte_array_new ();

  add_frame (more, TEXT, 10);
  g_assert_false (lectern_frame_check_take (&check, bad, sizeof bad, passed));
  g_assert_false (lectern_frame_check_take (&check, more->data, more->len, passed));
  g_assert_cmpuint (passed->len, ==, 0);
}

static void
test_close (void)
{
  g_autoptr (GByteArray) frames = g_byte_array_new ();

  lectern_frame_append_close (frames, 1009);
  assert_code (frames, 0); /* it is a frame as a client sends it */
  g_assert_cmpuint (frames->data[frames->len - 2] << 8 | frames->data[frames->len - 1], ==, 1009);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frame-check/right", test_right);
  g_test_add_func ("/frame-check/wrong", test_wrong);
  g_test_add_func ("/frame-check/new-message-within-one", test_new_message_within_one);
  g_test_add_func ("/frame-check/endless-fragments", test_endless_fragments);
  g_test_add_func ("/frame-check/count-starts-anew", test_count_starts_anew);
  g_test_add_func ("/frame-check/nothing-after", test_nothing_after);
  g_test_add_func ("/frame-check/close", test_close);
  return g_test_run ();
}
