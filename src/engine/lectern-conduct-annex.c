/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Statistics tables: their columns, and the rows that came in.
 *
 * Rules: what is kept reads without a fault; a table of activities has one row a unit; rows that come in
 * replace those of the same units and leave the others, because every unit hands in a table of its own. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-plan-private.h"

#include <glib/gi18n-lib.h>

#include "lectern-annex.h"

static gboolean
read_kind (LecternPlan      *plan,
           LecternAnnexKind *kind,
           GError          **error)
{
  if (lectern_annex_kind_from_name (plan->action->key, kind))
    return TRUE;

  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_NOT_FOUND, _ ("There is no statistics table “%s”."), plan->action->key != NULL ? plan->action->key : "");
}

static const char *
get_title (LecternPlan            *plan,
           const LecternAnnexForm *form)
{
  return lectern_annex_form_get_title (form, lectern_contest_get_record (plan->contest)->language);
}

/* The cells of @row as they are kept in @form; what does not fit goes to the problems. */
static GHashTable *
read_cells (LecternPlan            *plan,
            const LecternAnnexForm *form,
            const LecternAnnexRow  *row,
            guint                   number)
{
  GHashTable *given = lectern_annex_row_read (row);

  for (guint i = 0; i < form->columns->len; i++)
    {
      const LecternAnnexColumn *column = form->columns->pdata[i];
      const char               *text = g_hash_table_lookup (given, column->key);
      g_autofree char          *message = NULL;
      char                     *kept;

      if (text == NULL || *text == '\0')
        {
          if (column->required)
            g_ptr_array_add (plan->problems, lectern_problem_new (number, column->key, _ ("“%s” is missing. Write it in."), lectern_annex_column_get_heading (column, lectern_contest_get_record (plan->contest)->language)));
          continue;
        }
      kept = lectern_annex_column_read (column, plan->contest, text, &message);
      if (kept == NULL)
        g_ptr_array_add (plan->problems, lectern_problem_new (number, column->key, "%s", message));
      else
        g_hash_table_insert (given, g_strdup (column->key), kept);
    }

  return given;
}

/* Columns ------------------------------------------------------------------------------------- */

/* The rows that are there in the new columns; a column that went takes its cells along. */
static gboolean
fit_rows (LecternPlan            *plan,
          LecternAnnexKind        kind,
          const LecternAnnexForm *form,
          GError                **error)
{
  g_autoptr (GPtrArray) rows = lectern_contest_list_annex_rows (plan->contest, kind);

  for (guint i = 0; i < rows->len; i++)
    {
      LecternAnnexRow *row = lectern_record_copy (rows->pdata[i]);
      g_autoptr (GHashTable) cells = read_cells (plan, form, row, i + 1);

      lectern_annex_row_take_cells (row, form, cells);
      if (lectern_record_equal (row, rows->pdata[i]))
        lectern_record_unref (row);
      else
        lectern_plan_put (plan, row);
    }
  if (plan->problems->len == 0)
    return TRUE;

  return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("What is in the table does not fit these columns. Change the columns, or take the rows out first."));
}

gboolean
lectern_conduct_set_annex_form (LecternPlan *plan,
                                GError     **error)
{
  LecternAnnexKind kind = LECTERN_ANNEX_N_KINDS;
  g_autoptr (LecternAnnexForm) form = NULL;
  g_autofree char           *text = NULL;
  const LecternAnnexFormRow  wanted = { .record.table = &lectern_table_annex_form, .kind = plan->action->key };
  const LecternAnnexFormRow *old;
  LecternAnnexFormRow       *row;

  if (!read_kind (plan, &kind, error))
    return FALSE;
  old = lectern_contest_find (plan->contest, &wanted);
  form = plan->action->text != NULL ? lectern_annex_form_parse (plan->action->text, plan->problems, error) : lectern_annex_form_new (kind);
  if (form == NULL)
    return FALSE;
  text = lectern_annex_form_write (form);
  plan->repeated = old == NULL ? plan->action->text == NULL : plan->action->text != NULL && g_str_equal (old->form, text);
  if (plan->repeated)
    return TRUE;
  if (!fit_rows (plan, kind, form, error))
    return FALSE;
  if (plan->action->text == NULL)
    {
      /* Translators: the title of a statistics table. */
      lectern_plan_say (plan, _ ("“%s” has the program’s own columns again."), get_title (plan, form));
      lectern_plan_remove (plan, old);
      return TRUE;
    }
  /* Translators: the title of a statistics table. */
  lectern_plan_say (plan, _ ("Changed the columns of “%s”."), get_title (plan, form));
  row = lectern_record_new (&lectern_table_annex_form);
  row->kind = g_strdup (plan->action->key);
  row->form = g_steal_pointer (&text);
  lectern_plan_put (plan, row);

  return TRUE;
}

/* Rows ---------------------------------------------------------------------------------------- */

/* The unit of a row's cells; NULL: the table has none, or the row. */
static const char *
get_unit (const LecternAnnexForm *form,
          GHashTable             *cells)
{
  const LecternAnnexColumn *column = lectern_annex_form_find_unit (form);

  return column != NULL ? g_hash_table_lookup (cells, column->key) : NULL;
}

/* The rows as they will be kept, checked; @units gets the unit of each. */
static GPtrArray *
make_rows (LecternPlan            *plan,
           LecternAnnexKind        kind,
           const LecternAnnexForm *form,
           GHashTable             *units)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (lectern_record_unref);

  for (guint i = 0; i < plan->action->records->len; i++)
    {
      LecternAnnexRow *row = lectern_record_copy (plan->action->records->pdata[i]);
      g_autoptr (GHashTable) cells = read_cells (plan, form, row, i + 1);
      const char *unit = get_unit (form, cells);

      if (kind == LECTERN_ANNEX_ACTIVITY && unit != NULL && g_hash_table_contains (units, unit))
        g_ptr_array_add (plan->problems, lectern_problem_new (i + 1, lectern_annex_form_find_unit (form)->key, "%s", _ ("The unit has a row already. There is one row a unit.")));
      if (unit != NULL)
        g_hash_table_add (units, g_strdup (unit));
      lectern_record_take_string (&row->kind, lectern_annex_kind_get_name (kind));
      lectern_annex_row_take_cells (row, form, cells);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static gboolean
goes (LecternPlan            *plan,
      const LecternAnnexForm *form,
      const LecternAnnexRow  *row,
      GHashTable             *units)
{
  g_autoptr (GHashTable) cells = lectern_annex_row_read (row);
  const char *unit = get_unit (form, cells);

  return plan->action->on || lectern_annex_form_find_unit (form) == NULL || (unit != NULL && g_hash_table_contains (units, unit));
}

static gboolean
is_same (GPtrArray *gone,
         GPtrArray *rows)
{
  if (gone->len != rows->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!g_str_equal (((LecternAnnexRow *) gone->pdata[i])->cells, ((LecternAnnexRow *) rows->pdata[i])->cells))
      return FALSE;

  return TRUE;
}

static void
say_rows (LecternPlan            *plan,
          const LecternAnnexForm *form,
          guint                   n)
{
  if (n == 0)
    /* Translators: the title of a statistics table. */
    lectern_plan_say (plan, _ ("Took all rows out of “%s”."), get_title (plan, form));
  else
    /* Translators: the title of a statistics table, then how many rows. */
    lectern_plan_say (plan, ngettext ("Took %2$u row into “%1$s”.", "Took %2$u rows into “%1$s”.", n), get_title (plan, form), n);
}

/* Takes the rows that go out and puts @rows in, numbered after all that were there. */
static void
replace_rows (LecternPlan *plan,
              GPtrArray   *gone,
              GPtrArray   *rows,
              gint64       last)
{
  for (guint i = 0; i < gone->len; i++)
    lectern_plan_remove (plan, gone->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    {
      LecternAnnexRow *row = lectern_record_copy (rows->pdata[i]);

      row->number = last + 1 + i;
      lectern_plan_put (plan, row);
    }
}

gboolean
lectern_conduct_set_annex_rows (LecternPlan *plan,
                                GError     **error)
{
  LecternAnnexKind kind = LECTERN_ANNEX_N_KINDS;
  g_autoptr (LecternAnnexForm) form = NULL;
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (lectern_record_unref);
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 last = 0;

  if (!read_kind (plan, &kind, error))
    return FALSE;
  form = lectern_contest_get_annex_form (plan->contest, kind);
  rows = make_rows (plan, kind, form, units);
  old = lectern_contest_list_annex_rows (plan->contest, kind);
  if (plan->problems->len > 0)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, "%s", _ ("The rows do not fit the columns of the table."));
  for (guint i = 0; i < old->len; i++)
    if (goes (plan, form, old->pdata[i], units))
      g_ptr_array_add (gone, lectern_record_ref (old->pdata[i]));
  for (guint i = 0; i < old->len; i++)
    last = MAX (last, ((LecternAnnexRow *) old->pdata[i])->number);
  if (old->len - gone->len + rows->len > LECTERN_ANNEX_ROWS_MOST)
    return lectern_plan_refuse (error, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("A statistics table has at most %d rows."), LECTERN_ANNEX_ROWS_MOST);
  plan->repeated = is_same (gone, rows);
  if (plan->repeated)
    return TRUE;
  say_rows (plan, form, rows->len);
  replace_rows (plan, gone, rows, last);

  return TRUE;
}
