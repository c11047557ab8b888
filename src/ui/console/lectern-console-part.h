/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* A page, pane or card of the console that shows something of the contest. */
#define LECTERN_TYPE_CONSOLE_PART (lectern_console_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (LecternConsolePart, lectern_console_part, LECTERN, CONSOLE_PART, AdwBin)

struct _LecternConsolePartClass
{
  AdwBinClass parent_class;

  /* Shows the contest as it is now. @change is what happened, NULL for anything. Called while
   * the part is mapped, and once before it comes into sight after changes it has missed. */
  void (*refresh) (LecternConsolePart *self,
                   LecternChange      *change);
};

/* Property "desk", read-write. */
LecternDesk *lectern_console_part_get_desk (LecternConsolePart *self);
void         lectern_console_part_set_desk (LecternConsolePart *self,
                                            LecternDesk        *desk);
/* The contest to read, NULL without an desk. */
LecternContest *lectern_console_part_get_contest (LecternConsolePart *self);
/* Has the part refreshed now, or when it comes into sight. */
void lectern_console_part_refresh (LecternConsolePart *self);

G_END_DECLS
