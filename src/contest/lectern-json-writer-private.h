/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of the object that @builder is in, each with its name. NULL and @none become null. */
void lectern_json_add_text (JsonBuilder *builder,
                            const char  *key,
                            const char  *text);
void lectern_json_add_integer (JsonBuilder *builder,
                               const char  *key,
                               gint64       value,
                               gint64       none);
void lectern_json_add_boolean (JsonBuilder *builder,
                               const char  *key,
                               gboolean     value);
void lectern_json_begin_object (JsonBuilder *builder,
                                const char  *key);
void lectern_json_begin_array (JsonBuilder *builder,
                               const char  *key);

G_END_DECLS
