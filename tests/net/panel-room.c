/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

#define G_LOG_DOMAIN "lectern-bench"

#include "panel-room.h"

#include <string.h>
#include <sys/resource.h>

/* --- the processes ------------------------------------------------------------------------- */

void
panels_say (Panels     *panels,
            const char *line)
{
  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (panels->process), line, strlen (line), NULL, NULL, NULL));
}

void
panels_expect (Panels     *panels,
               const char *answer)
{
  g_autofree char *line = g_data_input_stream_read_line (panels->answers, NULL, NULL, NULL);

  g_assert_cmpstr (line, ==, answer);
}

void
panels_start (Panels    *panels,
              guint16    port,
              guint      first,
              guint      n_panels,
              gboolean   small,
              GPtrArray *tokens)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (own);
  g_autofree char *program = g_build_filename (folder, "fan-out-panels", NULL);
  g_autofree char *line = NULL;

  panels->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, NULL);
  g_assert_nonnull (panels->process);
  panels->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (panels->process));
  line = g_strdup_printf ("connect %u %u %d %d\n", port, n_panels, tokens == NULL, small);
  panels_say (panels, line);
  for (guint i = 0; tokens && i < n_panels; i++)
    {
      g_autofree char *token = g_strconcat (g_ptr_array_index (tokens, first + i), "\n", NULL);

      panels_say (panels, token);
    }
  panels_expect (panels, "ready");
}

void
panels_stop (Panels *panels)
{
  panels_say (panels, "quit\n");
  g_subprocess_wait (panels->process, NULL, NULL);
  g_clear_object (&panels->answers);
  g_clear_object (&panels->process);
}

/* --- their seats --------------------------------------------------------------------------- */

static char *
hash_token (const char *token)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, token, -1);
}

/* A seat made as the reception makes it, without its door. */
static void
make_seat (Evening    *evening,
           guint       judge,
           const char *token)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_PAIR, "judge");

  action->text = evening_make_code (evening, judge);
  action->key = hash_token (token);
  action->device = g_strdup ("bench");
  action->address = g_strdup ("127.0.0.1");
  g_free (evening_do (evening, action));
}

/* Seats that no contest has: in the engine's copy alone. */
static void
put_further_seats (LecternEngine *engine,
                   gpointer       user_data)
{
  GPtrArray *tokens = user_data;
  g_autoptr (LecternChange) change = lectern_change_new ();

  for (guint i = JUDGES_MAX; i < tokens->len; i++)
    {
      LecternSeat *seat = lectern_record_new (&lectern_table_seat);

      seat->token = hash_token (g_ptr_array_index (tokens, i));
      seat->judge = 1 + i % JUDGES_MAX;
      seat->device = g_strdup ("bench");
      seat->address = g_strdup ("127.0.0.1");
      lectern_change_put (change, seat);
    }
  lectern_contest_apply (lectern_engine_get_contest (engine), change);
}

GPtrArray *
panel_room_make_seats (Evening *evening,
                       guint    n)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i <= n; i++)
    g_ptr_array_add (tokens, g_strdup_printf ("%064x", i));
  for (guint i = 1; i <= MIN (n, JUDGES_MAX); i++)
    make_seat (evening, i, g_ptr_array_index (tokens, i - 1));
  if (n > JUDGES_MAX)
    lectern_engine_call (evening->engine, put_further_seats, tokens);
  return tokens;
}

void
panel_room_allow_files (void)
{
  struct rlimit files;

  getrlimit (RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit (RLIMIT_NOFILE, &files);
}
