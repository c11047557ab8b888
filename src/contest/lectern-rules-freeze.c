/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* When rules freeze. They are free until the first sheet is handed in; from then on a change needs
 * a reason. What the result of a finalised round rests on stays as it was. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-rules-freeze.h"

#include <glib/gi18n-lib.h>

/* What the contest is called and how it is shown, not what it is judged by. */
static const char *const descriptions[] = { "lectern", "title", "theme", "organisers", "date", "place", "language", "reveal", "ceremony", NULL };
/* What a final score and a rank come from. */
static const char *const figures[] = { "rubric", "panel", "time", "score", "ties", NULL };

gboolean
lectern_rules_freeze_is_marked (LecternContest *contest)
{
  g_autoptr (GPtrArray) sheets = lectern_contest_list_rows (contest, &lectern_table_sheet);

  for (guint i = 0; i < sheets->len; i++)
    if (((LecternSheet *) sheets->pdata[i])->state != LECTERN_SHEET_DRAFT)
      return TRUE;
  return FALSE;
}

gboolean
lectern_rules_freeze_has_sheets (LecternContest *contest)
{
  g_autoptr (GPtrArray) sheets = lectern_contest_list_rows (contest, &lectern_table_sheet);

  return sheets->len > 0;
}

void
lectern_rules_freeze_count_entries (LecternContest *contest,
                                    guint          *n_marked,
                                    guint          *n_revealed)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);

  g_return_if_fail (n_marked != NULL && n_revealed != NULL);

  *n_marked = *n_revealed = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = entries->pdata[i];
      guint               n_expected, n_submitted;

      lectern_contest_count_sheets (contest, entry, &n_expected, &n_submitted);
      *n_marked += n_submitted > 0;
      *n_revealed += entry->revealed == 1;
    }
}

gboolean
lectern_rules_freeze_check (LecternContest *contest,
                            const char     *key,
                            GError        **error)
{
  const LecternRound *current = lectern_contest_get_current_round (contest);
  GPtrArray          *rounds = lectern_contest_get_rounds (contest);

  g_return_val_if_fail (key != NULL, FALSE);

  if (g_strv_contains (descriptions, key))
    return TRUE;
  if (current != NULL && current->state == LECTERN_ROUND_FINALISED)
    {
      g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_FINALISED, _ ("The round is finalised. Reopen it with a reason to change anything."));
      return FALSE;
    }
  for (guint i = 0; i < rounds->len && g_strv_contains (figures, key); i++)
    {
      const LecternRound *round = rounds->pdata[i];

      if (round->state != LECTERN_ROUND_FINALISED)
        continue;
      g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_FINALISED, _ ("“%s” is finalised, and its result stands by these rules: what it was marked and ranked by can’t be changed any more."), round->name);
      return FALSE;
    }
  if (g_str_equal (key, "announce") && current != NULL && current->state == LECTERN_ROUND_RUNNING)
    {
      g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE, _ ("The programme is under way, so when results are announced can’t be changed. Take the cues by hand instead."));
      return FALSE;
    }
  return TRUE;
}

gboolean
lectern_rules_freeze_is_rules (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (!g_strv_contains (descriptions, ((LecternRulesChange *) changes->pdata[i])->key))
      return TRUE;
  return FALSE;
}

gboolean
lectern_rules_freeze_is_figures (GPtrArray *changes)
{
  return lectern_rules_file_touches (changes, figures);
}
