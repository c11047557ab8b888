/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The contest of a rehearsal: a copy of the real one, or the sample. Rule: the real file is only
 * read. The copy says on every screen and paper that it is a rehearsal, so that nothing of it can
 * pass for the evening. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-rehearsal-private.h"

#include "lectern-exchange-error.h"
#include "lectern-import.h"
#include "lectern-invocation.h"
#include "lectern-rounds.h"
#include "lectern-content.h"
#include "lectern-templates.h"

#include <glib/gi18n-lib.h>

#define JUDGES_USUAL 9

static LecternEngine *
open_copy (LecternRehearsal *self,
           GError          **error)
{
  g_autoptr (LecternStore) store = lectern_store_open_read_only (self->order->source, error);

  if (store == NULL || !lectern_store_backup (store, self->report->file, error) || !lectern_store_backup_files (self->order->source, self->report->file, error))
    return NULL;

  return lectern_engine_open (self->report->file, error);
}

static LecternEngine *
open_sample (LecternRehearsal *self,
             GError          **error)
{
  g_autoptr (LecternTemplate) template = lectern_templates_load (LECTERN_TEMPLATE_DEFAULT, NULL, error);

  return template == NULL ? NULL : lectern_engine_create (self->report->file, template, "lecternctl", error);
}

static gboolean
import_sample (LecternRehearsal *self,
               LecternImportKind kind,
               LecternActionKind action_kind,
               GError          **error)
{
  g_autoptr (GBytes) table = lectern_templates_get_sample (kind);
  g_autoptr (LecternImport) import = lectern_import_read_bytes (kind, table, self->contest, LECTERN_IMPORT_PLAIN);
  LecternAction *action;

  if (import->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&import->error));
      return FALSE;
    }
  action = lectern_invocation_new_action (action_kind);
  for (guint i = 0; i < import->records->len; i++)
    lectern_action_add_record (action, lectern_record_ref (import->records->pdata[i]));

  return lectern_rehearsal_perform (self, action, error);
}

static gboolean
mark_as_rehearsal (LecternRehearsal *self,
                   GError          **error)
{
  LecternAction        *action = lectern_invocation_new_action (LECTERN_ACTION_EDIT_CONTEST);
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (self->contest));

  record->rehearsal = 1;
  lectern_action_add_record (action, record);

  return lectern_rehearsal_perform (self, action, error);
}

static gboolean
add_judges (LecternRehearsal *self,
            guint             n,
            GError          **error)
{
  LecternAction *action = lectern_invocation_new_action (LECTERN_ACTION_ADD_JUDGES);
  GPtrArray     *judges = lectern_contest_get_judges (self->contest);
  gint64         last = judges->len == 0 ? 0 : ((LecternJudge *) judges->pdata[judges->len - 1])->number;

  for (guint i = 1; i <= n; i++)
    {
      LecternJudge *judge = lectern_record_new (&lectern_table_judge);

      judge->number = last + i;
      judge->name = g_strdup_printf (_ ("Virtual judge %d"), (int) judge->number);
      judge->head = 0;
      judge->active = 1;
      lectern_action_add_record (action, judge);
    }

  return lectern_rehearsal_perform (self, action, error);
}

static gboolean
excuse_judge (LecternRehearsal   *self,
              const LecternJudge *judge,
              GError            **error)
{
  LecternAction *action = lectern_invocation_new_action (LECTERN_ACTION_EDIT_JUDGE);
  LecternJudge  *excused = lectern_record_copy (judge);

  excused->active = 0;
  lectern_action_add_record (action, excused);

  return lectern_rehearsal_perform (self, action, error);
}

static guint
count_judges (LecternRehearsal *self)
{
  GPtrArray *judges = lectern_contest_get_judges (self->contest);
  guint      n = 0;

  for (guint i = 0; i < judges->len; i++)
    n += ((LecternJudge *) judges->pdata[i])->active == 1;

  return n;
}

/* As many judges as were asked for: more are invented, the last ones stay at home. */
static gboolean
seat_judges (LecternRehearsal *self,
             GError          **error)
{
  guint n = count_judges (self);
  guint wanted = self->order->n_judges > 0 ? self->order->n_judges : n > 0 ? n
                                                                           : JUDGES_USUAL;

  if (n < wanted)
    return add_judges (self, wanted - n, error);
  for (; n > wanted; n--)
    {
      GPtrArray          *judges = lectern_contest_get_judges (self->contest);
      const LecternJudge *last = NULL;

      for (guint i = 0; i < judges->len; i++)
        if (((LecternJudge *) judges->pdata[i])->active == 1)
          last = judges->pdata[i];
      if (!excuse_judge (self, last, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
draw (LecternRehearsal *self,
      GError          **error)
{
  LecternAction *action = lectern_invocation_new_action (LECTERN_ACTION_DRAW);

  lectern_record_take_string (&action->text, "rehearsal");

  return lectern_rehearsal_perform (self, action, error);
}

static gboolean
is_ready (LecternContest     *contest,
          const LecternRound *round)
{
  g_autoptr (GPtrArray) feeders = lectern_rounds_list_feeders (contest, round);

  for (guint i = 0; i < feeders->len; i++)
    if (((LecternRound *) feeders->pdata[i])->state != LECTERN_ROUND_FINALISED)
      return FALSE;

  return round->state != LECTERN_ROUND_FINALISED;
}

/* The current round as long as it is not finalised, then the first whose entries are known. */
static const LecternRound *
find_round (LecternContest *contest)
{
  const LecternRound *current = lectern_contest_get_current_round (contest);
  GPtrArray          *rounds = lectern_contest_get_rounds (contest);

  if (is_ready (contest, current))
    return current;
  for (guint i = 0; i < rounds->len; i++)
    if (is_ready (contest, rounds->pdata[i]))
      return rounds->pdata[i];

  return NULL;
}

static gboolean
open_round (LecternRehearsal   *self,
            const LecternRound *round,
            GError            **error)
{
  LecternAction *action = lectern_invocation_new_action (LECTERN_ACTION_OPEN_ROUND);

  lectern_record_take_string (&action->key, round->key);
  /* Translators: name of a round. */
  lectern_rehearsal_say (self, _ ("Now “%s”."), round->name);

  return lectern_rehearsal_perform (self, action, error);
}

gboolean
lectern_rehearsal_prepare (LecternRehearsal *self,
                           GError          **error)
{
  gboolean more;

  self->engine = self->order->source == NULL ? open_sample (self, error) : open_copy (self, error);
  if (self->engine == NULL)
    return FALSE;
  self->follower = lectern_follower_new (self->engine);
  self->contest = lectern_follower_get_contest (self->follower);
  if (self->order->source == NULL && !(import_sample (self, LECTERN_IMPORT_NOMINEES, LECTERN_ACTION_ADD_NOMINEES, error) && import_sample (self, LECTERN_IMPORT_JUDGES, LECTERN_ACTION_ADD_JUDGES, error)))
    return FALSE;
  if (find_round (self->contest) == NULL)
    {
      g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_FINALISED, _ ("The round is finalised: there is nothing left to rehearse."));
      return FALSE;
    }

  return mark_as_rehearsal (self, error) && seat_judges (self, error) && lectern_rehearsal_go_on (self, &more, error);
}

gboolean
lectern_rehearsal_go_on (LecternRehearsal *self,
                         gboolean         *more,
                         GError          **error)
{
  const LecternRound *round = find_round (self->contest);

  *more = round != NULL;
  if (round == NULL)
    return TRUE;
  if (round != lectern_contest_get_current_round (self->contest) && !open_round (self, round, error))
    return FALSE;
  if (lectern_contest_get_current_round (self->contest)->state == LECTERN_ROUND_SET_UP)
    return draw (self, error);

  return TRUE;
}
