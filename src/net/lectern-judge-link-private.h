/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <libsoup/soup.h>

#include "lectern-finder.h"
#include "lectern-judge-client.h"
#include "lectern-judge-clock.h"
#include "lectern-judge-memory.h"
#include "lectern-judge-outbox.h"
#include "lectern-pin.h"

G_BEGIN_DECLS

/* What the client and its connection share. */

#define LECTERN_JUDGE_LINK_BACKOFF_MIN_MS 200

struct _LecternJudgeClient
{
  GObject parent_instance;

  char                    *base; /* "https://10.0.0.5:8443", NULL: no address */
  char                    *home; /* where it was last, while somewhere else is tried; NULL */
  char                    *token;
  char                    *fingerprint;
  char                    *last_error;
  char                    *last_id;
  GMainContext            *context;
  LecternPin              *pin;
  SoupSession             *session;
  SoupWebsocketConnection *socket;
  GCancellable            *attempt;
  GSource                 *retry;
  GSource                 *heartbeat;
  GSource                 *silence; /* due before the next heartbeat */
  LecternJudgeState       *state;
  LecternJudgeOutbox      *outbox;
  LecternJudgeMemory      *memory; /* NULL: the last state is not kept */
  LecternJudgeClock        clock;
  LecternFinder           *finder;  /* while it is cut off and follows */
  gint64                   beat_us; /* monotonic and wall time of the last heartbeat */
  gint64                   beat_wall_us;
  gint64                   last_heard_us; /* or when something last went on in connecting */
  guint                    backoff_ms;
  gboolean                 running;
  gboolean                 connected;
  gboolean                 remembered; /* the state is of an earlier run */
  gboolean                 queued;     /* others connect first */
  gboolean                 practised;
  gboolean                 following;
};

/* Tries to connect, and again later for as long as the client runs. */
void lectern_judge_link_connect (LecternJudgeClient *self);
/* Lets go of the connection there is, or of the attempt at one. */
void lectern_judge_link_drop (LecternJudgeClient *self);
/* It is cut off: looks where the main laptop is, when it is to. */
void lectern_judge_follow_look (LecternJudgeClient *self);
/* It is connected, or done with. */
void lectern_judge_follow_rest (LecternJudgeClient *self);
/* A connection that is ending takes nothing more; what matters waits in the outbox. */
void lectern_judge_link_send (LecternJudgeClient *self,
                              const char         *text);
void lectern_judge_link_set_last_error (LecternJudgeClient *self,
                                        const char         *sentence);
/* The first certificate seen is known to the pin alone until here. */
void lectern_judge_link_learn_fingerprint (LecternJudgeClient *self);
/* A sentence for what kept a request from getting through. Static. */
const char *lectern_judge_link_describe_failure (LecternJudgeClient *self);

G_END_DECLS
