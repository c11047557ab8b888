/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Printing. Rule: a paper is as large as it says. The page's own size is set for each page, lying pages as
 * lying, sizes no list has (certificates) as sizes of their own, and the origin is the corner of the sheet:
 * what a printer can't reach at the edges it leaves white, rather than that everything moves or shrinks. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-print-job.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Half a millimetre is no other size of paper. */
#define SAME_SIZE 0.5

/* Page sizes ------------------------------------------------------------------------------- */

static gboolean
is_size (double        width,
         double        height,
         GtkPaperSize *size)
{
  return fabs (gtk_paper_size_get_width (size, GTK_UNIT_MM) - width) < SAME_SIZE && fabs (gtk_paper_size_get_height (size, GTK_UNIT_MM) - height) < SAME_SIZE;
}

/* A standard size, which printers know by name, or one of its own; upright. */
static GtkPaperSize *
make_size (double width,
           double height)
{
  static const char *const standard[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, GTK_PAPER_NAME_A5, GTK_PAPER_NAME_B5 };

  for (guint i = 0; i < G_N_ELEMENTS (standard); i++)
    {
      GtkPaperSize *size = gtk_paper_size_new (standard[i]);

      if (is_size (width, height, size))
        return size;
      gtk_paper_size_free (size);
    }
  g_autofree char *key = g_strdup_printf ("lectern-%gx%g", width, height);
  g_autofree char *label = g_strdup_printf (_ ("%g × %g mm"), width, height);
  return gtk_paper_size_new_custom (key, label, width, height, GTK_UNIT_MM);
}

static void
set_page (GtkPageSetup      *setup,
          const LecternPage *page)
{
  double        width = lectern_page_get_width (page);
  double        height = lectern_page_get_height (page);
  GtkPaperSize *size = make_size (MIN (width, height), MAX (width, height));

  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  gtk_paper_size_free (size);
}

/* The operation ---------------------------------------------------------------------------- */

static void
on_request_page_setup_cb (GtkPrintOperation *operation,
                          GtkPrintContext   *context,
                          int                number,
                          GtkPageSetup      *setup,
                          LecternDocument   *document)
{
  set_page (setup, lectern_document_get_page (document, (guint) number));
}

static void
on_draw_page_cb (GtkPrintOperation *operation,
                 GtkPrintContext   *context,
                 int                number,
                 LecternDocument   *document)
{
  lectern_document_paint_page (document, (guint) number, gtk_print_context_get_cairo_context (context), gtk_print_context_get_dpi_x (context) / 25.4);
}

GtkPrintOperation *
lectern_print_job_new (LecternDocument *document,
                       const char      *name)
{
  g_return_val_if_fail (document != NULL, NULL);

  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  set_page (setup, lectern_document_get_page (document, 0));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_n_pages (operation, (int) lectern_document_get_n_pages (document));
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_data (operation, "request-page-setup", G_CALLBACK (on_request_page_setup_cb), lectern_document_ref (document), (GClosureNotify) (GCallback) lectern_document_unref, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page_cb), lectern_document_ref (document), (GClosureNotify) (GCallback) lectern_document_unref, 0);

  return operation;
}

gboolean
lectern_print_job_run (LecternDocument *document,
                       const char      *name,
                       GtkWindow       *parent,
                       GError         **error)
{
  g_autoptr (GtkPrintOperation) operation = lectern_print_job_new (document, name);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
