/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Reveal, ceremony and draw step by step. Entering freezes the whole and always begins at the first
 * step, never at the last picture; a step changes where it is and what the hall sees, nothing else.
 * It stays when another scene is taken, to go on with. What was frozen is shown no further once it
 * is outdated: a result that was corrected, a round that was reopened, an order drawn again.
 *
 * ENTER_SEQUENCE's key: "whole" (reveal, draw: in one step), "one-by-one" (draw: lot by lot),
 * "rehearsal" (ceremony: with invented names). */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

/* Once the hall knows the final score the result counts as revealed; going back takes nothing away. */
static void
put_revealed (LecternPlan           *plan,
              const LecternSequence *sequence,
              guint                  step)
{
  gint64              lot = lectern_sequence_get_lot (sequence);
  const LecternEntry *entry = lot != LECTERN_NULL && lectern_sequence_is_revealed (sequence, step) ? lectern_contest_get_entry_by_lot (plan->contest, lot) : NULL;
  LecternEntry       *revealed;

  if (entry == NULL || entry->revealed == 1)
    return;
  revealed = lectern_record_copy (entry);
  revealed->revealed = 1;
  lectern_plan_put (plan, revealed);
}

static void
put_step (LecternPlan           *plan,
          const LecternSequence *sequence,
          guint                  step)
{
  const LecternSequenceRecord key = { .record.table = &lectern_table_sequence, .id = 1 };
  LecternSequenceRecord      *record = lectern_record_copy (lectern_contest_find (plan->contest, &key));
  g_autoptr (LecternScene) scene = lectern_sequence_get_scene (sequence, step);

  record->step = step;
  lectern_plan_put (plan, record);
  lectern_plan_put_scene (plan, scene, step);
  put_revealed (plan, sequence, step);
}

static void
put_sequence (LecternPlan           *plan,
              const LecternSequence *sequence)
{
  LecternSequenceRecord *record = lectern_record_new (&lectern_table_sequence);

  record->id = 1;
  record->kind = lectern_sequence_get_kind (sequence);
  record->round = g_strdup (lectern_sequence_get_round (sequence));
  record->lot = lectern_sequence_get_lot (sequence);
  record->content = lectern_sequence_to_json (sequence);
  record->step = 0;
  lectern_plan_put (plan, record);
  put_step (plan, sequence, 0);
}

static void
say_entered (LecternPlan           *plan,
             const LecternSequence *sequence)
{
  const LecternEntry *entry = lectern_sequence_get_lot (sequence) != LECTERN_NULL ? lectern_contest_get_entry_by_lot (plan->contest, lectern_sequence_get_lot (sequence)) : NULL;
  g_autofree char    *who = entry != NULL ? lectern_plan_name_entry (plan, entry) : NULL;
  gboolean            whole = lectern_sequence_get_n_steps (sequence) == 1;

  if (lectern_sequence_is_rehearsal (sequence))
    lectern_plan_say (plan, "%s", _ ("Began to rehearse the ceremony, with invented names."));
  else if (who != NULL && lectern_sequence_is_corrected (sequence))
    lectern_plan_say (plan, whole ? _ ("Revealed the corrected result of %s.") : _ ("Began to reveal the corrected result of %s."), who);
  else if (who != NULL)
    lectern_plan_say (plan, whole ? _ ("Revealed the result of %s.") : _ ("Began to reveal the result of %s."), who);
  else if (lectern_sequence_get_kind (sequence) == LECTERN_SEQUENCE_CEREMONY)
    lectern_plan_say (plan, "%s", _ ("Began the ceremony."));
  else
    lectern_plan_say (plan, "%s", whole ? _ ("Showed the running order.") : _ ("Began to show the draw."));
}

gboolean
lectern_stage_enter (LecternPlan     *plan,
                     LecternSequence *sequence,
                     GError         **error)
{
  static const LecternCueKind cues[LECTERN_SEQUENCE_N_KINDS] = {
    [LECTERN_SEQUENCE_REVEAL] = LECTERN_CUE_REVEAL,
    [LECTERN_SEQUENCE_CEREMONY] = LECTERN_CUE_CEREMONY,
    [LECTERN_SEQUENCE_DRAW] = LECTERN_CUE_ORDER,
  };
  gint64              lot = lectern_sequence_get_lot (sequence);
  const LecternEntry *entry = lot != LECTERN_NULL ? lectern_contest_get_entry_by_lot (plan->contest, lot) : NULL;

  lectern_sequence_set_entered_us (sequence, plan->wall_us);
  put_sequence (plan, sequence);
  if (!lectern_sequence_is_rehearsal (sequence))
    lectern_plan_point_cue (plan, cues[lectern_sequence_get_kind (sequence)], entry != NULL ? entry->nominee : LECTERN_NULL);
  say_entered (plan, sequence);
  return TRUE;
}

gboolean
lectern_stage_reveal (LecternPlan *plan,
                      gint64       lot,
                      GError     **error)
{
  g_autoptr (LecternSequence) sequence = NULL;
  LecternEntry *entry = lectern_plan_edit_entry (plan, lot, error);

  if (entry == NULL)
    return FALSE;
  sequence = lectern_sequence_freeze_reveal (plan->contest, entry, TRUE, error);
  lectern_record_unref (entry);
  return sequence != NULL && lectern_stage_enter (plan, sequence, error);
}

/* Entering by hand -------------------------------------------------------------------------- */

/* Nothing of a rehearsal comes between a contestant and the hall. */
static LecternSequence *
rehearse_ceremony (LecternPlan *plan,
                   GError     **error)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (plan->contest);

  if (lectern_contest_get_entry_at_gate (plan->contest) == NULL && clock->phase != LECTERN_CLOCK_RUNNING && clock->phase != LECTERN_CLOCK_PAUSED)
    return lectern_sequence_rehearse_ceremony (plan->contest, error);
  lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("Somebody is speaking or being marked. Rehearse the ceremony before the evening, or in a break."));
  return NULL;
}

static LecternSequence *
freeze_sequence (LecternPlan *plan,
                 GError     **error)
{
  const char         *how = plan->action->key;
  const LecternRules *rules = lectern_contest_get_rules (plan->contest);
  LecternEntry       *entry;
  LecternSequence    *sequence;

  switch (plan->action->number)
    {
    case LECTERN_SEQUENCE_REVEAL:
      entry = lectern_plan_edit_entry (plan, plan->action->lot, error);
      sequence = entry != NULL ? lectern_sequence_freeze_reveal (plan->contest, entry, g_strcmp0 (how, "whole") == 0, error) : NULL;
      lectern_record_unref (entry);
      return sequence;
    case LECTERN_SEQUENCE_CEREMONY:
      return g_strcmp0 (how, "rehearsal") == 0 ? rehearse_ceremony (plan, error) : lectern_sequence_freeze_ceremony (plan->contest, error);
    case LECTERN_SEQUENCE_DRAW:
      return lectern_sequence_freeze_draw (plan->contest, how != NULL ? g_str_equal (how, "one-by-one") : rules->draw_one_by_one, error);
    default:
      lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is nothing of this kind to show step by step."));
      return NULL;
    }
}

gboolean
lectern_conduct_enter_sequence (LecternPlan *plan,
                                GError     **error)
{
  g_autoptr (LecternSequence) sequence = freeze_sequence (plan, error);

  return sequence != NULL && lectern_stage_enter (plan, sequence, error);
}

/* Walking ----------------------------------------------------------------------------------- */

static gboolean
refuse_outdated (const LecternSequence *sequence,
                 GError               **error)
{
  static const char *const sentences[LECTERN_SEQUENCE_N_KINDS] = {
    [LECTERN_SEQUENCE_REVEAL] = N_ ("The result has changed since it was frozen. Reveal it anew."),
    [LECTERN_SEQUENCE_CEREMONY] = N_ ("The round was opened again since the ceremony was entered. Finalise it and enter the ceremony anew."),
    [LECTERN_SEQUENCE_DRAW] = N_ ("The running order has changed since. Show it anew."),
  };

  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ (sentences[lectern_sequence_get_kind (sequence)]));
}

static void
say_step (LecternPlan           *plan,
          const LecternSequence *sequence,
          guint                  step)
{
  g_autofree char *what = lectern_sequence_describe_step (sequence, step);

  /* Translators: a step's number, how many there are, what it shows. */
  lectern_plan_say (plan, _ ("Step %u of %u: %s."), step + 1, lectern_sequence_get_n_steps (sequence), what);
}

/* Back is always possible, to what the hall has seen; forward only while what was frozen is true. */
static gboolean
walk_to (LecternPlan           *plan,
         const LecternSequence *sequence,
         guint                  from,
         gint64                 to,
         GError               **error)
{
  if (to < 0)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("This is the first step."));
  if (to >= lectern_sequence_get_n_steps (sequence))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("This is the last step."));
  if (to > from && lectern_sequence_is_outdated (sequence, plan->contest))
    return refuse_outdated (sequence, error);
  put_step (plan, sequence, (guint) to);
  say_step (plan, sequence, (guint) to);
  return TRUE;
}

static LecternSequence *
get_on_air (LecternPlan *plan,
            guint       *step,
            GError     **error)
{
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (plan->contest, step, &on_air);

  if (held != NULL && on_air)
    return g_steal_pointer (&held);
  lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", held != NULL ? _ ("Another scene is on air. Go on with the sequence first.") : _ ("Nothing on air has steps."));
  return NULL;
}

gboolean
lectern_conduct_step (LecternPlan *plan,
                      GError     **error)
{
  guint step = 0;
  g_autoptr (LecternSequence) sequence = get_on_air (plan, &step, error);

  if (sequence == NULL)
    return FALSE;
  if (plan->action->number != LECTERN_NULL && plan->action->number != (gint64) step)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("The hall is at another step already."));
  return walk_to (plan, sequence, step, plan->action->on ? (gint64) step + 1 : (gint64) step - 1, error);
}

gboolean
lectern_conduct_step_to (LecternPlan *plan,
                         GError     **error)
{
  guint step = 0;
  g_autoptr (LecternSequence) sequence = get_on_air (plan, &step, error);

  return sequence != NULL && walk_to (plan, sequence, step, plan->action->number, error);
}

static gboolean
resume (LecternPlan           *plan,
        const LecternSequence *sequence,
        guint                  step,
        GError               **error)
{
  if (lectern_sequence_is_outdated (sequence, plan->contest))
    return refuse_outdated (sequence, error);
  put_step (plan, sequence, step);
  /* Translators: a step's number, how many there are. */
  lectern_plan_say (plan, _ ("Went on with step %u of %u."), step + 1, lectern_sequence_get_n_steps (sequence));
  return TRUE;
}

gboolean
lectern_conduct_resume_sequence (LecternPlan *plan,
                                 GError     **error)
{
  guint    step = 0;
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (plan->contest, &step, &on_air);

  if (held == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no reveal, draw or ceremony to go on with."));
  return resume (plan, held, step, error);
}

gboolean
lectern_stage_go_on (LecternPlan *plan,
                     gboolean    *done,
                     GError     **error)
{
  guint    step = 0;
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (plan->contest, &step, &on_air);
  g_autoptr (LecternSequence) renewed = NULL;
  LecternSequenceNext next = lectern_sequence_get_next (held, plan->contest, step, on_air);

  *done = next != LECTERN_SEQUENCE_NEXT_CUE;
  if (next == LECTERN_SEQUENCE_NEXT_STEP)
    *done = walk_to (plan, held, step, (gint64) step + 1, error);
  else if (next == LECTERN_SEQUENCE_NEXT_RESUME)
    *done = resume (plan, held, step, error);
  else if (next == LECTERN_SEQUENCE_NEXT_RENEW)
    {
      renewed = lectern_sequence_renew (held, plan->contest, error);
      *done = renewed != NULL && lectern_stage_enter (plan, renewed, error);
    }
  return *done || next == LECTERN_SEQUENCE_NEXT_CUE;
}
