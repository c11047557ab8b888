/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <libsoup/soup.h>

#include "lectern-engine.h"
#include "lectern-refusals.h"

G_BEGIN_DECLS

/* What a browser gets at @path: its bytes, owned by the caller, and their @content_type, which lives for
 * ever. NULL: nothing is there. Called on the engine's thread. */
typedef GBytes *(*LecternPageFunc) (const char  *path,
                                    const char **content_type);

/* Where panels come in as WebSockets. */
#define LECTERN_RECEPTION_JUDGE_PATH "/api/v1/judge"

/* The plain requests of the judges' protocol: what contest this is, a seat for a code, pages for
 * browsers (@find_page), and nothing else. @server answers them from now on, on
 * the engine's thread, and counts in @refusals whom it turns away. */
void lectern_reception_open (LecternEngine   *engine,
                             SoupServer      *server,
                             LecternRefusals *refusals,
                             LecternPageFunc  find_page);

G_END_DECLS
