/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Statistics tables: what may stand in a cell, how rows are kept and added up. Rules: a number is a
 * decimal and stays one, so that sums are exact; the city asks each county and district for a pool of
 * at least twenty lecturers, and who has fewer is named. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-annex.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "lectern-json-text.h"

#define WHOLE_DIGITS 11
#define DECIMALS 3
#define YEAR_FIRST 1900
#define YEAR_LAST 2999

static const char *const kind_names[LECTERN_ANNEX_N_KINDS] = {
  [LECTERN_ANNEX_ACTIVITY] = "activity",
  [LECTERN_ANNEX_POOL] = "pool",
};

const char *
lectern_annex_kind_get_name (LecternAnnexKind kind)
{
  g_return_val_if_fail (kind < LECTERN_ANNEX_N_KINDS, NULL);

  return kind_names[kind];
}

gboolean
lectern_annex_kind_from_name (const char       *name,
                              LecternAnnexKind *kind)
{
  for (guint i = 0; i < LECTERN_ANNEX_N_KINDS; i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = (LecternAnnexKind) i;
        return TRUE;
      }

  return FALSE;
}

/* Cells --------------------------------------------------------------------------------------- */

/* "12", "12.5" in thousandths; FALSE when @text is none. Commas between thousands and full-width
 * figures are what people type. */
static gboolean
parse_number (const char *text,
              gint64     *thousandths)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  gint64           value = 0;
  guint            whole = 0;
  int              decimals = -1;

  for (const char *p = normal; *p != '\0'; p++)
    {
      if (*p == ',' && decimals < 0 && whole > 0 && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3]) && !g_ascii_isdigit (p[4]))
        continue;
      if (*p == '.' && decimals < 0 && whole > 0)
        {
          decimals = 0;
          continue;
        }
      if (!g_ascii_isdigit (*p) || (decimals < 0 ? ++whole > WHOLE_DIGITS : ++decimals > DECIMALS))
        return FALSE;
      value = value * 10 + (*p - '0');
    }
  if (whole == 0 || decimals == 0)
    return FALSE;
  for (int i = MAX (decimals, 0); i < DECIMALS; i++)
    value *= 10;
  *thousandths = value;

  return TRUE;
}

/* Without decimals that say nothing. */
static char *
format_number (gint64 thousandths)
{
  char *text = g_strdup_printf ("%" G_GINT64_FORMAT ".%03d", thousandths / 1000, (int) (thousandths % 1000));
  char *end = text + strlen (text);

  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';

  return text;
}

/* "1986.3", "1986年3月", "1986-03-05", "198603" → "1986-03"; NULL when it is no date. */
static char *
read_date (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  gboolean         packed = strlen (normal) == 6 && strspn (normal, "0123456789") == 6;
  g_autofree char *spread = packed ? g_strdup_printf ("%.4s-%s", normal, normal + 4) : g_strdup (normal);
  g_auto (GStrv) parts = g_regex_split_simple ("[-./]|年|月|日", spread, 0, 0);
  guint n[3] = { 0, 1, 1 };
  guint n_parts = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 value;

      if (*parts[i] == '\0' && parts[i + 1] == NULL && i > 0)
        break;
      if (i > 2 || !g_ascii_string_to_unsigned (parts[i], 10, 1, YEAR_LAST, &value, NULL))
        return NULL;
      n[n_parts++] = (guint) value;
    }
  if (n_parts == 0 || n[0] < YEAR_FIRST || !g_date_valid_dmy (n[2] <= 31 ? (GDateDay) n[2] : 0, n[1] <= 12 ? (GDateMonth) n[1] : 0, (GDateYear) n[0]))
    return NULL;
  if (n_parts == 1)
    return g_strdup_printf ("%04u", n[0]);

  return n_parts == 2 ? g_strdup_printf ("%04u-%02u", n[0], n[1]) : g_strdup_printf ("%04u-%02u-%02u", n[0], n[1], n[2]);
}

static char *
read_unit (LecternContest *contest,
           const char     *text,
           char          **message)
{
  const LecternUnit *unit = lectern_contest_find_unit (contest, text);

  if (unit == NULL)
    *message = g_strdup_printf (_ ("“%s” is no unit of this contest. Write its name as in the list of units."), text);

  return unit != NULL ? g_strdup (unit->key) : NULL;
}

/* Characters nobody can see or print are refused, never replaced by a guess. */
static char *
read_text (const char *text,
           char      **message)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar     c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT && type != G_UNICODE_PRIVATE_USE && c != 0xfffd)
        continue;
      *message = g_strdup_printf (_ ("The character U+%04X can’t be shown or printed. Type the value again."), c);
      return NULL;
    }
  if (g_utf8_strlen (text, -1) <= LECTERN_ANNEX_TEXT_MOST)
    return g_strdup (text);
  *message = g_strdup_printf (_ ("The value has more than %d characters. Shorten it."), LECTERN_ANNEX_TEXT_MOST);

  return NULL;
}

char *
lectern_annex_column_read (const LecternAnnexColumn *self,
                           LecternContest           *contest,
                           const char               *text,
                           char                    **message)
{
  gint64 number;
  char  *date;

  switch (self->type)
    {
    case LECTERN_ANNEX_NUMBER:
      if (parse_number (text, &number))
        return format_number (number);
      *message = g_strdup_printf (_ ("“%s” is not a number. Write figures only, with at most three decimals."), text);
      return NULL;
    case LECTERN_ANNEX_DATE:
      date = read_date (text);
      if (date == NULL)
        *message = g_strdup_printf (_ ("“%s” is not a date. Write year and month, like 1986-03."), text);
      return date;
    case LECTERN_ANNEX_UNIT:
      return read_unit (contest, text, message);
    case LECTERN_ANNEX_TEXT:
    case LECTERN_ANNEX_NAME:
    case LECTERN_ANNEX_N_TYPES:
    default:
      return read_text (text, message);
    }
}

/* Rows ---------------------------------------------------------------------------------------- */

GHashTable *
lectern_annex_row_read (const LecternAnnexRow *self)
{
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonNode) node = lectern_json_text_parse (self->cells != NULL ? self->cells : "{}", NULL);
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return cells;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &value))
    if (json_node_get_value_type (value) == G_TYPE_STRING)
      g_hash_table_insert (cells, g_strdup (key), json_node_dup_string (value));

  return cells;
}

void
lectern_annex_row_take_cells (LecternAnnexRow        *self,
                              const LecternAnnexForm *form,
                              GHashTable             *cells)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < form->columns->len; i++)
    {
      const LecternAnnexColumn *column = form->columns->pdata[i];
      const char               *text = g_hash_table_lookup (cells, column->key);

      if (text == NULL || *text == '\0')
        continue;
      json_builder_set_member_name (builder, column->key);
      json_builder_add_string_value (builder, text);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  g_free (self->cells);
  self->cells = json_to_string (root, FALSE);
}

static gboolean
is_same_in (const LecternAnnexForm *form,
            LecternAnnexType        type,
            GHashTable             *a,
            GHashTable             *b)
{
  for (guint i = 0; i < form->columns->len; i++)
    {
      const LecternAnnexColumn *column = form->columns->pdata[i];

      if (column->type == type)
        return g_strcmp0 (g_hash_table_lookup (a, column->key), g_hash_table_lookup (b, column->key)) == 0;
    }

  return FALSE;
}

const LecternAnnexRow *
lectern_annex_find_same (GPtrArray              *rows,
                         const LecternAnnexForm *form,
                         LecternAnnexKind        kind,
                         GHashTable             *cells,
                         GHashTable             *taken)
{
  gboolean has_units = lectern_annex_form_find_unit (form) != NULL;

  g_return_val_if_fail (rows != NULL && cells != NULL && taken != NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GHashTable) there = lectern_annex_row_read (rows->pdata[i]);

      if (g_hash_table_contains (taken, rows->pdata[i]))
        continue;
      if (has_units && !is_same_in (form, LECTERN_ANNEX_UNIT, there, cells))
        continue;
      if (kind != LECTERN_ANNEX_ACTIVITY && !is_same_in (form, LECTERN_ANNEX_NAME, there, cells))
        continue;
      g_hash_table_add (taken, rows->pdata[i]);
      return rows->pdata[i];
    }

  return NULL;
}

char *
lectern_annex_describe_cell (LecternContest           *contest,
                             const LecternAnnexColumn *column,
                             GHashTable               *cells)
{
  const char        *text = g_hash_table_lookup (cells, column->key);
  const LecternUnit *unit = text != NULL && column->type == LECTERN_ANNEX_UNIT ? lectern_contest_get_unit (contest, text) : NULL;

  return g_strdup (unit != NULL ? unit->name : (text != NULL ? text : ""));
}

char *
lectern_annex_add_up (const LecternAnnexColumn *column,
                      GPtrArray                *rows)
{
  gint64 sum = 0;

  if (!column->sum)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GHashTable) cells = lectern_annex_row_read (rows->pdata[i]);
      const char *text = g_hash_table_lookup (cells, column->key);
      gint64      number;

      if (text != NULL && parse_number (text, &number))
        sum += number;
    }

  return format_number (sum);
}

/* Of a contest -------------------------------------------------------------------------------- */

static const LecternAnnexFormRow *
find_form (LecternContest  *self,
           LecternAnnexKind kind)
{
  const LecternAnnexFormRow wanted = { .record.table = &lectern_table_annex_form, .kind = (char *) kind_names[kind] };

  return lectern_contest_find (self, &wanted);
}

gboolean
lectern_contest_has_annex_form (LecternContest  *self,
                                LecternAnnexKind kind)
{
  return find_form (self, kind) != NULL;
}

LecternAnnexForm *
lectern_contest_get_annex_form (LecternContest  *self,
                                LecternAnnexKind kind)
{
  const LecternAnnexFormRow *row = find_form (self, kind);
  LecternAnnexForm          *form = row != NULL ? lectern_annex_form_parse (row->form, NULL, NULL) : NULL;

  return form != NULL ? form : lectern_annex_form_new (kind);
}

LecternAnnexForm *
lectern_contest_get_shown_annex_form (LecternContest  *self,
                                      LecternAnnexKind kind)
{
  LecternAnnexForm *form = lectern_contest_get_annex_form (self, kind);

  for (guint i = form->columns->len; i > 0; i--)
    if (((LecternAnnexColumn *) form->columns->pdata[i - 1])->hidden)
      g_ptr_array_remove_index (form->columns, i - 1);

  return form;
}

typedef struct
{
  gpointer row;
  gint64   position; /* of the unit */
  gint64   number;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;

  return left->number < right->number ? -1 : left->number > right->number;
}

static gint64
get_position (LecternContest           *self,
              const LecternAnnexRow    *row,
              const LecternAnnexColumn *column)
{
  g_autoptr (GHashTable) cells = column != NULL ? lectern_annex_row_read (row) : NULL;
  const char        *key = cells != NULL ? g_hash_table_lookup (cells, column->key) : NULL;
  const LecternUnit *unit = key != NULL ? lectern_contest_get_unit (self, key) : NULL;

  return unit != NULL ? unit->position : G_MAXINT64;
}

GPtrArray *
lectern_contest_list_annex_rows (LecternContest  *self,
                                 LecternAnnexKind kind)
{
  g_autoptr (LecternAnnexForm) form = lectern_contest_get_annex_form (self, kind);
  g_autoptr (GPtrArray) all = lectern_contest_list_rows (self, &lectern_table_annex_row);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  const LecternAnnexColumn *unit = lectern_annex_form_find_unit (form);
  GPtrArray                *rows = g_ptr_array_new_with_free_func (lectern_record_unref);

  for (guint i = 0; i < all->len; i++)
    {
      const LecternAnnexRow *row = all->pdata[i];
      Place                  place = { all->pdata[i], 0, row->number };

      if (!g_str_equal (row->kind, kind_names[kind]))
        continue;
      place.position = get_position (self, row, unit);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (rows, lectern_record_ref (g_array_index (places, Place, i).row));

  return rows;
}

/* 县, 区 and 市 keep pools; boards and commissions do not. */
static gboolean
is_county_or_district (const LecternUnit *unit)
{
  static const char *const endings[] = { "县", "区", "市", "旗", NULL };

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (unit->name, endings[i]))
      return TRUE;

  return FALSE;
}

GPtrArray *
lectern_contest_list_annex_warnings (LecternContest  *self,
                                     LecternAnnexKind kind)
{
  g_autoptr (LecternAnnexForm) form = lectern_contest_get_annex_form (self, kind);
  g_autoptr (GPtrArray) rows = lectern_contest_list_annex_rows (self, kind);
  const LecternAnnexColumn *column = lectern_annex_form_find_unit (form);
  GPtrArray                *units = lectern_contest_get_units (self);
  GPtrArray                *warnings = lectern_problems_new ();

  for (guint u = 0; column != NULL && form->at_least > 0 && u < units->len; u++)
    {
      const LecternUnit *unit = units->pdata[u];
      guint              n = 0;

      if (unit->active != 1 || !is_county_or_district (unit))
        continue;
      for (guint i = 0; i < rows->len; i++)
        {
          g_autoptr (GHashTable) cells = lectern_annex_row_read (rows->pdata[i]);

          n += g_strcmp0 (g_hash_table_lookup (cells, column->key), unit->key) == 0;
        }
      if (n < form->at_least)
        /* Translators: a unit, how many it has, how many it should have. */
        g_ptr_array_add (warnings, lectern_problem_new (0, column->key, _ ("%s has %u in the table; there should be at least %d."), unit->name, n, (int) form->at_least));
    }

  return warnings;
}
