/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What main laptops say, read: nothing here knows a connection, so that all of it can be tried with whatever
 * somebody who answers in a main laptop's place may say. Texts are borrowed from @object. */

typedef struct
{
  const char *id;    /* NULL: of nothing */
  const char *state; /* of a sheet, or NULL */
  gint64      lot;
  gint64      version;
  gint64      total; /* thousandths; 0 when it is none */
} LecternJudgeAck;

typedef struct
{
  const char *id;      /* NULL: of nothing */
  const char *code;    /* never NULL */
  const char *message; /* never NULL */
} LecternJudgeRefusal;

typedef struct
{
  const char *phase;      /* NULL: it says nothing of the clock */
  gint64      elapsed_ms; /* not below 0 */
  gint64      sent_us;    /* as the ping said */
} LecternJudgePong;

/* Somebody who says to be a main laptop. */
typedef struct
{
  char   *contest;
  char   *fingerprint;
  guint16 port;
} LecternFound;

LecternJudgeAck     lectern_judge_words_read_ack (JsonObject *object);
LecternJudgeRefusal lectern_judge_words_read_error (JsonObject *object);
/* Why the main laptop says goodbye; never NULL. */
const char      *lectern_judge_words_read_bye (JsonObject *object);
LecternJudgePong lectern_judge_words_read_pong (JsonObject *object);
/* The token in the answer to a code; NULL: there is none. Owned by the caller. */
char *lectern_judge_words_read_seat (const char *text,
                                     gsize       length) G_GNUC_WARN_UNUSED_RESULT;
/* The answer to a question to everybody on the network. FALSE: it is none. */
gboolean lectern_judge_words_read_found (const char   *text,
                                         gsize         length,
                                         LecternFound *found);
void     lectern_found_clear (LecternFound *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LecternFound, lectern_found_clear)

G_END_DECLS
