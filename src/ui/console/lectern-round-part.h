/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* A part that shows one round: the current one, or another that was chosen.
 *
 * Property "round", its key, read-write; NULL: the current one, whichever that is. */
#define LECTERN_TYPE_ROUND_PART (lectern_round_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (LecternRoundPart, lectern_round_part, LECTERN, ROUND_PART, LecternConsolePart)

struct _LecternRoundPartClass
{
  LecternConsolePartClass parent_class;
};

const char *lectern_round_part_get_key (LecternRoundPart *self);
void        lectern_round_part_set_key (LecternRoundPart *self,
                                        const char       *round);
/* The round itself. Borrowed; NULL without a contest. */
const LecternRound *lectern_round_part_get_round (LecternRoundPart *self);
/* Whether it is the round the evening is in. */
gboolean lectern_round_part_is_current (LecternRoundPart *self);

G_END_DECLS
