/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-correction.h"

G_BEGIN_DECLS

/* What a correction is made for most often, in the language of the desktop: at most LECTERN_CORRECTION_MOST_REASONS, in
 * the order they are offered. What was chosen may be typed over. @index from 0; NULL after the last. */
#define LECTERN_CORRECTION_MOST_REASONS 3
const char *lectern_correction_get_usual_reason (LecternCorrectionKind kind,
                                                 guint                 index);
/* Who is asked by the rules before @judge's sheet is opened again: the head judge, unless it is that judge's own.
 * NULL: nobody is by the rules, the name has to be typed. Borrowed. */
const char *lectern_correction_get_usual_second (LecternCorrectionKind kind,
                                                 LecternContest       *contest,
                                                 gint64                judge);
/* The entry whose sheet of @judge was handed in last and is locked: the one a judge means who says “that was
 * wrong”. NULL: there is none that can be opened again. Borrowed. */
const LecternEntry *lectern_correction_find_last_locked (LecternContest *contest,
                                                         gint64          judge);

G_END_DECLS
