/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The statistics as questions people ask and answers they can read. Where there is too little to
 * answer from, that is the answer. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-agreement-pane.h"

#include <glib/gi18n-lib.h>

#include "lectern-agreement-table.h"
#include "lectern-table-line.h"

enum
{
  COLUMN_JUDGE,
  COLUMN_MEAN,
  COLUMN_SEVERITY,
  COLUMN_SPREAD,
  COLUMN_CONSISTENCY,
  COLUMN_HIGH,
  COLUMN_LOW,
  N_COLUMNS,
};

struct _LecternAgreementPane
{
  LecternRoundPart parent_instance;
  GListStore      *lines;
  GtkStack        *stack;
  GtkLabel        *basis;
  GtkLabel        *order;
  GtkLabel        *order_words;
  GtkLabel        *one;
  GtkLabel        *one_words;
  GtkLabel        *all;
  GtkLabel        *all_words;
  GtkColumnView   *view;
};

G_DEFINE_FINAL_TYPE (LecternAgreementPane, lectern_agreement_pane, LECTERN_TYPE_ROUND_PART)

static void
add_columns (LecternAgreementPane *self)
{
  static const struct
  {
    const char       *title;
    int               width;
    LecternTableFlags flags;
  } columns[N_COLUMNS] = {
    [COLUMN_JUDGE] = { NC_ ("agreement", "Judge"), 150, LECTERN_TABLE_STRONG },
    [COLUMN_MEAN] = { NC_ ("agreement", "Gave on average"), 140, LECTERN_TABLE_NUMERIC },
    [COLUMN_SEVERITY] = { NC_ ("agreement", "Beside the others"), -1, LECTERN_TABLE_EXPAND },
    [COLUMN_SPREAD] = { NC_ ("agreement", "Spread of points"), 150, LECTERN_TABLE_NUMERIC },
    [COLUMN_CONSISTENCY] = { NC_ ("agreement", "Same order as the others"), 190, LECTERN_TABLE_NUMERIC },
    [COLUMN_HIGH] = { NC_ ("agreement", "Struck out as highest"), 160, LECTERN_TABLE_NUMERIC },
    [COLUMN_LOW] = { NC_ ("agreement", "as lowest"), 100, LECTERN_TABLE_NUMERIC },
  };
  for (guint i = 0; i < N_COLUMNS; i++)
    lectern_table_add_column (self->view, i, g_dpgettext2 (GETTEXT_PACKAGE, "agreement", columns[i].title), columns[i].width, columns[i].flags);
  lectern_table_align_headings (self->view);
}

static char *
format_or_dash (LecternFigure figure,
                guint         decimals)
{
  g_autofree char *text = lectern_figure_format (figure, decimals);
  if (text && *text == '-')
    return g_strdup_printf ("−%s", text + 1);
  return g_strdup (text ? text : "–");
}

/* "1.23 points stricter" */
static char *
describe_severity (LecternFigure severity)
{
  LecternFigure    size = severity;
  g_autofree char *points = NULL;
  if (severity.state != LECTERN_FIGURE_KNOWN)
    return g_strdup ("–");
  size.billionths = ABS (severity.billionths);
  points = lectern_figure_format (size, 2);
  if (size.billionths < 5 * 1000 * 1000) /* 0.00 as shown */
    return g_strdup (_ ("neither stricter nor more generous"));
  /* Translators: points by which a judge is stricter, or more generous, than the others. */
  return g_strdup_printf (severity.billionths < 0 ? _ ("%s stricter") : _ ("%s more generous"), points);
}

static LecternTableLine *
make_line (const LecternJudge          *judge,
           const LecternAgreementJudge *figures)
{
  LecternTableLine *line = lectern_table_line_new (judge->number, N_COLUMNS);
  lectern_table_line_take_text (line, COLUMN_JUDGE, g_strdup_printf ("%d %s", (int) judge->number, judge->name), NULL);
  lectern_table_line_take_text (line, COLUMN_MEAN, format_or_dash (figures->mean, 2), NULL);
  lectern_table_line_take_text (line, COLUMN_SEVERITY, describe_severity (figures->severity), NULL);
  lectern_table_line_take_text (line, COLUMN_SPREAD, format_or_dash (figures->spread, 2), NULL);
  lectern_table_line_take_text (line, COLUMN_CONSISTENCY, format_or_dash (figures->consistency, 2), NULL);
  lectern_table_line_take_text (line, COLUMN_HIGH, g_strdup_printf ("%u", figures->dropped_high), NULL);
  lectern_table_line_take_text (line, COLUMN_LOW, g_strdup_printf ("%u", figures->dropped_low), NULL);
  return line;
}

static const char *
describe_want (LecternFigureState state)
{
  switch (state)
    {
    case LECTERN_FIGURE_TOO_FEW_ENTRIES:
      return _ ("Not known: fewer than two entries were marked by every judge.");
    case LECTERN_FIGURE_TOO_FEW_JUDGES:
      return _ ("Not known: there is only one judge.");
    case LECTERN_FIGURE_NO_VARIATION:
      return _ ("Not known: the marks do not differ.");
    case LECTERN_FIGURE_OUT_OF_RANGE:
      return _ ("Not known: there is too much to work out.");
    case LECTERN_FIGURE_KNOWN:
    default:
      return "";
    }
}

static void
show_figure (GtkLabel     *figure_label,
             GtkLabel     *words_label,
             LecternFigure figure,
             const char   *words)
{
  g_autofree char *text = format_or_dash (figure, 2);
  gtk_label_set_text (figure_label, text);
  gtk_label_set_text (words_label, figure.state == LECTERN_FIGURE_KNOWN ? words : describe_want (figure.state));
}

/* In the words of the printed report, from the same bounds on. */
static char *
describe_reliability (LecternFigure figure)
{
  static const struct
  {
    gint64      from; /* billionths */
    const char *word;
  } words[] = {
    { 900 * 1000 * 1000, NC_ ("reliability", "very reliable") },
    { 750 * 1000 * 1000, NC_ ("reliability", "reliable") },
    { 500 * 1000 * 1000, NC_ ("reliability", "so-so") },
    { G_MININT64, NC_ ("reliability", "low") },
  };
  guint i = 0;

  while (figure.billionths < words[i].from)
    i++;
  /* Translators: a word such as "reliable". */
  return g_strdup_printf (_ ("The share of the differences between the means that comes from the entries and not from the judges: %s."), g_dpgettext2 (GETTEXT_PACKAGE, "reliability", words[i].word));
}

static char *
list_lots (GPtrArray *entries)
{
  GString *lots = g_string_new (NULL);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (lots, "%s%d", i ? ", " : "", (int) ((const LecternEntry *) g_ptr_array_index (entries, i))->lot);
  return g_string_free (lots, FALSE);
}

static void
show_basis (LecternAgreementPane        *self,
            const LecternAgreementTable *table)
{
  g_autofree char *left_out = list_lots (table->left_out);
  g_autoptr (GString) text = g_string_new (NULL);
  g_string_append_printf (text, ngettext ("Over the %u entry that every one of the judges marked.", "Over the %u entries that every one of the judges marked.", table->entries->len), table->entries->len);
  if (table->left_out->len > 0)
    /* Translators: lots. */
    g_string_append_printf (text, ngettext (" Left out, for somebody did not mark it: No. %s.", " Left out, for somebody did not mark them: Nos. %s.", table->left_out->len), left_out);
  if (!table->complete)
    g_string_append_printf (text, " %s", _ ("Not everything is in."));
  gtk_label_set_text (self->basis, text->str);
}

static void
lectern_agreement_pane_refresh (LecternConsolePart *part,
                                LecternChange      *change)
{
  LecternAgreementPane *self = LECTERN_AGREEMENT_PANE (part);
  g_autoptr (LecternAgreementTable) table = lectern_agreement_table_new (lectern_console_part_get_contest (part), lectern_round_part_get_key (LECTERN_ROUND_PART (self)));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *reliability = describe_reliability (table->figures->icc2_k);
  for (guint i = 0; i < table->judges->len; i++)
    g_ptr_array_add (lines, make_line (g_ptr_array_index (table->judges, i), &table->figures->judges[i]));
  lectern_table_fill (self->lines, lines);
  gtk_stack_set_visible_child_name (self->stack, lines->len ? "figures" : "empty");
  show_basis (self, table);
  show_figure (self->order, self->order_words, table->figures->kendall_w,
               _ ("1 would be the same order from every judge, 0 no common order at all. How generous a judge is makes no difference."));
  show_figure (self->one, self->one_words, table->figures->icc2_1,
               _ ("The share of the differences between points that comes from the entries, if one of the judges had marked alone."));
  show_figure (self->all, self->all_words, table->figures->icc2_k, reliability);
}

static void
lectern_agreement_pane_dispose (GObject *object)
{
  LecternAgreementPane *self = LECTERN_AGREEMENT_PANE (object);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (lectern_agreement_pane_parent_class)->dispose (object);
}

static void
lectern_agreement_pane_class_init (LecternAgreementPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_agreement_pane_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_agreement_pane_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-agreement-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternAgreementPane, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternAgreementPane, basis);
  gtk_widget_class_bind_template_child (widget_class, LecternAgreementPane, order);
  gtk_widget_class_bind_template_child (widget_class, LecternAgreementPane, order_words);
  gtk_widget_class_bind_template_child (widget_class, LecternAgreementPane, one);
  gtk_widget_class_bind_template_child (widget_class, LecternAgreementPane, one_words);
  gtk_widget_class_bind_template_child (widget_class, LecternAgreementPane, all);
  gtk_widget_class_bind_template_child (widget_class, LecternAgreementPane, all_words);
  gtk_widget_class_bind_template_child (widget_class, LecternAgreementPane, view);
}

static void
lectern_agreement_pane_init (LecternAgreementPane *self)
{
  self->lines = g_list_store_new (LECTERN_TYPE_TABLE_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

GListModel *
lectern_agreement_pane_get_lines (LecternAgreementPane *self)
{
  g_return_val_if_fail (LECTERN_IS_AGREEMENT_PANE (self), NULL);
  return G_LIST_MODEL (self->lines);
}
