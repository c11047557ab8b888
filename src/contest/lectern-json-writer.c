/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the layer's JSON texts are written with. Rule: a member that has no value is there and is
 * null, so that whoever reads them sees every key. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-json-writer-private.h"

void
lectern_json_add_text (JsonBuilder *builder,
                       const char  *key,
                       const char  *text)
{
  json_builder_set_member_name (builder, key);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
lectern_json_add_integer (JsonBuilder *builder,
                          const char  *key,
                          gint64       value,
                          gint64       none)
{
  json_builder_set_member_name (builder, key);
  if (value != none)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
lectern_json_add_boolean (JsonBuilder *builder,
                          const char  *key,
                          gboolean     value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

void
lectern_json_begin_object (JsonBuilder *builder,
                           const char  *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
}

void
lectern_json_begin_array (JsonBuilder *builder,
                          const char  *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}
