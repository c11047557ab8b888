/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The rules as a rules file again: every key there, read back to the same, and each setting that
 * differs named with both values. */

#include "contest-fixture.h"

#include "lectern-rules-file.h"

static char *
write_rules (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = lectern_template_parse (json, NULL, &error);

  g_assert_no_error (error);
  return lectern_rules_file_write (template);
}

static char *
write_extra (const char *extra)
{
  g_autofree char *json = fixture_rules_json (extra);

  return write_rules (json);
}

/* Each of these leaves out what the written file must have, with the value it stands for. */
static void
test_every_key (void)
{
  static const char *const said[] = {
    "\"lectern\" : 1", "\"title\" : \"试验赛\"", "\"date\" : \"\"", "\"language\" : \"zh\"", "\"full_name\" : \"单位二\"", "\"active\" : false", "\"quota_per_unit\" : 2",
    "\"party_member\" : false", "\"lectures_at_least\" : 0", "\"guide\" : \"\"", "\"max\" : \"40\"", "\"step\" : \"0.5\"", "\"trim_from\" : 5", "\"mark\" : null", "\"total\" : null", "\"limit\" : 360",
    "\"warn\" : []", "\"stop\" : null", "\"grace\" : 0", "\"steps\" : []", "\"cap\" : null", "\"from\" : null", "\"points\" : \"0\"", "\"timers\" : 1", "\"decimals\" : 2", "\"rank_on\" : \"exact\"", "\"ties\" : []",
    "\"announce\" : \"after-next\"", "\"reveal\" : \"together\"", "\"by_hand_from\" : 10", "\"every\" : 8", "\"show\" : \"all-at-once\"", "\"citation\" : null", "\"keep_unit_apart\" : true", "\"advance\" : null", "\"into\" : null", "\"units\" : null", "\"places\" : null"
  };
  g_autofree char *text = write_extra ("");

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (text, said[i]) == NULL)
      g_error ("%s is not in %s", said[i], text);
}

/* Written, read and written again. */
static const char *const extras[] = {
  "",
  ",\"quota_per_unit\":7,\"date\":\"2018-09-14\",\"language\":\"en\"",
  ",\"eligibility\":{\"party_member\":true,\"courseware\":true,\"lectures_at_least\":3}",
  ",\"panel\":{\"trim_low\":2,\"trim_high\":0,\"trim_from\":9,\"flag\":{\"mark\":\"5\",\"total\":\"12.5\"}}",
  ",\"time\":{\"limit\":300,\"warn\":[240,270],\"stop\":420,\"over\":{\"grace\":5,\"steps\":[{\"every\":10,\"points\":\"0.1\"},{\"beyond\":30,\"points\":\"0.5\"},{\"beyond\":0,\"points\":\"0.05\"}],\"cap\":\"2\"},\"under\":{\"from\":240,\"points\":\"1\"},\"timers\":2}",
  ",\"score\":{\"decimals\":3,\"rank_on\":\"rounded\"},\"ties\":[\"criterion:language\",\"median\",\"decision\"]",
  ",\"announce\":{\"hold-first\":4},\"draw\":{\"keep_unit_apart\":false}",
  ",\"announce\":\"at-end\"",
  ",\"reveal\":\"judge-by-judge\",\"ceremony\":{\"by_hand_from\":3,\"every\":null},\"draw\":{\"show\":\"one-by-one\"}",
  ",\"reveal\":\"whole\",\"ceremony\":{\"every\":5}",
};

static void
test_round_trip (void)
{
  g_autofree char *plain = write_extra ("");

  for (guint i = 0; i < G_N_ELEMENTS (extras); i++)
    {
      g_autofree char *once = write_extra (extras[i]);
      g_autofree char *twice = write_rules (once);
      g_autoptr (GPtrArray) none = lectern_rules_file_compare (once, twice);
      g_autoptr (GPtrArray) changes = lectern_rules_file_compare (plain, once);

      g_assert_cmpstr (once, ==, twice);
      g_assert_cmpuint (none->len, ==, 0);
      g_assert_cmpint (changes->len > 0, ==, i > 0);
    }
}

/* From the rows of a contest, which is how it is asked for. */
static void
test_from_contest (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (extras); i++)
    {
      g_autofree char *wanted = write_extra (extras[i]);
      g_autoptr (LecternContest) contest = fixture_contest_new (extras[i], 2, 3);
      g_autoptr (LecternTemplate) rules = lectern_rules_file_from_contest (contest);
      g_autofree char *text = lectern_rules_file_write (rules);

      g_assert_cmpstr (text, ==, wanted);
    }
}

typedef struct
{
  const char *changes; /* merged over the plain rules */
  const char *text;    /* of all differences */
} Row;

/* clang-format off */
static const Row rows[] = {
  { "{}", "" },
  { "{\"time\":{\"limit\":360}}", "" },
  { "{\"time\":{\"limit\":300}}", "time limit in seconds: 360 → 300" },
  { "{\"time\":{\"over\":{\"cap\":\"1.50\"}}}", "most that overtime costs: none → 1.5" },
  { "{\"time\":{\"over\":{\"steps\":[{\"every\":10,\"points\":\"0.1\"}]}}}", "what overtime costs: none → 0.1 for each started 10 s" },
  { "{\"time\":{\"over\":{\"steps\":[{\"beyond\":0,\"points\":\"0.2\"},{\"beyond\":30,\"points\":\"0.5\"}]}}}", "what overtime costs: none → 0.2 once beyond 0 s, 0.5 once beyond 30 s" },
  { "{\"time\":{\"warn\":[300]},\"quota_per_unit\":3}", "nominees of a unit: 2 → 3; warnings at seconds: none → 300" },
  { "{\"panel\":{\"flag\":{\"total\":\"8\"}}}", "total flagged from this difference: none → 8" },
  { "{\"eligibility\":{\"courseware\":true}}", "courseware required: no → yes" },
  { "{\"announce\":\"at-once\"}", "results announced: after the next one has spoken → at once" },
  { "{\"announce\":{\"hold-first\":3}}", "results announced: after the next one has spoken → the first 3 together" },
  { "{\"reveal\":\"judge-by-judge\",\"ceremony\":{\"by_hand_from\":3,\"every\":null}}",
    "results shown: all marks together, then step by step → judge by judge, then step by step; ceremony by hand from place: 10 → 3; seconds between the ceremony’s automatic steps: 8 → none" },
  { "{\"draw\":{\"show\":\"one-by-one\"}}", "running order shown: the whole list at once → lot by lot" },
  { "{\"awards\":[{\"key\":\"first\",\"name\":\"一等奖\",\"places\":1,\"citation\":\"榜样\"},{\"key\":\"second\",\"name\":\"二等奖\",\"places\":2},{\"key\":\"rest\",\"name\":\"优秀奖\",\"places\":null}]}",
    "award “一等奖”, citation: none → 榜样" },
  { "{\"ties\":[\"median\",\"criterion:language\"]}", "tie rules: none → median of the totals, mean of “语言”" },
  { "{\"organisers\":[\"丙\"]}", "organisers: 甲, 乙 → 丙" },
  { "{\"rounds\":[{\"key\":\"final\",\"name\":\"决赛\",\"units\":[\"u1\"]}]}", "round “决赛”, units that speak: all units → 单位一" },
  { "{\"score\":{\"rank_on\":\"rounded\",\"decimals\":3}}", "decimals shown: 2 → 3; ranked on: the exact score → the score as shown" },
  { "{\"title\":\"另一赛\"}", "title: 试验赛 → 另一赛" },
  { "{\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"35\",\"step\":\"0.1\"},{\"key\":\"language\",\"name\":\"语言\",\"max\":\"60\",\"step\":\"0.5\"}]}",
    "criterion “内容”, full marks: 40 → 35" },
  { "{\"rubric\":[{\"key\":\"language\",\"name\":\"语言\",\"max\":\"60\",\"step\":\"0.5\"},{\"key\":\"content\",\"name\":\"内容\",\"max\":\"40\",\"step\":\"0.1\"}]}",
    "order of the criteria: 语言, 内容" },
  { "{\"rubric\":[{\"key\":\"language\",\"name\":\"语言\",\"max\":\"60\",\"step\":\"0.5\"},{\"key\":\"bearing\",\"name\":\"仪表\",\"max\":\"40\"}]}",
    "criterion “内容” removed; criterion “仪表” added" },
  { "{\"awards\":[{\"key\":\"first\",\"name\":\"一等奖\",\"places\":3},{\"key\":\"rest\",\"name\":\"优秀奖\",\"places\":null}]}",
    "award “一等奖”, places: 1 → 3; award “二等奖” removed" },
  { "{\"rounds\":[{\"key\":\"semi\",\"name\":\"复赛\",\"advance\":13},{\"key\":\"final\",\"name\":\"决赛\",\"advance\":null}]}", "round “复赛” added" },
};
/* clang-format on */

static void
test_compare (void)
{
  g_autofree char *plain = write_extra ("");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *merged = lectern_rules_file_merge (plain, rows[i].changes, &error);
      g_autofree char *text = NULL;
      g_autofree char *said = NULL;
      g_autoptr (GPtrArray) changes = NULL;

      g_assert_no_error (error);
      text = write_rules (merged);
      changes = lectern_rules_file_compare (plain, text);
      said = lectern_rules_file_describe_changes (changes);
      g_assert_cmpstr (said, ==, rows[i].text);
    }
}

static void
test_touches (void)
{
  static const char *const time[] = { "panel", "time", NULL };
  static const char *const score[] = { "score", NULL };
  g_autofree char         *plain = write_extra ("");
  g_autofree char         *other = write_extra (",\"time\":{\"limit\":300}");
  g_autoptr (GPtrArray) changes = lectern_rules_file_compare (plain, other);

  g_assert_true (lectern_rules_file_touches (changes, time));
  g_assert_false (lectern_rules_file_touches (changes, score));
}

static void
test_merge_refused (void)
{
  static const char *const texts[] = { "", "[]", "7", "null", "{", "x" };
  g_autofree char         *plain = write_extra ("");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lectern_rules_file_merge (plain, texts[i], &error));
      g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_RULES);
    }
}

static void
assert_change (const char *from,
               const char *to,
               const char *text)
{
  g_autofree char *old = write_extra (from);
  g_autofree char *new = write_extra (to);
  g_autoptr (GPtrArray) changes = lectern_rules_file_compare (old, new);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((LecternRulesChange *) changes->pdata[0])->text, ==, text);
}

/* A long text is cut short; rounds are called by their names, not their keys. */
static void
test_words (void)
{
  g_autofree char *many = g_strnfill (300, 'x');
  g_autofree char *place = g_strdup_printf (",\"place\":\"%s\"", many);
  g_autofree char *old = write_extra ("");
  g_autofree char *new = write_extra (place);
  g_autoptr (GPtrArray) changes = lectern_rules_file_compare (old, new);
  const char *text = ((LecternRulesChange *) changes->pdata[0])->text;

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_true (g_str_has_suffix (text, "xxx…"));
  g_assert_cmpuint (strlen (text), <, 200);
#define ROUNDS(into) ",\"rounds\":[{\"key\":\"a\",\"name\":\"A组\",\"advance\":1,\"into\":" into "},{\"key\":\"f\",\"name\":\"决赛\"}]"
  assert_change (ROUNDS ("null"), ROUNDS ("\"f\""), "round “A组”, go on into: the next one in the list → 决赛");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/rules-file/every-key", test_every_key);
  g_test_add_func ("/contest/rules-file/round-trip", test_round_trip);
  g_test_add_func ("/contest/rules-file/from-contest", test_from_contest);
  g_test_add_func ("/contest/rules-file/compare", test_compare);
  g_test_add_func ("/contest/rules-file/touches", test_touches);
  g_test_add_func ("/contest/rules-file/merge-refused", test_merge_refused);
  g_test_add_func ("/contest/rules-file/words", test_words);
  return g_test_run ();
}
