/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

#include "lectern-guard-stream.h"
#include "lectern-refusals.h"

G_BEGIN_DECLS

/* The door of the judges' server: accepts, counts and times connections, and lets in what
 * LecternGuardStream passed. A stranger is whoever has no seat yet. Lives in the thread-default
 * context it was made in. Signals:
 * ::admitted (LecternGuardStream *) a request that may be answered;
 * ::reached () the first request came from another machine. */
#define LECTERN_TYPE_GUARD (lectern_guard_get_type ())
G_DECLARE_FINAL_TYPE (LecternGuard, lectern_guard, LECTERN, GUARD, GObject)

typedef struct
{
  guint                strangers;             /* at once; beyond it the one that waited longest goes */
  guint                strangers_per_address; /* at once; beyond it the new one goes */
  guint                connections;           /* at once, with seats and without */
  guint                arrivals;              /* a second, over all; beyond it they wait in the kernel */
  guint                arrivals_per_address;  /* a second, and twice that at once; beyond it the new one goes */
  LecternGuardPatience patience;
} LecternGuardLimits;

/* What holds unless something else is asked for. */
extern const LecternGuardLimits lectern_guard_limits;

/* Listens on @socket from now on. @limits NULL: the usual ones. */
LecternGuard *lectern_guard_new (GSocket                  *socket,
                                 LecternTlsKey            *key,
                                 const LecternGuardLimits *limits) G_GNUC_WARN_UNUSED_RESULT;
/* Only connections to one of @addresses (and loopback ones) are let in; NULL: all. */
void lectern_guard_set_addresses (LecternGuard      *self,
                                  const char *const *addresses);
/* What connections are met with from now on; those there are go on with what they have. */
void lectern_guard_set_key (LecternGuard  *self,
                            LecternTlsKey *key);
/* Lets nobody in any more; what is connected stays. */
void lectern_guard_close_door (LecternGuard *self);
/* Ends everything. */
void  lectern_guard_shut (LecternGuard *self);
guint lectern_guard_count_strangers (LecternGuard *self);
guint lectern_guard_count_connections (LecternGuard *self);
/* How many were turned away at the door since the beginning, for whatever reason. */
guint64 lectern_guard_count_refusals (LecternGuard *self);
/* Where those who turn somebody away behind the door count it, too. Borrowed. */
LecternRefusals *lectern_guard_get_refusals (LecternGuard *self);

G_END_DECLS
