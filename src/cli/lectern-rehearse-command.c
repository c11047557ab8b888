/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* `lecternctl rehearse`: plays the contest, says what happens while it happens, and ends with the
 * ranking and the papers in a folder. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-commands.h"
#include "lectern-rank.h"
#include "lectern-ranking.h"
#include "lectern-rehearsal.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_SPEED 600.0
#define SPEED_MAX 100000.0
/* As many sheets as an entry can have. */
#define JUDGES_MAX LECTERN_JUDGES_MAX

static void
on_progress_cb (const char *sentence,
                gpointer    data)
{
  lectern_invocation_say (data, "%s", sentence);
}

static void
answer_figures (JsonBuilder              *answer,
                const LecternJuryFigures *jury)
{
  json_builder_set_member_name (answer, "acknowledgement_ms");
  json_builder_begin_object (answer);
  json_builder_set_member_name (answer, "median");
  json_builder_add_double_value (answer, jury->ack_median_ms);
  json_builder_set_member_name (answer, "p99");
  json_builder_add_double_value (answer, jury->ack_p99_ms);
  json_builder_set_member_name (answer, "max");
  json_builder_add_double_value (answer, jury->ack_max_ms);
  json_builder_end_object (answer);
}

static void
answer_ranking (JsonBuilder                  *answer,
                const LecternRehearsalReport *report)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (report->contest, NULL, FALSE);
  g_autofree char *text = lectern_ranking_to_json (ranking, report->contest);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  json_builder_set_member_name (answer, "ranking");
  json_builder_add_value (answer, g_steal_pointer (&node));
}

static void
print_ranking (LecternInvocation            *invocation,
               const LecternRehearsalReport *report)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (report->contest, NULL, FALSE);

  for (guint i = 0; i < ranking->n_rows; i++)
    {
      const LecternRankingRow *row = &ranking->rows[i];
      g_autofree char         *final = row->ranked.has_final ? lectern_fraction_format (row->ranked.final, ranking->decimals) : g_strdup ("–");

      lectern_invocation_print (invocation, "%u\t%s\t%s\t%s", row->ranked.rank, row->nominee->name, row->unit->name, final);
    }
}

static LecternExit
finish (LecternInvocation            *invocation,
        const char                   *folder,
        const LecternRehearsalReport *report)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  print_ranking (invocation, report);
  /* Translators: entries, judges, sheets, seconds. */
  lectern_invocation_say (invocation, _ ("%u entries, %u judges, %u sheets in %.1f s. Sheets were acknowledged after %.1f ms (median), %.1f ms (99 of 100)."), report->n_entries, report->jury.n_judges, report->jury.n_submitted, report->seconds, report->jury.ack_median_ms, report->jury.ack_p99_ms);
  lectern_invocation_say (invocation, _ ("The journal of %d lines proves every result. Contest and papers are in “%s”."), (int) report->n_journal, folder);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "folder", folder);
  lectern_answer_text (answer, "file", report->file);
  lectern_answer_begin_array (answer, "papers");
  for (guint i = 0; i < report->papers->len; i++)
    json_builder_add_string_value (answer, report->papers->pdata[i]);
  json_builder_end_array (answer);
  lectern_answer_integer (answer, "rounds", report->n_rounds);
  lectern_answer_integer (answer, "entries", report->n_entries);
  lectern_answer_integer (answer, "judges", report->jury.n_judges);
  lectern_answer_integer (answer, "sheets", report->jury.n_submitted);
  lectern_answer_integer (answer, "drafts", report->jury.n_drafts);
  lectern_answer_integer (answer, "ties_decided", report->n_ties_decided);
  lectern_answer_integer (answer, "journal", report->n_journal);
  lectern_answer_boolean (answer, "verified", TRUE);
  json_builder_set_member_name (answer, "seconds");
  json_builder_add_double_value (answer, report->seconds);
  answer_figures (answer, &report->jury);
  answer_ranking (answer, report);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

static char *
make_folder_name (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "rehearsal-%Y%m%d-%H%M%S");
}

LecternExit
lectern_command_rehearse (LecternInvocation *invocation,
                          int                argc,
                          char             **argv)
{
  int                n_judges = 0;
  double             speed = DEFAULT_SPEED;
  g_autofree char   *folder = NULL;
  const GOptionEntry entries[] = {
    { "judges", 'j', 0, G_OPTION_ARG_INT, &n_judges, N_ ("How many judges; without it as many as the contest has"), N_ ("N") },
    { "speed", 's', 0, G_OPTION_ARG_DOUBLE, &speed, N_ ("How many times faster than the evening (600)"), N_ ("X") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, N_ ("The folder in which contest and papers stay"), N_ ("DIR") },
    { NULL },
  };
  LecternRehearsalOrder order = { .progress = on_progress_cb, .data = invocation };
  g_autoptr (LecternRehearsalReport) report = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 0, 1))
    return LECTERN_EXIT_USAGE;
  if (n_judges < 0 || n_judges > JUDGES_MAX)
    return lectern_invocation_misused (invocation, _ ("A jury has 1 to %d judges."), JUDGES_MAX);
  if (!(speed > 0 && speed <= SPEED_MAX))
    return lectern_invocation_misused (invocation, _ ("The speed is above 0 and at most %.0f."), SPEED_MAX);
  if (folder == NULL)
    folder = make_folder_name ();
  order.source = argc > 1 ? argv[1] : NULL;
  order.folder = folder;
  order.n_judges = (guint) n_judges;
  order.speed = speed;
  report = lectern_rehearsal_run (&order, &problems, &error);
  if (report == NULL)
    return lectern_invocation_refuse (invocation, error, problems);

  return finish (invocation, folder, report);
}
