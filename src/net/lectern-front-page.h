/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The HTML a browser gets at `/`: which contest this is and how a judge's panel is opened.
 * Owned by the caller. */
char *lectern_front_page_write (const char *contest,
                                const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
