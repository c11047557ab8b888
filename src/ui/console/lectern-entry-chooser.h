/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* Finds an entry of the round by its number or a part of the name, unit or lecture, without
 * anything that pops up. ::chosen (gint64 lot). */
#define LECTERN_TYPE_ENTRY_CHOOSER (lectern_entry_chooser_get_type ())
G_DECLARE_FINAL_TYPE (LecternEntryChooser, lectern_entry_chooser, LECTERN, ENTRY_CHOOSER, LecternConsolePart)

/* What is typed into it; Enter in it takes the first match. */
GtkEditable *lectern_entry_chooser_get_search (LecternEntryChooser *self);

G_END_DECLS
