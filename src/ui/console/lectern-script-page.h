/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"
#include "lectern-script-line.h"

G_BEGIN_DECLS

/* The lines of the MC's script: when each is read, the usual words, and words of the contest's own,
 * with how they would be read here. What is written in one line and not saved stays there while
 * others are looked at. */
#define LECTERN_TYPE_SCRIPT_PAGE (lectern_script_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternScriptPage, lectern_script_page, LECTERN, SCRIPT_PAGE, LecternConsolePart)

void lectern_script_page_select (LecternScriptPage *self,
                                 LecternScriptLine  line);

G_END_DECLS
