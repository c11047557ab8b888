/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What the JSON in @text stands for. NULL and @error (of json-glib or of the contest's domain) when it is no JSON, nests deeper than
 * anything here does, or has half a character in it. @text must end with a NUL. Owned by the caller. */
JsonNode *lectern_json_text_parse (const char *text,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @text nests no deeper than anything here does: json-glib goes down once for each bracket. */
gboolean lectern_json_text_is_shallow (const char *text,
                                       gsize       length);
/* Whether every text and name in @node is UTF-8. */
gboolean lectern_json_text_is_whole (JsonNode *node);

G_END_DECLS
