/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Editing the rules. They are free until the first mark; after that a change needs a reason, is a
 * ruling on the papers, and may not make what was marked impossible. What rests on a round that
 * has been closed stays as it was. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"
#include "lectern-rules-freeze.h"

gboolean
lectern_plan_is_marked (LecternPlan *plan)
{
  return lectern_rules_freeze_is_marked (plan->contest);
}

static gpointer
find_row (GPtrArray    *rows,
          gconstpointer record)
{
  for (guint i = 0; i < rows->len; i++)
    if (lectern_record_key_equal (rows->pdata[i], record))
      return rows->pdata[i];
  return NULL;
}

/* What stands in the way ---------------------------------------------------------------------- */

static void
object (LecternPlan *plan,
        const char  *path,
        const char  *format,
        ...) G_GNUC_PRINTF (3, 4);

static void
object (LecternPlan *plan,
        const char  *path,
        const char  *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (plan->problems, lectern_problem_new (0, path, "%s", message));
}

/* A result that was finalised is not touched; an evening that has begun keeps its programme. */
static gboolean
check_closed (LecternPlan *plan,
              GPtrArray   *changes,
              GError     **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (GError) local = NULL;

      if (!lectern_rules_freeze_check (plan->contest, ((LecternRulesChange *) changes->pdata[i])->key, &local) &&
          g_error_matches (local, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_FINALISED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}

/* A unit that somebody belongs to stays. */
static void
check_units (LecternPlan           *plan,
             const LecternTemplate *wanted)
{
  GPtrArray *units = lectern_contest_get_units (plan->contest);
  GPtrArray *nominees = lectern_contest_get_nominees (plan->contest);
  GPtrArray *judges = lectern_contest_get_judges (plan->contest);

  for (guint u = 0; u < units->len; u++)
    {
      const LecternUnit *unit = units->pdata[u];
      const char        *member = NULL;

      if (find_row (wanted->units, unit) != NULL)
        continue;
      for (guint i = 0; i < nominees->len && member == NULL; i++)
        if (g_strcmp0 (((LecternNominee *) nominees->pdata[i])->unit, unit->key) == 0)
          member = ((LecternNominee *) nominees->pdata[i])->name;
      for (guint i = 0; i < judges->len && member == NULL; i++)
        if (g_strcmp0 (((LecternJudge *) judges->pdata[i])->unit, unit->key) == 0)
          member = ((LecternJudge *) judges->pdata[i])->name;
      if (member != NULL)
        /* Translators: a unit, a nominee or judge. */
        object (plan, "units", _ ("%s can’t be taken out: %s belongs to it. It can be switched off."), unit->name, member);
    }
}

static void
check_quota (LecternPlan           *plan,
             const LecternTemplate *wanted,
             guint                  quota)
{
  GPtrArray *nominees = lectern_contest_get_nominees (plan->contest);

  for (guint u = 0; u < wanted->units->len; u++)
    {
      const LecternUnit *unit = wanted->units->pdata[u];
      guint              n = 0;

      for (guint i = 0; i < nominees->len; i++)
        n += ((LecternNominee *) nominees->pdata[i])->withdrawn != 1 && g_strcmp0 (((LecternNominee *) nominees->pdata[i])->unit, unit->key) == 0;
      if (n > quota)
        /* Translators: a unit, how many nominees it has. */
        object (plan, "quota_per_unit", ngettext ("%s has %u nominee already, more than that.", "%s has %u nominees already, more than that.", n), unit->name, n);
    }
}

/* One sheet must not have a mark the others lack. */
static void
check_criteria (LecternPlan           *plan,
                const LecternTemplate *wanted)
{
  GPtrArray *criteria = lectern_contest_get_criteria (plan->contest);

  for (guint i = 0; i < criteria->len; i++)
    if (find_row (wanted->criteria, criteria->pdata[i]) == NULL)
      object (plan, "rubric", _ ("“%s” can’t be taken out: there are sheets with marks for it."), ((LecternCriterion *) criteria->pdata[i])->name);
  for (guint i = 0; i < wanted->criteria->len; i++)
    if (find_row (criteria, wanted->criteria->pdata[i]) == NULL)
      object (plan, "rubric", _ ("“%s” can’t be added: there are sheets without a mark for it."), ((LecternCriterion *) wanted->criteria->pdata[i])->name);
}

static void
check_mark_fits (LecternPlan            *plan,
                 const LecternMark      *mark,
                 const LecternCriterion *criterion)
{
  const LecternEntry *entry = lectern_contest_get_entry (plan->contest, mark->round, mark->nominee);
  g_autofree char    *path = g_strdup_printf ("rubric.%s", criterion->key);
  g_autofree char    *value = lectern_mark_format (mark->value);
  g_autofree char    *max = lectern_mark_format (criterion->max);
  g_autofree char    *step = lectern_mark_format (criterion->step);
  int                 lot = entry != NULL && entry->lot != LECTERN_NULL ? (int) entry->lot : 0;

  if (!lectern_mark_is_in_range (mark->value, criterion->max))
    /* Translators: a judge's number, a mark, a lot, a criterion, its new full marks. */
    object (plan, path, _ ("Judge %d has given %s to No. %d for “%s”, which is above full marks of %s."), (int) mark->judge, value, lot, criterion->name, max);
  else if (!lectern_mark_is_on_step (mark->value, criterion->step))
    object (plan, path, _ ("Judge %d has given %s to No. %d for “%s”, which is off a step of %s."), (int) mark->judge, value, lot, criterion->name, step);
}

static void
check_marks (LecternPlan           *plan,
             const LecternTemplate *wanted)
{
  g_autoptr (GPtrArray) marks = lectern_contest_list_rows (plan->contest, &lectern_table_mark);

  for (guint i = 0; i < marks->len; i++)
    {
      const LecternMark      *mark = marks->pdata[i];
      const LecternCriterion  key = { .record.table = &lectern_table_criterion, .key = mark->criterion };
      const LecternCriterion *criterion = find_row (wanted->criteria, &key);

      if (criterion != NULL)
        check_mark_fits (plan, mark, criterion);
    }
}

static gboolean
is_same_round (const LecternRound *a,
               const LecternRound *b)
{
  return a->position == b->position && a->advance == b->advance && g_strcmp0 (a->into, b->into) == 0 && g_strcmp0 (a->units, b->units) == 0;
}

static gboolean
has_entries (LecternPlan        *plan,
             const LecternRound *round)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (plan->contest, round->key);

  return entries->len > 0;
}

/* A round that somebody is in keeps its place, its cut and its units. */
static void
check_rounds (LecternPlan           *plan,
              const LecternTemplate *wanted)
{
  const LecternRound *current = lectern_contest_get_current_round (plan->contest);
  GPtrArray          *rounds = lectern_contest_get_rounds (plan->contest);

  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = rounds->pdata[i];
      const LecternRound *other = find_row (wanted->rounds, round);
      g_autofree char    *path = g_strdup_printf ("rounds.%s", round->key);

      if (other != NULL && is_same_round (round, other))
        continue;
      if (has_entries (plan, round))
        object (plan, path, _ ("“%s” has entries, so its place, its units and how many go on can’t be changed."), round->name);
      else if (other == NULL && current != NULL && g_str_equal (current->key, round->key))
        object (plan, path, _ ("“%s” can’t be taken out: it is the round the contest is at."), round->name);
    }
}

/* What was once given by a closed round is on paper. */
static void
check_awards (LecternPlan           *plan,
              const LecternTemplate *wanted)
{
  g_autoptr (GPtrArray) results = lectern_contest_list_rows (plan->contest, &lectern_table_result);
  GPtrArray *awards = lectern_contest_get_awards (plan->contest);

  for (guint a = 0; a < awards->len; a++)
    {
      const LecternAward *award = awards->pdata[a];

      for (guint i = 0; find_row (wanted->awards, award) == NULL && i < results->len; i++)
        if (g_strcmp0 (((LecternResult *) results->pdata[i])->award, award->key) == 0)
          {
            object (plan, "awards", _ ("“%s” can’t be taken out: it is in a result that was finalised before."), award->name);
            break;
          }
    }
}

static void
check_announcing (LecternPlan *plan,
                  GPtrArray   *changes)
{
  static const char *const keys[] = { "announce", NULL };
  g_autoptr (GError) error = NULL;

  if (lectern_rules_file_touches (changes, keys) && !lectern_rules_freeze_check (plan->contest, "announce", &error))
    object (plan, "announce", "%s", error->message);
}

gboolean
lectern_plan_check_rules (LecternPlan           *plan,
                          const LecternTemplate *wanted,
                          GPtrArray             *changes,
                          GError               **error)
{
  g_autoptr (LecternRules) rules = lectern_rules_parse (wanted->contest->rules, wanted->criteria, error);
  guint before = plan->problems->len;

  if (rules == NULL || !check_closed (plan, changes, error))
    return FALSE;
  check_quota (plan, wanted, rules->quota_per_unit);
  if (plan->problems->len > before)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_QUOTA, "%s", ((LecternProblem *) plan->problems->pdata[before])->message);
  check_units (plan, wanted);
  if (lectern_rules_freeze_has_sheets (plan->contest))
    {
      check_criteria (plan, wanted);
      check_marks (plan, wanted);
    }
  check_rounds (plan, wanted);
  check_awards (plan, wanted);
  check_announcing (plan, changes);
  if (plan->problems->len == before)
    return TRUE;
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", ((LecternProblem *) plan->problems->pdata[before])->message);
}

/* Writing them -------------------------------------------------------------------------------- */

static void
put_rows (LecternPlan *plan,
          GPtrArray   *have,
          GPtrArray   *wanted)
{
  for (guint i = 0; i < have->len; i++)
    if (find_row (wanted, have->pdata[i]) == NULL)
      lectern_plan_remove (plan, have->pdata[i]);
  for (guint i = 0; i < wanted->len; i++)
    {
      gconstpointer old = find_row (have, wanted->pdata[i]);

      if (old == NULL || !lectern_record_equal (old, wanted->pdata[i]))
        lectern_plan_put (plan, lectern_record_ref (wanted->pdata[i]));
    }
}

/* How far a round is does not stand in a rules file. */
static void
keep_progress (GPtrArray *have,
               GPtrArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      const LecternRound *old = find_row (have, wanted->pdata[i]);
      LecternRound       *round = wanted->pdata[i];

      if (old == NULL)
        continue;
      round->state = old->state;
      round->drawn_by_hand = old->drawn_by_hand;
      round->revision = old->revision;
      lectern_record_take_string (&round->seed, old->seed);
      lectern_record_take_string (&round->closed_by, old->closed_by);
      lectern_record_take_string (&round->checked_by, old->checked_by);
      lectern_record_take_string (&round->origin, old->origin);
    }
}

static void
put_rules (LecternPlan           *plan,
           const LecternTemplate *own,
           const LecternTemplate *wanted)
{
  keep_progress (own->rounds, wanted->rounds);
  wanted->contest->rehearsal = own->contest->rehearsal;
  lectern_record_take_string (&wanted->contest->scene_theme, own->contest->scene_theme);
  lectern_record_take_string (&wanted->contest->guests, own->contest->guests);
  lectern_record_take_string (&wanted->contest->script, own->contest->script);
  put_rows (plan, own->units, wanted->units);
  put_rows (plan, own->criteria, wanted->criteria);
  put_rows (plan, own->rounds, wanted->rounds);
  put_rows (plan, own->awards, wanted->awards);
  lectern_plan_put (plan, lectern_record_ref (wanted->contest));
}

/* The programme of a running order that nobody was called from yet follows the announcing rule. */
static void
rebuild_programme (LecternPlan *plan)
{
  const LecternRound *round = lectern_contest_get_current_round (plan->contest);
  const LecternCue   *now = lectern_contest_get_cue_on_air (plan->contest);
  gint64              kind = now != NULL ? now->kind : LECTERN_NULL;
  gint64              nominee = now != NULL ? now->nominee : LECTERN_NULL;
  LecternOnAir       *on_air;

  if (round == NULL || round->state != LECTERN_ROUND_DRAWN)
    return;
  lectern_plan_put_programme (plan, round->key);
  on_air = lectern_record_copy (lectern_contest_get_on_air (plan->contest));
  on_air->cue = LECTERN_NULL;
  lectern_plan_put (plan, on_air);
  if (kind != LECTERN_NULL)
    lectern_plan_point_cue (plan, (LecternCueKind) kind, nominee);
}

/* What a talk was planned to take. */
static void
plan_talks (LecternPlan *plan,
            gint64       limit_ms)
{
  g_autoptr (GPtrArray) cues = lectern_contest_list_rows (plan->contest, &lectern_table_cue);

  for (guint i = 0; i < cues->len; i++)
    {
      LecternCue *cue;

      if (((LecternCue *) cues->pdata[i])->kind != LECTERN_CUE_TALK || ((LecternCue *) cues->pdata[i])->duration_ms == limit_ms)
        continue;
      cue = lectern_record_copy (cues->pdata[i]);
      cue->duration_ms = limit_ms;
      lectern_plan_put (plan, cue);
    }
}

static gboolean
edit_rules (LecternPlan           *plan,
            const LecternTemplate *own,
            const LecternTemplate *wanted,
            GPtrArray             *changes,
            GError               **error)
{
  static const char *const announce[] = { "announce", NULL };
  gboolean                 ruling = lectern_rules_freeze_is_rules (changes) && lectern_plan_is_marked (plan);
  g_autofree char         *what = lectern_rules_file_describe_changes (changes);

  if (!lectern_plan_check_rules (plan, wanted, changes, error))
    return FALSE;
  if (ruling && !lectern_plan_require_reason (plan, error))
    return FALSE;
  put_rules (plan, own, wanted);
  if (lectern_rules_file_touches (changes, announce))
    rebuild_programme (plan);
  plan_talks (plan, lectern_contest_get_rules (plan->contest)->scoring.time.limit_ms);
  /* Translators: one or more settings with their old and new values. */
  lectern_plan_say (plan, _ ("Changed the rules: %s."), what);
  if (ruling)
    lectern_plan_rule (plan, LECTERN_RULING_RULES, NULL, LECTERN_NULL);
  return TRUE;
}

gboolean
lectern_conduct_edit_rules (LecternPlan *plan,
                            GError     **error)
{
  g_autoptr (LecternTemplate) own = lectern_rules_file_from_contest (plan->contest);
  g_autofree char *text = lectern_rules_file_write (own);
  g_autofree char *merged = lectern_rules_file_merge (text, plan->action->text, error);
  g_autoptr (LecternTemplate) wanted = merged != NULL ? lectern_template_parse (merged, plan->problems, error) : NULL;
  g_autofree char *wanted_text = wanted != NULL ? lectern_rules_file_write (wanted) : NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (wanted == NULL)
    return FALSE;
  changes = lectern_rules_file_compare (text, wanted_text);
  plan->repeated = changes->len == 0;
  return plan->repeated || edit_rules (plan, own, wanted, changes, error);
}
