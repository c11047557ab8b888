/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-rules-draft.h"

G_BEGIN_DECLS

/* A button that says which units were picked and opens the list of all to pick from. None picked
 * means all.
 *
 * ::picked (const char *) with the keys, a comma between two. */
#define LECTERN_TYPE_UNIT_PICKER (lectern_unit_picker_get_type ())
G_DECLARE_FINAL_TYPE (LecternUnitPicker, lectern_unit_picker, LECTERN, UNIT_PICKER, AdwBin)

/* The units are those of @draft. */
GtkWidget *lectern_unit_picker_new (LecternRulesDraft *draft) G_GNUC_WARN_UNUSED_RESULT;
/* @keys: a comma between two. */
void lectern_unit_picker_show (LecternUnitPicker *self,
                               const char        *keys);

G_END_DECLS
