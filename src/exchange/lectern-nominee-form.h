/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

G_BEGIN_DECLS

/* Writes the workbook in which a unit nominates, to @path, complete or not at all: a first sheet with
 * the header of the table of nominees (docs/tables.md), lists to choose from for unit, party status and
 * courseware, and as many rows as the quota allows all units; a second sheet that explains; a third
 * one with the choices. In the contest's language. It comes back through lectern_import_read_file().
 * @created_us as lectern_workbook_write(). */
gboolean lectern_nominee_form_write (LecternContest *contest,
                                     const char     *path,
                                     gint64          created_us,
                                     GError        **error);

G_END_DECLS
