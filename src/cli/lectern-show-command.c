/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* `lecternctl show`: the contest as it stands. The rules are given as a whole rules file, so that
 * what was used once can be kept and used again as a template. Birth dates and telephone numbers
 * stay in the file: this is read by scripts and pasted into mails. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-attachments.h"
#include "lectern-check-in.h"
#include "lectern-commands.h"
#include "lectern-name-list.h"
#include "lectern-rounds.h"
#include "lectern-rules-file.h"
#include "lectern-states.h"

#include <glib/gi18n-lib.h>

static void
answer_unit (JsonBuilder       *answer,
             const LecternUnit *unit)
{
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "key", unit->key);
  lectern_answer_text (answer, "name", unit->name);
  lectern_answer_text (answer, "full_name", unit->full_name);
  lectern_answer_text (answer, "name_en", unit->name_en);
  lectern_answer_boolean (answer, "optional", unit->optional == 1);
  lectern_answer_boolean (answer, "active", unit->active == 1);
  json_builder_end_object (answer);
}

static void
answer_units (JsonBuilder    *answer,
              LecternContest *contest)
{
  GPtrArray *units = lectern_contest_get_units (contest);

  lectern_answer_begin_array (answer, "units");
  for (guint i = 0; i < units->len; i++)
    answer_unit (answer, units->pdata[i]);
  json_builder_end_array (answer);
}

/* A text of the file that is JSON, as the JSON it is. */
static void
answer_json (JsonBuilder *answer,
             const char  *key,
             const char  *text)
{
  JsonNode *node = text != NULL ? json_from_string (text, NULL) : NULL;

  json_builder_set_member_name (answer, key);
  json_builder_add_value (answer, node != NULL ? node : json_node_new (JSON_NODE_NULL));
}

/* As the contest stands: "into" is where its best go, said or not. */
static void
answer_round_state (JsonBuilder        *answer,
                    LecternContest     *contest,
                    const LecternRound *round)
{
  const LecternRound *next = lectern_rounds_get_next (contest, round);

  lectern_answer_text (answer, "into", next != NULL ? next->key : NULL);
  answer_json (answer, "units", round->units);
  lectern_answer_text (answer, "state", lectern_machine_get_name (LECTERN_MACHINE_ROUND, (guint) round->state));
  lectern_answer_text (answer, "seed", round->seed);
  lectern_answer_boolean (answer, "drawn_by_hand", round->drawn_by_hand == 1);
  lectern_answer_integer (answer, "revision", round->revision);
  lectern_answer_text (answer, "origin", round->origin);
}

static void
answer_rounds (JsonBuilder    *answer,
               LecternContest *contest)
{
  GPtrArray *rounds = lectern_contest_get_rounds (contest);

  lectern_answer_begin_array (answer, "rounds");
  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = rounds->pdata[i];

      json_builder_begin_object (answer);
      lectern_answer_text (answer, "key", round->key);
      lectern_answer_text (answer, "name", round->name);
      lectern_answer_integer (answer, "advance", round->advance);
      answer_round_state (answer, contest, round);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

static void
print_rounds (LecternInvocation *invocation,
              LecternContest    *contest)
{
  const LecternRound *current = lectern_contest_get_current_round (contest);
  GPtrArray          *rounds = lectern_contest_get_rounds (contest);

  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = rounds->pdata[i];
      const LecternRound *next = lectern_rounds_get_next (contest, round);
      const char         *state = lectern_machine_get_name (LECTERN_MACHINE_ROUND, (guint) round->state);
      const char         *mark = round == current ? "* " : "  ";

      if (rounds->len == 1)
        lectern_invocation_print (invocation, _ ("Round: %s (%s)"), round->name, state);
      else if (next == NULL)
        lectern_invocation_print (invocation, "%s%s\t%s (%s)", mark, round->key, round->name, state);
      else
        /* Translators: a mark at the current round, key, name and state of a round, then how many go on to which round. */
        lectern_invocation_print (invocation, _ ("%s%s\t%s (%s), the best %d go on to %s"), mark, round->key, round->name, state, (int) round->advance, next->name);
    }
}

static void
answer_rules (JsonBuilder    *answer,
              LecternContest *contest)
{
  g_autoptr (LecternTemplate) rules = lectern_rules_file_from_contest (contest);
  g_autofree char *text = lectern_rules_file_write (rules);

  json_builder_set_member_name (answer, "rules");
  json_builder_add_value (answer, json_from_string (text, NULL));
}

static void
answer_reasons (JsonBuilder *answer,
                GPtrArray   *reasons)
{
  lectern_answer_begin_array (answer, "reasons");
  for (guint i = 0; i < reasons->len; i++)
    json_builder_add_string_value (answer, ((LecternProblem *) reasons->pdata[i])->message);
  json_builder_end_array (answer);
}

static void
show_nominee (LecternInvocation    *invocation,
              JsonBuilder          *answer,
              LecternContest       *contest,
              const LecternNominee *nominee)
{
  g_autoptr (GPtrArray) reasons = lectern_contest_check_eligibility (contest, nominee);
  const LecternEntry *entry = lectern_contest_get_entry (contest, NULL, nominee->id);
  const LecternUnit  *unit = lectern_contest_get_unit (contest, nominee->unit);
  g_autofree char    *lot = entry == NULL || entry->lot == LECTERN_NULL ? g_strdup ("–") : g_strdup_printf ("%d", (int) entry->lot);

  lectern_invocation_print (invocation, "  %s\t%s\t%s\t%s", lot, nominee->name, unit->name, nominee->title);
  for (guint i = 0; i < reasons->len; i++)
    lectern_invocation_print (invocation, "\t%s", ((LecternProblem *) reasons->pdata[i])->message);

  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "id", nominee->id);
  lectern_answer_text (answer, "name", nominee->name);
  lectern_answer_text (answer, "unit", unit->name);
  lectern_answer_text (answer, "title", nominee->title);
  lectern_answer_integer (answer, "lot", entry == NULL ? LECTERN_NULL : entry->lot);
  lectern_answer_boolean (answer, "eligible", reasons->len == 0);
  answer_reasons (answer, reasons);
  lectern_answer_boolean (answer, "withdrawn", nominee->withdrawn == 1);
  lectern_answer_boolean (answer, "here", lectern_check_in_get_time (contest, NULL, nominee->id) != LECTERN_NULL);
  json_builder_end_object (answer);
}

static void
show_nominees (LecternInvocation *invocation,
               JsonBuilder       *answer,
               LecternContest    *contest,
               GPtrArray         *nominees)
{

  lectern_invocation_print (invocation, ngettext ("%u nominee:", "%u nominees:", nominees->len), nominees->len);
  lectern_answer_begin_array (answer, "nominees");
  for (guint i = 0; i < nominees->len; i++)
    show_nominee (invocation, answer, contest, nominees->pdata[i]);
  json_builder_end_array (answer);
}

static void
show_judges (LecternInvocation *invocation,
             JsonBuilder       *answer,
             LecternContest    *contest)
{
  GPtrArray *judges = lectern_contest_get_judges (contest);

  lectern_invocation_print (invocation, ngettext ("%u judge:", "%u judges:", judges->len), judges->len);
  lectern_answer_begin_array (answer, "judges");
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];
      const LecternUnit  *unit = judge->unit == NULL ? NULL : lectern_contest_get_unit (contest, judge->unit);

      lectern_invocation_print (invocation, "  %d\t%s\t%s", (int) judge->number, judge->name, judge->employer == NULL ? "" : judge->employer);
      json_builder_begin_object (answer);
      lectern_answer_integer (answer, "number", judge->number);
      lectern_answer_text (answer, "name", judge->name);
      lectern_answer_text (answer, "unit", unit == NULL ? NULL : unit->name);
      lectern_answer_boolean (answer, "head", judge->head == 1);
      lectern_answer_text (answer, "employer", judge->employer);
      lectern_answer_boolean (answer, "active", judge->active == 1);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

static void
show_attachments (LecternInvocation *invocation,
                  JsonBuilder       *answer,
                  LecternContest    *contest)
{
  g_autoptr (GPtrArray) files = lectern_contest_list_rows (contest, &lectern_table_attachment);

  lectern_answer_begin_array (answer, "attachments");
  if (files->len > 0)
    lectern_invocation_print (invocation, ngettext ("%u file:", "%u files:", files->len), files->len);
  for (guint i = 0; i < files->len; i++)
    {
      const LecternAttachment *file = files->pdata[i];
      g_autofree char         *what = lectern_attachment_describe (file, contest);
      g_autofree char         *size = g_format_size ((guint64) file->size);

      lectern_invocation_print (invocation, "  %s\t%s\t%s\t%s", what, file->name, size, file->finding == NULL ? "" : file->finding);
      lectern_command_answer_attachment (answer, file);
    }
  json_builder_end_array (answer);
}

LecternExit
lectern_command_show (LecternInvocation *invocation,
                      int                argc,
                      char             **argv)
{
  g_autofree char   *names = NULL;
  const GOptionEntry entries[] = {
    { "order", 0, 0, G_OPTION_ARG_STRING, &names, N_ ("How the nominees are ordered: rank, lot, unit, strokes, strokes-dot or pinyin; without it as they were registered"), N_ ("ORDER") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (GPtrArray) nominees = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  const LecternContestRecord *record;
  const LecternRound         *round;
  LecternNameOrder            order = LECTERN_NAME_ORDER_RANK;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (names != NULL && !lectern_name_order_from_name (names, &order))
    return lectern_invocation_misused (invocation, _ ("“%s” is no order of names. There are: rank, lot, unit, strokes, strokes-dot, pinyin."), names);
  contest = lectern_invocation_read_contest (argv[1], &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);

  record = lectern_contest_get_record (contest);
  round = lectern_contest_get_current_round (contest);
  lectern_invocation_print (invocation, "%s\n%s", record->title, record->theme);
  print_rounds (invocation, contest);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "title", record->title);
  lectern_answer_text (answer, "round", round->key);
  answer_rounds (answer, contest);
  answer_units (answer, contest);
  nominees = names != NULL ? lectern_name_list_nominees (contest, order) : g_ptr_array_ref (lectern_contest_get_nominees (contest));
  show_nominees (invocation, answer, contest, nominees);
  show_judges (invocation, answer, contest);
  show_attachments (invocation, answer, contest);
  answer_rules (answer, contest);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}
