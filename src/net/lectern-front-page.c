/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What somebody sees who opens the main laptop's address in a browser. It asks for nothing from
 * anywhere else, for the hall has no internet, and speaks the contest's language first. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-front-page.h"

#define STYLE                                                                                                     \
  "body{margin:0;background:#f6f5f4;color:#241f31;font:18px/1.7 'Noto Sans CJK SC','Microsoft YaHei',sans-serif}" \
  "main{max-width:38em;margin:8vh auto;padding:2em 2.5em;background:#fff;border-top:6px solid #a51d2d;"           \
  "border-radius:4px;box-shadow:0 1px 4px #0003}"                                                                 \
  "h1{margin:0 0 .2em;font-size:1.6em;line-height:1.3}h1+p{margin-top:0;color:#5e5c64}"                           \
  "section{margin-top:1.6em}h2{font-size:1.1em;margin:0}ol{padding-left:1.4em;margin:.3em 0}"                     \
  "code{background:#f0eeec;padding:.1em .4em;border-radius:3px}"

static const char chinese[] =
  "<section lang=\"zh-CN\"><h2>评委打开打分面板</h2><ol>"
  "<li>在评委电脑上启动“讲台”的评委面板（<code>lectern --judge</code>）。</li>"
  "<li>地址栏填写本页的地址。</li>"
  "<li>输入控台给出的六位配对码；每个配对码只能用一次。</li>"
  "</ol></section>";

static const char english[] =
  "<section lang=\"en\"><h2>To open a judge’s panel</h2><ol>"
  "<li>Start Lectern’s panel on the judge’s laptop (<code>lectern --judge</code>).</li>"
  "<li>Type the address of this page.</li>"
  "<li>Type the six-digit code the console shows for you; a code works once.</li>"
  "</ol></section>";

char *
lectern_front_page_write (const char *contest,
                          const char *language)
{
  gboolean         in_english = g_strcmp0 (language, "en") == 0;
  g_autofree char *title = g_markup_escape_text (contest && *contest ? contest : "Lectern 讲台", -1);

  return g_strdup_printf ("<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
                          "<meta name=\"viewport\" content=\"width=device-width\">"
                          "<title>%s</title><style>" STYLE "</style></head><body><main>"
                          "<h1>%s</h1><p>讲台 Lectern</p>%s%s</main></body></html>\n",
                          in_english ? "en" : "zh-CN", title, title,
                          in_english ? english : chinese, in_english ? chinese : english);
}
