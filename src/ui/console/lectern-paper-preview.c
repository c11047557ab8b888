/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The same layout that goes into the PDF, painted by cairo with the same glyphs: what stands here is
 * what comes out of the printer. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-paper-preview.h"

#include <glib/gi18n-lib.h>

#define MARGIN 18.0
/* Around what a mark is for, in mm. */
#define MARK_GAP 0.8

struct _LecternPaperPreview
{
  AdwBin             parent_instance;
  GCancellable      *cancellable;
  gboolean           under_way; /* something is being laid out */
  LecternDesk       *next_desk;
  LecternPaperOrder *next; /* what was asked for meanwhile; NULL: nothing */
  LecternDocument   *document;
  guint              page; /* from 0 */
  LecternFrame       mark;
  gboolean           marked;
  GtkStack          *stack;
  AdwStatusPage     *refusal;
  char              *sentence;
  GtkDrawingArea    *area;
  GtkLabel          *number;
  GtkWidget         *back;
  GtkWidget         *forward;
};

static guint settled_signal, turned_signal;

G_DEFINE_FINAL_TYPE (LecternPaperPreview, lectern_paper_preview, ADW_TYPE_BIN)

/* Where the sheet lies on the area and how many dots a millimetre has; FALSE: it is not there. */
static gboolean
find_sheet (LecternPaperPreview *self,
            double              *left,
            double              *top,
            double              *scale)
{
  LecternPage *page = self->document ? lectern_document_get_page (self->document, self->page) : NULL;
  int          width = gtk_widget_get_width (GTK_WIDGET (self->area)), height = gtk_widget_get_height (GTK_WIDGET (self->area));
  if (!page)
    return FALSE;
  *scale = MIN ((width - 2 * MARGIN) / lectern_page_get_width (page), (height - 2 * MARGIN) / lectern_page_get_height (page));
  *left = (width - lectern_page_get_width (page) * *scale) / 2;
  *top = (height - lectern_page_get_height (page) * *scale) / 2;
  return *scale > 0;
}

/* Light under dark, so that it is seen on every colour; whole while the keys move it. */
static void
draw_mark (LecternPaperPreview *self,
           cairo_t             *cr,
           double               scale)
{
  static const double dashes[] = { 5, 3 };
  cairo_rectangle (cr, (self->mark.x - MARK_GAP) * scale, (self->mark.y - MARK_GAP) * scale, (self->mark.width + 2 * MARK_GAP) * scale, (self->mark.height + 2 * MARK_GAP) * scale);
  cairo_set_line_width (cr, 3);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.9);
  cairo_stroke_preserve (cr);
  if (!gtk_widget_has_focus (GTK_WIDGET (self->area)))
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1.5);
  cairo_set_source_rgb (cr, 0.1, 0.37, 0.71);
  cairo_stroke (cr);
}

static void
draw_page_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  LecternPaperPreview *self = user_data;
  double               left, top, scale;
  if (!find_sheet (self, &left, &top, &scale))
    return;
  LecternPage *page = lectern_document_get_page (self->document, self->page);
  double       sheet_width = lectern_page_get_width (page), sheet_height = lectern_page_get_height (page);
  cairo_translate (cr, left, top);
  cairo_rectangle (cr, 2, 3, sheet_width * scale, sheet_height * scale);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.25);
  cairo_fill (cr);
  cairo_rectangle (cr, 0, 0, sheet_width * scale, sheet_height * scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_save (cr);
  lectern_document_paint_page (self->document, self->page, cr, scale);
  cairo_restore (cr);
  if (self->marked)
    draw_mark (self, cr, scale);
}

static void
show_page (LecternPaperPreview *self)
{
  guint n_pages = self->document ? lectern_document_get_n_pages (self->document) : 0;
  self->page = n_pages ? MIN (self->page, n_pages - 1) : self->page;
  /* Translators: page of a paper, number of its pages. */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n_pages);
  gtk_label_set_text (self->number, number);
  gtk_widget_set_sensitive (self->back, n_pages && self->page > 0);
  gtk_widget_set_sensitive (self->forward, self->page + 1 < n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, self->document ? lectern_document_get_title (self->document) : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, number, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
  g_signal_emit (self, turned_signal, 0);
}

static void
on_back_clicked_cb (LecternPaperPreview *self)
{
  self->page--;
  show_page (self);
}

static void
on_forward_clicked_cb (LecternPaperPreview *self)
{
  self->page++;
  show_page (self);
}

/* What is laid out ---------------------------------------------------------------------------- */

static void
set_document (LecternPaperPreview *self,
              LecternDocument     *document)
{
  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->document, lectern_document_unref);
  self->document = lectern_document_ref (document);
  show_page (self);
  gtk_stack_set_visible_child_name (self->stack, "paper");
}

static void
refuse (LecternPaperPreview *self,
        const char          *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  g_free (self->sentence);
  self->sentence = g_strdup (sentence);
  g_clear_pointer (&self->document, lectern_document_unref);
  adw_status_page_set_description (self->refusal, markup);
  gtk_stack_set_visible_child_name (self->stack, "refusal");
}

static void begin_next (LecternPaperPreview *self);

static void
on_laid_out_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternDocument) document = lectern_paper_job_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the preview is gone */
    return;
  LecternPaperPreview *self = LECTERN_PAPER_PREVIEW (user_data);
  self->under_way = FALSE;
  if (self->next)
    {
      begin_next (self);
      return;
    }
  if (document)
    set_document (self, document);
  else
    refuse (self, error->message);
  g_signal_emit (self, settled_signal, 0);
}

static void
begin_next (LecternPaperPreview *self)
{
  g_autoptr (LecternPaperOrder) order = g_steal_pointer (&self->next);
  g_autoptr (LecternDesk) desk = g_steal_pointer (&self->next_desk);
  self->under_way = TRUE;
  lectern_paper_job_start (desk, order, NULL, self->cancellable, on_laid_out_cb, self);
}

/* The class ----------------------------------------------------------------------------------- */

static void
lectern_paper_preview_dispose (GObject *object)
{
  LecternPaperPreview *self = LECTERN_PAPER_PREVIEW (object);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->next_desk);
  g_clear_pointer (&self->next, lectern_paper_order_free);
  g_clear_pointer (&self->document, lectern_document_unref);
  g_clear_pointer (&self->sentence, g_free);
  G_OBJECT_CLASS (lectern_paper_preview_parent_class)->dispose (object);
}

static void
lectern_paper_preview_class_init (LecternPaperPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_paper_preview_dispose;
  settled_signal = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  turned_signal = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-paper-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternPaperPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternPaperPreview, refusal);
  gtk_widget_class_bind_template_child (widget_class, LecternPaperPreview, area);
  gtk_widget_class_bind_template_child (widget_class, LecternPaperPreview, number);
  gtk_widget_class_bind_template_child (widget_class, LecternPaperPreview, back);
  gtk_widget_class_bind_template_child (widget_class, LecternPaperPreview, forward);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_forward_clicked_cb);
}

static void
lectern_paper_preview_init (LecternPaperPreview *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->area, draw_page_cb, self, NULL);
}

void
lectern_paper_preview_show (LecternPaperPreview     *self,
                            LecternDesk             *desk,
                            const LecternPaperOrder *order)
{
  g_return_if_fail (LECTERN_IS_PAPER_PREVIEW (self) && LECTERN_IS_DESK (desk) && order != NULL);
  g_clear_pointer (&self->next, lectern_paper_order_free);
  self->next = lectern_paper_order_copy (order);
  g_set_object (&self->next_desk, desk);
  if (!self->under_way)
    begin_next (self);
}

void
lectern_paper_preview_rewind (LecternPaperPreview *self)
{
  g_return_if_fail (LECTERN_IS_PAPER_PREVIEW (self));
  self->page = 0;
}

LecternDocument *
lectern_paper_preview_get_document (LecternPaperPreview *self)
{
  g_return_val_if_fail (LECTERN_IS_PAPER_PREVIEW (self), NULL);
  return self->document;
}

guint
lectern_paper_preview_get_page (LecternPaperPreview *self)
{
  g_return_val_if_fail (LECTERN_IS_PAPER_PREVIEW (self), 0);
  return self->page;
}

GtkWidget *
lectern_paper_preview_get_area (LecternPaperPreview *self)
{
  g_return_val_if_fail (LECTERN_IS_PAPER_PREVIEW (self), NULL);
  return GTK_WIDGET (self->area);
}

gboolean
lectern_paper_preview_get_point (LecternPaperPreview *self,
                                 double               area_x,
                                 double               area_y,
                                 double              *x,
                                 double              *y)
{
  g_return_val_if_fail (LECTERN_IS_PAPER_PREVIEW (self), FALSE);
  double left, top, scale;
  if (!find_sheet (self, &left, &top, &scale))
    return FALSE;
  *x = (area_x - left) / scale;
  *y = (area_y - top) / scale;
  return TRUE;
}

void
lectern_paper_preview_set_mark (LecternPaperPreview *self,
                                const LecternFrame  *mark)
{
  g_return_if_fail (LECTERN_IS_PAPER_PREVIEW (self));
  self->marked = mark != NULL;
  if (mark)
    self->mark = *mark;
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

const char *
lectern_paper_preview_get_refusal (LecternPaperPreview *self)
{
  g_return_val_if_fail (LECTERN_IS_PAPER_PREVIEW (self), NULL);
  return self->sentence;
}
