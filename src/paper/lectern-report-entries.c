/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The list of nominees, by strokes of the surname unless asked otherwise, as officials expect of a list.
 * Two papers: the public one, on the grid of GB/T 9704-2012, says nothing a stranger should not read; the
 * office's one, turned, has the rest and says on every page that it is not to be passed on. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-entries.h"

#include "lectern-name-list.h"
#include "lectern-report-flow.h"

#include <glib/gi18n-lib.h>

#define PUBLIC_ROW 10.2
#define OFFICE_ROW 9.0
#define HEAD_HEIGHT 10.2
#define COLUMNS_MOST 16
/* So many rows at least stand on the last page. */
#define ROWS_TOGETHER 2

typedef struct
{
  LecternReport       report;
  LecternReportFlow   flow;
  LecternReportColumn columns[COLUMNS_MOST];
  LecternReportTable  table;
  GPtrArray          *nominees; /* LecternNominee */
  LecternNameOrder    order;
  gboolean            office;
} Entries;

static const char *
word (const Entries *self,
      LecternWord    which)
{
  return lectern_paper_word (self->report.language, which);
}

/* Columns ---------------------------------------------------------------------------------- */

static void
add_column (Entries        *self,
            LecternWord     head,
            double          width,
            LecternFontRole role,
            double          size,
            LecternAlign    align)
{
  self->columns[self->table.n_columns++] = (LecternReportColumn){ word (self, head), width, { role, size, LECTERN_REPORT_INK, 0 }, align, NULL };
}

static void
set_public_columns (Entries *self)
{
  LecternFontRole role = lectern_report_get_text_role (&self->report);

  add_column (self, LECTERN_WORD_POSITION, 12, LECTERN_FONT_FIGURES, 12, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_NAME, 30, LECTERN_FONT_NAME, 14, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_NOMINATING_UNIT, 36, role, 12, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_LECTURE, 47, role, 12, LECTERN_ALIGN_LEFT);
  add_column (self, LECTERN_WORD_COURSEWARE, 14, role, 12, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_ELIGIBILITY, 17, role, 11, LECTERN_ALIGN_CENTRE);
}

static void
set_office_columns (Entries *self)
{
  LecternFontRole role = lectern_report_get_text_role (&self->report);

  add_column (self, LECTERN_WORD_POSITION, 9, LECTERN_FONT_FIGURES, 9.5, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_NAME, 23, LECTERN_FONT_NAME, 11, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_GENDER, 9, role, 9.5, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_ETHNICITY, 13, role, 9.5, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_BORN, 16, LECTERN_FONT_FIGURES, 9.5, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_PARTY, 17, role, 9.5, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_JOINED, 16, LECTERN_FONT_FIGURES, 9.5, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_EDUCATION, 14, role, 9.5, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_EMPLOYER, 31, role, 9, LECTERN_ALIGN_LEFT);
  add_column (self, LECTERN_WORD_NOMINATING_UNIT, 23, role, 9.5, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_LECTURE, 30, role, 9, LECTERN_ALIGN_LEFT);
  add_column (self, LECTERN_WORD_COURSEWARE, 10, role, 9.5, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_LECTURES, 11, LECTERN_FONT_FIGURES, 9.5, LECTERN_ALIGN_RIGHT);
  add_column (self, LECTERN_WORD_PHONE, 24, LECTERN_FONT_FIGURES, 9.5, LECTERN_ALIGN_CENTRE);
  add_column (self, LECTERN_WORD_ELIGIBILITY, 19, role, 9, LECTERN_ALIGN_CENTRE);
}

/* Cells ------------------------------------------------------------------------------------ */

static LecternWord
get_fault (const char *column)
{
  static const struct
  {
    const char *column;
    LecternWord word;
  } faults[] = {
    { "name", LECTERN_WORD_FAULT_NAME },
    { "title", LECTERN_WORD_FAULT_TITLE },
    { "unit", LECTERN_WORD_FAULT_UNIT },
    { "party", LECTERN_WORD_FAULT_PARTY },
    { "courseware", LECTERN_WORD_FAULT_COURSEWARE },
    { "lectures", LECTERN_WORD_FAULT_LECTURES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (g_strcmp0 (faults[i].column, column) == 0)
      return faults[i].word;

  return LECTERN_WORD_NOT_ELIGIBLE;
}

/* The office reads why, the public whether: what is amiss with a person is nobody else's business. */
static char *
describe_eligibility (const Entries        *self,
                      const LecternNominee *nominee)
{
  g_autoptr (GPtrArray) problems = lectern_contest_check_eligibility (self->report.contest, nominee);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (nominee->withdrawn == 1)
    return g_strdup (word (self, LECTERN_WORD_WITHDRAWN));
  if (problems->len == 0)
    return g_strdup (word (self, LECTERN_WORD_ELIGIBLE));
  if (!self->office)
    return g_strdup (word (self, LECTERN_WORD_NOT_ELIGIBLE));
  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (words, (gpointer) word (self, get_fault (((LecternProblem *) problems->pdata[i])->column)));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (word (self, LECTERN_WORD_LIST_COMMA), (char **) words->pdata);
}

static const char *
describe_party (const Entries *self,
                const char    *party)
{
  if (g_strcmp0 (party, "member") == 0)
    return word (self, LECTERN_WORD_PARTY_MEMBER);
  if (g_strcmp0 (party, "probationary") == 0)
    return word (self, LECTERN_WORD_PARTY_PROBATIONARY);

  return party != NULL && *party != '\0' ? word (self, LECTERN_WORD_PARTY_NONE) : NULL;
}

static void
add_row (Entries              *self,
         const LecternNominee *nominee,
         guint                 index,
         double                height)
{
  const LecternUnit *unit = lectern_contest_get_unit (self->report.contest, nominee->unit);
  const char        *unit_name = unit != NULL ? unit->name : "";
  gboolean           has_courseware = nominee->courseware != NULL && *nominee->courseware != '\0';
  const char        *courseware = word (self, has_courseware ? LECTERN_WORD_COURSEWARE_YES : LECTERN_WORD_COURSEWARE_NO);
  g_autofree char   *number = g_strdup_printf ("%u", index + 1);
  g_autofree char   *eligible = describe_eligibility (self, nominee);
  g_autofree char   *lectures = nominee->lectures != LECTERN_NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, nominee->lectures) : NULL;
  const char        *open[] = { number, nominee->name, unit_name, nominee->title, courseware, eligible };
  const char        *whole[] = { number, nominee->name, nominee->gender, nominee->ethnicity, nominee->born, describe_party (self, nominee->party), nominee->joined, nominee->education, nominee->employer, unit_name, nominee->title, courseware, lectures, nominee->phone, eligible };

  lectern_report_flow_add_row (&self->flow, self->office ? whole : open, height);
}

/* The paper -------------------------------------------------------------------------------- */

static LecternWord
get_order_word (LecternNameOrder order)
{
  switch (order)
    {
    case LECTERN_NAME_ORDER_PINYIN:
      return LECTERN_WORD_BY_PINYIN;
    case LECTERN_NAME_ORDER_RANK:
      return LECTERN_WORD_BY_RANK;
    case LECTERN_NAME_ORDER_LOT:
      return LECTERN_WORD_BY_LOT;
    case LECTERN_NAME_ORDER_UNIT:
      return LECTERN_WORD_BY_UNIT;
    case LECTERN_NAME_ORDER_STROKES:
    case LECTERN_NAME_ORDER_STROKES_DOT:
    case LECTERN_NAME_ORDER_N_ORDERS:
    default:
      return LECTERN_WORD_BY_STROKES;
    }
}

static char *
describe_count (const Entries *self)
{
  g_autoptr (GHashTable) units = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *people = g_strdup_printf ("%u", self->nominees->len);
  g_autofree char *bodies = NULL;

  for (guint i = 0; i < self->nominees->len; i++)
    if (((LecternNominee *) self->nominees->pdata[i])->unit != NULL)
      g_hash_table_add (units, ((LecternNominee *) self->nominees->pdata[i])->unit);
  bodies = g_strdup_printf ("%u", g_hash_table_size (units));

  return lectern_paper_phrase (self->report.language, LECTERN_WORD_ENTRIES_COUNT, people, bodies, NULL);
}

/* In which order, and how many, above the table. */
static void
add_lead (Entries *self)
{
  LecternType      type = { lectern_report_get_text_role (&self->report), self->office ? 10 : 12, LECTERN_REPORT_INK, 0 };
  g_autofree char *count = describe_count (self);
  g_autofree char *lead = g_strdup_printf (g_str_equal (self->report.language, "en") ? "%s (%s)" : "%s（%s）", count, word (self, get_order_word (self->order)));

  lectern_report_flow_add_paragraph (&self->flow, &type, lead, 7, 0, LECTERN_ALIGN_LEFT);
  lectern_report_flow_add_gap (&self->flow, 1);
}

static void
begin_office_page_cb (LecternReportFlow *flow,
                      gpointer           data)
{
  const Entries *self = data;
  LecternType    bold = { LECTERN_FONT_HEADING, 10, LECTERN_REPORT_INK, 0 };

  lectern_paper_place_line (flow->page, self->report.fonts, &bold, word (self, LECTERN_WORD_OFFICE_ONLY), flow->layout.left, flow->layout.top - 4, lectern_report_flow_get_width (flow), LECTERN_ALIGN_LEFT);
}

static void
add_title (Entries *self)
{
  const LecternReport        *report = &self->report;
  const LecternContestRecord *record = lectern_contest_get_record (report->contest);
  LecternType                 title = { LECTERN_FONT_TITLE, 18, LECTERN_REPORT_INK, 0 };
  g_autofree char            *whole = g_strdup_printf (g_str_equal (report->language, "en") ? "%s · %s" : "%s%s", record->title, word (self, LECTERN_WORD_ENTRY_LIST));

  if (!self->office)
    {
      lectern_report_flow_add_title (&self->flow, word (self, LECTERN_WORD_ENTRY_LIST), FALSE);
      lectern_report_flow_add_gap (&self->flow, 2);
      return;
    }
  lectern_paper_place_fitted (self->flow.page, report->fonts, &title, whole, self->flow.layout.left, self->flow.y + 4, lectern_report_flow_get_width (&self->flow), 9, LECTERN_ALIGN_CENTRE);
  self->flow.y += 11;
}

static void
add_pages (Entries *self)
{
  /* Who checked whether they may take part. */
  static const LecternWord signs[] = { LECTERN_WORD_FILLED_IN_BY, LECTERN_WORD_EXAMINED_BY, LECTERN_WORD_DATE, LECTERN_N_WORDS };
  double                   row = self->office ? OFFICE_ROW : PUBLIC_ROW;
  guint                    n = self->nominees->len;

  lectern_report_flow_init (&self->flow, &self->report, self->office ? lectern_report_layout_table (TRUE) : lectern_report_layout_official (), self->office ? begin_office_page_cb : NULL, NULL, self);
  self->table.x = self->flow.layout.left;
  self->table.columns = self->columns;
  self->table.broken_heads = TRUE;
  self->table.head_size = self->office ? 9.5 : 12;
  if (self->office)
    set_office_columns (self);
  else
    set_public_columns (self);
  add_title (self);
  add_lead (self);
  lectern_report_flow_begin_table (&self->flow, &self->table, HEAD_HEIGHT);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && i + ROWS_TOGETHER == n)
        lectern_report_flow_reserve (&self->flow, ROWS_TOGETHER * row + LECTERN_REPORT_SIGN_HEIGHT);
      add_row (self, self->nominees->pdata[i], i, row);
    }
  lectern_report_flow_end_table (&self->flow);
  lectern_report_flow_add_signatures (&self->flow, signs);
  lectern_report_flow_end (&self->flow);
}

static GPtrArray *
list_nominees (LecternContest  *contest,
               const char      *round,
               LecternNameOrder order)
{
  GPtrArray *nominees = lectern_name_list_nominees (contest, order);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, round);

  /* Before the draw nobody is in a round yet, and the list is what everybody waits for. */
  for (guint i = entries->len > 0 ? nominees->len : 0; round != NULL && i > 0; i--)
    if (lectern_contest_get_entry (contest, round, ((LecternNominee *) nominees->pdata[i - 1])->id) == NULL)
      g_ptr_array_remove_index (nominees, i - 1);

  return nominees;
}

LecternDocument *
lectern_report_entries_new (LecternContest  *contest,
                            const char      *round,
                            LecternNameOrder order,
                            gboolean         office,
                            gint64           printed_us,
                            GError         **error)
{
  Entries                     self = { .order = order, .office = office };
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  const char                 *language = record != NULL ? record->language : "zh";
  g_autofree char            *title = g_strconcat (record != NULL ? record->title : "", " ", lectern_paper_word (language, LECTERN_WORD_ENTRY_LIST), NULL);
  g_autoptr (GPtrArray) nominees = NULL;

  if (!lectern_report_init (&self.report, contest, round, title, printed_us, error))
    return NULL;
  self.nominees = nominees = list_nominees (contest, round, order);
  if (nominees->len == 0)
    return lectern_report_refuse (&self.report, error, _ ("Nobody is registered yet."));
  add_pages (&self);

  return lectern_report_finish (&self.report, error);
}
