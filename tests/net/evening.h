/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-server.h"

G_BEGIN_DECLS

/* A small contest on the disk with a server on 127.0.0.1: six entries drawn, judges numbered from
 * 1, the rubric "content" (0 to 40 by 0.1) and "effect" (0 to 10 by 0.5). */
typedef struct
{
  char          *folder;
  char          *path;
  LecternEngine *engine;
  LecternServer *server;
  guint16        port; /* stays the same over restarts */
} Evening;

Evening *evening_new (guint n_judges);
/* The same with more rules of the panel: ",\"flag\":{…}". */
Evening *evening_new_with (const char *panel,
                           guint       n_judges);
/* The same with the rules of @json, and two entries a unit. */
Evening *evening_new_from (const char *json,
                           guint       n_judges);
void     evening_free (Evening *self);
void     evening_close (Evening *self);
void     evening_open (Evening *self);
/* Takes @action; it must succeed. Returns its outcome's text, owned by the caller. */
char *evening_do (Evening       *self,
                  LecternAction *action);
void  evening_act (Evening          *self,
                   LecternActionKind kind,
                   gint64            lot);
/* From waiting to the talk's end; the gate is still closed. */
void  evening_talk (Evening *self,
                    gint64   lot);
char *evening_make_code (Evening *self,
                         gint64   judge);
/* "https://127.0.0.1:PORT" and @path. */
char *evening_make_uri (Evening    *self,
                        const char *path);

/* Runs the default context until @condition, 20 s at most. */
#define WAIT_UNTIL(condition)                \
  G_STMT_START                               \
  {                                          \
    guint deadline_ = evening_deadline_ ();  \
    while (!(condition))                     \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (deadline_);             \
  }                                          \
  G_STMT_END
guint evening_deadline_ (void);
void  evening_run_for (guint ms);

G_END_DECLS
