/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a main laptop says to a panel besides states (docs/protocol.md §§2, 4, 7). A panel trusts none of it to be
 * well-formed: before it is pinned, what answers may be anybody. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-judge-words.h"

#include "lectern-mark.h"
#include "lectern-wire.h"

LecternJudgeAck
lectern_judge_words_read_ack (JsonObject *object)
{
  LecternJudgeAck ack = {
    .id = lectern_wire_get_string (object, "id"),
    .state = lectern_wire_get_string (object, "state"),
    .lot = lectern_wire_get_integer (object, "lot", 0),
    .version = lectern_wire_get_integer (object, "version", 0),
  };
  const char *total = lectern_wire_get_string (object, "total");

  if (total && !lectern_mark_parse (total, &ack.total))
    ack.total = 0;
  return ack;
}

LecternJudgeRefusal
lectern_judge_words_read_error (JsonObject *object)
{
  LecternJudgeRefusal refusal = {
    .id = lectern_wire_get_string (object, "id"),
    .code = lectern_wire_get_string (object, "code"),
    .message = lectern_wire_get_string (object, "message"),
  };

  if (!refusal.code)
    refusal.code = "";
  if (!refusal.message)
    refusal.message = "";
  return refusal;
}

const char *
lectern_judge_words_read_bye (JsonObject *object)
{
  const char *reason = lectern_wire_get_string (object, "reason");

  return reason ? reason : "";
}

LecternJudgePong
lectern_judge_words_read_pong (JsonObject *object)
{
  JsonObject      *clock = lectern_wire_get_object (object, "clock");
  LecternJudgePong pong = { .sent_us = lectern_wire_get_integer (object, "t", 0) };

  if (clock)
    {
      pong.phase = lectern_wire_get_string (clock, "phase");
      pong.elapsed_ms = MAX (0, lectern_wire_get_integer (clock, "elapsed_ms", 0));
    }
  return pong;
}

char *
lectern_judge_words_read_seat (const char *text,
                               gsize       length)
{
  g_autoptr (JsonObject) object = text ? lectern_wire_parse (text, (gssize) length, NULL) : NULL;

  return object ? g_strdup (lectern_wire_get_string (object, "token")) : NULL;
}

gboolean
lectern_judge_words_read_found (const char   *text,
                                gsize         length,
                                LecternFound *found)
{
  g_autoptr (JsonObject) object = lectern_wire_parse (text, (gssize) length, NULL);
  const char *contest = object ? lectern_wire_get_string (object, "contest") : NULL;
  const char *fingerprint = object ? lectern_wire_get_string (object, "fingerprint") : NULL;
  gint64      port = object ? lectern_wire_get_integer (object, "port", 0) : 0;

  if (!contest || !fingerprint || port < 1 || port > G_MAXUINT16 || lectern_wire_get_integer (object, "lectern", 0) != 1)
    return FALSE;
  found->contest = g_strdup (contest);
  found->fingerprint = g_strdup (fingerprint);
  found->port = (guint16) port;
  return TRUE;
}

void
lectern_found_clear (LecternFound *self)
{
  g_clear_pointer (&self->contest, g_free);
  g_clear_pointer (&self->fingerprint, g_free);
}
