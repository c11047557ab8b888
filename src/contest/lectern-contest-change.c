/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What was changed of the contest's own row. The journal is read by people long after the evening: it
 * says what was changed, and never lists what merely could have been. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-contest-change.h"

#include <glib/gi18n-lib.h>

#include "lectern-script-line.h"

static const struct
{
  gsize       offset;
  const char *name;
} fields[] = {
  { G_STRUCT_OFFSET (LecternContestRecord, title), NC_ ("contest change", "title") },
  { G_STRUCT_OFFSET (LecternContestRecord, theme), NC_ ("contest change", "theme") },
  { G_STRUCT_OFFSET (LecternContestRecord, organisers), NC_ ("contest change", "organisers") },
  { G_STRUCT_OFFSET (LecternContestRecord, date), NC_ ("contest change", "date") },
  { G_STRUCT_OFFSET (LecternContestRecord, place), NC_ ("contest change", "place") },
  { G_STRUCT_OFFSET (LecternContestRecord, language), NC_ ("contest change", "language of papers and projector") },
  { G_STRUCT_OFFSET (LecternContestRecord, scene_theme), NC_ ("contest change", "colours of the scenes") },
  { G_STRUCT_OFFSET (LecternContestRecord, guests), NC_ ("contest change", "guests") },
};

static void
add (GString    *text,
     const char *item)
{
  if (text->len > 0)
    /* Translators: between two things that were changed. */
    g_string_append (text, C_ ("contest change", ", "));
  g_string_append (text, item);
}

static void
add_lines (GString    *text,
           const char *before,
           const char *after)
{
  for (guint i = 0; i < LECTERN_SCRIPT_N_LINES; i++)
    {
      g_autofree char *one = lectern_script_find (before, i);
      g_autofree char *other = lectern_script_find (after, i);
      g_autofree char *when = NULL;
      g_autofree char *item = NULL;
      if (g_strcmp0 (one, other) == 0)
        continue;
      when = lectern_script_line_describe (i);
      /* Translators: when it is read: “At the opening”. */
      item = other ? g_strdup_printf (_ ("the MC’s words “%s”"), when) : g_strdup_printf (_ ("the MC’s words “%s”, the usual ones again"), when);
      add (text, item);
    }
}

char *
lectern_contest_change_describe (const LecternContestRecord *before,
                                 const LecternContestRecord *after)
{
  g_return_val_if_fail (before != NULL && after != NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (G_STRUCT_MEMBER (char *, before, fields[i].offset), G_STRUCT_MEMBER (char *, after, fields[i].offset)) != 0)
      add (text, g_dpgettext2 (GETTEXT_PACKAGE, "contest change", fields[i].name));
  if (before->rehearsal != after->rehearsal)
    add (text, C_ ("contest change", "whether it is a rehearsal"));
  add_lines (text, before->script, after->script);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
