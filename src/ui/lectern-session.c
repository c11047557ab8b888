/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What belongs together while one contest is open. Started again after a crash it asks nothing:
 * the file says who is on stage, what the hall sees and what the clock shows, and the judges'
 * laptops find the same port and the same certificate. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-session.h"

#include "lectern-console-window.h"
#include "lectern-content-copy.h"
#include "lectern-first-frame.h"
#include "lectern-journal-line.h"
#include "lectern-network-choice.h"
#include "lectern-rehearsal-room.h"
#include "lectern-sandbox.h"
#include "lectern-server.h"
#include "lectern-session-mark.h"
#include "lectern-templates.h"
#include "lectern-window-memory.h"

#include <glib/gi18n-lib.h>

struct _LecternSession
{
  GObject parent_instance;

  LecternEngine *engine;
  LecternServer *server;
  char          *mark; /* path under which it is noted that the contest is open; NULL: it is not yet */
};

G_DEFINE_FINAL_TYPE (LecternSession, lectern_session, G_TYPE_OBJECT)

static void
lectern_session_dispose (GObject *object)
{
  LecternSession *self = LECTERN_SESSION (object);

  if (self->server != NULL)
    lectern_server_stop (self->server);
  g_clear_object (&self->server);
  if (self->engine != NULL)
    lectern_engine_close (self->engine);
  g_clear_object (&self->engine);
  if (self->mark != NULL)
    lectern_session_mark_close (NULL, self->mark);
  g_clear_pointer (&self->mark, g_free);
  G_OBJECT_CLASS (lectern_session_parent_class)->dispose (object);
}

static void
lectern_session_class_init (LecternSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_session_dispose;
}

static void
lectern_session_init (LecternSession *self)
{
}

static gboolean
perform (LecternEngine *engine,
         LecternAction *action,
         GError       **error)
{
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (engine, action, NULL, error);

  return outcome != NULL;
}

static gboolean
register_sample (LecternEngine    *engine,
                 LecternImportKind kind,
                 LecternActionKind action_kind,
                 GError          **error)
{
  g_autoptr (LecternContest) contest = lectern_engine_read_contest (lectern_engine_get_path (engine), error);
  g_autoptr (GBytes) table = lectern_templates_get_sample (kind);
  g_autoptr (LecternImport) import = NULL;
  LecternAction *action;

  if (contest == NULL)
    return FALSE;
  import = lectern_import_read_bytes (kind, table, contest, LECTERN_IMPORT_PLAIN);
  if (import->error != NULL)
    {
      g_propagate_error (error, g_error_copy (import->error));
      return FALSE;
    }
  action = lectern_action_new (action_kind, "console");
  for (guint i = 0; i < import->records->len; i++)
    lectern_action_add_record (action, lectern_record_ref (import->records->pdata[i]));
  return perform (engine, action, error);
}

static gboolean
register_samples (LecternEngine *engine,
                  GError       **error)
{
  return register_sample (engine, LECTERN_IMPORT_NOMINEES, LECTERN_ACTION_ADD_NOMINEES, error) && register_sample (engine, LECTERN_IMPORT_JUDGES, LECTERN_ACTION_ADD_JUDGES, error);
}

gboolean
lectern_session_create (const char *path,
                        const char *template_name,
                        gboolean    sample,
                        GError    **error)
{
  g_autoptr (LecternTemplate) template = NULL;
  g_autoptr (LecternEngine) engine = NULL;
  gboolean whole;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!lectern_sandbox_may_keep (path, error))
    return FALSE;
  template = lectern_templates_load (template_name, NULL, error);
  if (template == NULL)
    return FALSE;
  engine = lectern_engine_create (path, template, "console", error);
  if (engine == NULL)
    return FALSE;
  whole = !sample || register_samples (engine, error);
  lectern_engine_close (engine);
  return whole;
}

static LecternServer *
start_server (LecternEngine *engine,
              const char    *bind,
              guint16        port,
              GError       **error)
{
  g_autofree char *chosen = bind == NULL ? lectern_network_choice_load () : NULL;
  LecternServer   *server;

  bind = bind != NULL ? bind : chosen;
  if (port != 0)
    return lectern_server_start (engine, bind, port, NULL, error);
  server = lectern_server_start (engine, bind, LECTERN_SESSION_PORT, NULL, NULL);
  return server != NULL ? server : lectern_server_start (engine, bind, 0, NULL, error);
}

/* In a line that stands in nobody's way: what there is, and since when. */
static void
tell_of_crash (LecternSession *self,
               GtkWindow      *window)
{
  gint64 seq = lectern_engine_get_seq (self->engine);
  g_autoptr (GPtrArray) lines = lectern_engine_read_journal (self->engine, seq - 1, 1, NULL);
  const LecternJournalLine *last = lines != NULL && lines->len == 1 ? lines->pdata[0] : NULL;
  g_autoptr (GDateTime) when = last != NULL ? g_date_time_new_from_unix_local (last->wall_us / G_USEC_PER_SEC) : NULL;
  g_autofree char *time = when != NULL ? g_date_time_format (when, "%H:%M") : NULL;
  g_autofree char *sentence = NULL;

  if (time == NULL)
    return;
  /* Translators: a time of day, and the number of a line of the journal. */
  sentence = g_strdup_printf (_ ("The last session ended unexpectedly after %s. Everything up to line %d of the journal is there."), time, (int) seq);
  lectern_desk_tell (lectern_console_window_get_desk (LECTERN_CONSOLE_WINDOW (window)), sentence);
}

/* The engine holds the contest's lock, so whoever left a mark is gone. */
static void
note_open (LecternSession *self,
           GtkWindow      *window)
{
  self->mark = g_canonicalize_filename (lectern_engine_get_path (self->engine), NULL);
  if (lectern_session_mark_open (NULL, self->mark))
    tell_of_crash (self, window);
}

gboolean
lectern_session_open (AdwApplication *application,
                      const char     *path,
                      const char     *bind,
                      guint16         port,
                      GError        **error)
{
  g_autoptr (LecternSession) self = g_object_new (LECTERN_TYPE_SESSION, NULL);
  GtkWindow *window;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!lectern_sandbox_may_keep (path, error))
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !lectern_session_create (path, LECTERN_TEMPLATE_DEFAULT, FALSE, error))
    return FALSE;
  self->engine = lectern_engine_open (path, error);
  if (self->engine == NULL)
    return FALSE;
  self->server = start_server (self->engine, bind, port, error);
  if (self->server == NULL)
    return FALSE;
  window = lectern_console_window_new (application, self->engine, self->server);
  lectern_window_memory_watch (window);
  lectern_window_memory_set_last_file (lectern_engine_get_path (self->engine));
  lectern_first_frame_announce (window);
  gtk_window_present (window);
  note_open (self, window);
  lectern_content_copy_tidy_later ();
  lectern_rehearsal_room_tidy ();
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (g_object_unref), g_steal_pointer (&self));
  return TRUE;
}
