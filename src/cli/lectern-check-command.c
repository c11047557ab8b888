/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* `lecternctl check`: the console's list before the evening, as far as it can be told where there is
 * neither window nor judge, and `lecternctl pass-over`: a line of it is passed over with a reason. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"
#include "lectern-font-check.h"
#include "lectern-laptop.h"
#include "lectern-preflight.h"

#include <glib/gi18n-lib.h>

/* What this command itself finds out; the facts borrow from it. */
typedef struct
{
  LecternPreflightFacts facts;
  char                 *gap;
} Findings;

static void
findings_clear (Findings *findings)
{
  g_free (findings->gap);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Findings, findings_clear)

static GPtrArray *
look (Findings       *findings,
      LecternContest *contest,
      const char     *path)
{
  LecternPreflightFacts *facts = &findings->facts;
  g_autoptr (LecternFontCheck) fonts = NULL;

  *facts = LECTERN_PREFLIGHT_FACTS_NONE;
  lectern_laptop_read (path, facts);
  facts->write_us = lectern_laptop_measure_write (path);
  fonts = lectern_font_check_new (contest);
  facts->n_gaps = fonts->gaps->len;
  if (facts->n_gaps > 0)
    facts->gap = findings->gap = lectern_font_gap_describe (fonts->gaps->pdata[0]);
  else if (!lectern_font_check_is_complete (fonts))
    facts->gap = _ ("A font that papers need is not installed.");
  facts->characters = facts->gap == NULL ? LECTERN_TRUTH_YES : LECTERN_TRUTH_NO;
  facts->asked |= 1u << LECTERN_CHECK_SPEED | 1u << LECTERN_CHECK_CHARACTERS;
  return lectern_preflight_list (contest, facts);
}

static void
tell_item (LecternInvocation      *invocation,
           JsonBuilder            *answer,
           const LecternCheckItem *item)
{
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "kind", lectern_check_kind_get_name (item->kind));
  lectern_answer_text (answer, "level", lectern_check_level_get_name (item->level));
  lectern_answer_text (answer, "sentence", item->sentence);
  lectern_answer_text (answer, "passed_over", item->reason);
  json_builder_end_object (answer);
  lectern_invocation_print (invocation, "%s\t%s\t%s", lectern_check_level_get_label (item->level), lectern_check_kind_get_title (item->kind), item->sentence);
  if (item->reason != NULL)
    /* Translators: the reason somebody gave. */
    lectern_invocation_print (invocation, _ ("\tpassed over: %s"), item->reason);
}

LecternExit
lectern_command_check (LecternInvocation *invocation,
                       int                argc,
                       char             **argv)
{
  g_auto (Findings) findings = { 0 };
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autofree char *summary = NULL;
  g_autoptr (GError) error = NULL;
  gboolean    red;
  LecternExit exit;

  if (!lectern_invocation_parse (invocation, &argc, &argv, NULL, 1, 1))
    return LECTERN_EXIT_USAGE;
  contest = lectern_invocation_read_contest (argv[1], &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);

  items = look (&findings, contest, argv[1]);
  red = lectern_preflight_get_worst (items) == LECTERN_CHECK_RED;
  json_builder_begin_object (answer);
  lectern_answer_boolean (answer, "red", red);
  lectern_answer_begin_array (answer, "checks");
  for (guint i = 0; i < items->len; i++)
    tell_item (invocation, answer, items->pdata[i]);
  json_builder_end_array (answer);
  json_builder_end_object (answer);
  summary = lectern_preflight_summarise (items);
  lectern_invocation_say (invocation, "%s", summary);
  exit = lectern_invocation_finish (invocation, answer);
  return exit == LECTERN_EXIT_DONE && red ? LECTERN_EXIT_REFUSED : exit;
}

LecternExit
lectern_command_pass_over (LecternInvocation *invocation,
                           int                argc,
                           char             **argv)
{
  g_autofree char *reason = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_auto (Findings) findings = { 0 };
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (GError) error = NULL;
  LecternAction     *action;
  LecternCheckKind   kind;
  LecternExit        exit;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why, for the journal"), N_ ("TEXT") },
    { NULL },
  };

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 2, 2))
    return LECTERN_EXIT_USAGE;
  contest = lectern_invocation_read_contest (argv[1], &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  items = look (&findings, contest, argv[1]);
  action = lectern_invocation_new_action (LECTERN_ACTION_PASS_CHECK);
  action->key = g_strdup (argv[2]);
  action->reason = g_strdup (reason);
  /* what only the hall tells is passed over whatever it will be */
  action->number = LECTERN_CHECK_RED;
  for (guint i = 0; lectern_check_kind_from_name (argv[2], &kind) && i < items->len; i++)
    if (((LecternCheckItem *) items->pdata[i])->kind == kind)
      action->number = ((LecternCheckItem *) items->pdata[i])->level;
  outcome = lectern_invocation_perform (invocation, argv[1], action, &exit);
  if (outcome == NULL)
    return exit;
  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "line", outcome->seq);
  json_builder_end_object (answer);
  return lectern_invocation_finish (invocation, answer);
}
