/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Steps through the engine: one key there and back, other scenes in between, corrections in the
 * middle, a restart in the middle, a draw read out slip by slip. Whatever is pressed, the stage is
 * never given a name or a figure before its step. */

#include "engine-fixture.h"

#include "lectern-programme.h"
#include "lectern-ranking.h"
#include "lectern-sequence.h"

#include <string.h>

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

static LecternSequence *
get_held (Fixture *f,
          guint   *step)
{
  gboolean         shown;
  LecternSequence *held = lectern_sequence_get_held (fixture_contest (f), step, &shown);

  g_assert_nonnull (held);
  return held;
}

static LecternAction *
step (gboolean forward)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_STEP);

  action->on = forward;
  return action;
}

static LecternAction *
step_to (gint64 number)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_STEP_TO);

  action->number = number;
  return action;
}

static LecternAction *
enter (LecternSequenceKind kind,
       gint64              lot,
       const char         *how)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_ENTER_SEQUENCE, lot, NULL);

  action->number = kind;
  action->key = g_strdup (how);
  return action;
}

static LecternAction *
show (LecternSceneKind kind)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_SHOW_SCENE);

  action->number = kind;
  return action;
}

static LecternAction *
blank (gboolean on)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_BLANK);

  action->on = on;
  return action;
}

/* All entries marked on paper, each judge's totals apart from the others'; lot i is entry i. */
static void
mark_all (Fixture *f,
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

static void
finalise (Fixture *f)
{
  fixture_do (f, fixture_finalise ());
}

static void
assert_at (Fixture *f,
           guint    wanted)
{
  guint at = 0;
  g_autoptr (LecternSequence) held = get_held (f, &at);
  g_autoptr (LecternScene) scene = lectern_sequence_get_scene (held, wanted);
  g_autofree char *json = lectern_scene_to_json (scene);

  g_assert_cmpuint (at, ==, wanted);
  g_assert_cmpint (on_air (f)->step, ==, wanted);
  g_assert_cmpstr (on_air (f)->scene, ==, json);
  g_assert_cmpint (on_air (f)->kind, ==, scene->kind);
}

static void
assert_verifies (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  gint64 n_lines = 0;

  fixture_reopen (f);
  g_assert_true (lectern_engine_verify (f->path, &n_lines, &error));
  g_assert_no_error (error);
}

static gboolean
is_revealed (Fixture *f,
             gint64   lot)
{
  return lectern_contest_get_entry_by_lot (fixture_contest (f), lot)->revealed == 1;
}

/* Reveal ------------------------------------------------------------------------------------ */

/* There and back; the score is revealed with the final score, and going back takes nothing away. */
static void
test_reveal (void)
{
  Fixture f = { NULL };
  guint   at = 0, n;
  g_autoptr (LecternSequence) held = NULL;

  fixture_init (&f, 2, 5, FALSE);
  mark_all (&f, 4, 5);
  fixture_refuse (&f, step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE); /* nothing has steps */
  fixture_refuse (&f, fixture_action (LECTERN_ACTION_RESUME_SEQUENCE), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_do (&f, enter (LECTERN_SEQUENCE_REVEAL, 3, NULL));
  held = get_held (&f, &at);
  n = lectern_sequence_get_n_steps (held);
  g_assert_cmpuint (n, ==, 7);
  fixture_refuse (&f, step (FALSE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  for (guint i = 1; i < n; i++)
    {
      assert_at (&f, i - 1);
      g_assert_cmpint (is_revealed (&f, 3), ==, lectern_sequence_is_revealed (held, i - 1));
      fixture_do (&f, step (TRUE));
    }
  assert_at (&f, n - 1);
  g_assert_true (is_revealed (&f, 3));
  fixture_refuse (&f, step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  for (guint i = n - 1; i > 0; i--)
    {
      fixture_do (&f, step (FALSE));
      assert_at (&f, i - 1);
    }
  g_assert_true (is_revealed (&f, 3));
  assert_verifies (&f);
  fixture_clear (&f);
}

/* A press that was meant for an earlier step does nothing. */
static void
test_late_press (void)
{
  Fixture        f = { NULL };
  LecternAction *late = step (TRUE);

  fixture_init (&f, 2, 5, FALSE);
  mark_all (&f, 4, 5);
  fixture_do (&f, enter (LECTERN_SEQUENCE_REVEAL, 1, NULL));
  fixture_do (&f, step (TRUE));
  late->number = 0;
  fixture_refuse (&f, late, LECTERN_CONTEST_ERROR_WRONG_STATE);
  late = step (TRUE);
  late->number = 1;
  fixture_do (&f, late);
  assert_at (&f, 2);
  fixture_refuse (&f, step_to (-1), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_refuse (&f, step_to (99), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, step_to (5));
  assert_at (&f, 5);
  fixture_clear (&f);
}

/* A step is small in the journal: where it is, and what the hall sees. */
static void
test_small_lines (void)
{
  Fixture f = { NULL };
  guint   at = 0;
  g_autoptr (LecternSequence) held = NULL;
  g_autofree char *content = NULL;

  fixture_init (&f, 5, 5, FALSE);
  mark_all (&f, 10, 5);
  finalise (&f);
  fixture_do (&f, enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  held = get_held (&f, &at);
  content = lectern_sequence_to_json (held);
  for (guint i = 1; i < lectern_sequence_get_n_steps (held); i++)
    {
      const LecternSequenceRecord  key = { .record.table = &lectern_table_sequence, .id = 1 };
      const LecternSequenceRecord *record;

      fixture_do (&f, step (TRUE));
      record = lectern_contest_find (fixture_contest (&f), &key);
      g_assert_cmpstr (record->content, ==, content);
      g_assert_cmpint (record->step, ==, i);
    }
  fixture_clear (&f);
}

/* `reveal LOT` and the scene key show all of it in one act. */
static void
test_one_act (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 5, FALSE);
  mark_all (&f, 4, 5);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REVEAL, 2, NULL));
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_cmpint (scene->kind, ==, LECTERN_SCENE_REVEAL);
    g_assert_nonnull (scene->final);
    g_assert_cmpint (scene->rank, ==, 1);
    g_assert_false (scene->corrected);
  }
  g_assert_true (is_revealed (&f, 2));
  fixture_refuse (&f, step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_clear (&f);
}

static void
correct_time (Fixture *f,
              gint64   lot,
              gint64   ms)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_CORRECT_TIME, lot, "录像复核");

  action->number = ms;
  fixture_do (f, action);
}

/* A correction changes nothing on air; showing it is an act of its own and says so. */
static void
test_corrected (void)
{
  Fixture          f = { NULL };
  g_autofree char *shown = NULL;

  fixture_init (&f, 2, 5, FALSE);
  mark_all (&f, 4, 5);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REVEAL, 1, NULL));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REVEAL, 2, NULL));
  shown = g_strdup (on_air (&f)->scene);
  correct_time (&f, 1, 395000);
  correct_time (&f, 2, 395000);
  g_assert_cmpstr (on_air (&f)->scene, ==, shown);
  for (gint64 lot = 1; lot <= 3; lot++)
    {
      g_autoptr (LecternScene) scene = NULL;

      fixture_do (&f, fixture_action_with (LECTERN_ACTION_REVEAL, lot, NULL));
      scene = get_scene (&f);
      g_assert_cmpint (scene->corrected, ==, lot < 3);
    }
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REVEAL, 1, NULL)); /* the hall knows it now */
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_false (scene->corrected);
  }
  assert_verifies (&f);
  fixture_clear (&f);
}

/* In the middle of a reveal: no step more of what is wrong, and the large button begins anew. */
static void
test_corrected_midway (void)
{
  Fixture          f = { NULL };
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  fixture_init (&f, 2, 5, FALSE);
  mark_all (&f, 4, 5);
  fixture_do (&f, enter (LECTERN_SEQUENCE_REVEAL, 1, NULL));
  fixture_do (&f, step_to (3));
  correct_time (&f, 1, 395000);
  assert_at (&f, 3);
  fixture_refuse (&f, step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, step (FALSE));
  g_assert_true (lectern_programme_describe_next (fixture_contest (&f), &title, &detail));
  g_assert_nonnull (strstr (title, "Begin anew"));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  assert_at (&f, 0);
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_false (scene->corrected); /* the final score was never shown */
  }
  for (guint i = 0; i < 6; i++)
    fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_cmpstr (scene->deduction, ==, "0.40");
    g_assert_cmpint (scene->rank, >, 0);
  }
  fixture_clear (&f);
}

/* Ceremony ---------------------------------------------------------------------------------- */

/* Another scene comes between: the large button goes on where it was; entering begins anew. */
static void
test_interrupted (void)
{
  Fixture          f = { NULL };
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  fixture_init (&f, 3, 5, FALSE);
  mark_all (&f, 6, 5);
  fixture_refuse (&f, enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL), LECTERN_CONTEST_ERROR_WRONG_STATE);
  finalise (&f);
  fixture_do (&f, enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  fixture_do (&f, show (LECTERN_SCENE_EMERGENCY));
  g_assert_cmpint (on_air (&f)->step, ==, LECTERN_NULL);
  fixture_refuse (&f, step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  g_assert_true (lectern_programme_describe_next (fixture_contest (&f), &title, &detail));
  g_assert_nonnull (strstr (title, "Go on with"));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  assert_at (&f, 2);
  fixture_do (&f, show (LECTERN_SCENE_NOTICE));
  fixture_do (&f, fixture_action (LECTERN_ACTION_RESUME_SEQUENCE));
  assert_at (&f, 2);
  fixture_do (&f, blank (TRUE));
  g_assert_cmpint (on_air (&f)->blank, ==, 1);
  fixture_do (&f, step (TRUE));
  assert_at (&f, 3);
  g_assert_cmpint (on_air (&f)->blank, ==, 0);
  fixture_do (&f, enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  assert_at (&f, 0);
  fixture_clear (&f);
}

/* The end of it, and then the next cue. */
static void
test_to_the_end (void)
{
  Fixture f = { NULL };
  guint   at = 0;
  g_autoptr (LecternSequence) held = NULL;

  fixture_init (&f, 2, 5, FALSE);
  mark_all (&f, 4, 5);
  finalise (&f);
  fixture_do (&f, enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  held = get_held (&f, &at);
  for (guint i = 1; i < lectern_sequence_get_n_steps (held); i++)
    {
      fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
      assert_at (&f, i);
    }
  g_assert_cmpint (on_air (&f)->kind, ==, LECTERN_SCENE_AWARDS);
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  g_assert_cmpint (on_air (&f)->kind, ==, LECTERN_SCENE_END);
  fixture_refuse (&f, fixture_action (LECTERN_ACTION_GO), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_clear (&f);
}

/* A round that was opened again is announced no further. */
static void
test_reopened (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 5, FALSE);
  mark_all (&f, 4, 5);
  finalise (&f);
  fixture_do (&f, enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  fixture_do (&f, step (TRUE));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REOPEN_ROUND, LECTERN_NULL, "申诉"));
  assert_at (&f, 1);
  fixture_refuse (&f, step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_refuse (&f, fixture_action (LECTERN_ACTION_GO), LECTERN_CONTEST_ERROR_WRONG_STATE);
  finalise (&f);
  fixture_refuse (&f, step (TRUE), LECTERN_CONTEST_ERROR_WRONG_STATE); /* it is another result */
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  assert_at (&f, 0);
  fixture_clear (&f);
}

static void
test_restarted (void)
{
  Fixture          f = { NULL };
  g_autofree char *before = NULL;

  fixture_init (&f, 3, 5, FALSE);
  mark_all (&f, 6, 5);
  finalise (&f);
  fixture_do (&f, enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  fixture_do (&f, step_to (5));
  before = g_strdup (on_air (&f)->scene);
  fixture_reopen (&f);
  assert_at (&f, 5);
  g_assert_cmpstr (on_air (&f)->scene, ==, before);
  fixture_do (&f, step (FALSE));
  assert_at (&f, 4);
  fixture_reopen (&f);
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  assert_at (&f, 5);
  assert_verifies (&f);
  fixture_clear (&f);
}

/* Long before the evening, and never while somebody speaks; the programme does not move. */
static void
test_rehearsal (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 5, FALSE);
  fixture_do (&f, enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, "rehearsal"));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  fixture_do (&f, step_to (4));
  {
    g_autoptr (LecternScene) scene = get_scene (&f);

    g_assert_true (scene->rehearsal);
    g_assert_null (strstr (on_air (&f)->scene, "选手"));
  }
  g_assert_cmpint (on_air (&f)->cue, ==, LECTERN_NULL);
  mark_all (&f, 4, 5);
  fixture_do (&f, show (LECTERN_SCENE_TITLE));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO)); /* a rehearsal that was left is over */
  g_assert_cmpint (on_air (&f)->kind, ==, LECTERN_SCENE_TITLE);
  g_assert_cmpint (on_air (&f)->cue, ==, 10);
  fixture_clear (&f);

  fixture_init (&f, 2, 5, FALSE);
  fixture_do (&f, fixture_action (LECTERN_ACTION_DRAW));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 1, NULL));
  fixture_do (&f, fixture_action (LECTERN_ACTION_START_CLOCK));
  fixture_refuse (&f, enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, "rehearsal"), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_clear (&f);
}

/* Any keys ---------------------------------------------------------------------------------- */

/* A text that must not be on air before step @first. */
typedef struct
{
  char *text; /* with its quotation marks, wherever in the scene it stands */
  guint first;
  guint n_seen; /* how often it was there at that very step */
} Secret;

static void
secret_free (gpointer data)
{
  Secret *secret = data;

  g_free (secret->text);
  g_free (secret);
}

/* Two winners may have the same score: the earlier step counts. */
static void
add_secret (GPtrArray *secrets,
            guint      first,
            char      *text)
{
  Secret *secret = NULL;

  for (guint i = 0; i < secrets->len && secret == NULL; i++)
    if (strcmp (((Secret *) secrets->pdata[i])->text, text) == 0)
      secret = secrets->pdata[i];
  if (secret == NULL)
    {
      secret = g_new0 (Secret, 1);
      secret->text = g_strdup (text);
      secret->first = first;
      g_ptr_array_add (secrets, secret);
    }
  secret->first = MIN (secret->first, first);
  g_free (text);
}

/* The rows of @award, best first, as the ranking has them. */
static GPtrArray *
list_winners (const LecternRanking *ranking,
              const char           *award)
{
  GPtrArray *winners = g_ptr_array_new ();

  for (guint i = 0; i < ranking->n_rows; i++)
    if (g_strcmp0 (ranking->rows[i].award, award) == 0)
      g_ptr_array_add (winners, &ranking->rows[i]);
  return winners;
}

static int
compare_lots (gconstpointer a,
              gconstpointer b)
{
  const LecternRankingRow *one = *(const LecternRankingRow *const *) a, *other = *(const LecternRankingRow *const *) b;

  return one->entry->lot < other->entry->lot ? -1 : one->entry->lot > other->entry->lot;
}

static void
add_name (GPtrArray               *secrets,
          guint                    first,
          const LecternRankingRow *row)
{
  add_secret (secrets, first, g_strdup_printf ("\"%s\"", row->nominee->name));
}

static void
add_score (GPtrArray               *secrets,
           guint                    first,
           const LecternRankingRow *row)
{
  g_autofree char *final = lectern_fraction_format (row->ranked.final, 2);

  add_secret (secrets, first, g_strdup_printf ("\"%s\"", final));
}

/* What a ceremony of TEN may show when, by the ranking and docs/ceremony.md and not by any sequence: first its
 * opening; then the award that is not placed, in two pages by lot, nobody's score ever; then the places from the tenth
 * up, four steps each: the place, the name, the score, the citation. */
static GPtrArray *
list_ceremony_secrets (Fixture *f)
{
  GPtrArray *secrets = g_ptr_array_new_with_free_func (secret_free);
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (fixture_contest (f), NULL, FALSE);
  g_autoptr (GPtrArray) top = list_winners (ranking, "top");
  g_autoptr (GPtrArray) rest = list_winners (ranking, "rest");

  g_assert_cmpuint (top->len, ==, 10);
  g_assert_cmpuint (rest->len, ==, 18);
  g_ptr_array_sort (rest, compare_lots);
  for (guint i = 0; i < rest->len; i++)
    {
      add_name (secrets, i < 9 ? 2 : 3, rest->pdata[i]);
      add_score (secrets, G_MAXUINT, rest->pdata[i]);
    }
  for (guint i = 0; i < top->len; i++)
    {
      guint place = 5 + (top->len - 1 - i) * 4;

      g_assert_cmpuint (((LecternRankingRow *) top->pdata[i])->ranked.rank, ==, i + 1);
      add_secret (secrets, place, g_strdup_printf ("\"rank\":%u,", i + 1));
      add_name (secrets, place + 1, top->pdata[i]);
      add_score (secrets, place + 2, top->pdata[i]);
    }
  return secrets;
}

/* Lot 6 of mark_all(), worked out by hand: 64.8, 65.4, 66.0, 66.6 and 67.2, the first and the last struck out, 0.20
 * off for 15 seconds over. All the marks are one step, and there is nobody before it to have a place among. */
static GPtrArray *
list_reveal_secrets (void)
{
  static const struct
  {
    const char *text;
    guint       first;
  } cases[] = {
    { "\"64.8\"", 1 },
    { "\"65.4\"", 1 },
    { "\"66\"", 1 },
    { "\"66.6\"", 1 },
    { "\"67.2\"", 1 },
    { "\"high\"", 2 },
    { "\"low\"", 2 },
    { "\"66.00\"", 3 },
    { "\"0.20\"", 4 },
    { "\"65.80\"", 5 },
    { "\"rank\"", 6 },
  };
  GPtrArray *secrets = g_ptr_array_new_with_free_func (secret_free);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add_secret (secrets, cases[i].first, g_strdup (cases[i].text));
  return secrets;
}

/* Lot by lot: nominee i of the fixture has lot i. */
static GPtrArray *
list_draw_secrets (void)
{
  GPtrArray *secrets = g_ptr_array_new_with_free_func (secret_free);

  for (guint lot = 1; lot <= 28; lot++)
    add_secret (secrets, lot, g_strdup_printf ("\"选手%u\"", lot));
  return secrets;
}

/* What the stage layer is given now: nothing whose step is later than the one on air, everything of that step itself;
 * and in another scene in between nothing at all. */
static void
assert_not_early (Fixture   *f,
                  GPtrArray *secrets)
{
  const LecternOnAir *air = on_air (f);

  for (guint i = 0; i < secrets->len; i++)
    {
      Secret  *secret = secrets->pdata[i];
      gboolean there = strstr (air->scene, secret->text) != NULL;

      if (there && (air->step == LECTERN_NULL || air->step < secret->first))
        g_error ("%s at step %d, before %u: %s", secret->text, (int) air->step, secret->first, air->scene);
      if (air->step != secret->first)
        continue;
      if (!there)
        g_error ("no %s at step %u: %s", secret->text, secret->first, air->scene);
      secret->n_seen++;
    }
}

/* The large button, too; but not after the last step of what is not the end of the evening, on air or left for
 * another scene, for it would go on with the programme. */
static LecternAction *
press_button (Fixture            *f,
              LecternSequenceKind kind,
              guint               n_steps)
{
  guint at = 0;
  g_autoptr (LecternSequence) held = get_held (f, &at);

  if (kind != LECTERN_SEQUENCE_CEREMONY && at == n_steps - 1)
    return step (FALSE);
  return fixture_action (LECTERN_ACTION_GO);
}

static LecternAction *
press_any (GRand              *rand,
           Fixture            *f,
           LecternSequenceKind kind,
           gint64              lot,
           const char         *how,
           guint               n_steps)
{
  static const LecternSceneKind scenes[] = { LECTERN_SCENE_NOTICE, LECTERN_SCENE_EMERGENCY, LECTERN_SCENE_TITLE, LECTERN_SCENE_BREAK };
  LecternAction                *action;

  switch (g_rand_int_range (rand, 0, 20))
    {
    case 0:
      return blank (g_rand_boolean (rand));
    case 1:
      return show (scenes[g_rand_int_range (rand, 0, G_N_ELEMENTS (scenes))]);
    case 2:
      return g_rand_int_range (rand, 0, 8) == 0 ? enter (kind, lot, how) : fixture_action (LECTERN_ACTION_RESUME_SEQUENCE);
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
      return step (FALSE);
    case 8:
      return step_to (g_rand_int_range (rand, 0, (gint) n_steps));
    case 9:
      action = step (TRUE);
      action->number = g_rand_int_range (rand, 0, (gint) n_steps);
      return action;
    case 10:
      return fixture_action (LECTERN_ACTION_RESUME_SEQUENCE);
    case 11:
    case 12:
    case 13:
    case 14:
      return press_button (f, kind, n_steps);
    default:
      return step (TRUE);
    }
}

static void
press_many (Fixture            *f,
            LecternSequenceKind kind,
            gint64              lot,
            const char         *how,
            GPtrArray          *secrets,
            guint               n_presses,
            guint32             seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (LecternSequence) held = NULL;
  guint at = 0, n_taken = 0;

  fixture_do (f, enter (kind, lot, how));
  held = get_held (f, &at);
  for (guint i = 0; i < n_presses; i++)
    {
      LecternAction *action = press_any (rand, f, kind, lot, how, lectern_sequence_get_n_steps (held));
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternOutcome) outcome = lectern_engine_perform (f->engine, action, NULL, &error);

      n_taken += outcome != NULL;
      g_assert_true (outcome != NULL || g_error_matches (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE));
      fixture_settle (f);
      assert_not_early (f, secrets);
      if (on_air (f)->step != LECTERN_NULL)
        assert_at (f, (guint) on_air (f)->step);
    }
  g_assert_cmpuint (n_taken, >, n_presses / 3);
  for (guint i = 0; i < secrets->len; i++) /* there is such a text, and its step was come by */
    g_assert_true (((Secret *) secrets->pdata[i])->first == G_MAXUINT || ((Secret *) secrets->pdata[i])->n_seen > 0);
}

/* 28 entries as on the day: ten places, and the rest in groups. */
#define TEN "{\"key\":\"top\",\"name\":\"十佳宣讲员\",\"places\":10,\"citation\":\"扎根基层\"},{\"key\":\"rest\",\"name\":\"优秀奖\",\"places\":null}"

static void
test_any_keys (void)
{
  Fixture f = { .awards = TEN };
  g_autoptr (GPtrArray) of_reveal = list_reveal_secrets ();
  g_autoptr (GPtrArray) of_draw = list_draw_secrets ();
  g_autoptr (GPtrArray) of_ceremony = NULL;

  fixture_init (&f, 14, 5, FALSE);
  mark_all (&f, 28, 5);
  press_many (&f, LECTERN_SEQUENCE_REVEAL, 6, NULL, of_reveal, 2000, 7);
  press_many (&f, LECTERN_SEQUENCE_DRAW, LECTERN_NULL, "one-by-one", of_draw, 1000, 8);
  finalise (&f);
  of_ceremony = list_ceremony_secrets (&f);
  press_many (&f, LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL, of_ceremony, 7000, 9);
  assert_verifies (&f);
  fixture_clear (&f);
}

/* The whole evening's ceremony to its last step and back to its first: at each what was computed before anybody
 * pressed a key is on air, as the file has it. */
static void
test_there_and_back (void)
{
  Fixture f = { .awards = TEN };
  g_autoptr (LecternSequence) frozen = NULL;
  g_autoptr (GPtrArray) scenes = g_ptr_array_new_with_free_func (g_free);
  guint n;

  fixture_init (&f, 14, 5, FALSE);
  mark_all (&f, 28, 5);
  finalise (&f);
  frozen = lectern_sequence_freeze_ceremony (fixture_contest (&f), NULL);
  n = lectern_sequence_get_n_steps (frozen);
  g_assert_cmpuint (n, ==, 1 + (1 + 2) + (1 + 10 * 4) + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternScene) scene = lectern_sequence_get_scene (frozen, i);

      g_ptr_array_add (scenes, lectern_scene_to_json (scene));
      if (i > 0)
        g_assert_cmpstr (scenes->pdata[i], !=, scenes->pdata[i - 1]);
    }
  fixture_do (&f, enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  for (guint i = 0; i < 2 * n - 1; i++)
    {
      guint at = i < n ? i : 2 * n - 2 - i;

      if (i > 0)
        fixture_do (&f, i >= n ? step (FALSE) : i % 2 == 0 ? step (TRUE)
                                                           : fixture_action (LECTERN_ACTION_GO));
      g_assert_cmpint (on_air (&f)->step, ==, at);
      g_assert_cmpstr (on_air (&f)->scene, ==, scenes->pdata[at]);
      if (i % 20 == 10)
        fixture_reopen (&f);
      g_assert_cmpstr (on_air (&f)->scene, ==, scenes->pdata[at]);
    }
  fixture_refuse (&f, step (FALSE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_clear (&f);
}

/* Slips ------------------------------------------------------------------------------------- */

static LecternAction *
slip (gint64 nominee,
      gint64 lot)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_DRAW_SLIP, lot, NULL);

  action->nominee = nominee;
  return action;
}

static guint
count_names (Fixture *f)
{
  g_autoptr (LecternScene) scene = get_scene (f);
  guint n = 0;

  g_assert_cmpint (scene->kind, ==, LECTERN_SCENE_DRAW);
  g_assert_cmpuint (scene->rows->len, ==, 4);
  for (guint i = 0; i < scene->rows->len; i++)
    n += ((LecternSceneRow *) scene->rows->pdata[i])->name != NULL;
  g_assert_cmpuint (scene->n_done, ==, n);
  return n;
}

static void
test_slips (void)
{
  Fixture             f = { NULL };
  LecternAction      *draw = fixture_action_with (LECTERN_ACTION_DRAW, LECTERN_NULL, NULL);
  const LecternRound *round;

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, show (LECTERN_SCENE_DRAW));
  g_assert_cmpuint (count_names (&f), ==, 0);
  fixture_do (&f, slip (2, 4));
  fixture_do (&f, slip (1, 2));
  g_assert_cmpuint (count_names (&f), ==, 2);
  fixture_refuse (&f, slip (2, 1), LECTERN_CONTEST_ERROR_WRONG_STATE); /* has one */
  fixture_refuse (&f, slip (3, 4), LECTERN_CONTEST_ERROR_WRONG_STATE); /* is taken */
  fixture_refuse (&f, slip (3, 5), LECTERN_CONTEST_ERROR_BAD_INPUT);
  fixture_refuse (&f, slip (9, 1), LECTERN_CONTEST_ERROR_NOT_ELIGIBLE);
  fixture_refuse (&f, draw, LECTERN_CONTEST_ERROR_ALREADY_DRAWN);
  fixture_refuse (&f, fixture_action_with (LECTERN_ACTION_RETURN_SLIP, 4, NULL), LECTERN_CONTEST_ERROR_REASON_MISSING);
  fixture_refuse (&f, fixture_action_with (LECTERN_ACTION_RETURN_SLIP, 3, "x"), LECTERN_CONTEST_ERROR_NOT_FOUND);
  fixture_reopen (&f); /* every slip is durable */
  g_assert_cmpuint (count_names (&f), ==, 2);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_RETURN_SLIP, 4, "念错了"));
  g_assert_cmpuint (count_names (&f), ==, 1);
  fixture_do (&f, slip (3, 4));
  fixture_do (&f, slip (2, 1));
  g_assert_cmpint (lectern_contest_get_current_round (fixture_contest (&f))->state, ==, LECTERN_ROUND_SET_UP);
  fixture_do (&f, slip (4, 3));
  g_assert_cmpuint (count_names (&f), ==, 4);
  round = lectern_contest_get_current_round (fixture_contest (&f));
  g_assert_cmpint (round->state, ==, LECTERN_ROUND_DRAWN);
  g_assert_cmpint (round->drawn_by_hand, ==, 1);
  g_assert_null (round->seed);
  g_assert_cmpint (lectern_contest_get_entry_by_lot (fixture_contest (&f), 4)->nominee, ==, 3);
  g_assert_cmpuint (lectern_contest_get_cues (fixture_contest (&f))->len, >, 10);
  fixture_refuse (&f, fixture_action_with (LECTERN_ACTION_RETURN_SLIP, 4, "x"), LECTERN_CONTEST_ERROR_ALREADY_DRAWN);
  assert_verifies (&f);
  fixture_clear (&f);
}

/* Given up, with a reason, for a draw by seed. */
static void
test_slips_given_up (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, slip (2, 4));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_DRAW, LECTERN_NULL, "箱子坏了"));
  g_assert_cmpint (lectern_contest_get_current_round (fixture_contest (&f))->drawn_by_hand, ==, 0);
  for (gint64 lot = 1; lot <= 4; lot++)
    g_assert_nonnull (lectern_contest_get_entry_by_lot (fixture_contest (&f), lot));
  assert_verifies (&f);
  fixture_clear (&f);
}

/* Shown lot by lot; the outcome and its seed were there before the first. */
static void
test_draw_shown (void)
{
  Fixture        f = { NULL };
  LecternAction *draw = fixture_action (LECTERN_ACTION_DRAW);

  draw->text = g_strdup ("种子");
  fixture_init (&f, 2, 3, FALSE);
  fixture_refuse (&f, enter (LECTERN_SEQUENCE_DRAW, LECTERN_NULL, "one-by-one"), LECTERN_CONTEST_ERROR_NOT_DRAWN);
  fixture_do (&f, draw);
  fixture_do (&f, enter (LECTERN_SEQUENCE_DRAW, LECTERN_NULL, "one-by-one"));
  g_assert_cmpuint (count_names (&f), ==, 0);
  g_assert_nonnull (strstr (on_air (&f)->scene, "种子"));
  for (guint i = 1; i <= 4; i++)
    {
      fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
      g_assert_cmpuint (count_names (&f), ==, i);
    }
  fixture_do (&f, step_to (1));
  fixture_do (&f, step_to (5)); /* to the end */
  g_assert_cmpint (on_air (&f)->kind, ==, LECTERN_SCENE_ORDER);
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  g_assert_cmpint (on_air (&f)->kind, ==, LECTERN_SCENE_INTRODUCTION);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/sequence/reveal", test_reveal);
  g_test_add_func ("/engine/sequence/late-press", test_late_press);
  g_test_add_func ("/engine/sequence/small-lines", test_small_lines);
  g_test_add_func ("/engine/sequence/one-act", test_one_act);
  g_test_add_func ("/engine/sequence/corrected", test_corrected);
  g_test_add_func ("/engine/sequence/corrected-midway", test_corrected_midway);
  g_test_add_func ("/engine/sequence/interrupted", test_interrupted);
  g_test_add_func ("/engine/sequence/to-the-end", test_to_the_end);
  g_test_add_func ("/engine/sequence/reopened", test_reopened);
  g_test_add_func ("/engine/sequence/restarted", test_restarted);
  g_test_add_func ("/engine/sequence/rehearsal", test_rehearsal);
  g_test_add_func ("/engine/sequence/any-keys", test_any_keys);
  g_test_add_func ("/engine/sequence/there-and-back", test_there_and_back);
  g_test_add_func ("/engine/sequence/slips", test_slips);
  g_test_add_func ("/engine/sequence/slips-given-up", test_slips_given_up);
  g_test_add_func ("/engine/sequence/draw-shown", test_draw_shown);
  return g_test_run ();
}
