/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-import-line.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of the list of what a table would change: who it is about, and where there is a row already each cell, before
 * and after, side by side. */
GtkWidget *lectern_import_row_new (const LecternImportLine *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
