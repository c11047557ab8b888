/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rules file: the built-in one is read whole; whatever is wrong is said with its path. */

#include "contest-fixture.h"
#include "lectern-rules-file.h"

static void
test_jiaozuo (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), "data", "templates", "jiaozuo-2018.json", NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = NULL;
  g_autoptr (LecternRules) rules = NULL;
  gint64 sum = 0;

  g_assert_true (g_file_get_contents (path, &json, NULL, &error));
  template = lectern_template_parse (json, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (template->units->len, ==, 14);
  g_assert_cmpuint (template->criteria->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    sum += ((LecternCriterion *) template->criteria->pdata[i])->max;
  g_assert_cmpint (sum, ==, 100000);
  rules = lectern_rules_parse (template->contest->rules, template->criteria, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rules->quota_per_unit, ==, 2);
  g_assert_cmpint (rules->scoring.time.limit_ms, ==, 360000);
  g_assert_cmpint (rules->scoring.time.stop_ms, ==, 420000);
  g_assert_cmpuint (rules->scoring.trim_from, ==, 5);
  g_assert_cmpuint (rules->scoring.n_ties, ==, 4);
  g_assert_true (rules->keep_unit_apart);
}

typedef struct
{
  const char *name;
  const char *extra; /* put among the members of a rules file that is right */
  const char *path;  /* of the problem */
} Wrong;

/* clang-format off */
static const Wrong wrongs[] = {
  { "unknown", ",\"colour\":\"red\"", "colour" },
  { "unknown-inside", ",\"time\":{\"limit\":360,\"hurry\":1}", "time.hurry" },
  { "unknown-in-list", ",\"time\":{\"over\":{\"steps\":[{\"every\":10,\"points\":\"0.1\",\"x\":1}]}}", "time.over.steps[0].x" },
  { "number-as-text", ",\"time\":{\"limit\":\"360\"}", "time.limit" },
  { "points-as-number", ",\"time\":{\"over\":{\"steps\":[{\"every\":10,\"points\":0.1}]}}", "time.over.steps[0].points" },
  { "points-negative", ",\"time\":{\"over\":{\"cap\":\"-1\"}}", "time.over.cap" },
  { "every-and-beyond", ",\"time\":{\"over\":{\"steps\":[{\"every\":10,\"beyond\":5,\"points\":\"1\"}]}}", "time.over.steps[0].every" },
  { "neither", ",\"time\":{\"over\":{\"steps\":[{\"points\":\"1\"}]}}", "time.over.steps[0].every" },
  { "stop-before-limit", ",\"time\":{\"limit\":360,\"stop\":300}", "time.stop" },
  { "trims-all", ",\"panel\":{\"trim_low\":3,\"trim_high\":3,\"trim_from\":5}", "panel.trim_from" },
  { "tie-unknown", ",\"ties\":[\"coin\"]", "ties[0]" },
  { "tie-criterion-unknown", ",\"ties\":[\"median\",\"criterion:charm\"]", "ties[1]" },
  { "announce", ",\"announce\":\"never\"", "announce" },
  { "hold-first", ",\"announce\":{\"hold-first\":0}", "announce.hold-first" },
  { "rank-on", ",\"score\":{\"rank_on\":\"feeling\"}", "score.rank_on" },
  { "decimals", ",\"score\":{\"decimals\":9}", "score.decimals" },
  { "quota", ",\"quota_per_unit\":0", "quota_per_unit" },
  { "date", ",\"date\":\"2018-02-30\"", "date" },
  { "date-form", ",\"date\":\"14.9.2018\"", "date" },
  { "language", ",\"language\":\"fr\"", "language" },
  { "round-no-advance", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\"},{\"key\":\"b\",\"name\":\"B\"}]", "rounds[0].advance" },
  { "round-into-nowhere", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":1,\"into\":\"z\"},{\"key\":\"b\",\"name\":\"B\"}]", "rounds[0].into" },
  { "round-into-itself", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":1,\"into\":\"a\"},{\"key\":\"b\",\"name\":\"B\"}]", "rounds[0].into" },
  { "round-into-earlier", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":1},{\"key\":\"b\",\"name\":\"B\",\"advance\":1,\"into\":\"a\"},{\"key\":\"c\",\"name\":\"C\"}]", "rounds[1].into" },
  { "round-into-number", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":1,\"into\":2},{\"key\":\"b\",\"name\":\"B\"}]", "rounds[0].into" },
  { "round-unit-unknown", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":1,\"units\":[\"u1\",\"u9\"]},{\"key\":\"b\",\"name\":\"B\"}]", "rounds[0].units[1]" },
  { "round-units-empty", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":1,\"units\":[]},{\"key\":\"b\",\"name\":\"B\"}]", "rounds[0].units" },
  { "round-units-number", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":1,\"units\":[1]},{\"key\":\"b\",\"name\":\"B\"}]", "rounds[0].units" },
  { "round-units-of-fed", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":1},{\"key\":\"b\",\"name\":\"B\",\"units\":[\"u1\"]}]", "rounds[1].units" },
  { "heats-share-unit", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":1,\"into\":\"c\",\"units\":[\"u1\",\"u2\"]},{\"key\":\"b\",\"name\":\"B\",\"advance\":1,\"units\":[\"u2\",\"u3\"]},{\"key\":\"c\",\"name\":\"C\"}]", "rounds[1].units" },
  { "heats-share-all", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":1,\"into\":\"c\",\"units\":[\"u1\"]},{\"key\":\"b\",\"name\":\"B\",\"advance\":1},{\"key\":\"c\",\"name\":\"C\"}]", "rounds[1].units" },
  { "group-as-number", ",\"time\":7", "time" },
  { "group-as-list", ",\"panel\":[]", "panel" },
  { "list-as-group", ",\"ties\":{}", "ties" },
  { "list-as-text", ",\"time\":{\"warn\":\"60\"}", "time.warn" },
  { "element-as-number", ",\"awards\":[7]", "awards[0]" },
  { "text-as-number", ",\"theme\":7", "theme" },
  { "organiser-as-number", ",\"organisers\":[7]", "organisers" },
  { "flag-mark-zero", ",\"panel\":{\"flag\":{\"mark\":\"0\"}}", "panel.flag.mark" },
  { "flag-total-zero", ",\"panel\":{\"flag\":{\"total\":\"0\"}}", "panel.flag.total" },
  { "steps-too-many", ",\"time\":{\"over\":{\"steps\":[{\"beyond\":1,\"points\":\"1\"},{\"beyond\":2,\"points\":\"1\"},{\"beyond\":3,\"points\":\"1\"},{\"beyond\":4,\"points\":\"1\"},{\"beyond\":5,\"points\":\"1\"},{\"beyond\":6,\"points\":\"1\"},{\"beyond\":7,\"points\":\"1\"},{\"beyond\":8,\"points\":\"1\"},{\"beyond\":9,\"points\":\"1\"},{\"beyond\":10,\"points\":\"1\"},{\"beyond\":11,\"points\":\"1\"},{\"beyond\":12,\"points\":\"1\"},{\"beyond\":13,\"points\":\"1\"},{\"beyond\":14,\"points\":\"1\"},{\"beyond\":15,\"points\":\"1\"},{\"beyond\":16,\"points\":\"1\"},{\"beyond\":17,\"points\":\"1\"}]}}", "time.over.steps" },
  { "warnings-too-many", ",\"time\":{\"warn\":[1,2,3,4,5,6,7,8,9]}", "time.warn" },
  { "warning-text", ",\"time\":{\"warn\":[\"60\"]}", "time.warn" },
  { "warning-fraction", ",\"time\":{\"warn\":[60.5]}", "time.warn" },
  { "warning-negative", ",\"time\":{\"warn\":[-1]}", "time.warn" },
  { "warning-hours", ",\"time\":{\"warn\":[36001]}", "time.warn" },
  { "tie-number", ",\"ties\":[7]", "ties[0]" },
  { "ties-too-many", ",\"ties\":[\"median\",\"median\",\"median\",\"median\",\"median\",\"median\",\"median\",\"median\",\"median\",\"median\",\"median\",\"median\",\"median\",\"median\",\"median\",\"median\",\"median\"]", "ties[16]" },
  { "full-marks-zero", ",\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"0\"}]", "rubric[0].max" },
  { "step-zero", ",\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"40\",\"step\":\"0\"}]", "rubric[0].step" },
  { "step-odd", ",\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"40\",\"step\":\"0.3\"}]", "rubric[0].step" },
  { "key-form", ",\"units\":[{\"key\":\"单位\",\"name\":\"单位\"}]", "units[0].key" },
  { "key-too-long", ",\"units\":[{\"key\":\"abcdefghijabcdefghijabcdefghijabcdefghijk\",\"name\":\"单位\"}]", "units[0].key" },
  { "key-twice", ",\"units\":[{\"key\":\"u1\",\"name\":\"甲\"},{\"key\":\"u1\",\"name\":\"乙\"}]", "units[1].key" },
  { "key-missing", ",\"units\":[{\"name\":\"甲\"}]", "units[0].key" },
  { "name-empty", ",\"units\":[{\"key\":\"u1\",\"name\":\"\"}]", "units[0].name" },
  { "name-missing", ",\"units\":[{\"key\":\"u1\"}]", "units[0].name" },
  { "heats-without-units", ",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":1,\"into\":\"c\"},{\"key\":\"b\",\"name\":\"B\",\"advance\":1},{\"key\":\"c\",\"name\":\"C\"}]", "rounds[1].units" },
  { "title-too-long", "TITLE", "title" },
  { "reveal", ",\"reveal\":\"sideways\"", "reveal" },
  { "draw-show", ",\"draw\":{\"show\":\"backwards\"}", "draw.show" },
  { "boolean", ",\"draw\":{\"keep_unit_apart\":1}", "draw.keep_unit_apart" },
};
/* clang-format on */

static void
test_wrong (gconstpointer data)
{
  const Wrong     *wrong = data;
  g_autofree char *many = g_strnfill (201, 'x');
  g_autofree char *title = g_strdup_printf (",\"title\":\"%s\"", many);
  g_autofree char *json = fixture_rules_json (g_str_equal (wrong->extra, "TITLE") ? title : wrong->extra);
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = lectern_template_parse (json, problems, &error);

  g_assert_null (template);
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((LecternProblem *) problems->pdata[0])->column, ==, wrong->path);
}

/* Two heats and their final; what may be left out or be null. */
static void
test_heats (void)
{
  g_autofree char *json = fixture_rules_json (",\"rounds\":[{\"key\":\"a\",\"name\":\"A\",\"advance\":3,\"into\":\"f\",\"units\":[\"u1\",\"u3\"]},"
                                              "{\"key\":\"b\",\"name\":\"B\",\"advance\":2,\"into\":null,\"units\":[\"u2\"]},{\"key\":\"f\",\"name\":\"F\",\"advance\":null,\"units\":null}]");
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = lectern_template_parse (json, NULL, &error);
  const LecternRound *rounds[3];

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    rounds[i] = template->rounds->pdata[i];
  g_assert_cmpstr (rounds[0]->into, ==, "f");
  g_assert_cmpstr (rounds[0]->units, ==, "[\"u1\",\"u3\"]");
  g_assert_null (rounds[1]->into);
  g_assert_cmpint (rounds[1]->advance, ==, 2);
  g_assert_null (rounds[2]->units);
  g_assert_cmpint (rounds[2]->advance, ==, LECTERN_NULL);
}

static void
test_all_at_once (void)
{
  g_autofree char *json = fixture_rules_json (",\"colour\":1,\"quota_per_unit\":0,\"ties\":[\"coin\"]");
  g_autoptr (GPtrArray) problems = lectern_problems_new ();
  g_autoptr (LecternTemplate) template = lectern_template_parse (json, problems, NULL);

  g_assert_null (template);
  g_assert_cmpuint (problems->len, ==, 3);
}

/* Half of a surrogate pair is no character; both halves are one. */
static void
test_half_a_character (void)
{
  static const struct
  {
    const char *extra;
    gboolean    right;
  } texts[] = {
    { ",\"theme\":\"\\ud83d\\ude00\"", TRUE },
    { ",\"theme\":\"\\ud800x\"", FALSE },
    { ",\"theme\":\"a\\udc00b\"", FALSE },
    { ",\"organisers\":[\"a\",\"\\udbff \"]", FALSE },
    { ",\"draw\":{\"\\udfffx\":true}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *json = fixture_rules_json (texts[i].extra);
      g_autofree char *merged = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternTemplate) template = lectern_template_parse (json, NULL, &error);

      g_assert_true ((template != NULL) == texts[i].right);
      merged = lectern_rules_file_merge ("{}", json, NULL);
      g_assert_true ((merged != NULL) == texts[i].right);
      if (texts[i].right)
        continue;
      g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES);
      g_assert_nonnull (strstr (error->message, "half a character"));
    }
}

static void
test_too_deep (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_template_parse (deep, NULL, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES);
}

static void
test_no_rules_file (void)
{
  static const char *const texts[] = { "", "[]", "{", "{}", "null", "{\"lectern\":2}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternTemplate) template = lectern_template_parse (texts[i], NULL, &error);

      g_assert_null (template);
      g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES);
    }
}

/* The copy a contest keeps must be a group too. */
static void
test_kept_rules (void)
{
  static const char *const texts[] = { "", "[]", "null", "7", "{" };
  g_autoptr (GPtrArray) criteria = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_rules_parse (texts[i], criteria, &error));
      g_assert_nonnull (error);
    }
}

static void
test_same (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean    same;
  } cases[] = {
    { "{\"a\":1,\"b\":2}", "{ \"b\": 2, \"a\": 1 }", TRUE },
    { "{\"a\":1}", "{\"a\":2}", FALSE },
    { NULL, "{}", FALSE },
    { "{}", NULL, FALSE },
    { NULL, NULL, FALSE },
    { "{", "{", FALSE },
    { "{}", "{", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (lectern_rules_are_same (cases[i].a, cases[i].b), ==, cases[i].same);
}

static void
test_ties (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"ties\":[\"criterion:language\",\"untrimmed-mean\",\"median\",\"highest-counted\",\"smaller-spread\",\"less-overtime\",\"head-judge\",\"decision\"]", 0, 2);
  const LecternRules *rules = lectern_contest_get_rules (contest);

  g_assert_cmpuint (rules->scoring.n_ties, ==, 8);
  g_assert_cmpint (rules->scoring.ties[0].kind, ==, LECTERN_TIE_CRITERION);
  g_assert_cmpuint (rules->scoring.ties[0].criterion, ==, 1);
  for (guint i = 1; i < 8; i++)
    g_assert_cmpint (rules->scoring.ties[i].kind, ==, (int) (LECTERN_TIE_CRITERION + i));
  g_assert_cmpint (rules->scoring.head_judge, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/template/jiaozuo", test_jiaozuo);
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/contest/template/wrong/%s", wrongs[i].name);

      g_test_add_data_func (path, &wrongs[i], test_wrong);
    }
  g_test_add_func ("/contest/template/heats", test_heats);
  g_test_add_func ("/contest/template/all-at-once", test_all_at_once);
  g_test_add_func ("/contest/template/half-a-character", test_half_a_character);
  g_test_add_func ("/contest/template/too-deep", test_too_deep);
  g_test_add_func ("/contest/template/no-rules-file", test_no_rules_file);
  g_test_add_func ("/contest/template/kept-rules", test_kept_rules);
  g_test_add_func ("/contest/template/same", test_same);
  g_test_add_func ("/contest/template/ties", test_ties);
  return g_test_run ();
}
