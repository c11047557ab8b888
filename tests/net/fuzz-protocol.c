/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Whatever may come in from a network, for libFuzzer (or tests/net/fuzz-replay.c where there is no clang). The first byte says
 * who reads the rest: a panel's message, a request for a seat, a request's head, frames, or, in a panel,
 * a state of the main laptop, what else it says, its answer to a code, what answers a question to everybody, and the
 * link somebody pastes. Not crashing is not enough: what each promises is held against it. */

#define G_LOG_DOMAIN "lectern-fuzz"

#include "lectern-frame-check.h"
#include "lectern-judge-clock.h"
#include "lectern-judge-state-private.h"
#include "lectern-judge-words.h"
#include "lectern-net-error.h"
#include "lectern-pairing-link.h"
#include "lectern-protocol.h"
#include "lectern-request-check.h"
#include "lectern-wire.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

/* What is written must be what our own strict reader takes. Takes @text. */
static JsonObject *
read_back (char *text)
{
  g_autofree char *owned = text;
  JsonObject      *object = lectern_wire_parse (owned, -1, NULL);

  g_assert_nonnull (object);
  return object;
}

static void
look_at_sheet (const LecternMessage *message,
               const char           *id)
{
  g_autoptr (JsonObject) ack = NULL;

  g_assert_cmpstr (id, ==, message->id);
  g_assert_cmpuint (message->marks->len, <=, 64);
  for (guint i = 0; i < message->marks->len; i++)
    {
      const LecternMessageMark *mark = g_ptr_array_index (message->marks, i);

      g_assert_nonnull (mark->criterion);
      g_assert_cmpuint (strspn (mark->value, "-.0123456789"), ==, strlen (mark->value));
    }
  ack = read_back (lectern_protocol_encode_ack (message->id, message->lot, 1, 1, 0));
  g_assert_cmpstr (lectern_wire_get_string (ack, "id"), ==, message->id);
  g_assert_cmpint (lectern_wire_get_integer (ack, "lot", 0), ==, message->lot);
}

static void
fuzz_message (const char *text,
              gsize       length)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternMessage) message = lectern_protocol_decode (text, length, &id, &error);
  g_autoptr (JsonObject) answer = NULL;

  g_assert_true ((message != NULL) == (error == NULL));
  if (error)
    answer = read_back (lectern_protocol_encode_error (id, lectern_protocol_get_code (error), error->message));
  else if (message->kind == LECTERN_MESSAGE_SHEET)
    look_at_sheet (message, id);
  else if (message->kind == LECTERN_MESSAGE_PING)
    answer = read_back (lectern_protocol_encode_pong (message->t, 1, LECTERN_CLOCK_RUNNING, 2));
  else if (message->kind == LECTERN_MESSAGE_HELLO)
    g_assert_cmpuint (strlen (message->token), <=, 128);
  else if (message->kind == LECTERN_MESSAGE_FLAG_SEEN)
    g_assert_cmpstr (id, ==, message->id);
}

static void
fuzz_pairing (const char *text,
              gsize       length)
{
  g_autofree char *code = NULL;
  g_autofree char *device = NULL;
  g_autoptr (GError) error = NULL;
  gboolean right = lectern_protocol_decode_pairing (text, length, &code, &device, &error);

  g_assert_true (right == (error == NULL));
  g_assert_true (right == (code != NULL && device != NULL));
  if (right)
    {
      g_assert_cmpuint (strlen (code), <=, 32);
      g_assert_cmpuint (strlen (device), <=, 200);
      g_assert_true (g_utf8_validate (device, -1, NULL));
    }
}

/* A head that may pass has nothing in it that two readers could take for different requests. */
static void
fuzz_head (const char *text,
           gsize       length)
{
  LecternRequest request;
  gsize          end = lectern_request_find_end (text, length);

  g_assert_cmpuint (end, <=, length);
  if (lectern_request_check (text, end, &request) != 0)
    return;
  g_assert_cmpuint (end, >, 0);
  g_assert_cmpuint (end, <=, LECTERN_REQUEST_HEAD_MAX);
  g_assert_cmpuint (request.body, <=, LECTERN_REQUEST_BODY_MAX);
  g_assert_null (memchr (text, '\0', end));
  for (gsize i = 0; i < end; i++)
    {
      g_assert_true (text[i] != '\n' || (i > 0 && text[i - 1] == '\r'));
      g_assert_true (text[i] != '\r' || text[i + 1] == '\n');
      g_assert_true (text[i] != '\n' || i + 1 == end || (text[i + 1] != ' ' && text[i + 1] != '\t'));
    }
}

/* In pieces and whole is the same, and what passes is what came. */
static void
fuzz_frames (const guint8 *bytes,
             gsize         length)
{
  LecternFrameCheck whole = { 0 };
  LecternFrameCheck pieces = { 0 };
  g_autoptr (GByteArray) at_once = g_byte_array_new ();
  g_autoptr (GByteArray) bit_by_bit = g_byte_array_new ();

  lectern_frame_check_take (&whole, bytes, length, at_once);
  for (gsize i = 0; i < length; i++)
    lectern_frame_check_take (&pieces, bytes + i, 1, bit_by_bit);
  g_assert_cmpuint (whole.violation, ==, pieces.violation);
  g_assert_cmpmem (at_once->data, at_once->len, bit_by_bit->data, bit_by_bit->len);
  g_assert_cmpuint (at_once->len, <=, length);
  if (at_once->len > 0)
    g_assert_cmpint (memcmp (at_once->data, bytes, at_once->len), ==, 0);
  g_assert_cmpuint (whole.message, <=, LECTERN_FRAME_MESSAGE_MAX);
}

static void
fuzz_state (const char *text,
            gsize       length)
{
  g_autoptr (JsonObject) object = lectern_wire_parse (text, (gssize) length, NULL);
  LecternJudgeClock  clock = { 0 };
  LecternJudgeState *state;

  if (!object)
    return;
  state = lectern_judge_state_parse (object, 0);
  g_assert_nonnull (state->clock_phase);
  lectern_judge_clock_take_state (&clock, TRUE, state->clock_elapsed_ms, 0);
  g_assert_cmpint (lectern_judge_clock_get_elapsed_ms (&clock, 1000), >=, CLAMP (state->clock_elapsed_ms, 0, LECTERN_JUDGE_CLOCK_MOST_MS));
  g_assert_nonnull (state->rubric);
  lectern_judge_state_unref (state);
}

/* Each kind is asked of the same object, whatever it says that it is. */
static void
fuzz_words (const char *text,
            gsize       length)
{
  g_autoptr (JsonObject) object = lectern_wire_parse (text, (gssize) length, NULL);
  LecternJudgeClock   clock = { 0 };
  LecternJudgeAck     ack;
  LecternJudgeRefusal refusal;
  LecternJudgePong    pong;

  if (!object)
    return;
  ack = lectern_judge_words_read_ack (object);
  g_assert_true (ack.total >= 0 || lectern_wire_get_string (object, "total"));
  refusal = lectern_judge_words_read_error (object);
  g_assert_true (refusal.code && refusal.message);
  g_assert_cmpstr (refusal.id, ==, ack.id);
  g_assert_nonnull (lectern_judge_words_read_bye (object));
  pong = lectern_judge_words_read_pong (object);
  g_assert_cmpint (pong.elapsed_ms, >=, 0);
  for (int running = 0; running <= 1; running++)
    {
      lectern_judge_clock_take_state (&clock, running, pong.elapsed_ms, 2 * G_USEC_PER_SEC);
      lectern_judge_clock_take_pong (&clock, running, pong.elapsed_ms, pong.sent_us, 2 * G_USEC_PER_SEC);
      g_assert_cmpint (lectern_judge_clock_get_elapsed_ms (&clock, 3 * G_USEC_PER_SEC), >=, 0);
    }
}

static void
fuzz_seat (const char *text,
           gsize       length)
{
  g_autofree char *token = lectern_judge_words_read_seat (text, length);

  g_assert_true (!token || g_utf8_validate (token, -1, NULL));
}

static void
fuzz_found (const char *text,
            gsize       length)
{
  g_auto (LecternFound) found = { 0 };

  if (!lectern_judge_words_read_found (text, length, &found))
    {
      g_assert_true (!found.contest && !found.fingerprint);
      return;
    }
  g_assert_cmpuint (found.port, >, 0);
  g_assert_true (g_utf8_validate (found.contest, -1, NULL) && g_utf8_validate (found.fingerprint, -1, NULL));
}

/* What is taken from a link is what a card could say, and says the same when it is written again. */
static void
fuzz_link (const char *text)
{
  g_autoptr (LecternPairingLink) link = lectern_pairing_link_parse (text);
  g_autoptr (LecternPairingLink) again = NULL;
  g_autofree char *written = NULL;

  if (!link)
    return;
  g_assert_true (g_str_has_prefix (link->address, "https://"));
  g_assert_true (!link->code || (strlen (link->code) == 6 && strspn (link->code, "0123456789") == 6));
  g_assert_true (!link->fingerprint || strlen (link->fingerprint) == strlen ("sha256:") + 64);
  written = lectern_pairing_link_write (link->address, link->code, link->fingerprint);
  again = lectern_pairing_link_parse (written);
  if (again)
    {
      g_assert_cmpstr (again->code, ==, link->code);
      g_assert_cmpstr (again->fingerprint, ==, link->fingerprint);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  g_autofree char *text = NULL;

  if (length < 1)
    return 0;
  /* As it lies in the program: with a NUL behind it that does not count. */
  text = g_malloc (length);
  memcpy (text, bytes + 1, length - 1);
  text[length - 1] = '\0';
  switch (bytes[0])
    {
    case 'p':
      fuzz_pairing (text, length - 1);
      break;
    case 'h':
      fuzz_head (text, length - 1);
      break;
    case 'f':
      fuzz_frames (bytes + 1, length - 1);
      break;
    case 's':
      fuzz_state (text, length - 1);
      break;
    case 'w':
      fuzz_words (text, length - 1);
      break;
    case 't':
      fuzz_seat (text, length - 1);
      break;
    case 'u':
      fuzz_found (text, length - 1);
      break;
    case 'l':
      fuzz_link (text);
      break;
    default:
      fuzz_message (text, length - 1);
    }
  return 0;
}
