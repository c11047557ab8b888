/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Papers take longer than a frame, so they are laid out and written on a thread of their own from
 * a copy of the contest; the copy shares its records, which never change. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-paper-job.h"

#include <glib/gi18n-lib.h>

#include "lectern-certificate-print.h"
#include "lectern-file-choice.h"

/* What is wanted ----------------------------------------------------------------------------- */

LecternPaperOrder *
lectern_paper_order_new (LecternPaperKind kind)
{
  LecternPaperOrder *self = g_new0 (LecternPaperOrder, 1);
  self->kind = kind;
  self->days = LECTERN_NOTICE_DAYS;
  return self;
}

LecternPaperOrder *
lectern_paper_order_new_certificates (const char *award)
{
  LecternPaperOrder *self = lectern_paper_order_new (LECTERN_PAPER_N_KINDS);
  self->certificates = TRUE;
  self->award = g_strdup (award);
  return self;
}

LecternPaperOrder *
lectern_paper_order_copy (const LecternPaperOrder *self)
{
  LecternPaperOrder *copy = g_memdup2 (self, sizeof *self);
  copy->award = g_strdup (self->award);
  copy->design = g_strdup (self->design);
  copy->round = g_strdup (self->round);
  return copy;
}

void
lectern_paper_order_free (LecternPaperOrder *self)
{
  g_free (self->award);
  g_free (self->design);
  g_free (self->round);
  g_free (self);
}

gboolean
lectern_paper_order_has_names (const LecternPaperOrder *self)
{
  LecternNameOrder usual;
  return self->certificates || lectern_paper_kind_has_order (self->kind, &usual);
}

gboolean
lectern_paper_order_get_names (const LecternPaperOrder *self,
                               LecternNameOrder        *order)
{
  static const LecternNameOrder orders[] = { LECTERN_NAME_ORDER_RANK, LECTERN_NAME_ORDER_LOT, LECTERN_NAME_ORDER_UNIT, LECTERN_NAME_ORDER_STROKES, LECTERN_NAME_ORDER_PINYIN, LECTERN_NAME_ORDER_STROKES_DOT };
  if (self->order == 0 || self->order > G_N_ELEMENTS (orders) || !lectern_paper_order_has_names (self))
    return FALSE;
  *order = orders[self->order - 1];
  return TRUE;
}

static const char *
find_award_name (LecternContest *contest,
                 const char     *key)
{
  GPtrArray *awards = lectern_contest_get_awards (contest);
  for (guint i = 0; i < awards->len; i++)
    if (g_strcmp0 (((const LecternAward *) g_ptr_array_index (awards, i))->key, key) == 0)
      return ((const LecternAward *) g_ptr_array_index (awards, i))->name;
  return "";
}

char *
lectern_paper_order_describe (const LecternPaperOrder *self,
                              LecternContest          *contest)
{
  static const char *const names[LECTERN_PAPER_N_KINDS] = {
    [LECTERN_PAPER_RUNNING_ORDER] = N_ ("Running order"),
    [LECTERN_PAPER_BLANK_SHEETS] = N_ ("Blank marking sheets"),
    [LECTERN_PAPER_SHEETS] = N_ ("What was marked, entry by entry"),
    [LECTERN_PAPER_SUMMARY] = N_ ("Summary of the results"),
    [LECTERN_PAPER_AGREEMENT] = N_ ("How far the judges agreed"),
    [LECTERN_PAPER_NOTICE] = N_ ("Public notice"),
    [LECTERN_PAPER_JOURNAL] = N_ ("Journal"),
    [LECTERN_PAPER_CARDS] = N_ ("Cards to pair the judges’ laptops"),
    [LECTERN_PAPER_SCRIPT] = N_ ("MC’s script"),
    [LECTERN_PAPER_ENTRY_LIST] = N_ ("Entry list"),
    [LECTERN_PAPER_ACTIVITY] = N_ ("Activity statistics"),
    [LECTERN_PAPER_POOL] = N_ ("Pool of lecturers"),
    [LECTERN_PAPER_OPERATOR] = N_ ("Operator’s card"),
  };
  if (self->office && !self->certificates && lectern_paper_kind_has_office (self->kind))
    /* Translators: a paper. */
    return g_strdup_printf (_ ("%s, for the office"), _ (names[self->kind]));
  if (self->certificates)
    /* Translators: the name of an award. */
    return g_strdup_printf (_ ("Certificates “%s”"), find_award_name (contest, self->award));
  if (self->kind == LECTERN_PAPER_SHEETS && (self->by_judge || self->judge))
    return g_strdup (_ ("What was marked, judge by judge"));
  return g_strdup (_ (names[self->kind]));
}

char *
lectern_paper_order_name_file (const LecternPaperOrder *self,
                               gboolean                 all_rounds)
{
  g_autoptr (GString) name = g_string_new (self->ruler ? "ruler" : self->certificates ? "certificates"
                                                                                      : lectern_paper_kind_get_name (self->kind));
  if (self->certificates)
    g_string_append_printf (name, "-%s", self->award);
  if (all_rounds && self->round)
    g_string_append_printf (name, "-%s", self->round);
  if (self->by_judge)
    g_string_append (name, "-by-judge");
  if (self->office && !self->certificates && lectern_paper_kind_has_office (self->kind))
    g_string_append (name, "-office");
  if (self->judge)
    g_string_append_printf (name, "-judge-%d", (int) self->judge);
  if (self->lot)
    g_string_append_printf (name, "-no-%d", (int) self->lot);
  g_string_append (name, ".pdf");
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* What they are made from --------------------------------------------------------------------- */

LecternPaperSource *
lectern_paper_source_new (LecternDesk *desk)
{
  g_return_val_if_fail (LECTERN_IS_DESK (desk), NULL);
  LecternPaperSource *self = g_new0 (LecternPaperSource, 1);
  LecternServer      *server = lectern_desk_get_server (desk);
  self->engine = g_object_ref (lectern_desk_get_engine (desk));
  self->contest = lectern_contest_copy (lectern_desk_get_contest (desk));
  self->signing_key = lectern_desk_describe_key (desk);
  self->addresses = server ? lectern_server_list_addresses (server) : NULL;
  self->fingerprint = server ? g_strdup (lectern_server_get_fingerprint (server)) : NULL;
  return self;
}

void
lectern_paper_source_free (LecternPaperSource *self)
{
  g_object_unref (self->engine);
  g_object_unref (self->contest);
  g_clear_pointer (&self->journal, g_ptr_array_unref);
  g_free (self->signing_key);
  g_strfreev (self->addresses);
  g_free (self->fingerprint);
  g_free (self);
}

gboolean
lectern_paper_source_read_journal (LecternPaperSource *self,
                                   GError            **error)
{
  g_autoptr (GError) reason = NULL;
  self->journal = lectern_engine_read_journal (self->engine, 0, 0, &reason);
  if (self->journal)
    return TRUE;
  g_propagate_error (error, reason ? g_steal_pointer (&reason) : g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The contest is closed.")));
  return FALSE;
}

LecternDocument *
lectern_paper_order_typeset (const LecternPaperOrder *self,
                             LecternPaperSource      *source,
                             GError                 **error)
{
  if (self->certificates)
    return lectern_certificate_print_typeset (self, source, error);
  if (self->kind == LECTERN_PAPER_JOURNAL && !source->journal && !lectern_paper_source_read_journal (source, error))
    return NULL;
  LecternNameOrder          order = LECTERN_NAME_ORDER_RANK;
  gboolean                  ordered = lectern_paper_order_get_names (self, &order);
  const LecternPaperOptions options = {
    .ordered = ordered,
    .order = order,
    .office = self->office && lectern_paper_kind_has_office (self->kind),
    .round = self->round,
    .judge = self->judge,
    .lot = self->lot,
    .by_judge = self->by_judge,
    .days = self->days,
    .journal = source->journal,
    .signing_key = source->signing_key,
    .addresses = (const char *const *) source->addresses,
    .fingerprint = source->fingerprint,
  };
  return lectern_paper_report_with (source->contest, self->kind, &options, g_get_real_time (), error);
}

/* On a thread of its own --------------------------------------------------------------------- */

typedef struct
{
  LecternPaperSource *source;
  LecternPaperOrder  *order;
  char               *path;
} Job;

static void
job_free (Job *job)
{
  lectern_paper_source_free (job->source);
  lectern_paper_order_free (job->order);
  g_free (job->path);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job    *job = task_data;
  GError *error = NULL;
  g_autoptr (LecternDocument) document = lectern_paper_order_typeset (job->order, job->source, &error);
  if (document && (!job->path || lectern_document_write_pdf (document, job->path, &error)))
    g_task_return_pointer (task, g_steal_pointer (&document), (GDestroyNotify) lectern_document_unref);
  else
    g_task_return_error (task, error);
}

void
lectern_paper_job_start (LecternDesk             *desk,
                         const LecternPaperOrder *order,
                         const char              *path,
                         GCancellable            *cancellable,
                         GAsyncReadyCallback      callback,
                         gpointer                 user_data)
{
  g_return_if_fail (LECTERN_IS_DESK (desk) && order != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  job->source = lectern_paper_source_new (desk);
  job->order = lectern_paper_order_copy (order);
  job->path = g_strdup (path);
  g_task_set_source_tag (task, lectern_paper_job_start);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

LecternDocument *
lectern_paper_job_finish (GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Into a file that a person chooses ---------------------------------------------------------- */

typedef struct
{
  LecternDesk       *desk;
  GtkWindow         *window;
  LecternPaperOrder *order;
  char              *path;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->desk);
  g_clear_weak_pointer (&errand->window);
  lectern_paper_order_free (errand->order);
  g_free (errand->path);
  g_free (errand);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = lectern_paper_job_finish (result, &error);
  if (!document)
    {
      lectern_desk_refuse (errand->desk, error->message);
      return;
    }
  g_autofree char *name = g_path_get_basename (errand->path);
  /* Translators: the name of a file. */
  g_autofree char *sentence = g_strdup_printf (_ ("%s is written."), name);
  g_autofree char *uri = g_filename_to_uri (errand->path, NULL, NULL);
  lectern_desk_tell (errand->desk, sentence);
  if (errand->window && uri)
    gtk_show_uri (errand->window, uri, GDK_CURRENT_TIME);
}

static void
on_place_chosen_cb (GtkNativeDialog *chooser,
                    int              response,
                    Errand          *errand)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  errand->path = file ? g_file_get_path (file) : NULL;
  if (response == GTK_RESPONSE_ACCEPT && errand->path)
    lectern_paper_job_start (errand->desk, errand->order, errand->path, NULL, on_written_cb, errand);
  else
    errand_free (errand);
  g_object_unref (chooser);
}

void
lectern_paper_job_choose (GtkWidget               *parent,
                          LecternDesk             *desk,
                          const LecternPaperOrder *order)
{
  GtkWindow            *window = GTK_WINDOW (gtk_widget_get_root (parent));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save as PDF"), window, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  Errand               *errand = g_new0 (Errand, 1);
  g_autofree char      *name = lectern_paper_order_name_file (order, lectern_contest_get_rounds (lectern_desk_get_contest (desk))->len > 1);
  errand->desk = g_object_ref (desk);
  g_set_weak_pointer (&errand->window, window);
  errand->order = lectern_paper_order_copy (order);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_place_chosen_cb), errand);
  lectern_file_choice_show (chooser, desk);
}
