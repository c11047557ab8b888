/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The bell over a real engine, with an ear for a loudspeaker and a clock the test turns: each moment
 * once, at its time, and never late. And the loudspeaker itself: where there is none, and what comes
 * out of it, heard by an ear that takes the sound card's place in GStreamer. */

#define G_LOG_DOMAIN "lectern-ui"

#include "ear-sink.h"
#include "file-maker.h"
#include "hall-fixture.h"
#include "lectern-bell.h"
#include "lectern-loudspeaker.h"

/* The contest's rules: a warning at 300 s, the end at 360 s. */
#define WARNING 300000
#define OVER 360000

typedef struct
{
  HallFixture  hall;
  LecternBell *bell;
  gint64       base_ms;    /* what the clock shows at @started_us */
  gint64       started_us; /* 0: it stands */
  GString     *heard;      /* "w" or "o" a stroke */
  gint64       heard_ms;   /* what the clock showed at the last one */
  gboolean     prepared;
} BellFixture;

static gint64
read_ms (gpointer user_data)
{
  BellFixture *fixture = user_data;
  gint64       passed_us = fixture->started_us > 0 ? g_get_monotonic_time () - fixture->started_us : 0;
  return fixture->base_ms + passed_us / 1000;
}

static void
hear (gpointer          user_data,
      LecternBellStroke stroke)
{
  BellFixture *fixture = user_data;
  g_string_append_c (fixture->heard, stroke == LECTERN_BELL_OVER ? 'o' : 'w');
  fixture->heard_ms = read_ms (fixture);
}

static void
get_ready (gpointer user_data,
           gboolean running)
{
  ((BellFixture *) user_data)->prepared = running;
}

static void
make_bell (BellFixture *fixture)
{
  const LecternBellPlayer player = { get_ready, hear, fixture };
  fixture->bell = lectern_bell_new (fixture->hall.follower, &player);
  lectern_bell_set_clock (fixture->bell, read_ms, fixture);
}

static void
set_up (BellFixture  *fixture,
        gconstpointer data)
{
  hall_fixture_init (&fixture->hall);
  fixture->heard = g_string_new (NULL);
  make_bell (fixture);
  hall_fixture_do_lot (&fixture->hall, LECTERN_ACTION_CALL, 1);
}

static void
tear_down (BellFixture  *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->bell);
  hall_fixture_clear (&fixture->hall);
  g_string_free (fixture->heard, TRUE);
}

static void
wait_ms (guint ms)
{
  for (gint64 end = g_get_monotonic_time () + ms * 1000; g_get_monotonic_time () < end;)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

/* The clock runs from @from_ms on. */
static void
run (BellFixture      *fixture,
     LecternActionKind kind,
     gint64            from_ms)
{
  fixture->base_ms = from_ms;
  fixture->started_us = g_get_monotonic_time ();
  hall_fixture_do (&fixture->hall, kind);
}

static void
stand (BellFixture      *fixture,
       LecternActionKind kind)
{
  fixture->base_ms = read_ms (fixture);
  fixture->started_us = 0;
  hall_fixture_do (&fixture->hall, kind);
}

static void
jump (BellFixture *fixture,
      gint64       to_ms)
{
  fixture->base_ms = to_ms;
  fixture->started_us = g_get_monotonic_time ();
  hall_fixture_set_clock (&fixture->hall, to_ms);
}

static void
assert_heard (BellFixture *fixture,
              const char  *strokes)
{
  g_assert_cmpstr (fixture->heard->str, ==, strokes);
}

static void
test_once (BellFixture  *fixture,
           gconstpointer data)
{
  g_assert_false (fixture->prepared);
  run (fixture, LECTERN_ACTION_START_CLOCK, WARNING - 150);
  g_assert_true (fixture->prepared);
  wait_ms (100);
  assert_heard (fixture, "");
  wait_ms (150);
  assert_heard (fixture, "w");
  g_assert_cmpint (fixture->heard_ms, >=, WARNING);
  g_assert_cmpint (fixture->heard_ms, <, WARNING + 60);
  jump (fixture, OVER - 100);
  wait_ms (250);
  assert_heard (fixture, "wo");
  g_assert_cmpint (fixture->heard_ms, >=, OVER);
  g_assert_cmpint (fixture->heard_ms, <, OVER + 60);
  wait_ms (150);
  assert_heard (fixture, "wo");
  stand (fixture, LECTERN_ACTION_STOP_CLOCK);
  g_assert_false (fixture->prepared);
}

/* Not twice after a pause, and not while it lasts. */
static void
test_pause (BellFixture  *fixture,
            gconstpointer data)
{
  run (fixture, LECTERN_ACTION_START_CLOCK, WARNING - 80);
  wait_ms (150);
  assert_heard (fixture, "w");
  stand (fixture, LECTERN_ACTION_PAUSE_CLOCK);
  wait_ms (100);
  run (fixture, LECTERN_ACTION_RESUME_CLOCK, fixture->base_ms);
  wait_ms (150);
  assert_heard (fixture, "w");
  jump (fixture, OVER - 60);
  stand (fixture, LECTERN_ACTION_PAUSE_CLOCK);
  wait_ms (150);
  assert_heard (fixture, "w"); /* it stands before the end */
  run (fixture, LECTERN_ACTION_RESUME_CLOCK, fixture->base_ms);
  wait_ms (150);
  assert_heard (fixture, "wo");
}

/* A program that comes back rings only for what is still to come. */
static void
test_restart (BellFixture  *fixture,
              gconstpointer data)
{
  run (fixture, LECTERN_ACTION_START_CLOCK, WARNING - 50);
  g_clear_object (&fixture->bell);
  fixture->base_ms = OVER - 60000 + 200;
  fixture->started_us = g_get_monotonic_time ();
  make_bell (fixture);
  wait_ms (150);
  assert_heard (fixture, "");
  g_clear_object (&fixture->bell);
  fixture->base_ms = OVER - 100;
  fixture->started_us = g_get_monotonic_time ();
  make_bell (fixture);
  wait_ms (200);
  assert_heard (fixture, "o");
}

/* A laptop that slept through a moment says nothing about it. */
static void
test_late (BellFixture  *fixture,
           gconstpointer data)
{
  run (fixture, LECTERN_ACTION_START_CLOCK, WARNING - 50);
  fixture->base_ms += 10000;
  wait_ms (150);
  assert_heard (fixture, "");
}

static void
test_muted (BellFixture  *fixture,
            gconstpointer data)
{
  lectern_bell_set_muted (fixture->bell, TRUE);
  run (fixture, LECTERN_ACTION_START_CLOCK, WARNING - 50);
  wait_ms (150);
  assert_heard (fixture, "");
  lectern_bell_try (fixture->bell, LECTERN_BELL_WARNING); /* a button is a button */
  assert_heard (fixture, "w");
  jump (fixture, OVER - 50);
  wait_ms (120);
  assert_heard (fixture, "w");
  stand (fixture, LECTERN_ACTION_STOP_CLOCK);
  hall_fixture_do (&fixture->hall, LECTERN_ACTION_OPEN_GATE);
  hall_fixture_do (&fixture->hall, LECTERN_ACTION_CLOSE_GATE);
  g_assert_true (lectern_bell_get_muted (fixture->bell));
  hall_fixture_do_lot (&fixture->hall, LECTERN_ACTION_CALL, 2);
  g_assert_false (lectern_bell_get_muted (fixture->bell)); /* ended with the entry */
}

/* A clock turned back goes through its moments again. */
static void
test_turned_back (BellFixture  *fixture,
                  gconstpointer data)
{
  run (fixture, LECTERN_ACTION_START_CLOCK, WARNING - 50);
  wait_ms (120);
  jump (fixture, WARNING - 50);
  wait_ms (120);
  assert_heard (fixture, "ww");
}

/* The loudspeaker ------------------------------------------------------------------------------ */

static void
on_trouble_cb (LecternLoudspeaker *loudspeaker,
               const char         *sentence,
               guint              *n)
{
  g_assert_cmpuint (strlen (sentence), >, 20);
  g_test_message ("%s", sentence);
  (*n)++;
}

/* Sounds that are not there, on whatever this machine plays with: said once, and nothing breaks. */
static void
test_no_sound (void)
{
  g_autoptr (LecternLoudspeaker) loudspeaker = lectern_loudspeaker_new (NULL, "/nowhere");
  LecternBellPlayer player = lectern_loudspeaker_get_player (loudspeaker);
  guint             n = 0;
  g_signal_connect (loudspeaker, "trouble", G_CALLBACK (on_trouble_cb), &n);
  player.prepare (player.user_data, TRUE);
  player.play (player.user_data, LECTERN_BELL_WARNING);
  player.play (player.user_data, LECTERN_BELL_OVER);
  for (gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; n == 0 && g_get_monotonic_time () < end;)
    wait_ms (10);
  wait_ms (200);
  g_assert_cmpuint (n, ==, 1);
}

/* The contest's own sound takes the place of the program's, until it is taken out. */
static void
test_own_sound (void)
{
  HallFixture hall = { NULL };
  hall_fixture_init (&hall);
  g_autoptr (LecternLoudspeaker) loudspeaker = lectern_loudspeaker_new (hall.follower, "/nowhere");
  g_autofree char *before = lectern_loudspeaker_get_path (loudspeaker, LECTERN_BELL_OVER);
  g_autofree char *sha256 = file_maker_attach (hall.engine, LECTERN_ROLE_SOUND_OVER, 0, "gong.wav", "audio/x-wav", g_bytes_new_static ("gong", 4));
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_assert_cmpstr (before, ==, "/nowhere/over.wav");
  wait_ms (300);
  after = lectern_loudspeaker_get_path (loudspeaker, LECTERN_BELL_OVER);
  g_assert_true (g_str_has_suffix (after, sha256));
  g_assert_true (g_file_get_contents (after, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "gong");
  LecternAction *action = lectern_action_new (LECTERN_ACTION_DETACH, "test");
  action->key = g_strdup ("sound-over");
  action->number = 0;
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (hall.engine, action, NULL, NULL);
  wait_ms (100);
  g_free (after);
  after = lectern_loudspeaker_get_path (loudspeaker, LECTERN_BELL_OVER);
  g_assert_cmpstr (after, ==, before);
  hall_fixture_clear (&hall);
}

/* What came out until it has been silent for a while; the loudest of it in @peak. */
static guint
listen_ms (guint *peak)
{
  guint heard = 0, last = 0;

  for (gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; g_get_monotonic_time () < end && (heard == 0 || last > 0);)
    {
      wait_ms (400);
      last = ear_sink_take_ms ();
      heard += last;
    }
  *peak = ear_sink_take_peak ();
  return heard;
}

/* Each bell sounds, and again the next time; the contest's own instead of the program's. Neither is trouble. */
static void
test_heard (void)
{
  HallFixture      hall = { NULL };
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "sounds", NULL);
  guint            n_troubles = 0, warning, over, again, own, peak, own_peak;

  if (!ear_sink_register ())
    {
      g_test_skip ("there is no GStreamer");
      return;
    }
  hall_fixture_init (&hall);
  g_autoptr (LecternLoudspeaker) loudspeaker = lectern_loudspeaker_new (hall.follower, folder);
  LecternBellPlayer player = lectern_loudspeaker_get_player (loudspeaker);
  g_signal_connect (loudspeaker, "trouble", G_CALLBACK (on_trouble_cb), &n_troubles);
  player.prepare (player.user_data, TRUE);
  wait_ms (500);
  g_assert_cmpuint (ear_sink_take_ms (), <, 50); /* ready, and silent but for what a sink is shown beforehand */
  player.play (player.user_data, LECTERN_BELL_WARNING);
  warning = listen_ms (&peak);
  player.play (player.user_data, LECTERN_BELL_OVER);
  over = listen_ms (&peak);
  player.play (player.user_data, LECTERN_BELL_WARNING);
  again = listen_ms (&peak);
  g_assert_cmpuint (warning, >, 300);
  g_assert_cmpuint (over, >, warning); /* they are told apart: the end is longer */
  g_assert_cmpuint (ABS ((int) again - (int) warning), <, 100);
  g_assert_cmpuint (peak, >, 8000); /* loud enough for a hall */
  g_autofree char *sha256 = file_maker_attach (hall.engine, LECTERN_ROLE_SOUND_OVER, 0, "gong.wav", "audio/x-wav", file_maker_make_sound (1000));
  wait_ms (300);
  player.play (player.user_data, LECTERN_BELL_OVER);
  own = listen_ms (&own_peak);
  g_assert_cmpuint (own, >, 900);
  g_assert_cmpuint (own, <, 1100);
  g_assert_cmpuint (own_peak, >, 900);
  g_assert_cmpuint (own_peak, <, 1100);
  g_assert_cmpuint (n_troubles, ==, 0);
  g_clear_object (&loudspeaker);
  hall_fixture_clear (&hall);
}

/* From the talk's clock to the air: heard at the moment of the warning, and not before; not at all when muted. */
static void
test_aloud (BellFixture  *fixture,
            gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "sounds", NULL);
  guint            peak;

  if (!ear_sink_register ())
    {
      g_test_skip ("there is no GStreamer");
      return;
    }
  g_autoptr (LecternLoudspeaker) loudspeaker = lectern_loudspeaker_new (fixture->hall.follower, folder);
  LecternBellPlayer player = lectern_loudspeaker_get_player (loudspeaker);
  g_autoptr (LecternBell) bell = lectern_bell_new (fixture->hall.follower, &player);
  lectern_bell_set_clock (bell, read_ms, fixture);
  run (fixture, LECTERN_ACTION_START_CLOCK, WARNING - 700);
  wait_ms (600);
  g_assert_cmpuint (ear_sink_take_ms (), <, 50);
  g_assert_cmpuint (listen_ms (&peak), >, 300);
  lectern_bell_set_muted (bell, TRUE);
  jump (fixture, OVER - 100);
  wait_ms (800);
  g_assert_cmpuint (ear_sink_take_ms (), <, 50);
  assert_heard (fixture, "wo"); /* the other was not muted */
  g_clear_object (&bell);
}

#define ADD(path, test) g_test_add ("/ui/bell/" path, BellFixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("once", test_once);
  ADD ("pause", test_pause);
  ADD ("restart", test_restart);
  ADD ("late", test_late);
  ADD ("muted", test_muted);
  ADD ("turned-back", test_turned_back);
  g_test_add_func ("/ui/bell/no-sound", test_no_sound);
  g_test_add_func ("/ui/bell/own-sound", test_own_sound);
  g_test_add_func ("/ui/bell/heard", test_heard);
  ADD ("aloud", test_aloud);
  return g_test_run ();
}
