/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a browser gets at @path of the main laptop's address: a piece of the judge's panel (data/web), its
 * bytes owned by the caller, and their @content_type, which lives for ever. NULL: nothing is there. */
GBytes *lectern_web_panel_find (const char  *path,
                                const char **content_type) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
