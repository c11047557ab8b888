/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Any scene looked at before the hall sees it, and taken; what can't be shown refused in place; a key
 * that would tell a result opens the chooser instead; the speaker's name over a picture. */

#include "rounds-fixture.h"

#include "lectern-attach.h"
#include "lectern-evening-page.h"
#include "lectern-picture-card.h"
#include "lectern-scene-chooser.h"

#include <locale.h>
#include <string.h>

static LecternSceneChooser *
get_chooser (ConsoleFixture *fixture)
{
  return LECTERN_SCENE_CHOOSER (console_fixture_find (fixture->window, "LecternSceneChooser", 0));
}

static LecternScene *
get_picture (ConsoleFixture *fixture,
             guint           nth)
{
  return lectern_picture_card_get_scene (LECTERN_PICTURE_CARD (console_fixture_find (fixture->window, "LecternPictureCard", nth)));
}

static const LecternOnAir *
on_air (ConsoleFixture *fixture)
{
  return lectern_contest_get_on_air (console_fixture_contest (fixture));
}

static void
press (ConsoleFixture *fixture,
       guint           keyval)
{
  g_assert_true (console_fixture_press_key (fixture, keyval));
  console_fixture_catch_up (fixture);
}

static void
attach (ConsoleFixture *fixture,
        LecternRole     role,
        gint64          owner,
        const char     *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (name, strlen (name));
  const char *path = lectern_engine_get_path (fixture->engine);
  console_fixture_do (fixture, lectern_attach_new_action (path, lectern_attach_new_record (role, owner, name), NULL, bytes, "test", NULL, NULL));
}

static void
open_evening (ConsoleFixture *fixture)
{
  console_fixture_set_up (fixture, TRUE);
  rounds_fixture_draw (fixture->engine);
  console_fixture_open (fixture, 1366, 768);
}

/* Every key: the picture beside is of that scene, or the sentence says why there is none; the hall
 * and the journal know nothing of it. */
static void
test_preview (void)
{
  ConsoleFixture fixture = { 0 };
  guint          n_refused = 0;
  open_evening (&fixture);
  console_fixture_play_to (&fixture, 1, LECTERN_CUE_TALK);
  attach (&fixture, LECTERN_ROLE_PICTURE, LECTERN_NULL, "a.png");
  g_autofree char *before = g_strdup (on_air (&fixture)->scene);
  gint64           seq = lectern_follower_get_seq (lectern_desk_get_follower (fixture.desk));
  press (&fixture, GDK_KEY_F6);
  for (guint i = 0; i < lectern_scene_keys_get_n (); i++)
    {
      const LecternSceneKey *key = lectern_scene_keys_get (i);
      LecternScene          *scene;
      press (&fixture, key->keyval);
      scene = get_picture (&fixture, 1);
      g_assert_true (scene == lectern_scene_chooser_get_scene (get_chooser (&fixture)));
      g_assert_true (!scene || scene->kind == key->kind);
      g_assert_true ((scene == NULL) == (*lectern_scene_chooser_get_why_not (get_chooser (&fixture)) != '\0'));
      n_refused += scene == NULL;
    }
  /* No result, no closed round (twice), no video, and nobody's courseware. */
  g_assert_cmpuint (n_refused, ==, 5);
  g_assert_cmpstr (on_air (&fixture)->scene, ==, before);
  g_assert_cmpint (lectern_follower_get_seq (lectern_desk_get_follower (fixture.desk)), ==, seq);
  press (&fixture, GDK_KEY_Escape);
  g_assert_false (lectern_scene_chooser_get_open (get_chooser (&fixture)));
  g_assert_cmpint (get_picture (&fixture, 1)->kind, ==, LECTERN_SCENE_TALK); /* what comes next again */
  console_fixture_tear_down (&fixture);
}

/* Refused where it was asked for, in the engine's words; Enter does nothing, and nothing is in the way. */
static void
test_refused_in_place (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  console_fixture_play_to (&fixture, 1, LECTERN_CUE_TALK);
  press (&fixture, GDK_KEY_F6);
  press (&fixture, GDK_KEY_w);
  g_assert_cmpstr (lectern_scene_chooser_get_why_not (get_chooser (&fixture)), ==, "Awards are shown only after the round is finalised.");
  g_assert_true (console_fixture_says (fixture.window, "can’t be shown now"));
  press (&fixture, GDK_KEY_Return);
  g_assert_true (lectern_scene_chooser_get_open (get_chooser (&fixture)));
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_INTRODUCTION);
  press (&fixture, GDK_KEY_5);
  g_assert_cmpstr (lectern_scene_chooser_get_why_not (get_chooser (&fixture)), ==, "No. 1 has no result to reveal yet. Close marking first.");
  g_assert_false (console_fixture_is_blocked ());
  console_fixture_tear_down (&fixture);
}

static void
set_number (ConsoleFixture *fixture,
            guint           nth,
            const char     *text)
{
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (get_chooser (fixture), "GtkSpinButton", nth)), text);
}

/* With its settings; the hall gets what stood in the picture. */
static void
test_take (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  press (&fixture, GDK_KEY_F6);
  press (&fixture, GDK_KEY_7);
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (get_chooser (&fixture), "GtkEntry", 0)), "请尽快入场");
  g_assert_cmpstr (get_picture (&fixture, 1)->text, ==, "请尽快入场");
  press (&fixture, GDK_KEY_Return);
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_NOTICE);
  g_assert_nonnull (strstr (on_air (&fixture)->scene, "请尽快入场"));
  g_assert_false (lectern_scene_chooser_get_open (get_chooser (&fixture)));

  press (&fixture, GDK_KEY_F6);
  press (&fixture, GDK_KEY_9);
  set_number (&fixture, 1, "15"); /* as typed, before the field has taken it in */
  press (&fixture, GDK_KEY_Return);
  g_autoptr (LecternScene) pause = lectern_scene_from_json (on_air (&fixture)->scene, NULL);
  g_assert_cmpint (pause->kind, ==, LECTERN_SCENE_BREAK);
  g_assert_cmpint (pause->until_ms, ==, on_air (&fixture)->shown_us / 1000 + 15 * 60 * 1000);

  press (&fixture, GDK_KEY_F6);
  press (&fixture, GDK_KEY_3);
  set_number (&fixture, 0, "12");
  press (&fixture, GDK_KEY_Return);
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_INTRODUCTION);
  g_assert_cmpint (on_air (&fixture)->lot, ==, 12);

  press (&fixture, GDK_KEY_F6);
  press (&fixture, GDK_KEY_3);
  set_number (&fixture, 0, "99");
  g_assert_cmpstr (lectern_scene_chooser_get_why_not (get_chooser (&fixture)), ==, "There is no entry with lot 99 in this round.");
  console_fixture_tear_down (&fixture);
}

/* Space is of the large button in sight: it takes what is chosen, once; pressed twice it does not go on
 * with the programme. */
static void
test_space (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  press (&fixture, GDK_KEY_F6);
  g_assert_false (gtk_widget_get_mapped (console_fixture_find (fixture.window, "LecternGoButton", 0)));
  press (&fixture, GDK_KEY_g);
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_space));
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_space));
  console_fixture_catch_up (&fixture);
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_GUESTS);
  console_fixture_settle (LECTERN_DESK_PRESS_US / 1000 + 30);
  press (&fixture, GDK_KEY_space);
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_TITLE);
  console_fixture_tear_down (&fixture);
}

/* The scenes used most, at one key each. */
static void
test_direct (void)
{
  static const struct
  {
    guint            keyval;
    LecternSceneKind kind;
  } cases[] = {
    { GDK_KEY_1, LECTERN_SCENE_TITLE },
    { GDK_KEY_KP_2, LECTERN_SCENE_ORDER },
    { GDK_KEY_d, LECTERN_SCENE_DECK },
    { GDK_KEY_6, LECTERN_SCENE_RANKING },
    { GDK_KEY_G, LECTERN_SCENE_GUESTS },
    { GDK_KEY_9, LECTERN_SCENE_BREAK },
    { GDK_KEY_F9, LECTERN_SCENE_EMERGENCY },
  };
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      press (&fixture, cases[i].keyval);
      g_assert_cmpint (on_air (&fixture)->kind, ==, cases[i].kind);
    }
  g_assert_false (console_fixture_press_key (&fixture, GDK_KEY_r)); /* only in the chooser */
  console_fixture_tear_down (&fixture);
}

/* A notice has no words of its own: its key opens the chooser for them, and the hall sees nothing yet. */
static void
test_notice_is_worded_first (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  press (&fixture, GDK_KEY_1);
  press (&fixture, GDK_KEY_7);
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_TITLE);
  g_assert_true (lectern_scene_chooser_get_open (get_chooser (&fixture)));
  g_assert_cmpint (lectern_scene_chooser_get_scene (get_chooser (&fixture))->kind, ==, LECTERN_SCENE_NOTICE);
  gtk_editable_set_text (GTK_EDITABLE (console_fixture_find (get_chooser (&fixture), "GtkEntry", 0)), "请尽快入场");
  press (&fixture, GDK_KEY_Return);
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_NOTICE);
  g_assert_nonnull (strstr (on_air (&fixture)->scene, "请尽快入场"));
  console_fixture_tear_down (&fixture);
}

/* After the round is closed a key tells nobody who has won: it opens the chooser, which says so. */
static void
test_no_key_tells_a_result (void)
{
  static const guint keys[] = { GDK_KEY_a, GDK_KEY_6 };
  ConsoleFixture     fixture = { 0 };
  open_evening (&fixture);
  rounds_fixture_play_on_paper (fixture.engine, console_fixture_contest (&fixture));
  press (&fixture, GDK_KEY_1);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press (&fixture, keys[i]);
      g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_TITLE);
      g_assert_true (lectern_scene_chooser_get_open (get_chooser (&fixture)));
      g_assert_true (console_fixture_says (get_chooser (&fixture), "The ceremony is not over: this tells the hall who has won."));
    }
  press (&fixture, GDK_KEY_Return);
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_RANKING);
  console_fixture_tear_down (&fixture);
}

/* From a text and from any page: black, the card, the chooser. */
static void
test_everywhere (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  lectern_console_window_show_page (fixture.window, "draw");
  console_fixture_settle (50);
  GtkWidget *seed = console_fixture_find (lectern_console_window_get_page (fixture.window, "draw"), "GtkEntry", 0);
  gtk_widget_grab_focus (seed);
  press (&fixture, GDK_KEY_F8);
  g_assert_cmpint (on_air (&fixture)->blank, ==, 1);
  press (&fixture, GDK_KEY_F8);
  g_assert_cmpint (on_air (&fixture)->blank, ==, 0);
  press (&fixture, GDK_KEY_F9);
  g_assert_cmpint (on_air (&fixture)->kind, ==, LECTERN_SCENE_EMERGENCY);
  press (&fixture, GDK_KEY_F6);
  console_fixture_settle (50);
  g_assert_true (lectern_scene_chooser_get_open (get_chooser (&fixture)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_chooser (&fixture))));
  press (&fixture, GDK_KEY_b); /* black is black in the chooser, too */
  g_assert_cmpint (on_air (&fixture)->blank, ==, 1);
  g_assert_true (lectern_scene_chooser_get_open (get_chooser (&fixture)));
  console_fixture_tear_down (&fixture);
}

/* On and off by the key and by the button, in the hall's picture and in the console's. */
static void
test_name_over (void)
{
  ConsoleFixture fixture = { 0 };
  open_evening (&fixture);
  attach (&fixture, LECTERN_ROLE_PICTURE, LECTERN_NULL, "a.png");
  press (&fixture, GDK_KEY_t);
  g_assert_cmpstr (lectern_console_window_get_refusal (fixture.window), ==, "A name is laid over a picture or a page of courseware, and neither is on air.");
  console_fixture_play_to (&fixture, 1, LECTERN_CUE_TALK);
  press (&fixture, GDK_KEY_F6);
  press (&fixture, GDK_KEY_p);
  press (&fixture, GDK_KEY_Return);
  const char *name = lectern_contest_get_nominee (console_fixture_contest (&fixture), lectern_contest_get_entry_on_stage (console_fixture_contest (&fixture))->nominee)->name;
  g_assert_cmpuint (get_picture (&fixture, 0)->overlay, ==, LECTERN_SCENE_OVERLAY_NONE);
  press (&fixture, GDK_KEY_t);
  g_assert_cmpuint (get_picture (&fixture, 0)->overlay, ==, LECTERN_SCENE_OVERLAY_NAME);
  g_assert_cmpstr (get_picture (&fixture, 0)->name, ==, name);
  GtkToggleButton *over = GTK_TOGGLE_BUTTON (console_fixture_find (console_fixture_find (fixture.window, "LecternPictureCard", 0), "GtkToggleButton", 0));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (over)));
  g_assert_true (gtk_toggle_button_get_active (over));
  gtk_toggle_button_set_active (over, FALSE);
  console_fixture_catch_up (&fixture);
  g_assert_cmpuint (get_picture (&fixture, 0)->overlay, ==, LECTERN_SCENE_OVERLAY_NONE);
  press (&fixture, GDK_KEY_t);
  press (&fixture, GDK_KEY_9);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (over)));
  console_fixture_tear_down (&fixture);
}

static int
get_width (gpointer widget)
{
  int minimum = 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* A small laptop, and a person who needs text of twice the size: nothing is off the screen, with the
 * chooser and with a sequence on air. */
static void
test_large_text (void)
{
  static const char *const pages[] = { "set-up", "draw", "evening", "results", "journal" };
  ConsoleFixture           fixture = { 0 };
  open_evening (&fixture);
  console_fixture_play_to (&fixture, 1, LECTERN_CUE_REVEAL);
  console_fixture_do_kind (&fixture, LECTERN_ACTION_GO);
  press (&fixture, GDK_KEY_F6);
  press (&fixture, GDK_KEY_8);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  console_fixture_settle (100);
  g_assert_cmpint (get_width (console_fixture_find (fixture.window, "AdwHeaderBar", 0)), <=, 1366);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int width = get_width (lectern_console_window_get_page (fixture.window, pages[i]));
      if (width > 1366)
        g_error ("At twice the text the page “%s” is %d wide", pages[i], width);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
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
  g_test_add_func ("/console/scenes/preview", test_preview);
  g_test_add_func ("/console/scenes/refused-in-place", test_refused_in_place);
  g_test_add_func ("/console/scenes/take", test_take);
  g_test_add_func ("/console/scenes/space", test_space);
  g_test_add_func ("/console/scenes/direct", test_direct);
  g_test_add_func ("/console/scenes/notice-is-worded-first", test_notice_is_worded_first);
  g_test_add_func ("/console/scenes/no-key-tells-a-result", test_no_key_tells_a_result);
  g_test_add_func ("/console/scenes/everywhere", test_everywhere);
  g_test_add_func ("/console/scenes/name-over", test_name_over);
  g_test_add_func ("/console/scenes/large-text", test_large_text);
  int result = g_test_run ();
  rounds_fixture_remove_home (home);
  return result;
}
