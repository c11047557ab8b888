/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A scene in the file: what is written is read again, what a person or a newer program put there
 * is taken or refused in a sentence, never trusted. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-scene-list-page.h"
#include "lectern-scene-private.h"

#include "lectern-deduction.h"

#include <string.h>

static void
test_names (void)
{
  LecternSceneKind kind;
  for (guint i = 0; i < LECTERN_SCENE_N_KINDS; i++)
    {
      g_assert_true (lectern_scene_kind_from_name (lectern_scene_kind_get_name (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_cmpstr (lectern_scene_kind_get_name (LECTERN_SCENE_INTRODUCTION), ==, "introduction");
  g_assert_false (lectern_scene_kind_from_name ("Talk", &kind));
  g_assert_false (lectern_scene_kind_from_name ("", NULL));
}

static LecternScene *
create_full (void)
{
  const char   *organisers[] = { "甲", "乙", NULL };
  LecternScene *scene = lectern_scene_new (LECTERN_SCENE_REVEAL);
  scene->language = g_strdup ("zh");
  scene->rehearsal = TRUE;
  scene->organisers = g_strdupv ((char **) organisers);
  scene->lot = 11;
  scene->name = g_strdup ("马晓𬱖");
  scene->title = g_strdup ("“引号\"与\n换行");
  scene->limit_ms = 360000;
  scene->warn_ms = 0;
  scene->time_ms = 373400;
  scene->n_counted = 7;
  scene->final = g_strdup ("91.66");
  scene->certain_of = g_strdup ("决赛");
  scene->certain_to_go = TRUE;
  scene->corrected = TRUE;
  for (int i = 0; i < 3; i++)
    {
      LecternSceneJudge *judge = g_new0 (LecternSceneJudge, 1);
      judge->number = i + 1;
      judge->name = g_strdup ("孙启明");
      judge->recused = i == 1;
      judge->high = i == 2;
      judge->total = i == 1 ? NULL : g_strdup ("92.5");
      g_ptr_array_add (scene->judges, judge);
    }
  LecternSceneRow *row = g_new0 (LecternSceneRow, 1);
  row->rank = 3;
  row->tied = TRUE;
  row->unit = g_strdup ("解放区");
  row->certain = TRUE;
  row->certain_of = g_strdup ("一等奖");
  g_ptr_array_add (scene->rows, row);
  LecternSceneCriterion *criterion = g_new0 (LecternSceneCriterion, 1);
  criterion->max = g_strdup ("40");
  g_ptr_array_add (scene->criteria, criterion);
  return scene;
}

static LecternScenePerson *
create_person (const char *name,
               const char *office,
               gboolean    head)
{
  LecternScenePerson *person = g_new0 (LecternScenePerson, 1);
  person->name = g_strdup (name);
  person->office = g_strdup (office);
  person->head = head;
  return person;
}

/* How a scene is dressed, what steps and overlays it has, who is named on it. */
static void
test_round_trip_of_dress (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternScene) scene = lectern_scene_new (LECTERN_SCENE_GUESTS);
  LecternSceneRow *row = g_new0 (LecternSceneRow, 1);
  scene->scene_theme = g_strdup ("dark");
  scene->background = g_strdup ("aa");
  scene->logo = g_strdup ("bb");
  scene->photo = g_strdup ("cc");
  scene->picture = g_strdup ("dd");
  scene->citation = g_strdup ("讲得好");
  scene->step = 2;
  scene->n_steps = 5;
  scene->overlay = LECTERN_SCENE_OVERLAY_NAME;
  scene->until_ms = 1536910200000;
  g_ptr_array_add (scene->guests, create_person ("张三", "市委书记", FALSE));
  g_ptr_array_add (scene->panel, create_person ("李四", "教授", TRUE));
  row->moved = -2;
  row->was = 3;
  row->photo = g_strdup ("ee");
  row->citation = g_strdup ("好");
  g_ptr_array_add (scene->rows, row);

  g_autofree char *json = lectern_scene_to_json (scene);
  g_autoptr (LecternScene) read = lectern_scene_from_json (json, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->scene_theme, ==, "dark");
  g_assert_cmpstr (read->background, ==, "aa");
  g_assert_cmpstr (read->logo, ==, "bb");
  g_assert_cmpstr (read->photo, ==, "cc");
  g_assert_cmpstr (read->picture, ==, "dd");
  g_assert_cmpstr (read->citation, ==, "讲得好");
  g_assert_cmpuint (read->step, ==, 2);
  g_assert_cmpuint (read->n_steps, ==, 5);
  g_assert_cmpuint (read->overlay, ==, LECTERN_SCENE_OVERLAY_NAME);
  g_assert_cmpint (read->until_ms, ==, 1536910200000);
  g_assert_cmpstr (((LecternScenePerson *) read->guests->pdata[0])->office, ==, "市委书记");
  g_assert_cmpstr (((LecternScenePerson *) read->panel->pdata[0])->name, ==, "李四");
  g_assert_true (((LecternScenePerson *) read->panel->pdata[0])->head);
  row = read->rows->pdata[0];
  g_assert_cmpint (row->moved, ==, -2);
  g_assert_cmpuint (row->was, ==, 3);
  g_assert_cmpstr (row->photo, ==, "ee");
  g_assert_cmpstr (row->citation, ==, "好");
}

static void
test_time (void)
{
  static const struct
  {
    const char      *json;
    LecternSceneTime time;
  } cases[] = {
    { "{\"kind\":\"talk\"}", LECTERN_SCENE_TIME_TALK },
    { "{\"kind\":\"clock\"}", LECTERN_SCENE_TIME_TALK },
    { "{\"kind\":\"break\"}", LECTERN_SCENE_TIME_NONE },
    { "{\"kind\":\"break\",\"until_ms\":0}", LECTERN_SCENE_TIME_WALL },
    { "{\"kind\":\"title\",\"until_ms\":0}", LECTERN_SCENE_TIME_NONE },
    { "{\"kind\":\"picture\",\"overlay\":1}", LECTERN_SCENE_TIME_NONE },
    { "{\"kind\":\"picture\"}", LECTERN_SCENE_TIME_NONE },
    { "{\"kind\":\"picture\",\"overlay\":2}", LECTERN_SCENE_TIME_TALK },
    { "{\"kind\":\"courseware\",\"overlay\":2}", LECTERN_SCENE_TIME_TALK },
    { "{\"kind\":\"reveal\",\"overlay\":2}", LECTERN_SCENE_TIME_NONE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternScene) scene = lectern_scene_from_json (cases[i].json, NULL);
      g_assert_cmpint (lectern_scene_get_time (scene), ==, cases[i].time);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternScene) scene = create_full ();
  g_autofree char *json = lectern_scene_to_json (scene);
  g_autoptr (LecternScene) read = lectern_scene_from_json (json, &error);
  g_assert_no_error (error);
  g_autofree char *again = lectern_scene_to_json (read);
  g_assert_cmpstr (again, ==, json);

  g_assert_cmpint (read->kind, ==, LECTERN_SCENE_REVEAL);
  g_assert_true (read->rehearsal);
  g_assert_cmpstr (read->organisers[1], ==, "乙");
  g_assert_null (read->organisers[2]);
  g_assert_cmpstr (read->name, ==, "马晓𬱖");
  g_assert_cmpstr (read->title, ==, scene->title);
  g_assert_cmpint (read->warn_ms, ==, 0);
  g_assert_cmpint (read->stop_ms, ==, LECTERN_NONE);
  g_assert_cmpint (read->time_ms, ==, 373400);
  g_assert_null (read->mean);
  g_assert_cmpuint (read->judges->len, ==, 3);
  const LecternSceneJudge *judge = g_ptr_array_index (read->judges, 1);
  g_assert_true (judge->recused);
  g_assert_null (judge->total);
  g_assert_cmpstr (((LecternSceneRow *) read->rows->pdata[0])->unit, ==, "解放区");
  g_assert_true (((LecternSceneRow *) read->rows->pdata[0])->certain);
  g_assert_cmpstr (((LecternSceneRow *) read->rows->pdata[0])->certain_of, ==, "一等奖");
  g_assert_cmpstr (read->certain_of, ==, "决赛");
  g_assert_true (read->certain_to_go);
  g_assert_true (read->corrected);
  g_assert_cmpstr (((LecternSceneCriterion *) read->criteria->pdata[0])->max, ==, "40");
}

/* What has its usual value is not written. */
static void
test_defaults (void)
{
  g_autoptr (LecternScene) scene = lectern_scene_new (LECTERN_SCENE_BLANK);
  g_autofree char *json = lectern_scene_to_json (scene);
  g_assert_cmpstr (json, ==, "{\"kind\":\"blank\"}");
  g_assert_cmpint (scene->time_ms, ==, LECTERN_NONE);
  g_assert_cmpuint (scene->judges->len, ==, 0);
}

static void
test_read (void)
{
  static const struct
  {
    const char *json;
    gboolean    is_scene;
    const char *message; /* a part of it */
  } cases[] = {
    { "{\"kind\":\"talk\"}", TRUE, NULL },
    { "{\"kind\":\"talk\",\"from_the_future\":{\"a\":[1]}}", TRUE, NULL },
    { "{\"kind\":\"talk\",\"name\":null}", TRUE, NULL },
    { "{\"kind\":\"talk\",\"name\":7}", FALSE, "“name”" },
    { "{\"kind\":\"talk\",\"lot\":\"7\"}", FALSE, "“lot”" },
    { "{\"kind\":\"talk\",\"lot\":7.5}", FALSE, "“lot”" },
    { "{\"kind\":\"talk\",\"n_done\":-1}", FALSE, "“n_done”" },
    { "{\"kind\":\"talk\",\"tied\":1}", FALSE, "“tied”" },
    { "{\"kind\":\"talk\",\"organisers\":\"a\"}", FALSE, "“organisers”" },
    { "{\"kind\":\"talk\",\"organisers\":[1]}", FALSE, "“organisers”" },
    { "{\"kind\":\"order\",\"rows\":{}}", FALSE, "“rows”" },
    { "{\"kind\":\"order\",\"rows\":[1]}", FALSE, "“rows”" },
    { "{\"kind\":\"order\",\"rows\":[{\"name\":[]}]}", FALSE, "“name”" },
    { "{\"kind\":\"fireworks\"}", FALSE, "fireworks" },
    { "{\"kind\":7}", FALSE, "no scene" },
    { "{}", FALSE, "no scene" },
    { "[]", FALSE, "no scene" },
    { "null", FALSE, "no scene" },
    { "", FALSE, "" },
    { "{\"kind\":\"talk\"", FALSE, "" },
    { "{\"kind\":\"notice\",\"text\":\"\\ud83d\\ude00\"}", TRUE, "" },
    { "{\"kind\":\"notice\",\"text\":\"\\ud800x\"}", FALSE, "half a character" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternScene) scene = lectern_scene_from_json (cases[i].json, &error);
      g_test_message ("%s: %s", cases[i].json, error != NULL ? error->message : "");
      g_assert_cmpint (scene != NULL, ==, cases[i].is_scene);
      g_assert_cmpint (error == NULL, ==, cases[i].is_scene);
      if (error != NULL)
        g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* What is on each page: 0 ends a row of the table. */
static void
test_pages (void)
{
  static const struct
  {
    guint n_rows, n_together, n_tied, tied_from; /* @n_tied rows from @tied_from on share a rank */
    guint pages[6];
  } cases[] = {
    { 0, 0, 0, 0, { 0 } },
    { 3, 1, 0, 0, { 3 } },
    { 10, 10, 0, 0, { 10 } },
    { 13, 10, 0, 0, { 13 } },
    { 14, 3, 0, 0, { 14 } },
    { 15, 3, 0, 0, { 10, 5 } },
    { 28, 10, 0, 0, { 10, 9, 9 } },
    { 28, 13, 0, 0, { 13, 8, 7 } },
    { 28, 14, 2, 13, { 14, 7, 7 } },
    { 28, 20, 0, 0, { 10, 9, 9 } },
    { 28, 10, 2, 10, { 11, 9, 8 } },
    { 28, 10, 7, 10, { 14, 7, 7 } },
    { 40, 10, 2, 20, { 10, 11, 10, 9 } },
    { 28, 0, 28, 1, { 14, 14 } },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (LecternScene) scene = lectern_scene_new (LECTERN_SCENE_RANKING);
      guint r = 0, p = 0;

      for (guint i = 0; i < cases[c].n_rows; i++)
        {
          LecternSceneRow *row = g_new0 (LecternSceneRow, 1);
          gboolean         tied = cases[c].n_tied > 0 && i + 1 >= cases[c].tied_from && i + 1 < cases[c].tied_from + cases[c].n_tied;

          row->rank = tied ? cases[c].tied_from : i + 1;
          g_ptr_array_add (scene->rows, row);
        }
      lectern_scene_make_pages (scene, cases[c].n_together);
      for (p = 0; cases[c].pages[p] > 0; p++)
        {
          g_autoptr (LecternScene) turned = lectern_scene_turn_to (scene, p + 1);
          guint n = 0;

          g_assert_nonnull (turned);
          for (guint i = 0; i < turned->rows->len; i++)
            n += lectern_scene_is_on_page (turned, turned->rows->pdata[i]);
          g_test_message ("case %u, page %u: %u rows", c, p + 1, n);
          g_assert_cmpuint (n, ==, cases[c].pages[p]);
          r += n;
        }
      g_assert_cmpuint (r, ==, cases[c].n_rows);
      g_assert_cmpuint (scene->n_pages, ==, MAX (p, 1));
      g_assert_null (lectern_scene_turn_to (scene, 0));
      g_assert_null (lectern_scene_turn_to (scene, scene->n_pages + 1));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contest/scene/names", test_names);
  g_test_add_func ("/contest/scene/round-trip", test_round_trip);
  g_test_add_func ("/contest/scene/round-trip-of-dress", test_round_trip_of_dress);
  g_test_add_func ("/contest/scene/time", test_time);
  g_test_add_func ("/contest/scene/defaults", test_defaults);
  g_test_add_func ("/contest/scene/read", test_read);
  g_test_add_func ("/contest/scene/pages", test_pages);
  return g_test_run ();
}
