/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A result step by step: who it is, the marks, the highest and lowest struck out, the mean, what is
 * taken off, the final score, the place. A step that would add nothing is not there: nothing struck
 * out below `trim_from`, no deduction for a talk in time. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-sequence-private.h"

#include "lectern-deduction.h"
#include "lectern-ranking.h"
#include "lectern-separation.h"

char *
lectern_sequence_digest_reveal (const LecternScene *scene)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < scene->judges->len; i++)
    {
      const LecternSceneJudge *judge = scene->judges->pdata[i];

      if (judge->total != NULL)
        g_string_append_printf (text, "%d %s %d;", (int) judge->number, judge->total, judge->high ? 2 : judge->low);
    }
  g_string_append_printf (text, "%s %s %s", scene->mean, scene->deduction != NULL ? scene->deduction : "", scene->final);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
}

/* The judges' chairs are there from the start, as while they were marking; the time was on the
 * hall's clock, but it belongs to the sum. */
static LecternScene *
freeze_base (LecternContest     *contest,
             const LecternEntry *entry,
             GError            **error)
{
  LecternScene *base = lectern_scene_freeze (contest, LECTERN_SCENE_MARKING, entry, NULL, error);

  if (base == NULL)
    return NULL;
  base->kind = LECTERN_SCENE_REVEAL;
  base->time_ms = LECTERN_NONE;
  return base;
}

static gboolean
is_shown_before (const LecternSequence *self,
                 const LecternEntry    *entry,
                 gboolean              *differs)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, entry->nominee);
  const char      *told = g_hash_table_lookup (self->told, key);

  *differs = told != NULL && g_strcmp0 (told, self->figures) != 0;
  return told != NULL;
}

/* Why the place is this one, where the score alone does not say it. */
static char *
make_remark (LecternContest     *contest,
             const LecternEntry *entry)
{
  g_autoptr (LecternContest) seen = lectern_contest_copy (contest);
  g_autoptr (LecternChange) change = lectern_change_new ();
  g_autoptr (LecternRanking) ranking = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  LecternEntry            *revealed = lectern_record_copy (entry);
  const LecternRankingRow *row;
  g_autofree char         *own = NULL;
  g_autofree char         *next = NULL;

  revealed->revealed = 1;
  lectern_change_put (change, revealed);
  lectern_contest_apply (seen, change);
  ranking = lectern_ranking_new (seen, entry->round, TRUE);
  row = lectern_ranking_find (ranking, entry->nominee);
  if (row == NULL)
    return NULL;
  own = lectern_separation_describe (ranking, seen, row);
  next = lectern_separation_describe_next (ranking, seen, row);
  g_string_append (text, own != NULL ? own : "");
  g_string_append (text, next != NULL ? next : "");
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
add_marks (LecternSequence *self,
           gboolean         one_by_one)
{
  GPtrArray *judges = self->whole->judges;

  for (guint i = 0; i < judges->len; i++)
    if (((LecternSceneJudge *) judges->pdata[i])->total != NULL && one_by_one)
      lectern_sequence_add_step (self, LECTERN_STEP_MARKS, i, i + 1, FALSE);
  if (!one_by_one)
    lectern_sequence_add_step (self, LECTERN_STEP_MARKS, 0, judges->len, FALSE);
}

static void
add_steps (LecternSequence   *self,
           LecternRevealStyle style)
{
  if (style == LECTERN_REVEAL_WHOLE)
    {
      lectern_sequence_add_step (self, LECTERN_STEP_WHOLE, 0, self->whole->judges->len, FALSE);
      return;
    }
  lectern_sequence_add_step (self, LECTERN_STEP_NAME, 0, 0, FALSE);
  add_marks (self, style == LECTERN_REVEAL_JUDGE_BY_JUDGE);
  if (self->whole->n_dropped_high + self->whole->n_dropped_low > 0)
    lectern_sequence_add_step (self, LECTERN_STEP_STRUCK, 0, 0, FALSE);
  lectern_sequence_add_step (self, LECTERN_STEP_MEAN, 0, 0, FALSE);
  if (self->whole->deduction != NULL)
    lectern_sequence_add_step (self, LECTERN_STEP_DEDUCTION, 0, 0, FALSE);
  lectern_sequence_add_step (self, LECTERN_STEP_FINAL, 0, 0, FALSE);
  lectern_sequence_add_step (self, LECTERN_STEP_PLACE, 0, 0, FALSE);
}

LecternSequence *
lectern_sequence_freeze_reveal (LecternContest     *contest,
                                const LecternEntry *entry,
                                gboolean            whole,
                                GError            **error)
{
  g_autoptr (LecternSequence) self = NULL;
  const LecternRules *rules;

  g_return_val_if_fail (LECTERN_IS_CONTEST (contest) && entry != NULL, NULL);

  self = lectern_sequence_new (LECTERN_SEQUENCE_REVEAL, contest);
  rules = lectern_contest_get_rules (contest);
  self->lot = entry->lot;
  self->nominee = entry->nominee;
  self->whole = lectern_scene_freeze (contest, LECTERN_SCENE_REVEAL, entry, NULL, error);
  self->base = self->whole != NULL ? freeze_base (contest, entry, error) : NULL;
  if (self->base == NULL)
    return NULL;
  self->figures = lectern_sequence_digest_reveal (self->whole);
  is_shown_before (self, entry, &self->corrected);
  self->whole->corrected = self->base->corrected = self->corrected;
  self->remark = make_remark (contest, entry);
  add_steps (self, whole ? LECTERN_REVEAL_WHOLE : rules->reveal);
  return g_steal_pointer (&self);
}

/* Building it up ---------------------------------------------------------------------------- */

static void
show_marks (const LecternSequence *self,
            guint                  n,
            LecternScene          *scene)
{
  for (guint i = 0; i < n; i++)
    {
      const LecternSceneJudge *judge = self->whole->judges->pdata[i];
      LecternSceneJudge       *shown = scene->judges->pdata[i];

      g_free (shown->total);
      shown->total = g_strdup (judge->total);
    }
}

static void
show_struck (const LecternSequence *self,
             LecternScene          *scene)
{
  for (guint i = 0; i < self->whole->judges->len; i++)
    {
      const LecternSceneJudge *judge = self->whole->judges->pdata[i];
      LecternSceneJudge       *shown = scene->judges->pdata[i];

      shown->high = judge->high;
      shown->low = judge->low;
    }
  scene->n_dropped_high = self->whole->n_dropped_high;
  scene->n_dropped_low = self->whole->n_dropped_low;
  scene->n_counted = self->whole->n_counted;
}

static void
show_text (char      **shown,
           const char *text)
{
  g_free (*shown);
  *shown = g_strdup (text);
}

static void
show_mean (const LecternSequence *self,
           LecternScene          *scene)
{
  show_text (&scene->mean, self->whole->mean);
  scene->n_counted = self->whole->n_counted;
  scene->time_ms = self->whole->time_ms;
}

static void
show_place (const LecternSequence *self,
            LecternScene          *scene)
{
  scene->rank = self->whole->rank;
  scene->tied = self->whole->tied;
  scene->n_ranked = self->whole->n_ranked;
  show_text (&scene->certain_of, self->whole->certain_of);
  scene->certain_to_go = self->whole->certain_to_go;
}

static void
show_whole (const LecternSequence *self,
            LecternScene          *scene)
{
  show_marks (self, self->whole->judges->len, scene);
  show_struck (self, scene);
  show_mean (self, scene);
  show_text (&scene->deduction, self->whole->deduction);
  show_text (&scene->final, self->whole->final);
  show_place (self, scene);
}

void
lectern_sequence_fill_reveal (const LecternSequence *self,
                              guint                  step,
                              LecternScene          *scene)
{
  for (guint i = 0; i <= step; i++)
    {
      const LecternStep *at = &g_array_index (self->steps, LecternStep, i);

      switch (at->kind)
        {
        case LECTERN_STEP_MARKS:
          show_marks (self, at->n, scene);
          break;
        case LECTERN_STEP_STRUCK:
          show_struck (self, scene);
          break;
        case LECTERN_STEP_MEAN:
          show_mean (self, scene);
          break;
        case LECTERN_STEP_DEDUCTION:
          show_text (&scene->deduction, self->whole->deduction);
          break;
        case LECTERN_STEP_FINAL:
          show_text (&scene->final, self->whole->final);
          break;
        case LECTERN_STEP_PLACE:
          show_place (self, scene);
          break;
        case LECTERN_STEP_WHOLE:
          show_whole (self, scene);
          break;
        default: /* the name is in the base */
          break;
        }
    }
}
