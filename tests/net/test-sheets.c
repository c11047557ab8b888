/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Judges' sheets over the wire: every refusal and which comes first, the life of a sheet, the same
 * message twice, and that nobody hears of another's marks. */

#define G_LOG_DOMAIN "lectern-test"

#include "outsider.h"

#include <string.h>

/* Every refusal of a sheet, and which comes first where several apply. */
static void
test_refusals (Outsider     *fixture,
               gconstpointer data)
{
  static const struct
  {
    int         lot;
    const char *marks;
    gboolean    submit;
    const char *before; /* the gate still closed, 1 on stage */
    const char *open;   /* the gate open for 1 */
  } rows[] = {
    /* clang-format off */
    { 1,  COMPLETE,                                        TRUE,  "gate-closed",       "ack" },
    { 2,  COMPLETE,                                        TRUE,  "gate-closed",       "wrong-lot" },
    { 99, "{\"nonsense\":\"999\"}",                        TRUE,  "gate-closed",       "wrong-lot" },
    { 0,  "{}",                                            TRUE,  "gate-closed",       "wrong-lot" },
    { -1, "{}",                                            FALSE, "gate-closed",       "wrong-lot" },
    { 2,  "{}",                                            FALSE, "gate-closed",       "wrong-lot" },
    { 1,  "{}",                                            FALSE, "ack",               "ack" },
    { 1,  "{\"content\":\"1\"}",                           TRUE,  "gate-closed",       "mark-missing" },
    { 1,  "{\"nonsense\":\"1\"}",                          TRUE,  "gate-closed",       "unknown-criterion" },
    { 1,  "{\"nonsense\":\"1\"}",                          FALSE, "unknown-criterion", "unknown-criterion" },
    { 1,  "{\"content\":\"41\"}",                          TRUE,  "gate-closed",       "mark-missing" },
    { 1,  "{\"content\":\"40.1\",\"effect\":\"8\"}",       TRUE,  "gate-closed",       "mark-out-of-range" },
    { 1,  "{\"content\":\"-1\",\"effect\":\"8\"}",         TRUE,  "gate-closed",       "mark-out-of-range" },
    { 1,  "{\"content\":\"99999999999999\"}",              FALSE, "mark-out-of-range", "mark-out-of-range" },
    { 1,  "{\"content\":\"1.55\",\"effect\":\"10.5\"}",    TRUE,  "gate-closed",       "mark-out-of-range" },
    { 1,  "{\"content\":\"36.55\",\"effect\":\"8\"}",      TRUE,  "gate-closed",       "mark-off-step" },
    { 1,  "{\"content\":\"36.5\",\"effect\":\"8.1\"}",     TRUE,  "gate-closed",       "mark-off-step" },
    { 1,  "{\"content\":\"36.50001\",\"effect\":\"8\"}",   TRUE,  "gate-closed",       "mark-off-step" },
    { 1,  "{\"content\":\"36.50000\",\"effect\":\"8.0\"}", TRUE,  "gate-closed",       "ack" },
    { 1,  "{\"content\":\"0\",\"effect\":\"0\"}",          TRUE,  "gate-closed",       "ack" },
    /* clang-format on */
  };
  Evening *evening = fixture->evening;
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);

  evening_talk (evening, 1);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          const char      *expected = pass ? rows[i].open : rows[i].before;
          g_autofree char *id = panel_sheet (panel, NULL, rows[i].lot, rows[i].marks, rows[i].submit);
          g_autoptr (JsonObject) answer = panel_expect (panel, g_str_equal (expected, "ack") ? "ack" : "error");

          g_test_message ("pass %u row %u: %s", pass, i, expected);
          g_assert_cmpstr (json_object_get_string_member (answer, "id"), ==, id);
          if (!g_str_equal (expected, "ack"))
            g_assert_cmpstr (json_object_get_string_member (answer, "code"), ==, expected);
        }
      if (pass == 0)
        evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
    }
}

static void
test_nobody_on_stage (Outsider     *fixture,
                      gconstpointer data)
{
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);

  g_free (panel_sheet (panel, NULL, 1, COMPLETE, FALSE));
  panel_expect_error (panel, "gate-closed");
}

static void
test_recused (Outsider     *fixture,
              gconstpointer data)
{
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
  LecternAction *action = lectern_action_new (LECTERN_ACTION_RECUSE, "console");
  g_autoptr (JsonObject) state = NULL;
  JsonArray *recused;

  action->judge = 3;
  action->lot = 1;
  action->reason = g_strdup ("related");
  g_free (evening_do (fixture->evening, action));
  evening_talk (fixture->evening, 1);
  g_free (panel_sheet (panel, NULL, 1, "{\"nonsense\":\"1\"}", FALSE));
  panel_expect_error (panel, "recused");
  state = panel_settle (panel);
  recused = json_object_get_array_member (state, "recused");
  g_assert_cmpuint (json_array_get_length (recused), ==, 1);
  g_assert_cmpint (json_array_get_int_element (recused, 0), ==, 1);
}

static LecternAction *
make_ruling (LecternActionKind kind,
             gint64            judge)
{
  LecternAction *action = lectern_action_new (kind, "console");

  action->lot = 1;
  action->judge = judge;
  action->reason = g_strdup ("equipment");
  action->second = g_strdup ("supervisor");
  return action;
}

/* An absence is told apart from a recusal. */
static void
test_absent (Outsider     *fixture,
             gconstpointer data)
{
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
  LecternAction *action = make_ruling (LECTERN_ACTION_RECUSE, 3);
  g_autoptr (JsonObject) state = NULL;

  action->number = LECTERN_RECUSAL_ABSENT;
  g_free (evening_do (fixture->evening, action));
  state = panel_settle (panel);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (state, "recused")), ==, 1);
  g_assert_cmpint (json_array_get_int_element (json_object_get_array_member (state, "absent"), 0), ==, 1);
}

/* The talk starts again: the sheet is gone from the state, and the version that is void is told, to
 * its judge alone; what is marked afresh is a version beyond it. */
static void
test_void (Outsider     *fixture,
           gconstpointer data)
{
  Evening *evening = fixture->evening;
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
  g_autoptr (Panel) other = outsider_seat_panel (fixture, 4);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (JsonObject) state = NULL;
  g_autoptr (JsonObject) others = NULL;
  g_autoptr (JsonObject) later = NULL;
  JsonObject *voided;

  evening_talk (evening, 1);
  evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
  first = panel_sheet (panel, NULL, 1, COMPLETE, TRUE);
  panel_expect_ack (panel, first, 1, "submitted", "44.5");
  g_free (evening_do (evening, make_ruling (LECTERN_ACTION_RESTART, LECTERN_NULL)));
  state = panel_settle (panel);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (state, "sheets")), ==, 0);
  voided = json_array_get_object_element (json_object_get_array_member (state, "void"), 0);
  g_assert_cmpint (json_object_get_int_member (voided, "lot"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (voided, "version"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (state, "entry"), "state"), ==, "called");
  others = panel_settle (other);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (others, "void")), ==, 0);
  second = panel_sheet (panel, NULL, 1, "{\"content\":\"30\"}", FALSE);
  panel_expect_ack (panel, second, 2, "draft", "30");
  later = panel_settle (panel);
  voided = json_array_get_object_element (json_object_get_array_member (later, "void"), 0);
  g_assert_cmpint (json_object_get_int_member (voided, "version"), ==, 1);
}

/* Reopened for a reason, amended, and locked again. */
static void
test_reopened (Outsider     *fixture,
               gconstpointer data)
{
  Evening *evening = fixture->evening;
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);

  evening_talk (evening, 1);
  evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
  g_free (panel_sheet (panel, NULL, 1, COMPLETE, TRUE));
  evening_run_for (100);
  for (guint step = 0; step < 4; step++)
    {
      g_autoptr (JsonObject) state = NULL;
      JsonObject *sheet;
      JsonObject *reopened;

      if (step == 1)
        {
          evening_act (evening, LECTERN_ACTION_CLOSE_GATE, 0);
          g_free (evening_do (evening, make_ruling (LECTERN_ACTION_REOPEN_SHEET, 3)));
        }
      else if (step == 2)
        g_free (panel_sheet (panel, NULL, 1, "{\"content\":\"37\",\"effect\":\"8\"}", TRUE));
      else if (step == 3)
        evening_act (evening, LECTERN_ACTION_CLOSE_GATE, 0);
      state = panel_settle (panel);
      sheet = json_array_get_object_element (json_object_get_array_member (state, "sheets"), 0);
      reopened = json_object_has_member (sheet, "reopened") ? json_object_get_object_member (sheet, "reopened") : NULL;
      g_assert_cmpint (reopened != NULL, ==, step == 1 || step == 2);
      if (reopened == NULL)
        continue;
      g_assert_cmpstr (json_object_get_string_member (reopened, "reason"), ==, "equipment");
      g_assert_cmpint (json_object_get_boolean_member (reopened, "amended"), ==, step == 2);
    }
}

/* Draft, submit, submit again, locked: as the acknowledgements and the states tell it. */
static void
test_life_of_a_sheet (Outsider     *fixture,
                      gconstpointer data)
{
  Evening *evening = fixture->evening;
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
  g_autofree char *draft = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *second = NULL;
  g_autoptr (JsonObject) state = NULL;
  JsonObject *own;

  evening_act (evening, LECTERN_ACTION_CALL, 1);
  draft = panel_sheet (panel, NULL, 1, "{\"content\":\"30\"}", FALSE);
  panel_expect_ack (panel, draft, 1, "draft", "30");
  evening_act (evening, LECTERN_ACTION_START_CLOCK, 0);
  evening_act (evening, LECTERN_ACTION_STOP_CLOCK, 0);
  evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
  sheet = panel_sheet (panel, NULL, 1, COMPLETE, TRUE);
  panel_expect_ack (panel, sheet, 1, "submitted", "44.5");
  second = panel_sheet (panel, NULL, 1, "{\"content\":\"37\",\"effect\":\"8.5\"}", TRUE);
  panel_expect_ack (panel, second, 2, "submitted", "45.5");
  g_free (panel_sheet (panel, NULL, 1, "{\"content\":\"1\"}", FALSE)); /* a draft beside it counts for nothing */
  evening_run_for (100);
  evening_act (evening, LECTERN_ACTION_CLOSE_GATE, 0);
  state = panel_settle (panel);
  own = json_array_get_object_element (json_object_get_array_member (state, "sheets"), 0);
  g_assert_cmpint (json_object_get_int_member (own, "lot"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (own, "version"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (own, "state"), ==, "locked");
  g_assert_cmpstr (json_object_get_string_member (own, "total"), ==, "45.5");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (own, "marks"), "effect"), ==, "8.5");
  g_free (panel_sheet (panel, NULL, 1, COMPLETE, TRUE));
  panel_expect_error (panel, "gate-closed");
  g_free (panel_sheet (panel, NULL, 1, COMPLETE, FALSE)); /* still on stage, but settled */
  panel_expect_error (panel, "locked");
}

/* The same message twice, late, and after a newer one: acknowledged again, changing nothing. */
static void
test_same_id_again (Outsider     *fixture,
                    gconstpointer data)
{
  Evening *evening = fixture->evening;
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;
  JsonObject *own;

  evening_talk (evening, 1);
  evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
  first = panel_sheet (panel, NULL, 1, COMPLETE, TRUE);
  g_free (panel_sheet (panel, first, 1, COMPLETE, TRUE)); /* doubled on the way */
  panel_expect_ack (panel, first, 1, "submitted", "44.5");
  panel_expect_ack (panel, first, 1, "submitted", "44.5");
  second = panel_sheet (panel, NULL, 1, "{\"content\":\"37\",\"effect\":\"8.5\"}", TRUE);
  panel_expect_ack (panel, second, 2, "submitted", "45.5");
  before = panel_settle (panel);
  g_free (panel_sheet (panel, first, 1, COMPLETE, TRUE));
  panel_expect_ack (panel, first, 1, "submitted", "44.5");
  evening_act (evening, LECTERN_ACTION_CLOSE_GATE, 0);
  g_free (panel_sheet (panel, second, 1, COMPLETE, TRUE)); /* even when the gate is closed by now */
  panel_expect_ack (panel, second, 2, "submitted", "45.5");
  after = panel_settle (panel);
  g_assert_cmpint (json_object_get_int_member (after, "seq"), ==, json_object_get_int_member (before, "seq") + 1);
  own = json_array_get_object_element (json_object_get_array_member (after, "sheets"), 0);
  g_assert_cmpstr (json_object_get_string_member (own, "total"), ==, "45.5");
}

/* An id belongs to whom it was first taken from. */
static void
test_anothers_id (Outsider     *fixture,
                  gconstpointer data)
{
  Evening *evening = fixture->evening;
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
  g_autoptr (Panel) other = outsider_seat_panel (fixture, 4);
  g_autofree char *id = NULL;

  evening_talk (evening, 1);
  evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
  id = panel_sheet (panel, NULL, 1, COMPLETE, TRUE);
  panel_expect_ack (panel, id, 1, "submitted", "44.5");
  g_free (panel_sheet (other, id, 1, "{\"content\":\"1\",\"effect\":\"1\"}", TRUE));
  panel_expect_error (other, "bad-message");
  g_free (panel_sheet (panel, id, 1, COMPLETE, TRUE));
  panel_expect_ack (panel, id, 1, "submitted", "44.5");
}

/* The lots of the unit a judge is of, as the newest state tells them. */
static char *
read_recused (Panel *panel)
{
  g_autoptr (JsonObject) state = panel_settle (panel);
  g_autoptr (GString) lots = g_string_new (NULL);
  JsonArray *recused = json_object_get_array_member (state, "recused");

  for (guint i = 0; i < json_array_get_length (recused); i++)
    g_string_append_printf (lots, "%d ", (int) json_array_get_int_element (recused, i));
  return g_strdup (lots->str);
}

/* Drawn again, the same entries have other lots, and what a panel is told of its own goes with them. */
static void
test_drawn_again (Outsider     *fixture,
                  gconstpointer data)
{
  LecternAction   *add = lectern_action_new (LECTERN_ACTION_ADD_JUDGES, "console");
  LecternJudge    *judge = lectern_record_new (&lectern_table_judge);
  Panel           *panel;
  g_autofree char *first = NULL;
  g_autofree char *later = NULL;

  judge->number = 9;
  judge->name = g_strdup ("评委9");
  judge->unit = g_strdup ("a");
  judge->active = 1;
  lectern_action_add_record (add, judge);
  g_free (evening_do (fixture->evening, add));
  panel = outsider_seat_panel (fixture, 9);
  first = read_recused (panel);
  g_assert_cmpstr (first, !=, "");
  later = g_strdup (first);
  for (guint i = 0; i < 20 && g_str_equal (first, later); i++) /* one in fifteen keeps both */
    {
      LecternAction *draw = lectern_action_new (LECTERN_ACTION_DRAW, "console");

      draw->reason = g_strdup ("a ball was missing");
      g_free (evening_do (fixture->evening, draw));
      g_free (later);
      later = read_recused (panel);
    }
  g_assert_cmpstr (later, !=, first);
  g_assert_cmpuint (strlen (later), ==, strlen (first));
  panel_free (panel);
}

/* What was written in another round may be about another entry with the same lot. */
static void
test_another_round (Outsider     *fixture,
                    gconstpointer data)
{
  Evening *evening = fixture->evening;
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);

  evening_talk (evening, 1);
  evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
  panel_send (panel, "{\"type\":\"sheet\",\"id\":\"6f2b9d1e6f0c4b5c9a511f2d3c4b5a69\",\"round\":\"semi\",\"lot\":1,\"marks\":" COMPLETE ",\"submit\":true}");
  panel_expect_error (panel, "wrong-lot");
  panel_send (panel, "{\"type\":\"sheet\",\"id\":\"6f2b9d1e6f0c4b5c9a511f2d3c4b5a70\",\"round\":\"final\",\"lot\":1,\"marks\":" COMPLETE ",\"submit\":true}");
  panel_expect_ack (panel, "6f2b9d1e6f0c4b5c9a511f2d3c4b5a70", 1, "submitted", "44.5");
}

/* Everything judge 4 receives while judge 3 marks: no mark, no total, not even that something came. */
static void
test_marks_stay_private (Outsider     *fixture,
                         gconstpointer data)
{
  static const char *const secrets[] = { "31.7", "9.5", "41.2", "32.8", "42.3", "评委3" };
  Evening                 *evening = fixture->evening;
  g_autoptr (Panel) panel = outsider_seat_panel (fixture, 3);
  g_autoptr (Panel) other = outsider_seat_panel (fixture, 4);
  g_autofree char *draft = NULL;
  g_autofree char *sheet = NULL;
  guint            n_before;

  evening_talk (evening, 1);
  evening_act (evening, LECTERN_ACTION_OPEN_GATE, 1);
  evening_run_for (150);
  n_before = other->received->len;
  draft = panel_sheet (panel, NULL, 1, "{\"content\":\"31.7\",\"effect\":\"9.5\"}", FALSE);
  panel_expect_ack (panel, draft, 1, "draft", "41.2");
  evening_run_for (150);
  g_assert_cmpuint (other->received->len, ==, n_before);
  sheet = panel_sheet (panel, NULL, 1, "{\"content\":\"32.8\",\"effect\":\"9.5\"}", TRUE);
  panel_expect_ack (panel, sheet, 1, "submitted", "42.3");
  evening_run_for (500);
  g_assert_cmpuint (other->received->len, ==, n_before);
  evening_act (evening, LECTERN_ACTION_CLOSE_GATE, 0);
  g_free (panel_sheet (other, NULL, 1, COMPLETE, TRUE));
  panel_expect_error (other, "gate-closed");
  evening_run_for (150);
  g_assert_cmpuint (other->received->len, >, n_before);
  for (guint i = 0; i < other->received->len; i++)
    for (guint s = 0; s < G_N_ELEMENTS (secrets); s++)
      g_assert_null (strstr (g_ptr_array_index (other->received, i), secrets[s]));
}

#define ADD(name, test) g_test_add ("/sheets/" name, Outsider, NULL, outsider_set_up, test, outsider_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("refusals", test_refusals);
  ADD ("nobody-on-stage", test_nobody_on_stage);
  ADD ("recused", test_recused);
  ADD ("absent", test_absent);
  ADD ("void", test_void);
  ADD ("reopened", test_reopened);
  ADD ("life-of-a-sheet", test_life_of_a_sheet);
  ADD ("same-id-again", test_same_id_again);
  ADD ("anothers-id", test_anothers_id);
  ADD ("another-round", test_another_round);
  ADD ("drawn-again", test_drawn_again);
  ADD ("marks-stay-private", test_marks_stay_private);
  return g_test_run ();
}
