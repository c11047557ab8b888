/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* Texts of papers name a role, "title" or "name", and each role has fonts of its own. Which family comes
 * first may be chosen; the choice is kept with the contest, so that the console, lecternctl and another
 * laptop print the same. A family that is not installed somewhere is passed over there, and said. */

/* The roles, NULL-terminated, as in designs of certificates. */
const char *const *lectern_font_choice_list_roles (void);
/* What the role is for, in the language of the interface. */
const char *lectern_font_choice_get_label (const char *role);
/* The family chosen for @role; NULL: the program's own choice. */
const char *lectern_contest_get_font_choice (LecternContest *self,
                                             const char     *role);

/* The most bytes the name of a family has. */
#define LECTERN_FONT_FAMILY_MOST 100

G_END_DECLS
