/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#pragma once

#include "evening.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Somebody with a network and the protocol's description, and nothing else of ours. */
typedef struct
{
  Evening     *evening;
  SoupSession *session;
} Outsider;

/* The answer to a request. */
typedef struct
{
  guint status;
  char *body;
  char *retry_after;
  char *type;
} Answer;

/* A connection, with all it received; @read of them a test has looked at. */
typedef struct
{
  SoupWebsocketConnection *socket;
  GPtrArray               *received; /* texts */
  guint                    read;
  gboolean                 closed;
} Panel;

#define COMPLETE "{\"content\":\"36.5\",\"effect\":\"8\"}"

/* @data: more rules of the panel, evening_new_with(); NULL: none. */
void        outsider_set_up (Outsider     *self,
                             gconstpointer data);
void        outsider_tear_down (Outsider     *self,
                                gconstpointer data);
void        answer_clear (Answer *answer);
Answer      outsider_request (Outsider   *self,
                              const char *method,
                              const char *path,
                              const char *body);
Answer      outsider_pair (Outsider   *self,
                           const char *code);
JsonObject *read_object (const char *text);
/* A seat for @judge: its token. */
char  *outsider_take_seat (Outsider *self,
                           gint64    judge);
Panel *panel_new (Outsider *self);
void   panel_free (Panel *panel);
void   panel_send (Panel      *panel,
                   const char *text);
void   panel_hello (Panel      *panel,
                    const char *token);
/* The next message of @type, waited for; what comes before it is passed over. */
JsonObject *panel_expect (Panel      *panel,
                          const char *type);
void        panel_expect_error (Panel      *panel,
                                const char *code);
void        panel_expect_bye (Panel      *panel,
                              const char *reason);
/* The newest state, once nothing more comes. */
JsonObject *panel_settle (Panel *panel);
/* Sends a sheet with a fresh id, or @id; returns the id. */
char    *panel_sheet (Panel      *panel,
                      const char *id,
                      gint64      lot,
                      const char *marks,
                      gboolean    submit);
void     panel_expect_ack (Panel      *panel,
                           const char *id,
                           int         version,
                           const char *state,
                           const char *total);
Panel   *outsider_seat_panel (Outsider *self,
                              gint64    judge);
gboolean outsider_sees_connected (Outsider *self,
                                  guint     n);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Panel, panel_free)

G_END_DECLS
