/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A whole contest in memory for the tests of papers: the rules of the city's final, the sample
 * roster, and marks from a small generator, so that every run prints the same figures. */

#include "paper-fixture.h"

#include "lectern-annex.h"

#include <string.h>

#include "lectern-programme.h"

static const char rules_chinese[] =
  "{ \"lectern\": 1, \"title\": \"焦作市2018年度微型党课十佳宣讲员评选\", \"theme\": \"弘扬焦裕禄精神 争做出彩焦作人\","
  "  \"organisers\": [\"中共焦作市委宣传部\", \"中共焦作市委组织部\", \"中共焦作市委市直机关工委\", \"焦作市教育局\", \"焦作市人民政府国有资产监督管理委员会\"],"
  "  \"date\": \"2018-09-14\", \"place\": \"焦作市委党校报告厅\", \"language\": \"zh\",";
static const char rules_english[] =
  "{ \"lectern\": 1, \"title\": \"Jiaozuo Short Lecture Contest 2018\", \"theme\": \"A Life for the People\","
  "  \"organisers\": [\"Publicity Department, Jiaozuo\"], \"date\": \"2018-09-14\", \"place\": \"Party School Hall\", \"language\": \"en\",";
static const char rules_common[] =
  "  \"units\": [ %s ], \"quota_per_unit\": 2,"
  "  \"eligibility\": { \"party_member\": true, \"courseware\": true, \"lectures_at_least\": 1 },"
  "  \"rubric\": [ {\"key\": \"content\", \"name\": \"主题内容\", \"guide\": \"主题与导向 15，内容与事例 15，结构与逻辑 10\", \"max\": \"40\", \"step\": \"0.1\"},"
  "    {\"key\": \"language\", \"name\": \"语言表达\", \"guide\": \"普通话规范 10，脱稿流畅 10，情感感染 5\", \"max\": \"25\", \"step\": \"0.1\"},"
  "    {\"key\": \"courseware\", \"name\": \"课件制作与运用\", \"guide\": \"\", \"max\": \"15\", \"step\": \"0.1\"},"
  "    {\"key\": \"bearing\", \"name\": \"仪表形象\", \"guide\": \"\", \"max\": \"10\", \"step\": \"0.1\"},"
  "    {\"key\": \"effect\", \"name\": \"现场效果\", \"guide\": \"\", \"max\": \"10\", \"step\": \"0.1\"} ],"
  "  \"panel\": { \"trim_low\": 1, \"trim_high\": 1, \"trim_from\": 5 },"
  "  \"time\": { \"limit\": 360, \"warn\": [300], \"stop\": 420, \"over\": { \"grace\": 0, \"steps\": [ {\"every\": 10, \"points\": \"0.1\"} ], \"cap\": null },"
  "    \"under\": { \"from\": null, \"points\": \"0\" } },"
  "  \"score\": { \"decimals\": 2, \"rank_on\": \"exact\" },"
  "  \"ties\": [ \"criterion:content\", \"criterion:language\", \"untrimmed-mean\", \"decision\" ],"
  "  \"announce\": \"after-next\", \"draw\": { \"keep_unit_apart\": true },"
  "  \"rounds\": [ {\"key\": \"final\", \"name\": \"决赛\", \"advance\": null} ],"
  "  \"awards\": [ {\"key\": \"top-ten\", \"name\": \"十佳宣讲员\", \"places\": 10}, {\"key\": \"merit\", \"name\": \"优秀奖\", \"places\": null} ] }";

const PaperNominee paper_nominees[28] = {
  { "解放区", "王韦", "一把旧藤椅的分量" },
  { "解放区", "单晓燕", "社区里的亲劲儿" },
  { "中站区", "张䶮", "老煤城的新答卷" },
  { "中站区", "李秀英", "听诊器里的初心" },
  { "马村区", "刘𫖯", "法槌声声为人民" },
  { "马村区", "陈静", "泡桐树下的约定" },
  { "山阳区", "欧阳静怡", "我在网格当\"管家\"" },
  { "山阳区", "仇志远", "凌晨四点的街道" },
  { "修武县", "赵云台", "云台山里护山人" },
  { "修武县", "郭海霞", "一堂没有粉笔的课" },
  { "博爱县", "毛竹青", "竹林深处有人家" },
  { "博爱县", "曾庆华", "把路修到山那边" },
  { "武陟县", "嘉应龙", "大堤上的二十四小时" },
  { "武陟县", "宋雪莲", "四大怀药的新传人" },
  { "温县", "陈正雷鸣", "一招一式总关情" },
  { "温县", "田富", "一粒麦种的长征" },
  { "沁阳市", "田大利", "从欠账村到明星村" },
  { "沁阳市", "何玉洁", "朱载堉留下的尺子" },
  { "孟州市", "韩文渊", "韩愈故里说清廉" },
  { "孟州市", "解文博", "\"店小二\"的一天" },
  { "城乡一体化示范区", "阿卜杜拉·买买提", "石榴籽在焦作" },
  { "城乡一体化示范区", "胡兰", "大沙河变清了" },
  { "市委市直机关工委", "区建华", "办公室里的\"放管服\"" },
  { "市委市直机关工委", "朱丽君", "风雨来临之前" },
  { "市教育局", "林致远", "黑板上的坐标" },
  { "市教育局", "马晓𬱖", "青春的第一份申请书" },
  { "市国资委", "司马文轩", "零点零一毫米的坚守" },
  { "市国资委", "尹红梅", "方向盘上的党徽" },
};

static const struct
{
  const char *name;
  const char *unit;
} judges[15] = {
  { "孙启明", NULL },
  { "钱树人", NULL },
  { "吴丽萍", NULL },
  { "周建国", "市教育局" },
  { "郑爱华", NULL },
  { "冯国强", "市国资委" },
  { "蒋文芳", NULL },
  { "沈志刚", NULL },
  { "韩雪", "市委市直机关工委" },
  { "杨树林", NULL },
  { "秦岭", NULL },
  { "许静", NULL },
  { "何一鸣", NULL },
  { "吕思远", NULL },
  { "施展", NULL },
};

static const struct
{
  const char *key;
  int         max;
} criteria[] = { { "content", 400 }, { "language", 250 }, { "courseware", 150 }, { "bearing", 100 }, { "effect", 100 } };

static LecternTemplate *
parse_rules (const char *language)
{
  g_autoptr (GString) units = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *common = NULL;
  g_autofree char *json = NULL;
  LecternTemplate *template;

  for (guint i = 0; i < G_N_ELEMENTS (paper_nominees); i += 2)
    g_string_append_printf (units, "%s{\"key\": \"u%u\", \"name\": \"%s\", \"optional\": false}", i > 0 ? ", " : "", i / 2, paper_nominees[i].unit);
  parts = g_strsplit (rules_common, "%s", 2);
  common = g_strconcat (parts[0], units->str, parts[1], NULL);
  json = g_strconcat (g_str_equal (language, "en") ? rules_english : rules_chinese, common, NULL);
  template = lectern_template_parse (json, NULL, &error);
  g_assert_no_error (error);

  return template;
}

static void
put_all (LecternChange *change,
         GPtrArray     *records)
{
  for (guint i = 0; i < records->len; i++)
    lectern_change_put (change, lectern_record_ref (g_ptr_array_index (records, i)));
}

static void
put_template (LecternChange *change,
              LecternTemplate *template,
              gboolean rehearsal)
{
  LecternContestRecord *contest = lectern_record_copy (template->contest);

  contest->rehearsal = rehearsal;
  lectern_change_put (change, contest);
  put_all (change, template->units);
  put_all (change, template->criteria);
  put_all (change, template->awards);
  for (guint i = 0; i < template->rounds->len; i++)
    {
      LecternRound *round = lectern_record_copy (g_ptr_array_index (template->rounds, i));

      round->state = LECTERN_ROUND_RUNNING;
      round->drawn_by_hand = 0;
      lectern_record_take_string (&round->seed, "焦作2018-09-14");
      lectern_change_put (change, round);
    }
}

static char *
unit_key (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (paper_nominees); i += 2)
    if (g_str_equal (paper_nominees[i].unit, name))
      return g_strdup_printf ("u%u", i / 2);

  return NULL;
}

static void
put_round_on_air (LecternChange *change)
{
  LecternOnAir *on_air = lectern_record_new (&lectern_table_on_air);

  on_air->id = 1;
  on_air->round = g_strdup ("final");
  on_air->blank = 0;
  lectern_change_put (change, on_air);
}

static void
put_judges (LecternChange *change,
            guint          n_judges)
{
  for (guint i = 0; i < n_judges; i++)
    {
      LecternJudge *judge = lectern_record_new (&lectern_table_judge);

      judge->number = i + 1;
      judge->name = g_strdup (judges[i].name);
      judge->employer = g_strdup ("");
      judge->unit = unit_key (judges[i].unit);
      judge->head = i == 0;
      judge->active = 1;
      lectern_change_put (change, judge);
    }
}

static void
put_nominee (LecternChange *change,
             guint          i)
{
  LecternNominee *nominee = lectern_record_new (&lectern_table_nominee);

  nominee->id = i + 1;
  nominee->unit = unit_key (paper_nominees[i].unit);
  nominee->name = g_strdup (paper_nominees[i].name);
  nominee->title = g_strdup (paper_nominees[i].title);
  nominee->party = g_strdup ("member");
  nominee->courseware = g_strdup ("yes");
  nominee->lectures = 12;
  nominee->withdrawn = 0;
  lectern_change_put (change, nominee);
}

static void
put_entry (LecternChange *change,
           guint          i,
           gboolean       forfeit)
{
  LecternEntry *entry = lectern_record_new (&lectern_table_entry);

  entry->round = g_strdup ("final");
  entry->nominee = i + 1;
  entry->lot = i + 1;
  entry->state = forfeit ? LECTERN_ENTRY_FORFEIT : LECTERN_ENTRY_DONE;
  entry->revealed = 1;
  if (!forfeit)
    entry->time_ms = 330000 + (i * 7919 % 45) * 1000;
  else
    entry->forfeit_reason = g_strdup ("抽签未到场");
  lectern_change_put (change, entry);
}

static void
put_sheet (LecternChange *change,
           guint          i,
           guint          judge,
           guint32       *state)
{
  LecternSheet *sheet = lectern_record_new (&lectern_table_sheet);
  gint64        total = 0;

  for (guint c = 0; c < G_N_ELEMENTS (criteria); c++)
    {
      LecternMark *mark = lectern_record_new (&lectern_table_mark);
      int          max = criteria[c].max;

      *state = *state * 1103515245u + 12345u;
      mark->round = g_strdup ("final");
      mark->nominee = i + 1;
      mark->judge = judge;
      mark->version = 1;
      mark->criterion = g_strdup (criteria[c].key);
      mark->value = (max * 85 / 100 + (int) (*state >> 16) % (max * 14 / 100)) * 100;
      total += mark->value;
      lectern_change_put (change, mark);
    }
  sheet->round = g_strdup ("final");
  sheet->nominee = i + 1;
  sheet->judge = judge;
  sheet->version = 1;
  sheet->state = LECTERN_SHEET_LOCKED;
  sheet->total = total;
  sheet->wall_us = 0;
  lectern_change_put (change, sheet);
}

/* The programme as the draw made it. */
static void
put_programme (LecternContest *contest)
{
  g_autoptr (LecternChange) change = lectern_change_new ();
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  g_autoptr (GPtrArray) cues = lectern_programme_build (lectern_contest_get_rules (contest), entries);

  for (guint i = 0; i < cues->len; i++)
    lectern_change_put (change, lectern_record_ref (cues->pdata[i]));
  lectern_contest_apply (contest, change);
}

LecternContest *
paper_contest_new (const char *language,
                   guint       n_judges,
                   gboolean    rehearsal,
                   gboolean    with_forfeit)
{
  LecternContest *contest = lectern_contest_new ();
  LecternTemplate *template = parse_rules (language);
  LecternChange *change = lectern_change_new ();
  guint32        state = 20180914;

  put_template (change, template, rehearsal);
  put_round_on_air (change);
  put_judges (change, n_judges);
  for (guint i = 0; i < G_N_ELEMENTS (paper_nominees); i++)
    {
      gboolean forfeit = with_forfeit && i == 27;

      put_nominee (change, i);
      put_entry (change, i, forfeit);
      for (guint j = 0; j < n_judges && !forfeit; j++)
        if (g_strcmp0 (judges[j].unit, paper_nominees[i].unit) != 0)
          put_sheet (change, i, j + 1, &state);
    }
  lectern_contest_apply (contest, change);
  put_programme (contest);
  lectern_change_unref (change);
  lectern_template_free (template);

  return contest;
}

/* Statistics tables ---------------------------------------------------------------------------- */

static void
put_annex_row (LecternContest         *contest,
               LecternAnnexKind        kind,
               const LecternAnnexForm *form,
               gint64                  number,
               GHashTable             *cells)
{
  g_autoptr (LecternChange) change = lectern_change_new ();
  LecternAnnexRow *row = lectern_record_new (&lectern_table_annex_row);

  row->kind = g_strdup (lectern_annex_kind_get_name (kind));
  row->number = number;
  lectern_annex_row_take_cells (row, form, cells);
  lectern_change_put (change, row);
  lectern_contest_apply (contest, change);
}

static const char *const texts[] = { "焦作党建网", "“学习强县”公众号、县电视台《党建视窗》栏目", "", "全年覆盖所有乡镇和街道" };

static void
fill_annex (LecternContest  *contest,
            LecternAnnexKind kind,
            guint            n)
{
  g_autoptr (LecternAnnexForm) form = lectern_annex_form_new (kind);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

      for (guint c = 0; c < form->columns->len; c++)
        {
          const LecternAnnexColumn *column = form->columns->pdata[c];

          if (column->type == LECTERN_ANNEX_UNIT)
            g_hash_table_insert (cells, column->key, g_strdup_printf ("u%u", i % 14));
          else if (column->type == LECTERN_ANNEX_NUMBER)
            g_hash_table_insert (cells, column->key, g_strdup_printf ("%u", (i * 7919 + c * 104729) % (c % 5 == 0 ? 400000 : 400)));
          else if (column->type == LECTERN_ANNEX_NAME)
            g_hash_table_insert (cells, column->key, g_strdup (paper_nominees[i % 28].name));
          else if (column->type == LECTERN_ANNEX_DATE)
            g_hash_table_insert (cells, column->key, g_strdup_printf ("19%02u-%02u", 60 + i % 40, 1 + i % 12));
          else
            g_hash_table_insert (cells, column->key, g_strdup (g_str_equal (column->key, "phone") ? "13839101234" : texts[(i + c) % G_N_ELEMENTS (texts)]));
        }
      put_annex_row (contest, kind, form, i + 1, cells);
    }
}

void
paper_contest_fill_annexes (LecternContest *contest,
                            guint           n_lecturers)
{
  fill_annex (contest, LECTERN_ANNEX_ACTIVITY, 14);
  fill_annex (contest, LECTERN_ANNEX_POOL, n_lecturers);
}

/* What goes wrong ---------------------------------------------------------------------------- */

#define EVENING_US (G_GINT64_CONSTANT (1536910200) * G_USEC_PER_SEC)

static void
put_recusal (LecternChange *change,
             gint64         lot,
             gint64         judge,
             gint64         kind,
             const char    *reason)
{
  LecternRecusal *recusal = lectern_record_new (&lectern_table_recusal);

  recusal->round = g_strdup ("final");
  recusal->nominee = lot;
  recusal->judge = judge;
  recusal->kind = kind;
  recusal->reason = g_strdup (reason);
  lectern_change_put (change, recusal);
}

static void
put_ruling (LecternChange *change,
            gint64         id,
            gint64         kind,
            gint64         lot,
            gint64         judge,
            const char    *reason,
            const char    *second,
            const char    *detail)
{
  LecternRuling *ruling = lectern_record_new (&lectern_table_ruling);

  ruling->id = id;
  ruling->kind = kind;
  ruling->round = g_strdup ("final");
  ruling->nominee = lot;
  ruling->judge = judge;
  ruling->reason = g_strdup (reason);
  ruling->second = g_strdup (second);
  ruling->detail = g_strdup (detail);
  ruling->wall_us = EVENING_US + id * 60 * G_USEC_PER_SEC;
  lectern_change_put (change, ruling);
}

static LecternSheet *
copy_sheet (LecternContest *contest,
            gint64          lot,
            gint64          judge)
{
  return lectern_record_copy (lectern_contest_get_latest_sheet (contest, lectern_contest_get_entry (contest, "final", lot), judge));
}

/* A version 2 with the marks of version 1 but for content. */
static void
put_second_version (LecternContest *contest,
                    LecternChange  *change,
                    gint64          lot,
                    gint64          judge,
                    gint64          content,
                    const char     *reason)
{
  LecternSheet *sheet = copy_sheet (contest, lot, judge);

  for (guint c = 0; c < G_N_ELEMENTS (criteria); c++)
    {
      LecternMark *mark = lectern_record_new (&lectern_table_mark);
      gint64       old = lectern_contest_get_mark (contest, sheet, criteria[c].key);

      mark->round = g_strdup ("final");
      mark->nominee = lot;
      mark->judge = judge;
      mark->version = 2;
      mark->criterion = g_strdup (criteria[c].key);
      mark->value = c == 0 ? content : old;
      sheet->total += mark->value - old;
      lectern_change_put (change, mark);
    }
  sheet->version = 2;
  sheet->wall_us = EVENING_US + 30 * 60 * G_USEC_PER_SEC;
  lectern_record_take_string (&sheet->reason, reason);
  lectern_change_put (change, sheet);
}

static void
set_content (LecternContest *contest,
             LecternChange  *change,
             gint64          lot,
             gint64          judge,
             gint64          content)
{
  LecternSheet *sheet = copy_sheet (contest, lot, judge);
  LecternMark  *mark = lectern_record_new (&lectern_table_mark);

  sheet->total += content - lectern_contest_get_mark (contest, sheet, "content");
  lectern_change_put (change, sheet);
  mark->round = g_strdup ("final");
  mark->nominee = lot;
  mark->judge = judge;
  mark->version = 1;
  mark->criterion = g_strdup ("content");
  mark->value = content;
  lectern_change_put (change, mark);
}

static void
put_sheets_of_trouble (LecternContest *contest,
                       LecternChange  *change)
{
  LecternSheet *voided = copy_sheet (contest, 12, 5);
  LecternSheet *keyed = copy_sheet (contest, 11, 6);
  LecternSheet *table = copy_sheet (contest, 11, 7);

  put_second_version (contest, change, 9, 1, 36000, "评委笔误");
  put_second_version (contest, change, 12, 5, 35500, NULL);
  voided->state = LECTERN_SHEET_VOID;
  voided->wall_us = EVENING_US;
  lectern_record_take_string (&voided->reason, "投影仪故障，重新开始");
  lectern_change_put (change, voided);
  keyed->origin = LECTERN_ORIGIN_KEYED;
  lectern_change_put (change, keyed);
  table->origin = LECTERN_ORIGIN_TABLE;
  lectern_change_put (change, table);
  lectern_change_remove (change, copy_sheet (contest, 13, 4));
}

void
paper_contest_trouble (LecternContest *contest)
{
  g_autoptr (LecternChange) first = lectern_change_new ();
  g_autoptr (LecternChange) change = lectern_change_new ();
  LecternEntry *timed = lectern_record_copy (lectern_contest_get_entry (contest, "final", 10));

  set_content (contest, first, 9, 1, 34000);
  lectern_contest_apply (contest, first);
  put_recusal (change, 5, 2, LECTERN_RECUSAL_ABSENT, "身体不适");
  put_recusal (change, 8, 3, LECTERN_RECUSAL_RECUSED, "选手是其学生");
  put_sheets_of_trouble (contest, change);
  timed->timer1_ms = 366200;
  timed->timer2_ms = 364800;
  timed->time_ms = 364800;
  timed->state = LECTERN_ENTRY_DONE;
  lectern_change_put (change, timed);
  put_ruling (change, 1, LECTERN_RULING_ABSENCE, 5, 2, "身体不适", NULL, "2号评委钱树人对5号刘𫖯缺席。");
  put_ruling (change, 2, LECTERN_RULING_TIME, 7, LECTERN_NULL, "计时员误按，以录像为准", NULL, "7号欧阳静怡的用时由6:12.0更正为6:04.0。");
  put_ruling (change, 3, LECTERN_RULING_REOPEN_SHEET, 9, 1, "评委笔误", "孙启明", "退回1号评委对9号赵云台的评分表，孙启明同意。");
  put_ruling (change, 4, LECTERN_RULING_RESTART, 12, LECTERN_NULL, "投影仪故障，重新开始", "孙启明", "12号曾庆华自0:00.0起重新开始。");
  lectern_contest_apply (contest, change);
}

void
paper_contest_add_judge (LecternContest *contest)
{
  g_autoptr (LecternChange) change = lectern_change_new ();
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, "final");
  LecternJudge *judge = lectern_record_copy (lectern_contest_get_judge (contest, 9));
  guint32       state = 20180915;

  judge->number = 10;
  lectern_record_take_string (&judge->name, "夏后来");
  lectern_change_put (change, judge);
  for (guint i = 0; i < entries->len; i++)
    {
      LecternRecusal *later;

      if (((LecternEntry *) entries->pdata[i])->nominee == 27) /* the only one he was there for */
        {
          put_sheet (change, 26, 10, &state);
          continue;
        }
      later = lectern_record_new (&lectern_table_recusal);
      later->round = g_strdup ("final");
      later->nominee = ((LecternEntry *) entries->pdata[i])->nominee;
      later->judge = 10;
      later->kind = LECTERN_RECUSAL_ABSENT;
      later->later = 1;
      later->reason = g_strdup ("接替");
      lectern_change_put (change, later);
    }
  put_recusal (change, 5, 2, LECTERN_RECUSAL_ABSENT, "身体不适");
  lectern_contest_apply (contest, change);
}

void
paper_contest_tie (LecternContest *contest,
                   gint64          first,
                   gint64          second,
                   gboolean        decided)
{
  g_autoptr (LecternChange) change = lectern_change_new ();
  const LecternEntry *from = lectern_contest_get_entry (contest, "final", first);
  LecternEntry       *to = lectern_record_copy (lectern_contest_get_entry (contest, "final", second));
  GPtrArray          *panel = lectern_contest_get_judges (contest);

  to->time_ms = from->time_ms;
  lectern_change_put (change, to);
  for (guint j = 0; j < panel->len; j++)
    {
      gint64              number = ((LecternJudge *) panel->pdata[j])->number;
      const LecternSheet *sheet = lectern_contest_get_counted_sheet (contest, from, number);
      LecternSheet       *copy = lectern_record_copy (sheet);

      copy->nominee = second;
      lectern_change_put (change, copy);
      for (guint c = 0; c < G_N_ELEMENTS (criteria); c++)
        {
          LecternMark *mark = lectern_record_new (&lectern_table_mark);

          mark->round = g_strdup ("final");
          mark->nominee = second;
          mark->judge = number;
          mark->version = sheet->version;
          mark->criterion = g_strdup (criteria[c].key);
          mark->value = lectern_contest_get_mark (contest, sheet, criteria[c].key);
          lectern_change_put (change, mark);
        }
    }
  for (guint i = 0; i < 2 && decided; i++)
    {
      LecternDecision *decision = lectern_record_new (&lectern_table_decision);

      decision->round = g_strdup ("final");
      decision->nominee = i == 0 ? second : first;
      decision->place = i;
      decision->reason = g_strdup ("评委会投票7比2");
      lectern_change_put (change, decision);
    }
  lectern_contest_apply (contest, change);
}

void
paper_contest_set_round (LecternContest *contest,
                         int             state,
                         gint64          revision,
                         const char     *closed_by,
                         const char     *checked_by)
{
  LecternRound *round = lectern_record_copy (lectern_contest_get_current_round (contest));
  g_autoptr (LecternChange) change = lectern_change_new ();

  round->state = state;
  round->revision = revision;
  lectern_record_take_string (&round->closed_by, closed_by);
  lectern_record_take_string (&round->checked_by, checked_by);
  lectern_change_put (change, round);
  lectern_contest_apply (contest, change);
}

void
paper_contest_add_final (LecternContest *contest,
                         gint64          cut)
{
  LecternRound *semi = lectern_record_copy (lectern_contest_get_current_round (contest));
  LecternRound *final = lectern_record_copy (semi);
  g_autoptr (LecternChange) change = lectern_change_new ();

  semi->advance = cut;
  lectern_record_take_string (&semi->name, "复赛");
  lectern_record_take_string (&final->key, "grand-final");
  final->position++;
  final->state = LECTERN_ROUND_SET_UP;
  lectern_record_take_string (&final->seed, NULL);
  lectern_change_put (change, semi);
  lectern_change_put (change, final);
  lectern_contest_apply (contest, change);
}

void
paper_contest_rename (LecternContest *contest,
                      gint64          lot,
                      const char     *name)
{
  LecternNominee *nominee = lectern_record_copy (lectern_contest_get_nominee (contest, lot));
  g_autoptr (LecternChange) change = lectern_change_new ();

  lectern_record_take_string (&nominee->name, name);
  lectern_change_put (change, nominee);
  lectern_contest_apply (contest, change);
}

void
paper_contest_give_codes (LecternContest *contest,
                          gint64          used)
{
  g_autoptr (LecternChange) change = lectern_change_new ();
  GPtrArray *panel = lectern_contest_get_judges (contest);

  for (guint i = 0; i < panel->len; i++)
    {
      LecternPairing *pairing = lectern_record_new (&lectern_table_pairing);

      pairing->judge = ((const LecternJudge *) panel->pdata[i])->number;
      pairing->code = g_strdup_printf ("%06d", 482910 + (int) pairing->judge);
      pairing->used = pairing->judge == used;
      lectern_change_put (change, pairing);
    }
  lectern_contest_apply (contest, change);
}

void
paper_contest_set_back (LecternContest *contest,
                        gboolean        drawn)
{
  static const LecternTable *const marked[] = { &lectern_table_sheet, &lectern_table_mark };
  g_autoptr (LecternChange) change = lectern_change_new ();
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);

  for (guint t = 0; t < G_N_ELEMENTS (marked); t++)
    {
      g_autoptr (GPtrArray) rows = lectern_contest_list_rows (contest, marked[t]);

      for (guint i = 0; i < rows->len; i++)
        lectern_change_remove (change, lectern_record_ref (rows->pdata[i]));
    }
  for (guint i = 0; i < entries->len; i++)
    {
      LecternEntry *entry = lectern_record_copy (entries->pdata[i]);

      entry->state = LECTERN_ENTRY_WAITING;
      entry->time_ms = LECTERN_NULL;
      entry->revealed = 0;
      lectern_record_take_string (&entry->forfeit_reason, NULL);
      if (drawn)
        lectern_change_put (change, entry);
      else
        lectern_change_remove (change, entry);
    }
  lectern_contest_apply (contest, change);
  paper_contest_set_round (contest, drawn ? LECTERN_ROUND_DRAWN : LECTERN_ROUND_SET_UP, 0, NULL, NULL);
}

static LecternJournalLine *
make_line (guint       seq,
           const char *sentence,
           const char *reason)
{
  LecternJournalLine *line = g_new0 (LecternJournalLine, 1);

  line->seq = seq;
  line->wall_us = EVENING_US + seq * 20 * G_USEC_PER_SEC;
  line->actor = g_strdup (seq % 3 == 0 ? "judge" : "operator");
  line->device = g_strdup (seq % 3 == 0 ? "评委平板-3" : "console");
  line->action = g_strdup ("sheet");
  line->sentence = g_strdup (sentence);
  line->reason = g_strdup (reason);
  memset (line->hash, (int) seq, sizeof line->hash);

  return line;
}

GPtrArray *
paper_journal_new (void)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_journal_line_free);

  for (guint seq = 1; seq <= 60; seq++)
    {
      g_autofree char *plain = g_strdup_printf ("%u号评委对9号赵云台提交92.%u分。", seq % 9 + 1, seq % 10);

      if (seq == 30)
        g_ptr_array_add (lines, make_line (seq, "1号评委对9号赵云台重新提交90.7分，原为88.7分：主题内容 34 → 36，语言表达 21.8 → 21.8，课件制作与运用 13.8 → 13.8，仪表形象 9.4 → 9.4，现场效果 9.7 → 9.7；此前因评委笔误退回，经评委组长孙启明同意，并由监督员在场核对纸质记录后重新开放。", "评委笔误，把36写成34，\n当场发现"));
      else if (seq == 31)
        g_ptr_array_add (lines, make_line (seq, "姓名\xee\x80\x80登记", NULL));
      else
        g_ptr_array_add (lines, make_line (seq, plain, NULL));
    }

  return lines;
}
