/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-server.h"
#include "lectern-virtual-jury.h"

G_BEGIN_DECLS

/* A contest tried before the day: a copy of it in a folder that is nobody else's, marked as a
 * rehearsal, with an engine and a judges' server of its own that listens to this laptop alone, and a
 * virtual judge on every seat. The contest it was copied from is read and never written. */
typedef struct _LecternRehearsalRoom LecternRehearsalRoom;

/* @speed: how many times faster than people the judges are. What the copy lacks to be played is made up:
 * judges, a draw. Refused when the round is finalised. To be called in a thread that runs a main loop. */
LecternRehearsalRoom *lectern_rehearsal_room_open (LecternEngine *contest,
                                                   double         speed,
                                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sends the judges home and removes the copy. Also NULL. */
void lectern_rehearsal_room_close (LecternRehearsalRoom *self);

LecternEngine      *lectern_rehearsal_room_get_engine (LecternRehearsalRoom *self);
LecternServer      *lectern_rehearsal_room_get_server (LecternRehearsalRoom *self);
LecternVirtualJury *lectern_rehearsal_room_get_jury (LecternRehearsalRoom *self);

/* Removes copies that a program which did not end by itself has left; never one that is in use. Returns how many. */
guint lectern_rehearsal_room_tidy (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRehearsalRoom, lectern_rehearsal_room_close)

G_END_DECLS
