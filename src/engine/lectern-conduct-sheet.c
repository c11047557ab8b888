/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Judges' sheets: drafts, submissions, reopening. The order of the refusals is that of
 * docs/protocol.md: the first that applies. A message that was taken before changes nothing and
 * gets the same answer again. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-mark.h"

/* May this judge write about this lot now? */
static const LecternEntry *
check_gate (LecternPlan *plan,
            GError     **error)
{
  const LecternEntry *gate = lectern_contest_get_entry_at_gate (plan->contest);
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (plan->contest);
  gint64              lot = plan->action->lot;
  const char         *round = plan->action->key;

  if (round != NULL && g_strcmp0 (round, lectern_contest_get_on_air (plan->contest)->round) != 0)
    {
      /* A sheet that waited for the network while the contest went on to a round with the same lots. */
      lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_LOT, _ ("These marks are for No. %d of another round."), lot == LECTERN_NULL ? 0 : (int) lot);
      return NULL;
    }
  if (gate != NULL && gate->lot == lot)
    return gate;
  if (!plan->action->on && on_stage != NULL && on_stage->lot == lot)
    return on_stage;
  if (gate == NULL)
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_GATE_CLOSED, "%s", _ ("Marking is closed. Your marks stay on this laptop as a draft."));
  else
    lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_LOT, _ ("Marking is for No. %d now, not for No. %d."), (int) gate->lot, lot == LECTERN_NULL ? 0 : (int) lot);
  return NULL;
}

static gboolean
check_judge (LecternPlan        *plan,
             const LecternEntry *entry,
             GError            **error)
{
  const LecternJudge *judge = lectern_contest_get_judge (plan->contest, plan->action->judge);
  const LecternSheet *counted;

  if (judge == NULL || judge->active != 1)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_UNAUTHORISED, "%s", _ ("This judge is not on the panel."));
  if (lectern_contest_is_recused (plan->contest, entry, judge->number))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_RECUSED, _ ("You do not mark No. %d: you are recused."), (int) entry->lot);
  counted = lectern_contest_get_counted_sheet (plan->contest, entry, judge->number);
  if (counted != NULL && counted->state == LECTERN_SHEET_LOCKED)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_LOCKED, _ ("Your sheet for No. %d is locked. Ask the head judge if it must be changed."), (int) entry->lot);
  return TRUE;
}

static const LecternCriterion *
find_criterion (LecternPlan *plan,
                const char  *key)
{
  const LecternCriterion criterion = { .record.table = &lectern_table_criterion, .key = (char *) key };

  return lectern_contest_find (plan->contest, &criterion);
}

static const LecternActionMark *
find_mark (LecternPlan *plan,
           const char  *criterion)
{
  for (guint i = 0; i < plan->action->marks->len; i++)
    {
      const LecternActionMark *mark = plan->action->marks->pdata[i];

      if (g_strcmp0 (mark->criterion, criterion) == 0)
        return mark;
    }
  return NULL;
}

static gboolean
check_criteria (LecternPlan *plan,
                gboolean     complete,
                GError     **error)
{
  GPtrArray *criteria = lectern_contest_get_criteria (plan->contest);

  for (guint i = 0; i < plan->action->marks->len; i++)
    {
      const LecternActionMark *mark = plan->action->marks->pdata[i];

      if (find_criterion (plan, mark->criterion) == NULL)
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_UNKNOWN_CRITERION, _ ("The rubric has no criterion “%s”."), mark->criterion);
    }
  for (guint i = 0; complete && i < criteria->len; i++)
    {
      const LecternCriterion *criterion = criteria->pdata[i];

      if (find_mark (plan, criterion->key) == NULL)
        return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_MARK_MISSING, _ ("“%s” has not been marked."), criterion->name);
    }
  return TRUE;
}

/* The thousandths of a mark as it came. What is finer than that lies on no step: rounded up, so
 * that its range can still be judged, and @fine. */
static gboolean
read_mark (const char *text,
           gint64     *value,
           gboolean   *fine)
{
  const char      *point = strchr (text, '.');
  const char      *rest = point != NULL && strlen (point) > 4 ? point + 4 : NULL;
  g_autofree char *head = rest != NULL ? g_strndup (text, (gsize) (rest - text)) : NULL;

  *fine = FALSE;
  if (rest == NULL)
    return lectern_mark_parse (text, value);
  if (strspn (rest, "0123456789") != strlen (rest) || !lectern_mark_parse (head, value))
    return FALSE;
  *fine = strspn (rest, "0") != strlen (rest);
  *value += *fine ? 1 : 0;
  return TRUE;
}

/* Every mark in range first, then every mark on its step. */
static gboolean
check_marks (LecternPlan *plan,
             GError     **error)
{
  GPtrArray *marks = plan->action->marks;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < marks->len; i++)
      {
        const LecternActionMark *mark = marks->pdata[i];
        const LecternCriterion  *criterion = find_criterion (plan, mark->criterion);
        g_autofree char         *max = lectern_mark_format (criterion->max);
        g_autofree char         *step = lectern_mark_format (criterion->step);
        gint64                   value = 0;
        gboolean                 fine;
        gboolean                 is_mark = read_mark (mark->text, &value, &fine);

        if (pass == 0 && (!is_mark || !lectern_mark_is_in_range (value, criterion->max)))
          return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_MARK_OUT_OF_RANGE, _ ("“%s” takes marks from 0 to %s, not %s."), criterion->name, max, mark->text);
        if (pass == 1 && (fine || !lectern_mark_is_on_step (value, criterion->step)))
          return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_MARK_OFF_STEP, _ ("“%s” is marked in steps of %s, not %s."), criterion->name, step, mark->text);
      }
  return TRUE;
}

gboolean
lectern_sheet_check_marks (LecternPlan *plan,
                           gboolean     complete,
                           GError     **error)
{
  return check_criteria (plan, complete, error) && check_marks (plan, error);
}

/* Whether the message was taken before: FALSE with @error set when it was, but from another judge. */
static gboolean
find_receipt (LecternPlan *plan,
              GError     **error)
{
  const LecternReceipt  key = { .record.table = &lectern_table_receipt, .id = plan->action->text };
  const LecternReceipt *receipt = lectern_contest_find (plan->contest, &key);
  const LecternEntry   *entry;

  if (receipt == NULL)
    return FALSE;
  if (receipt->judge != plan->action->judge)
    {
      lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("The id of this message is another message's."));
      return FALSE;
    }
  entry = lectern_contest_get_entry (plan->contest, receipt->round, receipt->nominee);
  plan->repeated = TRUE;
  plan->outcome->version = receipt->version;
  plan->outcome->state = receipt->state;
  plan->outcome->total = receipt->total;
  plan->outcome->lot = entry != NULL ? entry->lot : LECTERN_NULL;
  return TRUE;
}

/* The sheet to write: the draft there is, or a new version after what was submitted. */
static LecternSheet *
edit_sheet (LecternPlan        *plan,
            const LecternEntry *entry,
            gint64              judge)
{
  const LecternSheet *latest = lectern_contest_get_latest_sheet (plan->contest, entry, judge);
  LecternSheet       *sheet;

  if (latest != NULL && latest->state == LECTERN_SHEET_DRAFT)
    return lectern_record_copy (latest);
  sheet = lectern_record_new (&lectern_table_sheet);
  sheet->round = g_strdup (entry->round);
  sheet->nominee = entry->nominee;
  sheet->judge = judge;
  sheet->version = latest != NULL ? latest->version + 1 : 1;
  sheet->state = LECTERN_SHEET_NONE;
  sheet->total = 0;
  sheet->wall_us = plan->wall_us;
  return sheet;
}

/* Replaces the marks of a draft by those of the action; their sum. */
static gint64
put_marks (LecternPlan        *plan,
           const LecternSheet *sheet)
{
  GPtrArray *criteria = lectern_contest_get_criteria (plan->contest);
  gint64     total = 0;

  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion  *criterion = criteria->pdata[i];
      const LecternActionMark *given = find_mark (plan, criterion->key);
      gint64                   old = lectern_contest_get_mark (plan->contest, sheet, criterion->key);
      gint64                   value = 0;
      gboolean                 fine;
      LecternMark             *mark;

      if (given == NULL && old == LECTERN_NULL)
        continue;
      if (given != NULL)
        read_mark (given->text, &value, &fine);
      total += value;
      if (given != NULL && old == value)
        continue;
      mark = lectern_record_new (&lectern_table_mark);
      mark->round = g_strdup (sheet->round);
      mark->nominee = sheet->nominee;
      mark->judge = sheet->judge;
      mark->version = sheet->version;
      mark->criterion = g_strdup (criterion->key);
      mark->value = value;
      if (given != NULL)
        {
          lectern_plan_put (plan, mark);
          continue;
        }
      lectern_plan_remove (plan, mark);
      lectern_record_unref (mark);
    }
  return total;
}

static void
put_receipt (LecternPlan        *plan,
             const LecternSheet *sheet)
{
  LecternReceipt *receipt;

  if (plan->action->text == NULL)
    return;
  receipt = lectern_record_new (&lectern_table_receipt);
  receipt->id = g_strdup (plan->action->text);
  receipt->round = g_strdup (sheet->round);
  receipt->nominee = sheet->nominee;
  receipt->judge = sheet->judge;
  receipt->version = sheet->version;
  receipt->state = sheet->state;
  receipt->total = sheet->total;
  lectern_plan_put (plan, receipt);
}

char *
lectern_sheet_describe_amendment (LecternPlan        *plan,
                                  const LecternSheet *before,
                                  const LecternSheet *after)
{
  GPtrArray *criteria = lectern_contest_get_criteria (plan->contest);
  GString   *text;

  if (before == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = criteria->pdata[i];
      gint64                  old = lectern_contest_get_mark (plan->contest, before, criterion->key);
      gint64 new = lectern_contest_get_mark (plan->contest, after, criterion->key);
      g_autofree char *from = old != LECTERN_NULL ? lectern_mark_format (old) : g_strdup ("—");
      g_autofree char *to = new != LECTERN_NULL ? lectern_mark_format (new) : g_strdup ("—");

      if (old != new)
        g_string_append_printf (text, "%s%s %s → %s", text->len > 0 ? ", " : "", criterion->name, from, to);
    }
  return g_string_free (text, FALSE);
}

static void
say_handed_in (LecternPlan        *plan,
               const LecternSheet *before,
               const LecternSheet *sheet,
               const char         *who)
{
  g_autofree char *changes = lectern_sheet_describe_amendment (plan, before, sheet);
  g_autofree char *shown = lectern_mark_format (sheet->total);
  g_autofree char *old = before != NULL ? lectern_mark_format (before->total) : NULL;

  if (before == NULL)
    lectern_plan_say (plan, _ ("Judge %d hands in %s for %s."), (int) sheet->judge, shown, who);
  else if (*changes == '\0')
    lectern_plan_say (plan, _ ("Judge %d hands in %s for %s again, unchanged."), (int) sheet->judge, shown, who);
  else
    /* Translators: judge, new total, lot and name, old total, then criteria with old and new marks. */
    lectern_plan_say (plan, _ ("Judge %1$d hands in %2$s for %3$s instead of %4$s: %5$s."), (int) sheet->judge, shown, who, old, changes);
}

static gboolean
write_sheet (LecternPlan        *plan,
             const LecternEntry *entry,
             LecternSheetState   to,
             GError            **error)
{
  const LecternSheet *before = lectern_contest_get_counted_sheet (plan->contest, entry, plan->action->judge);
  LecternSheet       *sheet = edit_sheet (plan, entry, plan->action->judge);
  g_autofree char    *who = lectern_plan_name_entry (plan, entry);
  g_autofree char    *shown = NULL;

  if (sheet->state != (gint64) to && !lectern_machine_move (LECTERN_MACHINE_SHEET, &sheet->state, to, NULL, error))
    {
      lectern_record_unref (sheet);
      return FALSE;
    }
  sheet->wall_us = plan->wall_us;
  /* A new sheet goes in before its marks, which refer to it; the marks of a draft are changed
   * before it is submitted, for after that they can't be. */
  if (lectern_contest_find (plan->contest, sheet) == NULL)
    lectern_plan_put (plan, lectern_record_copy (sheet));
  sheet->total = put_marks (plan, sheet);
  sheet->origin = LECTERN_ORIGIN_LAPTOP;
  if (before != NULL)
    lectern_record_take_string (&sheet->reason, before->reason);
  lectern_plan_put (plan, sheet);
  put_receipt (plan, sheet);
  plan->outcome->version = sheet->version;
  plan->outcome->state = sheet->state;
  plan->outcome->total = sheet->total;
  plan->outcome->lot = entry->lot;
  shown = lectern_mark_format (sheet->total);
  if (to == LECTERN_SHEET_DRAFT)
    lectern_plan_say (plan, _ ("Judge %d drafts %s for %s."), (int) sheet->judge, shown, who);
  else
    say_handed_in (plan, before, sheet, who);
  return TRUE;
}

gboolean
lectern_conduct_sheet (LecternPlan *plan,
                       GError     **error)
{
  const LecternEntry *entry;
  GError             *anothers = NULL;

  if (plan->action->text != NULL && find_receipt (plan, &anothers))
    return TRUE;
  if (anothers != NULL)
    {
      g_propagate_error (error, anothers);
      return FALSE;
    }
  entry = check_gate (plan, error);
  if (entry == NULL || !check_judge (plan, entry, error) || !lectern_sheet_check_marks (plan, plan->action->on, error))
    return FALSE;
  if (!write_sheet (plan, entry, plan->action->on ? LECTERN_SHEET_SUBMITTED : LECTERN_SHEET_DRAFT, error))
    return FALSE;
  return !plan->action->on || lectern_plan_refresh_marking (plan, error);
}

/* From paper -------------------------------------------------------------------------------- */

gboolean
lectern_sheet_put_from_paper (LecternPlan        *plan,
                              const LecternEntry *entry,
                              gint64              judge,
                              GError            **error)
{
  gboolean      amends = lectern_contest_get_counted_sheet (plan->contest, entry, judge) != NULL;
  LecternSheet *sheet = edit_sheet (plan, entry, judge);

  if (!lectern_machine_move (LECTERN_MACHINE_SHEET, &sheet->state, LECTERN_SHEET_SUBMITTED, NULL, error) || !lectern_machine_move (LECTERN_MACHINE_SHEET, &sheet->state, LECTERN_SHEET_LOCKED, NULL, error))
    {
      lectern_record_unref (sheet);
      return FALSE;
    }
  sheet->wall_us = plan->wall_us;
  sheet->origin = LECTERN_ORIGIN_KEYED;
  if (amends)
    lectern_record_take_string (&sheet->reason, plan->action->reason);
  if (lectern_contest_find (plan->contest, sheet) == NULL)
    lectern_plan_put (plan, lectern_record_copy (sheet));
  sheet->total = put_marks (plan, sheet);
  plan->outcome->version = sheet->version;
  plan->outcome->state = sheet->state;
  plan->outcome->total = sheet->total;
  plan->outcome->lot = entry->lot;
  plan->outcome->judge = judge;
  lectern_plan_put (plan, sheet);
  return TRUE;
}

void
lectern_sheet_settle_entry (LecternPlan *plan,
                            gint64       nominee)
{
  static const LecternEntryState path[] = { LECTERN_ENTRY_CALLED, LECTERN_ENTRY_MARKING, LECTERN_ENTRY_DONE };
  const LecternEntry            *entry = lectern_contest_get_entry (plan->contest, NULL, nominee);
  LecternEntry                  *copy;
  guint                          n_expected, n_submitted;

  const LecternEntry *gate = lectern_contest_get_entry_at_gate (plan->contest);

  lectern_contest_count_sheets (plan->contest, entry, &n_expected, &n_submitted);
  if (n_submitted == 0 || n_submitted < n_expected || entry->state >= LECTERN_ENTRY_DONE || gate == entry)
    return;
  copy = lectern_record_copy (entry);
  for (guint i = 0; i < G_N_ELEMENTS (path); i++)
    if (copy->state < (gint64) path[i])
      lectern_machine_move (LECTERN_MACHINE_ENTRY, &copy->state, path[i], NULL, NULL);
  lectern_plan_put (plan, copy);
}

gboolean
lectern_conduct_reopen_sheet (LecternPlan *plan,
                              GError     **error)
{
  LecternEntry       *entry;
  const LecternSheet *counted;
  LecternSheet       *sheet;
  g_autofree char    *who = NULL;

  if (!lectern_plan_require_open_round (plan, error) || !lectern_plan_require_reason (plan, error) || !lectern_plan_require_second (plan, error))
    return FALSE;
  entry = lectern_plan_edit_entry (plan, plan->action->lot, error);
  if (entry == NULL)
    return FALSE;
  who = lectern_plan_name_entry (plan, entry);
  counted = lectern_contest_get_counted_sheet (plan->contest, entry, plan->action->judge);
  lectern_record_unref (entry);
  if (counted == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("Judge %d has no sheet for %s."), plan->action->judge == LECTERN_NULL ? 0 : (int) plan->action->judge, who);
  sheet = lectern_record_copy (counted);
  if (!lectern_machine_move (LECTERN_MACHINE_SHEET, &sheet->state, LECTERN_SHEET_SUBMITTED, plan->action->reason, error))
    {
      lectern_record_unref (sheet);
      return FALSE;
    }
  lectern_record_take_string (&sheet->reason, plan->action->reason);
  lectern_plan_put (plan, sheet);
  if (lectern_contest_get_entry_at_gate (plan->contest) == NULL || lectern_contest_get_entry_at_gate (plan->contest)->lot != plan->action->lot)
    if (!lectern_stage_open_gate (plan, error))
      return FALSE;
  /* Translators: judge, lot and name, then who agreed to it. */
  lectern_plan_say (plan, _ ("Reopened the sheet of judge %d for %s; %s agrees."), (int) plan->action->judge, who, plan->action->second);
  lectern_plan_rule (plan, LECTERN_RULING_REOPEN_SHEET, lectern_contest_get_entry_by_lot (plan->contest, plan->action->lot), plan->action->judge);
  return TRUE;
}
