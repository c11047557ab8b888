/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Signed bundles of results (docs/bundle.md): export, verify without the contest, and a heat from
 * another laptop. What is exported is read and proved like anybody's before it is written. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-bundle.h"
#include "lectern-commands.h"
#include "lectern-table-command-private.h"
#include "lectern-exchange-error.h"
#include "lectern-signing-key.h"
#include "lectern-store.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* The contest and the last line of its journal are of one moment, also while a console is writing. */
static LecternBundle *
make_bundle (const char *path,
             GError    **error)
{
  g_autoptr (LecternStore) store = lectern_store_open_read_only (path, error);
  g_autoptr (LecternChange) rows = store != NULL ? lectern_store_load (store, error) : NULL;
  g_autoptr (LecternContest) contest = lectern_contest_new ();

  if (rows == NULL)
    return NULL;
  lectern_contest_apply (contest, rows);

  return lectern_bundle_new (contest, lectern_store_get_seq (store), lectern_store_get_hash (store));
}

static guint
count_sheets (const LecternBundle *bundle)
{
  guint n = 0;

  for (guint i = 0; i < bundle->records->len; i++)
    n += ((LecternRecord *) bundle->records->pdata[i])->table == &lectern_table_sheet;

  return n;
}

static void
answer_bundle (JsonBuilder         *answer,
               const LecternBundle *bundle)
{
  g_autofree char *fingerprint = lectern_bundle_get_fingerprint (bundle);

  lectern_answer_text (answer, "fingerprint", fingerprint);
  lectern_answer_begin_array (answer, "rounds");
  for (guint i = 0; i < bundle->records->len; i++)
    {
      const LecternRound *round = bundle->records->pdata[i];

      if (round->record.table != &lectern_table_round)
        continue;
      json_builder_begin_object (answer);
      lectern_answer_text (answer, "key", round->key);
      lectern_answer_text (answer, "state", lectern_machine_get_name (LECTERN_MACHINE_ROUND, (guint) round->state));
      lectern_answer_integer (answer, "revision", round->revision);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
  lectern_answer_integer (answer, "sheets", count_sheets (bundle));
  json_builder_set_member_name (answer, "journal");
  json_builder_begin_object (answer);
  lectern_answer_integer (answer, "seq", bundle->seq);
  lectern_answer_text (answer, "hash", bundle->hash);
  json_builder_end_object (answer);
}

/* Writes @bundle signed; TRUE when whoever reads it will find it proved. */
static gboolean
write_bundle (LecternBundle *bundle,
              const char    *out,
              GError       **error)
{
  g_autoptr (GBytes) seed = lectern_signing_key_open (NULL, error);
  g_autofree char *text = seed != NULL ? lectern_bundle_sign (bundle, seed) : NULL;
  g_autoptr (LecternBundle) read = text != NULL ? lectern_bundle_read (text, strlen (text), error) : NULL;

  return read != NULL && g_file_set_contents (out, text, -1, error);
}

static LecternExit
export_bundle (LecternInvocation *invocation,
               const char        *file,
               const char        *out)
{
  g_autoptr (LecternBundle) bundle = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = NULL;

  bundle = make_bundle (file, &error);
  if (bundle == NULL || !write_bundle (bundle, out, &error))
    return lectern_invocation_refuse (invocation, error, NULL);

  fingerprint = lectern_bundle_get_fingerprint (bundle);
  lectern_invocation_say (invocation, _ ("Wrote “%s”, signed with the key %s."), out, fingerprint);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "file", out);
  answer_bundle (answer, bundle);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

LecternExit
lectern_command_export (LecternInvocation *invocation,
                        int                argc,
                        char             **argv)
{
  g_autofree char   *out = NULL;
  g_autofree char   *round = NULL;
  g_autofree char   *table = NULL;
  g_autofree char   *encoding = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The file to write"), N_ ("OUT.json|xlsx|csv") },
    { "round", 0, 0, G_OPTION_ARG_STRING, &round, N_ ("xlsx, csv: the round’s key; without it the current one"), N_ ("KEY") },
    { "table", 0, 0, G_OPTION_ARG_STRING, &table, N_ ("csv: ranking (without it), sheets, marks, times, nominees or about; csv, xlsx: journal"), N_ ("NAME") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding, N_ ("csv: utf-8 (with a BOM) or gb18030"), N_ ("ENCODING") },
    { NULL },
  };

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (out != NULL && (g_str_has_suffix (out, ".xlsx") || g_str_has_suffix (out, ".csv")))
    return lectern_table_command_export (invocation, &(LecternTableExport){ argv[1], out, round, table, encoding });
  if (out == NULL || !g_str_has_suffix (out, ".json"))
    return lectern_invocation_misused (invocation, _ ("-o OUT.json, OUT.xlsx or OUT.csv is needed."));
  if (round != NULL || table != NULL || encoding != NULL)
    return lectern_invocation_misused (invocation, _ ("A bundle is of the whole contest: round, table and encoding can be asked of .xlsx and .csv files."));

  return export_bundle (invocation, argv[1], out);
}

/* Reading one ------------------------------------------------------------------------------- */

gboolean
lectern_command_is_bundle (const char *path)
{
  FILE *file = fopen (path, "rb");
  int   first = file != NULL ? fgetc (file) : EOF;

  if (file != NULL)
    fclose (file);

  return first == '{';
}

static LecternBundle *
read_bundle (const char *path,
             GError    **error)
{
  g_autofree char *text = NULL;
  gsize            length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  return lectern_bundle_read (text, length, error);
}

/* Its first row. */
static const LecternContestRecord *
get_contest (const LecternBundle *bundle)
{
  return bundle->records->pdata[0];
}

LecternExit
lectern_command_verify_bundle (LecternInvocation *invocation,
                               const char        *path,
                               const char        *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternBundle) bundle = read_bundle (path, &error);
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autofree char *fingerprint = bundle != NULL ? lectern_bundle_get_fingerprint (bundle) : NULL;

  if (bundle != NULL && wanted != NULL && !g_str_equal (wanted, fingerprint))
    g_set_error (&error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE, _ ("The bundle is signed with another key: %s."), fingerprint);
  if (error != NULL)
    return lectern_invocation_refuse (invocation, error, NULL);

  lectern_invocation_say (invocation, ngettext ("“%s”: %u sheet, and every result is what the marks give; not a byte was changed since it was signed.", "“%s”: %u sheets, and every result is what the marks give; not a byte was changed since it was signed.", count_sheets (bundle)), get_contest (bundle)->title, count_sheets (bundle));
  if (get_contest (bundle)->rehearsal == 1)
    lectern_invocation_say (invocation, _ ("It is of a rehearsal: nothing in it counts."));
  if (wanted == NULL)
    lectern_invocation_say (invocation, _ ("Compare the key’s fingerprint with the one on the main laptop or on its papers: %s"), fingerprint);
  json_builder_begin_object (answer);
  lectern_answer_boolean (answer, "verified", TRUE);
  lectern_answer_text (answer, "title", get_contest (bundle)->title);
  lectern_answer_boolean (answer, "rehearsal", get_contest (bundle)->rehearsal == 1);
  answer_bundle (answer, bundle);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

/* A heat ------------------------------------------------------------------------------------ */

static LecternAction *
make_action (const LecternBundle *bundle,
             const char          *round,
             GError             **error)
{
  const char *key = round != NULL ? round : lectern_bundle_find_round (bundle);
  g_autoptr (GPtrArray) rows = NULL;
  LecternAction *action;

  if (key == NULL)
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_NOT_FOUND, _ ("The bundle has no finalised round, or several: name one with --round KEY."));
      return NULL;
    }
  rows = lectern_bundle_list_round (bundle, key, error);
  if (rows == NULL)
    return NULL;
  action = lectern_invocation_new_action (LECTERN_ACTION_TAKE_ROUND);
  action->text = lectern_bundle_get_fingerprint (bundle);
  lectern_record_take_string (&action->key, key);
  for (guint i = 0; i < rows->len; i++)
    lectern_action_add_record (action, lectern_record_ref (rows->pdata[i]));

  return action;
}

LecternExit
lectern_command_import_round (LecternInvocation *invocation,
                              const char        *file,
                              const char        *path,
                              const char        *round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternBundle) bundle = read_bundle (path, &error);
  LecternAction   *action = bundle != NULL ? make_action (bundle, round, &error) : NULL;
  g_autofree char *key = action != NULL ? g_strdup (action->key) : NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  g_autofree char *fingerprint = NULL;
  LecternExit      exit;

  if (action == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  outcome = lectern_invocation_perform (invocation, file, action, &exit);
  if (outcome == NULL)
    return exit;

  fingerprint = lectern_bundle_get_fingerprint (bundle);
  lectern_invocation_say (invocation, _ ("Took the round “%s”, signed with the key %s."), key, fingerprint);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "table", "round");
  lectern_answer_text (answer, "round", key);
  lectern_answer_text (answer, "fingerprint", fingerprint);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}
