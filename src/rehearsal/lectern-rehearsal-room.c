/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Where a contest is rehearsed. Rule: the real file is only ever read, through the copy its own engine
 * makes; everything that could be confused with it - file, key, address - is another one. The copies
 * lie in one folder of the user's, so that what a killed program leaves is found again. */

#define G_LOG_DOMAIN "lectern-rehearsal"

#include "lectern-rehearsal-room.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define JUDGES_USUAL 9
#define IN_USE ".in-use"

struct _LecternRehearsalRoom
{
  char               *folder;
  int                 lock; /* held as long as the folder is in use; -1: none */
  LecternEngine      *engine;
  LecternServer      *server;
  LecternVirtualJury *jury;
};

static char *
get_rooms_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "lectern", "rehearsals", NULL);
}

/* What is in it too; a link is removed and not followed. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

/* The kernel lets go of it with the process, however that ends. */
static int
take_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, IN_USE, NULL);
  int              lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) == 0)
    return lock;
  if (lock >= 0)
    close (lock);
  return -1;
}

static gboolean
make_folder (LecternRehearsalRoom *self,
             GError              **error)
{
  g_autofree char *rooms = get_rooms_folder ();
  char            *folder = g_build_filename (rooms, "room-XXXXXX", NULL);

  if (g_mkdir_with_parents (rooms, 0700) != 0 || g_mkdtemp (folder) == NULL)
    {
      int why = errno;

      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (why), _ ("The rehearsal found no room for its copy: %s."), g_strerror (why));
      g_free (folder);
      return FALSE;
    }
  self->folder = folder;
  self->lock = take_lock (folder);
  return TRUE;
}

static gboolean
perform (LecternRehearsalRoom *self,
         LecternAction        *action,
         GError              **error)
{
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (self->engine, action, NULL, error);

  return outcome != NULL;
}

static gboolean
mark (LecternRehearsalRoom *self,
      LecternContest       *contest,
      GError              **error)
{
  LecternAction        *action = lectern_action_new (LECTERN_ACTION_EDIT_CONTEST, "rehearsal");
  LecternContestRecord *record = lectern_record_copy (lectern_contest_get_record (contest));

  record->rehearsal = 1;
  lectern_action_add_record (action, record);
  return perform (self, action, error);
}

static gboolean
invent_judges (LecternRehearsalRoom *self,
               GError              **error)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_ADD_JUDGES, "rehearsal");

  for (guint i = 1; i <= JUDGES_USUAL; i++)
    {
      LecternJudge *judge = lectern_record_new (&lectern_table_judge);

      judge->number = i;
      judge->name = g_strdup_printf (_ ("Virtual judge %d"), (int) i);
      judge->head = 0;
      judge->active = 1;
      lectern_action_add_record (action, judge);
    }
  return perform (self, action, error);
}

static gboolean
draw (LecternRehearsalRoom *self,
      GError              **error)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_DRAW, "rehearsal");

  action->text = g_strdup ("rehearsal");
  return perform (self, action, error);
}

/* What the copy lacks to be played. */
static gboolean
prepare (LecternRehearsalRoom *self,
         GError              **error)
{
  g_autoptr (LecternContest) contest = lectern_engine_read_contest (lectern_engine_get_path (self->engine), error);
  const LecternRound *round = contest != NULL ? lectern_contest_get_current_round (contest) : NULL;

  if (contest == NULL)
    return FALSE;
  if (round != NULL && round->state == LECTERN_ROUND_FINALISED)
    {
      g_set_error_literal (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_FINALISED, _ ("The round is finalised: there is nothing left to rehearse."));
      return FALSE;
    }
  return mark (self, contest, error) && (lectern_contest_get_judges (contest)->len > 0 || invent_judges (self, error)) && (round == NULL || round->state != LECTERN_ROUND_SET_UP || draw (self, error));
}

/* A code for each judge on the panel, who comes with it like everybody. */
static gboolean
seat_judge (LecternRehearsalRoom *self,
            const LecternJudge   *judge,
            GError              **error)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_MAKE_CODE, "rehearsal");
  g_autoptr (LecternOutcome) outcome = NULL;

  action->judge = judge->number;
  outcome = lectern_engine_perform (self->engine, action, NULL, error);
  if (outcome == NULL)
    return FALSE;
  lectern_virtual_jury_add (self->jury, judge->number, outcome->text);
  return TRUE;
}

static gboolean
seat_jury (LecternRehearsalRoom *self,
           double                speed,
           GError              **error)
{
  g_autoptr (LecternContest) contest = lectern_engine_read_contest (lectern_engine_get_path (self->engine), error);
  g_autofree char *keys = g_build_filename (self->folder, "keys", NULL);
  g_autofree char *address = NULL;
  GPtrArray       *judges;

  if (contest == NULL)
    return FALSE;
  self->server = lectern_server_start (self->engine, "127.0.0.1", 0, keys, error);
  if (self->server == NULL)
    return FALSE;
  address = lectern_server_get_address (self->server);
  self->jury = lectern_virtual_jury_new (address, lectern_server_get_fingerprint (self->server), speed);
  judges = lectern_contest_get_judges (contest);
  for (guint i = 0; i < judges->len; i++)
    if (((LecternJudge *) judges->pdata[i])->active == 1 && !seat_judge (self, judges->pdata[i], error))
      return FALSE;
  lectern_virtual_jury_start (self->jury);
  return TRUE;
}

static gboolean
copy_contest (LecternRehearsalRoom *self,
              LecternEngine        *contest,
              GError              **error)
{
  g_autofree char *name = g_path_get_basename (lectern_engine_get_path (contest));
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  if (!lectern_engine_backup (contest, path, error))
    return FALSE;
  self->engine = lectern_engine_open (path, error);
  return self->engine != NULL;
}

LecternRehearsalRoom *
lectern_rehearsal_room_open (LecternEngine *contest,
                             double         speed,
                             GError       **error)
{
  g_autoptr (LecternRehearsalRoom) self = g_new0 (LecternRehearsalRoom, 1);

  g_return_val_if_fail (LECTERN_IS_ENGINE (contest), NULL);
  self->lock = -1;
  if (!make_folder (self, error) || !copy_contest (self, contest, error) || !prepare (self, error) || !seat_jury (self, speed, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
lectern_rehearsal_room_close (LecternRehearsalRoom *self)
{
  if (self == NULL)
    return;
  lectern_virtual_jury_free (self->jury);
  if (self->server != NULL)
    lectern_server_stop (self->server);
  g_clear_object (&self->server);
  if (self->engine != NULL)
    lectern_engine_close (self->engine);
  g_clear_object (&self->engine);
  if (self->folder != NULL)
    remove_folder (self->folder);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->folder);
  g_free (self);
}

LecternEngine *
lectern_rehearsal_room_get_engine (LecternRehearsalRoom *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->engine;
}

LecternServer *
lectern_rehearsal_room_get_server (LecternRehearsalRoom *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->server;
}

LecternVirtualJury *
lectern_rehearsal_room_get_jury (LecternRehearsalRoom *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->jury;
}

guint
lectern_rehearsal_room_tidy (void)
{
  g_autofree char *rooms = get_rooms_folder ();
  g_autoptr (GDir) dir = g_dir_open (rooms, 0, NULL);
  const char *name;
  guint       n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (rooms, name, NULL);
      int              lock = g_str_has_prefix (name, "room-") ? take_lock (folder) : -1;

      if (lock < 0)
        continue;
      remove_folder (folder);
      close (lock);
      n++;
    }
  return n;
}
