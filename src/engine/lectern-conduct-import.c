/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Sheets and times kept on paper. They go through the same rules as those handed in over the
 * network, but need no gate; a sheet that is there already is replaced only with a reason, by a
 * new version. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"

/* The marks of @sheet among the records, checked; their sum in @total. */
static gboolean
check_paper_marks (LecternPlan        *plan,
                   const LecternSheet *sheet,
                   guint               row,
                   gint64             *total)
{
  GPtrArray *criteria = lectern_contest_get_criteria (plan->contest);
  GPtrArray *records = plan->action->records;
  guint      before = plan->problems->len;

  *total = 0;
  for (guint c = 0; c < criteria->len; c++)
    {
      const LecternCriterion *criterion = criteria->pdata[c];
      const LecternMark      *found = NULL;

      for (guint i = 0; i < records->len && found == NULL; i++)
        {
          const LecternMark *mark = records->pdata[i];

          if (mark->record.table == &lectern_table_mark && mark->nominee == sheet->nominee && mark->judge == sheet->judge && g_str_equal (mark->criterion, criterion->key))
            found = mark;
        }
      if (found == NULL)
        g_ptr_array_add (plan->problems, lectern_problem_new (row, criterion->key, _ ("“%s” has not been marked."), criterion->name));
      else if (!lectern_mark_is_in_range (found->value, criterion->max))
        g_ptr_array_add (plan->problems, lectern_problem_new (row, criterion->key, _ ("The mark for “%s” is above full marks."), criterion->name));
      else if (!lectern_mark_is_on_step (found->value, criterion->step))
        g_ptr_array_add (plan->problems, lectern_problem_new (row, criterion->key, _ ("The mark for “%s” is off its step."), criterion->name));
      else
        *total += found->value;
    }
  return plan->problems->len == before;
}

static gboolean
check_paper_sheet (LecternPlan        *plan,
                   const LecternEntry *entry,
                   const LecternSheet *sheet,
                   guint               row)
{
  const LecternJudge *judge = lectern_contest_get_judge (plan->contest, sheet->judge);

  if (entry == NULL || entry->state == LECTERN_ENTRY_FORFEIT)
    g_ptr_array_add (plan->problems, lectern_problem_new (row, "lot", "%s", _ ("There is no such entry, or it forfeited.")));
  else if (judge == NULL || judge->active != 1)
    g_ptr_array_add (plan->problems, lectern_problem_new (row, "judge", "%s", _ ("There is no such judge on the panel.")));
  else if (lectern_contest_is_recused (plan->contest, entry, judge->number))
    g_ptr_array_add (plan->problems, lectern_problem_new (row, "judge", _ ("Judge %d is recused from No. %d."), (int) judge->number, (int) entry->lot));
  else if (lectern_contest_get_counted_sheet (plan->contest, entry, judge->number) != NULL && (plan->action->reason == NULL || *plan->action->reason == '\0'))
    g_ptr_array_add (plan->problems, lectern_problem_new (row, "judge", _ ("Judge %d has handed in a sheet for No. %d already. To replace it, give a reason."), (int) judge->number, (int) entry->lot));
  else
    return TRUE;
  return FALSE;
}

/* What was replaced is gathered for the journal's sentence. */
static void
add_replacement (LecternPlan *plan,
                 const char  *detail)
{
  g_autofree char *before = g_steal_pointer (&plan->sentence);

  plan->sentence = before == NULL ? g_strdup (detail) : g_strconcat (before, " ", detail, NULL);
}

/* A sheet that is replaced is a ruling of its own: whoever signs the summary sees what it was. */
static void
rule_replacement (LecternPlan        *plan,
                  const LecternEntry *entry,
                  const LecternSheet *replaced,
                  const LecternSheet *sheet)
{
  g_autofree char *who = lectern_plan_name_entry (plan, entry);
  g_autofree char *before = lectern_mark_format (replaced->total);
  g_autofree char *after = lectern_mark_format (sheet->total);
  g_autofree char *changes = lectern_sheet_describe_amendment (plan, replaced, sheet);
  g_autofree char *detail = NULL;

  /* Translators: number of the judge, lot and name of the entry, old total, new total, then criteria with old and new marks. */
  detail = g_strdup_printf (_ ("The sheet of judge %d for %s was replaced from paper: %s before, %s now (%s)."), (int) replaced->judge, who, before, after, changes);
  add_replacement (plan, detail);
  lectern_plan_rule_with (plan, LECTERN_RULING_AMEND_SHEET, entry, replaced->judge, detail);
}

static void
put_paper_sheet (LecternPlan        *plan,
                 const LecternEntry *entry,
                 const LecternSheet *paper,
                 gint64              total)
{
  const LecternSheet *latest = lectern_contest_get_latest_sheet (plan->contest, entry, paper->judge);
  const LecternSheet *replaced = lectern_contest_get_counted_sheet (plan->contest, entry, paper->judge);
  LecternSheet       *sheet = lectern_record_copy (paper);
  GPtrArray          *records = plan->action->records;

  lectern_record_take_string (&sheet->round, entry->round);
  sheet->version = latest != NULL ? latest->version + 1 : 1;
  sheet->total = total;
  sheet->wall_us = plan->wall_us;
  sheet->origin = LECTERN_ORIGIN_TABLE;
  if (replaced != NULL)
    lectern_record_take_string (&sheet->reason, plan->action->reason);
  sheet->state = LECTERN_SHEET_NONE;
  lectern_machine_move (LECTERN_MACHINE_SHEET, &sheet->state, LECTERN_SHEET_SUBMITTED, NULL, NULL);
  lectern_machine_move (LECTERN_MACHINE_SHEET, &sheet->state, LECTERN_SHEET_LOCKED, NULL, NULL);
  lectern_plan_put (plan, sheet);
  for (guint i = 0; i < records->len; i++)
    {
      const LecternMark *mark = records->pdata[i];
      LecternMark       *copy;

      if (mark->record.table != &lectern_table_mark || mark->nominee != sheet->nominee || mark->judge != sheet->judge)
        continue;
      copy = lectern_record_copy (mark);
      lectern_record_take_string (&copy->round, sheet->round);
      copy->version = sheet->version;
      lectern_plan_put (plan, copy);
    }
  if (replaced != NULL)
    rule_replacement (plan, entry, replaced, sheet);
}

static gboolean
refuse_problems (LecternPlan *plan,
                 GError     **error)
{
  if (plan->problems->len == 0)
    return FALSE;
  lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", ((LecternProblem *) plan->problems->pdata[0])->message);
  return TRUE;
}

gboolean
lectern_conduct_import_sheets (LecternPlan *plan,
                               GError     **error)
{
  GPtrArray       *records = plan->action->records;
  guint            row = 1;
  g_autofree char *replaced = NULL;

  if (!lectern_plan_require_open_round (plan, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const LecternSheet *sheet = records->pdata[i];
      const LecternEntry *entry;
      gint64              total;

      if (sheet->record.table != &lectern_table_sheet)
        continue;
      row++;
      entry = lectern_contest_get_entry (plan->contest, NULL, sheet->nominee);
      if (check_paper_sheet (plan, entry, sheet, row) && check_paper_marks (plan, sheet, row, &total))
        put_paper_sheet (plan, entry, sheet, total);
    }
  if (refuse_problems (plan, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (((LecternSheet *) records->pdata[i])->record.table == &lectern_table_sheet)
      lectern_sheet_settle_entry (plan, ((LecternSheet *) records->pdata[i])->nominee);
  replaced = g_steal_pointer (&plan->sentence);
  lectern_plan_say (plan, ngettext ("Entered %u sheet kept on paper.", "Entered %u sheets kept on paper.", row - 1), row - 1);
  if (replaced != NULL)
    add_replacement (plan, replaced);
  return TRUE;
}

gboolean
lectern_conduct_import_times (LecternPlan *plan,
                              GError     **error)
{
  GPtrArray *records = plan->action->records;

  if (!lectern_plan_require_open_round (plan, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const LecternEntry *given = records->pdata[i];
      const LecternEntry *entry = lectern_contest_get_entry (plan->contest, NULL, given->nominee);
      LecternEntry       *copy;

      if (entry == NULL)
        {
          g_ptr_array_add (plan->problems, lectern_problem_new (i + 2, "lot", "%s", _ ("There is no such entry.")));
          continue;
        }
      copy = lectern_record_copy (entry);
      lectern_entry_set_timers (copy, lectern_contest_get_rules (plan->contest), given->time_ms, given->timer2_ms != LECTERN_NULL ? given->timer2_ms : copy->timer2_ms);
      lectern_plan_put (plan, copy);
    }
  if (refuse_problems (plan, error))
    return FALSE;
  lectern_plan_say (plan, ngettext ("Entered %u time kept on paper.", "Entered %u times kept on paper.", records->len), records->len);
  return TRUE;
}
