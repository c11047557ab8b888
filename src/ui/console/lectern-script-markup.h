/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* @words as Pango markup with every nominee's name in bold. Owned by the caller. */
char *lectern_script_markup_embolden (LecternContest *contest,
                                      const char     *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
