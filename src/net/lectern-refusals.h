/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why somebody was turned away. */
typedef enum
{
  LECTERN_REFUSAL_CONNECTION, /* at the door: too many, too slow, malformed */
  LECTERN_REFUSAL_REQUEST,    /* a well-formed request for what is not there, or not for everybody */
  LECTERN_REFUSAL_CODE,       /* a wrong pairing code, or one too many */
  LECTERN_REFUSAL_SEAT,       /* a token without a seat */
  LECTERN_REFUSAL_MESSAGE,    /* a panel's message that is none */
  LECTERN_REFUSAL_N_KINDS,
} LecternRefusal;

/* How many were turned away, and the log's lines on it: of each kind one line at once, and then one a minute
 * while there is something to say. Lives on one thread. */
typedef struct _LecternRefusals LecternRefusals;

LecternRefusals *lectern_refusals_new (void) G_GNUC_WARN_UNUSED_RESULT;
LecternRefusals *lectern_refusals_ref (LecternRefusals *self);
void             lectern_refusals_unref (LecternRefusals *self);
/* @place: the address it came from, for people; never what was tried. @now_us: monotonic. */
void lectern_refusals_count (LecternRefusals *self,
                             LecternRefusal   kind,
                             const char      *place,
                             gint64           now_us);
/* Says what is due. */
void lectern_refusals_tick (LecternRefusals *self,
                            gint64           now_us);
/* Since the beginning. */
guint64 lectern_refusals_get (LecternRefusals *self,
                              LecternRefusal   kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRefusals, lectern_refusals_unref)

G_END_DECLS
