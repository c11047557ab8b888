/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* `export` of results as tables, and the workbook for units to fill in. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-table-command-private.h"

#include "lectern-commands.h"
#include "lectern-journal-table.h"
#include "lectern-nominee-form.h"
#include "lectern-result-tables.h"
#include "lectern-store.h"
#include "lectern-workbook-writer.h"

#include <glib/gi18n-lib.h>

static const LecternTabulation *
find_table (GPtrArray  *tables,
            const char *key)
{
  for (guint i = 0; i < tables->len; i++)
    if (g_strcmp0 (((LecternTabulation *) tables->pdata[i])->key, key) == 0)
      return tables->pdata[i];

  return NULL;
}

static char *
list_tables (GPtrArray *tables)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < tables->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((LecternTabulation *) tables->pdata[i])->key);

  return g_string_free (names, FALSE);
}

static LecternExit
finish (LecternInvocation *invocation,
        const char        *path,
        guint              n_tables)
{
  g_autoptr (JsonBuilder) answer = json_builder_new ();

  lectern_invocation_say (invocation, _ ("Wrote “%s”."), path);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "file", path);
  lectern_answer_integer (answer, "tables", n_tables);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

static gboolean
write_csv (const LecternTabulation *table,
           LecternCsvEncoding       encoding,
           const char              *path,
           GError                 **error)
{
  g_autoptr (GBytes) bytes = lectern_tabulation_to_csv (table, encoding);
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_file_set_contents (path, text, (gssize) length, error);
}

static gboolean
parse_encoding (const char         *text,
                LecternCsvEncoding *encoding)
{
  if (text == NULL || g_ascii_strcasecmp (text, "utf-8") == 0)
    *encoding = LECTERN_CSV_UTF8;
  else if (g_ascii_strcasecmp (text, "gb18030") == 0)
    *encoding = LECTERN_CSV_GB18030;
  else
    return FALSE;

  return TRUE;
}

/* The whole journal, which is of no round. */
static LecternExit
export_journal (LecternInvocation        *invocation,
                const LecternTableExport *order,
                LecternCsvEncoding        encoding)
{
  gboolean is_csv = g_str_has_suffix (order->out, ".csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = lectern_invocation_read_contest (order->file, &error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (LecternTabulation) table = NULL;
  LecternStore *store = contest != NULL ? lectern_store_open_read_only (order->file, &error) : NULL;

  if (store != NULL)
    lines = lectern_store_read_journal (store, 0, 0, &error);
  lectern_store_close (store);
  if (lines == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  table = lectern_journal_table_new (contest, lines);
  if (is_csv ? !write_csv (table, encoding, order->out, &error) : !lectern_journal_table_write (contest, lines, order->out, g_get_real_time (), &error))
    return lectern_invocation_refuse (invocation, error, NULL);

  return finish (invocation, order->out, 1);
}

LecternExit
lectern_table_command_export (LecternInvocation        *invocation,
                              const LecternTableExport *order)
{
  gboolean           is_csv = g_str_has_suffix (order->out, ".csv");
  gboolean           is_journal = g_strcmp0 (order->table, "journal") == 0;
  gint64             now_us = g_get_real_time ();
  LecternCsvEncoding encoding;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (LecternRanking) ranking = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  const LecternTabulation *table;
  g_autofree char         *names = NULL;

  if (!is_csv && ((order->table != NULL && !is_journal) || order->encoding != NULL))
    return lectern_invocation_misused (invocation, _ ("A single table and an encoding can be asked of a .csv file only."));
  if (!parse_encoding (order->encoding, &encoding))
    return lectern_invocation_misused (invocation, _ ("“%s” is no encoding of tables. There are: utf-8, gb18030."), order->encoding);
  if (is_journal && order->round != NULL)
    return lectern_invocation_misused (invocation, _ ("The journal is of the whole contest, and of no round."));
  if (is_journal)
    return export_journal (invocation, order, encoding);
  contest = lectern_invocation_read_contest (order->file, &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  if (order->round != NULL && lectern_contest_get_round (contest, order->round) == NULL)
    {
      g_set_error (&error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no round “%s”."), order->round);
      return lectern_invocation_refuse (invocation, error, NULL);
    }
  ranking = lectern_ranking_new (contest, order->round, FALSE);
  tables = lectern_result_tables_new (contest, ranking, now_us);
  names = list_tables (tables);
  table = find_table (tables, order->table != NULL ? order->table : "ranking");
  if (table == NULL)
    return lectern_invocation_misused (invocation, _ ("“%s” is no table of results. There are: %s."), order->table, names);
  if (is_csv ? !write_csv (table, encoding, order->out, &error) : !lectern_workbook_write (tables, order->out, now_us, &error))
    return lectern_invocation_refuse (invocation, error, NULL);

  return finish (invocation, order->out, is_csv ? 1 : tables->len);
}

LecternExit
lectern_command_template_workbook (LecternInvocation *invocation,
                                   int                argc,
                                   char             **argv)
{
  g_autofree char   *out = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The file to write"), N_ ("OUT.xlsx") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = NULL;

  if (!lectern_invocation_parse (invocation, &argc, &argv, entries, 1, 1))
    return LECTERN_EXIT_USAGE;
  if (out == NULL || !g_str_has_suffix (out, ".xlsx"))
    return lectern_invocation_misused (invocation, _ ("-o OUT.xlsx is needed."));
  contest = lectern_invocation_read_contest (argv[1], &error);
  if (contest == NULL || !lectern_nominee_form_write (contest, out, g_get_real_time (), &error))
    return lectern_invocation_refuse (invocation, error, NULL);

  return finish (invocation, out, 1);
}
