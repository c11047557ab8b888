/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The program's own panels against the program's own server, over TLS on this machine: a jury that
 * marks, a main laptop that goes away and comes back, and a panel written by somebody else. */

#define G_LOG_DOMAIN "lectern-test"

#include "bad-link.h"
#include "evening.h"
#include "lectern-judge-client.h"
#include "lectern-net-error.h"

#include <string.h>

#define N_JUDGES 60
#define N_CUTS 25

typedef struct
{
  LecternJudgeClient *client;
  guint               n_acknowledged;
  guint               n_refused;
  char               *last_code;
  gint64              last_total;
} Judge;

typedef struct
{
  Evening   *evening;
  GPtrArray *judges;
} Fixture;

static void
on_acknowledged_cb (LecternJudgeClient *client,
                    const char         *id,
                    gint64              lot,
                    gint64              version,
                    const char         *state,
                    gint64              total,
                    gpointer            user_data)
{
  Judge *judge = user_data;

  judge->n_acknowledged++;
  judge->last_total = total;
}

static void
on_refused_cb (LecternJudgeClient *client,
               const char         *id,
               const char         *code,
               const char         *message,
               gpointer            user_data)
{
  Judge *judge = user_data;

  judge->n_refused++;
  g_free (judge->last_code);
  judge->last_code = g_strdup (code);
}

static void
judge_free (gpointer data)
{
  Judge *judge = data;

  lectern_judge_client_stop (judge->client);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handlers_disconnect_by_data (judge->client, judge);
  g_object_unref (judge->client);
  g_free (judge->last_code);
  g_free (judge);
}

static void
set_up (Fixture      *fixture,
        gconstpointer n_judges)
{
  fixture->evening = evening_new (GPOINTER_TO_UINT (n_judges));
  fixture->judges = g_ptr_array_new_with_free_func (judge_free);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->judges);
  evening_free (fixture->evening);
}

static void
on_paired_cb (GObject      *client,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  lectern_judge_client_pair_finish (LECTERN_JUDGE_CLIENT (client), result, &error);
  g_assert_no_error (error);
  lectern_judge_client_start (LECTERN_JUDGE_CLIENT (client));
}

static Judge *
add_judge_at (Fixture    *fixture,
              const char *address)
{
  Judge           *judge = g_new0 (Judge, 1);
  g_autofree char *code = evening_make_code (fixture->evening, fixture->judges->len + 1);

  judge->client = fixture->judges->len > 0
                    ? lectern_judge_client_new_beside (((Judge *) g_ptr_array_index (fixture->judges, 0))->client)
                    : lectern_judge_client_new (address, lectern_server_get_fingerprint (fixture->evening->server));
  g_signal_connect (judge->client, "acknowledged", G_CALLBACK (on_acknowledged_cb), judge);
  g_signal_connect (judge->client, "refused", G_CALLBACK (on_refused_cb), judge);
  g_ptr_array_add (fixture->judges, judge);
  lectern_judge_client_pair_async (judge->client, code, "laptop", NULL, on_paired_cb, NULL);
  return judge;
}

static Judge *
add_judge (Fixture *fixture)
{
  g_autofree char *address = evening_make_uri (fixture->evening, "");

  return add_judge_at (fixture, address);
}

static gboolean
all_connected (Fixture *fixture)
{
  for (guint i = 0; i < fixture->judges->len; i++)
    {
      Judge *judge = g_ptr_array_index (fixture->judges, i);

      if (!lectern_judge_client_get_connected (judge->client))
        return FALSE;
    }
  return TRUE;
}

static gboolean
all_see_gate (Fixture *fixture,
              gboolean open)
{
  for (guint i = 0; i < fixture->judges->len; i++)
    {
      Judge *judge = g_ptr_array_index (fixture->judges, i);

      if (lectern_judge_client_get_state (judge->client)->gate_open != open)
        return FALSE;
    }
  return TRUE;
}

static guint
count_acknowledged (Fixture *fixture)
{
  guint n = 0;

  for (guint i = 0; i < fixture->judges->len; i++)
    n += ((Judge *) g_ptr_array_index (fixture->judges, i))->n_acknowledged;
  return n;
}

static const LecternJudgeSheet *
find_sheet (Judge *judge,
            gint64 lot)
{
  LecternJudgeState *state = lectern_judge_client_get_state (judge->client);

  for (guint i = 0; i < state->sheets->len; i++)
    {
      const LecternJudgeSheet *sheet = g_ptr_array_index (state->sheets, i);

      if (sheet->lot == lot)
        return sheet;
    }
  return NULL;
}

static void
open_gate (Fixture *fixture,
           gint64   lot)
{
  evening_talk (fixture->evening, lot);
  evening_act (fixture->evening, LECTERN_ACTION_OPEN_GATE, lot);
  WAIT_UNTIL (all_see_gate (fixture, TRUE));
}

/* A jury all in one process, each with marks of its own, two entries long. */
static void
test_jury (Fixture      *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < N_JUDGES; i++)
    add_judge (fixture);
  WAIT_UNTIL (all_connected (fixture));
  for (gint64 lot = 1; lot <= 2; lot++)
    {
      open_gate (fixture, lot);
      for (guint i = 0; i < N_JUDGES; i++)
        {
          Judge       *judge = g_ptr_array_index (fixture->judges, i);
          const gint64 marks[] = { 30000 + 100 * (gint64) i, 500 * lot };

          lectern_judge_client_send_sheet (judge->client, lot, marks, 2, FALSE);
          lectern_judge_client_send_sheet (judge->client, lot, marks, 2, TRUE);
        }
      WAIT_UNTIL (count_acknowledged (fixture) == 2 * N_JUDGES * (guint) lot);
      evening_act (fixture->evening, LECTERN_ACTION_CLOSE_GATE, 0);
      WAIT_UNTIL (all_see_gate (fixture, FALSE));
    }
  for (guint i = 0; i < N_JUDGES; i++)
    {
      Judge                   *judge = g_ptr_array_index (fixture->judges, i);
      const LecternJudgeSheet *sheet = find_sheet (judge, 2);

      g_assert_cmpuint (judge->n_refused, ==, 0);
      g_assert_nonnull (sheet);
      g_assert_cmpstr (sheet->state, ==, "locked");
      g_assert_cmpint (sheet->version, ==, 1);
      g_assert_cmpint (sheet->total, ==, 31000 + 100 * (gint64) i);
      g_assert_cmpuint (lectern_judge_client_get_state (judge->client)->sheets->len, ==, 2);
    }
}

/* The main laptop is gone while a judge submits, and comes back with the same file: the seat is
 * still good, and the sheet arrives once. */
static void
test_restart (Fixture      *fixture,
              gconstpointer data)
{
  const gint64             marks[] = { 36500, 8000 };
  Judge                   *judge = add_judge (fixture);
  const LecternJudgeSheet *sheet;

  WAIT_UNTIL (all_connected (fixture));
  open_gate (fixture, 1);
  lectern_judge_client_send_sheet (judge->client, 1, marks, 2, FALSE);
  WAIT_UNTIL (judge->n_acknowledged == 1);
  evening_close (fixture->evening);
  WAIT_UNTIL (!lectern_judge_client_get_connected (judge->client));
  lectern_judge_client_send_sheet (judge->client, 1, marks, 2, TRUE);
  evening_run_for (1000);
  g_assert_cmpuint (judge->n_acknowledged, ==, 1);
  evening_open (fixture->evening);
  WAIT_UNTIL (judge->n_acknowledged == 2);
  g_assert_cmpint (judge->last_total, ==, 44500);
  WAIT_UNTIL (find_sheet (judge, 1) && g_str_equal (find_sheet (judge, 1)->state, "submitted"));
  sheet = find_sheet (judge, 1);
  g_assert_cmpint (sheet->version, ==, 1);
  g_assert_cmpint (sheet->total, ==, 44500);
}

/* Submitted while away, and the gate is closed when the main laptop is back: refused, not lost
 * without a word, and the draft is still there. */
static void
test_too_late (Fixture      *fixture,
               gconstpointer data)
{
  const gint64 marks[] = { 36500, 8000 };
  Judge       *judge = add_judge (fixture);

  WAIT_UNTIL (all_connected (fixture));
  open_gate (fixture, 1);
  lectern_judge_client_send_sheet (judge->client, 1, marks, 2, FALSE);
  WAIT_UNTIL (judge->n_acknowledged == 1);
  evening_act (fixture->evening, LECTERN_ACTION_CLOSE_GATE, 0);
  evening_close (fixture->evening);
  WAIT_UNTIL (!lectern_judge_client_get_connected (judge->client));
  lectern_judge_client_send_sheet (judge->client, 1, marks, 2, TRUE);
  evening_open (fixture->evening);
  WAIT_UNTIL (judge->n_refused == 1);
  g_assert_cmpstr (judge->last_code, ==, "gate-closed");
  g_assert_nonnull (find_sheet (judge, 1));
}

static Judge *
add_judge_behind (Fixture *fixture,
                  BadLink *link)
{
  g_autofree char *address = g_strdup_printf ("127.0.0.1:%u", bad_link_get_port (link));

  return add_judge_at (fixture, address);
}

/* The connection breaks around each submit, before, after or in the middle of it: every sheet
 * arrives, and none of them twice. */
static void
test_cut (Fixture      *fixture,
          gconstpointer data)
{
  BadLink *link = bad_link_new (fixture->evening->port);
  Judge   *judge = add_judge_behind (fixture, link);
  g_autoptr (GRand) dice = g_rand_new_with_seed (2018);

  WAIT_UNTIL (all_connected (fixture));
  open_gate (fixture, 1);
  for (gint64 i = 1; i <= N_CUTS; i++)
    {
      const gint64 marks[] = { 30000 + 100 * i, 8000 };

      lectern_judge_client_send_sheet (judge->client, 1, marks, 2, TRUE);
      evening_run_for ((guint) g_rand_int_range (dice, 0, 4));
      bad_link_cut (link);
      WAIT_UNTIL (judge->n_acknowledged >= (guint) i);
      g_assert_cmpint (judge->last_total, ==, 38000 + 100 * i);
      WAIT_UNTIL (lectern_judge_client_get_connected (judge->client));
    }
  WAIT_UNTIL (find_sheet (judge, 1)->version >= N_CUTS);
  g_assert_cmpint (find_sheet (judge, 1)->version, ==, N_CUTS);
  g_assert_cmpuint (judge->n_refused, ==, 0);
  g_ptr_array_set_size (fixture->judges, 0);
  bad_link_free (link);
}

static gboolean
nobody_is_connected (Fixture *fixture)
{
  g_autoptr (GArray) connected = lectern_server_list_connected (fixture->evening->server);

  return connected->len == 0;
}

/* The network swallows everything without a word: the panel shows it within three seconds and the
 * console within five, and what was submitted in the meantime arrives when it is back. */
static void
test_hole (Fixture      *fixture,
           gconstpointer data)
{
  const gint64 marks[] = { 36500, 8000 };
  BadLink     *link = bad_link_new (fixture->evening->port);
  Judge       *judge = add_judge_behind (fixture, link);
  gint64       since_us;

  WAIT_UNTIL (all_connected (fixture));
  open_gate (fixture, 1);
  evening_run_for (1500);
  since_us = g_get_monotonic_time ();
  bad_link_set_hole (link, TRUE);
  lectern_judge_client_send_sheet (judge->client, 1, marks, 2, TRUE);
  WAIT_UNTIL (!lectern_judge_client_get_connected (judge->client));
  g_assert_cmpint (g_get_monotonic_time () - since_us, <=, 3 * G_USEC_PER_SEC);
  WAIT_UNTIL (nobody_is_connected (fixture));
  g_assert_cmpint (g_get_monotonic_time () - since_us, <=, 5 * G_USEC_PER_SEC);
  g_assert_cmpuint (judge->n_acknowledged, ==, 0);
  bad_link_set_hole (link, FALSE);
  WAIT_UNTIL (judge->n_acknowledged == 1);
  g_assert_cmpint (judge->last_total, ==, 44500);
  g_ptr_array_set_size (fixture->judges, 0);
  bad_link_free (link);
}

/* What the judge's clock shows against the main laptop's own. */
static void
test_clock (Fixture      *fixture,
            gconstpointer data)
{
  Judge *judge = add_judge (fixture);
  gint64 started_us;
  gint64 stood;

  WAIT_UNTIL (all_connected (fixture));
  evening_act (fixture->evening, LECTERN_ACTION_CALL, 1);
  evening_act (fixture->evening, LECTERN_ACTION_START_CLOCK, 0);
  started_us = g_get_monotonic_time ();
  WAIT_UNTIL (g_str_equal (lectern_judge_client_get_state (judge->client)->clock_phase, "running"));
  evening_run_for (1200);
  g_assert_cmpint (ABS (lectern_judge_client_get_elapsed_ms (judge->client) - (g_get_monotonic_time () - started_us) / 1000), <, 100);
  evening_act (fixture->evening, LECTERN_ACTION_PAUSE_CLOCK, 0);
  WAIT_UNTIL (g_str_equal (lectern_judge_client_get_state (judge->client)->clock_phase, "paused"));
  stood = lectern_judge_client_get_elapsed_ms (judge->client);
  evening_run_for (300);
  g_assert_cmpint (lectern_judge_client_get_elapsed_ms (judge->client), ==, stood);
}

/* Over a way of a third of a second and back the clock is late at first, and right after a ping: what
 * it shows is within a tenth of a second of the main laptop's own. */
static void
test_clock_far_away (Fixture      *fixture,
                     gconstpointer data)
{
  BadLink *link = bad_link_new (fixture->evening->port);
  Judge   *judge;
  gint64   started_us;
  gint64   off_ms;

  bad_link_set_delay (link, 330);
  judge = add_judge_behind (fixture, link);
  WAIT_UNTIL (all_connected (fixture));
  evening_act (fixture->evening, LECTERN_ACTION_CALL, 1);
  evening_act (fixture->evening, LECTERN_ACTION_START_CLOCK, 0);
  started_us = g_get_monotonic_time ();
  WAIT_UNTIL (g_str_equal (lectern_judge_client_get_state (judge->client)->clock_phase, "running"));
  evening_run_for (2500);
  off_ms = lectern_judge_client_get_elapsed_ms (judge->client) - (g_get_monotonic_time () - started_us) / 1000;
  g_test_message ("off by %d ms", (int) off_ms);
  g_assert_cmpint (ABS (off_ms), <, 100);
  g_ptr_array_set_size (fixture->judges, 0);
  bad_link_cut (link);
  evening_run_for (500);
  bad_link_free (link);
}

/* The seat goes to another laptop: the first stops, and does not take it back. */
static void
test_seat_moves (Fixture      *fixture,
                 gconstpointer data)
{
  Judge           *judge = add_judge (fixture);
  g_autofree char *address = evening_make_uri (fixture->evening, "");
  g_autoptr (LecternJudgeClient) second = NULL;

  WAIT_UNTIL (all_connected (fixture));
  second = lectern_judge_client_new (address, lectern_server_get_fingerprint (fixture->evening->server));
  lectern_judge_client_set_token (second, lectern_judge_client_get_token (judge->client));
  lectern_judge_client_start (second);
  WAIT_UNTIL (lectern_judge_client_get_connected (second) && !lectern_judge_client_get_connected (judge->client));
  evening_run_for (1000);
  g_assert_true (lectern_judge_client_get_connected (second));
  g_assert_false (lectern_judge_client_get_connected (judge->client));
  lectern_judge_client_stop (second);
}

static void
on_plain_client_cb (GObject      *process,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* A panel in another language, of Python's standard library alone, written from the protocol. */
static void
test_plain_client (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *script = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), "tests", "net", "plain-client.py", NULL);
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autofree char *code = evening_make_code (fixture->evening, 1);
  g_autofree char *port = g_strdup_printf ("%u", fixture->evening->port);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  if (!python)
    {
      g_test_skip ("python3 is not here");
      return;
    }
  evening_talk (fixture->evening, 1);
  evening_act (fixture->evening, LECTERN_ACTION_OPEN_GATE, 1);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error, python, script,
                              port, lectern_server_get_fingerprint (fixture->evening->server), code, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, on_plain_client_cb, &result);
  WAIT_UNTIL (result);
  g_assert_true (g_subprocess_communicate_utf8_finish (process, result, &output, NULL, &error));
  g_test_message ("%s", output);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
}

#define ADD(name, n_judges, test) \
  g_test_add ("/judges/" name, Fixture, GUINT_TO_POINTER (n_judges), set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("jury", N_JUDGES, test_jury);
  ADD ("restart", 2, test_restart);
  ADD ("too-late", 2, test_too_late);
  ADD ("cut", 2, test_cut);
  ADD ("hole", 2, test_hole);
  ADD ("clock", 2, test_clock);
  ADD ("clock-far-away", 2, test_clock_far_away);
  ADD ("seat-moves", 2, test_seat_moves);
  ADD ("plain-client", 2, test_plain_client);
  return g_test_run ();
}
