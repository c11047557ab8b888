/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Which scenes would tell the hall what it has not seen, before and after it has. */

#include "contest-fixture.h"

#include "lectern-scene-choice.h"
#include "lectern-sequence.h"

static void
finish (LecternContest *contest,
        gint64          n,
        gboolean        revealed)
{
  for (gint64 j = 1; j <= 3; j++)
    fixture_put_sheet (contest, n, j, 1, LECTERN_SHEET_LOCKED, 30000, 40000 + n * 1000);
  fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, 350000, revealed);
}

static void
close_round (LecternContest *contest,
             gint64          revision)
{
  LecternRound *round = lectern_record_copy (lectern_contest_get_round (contest, "final"));

  round->state = LECTERN_ROUND_FINALISED;
  round->revision = revision;
  fixture_put (contest, round);
}

static gboolean
is_news (LecternContest  *contest,
         LecternSceneKind kind,
         gint64           lot)
{
  const LecternSceneChoice choice = { kind, lot, LECTERN_NULL, NULL };

  return lectern_scene_choice_is_news (&choice, contest);
}

/* As if the sequence were walked to its step @from_end before the last. */
static void
hold (LecternContest  *contest,
      LecternSequence *sequence,
      guint            from_end)
{
  LecternSequenceRecord *record = lectern_record_new (&lectern_table_sequence);

  record->id = 1;
  record->kind = lectern_sequence_get_kind (sequence);
  record->round = g_strdup (lectern_sequence_get_round (sequence));
  record->lot = LECTERN_NULL;
  record->content = lectern_sequence_to_json (sequence);
  record->step = lectern_sequence_get_n_steps (sequence) - 1 - from_end;
  fixture_put (contest, record);
}

static void
test_reveal (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 3, 3);

  finish (contest, 1, TRUE);
  finish (contest, 2, FALSE);
  g_assert_false (is_news (contest, LECTERN_SCENE_REVEAL, 1));
  g_assert_true (is_news (contest, LECTERN_SCENE_REVEAL, 2));
  g_assert_false (is_news (contest, LECTERN_SCENE_REVEAL, 99)); /* nobody, and refused anyway */
  g_assert_false (is_news (contest, LECTERN_SCENE_INTRODUCTION, 2));
}

static void
test_places (void)
{
  static const LecternSceneKind kinds[] = { LECTERN_SCENE_RANKING, LECTERN_SCENE_AWARD, LECTERN_SCENE_AWARDS };
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 3);
  g_autoptr (LecternSequence) ceremony = NULL;
  g_autoptr (LecternSequence) rehearsal = NULL;

  finish (contest, 1, TRUE);
  finish (contest, 2, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_false (is_news (contest, kinds[i], LECTERN_NULL));
  close_round (contest, 1);
  ceremony = lectern_sequence_freeze_ceremony (contest, NULL);
  rehearsal = lectern_sequence_rehearse_ceremony (contest, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_true (is_news (contest, kinds[i], LECTERN_NULL));
      hold (contest, rehearsal, 0);
      g_assert_true (is_news (contest, kinds[i], LECTERN_NULL));
      hold (contest, ceremony, 1);
      g_assert_true (is_news (contest, kinds[i], LECTERN_NULL));
      hold (contest, ceremony, 0);
      g_assert_false (is_news (contest, kinds[i], LECTERN_NULL));
      close_round (contest, 2); /* reopened and closed again: another result */
      g_assert_true (is_news (contest, kinds[i], LECTERN_NULL));
      close_round (contest, 1);
      hold (contest, rehearsal, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/scene-choice/reveal", test_reveal);
  g_test_add_func ("/contest/scene-choice/places", test_places);
  return g_test_run ();
}
