/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The sample evening as scenes: the roster of 2018 with its rare characters, names of two and of
 * seven characters, and a set of marks whose trimmed mean can be worked out by hand. */

#define G_LOG_DOMAIN "lectern-stage"

#include "scene-samples.h"

#include "lectern-deduction.h"
#include "lectern-scene-list-page.h"

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

/* A ranking of which the last one revealed came in fourth: those below have lost a place. */
static void
fill_moves (LecternScene *scene)
{
  for (guint i = 0; i < scene->rows->len; i++)
    {
      LecternSceneRow *row = scene->rows->pdata[i];

      row->was = i < 3 ? i + 1 : i == 3 ? 0
                                        : i;
      row->moved = i > 3 ? -1 : 0;
    }
}

static void
add_person (GPtrArray  *people,
            const char *name,
            const char *office,
            gboolean    head)
{
  LecternScenePerson *person = g_new0 (LecternScenePerson, 1);

  person->name = g_strdup (name);
  person->office = g_strdup (office);
  person->head = head;
  g_ptr_array_add (people, person);
}

static void
fill_people (LecternScene *scene,
             guint         n_guests,
             guint         n_judges)
{
  static const struct
  {
    const char *name, *office;
  } guests[] = {
    { "王建国", "市委常委、宣传部部长" },
    { "李晓东", "市委宣传部常务副部长" },
    { "赵敏", "市委组织部副部长、老干部局局长" },
    { "陈志强", "市委市直机关工委书记" },
    { "周丽华", "市教育局党组书记、局长" },
    { "阿卜杜拉·买买提", "市民族宗教事务局副局长" },
  };
  static const char *const offices[] = {
    "河南理工大学马克思主义学院教授", "市委党校副校长", "焦作日报社总编辑", "市广播电视台播音指导", "市文联主席",
    "焦作师范高等专科学校教授", "市委讲师团团长", "全国优秀党课主讲人", "市人大代表"
  };

  for (guint i = 0; i < n_guests; i++)
    add_person (scene->guests, guests[i % G_N_ELEMENTS (guests)].name, guests[i % G_N_ELEMENTS (guests)].office, FALSE);
  for (guint i = 0; i < n_judges; i++)
    add_person (scene->panel, panel[i % G_N_ELEMENTS (panel)].name, offices[i % G_N_ELEMENTS (offices)], i == 0);
}

/* Two thirds of the lots are drawn, the last of them the twelfth. */
static void
fill_draw (LecternScene *scene,
           guint         n_lots)
{
  for (guint i = 0; i < n_lots; i++)
    {
      LecternSceneRow *row = g_new0 (LecternSceneRow, 1);
      guint            from = (i * 11 + 5) % G_N_ELEMENTS (roster);

      row->lot = i + 1;
      row->fresh = i == 11;
      if (i % 3 != 1 || row->fresh)
        {
          row->name = g_strdup (roster[from].name);
          row->unit = g_strdup (roster[from].unit);
        }
      g_ptr_array_add (scene->rows, row);
    }
  scene->seed = g_strdup ("焦作2018-09-14-7391");
  scene->n_entries = n_lots;
}

static void
fill_awards (LecternScene *scene,
             guint         n_rows,
             guint         n_first)
{
  gboolean english = is_english (scene->language);

  fill_rows (scene, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      LecternSceneRow *row = scene->rows->pdata[i];

      g_free (row->award);
      row->award = g_strdup (i < n_first ? get_award (scene) : english ? "Excellence Award"
                                                                       : "优秀奖");
      row->fresh = i + 1 == n_rows;
    }
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
scene_sample_new_rubric (const char *language,
                         guint       n_criteria)
{
  static const char *const names[] = { "主题立意鲜明", "内容充实", "事例典型生动", "语言表达", "情感真挚", "课件制作与运用", "仪表形象", "现场效果" };
  LecternScene            *scene = lectern_scene_new (LECTERN_SCENE_RULES);

  fill_contest (scene, language);
  fill_rules (scene);
  g_ptr_array_set_size (scene->criteria, 0);
  for (guint i = 0; i < n_criteria; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", names[i % G_N_ELEMENTS (names)], i + 1);

      add_criterion (scene, name, "贴合内容 5，规范美观 5，与讲授配合 5", "6.25");
    }
  return scene;
}

/* As a freeze makes them. The first award is that of all rows that have the first row's. */
static LecternScene *
make_pages (LecternScene *scene)
{
  guint n_together = 0, longest = 0;

  for (guint i = 0; i < scene->rows->len; i++)
    {
      const LecternSceneRow *row = scene->rows->pdata[i], *first = scene->rows->pdata[0];

      n_together += n_together == i && row->award != NULL && g_strcmp0 (row->award, first->award) == 0;
      longest = MAX (longest, lectern_scene_count_halves (row->name));
    }
  for (guint i = 0; i < G_N_ELEMENTS (roster); i++) /* who is still to be drawn counts as well */
    longest = MAX (longest, lectern_scene_count_halves (roster[i].name));
  if (scene->kind == LECTERN_SCENE_RANKING)
    lectern_scene_make_pages (scene, n_together);
  else if (scene->kind == LECTERN_SCENE_ORDER)
    lectern_scene_make_order_pages (scene);
  else if (scene->kind == LECTERN_SCENE_DRAW)
    lectern_scene_make_draw_pages (scene, longest);
  else if (scene->kind == LECTERN_SCENE_AWARD && scene->rows->len > 0)
    lectern_scene_make_winner_pages (scene);
  else if (scene->kind == LECTERN_SCENE_AWARDS)
    lectern_scene_make_award_pages (scene);
  else if (scene->kind == LECTERN_SCENE_GUESTS)
    lectern_scene_make_people_pages (scene);
  return scene;
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
  return make_pages (scene);
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
scene_sample_new_final (const char *language)
{
  LecternScene *scene = scene_sample_new_rows (LECTERN_SCENE_RANKING, language, 28);

  scene->is_final = TRUE;
  for (guint i = 0; i < scene->rows->len; i++)
    {
      LecternSceneRow *row = scene->rows->pdata[i];

      row->certain = row->fresh = FALSE;
      row->award = i < 11 ? g_strdup (get_award (scene)) : NULL;
    }
  return make_pages (scene);
}

LecternScene *
scene_sample_new_moves (const char *language,
                        guint       n_rows)
{
  LecternScene *scene = scene_sample_new_rows (LECTERN_SCENE_RANKING, language, n_rows);

  fill_moves (scene);
  return scene;
}

LecternScene *
scene_sample_new_award (const char *language,
                        guint       n_steps)
{
  LecternScene    *scene = scene_sample_new_rows (LECTERN_SCENE_AWARD, language, 3);
  LecternSceneRow *row;

  g_ptr_array_remove_range (scene->rows, 0, 2);
  make_pages (scene);
  row = scene->rows->pdata[0];
  row->photo = n_steps > 4 ? g_strdup (SCENE_SAMPLE_PHOTO) : NULL;
  if (n_steps > 5)
    row->citation = g_strdup (is_english (language) ? "for a year of lectures in villages, works and schools" : "深入基层宣讲一百二十场，把党的声音送到田间地头、车间班组和社区课堂");
  if (n_steps < 4)
    {
      row->rank = 0;
      g_clear_pointer (&row->final, g_free);
    }
  if (n_steps < 3)
    {
      g_clear_pointer (&row->unit, g_free);
      g_clear_pointer (&row->title, g_free);
    }
  if (n_steps < 2)
    g_clear_pointer (&row->name, g_free);
  return scene;
}

LecternScene *
scene_sample_new_reveal (const char *language,
                         guint       n_judges,
                         guint       n_steps)
{
  LecternScene *scene = scene_sample_new_judges (LECTERN_SCENE_REVEAL, language, n_judges, FALSE);

  for (guint i = 0; i < scene->judges->len; i++)
    {
      LecternSceneJudge *judge = scene->judges->pdata[i];

      judge->submitted = TRUE;
      if (n_steps < 2)
        judge->high = judge->low = FALSE;
      if (n_steps < 1)
        g_clear_pointer (&judge->total, g_free);
    }
  if (n_steps < 5)
    {
      scene->rank = 0;
      g_clear_pointer (&scene->certain_of, g_free);
    }
  if (n_steps < 4)
    {
      g_clear_pointer (&scene->final, g_free);
      g_clear_pointer (&scene->deduction, g_free);
    }
  if (n_steps < 3)
    {
      g_clear_pointer (&scene->mean, g_free);
      scene->time_ms = LECTERN_NONE;
    }
  if (n_steps < 2)
    scene->n_dropped_high = scene->n_dropped_low = scene->n_counted = 0;
  return scene;
}

LecternScene *
scene_sample_new_crowded (LecternSceneKind kind,
                          const char      *language)
{
  LecternScene *scene;

  if (kind == LECTERN_SCENE_MARKING || kind == LECTERN_SCENE_REVEAL)
    return scene_sample_new_judges (kind, language, 15, TRUE);
  if (kind == LECTERN_SCENE_ORDER || kind == LECTERN_SCENE_RANKING || kind == LECTERN_SCENE_AWARD)
    return scene_sample_new_rows (kind, language, 60);
  if (kind != LECTERN_SCENE_GUESTS && kind != LECTERN_SCENE_DRAW && kind != LECTERN_SCENE_AWARDS)
    return scene_sample_new (kind, language);
  scene = lectern_scene_new (kind);
  fill_contest (scene, language);
  if (kind == LECTERN_SCENE_GUESTS)
    fill_people (scene, 24, 15);
  else if (kind == LECTERN_SCENE_DRAW)
    fill_draw (scene, 60);
  else
    fill_awards (scene, 60, 20);
  return make_pages (scene);
}

LecternStagePictures *
scene_sample_create_pictures (void)
{
  static const struct
  {
    const char *key;
    int         width, height;
    gboolean    logo;
  } sizes[] = {
    { SCENE_SAMPLE_PHOTO, 300, 400, FALSE },
    { SCENE_SAMPLE_BACKGROUND, 640, 360, FALSE },
    { SCENE_SAMPLE_LOGO, 128, 128, TRUE },
    { SCENE_SAMPLE_PAGE, 400, 300, FALSE },
  };
  LecternStagePictures *pictures = lectern_stage_pictures_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, sizes[i].width, sizes[i].height);
      cairo_t         *cr = cairo_create (surface);
      cairo_pattern_t *sky = cairo_pattern_create_linear (0, 0, sizes[i].width, sizes[i].height);

      cairo_pattern_add_color_stop_rgb (sky, 0, 0.95, 0.93, 0.86);
      cairo_pattern_add_color_stop_rgb (sky, 0.6, 0.36, 0.52, 0.68);
      cairo_pattern_add_color_stop_rgb (sky, 1, 0.10, 0.16, 0.22);
      cairo_set_source (cr, sky);
      if (!sizes[i].logo)
        cairo_paint (cr);
      cairo_set_source_rgb (cr, 0.72, 0.10, 0.12);
      cairo_arc (cr, sizes[i].width / 2.0, sizes[i].height * (sizes[i].logo ? 0.5 : 0.42), MIN (sizes[i].width, sizes[i].height) * (sizes[i].logo ? 0.5 : 0.25), 0, 2 * G_PI);
      cairo_fill (cr);
      cairo_pattern_destroy (sky);
      cairo_destroy (cr);
      lectern_stage_pictures_put_surface (pictures, sizes[i].key, surface);
      cairo_surface_destroy (surface);
    }
  return pictures;
}

void
scene_sample_dress (LecternScene *scene)
{
  gboolean has_person = scene->kind == LECTERN_SCENE_INTRODUCTION || scene->kind == LECTERN_SCENE_DECK;

  scene->background = g_strdup (SCENE_SAMPLE_BACKGROUND);
  scene->logo = g_strdup (SCENE_SAMPLE_LOGO);
  if (has_person)
    scene->photo = g_strdup (SCENE_SAMPLE_PHOTO);
  if (scene->kind == LECTERN_SCENE_PICTURE || scene->kind == LECTERN_SCENE_COURSEWARE)
    scene->picture = g_strdup (SCENE_SAMPLE_PAGE);
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
  if (kind == LECTERN_SCENE_INTRODUCTION || kind == LECTERN_SCENE_TALK || kind == LECTERN_SCENE_DECK || kind == LECTERN_SCENE_CLOCK || kind == LECTERN_SCENE_COURSEWARE)
    fill_entry (scene);
  if (kind == LECTERN_SCENE_GUESTS)
    fill_people (scene, 6, 9);
  if (kind == LECTERN_SCENE_DRAW)
    fill_draw (scene, 28);
  if (kind == LECTERN_SCENE_AWARDS)
    fill_awards (scene, 13, 10);
  if (kind == LECTERN_SCENE_COURSEWARE)
    scene->overlay = LECTERN_SCENE_OVERLAY_NAME | LECTERN_SCENE_OVERLAY_CLOCK;
  if (kind == LECTERN_SCENE_PICTURE)
    scene->text = g_strdup (is_english (language) ? "Lecturers at Haihua Bridge, May 2018" : "宣讲团在修武县大南坡村（2018 年 5 月）");
  if (kind == LECTERN_SCENE_RULES)
    fill_rules (scene);
  if (kind == LECTERN_SCENE_NOTICE)
    scene->text = g_strdup (is_english (language) ? "Lunch is served on the first floor.\nWe continue at 13:30."
                                                  : "午餐在一楼餐厅，凭证件用餐。\n下午 13:30 继续比赛，请 15 至 28 号选手 13:10 前候场。");
  return make_pages (scene);
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
scene_sample_lengthen_names (LecternScene *scene)
{
  replace (&scene->name, scene_sample_long_name);
  replace (&scene->next_name, scene_sample_long_name);
  for (guint i = 0; i < scene->rows->len; i++)
    replace (&((LecternSceneRow *) scene->rows->pdata[i])->name, scene_sample_long_name);
  make_pages (scene);
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
      replace (&row->citation, long_title);
      if (row->certain)
        row->certain_of = g_strdup ("焦作市2018年度微型党课十佳宣讲员称号获得者");
      replace (&row->final, "100.000");
    }
  for (guint list = 0; list < 2; list++)
    for (guint i = 0; i < (list == 0 ? scene->guests : scene->panel)->len; i++)
      {
        LecternScenePerson *person = (list == 0 ? scene->guests : scene->panel)->pdata[i];
        replace (&person->name, scene_sample_long_name);
        replace (&person->office, long_unit);
      }
  for (guint i = 0; i < scene->criteria->len; i++)
    {
      LecternSceneCriterion *criterion = scene->criteria->pdata[i];
      replace (&criterion->name, "课件制作与运用及其与讲授内容的配合程度");
      g_free (criterion->guide);
      criterion->guide = g_strdup (long_title);
    }
  replace (&scene->overtime, "超时 10 秒以内不扣分，超过 10 秒每满 30 秒扣 0.5 分，不足 30 秒按 30 秒计，最多扣 3 分，超过 7 分钟请停止宣讲");
  if (scene->kind >= LECTERN_SCENE_BREAK && scene->kind <= LECTERN_SCENE_END)
    {
      g_free (scene->text);
      scene->text = g_strconcat (long_title, "\n", long_title, "\n", long_unit, long_title, long_title, long_title, NULL);
    }
  make_pages (scene);
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
