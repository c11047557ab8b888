/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The family a role of papers is set in first. Whether it is installed is not looked at: that differs
 * from laptop to laptop, and whoever lays out a paper says it. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-font-choice.h"

static gboolean
is_family (const char *text)
{
  if (*text == '\0' || strlen (text) > LECTERN_FONT_FAMILY_MOST)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isprint (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

gboolean
lectern_conduct_set_paper_font (LecternPlan *plan,
                                GError     **error)
{
  const char                *role = plan->action->key;
  const char                *family = plan->action->text;
  const LecternPaperFontRow  wanted = { .record.table = &lectern_table_paper_font, .role = (char *) role };
  const LecternPaperFontRow *old;
  LecternPaperFontRow       *row;

  if (role == NULL || !g_strv_contains (lectern_font_choice_list_roles (), role))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("Papers have no role “%s” for fonts."), role != NULL ? role : "");
  if (family != NULL && !is_family (family))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("That is no name of a family of fonts."));
  old = lectern_contest_find (plan->contest, &wanted);
  plan->repeated = old == NULL ? family == NULL : g_strcmp0 (old->family, family) == 0;
  if (plan->repeated)
    return TRUE;
  if (family == NULL)
    {
      /* Translators: what fonts are for: titles, names of people. */
      lectern_plan_say (plan, _ ("Fonts of papers: %s are set in the program’s own choice again."), lectern_font_choice_get_label (role));
      lectern_plan_remove (plan, old);
      return TRUE;
    }
  /* Translators: what fonts are for: titles, names of people; then a family of fonts. */
  lectern_plan_say (plan, _ ("Fonts of papers: %s are set in %s."), lectern_font_choice_get_label (role), family);
  row = lectern_record_new (&lectern_table_paper_font);
  row->role = g_strdup (role);
  row->family = g_strdup (family);
  lectern_plan_put (plan, row);

  return TRUE;
}
