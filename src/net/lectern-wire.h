/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON as it comes from and goes to a wire. */

/* Reads one JSON object. NULL and LECTERN_NET_ERROR_BAD_MESSAGE when @text is anything else, is no
 * strict JSON, or is nested more deeply than any message of the protocol. Owned by the caller. */
JsonObject *lectern_wire_parse (const char *text,
                                gssize      length,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/* Members by type. NULL or @fallback when the member is missing or of another type. Borrowed. */
const char *lectern_wire_get_string (JsonObject *object,
                                     const char *member);
JsonObject *lectern_wire_get_object (JsonObject *object,
                                     const char *member);
JsonArray  *lectern_wire_get_array (JsonObject *object,
                                    const char *member);
gint64      lectern_wire_get_integer (JsonObject *object,
                                      const char *member,
                                      gint64      fallback);
gboolean    lectern_wire_get_boolean (JsonObject *object,
                                      const char *member,
                                      gboolean    fallback);
/* Whether the member is there and of the type (G_TYPE_INT64, G_TYPE_STRING, …). */
gboolean lectern_wire_has (JsonObject *object,
                           const char *member,
                           GType       type);
/* Elements of an array by type; NULL when they are of another. Borrowed. */
JsonObject *lectern_wire_get_element (JsonArray *array,
                                      guint      index);

/* Appends @text as a JSON string with its quotes, NULL as null. */
void lectern_wire_append_string (GString    *json,
                                 const char *text);
/* Appends a mark, a total or a step as a decimal string ("36.5"). */
void lectern_wire_append_mark (GString *json,
                               gint64   mark);

G_END_DECLS
