/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* From the papers page to the printer: what is printed is what is in the contest at that moment. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-paper-print.h"

#include "lectern-print-job.h"

typedef struct
{
  GtkWidget   *parent;
  LecternDesk *desk;
  char        *name;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->parent);
  g_object_unref (errand->desk);
  g_free (errand->name);
  g_free (errand);
}

static void
on_typeset_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = lectern_paper_job_finish (result, &error);
  GtkRoot *root = gtk_widget_get_root (errand->parent);
  if (document)
    lectern_print_job_run (document, errand->name, root ? GTK_WINDOW (root) : NULL, &error);
  if (error)
    lectern_desk_refuse (errand->desk, error->message);
  errand_free (errand);
}

void
lectern_paper_print (GtkWidget               *parent,
                     LecternDesk             *desk,
                     const LecternPaperOrder *order)
{
  g_return_if_fail (GTK_IS_WIDGET (parent) && LECTERN_IS_DESK (desk) && order != NULL);
  Errand *errand = g_new0 (Errand, 1);
  errand->parent = g_object_ref (parent);
  errand->desk = g_object_ref (desk);
  errand->name = lectern_paper_order_describe (order, lectern_desk_get_contest (desk));
  lectern_paper_job_start (desk, order, NULL, NULL, on_typeset_cb, errand);
}
