/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Flags: the difference to the middle of the others, by hand-worked rows. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-flag.h"

typedef struct
{
  const char *name;
  gint64      values[6];
  guint       n;
  guint       index;
  gint64      difference;
  gboolean    far;
} Row;

static const Row rows[] = {
  { "nobody-else", { 5000 }, 1, 0, 1, FALSE },
  { "one-other", { 1000, 9000 }, 2, 0, 1, FALSE },
  { "above", { 90000, 80000, 80000 }, 3, 0, 10000, TRUE },
  { "just-below-the-difference", { 89999, 80000, 80000 }, 3, 0, 10000, FALSE },
  { "below", { 70000, 80000, 80000 }, 3, 0, 10000, TRUE },
  { "the-others-are-not-far", { 70000, 80000, 80000 }, 3, 1, 10000, FALSE },
  /* The middle of 80 and 81 is 80.5: 70.5 is ten away, 70.501 is not. */
  { "even-middle", { 70500, 80000, 81000, 1000, 99000 }, 5, 0, 10000, TRUE },
  { "even-middle-not", { 70501, 80000, 81000, 1000, 99000 }, 5, 0, 10000, FALSE },
  { "zero-is-a-mark", { 0, 8000, 9000 }, 3, 0, 8500, TRUE },
  { "off", { 0, 8000, 9000 }, 3, 0, -1, FALSE },
  { "off-by-zero", { 0, 8000, 9000 }, 3, 0, 0, FALSE },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;

  g_assert_cmpint (lectern_is_far (row->values, row->n, row->index, row->difference), ==, row->far);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scoring/flag/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
