/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-invocation.h"

G_BEGIN_DECLS

/* What was asked of `export` with a file of tables. */
typedef struct
{
  const char *file;
  const char *out;      /* .xlsx or .csv */
  const char *round;    /* NULL: the current one */
  const char *table;    /* .csv: which; NULL: the ranking; "journal" also of .xlsx */
  const char *encoding; /* .csv: as typed; NULL: UTF-8 */
} LecternTableExport;

LecternExit lectern_table_command_export (LecternInvocation        *invocation,
                                          const LecternTableExport *order);

G_END_DECLS
