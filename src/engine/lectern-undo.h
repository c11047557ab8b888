/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a line of the journal with @action (LecternJournalLine.action) is of a kind that may be
 * taken back. If not, *@why (may be NULL) is a sentence that says what to do instead. Whether it
 * still can be depends on what happened since: LECTERN_ACTION_UNDO says. */
gboolean lectern_undo_is_possible (const char  *action,
                                   const char **why);

G_END_DECLS
