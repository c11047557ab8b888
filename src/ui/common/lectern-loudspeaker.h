/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-bell.h"

G_BEGIN_DECLS

/* The bells through this laptop's loudspeakers: the program's own, or the contest's in their place.
 * ::trouble (const char *) with a sentence when there is nothing to hear them with, said once. */
#define LECTERN_TYPE_LOUDSPEAKER (lectern_loudspeaker_get_type ())
G_DECLARE_FINAL_TYPE (LecternLoudspeaker, lectern_loudspeaker, LECTERN, LOUDSPEAKER, GObject)

/* @follower: for the contest's own sounds, may be NULL. @folder: where warning.wav and over.wav
 * are; NULL: where the program is installed. */
LecternLoudspeaker *lectern_loudspeaker_new (LecternFollower *follower,
                                             const char      *folder) G_GNUC_WARN_UNUSED_RESULT;
/* For lectern_bell_new(). */
LecternBellPlayer lectern_loudspeaker_get_player (LecternLoudspeaker *self);
/* The file that @stroke is played from. Owned by the caller. */
char *lectern_loudspeaker_get_path (LecternLoudspeaker *self,
                                    LecternBellStroke   stroke) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
