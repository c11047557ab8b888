/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-preflight.h"

G_BEGIN_DECLS

/* One look: gives the level, and a sentence of its own in @sentence. */
typedef LecternCheckLevel (*LecternLook) (LecternContest              *contest,
                                          const LecternPreflightFacts *facts,
                                          char                       **sentence);

/* What the contest itself and its people tell (lectern-preflight-contest.c). */
LecternCheckLevel lectern_look_at_judges (LecternContest              *contest,
                                          const LecternPreflightFacts *facts,
                                          char                       **sentence);
LecternCheckLevel lectern_look_at_practice (LecternContest              *contest,
                                            const LecternPreflightFacts *facts,
                                            char                       **sentence);
LecternCheckLevel lectern_look_at_courseware (LecternContest              *contest,
                                              const LecternPreflightFacts *facts,
                                              char                       **sentence);
LecternCheckLevel lectern_look_at_photos (LecternContest              *contest,
                                          const LecternPreflightFacts *facts,
                                          char                       **sentence);
LecternCheckLevel lectern_look_at_rehearsal (LecternContest              *contest,
                                             const LecternPreflightFacts *facts,
                                             char                       **sentence);
/* What the laptop tells (lectern-preflight-laptop.c). */
LecternCheckLevel lectern_look_at_characters (LecternContest              *contest,
                                              const LecternPreflightFacts *facts,
                                              char                       **sentence);
LecternCheckLevel lectern_look_at_projector (LecternContest              *contest,
                                             const LecternPreflightFacts *facts,
                                             char                       **sentence);
LecternCheckLevel lectern_look_at_sound (LecternContest              *contest,
                                         const LecternPreflightFacts *facts,
                                         char                       **sentence);
LecternCheckLevel lectern_look_at_printer (LecternContest              *contest,
                                           const LecternPreflightFacts *facts,
                                           char                       **sentence);
LecternCheckLevel lectern_look_at_space (LecternContest              *contest,
                                         const LecternPreflightFacts *facts,
                                         char                       **sentence);
LecternCheckLevel lectern_look_at_speed (LecternContest              *contest,
                                         const LecternPreflightFacts *facts,
                                         char                       **sentence);
LecternCheckLevel lectern_look_at_backup (LecternContest              *contest,
                                          const LecternPreflightFacts *facts,
                                          char                       **sentence);
LecternCheckLevel lectern_look_at_power (LecternContest              *contest,
                                         const LecternPreflightFacts *facts,
                                         char                       **sentence);
LecternCheckLevel lectern_look_at_clock (LecternContest              *contest,
                                         const LecternPreflightFacts *facts,
                                         char                       **sentence);
LecternCheckLevel lectern_look_at_network (LecternContest              *contest,
                                           const LecternPreflightFacts *facts,
                                           char                       **sentence);

G_END_DECLS
