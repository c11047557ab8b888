/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The commands of `lecternctl serve`: words of a line become the same action that the console's
 * button makes. What the arguments are is one letter each: L a lot, J a judge's number, S a time,
 * R a reason, which is the rest of the line; N a line of the journal, which may be left out; & the
 * second person. +, 0, 1, 2 are said by the verb itself: forward, or the kind of a sequence. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-serve-line.h"

#include "lectern-invocation.h"
#include "lectern-mark.h"
#include "lectern-sequence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NUMBER_MAX 9999

typedef struct
{
  const char        *words;     /* "clock start" */
  const char        *arguments; /* "LJR" */
  const char        *usage;
  LecternServeAnswer answer;
  LecternActionKind  kind; /* N_KINDS: none */
} Verb;

static const Verb verbs[] = {
  { "codes", "", "codes", LECTERN_SERVE_CODES, LECTERN_ACTION_MAKE_CODE },
  { "code", "J", "code JUDGE", LECTERN_SERVE_CODE, LECTERN_ACTION_MAKE_CODE },
  { "call", "L", "call LOT", LECTERN_SERVE_ACTION, LECTERN_ACTION_CALL },
  { "clock start", "", "clock start", LECTERN_SERVE_ACTION, LECTERN_ACTION_START_CLOCK },
  { "clock pause", "", "clock pause", LECTERN_SERVE_ACTION, LECTERN_ACTION_PAUSE_CLOCK },
  { "clock resume", "", "clock resume", LECTERN_SERVE_ACTION, LECTERN_ACTION_RESUME_CLOCK },
  { "clock stop", "", "clock stop", LECTERN_SERVE_ACTION, LECTERN_ACTION_STOP_CLOCK },
  { "clock set", "SR", "clock set TIME REASON", LECTERN_SERVE_ACTION, LECTERN_ACTION_SET_CLOCK },
  { "gate open", "", "gate open", LECTERN_SERVE_ACTION, LECTERN_ACTION_OPEN_GATE },
  { "gate close", "", "gate close", LECTERN_SERVE_ACTION, LECTERN_ACTION_CLOSE_GATE },
  { "reopen", "LJ&R", "reopen LOT JUDGE [second=NAME] REASON", LECTERN_SERVE_ACTION, LECTERN_ACTION_REOPEN_SHEET },
  { "forfeit", "LR", "forfeit LOT REASON", LECTERN_SERVE_ACTION, LECTERN_ACTION_FORFEIT },
  { "reveal", "L", "reveal LOT", LECTERN_SERVE_ACTION, LECTERN_ACTION_REVEAL },
  { "enter reveal", "0L", "enter reveal LOT", LECTERN_SERVE_ACTION, LECTERN_ACTION_ENTER_SEQUENCE },
  { "enter ceremony", "1", "enter ceremony", LECTERN_SERVE_ACTION, LECTERN_ACTION_ENTER_SEQUENCE },
  { "enter draw", "2", "enter draw", LECTERN_SERVE_ACTION, LECTERN_ACTION_ENTER_SEQUENCE },
  { "step forward", "+", "step forward", LECTERN_SERVE_ACTION, LECTERN_ACTION_STEP },
  { "step back", "", "step back", LECTERN_SERVE_ACTION, LECTERN_ACTION_STEP },
  { "resume", "", "resume", LECTERN_SERVE_ACTION, LECTERN_ACTION_RESUME_SEQUENCE },
  { "undo", "N", "undo [LINE]", LECTERN_SERVE_ACTION, LECTERN_ACTION_UNDO },
  { "go", "", "go", LECTERN_SERVE_ACTION, LECTERN_ACTION_GO },
  { "status", "", "status", LECTERN_SERVE_STATUS, LECTERN_ACTION_N_KINDS },
  { "quit", "", "quit", LECTERN_SERVE_QUIT, LECTERN_ACTION_N_KINDS },
};

/* What of @text comes after @words, or NULL when it does not begin with them. */
static const char *
skip_words (const char *text,
            const char *words)
{
  gsize length = strlen (words);

  if (strncmp (text, words, length) != 0 || (text[length] != ' ' && text[length] != '\0'))
    return NULL;
  for (text += length; *text == ' ';)
    text++;

  return text;
}

/* The next word of *@rest, which moves on; NULL when there is none. */
static char *
take_word (const char **rest)
{
  const char *start = *rest;
  gsize       length = strcspn (start, " ");

  if (length == 0)
    return NULL;
  *rest = start + length + strspn (start + length, " ");

  return g_strndup (start, length);
}

/* A reopened sheet names the second person who agreed: "second=NAME" before the reason. Without it
 * whoever sits at the server is the second person, and the journal says so. */
static void
read_second (const char   **rest,
             LecternAction *action)
{
  g_autofree char *word = g_str_has_prefix (*rest, "second=") ? take_word (rest) : NULL;

  lectern_record_take_string (&action->second, word != NULL ? word + strlen ("second=") : _ ("the operator at the server"));
}

/* What the verb itself says: forward, or the kind of sequence. */
static gboolean
read_meaning (char           letter,
              LecternAction *action)
{
  if (letter == '+')
    action->on = TRUE;
  else if (letter >= '0' && letter < '0' + LECTERN_SEQUENCE_N_KINDS)
    action->number = letter - '0';
  else
    return FALSE;

  return TRUE;
}

/* Seconds have up to three decimals, as marks have. */
static gboolean
read_argument (char           letter,
               const char   **rest,
               LecternAction *action)
{
  g_autofree char *word = NULL;

  if (read_meaning (letter, action))
    return TRUE;
  if (letter == '&')
    {
      read_second (rest, action);
      return TRUE;
    }
  word = letter == 'R' ? g_strdup (*rest) : take_word (rest);
  if (letter == 'N')
    return word == NULL || lectern_invocation_parse_number (word, G_MAXINT32, &action->number);

  if (word == NULL || *word == '\0')
    return FALSE;
  if (letter == 'L')
    return lectern_invocation_parse_number (word, NUMBER_MAX, &action->lot);
  if (letter == 'J')
    return lectern_invocation_parse_number (word, NUMBER_MAX, &action->judge);
  if (letter == 'S')
    return lectern_clock_parse (word, &action->number);
  lectern_record_take_string (&action->reason, word);
  *rest = "";

  return TRUE;
}

static gboolean
read_arguments (const Verb    *verb,
                const char    *rest,
                LecternAction *action)
{
  for (const char *letter = verb->arguments; *letter != '\0'; letter++)
    if (!read_argument (*letter, &rest, action))
      return FALSE;

  return *rest == '\0';
}

gboolean
lectern_serve_line_parse (const char       *text,
                          LecternServeLine *line,
                          GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const Verb *verb = &verbs[i];
      const char *rest = skip_words (text, verb->words);
      g_autoptr (LecternAction) action = NULL;

      if (rest == NULL)
        continue;
      if (verb->kind != LECTERN_ACTION_N_KINDS)
        action = lectern_invocation_new_action (verb->kind);
      if (verb->answer == LECTERN_SERVE_CODES)
        action->judge = 0; /* every judge that has none */
      if (!read_arguments (verb, rest, action))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("Write: %s"), verb->usage);
          return FALSE;
        }
      line->answer = verb->answer;
      line->action = g_steal_pointer (&action);
      return TRUE;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION, _ ("There is no command “%s”."), text);

  return FALSE;
}
