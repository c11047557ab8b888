/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Lines of `lecternctl serve` and the actions they become. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-serve-line.h"

#include "lectern-record.h"

#define NONE LECTERN_NULL

static const struct
{
  const char        *text;
  LecternServeAnswer answer;
  int                kind; /* -1: no action */
  gint64             lot;
  gint64             judge;
  gint64             number;
  const char        *reason;
} good_lines[] = {
  { "codes", LECTERN_SERVE_CODES, LECTERN_ACTION_MAKE_CODE, NONE, 0, NONE, NULL },
  { "code 12", LECTERN_SERVE_CODE, LECTERN_ACTION_MAKE_CODE, NONE, 12, NONE, NULL },
  { "call 7", LECTERN_SERVE_ACTION, LECTERN_ACTION_CALL, 7, NONE, NONE, NULL },
  { "clock start", LECTERN_SERVE_ACTION, LECTERN_ACTION_START_CLOCK, NONE, NONE, NONE, NULL },
  { "clock pause", LECTERN_SERVE_ACTION, LECTERN_ACTION_PAUSE_CLOCK, NONE, NONE, NONE, NULL },
  { "clock resume", LECTERN_SERVE_ACTION, LECTERN_ACTION_RESUME_CLOCK, NONE, NONE, NONE, NULL },
  { "clock stop", LECTERN_SERVE_ACTION, LECTERN_ACTION_STOP_CLOCK, NONE, NONE, NONE, NULL },
  { "clock set 361.5 read from the video", LECTERN_SERVE_ACTION, LECTERN_ACTION_SET_CLOCK, NONE, NONE, 361500, "read from the video" },
  { "clock set 6:01.5 read from the video", LECTERN_SERVE_ACTION, LECTERN_ACTION_SET_CLOCK, NONE, NONE, 361500, "read from the video" },
  { "clock set 0 again", LECTERN_SERVE_ACTION, LECTERN_ACTION_SET_CLOCK, NONE, NONE, 0, "again" },
  { "gate open", LECTERN_SERVE_ACTION, LECTERN_ACTION_OPEN_GATE, NONE, NONE, NONE, NULL },
  { "gate close", LECTERN_SERVE_ACTION, LECTERN_ACTION_CLOSE_GATE, NONE, NONE, NONE, NULL },
  { "reopen 7 3 写错了 一格", LECTERN_SERVE_ACTION, LECTERN_ACTION_REOPEN_SHEET, 7, 3, NONE, "写错了 一格" },
  { "forfeit 4  absent", LECTERN_SERVE_ACTION, LECTERN_ACTION_FORFEIT, 4, NONE, NONE, "absent" },
  { "reveal 2", LECTERN_SERVE_ACTION, LECTERN_ACTION_REVEAL, 2, NONE, NONE, NULL },
  { "enter reveal 7", LECTERN_SERVE_ACTION, LECTERN_ACTION_ENTER_SEQUENCE, 7, NONE, 0, NULL },
  { "enter ceremony", LECTERN_SERVE_ACTION, LECTERN_ACTION_ENTER_SEQUENCE, NONE, NONE, 1, NULL },
  { "enter draw", LECTERN_SERVE_ACTION, LECTERN_ACTION_ENTER_SEQUENCE, NONE, NONE, 2, NULL },
  { "step forward", LECTERN_SERVE_ACTION, LECTERN_ACTION_STEP, NONE, NONE, NONE, NULL },
  { "step back", LECTERN_SERVE_ACTION, LECTERN_ACTION_STEP, NONE, NONE, NONE, NULL },
  { "resume", LECTERN_SERVE_ACTION, LECTERN_ACTION_RESUME_SEQUENCE, NONE, NONE, NONE, NULL },
  { "undo", LECTERN_SERVE_ACTION, LECTERN_ACTION_UNDO, NONE, NONE, NONE, NULL },
  { "undo 12", LECTERN_SERVE_ACTION, LECTERN_ACTION_UNDO, NONE, NONE, 12, NULL },
  { "go", LECTERN_SERVE_ACTION, LECTERN_ACTION_GO, NONE, NONE, NONE, NULL },
  { "status", LECTERN_SERVE_STATUS, -1, NONE, NONE, NONE, NULL },
  { "quit", LECTERN_SERVE_QUIT, -1, NONE, NONE, NONE, NULL },
};

static void
test_good (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  LecternServeLine line = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (lectern_serve_line_parse (good_lines[i].text, &line, &error));
  g_assert_no_error (error);
  g_assert_cmpint (line.answer, ==, good_lines[i].answer);
  if (good_lines[i].kind < 0)
    {
      g_assert_null (line.action);
      return;
    }
  g_assert_cmpint (line.action->kind, ==, good_lines[i].kind);
  g_assert_cmpint (line.action->on, ==, g_str_equal (good_lines[i].text, "step forward"));
  g_assert_cmpint (line.action->lot, ==, good_lines[i].lot);
  g_assert_cmpint (line.action->judge, ==, good_lines[i].judge);
  g_assert_cmpint (line.action->number, ==, good_lines[i].number);
  g_assert_cmpstr (line.action->reason, ==, good_lines[i].reason);
  g_assert_cmpstr (line.action->actor, ==, "lecternctl");
  lectern_action_free (line.action);
}

static const char *const bad_lines[] = {
  "", "nothing", "CALL 1", "callous 1", "call", "call 0", "call -1", "call 1.5", "call 1 2", "call x", "call 99999999999999999999",
  "clock", "clock stop now", "clock set", "clock set 5", "clock set -5 why", "clock set 1.2345 why", "clock set why 5", "clock set 6:60 why", "clock set 6: why",
  "gate", "gate ajar", "code", "code 0", "codes 1", "reopen 1 2", "reopen 1 why", "forfeit 1", "forfeit why", "status now", "quit now"
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_lines); i++)
    {
      LecternServeLine line = { 0 };
      g_autoptr (GError) error = NULL;

      if (lectern_serve_line_parse (bad_lines[i], &line, &error))
        g_error ("“%s” was taken", bad_lines[i]);
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_OPTION_ERROR);
      g_assert_null (line.action);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (good_lines); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/serve-line/good/%s", good_lines[i].text);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_good);
    }
  g_test_add_func ("/cli/serve-line/bad", test_bad);

  return g_test_run ();
}
