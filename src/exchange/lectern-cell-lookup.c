/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Cells that name something of the contest: a unit, a lot. What is not found is answered with what
 * was probably meant, so that a table can be mended without a list of the contest at hand. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-columns.h"

#include <glib/gi18n-lib.h>

#define NEAR_MAX 3
#define LISTED_MAX 20
#define LOT_MAX 9999

typedef struct
{
  const char *name;
  guint       score;
} Candidate;

/* The length of the longest sequence of characters that both hold in the same order. */
static guint
count_common (const char *a,
              const char *b)
{
  glong               n_a, n_b;
  g_autofree guint32 *left = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree guint32 *right = g_utf8_to_ucs4_fast (b, -1, &n_b);
  g_autofree guint   *row = g_new0 (guint, n_b + 1);

  for (glong i = 0; i < n_a; i++)
    {
      guint diagonal = 0;

      for (glong j = 0; j < n_b; j++)
        {
          guint above = row[j + 1];

          row[j + 1] = left[i] == right[j] ? diagonal + 1 : MAX (above, row[j]);
          diagonal = above;
        }
    }

  return row[n_b];
}

/* How near @name is to what was written, in thousandths; 0 when it is not worth naming. */
static guint
score_name (const char *written,
            const char *name)
{
  guint length = (guint) g_utf8_strlen (name, -1);
  guint other = (guint) g_utf8_strlen (written, -1);
  guint common = count_common (written, name);

  if (common < 2 || common * 2 <= MIN (length, other))
    return 0;
  return common * 2000 / (length + other);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  return (int) ((const Candidate *) b)->score - (int) ((const Candidate *) a)->score;
}

static char *
join_names (GArray *candidates,
            guint   n_max)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_max, candidates->len); i++)
    {
      if (i > 0)
        g_string_append (text, C_ ("between names", ", "));
      g_string_append (text, g_array_index (candidates, Candidate, i).name);
    }

  return g_string_free (text, FALSE);
}

static void
add_unit_problem (const LecternColumns *self,
                  guint                 row,
                  guint                 spec,
                  LecternContest       *contest)
{
  g_autofree char *written = lectern_columns_quote (self, row, spec);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray       *units = lectern_contest_get_units (contest);
  g_autofree char *names = NULL;

  for (guint i = 0; i < units->len; i++)
    {
      const LecternUnit *unit = units->pdata[i];
      Candidate          candidate = { .name = unit->name, .score = score_name (written, unit->name) };

      g_array_append_val (all, candidate);
      if (candidate.score > 0)
        g_array_append_val (near, candidate);
    }
  g_array_sort (near, compare_candidates);
  names = join_names (near->len > 0 ? near : all, near->len > 0 ? NEAR_MAX : LISTED_MAX);
  if (near->len > 0)
    lectern_columns_add_problem (self, row, spec, _ ("“%s” is no unit of this contest. Did you mean %s?"), written, names);
  else if (all->len > 0)
    lectern_columns_add_problem (self, row, spec, _ ("“%s” is no unit of this contest. Its units are: %s."), written, names);
  else
    lectern_columns_add_problem (self, row, spec, _ ("“%s” is no unit: the contest has none yet. Add its units first."), written);
}

const LecternUnit *
lectern_columns_read_unit (const LecternColumns *self,
                           guint                 row,
                           guint                 spec,
                           LecternContest       *contest)
{
  const char        *text = lectern_columns_get (self, row, spec);
  const LecternUnit *unit;

  if (*text == '\0')
    return NULL;
  unit = lectern_contest_find_unit (contest, text);
  if (unit == NULL)
    add_unit_problem (self, row, spec, contest);

  return unit;
}

const LecternEntry *
lectern_columns_read_lot (const LecternColumns *self,
                          guint                 row,
                          guint                 spec,
                          LecternContest       *contest)
{
  const LecternEntry *entry;
  gint64              lot;

  if (!lectern_columns_read_integer (self, row, spec, 1, LOT_MAX, &lot))
    return NULL;
  entry = lectern_contest_get_entry_by_lot (contest, lot);
  if (entry == NULL)
    lectern_columns_add_problem (self, row, spec, _ ("There is no lot %d in the running order. Look it up there."), (int) lot);

  return entry;
}

gboolean
lectern_columns_has_problem (const LecternColumns *self,
                             guint                 row,
                             const char           *column)
{
  guint number = lectern_grid_get_row_number (self->grid, row);

  for (guint i = self->import->problems->len; i > 0; i--)
    {
      const LecternProblem *problem = self->import->problems->pdata[i - 1];

      /* Rows are read from the top: before this row's problems are those of earlier rows. */
      if (problem->row < number)
        return FALSE;
      if (problem->row == number && (column == NULL || g_strcmp0 (problem->column, column) == 0))
        return TRUE;
    }

  return FALSE;
}
