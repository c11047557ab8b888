/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Rows as objects: records, changes, lookups, eligibility, the clock, the programme. */

#include "contest-fixture.h"

#include "lectern-programme.h"

static void
test_record (void)
{
  LecternSheet    *a = lectern_record_new (&lectern_table_sheet);
  LecternSheet    *b;
  g_autofree char *key = NULL;

  g_assert_cmpint (a->total, ==, LECTERN_NULL);
  a->round = g_strdup ("final");
  a->nominee = 7;
  a->judge = 3;
  a->version = 1;
  b = lectern_record_copy (a);
  g_assert_true (lectern_record_equal (a, b));
  g_assert_true (a->round != b->round);
  b->total = 5;
  g_assert_false (lectern_record_equal (a, b));
  g_assert_true (lectern_record_key_equal (a, b));
  g_assert_cmpuint (lectern_record_key_hash (a), ==, lectern_record_key_hash (b));
  b->version = 2;
  g_assert_false (lectern_record_key_equal (a, b));
  key = lectern_record_describe_key (b);
  g_assert_cmpstr (key, ==, "sheet (final, 7, 3, 2)");
  lectern_record_unref (a);
  lectern_record_unref (b);
}

static void
on_changed_cb (LecternContest *contest,
               LecternChange  *change,
               gpointer        user_data)
{
  g_assert_true (lectern_change_touches (change, &lectern_table_judge));
  *(guint *) user_data += 1;
}

static void
test_apply (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 4, 3);
  g_autoptr (LecternContest) copy = lectern_contest_copy (contest);
  g_autoptr (LecternChange) removal = lectern_change_new ();
  LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, 2));
  guint         n_changes = 0;

  g_signal_connect (contest, "changed", G_CALLBACK (on_changed_cb), &n_changes);
  lectern_record_take_string (&judge->name, "新名");
  fixture_put (contest, judge);
  g_assert_cmpstr (lectern_contest_get_judge (contest, 2)->name, ==, "新名");
  g_assert_cmpstr (lectern_contest_get_judge (copy, 2)->name, ==, "评委2");
  lectern_change_remove (removal, lectern_record_ref (lectern_contest_get_judge (contest, 2)));
  lectern_contest_apply (contest, removal);
  g_assert_null (lectern_contest_get_judge (contest, 2));
  g_assert_cmpuint (lectern_contest_get_judges (contest)->len, ==, 2);
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
test_find (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 4, 3);
  GPtrArray *nominees = lectern_contest_get_nominees (contest);

  g_assert_cmpstr (lectern_contest_find_unit (contest, " 全称一 ")->key, ==, "u1");
  g_assert_cmpstr (lectern_contest_find_unit (contest, "u2")->name, ==, "单位二");
  g_assert_null (lectern_contest_find_unit (contest, "单位九"));
  /* by unit, then by number */
  g_assert_cmpint (((LecternNominee *) nominees->pdata[0])->id, ==, 1);
  g_assert_cmpint (((LecternNominee *) nominees->pdata[1])->id, ==, 3);
  g_assert_cmpint (((LecternNominee *) nominees->pdata[2])->id, ==, 2);
  g_assert_cmpint (lectern_contest_get_entry_by_lot (contest, 3)->nominee, ==, 3);
  g_assert_null (lectern_contest_get_entry_by_lot (contest, 9));
  g_assert_cmpstr (lectern_contest_get_organisers (contest)[1], ==, "乙");
}

/* 0 is a mark; not marked is not 0. */
static void
test_zero (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 1);
  const LecternSheet *sheet;

  fixture_put_sheet (contest, 1, 1, 1, LECTERN_SHEET_DRAFT, 0, LECTERN_NULL);
  sheet = lectern_contest_get_latest_sheet (contest, lectern_contest_get_entry (contest, NULL, 1), 1);
  g_assert_cmpint (lectern_contest_get_mark (contest, sheet, "content"), ==, 0);
  g_assert_cmpint (lectern_contest_get_mark (contest, sheet, "language"), ==, LECTERN_NULL);
}

static void
test_recusal_by_unit (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 2);
  LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, 2));
  guint         n_expected, n_submitted;

  judge->unit = g_strdup ("u1");
  fixture_put (contest, judge);
  g_assert_true (lectern_contest_is_recused (contest, lectern_contest_get_entry (contest, NULL, 1), 2));
  g_assert_false (lectern_contest_is_recused (contest, lectern_contest_get_entry (contest, NULL, 2), 2));
  g_assert_cmpint (lectern_contest_get_sheet_state (contest, lectern_contest_get_entry (contest, NULL, 1), 2), ==, LECTERN_SHEET_RECUSED);
  lectern_contest_count_sheets (contest, lectern_contest_get_entry (contest, NULL, 1), &n_expected, &n_submitted);
  g_assert_cmpuint (n_expected, ==, 1);
}

static void
test_record_kinds (void)
{
  LecternRound    *round = lectern_record_new (&lectern_table_round);
  LecternUnit     *unit = lectern_record_new (&lectern_table_unit);
  g_autofree char *unnamed = lectern_record_describe_key (round);
  g_autofree char *named = NULL;

  /* Of no key, and with the same one, a round is not a unit. */
  g_assert_cmpstr (unnamed, ==, "round ()");
  g_assert_false (lectern_record_equal (round, unit));
  round->key = g_strdup ("u1");
  unit->key = g_strdup ("u1");
  named = lectern_record_describe_key (unit);
  g_assert_cmpstr (named, ==, "unit (u1)");
  g_assert_false (lectern_record_key_equal (round, unit));
  lectern_record_unref (round);
  lectern_record_unref (unit);
}

/* Nothing is on stage, at the gate or on air before there is an evening. */
static void
test_empty (void)
{
  g_autoptr (LecternContest) contest = lectern_contest_new ();

  g_assert_null (lectern_contest_get_current_round (contest));
  g_assert_null (lectern_contest_get_entry_on_stage (contest));
  g_assert_null (lectern_contest_get_entry_at_gate (contest));
  g_assert_null (lectern_contest_get_next_cue (contest));
  g_assert_null (lectern_contest_get_cue_on_air (contest));
  g_assert_null (lectern_contest_get_entry (contest, NULL, 1));
  g_assert_null (lectern_contest_get_entry_by_lot (contest, 1));
  g_assert_null (lectern_contest_get_rules (contest));
  g_assert_null (lectern_contest_get_organisers (contest)[0]);
}

static void
test_organisers (void)
{
  static const struct
  {
    const char *json, *first;
  } cases[] = { { "[\"甲\"]", "甲" }, { "[]", NULL }, { "{}", NULL }, { "nonsense", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new ("", 0, 0);
      LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));

      lectern_record_take_string (&record->organisers, cases[i].json);
      fixture_put (contest, record);
      g_assert_cmpstr (lectern_contest_get_organisers (contest)[0], ==, cases[i].first);
    }
}

/* The store refuses a file whose rules can't be read; should one come through it is a bug. */
static void
test_unreadable_rules (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 0, 0);
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));

  lectern_record_take_string (&record->rules, "[]");
  fixture_put (contest, record);
  g_test_expect_message ("lectern-contest", G_LOG_LEVEL_CRITICAL, "*can't be read*");
  g_assert_null (lectern_contest_get_rules (contest));
  g_test_assert_expected_messages ();
}

/* Who has no lot yet comes last, by number; whose unit is not on the list, too. */
static void
test_order (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 4, 0);
  LecternNominee *stranger = lectern_record_copy (lectern_contest_get_nominee (contest, 1));
  g_autoptr (GPtrArray) entries = NULL;
  static const gint64 by_lot[] = { 4, 3, 1, 2 };

  for (gint64 n = 1; n <= 4; n++)
    {
      LecternEntry *entry = lectern_record_copy (lectern_contest_get_entry (contest, NULL, n));

      entry->lot = n <= 2 ? LECTERN_NULL : 10 - n;
      fixture_put (contest, entry);
    }
  entries = lectern_contest_list_entries (contest, NULL);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (((LecternEntry *) entries->pdata[i])->nominee, ==, by_lot[i]);
  g_assert_null (lectern_contest_get_entry_by_lot (contest, LECTERN_NULL));
  lectern_record_take_string (&stranger->unit, "u9");
  fixture_put (contest, stranger);
  g_assert_cmpint (((LecternNominee *) lectern_contest_get_nominees (contest)->pdata[3])->id, ==, 1);
}

static void
test_sheet_state (void)
{
  static const struct
  {
    LecternSheetState stored, state;
  } cases[] = {
    { LECTERN_SHEET_DRAFT, LECTERN_SHEET_DRAFT },
    { LECTERN_SHEET_SUBMITTED, LECTERN_SHEET_SUBMITTED },
    { LECTERN_SHEET_LOCKED, LECTERN_SHEET_LOCKED },
    { LECTERN_SHEET_VOID, LECTERN_SHEET_NONE }, /* as if there were none */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 2);
      const LecternEntry *entry = lectern_contest_get_entry (contest, NULL, 1);

      fixture_put_sheet (contest, 1, 1, 1, cases[i].stored, 30000, 50000);
      g_assert_cmpint (lectern_contest_get_sheet_state (contest, entry, 1), ==, (int) cases[i].state);
      g_assert_cmpint (lectern_contest_get_sheet_state (contest, entry, 2), ==, LECTERN_SHEET_NONE);
      g_assert_false (lectern_contest_is_recused (contest, entry, 99)); /* there is no such judge */
    }
}

/* However many versions there are: the latest, and the latest that counts under a draft or what was made void. */
static void
test_versions (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 2, 2);
  const LecternEntry *entry = lectern_contest_get_entry (contest, NULL, 1);
  gint64              counted = LECTERN_NULL;

  g_assert_null (lectern_contest_get_latest_sheet (contest, entry, 1));
  g_assert_null (lectern_contest_get_counted_sheet (contest, entry, 1));
  for (gint64 version = 1; version <= 70; version++)
    {
      LecternSheetState state = version % 5 == 0 ? LECTERN_SHEET_VOID : version % 3 == 0 ? LECTERN_SHEET_DRAFT
                                                                                         : LECTERN_SHEET_SUBMITTED;

      fixture_put_sheet (contest, 1, 1, version, state, 30000, 50000);
      counted = state == LECTERN_SHEET_SUBMITTED ? version : counted;
      g_assert_cmpint (lectern_contest_get_latest_sheet (contest, entry, 1)->version, ==, version);
      g_assert_cmpint (lectern_contest_get_counted_sheet (contest, entry, 1)->version, ==, counted);
    }
  g_assert_null (lectern_contest_get_latest_sheet (contest, entry, 2));
  g_assert_null (lectern_contest_get_latest_sheet (contest, lectern_contest_get_entry (contest, NULL, 2), 1));
}

/* A head judge who left the panel decides nothing any more. */
static void
test_head_judge (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 2);
  LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, 1));

  g_assert_cmpint (lectern_contest_get_rules (contest)->scoring.head_judge, ==, 1);
  judge->active = 0;
  fixture_put (contest, judge);
  g_assert_cmpint (lectern_contest_get_rules (contest)->scoring.head_judge, ==, LECTERN_NONE);
}

typedef struct
{
  const char *party;
  const char *courseware;
  gint64      lectures;
  const char *unit;
  gint64      withdrawn;
  const char *title;
  const char *columns; /* of the reasons, in order */
} EligibilityCase;

static const EligibilityCase eligibility_cases[] = {
  { "member", "a.pptx", 1, "u1", 0, "题", "" },
  { "probationary", "yes", 30, "u2", 0, "题", "" },
  { "none", "a.pptx", 1, "u1", 0, "题", "party " },
  { "member", "", 1, "u1", 0, "题", "courseware " },
  { "member", "a.pptx", 0, "u1", 0, "题", "lectures " },
  { "member", "a.pptx", 1, "u3", 0, "题", "unit " }, /* switched off */
  { "member", "a.pptx", 1, "u9", 0, "题", "unit " },
  { "member", "a.pptx", 1, "u1", 0, "", "title " },
  { "member", "a.pptx", 1, "u1", 1, "题", "- " },
  { "none", "", 0, "u9", 1, "", "- title unit party courseware lectures " },
};

static void
test_eligibility (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"eligibility\":{\"party_member\":true,\"courseware\":true,\"lectures_at_least\":1}", 0, 1);

  for (guint i = 0; i < G_N_ELEMENTS (eligibility_cases); i++)
    {
      const EligibilityCase *c = &eligibility_cases[i];
      LecternNominee        *nominee = lectern_record_new (&lectern_table_nominee);
      g_autoptr (GPtrArray) reasons = NULL;
      g_autoptr (GString) columns = g_string_new (NULL);

      nominee->name = g_strdup ("张䶮");
      nominee->party = g_strdup (c->party);
      nominee->courseware = g_strdup (c->courseware);
      nominee->lectures = c->lectures;
      nominee->unit = g_strdup (c->unit);
      nominee->withdrawn = c->withdrawn;
      nominee->title = g_strdup (c->title);
      reasons = lectern_contest_check_eligibility (contest, nominee);
      for (guint r = 0; r < reasons->len; r++)
        g_string_append_printf (columns, "%s ", ((LecternProblem *) reasons->pdata[r])->column ?: "-");
      g_assert_cmpstr (columns->str, ==, c->columns);
      lectern_record_unref (nominee);
    }
}

static void
test_clock (void)
{
  LecternClockRecord *clock = lectern_record_new (&lectern_table_clock);

  clock->phase = LECTERN_CLOCK_RUNNING;
  clock->base_ms = 10000;
  clock->started_mono_us = 5000000;
  clock->started_wall_us = 1000000000;
  clock->boot = g_strdup ("a");
  g_assert_cmpint (lectern_clock_get_elapsed_ms (clock, 6234567, 0, "a"), ==, 11234);
  g_assert_cmpint (lectern_clock_get_elapsed_ms (clock, 1, 1002500000, "b"), ==, 12500); /* after a reboot the wall clock counts */
  g_assert_cmpint (lectern_clock_get_elapsed_ms (clock, 4000000, 0, "a"), ==, 10000);    /* never backwards */
  clock->phase = LECTERN_CLOCK_PAUSED;
  g_assert_cmpint (lectern_clock_get_elapsed_ms (clock, 99000000, 0, "a"), ==, 10000);
  lectern_record_unref (clock);
}

static void
test_clock_format (void)
{
  static const struct
  {
    gint64      ms;
    const char *whole;
    const char *tenths;
  } cases[] = {
    { 0, "0:00", "0:00.0" },
    { 59999, "0:59", "0:59.9" },
    { 359999, "5:59", "5:59.9" },
    { 360000, "6:00", "6:00.0" },
    { 3725000, "62:05", "62:05.0" },
    { -5, "0:00", "0:00.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *whole = lectern_clock_format (cases[i].ms, FALSE);
      g_autofree char *tenths = lectern_clock_format (cases[i].ms, TRUE);

      g_assert_cmpstr (whole, ==, cases[i].whole);
      g_assert_cmpstr (tenths, ==, cases[i].tenths);
    }
}

static void
test_clock_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      ms; /* -1: refused, and what was there stays */
  } cases[] = {
    { "361.5", 361500 },
    { "0", 0 },
    { "6:01.5", 361500 },
    { " 6:30 ", 390000 },
    { "0:00.001", 1 },
    { "1:01:01", 3661000 },
    { "６：３０．５", 390500 },
    { "999:59.999", 59999999 },
    { "1000:00", -1 },
    { "6:60", -1 },
    { "6:", -1 },
    { ":30", -1 },
    { "6:-1", -1 },
    { "1.5:00", -1 },
    { "1:2:3:4", -1 },
    { "6.0001", -1 },
    { "soon", -1 },
    { "", -1 },
    { "\xff", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 ms = -1;

      g_assert_cmpint (lectern_clock_parse (cases[i].text, &ms), ==, cases[i].ms >= 0);
      g_assert_cmpint (ms, ==, cases[i].ms);
    }
}

/* i introduce, t talk, m mark, r reveal; the others by their first letters. */
static char *
describe_programme (LecternContest *contest)
{
  static const char *const letters[LECTERN_CUE_N_KINDS] = { "Title", "Rules", "Order", "i", "t", "m", "r", "Ranking", "Break", "Tally", "Ceremony", "End" };
  GPtrArray               *cues = lectern_contest_get_cues (contest);
  GString                 *text = g_string_new (NULL);

  for (guint i = 0; i < cues->len; i++)
    {
      const LecternCue *cue = cues->pdata[i];

      g_string_append (text, letters[cue->kind]);
      if (cue->nominee != LECTERN_NULL)
        g_string_append_printf (text, "%d", (int) cue->nominee);
      g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static void
test_programme (void)
{
  static const struct
  {
    const char *announce;
    const char *programme;
  } cases[] = {
    { ",\"announce\":\"at-once\"", "Title Rules Order i1 t1 m1 r1 i2 t2 m2 r2 i3 t3 m3 r3 Tally Ranking Ceremony End " },
    { ",\"announce\":\"after-next\"", "Title Rules Order i1 t1 m1 i2 t2 m2 r1 i3 t3 m3 r2 r3 Tally Ranking Ceremony End " },
    { ",\"announce\":{\"hold-first\":2}", "Title Rules Order i1 t1 m1 i2 t2 m2 r1 r2 i3 t3 m3 r3 Tally Ranking Ceremony End " },
    { ",\"announce\":\"at-end\"", "Title Rules Order i1 t1 m1 i2 t2 m2 i3 t3 m3 r1 r2 r3 Tally Ranking Ceremony End " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternContest) contest = fixture_contest_new (cases[i].announce, 3, 1);
      g_autofree char *programme = describe_programme (contest);

      g_assert_cmpstr (programme, ==, cases[i].programme);
    }
}

static void
set_cue (LecternContest *contest,
         gint64          position)
{
  LecternOnAir *on_air = lectern_record_copy (lectern_contest_get_on_air (contest));

  on_air->cue = position;
  fixture_put (contest, on_air);
}

/* What has nothing left to do is passed over. */
static void
test_next_cue (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new (",\"announce\":\"at-once\"", 3, 1);

  g_assert_cmpint (lectern_contest_get_next_cue (contest)->kind, ==, LECTERN_CUE_TITLE);
  set_cue (contest, 30);
  g_assert_cmpint (lectern_contest_get_next_cue (contest)->nominee, ==, 1);
  fixture_set_entry (contest, 1, LECTERN_ENTRY_DONE, 1, FALSE);
  g_assert_cmpint (lectern_contest_get_next_cue (contest)->kind, ==, LECTERN_CUE_REVEAL);
  fixture_set_entry (contest, 1, LECTERN_ENTRY_DONE, 1, TRUE);
  g_assert_cmpint (lectern_contest_get_next_cue (contest)->nominee, ==, 2);
  fixture_set_entry (contest, 2, LECTERN_ENTRY_FORFEIT, LECTERN_NULL, FALSE);
  g_assert_cmpint (lectern_contest_get_next_cue (contest)->nominee, ==, 3);
  set_cue (contest, 10000);
  g_assert_null (lectern_contest_get_next_cue (contest));
}

/* Before the draw there is no programme, which is not the same as its end. */
static void
test_describe_next (void)
{
  g_autoptr (LecternContest) contest = fixture_contest_new ("", 1, 1);
  g_autoptr (LecternContest) undrawn = lectern_contest_copy (contest);
  g_autoptr (LecternChange) removal = lectern_change_new ();
  g_autoptr (GPtrArray) cues = lectern_contest_list_rows (contest, &lectern_table_cue);
  g_autofree char *over = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *what_first = NULL;

  set_cue (contest, 10000);
  g_assert_false (lectern_programme_describe_next (contest, &over, &detail));
  g_assert_cmpstr (over, ==, "The programme is over");
  for (guint i = 0; i < cues->len; i++)
    lectern_change_remove (removal, lectern_record_ref (cues->pdata[i]));
  lectern_contest_apply (undrawn, removal);
  g_assert_false (lectern_programme_describe_next (undrawn, &nothing, &what_first));
  g_assert_cmpstr (nothing, ==, "Nothing is drawn yet");
  g_assert_cmpstr (what_first, !=, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/record/values", test_record);
  g_test_add_func ("/contest/contest/apply", test_apply);
  g_test_add_func ("/contest/contest/find", test_find);
  g_test_add_func ("/contest/contest/zero", test_zero);
  g_test_add_func ("/contest/contest/recusal-by-unit", test_recusal_by_unit);
  g_test_add_func ("/contest/record/kinds", test_record_kinds);
  g_test_add_func ("/contest/contest/empty", test_empty);
  g_test_add_func ("/contest/contest/organisers", test_organisers);
  g_test_add_func ("/contest/contest/unreadable-rules", test_unreadable_rules);
  g_test_add_func ("/contest/contest/order", test_order);
  g_test_add_func ("/contest/contest/sheet-state", test_sheet_state);
  g_test_add_func ("/contest/contest/versions", test_versions);
  g_test_add_func ("/contest/contest/head-judge", test_head_judge);
  g_test_add_func ("/contest/eligibility/reasons", test_eligibility);
  g_test_add_func ("/contest/clock/elapsed", test_clock);
  g_test_add_func ("/contest/clock/parse", test_clock_parse);
  g_test_add_func ("/contest/clock/format", test_clock_format);
  g_test_add_func ("/contest/programme/announce", test_programme);
  g_test_add_func ("/contest/programme/next-cue", test_next_cue);
  g_test_add_func ("/contest/programme/describe-next", test_describe_next);
  return g_test_run ();
}
