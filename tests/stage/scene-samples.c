/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The sample evening as scenes: the roster of 2018 with its rare characters, names of two and of
 * seven characters, and a set of marks whose trimmed mean can be worked out by hand. */

#define G_LOG_DOMAIN "lectern-stage"

#include "scene-samples.h"

#include "lectern-deduction.h"

const char *const scene_sample_long_name =
  "阿卜杜热合曼·买买提艾力·吐尔逊江·阿不都克里木·穆罕默德·伊布拉欣·艾尔肯·古丽巴哈尔·努尔";

static const struct
{
  const char *name, *unit, *title, *final;
} roster[] = {
  { "韩文渊", "孟州市", "韩愈故里说清廉", "94.83" },
  { "林致远", "市教育局", "黑板上的坐标", "94.21" },
  { "何玉洁", "沁阳市", "朱载堉留下的尺子", "92.47" },
  { "阿卜杜拉·买买提", "城乡一体化示范区", "石榴籽在焦作", "92.31" },
  { "曾庆华", "博爱县", "把路修到山那边", "91.66" },
  { "张䶮", "中站区", "老煤城的新答卷", "91.62" },
  { "刘𫖯", "马村区", "法槌声声为人民", "91.50" },
  { "宋雪莲", "武陟县", "四大怀药的新传人", "91.48" },
  { "区建华", "市委市直机关工委", "办公室里的“放管服”", "91.20" },
  { "欧阳静怡", "山阳区", "我在网格当“管家”", "90.97" },
  { "马晓𬱖", "市教育局", "青春的第一份申请书", "90.97" },
  { "王韦", "解放区", "一把旧藤椅的分量", "90.85" },
  { "单晓燕", "解放区", "社区里的亲劲儿", "90.80" },
  { "李秀英", "中站区", "听诊器里的初心", "90.75" },
  { "陈静", "马村区", "泡桐树下的约定", "90.51" },
  { "仇志远", "山阳区", "凌晨四点的街道", "90.44" },
  { "赵云台", "修武县", "云台山里护山人", "90.40" },
  { "郭海霞", "修武县", "一堂没有粉笔的课", "90.31" },
  { "毛竹青", "博爱县", "竹林深处有人家", "90.22" },
  { "嘉应龙", "武陟县", "大堤上的二十四小时", "90.12" },
  { "陈正雷鸣", "温县", "一招一式总关情", "89.95" },
  { "田富", "温县", "一粒麦种的长征", "89.90" },
  { "田大利", "沁阳市", "从欠账村到明星村", "89.87" },
  { "解文博", "孟州市", "“店小二”的一天", "89.61" },
  { "胡兰", "城乡一体化示范区", "大沙河变清了", "89.40" },
  { "朱丽君", "市委市直机关工委", "风雨来临之前", "89.12" },
  { "司马文轩", "市国资委", "零点零一毫米的坚守", "88.77" },
  { "尹红梅", "市国资委", "方向盘上的党徽", "88.03" },
};

static const struct
{
  const char *name, *total;
} panel[] = {
  { "孙启明", "92.0" },
  { "钱树人", "94.6" },
  { "吴丽萍", "91.3" },
  { "周建国", "92.4" },
  { "郑爱华", "91.8" },
  { "冯国强", "92.1" },
  { "蒋文芳", "88.9" },
  { "沈志刚", "91.4" },
  { "韩雪", "92.0" },
  { "司徒美玲", "91.9" },
  { "杨帆", "90.7" },
  { "许志强", "91.1" },
  { "邓丽", "92.3" },
  { "阿依古丽·吐尔逊", "91.6" },
  { "彭德明", "100" },
};

static gboolean
is_english (const char *language)
{
  return g_strcmp0 (language, "en") == 0;
}

static const char *
get_award (LecternScene *scene)
{
  return is_english (scene->language) ? "Ten Best Lecturers" : "微型党课十佳宣讲员";
}

static void
fill_contest (LecternScene *scene,
              const char   *language)
{
  const char *organisers[] = { "中共焦作市委宣传部", "中共焦作市委组织部", "中共焦作市委市直机关工委", "焦作市教育局", "焦作市国资委", NULL };
  gboolean    english = is_english (language);
  scene->language = g_strdup (language);
  scene->contest = g_strdup (english ? "Jiaozuo Micro Party Lecture Contest 2018" : "焦作市2018年度微型党课十佳宣讲员评选");
  scene->theme = g_strdup ("弘扬焦裕禄精神　争做出彩焦作人");
  scene->round = g_strdup (english ? "Final" : "决赛");
  scene->date = g_strdup ("2018-09-14");
  scene->place = g_strdup (english ? "Jiaozuo Grand Theatre" : "焦作大剧院");
  scene->organisers = g_strdupv ((char **) organisers);
}

static void
fill_entry (LecternScene *scene)
{
  scene->lot = 12;
  scene->name = g_strdup ("刘𫖯");
  scene->unit = g_strdup ("马村区");
  scene->employer = g_strdup ("马村区人民法院法官助理");
  scene->title = g_strdup ("法槌声声为人民");
  scene->next_lot = 13;
  scene->next_name = g_strdup ("区建华");
  scene->next_unit = g_strdup ("市委市直机关工委");
  scene->limit_ms = 360000;
  scene->warn_ms = 300000;
  scene->stop_ms = 420000;
}

static void
fill_judges (LecternScene *scene,
             guint         n_judges,
             gboolean      recused)
{
  gboolean reveal = scene->kind == LECTERN_SCENE_REVEAL;
  for (guint i = 0; i < n_judges; i++)
    {
      LecternSceneJudge *judge = g_new0 (LecternSceneJudge, 1);
      judge->number = i + 1;
      judge->name = g_strdup (panel[i % G_N_ELEMENTS (panel)].name);
      judge->recused = recused && i == 2;
      judge->submitted = !judge->recused && i != 5 && i != 8;
      if (reveal && !judge->recused)
        judge->total = g_strdup (panel[i % G_N_ELEMENTS (panel)].total);
      judge->high = reveal && i == 1;
      judge->low = reveal && i == 6;
      scene->n_submitted += judge->submitted;
      scene->n_expected += !judge->recused;
      g_ptr_array_add (scene->judges, judge);
    }
  scene->time_ms = reveal ? 373400 : 352000;
  if (!reveal)
    return;
  scene->n_dropped_high = scene->n_dropped_low = n_judges >= 7;
  scene->n_counted = scene->n_expected - 2 * (n_judges >= 7);
  scene->mean = g_strdup ("91.86");
  scene->deduction = g_strdup ("0.20");
  scene->final = g_strdup ("91.66");
  scene->rank = 5;
  scene->n_ranked = 20;
  scene->certain_of = reveal ? g_strdup (get_award (scene)) : NULL;
}

static void
fill_rows (LecternScene *scene,
           guint         n_rows)
{
  gboolean order = scene->kind == LECTERN_SCENE_ORDER;
  for (guint i = 0; i < n_rows; i++)
    {
      LecternSceneRow *row = g_new0 (LecternSceneRow, 1);
      guint            from = (order ? i * 11 + 5 : i) % G_N_ELEMENTS (roster);
      row->lot = order ? i + 1 : (i * 5) % 28 + 1;
      row->name = g_strdup (roster[from].name);
      row->unit = g_strdup (roster[from].unit);
      row->title = g_strdup (roster[from].title);
      row->done = order && i < 8;
      row->on_stage = order && i == 8;
      row->forfeit = order && i == 3;
      if (!order)
        {
          row->rank = i + 1 - (i == 10);
          row->tied = i == 9 || i == 10;
          row->final = g_strdup (roster[from].final);
          row->fresh = scene->kind == LECTERN_SCENE_RANKING && i == 3;
          row->certain = scene->kind == LECTERN_SCENE_RANKING && i < 4;
          row->award = scene->kind == LECTERN_SCENE_AWARD ? g_strdup (get_award (scene)) : NULL;
        }
      g_ptr_array_add (scene->rows, row);
    }
  scene->n_entries = 28;
  scene->n_done = order ? 8 : 20;
  scene->seed = g_strdup ("焦作2018-09-14-7391");
}

static void
add_criterion (LecternScene *scene,
               const char   *name,
               const char   *guide,
               const char   *max)
{
  LecternSceneCriterion *criterion = g_new0 (LecternSceneCriterion, 1);
  criterion->name = g_strdup (name);
  criterion->guide = g_strdup (guide);
  criterion->max = g_strdup (max);
  g_ptr_array_add (scene->criteria, criterion);
}

static void
fill_rules (LecternScene *scene)
{
  add_criterion (scene, "主题内容", "主题与导向 15，内容与事例 15，结构与逻辑 10", "40");
  add_criterion (scene, "语言表达", "普通话规范 10，脱稿流畅 10，情感感染 5", "25");
  add_criterion (scene, "课件制作与运用", "贴合内容 5，规范美观 5，与讲授配合 5", "15");
  add_criterion (scene, "仪表形象", NULL, "10");
  add_criterion (scene, "现场效果", NULL, "10");
  scene->limit_ms = 360000;
  scene->trim_low = scene->trim_high = 1;
  scene->trim_from = 5;
  scene->overtime = g_strdup (is_english (scene->language) ? "0.1 off for every started 10 s over time" : "超时每满 10 秒（不足 10 秒按 10 秒计）扣 0.1 分");
}

LecternScene *
scene_sample_new_empty (LecternSceneKind kind,
                        const char      *language)
{
  LecternScene *scene = lectern_scene_new (kind);
  scene->language = g_strdup (language);
  return scene;
}

LecternScene *
scene_sample_new_judges (LecternSceneKind kind,
                         const char      *language,
                         guint            n_judges,
                         gboolean         recused)
{
  LecternScene *scene = lectern_scene_new (kind);
  fill_contest (scene, language);
  fill_entry (scene);
  fill_judges (scene, n_judges, recused);
  return scene;
}

LecternScene *
scene_sample_new_rows (LecternSceneKind kind,
                       const char      *language,
                       guint            n_rows)
{
  LecternScene *scene = lectern_scene_new (kind);
  fill_contest (scene, language);
  fill_rows (scene, n_rows);
  return scene;
}

LecternScene *
scene_sample_new_pages (const char *language,
                        guint       n_rows,
                        guint       n_first,
                        guint       page)
{
  LecternScene *scene = scene_sample_new_rows (LECTERN_SCENE_RANKING, language, n_rows);
  scene->page = page;
  for (guint i = 0; i < n_rows; i++)
    {
      LecternSceneRow *row = scene->rows->pdata[i];
      row->page = i < n_first ? 1 : 2 + (i - n_first) / 10;
      scene->n_pages = row->page;
    }
  return scene;
}

LecternScene *
scene_sample_new (LecternSceneKind kind,
                  const char      *language)
{
  LecternScene *scene;
  if (kind == LECTERN_SCENE_MARKING || kind == LECTERN_SCENE_REVEAL)
    return scene_sample_new_judges (kind, language, 9, FALSE);
  if (kind == LECTERN_SCENE_ORDER || kind == LECTERN_SCENE_RANKING)
    return scene_sample_new_rows (kind, language, 28);
  if (kind == LECTERN_SCENE_AWARD)
    return scene_sample_new_rows (kind, language, 10);
  scene = lectern_scene_new (kind);
  fill_contest (scene, language);
  if (kind == LECTERN_SCENE_INTRODUCTION || kind == LECTERN_SCENE_TALK)
    fill_entry (scene);
  if (kind == LECTERN_SCENE_RULES)
    fill_rules (scene);
  if (kind == LECTERN_SCENE_NOTICE)
    scene->text = g_strdup (is_english (language) ? "Lunch is served on the first floor.\nWe continue at 13:30."
                                                  : "午餐在一楼餐厅，凭证件用餐。\n下午 13:30 继续比赛，请 15 至 28 号选手 13:10 前候场。");
  return scene;
}

static void
replace (char      **field,
         const char *text)
{
  if (*field == NULL)
    return;
  g_free (*field);
  *field = g_strdup (text);
}

void
scene_sample_lengthen (LecternScene *scene)
{
  const char *long_unit = "焦作市城乡一体化示范区文苑街道办事处社区党群服务中心联合推荐委员会办公室";
  const char *long_title = "从欠账村到明星村：一个太行山深处的小村庄四十年改革开放路上的泪水、汗水与欢笑以及我们这一代人的承诺";

  replace (&scene->contest, "焦作市弘扬焦裕禄精神争做出彩焦作人微型党课十佳宣讲员评选暨基层理论宣讲大赛总决赛及颁奖典礼");
  replace (&scene->theme, "弘扬焦裕禄精神　争做出彩焦作人　不忘初心牢记使命　永远跟党走奋进新时代建设新焦作");
  replace (&scene->name, scene_sample_long_name);
  replace (&scene->unit, long_unit);
  replace (&scene->employer, long_unit);
  replace (&scene->title, long_title);
  replace (&scene->next_name, scene_sample_long_name);
  replace (&scene->next_unit, long_unit);
  replace (&scene->certain_of, "焦作市2018年度微型党课十佳宣讲员称号获得者");
  replace (&scene->seed, "一个很长很长的种子，写着当天的日期、地点、公证员的名字和彩票的开奖号码 0123456789");
  for (guint i = 0; i < scene->judges->len; i++)
    replace (&((LecternSceneJudge *) scene->judges->pdata[i])->name, scene_sample_long_name);
  for (guint i = 0; i < scene->rows->len; i++)
    {
      LecternSceneRow *row = scene->rows->pdata[i];
      replace (&row->name, scene_sample_long_name);
      replace (&row->unit, long_unit);
      replace (&row->title, long_title);
      replace (&row->award, "焦作市2018年度微型党课十佳宣讲员称号获得者");
      if (row->certain)
        row->certain_of = g_strdup ("焦作市2018年度微型党课十佳宣讲员称号获得者");
      replace (&row->final, "100.000");
    }
  for (guint i = 0; i < scene->criteria->len; i++)
    {
      LecternSceneCriterion *criterion = scene->criteria->pdata[i];
      replace (&criterion->name, "课件制作与运用及其与讲授内容的配合程度");
      g_free (criterion->guide);
      criterion->guide = g_strdup (long_title);
    }
  replace (&scene->overtime, "超时 10 秒以内不扣分，超过 10 秒每满 30 秒扣 0.5 分，不足 30 秒按 30 秒计，最多扣 3 分，超过 7 分钟请停止宣讲");
  if (scene->kind >= LECTERN_SCENE_BREAK)
    {
      g_free (scene->text);
      scene->text = g_strconcat (long_title, "\n", long_title, "\n", long_unit, long_title, long_title, long_title, NULL);
    }
}

LecternScene *
scene_sample_new_long (LecternSceneKind kind,
                       const char      *language)
{
  LecternScene *scene;
  if (kind == LECTERN_SCENE_MARKING || kind == LECTERN_SCENE_REVEAL)
    scene = scene_sample_new_judges (kind, language, 15, TRUE);
  else
    scene = scene_sample_new (kind, language);
  scene_sample_lengthen (scene);
  return scene;
}
