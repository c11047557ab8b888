/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The console's tables are lists of figures and words that others work out. A page makes lines
 * anew after a commit; here they are poured into what is on the screen without disturbing it. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-table-line.h"

#include <string.h>

struct _LecternTableLine
{
  GObject      parent_instance;
  gint64       key;
  guint        n_columns;
  char       **texts;
  const char **styles;
};

enum
{
  UPDATED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternTableLine, lectern_table_line, G_TYPE_OBJECT)

static void
lectern_table_line_finalize (GObject *object)
{
  LecternTableLine *self = LECTERN_TABLE_LINE (object);
  g_strfreev (self->texts);
  g_free (self->styles);
  G_OBJECT_CLASS (lectern_table_line_parent_class)->finalize (object);
}

static void
lectern_table_line_class_init (LecternTableLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_table_line_finalize;
  signals[UPDATED] = g_signal_new ("updated", LECTERN_TYPE_TABLE_LINE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_table_line_init (LecternTableLine *self)
{
}

LecternTableLine *
lectern_table_line_new (gint64 key,
                        guint  n_columns)
{
  LecternTableLine *self = g_object_new (LECTERN_TYPE_TABLE_LINE, NULL);
  self->key = key;
  self->n_columns = n_columns;
  self->texts = g_new0 (char *, n_columns + 1);
  self->styles = g_new0 (const char *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->texts[i] = g_strdup ("");
  return self;
}

gint64
lectern_table_line_get_key (LecternTableLine *self)
{
  g_return_val_if_fail (LECTERN_IS_TABLE_LINE (self), 0);
  return self->key;
}

const char *
lectern_table_line_get_text (LecternTableLine *self,
                             guint             column)
{
  g_return_val_if_fail (LECTERN_IS_TABLE_LINE (self) && column < self->n_columns, "");
  return self->texts[column];
}

const char *
lectern_table_line_get_class (LecternTableLine *self,
                              guint             column)
{
  g_return_val_if_fail (LECTERN_IS_TABLE_LINE (self) && column < self->n_columns, NULL);
  return self->styles[column];
}

void
lectern_table_line_take_text (LecternTableLine *self,
                              guint             column,
                              char             *text,
                              const char       *style)
{
  g_return_if_fail (LECTERN_IS_TABLE_LINE (self) && column < self->n_columns);
  g_free (self->texts[column]);
  self->texts[column] = text ? text : g_strdup ("");
  self->styles[column] = style;
}

void
lectern_table_line_set_class (LecternTableLine *self,
                              const char       *style)
{
  g_return_if_fail (LECTERN_IS_TABLE_LINE (self));
  for (guint i = 0; i < self->n_columns; i++)
    self->styles[i] = style;
}

/* Takes over what @other shows; whether anything differed. */
static gboolean
copy_texts (LecternTableLine *self,
            LecternTableLine *other)
{
  gboolean differs = FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (g_strcmp0 (self->texts[i], other->texts[i]) == 0 && self->styles[i] == other->styles[i])
        continue;
      lectern_table_line_take_text (self, i, g_strdup (other->texts[i]), other->styles[i]);
      differs = TRUE;
    }
  return differs;
}

/* A line through the figure, but not through the word behind it that says why. */
static PangoAttrList *
strike_figure (const char *text,
               const char *style)
{
  if (g_strcmp0 (style, "struck") != 0)
    return NULL;
  PangoAttrList  *attributes = pango_attr_list_new ();
  PangoAttribute *line = pango_attr_strikethrough_new (TRUE);
  line->end_index = (guint) strcspn (text, " ");
  pango_attr_list_insert (attributes, line);
  return attributes;
}

static void
show_cell (GtkListItem *cell)
{
  LecternTableLine *line = gtk_list_item_get_item (cell);
  GtkWidget        *label = gtk_list_item_get_child (cell);
  guint             column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "column"));
  const char       *old = g_object_get_data (G_OBJECT (label), "style");
  const char       *style = lectern_table_line_get_class (line, column);
  g_autoptr (PangoAttrList) attributes = strike_figure (lectern_table_line_get_text (line, column), style);
  gtk_label_set_text (GTK_LABEL (label), lectern_table_line_get_text (line, column));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_set_tooltip_text (label, lectern_table_line_get_text (line, column));
  if (old)
    gtk_widget_remove_css_class (label, old);
  if (style)
    gtk_widget_add_css_class (label, style);
  g_object_set_data (G_OBJECT (label), "style", (gpointer) style);
}

static void
on_cell_setup_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *cell,
                  gpointer                  user_data)
{
  LecternTableFlags flags = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "flags"));
  GtkWidget        *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), flags & LECTERN_TABLE_NUMERIC ? 1 : 0);
  if (flags & LECTERN_TABLE_WRAP)
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (flags & LECTERN_TABLE_EXPAND) /* what the others leave, but never next to nothing */
    gtk_label_set_width_chars (GTK_LABEL (label), flags & LECTERN_TABLE_WRAP ? 16 : 10);
  if (flags & (LECTERN_TABLE_NUMERIC | LECTERN_TABLE_TABULAR))
    gtk_widget_add_css_class (label, "numeric");
  if (flags & LECTERN_TABLE_STRONG)
    gtk_widget_add_css_class (label, "heading");
  g_object_set_data (G_OBJECT (label), "column", user_data);
  gtk_list_item_set_child (cell, label);
}

static void
on_cell_bind_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *cell,
                 gpointer                  user_data)
{
  show_cell (cell);
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (cell)), "line", gtk_list_item_get_item (cell));
  gulong id = g_signal_connect_swapped (gtk_list_item_get_item (cell), "updated", G_CALLBACK (show_cell), cell);
  g_object_set_data (G_OBJECT (cell), "updated-id", GUINT_TO_POINTER (id));
}

static void
on_cell_unbind_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *cell,
                   gpointer                  user_data)
{
  gulong id = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "updated-id"));
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (cell)), "line", NULL);
  g_signal_handler_disconnect (gtk_list_item_get_item (cell), id);
}

#define USUAL_DPI (96 * 1024)

/* Widths are told for the usual text; with larger text figures need more, or they would end in an
 * ellipsis. */
static void
fit_column (GtkColumnViewColumn *column)
{
  int width = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "width"));
  int dpi = USUAL_DPI;
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  gtk_column_view_column_set_fixed_width (column, (int) ((gint64) width * MAX (dpi, USUAL_DPI) / USUAL_DPI));
}

#define HEADING_ROOM 24 /* beside the words of a heading, in pixels */

/* At the usual size of text: no language's heading is cut, even over narrow figures. */
static int
measure_heading (GtkColumnView *view,
                 const char    *title)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), title);
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();
  int width, dpi = USUAL_DPI;
  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, bold);
  pango_layout_get_pixel_size (layout, &width, NULL);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return (int) ((gint64) width * USUAL_DPI / MAX (dpi, USUAL_DPI)) + HEADING_ROOM;
}

void
lectern_table_add_column (GtkColumnView    *view,
                          guint             column,
                          const char       *title,
                          int               width,
                          LecternTableFlags flags)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_object_set_data (G_OBJECT (factory), "flags", GUINT_TO_POINTER (flags));
  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbind_cb), NULL);
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (added, (flags & LECTERN_TABLE_EXPAND) != 0);
  gtk_column_view_column_set_resizable (added, TRUE);
  if (width > 0)
    {
      g_object_set_data (G_OBJECT (added), "width", GINT_TO_POINTER (MAX (width, measure_heading (view, title))));
      g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (fit_column), added, G_CONNECT_SWAPPED);
      fit_column (added);
    }
  gtk_column_view_append_column (view, added);
}

static gboolean
is_numeric (GtkColumnViewColumn *column)
{
  GtkListItemFactory *factory = gtk_column_view_column_get_factory (column);
  return (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "flags")) & LECTERN_TABLE_NUMERIC) != 0;
}

/* GTK has no property for it, so the heading's box is looked for: the first row of the view holds
 * a title a column, each with a box in it. */
void
lectern_table_align_headings (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget  *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget  *title = header ? gtk_widget_get_first_child (header) : NULL;
  for (guint i = 0; title && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = gtk_widget_get_first_child (title);
      if (GTK_IS_BOX (box) && is_numeric (column))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      title = gtk_widget_get_next_sibling (title);
    }
}

static gboolean
stands_for_same (GListStore *store,
                 GPtrArray  *lines)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (store)) != lines->len)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (LecternTableLine) line = g_list_model_get_item (G_LIST_MODEL (store), i);
      LecternTableLine *other = g_ptr_array_index (lines, i);
      if (line->key != other->key || line->n_columns != other->n_columns)
        return FALSE;
    }
  return TRUE;
}

void
lectern_table_fill (GListStore *store,
                    GPtrArray  *lines)
{
  if (!stands_for_same (store, lines))
    {
      g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), lines->pdata, lines->len);
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (LecternTableLine) line = g_list_model_get_item (G_LIST_MODEL (store), i);
      if (copy_texts (line, g_ptr_array_index (lines, i)))
        g_signal_emit (line, signals[UPDATED], 0);
    }
}

LecternTableLine *
lectern_table_find_at (GtkColumnView *view,
                       double         x,
                       double         y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);
  /* From the cell or its row: a row's first cell has the line, too. */
  for (; at && at != GTK_WIDGET (view); at = gtk_widget_get_parent (at))
    for (GtkWidget *in = at; in; in = gtk_widget_get_first_child (in))
      if (g_object_get_data (G_OBJECT (in), "line"))
        return g_object_get_data (G_OBJECT (in), "line");
  return NULL;
}
