/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Photos and courseware arrive as a folder of files named by hand. A name counts when it stands by
 * itself between separators, else when it is somewhere in the file's name; a unit that is named as
 * well decides between people of one name.
 *
 * Rule: nothing is guessed. Where two could be meant, a person says which. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-file-match.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEPARATORS "_-+.,()[]{}（）【】《》，、－—＿"
/* Inside names, and left out as often as not. */
#define DOTS "·•・"

static gboolean
is_separator (gunichar letter)
{
  return g_unichar_isspace (letter) || (letter != 0 && g_utf8_strchr (SEPARATORS, -1, letter) != NULL);
}

static gboolean
is_dot (gunichar letter)
{
  return letter != 0 && g_utf8_strchr (DOTS, -1, letter) != NULL;
}

/* The parts of @stem between separators, none empty, without dots. */
static GPtrArray *
split (const char *stem)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);

  for (const char *at = stem;; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter != 0 && !is_separator (letter))
        {
          if (!is_dot (letter))
            g_string_append_unichar (part, letter);
          continue;
        }
      if (part->len > 0)
        g_ptr_array_add (parts, g_strdup (part->str));
      g_string_set_size (part, 0);
      if (letter == 0)
        return parts;
    }
}

/* A text without the spaces and dots that people put into it. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!is_separator (g_utf8_get_char (at)) && !is_dot (g_utf8_get_char (at)))
      g_string_append_unichar (squeezed, g_utf8_get_char (at));
  return g_string_free (squeezed, FALSE);
}

static gboolean
has_part (GPtrArray  *parts,
          const char *wanted)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_str_equal (parts->pdata[i], wanted))
      return TRUE;
  return FALSE;
}

static gboolean
names_unit (LecternContest       *contest,
            const LecternNominee *nominee,
            const char           *stem)
{
  const LecternUnit *unit = lectern_contest_get_unit (contest, nominee->unit);

  return unit != NULL && (strstr (stem, unit->name) != NULL || (unit->full_name != NULL && *unit->full_name != '\0' && strstr (stem, unit->full_name) != NULL));
}

/* Those whose name is a part of the file's, or, with @anywhere, somewhere in it. */
static GPtrArray *
list_named (LecternContest *contest,
            GPtrArray      *parts,
            const char     *stem,
            gboolean        anywhere)
{
  GPtrArray       *nominees = lectern_contest_get_nominees (contest);
  GPtrArray       *named = g_ptr_array_new ();
  g_autofree char *whole = squeeze (stem);

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];
      g_autofree char      *name = squeeze (nominee->name);

      if (nominee->withdrawn != 1 && *name != '\0' && (anywhere ? strstr (whole, name) != NULL : has_part (parts, name)))
        g_ptr_array_add (named, (gpointer) nominee);
    }
  return named;
}

static void
keep_of_unit (LecternContest *contest,
              GPtrArray      *named,
              const char     *stem)
{
  guint n = 0;

  for (guint i = 0; i < named->len; i++)
    n += names_unit (contest, named->pdata[i], stem);
  for (guint i = named->len; n > 0 && i > 0; i--)
    if (!names_unit (contest, named->pdata[i - 1], stem))
      g_ptr_array_remove_index (named, i - 1);
}

static LecternRole
guess_role (const char *name,
            const char *stem)
{
  static const char *const pictures[] = { "jpg", "jpeg", "png", "webp", NULL };
  g_autofree char         *ending = lectern_attachment_get_ending (name);

  if (strstr (stem, "课件") != NULL)
    return LECTERN_ROLE_COURSEWARE;
  if (strstr (stem, "照片") != NULL || (ending != NULL && g_strv_contains (pictures, ending)))
    return LECTERN_ROLE_PHOTO;
  return LECTERN_ROLE_COURSEWARE;
}

const LecternNominee *
lectern_file_match (LecternContest *contest,
                    const char     *name,
                    LecternRole    *role,
                    char          **why)
{
  g_autofree char *valid = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_autofree char *ending = lectern_attachment_get_ending (name);
  g_autofree char *stem = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) named = NULL;

  g_return_val_if_fail (contest != NULL && name != NULL && role != NULL && why != NULL, NULL);

  *why = NULL;
  stem = valid == NULL ? g_strdup ("") : g_strndup (valid, strlen (valid) - (ending != NULL ? strlen (ending) + 1 : 0));
  parts = split (stem);
  *role = guess_role (name, stem);
  named = list_named (contest, parts, stem, FALSE);
  if (named->len == 0)
    {
      g_ptr_array_unref (named);
      named = list_named (contest, parts, stem, TRUE);
    }
  keep_of_unit (contest, named, stem);
  if (named->len == 1)
    return named->pdata[0];
  *why = g_strdup (named->len == 0 ? _ ("No nominee’s name is in it.") : _ ("More than one nominee could be meant. Put the unit into its name."));
  return NULL;
}
