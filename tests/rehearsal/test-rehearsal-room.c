/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A rehearsal beside the real contest: judges come over real connections and mark by themselves; the real
 * file is the same byte for byte afterwards, and nothing of the copy is left, however it ended. */

#include "evening.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>

#include "lectern-rehearsal-room.h"

#define SPEED 200

/* Of the file and of what SQLite keeps beside it. */
static char *
hash_contest (Evening *evening)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *const endings[] = { "", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (evening->path, endings[i], NULL);
      g_autofree char *bytes = NULL;
      gsize            length = 0;

      if (g_file_get_contents (path, &bytes, &length, NULL))
        g_checksum_update (sum, (const guchar *) bytes, (gssize) length);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static guint
count_rooms (void)
{
  g_autofree char *rooms = g_build_filename (g_get_user_cache_dir (), "lectern", "rehearsals", NULL);
  g_autoptr (GDir) dir = g_dir_open (rooms, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static guint
count_submitted (LecternRehearsalRoom *room)
{
  LecternJuryFigures figures;

  lectern_virtual_jury_get_figures (lectern_rehearsal_room_get_jury (room), &figures);
  return figures.n_submitted;
}

static guint
count_connected (LecternRehearsalRoom *room)
{
  LecternJuryFigures figures;

  lectern_virtual_jury_get_figures (lectern_rehearsal_room_get_jury (room), &figures);
  return figures.n_connected;
}

#define UNTIL(condition)                               \
  G_STMT_START                                         \
  {                                                    \
    for (guint turn_ = 0; !(condition); turn_++)       \
      {                                                \
        if (turn_ == 2000)                             \
          g_error ("never came true: %s", #condition); \
        g_main_context_iteration (NULL, FALSE);        \
        g_usleep (5000);                               \
      }                                                \
  }                                                    \
  G_STMT_END

static void
go (LecternRehearsalRoom *room)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (lectern_rehearsal_room_get_engine (room), lectern_action_new (LECTERN_ACTION_GO, "test"), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
}

static LecternContest *
read_copy (LecternRehearsalRoom *room)
{
  return lectern_engine_read_contest (lectern_engine_get_path (lectern_rehearsal_room_get_engine (room)), NULL);
}

static gboolean
is_marking (LecternRehearsalRoom *room)
{
  g_autoptr (LecternContest) copy = read_copy (room);

  return lectern_contest_get_entry_at_gate (copy) != NULL;
}

static void
test_play (void)
{
  Evening         *evening = evening_new (3);
  g_autofree char *before = hash_contest (evening);
  g_autofree char *after = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternContest) copy = NULL;
  LecternRehearsalRoom *room = lectern_rehearsal_room_open (evening->engine, SPEED, &error);

  g_assert_no_error (error);
  UNTIL (count_connected (room) == 3);
  for (guint i = 0; i < 12 && !is_marking (room); i++)
    go (room);
  UNTIL (count_submitted (room) > 0);
  copy = read_copy (room);
  g_assert_cmpint (lectern_contest_get_record (copy)->rehearsal, ==, 1);
  path = g_strdup (lectern_engine_get_path (lectern_rehearsal_room_get_engine (room)));
  g_assert_cmpuint (count_rooms (), ==, 1);
  g_assert_cmpuint (lectern_rehearsal_room_tidy (), ==, 0); /* it is in use */
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  lectern_rehearsal_room_close (room);
  g_assert_cmpuint (count_rooms (), ==, 0);
  after = hash_contest (evening);
  g_assert_cmpstr (after, ==, before);
  evening_free (evening);
}

static void
test_killed (void)
{
  Evening         *evening;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (g_test_subprocess ())
    {
      LecternEngine        *engine = lectern_engine_open (g_getenv ("LECTERN_TEST_CONTEST"), NULL);
      LecternRehearsalRoom *room = lectern_rehearsal_room_open (engine, SPEED, NULL);

      g_assert_nonnull (room);
      UNTIL (count_connected (room) == 3);
      go (room);
      raise (SIGKILL);
    }
  evening = evening_new (3);
  evening_close (evening);
  g_setenv ("LECTERN_TEST_CONTEST", evening->path, TRUE);
  before = hash_contest (evening);
  g_test_trap_subprocess (NULL, 0, 0);
  g_assert_false (g_test_trap_has_passed ());
  after = hash_contest (evening);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_rooms (), ==, 1);
  g_assert_cmpuint (lectern_rehearsal_room_tidy (), ==, 1);
  g_assert_cmpuint (count_rooms (), ==, 0);
  evening_open (evening);
  evening_free (evening);
}

static void
test_finalised (void)
{
  Evening *evening = evening_new (3);
  g_autoptr (GError) error = NULL;
  LecternAction *action;

  for (gint64 lot = 1; lot <= 6; lot++)
    {
      action = lectern_action_new (LECTERN_ACTION_FORFEIT, "test");
      action->lot = lot;
      action->reason = g_strdup ("ill");
      g_free (evening_do (evening, action));
    }
  action = lectern_action_new (LECTERN_ACTION_FINALISE, "test");
  action->on = TRUE;
  g_free (evening_do (evening, action));
  g_assert_null (lectern_rehearsal_room_open (evening->engine, SPEED, &error));
  g_assert_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_FINALISED);
  g_assert_cmpuint (count_rooms (), ==, 0);
  evening_free (evening);
}

int
main (int    argc,
      char **argv)
{
  lectern_server_prepare_process ();
  if (g_getenv ("LECTERN_TEST_CACHE") == NULL)
    g_setenv ("LECTERN_TEST_CACHE", g_dir_make_tmp ("lectern-cache-XXXXXX", NULL), TRUE);
  g_setenv ("XDG_CACHE_HOME", g_getenv ("LECTERN_TEST_CACHE"), TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rehearsal/room/play", test_play);
  g_test_add_func ("/rehearsal/room/killed", test_killed);
  g_test_add_func ("/rehearsal/room/finalised", test_finalised);
  return g_test_run ();
}
