/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <libsoup/soup.h>

#include "lectern-engine.h"

G_BEGIN_DECLS

/* The plain requests of the judges' protocol: what contest this is, a seat for a code, the page
 * for browsers, and nothing else. @server answers them from now on, on the engine's thread. */
void lectern_reception_open (LecternEngine *engine,
                             SoupServer    *server);

G_END_DECLS
