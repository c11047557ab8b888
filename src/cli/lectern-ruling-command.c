/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The jury's and the operator's rulings without a window: who does not mark, times, talks that start
 * again, sheets reopened, paper sheets keyed twice, the re-check. Each command is one action; a
 * table says which arguments and options it takes. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-flags.h"
#include "lectern-mark.h"

#define NUMBER_MAX 100000

/* Arguments after FILE, by letter: L a lot, J a judge, S a time, P the first or second keying,
 * M… criterion=mark for the rest. Options by letter: r reason, s second person, b by (who), a absent,
 * t second timer, f the time given back, e at the end, j one judge, n number, m name, p employer,
 * u unit. */
typedef struct
{
  const char       *name;
  const char       *arguments;
  const char       *options;
  LecternActionKind kind;
} Ruling;

static const Ruling rulings[] = {
  { "recuse", "JL", "ra", LECTERN_ACTION_RECUSE },
  { "lift-recusal", "JL", "r", LECTERN_ACTION_LIFT_RECUSAL },
  { "remove-judge", "J", "r", LECTERN_ACTION_REMOVE_JUDGE },
  { "replace-judge", "J", "rnmpu", LECTERN_ACTION_REPLACE_JUDGE },
  { "time", "LS", "rt", LECTERN_ACTION_CORRECT_TIME },
  { "restart", "L", "rsfe", LECTERN_ACTION_RESTART },
  { "forfeit", "L", "r", LECTERN_ACTION_FORFEIT },
  { "reopen-sheet", "LJ", "rs", LECTERN_ACTION_REOPEN_SHEET },
  { "key", "LJPM", "rb", LECTERN_ACTION_KEY_SHEET },
  { "see-flag", "LJ", "", LECTERN_ACTION_SEE_FLAG },
  { "recheck", "L", "bj", LECTERN_ACTION_RECHECK },
  { "reopen-round", "", "r", LECTERN_ACTION_REOPEN_ROUND },
};

/* What the options were given as. */
typedef struct
{
  char    *reason;
  char    *second;
  char    *by;
  char    *given_back;
  char    *name;
  char    *employer;
  char    *unit;
  int      judge;
  int      number;
  gboolean absent;
  gboolean second_timer;
  gboolean at_end;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->reason);
  g_free (options->second);
  g_free (options->by);
  g_free (options->given_back);
  g_free (options->name);
  g_free (options->employer);
  g_free (options->unit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The entries of @ruling's letters; free with g_free(). */
static GOptionEntry *
make_entries (const Ruling *ruling,
              Options      *options)
{
  const struct
  {
    char         letter;
    GOptionEntry entry;
  } all[] = {
    { 'r', { "reason", 'r', 0, G_OPTION_ARG_STRING, &options->reason, N_ ("Why"), N_ ("TEXT") } },
    { 's', { "second", 0, 0, G_OPTION_ARG_STRING, &options->second, N_ ("The second person who agrees"), N_ ("NAME") } },
    { 'b', { "by", 0, 0, G_OPTION_ARG_STRING, &options->by, N_ ("Who does it"), N_ ("NAME") } },
    { 'a', { "absent", 0, 0, G_OPTION_ARG_NONE, &options->absent, N_ ("The judge was not there for this entry"), NULL } },
    { 't', { "second-timer", 0, 0, G_OPTION_ARG_NONE, &options->second_timer, N_ ("It is the second timer’s time"), NULL } },
    { 'f', { "from", 0, 0, G_OPTION_ARG_STRING, &options->given_back, N_ ("What the clock shows when the talk goes on"), N_ ("TIME") } },
    { 'e', { "at-end", 0, 0, G_OPTION_ARG_NONE, &options->at_end, N_ ("At the end of the running order"), NULL } },
    { 'j', { "judge", 0, 0, G_OPTION_ARG_INT, &options->judge, N_ ("The sheet of this judge alone"), N_ ("NUMBER") } },
    { 'n', { "number", 0, 0, G_OPTION_ARG_INT, &options->number, N_ ("The number of who takes over"), N_ ("NUMBER") } },
    { 'm', { "name", 0, 0, G_OPTION_ARG_STRING, &options->name, N_ ("The name of who takes over"), N_ ("NAME") } },
    { 'p', { "employer", 0, 0, G_OPTION_ARG_STRING, &options->employer, N_ ("Where who takes over works"), N_ ("TEXT") } },
    { 'u', { "unit", 0, 0, G_OPTION_ARG_STRING, &options->unit, N_ ("The key of the unit who takes over belongs to"), N_ ("KEY") } },
  };
  GOptionEntry *entries = g_new0 (GOptionEntry, G_N_ELEMENTS (all) + 1);
  guint         n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (strchr (ruling->options, all[i].letter) != NULL)
      entries[n++] = all[i].entry;
  return entries;
}

/* "content=36.5" */
static gboolean
read_mark (const char    *text,
           LecternAction *action)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);

  if (parts[0] == NULL || parts[1] == NULL)
    return FALSE;
  lectern_action_add_mark (action, parts[0], parts[1]);
  return TRUE;
}

static gboolean
read_argument (char           letter,
               const char    *text,
               LecternAction *action)
{
  switch (letter)
    {
    case 'L':
      return lectern_invocation_parse_number (text, NUMBER_MAX, &action->lot);
    case 'J':
      return lectern_invocation_parse_number (text, NUMBER_MAX, &action->judge);
    case 'P':
      return lectern_invocation_parse_number (text, 2, &action->number);
    case 'S':
      return lectern_clock_parse (text, &action->number);
    default:
      return read_mark (text, action);
    }
}

static gboolean
read_arguments (const Ruling  *ruling,
                int            argc,
                char         **argv,
                LecternAction *action)
{
  gsize n = strlen (ruling->arguments);

  for (int i = 2; i < argc; i++)
    if (!read_argument (ruling->arguments[MIN ((gsize) i - 2, n - 1)], argv[i], action))
      return FALSE;
  return TRUE;
}

static void
add_newcomer (const Options *options,
              LecternAction *action)
{
  LecternJudge *judge = lectern_record_new (&lectern_table_judge);

  judge->number = options->number;
  judge->name = g_strdup (options->name);
  judge->employer = g_strdup (options->employer);
  judge->unit = g_strdup (options->unit);
  lectern_action_add_record (action, judge);
}

static gboolean
read_options (const Options *options,
              LecternAction *action)
{
  action->reason = g_strdup (options->reason);
  action->second = g_strdup (options->second);
  action->text = g_strdup (options->by);
  action->on = options->at_end;
  if (options->absent)
    action->number = LECTERN_RECUSAL_ABSENT;
  if (options->second_timer)
    action->kind = LECTERN_ACTION_SECOND_TIME;
  if (options->judge > 0)
    action->judge = options->judge;
  if (action->kind == LECTERN_ACTION_REPLACE_JUDGE)
    add_newcomer (options, action);
  return options->given_back == NULL || lectern_clock_parse (options->given_back, &action->number);
}

/* What was asked for, as far as it was of a lot, a judge or for a reason. */
static void
answer_action (JsonBuilder         *answer,
               const LecternAction *action)
{
  if (action->lot != LECTERN_NULL)
    lectern_answer_integer (answer, "lot", action->lot);
  if (action->judge != LECTERN_NULL)
    lectern_answer_integer (answer, "judge", action->judge);
  lectern_answer_text (answer, "reason", action->reason);
}

static void
answer_outcome (JsonBuilder          *answer,
                const LecternOutcome *outcome)
{
  lectern_answer_integer (answer, "seq", outcome->seq);
  if (outcome->version > 0)
    {
      g_autofree char *total = lectern_mark_format (outcome->total);

      lectern_answer_integer (answer, "version", outcome->version);
      lectern_answer_text (answer, "total", total);
    }
  lectern_answer_text (answer, "differences", outcome->text);
}

static LecternExit
perform (LecternInvocation *invocation,
         const char        *path,
         LecternAction     *action)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (LecternOutcome) outcome = NULL;
  LecternExit exit;

  json_builder_begin_object (answer);
  answer_action (answer, action);
  outcome = lectern_invocation_perform (invocation, path, action, &exit);
  if (outcome == NULL)
    return exit;
  if (outcome->text != NULL)
    lectern_invocation_say (invocation, _ ("Recorded. The two keyings differ: %s. One of them has to be keyed again."), outcome->text);
  else
    lectern_invocation_say (invocation, _ ("Recorded in the journal, line %d."), (int) outcome->seq);
  answer_outcome (answer, outcome);
  json_builder_end_object (answer);
  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_ruling (LecternInvocation *invocation,
                        int                argc,
                        char             **argv)
{
  g_auto (Options) options = { NULL };
  g_autofree GOptionEntry *entries = NULL;
  const Ruling            *ruling = rulings;
  LecternAction           *action;
  gboolean                 marks;
  int                      n;

  while (!g_str_equal (ruling->name, argv[0]))
    ruling++;
  entries = make_entries (ruling, &options);
  marks = strchr (ruling->arguments, 'M') != NULL;
  n = 1 + (int) strlen (ruling->arguments);
  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, n, marks ? n + LECTERN_CRITERIA_MAX : n))
    return LECTERN_EXIT_USAGE;
  action = lectern_invocation_new_action (ruling->kind);
  if (!read_arguments (ruling, argc, argv, action) || !read_options (&options, action))
    {
      lectern_action_free (action);
      return lectern_invocation_misused (invocation, _ ("Write: %s %s"), invocation->command, invocation->arguments);
    }
  return perform (invocation, argv[1], action);
}

/* Flags -------------------------------------------------------------------------------------- */

static void
answer_flag (LecternInvocation *invocation,
             JsonBuilder       *answer,
             const LecternFlag *flag)
{
  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "lot", flag->entry->lot);
  lectern_answer_integer (answer, "judge", flag->judge);
  lectern_answer_boolean (answer, "total", flag->total);
  lectern_answer_text (answer, "criterion", flag->criterion != NULL ? flag->criterion->key : NULL);
  lectern_answer_boolean (answer, "seen", flag->seen);
  json_builder_end_object (answer);
  /* Translators: lot, judge, then what lies far ("the total" or a criterion). */
  lectern_invocation_print (invocation, _ ("No. %d, judge %d: %s lies far from the others%s"), (int) flag->entry->lot, (int) flag->judge, flag->criterion != NULL ? flag->criterion->name : _ ("the total"), flag->seen ? _ (" (looked at)") : "");
}

LecternExit
lectern_command_flags (LecternInvocation *invocation,
                       int                argc,
                       char             **argv)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (GArray) flags = NULL;
  g_autoptr (GError) error = NULL;

  if (!lectern_invocation_parse (invocation, &argc, &argv, NULL, 1, 1))
    return LECTERN_EXIT_USAGE;
  contest = lectern_invocation_read_contest (argv[1], &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  flags = lectern_flags_list (contest, NULL);
  json_builder_begin_object (answer);
  json_builder_set_member_name (answer, "flags");
  json_builder_begin_array (answer);
  for (guint i = 0; i < flags->len; i++)
    answer_flag (invocation, answer, &g_array_index (flags, LecternFlag, i));
  json_builder_end_array (answer);
  json_builder_end_object (answer);
  return lectern_invocation_finish (invocation, answer);
}
