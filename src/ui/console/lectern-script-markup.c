/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Names are set in bold wherever the MC reads, because a name misread aloud cannot be taken back. The
 * words are walked once, and at each place the longest name that stands there is taken: a name
 * that is the beginning of another's never splits it. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-script-markup.h"

#include <string.h>

/* Characters of a name. */
#define UNBROKEN_MAX 8

static gsize
measure_name_at (GPtrArray  *nominees,
                 const char *at)
{
  gsize longest = 0;
  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = g_ptr_array_index (nominees, i);
      gsize                 length = nominee->name ? strlen (nominee->name) : 0;
      if (length > longest && strncmp (at, nominee->name, length) == 0)
        longest = length;
    }
  return longest;
}

/* A usual name stays on a line, too; a very long one may have to be broken. */
static void
append (GString    *markup,
        const char *text,
        gboolean    bold,
        gboolean    unbroken)
{
  if (!bold)
    g_string_append (markup, text);
  else if (unbroken)
    g_string_append_printf (markup, "<span weight=\"bold\" allow_breaks=\"false\">%s</span>", text);
  else
    g_string_append_printf (markup, "<b>%s</b>", text);
}

char *
lectern_script_markup_embolden (LecternContest *contest,
                                const char     *words)
{
  g_return_val_if_fail (LECTERN_IS_CONTEST (contest) && words != NULL, NULL);
  GPtrArray *nominees = lectern_contest_get_nominees (contest);
  GString   *markup = g_string_new (NULL);
  for (const char *at = words; *at;)
    {
      gsize            name = measure_name_at (nominees, at);
      gsize            length = name ? name : (gsize) (g_utf8_next_char (at) - at);
      g_autofree char *escaped = g_markup_escape_text (at, (gssize) length);
      append (markup, escaped, name > 0, name > 0 && g_utf8_strlen (at, (gssize) name) <= UNBROKEN_MAX);
      at += length;
    }
  return g_string_free (markup, FALSE);
}
