/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* `lecternctl annex`: a statistics table with its columns. Rows come in through `import`, on paper they go
 * out through `report`. What is kept off public papers is answered only where it is asked for. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-annex-table.h"
#include "lectern-annex-workbook.h"
#include "lectern-commands.h"
#include "lectern-workbook-writer.h"

#include <glib/gi18n-lib.h>

/* What was asked; strings borrowed from the command line. */
typedef struct
{
  const char      *file;
  LecternAnnexKind kind;
  char            *columns; /* where the columns go */
  char            *set;     /* columns to be set, or "default" */
  char            *output;  /* .xlsx or .csv */
  char *template;           /* .xlsx */
  char    *encoding;
  gboolean office;
  gboolean clear;
} AnnexOrder;

static LecternAction *
new_action (const AnnexOrder *order,
            LecternActionKind kind)
{
  LecternAction *action = lectern_invocation_new_action (kind);

  action->key = g_strdup (lectern_annex_kind_get_name (order->kind));

  return action;
}

/* Showing --------------------------------------------------------------------------------------- */

static void
answer_column (JsonBuilder              *answer,
               const LecternAnnexColumn *column)
{
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "key", column->key);
  lectern_answer_text (answer, "zh", column->zh);
  lectern_answer_text (answer, "en", column->en);
  lectern_answer_text (answer, "type", lectern_annex_type_get_name (column->type));
  lectern_answer_boolean (answer, "sum", column->sum);
  lectern_answer_boolean (answer, "required", column->required);
  lectern_answer_boolean (answer, "private", column->private);
  lectern_answer_boolean (answer, "shown", !column->hidden);
  json_builder_set_member_name (answer, "width");
  if (column->width > 0)
    json_builder_add_int_value (answer, column->width);
  else
    json_builder_add_null_value (answer);
  json_builder_end_object (answer);
}

static void
answer_rows (JsonBuilder            *answer,
             LecternContest         *contest,
             const LecternAnnexForm *form,
             GPtrArray              *rows,
             gboolean                office)
{
  lectern_answer_begin_array (answer, "rows");
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GHashTable) cells = lectern_annex_row_read (rows->pdata[i]);

      json_builder_begin_object (answer);
      for (guint c = 0; c < form->columns->len; c++)
        {
          const LecternAnnexColumn *column = form->columns->pdata[c];
          g_autofree char          *text = lectern_annex_describe_cell (contest, column, cells);

          if (office || !column->private)
            lectern_answer_text (answer, column->key, *text != '\0' ? text : NULL);
        }
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

static void
answer_sums (JsonBuilder            *answer,
             const LecternAnnexForm *form,
             GPtrArray              *rows)
{
  json_builder_set_member_name (answer, "sums");
  json_builder_begin_object (answer);
  for (guint i = 0; i < form->columns->len; i++)
    {
      g_autofree char *sum = lectern_annex_add_up (form->columns->pdata[i], rows);

      if (sum != NULL)
        lectern_answer_text (answer, ((LecternAnnexColumn *) form->columns->pdata[i])->key, sum);
    }
  json_builder_end_object (answer);
}

static LecternExit
show (LecternInvocation *invocation,
      const AnnexOrder  *order,
      LecternContest    *contest)
{
  g_autoptr (LecternAnnexForm) form = lectern_contest_get_annex_form (contest, order->kind);
  g_autoptr (GPtrArray) rows = lectern_contest_list_annex_rows (contest, order->kind);
  g_autoptr (GPtrArray) warnings = lectern_contest_list_annex_warnings (contest, order->kind);
  g_autoptr (JsonBuilder) answer = json_builder_new ();
  const char *title = lectern_annex_form_get_title (form, lectern_contest_get_record (contest)->language);

  lectern_invocation_print (invocation, ngettext ("%s: %u row", "%s: %u rows", rows->len), title, rows->len);
  lectern_invocation_print_notices (invocation, warnings);
  json_builder_begin_object (answer);
  lectern_answer_text (answer, "table", lectern_annex_kind_get_name (order->kind));
  lectern_answer_text (answer, "title", title);
  lectern_answer_boolean (answer, "own_columns", lectern_contest_has_annex_form (contest, order->kind));
  lectern_answer_begin_array (answer, "columns");
  for (guint i = 0; i < form->columns->len; i++)
    answer_column (answer, form->columns->pdata[i]);
  json_builder_end_array (answer);
  answer_rows (answer, contest, form, rows, order->office);
  answer_sums (answer, form, rows);
  lectern_answer_problems (answer, "warnings", warnings);
  json_builder_end_object (answer);

  return lectern_invocation_finish (invocation, answer);
}

/* Writing --------------------------------------------------------------------------------------- */

static gboolean
write_table (const AnnexOrder  *order,
             LecternTabulation *table,
             LecternCsvEncoding encoding,
             GError           **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize       length;
  const char *text;

  if (g_str_has_suffix (order->output, ".xlsx"))
    {
      g_ptr_array_add (tables, table);
      return lectern_workbook_write (tables, order->output, g_get_real_time (), error);
    }
  bytes = lectern_tabulation_to_csv (table, encoding);
  text = g_bytes_get_data (bytes, &length);

  return g_file_set_contents (order->output, text, (gssize) length, error);
}

static LecternExit
export_table (LecternInvocation *invocation,
              const AnnexOrder  *order,
              LecternContest    *contest)
{
  g_autoptr (LecternTabulation) table = lectern_annex_table_new (contest, order->kind, order->office);
  g_autoptr (GError) error = NULL;
  gboolean           gb18030 = order->encoding != NULL && g_ascii_strcasecmp (order->encoding, "gb18030") == 0;
  LecternCsvEncoding encoding = gb18030 ? LECTERN_CSV_GB18030 : LECTERN_CSV_UTF8;

  if (order->encoding != NULL && !gb18030 && g_ascii_strcasecmp (order->encoding, "utf-8") != 0)
    return lectern_invocation_misused (invocation, _ ("“%s” is no encoding of tables. There are: utf-8, gb18030."), order->encoding);
  if (!write_table (order, table, encoding, &error))
    return lectern_invocation_refuse (invocation, error, NULL);

  return lectern_invocation_finish_with_file (invocation, order->output, "rows", table->rows->len);
}

static LecternExit
write_template (LecternInvocation *invocation,
                const AnnexOrder  *order,
                LecternContest    *contest)
{
  g_autoptr (GError) error = NULL;

  if (!lectern_annex_workbook_write (contest, order->kind, order->template, g_get_real_time (), &error))
    return lectern_invocation_refuse (invocation, error, NULL);

  return lectern_invocation_finish_with_file (invocation, order->template, NULL, 0);
}

static LecternExit
write_columns (LecternInvocation *invocation,
               const AnnexOrder  *order,
               LecternContest    *contest)
{
  g_autoptr (LecternAnnexForm) form = lectern_contest_get_annex_form (contest, order->kind);
  g_autofree char *text = lectern_annex_form_write (form);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (order->columns, text, -1, &error))
    return lectern_invocation_refuse (invocation, error, NULL);

  return lectern_invocation_finish_with_file (invocation, order->columns, "columns", form->columns->len);
}

/* Changing -------------------------------------------------------------------------------------- */

static LecternExit
finish_change (LecternInvocation *invocation,
               const AnnexOrder  *order,
               LecternAction     *action)
{
  LecternExit exit;
  g_autoptr (LecternOutcome) outcome = lectern_invocation_perform (invocation, order->file, action, &exit);
  g_autoptr (LecternContest) contest = NULL;
  g_autoptr (GError) error = NULL;

  if (outcome == NULL)
    return exit;
  contest = lectern_invocation_read_contest (order->file, &error);

  return contest != NULL ? show (invocation, order, contest) : lectern_invocation_refuse (invocation, error, NULL);
}

static LecternExit
set_columns (LecternInvocation *invocation,
             const AnnexOrder  *order)
{
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternAnnexForm) form = NULL;
  g_autofree char *text = NULL;
  LecternAction   *action;

  if (!g_str_equal (order->set, "default"))
    {
      if (!g_file_get_contents (order->set, &text, NULL, &error))
        return lectern_invocation_refuse (invocation, error, NULL);
      form = lectern_annex_form_parse (text, problems, &error);
      if (form == NULL)
        return lectern_invocation_refuse (invocation, error, problems);
    }
  action = new_action (order, LECTERN_ACTION_SET_ANNEX_FORM);
  action->text = g_steal_pointer (&text);

  return finish_change (invocation, order, action);
}

static LecternExit
clear_rows (LecternInvocation *invocation,
            const AnnexOrder  *order)
{
  LecternAction *action = new_action (order, LECTERN_ACTION_SET_ANNEX_ROWS);

  action->on = TRUE;

  return finish_change (invocation, order, action);
}

static LecternExit
run (LecternInvocation *invocation,
     const AnnexOrder  *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) contest = NULL;

  if (order->set != NULL)
    return set_columns (invocation, order);
  if (order->clear)
    return clear_rows (invocation, order);
  contest = lectern_invocation_read_contest (order->file, &error);
  if (contest == NULL)
    return lectern_invocation_refuse (invocation, error, NULL);
  if (order->output != NULL)
    return export_table (invocation, order, contest);
  if (order->template != NULL)
    return write_template (invocation, order, contest);

  return order->columns != NULL ? write_columns (invocation, order, contest) : show (invocation, order, contest);
}

/* Wrong usage; LECTERN_EXIT_DONE when there is none. */
static LecternExit
check (LecternInvocation *invocation,
       const AnnexOrder  *order)
{
  guint n = (order->set != NULL) + (order->columns != NULL) + (order->output != NULL) + (order->template != NULL) + order->clear;

  if (n > 1)
    return lectern_invocation_misused (invocation, _ ("One thing at a time: -o, --columns, --template, --set or --clear."));
  if (order->output != NULL && !g_str_has_suffix (order->output, ".xlsx") && !g_str_has_suffix (order->output, ".csv"))
    return lectern_invocation_misused (invocation, _ ("A table goes to a file that ends in .xlsx or .csv."));
  if (order->encoding != NULL && (order->output == NULL || !g_str_has_suffix (order->output, ".csv")))
    return lectern_invocation_misused (invocation, _ ("An encoding can be asked of a .csv file only."));
  if (order->template != NULL && !g_str_has_suffix (order->template, ".xlsx"))
    return lectern_invocation_misused (invocation, _ ("The workbook to be filled in ends in .xlsx."));

  return LECTERN_EXIT_DONE;
}

static void
clear_order (AnnexOrder *order)
{
  g_free (order->columns);
  g_free (order->set);
  g_free (order->output);
  g_free (order->template);
  g_free (order->encoding);
}

LecternExit
lectern_command_annex (LecternInvocation *invocation,
                       int                argc,
                       char             **argv)
{
  AnnexOrder         order = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &order.output, N_ ("Writes the table"), N_ ("OUT.(xlsx, csv)") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &order.encoding, N_ (".csv: utf-8 (without it) or gb18030"), N_ ("NAME") },
    { "office", 0, 0, G_OPTION_ARG_NONE, &order.office, N_ ("With the columns that are kept off public papers"), NULL },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &order.template, N_ ("Writes the workbook for the units to fill in"), N_ ("OUT.xlsx") },
    { "columns", 0, 0, G_OPTION_ARG_FILENAME, &order.columns, N_ ("Writes the columns, to be edited"), N_ ("OUT.json") },
    { "set", 0, 0, G_OPTION_ARG_FILENAME, &order.set, N_ ("Sets the columns: a file, or “default” for the program's own"), N_ ("PATH.json") },
    { "clear", 0, 0, G_OPTION_ARG_NONE, &order.clear, N_ ("Takes all rows out"), NULL },
    { NULL },
  };
  LecternExit exit = LECTERN_EXIT_USAGE;

  if (lectern_invocation_parse (invocation, &argc, &argv, entries, 2, 2))
    {
      order.file = argv[1];
      if (!lectern_annex_kind_from_name (argv[2], &order.kind))
        exit = lectern_invocation_misused (invocation, _ ("“%s” is no statistics table. There are: activity, pool."), argv[2]);
      else if ((exit = check (invocation, &order)) == LECTERN_EXIT_DONE)
        exit = run (invocation, &order);
    }
  clear_order (&order);

  return exit;
}
