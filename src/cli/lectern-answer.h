/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of the JSON a command answers with. LECTERN_NULL and NULL become null. */
void lectern_answer_text (JsonBuilder *answer,
                          const char  *key,
                          const char  *text);
void lectern_answer_integer (JsonBuilder *answer,
                             const char  *key,
                             gint64       value);
void lectern_answer_boolean (JsonBuilder *answer,
                             const char  *key,
                             gboolean     value);
/* Points in thousandths, as a decimal string. */
void lectern_answer_points (JsonBuilder *answer,
                            const char  *key,
                            gint64       points);
/* Opens an array of which each element is added by the caller; json_builder_end_array() ends it. */
void lectern_answer_begin_array (JsonBuilder *answer,
                                 const char  *key);
/* An array of {row, column, message}; NULL @problems is an empty one. */
void lectern_answer_problems (JsonBuilder *answer,
                              const char  *key,
                              GPtrArray   *problems);
/* {"code": …, "message": …, "details": […]} as the member "error". */
void lectern_answer_error (JsonBuilder  *answer,
                           const GError *error,
                           GPtrArray    *problems);
/* The text of the whole, on one line or indented. */
char *lectern_answer_to_string (JsonBuilder *answer,
                                gboolean     indented) G_GNUC_WARN_UNUSED_RESULT;

/* What scripts tell refusals apart by: "quota", "bad-encoding", "disk-full". */
const char *lectern_answer_get_code (const GError *error);

G_END_DECLS
