/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the program keeps what is of this laptop and of no contest: ~/.local/state/lectern. Owned by the caller. */
char *lectern_state_folder_get (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
