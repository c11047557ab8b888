/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One line of the journal. @reason may be NULL. */
typedef struct
{
  gint64  seq;
  gint64  wall_us;
  char   *actor;
  char   *device;
  char   *action;
  char   *sentence;
  char   *reason;
  GBytes *changeset;
  guint8  hash[32];
} LecternJournalLine;

void lectern_journal_line_free (LecternJournalLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternJournalLine, lectern_journal_line_free)

G_END_DECLS
