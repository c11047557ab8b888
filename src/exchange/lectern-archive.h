/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the XML parts of a zip archive: a GHashTable of path (char *) to GBytes, of the entries
 * whose names end in ".xml" or ".rels". Bounded in number, size and how far anything may swell.
 * On failure NULL and a LECTERN_EXCHANGE_ERROR. */
GHashTable *lectern_archive_read_parts (GBytes  *bytes,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
