/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Statistics tables, whose columns are data: nobody knows beforehand how many there are and how wide. Each
 * column is measured; the table takes A4 turned when it can be read there, else A3 turned. Figures stand
 * flush right in figures of one width, sums at the foot and never on a page without a row. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-annex.h"

#include "lectern-report-flow.h"

#include <glib/gi18n-lib.h>

#define A3_SHORT 297.0
#define A3_LONG 420.0
/* Millimetres around what stands in a cell. */
#define PADDING 2.4
#define ROW_HEIGHT 8.6
#define HEAD_HEIGHT 13.0
#define GROUPED_HEAD_HEIGHT 19.0
/* Texts do not ask for more than this. */
#define TEXT_EMS_MOST 16.0
#define SHORT_EMS 6.5
/* Figures and Latin words up to this width are not cut; names up to it are not shrunk. */
#define WORD_EMS_MOST 9.0
/* Heads are broken into lines of two characters at least. */
#define HEAD_EMS_LEAST 2.0
#define HEAD_LATIN_EMS_LEAST 3.2
#define ROWS_TOGETHER 2

/* From the usual to the smallest that can be read. */
static const struct
{
  gboolean a3;
  double   size;
  double   text; /* ems: texts are broken, but not into lines shorter than this */
} attempts[] = {
  { FALSE, 10.5, 8 },
  { FALSE, 10, 7 },
  { TRUE, 10.5, 7 },
  { TRUE, 9.5, 5 },
  { TRUE, 8.5, 4 },
  { TRUE, 7.5, 4 },
};

typedef struct
{
  LecternReport        report;
  LecternReportFlow    flow;
  LecternAnnexForm    *form;
  GPtrArray           *shown; /* LecternAnnexColumn, borrowed */
  GPtrArray           *rows;  /* LecternAnnexRow */
  GPtrArray           *cells; /* of each row, and of the sums where there are any, GStrv with the running number first */
  gboolean             sums;
  gboolean             grouped;
  LecternReportColumn *columns;
  LecternReportTable   table;
  LecternReportLayout  layout;
} Annex;

static const LecternAnnexColumn *
get_column (const Annex *self,
            guint        column)
{
  return self->shown->pdata[column - 1];
}

static gboolean
is_english (const Annex *self)
{
  return g_str_equal (self->report.language, "en");
}

/* Cells ------------------------------------------------------------------------------------ */

static void
add_cells (Annex                 *self,
           const LecternAnnexRow *row,
           guint                  number)
{
  g_autoptr (GHashTable) kept = lectern_annex_row_read (row);
  GStrvBuilder    *cells = g_strv_builder_new ();
  g_autofree char *position = g_strdup_printf ("%u", number);

  g_strv_builder_add (cells, position);
  for (guint i = 0; i < self->shown->len; i++)
    {
      g_autofree char *text = lectern_annex_describe_cell (self->report.contest, self->shown->pdata[i], kept);

      g_strv_builder_add (cells, text);
    }
  g_ptr_array_add (self->cells, g_strv_builder_end (cells));
  g_strv_builder_unref (cells);
}

static void
add_sums (Annex *self)
{
  GStrvBuilder *cells = g_strv_builder_new ();
  gboolean      named = FALSE;

  g_strv_builder_add (cells, "");
  for (guint i = 0; i < self->shown->len; i++)
    {
      g_autofree char *sum = lectern_annex_add_up (self->shown->pdata[i], self->rows);

      self->sums |= sum != NULL;
      g_strv_builder_add (cells, sum != NULL ? sum : (named ? "" : lectern_paper_word (self->report.language, LECTERN_WORD_SUM)));
      named = TRUE;
    }
  if (self->sums)
    g_ptr_array_add (self->cells, g_strv_builder_end (cells));
  g_strv_builder_unref (cells);
}

/* Widths ----------------------------------------------------------------------------------- */

static LecternFontRole
get_role (const Annex              *self,
          const LecternAnnexColumn *column)
{
  if (column->type == LECTERN_ANNEX_NAME)
    return LECTERN_FONT_NAME;
  if (column->type == LECTERN_ANNEX_NUMBER || column->type == LECTERN_ANNEX_DATE)
    return LECTERN_FONT_FIGURES;

  return lectern_report_get_text_role (&self->report);
}

/* The widest cell of @column set in @size points, in millimetres. */
static double
measure_cells (const Annex *self,
               guint        column,
               double       size)
{
  LecternFontRole role = column == 0 ? LECTERN_FONT_FIGURES : get_role (self, get_column (self, column));
  double          widest = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *text = ((char **) self->cells->pdata[i])[column];
      double      spread = role == LECTERN_FONT_NAME && !is_english (self) ? lectern_paper_get_name_spread (text) : 0;

      widest = MAX (widest, lectern_paper_fonts_measure (self->report.fonts, role, size, spread * size * LECTERN_MM_PER_POINT, text));
    }

  return widest;
}

/* Short texts stand in the middle, longer ones are read from the left. */
static LecternAlign
get_align (const Annex *self,
           guint        column,
           double       size)
{
  switch (get_column (self, column)->type)
    {
    case LECTERN_ANNEX_NUMBER:
      return LECTERN_ALIGN_RIGHT;
    case LECTERN_ANNEX_TEXT:
      return measure_cells (self, column, size) > SHORT_EMS * size * LECTERN_MM_PER_POINT ? LECTERN_ALIGN_LEFT : LECTERN_ALIGN_CENTRE;
    case LECTERN_ANNEX_NAME:
    case LECTERN_ANNEX_DATE:
    case LECTERN_ANNEX_UNIT:
    case LECTERN_ANNEX_N_TYPES:
    default:
      return LECTERN_ALIGN_CENTRE;
    }
}

/* The widest word of figures and Latin letters in a cell of @column: a telephone number is not cut. */
static double
measure_words (const Annex *self,
               guint        column,
               double       size)
{
  LecternFontRole role = get_role (self, get_column (self, column));
  double          widest = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      g_auto (GStrv) words = g_regex_split_simple ("[^-0-9A-Za-z]+", ((char **) self->cells->pdata[i])[column], 0, 0);

      for (guint w = 0; words[w] != NULL; w++)
        widest = MAX (widest, lectern_paper_fonts_measure (self->report.fonts, role, size, 0, words[w]));
    }

  return MIN (widest, WORD_EMS_MOST * size * LECTERN_MM_PER_POINT);
}

/* The narrowest a head may be set; words of Latin letters are not cut. */
static double
measure_head (const Annex *self,
              const char  *head,
              double       size)
{
  double em = size * LECTERN_MM_PER_POINT;
  double widest = 0;

  if (!is_english (self))
    return MIN (lectern_paper_fonts_measure (self->report.fonts, LECTERN_FONT_HEADING, size, 0, head), HEAD_EMS_LEAST * em);

  {
    g_auto (GStrv) words = g_strsplit (head, " ", 0);

    for (guint i = 0; words[i] != NULL; i++)
      widest = MAX (widest, lectern_paper_fonts_measure (self->report.fonts, LECTERN_FONT_HEADING, size, 0, words[i]));
  }

  return MAX (widest, HEAD_LATIN_EMS_LEAST * em);
}

static gboolean
is_broken (const LecternAnnexColumn *column)
{
  return column->type == LECTERN_ANNEX_TEXT || column->type == LECTERN_ANNEX_UNIT;
}

/* Whether somebody has said how wide it is. */
static gboolean
is_fixed (const Annex *self,
          guint        column)
{
  return column > 0 && get_column (self, column)->width > 0;
}

/* What @column needs at least in @size, and in @wish what it would like. */
static double
measure_column (const Annex *self,
                guint        column,
                double       size,
                double       text,
                double      *wish)
{
  const char *head = column == 0 ? lectern_paper_word (self->report.language, LECTERN_WORD_POSITION) : lectern_annex_column_get_heading (get_column (self, column), self->report.language);
  double      em = size * LECTERN_MM_PER_POINT;
  double      cells = measure_cells (self, column, size);
  double      least = cells;

  if (is_fixed (self, column))
    return *wish = (double) get_column (self, column)->width;
  if (column > 0 && is_broken (get_column (self, column)))
    {
      least = MAX (MIN (cells, text * em), measure_words (self, column, size));
      cells = MIN (cells, TEXT_EMS_MOST * em);
    }
  else if (column > 0 && get_column (self, column)->type == LECTERN_ANNEX_NAME)
    least = cells = MIN (cells, WORD_EMS_MOST * em);
  least = MAX (least, measure_head (self, head, size));
  *wish = MAX (cells, least) + PADDING;

  return least + PADDING;
}

/* What nobody wants is shared out among the columns whose width nobody has said; where there are none but the numbers
 * of the rows, the table is as narrow as it is. */
static void
stretch (Annex *self,
         double rest)
{
  double   loose = 0;
  gboolean others = FALSE;

  for (guint i = 0; i < self->table.n_columns; i++)
    if (!is_fixed (self, i))
      {
        loose += self->columns[i].width;
        others |= i > 0;
      }
  for (guint i = 0; others && i < self->table.n_columns; i++)
    if (!is_fixed (self, i))
      self->columns[i].width *= 1 + rest / loose;
}

/* Shares what is left between @least and @room out, first to those who want more than the least. */
static gboolean
set_widths (Annex *self,
            double room,
            double size,
            double text)
{
  guint              n = self->table.n_columns;
  g_autofree double *wishes = g_new (double, n);
  double             least = 0;
  double             wanted = 0;
  double             share;

  for (guint i = 0; i < n; i++)
    {
      self->columns[i].width = measure_column (self, i, size, text, &wishes[i]);
      least += self->columns[i].width;
      wanted += wishes[i];
    }
  if (least > room)
    return FALSE;
  share = wanted > least ? MIN (1, (room - least) / (wanted - least)) : 0;
  for (guint i = 0; i < n; i++)
    self->columns[i].width += (wishes[i] - self->columns[i].width) * share;
  if (wanted < room)
    stretch (self, room - wanted);

  return TRUE;
}

static LecternReportLayout
get_layout (gboolean a3)
{
  LecternReportLayout layout = { .width = 297, .height = 210, .top = 26, .bottom = 24, .left = 20, .right = 20 };

  if (a3)
    layout = (LecternReportLayout){ .width = A3_LONG, .height = A3_SHORT, .top = 28, .bottom = 26, .left = 22, .right = 22 };

  return layout;
}

static void
set_column (Annex *self,
            guint  column,
            double size)
{
  LecternReportColumn *set = &self->columns[column];

  if (column == 0)
    {
      *set = (LecternReportColumn){ lectern_paper_word (self->report.language, LECTERN_WORD_POSITION), set->width, { LECTERN_FONT_FIGURES, size, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE, NULL };
      return;
    }
  *set = (LecternReportColumn){
    .head = lectern_annex_column_get_heading (get_column (self, column), self->report.language),
    .width = set->width,
    .type = { get_role (self, get_column (self, column)), size, LECTERN_REPORT_INK, 0 },
    .align = get_align (self, column, size),
    .group = lectern_annex_column_get_group (get_column (self, column), self->report.language),
  };
  self->grouped |= set->group != NULL;
}

static gboolean
choose_sheet (Annex *self)
{
  self->table.n_columns = self->shown->len + 1;
  self->table.broken_heads = TRUE;
  self->columns = g_new0 (LecternReportColumn, self->table.n_columns);
  self->table.columns = self->columns;
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      self->layout = get_layout (attempts[i].a3);
      if (!set_widths (self, self->layout.width - self->layout.left - self->layout.right, attempts[i].size, attempts[i].text))
        continue;
      self->table.head_size = attempts[i].size;
      self->table.x = self->layout.left + (self->layout.width - self->layout.left - self->layout.right) / 2;
      for (guint c = 0; c < self->table.n_columns; c++)
        {
          set_column (self, c, attempts[i].size);
          self->table.x -= self->columns[c].width / 2;
        }
      return TRUE;
    }

  return FALSE;
}

/* The paper -------------------------------------------------------------------------------- */

static void
add_title (Annex *self)
{
  const LecternReport        *report = &self->report;
  const LecternContestRecord *record = lectern_contest_get_record (report->contest);
  LecternType                 title = { LECTERN_FONT_TITLE, 22, LECTERN_REPORT_INK, 0 };
  LecternType                 line = { lectern_report_get_text_role (report), 12, LECTERN_REPORT_INK, 0 };
  double                      width = lectern_report_flow_get_width (&self->flow);
  g_autofree char            *day = lectern_report_describe_printing_date (report);
  g_autofree char            *figures = lectern_paper_date_in_figures (report->language, day);
  g_autofree char            *date = lectern_paper_phrase (report->language, LECTERN_WORD_AS_OF, figures, NULL);

  lectern_paper_place_fitted (self->flow.page, report->fonts, &title, lectern_annex_form_get_title (self->form, report->language), self->layout.left, self->flow.y + 5, width, 11, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (self->flow.page, report->fonts, &line, record->title, self->layout.left, self->flow.y + 16, width * 0.62, 7, LECTERN_ALIGN_LEFT);
  lectern_paper_place_fitted (self->flow.page, report->fonts, &line, date, self->layout.left + width * 0.64, self->flow.y + 16, width * 0.36, 7, LECTERN_ALIGN_RIGHT);
  self->flow.y += 21;
}

static double
measure_rest (const Annex *self,
              guint        first)
{
  double height = LECTERN_REPORT_SIGN_HEIGHT;

  for (guint i = first; i < self->cells->len; i++)
    height += lectern_report_flow_measure_row (&self->flow, self->cells->pdata[i], ROW_HEIGHT);

  return height;
}

static void
add_rows (Annex *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      /* The last rows, the sums and who signs stay together. */
      if (i > 0 && i + ROWS_TOGETHER + self->sums == self->cells->len)
        lectern_report_flow_reserve (&self->flow, measure_rest (self, i));
      lectern_report_flow_add_row (&self->flow, self->cells->pdata[i], ROW_HEIGHT);
    }
}

static void
add_pages (Annex *self)
{
  static const LecternWord signs[] = { LECTERN_WORD_FILLED_IN_BY, LECTERN_WORD_EXAMINED_BY, LECTERN_WORD_DATE, LECTERN_N_WORDS };

  lectern_report_flow_init (&self->flow, &self->report, self->layout, NULL, NULL, NULL);
  add_title (self);
  lectern_report_flow_begin_table (&self->flow, &self->table, self->grouped ? GROUPED_HEAD_HEIGHT : HEAD_HEIGHT);
  add_rows (self);
  lectern_report_flow_end_table (&self->flow);
  lectern_report_flow_add_signatures (&self->flow, signs);
  lectern_report_flow_end (&self->flow);
}

static void
gather (Annex           *self,
        LecternAnnexKind kind,
        gboolean         office)
{
  self->form = lectern_contest_get_shown_annex_form (self->report.contest, kind);
  self->rows = lectern_contest_list_annex_rows (self->report.contest, kind);
  self->shown = g_ptr_array_new ();
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < self->form->columns->len; i++)
    if (office || !((LecternAnnexColumn *) self->form->columns->pdata[i])->private)
      g_ptr_array_add (self->shown, self->form->columns->pdata[i]);
  for (guint i = 0; i < self->rows->len; i++)
    add_cells (self, self->rows->pdata[i], i + 1);
  if (self->rows->len > 0)
    add_sums (self);
}

static void
clear (Annex *self)
{
  lectern_annex_form_free (self->form);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->cells);
  g_free (self->columns);
}

LecternDocument *
lectern_report_annex_new (LecternContest  *contest,
                          LecternAnnexKind kind,
                          gboolean         office,
                          gint64           printed_us,
                          GError         **error)
{
  Annex                       self = { .grouped = FALSE };
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  g_autoptr (LecternAnnexForm) form = lectern_contest_get_annex_form (contest, kind);
  LecternDocument *document;

  if (!lectern_report_init (&self.report, contest, NULL, lectern_annex_form_get_title (form, record != NULL ? record->language : "zh"), printed_us, error))
    return NULL;
  gather (&self, kind, office);
  if (self.rows->len == 0)
    document = lectern_report_refuse (&self.report, error, _ ("The statistics table has no rows yet. Import it first."));
  else if (!choose_sheet (&self))
    document = lectern_report_refuse (&self.report, error, _ ("The columns of the statistics table fit on no page, not even A3 turned. Leave some out, or shorten what stands in them."));
  else
    {
      add_pages (&self);
      document = lectern_report_finish (&self.report, error);
    }
  clear (&self);

  return document;
}
