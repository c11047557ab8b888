/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Editing the rules: free before the first mark, with a reason after it, and never so that what is
 * there no longer fits. */

#include "engine-fixture.h"

#include "lectern-journal-line.h"
#include "lectern-ranking.h"
#include "lectern-rules-file.h"

static LecternAction *
edit (const char *changes,
      const char *reason)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_EDIT_RULES, LECTERN_NULL, reason);

  action->text = g_strdup (changes);
  return action;
}

static char *
write_rules (Fixture *f)
{
  g_autoptr (LecternTemplate) rules = lectern_rules_file_from_contest (fixture_contest (f));

  return lectern_rules_file_write (rules);
}

/* The last sentence of the journal. */
static char *
read_sentence (Fixture *f)
{
  g_autoptr (GPtrArray) lines = lectern_engine_read_journal (f->engine, lectern_follower_get_seq (f->follower) - 1, 1, NULL);

  return g_strdup (((LecternJournalLine *) lines->pdata[0])->sentence);
}

static void
assert_proven (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  fixture_reopen (f);
  g_assert_true (lectern_engine_verify (f->path, NULL, &error));
  g_assert_no_error (error);
}

static guint
count_rulings (Fixture *f)
{
  g_autoptr (GPtrArray) rulings = lectern_contest_list_rows (fixture_contest (f), &lectern_table_ruling);

  return rulings->len;
}

static void
test_free (void)
{
  Fixture          f = { NULL };
  g_autofree char *sentence = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64           seq;

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, edit ("{\"time\":{\"limit\":300},\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"50\"},{\"key\":\"x\",\"name\":\"新\",\"max\":\"50\"}],"
                        "\"rounds\":[{\"key\":\"semi\",\"name\":\"复赛\",\"advance\":3},{\"key\":\"final\",\"name\":\"决赛\"}]}",
                        NULL));
  g_assert_cmpint (lectern_contest_get_rules (fixture_contest (&f))->scoring.time.limit_ms, ==, 300000);
  g_assert_cmpuint (lectern_contest_get_criteria (fixture_contest (&f))->len, ==, 2);
  g_assert_cmpstr (((LecternCriterion *) lectern_contest_get_criteria (fixture_contest (&f))->pdata[1])->key, ==, "x");
  g_assert_cmpstr (((LecternRound *) lectern_contest_get_rounds (fixture_contest (&f))->pdata[0])->key, ==, "semi");
  g_assert_cmpuint (count_rulings (&f), ==, 0);
  sentence = read_sentence (&f);
  g_assert_nonnull (strstr (sentence, "time limit in seconds: 360 → 300"));
  g_assert_nonnull (strstr (sentence, "criterion “内容”, full marks: 40 → 50"));
  g_assert_nonnull (strstr (sentence, "criterion “语言” removed"));
  /* The whole file as it is changes nothing, and is no line of the journal. */
  before = write_rules (&f);
  seq = lectern_follower_get_seq (f.follower);
  g_clear_pointer (&sentence, g_free);
  fixture_do_nothing (&f, edit (before, NULL));
  g_assert_cmpint (lectern_follower_get_seq (f.follower), ==, seq);
  after = write_rules (&f);
  g_assert_cmpstr (before, ==, after);
  assert_proven (&f);
  fixture_clear (&f);
}

/* Every problem with its path, and nothing changed. */
static void
test_wrong (void)
{
  Fixture f = { NULL };
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_init (&f, 2, 3, FALSE);
  before = write_rules (&f);
  g_assert_null (lectern_engine_perform (f.engine, edit ("{\"colour\":1,\"time\":{\"limit\":\"x\",\"over\":{\"steps\":[{\"every\":1}]}},\"ties\":[\"coin\"]}", NULL), &problems, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES);
  g_assert_cmpuint (problems->len, ==, 4);
  g_assert_cmpstr (((LecternProblem *) problems->pdata[0])->column, ==, "colour");
  g_assert_cmpstr (((LecternProblem *) problems->pdata[2])->column, ==, "time.over.steps[0].points");
  fixture_refuse (&f, edit (NULL, NULL), LECTERN_CONTEST_ERROR_BAD_RULES);
  fixture_refuse (&f, edit ("[]", NULL), LECTERN_CONTEST_ERROR_BAD_RULES);
  /* A tie rule must not lose its criterion. */
  fixture_refuse (&f, edit ("{\"rubric\":[{\"key\":\"language\",\"name\":\"语言\",\"max\":\"60\"}]}", NULL), LECTERN_CONTEST_ERROR_BAD_RULES);
  fixture_refuse (&f, edit ("{\"quota_per_unit\":1}", NULL), LECTERN_CONTEST_ERROR_QUOTA);
  fixture_refuse (&f, edit ("{\"units\":[{\"key\":\"u1\",\"name\":\"单位1\"}]}", NULL), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_refuse (&f, edit ("{\"rounds\":[{\"key\":\"other\",\"name\":\"另一场\"}]}", NULL), LECTERN_CONTEST_ERROR_WRONG_STATE);
  after = write_rules (&f);
  g_assert_cmpstr (before, ==, after);
  fixture_clear (&f);
}

/* The programme of an order that is drawn follows the announcing rule and the limit, until the first call. */
static void
test_programme (void)
{
  Fixture           f = { NULL };
  GPtrArray        *cues;
  const LecternCue *cue;
  guint             n;

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, fixture_action (LECTERN_ACTION_DRAW));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  fixture_do (&f, fixture_action (LECTERN_ACTION_GO));
  g_assert_cmpint (lectern_contest_get_cue_on_air (fixture_contest (&f))->kind, ==, LECTERN_CUE_RULES);
  n = lectern_contest_get_cues (fixture_contest (&f))->len;
  fixture_do (&f, edit ("{\"announce\":\"at-end\",\"time\":{\"limit\":400}}", NULL));
  cues = lectern_contest_get_cues (fixture_contest (&f));
  g_assert_cmpuint (cues->len, ==, n);
  for (guint i = 0; i < 4; i++) /* title, rules, order, then four of introduce, talk, mark, then the reveals */
    {
      cue = cues->pdata[3 + 3 * 4 + i];
      g_assert_cmpint (cue->kind, ==, LECTERN_CUE_REVEAL);
      g_assert_cmpint (((LecternCue *) cues->pdata[4 + 3 * i])->duration_ms, ==, 400000);
    }
  g_assert_cmpint (lectern_contest_get_cue_on_air (fixture_contest (&f))->kind, ==, LECTERN_CUE_RULES);
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_CALL, 1, NULL));
  fixture_refuse (&f, edit ("{\"announce\":\"at-once\"}", NULL), LECTERN_CONTEST_ERROR_WRONG_STATE);
  fixture_do (&f, edit ("{\"time\":{\"limit\":410}}", NULL));
  cue = lectern_contest_get_cues (fixture_contest (&f))->pdata[4];
  g_assert_cmpint (cue->duration_ms, ==, 410000);
  assert_proven (&f);
  fixture_clear (&f);
}

static void
mark_everybody (Fixture *f)
{
  for (gint64 lot = 1; lot <= 4; lot++)
    {
      fixture_do (f, fixture_action_with (LECTERN_ACTION_CALL, lot, NULL));
      fixture_do (f, fixture_action (LECTERN_ACTION_START_CLOCK));
      f->now_us += 365 * G_USEC_PER_SEC;
      fixture_do (f, fixture_action (LECTERN_ACTION_STOP_CLOCK));
      fixture_do (f, fixture_action (LECTERN_ACTION_OPEN_GATE));
      for (gint64 judge = 1; judge <= 3; judge++)
        fixture_do (f, fixture_sheet (judge, lot, NULL, judge == 3 ? "38.5" : "30", lot == 1 ? "55.5" : "50", TRUE));
      fixture_do (f, fixture_action (LECTERN_ACTION_CLOSE_GATE));
    }
}

static char *
get_final (Fixture *f)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (fixture_contest (f), NULL, FALSE);

  return lectern_fraction_format (ranking->rows[0].ranked.final, ranking->decimals);
}

typedef struct
{
  const char         *changes;
  const char         *reason;
  LecternContestError code;
} Refusal;

/* clang-format off */
static const Refusal marked[] = {
  { "{\"time\":{\"limit\":300}}", NULL, LECTERN_CONTEST_ERROR_REASON_MISSING },
  { "{\"time\":{\"limit\":300}}", "  ", LECTERN_CONTEST_ERROR_REASON_MISSING },
  { "{\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"40\"}]}", "评委会", LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "{\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"40\"},{\"key\":\"language\",\"name\":\"语言\",\"max\":\"60\",\"step\":\"0.5\"},{\"key\":\"x\",\"name\":\"新\",\"max\":\"10\"}]}", "评委会", LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "{\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"38\"},{\"key\":\"language\",\"name\":\"语言\",\"max\":\"60\",\"step\":\"0.5\"}]}", "评委会", LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "{\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"40\"},{\"key\":\"language\",\"name\":\"语言\",\"max\":\"60\",\"step\":\"1\"}]}", "评委会", LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "{\"rounds\":[{\"key\":\"final\",\"name\":\"决赛\",\"advance\":3},{\"key\":\"last\",\"name\":\"总决赛\"}]}", "评委会", LECTERN_CONTEST_ERROR_WRONG_STATE },
  { "{\"rounds\":[{\"key\":\"before\",\"name\":\"预赛\",\"advance\":3},{\"key\":\"final\",\"name\":\"决赛\"}]}", "评委会", LECTERN_CONTEST_ERROR_WRONG_STATE },
};
/* clang-format on */

static void
test_marked (void)
{
  Fixture              f = { NULL };
  g_autofree char     *before = NULL;
  g_autofree char     *after = NULL;
  g_autofree char     *sentence = NULL;
  const LecternRuling *ruling;
  g_autoptr (GPtrArray) rulings = NULL;

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, fixture_action (LECTERN_ACTION_DRAW));
  mark_everybody (&f);
  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    fixture_refuse (&f, edit (marked[i].changes, marked[i].reason), marked[i].code);
  /* (30 + 30 + 38.5) / 3 + 55.5, less 0.1 for 5 seconds */
  before = get_final (&f);
  g_assert_cmpstr (before, ==, "88.23");
  fixture_do (&f, edit ("{\"title\":\"新名\"}", NULL)); /* what it is called is no rule */
  g_assert_cmpuint (count_rulings (&f), ==, 0);
  /* 365 s are 65 s over now: 7 started tens */
  fixture_do (&f, edit ("{\"time\":{\"limit\":300},\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"38.5\"},{\"key\":\"language\",\"name\":\"语言\",\"max\":\"60\",\"step\":\"0.5\"}]}", "评委会裁定"));
  after = get_final (&f);
  g_assert_cmpstr (after, ==, "87.63");
  rulings = lectern_contest_list_rows (fixture_contest (&f), &lectern_table_ruling);
  g_assert_cmpuint (rulings->len, ==, 1);
  ruling = rulings->pdata[0];
  sentence = read_sentence (&f);
  g_assert_cmpint (ruling->kind, ==, LECTERN_RULING_RULES);
  g_assert_cmpstr (ruling->reason, ==, "评委会裁定");
  g_assert_cmpstr (ruling->detail, ==, sentence);
  g_assert_nonnull (strstr (sentence, "full marks: 40 → 38.5"));
  fixture_do (&f, edit ("{\"rounds\":[{\"key\":\"final\",\"name\":\"总决赛\"}]}", "改名"));
  g_assert_cmpint (lectern_contest_get_current_round (fixture_contest (&f))->state, ==, LECTERN_ROUND_RUNNING);
  assert_proven (&f);
  fixture_clear (&f);
}

static void
test_finalised (void)
{
  Fixture f = { NULL };

  fixture_init (&f, 2, 3, FALSE);
  fixture_do (&f, fixture_action (LECTERN_ACTION_DRAW));
  mark_everybody (&f);
  fixture_do (&f, edit ("{\"awards\":[{\"key\":\"all\",\"name\":\"奖\",\"places\":null}]}", "改奖项"));
  fixture_do (&f, fixture_finalise ());
  fixture_refuse (&f, edit ("{\"time\":{\"limit\":300}}", "评委会"), LECTERN_CONTEST_ERROR_FINALISED);
  fixture_refuse (&f, edit ("{\"awards\":[]}", "评委会"), LECTERN_CONTEST_ERROR_FINALISED);
  fixture_do (&f, edit ("{\"place\":\"礼堂\"}", NULL));
  fixture_do (&f, fixture_action_with (LECTERN_ACTION_REOPEN_ROUND, LECTERN_NULL, "申诉"));
  fixture_refuse (&f, edit ("{\"awards\":[]}", "评委会"), LECTERN_CONTEST_ERROR_WRONG_STATE); /* it is in a result */
  fixture_do (&f, edit ("{\"time\":{\"over\":{\"cap\":\"0\"}}}", "申诉成立"));
  fixture_do (&f, fixture_finalise ());
  assert_proven (&f);
  fixture_clear (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/rules/free", test_free);
  g_test_add_func ("/engine/rules/wrong", test_wrong);
  g_test_add_func ("/engine/rules/programme", test_programme);
  g_test_add_func ("/engine/rules/marked", test_marked);
  g_test_add_func ("/engine/rules/finalised", test_finalised);
  return g_test_run ();
}
