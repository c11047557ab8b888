/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-judge-desk.h"

G_BEGIN_DECLS

/* The talk's clock as a judge sees it: a figure and what it means in words. */
#define LECTERN_TYPE_TALK_CLOCK (lectern_talk_clock_get_type ())
G_DECLARE_FINAL_TYPE (LecternTalkClock, lectern_talk_clock, LECTERN, TALK_CLOCK, AdwBin)

/* Once. */
void lectern_talk_clock_set_desk (LecternTalkClock *self,
                                  LecternJudgeDesk *desk);

G_END_DECLS
