/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the hall would be shown step by step, and the slips of a draw by hand. The steps are frozen
 * from the file as it is now; nothing of it is put on air. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOT_MAX 9999

LecternSequence *
lectern_command_freeze_sequence (LecternContest     *contest,
                                 LecternSequenceKind kind,
                                 gint64              lot,
                                 gboolean            rehearsal,
                                 GError            **error)
{
  const LecternEntry *entry = lot != LECTERN_NULL ? lectern_contest_get_entry_by_lot (contest, lot) : lectern_contest_get_entry_on_stage (contest);

  if (kind == LECTERN_SEQUENCE_CEREMONY)
    return rehearsal ? lectern_sequence_rehearse_ceremony (contest, error) : lectern_sequence_freeze_ceremony (contest, error);
  if (kind == LECTERN_SEQUENCE_DRAW)
    return lectern_sequence_freeze_draw (contest, TRUE, error);
  if (entry != NULL)
    return lectern_sequence_freeze_reveal (contest, entry, FALSE, error);
  if (lot != LECTERN_NULL)
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no lot %d in the running order."), (int) lot);
  else
    g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("This scene needs an entry: say which lot."));

  return NULL;
}

LecternScene *
lectern_command_freeze_step (LecternContest     *contest,
                             LecternSequenceKind kind,
                             gint64              lot,
                             gboolean            rehearsal,
                             gint64              step,
                             GError            **error)
{
  g_autoptr (LecternSequence) sequence = lectern_command_freeze_sequence (contest, kind, lot, rehearsal, error);
  guint n_steps = sequence != NULL ? lectern_sequence_get_n_steps (sequence) : 0;

  if (sequence == NULL)
    return NULL;
  if (step <= (gint64) n_steps)
    return lectern_sequence_get_scene (sequence, (guint) step - 1);
  g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, ngettext ("There is %u step.", "There are %u steps.", n_steps), n_steps);

  return NULL;
}

static void
answer_step (LecternInvocation     *invocation,
             JsonBuilder           *answer,
             LecternContest        *contest,
             const LecternSequence *sequence,
             guint                  step)
{
  g_autofree char *does = lectern_sequence_describe_step (sequence, step);
  g_autofree char *says = lectern_sequence_get_script (sequence, contest, step, FALSE);
  g_autoptr (LecternScene) scene = lectern_sequence_get_scene (sequence, step);
  gboolean automatic = lectern_sequence_is_automatic (sequence, step);

  lectern_invocation_print (invocation, "%u\t%s\t%s\t%s", step + 1, automatic ? _ ("by itself") : _ ("by hand"), does, says);
  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "step", step + 1);
  lectern_answer_text (answer, "scene", lectern_scene_kind_get_name (scene->kind));
  lectern_answer_boolean (answer, "automatic", automatic);
  lectern_answer_text (answer, "does", does);
  lectern_answer_text (answer, "says", says);
  json_builder_end_object (answer);
}

static LecternExit
list_steps (LecternInvocation     *invocation,
            LecternContest        *contest,
            const LecternSequence *sequence)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  json_builder_begin_object (answer);
  lectern_answer_text (answer, "kind", lectern_sequence_kind_get_name (lectern_sequence_get_kind (sequence)));
  lectern_answer_text (answer, "round", lectern_sequence_get_round (sequence));
  lectern_answer_integer (answer, "lot", lectern_sequence_get_lot (sequence));
  lectern_answer_boolean (answer, "rehearsal", lectern_sequence_is_rehearsal (sequence));
  lectern_answer_boolean (answer, "corrected", lectern_sequence_is_corrected (sequence));
  lectern_answer_begin_array (answer, "steps");
  for (guint i = 0; i < lectern_sequence_get_n_steps (sequence); i++)
    answer_step (invocation, answer, contest, sequence, i);
  json_builder_end_array (answer);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_sequence (LecternInvocation *invocation,
                          int                argc,
                          char             **argv)
{
  g_autofree char   *text = NULL;
  gboolean           rehearsal = FALSE;
  gint64             lot = LECTERN_NULL;
  const GOptionEntry entries[] = {
    { "lot", 0, 0, G_OPTION_ARG_STRING, &text, N_ ("reveal: whose result; without it who is on stage"), N_ ("N") },
    { "rehearsal", 0, 0, G_OPTION_ARG_NONE, &rehearsal, N_ ("ceremony: with invented names"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (LecternSequence) sequence = NULL;
  LecternSequenceKind kind;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 2, 2))
    return LECTERN_EXIT_USAGE;
  if (!lectern_sequence_kind_from_name (argv[2], &kind))
    return lectern_invocation_misused (invocation, _ ("“%s” has no steps: ceremony, reveal and draw have."), argv[2]);
  if (text != NULL && !lectern_invocation_parse_number (text, LOT_MAX, &lot))
    return lectern_invocation_misused (invocation, _ ("“%s” is no lot."), text);
  contest = lectern_invocation_read_contest (argv[1], &error);
  sequence = contest != NULL ? lectern_command_freeze_sequence (contest, kind, lot, rehearsal, &error) : NULL;
  if (sequence == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);

  return list_steps (invocation, contest, sequence);
}

/* Slips ------------------------------------------------------------------------------------- */

/* Of those who have not withdrawn; two of one name are told apart by their unit. */
static const LecternNominee *
find_nominee (LecternContest *contest,
              const char     *name,
              const char     *unit,
              GError        **error)
{
  GPtrArray            *nominees = lectern_contest_get_nominees (contest);
  const LecternUnit    *of = unit != NULL ? lectern_contest_find_unit (contest, unit) : NULL;
  const LecternNominee *found = NULL;

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = nominees->pdata[i];

      if (nominee->withdrawn == 1 || strcmp (nominee->name, name) != 0 || (unit != NULL && (of == NULL || g_strcmp0 (of->key, nominee->unit) != 0)))
        continue;
      if (found != NULL)
        {
          g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("Two nominees are called “%s”: say with --unit which."), name);
          return NULL;
        }
      found = nominee;
    }
  if (found == NULL)
    g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no nominee “%s”."), name);

  return found;
}

/* How the draw stands after the slip. */
static LecternExit
answer_slips (LecternInvocation *invocation,
              const char        *path,
              gint64             lot)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (path, &error);
  g_autoptr (LecternScene) scene = contest != NULL ? lectern_scene_freeze (contest, LECTERN_SCENE_DRAW, NULL, NULL, &error) : NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  gboolean drawn;

  if (scene == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  drawn = lectern_contest_get_current_round (contest)->state != LECTERN_ROUND_SET_UP;
  /* Translators: how many slips were read of how many. */
  lectern_invocation_say (invocation, _ ("%u of %u slips read."), scene->n_done, scene->n_entries);
  if (drawn)
    lectern_invocation_say (invocation, _ ("The running order stands."));
  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "lot", lot);
  lectern_answer_integer (answer, "read", scene->n_done);
  lectern_answer_integer (answer, "of", scene->n_entries);
  lectern_answer_boolean (answer, "drawn", drawn);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

static LecternAction *
make_slip (const char *path,
           const char *name,
           const char *unit,
           GError    **error)
{
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (path, error);
  const LecternNominee *nominee = contest != NULL ? find_nominee (contest, name, unit, error) : NULL;
  LecternAction        *action;

  if (nominee == NULL)
    return NULL;
  action = lectern_invocation_new_action (LECTERN_ACTION_DRAW_SLIP);
  action->nominee = nominee->id;

  return action;
}

LecternExit
lectern_command_slip (LecternInvocation *invocation,
                      int                argc,
                      char             **argv)
{
  g_autofree char   *unit = NULL;
  g_autofree char   *reason = NULL;
  gboolean           returned = FALSE;
  const GOptionEntry entries[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_ ("Whose nominee, where two have the same name"), N_ ("UNIT") },
    { "return", 0, 0, G_OPTION_ARG_NONE, &returned, N_ ("Take the slip of that lot back"), NULL },
    { "reason", 'r', 0, G_OPTION_ARG_STRING, &reason, N_ ("Why it is taken back"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  LecternAction *action;
  LecternExit    exit;
  gint64         lot;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 2, 3))
    return LECTERN_EXIT_USAGE;
  if ((argv[3] == NULL) != returned)
    return lectern_invocation_misused (invocation, _ ("A slip is read with a name, and returned without one."));
  if (!lectern_invocation_parse_number (argv[2], LOT_MAX, &lot))
    return lectern_invocation_misused (invocation, _ ("“%s” is no lot."), argv[2]);
  action = returned ? lectern_invocation_new_action (LECTERN_ACTION_RETURN_SLIP) : make_slip (argv[1], argv[3], unit, &error);
  if (action == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  action->lot = lot;
  lectern_record_take_string (&action->reason, reason);
  outcome = lectern_invocation_perform (invocation, argv[1], action, &exit);
  if (outcome == NULL)
    return exit;

  return answer_slips (invocation, argv[1], lot);
}
