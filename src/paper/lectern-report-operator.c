/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One page that is read in a hurry and in poor light: large type, few words, the way out first. Its
 * keys are those of the console's shortcuts; a test of the house compares them. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-report-operator.h"

#include "lectern-report-frame.h"

#define WIDTH 210.0
#define HEIGHT 297.0
#define MARGIN 18.0
#define TEXT_WIDTH (WIDTH - 2 * MARGIN)
#define KEY_WIDTH 42.0
#define KEY_HEIGHT 7.6
#define ROW 9.2
#define LEADING 6.0
#define GAP 3.2

/* In the contest's language: Chinese, English. */
typedef const char *Words[2];

/* clang-format off */
static const struct
{
  const char *accelerator; /* as the shortcuts have it */
  Words       key;
  Words       does;
} keys[] = {
  { "space", { "空格", "Space" }, { "做大按钮上写的下一步", "What the large button says" } },
  { "b", { "B", "B" }, { "大屏幕黑屏，再按恢复；打字时用 F8", "Projector black, and back; F8 while you type" } },
  { "F9", { "F9", "F9" }, { "应急画面，任何时候", "The emergency card, at any time" } },
  { "Right", { "→", "→" }, { "亮分、抽签、颁奖前进一步", "A step forward in a reveal, draw or ceremony" } },
  { "Left", { "←", "←" }, { "后退一步", "A step back" } },
  { "Escape", { "Esc", "Esc" }, { "取消第一次点击", "Take back a first press on a cue" } },
  { "c", { "C", "C" }, { "更正：用时、评分表、重讲、评委", "Corrections: a time, a sheet, a talk, a judge" } },
  { "1...9", { "1 … 9", "1 … 9" }, { "手动显示一个画面", "Show a scene by hand" } },
  { "F6", { "F6", "F6" }, { "先看再上屏：选任意画面", "Look at any scene first, then show it" } },
  { "Page_Down", { "Page Down", "Page Down" }, { "大屏幕上的排名翻页", "Turn the page of a ranking on air" } },
  { "<Control>k", { "Ctrl + K", "Ctrl + K" }, { "录入纸质评分表", "Key in paper sheets" } },
  { "<Control>z", { "Ctrl + Z", "Ctrl + Z" }, { "撤销上一次修改", "Undo the last edit" } },
  { "F1", { "F1", "F1" }, { "帮助", "Help" } },
};
static const struct
{
  Words what;
  Words then;
} troubles[] = {
  { { "显示了不该显示的", "The hall must not see it" },
    { "先按 B，再想办法。", "B at once, then think." } },
  { { "主控电脑死机", "The main laptop is dead" },
    { "重新开机，打开讲台，点“继续”：同一位选手、同一个画面、同一个计时。", "Start it again, open Lectern, press “Go On”: same entry, same scene, same clock." } },
  { { "主控电脑开不了机", "It does not start" },
    { "在另一台电脑上打开副本，从那里继续。", "Open the copy on another laptop and go on from there." } },
  { { "评委断网", "A judge is cut off" },
    { "让评委接着打分，恢复后自动送达。查网线和路由器。", "Let the judge mark on; it arrives by itself. Look at cable and router." } },
  { { "评委电脑坏了", "A panel is dead" },
    { "准备 → 评委 → 新配对码，任何一台电脑接替席位。", "Set-up, Judges, New Code: any other laptop takes over the seat." } },
  { { "会场看到了控台", "The hall sees the console" },
    { "Super + P，改成“扩展”。", "Super + P, and join the displays." } },
  { { "忘了计时、打分关早了", "A slip with clock or gate" },
    { "按 C 更正，写明理由。", "C, and correct it, with a reason." } },
};
/* No apostrophes in headings: the faces of Chinese headings set them as wide as a character. */
static const Words title = { "操作员卡", "Card for the Operator" };
static const Words calm = { "屏幕上看到过的都已存盘。", "Whatever the screen has shown is on disk." };
static const Words keys_head = { "按键（现场页）", "Keys, on the page Evening" };
static const Words trouble_head = { "出问题时", "When Something Breaks" };
static const Words numbers_head = { "电话　技术：＿＿＿＿＿＿＿＿　场务：＿＿＿＿＿＿＿＿　评委组长：＿＿＿＿＿＿＿＿",
                                    "Telephone  Technician: ______________  Stage: ______________  Head judge: ______________" };
/* clang-format on */

static const char *
say (const LecternReport *report,
     const Words          words)
{
  return words[g_str_has_prefix (report->language, "zh") ? 0 : 1];
}

static double
add_head (LecternReport *report,
          LecternPage   *page)
{
  const LecternContestRecord *record = lectern_contest_get_record (report->contest);
  LecternType                 large = { LECTERN_FONT_TITLE, 26, LECTERN_REPORT_INK, 0 };
  LecternType                 contest = { lectern_report_get_text_role (report), 12, LECTERN_REPORT_GREY, 0 };
  LecternType                 strong = { LECTERN_FONT_HEADING, 15, LECTERN_REPORT_INK, 0 };

  lectern_paper_place_fitted (page, report->fonts, &large, say (report, title), MARGIN, 23, TEXT_WIDTH, 12, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (page, report->fonts, &contest, record->title, MARGIN, 33.5, TEXT_WIDTH, 6, LECTERN_ALIGN_CENTRE);
  lectern_paper_place_fitted (page, report->fonts, &strong, say (report, calm), MARGIN, 43, TEXT_WIDTH, 8, LECTERN_ALIGN_CENTRE);
  return 52;
}

static double
add_section (LecternReport *report,
             LecternPage   *page,
             const Words    head,
             double         y)
{
  LecternType type = { LECTERN_FONT_HEADING, 14, LECTERN_REPORT_INK, 0 };

  lectern_paper_place_line (page, report->fonts, &type, say (report, head), MARGIN, y + 5, TEXT_WIDTH, LECTERN_ALIGN_LEFT);
  lectern_page_add_line (page, LECTERN_REPORT_INK, 0.4, MARGIN, y + 7.5, WIDTH - MARGIN, y + 7.5);
  return y + 11;
}

static void
add_frame (LecternPage *page,
           double       x,
           double       y,
           double       width,
           double       height)
{
  lectern_page_add_line (page, LECTERN_REPORT_GREY, 0.3, x, y, x + width, y);
  lectern_page_add_line (page, LECTERN_REPORT_GREY, 0.3, x, y + height, x + width, y + height);
  lectern_page_add_line (page, LECTERN_REPORT_GREY, 0.3, x, y, x, y + height);
  lectern_page_add_line (page, LECTERN_REPORT_GREY, 0.3, x + width, y, x + width, y + height);
}

static double
add_keys (LecternReport *report,
          LecternPage   *page,
          double         y)
{
  LecternType key = { LECTERN_FONT_HEADING, 13, LECTERN_REPORT_INK, 0 };
  LecternType does = { lectern_report_get_text_role (report), 13, LECTERN_REPORT_INK, 0 };
  double      x = MARGIN + KEY_WIDTH + 6;

  y = add_section (report, page, keys_head, y);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++, y += ROW)
    {
      add_frame (page, MARGIN, y, KEY_WIDTH, KEY_HEIGHT);
      lectern_paper_place_fitted (page, report->fonts, &key, say (report, keys[i].key), MARGIN + 2, y + KEY_HEIGHT / 2, KEY_WIDTH - 4, 6, LECTERN_ALIGN_CENTRE);
      lectern_paper_place_fitted (page, report->fonts, &does, say (report, keys[i].does), x, y + KEY_HEIGHT / 2, WIDTH - MARGIN - x, 7, LECTERN_ALIGN_LEFT);
    }
  return y + GAP;
}

static void
add_troubles (LecternReport *report,
              LecternPage   *page,
              double         y)
{
  LecternType what = { LECTERN_FONT_HEADING, 12, LECTERN_REPORT_INK, 0 };
  LecternType then = { lectern_report_get_text_role (report), 12, LECTERN_REPORT_INK, 0 };
  double      width = 62;
  double      x = MARGIN + width + 4;

  y = add_section (report, page, trouble_head, y) + 2.5;
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      double left = lectern_paper_place_paragraph (page, report->fonts, &what, say (report, troubles[i].what), MARGIN, y, width, LEADING, 0, LECTERN_ALIGN_LEFT);
      double right = lectern_paper_place_paragraph (page, report->fonts, &then, say (report, troubles[i].then), x, y, WIDTH - MARGIN - x, LEADING, 0, LECTERN_ALIGN_LEFT);

      y = MAX (left, right) + LEADING + GAP - 1;
    }
}

LecternDocument *
lectern_report_operator_new (LecternContest *contest,
                             const char     *round,
                             gint64          printed_us,
                             GError        **error)
{
  LecternReport report;
  LecternType   numbers = { LECTERN_FONT_BODY, 11, LECTERN_REPORT_INK, 0 };
  LecternPage  *page = NULL;

  if (!lectern_report_init (&report, contest, round, title[0], printed_us, error))
    return NULL;
  page = lectern_report_add_page (&report, WIDTH, HEIGHT);
  add_troubles (&report, page, add_keys (&report, page, add_head (&report, page)));
  numbers.role = lectern_report_get_text_role (&report);
  lectern_paper_place_fitted (page, report.fonts, &numbers, say (&report, numbers_head), MARGIN, HEIGHT - 19, TEXT_WIDTH, 6, LECTERN_ALIGN_LEFT);
  return lectern_report_finish (&report, error);
}
