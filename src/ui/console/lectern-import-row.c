/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a table would change about one person or unit. What goes is struck through and what comes stands beside it, so that
 * neither is told by colour. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-import-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "lectern-wording.h"

#define VALUE_WIDTH 20

static char *
get_value (const LecternImportCell *cell,
           const char              *value)
{
  if (value == NULL)
    /* Translators: a cell of a table with nothing in it. */
    return g_strdup (_ ("(empty)"));
  if (cell->heading != NULL) /* the contest's own column, whatever its key */
    return g_strdup (value);
  if (g_str_equal (cell->column, "party"))
    return g_strdup (lectern_wording_for_party (value));
  if (g_str_equal (cell->column, "courseware") && g_str_equal (value, "yes"))
    return g_strdup (_ ("yes"));
  return g_strdup (value);
}

static GtkWidget *
make_label (const char *text,
            const char *style,
            gboolean    struck)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  if (struck)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
    }
  return label;
}

static void
add_cell (GtkGrid                 *grid,
          const LecternImportCell *cell,
          int                      row)
{
  g_autofree char *before = get_value (cell, cell->before);
  g_autofree char *after = get_value (cell, cell->after);
  GtkWidget       *labels[] = {
          make_label (cell->heading != NULL ? cell->heading : lectern_wording_for_column (cell->column), "dim-label", FALSE),
          make_label (before, NULL, cell->before != NULL),
          make_label ("→", "dim-label", FALSE),
          make_label (after, "heading", FALSE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    gtk_grid_attach (grid, labels[i], (int) i, row, 1, 1);
  for (guint i = 1; i < G_N_ELEMENTS (labels); i += 2) /* before and after stand below each other in every row */
    {
      gtk_label_set_width_chars (GTK_LABEL (labels[i]), VALUE_WIDTH);
      gtk_label_set_max_width_chars (GTK_LABEL (labels[i]), VALUE_WIDTH);
      gtk_widget_set_hexpand (labels[i], TRUE);
    }
}

static GtkWidget *
make_cells (const LecternImportLine *line)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < line->cells->len; i++)
    add_cell (GTK_GRID (grid), line->cells->pdata[i], (int) i);
  return grid;
}

static const char *
find_title (const LecternImportLine *line)
{
  for (guint i = 0; i < line->cells->len; i++)
    {
      const LecternImportCell *cell = line->cells->pdata[i];

      if (cell->heading == NULL && g_str_equal (cell->column, "title"))
        return cell->after;
    }
  return NULL;
}

/* "New: 王韦, 解放区"; a statistics table may have a row a unit and no name, or no units. */
static char *
describe_who (const LecternImportLine *line)
{
  const char      *name = line->name != NULL ? line->name : line->unit;
  g_autofree char *who = NULL;

  if (name == NULL)
    who = g_strdup (_ ("A row"));
  else if (name == line->unit || line->unit == NULL)
    who = g_strdup (name);
  else
    /* Translators: a name and a unit. */
    who = g_strdup_printf (_ ("%s, %s"), name, line->unit);
  if (line->kind == LECTERN_IMPORT_LINE_NEW)
    /* Translators: who or which unit a new row of a table is about. */
    return g_strdup_printf (_ ("New: %s"), who);
  if (line->kind == LECTERN_IMPORT_LINE_GONE)
    /* Translators: who or which unit a row is about that goes, because the table that came in has none. */
    return g_strdup_printf (_ ("Goes: %s"), who);
  return g_steal_pointer (&who);
}

GtkWidget *
lectern_import_row_new (const LecternImportLine *line)
{
  GtkWidget       *row = adw_preferences_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char      *title = line->kind == LECTERN_IMPORT_LINE_NEW ? find_title (line) : NULL;
  g_autofree char *who = describe_who (line);

  gtk_widget_add_css_class (box, "import-row");
  gtk_box_append (GTK_BOX (box), make_label (who, "heading", FALSE));
  if (title != NULL)
    gtk_box_append (GTK_BOX (box), make_label (title, "dim-label", FALSE));
  if (line->kind == LECTERN_IMPORT_LINE_CHANGED)
    gtk_box_append (GTK_BOX (box), make_cells (line));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), who);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}
