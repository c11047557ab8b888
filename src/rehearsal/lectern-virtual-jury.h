/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Judges who are not people: each is the real judge's client on a real socket, all of them on a
 * thread of their own. They draft while somebody talks and hand in when marking opens, as fast as
 * people do divided by the speed. The same judge gives the same entry the same marks in every
 * rehearsal. Functions are for the thread that made it. */
typedef struct _LecternVirtualJury LecternVirtualJury;

typedef struct
{
  guint  n_judges;
  guint  n_connected;
  guint  n_drafts;    /* acknowledged */
  guint  n_submitted; /* acknowledged */
  guint  n_pending;   /* handed in, not acknowledged yet */
  double ack_median_ms;
  double ack_p99_ms;
  double ack_max_ms;
} LecternJuryFigures;

/* @address and @fingerprint as `serve` prints them. */
LecternVirtualJury *lectern_virtual_jury_new (const char *address,
                                              const char *fingerprint,
                                              double      speed) G_GNUC_WARN_UNUSED_RESULT;
/* Before the start only. */
void lectern_virtual_jury_add (LecternVirtualJury *self,
                               gint64              judge,
                               const char         *code);
void lectern_virtual_jury_start (LecternVirtualJury *self);
/* Sends everybody home and ends the thread. Also NULL. */
void lectern_virtual_jury_free (LecternVirtualJury *self);

void lectern_virtual_jury_get_figures (LecternVirtualJury *self,
                                       LecternJuryFigures *figures);
/* What went wrong first, a sentence; NULL while nothing has. */
char *lectern_virtual_jury_dup_trouble (LecternVirtualJury *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternVirtualJury, lectern_virtual_jury_free)

G_END_DECLS
