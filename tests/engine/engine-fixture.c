/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#include "engine-fixture.h"

#include <glib/gstdio.h>

static gint64
read_now (gpointer user_data)
{
  return *(gint64 *) user_data;
}

static LecternTemplate *
make_template (const char *rounds,
               const char *panel,
               const char *awards,
               guint       n_units)
{
  g_autoptr (GString) json = g_string_new ("{\"lectern\":1,\"title\":\"试验赛\",\"organisers\":[\"甲\",\"乙\"],\"units\":[");
  g_autoptr (GError) error = NULL;
  LecternTemplate *template;

  for (guint i = 1; i <= n_units; i++)
    g_string_append_printf (json, "%s{\"key\":\"u%u\",\"name\":\"单位%u\"}", i > 1 ? "," : "", i, i);
  g_string_append (json, "],\"rubric\":[{\"key\":\"content\",\"name\":\"内容\",\"max\":\"40\",\"step\":\"0.1\"},"
                         "{\"key\":\"language\",\"name\":\"语言\",\"max\":\"60\",\"step\":\"0.5\"}],"
                         "\"awards\":[");
  g_string_append (json, awards != NULL ? awards : "{\"key\":\"first\",\"name\":\"一等奖\",\"places\":1},{\"key\":\"rest\",\"name\":\"优秀奖\",\"places\":null}");
  g_string_append (json, "],\"quota_per_unit\":2,\"panel\":{\"trim_low\":1,\"trim_high\":1,\"trim_from\":5");
  g_string_append (json, panel != NULL ? panel : "");
  g_string_append (json, "},"
                         "\"eligibility\":{\"party_member\":true,\"courseware\":true,\"lectures_at_least\":1},"
                         "\"time\":{\"limit\":360,\"warn\":[300],\"stop\":420,\"over\":{\"grace\":0,\"steps\":[{\"every\":10,\"points\":\"0.1\"}],\"cap\":null}},"
                         "\"ties\":[\"criterion:content\",\"untrimmed-mean\",\"decision\"],\"announce\":\"after-next\"");
  g_string_append_printf (json, ",\"rounds\":[%s]}", rounds);
  template = lectern_template_parse (json->str, NULL, &error);
  g_assert_no_error (error);
  return template;
}

LecternAction *
fixture_action (LecternActionKind kind)
{
  return lectern_action_new (kind, "test");
}

LecternAction *
fixture_action_with (LecternActionKind kind,
                     gint64            lot,
                     const char       *reason)
{
  LecternAction *action = lectern_action_new (kind, "test");

  action->lot = lot;
  action->reason = g_strdup (reason);
  return action;
}

LecternAction *
fixture_sheet (gint64      judge,
               gint64      lot,
               const char *id,
               const char *content,
               const char *language,
               gboolean    submit)
{
  LecternAction *action = fixture_action_with (LECTERN_ACTION_SHEET, lot, NULL);

  action->judge = judge;
  action->text = g_strdup (id);
  action->on = submit;
  if (content != NULL)
    lectern_action_add_mark (action, "content", content);
  if (language != NULL)
    lectern_action_add_mark (action, "language", language);
  return action;
}

LecternAction *
fixture_finalise (void)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_FINALISE);

  action->on = TRUE;
  return action;
}

void
fixture_add_paper_sheet (LecternAction *action,
                         gint64         nominee,
                         gint64         judge,
                         gint64         content,
                         gint64         language)
{
  LecternSheet *sheet = lectern_record_new (&lectern_table_sheet);

  sheet->nominee = nominee;
  sheet->judge = judge;
  lectern_action_add_record (action, sheet);
  for (guint i = 0; i < 2; i++)
    {
      LecternMark *mark = lectern_record_new (&lectern_table_mark);

      mark->nominee = nominee;
      mark->judge = judge;
      mark->criterion = g_strdup (i == 0 ? "content" : "language");
      mark->value = i == 0 ? content : language;
      lectern_action_add_record (action, mark);
    }
}

LecternContest *
fixture_contest (Fixture *fixture)
{
  return lectern_follower_get_contest (fixture->follower);
}

void
fixture_settle (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
fixture_do (Fixture       *fixture,
            LecternAction *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (fixture->engine, action, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
  fixture_settle (fixture);
  g_assert_cmpint (lectern_follower_get_seq (fixture->follower), >=, outcome->seq);
}

void
fixture_do_nothing (Fixture       *fixture,
                    LecternAction *action)
{
  g_autoptr (GError) error = NULL;
  gint64 seq = lectern_follower_get_seq (fixture->follower);
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (fixture->engine, action, NULL, &error);

  g_assert_no_error (error);
  fixture_settle (fixture);
  g_assert_cmpint (lectern_follower_get_seq (fixture->follower), ==, seq);
}

void
fixture_refuse (Fixture            *fixture,
                LecternAction      *action,
                LecternContestError code)
{
  g_autoptr (GError) error = NULL;
  gint64 seq = lectern_follower_get_seq (fixture->follower);
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (fixture->engine, action, NULL, &error);

  g_assert_null (outcome);
  g_assert_error (error, LECTERN_CONTEST_ERROR, (int) code);
  fixture_settle (fixture);
  g_assert_cmpint (lectern_follower_get_seq (fixture->follower), ==, seq);
}

static void
fixture_follow (Fixture *fixture)
{
  const LecternClockSource source = { read_now, read_now, &fixture->now_us };

  lectern_engine_set_clock_source (fixture->engine, &source);
  fixture->follower = lectern_follower_new (fixture->engine);
}

static void
register_nominees (Fixture *fixture,
                   guint    n_units)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_ADD_NOMINEES);

  for (guint i = 0; i < n_units * 2; i++)
    {
      LecternNominee *nominee = lectern_record_new (&lectern_table_nominee);

      nominee->unit = g_strdup_printf ("u%u", i / 2 + 1);
      nominee->name = g_strdup_printf ("选手%u", i + 1);
      nominee->title = g_strdup ("题目");
      nominee->party = g_strdup ("member");
      nominee->lectures = 3;
      nominee->courseware = g_strdup ("yes");
      lectern_action_add_record (action, nominee);
    }
  fixture_do (fixture, action);
}

static void
register_judges (Fixture *fixture,
                 guint    n_judges,
                 gboolean recused)
{
  LecternAction *action = fixture_action (LECTERN_ACTION_ADD_JUDGES);

  for (guint i = 1; i <= n_judges; i++)
    {
      LecternJudge *judge = lectern_record_new (&lectern_table_judge);

      judge->number = i;
      judge->name = g_strdup_printf ("评委%u", i);
      judge->head = i == 1;
      judge->unit = recused && i == n_judges ? g_strdup ("u1") : NULL;
      lectern_action_add_record (action, judge);
    }
  fixture_do (fixture, action);
}

void
fixture_init (Fixture *fixture,
              guint    n_units,
              guint    n_judges,
              gboolean recused)
{
  fixture_init_with (fixture, "{\"key\":\"final\",\"name\":\"决赛\",\"advance\":null}", n_units, n_judges, recused);
}

void
fixture_init_with (Fixture    *fixture,
                   const char *rounds,
                   guint       n_units,
                   guint       n_judges,
                   gboolean    recused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = make_template (rounds, fixture->panel, fixture->awards, n_units);

  fixture->now_us = 1000 * G_USEC_PER_SEC;
  fixture->folder = g_dir_make_tmp ("lectern-engine-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "contest.lectern", NULL);
  fixture->engine = lectern_engine_create (fixture->path, template, "test", &error);
  g_assert_no_error (error);
  fixture_follow (fixture);
  register_nominees (fixture, n_units);
  register_judges (fixture, n_judges, recused);
}

static void
fixture_stop (Fixture *fixture)
{
  lectern_engine_close (fixture->engine);
  g_clear_object (&fixture->follower);
  g_clear_object (&fixture->engine);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture_stop (fixture);
  fixture->engine = lectern_engine_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture_follow (fixture);
}

void
fixture_clear (Fixture *fixture)
{
  fixture_stop (fixture);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing else was left behind */
  g_free (fixture->path);
  g_free (fixture->folder);
}
