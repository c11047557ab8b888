/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a sheet that comes in costs the console, page by page: processor time of the thread that paints, from the commit until the
 * window is up to date, painting included; one sheet after the other, and forty that come at once. */

#define G_LOG_DOMAIN "lectern-bench"

#include "console-fixture.h"

#include <locale.h>
#include <time.h>

#define SHEETS 60
#define AT_ONCE 40

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static LecternAction *
make_sheet (ConsoleFixture *fixture,
            guint           turn)
{
  LecternContest *contest = console_fixture_contest (fixture);
  GPtrArray      *criteria = lectern_contest_get_criteria (contest);
  LecternAction  *action = lectern_action_new (LECTERN_ACTION_SHEET, "judge");

  action->judge = 1;
  action->lot = lectern_contest_get_entry_at_gate (contest)->lot;
  action->text = g_uuid_string_random ();
  action->on = TRUE;
  for (guint i = 0; i < criteria->len; i++)
    lectern_action_add_mark (action, ((LecternCriterion *) criteria->pdata[i])->key, turn % 2 == 0 ? "5" : "6");
  return action;
}

static void
measure (ConsoleFixture *fixture,
         const char     *page)
{
  double each, at_once, since;

  lectern_console_window_show_page (fixture->window, page);
  console_fixture_settle (500);
  since = get_thread_ms ();
  for (guint i = 0; i < SHEETS; i++)
    {
      console_fixture_do (fixture, make_sheet (fixture, i));
      console_fixture_settle (40); /* two frames */
    }
  each = (get_thread_ms () - since) / SHEETS;
  since = get_thread_ms ();
  for (guint i = 0; i < AT_ONCE; i++)
    lectern_engine_submit (fixture->engine, make_sheet (fixture, i), NULL, NULL);
  console_fixture_catch_up (fixture);
  console_fixture_settle (40);
  at_once = get_thread_ms () - since;
  g_print ("{\"name\":\"console-%s\",\"unit\":\"ms of processor a sheet\",\"value\":%.2f}\n", page, each);
  g_print ("{\"name\":\"console-%s-%u-at-once\",\"unit\":\"ms of processor\",\"value\":%.1f}\n", page, AT_ONCE, at_once);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const pages[] = { "evening", "results", "set-up" };
  ConsoleFixture           fixture = { 0 };

  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, 1366, 768);
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_play_to (&fixture, 5, LECTERN_CUE_MARK);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_GO);
  g_assert_nonnull (lectern_contest_get_entry_at_gate (console_fixture_contest (&fixture)));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    measure (&fixture, pages[i]);
  console_fixture_tear_down (&fixture);
  return 0;
}
