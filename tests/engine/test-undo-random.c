/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Random sequences of edits and takings-back, against a model that knows nothing of rules: what a line did is the cells that
 * differ before and after it, and taking it back gives those their former values, and no others. Each sequence is taken
 * back in the end and leaves the contest as it was. What is refused changes nothing. LECTERN_UNDO_SEQUENCES: how many. */

#include "undo-acts.h"

#include <stdlib.h>
#include <string.h>

#define SEQUENCES 10000
#define A_CONTEST 200 /* sequences that one contest goes through */
#define EDITS_MAX 8

/* --- the model ----------------------------------------------------------------------------- */

static char *
read_cell (gconstpointer       record,
           const LecternTable *table,
           guint               column)
{
  if (table->columns[column].type == LECTERN_COLUMN_TEXT)
    return g_strdup (lectern_record_get_text (record, column) != NULL ? lectern_record_get_text (record, column) : "NULL");
  return g_strdup_printf ("%" G_GINT64_FORMAT, lectern_record_get_integer (record, column));
}

/* The cells of a row by "table|keys|column". */
static void
add_row (GHashTable         *cells,
         gconstpointer       record,
         const LecternTable *table)
{
  g_autoptr (GString) row = g_string_new (table->name);

  for (guint c = 0; c < table->n_columns; c++)
    {
      g_autofree char *value = table->columns[c].key ? read_cell (record, table, c) : NULL;

      if (value != NULL)
        g_string_append_printf (row, "|%s", value);
    }
  for (guint c = 0; c < table->n_columns; c++)
    g_hash_table_insert (cells, g_strdup_printf ("%s|%s", row->str, table->columns[c].name), read_cell (record, table, c));
}

/* Every cell of every row but of which lines were taken back. */
static GHashTable *
read_cells (Fixture *f)
{
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint t = 0; lectern_tables[t] != NULL; t++)
    {
      g_autoptr (GPtrArray) rows = lectern_contest_list_rows (fixture_contest (f), lectern_tables[t]);

      for (guint r = 0; r < rows->len && lectern_tables[t] != &lectern_table_undone; r++)
        add_row (cells, rows->pdata[r], lectern_tables[t]);
    }
  return cells;
}

static gboolean
are_same (GHashTable *a,
          GHashTable *b)
{
  GHashTableIter iter;
  gpointer       key, value;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (b, key)) != 0)
      return FALSE;
  return TRUE;
}

static void
tell_difference (GHashTable *is,
                 GHashTable *should_be)
{
  GHashTableIter iter;
  gpointer       key, value;

  g_hash_table_iter_init (&iter, is);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (should_be, key)) != 0)
      g_printerr ("%s is %s, not %s\n", (char *) key, (char *) value, (char *) g_hash_table_lookup (should_be, key));
  g_hash_table_iter_init (&iter, should_be);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (is, key))
      g_printerr ("%s is not there\n", (char *) key);
}

static void
assert_same (GHashTable *is,
             GHashTable *should_be)
{
  if (are_same (is, should_be))
    return;
  tell_difference (is, should_be);
  g_assert_not_reached ();
}

/* What a line of the journal did. */
typedef struct
{
  gint64      seq;
  GHashTable *before;
  GHashTable *after;
  gboolean    taken_back;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_hash_table_unref (line->before);
  g_hash_table_unref (line->after);
  g_free (line);
}

/* @cells with those that @line changed as they were before it. */
static GHashTable *
take_back (GHashTable *cells,
           const Line *line)
{
  GHashTable    *result = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer       key, value;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (line->before, key), g_hash_table_lookup (line->after, key)) == 0)
      g_hash_table_insert (result, g_strdup (key), g_strdup (value));
  g_hash_table_iter_init (&iter, line->before);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (line->after, key)) != 0)
      g_hash_table_insert (result, g_strdup (key), g_strdup (value));
  return result;
}

/* --- edits --------------------------------------------------------------------------------- */

static gint64
pick (GRand *rand,
      gint64 end)
{
  return g_rand_int_range (rand, 0, (gint32) end);
}

static LecternAction *
edit_title (Fixture *f,
            GRand   *rand)
{
  LecternAction        *action = fixture_action (LECTERN_ACTION_EDIT_CONTEST);
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (fixture_contest (f)));

  g_free (record->title);
  record->title = g_strdup_printf ("名称%d", (int) pick (rand, 5));
  lectern_action_add_record (action, record);
  return action;
}

static LecternAction *
put_nominee (Fixture *f,
             GRand   *rand,
             gboolean new)
{
  LecternAction        *action = fixture_action (new ? LECTERN_ACTION_ADD_NOMINEES : LECTERN_ACTION_EDIT_NOMINEE);
  const LecternNominee *old = new ? NULL : lectern_contest_get_nominee (fixture_contest (f), 1 + pick (rand, 8));
  LecternNominee       *nominee = old != NULL ? lectern_record_copy (old) : lectern_record_new (&lectern_table_nominee);

  g_free (nominee->unit);
  g_free (nominee->name);
  nominee->unit = g_strdup_printf ("u%d", 1 + (int) pick (rand, 3));
  nominee->name = g_strdup_printf ("选手%d", (int) pick (rand, 20));
  lectern_action_add_record (action, nominee);
  return action;
}

static LecternAction *
put_judge (Fixture *f,
           GRand   *rand,
           gboolean new)
{
  LecternAction      *action = fixture_action (new ? LECTERN_ACTION_ADD_JUDGES : LECTERN_ACTION_EDIT_JUDGE);
  gint64              number = 1 + pick (rand, 9);
  const LecternJudge *old = lectern_contest_get_judge (fixture_contest (f), number);
  LecternJudge       *judge = old != NULL && !new ? lectern_record_copy (old) : lectern_record_new (&lectern_table_judge);

  judge->number = number;
  g_free (judge->name);
  judge->name = g_strdup_printf ("评委%d", (int) pick (rand, 20));
  lectern_action_add_record (action, judge);
  return action;
}

static LecternAction *
switch_unit (GRand *rand)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_SWITCH_UNIT);

  action->key = g_strdup_printf ("u%d", 1 + (int) pick (rand, 3));
  action->on = pick (rand, 2) != 0;
  return action;
}

static LecternAction *
of_nominee (LecternActionKind kind,
            GRand            *rand)
{
  LecternAction *action = fixture_action_with (kind, LECTERN_NULL, "原因");

  action->nominee = 1 + pick (rand, 8);
  return action;
}

static LecternAction *
make_edit (Fixture *f,
           GRand   *rand)
{
  g_autofree char *text = NULL;

  switch (pick (rand, 12))
    {
    case 0:
      return edit_title (f, rand);
    case 1:
    case 2:
      return put_nominee (f, rand, TRUE);
    case 3:
    case 4:
      return put_nominee (f, rand, FALSE);
    case 5:
      return put_judge (f, rand, TRUE);
    case 6:
      return put_judge (f, rand, FALSE);
    case 7:
      return act_of_judge (LECTERN_ACTION_REMOVE_JUDGE, 1 + pick (rand, 9), LECTERN_NULL, "病");
    case 8:
      return switch_unit (rand);
    case 9:
      return of_nominee (pick (rand, 2) ? LECTERN_ACTION_WITHDRAW_NOMINEE : LECTERN_ACTION_RESTORE_NOMINEE, rand);
    case 10:
      text = g_strdup_printf ("{\"quota_per_unit\":%d}", 2 + (int) pick (rand, 3));
      return act_with_text (LECTERN_ACTION_EDIT_RULES, text, NULL);
    default:
      text = g_strdup_printf ("种子%d", (int) pick (rand, 100));
      return act_with_text (LECTERN_ACTION_DRAW, text, "重抽");
    }
}

/* --- a sequence ---------------------------------------------------------------------------- */

typedef struct
{
  guint taken;
  guint refused;
  guint taken_back;
  guint not_taken_back;
  guint crossed; /* sequences that could not be taken back whole */
} Tally;

static gboolean
perform (Fixture       *f,
         LecternAction *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (f->engine, action, NULL, &error);

  if (outcome == NULL)
    {
      g_assert_true (error->domain == LECTERN_CONTEST_ERROR);
      g_test_message ("refused: %s", error->message);
    }
  while (outcome != NULL && lectern_follower_get_seq (f->follower) < outcome->seq)
    g_main_context_iteration (NULL, TRUE);
  return outcome != NULL;
}

static void
edit (Fixture   *f,
      GRand     *rand,
      GPtrArray *lines,
      Tally     *tally)
{
  g_autoptr (GHashTable) before = read_cells (f);
  gint64 seq = lectern_follower_get_seq (f->follower);
  g_autoptr (GHashTable) after = NULL;
  gboolean taken = perform (f, make_edit (f, rand));
  Line    *line;

  after = read_cells (f);
  if (!taken)
    assert_same (after, before);
  tally->taken += taken;
  tally->refused += !taken;
  if (!taken || lectern_follower_get_seq (f->follower) == seq || are_same (before, after)) /* or it said what stood there already */
    return;
  line = g_new0 (Line, 1);
  line->seq = lectern_follower_get_seq (f->follower);
  line->before = g_steal_pointer (&before);
  line->after = g_steal_pointer (&after);
  g_ptr_array_add (lines, line);
}

/* A line, @number LECTERN_NULL: the last one that was not. Whether it was. */
static gboolean
undo (Fixture *f,
      Line    *line,
      gint64   number,
      Tally   *tally)
{
  g_autoptr (GHashTable) before = read_cells (f);
  g_autoptr (GHashTable) wanted = take_back (before, line);
  g_autoptr (GHashTable) after = NULL;
  LecternAction *action = fixture_action (LECTERN_ACTION_UNDO);
  gboolean       taken;

  action->number = number;
  taken = perform (f, action);
  after = read_cells (f);
  assert_same (after, taken ? wanted : before);
  line->taken_back = taken;
  tally->taken_back += taken;
  tally->not_taken_back += !taken;
  return taken;
}

/* Whether what @line wrote stands there still. It may not when a line before it was taken back out of turn, which is
 * possible while the value is the same again (2, then 4, then 2). */
static gboolean
is_standing (Fixture    *f,
             const Line *line)
{
  g_autoptr (GHashTable) cells = read_cells (f);
  GHashTableIter iter;
  gpointer       key, value;

  g_hash_table_iter_init (&iter, line->after);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (line->before, key)) != 0 && g_strcmp0 (value, g_hash_table_lookup (cells, key)) != 0)
      return FALSE;
  return TRUE;
}

static void
run_sequence (Fixture *f,
              GRand   *rand,
              Tally   *tally)
{
  g_autoptr (GHashTable) start = read_cells (f);
  g_autoptr (GHashTable) end = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  gint64 n = 1 + pick (rand, EDITS_MAX);

  for (gint64 i = 0; i < n; i++)
    {
      Line *line = lines->len > 0 ? lines->pdata[pick (rand, lines->len)] : NULL;

      if (line != NULL && !line->taken_back && pick (rand, 4) == 0)
        undo (f, line, line->seq, tally);
      else
        edit (f, rand, lines, tally);
    }
  for (guint i = lines->len; i > 0; i--)
    {
      Line *line = lines->pdata[i - 1];

      if (line->taken_back || undo (f, line, LECTERN_NULL, tally))
        continue;
      g_assert_false (is_standing (f, line));
      tally->crossed++;
      return;
    }
  end = read_cells (f);
  assert_same (end, start);
}

static void
test_sequences (void)
{
  const char *wanted = g_getenv ("LECTERN_UNDO_SEQUENCES");
  guint       n = wanted != NULL ? (guint) atoi (wanted) : SEQUENCES;
  Tally       tally = { 0 };

  for (guint i = 0; i < n;)
    {
      Fixture f = { NULL };
      g_autoptr (GRand) rand = g_rand_new_with_seed (i + 1);
      g_autoptr (GError) error = NULL;

      act_bring_to (&f, SET_UP);
      for (guint s = 0; s < A_CONTEST && i < n; s++, i++)
        run_sequence (&f, rand, &tally);
      fixture_reopen (&f);
      g_assert_true (lectern_engine_verify (f.path, NULL, &error));
      g_assert_no_error (error);
      fixture_clear (&f);
    }
  g_test_message ("%u sequences: %u edits taken, %u refused; %u takings-back taken, %u refused; %u crossed", n, tally.taken, tally.refused, tally.taken_back, tally.not_taken_back, tally.crossed);
  /* It is no test of refusals: most of what is tried is taken. */
  g_assert_cmpuint (tally.taken, >, tally.refused);
  g_assert_cmpuint (tally.taken_back, >, n);
  g_assert_cmpuint (tally.crossed, <, n / 100 + 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/undo-random/sequences", test_sequences);
  return g_test_run ();
}
