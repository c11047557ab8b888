/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-engine.h"
#include "lectern-follower.h"
#include "lectern-rehearsal.h"

G_BEGIN_DECLS

/* A rehearsal while it runs. */
typedef struct
{
  const LecternRehearsalOrder *order;
  LecternRehearsalReport      *report;
  LecternEngine               *engine;
  LecternFollower             *follower;
  LecternContest              *contest; /* the follower's */
  LecternVirtualJury          *jury;
  GPtrArray                   *problems; /* of the action that was refused, or NULL */
} LecternRehearsal;

/* Performs @action (taken) and waits until the copy here shows it. */
gboolean lectern_rehearsal_perform (LecternRehearsal *self,
                                    LecternAction    *action,
                                    GError          **error);
void     lectern_rehearsal_say (LecternRehearsal *self,
                                const char       *format,
                                ...) G_GNUC_PRINTF (2, 3);

/* Makes contest.lectern in the folder and opens it: nominees, lots and @order's number of judges
 * are there afterwards, and every screen and paper says that it is a rehearsal. */
gboolean lectern_rehearsal_prepare (LecternRehearsal *self,
                                    GError          **error);
/* Goes to the round that is to be played next, and draws it; @more FALSE: all are finalised. */
gboolean lectern_rehearsal_go_on (LecternRehearsal *self,
                                  gboolean         *more,
                                  GError          **error);
/* Takes every cue to the end of the programme, and finalises the round where the ceremony needs
 * it or at the end; then the rounds that follow. */
gboolean lectern_rehearsal_play (LecternRehearsal *self,
                                 GError          **error);

G_END_DECLS
