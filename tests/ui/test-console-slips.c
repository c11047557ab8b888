/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A draw by hand as it goes, on the draw's page: slips read out one after the other, one misread, one
 * out of turn, the hall's board beside it, and with the last the running order stands. */

#include "console-fixture.h"

#include <locale.h>
#include <string.h>

#include "lectern-rounds.h"
#include "lectern-scene.h"
#include "lectern-slips-pane.h"

static GtkWidget *
get_page (ConsoleFixture *fixture)
{
  return lectern_console_window_get_page (fixture->window, "draw");
}

static LecternSlipsPane *
get_pane (ConsoleFixture *fixture)
{
  return LECTERN_SLIPS_PANE (console_fixture_find (get_page (fixture), "LecternSlipsPane", 0));
}

static void
open_slips (ConsoleFixture *fixture)
{
  console_fixture_set_up (fixture, TRUE);
  console_fixture_open (fixture, 1366, 768);
  lectern_console_window_show_page (fixture->window, "draw");
  console_fixture_settle (50);
  GtkWidget *button = console_fixture_find_button (get_page (fixture), "Slip by Slip");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_pane (fixture))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  console_fixture_settle (50);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_pane (fixture))));
}

static void
activate (GtkWidget *entry)
{
  g_signal_emit_by_name (entry, "activate");
}

/* The number, Enter. */
static void
read_slip (ConsoleFixture *fixture,
           int             lot)
{
  GtkWidget       *entry = console_fixture_find (get_pane (fixture), "GtkEntry", 0);
  g_autofree char *text = g_strdup_printf ("%d", lot);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  activate (entry);
  console_fixture_catch_up (fixture);
}

static const LecternNominee *
get_drawing (ConsoleFixture *fixture)
{
  return lectern_contest_get_nominee (console_fixture_contest (fixture), lectern_slips_pane_get_nominee (get_pane (fixture)));
}

static const LecternNominee *
get_entrant (ConsoleFixture *fixture,
             guint           index)
{
  LecternContest *contest = console_fixture_contest (fixture);
  g_autoptr (GPtrArray) entrants = lectern_rounds_list_entrants (contest, lectern_contest_get_current_round (contest));
  return g_ptr_array_index (entrants, index);
}

static LecternScene *
get_scene (ConsoleFixture *fixture)
{
  return lectern_scene_from_json (lectern_contest_get_on_air (console_fixture_contest (fixture))->scene, NULL);
}

static const LecternNominee *
find_drawn (ConsoleFixture *fixture,
            gint64          lot)
{
  const LecternEntry *entry = lectern_contest_get_entry_by_lot (console_fixture_contest (fixture), lot);
  return entry ? lectern_contest_get_nominee (console_fixture_contest (fixture), entry->nominee) : NULL;
}

/* The list's next comes by himself; the hall's board follows. */
static void
test_in_turn (void)
{
  ConsoleFixture fixture = { 0 };
  open_slips (&fixture);
  g_assert_true (get_drawing (&fixture) == get_entrant (&fixture, 0));
  g_assert_true (console_fixture_says (get_pane (&fixture), get_entrant (&fixture, 0)->name));
  console_fixture_press (console_fixture_find_button (get_pane (&fixture), "Show the Draw to the Hall"));
  console_fixture_catch_up (&fixture);
  read_slip (&fixture, 5);
  g_assert_true (find_drawn (&fixture, 5) == get_entrant (&fixture, 0));
  g_assert_true (get_drawing (&fixture) == get_entrant (&fixture, 1));
  g_assert_true (console_fixture_says (get_pane (&fixture), "1 of 28 slips read"));
  g_assert_true (console_fixture_says (get_page (&fixture), "27 to be drawn"));
  g_assert_true (console_fixture_says (get_pane (&fixture), "Still to be drawn: 1 2 3 4 6 7"));
  g_autoptr (LecternScene) board = get_scene (&fixture);
  g_assert_cmpint (board->kind, ==, LECTERN_SCENE_DRAW);
  g_assert_cmpstr (((LecternSceneRow *) board->rows->pdata[4])->name, ==, get_entrant (&fixture, 0)->name);
  g_assert_null (((LecternSceneRow *) board->rows->pdata[0])->name);
  console_fixture_tear_down (&fixture);
}

/* What the hall's picture says is what was read out, slip by slip: each name on its lot when it is
 * read and no earlier, the last one large. */
static void
test_hall_follows (void)
{
  static const int lots[] = { 17, 4, 28, 1, 9 };
  ConsoleFixture   fixture = { 0 };

  open_slips (&fixture);
  console_fixture_press (console_fixture_find_button (get_pane (&fixture), "Show the Draw to the Hall"));
  console_fixture_catch_up (&fixture);
  for (guint n = 0; n <= G_N_ELEMENTS (lots); n++)
    {
      g_autoptr (LecternScene) board = get_scene (&fixture);

      g_assert_cmpint (board->kind, ==, LECTERN_SCENE_DRAW);
      g_assert_cmpuint (board->n_done, ==, n);
      g_assert_cmpuint (board->rows->len, ==, 28);
      for (guint r = 0; r < board->rows->len; r++)
        {
          const LecternSceneRow *row = board->rows->pdata[r];
          const char            *name = NULL;

          for (guint i = 0; i < n; i++)
            name = lots[i] == row->lot ? get_entrant (&fixture, i)->name : name;
          g_assert_cmpstr (row->name, ==, name);
          g_assert_cmpint (row->fresh, ==, n > 0 && row->lot == lots[n - 1]);
        }
      if (n < G_N_ELEMENTS (lots))
        read_slip (&fixture, lots[n]);
    }
  console_fixture_tear_down (&fixture);
}

/* A lot that is taken, or that there is not: said beside it, the number stays, nothing is in the way. */
static void
test_refused_in_place (void)
{
  ConsoleFixture   fixture = { 0 };
  g_autofree char *taken = NULL;
  open_slips (&fixture);
  read_slip (&fixture, 5);
  read_slip (&fixture, 5);
  taken = g_strdup_printf ("Lot 5 was drawn by %s already.", get_entrant (&fixture, 0)->name);
  g_assert_true (console_fixture_says (get_pane (&fixture), taken));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (console_fixture_find (get_pane (&fixture), "GtkEntry", 0))), ==, "5");
  g_assert_true (get_drawing (&fixture) == get_entrant (&fixture, 1));
  read_slip (&fixture, 99);
  g_assert_true (console_fixture_says (get_pane (&fixture), "Lots go from 1 to 28."));
  g_assert_false (console_fixture_is_blocked ());
  read_slip (&fixture, 6);
  g_assert_false (console_fixture_says (get_pane (&fixture), "Lots go from 1 to 28."));
  console_fixture_tear_down (&fixture);
}

/* Somebody is called out of turn; his slip was misread and is taken back: he draws again. */
static void
test_out_of_turn (void)
{
  ConsoleFixture        fixture = { 0 };
  const LecternNominee *late;
  open_slips (&fixture);
  late = get_entrant (&fixture, 20);
  console_fixture_press (console_fixture_find_button (get_pane (&fixture), "Show the Draw to the Hall"));
  console_fixture_catch_up (&fixture);
  GtkWidget *search = console_fixture_find (get_pane (&fixture), "GtkSearchEntry", 0);
  gtk_editable_set_text (GTK_EDITABLE (search), late->name);
  activate (search);
  g_assert_true (get_drawing (&fixture) == late);
  read_slip (&fixture, 3);
  g_assert_true (find_drawn (&fixture, 3) == late);
  g_assert_true (get_drawing (&fixture) == get_entrant (&fixture, 0)); /* the list goes on */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (console_fixture_find_button (get_pane (&fixture), "Take a Slip Back…")), TRUE);
  console_fixture_settle (50);
  GtkWidget *take_back = console_fixture_find_button (get_pane (&fixture), "Take It Back");
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (get_pane (&fixture), "GtkEntry", 1)), "3");
  g_assert_false (gtk_widget_is_sensitive (take_back)); /* a reason is asked for */
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (get_pane (&fixture), "GtkEntry", 2)), "念错了");
  console_fixture_press (take_back);
  console_fixture_catch_up (&fixture);
  g_assert_null (find_drawn (&fixture, 3));
  g_assert_true (get_drawing (&fixture) == late);
  g_autoptr (LecternScene) board = get_scene (&fixture);
  g_assert_cmpint (board->kind, ==, LECTERN_SCENE_DRAW);
  g_assert_null (((LecternSceneRow *) board->rows->pdata[2])->name); /* the hall's board took it back */
  console_fixture_tear_down (&fixture);
}

/* With the last slip the order stands, by hand; the page shows it, and there is nothing to read out. */
static void
test_last (void)
{
  ConsoleFixture fixture = { 0 };
  open_slips (&fixture);
  for (int lot = 28; lot >= 1; lot--)
    read_slip (&fixture, lot);
  const LecternRound *round = lectern_contest_get_current_round (console_fixture_contest (&fixture));
  g_assert_cmpint (round->state, ==, LECTERN_ROUND_DRAWN);
  g_assert_cmpint (round->drawn_by_hand, ==, 1);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_pane (&fixture))));
  g_assert_true (console_fixture_says (get_page (&fixture), "28 entries, drawn by hand"));
  console_fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/slips/in-turn", test_in_turn);
  g_test_add_func ("/console/slips/hall-follows", test_hall_follows);
  g_test_add_func ("/console/slips/refused-in-place", test_refused_in_place);
  g_test_add_func ("/console/slips/out-of-turn", test_out_of_turn);
  g_test_add_func ("/console/slips/last", test_last);
  return g_test_run ();
}
