/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The smallest evening a hall can watch, made with nothing but what any program may use. */

#define G_LOG_DOMAIN "lectern-ui"

#include "hall-fixture.h"

#include <glib/gstdio.h>

static const char *const rules =
  "{\"lectern\":1,\"title\":\"微型党课评选\",\"theme\":\"弘扬焦裕禄精神\",\"organisers\":[\"市委宣传部\",\"市教育局\"],"
  "\"date\":\"2018-09-14\",\"place\":\"焦作大剧院\","
  "\"units\":[{\"key\":\"jiefang\",\"name\":\"解放区\"},{\"key\":\"macun\",\"name\":\"马村区\"}],"
  "\"rubric\":[{\"key\":\"content\",\"name\":\"主题内容\",\"max\":\"40\",\"step\":\"0.1\"},"
  "{\"key\":\"language\",\"name\":\"语言表达\",\"max\":\"60\",\"step\":\"0.1\"}],"
  "\"rounds\":[{\"key\":\"final\",\"name\":\"决赛\",\"advance\":null}],"
  "\"awards\":[{\"key\":\"first\",\"name\":\"一等奖\",\"places\":1}],"
  "\"quota_per_unit\":2,\"panel\":{\"trim_low\":1,\"trim_high\":1,\"trim_from\":5},"
  "\"time\":{\"limit\":360,\"warn\":[300],\"stop\":420}}";

static const struct
{
  const char *unit, *name, *title;
} roster[] = {
  { "jiefang", "王韦", "一把旧藤椅的分量" },
  { "jiefang", "单晓燕", "社区里的亲劲儿" },
  { "macun", "刘𫖯", "法槌声声为人民" },
  { "macun", "陈静", "泡桐树下的约定" },
};

static void
perform (HallFixture   *hall,
         LecternAction *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (hall->engine, action, NULL, &error);
  g_assert_no_error (error);
  while (lectern_follower_get_seq (hall->follower) < outcome->seq)
    g_main_context_iteration (NULL, TRUE);
}

static void
register_people (HallFixture *hall)
{
  LecternAction *nominees = lectern_action_new (LECTERN_ACTION_ADD_NOMINEES, "test");
  LecternAction *judges = lectern_action_new (LECTERN_ACTION_ADD_JUDGES, "test");
  for (guint i = 0; i < G_N_ELEMENTS (roster); i++)
    {
      LecternNominee *nominee = lectern_record_new (&lectern_table_nominee);
      nominee->unit = g_strdup (roster[i].unit);
      nominee->name = g_strdup (roster[i].name);
      nominee->title = g_strdup (roster[i].title);
      nominee->party = g_strdup ("member");
      nominee->lectures = 3;
      nominee->courseware = g_strdup ("yes");
      lectern_action_add_record (nominees, nominee);
    }
  for (int i = 1; i <= 3; i++)
    {
      LecternJudge *judge = lectern_record_new (&lectern_table_judge);
      judge->number = i;
      judge->name = g_strdup_printf ("评委%d", i);
      judge->head = i == 1;
      lectern_action_add_record (judges, judge);
    }
  perform (hall, nominees);
  perform (hall, judges);
}

void
hall_fixture_init (HallFixture *hall)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = lectern_template_parse (rules, NULL, &error);
  g_assert_no_error (error);
  hall->folder = g_dir_make_tmp ("lectern-hall-XXXXXX", &error);
  g_assert_no_error (error);
  hall->path = g_build_filename (hall->folder, "contest.lectern", NULL);
  hall->engine = lectern_engine_create (hall->path, template, "test", &error);
  g_assert_no_error (error);
  hall->follower = lectern_follower_new (hall->engine);
  register_people (hall);
  LecternAction *draw = lectern_action_new (LECTERN_ACTION_DRAW, "test");
  draw->text = g_strdup ("2018");
  perform (hall, draw);
}

void
hall_fixture_clear (HallFixture *hall)
{
  lectern_engine_close (hall->engine);
  g_clear_object (&hall->follower);
  g_clear_object (&hall->engine);
  g_remove (hall->path);
  g_rmdir (hall->folder);
  g_clear_pointer (&hall->path, g_free);
  g_clear_pointer (&hall->folder, g_free);
}

LecternContest *
hall_fixture_get_contest (HallFixture *hall)
{
  return lectern_follower_get_contest (hall->follower);
}

gint64
hall_fixture_get_elapsed_ms (HallFixture *hall)
{
  return lectern_engine_get_elapsed_ms (hall->engine, lectern_contest_get_clock (hall_fixture_get_contest (hall)));
}

void
hall_fixture_do (HallFixture      *hall,
                 LecternActionKind kind)
{
  perform (hall, lectern_action_new (kind, "test"));
}

void
hall_fixture_do_lot (HallFixture      *hall,
                     LecternActionKind kind,
                     gint64            lot)
{
  LecternAction *action = lectern_action_new (kind, "test");
  action->lot = lot;
  perform (hall, action);
}

void
hall_fixture_blank (HallFixture *hall,
                    gboolean     on)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_BLANK, "test");
  action->on = on;
  perform (hall, action);
}

void
hall_fixture_set_clock (HallFixture *hall,
                        gint64       elapsed_ms)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SET_CLOCK, "test");
  action->number = elapsed_ms;
  action->reason = g_strdup ("test");
  perform (hall, action);
}

void
hall_fixture_hand_in (HallFixture *hall,
                      gint64       judge,
                      gint64       lot,
                      const char  *content,
                      const char  *language)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SHEET, "test");
  action->judge = judge;
  action->lot = lot;
  action->on = TRUE;
  lectern_action_add_mark (action, "content", content);
  lectern_action_add_mark (action, "language", language);
  perform (hall, action);
}
