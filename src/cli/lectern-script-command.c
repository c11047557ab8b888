/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The MC's script without a window: the words at each cue, the lines they are made of, and words of
 * the contest's own. At the cues stand blanks for every figure, as on paper: what is printed from
 * here may be handed out before the evening. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"

#include <glib/gi18n-lib.h>

#include "lectern-programme.h"
#include "lectern-script-example.h"
#include "lectern-script.h"

static void
answer_line (JsonBuilder      *answer,
             LecternContest   *contest,
             LecternScriptLine line)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  g_autofree char            *when = lectern_script_line_describe (line);
  g_autofree char            *words = lectern_script_line_get_words (contest, line);
  g_autofree char            *example = lectern_script_example_make (contest, line, words);
  g_auto (GStrv) tokens = lectern_script_line_list_tokens (line);

  lectern_answer_text (answer, "key", lectern_script_line_get_key (line));
  lectern_answer_text (answer, "when", when);
  lectern_answer_text (answer, "words", words);
  lectern_answer_boolean (answer, "own", lectern_script_line_is_own (contest, line));
  lectern_answer_text (answer, "usual", lectern_script_line_get_usual (line, record != NULL ? record->language : NULL));
  lectern_answer_text (answer, "example", example);
  lectern_answer_begin_array (answer, "tokens");
  for (guint i = 0; tokens[i] != NULL; i++)
    json_builder_add_string_value (answer, tokens[i]);
  json_builder_end_array (answer);
}

static void
print_line (LecternInvocation *invocation,
            LecternContest    *contest,
            LecternScriptLine  line)
{
  g_autofree char *words = lectern_script_line_get_words (contest, line);

  lectern_invocation_print (invocation, "%s\t%s\t%s", lectern_script_line_get_key (line), lectern_script_line_is_own (contest, line) ? "*" : "", words);
}

static LecternExit
list_lines (LecternInvocation *invocation,
            LecternContest    *contest)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  json_builder_begin_object (answer);
  lectern_answer_begin_array (answer, "lines");
  for (guint i = 0; i < LECTERN_SCRIPT_N_LINES; i++)
    {
      print_line (invocation, contest, i);
      json_builder_begin_object (answer);
      answer_line (answer, contest, i);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

static void
answer_cue (LecternInvocation *invocation,
            JsonBuilder       *answer,
            LecternContest    *contest,
            const LecternCue  *cue)
{
  const LecternEntry *entry = cue->nominee != LECTERN_NULL ? lectern_contest_get_entry (contest, NULL, cue->nominee) : NULL;
  g_autofree char    *what = lectern_programme_describe_cue (contest, cue);
  g_autofree char    *says = lectern_script_get_for_cue (contest, cue, TRUE);

  lectern_invocation_print (invocation, "%s\t%s", what, says);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "cue", what);
  lectern_answer_text (answer, "scene", lectern_scene_kind_get_name (lectern_scene_kind_for_cue (cue->kind)));
  lectern_answer_integer (answer, "lot", entry != NULL ? entry->lot : LECTERN_NULL);
  lectern_answer_text (answer, "says", says);
  json_builder_end_object (answer);
}

static LecternExit
list_cues (LecternInvocation *invocation,
           LecternContest    *contest)
{
  GPtrArray       *cues = lectern_contest_get_cues (contest);
  g_autofree char *now = lectern_script_get_now (contest);
  g_autofree char *next = lectern_script_get_next (contest);
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  json_builder_begin_object (answer);
  lectern_answer_text (answer, "now", now);
  lectern_answer_text (answer, "next", next);
  lectern_answer_begin_array (answer, "cues");
  for (guint i = 0; i < cues->len; i++)
    answer_cue (invocation, answer, contest, cues->pdata[i]);
  json_builder_end_array (answer);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

static LecternExit
show_line (LecternInvocation *invocation,
           LecternContest    *contest,
           LecternScriptLine  line)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  print_line (invocation, contest, line);
  json_builder_begin_object (answer);
  answer_line (answer, contest, line);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

/* @words NULL: the usual ones again. */
static LecternExit
set_line (LecternInvocation *invocation,
          const char        *path,
          LecternContest    *contest,
          LecternScriptLine  line,
          const char        *words)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));
  LecternAction        *action = lectern_invocation_new_action (LECTERN_ACTION_EDIT_CONTEST);
  g_autofree char      *script = lectern_script_line_edit (record->script, record->language, line, words);
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (LecternContest) after = NULL;
  g_autoptr (GError) error = NULL;
  LecternExit exit;

  lectern_record_take_string (&record->script, script);
  lectern_action_add_record (action, record);
  outcome = lectern_invocation_perform (invocation, path, action, &exit);
  if (outcome == NULL)
    return exit;
  after = lectern_invocation_read_contest (path, &error);
  if (after == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);

  return show_line (invocation, after, line);
}

LecternExit
lectern_command_script (LecternInvocation *invocation,
                        int                argc,
                        char             **argv)
{
  gboolean           lines = FALSE;
  gboolean           reset = FALSE;
  const GOptionEntry entries[] = {
    { "lines", 0, 0, G_OPTION_ARG_NONE, &lines, N_ ("List the lines the words are made of"), NULL },
    { "reset", 0, 0, G_OPTION_ARG_NONE, &reset, N_ ("KEY: the usual words again"), NULL },
    { NULL },
  };
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (GError) error = NULL;
  LecternScriptLine line;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 3))
    return LECTERN_EXIT_USAGE;
  if ((lines && argc > 2) || (reset && argc != 3))
    return lectern_invocation_misused (invocation, _ ("--lines takes no line’s key, --reset takes one and no words."));
  if (argc > 2 && !lectern_script_line_from_key (argv[2], &line))
    return lectern_invocation_misused (invocation, _ ("The script has no line “%s”: --lines lists them."), argv[2]);
  contest = lectern_invocation_read_contest (argv[1], &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  if (argc == 4 || reset)
    return set_line (invocation, argv[1], contest, line, reset ? NULL : argv[3]);
  if (argc == 3)
    return show_line (invocation, contest, line);

  return lines ? list_lines (invocation, contest) : list_cues (invocation, contest);
}
