/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

#include "lectern-cell-format.h"

G_BEGIN_DECLS

/* The parts of a workbook that its cells refer to. */
typedef struct
{
  char      *sheet_path;   /* of the first sheet, inside the archive */
  char      *strings_path; /* NULL: none */
  char      *styles_path;  /* NULL: none */
  gboolean   date_1904;
  GPtrArray *strings; /* of char * */
  GArray    *formats; /* of LecternCellFormat, by the cell's style */
} LecternWorkbookParts;

/* Reads everything but the sheet out of the archive's parts (lectern-archive.h). */
LecternWorkbookParts *lectern_workbook_parts_read (GHashTable *archive,
                                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void                  lectern_workbook_parts_free (LecternWorkbookParts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternWorkbookParts, lectern_workbook_parts_free)

/* An element's or attribute's name without its namespace's prefix. */
const char *lectern_workbook_local_name (const char *name);
/* The value of attribute @name, prefix aside, or NULL. */
const char *lectern_workbook_get_attribute (const char **names,
                                            const char **values,
                                            const char  *name);
/* Parses one XML part; FALSE with BAD_WORKBOOK when it is no XML or @parser refuses. */
gboolean lectern_workbook_parse_part (GBytes              *part,
                                      const GMarkupParser *parser,
                                      gpointer             data,
                                      GError             **error);

G_END_DECLS
