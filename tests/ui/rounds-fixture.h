/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "console-fixture.h"

G_BEGIN_DECLS

/* Draws the current round. */
void rounds_fixture_draw (LecternEngine *engine);
/* The current round, drawn, is marked on paper and closed; the first on the list is the best. */
void rounds_fixture_play_on_paper (LecternEngine  *engine,
                                   LecternContest *contest);
void rounds_fixture_open_round (LecternEngine *engine,
                                const char    *key);
/* Writes a template of the heats a and b and a final into @folder; its path. */
char *rounds_fixture_write_heats (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
/* Heat b is run on a copy of the file, on another laptop, and comes back on a stick: the path of the
 * bundle, and in @key what it is signed with. */
char *rounds_fixture_run_other_hall (ConsoleFixture *fixture,
                                     char          **key) G_GNUC_WARN_UNUSED_RESULT;
/* Keys that are made from now on are not the person's who runs this. Before anything of GLib's. */
char *rounds_fixture_make_home (void) G_GNUC_WARN_UNUSED_RESULT;
void  rounds_fixture_remove_home (const char *home);

G_END_DECLS
