/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of one of the console's tables: a text and a style class a column, and the key of what
 * it stands for. ::updated is emitted when a text changed. */
#define LECTERN_TYPE_TABLE_LINE (lectern_table_line_get_type ())
G_DECLARE_FINAL_TYPE (LecternTableLine, lectern_table_line, LECTERN, TABLE_LINE, GObject)

LecternTableLine *lectern_table_line_new (gint64 key,
                                          guint  n_columns) G_GNUC_WARN_UNUSED_RESULT;
gint64            lectern_table_line_get_key (LecternTableLine *self);
/* Never NULL. */
const char *lectern_table_line_get_text (LecternTableLine *self,
                                         guint             column);
/* NULL for the usual style. */
const char *lectern_table_line_get_class (LecternTableLine *self,
                                          guint             column);
/* Takes @text; @style is a constant or NULL. "struck" draws a line through the text up to the first
 * space: what stands behind it says why. */
void lectern_table_line_take_text (LecternTableLine *self,
                                   guint             column,
                                   char             *text,
                                   const char       *style);
/* One style for the whole line. */
void lectern_table_line_set_class (LecternTableLine *self,
                                   const char       *style);

typedef enum
{
  LECTERN_TABLE_PLAIN = 0,
  LECTERN_TABLE_NUMERIC = 1 << 0, /* at the end of its column, tabular figures */
  LECTERN_TABLE_EXPAND = 1 << 1,
  LECTERN_TABLE_STRONG = 1 << 2,
  LECTERN_TABLE_WRAP = 1 << 3,
  LECTERN_TABLE_TABULAR = 1 << 4, /* tabular figures, at the start of its column */
} LecternTableFlags;

/* Adds a column to @view that shows text @column of its lines; @width for text of the usual size. */
void lectern_table_add_column (GtkColumnView    *view,
                               guint             column,
                               const char       *title,
                               int               width,
                               LecternTableFlags flags);
/* Sets the headings of numeric columns at the end of their columns, as their figures are. */
void lectern_table_align_headings (GtkColumnView *view);
/* Makes @store hold @lines (LecternTableLine). Lines that stand for the same keeps its object, so
 * that selection, focus and scroll position stay. */
void lectern_table_fill (GListStore *store,
                         GPtrArray  *lines);
/* The line at a place in the view, NULL where there is none: for what is dropped. Borrowed. */
LecternTableLine *lectern_table_find_at (GtkColumnView *view,
                                         double         x,
                                         double         y);

G_END_DECLS
