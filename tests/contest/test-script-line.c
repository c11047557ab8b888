/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The lines of the MC's script: the usual words pass their own check in both languages, own words
 * are kept, read and taken back, and what could not be put in on stage is refused when written. */

#include "contest-fixture.h"

#include "lectern-contest-change.h"
#include "lectern-contest-error.h"
#include "lectern-script-example.h"
#include "lectern-script-line.h"
#include "lectern-script.h"

#include <string.h>

static void
set_script (LecternContest *contest,
            const char     *script)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));

  lectern_record_take_string (&record->script, script);
  fixture_put (contest, record);
}

static void
test_usual (void)
{
  static const char *const languages[] = { "zh", "en" };

  for (guint i = 0; i < LECTERN_SCRIPT_N_LINES; i++)
    {
      LecternScriptLine line;
      g_autofree char  *when = lectern_script_line_describe (i);

      g_assert_true (lectern_script_line_from_key (lectern_script_line_get_key (i), &line));
      g_assert_cmpint (line, ==, i);
      g_assert_cmpstr (when, !=, "");
      for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_true (lectern_script_line_check (i, lectern_script_line_get_usual (i, languages[l]), &error));
          g_assert_no_error (error);
        }
    }
  g_assert_false (lectern_script_line_from_key ("nothing", &(LecternScriptLine){ 0 }));
}

static void
test_check (void)
{
  static const struct
  {
    LecternScriptLine line;
    const char       *words;
    const char       *says; /* part of the refusal; NULL: accepted */
  } cases[] = {
    { LECTERN_SCRIPT_WELCOME, "", NULL },
    { LECTERN_SCRIPT_WELCOME, "欢迎来到{contest}{round}！", NULL },
    { LECTERN_SCRIPT_INTRODUCE, "{lot}{name}{unit}{title}", NULL },
    { LECTERN_SCRIPT_WELCOME, "{name}，您好", "{name}" },
    { LECTERN_SCRIPT_FINAL, "{Final}", "{final}" },
    { LECTERN_SCRIPT_INTRODUCE, "{}", "{}" },
    { LECTERN_SCRIPT_INTRODUCE, "{name", "brace" },
    { LECTERN_SCRIPT_INTRODUCE, "name}", "brace" },
    { LECTERN_SCRIPT_INTRODUCE, "{{name}}", "brace" },
    { LECTERN_SCRIPT_INTRODUCE, "\xff", "500" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean fine = lectern_script_line_check (cases[i].line, cases[i].words, &error);

      g_test_message ("row %u: %s", i, error != NULL ? error->message : "accepted");
      g_assert_cmpint (fine, ==, cases[i].says == NULL);
      if (fine)
        continue;
      g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_too_long (void)
{
  g_autofree char *most = g_strnfill (500, 'a');
  g_autofree char *more = g_strnfill (501, 'a');

  g_assert_true (lectern_script_line_check (LECTERN_SCRIPT_END, most, NULL));
  g_assert_false (lectern_script_line_check (LECTERN_SCRIPT_END, more, NULL));
}

static void
test_edit (void)
{
  g_autofree char *one = lectern_script_line_edit (NULL, "zh", LECTERN_SCRIPT_END, "再见！");
  g_autofree char *two = lectern_script_line_edit (one, "zh", LECTERN_SCRIPT_BREAK, "");
  g_autofree char *usual = lectern_script_line_edit (two, "zh", LECTERN_SCRIPT_END, lectern_script_line_get_usual (LECTERN_SCRIPT_END, "zh"));
  g_autofree char *none = lectern_script_line_edit (usual, "zh", LECTERN_SCRIPT_BREAK, NULL);

  g_assert_cmpstr (one, ==, "{\"end\":\"再见！\"}");
  g_assert_cmpstr (two, ==, "{\"end\":\"再见！\",\"break\":\"\"}");
  g_assert_cmpstr (usual, ==, "{\"break\":\"\"}");
  g_assert_null (none);
}

static void
test_check_whole (void)
{
  static const struct
  {
    const char *script;
    gboolean    fine;
  } cases[] = {
    { NULL, TRUE },
    { "{}", TRUE },
    { "{\"welcome\":\"{contest}\"}", TRUE },
    { "{\"welcome\":\"{name}\"}", FALSE },
    { "{\"welcome\":7}", FALSE },
    { "{\"farewell\":\"\"}", FALSE },
    { "[]", FALSE },
    { "{", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (lectern_script_check (cases[i].script, &error), ==, cases[i].fine);
      if (!cases[i].fine)
        g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT);
    }
}

/* Every line of both languages as it would be read, with names of the contest and nobody's figures. */
static void
test_example (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"time\":{\"limit\":390}", 4, 2);
  g_autoptr (LecternContest) empty = lectern_contest_new ();
  g_autofree char *names = lectern_script_example_make (contest, LECTERN_SCRIPT_GROUP, "{award}：{names}");
  g_autofree char *limit = lectern_script_example_make (contest, LECTERN_SCRIPT_RULES, "{limit}{contest}");
  g_autofree char *next = lectern_script_example_make (contest, LECTERN_SCRIPT_ON_DECK, "{next-lot}{next-name}");
  g_autofree char *final = lectern_script_example_make (contest, LECTERN_SCRIPT_FINAL, "{final}");
  g_autofree char *nobody = lectern_script_example_make (empty, LECTERN_SCRIPT_INTRODUCE, "{name}{contest}");

  g_assert_cmpstr (names, ==, "一等奖：选手1、选手2、选手3");
  g_assert_cmpstr (limit, ==, "6 分 30 秒试验赛");
  g_assert_cmpstr (next, ==, "2选手2");
  g_assert_cmpstr (final, ==, "91.77");
  g_assert_cmpstr (nobody, ==, LECTERN_SCRIPT_BLANK);
  for (guint i = 0; i < LECTERN_SCRIPT_N_LINES; i++)
    {
      g_autofree char *words = lectern_script_line_get_words (contest, i);
      g_autofree char *text = lectern_script_example_make (contest, i, words);

      g_assert_null (strpbrk (text, "{}"));
      g_assert_cmpstr (text, !=, "");
    }
}

/* What the journal says of an edit of the contest: what changed and nothing else. */
static void
test_change (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 1);
  const LecternContestRecord *before = lectern_contest_get_record (contest);
  LecternContestRecord       *after = lectern_record_copy (before);
  LecternContestRecord       *again;
  g_autofree char            *nothing = lectern_contest_change_describe (before, after);
  g_autofree char            *much = NULL;
  g_autofree char            *back = NULL;

  g_assert_null (nothing);
  lectern_record_take_string (&after->title, "别的");
  lectern_record_take_string (&after->scene_theme, "dark");
  lectern_record_take_string (&after->script, "{\"end\":\"再见\",\"break\":\"\"}");
  much = lectern_contest_change_describe (before, after);
  g_assert_cmpstr (much, ==, "title, colours of the scenes, the MC’s words “Before a break”, the MC’s words “At the end”");
  again = lectern_record_copy (after);
  lectern_record_take_string (&again->script, "{\"break\":\"\"}");
  back = lectern_contest_change_describe (after, again);
  g_assert_cmpstr (back, ==, "the MC’s words “At the end”, the usual ones again");
  lectern_record_unref (again);
  lectern_record_unref (after);
}

/* Own words are read in place of the usual ones; of those left alone the usual ones stay. */
static void
test_own (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 3);
  GPtrArray        *cues = lectern_contest_get_cues (contest);
  g_autofree char  *usual = NULL;
  g_autofree char  *own = NULL;
  g_autofree char  *words = NULL;
  const LecternCue *talk = NULL;

  for (guint i = 0; i < cues->len && talk == NULL; i++)
    if (((LecternCue *) cues->pdata[i])->kind == LECTERN_CUE_INTRODUCE)
      talk = cues->pdata[i];
  g_assert_nonnull (talk);
  usual = lectern_script_get_for_cue (contest, talk, FALSE);
  g_assert_nonnull (strstr (usual, "下面有请"));
  g_assert_false (lectern_script_line_is_own (contest, LECTERN_SCRIPT_INTRODUCE));
  set_script (contest, "{\"introduce\":\"有请{name}（{lot} 号）！\"}");
  g_assert_true (lectern_script_line_is_own (contest, LECTERN_SCRIPT_INTRODUCE));
  own = lectern_script_get_for_cue (contest, talk, FALSE);
  g_assert_nonnull (strstr (own, "（1 号）！"));
  g_assert_null (strstr (own, "{"));
  words = lectern_script_line_get_words (contest, LECTERN_SCRIPT_END);
  g_assert_cmpstr (words, ==, lectern_script_line_get_usual (LECTERN_SCRIPT_END, "zh"));
}

/* Printed before the evening a reveal has blanks; read before the reveal it says nothing. */
static void
test_blanks (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 3);
  GPtrArray *cues = lectern_contest_get_cues (contest);
  guint      n = 0;

  for (guint i = 0; i < cues->len; i++)
    {
      const LecternCue *cue = cues->pdata[i];
      g_autofree char  *printed = lectern_script_get_for_cue (contest, cue, TRUE);
      g_autofree char  *read = lectern_script_get_for_cue (contest, cue, FALSE);

      if (cue->kind != LECTERN_CUE_REVEAL)
        {
          g_assert_cmpstr (printed, !=, "");
          continue;
        }
      n++;
      g_assert_nonnull (strstr (printed, "最后得分 ＿＿＿ 分。"));
      g_assert_cmpstr (read, ==, "");
    }
  g_assert_cmpuint (n, ==, 2);
}

/* Nobody asks an entry that forfeited to make ready: the one after it is. */
static void
test_forfeit (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 3, 3);
  LecternEntry    *second = lectern_record_copy (lectern_contest_get_entry_by_lot (contest, 2));
  GPtrArray       *cues = lectern_contest_get_cues (contest);
  g_autofree char *text = NULL;

  second->state = LECTERN_ENTRY_FORFEIT;
  lectern_record_take_string (&second->forfeit_reason, "迟到");
  fixture_put (contest, second);
  for (guint i = 0; i < cues->len && text == NULL; i++)
    if (((LecternCue *) cues->pdata[i])->kind == LECTERN_CUE_MARK)
      text = lectern_script_get_for_cue (contest, cues->pdata[i], FALSE);
  g_assert_nonnull (strstr (text, "请 3 号选手"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/script-line/usual", test_usual);
  g_test_add_func ("/contest/script-line/check", test_check);
  g_test_add_func ("/contest/script-line/too-long", test_too_long);
  g_test_add_func ("/contest/script-line/edit", test_edit);
  g_test_add_func ("/contest/script-line/check-whole", test_check_whole);
  g_test_add_func ("/contest/script-line/example", test_example);
  g_test_add_func ("/contest/script-line/change", test_change);
  g_test_add_func ("/contest/script-line/own", test_own);
  g_test_add_func ("/contest/script-line/blanks", test_blanks);
  g_test_add_func ("/contest/script-line/forfeit", test_forfeit);
  return g_test_run ();
}
