/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* One quiet line about the screens when there is something to say: a new one is connected, the
 * projector was unplugged, mirrors the console, or has the console on it. Never a window in the
 * way. */
#define LECTERN_TYPE_SCREEN_BAR (lectern_screen_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternScreenBar, lectern_screen_bar, LECTERN, SCREEN_BAR, LecternConsolePart)

/* The sentence that is shown; NULL: none. */
const char *lectern_screen_bar_get_sentence (LecternScreenBar *self);

G_END_DECLS
