/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Statistics tables at the console: the workbook that goes to the units, and what came back. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-annex-job.h"

#include <glib/gi18n-lib.h>

#include "lectern-annex-workbook.h"
#include "lectern-file-choice.h"
#include "lectern-import-dialog.h"

typedef struct
{
  LecternDesk     *desk;
  LecternAnnexKind kind;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->desk);
  g_free (errand);
}

gboolean
lectern_annex_job_find (LecternPaperKind  kind,
                        LecternAnnexKind *annex)
{
  if (kind != LECTERN_PAPER_ACTIVITY && kind != LECTERN_PAPER_POOL)
    return FALSE;
  *annex = kind == LECTERN_PAPER_ACTIVITY ? LECTERN_ANNEX_ACTIVITY : LECTERN_ANNEX_POOL;
  return TRUE;
}

char *
lectern_annex_job_describe_warnings (LecternContest  *contest,
                                     LecternAnnexKind kind,
                                     guint           *n)
{
  g_autoptr (GPtrArray) warnings = lectern_contest_list_annex_warnings (contest, kind);
  g_autoptr (GString) lines = g_string_new (NULL);
  *n = warnings->len;
  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (lines, "%s%s", i ? "\n" : "", ((const LecternProblem *) warnings->pdata[i])->message);
  return warnings->len ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

void
lectern_annex_job_import (GtkWidget       *parent,
                          LecternDesk     *desk,
                          LecternAnnexKind kind)
{
  g_return_if_fail (LECTERN_IS_DESK (desk));
  lectern_import_dialog_choose (parent, desk, kind == LECTERN_ANNEX_ACTIVITY ? LECTERN_IMPORT_ACTIVITY : LECTERN_IMPORT_POOL);
}

static void
on_place_chosen_cb (GtkNativeDialog *chooser,
                    int              response,
                    Errand          *errand)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  if (response == GTK_RESPONSE_ACCEPT && path)
    {
      if (lectern_annex_workbook_write (lectern_desk_get_contest (errand->desk), errand->kind, path, g_get_real_time (), &error))
        lectern_desk_tell (errand->desk, _ ("The workbook is written. Send it to the units; what comes back is imported here."));
      else
        lectern_desk_refuse (errand->desk, error->message);
    }
  errand_free (errand);
  g_object_unref (chooser);
}

void
lectern_annex_job_save_form (GtkWidget       *parent,
                             LecternDesk     *desk,
                             LecternAnnexKind kind)
{
  g_return_if_fail (LECTERN_IS_DESK (desk));
  Errand               *errand = g_new0 (Errand, 1);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Workbook for the Units"),
                                                               GTK_WINDOW (gtk_widget_get_root (parent)),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char      *name = g_strconcat (lectern_annex_kind_get_name (kind), ".xlsx", NULL);
  errand->desk = g_object_ref (desk);
  errand->kind = kind;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_place_chosen_cb), errand);
  lectern_file_choice_show (chooser, desk);
}
