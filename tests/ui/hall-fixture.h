/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-follower.h"

G_BEGIN_DECLS

/* A drawn contest of four entries and three judges on a temporary file, with a real engine, for
 * windows that follow it. Its clock is the laptop's; hall_fixture_set_clock() turns it. */
typedef struct
{
  char            *folder;
  char            *path;
  LecternEngine   *engine;
  LecternFollower *follower;
} HallFixture;

void hall_fixture_init (HallFixture *hall);
void hall_fixture_clear (HallFixture *hall);

LecternContest *hall_fixture_get_contest (HallFixture *hall);
gint64          hall_fixture_get_elapsed_ms (HallFixture *hall);

/* Performs an action and brings the follower up to date; aborts the test when it is refused. */
void hall_fixture_do (HallFixture      *hall,
                      LecternActionKind kind);
void hall_fixture_do_lot (HallFixture      *hall,
                          LecternActionKind kind,
                          gint64            lot);
void hall_fixture_blank (HallFixture *hall,
                         gboolean     on);
void hall_fixture_set_clock (HallFixture *hall,
                             gint64       elapsed_ms);
/* Judge @judge hands in @content of 40 and @language of 60 for @lot. */
void hall_fixture_hand_in (HallFixture *hall,
                           gint64       judge,
                           gint64       lot,
                           const char  *content,
                           const char  *language);

G_END_DECLS
