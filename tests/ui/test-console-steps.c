/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A reveal and a ceremony from the console: one key forward and one back, what comes next in words
 * and as a picture, steps that come by themselves until somebody presses, and a rehearsal with
 * invented names. */

#include "rounds-fixture.h"

#include "lectern-evening-page.h"
#include "lectern-go-button.h"
#include "lectern-picture-card.h"
#include "lectern-sequence.h"
#include "lectern-step-bar.h"

#include <locale.h>
#include <string.h>

static LecternGoButton *
get_go (ConsoleFixture *fixture)
{
  return LECTERN_GO_BUTTON (console_fixture_find (fixture->window, "LecternGoButton", 0));
}

static LecternStepBar *
get_bar (ConsoleFixture *fixture)
{
  return LECTERN_STEP_BAR (console_fixture_find (fixture->window, "LecternStepBar", 0));
}

static const LecternOnAir *
on_air (ConsoleFixture *fixture)
{
  return lectern_contest_get_on_air (console_fixture_contest (fixture));
}

typedef struct
{
  ConsoleFixture *fixture;
  gint64          step;
} Wanted;

static gboolean
is_at_step (gpointer data)
{
  Wanted *wanted = data;
  return on_air (wanted->fixture)->step == wanted->step;
}

static void
wait_for_step (ConsoleFixture *fixture,
               gint64          step)
{
  Wanted wanted = { fixture, step };
  console_fixture_wait (is_at_step, &wanted);
  console_fixture_settle (LECTERN_DESK_PRESS_US / 1000 + 30);
}

/* One press, and the time after which the next one counts. */
static void
press_to (ConsoleFixture *fixture,
          guint           key,
          gint64          step)
{
  g_assert_true (console_fixture_press_key (fixture, key));
  wait_for_step (fixture, step);
}

static void
change_rules (ConsoleFixture *fixture,
              const char     *changes)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_EDIT_RULES, "test");
  action->text = g_strdup (changes);
  console_fixture_do (fixture, action);
}

static void
open_evening (ConsoleFixture *fixture,
              const char     *rules)
{
  console_fixture_set_up (fixture, TRUE);
  if (rules)
    change_rules (fixture, rules);
  rounds_fixture_draw (fixture->engine);
  console_fixture_open (fixture, 1366, 768);
}

static void
enter (ConsoleFixture     *fixture,
       LecternSequenceKind kind,
       const char         *how)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_ENTER_SEQUENCE, "test");
  action->number = kind;
  action->key = g_strdup (how);
  console_fixture_do (fixture, action);
}

static LecternScene *
get_next_picture (ConsoleFixture *fixture)
{
  return lectern_picture_card_get_scene (LECTERN_PICTURE_CARD (console_fixture_find (fixture->window, "LecternPictureCard", 1)));
}

/* Press after press, the next picture is what comes; back again, and a held key is one step. */
static void
test_reveal (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture, NULL);
  console_fixture_play_to (&fixture, 1, LECTERN_CUE_REVEAL);
  console_fixture_settle (50);
  g_assert_false (console_fixture_press_key (&fixture, GDK_KEY_Right)); /* nothing has steps */
  g_assert_true (strstr (lectern_go_button_get_title (get_go (&fixture)), "Reveal No. 1") != NULL);
  press_to (&fixture, GDK_KEY_space, 0);
  g_assert_cmpstr (lectern_go_button_get_title (get_go (&fixture)), ==, "Show all marks");
  g_assert_nonnull (strstr (lectern_step_bar_get_where (get_bar (&fixture)), "step 1 of"));
  g_assert_nonnull (strstr (lectern_step_bar_get_words (get_bar (&fixture)), "请看各位评委的打分"));
  g_assert_null (get_next_picture (&fixture)->mean);
  press_to (&fixture, GDK_KEY_Right, 1);
  press_to (&fixture, GDK_KEY_space, 2);
  g_assert_nonnull (get_next_picture (&fixture)->mean);
  g_assert_null (get_next_picture (&fixture)->final);
  press_to (&fixture, GDK_KEY_Left, 1);
  /* Twice at once is once. */
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_Right));
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_Right));
  wait_for_step (&fixture, 2);
  g_assert_cmpint (on_air (&fixture)->step, ==, 2);
  console_fixture_press (console_fixture_find (get_bar (&fixture), "GtkButton", 4));
  wait_for_step (&fixture, 3);
  console_fixture_tear_down (&fixture);
}

/* The steps below the first places follow each other, until somebody presses. */
static void
test_by_itself (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture, "{\"ceremony\":{\"by_hand_from\":3,\"every\":1}}");
  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  console_fixture_settle (50);
  enter (&fixture, LECTERN_SEQUENCE_CEREMONY, NULL);
  g_assert_true (lectern_step_bar_is_running (get_bar (&fixture)));
  wait_for_step (&fixture, 1);
  wait_for_step (&fixture, 2);
  g_assert_true (lectern_step_bar_is_running (get_bar (&fixture)));
  press_to (&fixture, GDK_KEY_Left, 1);
  g_assert_false (lectern_step_bar_is_running (get_bar (&fixture)));
  console_fixture_settle (1500);
  g_assert_cmpint (on_air (&fixture)->step, ==, 1);
  console_fixture_press (console_fixture_find_button (get_bar (&fixture), "By Itself"));
  wait_for_step (&fixture, 2);
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_b)); /* black is an act of a person */
  console_fixture_settle (1500);
  g_assert_cmpint (on_air (&fixture)->step, ==, 2);
  g_assert_cmpint (on_air (&fixture)->blank, ==, 1);
  console_fixture_tear_down (&fixture);
}

static void
act_by_key (ConsoleFixture *fixture,
            guint           keyval)
{
  g_assert_true (console_fixture_press_key (fixture, keyval));
}

static void
act_by_chooser (ConsoleFixture *fixture,
                guint           keyval)
{
  g_assert_true (console_fixture_press_key (fixture, GDK_KEY_F6));
  g_assert_true (console_fixture_press_key (fixture, keyval));
  g_assert_true (console_fixture_press_key (fixture, GDK_KEY_Return));
}

static void
act_elsewhere (ConsoleFixture *fixture,
               guint           keyval)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_STEP, "lecternctl");
  action->on = TRUE;
  console_fixture_do (fixture, action);
}

static void
act_on_programme (ConsoleFixture *fixture,
                  guint           keyval)
{
  console_fixture_do_kind (fixture, LECTERN_ACTION_RESUME_SEQUENCE);
}

/* Whoever changes what is on air, by whatever means: it goes no further by itself. */
static void
test_first_act_stops (void)
{
  static const struct
  {
    void (*act) (ConsoleFixture *fixture,
                 guint           keyval);
    guint keyval;
  } acts[] = {
    { act_by_key, GDK_KEY_space },
    { act_by_key, GDK_KEY_Right },
    { act_by_key, GDK_KEY_Left },
    { act_by_key, GDK_KEY_9 },
    { act_by_key, GDK_KEY_b },
    { act_by_key, GDK_KEY_F8 },
    { act_by_key, GDK_KEY_F9 },
    { act_by_chooser, GDK_KEY_r },
    { act_elsewhere, 0 },
    { act_on_programme, 0 }, /* to the step it is at: the step alone tells nothing */
  };
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture, "{\"ceremony\":{\"by_hand_from\":3,\"every\":1}}");
  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  console_fixture_settle (50);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      gint64 step;
      console_fixture_settle (LECTERN_DESK_PRESS_US / 1000 + 30);
      enter (&fixture, LECTERN_SEQUENCE_CEREMONY, NULL);
      Wanted wanted = { &fixture, 1 };
      console_fixture_wait (is_at_step, &wanted);
      console_fixture_catch_up (&fixture);
      g_assert_true (lectern_step_bar_is_running (get_bar (&fixture)));
      acts[i].act (&fixture, acts[i].keyval);
      console_fixture_catch_up (&fixture);
      step = on_air (&fixture)->step;
      g_assert_false (lectern_step_bar_is_running (get_bar (&fixture)));
      console_fixture_settle (1100);
      g_assert_cmpint (on_air (&fixture)->step, ==, step);
    }
  console_fixture_tear_down (&fixture);
}

/* From its middle, where it had been stopped: it begins again, and by itself. Back to the first step by
 * hand is not that. */
static void
test_entered_anew (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture, "{\"ceremony\":{\"by_hand_from\":3,\"every\":1}}");
  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  console_fixture_settle (50);
  enter (&fixture, LECTERN_SEQUENCE_CEREMONY, NULL);
  wait_for_step (&fixture, 1);
  press_to (&fixture, GDK_KEY_Right, 2);
  g_assert_false (lectern_step_bar_is_running (get_bar (&fixture)));
  enter (&fixture, LECTERN_SEQUENCE_CEREMONY, NULL);
  g_assert_true (lectern_step_bar_is_running (get_bar (&fixture)));
  wait_for_step (&fixture, 1);
  g_assert_true (lectern_step_bar_is_running (get_bar (&fixture)));
  press_to (&fixture, GDK_KEY_Left, 0);
  g_assert_false (lectern_step_bar_is_running (get_bar (&fixture)));
  enter (&fixture, LECTERN_SEQUENCE_CEREMONY, NULL); /* at its first step already */
  g_assert_true (lectern_step_bar_is_running (get_bar (&fixture)));
  console_fixture_tear_down (&fixture);
}

/* The round is opened again in the middle: nothing goes on, and nobody is told so by a refusal. */
static void
test_outdated (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture, "{\"ceremony\":{\"by_hand_from\":3,\"every\":1}}");
  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  console_fixture_settle (50);
  enter (&fixture, LECTERN_SEQUENCE_CEREMONY, NULL);
  wait_for_step (&fixture, 1);
  LecternAction *action = lectern_action_new (LECTERN_ACTION_REOPEN_ROUND, "test");
  action->reason = g_strdup ("申诉");
  console_fixture_do (&fixture, action);
  g_assert_false (lectern_step_bar_is_running (get_bar (&fixture)));
  console_fixture_settle (1300);
  g_assert_cmpint (on_air (&fixture)->step, ==, 1);
  g_assert_null (lectern_console_window_get_refusal (fixture.window));
  console_fixture_tear_down (&fixture);
}

/* A break counted down goes over, and stays until somebody presses. */
static void
test_countdown_over (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture, NULL);
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SHOW_SCENE, "test");
  action->number = LECTERN_SCENE_BREAK;
  action->key = g_strdup ("1");
  console_fixture_do (&fixture, action);
  LecternPictureCard *card = LECTERN_PICTURE_CARD (console_fixture_find (fixture.window, "LecternPictureCard", 0));
  gint64              seq = lectern_follower_get_seq (lectern_desk_get_follower (fixture.desk));
  lectern_picture_card_get_scene (card)->until_ms = g_get_real_time () / 1000 + 300; /* nobody waits a minute */
  console_fixture_settle (900);
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_BREAK);
  g_assert_cmpint (lectern_follower_get_seq (lectern_desk_get_follower (fixture.desk)), ==, seq);
  press_to (&fixture, GDK_KEY_1, LECTERN_NULL);
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_TITLE);
  console_fixture_tear_down (&fixture);
}

/* Another scene, and on with it by the large button. */
static void
test_interrupted (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture, "{\"ceremony\":{\"every\":null}}");
  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  console_fixture_settle (50);
  enter (&fixture, LECTERN_SEQUENCE_CEREMONY, NULL);
  g_assert_false (lectern_step_bar_is_running (get_bar (&fixture)));
  press_to (&fixture, GDK_KEY_Right, 1);
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_9));
  wait_for_step (&fixture, LECTERN_NULL);
  g_assert_nonnull (strstr (lectern_step_bar_get_where (get_bar (&fixture)), "interrupted at step 2"));
  g_assert_false (console_fixture_press_key (&fixture, GDK_KEY_Right));
  g_assert_true (g_str_has_prefix (lectern_go_button_get_title (get_go (&fixture)), "Go on with: "));
  press_to (&fixture, GDK_KEY_space, 1);
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_9));
  wait_for_step (&fixture, LECTERN_NULL);
  console_fixture_press (console_fixture_find_button (get_bar (&fixture), "Go On With It"));
  wait_for_step (&fixture, 1);
  console_fixture_tear_down (&fixture);
}

/* From the menu, hours before anything is known. */
static void
test_rehearsal (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture, "{\"ceremony\":{\"every\":null}}");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.window), "console.rehearse-ceremony", NULL));
  wait_for_step (&fixture, 0);
  g_assert_true (g_str_has_prefix (lectern_step_bar_get_where (get_bar (&fixture)), "Rehearsal of the ceremony"));
  for (gint64 i = 1; i < 6; i++)
    press_to (&fixture, i % 2 == 0 ? GDK_KEY_space : GDK_KEY_Right, i);
  g_autoptr (LecternScene) scene = lectern_scene_from_json (on_air (&fixture)->scene, NULL);
  GPtrArray *nominees = lectern_contest_get_nominees (console_fixture_contest (&fixture));
  g_assert_true (scene->rehearsal);
  for (guint i = 0; i < nominees->len; i++)
    g_assert_null (strstr (on_air (&fixture)->scene, ((LecternNominee *) nominees->pdata[i])->name));
  console_fixture_tear_down (&fixture);
}

/* Who has which lot in the scene on air: exactly the first @n by lot, from the order that stood before the
 * first was shown; and the seed with it. */
static void
assert_drawn (ConsoleFixture *fixture,
              guint           n)
{
  LecternContest *contest = console_fixture_contest (fixture);
  g_autoptr (LecternScene) scene = lectern_scene_from_json (on_air (fixture)->scene, NULL);

  g_assert_cmpstr (scene->seed, ==, lectern_contest_get_current_round (contest)->seed);
  g_assert_cmpuint (scene->rows->len, ==, lectern_contest_get_nominees (contest)->len);
  for (guint i = 0; i < scene->rows->len; i++)
    {
      const LecternSceneRow *row = scene->rows->pdata[i];
      const LecternEntry    *entry = lectern_contest_get_entry_by_lot (contest, i + 1);

      g_assert_cmpint (row->lot, ==, i + 1);
      g_assert_cmpstr (row->name, ==, i < n ? lectern_contest_get_nominee (contest, entry->nominee)->name : NULL);
    }
}

/* A draw lot by lot, and to its end at once: the show skipped, not the outcome. */
static void
test_draw (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture, NULL);
  enter (&fixture, LECTERN_SEQUENCE_DRAW, "one-by-one");
  assert_drawn (&fixture, 0);
  press_to (&fixture, GDK_KEY_Right, 1);
  g_assert_cmpuint (get_next_picture (&fixture)->n_done, ==, 2);
  assert_drawn (&fixture, 1);
  press_to (&fixture, GDK_KEY_Right, 2);
  assert_drawn (&fixture, 2);
  press_to (&fixture, GDK_KEY_Left, 1);
  assert_drawn (&fixture, 1);
  console_fixture_press (console_fixture_find_button (get_bar (&fixture), "To the End"));
  guint n = lectern_contest_get_nominees (console_fixture_contest (&fixture))->len;
  wait_for_step (&fixture, n + 1);
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_ORDER);
  assert_drawn (&fixture, n);
  console_fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = rounds_fixture_make_home ();
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/steps/reveal", test_reveal);
  g_test_add_func ("/console/steps/by-itself", test_by_itself);
  g_test_add_func ("/console/steps/first-act-stops", test_first_act_stops);
  g_test_add_func ("/console/steps/entered-anew", test_entered_anew);
  g_test_add_func ("/console/steps/outdated", test_outdated);
  g_test_add_func ("/console/steps/countdown-over", test_countdown_over);
  g_test_add_func ("/console/steps/interrupted", test_interrupted);
  g_test_add_func ("/console/steps/rehearsal", test_rehearsal);
  g_test_add_func ("/console/steps/draw", test_draw);
  int result = g_test_run ();
  rounds_fixture_remove_home (home);
  return result;
}
