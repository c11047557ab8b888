/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* How far the judges agreed, for people who know no statistics: every figure has the question it
 * answers and an answer in words. From which figure on which word is used is this program's own
 * choice; the paper states it (LECTERN_WORD_READ_BOUNDS), as docs/agreement.md does. The words are
 * never a verdict. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-agreement.h"

#include "lectern-agreement-table.h"
#include "lectern-report-flow.h"

#include <glib/gi18n-lib.h>

#define LEADING 7.0
#define HEAD_HEIGHT 8.0
#define ROW_HEIGHT 9.0
/* About what a judge's words take. */
#define JUDGE_HEIGHT 10.5
#define JUDGE_HEIGHT_ENGLISH 14.0
#define BILLION G_GINT64_CONSTANT (1000000000)
#define JURY_DECIMALS 3
#define POINT_DECIMALS 2
/* From where on a judge's order is called much the same, and from where roughly the same. */
#define NEAR (BILLION * 7 / 10)
#define FAR (BILLION * 4 / 10)

typedef struct
{
  LecternReport          report;
  LecternReportFlow      flow;
  LecternAgreementTable *table;
} Agreement;

/* From this many billionths on, the word; the last one is for everything below. */
typedef struct
{
  gint64      from;
  LecternWord word;
} Reading;

static const Reading concordance[] = {
  { BILLION * 7 / 10, LECTERN_WORD_AGREE_VERY },
  { BILLION * 5 / 10, LECTERN_WORD_AGREE_FAIR },
  { BILLION * 3 / 10, LECTERN_WORD_AGREE_SOME },
  { G_MININT64, LECTERN_WORD_AGREE_LITTLE },
};
static const Reading reliability[] = {
  { BILLION * 90 / 100, LECTERN_WORD_RELY_EXCELLENT },
  { BILLION * 75 / 100, LECTERN_WORD_RELY_GOOD },
  { BILLION * 50 / 100, LECTERN_WORD_RELY_FAIR },
  { G_MININT64, LECTERN_WORD_RELY_POOR },
};

/* Why there is no figure, in words. */
static const char *
describe_unknown (const Agreement *self,
                  LecternFigure    figure)
{
  static const LecternWord words[] = {
    [LECTERN_FIGURE_TOO_FEW_ENTRIES] = LECTERN_WORD_NO_ENTRIES,
    [LECTERN_FIGURE_TOO_FEW_JUDGES] = LECTERN_WORD_NO_JUDGES,
    [LECTERN_FIGURE_NO_VARIATION] = LECTERN_WORD_NO_VARIATION,
    [LECTERN_FIGURE_OUT_OF_RANGE] = LECTERN_WORD_NO_RANGE,
  };

  return lectern_paper_word (self->report.language, words[figure.state]);
}

static const char *
read_figure (const Agreement *self,
             LecternFigure    figure,
             const Reading   *readings)
{
  if (figure.state != LECTERN_FIGURE_KNOWN)
    return describe_unknown (self, figure);
  while (figure.billionths < readings->from)
    readings++;

  return lectern_paper_word (self->report.language, readings->word);
}

static char *
format_figure (LecternFigure figure,
               guint         decimals)
{
  char *text = lectern_figure_format (figure, decimals);

  return text != NULL ? text : g_strdup ("—");
}

static LecternType
get_text_type (const Agreement *self)
{
  return (LecternType){ g_str_equal (self->report.language, "en") ? LECTERN_FONT_LATIN : LECTERN_FONT_BODY, 12, LECTERN_REPORT_INK, 0 };
}

static void
add_text (Agreement  *self,
          const char *text)
{
  LecternType type = get_text_type (self);

  lectern_report_flow_add_paragraph (&self->flow, &type, text, LEADING, g_str_equal (self->report.language, "en") ? 0 : 2, LECTERN_ALIGN_JUSTIFY);
}

static void
add_heading (Agreement  *self,
             LecternWord word)
{
  LecternType type = { LECTERN_FONT_HEADING, 14, LECTERN_REPORT_INK, 0 };

  lectern_report_flow_add_gap (&self->flow, 2);
  lectern_report_flow_reserve (&self->flow, 10 + HEAD_HEIGHT + 2 * ROW_HEIGHT);
  lectern_report_flow_add_paragraph (&self->flow, &type, lectern_paper_word (self->report.language, word), 10, 0, LECTERN_ALIGN_LEFT);
}

/* "3、8": lots of entries that one judge or more did not mark. */
static char *
list_left_out (const Agreement *self)
{
  GString *lots = g_string_new (NULL);

  for (guint i = 0; i < self->table->left_out->len; i++)
    g_string_append_printf (lots, "%s%" G_GINT64_FORMAT, i > 0 ? lectern_paper_word (self->report.language, LECTERN_WORD_LIST_COMMA) : "", ((LecternEntry *) self->table->left_out->pdata[i])->lot);

  return g_string_free (lots, FALSE);
}

static void
add_basis (Agreement *self)
{
  const char      *language = self->report.language;
  g_autofree char *judges = g_strdup_printf ("%u", self->table->judges->len);
  g_autofree char *entries = g_strdup_printf ("%u", self->table->entries->len);
  g_autofree char *over = lectern_paper_phrase (language, LECTERN_WORD_AGREEMENT_OVER, judges, entries, NULL);
  g_autofree char *lots = list_left_out (self);
  g_autofree char *left_out = lectern_paper_phrase (language, LECTERN_WORD_AGREEMENT_LEFT_OUT, lots, NULL);
  g_autofree char *text = g_strconcat (over, g_str_equal (language, "en") ? " " : "", *lots != '\0' ? left_out : "", NULL);
  LecternType      bold = { LECTERN_FONT_HEADING, 12, LECTERN_REPORT_INK, 0 };

  lectern_report_flow_add_paragraph (&self->flow, &bold, lectern_paper_word (language, LECTERN_WORD_AGREEMENT_NEVER), LEADING, g_str_equal (language, "en") ? 0 : 2, LECTERN_ALIGN_LEFT);
  add_text (self, text);
}

/* The jury ------------------------------------------------------------------------------------ */

static void
add_jury_row (Agreement  *self,
              const char *question,
              const char *figure,
              const char *words)
{
  const char *cells[] = { question, figure, words };

  lectern_report_flow_add_row (&self->flow, cells, ROW_HEIGHT);
}

static void
add_reliability (Agreement    *self,
                 LecternWord   question,
                 LecternFigure figure)
{
  g_autofree char *text = format_figure (figure, JURY_DECIMALS);

  add_jury_row (self, lectern_paper_word (self->report.language, question), text, read_figure (self, figure, reliability));
}

static void
add_chi_square (Agreement *self)
{
  const LecternAgreement *figures = self->table->figures;
  const char             *language = self->report.language;
  gboolean                known = figures->chi_square.state == LECTERN_FIGURE_KNOWN;
  g_autofree char        *df = g_strdup_printf ("%u", figures->df);
  g_autofree char        *question = known ? lectern_paper_phrase (language, LECTERN_WORD_ASK_CHI, df, NULL) : g_strdup (lectern_paper_word (language, LECTERN_WORD_ASK_CHI_UNKNOWN));
  g_autofree char        *text = format_figure (figures->chi_square, 1);

  add_jury_row (self, question, text, known ? lectern_paper_word (language, LECTERN_WORD_CHI_READING) : describe_unknown (self, figures->chi_square));
}

static void
add_jury (Agreement *self)
{
  const LecternAgreement *figures = self->table->figures;
  const char             *language = self->report.language;
  LecternFontRole         role = lectern_report_get_text_role (&self->report);
  double                  width = lectern_report_flow_get_width (&self->flow);
  LecternReportColumn     columns[] = {
        { lectern_paper_word (language, LECTERN_WORD_QUESTION), width - 68, { role, 10, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_LEFT },
        { lectern_paper_word (language, LECTERN_WORD_FIGURE), 22, { LECTERN_FONT_FIGURES, 11, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
        { lectern_paper_word (language, LECTERN_WORD_READING), 46, { role, 10, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE },
  };
  LecternReportTable table = { self->flow.layout.left, columns, G_N_ELEMENTS (columns), 11 };
  g_autofree char   *w = format_figure (figures->kendall_w, JURY_DECIMALS);

  add_heading (self, LECTERN_WORD_AGREEMENT_JURY);
  lectern_report_flow_begin_table (&self->flow, &table, HEAD_HEIGHT);
  add_jury_row (self, lectern_paper_word (language, LECTERN_WORD_ASK_W), w, read_figure (self, figures->kendall_w, concordance));
  add_chi_square (self);
  add_reliability (self, LECTERN_WORD_ASK_ICC1, figures->icc2_1);
  add_reliability (self, LECTERN_WORD_ASK_ICCK, figures->icc2_k);
  add_reliability (self, LECTERN_WORD_ASK_ALPHA, figures->alpha);
  lectern_report_flow_end_table (&self->flow);
}

/* Each judge ---------------------------------------------------------------------------------- */

static char *
describe_severity (const Agreement *self,
                   LecternFigure    severity)
{
  LecternFigure    size = { severity.state, ABS (severity.billionths) };
  g_autofree char *points = format_figure (size, POINT_DECIMALS);

  if (severity.state != LECTERN_FIGURE_KNOWN)
    return g_strdup (describe_unknown (self, severity));
  /* What shows as 0.00 is no difference. */
  if (size.billionths < BILLION / 200)
    return g_strdup (lectern_paper_word (self->report.language, LECTERN_WORD_NEITHER));

  return lectern_paper_phrase (self->report.language, severity.billionths < 0 ? LECTERN_WORD_STRICTER : LECTERN_WORD_MORE_GENEROUS, points, NULL);
}

static const char *
describe_consistency (const Agreement *self,
                      LecternFigure    consistency)
{
  LecternWord word = LECTERN_WORD_ORDER_FAR;

  if (consistency.state != LECTERN_FIGURE_KNOWN)
    return describe_unknown (self, consistency);
  if (consistency.billionths >= NEAR)
    word = LECTERN_WORD_ORDER_SAME;
  else if (consistency.billionths >= FAR)
    word = LECTERN_WORD_ORDER_NEAR;

  return lectern_paper_word (self->report.language, word);
}

/* One sentence where both have the same reason for not being there. */
static char *
describe_judge (const Agreement             *self,
                const LecternAgreementJudge *figures)
{
  g_autofree char *severity = describe_severity (self, figures->severity);
  const char      *consistency = describe_consistency (self, figures->consistency);

  if (g_str_equal (severity, consistency))
    return g_steal_pointer (&severity);

  return g_strconcat (severity, lectern_paper_word (self->report.language, LECTERN_WORD_SENTENCE_GAP), consistency, NULL);
}

static void
add_judge (Agreement                   *self,
           const LecternJudge          *judge,
           const LecternAgreementJudge *figures)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, judge->number);
  g_autofree char *mean = format_figure (figures->mean, POINT_DECIMALS);
  g_autofree char *severity = format_figure (figures->severity, POINT_DECIMALS);
  g_autofree char *spread = format_figure (figures->spread, POINT_DECIMALS);
  g_autofree char *consistency = format_figure (figures->consistency, POINT_DECIMALS);
  g_autofree char *high = g_strdup_printf ("%u", figures->dropped_high);
  g_autofree char *low = g_strdup_printf ("%u", figures->dropped_low);
  g_autofree char *words = describe_judge (self, figures);
  const char      *cells[] = { number, judge->name, mean, severity, spread, consistency, high, low, words };

  lectern_report_flow_add_row (&self->flow, cells, ROW_HEIGHT);
}

static void
add_judges (Agreement *self)
{
  static const struct
  {
    LecternWord     head;
    double          width;
    LecternFontRole role;
    double          size;
  } set[] = {
    { LECTERN_WORD_NUMBER, 8, LECTERN_FONT_HEADING, 11 },
    { LECTERN_WORD_JUDGE, 22, LECTERN_FONT_NAME, 12 },
    { LECTERN_WORD_MEAN, 16, LECTERN_FONT_FIGURES, 10.5 },
    { LECTERN_WORD_SEVERITY, 16, LECTERN_FONT_FIGURES, 10.5 },
    { LECTERN_WORD_SPREAD, 14, LECTERN_FONT_FIGURES, 10.5 },
    { LECTERN_WORD_CONSISTENCY, 16, LECTERN_FONT_FIGURES, 10.5 },
    { LECTERN_WORD_TIMES_HIGH, 12, LECTERN_FONT_FIGURES, 10.5 },
    { LECTERN_WORD_TIMES_LOW, 12, LECTERN_FONT_FIGURES, 10.5 },
    { LECTERN_WORD_READING, 40, LECTERN_FONT_FIGURES, 9 },
  };
  LecternReportColumn columns[G_N_ELEMENTS (set)];
  LecternReportTable  table = { self->flow.layout.left, columns, G_N_ELEMENTS (set), 10 };

  for (guint i = 0; i < G_N_ELEMENTS (set); i++)
    columns[i] = (LecternReportColumn){ lectern_paper_word (self->report.language, set[i].head), set[i].width, { set[i].role, set[i].size, LECTERN_REPORT_INK, 0 }, LECTERN_ALIGN_CENTRE };
  columns[G_N_ELEMENTS (set) - 1].type.role = lectern_report_get_text_role (&self->report);
  columns[G_N_ELEMENTS (set) - 1].align = LECTERN_ALIGN_LEFT;
  /* Rather on a page of its own than over two. */
  lectern_report_flow_reserve (&self->flow, 12 + HEAD_HEIGHT + self->table->judges->len * (g_str_equal (self->report.language, "en") ? JUDGE_HEIGHT_ENGLISH : JUDGE_HEIGHT));
  add_heading (self, LECTERN_WORD_AGREEMENT_JUDGES);
  lectern_report_flow_begin_table (&self->flow, &table, HEAD_HEIGHT);
  for (guint i = 0; i < self->table->judges->len; i++)
    add_judge (self, self->table->judges->pdata[i], &self->table->figures->judges[i]);
  lectern_report_flow_end_table (&self->flow);
}

static void
add_reading (Agreement *self)
{
  static const LecternWord words[] = { LECTERN_WORD_READ_BOUNDS, LECTERN_WORD_READ_SEVERITY, LECTERN_WORD_READ_SPREAD, LECTERN_WORD_READ_CONSISTENCY, LECTERN_WORD_READ_DROPPED, LECTERN_WORD_READ_FAIRLY };

  add_heading (self, LECTERN_WORD_AGREEMENT_HOW);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (i + 1 == G_N_ELEMENTS (words)) /* nobody signs on a page with nothing else on it */
        lectern_report_flow_reserve (&self->flow, LEADING + LECTERN_REPORT_SIGN_HEIGHT);
      add_text (self, lectern_paper_word (self->report.language, words[i]));
    }
}

LecternDocument *
lectern_report_agreement_new (LecternContest *contest,
                              const char     *round,
                              gint64          printed_us,
                              GError        **error)
{
  static const LecternWord    signs[] = { LECTERN_WORD_SCORER, LECTERN_WORD_SUPERVISOR, LECTERN_WORD_DATE, LECTERN_N_WORDS };
  Agreement                   self = { .table = NULL };
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char                 *language = record != NULL ? record->language : "zh";
  const char                 *word = lectern_paper_word (language, LECTERN_WORD_AGREEMENT);
  g_autofree char            *title = g_strconcat (record != NULL ? record->title : "", " ", word, NULL);
  g_autoptr (LecternAgreementTable) table = lectern_agreement_table_new (contest, round);

  if (!lectern_report_init (&self.report, contest, round, title, printed_us, error))
    return NULL;
  if (table->judges->len == 0)
    return lectern_report_refuse (&self.report, error, _ ("No sheet has been handed in yet."));

  self.table = table;
  lectern_report_flow_init (&self.flow, &self.report, lectern_report_layout_official (), NULL, NULL, NULL);
  lectern_report_flow_add_title (&self.flow, word, TRUE);
  add_basis (&self);
  add_jury (&self);
  add_judges (&self);
  add_reading (&self);
  lectern_report_flow_add_signatures (&self.flow, signs);
  lectern_report_flow_end (&self.flow);

  return lectern_report_finish (&self.report, error);
}
