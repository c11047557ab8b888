/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* A workbook that is written beside @path and takes its place when it is whole. @beside is the
 * file's name until then; the second function takes it, and the workbook. */
lxw_workbook *lectern_workbook_file_begin (const char *path,
                                           char      **beside,
                                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      lectern_workbook_file_end (lxw_workbook *workbook,
                                         char         *beside,
                                         const char   *path,
                                         gint64        created_us,
                                         GError      **error);

G_END_DECLS
