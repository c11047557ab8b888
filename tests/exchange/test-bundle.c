/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Signed bundles: what is in one, that no byte of it can be changed, that a lie with a good signature
 * is found all the same, and that nothing in it can break the reader. */

#define G_LOG_DOMAIN "lectern-test"

#include "contest-fixture.h"

#include <string.h>

#include "lectern-bundle.h"
#include "lectern-exchange-error.h"
#include "lectern-mark.h"
#include "lectern-ranking.h"

static const guint8 hash[32] = { 0xab, 0xcd };

static GBytes *
make_seed (guint8 fill)
{
  guint8 seed[32];

  memset (seed, fill, sizeof seed);
  return g_bytes_new (seed, sizeof seed);
}

static void
put_results (LecternContest *contest)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (contest, "final", FALSE);

  for (guint i = 0; i < ranking->n_rows; i++)
    {
      const LecternRankingRow *row = &ranking->rows[i];
      LecternResult           *result = lectern_record_new (&lectern_table_result);

      result->round = g_strdup ("final");
      result->nominee = row->entry->nominee;
      result->revision = 1;
      result->rank = row->ranked.rank;
      result->mean = lectern_fraction_format (row->ranked.mean, 6);
      result->deduction = lectern_mark_format (row->ranked.deduction);
      result->final = lectern_fraction_format (row->ranked.final, ranking->decimals);
      result->award = g_strdup (row->award);
      fixture_put (contest, result);
    }
}

/* Two entries and three judges, finalised; a draft and an older version that do not count. */
static LecternContest *
make_contest (void)
{
  LecternContest *contest = fixture_contest_new (",\"ties\":[\"decision\"]", 2, 3);
  LecternRound   *round = lectern_record_copy (lectern_contest_get_round (contest, "final"));
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (contest, 1));

  nominee->phone = g_strdup ("13800000000");
  nominee->born = g_strdup ("1985-03");
  fixture_put (contest, nominee);
  fixture_put_sheet (contest, 1, 1, 1, LECTERN_SHEET_LOCKED, 1000, 500);
  for (gint64 n = 1; n <= 2; n++)
    for (gint64 judge = 1; judge <= 3; judge++)
      fixture_put_sheet (contest, n, judge, n == 1 && judge == 1 ? 2 : 1, LECTERN_SHEET_LOCKED, 31700 - 100 * judge, 50000 - 1000 * n);
  fixture_put_sheet (contest, 2, 3, 2, LECTERN_SHEET_DRAFT, 0, LECTERN_NULL);
  for (gint64 n = 1; n <= 2; n++)
    fixture_set_entry (contest, n, LECTERN_ENTRY_DONE, 350000, TRUE);
  round->state = LECTERN_ROUND_FINALISED;
  round->revision = 1;
  fixture_put (contest, round);
  put_results (contest);
  return contest;
}

static char *
sign (LecternBundle *bundle,
      guint8         fill)
{
  g_autoptr (GBytes) seed = make_seed (fill);

  return lectern_bundle_sign (bundle, seed);
}

static void
assert_refused (const char *text,
                gsize       length,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternBundle) bundle = lectern_bundle_read (text, length, &error);

  g_assert_null (bundle);
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, code);
}

static void
test_round_trip (void)
{
  g_autoptr (LecternContest) contest = make_contest ();
  g_autoptr (LecternBundle) bundle = lectern_bundle_new (contest, 7, hash);
  g_autofree char *text = sign (bundle, 1);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternBundle) read = lectern_bundle_read (text, strlen (text), &error);
  g_autoptr (LecternContest) told = NULL;
  g_autoptr (LecternRanking) before = NULL;
  g_autoptr (LecternRanking) after = NULL;
  g_autofree char *json_before = NULL;
  g_autofree char *json_after = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (read->seq, ==, 7);
  g_assert_true (g_str_has_prefix (read->hash, "abcd0000"));
  again = sign (read, 1);
  g_assert_cmpstr (again, ==, text);
  told = lectern_bundle_make_contest (read);
  before = lectern_ranking_new (contest, "final", FALSE);
  after = lectern_ranking_new (told, "final", FALSE);
  json_before = lectern_ranking_to_json (before, contest);
  json_after = lectern_ranking_to_json (after, told);
  g_assert_cmpstr (json_after, ==, json_before);
  g_assert_null (strstr (text, "13800000000"));
  g_assert_null (strstr (text, "1985"));
  g_assert_nonnull (strstr (text, "\"marks\":{\"content\":\"31.6\",\"language\":\"49\"}"));
  g_assert_null (strstr (text, "\"content\":\"1\"")); /* not the version before it */
}

/* Every byte changed in its lowest bit, in its case, left out, and written twice. */
static void
test_every_byte (void)
{
  g_autoptr (LecternContest) contest = make_contest ();
  g_autoptr (LecternBundle) bundle = lectern_bundle_new (contest, 7, hash);
  g_autofree char *text = sign (bundle, 1);
  gsize            length = strlen (text);

  for (gsize i = 0; i < length; i++)
    for (guint way = 0; way < 4; way++)
      {
        g_autoptr (GString) other = g_string_new_len (text, (gssize) length);
        g_autoptr (LecternBundle) read = NULL;
        g_autoptr (GError) error = NULL;

        if (way < 2)
          other->str[i] = (char) (other->str[i] ^ (way == 0 ? 0x01 : 0x20));
        else if (way == 2)
          g_string_erase (other, (gssize) i, 1);
        else
          g_string_insert_c (other, (gssize) i, text[i]);
        read = lectern_bundle_read (other->str, other->len, &error);
        if (read != NULL)
          g_error ("byte %u of %u can be changed (%u)", (guint) i, (guint) length, way);
        g_assert_true (error->domain == LECTERN_EXCHANGE_ERROR);
      }
}

/* The same content in another form is not the file that was signed. */
static void
test_form (void)
{
  g_autoptr (LecternContest) contest = make_contest ();
  g_autoptr (LecternBundle) bundle = lectern_bundle_new (contest, 7, hash);
  g_autofree char *text = sign (bundle, 1);
  g_autofree char *spaced = g_strconcat (text, " ", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *crlf = g_strjoinv ("\r\n", lines);
  g_autofree char *member = g_strconcat ("{\"note\":\"x\",", text + 1, NULL);
  g_autofree char *twice = g_strconcat ("{\"lectern_bundle\":1,", text + 1, NULL);

  assert_refused (spaced, strlen (spaced), LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE);
  assert_refused (crlf, strlen (crlf), LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE);
  assert_refused (member, strlen (member), LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE);
  assert_refused (twice, strlen (twice), LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE);
  assert_refused (text, strlen (text) - 1, LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE);
}

static void
test_another_key (void)
{
  g_autoptr (LecternContest) contest = make_contest ();
  g_autoptr (LecternBundle) bundle = lectern_bundle_new (contest, 7, hash);
  g_autofree char *first = sign (bundle, 1);
  g_autofree char *key = g_strdup (bundle->key);
  g_autofree char *fingerprint = lectern_bundle_get_fingerprint (bundle);
  g_autofree char *second = sign (bundle, 2);
  g_auto (GStrv) parts = g_strsplit (first, key, -1);
  g_autofree char *claimed = g_strjoinv (bundle->key, parts);
  g_autofree char *other = NULL;
  g_autoptr (LecternBundle) read = lectern_bundle_read (second, strlen (second), NULL);

  assert_refused (claimed, strlen (claimed), LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE); /* another's name under it */
  g_assert_nonnull (read);                                                          /* whoever signs again has another fingerprint */
  other = lectern_bundle_get_fingerprint (read);
  g_assert_cmpstr (other, !=, fingerprint);
}

/* Lies and nonsense ---------------------------------------------------------------------------- */

static gpointer
find (LecternBundle      *bundle,
      const LecternTable *table,
      guint               n)
{
  for (guint i = 0; i < bundle->records->len; i++)
    {
      LecternRecord *record = bundle->records->pdata[i];

      if (record->table != table || n-- > 0)
        continue;
      bundle->records->pdata[i] = lectern_record_copy (record);
      lectern_record_unref (record);
      return bundle->records->pdata[i];
    }
  g_assert_not_reached ();
}

static void
drop (LecternBundle      *bundle,
      const LecternTable *table)
{
  for (guint i = bundle->records->len; i > 0; i--)
    if (((LecternRecord *) bundle->records->pdata[i - 1])->table == table)
      {
        g_ptr_array_remove_index (bundle->records, i - 1);
        return;
      }
}

static void
lie_about_mark (LecternBundle *bundle)
{
  LecternMark *mark = find (bundle, &lectern_table_mark, 0);

  mark->value += 100;
}

static void
lie_about_mark_and_total (LecternBundle *bundle)
{
  LecternSheet *sheet = find (bundle, &lectern_table_sheet, 0);

  lie_about_mark (bundle);
  sheet->total += 100;
}

static void
lie_about_final (LecternBundle *bundle)
{
  LecternResult *result = find (bundle, &lectern_table_result, 0);

  lectern_record_take_string (&result->final, "99.99");
}

static void
lie_about_mean (LecternBundle *bundle)
{
  LecternResult *result = find (bundle, &lectern_table_result, 1);

  lectern_record_take_string (&result->mean, "79.500001");
}

static void
lie_about_deduction (LecternBundle *bundle)
{
  LecternResult *result = find (bundle, &lectern_table_result, 1);

  lectern_record_take_string (&result->deduction, "0.1");
}

static void
lie_about_rank (LecternBundle *bundle)
{
  LecternResult *result = find (bundle, &lectern_table_result, 1);

  result->rank = 1;
}

static void
lie_about_award (LecternBundle *bundle)
{
  LecternResult *result = find (bundle, &lectern_table_result, 1);

  lectern_record_take_string (&result->award, "first");
}

static void
lie_about_time (LecternBundle *bundle)
{
  LecternEntry         *entry = find (bundle, &lectern_table_entry, 0);
  g_autofree char      *rules = g_strdup ("{\"ties\":[\"decision\"],\"time\":{\"limit\":300,\"over\":{\"steps\":[{\"every\":10,\"points\":\"0.1\"}]}}}");
  LecternContestRecord *contest = find (bundle, &lectern_table_contest, 0);

  entry->time_ms = 310000;
  lectern_record_take_string (&contest->rules, rules);
}

static void
lie_by_leaving_out (LecternBundle *bundle)
{
  drop (bundle, &lectern_table_result);
}

static void
lie_about_recusal (LecternBundle *bundle)
{
  LecternJudge *judge = find (bundle, &lectern_table_judge, 0);

  judge->unit = g_strdup ("u1");
}

static void
leave_a_mark_out (LecternBundle *bundle)
{
  drop (bundle, &lectern_table_mark);
}

static void
mark_off_step (LecternBundle *bundle)
{
  LecternMark  *mark = find (bundle, &lectern_table_mark, 0);
  LecternSheet *sheet = find (bundle, &lectern_table_sheet, 0);

  mark->value += 1;
  sheet->total += 1;
}

static void
leave_nominee_out (LecternBundle *bundle)
{
  drop (bundle, &lectern_table_nominee);
}

static void
leave_judge_out (LecternBundle *bundle)
{
  drop (bundle, &lectern_table_judge);
}

static void
leave_criterion_out (LecternBundle *bundle)
{
  drop (bundle, &lectern_table_criterion);
}

static void
leave_contest_out (LecternBundle *bundle)
{
  drop (bundle, &lectern_table_contest);
}

static void
leave_entry_out (LecternBundle *bundle)
{
  drop (bundle, &lectern_table_entry);
}

static void
say_it_twice (LecternBundle *bundle)
{
  g_ptr_array_add (bundle->records, lectern_record_copy (find (bundle, &lectern_table_result, 0)));
}

static void
break_rules (LecternBundle *bundle)
{
  LecternContestRecord *contest = find (bundle, &lectern_table_contest, 0);

  lectern_record_take_string (&contest->rules, "{\"panel\":{\"trim_low\":-3}}");
}

static void
go_in_circles (LecternBundle *bundle)
{
  LecternRound *round = find (bundle, &lectern_table_round, 0);

  round->advance = 1;
  lectern_record_take_string (&round->into, "final");
}

static void
step_of_nothing (LecternBundle *bundle)
{
  LecternCriterion *criterion = find (bundle, &lectern_table_criterion, 0);

  criterion->step = 0;
}

static void
call_a_hundred_judges (LecternBundle *bundle)
{
  for (gint64 i = 0; i < 100; i++)
    {
      LecternJudge *judge = lectern_record_copy (find (bundle, &lectern_table_judge, 0));
      LecternSheet *sheet = lectern_record_copy (find (bundle, &lectern_table_sheet, 0));

      judge->number = 100 + i;
      sheet->judge = 100 + i;
      g_ptr_array_insert (bundle->records, 1, judge);
      g_ptr_array_add (bundle->records, sheet);
    }
}

static void
count_a_draft (LecternBundle *bundle)
{
  LecternSheet *sheet = find (bundle, &lectern_table_sheet, 0);

  sheet->state = LECTERN_SHEET_DRAFT;
}

typedef struct
{
  const char *name;
  void (*change) (LecternBundle *bundle);
  int code;
} Lie;

/* clang-format off */
static const Lie lies[] = {
  { "mark", lie_about_mark, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "mark-and-total", lie_about_mark_and_total, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "final", lie_about_final, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "mean", lie_about_mean, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "deduction", lie_about_deduction, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "rank", lie_about_rank, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "award", lie_about_award, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "time", lie_about_time, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "result-left-out", lie_by_leaving_out, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "recused-judge-counted", lie_about_recusal, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "mark-left-out", leave_a_mark_out, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "mark-off-step", mark_off_step, LECTERN_EXCHANGE_ERROR_UNPROVEN },
  { "nominee-left-out", leave_nominee_out, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE },
  { "judge-left-out", leave_judge_out, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE },
  { "criterion-left-out", leave_criterion_out, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE },
  { "contest-left-out", leave_contest_out, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE },
  { "entry-left-out", leave_entry_out, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE },
  { "twice", say_it_twice, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE },
  { "rules", break_rules, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE },
  { "circles", go_in_circles, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE },
  { "step-of-nothing", step_of_nothing, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE },
  { "hundred-judges", call_a_hundred_judges, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE },
  { "draft", count_a_draft, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE },
};
/* clang-format on */

/* The signature is good each time: the liar has the key. */
static void
test_lie (gconstpointer data)
{
  const Lie *lie = data;
  g_autoptr (LecternContest) contest = make_contest ();
  g_autoptr (LecternBundle) bundle = lectern_bundle_new (contest, 7, hash);
  g_autofree char *text = NULL;

  lie->change (bundle);
  text = sign (bundle, 1);
  assert_refused (text, strlen (text), lie->code);
}

static void
test_nonsense (void)
{
  static const char *const texts[] = { "", "{", "[]", "{}", "null", "7", "{\"lectern_bundle\":2}", "{\"lectern_bundle\":1}", "{\"lectern_bundle\":1,\"contest\":7}", "{\"lectern_bundle\":1,\"contest\":[7]}", "\xff\xfe" };
  g_autoptr (GString) deep = g_string_new ("{\"lectern_bundle\":");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], strlen (texts[i]), LECTERN_EXCHANGE_ERROR_BAD_BUNDLE);
  assert_refused ("{\"a\":\0}", 7, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE);
  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');
  assert_refused (deep->str, deep->len, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE);
}

/* Half of a surrogate pair is no character, whatever the signature says. */
static void
test_half_a_character (void)
{
  g_autoptr (LecternContest) contest = make_contest ();
  g_autoptr (LecternBundle) bundle = lectern_bundle_new (contest, 7, hash);
  g_autofree char *text = sign (bundle, 1);
  g_autoptr (GString) half = g_string_new (text);
  g_autoptr (GString) whole = g_string_new (text);

  g_assert_cmpuint (g_string_replace (half, "\"name\":\"", "\"name\":\"\\ud800", 1), ==, 1);
  assert_refused (half->str, half->len, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE);
  g_string_replace (whole, "\"name\":\"", "\"name\":\"\\ud83d\\ude00", 1);
  assert_refused (whole->str, whole->len, LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE);
}

static void
test_list_round (void)
{
  g_autoptr (LecternContest) contest = make_contest ();
  g_autoptr (LecternBundle) bundle = lectern_bundle_new (contest, 7, hash);
  g_autoptr (GPtrArray) rows = lectern_bundle_list_round (bundle, "final", NULL);
  g_autoptr (GError) error = NULL;
  guint n_sheets = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternSheet *sheet = rows->pdata[i];

      if (sheet->record.table != &lectern_table_sheet)
        continue;
      g_assert_cmpint (sheet->version, ==, 1);
      n_sheets++;
    }
  g_assert_cmpuint (n_sheets, ==, 6);
  g_assert_cmpstr (lectern_bundle_find_round (bundle), ==, "final");
  g_assert_null (lectern_bundle_list_round (bundle, "semi", &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundle/round-trip", test_round_trip);
  g_test_add_func ("/bundle/every-byte", test_every_byte);
  g_test_add_func ("/bundle/form", test_form);
  g_test_add_func ("/bundle/another-key", test_another_key);
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *path = g_strconcat ("/bundle/lie/", lies[i].name, NULL);

      g_test_add_data_func (path, &lies[i], test_lie);
    }
  g_test_add_func ("/bundle/nonsense", test_nonsense);
  g_test_add_func ("/bundle/half-a-character", test_half_a_character);
  g_test_add_func ("/bundle/list-round", test_list_round);
  return g_test_run ();
}
