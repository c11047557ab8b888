/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Setting a contest up: new, import, draw, lots, recuse. Rule: nothing is half done. A table is
 * read whole against the contest before one action carries it to the engine; a dry run does the
 * same on a copy, so that it refuses exactly what the real one would. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-annex.h"
#include "lectern-commands.h"
#include "lectern-dry-run.h"
#include "lectern-follower.h"
#include "lectern-import-line.h"
#include "lectern-templates.h"

#include <glib/gi18n-lib.h>

#define NUMBER_MAX 9999

static const LecternActionKind import_actions[LECTERN_IMPORT_N_KINDS] = {
  [LECTERN_IMPORT_NOMINEES] = LECTERN_ACTION_ADD_NOMINEES,
  [LECTERN_IMPORT_JUDGES] = LECTERN_ACTION_ADD_JUDGES,
  [LECTERN_IMPORT_LOTS] = LECTERN_ACTION_SET_LOTS,
  [LECTERN_IMPORT_TIMES] = LECTERN_ACTION_IMPORT_TIMES,
  [LECTERN_IMPORT_MARKS] = LECTERN_ACTION_IMPORT_SHEETS,
  [LECTERN_IMPORT_ACTIVITY] = LECTERN_ACTION_SET_ANNEX_ROWS,
  [LECTERN_IMPORT_POOL] = LECTERN_ACTION_SET_ANNEX_ROWS,
};

LecternExit
lectern_command_new (LecternInvocation *invocation,
                     int                argc,
                     char             **argv)
{
  g_autofree char   *name = NULL;
  const GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_FILENAME, &name, N_ ("A built-in template, or the path of a rules file (.json)"), N_ ("NAME") },
    { NULL },
  };
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (LecternTemplate) template = NULL;
  g_autoptr (LecternEngine) engine = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  template = lectern_templates_load (name == NULL ? LECTERN_TEMPLATE_DEFAULT : name, problems, &error);
  if (template != NULL)
    engine = lectern_engine_create (argv[1], template, "lecternctl", &error);
  if (engine == NULL)
    return lectern_invocation_refuse (invocation, error, problems);

  lectern_engine_close (engine);
  lectern_invocation_say (invocation, _ ("Created “%s”: %s."), argv[1], template->contest->title);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "file", argv[1]);
  lectern_answer_text (answer, "template", name == NULL ? LECTERN_TEMPLATE_DEFAULT : name);
  lectern_answer_text (answer, "title", template->contest->title);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

/* What an import wants; the strings are borrowed from the command line. */
typedef struct
{
  LecternImportKind kind;
  const char       *file;
  const char       *table;
  char             *amend;  /* the reason; NULL: only new sheets */
  gboolean          update; /* nominees: who is registered already is changed */
  gboolean          dry_run;
} ImportOrder;

static LecternAction *
make_import_action (const ImportOrder *order,
                    LecternImport     *import)
{
  LecternAction *action = lectern_invocation_new_action (import_actions[order->kind]);

  lectern_record_take_string (&action->reason, order->amend);
  if (action->kind == LECTERN_ACTION_SET_ANNEX_ROWS)
    action->key = g_strdup (lectern_import_kind_get_name (order->kind));
  for (guint i = 0; i < import->records->len; i++)
    lectern_action_add_record (action, lectern_record_ref (import->records->pdata[i]));

  return action;
}

/* What differs, cell by cell, before and after. */
static void
say_lines (LecternInvocation *invocation,
           GPtrArray         *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const LecternImportLine *line = lines->pdata[i];

      if (line->kind == LECTERN_IMPORT_LINE_NEW)
        /* Translators: a new nominee and the unit. */
        lectern_invocation_say (invocation, _ ("New: %s, %s"), line->name, line->unit);
      for (guint c = 0; c < line->cells->len && line->kind == LECTERN_IMPORT_LINE_CHANGED; c++)
        {
          const LecternImportCell *cell = line->cells->pdata[c];

          /* Translators: a nominee, a column, what stands there and what will. */
          lectern_invocation_say (invocation, _ ("%s, %s: “%s” becomes “%s”"), line->name, cell->column, cell->before != NULL ? cell->before : "", cell->after != NULL ? cell->after : "");
        }
    }
}

static void
answer_lines (JsonBuilder *answer,
              GPtrArray   *lines)
{
  lectern_answer_begin_array (answer, "changes");
  for (guint i = 0; i < lines->len; i++)
    {
      const LecternImportLine *line = lines->pdata[i];

      json_builder_begin_object (answer);
      lectern_answer_text (answer, "name", line->name);
      lectern_answer_text (answer, "unit", line->unit);
      lectern_answer_boolean (answer, "new", line->kind == LECTERN_IMPORT_LINE_NEW);
      lectern_answer_begin_array (answer, "cells");
      for (guint c = 0; c < line->cells->len; c++)
        {
          const LecternImportCell *cell = line->cells->pdata[c];

          json_builder_begin_object (answer);
          lectern_answer_text (answer, "column", cell->column);
          lectern_answer_text (answer, "before", cell->before);
          lectern_answer_text (answer, "after", cell->after);
          json_builder_end_object (answer);
        }
      json_builder_end_array (answer);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

static LecternExit
finish_import (LecternInvocation *invocation,
               const ImportOrder *order,
               LecternImport     *import,
               GPtrArray         *lines)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  guint n = import->n_rows - import->n_unchanged;

  lectern_invocation_print_notices (invocation, import->notices);
  if (order->update)
    say_lines (invocation, lines);
  if (order->dry_run)
    lectern_invocation_say (invocation, ngettext ("%u row is good; nothing was imported.", "%u rows are good; nothing was imported.", import->n_rows), import->n_rows);
  else
    lectern_invocation_say (invocation, ngettext ("%u row was imported.", "%u rows were imported.", n), n);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "table", lectern_import_kind_get_name (order->kind));
  lectern_answer_integer (answer, "rows", import->n_rows);
  lectern_answer_integer (answer, "imported", order->dry_run ? 0 : n);
  lectern_answer_boolean (answer, "dry_run", order->dry_run);
  if (order->update)
    {
      lectern_answer_integer (answer, "unchanged", import->n_unchanged);
      answer_lines (answer, lines);
    }
  lectern_answer_problems (answer, "notices", import->notices);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

/* What the table lacks now that the rows are in it. */
static void
add_annex_warnings (LecternImport *import,
                    LecternEngine *engine)
{
  g_autoptr (LecternFollower) follower = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  LecternAnnexKind kind;

  if (!lectern_annex_kind_from_name (lectern_import_kind_get_name (import->kind), &kind))
    return;
  follower = lectern_follower_new (engine);
  warnings = lectern_contest_list_annex_warnings (lectern_follower_get_contest (follower), kind);
  g_ptr_array_extend_and_steal (import->notices, g_steal_pointer (&warnings));
}

static LecternExit
import_with (LecternInvocation *invocation,
             const ImportOrder *order,
             LecternEngine     *engine)
{
  g_autoptr (LecternFollower) follower = lectern_follower_new (engine);
  LecternContest    *contest = lectern_follower_get_contest (follower);
  LecternImportFlags flags = (order->amend == NULL ? LECTERN_IMPORT_PLAIN : LECTERN_IMPORT_AMEND) | (order->update ? LECTERN_IMPORT_UPDATE : LECTERN_IMPORT_PLAIN);
  g_autoptr (LecternImport) import = lectern_import_read_file (order->kind, order->table, contest, flags);
  g_autoptr (GPtrArray) lines = lectern_import_list_lines (import, contest);
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (import->error != NULL)
    return lectern_invocation_refuse (invocation, import->error, import->problems);
  if (order->update && import->records->len == 0) /* nothing is new */
    return finish_import (invocation, order, import, lines);
  outcome = lectern_engine_perform (engine, make_import_action (order, import), &problems, &error);
  if (outcome == NULL)
    return lectern_invocation_refuse (invocation, error, problems);

  add_annex_warnings (import, engine);

  return finish_import (invocation, order, import, lines);
}

static LecternExit
run_import (LecternInvocation *invocation,
            const ImportOrder *order)
{
  g_autoptr (GError) error = NULL;
  char       *copy = NULL;
  LecternExit exit;
  g_autoptr (LecternEngine) engine = order->dry_run ? lectern_dry_run_open (order->file, &copy, &error) : lectern_engine_open (order->file, &error);

  if (engine == NULL)
    exit = lectern_invocation_refuse (invocation, error, NULL);
  else
    {
      exit = import_with (invocation, order, engine);
      lectern_engine_close (engine);
    }
  lectern_dry_run_remove (copy);

  return exit;
}

LecternExit
lectern_command_import (LecternInvocation *invocation,
                        int                argc,
                        char             **argv)
{
  g_autofree char   *amend = NULL;
  g_autofree char   *round = NULL;
  gboolean           dry_run = FALSE;
  gboolean           update = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Check the table and import nothing"), NULL },
    { "update", 0, 0, G_OPTION_ARG_NONE, &update, N_ ("Change who is registered already, and say what differs (nominees only)"), NULL },
    { "amend", 0, 0, G_OPTION_ARG_STRING, &amend, N_ ("Replace sheets that are there, for this reason (marks only)"), N_ ("REASON") },
    { "round", 0, 0, G_OPTION_ARG_STRING, &round, N_ ("Which round of a bundle that has several finalised ones"), N_ ("KEY") },
    { NULL },
  };
  ImportOrder order = { 0 };

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 3, 3))
    return LECTERN_EXIT_USAGE;
  if (g_str_equal (argv[2], "round") && !dry_run && !update && amend == NULL)
    return lectern_command_import_round (invocation, argv[1], argv[3], round);
  if (round != NULL || g_str_equal (argv[2], "round"))
    return lectern_invocation_misused (invocation, _ ("--round is for a round's bundle, --dry-run and --amend are for tables."));
  if (!lectern_import_kind_from_name (argv[2], &order.kind))
    return lectern_invocation_misused (invocation, _ ("“%s” is no kind of table: nominees, judges, lots, times, marks, activity, pool or round."), argv[2]);
  if (amend != NULL && order.kind != LECTERN_IMPORT_MARKS)
    return lectern_invocation_misused (invocation, _ ("--amend is for marks."));
  if (update && order.kind != LECTERN_IMPORT_NOMINEES)
    return lectern_invocation_misused (invocation, _ ("--update is for nominees."));
  order.file = argv[1];
  order.table = argv[3];
  order.amend = amend;
  order.update = update;
  order.dry_run = dry_run;

  return run_import (invocation, &order);
}

LecternExit
lectern_command_lots (LecternInvocation *invocation,
                      int                argc,
                      char             **argv)
{
  ImportOrder order = { .kind = LECTERN_IMPORT_LOTS };

  if (!lectern_invocation_parse (invocation, &argc, &argv, NULL, 2, 2))
    return LECTERN_EXIT_USAGE;
  order.file = argv[1];
  order.table = argv[2];

  return run_import (invocation, &order);
}

/* The running order as it stands in the file. */
static LecternExit
show_order (LecternInvocation *invocation,
            const char        *path,
            const char        *seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (path, &error);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  entries = lectern_contest_list_entries (contest, NULL);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "seed", seed);
  lectern_answer_begin_array (answer, "order");
  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry   *entry = entries->pdata[i];
      const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
      const LecternUnit    *unit = lectern_contest_get_unit (contest, nominee->unit);

      lectern_invocation_print (invocation, "%d\t%s\t%s\t%s", (int) entry->lot, nominee->name, unit->name, nominee->title);
      json_builder_begin_object (answer);
      lectern_answer_integer (answer, "lot", entry->lot);
      lectern_answer_integer (answer, "id", nominee->id);
      lectern_answer_text (answer, "name", nominee->name);
      lectern_answer_text (answer, "unit", unit->name);
      lectern_answer_text (answer, "title", nominee->title);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_draw (LecternInvocation *invocation,
                      int                argc,
                      char             **argv)
{
  g_autofree char   *seed = NULL;
  g_autofree char   *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 'r', 0, G_OPTION_ARG_STRING, &reason, N_ ("Why it is drawn again"), N_ ("TEXT") },
    { "seed", 's', 0, G_OPTION_ARG_STRING, &seed, N_ ("What the order is drawn from; without it one is made"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (LecternOutcome) outcome = NULL;
  LecternAction *action;
  LecternExit    exit;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (seed != NULL && *seed == '\0')
    return lectern_invocation_misused (invocation, _ ("A seed has at least one character."));
  action = lectern_invocation_new_action (LECTERN_ACTION_DRAW);
  lectern_record_take_string (&action->text, seed);
  lectern_record_take_string (&action->reason, reason);
  outcome = lectern_invocation_perform (invocation, argv[1], action, &exit);
  if (outcome == NULL)
    return exit;
  lectern_invocation_say (invocation, _ ("Drawn with the seed “%s”."), outcome->text);

  return show_order (invocation, argv[1], outcome->text);
}
