/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Results for spreadsheets. The figures are the ranking's own, as decimal strings, so that a
 * workbook says what the summary on paper says; nothing is computed here. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-result-tables.h"

#include "lectern-mark.h"
#include "lectern-separation.h"
#include "lectern-words.h"

#include <string.h>

typedef struct
{
  LecternContest       *contest;
  const LecternRanking *ranking;
  gboolean              chinese;
  GPtrArray            *judges;   /* who is on the panel or has sheets that count */
  guint                 decimals; /* of totals, as many as the finest needs */
  GPtrArray            *tables;
} Results;

static const char *
choose (const Results *self,
        const char    *zh,
        const char    *en)
{
  return self->chinese ? zh : en;
}

static LecternTabulation *
begin_table (Results    *self,
             const char *key,
             const char *zh,
             const char *en)
{
  LecternTabulation *table = lectern_tabulation_new (key, choose (self, zh, en));

  g_ptr_array_add (self->tables, table);

  return table;
}

static void
add_column (const Results     *self,
            LecternTabulation *table,
            const char        *zh,
            const char        *en,
            guint              width)
{
  lectern_tabulation_add_column (table, choose (self, zh, en), width);
}

static gboolean
has_sheet (const LecternRanking *ranking,
           gint64                judge)
{
  for (guint i = 0; i < ranking->n_rows; i++)
    for (guint k = 0; k < ranking->rows[i].n_sheets; k++)
      if (ranking->rows[i].sheets[k].judge == judge)
        return TRUE;

  return FALSE;
}

static GPtrArray *
list_judges (LecternContest       *contest,
             const LecternRanking *ranking)
{
  GPtrArray *all = lectern_contest_get_judges (contest);
  GPtrArray *judges = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      LecternJudge *judge = all->pdata[i];

      if (judge->active == 1 || has_sheet (ranking, judge->number))
        g_ptr_array_add (judges, judge);
    }

  return judges;
}

static guint
count_decimals (const LecternRanking *ranking)
{
  static const gint64 units[] = { LECTERN_MARK_UNIT, LECTERN_MARK_UNIT / 10, LECTERN_MARK_UNIT / 100, 1 };
  guint               decimals = 0;

  for (guint i = 0; i < ranking->n_rows; i++)
    for (guint k = 0; k < ranking->rows[i].n_sheets; k++)
      while (ranking->rows[i].sheets[k].total % units[decimals] != 0)
        decimals++;

  return decimals;
}

static const char *
get_award_name (const Results           *self,
                const LecternRankingRow *row)
{
  GPtrArray *awards = lectern_contest_get_awards (self->contest);

  if (row->advances)
    return choose (self, "晋级", "goes on");
  for (guint i = 0; i < awards->len; i++)
    if (g_strcmp0 (((LecternAward *) awards->pdata[i])->key, row->award) == 0)
      return ((LecternAward *) awards->pdata[i])->name;

  return NULL;
}

static const char *
describe_state (const Results           *self,
                const LecternRankingRow *row)
{
  switch ((LecternEntryState) row->entry->state)
    {
    case LECTERN_ENTRY_FORFEIT:
      return choose (self, "弃权", "forfeit");
    case LECTERN_ENTRY_DONE:
      return choose (self, "已完成", "done");
    case LECTERN_ENTRY_TALKING:
      return choose (self, "演讲中", "talking");
    case LECTERN_ENTRY_MARKING:
      return choose (self, "评分中", "marking");
    case LECTERN_ENTRY_WAITING:
    case LECTERN_ENTRY_CALLED:
    default:
      return choose (self, "未上场", "waiting");
    }
}

/* Lot, name, unit: how every table names an entry. */
static void
add_person_columns (const Results     *self,
                    LecternTabulation *table)
{
  add_column (self, table, "抽签号", "lot", 8);
  add_column (self, table, "姓名", "name", 18);
  add_column (self, table, "推荐单位", "unit", 22);
}

static void
put_person (LecternTabulation       *table,
            const LecternRankingRow *row)
{
  if (row->entry->lot != LECTERN_NULL)
    lectern_tabulation_put_integer (table, row->entry->lot);
  else
    lectern_tabulation_put_text (table, NULL);
  lectern_tabulation_put_text (table, row->nominee->name);
  lectern_tabulation_put_text (table, row->unit != NULL ? row->unit->name : NULL);
}

static void
put_finals (Results                 *self,
            LecternTabulation       *table,
            const LecternRankingRow *row)
{
  gboolean final = row->ranked.has_final;

  lectern_tabulation_take_figure (table, final ? lectern_fraction_format (row->ranked.mean, 6) : NULL);
  lectern_tabulation_take_figure (table, final ? lectern_mark_format_fixed (row->ranked.deduction, MIN (self->ranking->decimals, 3)) : NULL);
  lectern_tabulation_take_figure (table, final ? lectern_fraction_format (row->ranked.final, self->ranking->decimals) : NULL);
}

static void
add_ranking (Results *self)
{
  LecternTabulation *table = begin_table (self, "ranking", "成绩", "ranking");

  add_column (self, table, "名次", "rank", 6);
  add_person_columns (self, table);
  add_column (self, table, "党课题目", "title", 36);
  add_column (self, table, "平均分", "mean", 12);
  add_column (self, table, "超时扣分", "deduction", 10);
  add_column (self, table, "最后得分", "final score", 12);
  add_column (self, table, "奖项", "award", 16);
  add_column (self, table, "同分", "tied", 8);
  add_column (self, table, "区分依据", "separation", 40);
  add_column (self, table, "状态", "status", 10);
  for (guint i = 0; i < self->ranking->n_rows; i++)
    {
      const LecternRankingRow *row = &self->ranking->rows[i];
      g_autofree char         *separation = lectern_separation_describe (self->ranking, self->contest, row);

      lectern_tabulation_add_row (table);
      lectern_tabulation_take_figure (table, row->ranked.has_final ? g_strdup_printf ("%u", row->ranked.rank) : NULL);
      put_person (table, row);
      lectern_tabulation_put_text (table, row->nominee->title);
      put_finals (self, table, row);
      lectern_tabulation_put_text (table, get_award_name (self, row));
      lectern_tabulation_put_text (table, row->ranked.tied ? choose (self, "是", "yes") : NULL);
      lectern_tabulation_put_text (table, separation);
      lectern_tabulation_put_text (table, describe_state (self, row));
    }
}

static const LecternRankingSheet *
find_sheet (const LecternRankingRow *row,
            gint64                   judge)
{
  for (guint i = 0; i < row->n_sheets; i++)
    if (row->sheets[i].judge == judge)
      return &row->sheets[i];

  return NULL;
}

/* A total, or why there is none; a total that was struck out goes into @struck too. */
static void
put_total (Results                 *self,
           LecternTabulation       *table,
           const LecternRankingRow *row,
           const LecternJudge      *judge,
           GString                 *struck)
{
  const LecternRankingSheet *sheet = find_sheet (row, judge->number);

  if (sheet != NULL)
    {
      LecternCell *cell = lectern_tabulation_take_figure (table, lectern_mark_format_fixed (sheet->total, self->decimals));

      cell->is_struck = sheet->fate != LECTERN_SHEET_COUNTED;
      if (cell->is_struck)
        g_string_append_printf (struck, "%s%d", struck->len > 0 ? choose (self, "、", ", ") : "", sheet->judge);
    }
  else if (row->entry->state != LECTERN_ENTRY_FORFEIT && lectern_contest_is_recused (self->contest, row->entry, judge->number))
    lectern_tabulation_put_text (table, lectern_contest_is_absent (self->contest, row->entry, judge->number) ? choose (self, "缺席", "absent") : choose (self, "回避", "recused"));
  else
    lectern_tabulation_put_text (table, NULL);
}

static void
add_sheets (Results *self)
{
  LecternTabulation *table = begin_table (self, "sheets", "评分", "sheets");

  add_person_columns (self, table);
  for (guint i = 0; i < self->judges->len; i++)
    {
      const LecternJudge *judge = self->judges->pdata[i];
      g_autofree char    *head = g_strdup_printf ("%d%s %s", (int) judge->number, choose (self, "号", ""), judge->name);

      lectern_tabulation_add_column (table, head, 12);
    }
  add_column (self, table, "去掉的评委", "struck-out judges", 14);
  add_column (self, table, "平均分", "mean", 12);
  add_column (self, table, "超时扣分", "deduction", 10);
  add_column (self, table, "最后得分", "final score", 12);
  for (guint i = 0; i < self->ranking->n_rows; i++)
    {
      g_autoptr (GString) struck = g_string_new (NULL);

      lectern_tabulation_add_row (table);
      put_person (table, &self->ranking->rows[i]);
      for (guint k = 0; k < self->judges->len; k++)
        put_total (self, table, &self->ranking->rows[i], self->judges->pdata[k], struck);
      lectern_tabulation_put_text (table, struck->str);
      put_finals (self, table, &self->ranking->rows[i]);
    }
}

static void
add_marks_row (Results                   *self,
               LecternTabulation         *table,
               const LecternRankingRow   *row,
               const LecternRankingSheet *sheet)
{
  GPtrArray          *criteria = lectern_contest_get_criteria (self->contest);
  const LecternSheet *counted = lectern_contest_get_counted_sheet (self->contest, row->entry, sheet->judge);

  lectern_tabulation_add_row (table);
  lectern_tabulation_put_integer (table, row->entry->lot);
  lectern_tabulation_put_integer (table, sheet->judge);
  for (guint i = 0; i < criteria->len; i++)
    {
      gint64 mark = counted != NULL ? lectern_contest_get_mark (self->contest, counted, ((LecternCriterion *) criteria->pdata[i])->key) : LECTERN_NULL;

      lectern_tabulation_take_figure (table, mark != LECTERN_NULL ? lectern_mark_format (mark) : NULL);
    }
}

/* The header is that of the import table, so that it can come in again. */
static void
add_marks (Results *self)
{
  LecternTabulation *table = begin_table (self, "marks", "打分明细", "marks");
  GPtrArray         *criteria = lectern_contest_get_criteria (self->contest);

  add_column (self, table, "抽签号", "lot", 8);
  add_column (self, table, "评委", "judge", 8);
  for (guint i = 0; i < criteria->len; i++)
    lectern_tabulation_add_column (table, ((LecternCriterion *) criteria->pdata[i])->name, 16);
  for (guint i = 0; i < self->ranking->n_rows; i++)
    for (guint k = 0; k < self->ranking->rows[i].n_sheets; k++)
      add_marks_row (self, table, &self->ranking->rows[i], &self->ranking->rows[i].sheets[k]);
}

/* Milliseconds as seconds: "361.5". */
static char *
format_seconds (gint64 ms)
{
  return ms == LECTERN_NULL ? NULL : lectern_mark_format (ms);
}

static void
add_times (Results *self)
{
  LecternTabulation *table = begin_table (self, "times", "用时", "times");

  add_person_columns (self, table);
  add_column (self, table, "钟面", "clock", 10);
  add_column (self, table, "用时（秒）", "seconds", 12);
  add_column (self, table, "主计时（秒）", "main clock", 14);
  add_column (self, table, "第二计时（秒）", "second timer", 16);
  add_column (self, table, "超时扣分", "deduction", 10);
  for (guint i = 0; i < self->ranking->n_rows; i++)
    {
      const LecternRankingRow *row = &self->ranking->rows[i];
      gint64                   ms = row->entry->time_ms;
      g_autofree char         *clock = ms != LECTERN_NULL ? lectern_clock_format (ms, ms % 1000 != 0) : NULL;

      lectern_tabulation_add_row (table);
      put_person (table, row);
      lectern_tabulation_put_text (table, clock);
      lectern_tabulation_take_figure (table, format_seconds (ms));
      lectern_tabulation_take_figure (table, format_seconds (row->entry->timer1_ms));
      lectern_tabulation_take_figure (table, format_seconds (row->entry->timer2_ms));
      lectern_tabulation_take_figure (table, row->ranked.has_final ? lectern_mark_format_fixed (row->ranked.deduction, MIN (self->ranking->decimals, 3)) : NULL);
    }
}

static const char *
describe_party (const Results *self,
                const char    *party)
{
  if (g_strcmp0 (party, "member") == 0)
    return choose (self, "中共党员", "member");
  if (g_strcmp0 (party, "probationary") == 0)
    return choose (self, "中共预备党员", "probationary");

  return party != NULL && *party != '\0' ? choose (self, "群众", "none") : NULL;
}

static const char *
describe_courseware (const Results *self,
                     const char    *courseware)
{
  if (courseware == NULL || *courseware == '\0')
    return choose (self, "无", "no");

  return g_str_equal (courseware, "yes") ? choose (self, "有", "yes") : courseware;
}

static void
put_nominee (Results              *self,
             LecternTabulation    *table,
             const LecternNominee *nominee)
{
  const LecternUnit *unit = lectern_contest_get_unit (self->contest, nominee->unit);

  lectern_tabulation_add_row (table);
  lectern_tabulation_put_text (table, unit != NULL ? unit->name : nominee->unit);
  lectern_tabulation_put_text (table, nominee->name);
  lectern_tabulation_put_text (table, nominee->gender);
  lectern_tabulation_put_text (table, nominee->ethnicity);
  lectern_tabulation_put_text (table, describe_party (self, nominee->party));
  lectern_tabulation_put_text (table, nominee->joined);
  lectern_tabulation_put_text (table, nominee->education);
  lectern_tabulation_put_text (table, nominee->employer);
  lectern_tabulation_put_text (table, nominee->title);
  if (nominee->lectures != LECTERN_NULL)
    lectern_tabulation_put_integer (table, nominee->lectures);
  else
    lectern_tabulation_put_text (table, NULL);
  lectern_tabulation_put_text (table, describe_courseware (self, nominee->courseware));
}

/* With the headers of the import table. */
static void
add_nominees (Results *self)
{
  LecternTabulation *table = begin_table (self, "nominees", "选手", "nominees");
  GPtrArray         *nominees = lectern_contest_get_nominees (self->contest);

  add_column (self, table, "推荐单位", "unit", 22);
  add_column (self, table, "姓名", "name", 18);
  add_column (self, table, "性别", "gender", 6);
  add_column (self, table, "民族", "ethnicity", 10);
  add_column (self, table, "政治面貌", "party", 14);
  add_column (self, table, "入党时间", "joined", 12);
  add_column (self, table, "学历", "education", 10);
  add_column (self, table, "工作单位及职务", "employer", 36);
  add_column (self, table, "党课题目", "title", 36);
  add_column (self, table, "宣讲场次", "lectures", 10);
  add_column (self, table, "课件", "courseware", 24);
  for (guint i = 0; i < nominees->len; i++)
    if (((LecternNominee *) nominees->pdata[i])->withdrawn != 1)
      put_nominee (self, table, nominees->pdata[i]);
}

static void
put_fact (const Results     *self,
          LecternTabulation *table,
          const char        *zh,
          const char        *en,
          const char        *value)
{
  lectern_tabulation_add_row (table);
  lectern_tabulation_put_text (table, choose (self, zh, en));
  lectern_tabulation_put_text (table, value);
}

static void
add_about (Results *self,
           gint64   made_us)
{
  LecternTabulation          *table = begin_table (self, "about", "说明", "about");
  const LecternContestRecord *record = lectern_contest_get_record (self->contest);
  const LecternRound         *round = lectern_contest_get_round (self->contest, self->ranking->round);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (made_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *made = g_date_time_format (local, "%Y-%m-%d %H:%M");
  int              revision = round != NULL ? (int) round->revision : 0;
  g_autofree char *final = self->chinese ? g_strdup_printf ("正式成绩（第%d稿）", revision) : g_strdup_printf ("final, revision %d", revision);

  add_column (self, table, "项目", "what", 16);
  add_column (self, table, "内容", "value", 60);
  put_fact (self, table, "赛事", "contest", record->title);
  put_fact (self, table, "场次", "round", round != NULL ? round->name : NULL);
  put_fact (self, table, "日期", "date", record->date);
  put_fact (self, table, "成绩", "results", self->ranking->provisional ? choose (self, "暂定成绩（尚未定稿）", "provisional") : final);
  put_fact (self, table, "导出时间", "exported", made);
  if (record->rehearsal == 1)
    put_fact (self, table, "彩排", "rehearsal", choose (self, "彩排数据，不作为成绩", "rehearsal data, no results"));
}

GPtrArray *
lectern_result_tables_new (LecternContest       *contest,
                           const LecternRanking *ranking,
                           gint64                made_us)
{
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  g_autoptr (GPtrArray) judges = list_judges (contest, ranking);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_tabulation_free);
  Results self = {
    .contest = contest,
    .ranking = ranking,
    .chinese = lectern_words_is_chinese (record->language),
    .judges = judges,
    .decimals = count_decimals (ranking),
    .tables = tables,
  };

  add_ranking (&self);
  add_sheets (&self);
  add_marks (&self);
  add_times (&self);
  add_nominees (&self);
  add_about (&self, made_us);

  return g_steal_pointer (&tables);
}
