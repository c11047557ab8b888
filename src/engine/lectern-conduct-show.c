/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The programme and what the hall sees. GO takes the next cue with all that belongs to it; any cue
 * can be taken out of order; a scene can be shown by itself. What is on air is a frozen copy. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-attachments.h"
#include "lectern-programme.h"
#include "lectern-scene-choice.h"

gboolean
lectern_conduct_reveal (LecternPlan *plan,
                        GError     **error)
{
  return lectern_stage_reveal (plan, plan->action->lot, error);
}

static gboolean
refuse_missing (LecternPlan *plan,
                GError     **error)
{
  g_autoptr (GArray) missing = lectern_programme_list_missing (plan->contest);
  g_autoptr (GString) numbers = g_string_new (NULL);

  if (missing->len == 0)
    return FALSE;
  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (numbers, "%s%d", i > 0 ? ", " : "", (int) g_array_index (missing, gint64, i));
  lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, ngettext ("Judge %s has not handed in yet. Wait, or close marking by hand.", "Judges %s have not handed in yet. Wait, or close marking by hand.", missing->len), numbers->str);
  return TRUE;
}

/* Brings to an end what the cue leaves behind. */
static gboolean
leave_cue (LecternPlan      *plan,
           const LecternCue *cue,
           GError          **error)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (plan->contest);
  const LecternEntry       *gate = lectern_contest_get_entry_at_gate (plan->contest);
  const LecternEntry       *on_stage = lectern_contest_get_entry_on_stage (plan->contest);

  if ((clock->phase == LECTERN_CLOCK_RUNNING || clock->phase == LECTERN_CLOCK_PAUSED) && !(cue->kind == LECTERN_CUE_MARK && on_stage != NULL && on_stage->nominee == cue->nominee))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("The clock is running. Stop it first."));
  if (gate == NULL || (cue->kind == LECTERN_CUE_MARK && gate->nominee == cue->nominee))
    return TRUE;
  return !refuse_missing (plan, error) && lectern_stage_close_gate (plan, error);
}

static gboolean
require_on_stage (LecternPlan      *plan,
                  const LecternCue *cue,
                  GError          **error)
{
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (plan->contest);

  if (on_stage != NULL && on_stage->nominee == cue->nominee)
    return TRUE;
  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("This entry is not on stage. Call it first."));
}

static gboolean
mark_cue (LecternPlan      *plan,
          const LecternCue *cue,
          GError          **error)
{
  const LecternClockRecord *clock = lectern_contest_get_clock (plan->contest);

  if (!require_on_stage (plan, cue, error))
    return FALSE;
  if (clock->phase != LECTERN_CLOCK_STOPPED && !lectern_stage_stop_clock (plan, error))
    return FALSE;
  return lectern_stage_open_gate (plan, error);
}

static gint64
get_lot (LecternPlan      *plan,
         const LecternCue *cue)
{
  const LecternEntry *entry = lectern_contest_get_entry (plan->contest, NULL, cue->nominee);

  return entry != NULL ? entry->lot : LECTERN_NULL;
}

static gboolean
show_cue (LecternPlan      *plan,
          const LecternCue *cue,
          GError          **error)
{
  g_autofree char *name = lectern_programme_describe_cue (plan->contest, cue);

  if (!lectern_plan_show (plan, lectern_scene_kind_for_cue ((LecternCueKind) cue->kind), NULL, cue->label, error))
    return FALSE;
  /* Translators: the name of a scene or cue. */
  lectern_plan_say (plan, _ ("Showed: %s."), name);
  return TRUE;
}

static gboolean
enter_sequence (LecternPlan      *plan,
                const LecternCue *cue,
                GError          **error)
{
  g_autoptr (LecternSequence) sequence = lectern_sequence_freeze_cue (plan->contest, cue, error);

  return sequence != NULL && lectern_stage_enter (plan, sequence, error);
}

static gboolean
enter_cue (LecternPlan      *plan,
           const LecternCue *cue,
           GError          **error)
{
  switch ((LecternCueKind) cue->kind)
    {
    case LECTERN_CUE_INTRODUCE:
      return lectern_stage_call (plan, get_lot (plan, cue), error);
    case LECTERN_CUE_TALK:
      return require_on_stage (plan, cue, error) && lectern_stage_start_clock (plan, error);
    case LECTERN_CUE_MARK:
      return mark_cue (plan, cue, error);
    case LECTERN_CUE_REVEAL:
    case LECTERN_CUE_CEREMONY:
    case LECTERN_CUE_ORDER:
      return enter_sequence (plan, cue, error);
    default:
      return show_cue (plan, cue, error);
    }
}

static gboolean
take_cue (LecternPlan      *plan,
          const LecternCue *cue,
          GError          **error)
{
  LecternOnAir *on_air;
  gint64        position = cue->position;

  if (!leave_cue (plan, cue, error) || !enter_cue (plan, cue, error))
    return FALSE;
  on_air = lectern_record_copy (lectern_contest_get_on_air (plan->contest));
  on_air->cue = position;
  lectern_plan_put (plan, on_air);
  return TRUE;
}

gboolean
lectern_conduct_go (LecternPlan *plan,
                    GError     **error)
{
  const LecternCue *cue;
  gboolean          done = FALSE;

  if (!lectern_stage_go_on (plan, &done, error) || done)
    return done;
  cue = lectern_contest_get_next_cue (plan->contest);
  if (cue == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("There is no next cue: the running order has not been drawn, or the programme is over."));
  return take_cue (plan, cue, error);
}

gboolean
lectern_conduct_take_cue (LecternPlan *plan,
                          GError     **error)
{
  const LecternCue  key = { .record.table = &lectern_table_cue, .position = plan->action->number };
  const LecternCue *cue = lectern_contest_find (plan->contest, &key);

  if (cue == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such cue."));
  return take_cue (plan, cue, error);
}

/* The minutes or the page; what is no number is refused by the scene. */
static gint64
read_number (const char *key)
{
  gint64 number = 0;

  if (key == NULL)
    return LECTERN_NULL;
  return g_ascii_string_to_signed (key, 10, 0, G_MAXINT, &number, NULL) ? number : 0;
}

gboolean
lectern_conduct_show_scene (LecternPlan *plan,
                            GError     **error)
{
  const LecternAction     *action = plan->action;
  const LecternSceneChoice choice = { (LecternSceneKind) action->number, action->lot, read_number (action->key), action->text };
  const LecternEntry      *entry = action->lot != LECTERN_NULL ? lectern_contest_get_entry_by_lot (plan->contest, action->lot) : lectern_contest_get_entry_on_stage (plan->contest);
  g_autoptr (LecternScene) scene = NULL;

  if (action->number < 0 || action->number >= LECTERN_SCENE_N_KINDS)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, "%s", _ ("There is no such scene."));
  if (choice.kind == LECTERN_SCENE_REVEAL && entry != NULL) /* whatever is revealed is on record as revealed */
    return lectern_stage_reveal (plan, entry->lot, error);
  scene = lectern_scene_choice_freeze (&choice, plan->contest, plan->wall_us / 1000, error);
  if (scene == NULL)
    return FALSE;
  lectern_plan_put_scene (plan, scene, LECTERN_NULL);
  lectern_plan_say (plan, _ ("Showed: %s."), lectern_scene_kind_get_name (choice.kind));
  return TRUE;
}

static gboolean
is_video (LecternContest     *contest,
          const LecternScene *scene)
{
  g_autoptr (GPtrArray) rows = lectern_contest_list_rows (contest, &lectern_table_attachment);

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternAttachment *row = rows->pdata[i];

      if (g_str_equal (row->role, lectern_role_get_name (LECTERN_ROLE_VIDEO)) && g_strcmp0 (row->sha256, scene->picture) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Only where the scene does not say by itself who is speaking, and only of whoever is. */
static gboolean
check_overlay (LecternPlan        *plan,
               const LecternScene *scene,
               GError            **error)
{
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (plan->contest);

  if (scene == NULL || (scene->kind != LECTERN_SCENE_PICTURE && scene->kind != LECTERN_SCENE_COURSEWARE))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("A name is laid over a picture or a page of courseware, and neither is on air."));
  if (plan->action->number == LECTERN_SCENE_OVERLAY_NONE)
    return TRUE;
  if (on_stage == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("Nobody is on stage."));
  if (scene->kind == LECTERN_SCENE_COURSEWARE && scene->lot != on_stage->lot)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("This courseware is not of whoever is on stage."));
  if (is_video (plan->contest, scene))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("Nothing can be laid over a video."));
  return TRUE;
}

gboolean
lectern_conduct_lay_over (LecternPlan *plan,
                          GError     **error)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (plan->contest);
  g_autoptr (LecternScene) scene = on_air->scene != NULL ? lectern_scene_from_json (on_air->scene, NULL) : NULL;
  g_autoptr (LecternScene) laid = NULL;
  LecternOnAir *copy;

  if (plan->action->number < 0 || plan->action->number > (LECTERN_SCENE_OVERLAY_NAME | LECTERN_SCENE_OVERLAY_CLOCK))
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("There is no such overlay."));
  if (!check_overlay (plan, scene, error))
    return FALSE;
  laid = lectern_scene_lay_over (scene, plan->contest, (guint) plan->action->number);
  copy = lectern_record_copy (on_air);
  copy->overlay = plan->action->number;
  g_free (copy->scene);
  copy->scene = lectern_scene_to_json (laid);
  lectern_plan_put (plan, copy);
  if (plan->action->number == LECTERN_SCENE_OVERLAY_NONE)
    lectern_plan_say (plan, "%s", _ ("Took the speaker’s name off the picture."));
  else
    lectern_plan_say (plan, _ ("Laid over the picture: %s."), laid->name);
  return TRUE;
}

/* The page of the copy on air: what it shows was taken from the contest once, for all its pages. */
gboolean
lectern_conduct_turn_page (LecternPlan *plan,
                           GError     **error)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (plan->contest);
  g_autoptr (LecternScene) scene = on_air->scene != NULL ? lectern_scene_from_json (on_air->scene, NULL) : NULL;
  g_autoptr (LecternScene) turned = NULL;
  LecternOnAir *copy;

  if (scene == NULL || scene->n_pages < 2)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", _ ("What the hall sees has no other page."));
  turned = lectern_scene_turn_to (scene, plan->action->on ? scene->page + 1 : scene->page - 1);
  if (turned == NULL)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_WRONG_STATE, "%s", plan->action->on ? _ ("This is the last page.") : _ ("This is the first page."));
  copy = lectern_record_copy (on_air);
  g_free (copy->scene);
  copy->scene = lectern_scene_to_json (turned);
  lectern_plan_put (plan, copy);
  /* Translators: number of a page of the scene on air, number of its pages. */
  lectern_plan_say (plan, _ ("Turned to page %u of %u."), turned->page, turned->n_pages);
  return TRUE;
}

gboolean
lectern_conduct_blank (LecternPlan *plan,
                       GError     **error)
{
  LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (plan->contest));

  on_air->blank = plan->action->on;
  lectern_plan_put (plan, on_air);
  if (plan->action->on)
    lectern_plan_say (plan, _ ("Blanked the projector."));
  else
    lectern_plan_say (plan, _ ("The projector shows its scene again."));
  return TRUE;
}
