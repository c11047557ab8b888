/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What setting up still wants: a contest that is whole, and one thing taken away at a time. */

#include "contest-fixture.h"

#include "lectern-set-up-state.h"

static const LecternSetUpMachine whole_machine = { .hall = TRUE, .served = TRUE, .n_addresses = 1 };

static LecternContest *
make_whole (void)
{
  LecternContest *contest = fixture_contest_new (",\"date\":\"2018-09-14\",\"place\":\"礼堂\",\"panel\":{\"trim_low\":1,\"trim_high\":1,\"trim_from\":3}", 2, 3);

  return contest;
}

typedef void (*Take) (LecternContest *contest);

static void
take_nothing (LecternContest *contest)
{
}

static void
take_words (LecternContest *contest)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));

  lectern_record_take_string (&record->title, "");
  lectern_record_take_string (&record->date, "");
  lectern_record_take_string (&record->place, "");
  lectern_record_take_string (&record->organisers, "[]");
  fixture_put (contest, record);
}

static void
take_place (LecternContest *contest)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));

  lectern_record_take_string (&record->place, "");
  fixture_put (contest, record);
}

static void
take_units (LecternContest *contest)
{
  static const char *const keys[] = { "u1", "u2" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      LecternUnit *unit = lectern_record_copy (lectern_contest_get_unit (contest, keys[i]));

      unit->active = 0;
      fixture_put (contest, unit);
    }
}

static void
take_rows (LecternContest     *contest,
           const LecternTable *table)
{
  g_autoptr (LecternChange) change = lectern_change_new ();
  g_autoptr (GPtrArray) rows = lectern_contest_list_rows (contest, table);

  for (guint i = 0; i < rows->len; i++)
    lectern_change_remove (change, lectern_record_ref (rows->pdata[i]));
  lectern_contest_apply (contest, change);
}

static void
take_criteria (LecternContest *contest)
{
  take_rows (contest, &lectern_table_criterion);
}

static void
take_awards (LecternContest *contest)
{
  take_rows (contest, &lectern_table_award);
}

static void
withdraw (LecternContest *contest,
          gint64          id)
{
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (contest, id));

  nominee->withdrawn = 1;
  fixture_put (contest, nominee);
}

static void
take_nominees (LecternContest *contest)
{
  withdraw (contest, 1);
  withdraw (contest, 2);
}

static void
take_one_nominee (LecternContest *contest)
{
  withdraw (contest, 2);
}

static void
take_lecture (LecternContest *contest)
{
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (contest, 1));

  lectern_record_take_string (&nominee->title, "");
  fixture_put (contest, nominee);
}

/* The optional unit is not waited for. */
static void
add_optional_unit (LecternContest *contest)
{
  LecternUnit *unit = lectern_record_copy (lectern_contest_get_unit (contest, "u3"));

  unit->active = 1;
  fixture_put (contest, unit);
}

static void
take_judge (LecternContest *contest,
            gint64          number)
{
  LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, number));

  judge->active = 0;
  fixture_put (contest, judge);
}

static void
take_judges (LecternContest *contest)
{
  for (gint64 number = 1; number <= 3; number++)
    take_judge (contest, number);
}

static void
take_head (LecternContest *contest)
{
  take_judge (contest, 1);
}

static void
take_third_judge (LecternContest *contest)
{
  take_judge (contest, 3);
}

static void
put_file (LecternContest *contest,
          gint64          checked)
{
  LecternAttachment *file = lectern_record_new (&lectern_table_attachment);

  file->role = g_strdup ("logo");
  file->owner = 0;
  file->name = g_strdup ("logo.png");
  file->checked = checked;
  fixture_put (contest, file);
}

static void
put_good_file (LecternContest *contest)
{
  put_file (contest, 1);
}

static void
put_bad_file (LecternContest *contest)
{
  put_file (contest, 0);
}

/* clang-format off */
static const struct
{
  const char       *name;
  LecternSetUpPart  part;
  Take              take;
  gboolean          done;
  const char       *sentence;
} cases[] = {
  { "contest-whole", LECTERN_SET_UP_CONTEST, take_nothing, TRUE, "Nothing is missing here: 2 units nominate." },
  { "contest-words", LECTERN_SET_UP_CONTEST, take_words, FALSE, "Still missing: the title, the date, the place, an organiser." },
  { "contest-place", LECTERN_SET_UP_CONTEST, take_place, FALSE, "Still missing: the place." },
  { "contest-units", LECTERN_SET_UP_CONTEST, take_units, FALSE, "Still missing: a unit that nominates." },
  { "rules-whole", LECTERN_SET_UP_RULES, take_nothing, TRUE, "Nothing is missing here: criteria 2, awards 3." },
  { "rules-criteria", LECTERN_SET_UP_RULES, take_criteria, FALSE, "The rubric has no criterion: nobody could mark." },
  { "rules-awards", LECTERN_SET_UP_RULES, take_awards, FALSE, "No award is set up: the ceremony would have nothing to give." },
  { "nominees-whole", LECTERN_SET_UP_NOMINEES, take_nothing, TRUE, "Nothing is missing here: 2 nominees." },
  { "nominees-none", LECTERN_SET_UP_NOMINEES, take_nominees, FALSE, "Nobody is nominated yet. Import the table the units sent in, or add nominees one by one." },
  { "nominees-unit", LECTERN_SET_UP_NOMINEES, take_one_nominee, FALSE, "Nobody is nominated yet by: 单位二. A unit that sends nobody is switched off on the page Contest." },
  { "nominees-optional", LECTERN_SET_UP_NOMINEES, add_optional_unit, TRUE, "Nothing is missing here: 2 nominees." },
  { "nominees-eligible", LECTERN_SET_UP_NOMINEES, take_lecture, FALSE, "1 nominee is not eligible; the line says why." },
  { "judges-whole", LECTERN_SET_UP_JUDGES, take_nothing, TRUE, "Nothing is missing here: 3 judges." },
  { "judges-none", LECTERN_SET_UP_JUDGES, take_judges, FALSE, "There is no judge yet." },
  { "judges-head", LECTERN_SET_UP_JUDGES, take_head, FALSE, "No head judge is named." },
  { "judges-few", LECTERN_SET_UP_JUDGES, take_third_judge, FALSE, "Only 2 on the panel: the rules strike out marks from 3 judges on, so all would count." },
  { "files-none", LECTERN_SET_UP_FILES, take_nothing, TRUE, "Nothing has to be brought: without files the program’s own pictures and sounds are used." },
  { "files-good", LECTERN_SET_UP_FILES, put_good_file, TRUE, "Nothing is missing here: 1 file." },
  { "files-bad", LECTERN_SET_UP_FILES, put_bad_file, FALSE, "1 file does not open; bring another in its place." },
};
/* clang-format on */

static void
test_contest (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (LecternContest) contest = make_whole ();
  g_autofree char *sentence = NULL;
  gboolean         done = !cases[i].done;

  cases[i].take (contest);
  sentence = lectern_set_up_describe (contest, cases[i].part, &whole_machine, &done);
  g_assert_cmpstr (sentence, ==, cases[i].sentence);
  g_assert_cmpint (done, ==, cases[i].done);
}

static void
test_machine (void)
{
  static const struct
  {
    LecternSetUpPart    part;
    LecternSetUpMachine machine;
    gboolean            done;
  } rows[] = {
    { LECTERN_SET_UP_SCREENS, { TRUE, FALSE, 0 }, TRUE },
    { LECTERN_SET_UP_SCREENS, { FALSE, TRUE, 1 }, FALSE },
    { LECTERN_SET_UP_NETWORK, { FALSE, TRUE, 1 }, TRUE },
    { LECTERN_SET_UP_NETWORK, { TRUE, TRUE, 0 }, FALSE },
    { LECTERN_SET_UP_NETWORK, { TRUE, FALSE, 1 }, FALSE },
  };
  g_autoptr (LecternContest) contest = make_whole ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean         done = !rows[i].done;
      g_autofree char *sentence = lectern_set_up_describe (contest, rows[i].part, &rows[i].machine, &done);

      g_assert_cmpint (done, ==, rows[i].done);
      g_assert_cmpint (sentence[0], !=, '\0');
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/set-up-state/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_contest);
    }
  g_test_add_func ("/set-up-state/machine", test_machine);
  return g_test_run ();
}
