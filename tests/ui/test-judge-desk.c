/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judge's desk against a main laptop the test plays: what goes out and when, what is called
 * received, what survives a refusal, a kill and the next speaker. */

#define G_LOG_DOMAIN "lectern-test"

#include "fake-judge-client.h"
#include "lectern-judge-desk.h"
#include "lectern-record.h"

#include <glib/gstdio.h>

#define PAUSE_MS 400 /* a little more than the desk waits before it sends a draft */

static const int full_marks[] = { 370, 230, 140, 92, 91 };
static const int other_marks[] = { 300, 200, 100, 50, 50 };

typedef struct
{
  char               *folder;
  char               *path;
  LecternJudgeClient *client;
  LecternDraftStore  *drafts;
  LecternJudgeDesk   *desk;
  guint               n_left;
} Fixture;

static void
on_left_cb (Fixture         *fixture,
            LecternOwnSheet *sheet)
{
  fixture->n_left++;
}

static void
open_desk (Fixture *fixture)
{
  fixture->client = lectern_judge_client_new ("10.0.0.5", NULL);
  fixture->drafts = lectern_draft_store_new (fixture->path);
  g_assert_true (lectern_draft_store_load (fixture->drafts, NULL));
  fixture->desk = lectern_judge_desk_new (fixture->client, fixture->drafts);
  g_signal_connect_swapped (fixture->desk, "left", G_CALLBACK (on_left_cb), fixture);
}

static void
close_desk (Fixture *fixture)
{
  g_assert_finalize_object (fixture->desk);
  g_assert_finalize_object (fixture->drafts);
  g_assert_finalize_object (fixture->client);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_array_unref (fake_judge_client_take_sent ());
  fixture->folder = g_dir_make_tmp ("lectern-desk-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "drafts", NULL);
  open_desk (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_desk (fixture);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
on_time_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, on_time_up_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* Somebody is on stage; the gate is open for him or closed. */
static LecternJudgeState *
make_state (gint64   lot,
            gboolean gate_open)
{
  LecternJudgeState *state = fake_judge_state_new ();

  fake_judge_state_call (state, lot, "刘𬱖", "马村区", "法槌声声为人民");
  state->gate_open = gate_open;
  state->gate_lot = gate_open ? lot : 0;
  return state;
}

static void
mark_all (Fixture   *fixture,
          const int *marks)
{
  for (guint i = 0; i < 5; i++)
    lectern_judge_desk_set_mark (fixture->desk, i, marks[i] * 100);
}

static void
assert_sheet (Fixture             *fixture,
              LecternOwnSheetState state,
              gint64               total)
{
  LecternOwnSheet *sheet = lectern_judge_desk_get_current (fixture->desk);

  g_assert_nonnull (sheet);
  g_assert_cmpint (lectern_own_sheet_get_state (sheet), ==, state);
  g_assert_cmpint (lectern_own_sheet_get_total (sheet), ==, total);
}

static FakeSheet
take_only (gboolean submit)
{
  g_autoptr (GArray) sent = fake_judge_client_take_sent ();
  FakeSheet sheet;

  g_assert_cmpuint (sent->len, ==, 1);
  sheet = g_array_index (sent, FakeSheet, 0);
  g_assert_cmpint (sheet.submit, ==, submit);
  return sheet;
}

static void
assert_nothing_sent (void)
{
  g_autoptr (GArray) sent = fake_judge_client_take_sent ();

  g_assert_cmpuint (sent->len, ==, 0);
}

static void
test_draft (Fixture      *fixture,
            gconstpointer data)
{
  FakeSheet sheet;

  g_assert_null (lectern_judge_desk_get_current (fixture->desk));
  g_assert_cmpint (lectern_judge_desk_get_bar (fixture->desk), ==, LECTERN_DESK_NOBODY);
  fake_judge_client_tell (fixture->client, make_state (12, FALSE));
  assert_sheet (fixture, LECTERN_OWN_SHEET_EMPTY, 0);

  /* Three quick changes are one draft. */
  lectern_judge_desk_set_mark (fixture->desk, 0, 3000);
  lectern_judge_desk_set_mark (fixture->desk, 0, 37200);
  lectern_judge_desk_set_mark (fixture->desk, 4, 0);
  assert_sheet (fixture, LECTERN_OWN_SHEET_UNSENT, 37200);
  assert_nothing_sent ();
  wait_ms (PAUSE_MS);
  sheet = take_only (FALSE);
  g_assert_cmpint (sheet.lot, ==, 12);
  g_assert_cmpint (sheet.marks[0], ==, 37200);
  g_assert_cmpint (sheet.marks[1], ==, LECTERN_NULL);
  g_assert_cmpint (sheet.marks[4], ==, 0);
  assert_sheet (fixture, LECTERN_OWN_SHEET_SENDING, 37200);
  fake_judge_client_acknowledge (fixture->client, &sheet, 1);
  assert_sheet (fixture, LECTERN_OWN_SHEET_DRAFT, 37200);
  g_assert_false (lectern_judge_desk_can_submit (fixture->desk));
}

/* An acknowledgement says nothing of what was changed after the draft went out. */
static void
test_change_under_way (Fixture      *fixture,
                       gconstpointer data)
{
  FakeSheet first;
  FakeSheet second;

  fake_judge_client_tell (fixture->client, make_state (12, FALSE));
  lectern_judge_desk_set_mark (fixture->desk, 0, 30000);
  wait_ms (PAUSE_MS);
  first = take_only (FALSE);
  lectern_judge_desk_set_mark (fixture->desk, 0, 31000);
  fake_judge_client_acknowledge (fixture->client, &first, 1);
  assert_sheet (fixture, LECTERN_OWN_SHEET_UNSENT, 31000);
  wait_ms (PAUSE_MS);
  second = take_only (FALSE);
  g_assert_cmpint (second.marks[0], ==, 31000);
  fake_judge_client_acknowledge (fixture->client, &second, 2);
  assert_sheet (fixture, LECTERN_OWN_SHEET_DRAFT, 31000);
}

static void
test_submit (Fixture      *fixture,
             gconstpointer data)
{
  LecternJudgeState *state;
  FakeSheet          sheet;

  fake_judge_client_tell (fixture->client, make_state (12, TRUE));
  mark_all (fixture, full_marks);
  lectern_judge_desk_set_mark (fixture->desk, 2, LECTERN_NULL);
  g_assert_false (lectern_judge_desk_can_submit (fixture->desk));
  lectern_judge_desk_set_mark (fixture->desk, 2, 14000);
  g_assert_true (lectern_judge_desk_can_submit (fixture->desk));
  lectern_judge_desk_submit (fixture->desk);
  sheet = take_only (TRUE);
  assert_sheet (fixture, LECTERN_OWN_SHEET_SUBMITTING, 92300);
  g_assert_cmpint (lectern_judge_desk_get_bar (fixture->desk), ==, LECTERN_DESK_SUBMITTING);
  fake_judge_client_acknowledge (fixture->client, &sheet, 3);
  assert_sheet (fixture, LECTERN_OWN_SHEET_SUBMITTED, 92300);
  g_assert_false (lectern_judge_desk_can_submit (fixture->desk));
  wait_ms (PAUSE_MS);
  assert_nothing_sent ();

  /* A later change waits for the judge: a draft would take the submission back. */
  lectern_judge_desk_set_mark (fixture->desk, 4, 9300);
  assert_sheet (fixture, LECTERN_OWN_SHEET_CHANGED, 92500);
  g_assert_cmpint (lectern_own_sheet_get_received_total (lectern_judge_desk_get_current (fixture->desk)), ==, 92300);
  wait_ms (PAUSE_MS);
  assert_nothing_sent ();
  lectern_judge_desk_submit (fixture->desk);
  sheet = take_only (TRUE);
  fake_judge_client_acknowledge (fixture->client, &sheet, 4);
  assert_sheet (fixture, LECTERN_OWN_SHEET_SUBMITTED, 92500);

  state = make_state (12, FALSE);
  fake_judge_state_add_sheet (state, 12, "刘𬱖", "locked", 5, (const int[]){ 370, 230, 140, 92, 93 });
  fake_judge_client_tell (fixture->client, state);
  assert_sheet (fixture, LECTERN_OWN_SHEET_LOCKED, 92500);
  g_assert_cmpint (lectern_judge_desk_get_bar (fixture->desk), ==, LECTERN_DESK_LOCKED);
}

/* The state may come before the acknowledgement, or in its place after a break. */
static void
test_received_by_state (Fixture      *fixture,
                        gconstpointer data)
{
  LecternJudgeState *state = make_state (12, TRUE);

  fake_judge_client_tell (fixture->client, make_state (12, TRUE));
  mark_all (fixture, full_marks);
  lectern_judge_desk_submit (fixture->desk);
  fake_judge_state_add_sheet (state, 12, "刘𬱖", "submitted", 2, full_marks);
  fake_judge_client_tell (fixture->client, state);
  assert_sheet (fixture, LECTERN_OWN_SHEET_SUBMITTED, 92300);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  FakeSheet sheet;

  fake_judge_client_tell (fixture->client, make_state (12, TRUE));
  mark_all (fixture, full_marks);
  lectern_judge_desk_submit (fixture->desk);
  sheet = take_only (TRUE);
  fake_judge_client_refuse (fixture->client, &sheet, "gate-closed");
  assert_sheet (fixture, LECTERN_OWN_SHEET_UNSENT, 92300);
  g_assert_nonnull (strstr (lectern_judge_desk_get_trouble (fixture->desk), "Marking was closed"));
  g_assert_cmpint (lectern_judge_desk_get_bar (fixture->desk), ==, LECTERN_DESK_FREE);

  /* A cause of a later version is told in the main laptop's own words. */
  lectern_judge_desk_submit (fixture->desk);
  sheet = take_only (TRUE);
  g_assert_null (lectern_judge_desk_get_trouble (fixture->desk));
  fake_judge_client_refuse (fixture->client, &sheet, "of-a-later-version");
  g_assert_cmpstr (lectern_judge_desk_get_trouble (fixture->desk), ==, "The words of the main laptop");
  lectern_judge_desk_set_mark (fixture->desk, 0, 36000);
  g_assert_null (lectern_judge_desk_get_trouble (fixture->desk));
}

static void
test_next_speaker (Fixture      *fixture,
                   gconstpointer data)
{
  GListModel *sheets = lectern_judge_desk_get_sheets (fixture->desk);
  g_autoptr (LecternOwnSheet) left = NULL;

  fake_judge_client_tell (fixture->client, make_state (12, FALSE));
  lectern_judge_desk_set_mark (fixture->desk, 0, 37200);
  fake_judge_client_tell (fixture->client, make_state (13, FALSE));
  assert_sheet (fixture, LECTERN_OWN_SHEET_EMPTY, 0);
  g_assert_cmpuint (fixture->n_left, ==, 1);
  wait_ms (PAUSE_MS);
  assert_nothing_sent ();
  /* The latest first. */
  g_assert_cmpuint (g_list_model_get_n_items (sheets), ==, 2);
  left = g_list_model_get_item (sheets, 1);
  g_assert_cmpint (lectern_own_sheet_get_lot (left), ==, 12);
  g_assert_cmpint (lectern_own_sheet_get_state (left), ==, LECTERN_OWN_SHEET_UNSENT);
  g_assert_cmpint (lectern_own_sheet_get_total (left), ==, 37200);

  /* The gate opens for the one before: his sheet comes back on top with its marks. */
  fake_judge_client_tell (fixture->client, make_state (12, TRUE));
  assert_sheet (fixture, LECTERN_OWN_SHEET_UNSENT, 37200);
  wait_ms (PAUSE_MS);
  g_assert_cmpint (take_only (FALSE).lot, ==, 12);
}

/* The gate goes before the stage. */
static void
test_gate_of_another (Fixture      *fixture,
                      gconstpointer data)
{
  LecternJudgeState *state = make_state (13, FALSE);

  state->gate_open = TRUE;
  state->gate_lot = 12;
  fake_judge_state_add_sheet (state, 12, "前一位", "draft", 1, other_marks);
  fake_judge_client_tell (fixture->client, state);
  g_assert_cmpint (lectern_own_sheet_get_lot (lectern_judge_desk_get_current (fixture->desk)), ==, 12);
  g_assert_cmpstr (lectern_own_sheet_get_name (lectern_judge_desk_get_current (fixture->desk)), ==, "前一位");
  g_assert_true (lectern_judge_desk_can_submit (fixture->desk));
}

/* Opened again for somebody else's sheet while another speaks: mine is locked, and I go on. */
static void
test_gate_of_anothers_sheet (Fixture      *fixture,
                             gconstpointer data)
{
  LecternJudgeState *state = make_state (13, FALSE);

  state->gate_open = TRUE;
  state->gate_lot = 12;
  fake_judge_state_add_sheet (state, 12, "前一位", "locked", 1, other_marks);
  fake_judge_client_tell (fixture->client, state);
  g_assert_cmpint (lectern_own_sheet_get_lot (lectern_judge_desk_get_current (fixture->desk)), ==, 13);
  g_assert_cmpint (lectern_judge_desk_get_bar (fixture->desk), ==, LECTERN_DESK_FREE);
}

/* While it is held a sheet stays on top; nothing of it goes out for the one who is on stage now. */
static void
test_held (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GArray) sent = NULL;

  fake_judge_client_tell (fixture->client, make_state (12, FALSE));
  lectern_judge_desk_set_held (fixture->desk, TRUE);
  fake_judge_client_tell (fixture->client, make_state (13, TRUE));
  lectern_judge_desk_set_mark (fixture->desk, 0, 37200);
  wait_ms (PAUSE_MS);
  g_assert_cmpint (lectern_own_sheet_get_lot (lectern_judge_desk_get_current (fixture->desk)), ==, 12);
  g_assert_cmpint (lectern_own_sheet_get_lot (lectern_judge_desk_get_due (fixture->desk)), ==, 13);
  g_assert_false (lectern_judge_desk_can_submit (fixture->desk));
  sent = fake_judge_client_take_sent ();
  g_assert_cmpuint (sent->len, ==, 0);
  lectern_judge_desk_set_held (fixture->desk, FALSE);
  g_assert_cmpint (lectern_own_sheet_get_lot (lectern_judge_desk_get_current (fixture->desk)), ==, 13);
  g_assert_cmpuint (fixture->n_left, ==, 1);
}

/* Killed with a sheet on its way: it is on its way still, and what the main laptop says of it counts. */
static void
test_killed_while_sending (Fixture      *fixture,
                           gconstpointer data)
{
  FakeSheet sheet;

  fake_judge_client_tell (fixture->client, make_state (12, TRUE));
  mark_all (fixture, full_marks);
  lectern_judge_desk_submit (fixture->desk);
  sheet = take_only (TRUE);
  close_desk (fixture);
  fake_judge_client_prepare_unsent (&sheet);
  open_desk (fixture);
  fake_judge_client_tell (fixture->client, make_state (12, TRUE));
  assert_sheet (fixture, LECTERN_OWN_SHEET_SUBMITTING, 92300);
  wait_ms (PAUSE_MS);
  {
    g_autoptr (GArray) sent = fake_judge_client_take_sent ();

    g_assert_cmpuint (sent->len, ==, 0); /* the client sends it, once */
  }
  fake_judge_client_acknowledge (fixture->client, &sheet, 1);
  assert_sheet (fixture, LECTERN_OWN_SHEET_SUBMITTED, 92300);

  /* The next speaker was called meanwhile, and it comes too late: said, and the marks are there. */
  close_desk (fixture);
  sheet.lot = 11;
  fake_judge_client_prepare_unsent (&sheet);
  open_desk (fixture);
  fixture->n_left = 0;
  fake_judge_client_tell (fixture->client, make_state (12, TRUE));
  fake_judge_client_refuse (fixture->client, &sheet, "gate-closed");
  g_assert_cmpuint (fixture->n_left, ==, 1);
}

/* A talk that starts again: the marks are gone, on the disk too, and those made since are not. */
static void
test_void (Fixture      *fixture,
           gconstpointer data)
{
  const LecternJudgeVoid voided = { 12, 2 };
  FakeSheet              sheet;

  fake_judge_client_tell (fixture->client, make_state (12, TRUE));
  mark_all (fixture, full_marks);
  lectern_judge_desk_submit (fixture->desk);
  sheet = take_only (TRUE);
  fake_judge_client_acknowledge (fixture->client, &sheet, 2);
  for (guint run = 0; run < 2; run++)
    {
      LecternJudgeState *state = make_state (12, FALSE);

      g_array_append_val (state->voided, voided);
      fake_judge_client_tell (fixture->client, state);
      assert_sheet (fixture, run == 0 ? LECTERN_OWN_SHEET_EMPTY : LECTERN_OWN_SHEET_UNSENT, run == 0 ? 0 : 30000);
      if (run > 0)
        break;
      lectern_judge_desk_set_mark (fixture->desk, 0, 30000);
      close_desk (fixture);
      open_desk (fixture);
    }
  wait_ms (PAUSE_MS);
  g_assert_cmpint (take_only (FALSE).marks[0], ==, 30000);
}

/* What arrives replaces what the judge left alone, never what he changed. */
static void
test_other_device (Fixture      *fixture,
                   gconstpointer data)
{
  LecternJudgeState *state = make_state (12, TRUE);

  fake_judge_state_add_sheet (state, 12, "刘𬱖", "draft", 4, full_marks);
  fake_judge_client_tell (fixture->client, state);
  assert_sheet (fixture, LECTERN_OWN_SHEET_DRAFT, 92300);
  lectern_judge_desk_set_mark (fixture->desk, 0, 38000);
  state = make_state (12, TRUE);
  fake_judge_state_add_sheet (state, 12, "刘𬱖", "draft", 5, other_marks);
  fake_judge_client_tell (fixture->client, state);
  assert_sheet (fixture, LECTERN_OWN_SHEET_UNSENT, 93300);
  /* An older message that was overtaken. */
  state = make_state (12, TRUE);
  fake_judge_state_add_sheet (state, 12, "刘𬱖", "draft", 3, other_marks);
  fake_judge_client_tell (fixture->client, state);
  assert_sheet (fixture, LECTERN_OWN_SHEET_UNSENT, 93300);
}

static void
test_recused (Fixture      *fixture,
              gconstpointer data)
{
  LecternJudgeState *state = make_state (12, TRUE);
  gint64             lot = 12;

  g_array_append_val (state->recused, lot);
  fake_judge_client_tell (fixture->client, state);
  g_assert_cmpint (lectern_judge_desk_get_bar (fixture->desk), ==, LECTERN_DESK_RECUSED);
  g_assert_false (lectern_judge_desk_can_submit (fixture->desk));
}

/* The process is gone without a word; another one finds everything. */
static void
test_killed (Fixture      *fixture,
             gconstpointer data)
{
  FakeSheet          sheet;
  LecternJudgeState *state;

  fake_judge_client_tell (fixture->client, make_state (12, FALSE));
  lectern_judge_desk_set_mark (fixture->desk, 0, 37200);
  lectern_judge_desk_set_note (fixture->desk, "收尾稍急");
  close_desk (fixture);
  open_desk (fixture);
  state = make_state (12, FALSE);
  state->seq = 9;
  fake_judge_client_tell (fixture->client, state);
  assert_sheet (fixture, LECTERN_OWN_SHEET_UNSENT, 37200);
  g_assert_cmpstr (lectern_own_sheet_get_note (lectern_judge_desk_get_current (fixture->desk)), ==, "收尾稍急");
  /* It goes out without a touch. */
  wait_ms (PAUSE_MS);
  sheet = take_only (FALSE);
  g_assert_cmpint (sheet.marks[0], ==, 37200);
  fake_judge_client_acknowledge (fixture->client, &sheet, 1);

  /* Acknowledged, killed, changed elsewhere meanwhile: the main laptop is right. */
  close_desk (fixture);
  open_desk (fixture);
  state = make_state (12, FALSE);
  fake_judge_state_add_sheet (state, 12, "刘𬱖", "draft", 2, other_marks);
  fake_judge_client_tell (fixture->client, state);
  assert_sheet (fixture, LECTERN_OWN_SHEET_DRAFT, 70000);

  /* Thought sent, but the main laptop has none (its file was restored): it goes out again. */
  close_desk (fixture);
  open_desk (fixture);
  fake_judge_client_tell (fixture->client, make_state (12, FALSE));
  assert_sheet (fixture, LECTERN_OWN_SHEET_UNSENT, 37200);
}

/* A rehearsal's marks and another contest's are not these. */
static void
test_rehearsal_apart (Fixture      *fixture,
                      gconstpointer data)
{
  LecternJudgeState *state = make_state (12, FALSE);

  state->rehearsal = TRUE;
  fake_judge_client_tell (fixture->client, state);
  lectern_judge_desk_set_mark (fixture->desk, 0, 37200);
  fake_judge_client_tell (fixture->client, make_state (12, FALSE));
  assert_sheet (fixture, LECTERN_OWN_SHEET_EMPTY, 0);
  wait_ms (PAUSE_MS);
  assert_nothing_sent ();
}

/* The rubric lost its first criterion: the others keep their marks. */
static void
test_rubric_changed (Fixture      *fixture,
                     gconstpointer data)
{
  LecternJudgeState *state = make_state (12, FALSE);

  fake_judge_client_tell (fixture->client, make_state (12, FALSE));
  mark_all (fixture, full_marks);
  g_ptr_array_remove_index (state->rubric, 0);
  fake_judge_client_tell (fixture->client, state);
  assert_sheet (fixture, LECTERN_OWN_SHEET_UNSENT, 55300);
  g_assert_cmpuint (lectern_own_sheet_get_n_marks (lectern_judge_desk_get_current (fixture->desk)), ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/ui/judge-desk/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("draft", test_draft);
  ADD ("change-under-way", test_change_under_way);
  ADD ("submit", test_submit);
  ADD ("received-by-state", test_received_by_state);
  ADD ("refused", test_refused);
  ADD ("next-speaker", test_next_speaker);
  ADD ("gate-of-another", test_gate_of_another);
  ADD ("gate-of-anothers-sheet", test_gate_of_anothers_sheet);
  ADD ("held", test_held);
  ADD ("killed-while-sending", test_killed_while_sending);
  ADD ("void", test_void);
  ADD ("other-device", test_other_device);
  ADD ("recused", test_recused);
  ADD ("killed", test_killed);
  ADD ("rehearsal-apart", test_rehearsal_apart);
  ADD ("rubric-changed", test_rubric_changed);
#undef ADD
  return g_test_run ();
}
