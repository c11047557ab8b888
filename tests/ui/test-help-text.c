/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pages of the help as blocks. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-help-text.h"

/* clang-format off */
static const struct
{
  const char     *text;
  LecternHelpKind kind;
  int             number;
  const char     *markup;
  const char     *picture;
} cases[] = {
  { "# Papers & More", LECTERN_HELP_TITLE, 0, "Papers & More", NULL },
  { "## A & B", LECTERN_HELP_HEADING, 0, "A &amp; B", NULL },
  { "two\nlines", LECTERN_HELP_PARAGRAPH, 0, "two lines", NULL },
  { "两行\n中文", LECTERN_HELP_PARAGRAPH, 0, "两行中文", NULL },
  { "中文\nLectern", LECTERN_HELP_PARAGRAPH, 0, "中文 Lectern", NULL },
  { "- **Strong** words", LECTERN_HELP_ITEM, 0, "<b>Strong</b> words", NULL },
  { "12. the twelfth", LECTERN_HELP_STEP, 12, "the twelfth", NULL },
  { "2018 was a year", LECTERN_HELP_PARAGRAPH, 0, "2018 was a year", NULL },
  { "press `B` now", LECTERN_HELP_PARAGRAPH, 0, "press <span weight=\"bold\" background=\"#8882\"> B </span> now", NULL },
  { "see [on the day](day.md).", LECTERN_HELP_PARAGRAPH, 0, "see <a href=\"day\">on the day</a>.", NULL },
  { "[out](http://example.org)", LECTERN_HELP_PARAGRAPH, 0, "[out](http://example.org)", NULL },
  { "<b>no markup of its own</b>", LECTERN_HELP_PARAGRAPH, 0, "&lt;b&gt;no markup of its own&lt;/b&gt;", NULL },
  { "![the panel](panel.png)", LECTERN_HELP_PICTURE, 0, "the panel", "panel.png" },
  { "![outside](../panel.png)", LECTERN_HELP_PARAGRAPH, 0, "![outside](../panel.png)", NULL },
};
/* clang-format on */

static void
test_blocks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) blocks = lectern_help_text_read (cases[i].text);
      const LecternHelpBlock *block = blocks->pdata[0];

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (blocks->len, ==, 1);
      g_assert_cmpint (block->kind, ==, cases[i].kind);
      g_assert_cmpint (block->number, ==, cases[i].number);
      g_assert_cmpstr (block->markup, ==, cases[i].markup);
      g_assert_cmpstr (block->picture, ==, cases[i].picture);
    }
}

static void
test_page (void)
{
  g_autoptr (GPtrArray) blocks = lectern_help_text_read ("# Title\n\nA paragraph\nof two lines.\n\n- one\n- two\n  goes on\n1. first\n2. second\n\n\n![p](p.png)\n");
  const LecternHelpKind kinds[] = { LECTERN_HELP_TITLE, LECTERN_HELP_PARAGRAPH, LECTERN_HELP_ITEM, LECTERN_HELP_ITEM,
                                    LECTERN_HELP_STEP, LECTERN_HELP_STEP, LECTERN_HELP_PICTURE };
  g_autoptr (GPtrArray) none = lectern_help_text_read ("");

  g_assert_cmpstr (lectern_help_text_get_title (blocks), ==, "Title");
  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < blocks->len; i++)
    g_assert_cmpint (((LecternHelpBlock *) blocks->pdata[i])->kind, ==, kinds[i]);
  g_assert_cmpstr (((LecternHelpBlock *) blocks->pdata[3])->markup, ==, "two goes on");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (lectern_help_text_get_title (none));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help-text/blocks", test_blocks);
  g_test_add_func ("/help-text/page", test_page);
  return g_test_run ();
}
