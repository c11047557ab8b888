/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The list before the evening: each thing that can be amiss, one at a time, on a contest and a laptop
 * where nothing else is; then what passing over means. */

#include "contest-fixture.h"

#include "lectern-preflight.h"

#define ALL ((1u << LECTERN_CHECK_N_KINDS) - 1)
#define DAY_US (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

typedef struct
{
  LecternContest       *contest;
  LecternPreflightFacts facts;
  GArray               *judges;
  GArray               *nobody;
  GArray               *two;
} Setting;

static void
put_file (LecternContest *contest,
          const char     *role,
          gint64          owner,
          gint64          checked)
{
  LecternAttachment *file = lectern_record_new (&lectern_table_attachment);

  file->role = g_strdup (role);
  file->owner = owner;
  file->name = g_strdup ("x");
  file->sha256 = g_strdup ("y");
  file->beside = 0;
  file->checked = checked;
  fixture_put (contest, file);
}

static void
pass (Setting          *s,
      const char       *kind,
      LecternCheckLevel level,
      const char       *reason)
{
  LecternPassedCheck *passed = lectern_record_new (&lectern_table_passed_check);

  passed->kind = g_strdup (kind);
  passed->level = level;
  passed->reason = g_strdup (reason);
  fixture_put (s->contest, passed);
}

/* Three judges, three nominees with photo and courseware, a laptop in order. */
static void
setting_init (Setting *s)
{
  s->contest = fixture_contest_new ("", 3, 3);
  s->judges = g_array_new (FALSE, FALSE, sizeof (gint64));
  s->nobody = g_array_new (FALSE, FALSE, sizeof (gint64));
  s->two = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 n = 1; n <= 3; n++)
    {
      g_array_append_val (s->judges, n);
      if (n < 3)
        g_array_append_val (s->two, n);
      put_file (s->contest, "photo", n, LECTERN_NULL);
      put_file (s->contest, "courseware", n, 1);
    }
  s->facts = LECTERN_PREFLIGHT_FACTS_NONE;
  s->facts.asked = ALL;
  s->facts.connected = s->facts.practised = s->judges;
  s->facts.characters = s->facts.projector = s->facts.sound = LECTERN_TRUTH_YES;
  s->facts.n_printers = 1;
  s->facts.free_bytes = G_GINT64_CONSTANT (50000000000);
  s->facts.write_us = 4000;
  s->facts.copied = s->facts.mains = s->facts.clock_synchronised = LECTERN_TRUTH_YES;
  s->facts.copy_us = DAY_US;
  s->facts.networked = s->facts.reached = LECTERN_TRUTH_YES;
}

static void
setting_clear (Setting *s)
{
  g_object_unref (s->contest);
  g_array_unref (s->judges);
  g_array_unref (s->nobody);
  g_array_unref (s->two);
}

static void
lose_judges (Setting *s)
{
  s->facts.connected = s->nobody;
}

static void
lose_judge (Setting *s)
{
  s->facts.connected = s->two;
}

static void
be_without_judges (Setting *s)
{
  g_clear_object (&s->contest);
  s->contest = fixture_contest_new ("", 0, 0);
}

static void
not_practise (Setting *s)
{
  s->facts.practised = s->two;
}

/* Whoever handed in a sheet knows how. */
static void
not_practise_but_mark (Setting *s)
{
  s->facts.practised = s->two;
  fixture_put_sheet (s->contest, 1, 3, 1, LECTERN_SHEET_LOCKED, 30000, 40000);
}

static void
break_courseware (Setting *s)
{
  put_file (s->contest, "courseware", 2, 0);
}

static void
not_try_courseware (Setting *s)
{
  put_file (s->contest, "courseware", 2, LECTERN_NULL);
}

static void
remove_file (Setting    *s,
             const char *role,
             gint64      owner)
{
  const LecternAttachment wanted = { .record.table = &lectern_table_attachment, .role = (char *) role, .owner = owner };
  g_autoptr (LecternChange) change = lectern_change_new ();

  lectern_change_remove (change, lectern_record_ref (lectern_contest_find (s->contest, &wanted)));
  lectern_contest_apply (s->contest, change);
}

static void
lose_courseware (Setting *s)
{
  remove_file (s, "courseware", 2);
}

static void
withdraw_with_courseware (Setting *s)
{
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (s->contest, 2));

  nominee->withdrawn = 1;
  fixture_put (s->contest, nominee);
  put_file (s->contest, "courseware", 2, 0);
}

static void
break_photo (Setting *s)
{
  put_file (s->contest, "photo", 1, 0);
}

static void
lose_photo (Setting *s)
{
  remove_file (s, "photo", 3);
}

static void
be_without_photos (Setting *s)
{
  for (gint64 n = 1; n <= 3; n++)
    remove_file (s, "photo", n);
}

static void
miss_characters (Setting *s)
{
  s->facts.characters = LECTERN_TRUTH_NO;
  s->facts.gap = "U+2B7A9 in a name.";
  s->facts.n_gaps = 3;
}

static void
look_at_fonts (Setting *s)
{
  s->facts.characters = LECTERN_TRUTH_UNKNOWN;
}

static void
unplug_projector (Setting *s)
{
  s->facts.projector = LECTERN_TRUTH_NO;
}

static void
show_in_window (Setting *s)
{
  s->facts.windowed = TRUE;
}

static void
be_silent (Setting *s)
{
  s->facts.sound = LECTERN_TRUTH_NO;
  s->facts.sound_trouble = "Nothing is heard.";
}

static void
be_without_printer (Setting *s)
{
  s->facts.n_printers = 0;
}

static void
fill_disk (Setting *s)
{
  s->facts.free_bytes = 99999999;
}

static void
nearly_fill_disk (Setting *s)
{
  s->facts.free_bytes = 999999999;
}

static void
slow_down (Setting *s)
{
  s->facts.write_us = 150000;
}

static void
crawl (Setting *s)
{
  s->facts.write_us = 1000000;
}

static void
be_without_copy (Setting *s)
{
  s->facts.copied = LECTERN_TRUTH_NO;
}

static void
copy_beside (Setting *s)
{
  s->facts.copy_beside = TRUE;
}

static void
unplug (Setting *s)
{
  s->facts.mains = LECTERN_TRUTH_NO;
  s->facts.battery_percent = 30;
}

static void
run_dry (Setting *s)
{
  unplug (s);
  s->facts.battery_percent = 29;
}

static void
let_clock_go (Setting *s)
{
  s->facts.clock_synchronised = LECTERN_TRUTH_NO;
}

static void
not_be_reached (Setting *s)
{
  s->facts.reached = LECTERN_TRUTH_NO;
}

static void
be_in_no_network (Setting *s)
{
  s->facts.reached = s->facts.networked = LECTERN_TRUTH_NO;
}

static void
set_record (Setting    *s,
            gint64      rehearsal,
            const char *date)
{
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (s->contest));

  record->rehearsal = rehearsal;
  g_free (record->date);
  record->date = g_strdup (date);
  fixture_put (s->contest, record);
}

static void
rehearse (Setting *s)
{
  set_record (s, 1, "");
}

static void
leave_sheets (Setting *s,
              gint64   wall_us)
{
  const LecternSheet *sheet;
  LecternSheet       *moved;

  set_record (s, 0, "2018-09-14");
  fixture_put_sheet (s->contest, 1, 1, 1, LECTERN_SHEET_LOCKED, 30000, 40000);
  sheet = lectern_contest_get_counted_sheet (s->contest, lectern_contest_get_entry (s->contest, NULL, 1), 1);
  moved = lectern_record_copy (sheet);
  moved->wall_us = wall_us;
  fixture_put (s->contest, moved);
}

/* 2018-09-12 and 2018-09-15 at noon, UTC: no zone makes the 14th of either */
static void
leave_sheets_of_rehearsal (Setting *s)
{
  leave_sheets (s, G_GINT64_CONSTANT (1536753600) * G_USEC_PER_SEC);
}

static void
have_sheets_of_the_day (Setting *s)
{
  leave_sheets (s, G_GINT64_CONSTANT (1537012800) * G_USEC_PER_SEC);
}

static const struct
{
  const char *name;
  void (*spoil) (Setting *s);
  LecternCheckKind  kind;
  LecternCheckLevel level;
  const char       *sentence;
} cases[] = {
  { "no-judge-connected", lose_judges, LECTERN_CHECK_JUDGES, LECTERN_CHECK_RED, "3 of 3 are not connected: 1 评委1, 2 评委2, 3 评委3" },
  { "one-judge-missing", lose_judge, LECTERN_CHECK_JUDGES, LECTERN_CHECK_RED, "1 of 3 are not connected: 3 评委3" },
  { "no-judges", be_without_judges, LECTERN_CHECK_JUDGES, LECTERN_CHECK_RED, "There are no judges yet." },
  { "not-practised", not_practise, LECTERN_CHECK_PRACTICE, LECTERN_CHECK_AMBER, "1 has not tried the panel: 3 评委3" },
  { "not-practised-but-marked", not_practise_but_mark, LECTERN_CHECK_PRACTICE, LECTERN_CHECK_GREEN, NULL },
  { "courseware-broken", break_courseware, LECTERN_CHECK_COURSEWARE, LECTERN_CHECK_RED, "1 does not open: 选手2" },
  { "courseware-untried", not_try_courseware, LECTERN_CHECK_COURSEWARE, LECTERN_CHECK_AMBER, "1 was not tried: 选手2" },
  { "courseware-missing", lose_courseware, LECTERN_CHECK_COURSEWARE, LECTERN_CHECK_AMBER, "1 was announced and is not here: 选手2" },
  { "courseware-withdrawn", withdraw_with_courseware, LECTERN_CHECK_COURSEWARE, LECTERN_CHECK_GREEN, "All 2 open." },
  { "photo-broken", break_photo, LECTERN_CHECK_PHOTOS, LECTERN_CHECK_RED, "1 does not open: 选手1" },
  { "photo-missing", lose_photo, LECTERN_CHECK_PHOTOS, LECTERN_CHECK_AMBER, "1 has none: 选手3" },
  { "photos-unused", be_without_photos, LECTERN_CHECK_PHOTOS, LECTERN_CHECK_GREEN, NULL },
  { "characters", miss_characters, LECTERN_CHECK_CHARACTERS, LECTERN_CHECK_RED, "U+2B7A9 in a name. And 2 more." },
  { "characters-later", look_at_fonts, LECTERN_CHECK_CHARACTERS, LECTERN_CHECK_AMBER, NULL },
  { "projector", unplug_projector, LECTERN_CHECK_PROJECTOR, LECTERN_CHECK_RED, NULL },
  { "projector-window", show_in_window, LECTERN_CHECK_PROJECTOR, LECTERN_CHECK_AMBER, NULL },
  { "sound", be_silent, LECTERN_CHECK_SOUND, LECTERN_CHECK_AMBER, "Nothing is heard." },
  { "printer", be_without_printer, LECTERN_CHECK_PRINTER, LECTERN_CHECK_AMBER, NULL },
  { "disk-full", fill_disk, LECTERN_CHECK_SPACE, LECTERN_CHECK_RED, "Only 100.0\302\240MB are free where the contest file is. Make room." },
  { "disk-nearly-full", nearly_fill_disk, LECTERN_CHECK_SPACE, LECTERN_CHECK_AMBER, NULL },
  { "disk-slow", slow_down, LECTERN_CHECK_SPEED, LECTERN_CHECK_AMBER, NULL },
  { "disk-crawls", crawl, LECTERN_CHECK_SPEED, LECTERN_CHECK_RED, NULL },
  { "no-copy", be_without_copy, LECTERN_CHECK_BACKUP, LECTERN_CHECK_AMBER, NULL },
  { "copy-beside", copy_beside, LECTERN_CHECK_BACKUP, LECTERN_CHECK_AMBER, NULL },
  { "unplugged", unplug, LECTERN_CHECK_POWER, LECTERN_CHECK_AMBER, "Not plugged in, battery at 30 %. Plug the laptop in." },
  { "battery-low", run_dry, LECTERN_CHECK_POWER, LECTERN_CHECK_RED, NULL },
  { "clock", let_clock_go, LECTERN_CHECK_CLOCK, LECTERN_CHECK_AMBER, NULL },
  { "not-reached", not_be_reached, LECTERN_CHECK_NETWORK, LECTERN_CHECK_AMBER, NULL },
  { "no-network", be_in_no_network, LECTERN_CHECK_NETWORK, LECTERN_CHECK_RED, NULL },
  { "rehearsal", rehearse, LECTERN_CHECK_REHEARSAL, LECTERN_CHECK_AMBER, NULL },
  { "rehearsal-left", leave_sheets_of_rehearsal, LECTERN_CHECK_REHEARSAL, LECTERN_CHECK_RED, NULL },
  { "sheets-of-the-day", have_sheets_of_the_day, LECTERN_CHECK_REHEARSAL, LECTERN_CHECK_GREEN, NULL },
};

static void
test_case (gconstpointer data)
{
  gsize   i = GPOINTER_TO_SIZE (data);
  Setting s;
  g_autoptr (GPtrArray) items = NULL;

  setting_init (&s);
  cases[i].spoil (&s);
  items = lectern_preflight_list (s.contest, &s.facts);
  g_assert_cmpuint (items->len, ==, LECTERN_CHECK_N_KINDS);
  for (guint kind = 0; kind < items->len; kind++)
    {
      const LecternCheckItem *item = items->pdata[kind];

      g_assert_cmpint (item->kind, ==, kind);
      g_assert_cmpint (item->level, ==, kind == cases[i].kind ? cases[i].level : LECTERN_CHECK_GREEN);
      g_assert_nonnull (item->sentence);
      if (kind == cases[i].kind && cases[i].sentence != NULL)
        g_assert_cmpstr (item->sentence, ==, cases[i].sentence);
    }
  setting_clear (&s);
}

static void
assert_summary (Setting    *s,
                const char *summary,
                const char *opening)
{
  g_autoptr (GPtrArray) items = lectern_preflight_list (s->contest, &s->facts);
  g_autofree char *line = lectern_preflight_summarise (items);
  g_autofree char *said = lectern_preflight_describe_opening (s->contest, items);

  g_assert_cmpstr (line, ==, summary);
  g_assert_cmpstr (said, ==, opening);
}

static void
test_pass_over (void)
{
  Setting s;

  setting_init (&s);
  assert_summary (&s, "ready", NULL);
  unplug (&s);
  assert_summary (&s, "1 amber", NULL);
  pass (&s, "power", LECTERN_CHECK_AMBER, "no socket here");
  assert_summary (&s, "ready, 1 passed over", "Passed over: Power and battery (no socket here)");
  unplug_projector (&s);
  assert_summary (&s, "1 red, 1 passed over",
                  "Red: Projector. The hall sees nothing. Plug the projector in and choose it as the projector.\n"
                  "Passed over: Power and battery (no socket here)");
  run_dry (&s); /* worse than what was passed over */
  s.facts.projector = LECTERN_TRUTH_YES;
  assert_summary (&s, "1 red", "Red: Power and battery. Not plugged in, battery at 29 %. Plug the laptop in.");
  pass (&s, "power", LECTERN_CHECK_RED, "it lasts");
  assert_summary (&s, "ready, 1 passed over", "Passed over: Power and battery (it lasts)");
  s.facts.mains = LECTERN_TRUTH_YES; /* put right: nothing to speak of */
  assert_summary (&s, "ready", NULL);
  setting_clear (&s);
}

/* Once the evening runs, the large button has other things to say. */
static void
test_begun (void)
{
  Setting       s;
  LecternOnAir *on_air;

  setting_init (&s);
  unplug_projector (&s);
  on_air = lectern_record_copy (lectern_contest_get_on_air (s.contest));
  on_air->cue = ((LecternCue *) lectern_contest_get_cues (s.contest)->pdata[0])->position;
  fixture_put (s.contest, on_air);
  assert_summary (&s, "1 red", NULL);
  setting_clear (&s);
}

/* Who can't see the hall leaves out what only the hall tells. */
static void
test_not_asked (void)
{
  Setting s;
  g_autoptr (GPtrArray) items = NULL;

  setting_init (&s);
  s.facts = LECTERN_PREFLIGHT_FACTS_NONE;
  items = lectern_preflight_list (s.contest, &s.facts);
  g_assert_cmpuint (items->len, ==, 3);
  g_assert_cmpint (((LecternCheckItem *) items->pdata[0])->kind, ==, LECTERN_CHECK_COURSEWARE);
  g_assert_cmpint (((LecternCheckItem *) items->pdata[1])->kind, ==, LECTERN_CHECK_PHOTOS);
  g_assert_cmpint (((LecternCheckItem *) items->pdata[2])->kind, ==, LECTERN_CHECK_REHEARSAL);
  setting_clear (&s);
}

static void
test_names (void)
{
  LecternCheckKind kind;

  for (guint i = 0; i < LECTERN_CHECK_N_KINDS; i++)
    {
      g_assert_true (lectern_check_kind_from_name (lectern_check_kind_get_name ((LecternCheckKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (lectern_check_kind_from_name ("coffee", &kind));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/contest/preflight/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/contest/preflight/pass-over", test_pass_over);
  g_test_add_func ("/contest/preflight/begun", test_begun);
  g_test_add_func ("/contest/preflight/not-asked", test_not_asked);
  g_test_add_func ("/contest/preflight/names", test_names);
  return g_test_run ();
}
