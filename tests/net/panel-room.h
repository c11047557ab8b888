/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "evening.h"

G_BEGIN_DECLS

/* Many panels in processes of their own (fan-out-panels.c), and their seats, for the benchmarks. */
typedef struct
{
  GSubprocess      *process;
  GDataInputStream *answers;
} Panels;

/* A jury has so many judges at most, and a judge one seat. */
#define JUDGES_MAX LECTERN_JURY_MAX

/* @n tokens, seated: those beyond JUDGES_MAX in the engine's copy of the contest alone, not in its file, as second and third
 * seats of the same judges. Nothing else is different for them: each has a token, says hello and gets its judge's state.
 * The tokens are owned by the caller. */
GPtrArray *panel_room_make_seats (Evening *evening,
                                  guint    n);
/* Connects @n_panels with the tokens from @first on; @tokens NULL: to a bare server. @small: with a small receive buffer. */
void panels_start (Panels    *panels,
                   guint16    port,
                   guint      first,
                   guint      n_panels,
                   gboolean   small,
                   GPtrArray *tokens);
void panels_stop (Panels *panels);
void panels_say (Panels     *panels,
                 const char *line);
void panels_expect (Panels     *panels,
                    const char *answer);
/* As many files as this process may have. */
void panel_room_allow_files (void);

G_END_DECLS
