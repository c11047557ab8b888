/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* What is done before the evening: the contest and its units, its rules, nominees, judges. Property
 * "edited", read-only: rules were edited and are not applied. */
#define LECTERN_TYPE_SET_UP_PAGE (lectern_set_up_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternSetUpPage, lectern_set_up_page, LECTERN, SET_UP_PAGE, LecternConsolePart)

/* "contest", "rules", "nominees" or "judges". */
void     lectern_set_up_page_show (LecternSetUpPage *self,
                                   const char       *name);
gboolean lectern_set_up_page_get_edited (LecternSetUpPage *self);

G_END_DECLS
