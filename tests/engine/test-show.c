/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Scenes shown by hand: what is looked at beforehand is what is taken, kind by kind, or is refused in
 * the same words; a break that is counted down; the speaker's name over a picture. */

#include "engine-fixture.h"

#include <string.h>

#include "lectern-attach.h"
#include "lectern-scene-choice.h"
#include "lectern-sequence.h"

static const LecternOnAir *
on_air (Fixture *f)
{
  return lectern_contest_get_on_air (fixture_contest (f));
}

static LecternScene *
get_scene (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  LecternScene *scene = lectern_scene_from_json (on_air (f)->scene, &error);

  g_assert_no_error (error);
  return scene;
}

static guint
get_overlay (Fixture *f)
{
  g_autoptr (LecternScene) scene = get_scene (f);

  return scene->overlay;
}

static void
attach (Fixture    *f,
        LecternRole role,
        gint64      owner,
        const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (name, strlen (name));

  fixture_do (f, lectern_attach_new_action (f->path, lectern_attach_new_record (role, owner, name), NULL, bytes, "test", NULL, NULL));
}

static LecternAction *
show (const LecternSceneChoice *choice)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_SHOW_SCENE, choice->lot, NULL);

  action->number = choice->kind;
  action->text = g_strdup (choice->text);
  action->key = choice->number != LECTERN_NULL ? g_strdup_printf ("%d", (int) choice->number) : NULL;
  return action;
}

static LecternAction *
show_kind (LecternSceneKind kind,
           const char      *text,
           const char      *key)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_SHOW_SCENE);

  action->number = kind;
  action->text = g_strdup (text);
  action->key = g_strdup (key);
  return action;
}

static LecternAction *
lay_over (gint64 flags)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_LAY_OVER);

  action->number = flags;
  return action;
}

/* A contest with files and somebody on stage; with the first entry marked when @marked. */
static void
open_evening (Fixture *f,
              gboolean marked)
{
  fixture_init (f, 2, 3, FALSE);
  fixture_do (f, fixture_action (LECTERN_ACTION_DRAW));
  attach (f, LECTERN_ROLE_PICTURE, LECTERN_NULL, "1.png");
  attach (f, LECTERN_ROLE_VIDEO, LECTERN_NULL, "v.mp4");
  attach (f, LECTERN_ROLE_COURSEWARE, lectern_contest_get_entry_by_lot (fixture_contest (f), 1)->nominee, "1.pdf");
  attach (f, LECTERN_ROLE_COURSEWARE, lectern_contest_get_entry_by_lot (fixture_contest (f), 2)->nominee, "2.pdf");
  fixture_do (f, fixture_action_with (LECTERN_ACTION_CALL, 1, NULL));
  fixture_do (f, fixture_action (LECTERN_ACTION_START_CLOCK));
  fixture_do (f, fixture_action (LECTERN_ACTION_STOP_CLOCK));
  fixture_do (f, fixture_action (LECTERN_ACTION_OPEN_GATE));
  for (gint64 judge = 1; marked && judge <= 3; judge++)
    fixture_do (f, fixture_sheet (judge, 1, judge == 1 ? "a" : judge == 2 ? "b"
                                                                          : "c",
                                  "36.5", "50", TRUE));
  fixture_do (f, fixture_action (LECTERN_ACTION_CLOSE_GATE));
}

/* The same picture, or the same words: whichever the contest allows. */
static void
check_choice (Fixture                  *f,
              const LecternSceneChoice *choice)
{
  g_autoptr (GError) why_not = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = NULL;
  g_autoptr (LecternScene) preview = NULL;
  g_autoptr (LecternScene) taken = NULL;
  g_autoptr (LecternScene) before = NULL;
  g_autofree char *json = NULL;
  gint64           seq;

  fixture_do (f, show_kind (LECTERN_SCENE_TITLE, NULL, NULL));
  before = get_scene (f);
  seq = lectern_follower_get_seq (f->follower);
  preview = lectern_scene_choice_freeze (choice, fixture_contest (f), f->now_us / 1000, &why_not);
  fixture_settle (f);
  g_assert_cmpint (lectern_follower_get_seq (f->follower), ==, seq);
  outcome = lectern_engine_perform (f->engine, show (choice), NULL, &error);
  fixture_settle (f);
  if (preview == NULL)
    {
      g_assert_null (outcome);
      g_assert_cmpstr (error->message, ==, why_not->message);
      return;
    }
  g_assert_no_error (error);
  taken = get_scene (f);
  preview->until_ms = taken->until_ms;      /* of the moment of the take */
  lectern_scene_remember (preview, before); /* which nobody sees */
  json = lectern_scene_to_json (preview);
  g_assert_cmpstr (on_air (f)->scene, ==, json);
}

static void
test_preview_is_the_take (void)
{
  for (gboolean marked = FALSE; marked <= TRUE; marked++)
    {
      Fixture f = { NULL };
      guint   n_shown = 0;

      open_evening (&f, marked);
      for (guint kind = 0; kind < LECTERN_SCENE_N_KINDS; kind++)
        {
          const LecternSceneChoice choice = { (LecternSceneKind) kind, LECTERN_NULL, LECTERN_NULL, NULL };

          check_choice (&f, &choice);
          n_shown += on_air (&f)->kind == (gint64) kind;
        }
      /* All but the awards of a round that is not closed; and a reveal of nothing. */
      g_assert_cmpuint (n_shown, ==, LECTERN_SCENE_N_KINDS - 2 - !marked);
      fixture_clear (&f);
    }
}

static void
test_settings (void)
{
  static const struct
  {
    LecternSceneChoice  choice;
    LecternContestError code; /* of a refusal */
    gboolean            refused;
  } cases[] = {
    { { LECTERN_SCENE_NOTICE, LECTERN_NULL, LECTERN_NULL, "请勿喧哗" }, 0, FALSE },
    { { LECTERN_SCENE_BREAK, LECTERN_NULL, 15, "茶歇" }, 0, FALSE },
    { { LECTERN_SCENE_BREAK, LECTERN_NULL, 0, NULL }, LECTERN_CONTEST_ERROR_BAD_INPUT, TRUE },
    { { LECTERN_SCENE_BREAK, LECTERN_NULL, LECTERN_SCENE_BREAK_MINUTES_MOST + 1, NULL }, LECTERN_CONTEST_ERROR_BAD_INPUT, TRUE },
    { { LECTERN_SCENE_PICTURE, LECTERN_NULL, LECTERN_NULL, "video 1" }, 0, FALSE },
    { { LECTERN_SCENE_PICTURE, LECTERN_NULL, LECTERN_NULL, "picture 2" }, LECTERN_CONTEST_ERROR_NOT_FOUND, TRUE },
    { { LECTERN_SCENE_COURSEWARE, 2, 3, NULL }, 0, FALSE },
    { { LECTERN_SCENE_INTRODUCTION, 2, LECTERN_NULL, NULL }, 0, FALSE },
    { { LECTERN_SCENE_INTRODUCTION, 99, LECTERN_NULL, NULL }, LECTERN_CONTEST_ERROR_NOT_FOUND, TRUE },
    { { LECTERN_SCENE_DECK, 3, LECTERN_NULL, NULL }, 0, FALSE },
    { { LECTERN_SCENE_RANKING, LECTERN_NULL, 1, NULL }, 0, FALSE },
    { { LECTERN_SCENE_RANKING, LECTERN_NULL, 2, NULL }, LECTERN_CONTEST_ERROR_NOT_FOUND, TRUE },
    { { LECTERN_SCENE_REVEAL, 1, LECTERN_NULL, NULL }, 0, FALSE },
    { { LECTERN_SCENE_REVEAL, 2, LECTERN_NULL, NULL }, LECTERN_CONTEST_ERROR_WRONG_STATE, TRUE },
    { { LECTERN_SCENE_AWARDS, LECTERN_NULL, LECTERN_NULL, NULL }, LECTERN_CONTEST_ERROR_WRONG_STATE, TRUE },
  };
  Fixture f = { NULL };

  open_evening (&f, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      check_choice (&f, &cases[i].choice);
      g_assert_cmpint (on_air (&f)->kind, ==, cases[i].refused ? LECTERN_SCENE_TITLE : cases[i].choice.kind);
      if (cases[i].refused)
        fixture_refuse (&f, show (&cases[i].choice), cases[i].code);
    }
  fixture_refuse (&f, show_kind (LECTERN_SCENE_BREAK, NULL, "soon"), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_clear (&f);
}

/* From the moment it is on air; over, it stays until somebody shows something else. */
static void
test_countdown (void)
{
  Fixture f = { NULL };
  g_autoptr (LecternScene) scene = NULL;

  open_evening (&f, FALSE);
  fixture_do (&f, show_kind (LECTERN_SCENE_BREAK, NULL, "15"));
  scene = get_scene (&f);
  g_assert_cmpint (scene->until_ms, ==, on_air (&f)->shown_us / 1000 + 15 * 60 * 1000);
  g_assert_cmpint (lectern_scene_get_time (scene), ==, LECTERN_SCENE_TIME_WALL);
  fixture_clear (&f);
}

/* It comes by hand alone, over a picture or his own page, stays over the next page, and goes with
 * any other scene. */
static void
test_overlay (void)
{
  Fixture f = { NULL };

  open_evening (&f, FALSE);
  fixture_refuse (&f, lay_over (LECTERN_SCENE_OVERLAY_NAME), LECTERN_CONTEST_ERROR_WRONG_STATE); /* marking is on air */
  fixture_do (&f, show_kind (LECTERN_SCENE_COURSEWARE, NULL, NULL));
  fixture_refuse (&f, lay_over (4), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_do (&f, lay_over (LECTERN_SCENE_OVERLAY_NAME));
  g_assert_cmpint (on_air (&f)->overlay, ==, LECTERN_SCENE_OVERLAY_NAME);
  {
    g_autoptr (LecternScene) scene = get_scene (&f);
    const LecternEntry *entry = lectern_contest_get_entry_by_lot (fixture_contest (&f), 1);

    g_assert_cmpuint (scene->overlay, ==, LECTERN_SCENE_OVERLAY_NAME);
    g_assert_cmpstr (scene->name, ==, lectern_contest_get_nominee (fixture_contest (&f), entry->nominee)->name);
  }
  fixture_do (&f, show_kind (LECTERN_SCENE_COURSEWARE, NULL, "2"));
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_cmpuint (scene->page, ==, 2);
    g_assert_cmpuint (scene->overlay, ==, LECTERN_SCENE_OVERLAY_NAME);
  }
  fixture_do (&f, lay_over (LECTERN_SCENE_OVERLAY_NONE));
  g_assert_cmpuint (get_overlay (&f), ==, LECTERN_SCENE_OVERLAY_NONE);
  fixture_do (&f, lay_over (LECTERN_SCENE_OVERLAY_NAME));
  fixture_do (&f, show_kind (LECTERN_SCENE_NOTICE, NULL, NULL));
  fixture_do (&f, show_kind (LECTERN_SCENE_COURSEWARE, NULL, NULL));
  g_assert_cmpuint (get_overlay (&f), ==, LECTERN_SCENE_OVERLAY_NONE);
  fixture_reopen (&f);
  g_assert_true (lectern_engine_verify (f.path, NULL, NULL));
  fixture_clear (&f);
}

static void
test_overlay_is_refused (void)
{
  Fixture f = { NULL };

  open_evening (&f, FALSE);
  fixture_do (&f, show_kind (LECTERN_SCENE_PICTURE, "video 1", NULL));
  fixture_refuse (&f, lay_over (LECTERN_SCENE_OVERLAY_NAME), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, show (&(LecternSceneChoice){ LECTERN_SCENE_COURSEWARE, 2, LECTERN_NULL, NULL }));
  fixture_refuse (&f, lay_over (LECTERN_SCENE_OVERLAY_NAME), LECTERN_CONTEST_ERROR_WRONG_STATE); /* somebody else's */
  fixture_do (&f, show_kind (LECTERN_SCENE_PICTURE, "picture 1", NULL));
  fixture_do (&f, lay_over (LECTERN_SCENE_OVERLAY_NAME));
  fixture_do (&f, show (&(LecternSceneChoice){ LECTERN_SCENE_COURSEWARE, 2, LECTERN_NULL, NULL }));
  g_assert_cmpuint (get_overlay (&f), ==, LECTERN_SCENE_OVERLAY_NONE);
  fixture_clear (&f);
}

/* Entered anew it is another one, whatever is in it. */
static void
test_entered_anew (void)
{
  Fixture        f = { NULL };
  gint64         entered[2];
  guint          step;
  gboolean       shown;
  LecternAction *enter;

  open_evening (&f, FALSE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LecternSequence) held = NULL;

      enter = fixture_action (LECTERN_ACTION_ENTER_SEQUENCE);
      enter->number = LECTERN_SEQUENCE_CEREMONY;
      enter->key = g_strdup ("rehearsal");
      f.now_us += 1000;
      fixture_do (&f, enter);
      held = lectern_sequence_get_held (fixture_contest (&f), &step, &shown);
      entered[i] = lectern_sequence_get_entered_us (held);
      g_assert_cmpint (entered[i], ==, on_air (&f)->shown_us);
    }
  g_assert_cmpint (entered[0], !=, entered[1]);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/show/preview-is-the-take", test_preview_is_the_take);
  g_test_add_func ("/engine/show/settings", test_settings);
  g_test_add_func ("/engine/show/countdown", test_countdown);
  g_test_add_func ("/engine/show/overlay", test_overlay);
  g_test_add_func ("/engine/show/overlay-is-refused", test_overlay_is_refused);
  g_test_add_func ("/engine/show/entered-anew", test_entered_anew);
  return g_test_run ();
}
