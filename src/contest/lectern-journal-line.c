/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A line of the journal as a value; the store writes and reads it, windows and papers show it. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-journal-line.h"

void
lectern_journal_line_free (LecternJournalLine *line)
{
  g_free (line->actor);
  g_free (line->device);
  g_free (line->action);
  g_free (line->sentence);
  g_free (line->reason);
  g_clear_pointer (&line->changeset, g_bytes_unref);
  g_free (line);
}
