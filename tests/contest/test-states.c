/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Every pair of states of every machine, against the machines written out again as sentences. */

#include "lectern-contest-error.h"
#include "lectern-states.h"

typedef struct
{
  LecternMachine machine;
  const char    *from;
  const char    *free;   /* where it may go, by name, separated by spaces */
  const char    *reason; /* where it may go with a reason */
} Row;

static const Row rows[] = {
  { LECTERN_MACHINE_ENTRY, "waiting", "called", "forfeit" },
  { LECTERN_MACHINE_ENTRY, "called", "waiting talking marking", "forfeit" },
  { LECTERN_MACHINE_ENTRY, "talking", "marking", "called forfeit" },
  { LECTERN_MACHINE_ENTRY, "marking", "done", "called forfeit" },
  { LECTERN_MACHINE_ENTRY, "done", "", "marking" },
  { LECTERN_MACHINE_ENTRY, "forfeit", "", "waiting" },
  { LECTERN_MACHINE_SHEET, "none", "draft submitted recused", "" },
  { LECTERN_MACHINE_SHEET, "draft", "submitted recused", "void" },
  { LECTERN_MACHINE_SHEET, "submitted", "locked", "recused void" },
  { LECTERN_MACHINE_SHEET, "locked", "", "submitted recused void" },
  { LECTERN_MACHINE_SHEET, "recused", "", "none" },
  { LECTERN_MACHINE_SHEET, "void", "", "" },
  { LECTERN_MACHINE_GATE, "closed", "open", "" },
  { LECTERN_MACHINE_GATE, "open", "closed", "" },
  { LECTERN_MACHINE_CLOCK, "idle", "running stopped", "" },
  { LECTERN_MACHINE_CLOCK, "running", "paused stopped", "idle" },
  { LECTERN_MACHINE_CLOCK, "paused", "running stopped", "idle" },
  { LECTERN_MACHINE_CLOCK, "stopped", "idle", "running" },
  { LECTERN_MACHINE_ROUND, "set-up", "drawn", "" },
  { LECTERN_MACHINE_ROUND, "drawn", "running finalised", "set-up" },
  { LECTERN_MACHINE_ROUND, "running", "finalised", "" },
  { LECTERN_MACHINE_ROUND, "finalised", "", "running" },
};

static const Row *
find_row (LecternMachine machine,
          guint          from)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].machine == machine && g_str_equal (rows[i].from, lectern_machine_get_name (machine, from)))
      return &rows[i];
  g_assert_not_reached ();
}

static gboolean
names (const char *list,
       const char *name)
{
  g_auto (GStrv) words = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) words, name);
}

static void
check_move (LecternMachine machine,
            guint          from,
            guint          to)
{
  const Row  *row = find_row (machine, from);
  const char *name = lectern_machine_get_name (machine, to);
  gboolean    is_free = names (row->free, name);
  gboolean    with_reason = names (row->reason, name);
  gint64      state = from;
  g_autoptr (GError) bare = NULL;
  g_autoptr (GError) reasoned = NULL;

  g_assert_cmpint (lectern_machine_move (machine, &state, to, "", &bare), ==, is_free);
  g_assert_cmpint (state, ==, is_free ? to : from);
  if (!is_free)
    g_assert_error (bare, LECTERN_CONTEST_ERROR, (int) (with_reason ? LECTERN_CONTEST_ERROR_REASON_MISSING : LECTERN_CONTEST_ERROR_WRONG_STATE));
  state = from;
  g_assert_cmpint (lectern_machine_move (machine, &state, to, "一个理由", &reasoned), ==, is_free || with_reason);
  g_assert_cmpint (state, ==, is_free || with_reason ? to : from);
  g_assert_cmpint (lectern_machine_get_move (machine, from, to), ==, is_free ? LECTERN_MOVE_FREE : with_reason ? LECTERN_MOVE_WITH_REASON
                                                                                                               : LECTERN_MOVE_FORBIDDEN);
}

static void
test_machine (gconstpointer data)
{
  LecternMachine machine = (LecternMachine) GPOINTER_TO_UINT (data);
  guint          n = lectern_machine_get_n_states (machine);

  for (guint from = 0; from < n; from++)
    for (guint to = 0; to < n; to++)
      check_move (machine, from, to);
  g_assert_cmpint (lectern_machine_get_move (machine, n, 0), ==, LECTERN_MOVE_FORBIDDEN);
  g_assert_cmpint (lectern_machine_get_move (machine, 0, n), ==, LECTERN_MOVE_FORBIDDEN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/contest/states/entry", GUINT_TO_POINTER (LECTERN_MACHINE_ENTRY), test_machine);
  g_test_add_data_func ("/contest/states/sheet", GUINT_TO_POINTER (LECTERN_MACHINE_SHEET), test_machine);
  g_test_add_data_func ("/contest/states/gate", GUINT_TO_POINTER (LECTERN_MACHINE_GATE), test_machine);
  g_test_add_data_func ("/contest/states/clock", GUINT_TO_POINTER (LECTERN_MACHINE_CLOCK), test_machine);
  g_test_add_data_func ("/contest/states/round", GUINT_TO_POINTER (LECTERN_MACHINE_ROUND), test_machine);
  return g_test_run ();
}
