/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* Lets a person choose where the whole journal goes as a workbook, or as a table where the name ends in .csv. What
 * came of it is told through the desk. */
void lectern_journal_job_choose (GtkWidget   *parent,
                                 LecternDesk *desk);
/* The same to @path, for which nobody is asked. Reading and writing happen on another thread. */
void lectern_journal_job_write (LecternDesk *desk,
                                const char  *path);

G_END_DECLS
