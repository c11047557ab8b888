/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#include "contest-fixture.h"

#include "lectern-programme.h"

char *
fixture_rules_json (const char *extra)
{
  return g_strdup_printf ("{\"lectern\":1,\"title\":\"试验赛\",\"theme\":\"主题\",\"organisers\":[\"甲\",\"乙\"],"
                          "\"units\":[{\"key\":\"u1\",\"name\":\"单位一\",\"full_name\":\"全称一\"},{\"key\":\"u2\",\"name\":\"单位二\"},{\"key\":\"u3\",\"name\":\"单位三\",\"optional\":true,\"active\":false}],"
                          "\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"40\",\"step\":\"0.1\"},{\"key\":\"language\",\"name\":\"语言\",\"max\":\"60\",\"step\":\"0.5\"}],"
                          "\"rounds\":[{\"key\":\"final\",\"name\":\"决赛\",\"advance\":null}],"
                          "\"awards\":[{\"key\":\"first\",\"name\":\"一等奖\",\"places\":1},{\"key\":\"second\",\"name\":\"二等奖\",\"places\":2},{\"key\":\"rest\",\"name\":\"优秀奖\",\"places\":null}]%s}",
                          extra);
}

void
fixture_put (LecternContest *contest,
             gpointer        record)
{
  g_autoptr (LecternChange) change = lectern_change_new ();

  lectern_change_put (change, record);
  lectern_contest_apply (contest, change);
}

static void
put_all (LecternContest *contest,
         GPtrArray      *records)
{
  for (guint i = 0; i < records->len; i++)
    fixture_put (contest, lectern_record_ref (records->pdata[i]));
}

static void
put_nominee (LecternContest *contest,
             guint           id)
{
  LecternNominee *nominee = lectern_record_new (&lectern_table_nominee);
  LecternEntry   *entry = lectern_record_new (&lectern_table_entry);

  nominee->id = id;
  nominee->unit = g_strdup (id % 2 == 1 ? "u1" : "u2");
  nominee->name = g_strdup_printf ("选手%u", id);
  nominee->title = g_strdup_printf ("题目%u", id);
  nominee->party = g_strdup ("member");
  nominee->lectures = 5;
  nominee->courseware = g_strdup ("yes");
  nominee->withdrawn = 0;
  fixture_put (contest, nominee);
  entry->round = g_strdup ("final");
  entry->nominee = id;
  entry->lot = id;
  entry->state = LECTERN_ENTRY_WAITING;
  entry->revealed = 0;
  fixture_put (contest, entry);
}

static void
put_judge (LecternContest *contest,
           guint           number)
{
  LecternJudge *judge = lectern_record_new (&lectern_table_judge);

  judge->number = number;
  judge->name = g_strdup_printf ("评委%u", number);
  judge->head = number == 1;
  judge->active = 1;
  fixture_put (contest, judge);
}

static void
put_evening (LecternContest *contest)
{
  LecternOnAir       *on_air = lectern_record_new (&lectern_table_on_air);
  LecternClockRecord *clock = lectern_record_new (&lectern_table_clock);
  LecternGate        *gate = lectern_record_new (&lectern_table_gate);

  on_air->id = 1;
  on_air->round = g_strdup ("final");
  on_air->blank = 0;
  fixture_put (contest, on_air);
  clock->id = 1;
  clock->phase = LECTERN_CLOCK_IDLE;
  clock->base_ms = 0;
  fixture_put (contest, clock);
  gate->id = 1;
  fixture_put (contest, gate);
}

LecternContest *
fixture_contest_new (const char *extra,
                     guint       n_entries,
                     guint       n_judges)
{
  LecternContest  *contest = lectern_contest_new ();
  g_autofree char *json = fixture_rules_json (extra);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = lectern_template_parse (json, NULL, &error);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) cues = NULL;
  LecternRound *round;

  g_assert_no_error (error);
  fixture_put (contest, lectern_record_ref (template->contest));
  put_all (contest, template->units);
  put_all (contest, template->criteria);
  put_all (contest, template->awards);
  round = lectern_record_copy (template->rounds->pdata[0]);
  round->state = LECTERN_ROUND_RUNNING;
  fixture_put (contest, round);
  put_evening (contest);
  for (guint i = 1; i <= n_entries; i++)
    put_nominee (contest, i);
  for (guint i = 1; i <= n_judges; i++)
    put_judge (contest, i);
  entries = lectern_contest_list_entries (contest, NULL);
  cues = lectern_programme_build (lectern_contest_get_rules (contest), entries);
  put_all (contest, cues);
  return contest;
}

static void
put_mark (LecternContest     *contest,
          const LecternSheet *sheet,
          const char         *criterion,
          gint64              value)
{
  LecternMark *mark;

  if (value == LECTERN_NULL)
    return;
  mark = lectern_record_new (&lectern_table_mark);
  mark->round = g_strdup (sheet->round);
  mark->nominee = sheet->nominee;
  mark->judge = sheet->judge;
  mark->version = sheet->version;
  mark->criterion = g_strdup (criterion);
  mark->value = value;
  fixture_put (contest, mark);
}

void
fixture_put_sheet (LecternContest   *contest,
                   gint64            nominee,
                   gint64            judge,
                   gint64            version,
                   LecternSheetState state,
                   gint64            content,
                   gint64            language)
{
  LecternSheet *sheet = lectern_record_new (&lectern_table_sheet);

  sheet->round = g_strdup ("final");
  sheet->nominee = nominee;
  sheet->judge = judge;
  sheet->version = version;
  sheet->state = state;
  sheet->total = (content != LECTERN_NULL ? content : 0) + (language != LECTERN_NULL ? language : 0);
  sheet->wall_us = 0;
  put_mark (contest, sheet, "content", content);
  put_mark (contest, sheet, "language", language);
  fixture_put (contest, sheet);
}

void
fixture_set_entry (LecternContest   *contest,
                   gint64            nominee,
                   LecternEntryState state,
                   gint64            time_ms,
                   gboolean          revealed)
{
  LecternEntry *entry = lectern_record_copy (lectern_contest_get_entry (contest, NULL, nominee));

  entry->state = state;
  entry->time_ms = time_ms;
  entry->revealed = revealed;
  fixture_put (contest, entry);
}
