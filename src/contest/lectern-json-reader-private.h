/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <json-glib/json-glib.h>

#include "lectern-contest-error.h"

G_BEGIN_DECLS

/* Reads an object of a rules file member by member, knows the path it is at, and collects what is
 * wrong instead of stopping at the first. Values that are wrong read as their default. */
typedef struct
{
  JsonObject *object; /* borrowed; NULL reads as empty */
  char       *path;   /* "" at the top, else "time.over" */
  GPtrArray  *problems;
} LecternJsonReader;

LecternJsonReader *lectern_json_reader_new (JsonObject *object,
                                            const char *path,
                                            GPtrArray  *problems) G_GNUC_WARN_UNUSED_RESULT;
void               lectern_json_reader_free (LecternJsonReader *self);
void               lectern_json_reader_report (LecternJsonReader *self,
                                               const char        *key,
                                               const char        *message);
/* Reports every member that is not in @keys (NULL-terminated). */
void     lectern_json_reader_allow (LecternJsonReader *self,
                                    const char *const *keys);
gboolean lectern_json_reader_has (LecternJsonReader *self,
                                  const char        *key);
/* Text owned by the object. @fallback NULL: required. */
const char *lectern_json_reader_get_text (LecternJsonReader *self,
                                          const char        *key,
                                          const char        *fallback);
gint64      lectern_json_reader_get_integer (LecternJsonReader *self,
                                             const char        *key,
                                             gint64             min,
                                             gint64             max,
                                             gint64             fallback);
/* The same, and null reads as @when_null. */
gint64 lectern_json_reader_get_integer_or_null (LecternJsonReader *self,
                                                const char        *key,
                                                gint64             min,
                                                gint64             max,
                                                gint64             when_null);
/* A number with or without a fraction, from @min to @max; @fallback when it is missing. */
double   lectern_json_reader_get_number (LecternJsonReader *self,
                                         const char        *key,
                                         double             min,
                                         double             max,
                                         double             fallback);
gboolean lectern_json_reader_get_boolean (LecternJsonReader *self,
                                          const char        *key,
                                          gboolean           fallback);
/* A decimal string in points, as thousandths; @fallback NULL: required. */
gint64 lectern_json_reader_get_points (LecternJsonReader *self,
                                       const char        *key,
                                       const char        *fallback);
/* Null or missing reads as @when_null. */
gint64 lectern_json_reader_get_points_or_null (LecternJsonReader *self,
                                               const char        *key,
                                               gint64             when_null);
/* Borrowed; NULL when missing or not an array. */
JsonArray *lectern_json_reader_get_array (LecternJsonReader *self,
                                          const char        *key);
/* A reader of a member object, of element @index of a member array; never NULL. */
LecternJsonReader *lectern_json_reader_enter (LecternJsonReader *self,
                                              const char        *key) G_GNUC_WARN_UNUSED_RESULT;
LecternJsonReader *lectern_json_reader_enter_element (LecternJsonReader *self,
                                                      const char        *key,
                                                      guint              index) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternJsonReader, lectern_json_reader_free)

G_END_DECLS
