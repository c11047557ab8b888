/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The order of the steps, one row a case: what a reveal, a ceremony and a draw show one after the
 * other, and that no picture holds a name or a figure before its step. */

#include "contest-fixture.h"

#include "lectern-sequence.h"

#include <string.h>

#include "lectern-mark.h"

/* Contests ---------------------------------------------------------------------------------- */

/* Judge @judge's total for entry @n, in points. */
static void
mark (LecternContest *contest,
      gint64          n,
      gint64          judge,
      gint64          total)
{
  fixture_put_sheet (contest, n, judge, 1, LECTERN_SHEET_LOCKED, 30000, total * 1000 - 30000);
}

static void
done (LecternContest *contest,
      gint64          n,
      gint64          time_ms)
{
  fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, time_ms, FALSE);
}

static void
forfeit (LecternContest *contest,
         gint64          n)
{
  LecternEntry *entry = lectern_record_copy (lectern_contest_get_entry (contest, NULL, n));

  entry->state = LECTERN_ENTRY_FORFEIT;
  entry->forfeit_reason = g_strdup ("x");
  fixture_put (contest, entry);
}

static void
recuse (LecternContest *contest,
        gint64          n,
        gint64          judge)
{
  LecternRecusal *recusal = lectern_record_new (&lectern_table_recusal);

  recusal->round = g_strdup ("final");
  recusal->nominee = n;
  recusal->judge = judge;
  recusal->reason = g_strdup ("同单位");
  fixture_put (contest, recusal);
}

static void
set_round (LecternContest   *contest,
           LecternRoundState state)
{
  LecternRound *round = lectern_record_copy (lectern_contest_get_current_round (contest));

  round->state = state;
  round->revision = state == LECTERN_ROUND_FINALISED ? 1 : 0;
  round->seed = g_strdup ("种子");
  fixture_put (contest, round);
}

/* A scene in a few letters: what of a reveal is there. */
static char *
sum_up_reveal (const LecternScene *scene)
{
  GString *text = g_string_new (NULL);
  guint    n_marks = 0, n_struck = 0;

  g_assert_cmpint (scene->kind, ==, LECTERN_SCENE_REVEAL);
  g_assert_nonnull (scene->name);
  for (guint i = 0; i < scene->judges->len; i++)
    {
      const LecternSceneJudge *judge = scene->judges->pdata[i];

      n_marks += judge->total != NULL;
      n_struck += judge->high || judge->low;
      if (judge->high || judge->low)
        g_assert_nonnull (judge->total);
    }
  g_string_append_printf (text, "%u", n_marks);
  if (n_struck > 0)
    g_string_append_printf (text, "-%u", n_struck);
  g_string_append_printf (text, "%s%s%s", scene->mean != NULL ? " mean" : "", scene->deduction != NULL ? " deduction" : "", scene->final != NULL ? " final" : "");
  if (scene->rank > 0)
    g_string_append_printf (text, " place %d%s", (int) scene->rank, scene->tied ? "=" : "");
  else
    g_assert_false (scene->tied || scene->certain_of != NULL || scene->n_ranked > 0);
  if (scene->mean == NULL)
    g_assert_cmpint (scene->time_ms, ==, LECTERN_NONE);
  return g_string_free (text, FALSE);
}

static void
assert_steps (LecternContest        *contest,
              const LecternSequence *sequence,
              char *(*sum_up) (const LecternScene *scene),
              const char *wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *json = lectern_sequence_to_json (sequence);
  g_autoptr (LecternSequence) read = lectern_sequence_from_json (json, NULL);
  g_autofree char *again = read != NULL ? lectern_sequence_to_json (read) : NULL;

  g_assert_cmpstr (again, ==, json);
  for (guint i = 0; i < lectern_sequence_get_n_steps (sequence); i++)
    {
      g_autoptr (LecternScene) scene = lectern_sequence_get_scene (sequence, i);
      g_autofree char *sum = sum_up (scene);
      g_autofree char *said = lectern_sequence_describe_step (sequence, i);
      g_autofree char *script = lectern_sequence_get_script (sequence, contest, i, FALSE);

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", sum);
      g_test_message ("%s — %s — %s", sum, said, script);
      g_assert_cmpuint (strlen (said), >, 0);
      g_assert_null (strchr (script, '{'));
    }
  g_assert_cmpstr (text->str, ==, wanted);
}

/* Reveals ----------------------------------------------------------------------------------- */

/* clang-format off */
static const struct
{
  const char *extra;    /* of the rules */
  guint       n_judges;
  gint64      time_ms;
  gint64      recused;  /* judge; 0: none */
  gint64      marks[7]; /* of the entry */
  gint64      other;    /* every judge's for the other entry, revealed before; 0: none */
  const char *steps;
} reveals[] = {
  { "", 7, 300000, 0, { 80, 81, 82, 83, 84, 85, 86 }, 0, "0 | 7 | 7-2 | 7-2 mean | 7-2 mean final | 7-2 mean final place 1" },
  { ",\"reveal\":\"judge-by-judge\"", 5, 300000, 0, { 80, 81, 82, 83, 84 }, 0,
    "0 | 1 | 2 | 3 | 4 | 5 | 5-2 | 5-2 mean | 5-2 mean final | 5-2 mean final place 1" },
  /* below trim_from nothing is struck out */
  { "", 4, 300000, 0, { 80, 81, 82, 83 }, 0, "0 | 4 | 4 mean | 4 mean final | 4 mean final place 1" },
  { ",\"reveal\":\"judge-by-judge\"", 3, 300000, 0, { 80, 81, 82 }, 0, "0 | 1 | 2 | 3 | 3 mean | 3 mean final | 3 mean final place 1" },
  /* a recused judge is passed over, and the rest may be too few to trim */
  { ",\"reveal\":\"judge-by-judge\"", 5, 300000, 2, { 80, 0, 82, 83, 84 }, 0, "0 | 1 | 2 | 3 | 4 | 4 mean | 4 mean final | 4 mean final place 1" },
  { "", 6, 300000, 6, { 80, 81, 82, 83, 84, 0 }, 0, "0 | 5 | 5-2 | 5-2 mean | 5-2 mean final | 5-2 mean final place 1" },
  /* too long a talk has a step more */
  { ",\"time\":{\"limit\":360,\"over\":{\"grace\":0,\"steps\":[{\"every\":10,\"points\":\"0.1\"}],\"cap\":null}}", 5, 371000, 0, { 80, 81, 82, 83, 84 }, 0,
    "0 | 5 | 5-2 | 5-2 mean | 5-2 mean deduction | 5-2 mean deduction final | 5-2 mean deduction final place 1" },
  /* below another one, and equal to it */
  { "", 4, 300000, 0, { 80, 80, 80, 80 }, 90, "0 | 4 | 4 mean | 4 mean final | 4 mean final place 2" },
  { "", 4, 300000, 0, { 80, 80, 80, 80 }, 80, "0 | 4 | 4 mean | 4 mean final | 4 mean final place 1=" },
  { ",\"reveal\":\"whole\"", 7, 300000, 0, { 80, 81, 82, 83, 84, 85, 86 }, 0, "7-2 mean final place 1" },
};
/* clang-format on */

static void
test_reveals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (reveals); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new (reveals[i].extra, 3, reveals[i].n_judges);
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternSequence) sequence = NULL;

      for (guint j = 1; j <= reveals[i].n_judges; j++)
        {
          if (reveals[i].marks[j - 1] > 0)
            mark (contest, 1, j, reveals[i].marks[j - 1]);
          if (reveals[i].other > 0)
            mark (contest, 2, j, reveals[i].other);
        }
      if (reveals[i].recused > 0)
        recuse (contest, 1, reveals[i].recused);
      done (contest, 1, reveals[i].time_ms);
      if (reveals[i].other > 0)
        fixture_set_entry (contest, 2, LECTERN_ENTRY_DONE, 300000, TRUE);
      sequence = lectern_sequence_freeze_reveal (contest, lectern_contest_get_entry (contest, NULL, 1), FALSE, &error);
      g_assert_no_error (error);
      g_test_message ("case %u", i);
      assert_steps (contest, sequence, sum_up_reveal, reveals[i].steps);
    }
}

/* The last step is what the scene has always shown, and it all comes back from the file. */
static void
test_reveal_whole (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 5);
  const LecternEntry *entry;
  g_autoptr (LecternSequence) walked = NULL;
  g_autoptr (LecternSequence) whole = NULL;
  g_autoptr (LecternScene) last = NULL;
  g_autoptr (LecternScene) one = NULL;
  g_autoptr (LecternScene) frozen = NULL;
  g_autofree char *a = NULL, *b = NULL, *c = NULL;

  for (guint j = 1; j <= 5; j++)
    mark (contest, 1, j, 79 + j);
  done (contest, 1, 300000);
  entry = lectern_contest_get_entry (contest, NULL, 1);
  walked = lectern_sequence_freeze_reveal (contest, entry, FALSE, NULL);
  whole = lectern_sequence_freeze_reveal (contest, entry, TRUE, NULL);
  g_assert_cmpuint (lectern_sequence_get_n_steps (whole), ==, 1);
  g_assert_true (lectern_sequence_is_revealed (whole, 0));
  last = lectern_sequence_get_scene (walked, lectern_sequence_get_n_steps (walked) - 1);
  last->step = 0;
  one = lectern_sequence_get_scene (whole, 0);
  frozen = lectern_scene_freeze (contest, LECTERN_SCENE_REVEAL, entry, NULL, NULL);
  a = lectern_scene_to_json (last);
  b = lectern_scene_to_json (one);
  c = lectern_scene_to_json (frozen);
  g_assert_cmpstr (a, ==, c);
  g_assert_cmpstr (b, ==, c);
}

static void
test_too_early (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 5);
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_sequence_freeze_reveal (contest, lectern_contest_get_entry (contest, NULL, 1), FALSE, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  g_clear_error (&error);
  g_assert_null (lectern_sequence_freeze_ceremony (contest, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  g_clear_error (&error);
  set_round (contest, LECTERN_ROUND_FINALISED);
  g_assert_null (lectern_sequence_freeze_ceremony (contest, &error)); /* nobody has a final score */
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_WRONG_STATE);
  g_clear_error (&error);
  set_round (contest, LECTERN_ROUND_SET_UP);
  g_assert_null (lectern_sequence_freeze_draw (contest, TRUE, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_NOT_DRAWN);
}

/* Ceremonies -------------------------------------------------------------------------------- */

static char *
sum_up_ceremony (const LecternScene *scene)
{
  GString *text = g_string_new (scene->kind == LECTERN_SCENE_AWARDS ? "all" : scene->text);

  if (scene->rank > 0)
    g_string_append_printf (text, " %d%s", (int) scene->rank, scene->tied ? "=" : "");
  for (guint i = 0; i < scene->rows->len; i++)
    {
      const LecternSceneRow *row = scene->rows->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 || text->len > 0 ? "+" : "", row->name + strlen ("选手"));
      if (row->rank > 0)
        g_string_append_printf (text, "(%d%s)", (int) row->rank, row->tied ? "=" : "");
      if (row->final != NULL)
        g_string_append_printf (text, ":%s", row->final);
      if (row->citation != NULL)
        g_string_append_printf (text, " %s", row->citation);
    }
  return g_string_free (text, FALSE);
}

/* clang-format off */
static const struct
{
  const char *awards;
  gint64      totals[8]; /* of every judge for entry 1, 2 …; 0: forfeits */
  const char *steps;
} ceremonies[] = {
  /* the last award first, the lowest place first; a group by lot and without figures */
  { "[{\"key\":\"first\",\"name\":\"一\",\"places\":1},{\"key\":\"second\",\"name\":\"二\",\"places\":2},{\"key\":\"rest\",\"name\":\"优\",\"places\":null}]",
    { 90, 95, 80, 85, 70 },
    "颁奖典礼 | 优 | 3+5 | 二 | 二 3 | 4(3) | 4(3):85.00 | 二 2 | 1(2) | 1(2):90.00 | 一 | 2(1) | 2(1):95.00 | all+2+1+4+3+5" },
  /* equals stand together, and the next rank is skipped */
  { "[{\"key\":\"top\",\"name\":\"佳\",\"places\":3},{\"key\":\"rest\",\"name\":\"优\",\"places\":null}]",
    { 90, 95, 90, 85 },
    "颁奖典礼 | 优 | 4 | 佳 | 佳 2= | 1(2=)+3(2=) | 1(2=):90.00+3(2=):90.00 | 佳 1 | 2(1) | 2(1):95.00 | all+2+1+3+4" },
  /* a whole award shared: its name says the place */
  { "[{\"key\":\"top\",\"name\":\"佳\",\"places\":2}]", { 90, 90 }, "颁奖典礼 | 佳 | 1(1=)+2(1=) | 1(1=):90.00+2(1=):90.00 | all+1+2" },
  /* who forfeited receives nothing; an award nobody reaches has no step */
  { "[{\"key\":\"a\",\"name\":\"一\",\"places\":1},{\"key\":\"b\",\"name\":\"二\",\"places\":1},{\"key\":\"rest\",\"name\":\"优\",\"places\":null}]",
    { 90, 0, 0 }, "颁奖典礼 | 一 | 1(1) | 1(1):90.00 | all+1" },
  /* only awards without places */
  { "[{\"key\":\"rest\",\"name\":\"优\",\"places\":null}]", { 80, 90, 85 }, "颁奖典礼 | 优 | 1+2+3 | all+1+2+3" },
  /* a citation comes last */
  { "[{\"key\":\"a\",\"name\":\"一\",\"places\":1,\"citation\":\"榜样\"}]", { 90 }, "颁奖典礼 | 一 | 1(1) | 1(1):90.00 | 1(1):90.00 榜样 | all+1" },
};
/* clang-format on */

static LecternContest *
make_finalised (const char   *awards,
                const gint64 *totals,
                guint         n)
{
  LecternContest  *contest = fixture_contest_new ("", n, 3);
  g_autofree char *json = g_strdup_printf ("{\"lectern\":1,\"title\":\"x\",\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"40\"}],\"units\":[],\"rounds\":[{\"key\":\"final\",\"name\":\"决赛\",\"advance\":null}],\"awards\":%s}", awards);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = lectern_template_parse (json, NULL, &error);
  g_autoptr (GPtrArray) old = lectern_contest_list_rows (contest, &lectern_table_award);

  g_assert_no_error (error);
  for (guint i = 0; i < old->len; i++)
    {
      g_autoptr (LecternChange) change = lectern_change_new ();

      lectern_change_remove (change, lectern_record_ref (old->pdata[i]));
      lectern_contest_apply (contest, change);
    }
  for (guint i = 0; i < template->awards->len; i++)
    fixture_put (contest, lectern_record_ref (template->awards->pdata[i]));
  for (guint i = 0; i < n; i++)
    {
      for (guint j = 1; totals[i] > 0 && j <= 3; j++)
        mark (contest, i + 1, j, totals[i]);
      if (totals[i] > 0)
        done (contest, i + 1, 300000);
      else
        forfeit (contest, i + 1);
    }
  set_round (contest, LECTERN_ROUND_FINALISED);
  return contest;
}

static void
test_ceremonies (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ceremonies); i++)
    {
      guint n = 0;
      g_autoptr (LecternContest) contest = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternSequence) sequence = NULL;

      for (guint e = 0; e < 8; e++)
        n = ceremonies[i].totals[e] > 0 ? e + 1 : n;
      contest = make_finalised (ceremonies[i].awards, ceremonies[i].totals, i == 3 ? 3 : n);
      sequence = lectern_sequence_freeze_ceremony (contest, &error);
      g_assert_no_error (error);
      g_test_message ("case %u", i);
      assert_steps (contest, sequence, sum_up_ceremony, ceremonies[i].steps);
    }
}

/* From which place on the steps wait for a press. */
static void
test_automatic (void)
{
  static const gint64 totals[] = { 95, 94, 93, 92, 91, 90 };
  static const struct
  {
    const char *by_hand_from;
    const char *steps; /* a: by itself, h: by hand */
  } cases[] = {
    { "1", "haaaaaaaaaaaahhhh" },
    { "2", "haaaaaaaaahhhhhhh" },
    { "4", "haahhhhhhhhhhhhhh" },
  };
  const char *awards = "[{\"key\":\"top\",\"name\":\"佳\",\"places\":4},{\"key\":\"rest\",\"name\":\"优\",\"places\":null}]";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = make_finalised (awards, totals, 6);
      g_autoptr (LecternSequence) sequence = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));
      g_autofree char      *rules = g_strdup_printf ("{\"ceremony\":{\"by_hand_from\":%s}}", cases[i].by_hand_from);

      lectern_record_take_string (&record->rules, rules);
      fixture_put (contest, record);
      sequence = lectern_sequence_freeze_ceremony (contest, NULL);
      for (guint s = 0; s < lectern_sequence_get_n_steps (sequence); s++)
        g_string_append_c (text, lectern_sequence_is_automatic (sequence, s) ? 'a' : 'h');
      g_test_message ("%s", cases[i].by_hand_from);
      g_assert_cmpstr (text->str, ==, cases[i].steps);
    }
}

/* 28 entries as on the day: ten places, eighteen in groups. */
static LecternContest *
make_evening (void)
{
  gint64 totals[28];

  for (guint i = 0; i < 28; i++)
    totals[i] = 60 + (i * 11) % 37;
  totals[3] = 0;
  return make_finalised ("[{\"key\":\"top\",\"name\":\"十佳宣讲员\",\"places\":10,\"citation\":\"扎根基层\"},{\"key\":\"rest\",\"name\":\"优秀奖\",\"places\":null}]", totals, 28);
}

/* No two pictures after each other are alike, and a sequence read from its file has the same ones. */
static void
test_kept (void)
{
  g_autoptr (LecternContest) contest = make_evening ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternSequence) sequence = lectern_sequence_freeze_ceremony (contest, &error);
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autoptr (LecternSequence) read = NULL;
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (g_free);
  guint n;

  g_assert_no_error (error);
  n = lectern_sequence_get_n_steps (sequence);
  g_assert_cmpuint (n, ==, 1 + (1 + 2) + (1 + 10 * 4) + 1);
  json = lectern_sequence_to_json (sequence);
  read = lectern_sequence_from_json (json, &error);
  g_assert_no_error (error);
  again = lectern_sequence_to_json (read);
  g_assert_cmpstr (again, ==, json);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternScene) scene = lectern_sequence_get_scene (sequence, i);

      g_ptr_array_add (pictures, lectern_scene_to_json (scene));
      if (i > 0)
        g_assert_cmpstr (pictures->pdata[i], !=, pictures->pdata[i - 1]);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LecternScene) scene = lectern_sequence_get_scene (read, i);
      g_autofree char *picture = lectern_scene_to_json (scene);

      g_assert_cmpstr (picture, ==, pictures->pdata[i]);
    }
}

/* No name is in a picture before the step that names it, no score before the step after that. */
static void
test_not_early (void)
{
  g_autoptr (LecternContest) contest = make_evening ();
  g_autoptr (LecternSequence) sequence = lectern_sequence_freeze_ceremony (contest, NULL);
  guint n = lectern_sequence_get_n_steps (sequence);
  g_autoptr (LecternScene) last = lectern_sequence_get_scene (sequence, n - 1);
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (last->rows->len, ==, 27);
  for (guint i = 0; i + 1 < n; i++)
    {
      g_autoptr (LecternScene) scene = lectern_sequence_get_scene (sequence, i);
      g_autofree char *json = lectern_scene_to_json (scene);
      g_autofree char *said = lectern_sequence_describe_step (sequence, i);
      gboolean         names = strstr (said, "Show the name") != NULL || strstr (said, "names of") != NULL;

      for (guint r = 0; r < last->rows->len; r++)
        {
          const LecternSceneRow *row = last->rows->pdata[r];
          g_autofree char       *quoted = g_strdup_printf ("\"%s\"", row->name);

          if (strstr (json, quoted) == NULL)
            continue;
          if (names)
            g_hash_table_add (named, row->name);
          g_assert_true (g_hash_table_contains (named, row->name));
        }
      if (strstr (json, "\"final\"") != NULL)
        g_assert_true (strstr (said, "score and photo") != NULL || strstr (said, "citation") != NULL);
    }
  g_assert_cmpuint (g_hash_table_size (named), ==, 27);
}

static void
test_rehearsed (void)
{
  g_autoptr (LecternContest) contest = make_evening ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternSequence) sequence = lectern_sequence_rehearse_ceremony (contest, &error);
  GPtrArray *nominees = lectern_contest_get_nominees (contest);

  g_assert_no_error (error);
  g_assert_true (lectern_sequence_is_rehearsal (sequence));
  g_assert_cmpuint (lectern_sequence_get_n_steps (sequence), ==, 1 + (1 + 2) + (1 + 10 * 4) + 1);
  for (guint i = 0; i < lectern_sequence_get_n_steps (sequence); i++)
    {
      g_autoptr (LecternScene) scene = lectern_sequence_get_scene (sequence, i);
      g_autofree char *json = lectern_scene_to_json (scene);

      g_assert_true (scene->rehearsal);
      for (guint r = 0; r < nominees->len; r++)
        g_assert_null (strstr (json, ((LecternNominee *) nominees->pdata[r])->name));
    }
  set_round (contest, LECTERN_ROUND_SET_UP); /* long before anything is known */
  g_clear_pointer (&sequence, lectern_sequence_unref);
  sequence = lectern_sequence_rehearse_ceremony (contest, &error);
  g_assert_no_error (error);
}

/* Draws ------------------------------------------------------------------------------------- */

static char *
sum_up_draw (const LecternScene *scene)
{
  GString *text = g_string_new (scene->kind == LECTERN_SCENE_ORDER ? "order " : "");

  g_assert_cmpstr (scene->seed, ==, "种子");
  for (guint i = 0; i < scene->rows->len; i++)
    {
      const LecternSceneRow *row = scene->rows->pdata[i];

      g_assert_cmpint (row->lot, ==, i + 1);
      g_string_append (text, row->name == NULL ? "-" : row->fresh ? "N"
                                                                  : "n");
    }
  return g_string_free (text, FALSE);
}

static void
test_draws (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 4, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternSequence) one_by_one = NULL;
  g_autoptr (LecternSequence) at_once = NULL;

  set_round (contest, LECTERN_ROUND_DRAWN);
  one_by_one = lectern_sequence_freeze_draw (contest, TRUE, &error);
  g_assert_no_error (error);
  assert_steps (contest, one_by_one, sum_up_draw, "---- | N--- | nN-- | nnN- | nnnN | order nnnn");
  at_once = lectern_sequence_freeze_draw (contest, FALSE, &error);
  assert_steps (contest, at_once, sum_up_draw, "order nnnn");
}

/* From the file ----------------------------------------------------------------------------- */

static void
test_read (void)
{
  static const char *const texts[] = {
    "",
    "{}",
    "[]",
    "7",
    "{\"kind\":\"reveal\"}",
    "{\"kind\":\"fireworks\",\"base\":{\"kind\":\"blank\"},\"whole\":{\"kind\":\"blank\"},\"steps\":[[\"open\",0,0,false]]}",
    "{\"kind\":\"ceremony\",\"base\":{\"kind\":\"blank\"},\"whole\":{\"kind\":\"blank\"},\"steps\":[]}",
    "{\"kind\":\"ceremony\",\"base\":{\"kind\":\"blank\"},\"whole\":{\"kind\":\"blank\"},\"steps\":[[\"dance\",0,0,false]]}",
    "{\"kind\":\"ceremony\",\"base\":{\"kind\":\"blank\"},\"whole\":{\"kind\":\"blank\"},\"steps\":[[\"group\",0,1,false]]}",
    "{\"kind\":\"ceremony\",\"base\":{\"kind\":\"blank\"},\"whole\":{\"kind\":\"blank\"},\"steps\":[[\"group\",-1,0,false]]}",
    "{\"kind\":\"reveal\",\"base\":{\"kind\":\"reveal\"},\"whole\":{\"kind\":\"reveal\",\"judges\":[{\"number\":1}]},\"steps\":[[\"marks\",0,1,false]]}",
  };
  const char *good = "{\"kind\":\"ceremony\",\"base\":{\"kind\":\"award\"},\"whole\":{\"kind\":\"awards\"},\"steps\":[[\"open\",0,0,false]]}";
  g_autoptr (LecternSequence) read = lectern_sequence_from_json (good, NULL);

  g_assert_nonnull (read);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (lectern_sequence_from_json (texts[i], &error));
      g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/sequence/reveals", test_reveals);
  g_test_add_func ("/contest/sequence/reveal-whole", test_reveal_whole);
  g_test_add_func ("/contest/sequence/too-early", test_too_early);
  g_test_add_func ("/contest/sequence/ceremonies", test_ceremonies);
  g_test_add_func ("/contest/sequence/automatic", test_automatic);
  g_test_add_func ("/contest/sequence/kept", test_kept);
  g_test_add_func ("/contest/sequence/not-early", test_not_early);
  g_test_add_func ("/contest/sequence/rehearsed", test_rehearsed);
  g_test_add_func ("/contest/sequence/draws", test_draws);
  g_test_add_func ("/contest/sequence/read", test_read);
  return g_test_run ();
}
