/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-paper.h"

G_BEGIN_DECLS

/* A folder of the test's own, removed with all that is in it by paper_folder_remove(). */
char *paper_folder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void  paper_folder_remove (char *folder);

/* FALSE, and the test is skipped, when @tool is not installed. */
gboolean paper_need_tool (const char *tool);
/* Runs a command line up to NULL; it must succeed and say nothing on standard error. Returns its
 * standard output. */
char *paper_run (const char *tool,
                 ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

/* Where a text item ends: its box in mm as @left, @top, @right, @bottom. */
void paper_measure_text (LecternDocument       *document,
                         const LecternPageItem *item,
                         double                 box[4]);
/* The text item of page @index or of its form that holds @text; NULL when there is none. */
const LecternPageItem *paper_find_text (LecternDocument *document,
                                        guint            index,
                                        const char      *text);

/* @text without white space. */
char *paper_squeeze (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
