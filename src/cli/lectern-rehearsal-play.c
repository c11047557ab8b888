/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The evening of a rehearsal, cue by cue, with the operator's one button. The clock runs honestly,
 * for the length of the talk divided by the speed; it is then set to the talk's own length while it is
 * paused, as an operator sets a clock. Nothing that was measured is corrected: that would be a ruling
 * of the jury for every talk, and the rulings of a rehearsal would hide what is to be rehearsed. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-rehearsal-private.h"

#include "lectern-invocation.h"
#include "lectern-programme.h"
#include "lectern-ranking.h"

#include <glib/gi18n-lib.h>

#include "lectern-flags.h"
#include "lectern-recheck.h"
#include "lectern-sequence.h"

/* Talks are from 5:00 to 6:30, some over the limit of six minutes. */
#define TALK_MIN_MS 300000
#define TALK_MAX_MS 390000
#define TALK_STEP_MS 100
/* How long a scene stays, in milliseconds of the evening. */
#define SCENE_MS 5000
#define PATIENCE_MS 30000
#define CUES_MAX 100000
#define STEPS_MAX 10000
#define DECISIONS_MAX 100

static gboolean
on_time_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean up = FALSE;

  g_timeout_add (ms, on_time_up_cb, &up);
  while (!up)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_evening_ms (LecternRehearsal *self,
                 double            ms)
{
  wait_ms ((guint) (ms / self->order->speed));
}

static gboolean
check_jury (LecternRehearsal *self,
            GError          **error)
{
  g_autofree char *trouble = lectern_virtual_jury_dup_trouble (self->jury);

  if (trouble == NULL)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, trouble);

  return FALSE;
}

static gboolean
are_all_in (LecternRehearsal *self)
{
  const LecternEntry *entry = lectern_contest_get_entry_at_gate (self->contest);
  LecternJuryFigures  figures;
  guint               n_expected, n_submitted;

  lectern_contest_count_sheets (self->contest, entry, &n_expected, &n_submitted);
  lectern_virtual_jury_get_figures (self->jury, &figures);

  return n_submitted >= n_expected && figures.n_pending == 0;
}

static gboolean
wait_for_sheets (LecternRehearsal *self,
                 GError          **error)
{
  gint64 patience_us = g_get_monotonic_time () + PATIENCE_MS * 1000;

  while (!are_all_in (self))
    {
      if (!check_jury (self, error))
        return FALSE;
      if (g_get_monotonic_time () > patience_us)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, _ ("Sheets of virtual judges did not arrive."));
          return FALSE;
        }
      wait_ms (1);
    }

  return check_jury (self, error);
}

/* The same talk has the same length in every rehearsal. */
static gint64
get_talk_ms (const LecternEntry *entry)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed ((guint32) entry->lot);

  return g_rand_int_range (dice, TALK_MIN_MS / TALK_STEP_MS, TALK_MAX_MS / TALK_STEP_MS) * TALK_STEP_MS;
}

static gboolean
end_talk (LecternRehearsal   *self,
          const LecternEntry *entry,
          GError            **error)
{
  LecternAction *action;
  gint64         talk_ms = get_talk_ms (entry);

  wait_evening_ms (self, (double) talk_ms);
  /* Paused, so that no millisecond more is measured once it is set. */
  if (!lectern_rehearsal_perform (self, lectern_invocation_new_action (LECTERN_ACTION_PAUSE_CLOCK), error))
    return FALSE;
  action = lectern_invocation_new_action (LECTERN_ACTION_SET_CLOCK);
  action->number = talk_ms;
  action->reason = g_strdup_printf (_ ("Rehearsal: the talk was played %g times faster"), self->order->speed);

  return lectern_rehearsal_perform (self, action, error) && lectern_rehearsal_perform (self, lectern_invocation_new_action (LECTERN_ACTION_STOP_CLOCK), error);
}

static void
say_marked (LecternRehearsal   *self,
            const LecternEntry *entry)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (self->contest, entry->nominee);
  const LecternUnit    *unit = lectern_contest_get_unit (self->contest, nominee->unit);
  g_autofree char      *shown = lectern_clock_format (entry->time_ms, FALSE);
  guint                 n_expected, n_submitted;

  lectern_contest_count_sheets (self->contest, entry, &n_expected, &n_submitted);
  self->report->n_entries++;
  /* Translators: lot, name, unit, length of the talk, sheets that came in. */
  lectern_rehearsal_say (self, _ ("No. %d %s (%s): talk %s, %u sheets"), (int) entry->lot, nominee->name, unit->name, shown, n_submitted);
}

static void
say_revealed (LecternRehearsal *self,
              gint64            nominee)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (self->contest, NULL, TRUE);
  const LecternRankingRow *row = lectern_ranking_find (ranking, nominee);
  g_autofree char         *final = NULL;

  if (row == NULL || !row->ranked.has_final)
    return;
  final = lectern_fraction_format (row->ranked.final, ranking->decimals);
  /* Translators: lot, name, score, provisional place. */
  lectern_rehearsal_say (self, _ ("    No. %d %s: %s, place %u for now"), (int) row->entry->lot, row->nominee->name, final, row->ranked.rank);
}

static gboolean
decide_tie (LecternRehearsal     *self,
            const LecternOpenTie *tie,
            GError              **error)
{
  LecternAction *action = lectern_invocation_new_action (LECTERN_ACTION_DECIDE);

  action->reason = g_strdup (_ ("Rehearsal: the order of the lots"));
  for (guint i = 0; i < tie->lots->len; i++)
    {
      const LecternEntry *entry = lectern_contest_get_entry_by_lot (self->contest, g_array_index (tie->lots, gint64, i));
      LecternDecision    *decision = lectern_record_new (&lectern_table_decision);

      decision->round = g_strdup (entry->round);
      decision->nominee = entry->nominee;
      decision->place = i;
      decision->reason = g_strdup (action->reason);
      lectern_action_add_record (action, decision);
    }
  self->report->n_ties_decided++;
  lectern_rehearsal_say (self, _ ("A tie at place %u was decided."), tie->rank);

  return lectern_rehearsal_perform (self, action, error);
}

/* The gate's last entry is closed by the next cue; before a decision nothing may be open. */
static gboolean
close_gate (LecternRehearsal *self,
            GError          **error)
{
  if (lectern_contest_get_entry_at_gate (self->contest) == NULL)
    return TRUE;

  return lectern_rehearsal_perform (self, lectern_invocation_new_action (LECTERN_ACTION_CLOSE_GATE), error);
}

static gboolean
look_at_flags (LecternRehearsal *self,
               GError          **error)
{
  g_autoptr (GArray) flags = lectern_flags_list (self->contest, NULL);

  for (guint i = 0; i < flags->len; i++)
    {
      const LecternFlag *flag = &g_array_index (flags, LecternFlag, i);
      LecternAction     *action;

      if (flag->seen)
        continue;
      action = lectern_invocation_new_action (LECTERN_ACTION_SEE_FLAG);
      action->lot = flag->entry->lot;
      action->judge = flag->judge;
      if (!lectern_rehearsal_perform (self, action, error))
        return FALSE;
    }
  return TRUE;
}

/* A virtual second person compares every winner's sheets. */
static gboolean
recheck (LecternRehearsal *self,
         GError          **error)
{
  g_autoptr (GPtrArray) open = lectern_recheck_list_open (self->contest, NULL);

  for (guint i = 0; i < open->len; i++)
    {
      LecternAction *action = lectern_invocation_new_action (LECTERN_ACTION_RECHECK);

      action->lot = ((LecternProblem *) open->pdata[i])->row;
      action->text = g_strdup (_ ("Virtual checker"));
      if (!lectern_rehearsal_perform (self, action, error))
        return FALSE;
    }
  return TRUE;
}

/* By somebody else than who compared the sheets, as on the evening. */
static gboolean
close_round (LecternRehearsal *self,
             GError          **error)
{
  LecternAction *action = lectern_invocation_new_action (LECTERN_ACTION_FINALISE);

  action->text = g_strdup (_ ("Virtual scorer"));

  return lectern_rehearsal_perform (self, action, error);
}

static gboolean
finalise (LecternRehearsal *self,
          GError          **error)
{
  if (!close_gate (self, error))
    return FALSE;
  for (guint n = 0; n < DECISIONS_MAX; n++)
    {
      g_autoptr (LecternRanking) ranking = lectern_ranking_new (self->contest, NULL, FALSE);

      if (ranking->open_ties->len == 0)
        break;
      if (!decide_tie (self, ranking->open_ties->pdata[0], error))
        return FALSE;
    }
  if (!look_at_flags (self, error) || !recheck (self, error) || !close_round (self, error))
    return FALSE;
  lectern_rehearsal_say (self, _ ("The round is finalised."));

  return TRUE;
}

static gboolean
is_finalised (LecternRehearsal *self)
{
  return lectern_contest_get_current_round (self->contest)->state == LECTERN_ROUND_FINALISED;
}

/* Shows what the cue on air has step by step to its end. */
static gboolean
walk_sequence (LecternRehearsal *self,
               GError          **error)
{
  for (guint n = 0; n < STEPS_MAX; n++)
    {
      guint    step = 0;
      gboolean on_air = FALSE;
      g_autoptr (LecternSequence) held = lectern_sequence_get_held (self->contest, &step, &on_air);

      if (lectern_sequence_get_next (held, self->contest, step, on_air) == LECTERN_SEQUENCE_NEXT_CUE)
        return TRUE;
      if (!lectern_rehearsal_perform (self, lectern_invocation_new_action (LECTERN_ACTION_GO), error))
        return FALSE;
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The programme has no end."));

  return FALSE;
}

/* Takes @cue and waits for what follows from it. */
static gboolean
take_cue (LecternRehearsal *self,
          LecternCueKind    kind,
          gint64            nominee,
          GError          **error)
{
  const LecternEntry *entry;

  if (!lectern_rehearsal_perform (self, lectern_invocation_new_action (LECTERN_ACTION_GO), error))
    return FALSE;
  if (!walk_sequence (self, error))
    return FALSE;
  if (kind == LECTERN_CUE_MARK)
    {
      if (!wait_for_sheets (self, error))
        return FALSE;
      entry = lectern_contest_get_entry (self->contest, NULL, nominee);
      say_marked (self, entry);
    }
  if (kind == LECTERN_CUE_REVEAL)
    say_revealed (self, nominee);
  if (kind != LECTERN_CUE_TALK)
    wait_evening_ms (self, SCENE_MS);

  return TRUE;
}

static gboolean
play_round (LecternRehearsal *self,
            GError          **error)
{
  for (guint n = 0; n < CUES_MAX; n++)
    {
      const LecternCue   *cue;
      const LecternEntry *entry;
      LecternClockPhase   phase;

      if (!walk_sequence (self, error)) /* the contest may be taken up in the middle of a reveal */
        return FALSE;
      cue = lectern_contest_get_next_cue (self->contest);
      entry = lectern_contest_get_entry_on_stage (self->contest);
      phase = (LecternClockPhase) lectern_contest_get_clock (self->contest)->phase;
      if (cue == NULL)
        return is_finalised (self) || finalise (self, error);
      if (cue->kind == LECTERN_CUE_MARK && phase == LECTERN_CLOCK_RUNNING && entry != NULL && !end_talk (self, entry, error))
        return FALSE;
      /* The records of the contest may be others now: the cue is looked up again. */
      cue = lectern_contest_get_next_cue (self->contest);
      if (cue->kind == LECTERN_CUE_CEREMONY && !is_finalised (self) && !finalise (self, error))
        return FALSE;
      cue = lectern_contest_get_next_cue (self->contest);
      if (!take_cue (self, (LecternCueKind) cue->kind, cue->nominee, error))
        return FALSE;
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The programme has no end."));

  return FALSE;
}

gboolean
lectern_rehearsal_play (LecternRehearsal *self,
                        GError          **error)
{
  gboolean more = TRUE;

  while (more)
    {
      if (!play_round (self, error))
        return FALSE;
      self->report->n_rounds++;
      if (!lectern_rehearsal_go_on (self, &more, error))
        return FALSE;
    }

  return TRUE;
}
