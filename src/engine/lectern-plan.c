/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rows an action would write, and the words and questions every conduct function shares. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

static void
plan_keep_undo (LecternPlan  *plan,
                gconstpointer record)
{
  gconstpointer old = lectern_contest_find (plan->contest, record);

  if (old != NULL)
    lectern_change_put (plan->undo, lectern_record_ref (old));
  else
    lectern_change_remove (plan->undo, lectern_record_ref (record));
}

void
lectern_plan_put (LecternPlan *plan,
                  gpointer     record)
{
  g_autoptr (LecternChange) step = lectern_change_new ();

  plan_keep_undo (plan, record);
  lectern_change_put (step, lectern_record_ref (record));
  lectern_change_put (plan->change, record);
  lectern_contest_apply (plan->contest, step);
}

void
lectern_plan_remove (LecternPlan  *plan,
                     gconstpointer record)
{
  g_autoptr (LecternChange) step = lectern_change_new ();
  gpointer held = lectern_record_ref (record);

  plan_keep_undo (plan, record);
  lectern_change_remove (step, lectern_record_ref (held));
  lectern_change_remove (plan->change, held);
  lectern_contest_apply (plan->contest, step);
}

void
lectern_plan_say (LecternPlan *plan,
                  const char  *format,
                  ...)
{
  va_list args;

  g_free (plan->sentence);
  va_start (args, format);
  plan->sentence = g_strdup_vprintf (format, args);
  va_end (args);
}

gboolean
lectern_plan_refuse (GError            **error,
                     LecternContestError code,
                     const char         *format,
                     ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, LECTERN_CONTEST_ERROR, (int) code, message);
  return FALSE;
}

char *
lectern_plan_name_entry (LecternPlan        *plan,
                         const LecternEntry *entry)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (plan->contest, entry->nominee);

  return g_strdup_printf (_ ("No. %d %s"), (int) entry->lot, nominee != NULL ? nominee->name : "");
}

LecternEntry *
lectern_plan_edit_entry (LecternPlan *plan,
                         gint64       lot,
                         GError     **error)
{
  const LecternEntry *entry = lectern_contest_get_entry_by_lot (plan->contest, lot);

  if (entry != NULL)
    return lectern_record_copy (entry);
  lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no entry with lot %d in this round."), lot == LECTERN_NULL ? 0 : (int) lot);
  return NULL;
}

gboolean
lectern_plan_require_reason (LecternPlan *plan,
                             GError     **error)
{
  const char *reason = plan->action->reason;

  if (reason != NULL && *reason != '\0')
    return TRUE;
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_REASON_MISSING, "%s", _ ("This needs a reason, which goes into the journal."));
}

gboolean
lectern_plan_require_second (LecternPlan *plan,
                             GError     **error)
{
  g_autofree char *second = plan->action->second != NULL ? g_strstrip (g_strdup (plan->action->second)) : NULL;

  if (second != NULL && *second != '\0')
    return TRUE;
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_REASON_MISSING, "%s", _ ("This needs the name of a second person who agrees, such as the head judge."));
}

void
lectern_plan_rule_with (LecternPlan        *plan,
                        LecternRulingKind   kind,
                        const LecternEntry *entry,
                        gint64              judge,
                        const char         *detail)
{
  g_autoptr (GPtrArray) rulings = NULL;
  LecternRuling *ruling;

  if (plan->action->reason == NULL || *plan->action->reason == '\0')
    return;
  rulings = lectern_contest_list_rows (plan->contest, &lectern_table_ruling);
  ruling = lectern_record_new (&lectern_table_ruling);
  ruling->id = rulings->len > 0 ? ((LecternRuling *) rulings->pdata[rulings->len - 1])->id + 1 : 1;
  ruling->kind = kind;
  ruling->round = g_strdup (entry != NULL ? entry->round : lectern_contest_get_current_round (plan->contest)->key);
  ruling->nominee = entry != NULL ? entry->nominee : LECTERN_NULL;
  ruling->judge = judge;
  ruling->reason = g_strdup (plan->action->reason);
  ruling->second = g_strdup (plan->action->second);
  ruling->detail = g_strdup (detail);
  ruling->wall_us = plan->wall_us;
  lectern_plan_put (plan, ruling);
}

void
lectern_plan_rule (LecternPlan        *plan,
                   LecternRulingKind   kind,
                   const LecternEntry *entry,
                   gint64              judge)
{
  lectern_plan_rule_with (plan, kind, entry, judge, plan->sentence != NULL ? plan->sentence : "");
}

gboolean
lectern_plan_require_open_round (LecternPlan *plan,
                                 GError     **error)
{
  const LecternRound *round = lectern_contest_get_current_round (plan->contest);

  if (round == NULL || round->state == LECTERN_ROUND_SET_UP)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_DRAWN, "%s", _ ("The running order has not been drawn yet. Draw it first."));
  if (round->state == LECTERN_ROUND_FINALISED)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_FINALISED, "%s", _ ("The round is finalised. Reopen it with a reason to change anything."));
  return TRUE;
}

/* The speaker's name stays over the next page of his and over the next picture, and goes with any
 * other scene: it comes back by hand alone. */
static LecternScene *
keep_overlay (LecternPlan        *plan,
              const LecternScene *scene,
              LecternOnAir       *on_air)
{
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (plan->contest);
  gboolean            stays = on_air->overlay != LECTERN_NULL && on_air->overlay > 0 && on_stage != NULL &&
                   (scene->kind == LECTERN_SCENE_PICTURE || (scene->kind == LECTERN_SCENE_COURSEWARE && scene->lot == on_stage->lot));

  if (stays)
    return lectern_scene_lay_over (scene, plan->contest, (guint) on_air->overlay);
  on_air->overlay = LECTERN_NULL;
  return NULL;
}

void
lectern_plan_put_scene (LecternPlan  *plan,
                        LecternScene *scene,
                        gint64        step)
{
  LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (plan->contest));
  g_autoptr (LecternScene) last = on_air->scene != NULL ? lectern_scene_from_json (on_air->scene, NULL) : NULL;
  g_autoptr (LecternScene) laid = NULL;

  lectern_scene_remember (scene, last);
  laid = keep_overlay (plan, scene, on_air);
  g_free (on_air->scene);
  on_air->scene = lectern_scene_to_json (laid != NULL ? laid : scene);
  on_air->kind = scene->kind;
  on_air->lot = scene->lot > 0 ? scene->lot : LECTERN_NULL;
  on_air->blank = 0;
  on_air->step = step;
  on_air->shown_us = plan->wall_us;
  lectern_plan_put (plan, on_air);
}

gboolean
lectern_plan_show (LecternPlan        *plan,
                   LecternSceneKind    kind,
                   const LecternEntry *entry,
                   const char         *text,
                   GError            **error)
{
  g_autoptr (LecternScene) scene = lectern_scene_freeze (plan->contest, kind, entry, text, error);

  if (scene == NULL)
    return FALSE;
  lectern_plan_put_scene (plan, scene, LECTERN_NULL);
  return TRUE;
}

static gboolean
refresh_scene (LecternPlan        *plan,
               LecternSceneKind    kind,
               const LecternEntry *entry,
               GError            **error)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (plan->contest);
  g_autoptr (LecternScene) fresh = lectern_scene_freeze (plan->contest, kind, entry, NULL, error);
  g_autoptr (LecternScene) last = on_air->scene != NULL ? lectern_scene_from_json (on_air->scene, NULL) : NULL;
  LecternOnAir *copy;

  if (fresh == NULL)
    return FALSE;
  lectern_scene_remember (fresh, last);
  copy = lectern_record_copy (on_air);
  g_free (copy->scene);
  copy->scene = lectern_scene_to_json (fresh);
  lectern_plan_put (plan, copy);
  return TRUE;
}

gboolean
lectern_plan_refresh_marking (LecternPlan *plan,
                              GError     **error)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (plan->contest);
  const LecternEntry *gate = lectern_contest_get_entry_at_gate (plan->contest);

  if (on_air->kind != LECTERN_SCENE_MARKING || gate == NULL || gate->lot != on_air->lot)
    return TRUE;
  return refresh_scene (plan, LECTERN_SCENE_MARKING, gate, error);
}

gboolean
lectern_plan_refresh_draw (LecternPlan *plan,
                           GError     **error)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (plan->contest);

  if (on_air->kind != LECTERN_SCENE_DRAW || on_air->step != LECTERN_NULL)
    return TRUE;
  return refresh_scene (plan, LECTERN_SCENE_DRAW, NULL, error);
}

void
lectern_plan_point_cue (LecternPlan   *plan,
                        LecternCueKind kind,
                        gint64         nominee)
{
  GPtrArray    *cues = lectern_contest_get_cues (plan->contest);
  LecternOnAir *on_air;

  for (guint i = 0; i < cues->len; i++)
    {
      const LecternCue *cue = cues->pdata[i];

      if (cue->kind != kind || cue->nominee != nominee)
        continue;
      on_air = lectern_record_copy (lectern_contest_get_on_air (plan->contest));
      on_air->cue = cue->position;
      lectern_plan_put (plan, on_air);
      return;
    }
}

gint64
lectern_plan_get_elapsed_ms (LecternPlan *plan)
{
  return lectern_clock_get_elapsed_ms (lectern_contest_get_clock (plan->contest), plan->mono_us, plan->wall_us, plan->boot);
}
