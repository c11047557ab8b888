/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The draw: the same for the same seed and nominees, fair, and replayable by others. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-draw.h"

#include "lectern-arrangement-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define MEMBERS_MAX 128

/* A field of nominees: so many of each unit. */
typedef struct
{
  const char *name_of[MEMBERS_MAX];
  const char *unit_of[MEMBERS_MAX];
  char        names[MEMBERS_MAX][16];
  char        units[MEMBERS_MAX][16];
  guint       n;
} Field;

static Field *
make_field (const guint *sizes,
            guint        n_units)
{
  Field *field = g_new0 (Field, 1);

  for (guint unit = 0; unit < n_units; unit++)
    for (guint i = 0; i < sizes[unit]; i++)
      {
        /* Names neither in the order of the units nor in that of the register. */
        g_snprintf (field->names[field->n], sizeof *field->names, "选手%03u", (field->n * 37 + 11) % MEMBERS_MAX);
        g_snprintf (field->units[field->n], sizeof *field->units, "单位%u", unit);
        field->name_of[field->n] = field->names[field->n];
        field->unit_of[field->n] = field->units[field->n];
        field->n++;
      }
  return field;
}

static gboolean
draw (const Field *field,
      const char  *seed,
      gboolean     keep_unit_apart,
      guint       *order)
{
  return lectern_draw (seed, field->name_of, field->unit_of, field->n, keep_unit_apart, order);
}

static void
assert_is_order (const guint *order,
                 guint        n)
{
  gboolean seen[MEMBERS_MAX] = { FALSE };

  for (guint p = 0; p < n; p++)
    {
      g_assert_cmpuint (order[p], <, n);
      g_assert_false (seen[order[p]]);
      seen[order[p]] = TRUE;
    }
}

static void
assert_kept_apart (const Field *field,
                   const guint *order)
{
  for (guint p = 1; p < field->n; p++)
    g_assert_cmpstr (field->unit_of[order[p - 1]], !=, field->unit_of[order[p]]);
}

/* The orders that the description of the draw gives for these seeds, worked out with sha256sum and
 * docs/replay-draw.py: a change here is a change of every draw already printed. */
static void
test_known_orders (void)
{
  static const char *const names[] = { "Ed", "Di", "Cy", "Bo", "Ada" };
  static const char *const units[] = { "west", "south", "south", "north", "north" };
  static const struct
  {
    const char *seed;
    gboolean    apart;
    const char *order;
  } rows[] = {
    { "jiaozuo-2018", TRUE, "Bo Ed Cy Ada Di" },
    { "jiaozuo-2018", FALSE, "Bo Ed Cy Ada Di" },
    { "焦作市2018", TRUE, "Bo Cy Ada Ed Di" },
    { "", TRUE, "Bo Ed Cy Ada Di" },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint order[5];

      g_assert_true (lectern_draw (rows[r].seed, names, units, 5, rows[r].apart, order));
      for (guint p = 0; p < 5; p++)
        g_string_append_printf (text, "%s%s", p > 0 ? " " : "", names[order[p]]);
      g_assert_cmpstr (text->str, ==, rows[r].order);
    }
}

/* Contests of many shapes; those marked impossible are refused, all others come out right. */
static void
test_shapes (void)
{
  static const struct
  {
    guint    sizes[32];
    gboolean possible;
  } rows[] = {
    { { 0 }, TRUE },
    { { 1 }, TRUE },
    { { 2 }, FALSE },
    { { 1, 1 }, TRUE },
    { { 2, 1 }, TRUE },
    { { 3, 1 }, FALSE },
    { { 3, 2 }, TRUE },
    { { 4, 2 }, FALSE },
    { { 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2 }, TRUE },
    { { 14, 2, 2, 2, 2, 2, 2, 2 }, TRUE },
    { { 15, 2, 2, 2, 2, 2, 2, 1 }, FALSE },
    { { 20, 20 }, TRUE },
    { { 21, 20 }, TRUE },
    { { 22, 20 }, FALSE },
    { { 12, 12, 12 }, TRUE },
    { { 15, 9, 4, 1, 1 }, TRUE },
    { { 20, 20, 20 }, TRUE },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      guint             n_units = 0;
      guint             order[MEMBERS_MAX];
      g_autofree Field *field = NULL;

      while (rows[r].sizes[n_units] > 0)
        n_units++;
      field = make_field (rows[r].sizes, n_units);
      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *seed = g_strdup_printf ("shape %u", i);

          g_assert_cmpint (draw (field, seed, TRUE, order), ==, rows[r].possible);
          if (rows[r].possible)
            {
              assert_is_order (order, field->n);
              assert_kept_apart (field, order);
            }
          g_assert_true (draw (field, seed, FALSE, order));
          assert_is_order (order, field->n);
        }
    }
}

/* Turning the register around changes nobody's lot; another seed does. */
static void
test_register_order_is_nothing (void)
{
  static const guint sizes[] = { 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2 };
  g_autofree Field  *field = make_field (sizes, G_N_ELEMENTS (sizes));
  const char        *names[28], *units[28];
  guint              order[28], other[28];
  guint              differences = 0;

  for (guint turn = 0; turn < 20; turn++)
    {
      g_autofree char *seed = g_strdup_printf ("register %u", turn);

      for (guint i = 0; i < 28; i++)
        {
          names[i] = field->name_of[(i * 5 + turn) % 28];
          units[i] = field->unit_of[(i * 5 + turn) % 28];
        }
      g_assert_true (draw (field, seed, TRUE, order));
      g_assert_true (lectern_draw (seed, names, units, 28, TRUE, other));
      for (guint p = 0; p < 28; p++)
        g_assert_cmpstr (names[other[p]], ==, field->name_of[order[p]]);
      g_assert_true (draw (field, "another", TRUE, other));
      for (guint p = 0; p < 28; p++)
        differences += order[p] != other[p];
    }
  g_assert_cmpuint (differences, >, 400);
}

/* An order as one number, for counting. */
static guint
encode (const guint *order,
        guint        n)
{
  guint code = 0;

  for (guint p = 0; p < n; p++)
    code = code * n + order[p];
  return code;
}

/* How many orders of all members of @sizes keep units apart, by trying all. */
static guint
count_allowed (const guint *unit_of,
               guint        n,
               guint        used,
               guint        last)
{
  guint count = 0;

  if (used == (1u << n) - 1)
    return 1;
  for (guint i = 0; i < n; i++)
    if (!(used & 1u << i) && unit_of[i] != last)
      count += count_allowed (unit_of, n, used | 1u << i, unit_of[i]);
  return count;
}

typedef void (*DrawFunc) (const Field *field,
                          const guint *sizes,
                          guint        n_units,
                          const char  *seed,
                          guint       *order);

static void
draw_by_trying (const Field *field,
                const guint *sizes,
                guint        n_units,
                const char  *seed,
                guint       *order)
{
  g_assert_true (draw (field, seed, TRUE, order));
}

static void
draw_by_counting (const Field *field,
                  const guint *sizes,
                  guint        n_units,
                  const char  *seed,
                  guint       *order)
{
  LecternRandom random;

  lectern_random_init (&random, seed);
  lectern_arrangement_draw (&random, sizes, n_units, order);
}

/* Draws 60 times as often as there are allowed orders: every one must come up, and the sum of
 * squared deviations must be what even chances give. With k orders chi-square has k - 1 degrees of
 * freedom, so k + 5 sqrt (2 k) is passed by chance less than once in 100 000; the seeds are fixed,
 * so it never changes. */
static void
assert_even_chances (DrawFunc     func,
                     const guint *sizes,
                     guint        n_units)
{
  g_autofree Field *field = make_field (sizes, n_units);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       times;
  guint          unit_of[8], order[8];
  guint          k;
  gint64         squares = 0, excess;

  for (guint unit = 0, i = 0; unit < n_units; unit++)
    for (guint m = 0; m < sizes[unit]; m++)
      unit_of[i++] = unit;
  k = count_allowed (unit_of, field->n, 0, G_MAXUINT);
  for (guint i = 0; i < 60 * k; i++)
    {
      g_autofree char *seed = g_strdup_printf ("chance %u", i);
      gpointer         key;

      func (field, sizes, n_units, seed, order);
      assert_kept_apart (field, order);
      key = GUINT_TO_POINTER (encode (order, field->n));
      times = g_hash_table_lookup (seen, key);
      g_hash_table_insert (seen, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (times) + 1));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, k);

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, NULL, &times))
    squares += ((gint64) GPOINTER_TO_UINT (times) - 60) * ((gint64) GPOINTER_TO_UINT (times) - 60);
  /* squares / 60 <= k + 5 sqrt (2 k), without a root. */
  excess = squares - 60 * (gint64) k;
  g_test_message ("%u orders, chi-square %" G_GINT64_FORMAT, k, squares / 60);
  g_assert_true (excess <= 0 || excess * excess <= (gint64) 60 * 60 * 25 * 2 * k);
}

static void
test_even_chances (void)
{
  static const guint shapes[][6] = { { 1, 1, 1, 1 }, { 2, 2 }, { 3, 2 }, { 2, 2, 1 }, { 2, 2, 2 }, { 3, 2, 1 }, { 3, 1, 2, 1 }, { 4, 2, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      guint n_units = 0;

      while (n_units < 6 && shapes[i][n_units] > 0)
        n_units++;
      assert_even_chances (draw_by_trying, shapes[i], n_units);
      assert_even_chances (draw_by_counting, shapes[i], n_units);
    }
}

/* Numbers below a bound are even, also for bounds that do not divide 2^32. */
static void
test_even_numbers (void)
{
  LecternRandom random;
  guint         times[7] = { 0 };
  guint         lower = 0;

  lectern_random_init (&random, "numbers");
  for (guint i = 0; i < 70000; i++)
    times[lectern_random_below (&random, 7)]++;
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpuint (times[i], >, 9600);
      g_assert_cmpuint (times[i], <, 10400);
    }
  /* A third of all words is not below this bound; taken anyway, their remainders would make two
   * of three numbers fall into the lower half. */
  for (guint i = 0; i < 10000; i++)
    {
      guint32 number = lectern_random_below (&random, 0xaaaaaaab);

      g_assert_cmpuint (number, <, 0xaaaaaaab);
      lower += number < 0x55555555;
    }
  g_assert_cmpuint (lower, >, 4800);
  g_assert_cmpuint (lower, <, 5200);
}

static char *
find_source (const char *path)
{
  const char *root = g_getenv ("LECTERN_SOURCE_ROOT");

  return g_build_filename (root != NULL ? root : ".", path, NULL);
}

/* Runs docs/replay-draw.py and compares lot by lot. */
static void
assert_replays (const char  *python,
                const Field *field,
                const char  *seed,
                gboolean     apart)
{
  g_autofree char *script = find_source ("docs/replay-draw.py");
  g_autofree char *list = NULL, *output = NULL;
  g_autoptr (GString) table = g_string_new (NULL), expected = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint order[MEMBERS_MAX];
  int   status;
  int   fd = g_file_open_tmp ("lectern-draw-XXXXXX.csv", &list, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (draw (field, seed, apart, order));
  for (guint i = field->n; i-- > 0;)
    g_string_append_printf (table, "%s,%s\n", field->name_of[i], field->unit_of[i]);
  for (guint p = 0; p < field->n; p++)
    g_string_append_printf (expected, "%u,%s,%s\n", p + 1, field->name_of[order[p]], field->unit_of[order[p]]);
  g_file_set_contents (list, table->str, -1, &error);
  g_assert_no_error (error);

  g_spawn_sync (NULL, (char *[]){ (char *) python, script, (char *) seed, list, apart ? NULL : (char *) "--together", NULL }, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_cmpstr (output, ==, expected->str);
  g_unlink (list);
}

static void
test_replay (void)
{
  static const guint pairs[] = { 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2 };
  static const guint halves[] = { 20, 20 };
  static const guint thirds[] = { 12, 10, 13 };
  g_autofree char   *python = g_find_program_in_path ("python3");
  g_autofree Field  *usual = make_field (pairs, G_N_ELEMENTS (pairs));
  g_autofree Field  *split = make_field (halves, G_N_ELEMENTS (halves));
  g_autofree Field  *three = make_field (thirds, G_N_ELEMENTS (thirds));

  if (python == NULL)
    {
      g_test_skip ("python3 is not installed");
      return;
    }
  assert_replays (python, usual, "焦作市2018年9月14日", TRUE);
  assert_replays (python, usual, "482913", FALSE);
  assert_replays (python, split, "counted out", TRUE);
  assert_replays (python, three, "counted out too", TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/draw/known-orders", test_known_orders);
  g_test_add_func ("/scoring/draw/shapes", test_shapes);
  g_test_add_func ("/scoring/draw/register-order-is-nothing", test_register_order_is_nothing);
  g_test_add_func ("/scoring/draw/even-chances", test_even_chances);
  g_test_add_func ("/scoring/draw/even-numbers", test_even_numbers);
  g_test_add_func ("/scoring/draw/replay", test_replay);
  return g_test_run ();
}
