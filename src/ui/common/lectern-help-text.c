/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The pages of help/ as blocks that a window can show. They are written in a small part of Markdown, so
 * that they read well in an editor and need no program that makes something else of them: on the
 * evening's laptop there may be neither a browser nor a network. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-help-text.h"

#include <string.h>

static void
free_block (LecternHelpBlock *block)
{
  g_free (block->markup);
  g_free (block->picture);
  g_free (block);
}

/* Replaces every whole match of @pattern in text that is markup already. */
static void
replace (GString    *markup,
         const char *pattern,
         const char *replacement)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autofree char *replaced = g_regex_replace (regex, markup->str, -1, 0, replacement, 0, NULL);

  g_string_assign (markup, replaced);
}

static char *
write_markup (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GString         *markup = g_string_new (escaped);

  replace (markup, "\\*\\*([^*]+)\\*\\*", "<b>\\1</b>");
  replace (markup, "`([^`]+)`", "<span weight=\"bold\" background=\"#8882\"> \\1 </span>");
  replace (markup, "\\[([^]]+)\\]\\(([a-z-]+)\\.md\\)", "<a href=\"\\2\">\\1</a>");
  return g_string_free (markup, FALSE);
}

static void
add_block (GPtrArray      *blocks,
           LecternHelpKind kind,
           int             number,
           const char     *text,
           const char     *picture)
{
  LecternHelpBlock *block = g_new0 (LecternHelpBlock, 1);

  block->kind = kind;
  block->number = number;
  block->markup = picture != NULL || kind == LECTERN_HELP_TITLE ? g_strdup (text) : write_markup (text);
  block->picture = g_strdup (picture);
  g_ptr_array_add (blocks, block);
}

/* Digits, a point and a space; what follows, or NULL. */
static const char *
skip_number (const char *line,
             int        *number)
{
  char  *end = NULL;
  gint64 value = g_ascii_strtoll (line, &end, 10);

  if (end == line || !g_str_has_prefix (end, ". "))
    return NULL;
  *number = (int) value;
  return end + 2;
}

/* One block of the source, its lines joined to one. */
static void
read_block (GPtrArray  *blocks,
            const char *text)
{
  g_autoptr (GRegex) picture = g_regex_new ("^!\\[([^]]*)\\]\\(([A-Za-z0-9.-]+)\\)$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int         number = 0;
  const char *rest = skip_number (text, &number);

  if (g_str_has_prefix (text, "## "))
    add_block (blocks, LECTERN_HELP_HEADING, 0, text + 3, NULL);
  else if (g_str_has_prefix (text, "# "))
    add_block (blocks, LECTERN_HELP_TITLE, 0, text + 2, NULL);
  else if (g_str_has_prefix (text, "- "))
    add_block (blocks, LECTERN_HELP_ITEM, 0, text + 2, NULL);
  else if (rest != NULL)
    add_block (blocks, LECTERN_HELP_STEP, number, rest, NULL);
  else if (g_regex_match (picture, text, 0, &match))
    {
      g_autofree char *words = g_match_info_fetch (match, 1);
      g_autofree char *file = g_match_info_fetch (match, 2);

      add_block (blocks, LECTERN_HELP_PICTURE, 0, words, file);
    }
  else
    add_block (blocks, LECTERN_HELP_PARAGRAPH, 0, text, NULL);
}

/* A line that begins a block even where none is empty before it. */
static gboolean
begins_block (const char *line)
{
  int number;

  return g_str_has_prefix (line, "#") || g_str_has_prefix (line, "- ") || skip_number (line, &number) != NULL;
}

static void
end_block (GPtrArray *blocks,
           GString   *block)
{
  if (block->len > 0)
    read_block (blocks, block->str);
  g_string_truncate (block, 0);
}

/* Lines of one sentence are joined by a space, but not between two Chinese characters. */
static void
join_line (GString    *block,
           const char *line)
{
  const char *last = block->len > 0 ? g_utf8_find_prev_char (block->str, block->str + block->len) : NULL;

  if (last != NULL && !(g_unichar_iswide (g_utf8_get_char (last)) && g_unichar_iswide (g_utf8_get_char (line))))
    g_string_append_c (block, ' ');
  g_string_append (block, line);
}

GPtrArray *
lectern_help_text_read (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) free_block);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) block = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, blocks);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0' || begins_block (line))
        end_block (blocks, block);
      if (*line != '\0' && !g_str_has_prefix (line, "<!--"))
        join_line (block, line);
    }
  end_block (blocks, block);
  return blocks;
}

const char *
lectern_help_text_get_title (GPtrArray *blocks)
{
  const LecternHelpBlock *first = blocks->len > 0 ? blocks->pdata[0] : NULL;

  return first != NULL && first->kind == LECTERN_HELP_TITLE ? first->markup : NULL;
}
