/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Flags on the wire: judge 1 is the head and hears of a sheet that lies far from the others, once
 * all are in or the gate has closed; nobody else hears of any, and nobody of a mark. */

#define G_LOG_DOMAIN "lectern-test"

#include "outsider.h"

#include <string.h>

#define ID "6f2b9d1e-6f0c-4b5c-9a51-1f2d3c4b5a69"
#define N_JUDGES 4

typedef struct
{
  Outsider outsider;
  Panel   *panels[N_JUDGES + 1]; /* by judge */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  outsider_set_up (&fixture->outsider, ",\"flag\":{\"mark\":\"8\",\"total\":\"12\"}");
  for (guint judge = 1; judge <= N_JUDGES; judge++)
    fixture->panels[judge] = outsider_seat_panel (&fixture->outsider, judge);
  evening_talk (fixture->outsider.evening, 1);
  evening_act (fixture->outsider.evening, LECTERN_ACTION_OPEN_GATE, 1);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  for (guint judge = 1; judge <= N_JUDGES; judge++)
    panel_free (fixture->panels[judge]);
  outsider_tear_down (&fixture->outsider, NULL);
}

static void
hand_in (Fixture    *fixture,
         guint       judge,
         const char *content)
{
  g_autofree char *marks = g_strdup_printf ("{\"content\":\"%s\",\"effect\":\"8\"}", content);
  g_autofree char *id = panel_sheet (fixture->panels[judge], NULL, 1, marks, TRUE);
  g_autoptr (JsonObject) ack = panel_expect (fixture->panels[judge], "ack");
}

/* The flags of the head judge's newest state as "lot judge criterion seen; …". */
static char *
read_flags (Fixture *fixture)
{
  g_autoptr (JsonObject) state = panel_settle (fixture->panels[1]);
  JsonArray *flags = json_object_get_array_member (state, "flags");
  GString   *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (flags); i++)
    {
      JsonObject *flag = json_array_get_object_element (flags, i);
      JsonNode   *criterion = json_object_get_member (flag, "criterion");

      g_assert_cmpuint (json_object_get_size (flag), ==, 4);
      g_string_append_printf (text, "%d %d %s %s;", (int) json_object_get_int_member (flag, "lot"),
                              (int) json_object_get_int_member (flag, "judge"),
                              JSON_NODE_HOLDS_NULL (criterion) ? "total" : json_node_get_string (criterion),
                              json_object_get_boolean_member (flag, "seen") ? "seen" : "new");
    }
  return g_string_free (text, FALSE);
}

#define ASSERT_FLAGS(fixture, expected)             \
  G_STMT_START                                      \
  {                                                 \
    g_autofree char *flags_ = read_flags (fixture); \
    g_assert_cmpstr (flags_, ==, expected);         \
  }                                                 \
  G_STMT_END

static void
see_flag (Fixture    *fixture,
          guint       from,
          const char *id,
          int         lot,
          int         judge)
{
  g_autofree char *text = g_strdup_printf ("{\"type\":\"flag-seen\",\"id\":\"%s\",\"lot\":%d,\"judge\":%d}", id, lot, judge);

  panel_send (fixture->panels[from], text);
}

/* Nothing before the last sheet, also not through the seq or a state more; then the flag. */
static void
test_appears_and_goes (Fixture      *fixture,
                       gconstpointer data)
{
  guint n_states;

  ASSERT_FLAGS (fixture, "");
  hand_in (fixture, 1, "35");
  evening_run_for (100);
  n_states = fixture->panels[1]->received->len;
  hand_in (fixture, 2, "36");
  hand_in (fixture, 3, "25");
  evening_run_for (100);
  g_assert_cmpuint (fixture->panels[1]->received->len, ==, n_states);
  ASSERT_FLAGS (fixture, "");
  hand_in (fixture, 4, "34");
  ASSERT_FLAGS (fixture, "1 3 content new;");
  hand_in (fixture, 3, "34");
  ASSERT_FLAGS (fixture, "");
  hand_in (fixture, 3, "20");
  ASSERT_FLAGS (fixture, "1 3 content new;");
  evening_act (fixture->outsider.evening, LECTERN_ACTION_CLOSE_GATE, 0);
  ASSERT_FLAGS (fixture, "1 3 content new;");
}

/* The gate closes before all are in: what is there is told then. */
static void
test_closed_early (Fixture      *fixture,
                   gconstpointer data)
{
  LecternAction *absent = lectern_action_new (LECTERN_ACTION_RECUSE, "console");

  hand_in (fixture, 1, "35");
  hand_in (fixture, 2, "36");
  hand_in (fixture, 3, "25");
  ASSERT_FLAGS (fixture, "");
  absent->judge = 4;
  absent->lot = 1;
  absent->reason = g_strdup ("ill");
  g_free (evening_do (fixture->outsider.evening, absent));
  ASSERT_FLAGS (fixture, "1 3 content new;");
}

static void
test_only_total (Fixture      *fixture,
                 gconstpointer data)
{
  for (guint judge = 2; judge <= N_JUDGES; judge++)
    hand_in (fixture, judge, "36");
  g_free (panel_sheet (fixture->panels[1], NULL, 1, "{\"content\":\"28.5\",\"effect\":\"2\"}", TRUE));
  ASSERT_FLAGS (fixture, "1 1 total new;");
}

static void
make_flag (Fixture *fixture)
{
  hand_in (fixture, 1, "35");
  hand_in (fixture, 2, "36");
  hand_in (fixture, 3, "25");
  hand_in (fixture, 4, "34");
  ASSERT_FLAGS (fixture, "1 3 content new;");
}

static void
expect_seen (Fixture *fixture)
{
  g_autoptr (JsonObject) ack = panel_expect (fixture->panels[1], "ack");

  g_assert_cmpstr (json_object_get_string_member (ack, "id"), ==, ID);
  g_assert_cmpint (json_object_get_int_member (ack, "lot"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (ack, "judge"), ==, 3);
}

/* Acknowledged when on disk, again when sent again, and in the journal once under the judge's name. */
static void
test_seen (Fixture      *fixture,
           gconstpointer data)
{
  Evening *evening = fixture->outsider.evening;
  gint64   seq;

  make_flag (fixture);
  seq = lectern_engine_get_seq (evening->engine);
  see_flag (fixture, 1, ID, 1, 3);
  expect_seen (fixture);
  ASSERT_FLAGS (fixture, "1 3 content seen;");
  g_assert_cmpint (lectern_engine_get_seq (evening->engine), ==, seq + 1);
  see_flag (fixture, 1, ID, 1, 3);
  expect_seen (fixture);
  g_assert_cmpint (lectern_engine_get_seq (evening->engine), ==, seq + 1);
  hand_in (fixture, 3, "24"); /* another version, not looked at yet */
  ASSERT_FLAGS (fixture, "1 3 content new;");
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    guint       from;
    int         lot;
    int         judge;
    const char *code;
  } rows[] = {
    { 2, 1, 3, "unauthorised" },
    { 2, 2, 2, "unauthorised" },
    { 1, 1, 2, "not-found" },
    { 1, 2, 3, "not-found" },
    { 1, 99, 3, "not-found" },
    { 1, 1, 99, "not-found" },
  };

  make_flag (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      see_flag (fixture, rows[i].from, ID, rows[i].lot, rows[i].judge);
      panel_expect_error (fixture->panels[rows[i].from], rows[i].code);
    }
  hand_in (fixture, 2, "36.5"); /* the connection of the unauthorised one is still good */
  ASSERT_FLAGS (fixture, "1 3 content new;");
}

/* Before it is told, a guess tells nothing either. */
static void
test_guess (Fixture      *fixture,
            gconstpointer data)
{
  hand_in (fixture, 1, "35");
  hand_in (fixture, 2, "36");
  hand_in (fixture, 3, "25");
  see_flag (fixture, 1, ID, 1, 3);
  panel_expect_error (fixture->panels[1], "not-found");
}

static void
test_private (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const secrets[] = { "25.7", "33.7", "36.3", "44.3", "34.4", "42.4" };

  hand_in (fixture, 1, "35");
  hand_in (fixture, 2, "36.3");
  hand_in (fixture, 3, "25.7");
  hand_in (fixture, 4, "34.4");
  ASSERT_FLAGS (fixture, "1 3 content new;");
  evening_act (fixture->outsider.evening, LECTERN_ACTION_CLOSE_GATE, 0);
  evening_run_for (150);
  for (guint i = 0; i < fixture->panels[1]->received->len; i++)
    for (guint s = 0; s < G_N_ELEMENTS (secrets); s++)
      g_assert_null (strstr (g_ptr_array_index (fixture->panels[1]->received, i), secrets[s]));
  for (guint judge = 2; judge <= N_JUDGES; judge++)
    for (guint i = 0; i < fixture->panels[judge]->received->len; i++)
      g_assert_null (strstr (g_ptr_array_index (fixture->panels[judge]->received, i), "flags"));
}

#define ADD(name, test) g_test_add ("/flags/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("appears-and-goes", test_appears_and_goes);
  ADD ("closed-early", test_closed_early);
  ADD ("only-total", test_only_total);
  ADD ("seen", test_seen);
  ADD ("refused", test_refused);
  ADD ("guess", test_guess);
  ADD ("private", test_private);
  return g_test_run ();
}
