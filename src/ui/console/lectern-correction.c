/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Corrections as values: what each asks for, when it is possible, what it will do in words, and
 * the action it becomes. Whatever throws work away says so before it is done; which of two timers
 * counts is worked out by the rule that the engine uses (scoring/lectern-deduction.h). */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-correction.h"

#include <glib/gi18n-lib.h>

#include "lectern-mark.h"
#include "lectern-wording.h"

#define TIME LECTERN_CORRECTION_ASKS_TIME
#define WAY LECTERN_CORRECTION_ASKS_WAY
#define REASON LECTERN_CORRECTION_ASKS_REASON
#define SECOND LECTERN_CORRECTION_ASKS_SECOND
#define NEWCOMER LECTERN_CORRECTION_ASKS_NEWCOMER
#define STEPS LECTERN_CORRECTION_TWO_STEPS

/* clang-format off */
static const struct
{
  const char *title;
  const char *deed;
  guint       asks;
} kinds[LECTERN_CORRECTION_N_KINDS] = {
  [LECTERN_CORRECTION_TIME] = { N_ ("Correct the Time"), N_ ("Correct the time"), TIME | REASON },
  [LECTERN_CORRECTION_SECOND_TIME] = { N_ ("The Second Timer"), N_ ("Enter the second time"), TIME },
  [LECTERN_CORRECTION_RESTART] = { N_ ("The Talk Starts Again"), N_ ("Start again"), WAY | REASON | SECOND | STEPS },
  [LECTERN_CORRECTION_FORFEIT] = { N_ ("Forfeit the Entry"), N_ ("Forfeit"), REASON | STEPS },
  [LECTERN_CORRECTION_TAKE_BACK] = { N_ ("Take the Forfeit Back"), N_ ("Take back"), REASON | SECOND },
  [LECTERN_CORRECTION_OPEN_AGAIN] = { N_ ("Open Marking Again"), N_ ("Open Again"), REASON },
  [LECTERN_CORRECTION_REOPEN_SHEET] = { N_ ("Reopen the Sheet"), N_ ("Reopen the sheet"), REASON | SECOND },
  [LECTERN_CORRECTION_RECUSE] = { N_ ("Recuse the Judge"), N_ ("Record the recusal"), REASON },
  [LECTERN_CORRECTION_ABSENT] = { N_ ("The Judge Is Absent"), N_ ("Record the absence"), REASON },
  [LECTERN_CORRECTION_LIFT] = { N_ ("The Judge Marks After All"), N_ ("Let the judge mark"), REASON },
  [LECTERN_CORRECTION_LEAVE] = { N_ ("The Judge Leaves the Panel"), N_ ("Leave for good"), REASON | STEPS },
  [LECTERN_CORRECTION_REPLACE] = { N_ ("The Judge Is Replaced"), N_ ("Replace"), REASON | NEWCOMER | STEPS },
};
/* clang-format on */

static const LecternEntry *
find_entry (const LecternCorrection *self,
            LecternContest          *contest)
{
  return self->lot != LECTERN_NULL ? lectern_contest_get_entry_by_lot (contest, self->lot) : NULL;
}

static gboolean
is_on_stage (LecternContest     *contest,
             const LecternEntry *entry)
{
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (contest);
  return on_stage && entry && on_stage->nominee == entry->nominee;
}

static gboolean
is_at_gate (LecternContest     *contest,
            const LecternEntry *entry)
{
  const LecternEntry *at_gate = lectern_contest_get_entry_at_gate (contest);
  return at_gate && entry && at_gate->nominee == entry->nominee;
}

/* The talk still stands on the clock, and its time is the clock's. */
static gboolean
is_on_clock (LecternContest     *contest,
             const LecternEntry *entry)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (contest);
  return is_on_stage (contest, entry) && (entry->state == LECTERN_ENTRY_CALLED || entry->state == LECTERN_ENTRY_TALKING) &&
         clock && clock->phase != LECTERN_CLOCK_STOPPED;
}

static const LecternRecusal *
find_recusal (LecternContest     *contest,
              const LecternEntry *entry,
              gint64              judge)
{
  const LecternRecusal key = { .record.table = &lectern_table_recusal, .round = entry->round, .nominee = entry->nominee, .judge = judge };
  return lectern_contest_find (contest, &key);
}

char *
lectern_correction_name_entry (LecternContest     *contest,
                               const LecternEntry *entry)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
  /* Translators: running number and name. */
  return g_strdup_printf (_ ("No. %d %s"), entry->lot == LECTERN_NULL ? 0 : (int) entry->lot, nominee ? nominee->name : "");
}

char *
lectern_correction_name_judge (LecternContest *contest,
                               gint64          judge)
{
  const LecternJudge *record = lectern_contest_get_judge (contest, judge);
  /* Translators: a judge's number and name. */
  return g_strdup_printf (_ ("Judge %d %s"), (int) judge, record ? record->name : "");
}

static const LecternJudge *
find_successor (LecternContest *contest,
                gint64          judge)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *other = g_ptr_array_index (judges, i);
      if (other->replaces == judge)
        return other;
    }
  return NULL;
}

char *
lectern_correction_describe_leaving (LecternContest     *contest,
                                     const LecternJudge *judge)
{
  if (judge->active == 1 || !judge->left_reason)
    return NULL;
  const LecternJudge *successor = find_successor (contest, judge->number);
  g_autofree char    *newcomer = successor ? lectern_correction_name_judge (contest, successor->number) : NULL;
  if (!newcomer)
    /* Translators: why a judge left the panel. */
    return g_strdup_printf (_ ("left: %s"), judge->left_reason);
  /* Translators: a judge who took over from another, then the reason. */
  return g_strdup_printf (_ ("replaced by %s: %s"), newcomer, judge->left_reason);
}

const char *
lectern_correction_get_title (LecternCorrectionKind kind)
{
  g_return_val_if_fail (kind < LECTERN_CORRECTION_N_KINDS, NULL);
  return _ (kinds[kind].title);
}

const char *
lectern_correction_get_deed (LecternCorrectionKind kind)
{
  g_return_val_if_fail (kind < LECTERN_CORRECTION_N_KINDS, NULL);
  return _ (kinds[kind].deed);
}

LecternCorrectionAsks
lectern_correction_get_asks (const LecternCorrection *self,
                             LecternContest          *contest)
{
  guint               asks = kinds[self->kind].asks;
  const LecternEntry *entry = find_entry (self, contest);
  if (self->kind == LECTERN_CORRECTION_RESTART && self->way == LECTERN_RESTART_WHERE_IT_STOOD)
    asks |= TIME;
  if (self->kind == LECTERN_CORRECTION_SECOND_TIME && entry && entry->timer2_ms != LECTERN_NULL)
    asks |= REASON; /* it replaces one */
  return (LecternCorrectionAsks) asks;
}

/* Possible? ---------------------------------------------------------------------------------- */

static gboolean
talk_allows (const LecternCorrection *self,
             LecternContest          *contest,
             const LecternEntry      *entry)
{
  switch (self->kind)
    {
    case LECTERN_CORRECTION_TIME:
      return entry->state != LECTERN_ENTRY_FORFEIT;
    case LECTERN_CORRECTION_SECOND_TIME:
      return lectern_contest_get_rules (contest)->two_timers &&
             (entry->state == LECTERN_ENTRY_TALKING || entry->state == LECTERN_ENTRY_MARKING || entry->state == LECTERN_ENTRY_DONE);
    case LECTERN_CORRECTION_RESTART:
      return (entry->state == LECTERN_ENTRY_CALLED || entry->state == LECTERN_ENTRY_TALKING || entry->state == LECTERN_ENTRY_MARKING) &&
             (self->way == LECTERN_RESTART_AT_END || is_on_stage (contest, entry));
    case LECTERN_CORRECTION_FORFEIT:
      return entry->state != LECTERN_ENTRY_DONE && entry->state != LECTERN_ENTRY_FORFEIT;
    case LECTERN_CORRECTION_TAKE_BACK:
      return entry->state == LECTERN_ENTRY_FORFEIT;
    default:
      return entry->state == LECTERN_ENTRY_DONE && !lectern_contest_get_entry_at_gate (contest);
    }
}

static gboolean
sheet_allows (const LecternCorrection *self,
              LecternContest          *contest,
              const LecternEntry      *entry)
{
  gboolean recused = lectern_contest_is_recused (contest, entry, self->judge);
  switch (self->kind)
    {
    case LECTERN_CORRECTION_REOPEN_SHEET:
      return lectern_contest_get_sheet_state (contest, entry, self->judge) == LECTERN_SHEET_LOCKED;
    case LECTERN_CORRECTION_RECUSE:
      return !recused;
    case LECTERN_CORRECTION_ABSENT:
      return !recused && !lectern_contest_get_counted_sheet (contest, entry, self->judge);
    default:
      return find_recusal (contest, entry, self->judge) != NULL;
    }
}

gboolean
lectern_correction_is_possible (const LecternCorrection *self,
                                LecternContest          *contest)
{
  const LecternRound *round = lectern_contest_get_current_round (contest);
  const LecternJudge *judge = self->judge != LECTERN_NULL ? lectern_contest_get_judge (contest, self->judge) : NULL;
  const LecternEntry *entry = find_entry (self, contest);
  if (!round || round->state == LECTERN_ROUND_FINALISED)
    return FALSE;
  if (self->kind >= LECTERN_CORRECTION_LEAVE)
    return judge && judge->active == 1;
  if (!entry)
    return FALSE;
  if (self->kind >= LECTERN_CORRECTION_REOPEN_SHEET)
    return judge && sheet_allows (self, contest, entry);
  return talk_allows (self, contest, entry);
}

static gboolean
has_words (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text ? text : ""));
  return *stripped != '\0';
}

gboolean
lectern_correction_is_complete (const LecternCorrection *self,
                                LecternContest          *contest)
{
  guint asks = lectern_correction_get_asks (self, contest);
  if ((asks & TIME) && self->time_ms == LECTERN_NULL)
    return FALSE;
  if ((asks & NEWCOMER) && (!self->newcomer || self->newcomer->number <= 0 || !has_words (self->newcomer->name)))
    return FALSE;
  return (!(asks & REASON) || has_words (self->reason)) && (!(asks & SECOND) || has_words (self->second));
}

gint64
lectern_correction_get_time (const LecternCorrection *self,
                             LecternContest          *contest,
                             gint64                   elapsed_ms)
{
  const LecternEntry *entry = find_entry (self, contest);
  if (!entry)
    return LECTERN_NULL;
  if (self->kind == LECTERN_CORRECTION_SECOND_TIME)
    return entry->timer2_ms;
  if (is_on_clock (contest, entry) || (entry->time_ms == LECTERN_NULL && is_on_stage (contest, entry)))
    return elapsed_ms;
  return entry->time_ms;
}

/* In words ----------------------------------------------------------------------------------- */

char *
lectern_correction_describe_cost (LecternContest *contest,
                                  gint64          time_ms)
{
  if (time_ms == LECTERN_NULL)
    return g_strdup (_ ("no time yet"));
  gint64           points = lectern_deduction_for_time (&lectern_contest_get_rules (contest)->scoring.time, time_ms);
  g_autofree char *time = lectern_wording_for_time (time_ms);
  g_autofree char *cost = lectern_mark_format (points);
  if (points == 0)
    /* Translators: the time of a talk. */
    return g_strdup_printf (_ ("%s, nothing is taken off"), time);
  /* Translators: the time of a talk and the points it costs. */
  return g_strdup_printf (_ ("%s, %s points are taken off"), time, cost);
}

char *
lectern_correction_describe_choice (LecternContest *contest,
                                    gint64          first_ms,
                                    gint64          second_ms)
{
  if (first_ms == LECTERN_NULL || second_ms == LECTERN_NULL)
    return NULL;
  if (first_ms == second_ms)
    return g_strdup (_ ("Both timers have the same time."));
  gint64 counts = lectern_time_more_favourable (&lectern_contest_get_rules (contest)->scoring.time, first_ms, second_ms);
  return g_strdup (counts == first_ms ? _ ("The main clock counts: it is more favourable to the speaker.")
                                      : _ ("The second timer counts: it is more favourable to the speaker."));
}

static char *
describe_time (const LecternCorrection *self,
               LecternContest          *contest,
               const LecternEntry      *entry)
{
  const LecternRules *rules = lectern_contest_get_rules (contest);
  g_autofree char    *old = lectern_correction_describe_cost (contest, entry->time_ms);
  g_autofree char    *cost = lectern_correction_describe_cost (contest, self->time_ms);
  g_autoptr (GString) text = g_string_new (NULL);
  if (!is_on_clock (contest, entry) && entry->time_ms != LECTERN_NULL)
    /* Translators: a time and what it costs. */
    g_string_append_printf (text, _ ("So far: %s."), old);
  if (self->time_ms != LECTERN_NULL)
    {
      g_string_append (text, text->len ? "\n" : "");
      /* Translators: a time and what it costs. */
      g_string_append_printf (text, _ ("Then: %s."), cost);
    }
  if (rules->two_timers && !is_on_clock (contest, entry))
    g_string_append_printf (text, "%s%s", text->len ? "\n" : "", _ ("It takes the place of both timers’ times."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_second_time (const LecternCorrection *self,
                      LecternContest          *contest,
                      const LecternEntry      *entry)
{
  gint64           first_ms = entry->timer1_ms != LECTERN_NULL ? entry->timer1_ms : entry->time_ms;
  g_autofree char *first = lectern_correction_describe_cost (contest, first_ms);
  g_autofree char *second = lectern_correction_describe_cost (contest, self->time_ms);
  g_autofree char *choice = lectern_correction_describe_choice (contest, first_ms, self->time_ms);
  /* Translators: what each of the two timers has and costs, then which of them counts. */
  return g_strdup_printf (_ ("Main clock: %s.\nSecond timer: %s.%s%s"), first, second, choice ? "\n" : "", choice ? choice : "");
}

static guint
count_begun (LecternContest     *contest,
             const LecternEntry *entry)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);
  guint      n = 0;
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      const LecternSheet *sheet = lectern_contest_get_latest_sheet (contest, entry, judge->number);
      n += sheet && sheet->state != LECTERN_SHEET_VOID;
    }
  return n;
}

static char *
describe_way (const LecternCorrection *self,
              const char              *who)
{
  g_autofree char *time = self->time_ms != LECTERN_NULL ? lectern_clock_format (self->time_ms, TRUE) : g_strdup ("—");
  if (self->way == LECTERN_RESTART_AT_END)
    /* Translators: lot and name. */
    return g_strdup_printf (_ ("%s speaks again from the first word, after everybody else. The stage is free for the next entry."), who);
  if (self->way == LECTERN_RESTART_FROM_FIRST_WORD)
    return g_strdup_printf (_ ("%s starts again from the first word. The clock goes back to 0:00 and starts when you start it."), who);
  /* Translators: lot and name, then a time. */
  return g_strdup_printf (_ ("%s goes on. The clock is set to %s and starts when you start it."), who, time);
}

static char *
describe_restart (const LecternCorrection *self,
                  LecternContest          *contest,
                  const LecternEntry      *entry)
{
  guint            n = count_begun (contest, entry);
  g_autofree char *who = lectern_correction_name_entry (contest, entry);
  g_autofree char *way = describe_way (self, who);
  g_autofree char *sheets = n == 0 ? g_strdup (_ ("No judge has begun a sheet."))
                                   : g_strdup_printf (ngettext ("%u sheet becomes void: its judge marks anew.", "%u sheets become void: their judges mark anew.", n), n);
  return g_strdup_printf ("%s\n%s%s%s", way, sheets, is_at_gate (contest, entry) ? "\n" : "",
                          is_at_gate (contest, entry) ? _ ("Marking is closed.") : "");
}

static char *
describe_talk (const LecternCorrection *self,
               LecternContest          *contest,
               const LecternEntry      *entry)
{
  switch (self->kind)
    {
    case LECTERN_CORRECTION_TIME:
      return describe_time (self, contest, entry);
    case LECTERN_CORRECTION_SECOND_TIME:
      return describe_second_time (self, contest, entry);
    case LECTERN_CORRECTION_RESTART:
      return describe_restart (self, contest, entry);
    case LECTERN_CORRECTION_FORFEIT:
      return g_strdup_printf ("%s%s%s", _ ("The entry gets no place and stands last in the list."), is_on_stage (contest, entry) ? "\n" : "",
                              is_on_stage (contest, entry) ? _ ("It leaves the stage; its clock and its marking stop.") : "");
    case LECTERN_CORRECTION_TAKE_BACK:
      return g_strdup (_ ("The entry speaks after all, after everybody else."));
    default:
      return g_strdup (_ ("Judges who have not handed in may do so now. Sheets that were handed in stay locked."));
    }
}

static char *
describe_sheet (const LecternCorrection *self,
                LecternContest          *contest,
                const LecternEntry      *entry)
{
  g_autofree char *judge = lectern_correction_name_judge (contest, self->judge);
  g_autofree char *who = lectern_correction_name_entry (contest, entry);
  switch (self->kind)
    {
    case LECTERN_CORRECTION_REOPEN_SHEET:
      /* Translators: judge, then entry. */
      return g_strdup_printf (_ ("%s may change the sheet for %s and hand it in again. Marking opens for this entry until you close it."), judge, who);
    case LECTERN_CORRECTION_RECUSE:
      /* Translators: judge, then entry. */
      return g_strdup_printf (_ ("%s does not mark %s. A sheet that was handed in does not count."), judge, who);
    case LECTERN_CORRECTION_ABSENT:
      /* Translators: judge, then entry. */
      return g_strdup_printf (_ ("%s was not there for %s and is not waited for."), judge, who);
    default:
      /* Translators: judge, then entry. */
      return g_strdup_printf (_ ("%s marks %s after all."), judge, who);
    }
}

static char *
describe_panel (const LecternCorrection *self,
                LecternContest          *contest)
{
  g_autofree char *judge = lectern_correction_name_judge (contest, self->judge);
  if (self->kind == LECTERN_CORRECTION_LEAVE)
    /* Translators: judge. */
    return g_strdup_printf (_ ("%s marks no more. What was handed in counts on; the laptop of this seat is put out."), judge);
  /* Translators: judge. */
  return g_strdup_printf (_ ("%s marks no more; what was handed in counts on. The newcomer marks from now on and is not waited for in what is done."), judge);
}

char *
lectern_correction_describe (const LecternCorrection *self,
                             LecternContest          *contest)
{
  const LecternEntry *entry = find_entry (self, contest);
  if (self->kind >= LECTERN_CORRECTION_LEAVE)
    return describe_panel (self, contest);
  if (!entry)
    return g_strdup ("");
  g_autofree char *text = self->kind >= LECTERN_CORRECTION_REOPEN_SHEET ? describe_sheet (self, contest, entry) : describe_talk (self, contest, entry);
  if (entry->revealed != 1 || self->kind == LECTERN_CORRECTION_LIFT)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s\n%s", text, _ ("The hall has seen this result already."));
}

/* As an action ------------------------------------------------------------------------------- */

static LecternActionKind
get_action_kind (const LecternCorrection *self,
                 LecternContest          *contest)
{
  static const LecternActionKind actions[LECTERN_CORRECTION_N_KINDS] = {
    [LECTERN_CORRECTION_TIME] = LECTERN_ACTION_CORRECT_TIME,
    [LECTERN_CORRECTION_SECOND_TIME] = LECTERN_ACTION_SECOND_TIME,
    [LECTERN_CORRECTION_RESTART] = LECTERN_ACTION_RESTART,
    [LECTERN_CORRECTION_FORFEIT] = LECTERN_ACTION_FORFEIT,
    [LECTERN_CORRECTION_TAKE_BACK] = LECTERN_ACTION_RESTART,
    [LECTERN_CORRECTION_OPEN_AGAIN] = LECTERN_ACTION_OPEN_GATE,
    [LECTERN_CORRECTION_REOPEN_SHEET] = LECTERN_ACTION_REOPEN_SHEET,
    [LECTERN_CORRECTION_RECUSE] = LECTERN_ACTION_RECUSE,
    [LECTERN_CORRECTION_ABSENT] = LECTERN_ACTION_RECUSE,
    [LECTERN_CORRECTION_LIFT] = LECTERN_ACTION_LIFT_RECUSAL,
    [LECTERN_CORRECTION_LEAVE] = LECTERN_ACTION_REMOVE_JUDGE,
    [LECTERN_CORRECTION_REPLACE] = LECTERN_ACTION_REPLACE_JUDGE,
  };
  if (self->kind == LECTERN_CORRECTION_TIME && is_on_clock (contest, find_entry (self, contest)))
    return LECTERN_ACTION_SET_CLOCK;
  return actions[self->kind];
}

/* What the action's number means depends on its kind. */
static gint64
get_number (const LecternCorrection *self,
            guint                    asks)
{
  if (self->kind == LECTERN_CORRECTION_RECUSE || self->kind == LECTERN_CORRECTION_ABSENT)
    return self->kind == LECTERN_CORRECTION_ABSENT ? LECTERN_RECUSAL_ABSENT : LECTERN_RECUSAL_RECUSED;
  if (asks & TIME)
    return self->time_ms;
  return self->kind == LECTERN_CORRECTION_RESTART ? 0 : LECTERN_NULL;
}

LecternAction *
lectern_correction_make_action (const LecternCorrection *self,
                                LecternContest          *contest)
{
  guint          asks = lectern_correction_get_asks (self, contest);
  LecternAction *action = lectern_action_new (get_action_kind (self, contest), "console");
  action->lot = self->lot;
  action->judge = self->judge;
  action->number = get_number (self, asks);
  action->on = self->kind == LECTERN_CORRECTION_TAKE_BACK ||
               (self->kind == LECTERN_CORRECTION_RESTART && self->way == LECTERN_RESTART_AT_END);
  action->reason = asks & REASON ? g_strstrip (g_strdup (self->reason)) : NULL;
  action->second = asks & SECOND ? g_strstrip (g_strdup (self->second)) : NULL;
  if (asks & NEWCOMER)
    lectern_action_add_record (action, lectern_record_ref (self->newcomer));
  return action;
}
