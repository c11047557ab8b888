/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Two keyings of one paper sheet, held against each other criterion by criterion. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-keyings.h"

#include <json-glib/json-glib.h>

#include "lectern-json-text.h"
#include "lectern-mark.h"

const LecternKeying *
lectern_keyings_find (LecternContest     *contest,
                      const LecternEntry *entry,
                      gint64              judge,
                      gint64              pass)
{
  const LecternKeying key = { .record.table = &lectern_table_keying, .round = entry->round, .nominee = entry->nominee, .judge = judge, .pass = pass };

  return lectern_contest_find (contest, &key);
}

char *
lectern_keying_pack (const char *const *keys,
                     const gint64      *marks,
                     guint              n)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = lectern_mark_format (marks[i]);

      json_object_set_string_member (object, keys[i], text);
    }
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

gint64
lectern_keying_get_mark (const LecternKeying *keying,
                         const char          *criterion)
{
  g_autoptr (JsonNode) root = lectern_json_text_parse (keying->marks, NULL);
  JsonObject *marks = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  gint64      mark;

  if (marks == NULL || !json_object_has_member (marks, criterion))
    return LECTERN_NULL;
  return lectern_mark_parse (json_object_get_string_member (marks, criterion), &mark) ? mark : LECTERN_NULL;
}

GPtrArray *
lectern_keyings_compare (LecternContest      *contest,
                         const LecternKeying *first,
                         const LecternKeying *second)
{
  GPtrArray *criteria = lectern_contest_get_criteria (contest);
  GPtrArray *different = g_ptr_array_new ();

  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = criteria->pdata[i];

      if (lectern_keying_get_mark (first, criterion->key) != lectern_keying_get_mark (second, criterion->key))
        g_ptr_array_add (different, (gpointer) criterion);
    }
  return different;
}

static char *
format_mark (gint64 mark)
{
  return mark == LECTERN_NULL ? g_strdup ("—") : lectern_mark_format (mark);
}

char *
lectern_keyings_describe (LecternContest      *contest,
                          const LecternKeying *first,
                          const LecternKeying *second)
{
  g_autoptr (GPtrArray) different = lectern_keyings_compare (contest, first, second);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < different->len; i++)
    {
      const LecternCriterion *criterion = different->pdata[i];
      g_autofree char        *a = format_mark (lectern_keying_get_mark (first, criterion->key));
      g_autofree char        *b = format_mark (lectern_keying_get_mark (second, criterion->key));

      g_string_append_printf (text, "%s%s %s / %s", i > 0 ? "; " : "", criterion->name, a, b);
    }
  return g_string_free (text, FALSE);
}
