/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-judge-desk.h"

G_BEGIN_DECLS

/* The head judge's line: a sheet that lies far from the others', one at a time, and a button that
 * says it was looked at. Not there for any other judge. */
#define LECTERN_TYPE_FLAG_BAR (lectern_flag_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternFlagBar, lectern_flag_bar, LECTERN, FLAG_BAR, AdwBin)

/* Once. */
void lectern_flag_bar_set_desk (LecternFlagBar   *self,
                                LecternJudgeDesk *desk);

G_END_DECLS
