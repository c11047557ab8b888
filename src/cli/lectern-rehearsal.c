/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A whole contest in a minute: prepare, open the server on this machine alone, seat the jury, play
 * every cue, write the papers, close, verify. Anything that would stop the evening stops the
 * rehearsal. */

#define G_LOG_DOMAIN "lectern-cli"

#include "lectern-rehearsal-private.h"

#include "lectern-invocation.h"
#include "lectern-paper.h"
#include "lectern-ranking.h"
#include "lectern-server.h"
#include "lectern-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PATIENCE_US (20 * G_USEC_PER_SEC)
#define PATIENCE_A_JUDGE_US (G_USEC_PER_SEC / 10)

void
lectern_rehearsal_say (LecternRehearsal *self,
                       const char       *format,
                       ...)
{
  g_autofree char *sentence = NULL;
  va_list          args;

  if (self->order->progress == NULL)
    return;
  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  self->order->progress (sentence, self->order->data);
}

gboolean
lectern_rehearsal_perform (LecternRehearsal *self,
                           LecternAction    *action,
                           GError          **error)
{
  g_autoptr (LecternOutcome) outcome = NULL;

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  outcome = lectern_engine_perform (self->engine, action, &self->problems, error);
  if (outcome == NULL)
    return FALSE;
  while (lectern_follower_get_seq (self->follower) < outcome->seq)
    g_main_context_iteration (NULL, TRUE);

  return TRUE;
}

/* A fresh code for each, whoever sat there in the contest that was copied. */
static gboolean
add_to_jury (LecternRehearsal   *self,
             const LecternJudge *judge,
             GError            **error)
{
  LecternAction *action = lectern_invocation_new_action (LECTERN_ACTION_MAKE_CODE);
  g_autoptr (LecternOutcome) outcome = NULL;

  action->judge = judge->number;
  outcome = lectern_engine_perform (self->engine, action, NULL, error);
  if (outcome == NULL)
    return FALSE;
  lectern_virtual_jury_add (self->jury, judge->number, outcome->text);

  return TRUE;
}

static gboolean
seat_jury (LecternRehearsal *self,
           LecternServer    *server,
           GError          **error)
{
  g_autofree char *address = lectern_server_get_address (server);
  g_autoptr (GPtrArray) judges = lectern_contest_list_rows (self->contest, &lectern_table_judge);

  self->jury = lectern_virtual_jury_new (address, lectern_server_get_fingerprint (server), self->order->speed);
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];

      if (judge->active == 1 && !add_to_jury (self, judge, error))
        return FALSE;
    }
  lectern_virtual_jury_start (self->jury);

  return TRUE;
}

static gboolean
on_tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
wait_for_jury (LecternRehearsal *self,
               GError          **error)
{
  gint64             patience_us = g_get_monotonic_time () + PATIENCE_US;
  guint              tick = g_timeout_add (5, on_tick_cb, NULL);
  LecternJuryFigures figures;
  g_autofree char   *trouble = NULL;

  lectern_virtual_jury_get_figures (self->jury, &figures);
  patience_us += figures.n_judges * PATIENCE_A_JUDGE_US;
  do
    {
      g_main_context_iteration (NULL, TRUE);
      trouble = lectern_virtual_jury_dup_trouble (self->jury);
      lectern_virtual_jury_get_figures (self->jury, &figures);
    }
  while (trouble == NULL && figures.n_connected < figures.n_judges && g_get_monotonic_time () < patience_us);
  g_source_remove (tick);
  if (figures.n_connected == figures.n_judges)
    {
      lectern_rehearsal_say (self, ngettext ("%u judge is connected.", "%u judges are connected.", figures.n_judges), figures.n_judges);
      return TRUE;
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, trouble != NULL ? trouble : _ ("Not every virtual judge could connect."));

  return FALSE;
}

static void
remove_key_folder (const char *folder)
{
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* With a key of its own: a rehearsal leaves nothing behind that the evening would use. */
static gboolean
play_with_server (LecternRehearsal *self,
                  GError          **error)
{
  g_autofree char *keys = g_dir_make_tmp ("lectern-rehearsal-XXXXXX", error);
  LecternServer   *server = NULL;
  gboolean         ok = FALSE;

  if (keys == NULL)
    return FALSE;
  server = lectern_server_start (self->engine, "127.0.0.1", 0, keys, error);
  if (server != NULL)
    {
      ok = seat_jury (self, server, error) && wait_for_jury (self, error) && lectern_rehearsal_play (self, error);
      if (self->jury != NULL)
        lectern_virtual_jury_get_figures (self->jury, &self->report->jury);
      g_clear_pointer (&self->jury, lectern_virtual_jury_free);
      lectern_server_stop (server);
      g_object_unref (server);
    }
  remove_key_folder (keys);

  return ok;
}

static gboolean
write_paper (LecternRehearsal *self,
             LecternDocument  *document,
             const char       *name,
             GError          **error)
{
  g_autofree char *path = g_build_filename (self->order->folder, name, NULL);

  if (document == NULL || !lectern_document_write_pdf (document, path, error))
    return FALSE;
  lectern_rehearsal_say (self, _ ("Wrote “%s”."), path);
  g_ptr_array_add (self->report->papers, g_steal_pointer (&path));

  return TRUE;
}

/* Papers of the rounds before the current one carry their round's key in the name. */
static gboolean
write_report (LecternRehearsal   *self,
              const LecternRound *round,
              LecternPaperKind    kind,
              GError            **error)
{
  gboolean         current = round == lectern_contest_get_current_round (self->contest);
  g_autofree char *name = g_strconcat (lectern_paper_kind_get_name (kind), current ? "" : "-", current ? "" : round->key, ".pdf", NULL);
  g_autoptr (LecternDocument) document = lectern_paper_report (self->contest, kind, round->key, g_get_real_time (), error);

  return write_paper (self, document, name, error);
}

/* Of the first award that has places; a contest without any has no certificates. */
static gboolean
write_certificates (LecternRehearsal *self,
                    GError          **error)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (self->contest, NULL, FALSE);
  g_autoptr (LecternDocument) document = NULL;

  if (lectern_contest_get_awards (self->contest)->len == 0)
    return TRUE;
  document = lectern_certificates_new (self->contest, ranking, NULL, FALSE, error);

  return write_paper (self, document, "certificates.pdf", error);
}

static gboolean
write_papers (LecternRehearsal *self,
              GError          **error)
{
  g_autoptr (GPtrArray) rounds = lectern_contest_list_rows (self->contest, &lectern_table_round);

  for (guint i = 0; i < rounds->len; i++)
    if (!write_report (self, rounds->pdata[i], LECTERN_PAPER_RUNNING_ORDER, error) || !write_report (self, rounds->pdata[i], LECTERN_PAPER_SUMMARY, error))
      return FALSE;

  return write_certificates (self, error);
}

static gboolean
run (LecternRehearsal *self,
     GError          **error)
{
  gint64   started_us = g_get_monotonic_time ();
  gboolean ok = lectern_rehearsal_prepare (self, error) && play_with_server (self, error) && write_papers (self, error);

  if (self->contest != NULL)
    self->report->contest = lectern_contest_copy (self->contest);
  g_clear_object (&self->follower);
  if (self->engine != NULL)
    lectern_engine_close (self->engine);
  g_clear_object (&self->engine);
  if (!ok || !lectern_store_verify (self->report->file, &self->report->n_journal, error))
    return FALSE;
  self->report->seconds = (double) (g_get_monotonic_time () - started_us) / G_USEC_PER_SEC;

  return TRUE;
}

LecternRehearsalReport *
lectern_rehearsal_run (const LecternRehearsalOrder *order,
                       GPtrArray                  **problems,
                       GError                     **error)
{
  g_autoptr (LecternRehearsalReport) report = g_new0 (LecternRehearsalReport, 1);
  LecternRehearsal self = { .order = order, .report = report };
  gboolean         ok;

  g_return_val_if_fail (order->folder != NULL && order->speed > 0, NULL);

  if (g_mkdir_with_parents (order->folder, 0777) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _ ("The folder “%s” can't be made: %s"), order->folder, g_strerror (errno));
      return NULL;
    }
  report->papers = g_ptr_array_new_with_free_func (g_free);
  report->file = g_build_filename (order->folder, "contest.lectern", NULL);
  if (g_file_test (report->file, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_EXISTS, _ ("“%s” is there already and was not touched. Choose another folder."), report->file);
      return NULL;
    }
  ok = run (&self, error);
  if (problems != NULL)
    *problems = g_steal_pointer (&self.problems);
  g_clear_pointer (&self.problems, g_ptr_array_unref);

  return ok ? g_steal_pointer (&report) : NULL;
}

void
lectern_rehearsal_report_free (LecternRehearsalReport *self)
{
  g_free (self->file);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_object (&self->contest);
  g_free (self);
}
