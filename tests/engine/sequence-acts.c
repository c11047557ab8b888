/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#include "sequence-acts.h"

const LecternOnAir *
act_get_on_air (Fixture *f)
{
  return lectern_contest_get_on_air (fixture_contest (f));
}

LecternSequence *
act_get_held (Fixture *f,
              guint   *step)
{
  gboolean         shown;
  LecternSequence *held = lectern_sequence_get_held (fixture_contest (f), step, &shown);

  g_assert_nonnull (held);
  return held;
}

LecternAction *
act_step (gboolean forward)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_STEP);

  action->on = forward;
  return action;
}

LecternAction *
act_step_to (gint64 number)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_STEP_TO);

  action->number = number;
  return action;
}

LecternAction *
act_enter (LecternSequenceKind kind,
           gint64              lot,
           const char         *how)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_ENTER_SEQUENCE, lot, NULL);

  action->number = kind;
  action->key = g_strdup (how);
  return action;
}

LecternAction *
act_show (LecternSceneKind kind)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_SHOW_SCENE);

  action->number = kind;
  return action;
}

LecternAction *
act_blank (gboolean on)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_BLANK);

  action->on = on;
  return action;
}

void
act_mark_all (Fixture *f,
              guint    n_entries,
              guint    n_judges)
{
  LecternAction *lots = fixture_action (LECTERN_ACTION_SET_LOTS);
  LecternAction *sheets = fixture_action (LECTERN_ACTION_IMPORT_SHEETS);
  LecternAction *times = fixture_action (LECTERN_ACTION_IMPORT_TIMES);

  for (guint n = 1; n <= n_entries; n++)
    {
      LecternEntry *lot = lectern_record_new (&lectern_table_entry);
      LecternEntry *time = lectern_record_new (&lectern_table_entry);

      lot->nominee = time->nominee = n;
      lot->lot = n;
      time->time_ms = n % 3 == 0 ? 375000 : 350000;
      lectern_action_add_record (lots, lot);
      lectern_action_add_record (times, time);
      for (guint j = 1; j <= n_judges; j++)
        fixture_add_paper_sheet (sheets, n, j, 20000 + (n * 700) % 19000 + j * 100, 40000 + (j * 500));
    }
  fixture_do (f, lots);
  fixture_do (f, sheets);
  fixture_do (f, times);
}

void
act_finalise (Fixture *f)
{
  fixture_do (f, fixture_finalise ());
}

void
act_assert_at (Fixture *f,
               guint    wanted)
{
  guint at = 0;
  g_autoptr (LecternSequence) held = act_get_held (f, &at);
  g_autoptr (LecternScene) scene = lectern_sequence_get_scene (held, wanted);
  g_autofree char *json = lectern_scene_to_json (scene);

  g_assert_cmpuint (at, ==, wanted);
  g_assert_cmpint (act_get_on_air (f)->step, ==, wanted);
  g_assert_cmpstr (act_get_on_air (f)->scene, ==, json);
  g_assert_cmpint (act_get_on_air (f)->kind, ==, scene->kind);
}

void
act_assert_verifies (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  gint64 n_lines = 0;

  fixture_reopen (f);
  g_assert_true (lectern_engine_verify (f->path, &n_lines, &error));
  g_assert_no_error (error);
}
