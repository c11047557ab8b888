/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-judge-client.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* A judge's client, and a main laptop that does what the test says: a few lines over libsoup. */

#define STATE                                                                                                                               \
  "{\"type\":\"state\",\"seq\":5,\"contest\":\"决赛之夜\",\"rehearsal\":true,"                                                          \
  "\"round\":{\"key\":\"final\",\"name\":\"决赛\"},\"judge\":{\"number\":3,\"name\":\"王老师\"},"                                      \
  "\"rubric\":[{\"key\":\"content\",\"name\":\"主题内容\",\"guide\":\"g\",\"max\":\"40\",\"step\":\"0.1\"},"                            \
  "{\"key\":\"effect\",\"name\":\"现场效果\",\"guide\":\"\",\"max\":\"10\",\"step\":\"0.5\"}],"                                         \
  "\"gate\":{\"open\":true,\"lot\":7},\"entry\":{\"lot\":7,\"name\":\"张三\",\"unit\":\"温县\",\"title\":\"t\",\"state\":\"marking\"}," \
  "\"clock\":{\"phase\":\"running\",\"elapsed_ms\":61000,\"limit_ms\":360000},"                                                             \
  "\"sheets\":[{\"lot\":6,\"name\":\"李四\",\"marks\":{\"content\":\"36.5\"},\"total\":\"36.5\","                                         \
  "\"state\":\"locked\",\"version\":2,\"reopened\":{\"reason\":\"slip\",\"amended\":true}}],"                                               \
  "\"recused\":[2,9],\"absent\":[9],\"void\":[{\"lot\":4,\"version\":3}],"                                                                  \
  "\"flags\":[{\"lot\":6,\"judge\":5,\"criterion\":\"content\",\"seen\":true},"                                                             \
  "{\"lot\":6,\"judge\":2,\"criterion\":null,\"seen\":false}],\"later\":[1]}"

typedef struct
{
  char                    *folder;
  GTlsCertificate         *certificate;
  char                    *fingerprint;
  SoupServer              *server;
  char                    *address;
  SoupWebsocketConnection *socket;
  GPtrArray               *received; /* sheets and hellos as they came */
  guint                    n_connections;
  guint                    pair_status;
  gboolean                 silent; /* takes hello and says nothing */
  gboolean                 acknowledge;
  const char              *state; /* what it says to a hello; NULL: STATE */
  LecternJudgeClient      *client;
  GPtrArray               *events; /* what the client told */
} Fixture;

void     client_fixture_send (Fixture    *fixture,
                              const char *text);
char    *client_fixture_cut_member (const char *text,
                                    const char *member);
void     client_fixture_start_server (Fixture *fixture,
                                      guint    port);
void     client_fixture_set_up (Fixture      *fixture,
                                gconstpointer data);
void     client_fixture_drain (void);
void     client_fixture_tear_down (Fixture      *fixture,
                                   gconstpointer data);
gboolean client_fixture_deadline_cb_ (gpointer user_data);
void     client_fixture_run_for (guint ms);
void     client_fixture_make_client (Fixture    *fixture,
                                     const char *fingerprint);
void     client_fixture_connect (Fixture *fixture);
guint    client_fixture_count_received (Fixture    *fixture,
                                        const char *text);
char    *client_fixture_get_last_error (Fixture *fixture);

/* Runs the loop until @condition, 10 s at most. */
#define WAIT_UNTIL(condition)                                                        \
  G_STMT_START                                                                       \
  {                                                                                  \
    guint deadline_ = g_timeout_add_seconds (10, client_fixture_deadline_cb_, NULL); \
    while (!(condition))                                                             \
      g_main_context_iteration (NULL, TRUE);                                         \
    g_source_remove (deadline_);                                                     \
  }                                                                                  \
  G_STMT_END

G_END_DECLS
