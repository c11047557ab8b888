/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A figure on paper is worth what can be told about it: how many sheets stand behind it, which of
 * them do not count, and what was changed, by whose word. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-marks.h"

#include "lectern-mark.h"
#include "lectern-rounds.h"
#include "lectern-words.h"

#define STRIKE_STROKE 0.22
#define STRIKE_COLOUR 0xb01e2b

const LecternRankingSheet *
lectern_report_find_sheet (const LecternRankingRow *row,
                           gint64                   judge)
{
  for (guint i = 0; i < row->n_sheets; i++)
    if (row->sheets[i].judge == judge)
      return &row->sheets[i];

  return NULL;
}

static gboolean
has_sheets (const LecternRanking *ranking,
            gint64                judge)
{
  for (guint i = 0; i < ranking->n_rows; i++)
    if (lectern_report_find_sheet (&ranking->rows[i], judge) != NULL)
      return TRUE;

  return FALSE;
}

GPtrArray *
lectern_report_list_judges (LecternContest       *contest,
                            const LecternRanking *ranking)
{
  GPtrArray *all = lectern_contest_get_judges (contest);
  GPtrArray *judges = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (all, i);

      if (judge->active == 1 || has_sheets (ranking, judge->number))
        g_ptr_array_add (judges, (gpointer) judge);
    }

  return judges;
}

guint
lectern_report_count_decimals (const LecternRanking *ranking)
{
  static const gint64 units[] = { LECTERN_MARK_UNIT, LECTERN_MARK_UNIT / 10, LECTERN_MARK_UNIT / 100, 1 };
  guint               decimals = 0;

  for (guint i = 0; i < ranking->n_rows; i++)
    for (guint s = 0; s < ranking->rows[i].n_sheets; s++)
      while (ranking->rows[i].sheets[s].total % units[decimals] != 0)
        decimals++;

  return decimals;
}

/* Who does not mark ------------------------------------------------------------------------- */

char *
lectern_report_describe_recusal (const LecternReport *report,
                                 const LecternEntry  *entry,
                                 gint64               judge)
{
  const LecternRecusal  key = { .record.table = &lectern_table_recusal, .round = entry->round, .nominee = entry->nominee, .judge = judge };
  const LecternRecusal *recusal = lectern_contest_find (report->contest, &key);
  gboolean              english = g_str_equal (report->language, "en");
  const char           *word;

  if (!lectern_contest_is_recused (report->contest, entry, judge))
    return NULL;

  if (lectern_contest_came_later (report->contest, entry, judge))
    return g_strdup (lectern_paper_word (report->language, LECTERN_WORD_CAME_LATER));
  word = lectern_paper_word (report->language, lectern_contest_is_absent (report->contest, entry, judge) ? LECTERN_WORD_ABSENT : LECTERN_WORD_RECUSED);
  if (recusal == NULL)
    return g_strdup_printf (english ? "%s (%s)" : "%s（%s）", word, lectern_paper_word (report->language, LECTERN_WORD_SAME_UNIT));
  if (recusal->reason == NULL || *recusal->reason == '\0')
    return g_strdup (word);

  return g_strdup_printf (english ? "%s: %s" : "%s：%s", word, recusal->reason);
}

char *
lectern_report_describe_denominator (const LecternReport     *report,
                                     const LecternRankingRow *row)
{
  GPtrArray *judges = lectern_contest_get_judges (report->contest);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *valid = g_strdup_printf ("%u", row->n_sheets);
  g_autofree char *counted = g_strdup_printf ("%u", row->ranked.n_counted);
  g_autofree char *denominator = lectern_paper_phrase (report->language, LECTERN_WORD_VALID_OF, valid, counted, NULL);
  gboolean         english = g_str_equal (report->language, "en");

  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = judges->pdata[i];
      gboolean            absent = lectern_contest_is_absent (report->contest, row->entry, judge->number);
      g_autofree char    *number = g_strdup_printf ("%" G_GINT64_FORMAT, judge->number);
      g_autofree char    *who = lectern_paper_phrase (report->language, LECTERN_WORD_JUDGE_NUMBERED, number, NULL);

      if (judge->active != 1 || !lectern_contest_is_recused (report->contest, row->entry, judge->number) || lectern_contest_came_later (report->contest, row->entry, judge->number))
        continue;
      if (text->len > 0)
        g_string_append (text, lectern_paper_word (report->language, LECTERN_WORD_LIST_COMMA));
      g_string_append_printf (text, english ? "%s %s" : "%s%s", who, lectern_paper_word (report->language, absent ? LECTERN_WORD_ABSENT : LECTERN_WORD_RECUSED));
    }
  if (text->len == 0)
    return NULL;
  if (row->n_sheets > 0)
    g_string_append_printf (text, english ? ", %s" : "，%s", denominator);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
lectern_report_describe_basis (const LecternReport     *report,
                               const LecternRankingRow *row)
{
  guint            high = 0;
  guint            low = 0;
  g_autofree char *valid = g_strdup_printf ("%u", row->n_sheets);
  g_autofree char *counted = g_strdup_printf ("%u", row->ranked.n_counted);
  g_autofree char *n_high = NULL;
  g_autofree char *n_low = NULL;

  for (guint i = 0; i < row->n_sheets; i++)
    {
      high += row->sheets[i].fate == LECTERN_SHEET_DROPPED_HIGH;
      low += row->sheets[i].fate == LECTERN_SHEET_DROPPED_LOW;
    }
  if (row->n_sheets == 0)
    return g_strdup (lectern_paper_word (report->language, LECTERN_WORD_BASIS_NONE));
  if (high + low == 0)
    return lectern_paper_phrase (report->language, LECTERN_WORD_BASIS_ALL, valid, NULL);
  n_high = g_strdup_printf ("%u", high);
  n_low = g_strdup_printf ("%u", low);

  return lectern_paper_phrase (report->language, LECTERN_WORD_BASIS_TRIMMED, valid, n_high, n_low, counted, NULL);
}

/* What was changed -------------------------------------------------------------------------- */

char *
lectern_report_describe_moment (gint64 wall_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wall_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static gboolean
was_handed_in (const LecternSheet *sheet)
{
  return sheet->state == LECTERN_SHEET_SUBMITTED || sheet->state == LECTERN_SHEET_LOCKED;
}

/* Versions of one judge's sheet for @entry, oldest first. */
static GPtrArray *
list_versions (const LecternReport *report,
               const LecternEntry  *entry,
               gint64               judge)
{
  const LecternSheet *latest = lectern_contest_get_latest_sheet (report->contest, entry, judge);
  GPtrArray          *versions = g_ptr_array_new ();

  for (gint64 version = 1; latest != NULL && version <= latest->version; version++)
    {
      const LecternSheet key = { .record.table = &lectern_table_sheet, .round = entry->round, .nominee = entry->nominee, .judge = judge, .version = version };
      gconstpointer      sheet = lectern_contest_find (report->contest, &key);

      if (sheet != NULL)
        g_ptr_array_add (versions, (gpointer) sheet);
    }

  return versions;
}

/* The version that @versions->pdata[@index] took the place of, when a reason was asked for; NULL
 * when it was the first, or submitted again while the gate was open. */
static const LecternSheet *
find_amended (GPtrArray *versions,
              guint      index)
{
  const LecternSheet *sheet = versions->pdata[index];

  if (!was_handed_in (sheet) || sheet->reason == NULL)
    return NULL;
  while (index-- > 0)
    if (was_handed_in (versions->pdata[index]))
      return versions->pdata[index];

  return NULL;
}

static char *
describe_changes (const LecternReport *report,
                  const LecternSheet  *before,
                  const LecternSheet  *after)
{
  GPtrArray *criteria = lectern_contest_get_criteria (report->contest);
  GString   *text = g_string_new (NULL);

  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = criteria->pdata[i];
      gint64                  old = lectern_contest_get_mark (report->contest, before, criterion->key);
      gint64                  now = lectern_contest_get_mark (report->contest, after, criterion->key);
      g_autofree char        *from = old != LECTERN_NULL ? lectern_mark_format (old) : g_strdup ("—");
      g_autofree char        *to = now != LECTERN_NULL ? lectern_mark_format (now) : g_strdup ("—");

      if (old != now)
        g_string_append_printf (text, "%s%s %s→%s", text->len > 0 ? lectern_paper_word (report->language, LECTERN_WORD_LIST_COMMA) : "", criterion->name, from, to);
    }
  if (text->len == 0)
    g_string_append (text, lectern_paper_word (report->language, LECTERN_WORD_UNCHANGED));

  return g_string_free (text, FALSE);
}

/* Who agreed: on the ruling that allowed this version. */
static const char *
find_second (const LecternReport *report,
             const LecternSheet  *sheet)
{
  g_autoptr (GPtrArray) rulings = lectern_contest_list_rows (report->contest, &lectern_table_ruling);
  const char *second = NULL;

  for (guint i = 0; i < rulings->len; i++)
    {
      const LecternRuling *ruling = rulings->pdata[i];

      if (g_strcmp0 (ruling->round, sheet->round) != 0 || ruling->nominee != sheet->nominee || ruling->judge != sheet->judge || ruling->wall_us > sheet->wall_us)
        continue;
      if (ruling->kind == LECTERN_RULING_REOPEN_SHEET || ruling->kind == LECTERN_RULING_AMEND_SHEET)
        second = ruling->second;
    }

  return second;
}

static char *
name_judge (const LecternReport *report,
            gint64               number)
{
  const LecternJudge *judge = lectern_contest_get_judge (report->contest, number);
  g_autofree char    *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char    *who = lectern_paper_phrase (report->language, LECTERN_WORD_JUDGE_NUMBERED, digits, NULL);

  return g_strdup_printf ("%s %s", who, judge != NULL ? judge->name : "");
}

/* Takes @sentence. */
static void
append (GString *text,
        char    *sentence)
{
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
describe_amendment (const LecternReport *report,
                    const LecternSheet  *before,
                    const LecternSheet  *after)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *who = name_judge (report, after->judge);
  g_autofree char *changes = describe_changes (report, before, after);
  g_autofree char *from = lectern_mark_format (before->total);
  g_autofree char *to = lectern_mark_format (after->total);
  g_autofree char *when = lectern_report_describe_moment (after->wall_us);
  const char      *second = find_second (report, after);

  append (text, lectern_paper_phrase (report->language, LECTERN_WORD_AMENDMENT, who, changes, from, to, NULL));
  append (text, lectern_paper_phrase (report->language, LECTERN_WORD_REASON, after->reason, NULL));
  if (second != NULL && *second != '\0')
    append (text, lectern_paper_phrase (report->language, LECTERN_WORD_SECOND, second, NULL));
  append (text, lectern_paper_phrase (report->language, LECTERN_WORD_AT_TIME, when, NULL));

  return g_strstrip (g_string_free (text, FALSE));
}

static char *
describe_void (const LecternReport *report,
               const LecternSheet  *sheet)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *who = name_judge (report, sheet->judge);
  g_autofree char *total = lectern_mark_format (sheet->total);
  g_autofree char *what = g_strdup_printf ("%s %s", who, total);
  g_autofree char *when = lectern_report_describe_moment (sheet->wall_us);

  append (text, lectern_paper_phrase (report->language, LECTERN_WORD_VOIDED, what, NULL));
  if (sheet->reason != NULL && *sheet->reason != '\0')
    append (text, lectern_paper_phrase (report->language, LECTERN_WORD_REASON, sheet->reason, NULL));
  append (text, lectern_paper_phrase (report->language, LECTERN_WORD_AT_TIME, when, NULL));

  return g_strstrip (g_string_free (text, FALSE));
}

GPtrArray *
lectern_report_list_amendments (const LecternReport *report,
                                const LecternEntry  *entry,
                                gint64               judge)
{
  GPtrArray *judges = lectern_contest_get_judges (report->contest);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint j = 0; j < judges->len; j++)
    {
      gint64 number = ((const LecternJudge *) judges->pdata[j])->number;
      g_autoptr (GPtrArray) versions = judge == LECTERN_NULL || judge == number ? list_versions (report, entry, number) : g_ptr_array_new ();

      for (guint i = 0; i < versions->len; i++)
        {
          const LecternSheet *sheet = versions->pdata[i];
          const LecternSheet *before = find_amended (versions, i);

          if (sheet->state == LECTERN_SHEET_VOID)
            g_ptr_array_add (sentences, describe_void (report, sheet));
          else if (before != NULL)
            g_ptr_array_add (sentences, describe_amendment (report, before, sheet));
        }
    }

  return sentences;
}

static gboolean
is_amended (const LecternReport *report,
            const LecternEntry  *entry,
            const LecternSheet  *counted)
{
  g_autoptr (GPtrArray) versions = list_versions (report, entry, counted->judge);

  for (guint i = 0; i < versions->len; i++)
    if (versions->pdata[i] == counted)
      return find_amended (versions, i) != NULL;

  return FALSE;
}

static void
add_remark (const LecternReport *report,
            GString             *text,
            LecternWord          word)
{
  if (text->len > 0)
    g_string_append (text, lectern_paper_word (report->language, LECTERN_WORD_SENTENCE_GAP));
  g_string_append (text, lectern_paper_word (report->language, word));
}

char *
lectern_report_describe_sheet (const LecternReport     *report,
                               const LecternRankingRow *row,
                               gint64                   judge)
{
  const LecternRankingSheet *ranked = lectern_report_find_sheet (row, judge);
  const LecternSheet        *counted = lectern_contest_get_counted_sheet (report->contest, row->entry, judge);
  const LecternJudge        *who = lectern_contest_get_judge (report->contest, judge);
  GString                   *text = g_string_new (NULL);

  if (ranked == NULL || counted == NULL)
    return g_string_free (text, FALSE);
  if (ranked->fate != LECTERN_SHEET_COUNTED)
    add_remark (report, text, ranked->fate == LECTERN_SHEET_DROPPED_HIGH ? LECTERN_WORD_DROPPED_HIGH : LECTERN_WORD_DROPPED_LOW);
  if (is_amended (report, row->entry, counted))
    add_remark (report, text, LECTERN_WORD_AMENDED);
  if (counted->origin == LECTERN_ORIGIN_KEYED)
    add_remark (report, text, LECTERN_WORD_KEYED);
  if (counted->origin == LECTERN_ORIGIN_TABLE)
    add_remark (report, text, LECTERN_WORD_FROM_TABLE);
  if (who != NULL && who->active != 1)
    add_remark (report, text, LECTERN_WORD_LEFT_PANEL);

  return g_string_free (text, FALSE);
}

/* Other figures ----------------------------------------------------------------------------- */

static char *
format_time (gint64 ms)
{
  return lectern_clock_format (ms, ms % 1000 != 0);
}

char *
lectern_report_describe_time (const LecternReport *report,
                              const LecternEntry  *entry)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *counted = NULL;

  if (entry->time_ms == LECTERN_NULL)
    return g_strdup ("");
  counted = format_time (entry->time_ms);
  if (entry->timer1_ms == LECTERN_NULL || entry->timer2_ms == LECTERN_NULL)
    return g_steal_pointer (&counted);
  first = format_time (entry->timer1_ms);
  second = format_time (entry->timer2_ms);

  return lectern_paper_phrase (report->language, LECTERN_WORD_TIMERS, counted, first, second, NULL);
}

char *
lectern_report_describe_prize (const LecternReport     *report,
                               const LecternRankingRow *row)
{
  const LecternRound *next = row->advances ? lectern_rounds_get_next (report->contest, report->round) : NULL;
  GPtrArray          *awards = lectern_contest_get_awards (report->contest);

  if (next != NULL)
    return lectern_words_describe_cut (report->language, next->name);
  for (guint i = 0; row->award != NULL && i < awards->len; i++)
    {
      const LecternAward *award = g_ptr_array_index (awards, i);

      if (g_str_equal (award->key, row->award))
        return g_strdup (award->name);
    }

  return g_strdup ("");
}

void
lectern_report_add_strike (const LecternReport *report,
                           LecternPage         *page,
                           const LecternType   *type,
                           const char          *text,
                           double               x,
                           double               y,
                           double               width)
{
  double length = MIN (lectern_paper_fonts_measure (report->fonts, type->role, type->size, 0, text) + 1.2, width - 0.6);

  lectern_page_add_line (page, STRIKE_COLOUR, STRIKE_STROKE, x - length / 2, y, x + length / 2, y);
}
