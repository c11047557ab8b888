/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-action.h"

G_BEGIN_DECLS

/* One line on the standard input of `lecternctl serve`, understood. */
typedef enum
{
  LECTERN_SERVE_ACTION, /* something for the engine */
  LECTERN_SERVE_CODES,  /* an action, answered with every judge's code */
  LECTERN_SERVE_CODE,   /* an action, answered with the code it made */
  LECTERN_SERVE_STATUS,
  LECTERN_SERVE_QUIT,
} LecternServeAnswer;

typedef struct
{
  LecternServeAnswer answer;
  LecternAction     *action; /* NULL for STATUS and QUIT */
} LecternServeLine;

/* Reads @text; what it does is in docs/lecternctl.md. FALSE with a G_OPTION_ERROR that says how it
 * is written. The action is the caller's. */
gboolean lectern_serve_line_parse (const char       *text,
                                   LecternServeLine *line,
                                   GError          **error);

G_END_DECLS
