/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Any keys: whatever is pressed, the stage is never given a name or a figure before its step; and a whole ceremony
 * there and back. When which text may be shown is worked out here from the ranking and the rules. */

#include "sequence-acts.h"

#include "lectern-ranking.h"

#include <string.h>

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
  const LecternOnAir *air = act_get_on_air (f);

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
  g_autoptr (LecternSequence) held = act_get_held (f, &at);

  if (kind != LECTERN_SEQUENCE_CEREMONY && at == n_steps - 1)
    return act_step (FALSE);
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
      return act_blank (g_rand_boolean (rand));
    case 1:
      return act_show (scenes[g_rand_int_range (rand, 0, G_N_ELEMENTS (scenes))]);
    case 2:
      return g_rand_int_range (rand, 0, 8) == 0 ? act_enter (kind, lot, how) : fixture_action (LECTERN_ACTION_RESUME_SEQUENCE);
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
      return act_step (FALSE);
    case 8:
      return act_step_to (g_rand_int_range (rand, 0, (gint) n_steps));
    case 9:
      action = act_step (TRUE);
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
      return act_step (TRUE);
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

  fixture_do (f, act_enter (kind, lot, how));
  held = act_get_held (f, &at);
  for (guint i = 0; i < n_presses; i++)
    {
      LecternAction *action = press_any (rand, f, kind, lot, how, lectern_sequence_get_n_steps (held));
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternOutcome) outcome = lectern_engine_perform (f->engine, action, NULL, &error);

      n_taken += outcome != NULL;
      g_assert_true (outcome != NULL || g_error_matches (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE));
      fixture_settle (f);
      assert_not_early (f, secrets);
      if (act_get_on_air (f)->step != LECTERN_NULL)
        act_assert_at (f, (guint) act_get_on_air (f)->step);
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
  act_mark_all (&f, 28, 5);
  press_many (&f, LECTERN_SEQUENCE_REVEAL, 6, NULL, of_reveal, 2000, 7);
  press_many (&f, LECTERN_SEQUENCE_DRAW, LECTERN_NULL, "one-by-one", of_draw, 1000, 8);
  act_finalise (&f);
  of_ceremony = list_ceremony_secrets (&f);
  press_many (&f, LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL, of_ceremony, 7000, 9);
  act_assert_verifies (&f);
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
  act_mark_all (&f, 28, 5);
  act_finalise (&f);
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
  fixture_do (&f, act_enter (LECTERN_SEQUENCE_CEREMONY, LECTERN_NULL, NULL));
  for (guint i = 0; i < 2 * n - 1; i++)
    {
      guint at = i < n ? i : 2 * n - 2 - i;

      if (i > 0)
        fixture_do (&f, i >= n ? act_step (FALSE) : i % 2 == 0 ? act_step (TRUE)
                                                               : fixture_action (LECTERN_ACTION_GO));
      g_assert_cmpint (act_get_on_air (&f)->step, ==, at);
      g_assert_cmpstr (act_get_on_air (&f)->scene, ==, scenes->pdata[at]);
      if (i % 20 == 10)
        fixture_reopen (&f);
      g_assert_cmpstr (act_get_on_air (&f)->scene, ==, scenes->pdata[at]);
    }
  fixture_refuse (&f, act_step (FALSE), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/sequence-keys/any", test_any_keys);
  g_test_add_func ("/engine/sequence-keys/there-and-back", test_there_and_back);
  return g_test_run ();
}
