/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The contest the tests of the net layer play on: the real engine, a real file, a real server. */

#define G_LOG_DOMAIN "lectern-test"

#include "evening.h"

#include <glib/gstdio.h>

static const char rules[] =
  "{\"lectern\":1,\"title\":\"决赛之夜\",\"theme\":\"t\",\"organisers\":[\"o\"],\"date\":\"2018-09-14\",\"place\":\"p\","
  "\"units\":[{\"key\":\"a\",\"name\":\"甲区\",\"optional\":false},{\"key\":\"b\",\"name\":\"乙区\",\"optional\":false},"
  "{\"key\":\"c\",\"name\":\"丙区\",\"optional\":false}],\"quota_per_unit\":2,"
  "\"eligibility\":{\"party_member\":true,\"courseware\":true,\"lectures_at_least\":1},"
  "\"rubric\":[{\"key\":\"content\",\"name\":\"主题内容\",\"guide\":\"g\",\"max\":\"40\",\"step\":\"0.1\"},"
  "{\"key\":\"effect\",\"name\":\"现场效果\",\"guide\":\"\",\"max\":\"10\",\"step\":\"0.5\"}],"
  "\"panel\":{\"trim_low\":1,\"trim_high\":1,\"trim_from\":5%s},"
  "\"time\":{\"limit\":360,\"warn\":[300],\"stop\":420,\"over\":{\"grace\":0,\"steps\":[{\"every\":10,\"points\":\"0.1\"}],\"cap\":null},"
  "\"under\":{\"from\":null,\"points\":\"0\"}},\"score\":{\"decimals\":2,\"rank_on\":\"exact\"},\"ties\":[\"decision\"],"
  "\"announce\":\"at-once\",\"draw\":{\"keep_unit_apart\":false},"
  "\"rounds\":[{\"key\":\"final\",\"name\":\"决赛\",\"advance\":null}],"
  "\"awards\":[{\"key\":\"best\",\"name\":\"十佳\",\"places\":2}]}";

static gboolean
on_deadline_cb (gpointer user_data)
{
  g_error ("what the test waits for did not come");
  return G_SOURCE_REMOVE;
}

guint
evening_deadline_ (void)
{
  return g_timeout_add_seconds (20, on_deadline_cb, NULL);
}

static gboolean
on_passed_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
evening_run_for (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add (ms, on_passed_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

char *
evening_do (Evening       *self,
            LecternAction *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (self->engine, action, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (outcome->text);
}

void
evening_act (Evening          *self,
             LecternActionKind kind,
             gint64            lot)
{
  LecternAction *action = lectern_action_new (kind, "console");

  action->lot = lot;
  action->reason = g_strdup ("test");
  g_free (evening_do (self, action));
}

void
evening_talk (Evening *self,
              gint64   lot)
{
  evening_act (self, LECTERN_ACTION_CALL, lot);
  evening_act (self, LECTERN_ACTION_START_CLOCK, 0);
  evening_act (self, LECTERN_ACTION_STOP_CLOCK, 0);
}

char *
evening_make_code (Evening *self,
                   gint64   judge)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_MAKE_CODE, "console");

  action->judge = judge;
  return evening_do (self, action);
}

char *
evening_make_uri (Evening    *self,
                  const char *path)
{
  return g_strdup_printf ("https://127.0.0.1:%u%s", self->port, path);
}

static void
add_nominees (Evening   *self,
              GPtrArray *units)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_ADD_NOMINEES, "console");

  for (guint i = 0; i < 2 * units->len; i++)
    {
      const LecternUnit *unit = g_ptr_array_index (units, i / 2);
      LecternNominee    *nominee = lectern_record_new (&lectern_table_nominee);

      nominee->unit = g_strdup (unit->key);
      nominee->name = g_strdup_printf ("选手%u", i + 1);
      nominee->party = g_strdup ("member");
      nominee->title = g_strdup ("党课");
      nominee->lectures = 3;
      nominee->courseware = g_strdup ("yes");
      lectern_action_add_record (action, nominee);
    }
  g_free (evening_do (self, action));
}

static void
add_judges (Evening *self,
            guint    n_judges)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_ADD_JUDGES, "console");

  for (guint i = 1; i <= n_judges; i++)
    {
      LecternJudge *judge = lectern_record_new (&lectern_table_judge);

      judge->number = i;
      judge->name = g_strdup_printf ("评委%u", i);
      judge->head = i == 1;
      judge->active = 1;
      lectern_action_add_record (action, judge);
    }
  g_free (evening_do (self, action));
}

static void
start_server (Evening *self)
{
  g_autoptr (GError) error = NULL;

  self->server = lectern_server_start (self->engine, "127.0.0.1", self->port, self->folder, &error);
  g_assert_no_error (error);
  self->port = lectern_server_get_port (self->server);
}

Evening *
evening_new (guint n_judges)
{
  return evening_new_with ("", n_judges);
}

Evening *
evening_new_with (const char *panel,
                  guint       n_judges)
{
  g_autoptr (GString) json = g_string_new (rules);

  g_string_replace (json, "%s", panel, 1);
  return evening_new_from (json->str, n_judges);
}

Evening *
evening_new_from (const char *json,
                  guint       n_judges)
{
  Evening *self = g_new0 (Evening, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = lectern_template_parse (json, NULL, &error);

  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("lectern-net-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "contest.lectern", NULL);
  self->engine = lectern_engine_create (self->path, template, "test", &error);
  g_assert_no_error (error);
  add_nominees (self, template->units);
  add_judges (self, n_judges);
  g_free (evening_do (self, lectern_action_new (LECTERN_ACTION_DRAW, "console")));
  start_server (self);
  return self;
}

void
evening_close (Evening *self)
{
  lectern_server_stop (self->server);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->server);
  self->server = NULL;
  lectern_engine_close (self->engine);
  g_clear_object (&self->engine);
}

void
evening_open (Evening *self)
{
  g_autoptr (GError) error = NULL;

  self->engine = lectern_engine_open (self->path, &error);
  g_assert_no_error (error);
  start_server (self);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

void
evening_free (Evening *self)
{
  if (self->engine)
    evening_close (self);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}
