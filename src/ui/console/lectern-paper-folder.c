/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* At the end of an evening somebody is handed a stick with everything on it. A paper that has
 * nothing to say yet is named in the list with the reason, so that nobody looks for it; a file that
 * can't be written stops the whole. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-paper-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "lectern-file-choice.h"
#include "lectern-paper-job.h"
#include "lectern-rounds.h"

typedef struct
{
  LecternPaperSource *source;
  LecternContest     *contest; /* the source's */
  char               *folder;
  gssize              n_written;
  GString            *index;
  GString            *missing;
} Job;

static void
job_free (Job *job)
{
  lectern_paper_source_free (job->source);
  g_free (job->folder);
  g_string_free (job->index, TRUE);
  g_string_free (job->missing, TRUE);
  g_free (job);
}

/* Takes @order. */
static void
add_order (GPtrArray          *orders,
           LecternPaperOrder  *order,
           const LecternRound *round)
{
  order->round = g_strdup (round ? round->key : NULL);
  g_ptr_array_add (orders, order);
}

static void
add_orders_of_round (GPtrArray          *orders,
                     LecternContest     *contest,
                     const LecternRound *round)
{
  static const LecternPaperKind kinds[] = {
    LECTERN_PAPER_RUNNING_ORDER, LECTERN_PAPER_BLANK_SHEETS, LECTERN_PAPER_SUMMARY, LECTERN_PAPER_NOTICE, LECTERN_PAPER_SHEETS, LECTERN_PAPER_AGREEMENT
  };
  GPtrArray *awards = lectern_contest_get_awards (contest);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] != LECTERN_PAPER_BLANK_SHEETS || round->state != LECTERN_ROUND_FINALISED)
      add_order (orders, lectern_paper_order_new (kinds[i]), round);
  LecternPaperOrder *by_judge = lectern_paper_order_new (LECTERN_PAPER_SHEETS);
  by_judge->by_judge = TRUE;
  add_order (orders, by_judge, round);
  for (guint i = 0; i < awards->len && !lectern_rounds_get_next (contest, round); i++)
    add_order (orders, lectern_paper_order_new_certificates (((const LecternAward *) g_ptr_array_index (awards, i))->key), round);
}

/* The list of everybody and the statistics tables, each as it may be posted and for the office. */
static void
add_lists (GPtrArray *orders)
{
  static const LecternPaperKind kinds[] = { LECTERN_PAPER_ENTRY_LIST, LECTERN_PAPER_ACTIVITY, LECTERN_PAPER_POOL };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint office = 0; office < (kinds[i] == LECTERN_PAPER_ACTIVITY ? 1 : 2); office++)
      {
        LecternPaperOrder *order = lectern_paper_order_new (kinds[i]);
        order->office = office;
        add_order (orders, order, NULL);
      }
}

/* Of every round that has been drawn, the script of the one that is on, and the journal of all; not the cards, which open a judge's seat. */
static GPtrArray *
list_orders (LecternContest *contest)
{
  GPtrArray *orders = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_paper_order_free);
  GPtrArray *rounds = lectern_contest_get_rounds (contest);
  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = g_ptr_array_index (rounds, i);
      if (round->state != LECTERN_ROUND_SET_UP || round == lectern_contest_get_current_round (contest))
        add_orders_of_round (orders, contest, round);
    }
  add_lists (orders);
  if (lectern_contest_get_cues (contest)->len > 0)
    add_order (orders, lectern_paper_order_new (LECTERN_PAPER_SCRIPT), NULL);
  add_order (orders, lectern_paper_order_new (LECTERN_PAPER_JOURNAL), NULL);
  return orders;
}

static char *
describe (Job                     *job,
          const LecternPaperOrder *order)
{
  const LecternRound *round = order->round ? lectern_contest_get_round (job->contest, order->round) : NULL;
  g_autofree char    *what = lectern_paper_order_describe (order, job->contest);
  if (!round || lectern_contest_get_rounds (job->contest)->len < 2)
    return g_steal_pointer (&what);
  return g_strdup_printf ("%s · %s", round->name, what);
}

static gboolean
write_paper (Job                     *job,
             const LecternPaperOrder *order,
             GError                 **error)
{
  g_autofree char *name = lectern_paper_order_name_file (order, lectern_contest_get_rounds (job->contest)->len > 1);
  g_autofree char *path = g_build_filename (job->folder, name, NULL);
  g_autofree char *what = describe (job, order);
  g_autoptr (GError) nothing = NULL;
  g_autoptr (LecternDocument) document = lectern_paper_order_typeset (order, job->source, &nothing);
  if (!document)
    {
      g_string_append_printf (job->missing, "%s\n    %s\n", what, nothing->message);
      return TRUE;
    }
  if (!lectern_document_write_pdf (document, path, error))
    return FALSE;
  guint            n_pages = lectern_document_get_n_pages (document);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  g_string_append_printf (job->index, "%s\n    %s, %s\n", name, what, pages);
  job->n_written++;
  return TRUE;
}

static gboolean
write_index (Job     *job,
             GError **error)
{
  const LecternContestRecord *record = lectern_contest_get_record (job->contest);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d %H:%M");
  g_autofree char *path = g_build_filename (job->folder, LECTERN_PAPER_FOLDER_INDEX, NULL);
  g_autoptr (GString) text = g_string_new (record->title);
  if (record->rehearsal == 1)
    g_string_append_printf (text, "\n%s", _ ("Rehearsal: nothing in these papers counts."));
  /* Translators: date and time. */
  g_string_append_printf (text, _ ("\nPapers as of %s\n\n"), when);
  g_string_append (text, job->index->str);
  if (job->missing->len)
    g_string_append_printf (text, "\n%s\n%s", _ ("Not here:"), job->missing->str);
  return g_file_set_contents (path, text->str, -1, error);
}

static gboolean
write_all (Job     *job,
           GError **error)
{
  g_autoptr (GPtrArray) orders = list_orders (job->contest);
  if (!lectern_paper_source_read_journal (job->source, error))
    return FALSE;
  if (g_mkdir_with_parents (job->folder, 0755) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), _ ("The folder “%s” can’t be made: %s"), job->folder, g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < orders->len; i++)
    if (!write_paper (job, g_ptr_array_index (orders, i), error))
      return FALSE;
  return write_index (job, error);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job    *job = task_data;
  GError *error = NULL;
  if (write_all (job, &error))
    g_task_return_int (task, job->n_written);
  else
    g_task_return_error (task, error);
}

void
lectern_paper_folder_write_async (LecternDesk        *desk,
                                  const char         *folder,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_return_if_fail (LECTERN_IS_DESK (desk) && folder != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  job->source = lectern_paper_source_new (desk);
  job->contest = job->source->contest;
  job->folder = g_strdup (folder);
  job->index = g_string_new (NULL);
  job->missing = g_string_new (NULL);
  g_task_set_source_tag (task, lectern_paper_folder_write_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

gssize
lectern_paper_folder_write_finish (GAsyncResult *result,
                                   GError      **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

typedef struct
{
  LecternDesk *desk;
  GtkWindow   *window;
  char        *folder;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->desk);
  g_clear_weak_pointer (&errand->window);
  g_free (errand->folder);
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
  gssize n = lectern_paper_folder_write_finish (result, &error);
  if (error)
    {
      lectern_desk_refuse (errand->desk, error->message);
      return;
    }
  /* Translators: how many papers, and the folder they are in. */
  g_autofree char *sentence = g_strdup_printf (ngettext ("%d paper is written to “%s”.", "%d papers are written to “%s”.", (gulong) n), (int) n, errand->folder);
  g_autofree char *uri = g_filename_to_uri (errand->folder, NULL, NULL);
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
  g_autofree char *parent = file ? g_file_get_path (file) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "papers-%Y%m%d-%H%M%S");
  if (response == GTK_RESPONSE_ACCEPT && parent)
    {
      errand->folder = g_build_filename (parent, name, NULL);
      lectern_paper_folder_write_async (errand->desk, errand->folder, NULL, on_written_cb, errand);
    }
  else
    errand_free (errand);
  g_object_unref (chooser);
}

void
lectern_paper_folder_choose (GtkWidget   *parent,
                             LecternDesk *desk)
{
  GtkWindow            *window = GTK_WINDOW (gtk_widget_get_root (parent));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Where the Papers Go"), window, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  Errand               *errand = g_new0 (Errand, 1);
  errand->desk = g_object_ref (desk);
  g_set_weak_pointer (&errand->window, window);
  g_signal_connect (chooser, "response", G_CALLBACK (on_place_chosen_cb), errand);
  lectern_file_choice_show (chooser, desk);
}
