/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-contest.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* A workbook that is sent out to be filled in: a table, a sheet that explains, and one with the units to choose from. */
typedef struct
{
  LecternContest *contest; /* borrowed */
  gboolean        chinese; /* the contest's language */
  gboolean        active_only;
  guint           n_units; /* to choose from */
  lxw_workbook   *workbook;
  char           *beside;
  lxw_format     *head;
  lxw_format     *required;
  lxw_format     *text; /* dates and telephone numbers, or spreadsheet programs turn 1986-03 into a day */
  lxw_format     *wrapped;
} LecternWorkbookForm;

/* Begins one at @path; @active_only: only the units that take part can be chosen. lectern_workbook_form_end() has to follow
 * unless this fails. */
gboolean lectern_workbook_form_begin (LecternWorkbookForm *self,
                                      LecternContest      *contest,
                                      gboolean             active_only,
                                      const char          *path,
                                      GError             **error);
/* Whichever is of the contest's language. */
const char *lectern_workbook_form_choose (const LecternWorkbookForm *self,
                                          const char                *zh,
                                          const char                *en);
/* The first sheet; its columns follow by lectern_workbook_form_add_column(). @first_column: stays in sight, too. */
lxw_worksheet *lectern_workbook_form_add_table (LecternWorkbookForm *self,
                                                const char          *name,
                                                gboolean             first_column,
                                                guint8               paper);
/* A column with its @header. @rule is asked of its cells in @n_rows rows; with @units it is a choice of units. */
void           lectern_workbook_form_add_column (LecternWorkbookForm *self,
                                                 lxw_worksheet       *sheet,
                                                 guint                place,
                                                 const char          *header,
                                                 double               width,
                                                 gboolean             number,
                                                 gboolean             required,
                                                 gboolean             units,
                                                 guint                n_rows,
                                                 lxw_data_validation *rule);
lxw_worksheet *lectern_workbook_form_add_guidance (LecternWorkbookForm *self);
void           lectern_workbook_form_add_line (lxw_worksheet *sheet,
                                               lxw_row_t     *row,
                                               const char    *what,
                                               const char    *text,
                                               lxw_format    *format);
/* Adds the units under @heading and puts the file in its place. */
gboolean lectern_workbook_form_end (LecternWorkbookForm *self,
                                    const char          *heading,
                                    const char          *path,
                                    gint64               created_us,
                                    GError             **error);

G_END_DECLS
