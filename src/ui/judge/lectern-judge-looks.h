/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-seat-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A look could not be remembered: why, a sentence. */
typedef void (*LecternJudgeLooksTrouble) (GtkApplicationWindow *window,
                                          const char           *sentence);

/* Gives @window the actions "large-text" and "high-contrast", as @seat remembers them and keeps them from now on. */
void lectern_judge_looks_add (GtkApplicationWindow    *window,
                              LecternSeatStore        *seat,
                              LecternJudgeLooksTrouble trouble);

G_END_DECLS
