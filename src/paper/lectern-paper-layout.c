/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* How Chinese is set: lines break between characters, no line begins with a closing mark or ends
 * with an opening one, paragraphs begin two characters in, lines are justified by letter spacing,
 * long names shrink before they wrap, and lists spread two-character names over three (张　三)
 * without a character being added. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-paper-layout.h"

#include <string.h>

/* Text shrinks to this part of its size before it wraps. */
#define SHRINK_BEFORE_WRAP 0.75
#define SHRINK_STEP 0.97
#define SIZE_MIN 2.0
#define FITTED_LINES_MAX 4
/* Lines of wrapped, fitted text, in ems from baseline to baseline. */
#define FITTED_LEADING 1.25
/* How far the middle of Chinese text is above its baseline, in ems. */
#define MIDDLE_EM 0.36
#define BALANCE_STEPS 12
#define MIDDLE_DOT 0x00b7
/* Justifying never pulls letters further apart than this, in ems. */
#define JUSTIFY_MAX 0.5

static const gunichar closing_marks[] = { 0xff0c, 0x3002, 0x3001, 0xff1b, 0xff1a, 0xff1f, 0xff01, 0xff09, 0x300b, 0x300d, 0x300f, 0x3011, 0x3009, 0x3015, 0x201d, 0x2019, 0x2026, 0x2014, 0x00b7, 0xff05, '%', ',', '.', ';', ':', '?', '!', ')', ']', '}' };
static const gunichar opening_marks[] = { 0x201c, 0x2018, 0xff08, 0x300a, 0x300c, 0x300e, 0x3010, 0x3008, 0x3014, '(', '[', '{' };

static gboolean
is_one_of (gunichar        character,
           const gunichar *marks,
           guint           n_marks)
{
  for (guint i = 0; i < n_marks; i++)
    if (marks[i] == character)
      return TRUE;

  return FALSE;
}

static gboolean
may_break (gunichar before,
           gunichar after)
{
  if (after == ' ')
    return FALSE;
  if (before == ' ')
    return TRUE;
  if (is_one_of (after, closing_marks, G_N_ELEMENTS (closing_marks)) || is_one_of (before, opening_marks, G_N_ELEMENTS (opening_marks)))
    return FALSE;

  return g_unichar_iswide (before) || g_unichar_iswide (after);
}

/* A name of several parts is divided between them (阿卜杜拉·买买提), not inside one. */
static gboolean
may_divide (const LecternType *type,
            const gunichar    *text,
            glong              n,
            glong              at)
{
  if (!may_break (text[at - 1], text[at]))
    return FALSE;
  if (type->role != LECTERN_FONT_NAME || text[at - 1] == MIDDLE_DOT || text[at - 1] == ' ')
    return TRUE;

  for (glong i = 0; i < n; i++)
    if (text[i] == MIDDLE_DOT)
      return FALSE;

  return TRUE;
}

static double
letter_width (LecternPaperFonts *fonts,
              const LecternType *type,
              gunichar           character)
{
  const LecternGlyph *glyph = lectern_paper_fonts_lookup (fonts, type->role, character);

  return ((glyph != NULL ? glyph->advance : 1) + type->spacing) * type->size * LECTERN_MM_PER_POINT;
}

/* The end of the line that begins at @start: the last break that fits, or as many letters as do,
 * which is cutting a word. */
static glong
find_line_end (LecternPaperFonts *fonts,
               const LecternType *type,
               const gunichar    *text,
               glong              start,
               glong              n,
               double             width,
               gboolean          *cut)
{
  double used = 0;
  glong  last_break = start;
  /* The spacing after the last letter takes no room. */
  double room = width + type->spacing * type->size * LECTERN_MM_PER_POINT + 1e-6;

  for (glong i = start; i < n; i++)
    {
      if (i > start && may_divide (type, text, n, i))
        last_break = i;
      used += letter_width (fonts, type, text[i]);
      /* A space at the end of a line may hang over. */
      if (used <= room || text[i] == ' ')
        continue;
      if (last_break > start)
        return last_break;
      *cut = TRUE;
      return MAX (i, start + 1);
    }

  return n;
}

static char **
break_text (LecternPaperFonts *fonts,
            const LecternType *type,
            const char        *text,
            double             width,
            double             indent,
            gboolean          *cut)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  glong                n = 0;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (text, -1, &n);

  for (glong start = 0; start < n;)
    {
      double room = width - (lines->len == 0 ? indent * type->size * LECTERN_MM_PER_POINT : 0);
      glong  end = find_line_end (fonts, type, letters, start, n, room, cut);

      g_ptr_array_add (lines, g_strchomp (g_ucs4_to_utf8 (letters + start, end - start, NULL, NULL, NULL)));
      for (start = end; start < n && letters[start] == ' ';)
        start++;
    }
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

char **
lectern_paper_break (LecternPaperFonts *fonts,
                     const LecternType *type,
                     const char        *text,
                     double             width,
                     double             indent)
{
  gboolean cut = FALSE;

  return break_text (fonts, type, text, width, indent, &cut);
}

static double
measure (LecternPaperFonts *fonts,
         const LecternType *type,
         const char        *text)
{
  return lectern_paper_fonts_measure (fonts, type->role, type->size, type->spacing * type->size * LECTERN_MM_PER_POINT, text);
}

double
lectern_paper_place_line (LecternPage       *page,
                          LecternPaperFonts *fonts,
                          const LecternType *type,
                          const char        *text,
                          double             x,
                          double             y,
                          double             width,
                          LecternAlign       align)
{
  double spacing = type->spacing * type->size * LECTERN_MM_PER_POINT;
  double free_width = width - measure (fonts, type, text);
  glong  n = g_utf8_strlen (text, -1);

  if (align == LECTERN_ALIGN_CENTRE)
    x += free_width / 2;
  else if (align == LECTERN_ALIGN_RIGHT)
    x += free_width;
  else if (align == LECTERN_ALIGN_JUSTIFY && n > 1)
    spacing += CLAMP (free_width / (double) (n - 1), 0, JUSTIFY_MAX * type->size * LECTERN_MM_PER_POINT);

  lectern_page_add_text (page, type->role, type->size, type->colour, x, y, spacing, text);

  return x;
}

/* Centred lines look best of about one length: the narrowest measure that takes no more lines. */
static double
balance (LecternPaperFonts *fonts,
         const LecternType *type,
         const char        *text,
         double             width)
{
  g_auto (GStrv) lines = lectern_paper_break (fonts, type, text, width, 0);
  guint  n = g_strv_length (lines);
  double narrow = width / 2;
  double wide = width;

  for (guint i = 0; i < BALANCE_STEPS && n > 1; i++)
    {
      double middle = (narrow + wide) / 2;
      g_auto (GStrv) tried = lectern_paper_break (fonts, type, text, middle, 0);

      if (g_strv_length (tried) > n)
        narrow = middle;
      else
        wide = middle;
    }

  return wide;
}

double
lectern_paper_place_paragraph (LecternPage       *page,
                               LecternPaperFonts *fonts,
                               const LecternType *type,
                               const char        *text,
                               double             x,
                               double             y,
                               double             width,
                               double             leading,
                               double             indent,
                               LecternAlign       align)
{
  double measured = align == LECTERN_ALIGN_CENTRE ? balance (fonts, type, text, width) : width;
  g_auto (GStrv) lines = lectern_paper_break (fonts, type, text, measured, indent);
  double first = indent * type->size * LECTERN_MM_PER_POINT;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean     last = lines[i + 1] == NULL;
      double       start = i == 0 ? first : 0;
      LecternAlign how = align == LECTERN_ALIGN_JUSTIFY && last ? LECTERN_ALIGN_LEFT : align;

      lectern_paper_place_line (page, fonts, type, lines[i], x + start, y, width - start, how);
      if (!last)
        y += leading;
    }

  return y;
}

/* The largest size at which @text takes at most @n_lines without a word being cut; SIZE_MIN when
 * there is none. */
static double
fit (LecternPaperFonts *fonts,
     const LecternType *type,
     const char        *text,
     double             width,
     double             height,
     guint              n_lines)
{
  double largest = height / LECTERN_MM_PER_POINT / (1 + (n_lines - 1) * FITTED_LEADING);

  for (double size = n_lines > 1 ? MIN (type->size, largest) : type->size; size > SIZE_MIN; size *= SHRINK_STEP)
    {
      LecternType tried = { type->role, size, type->colour, type->spacing };
      gboolean    cut = FALSE;
      g_auto (GStrv) lines = break_text (fonts, &tried, text, width, 0, &cut);

      if (!cut && g_strv_length (lines) <= n_lines)
        return size;
    }

  return SIZE_MIN;
}

void
lectern_paper_place_fitted (LecternPage       *page,
                            LecternPaperFonts *fonts,
                            const LecternType *type,
                            const char        *text,
                            double             x,
                            double             middle,
                            double             width,
                            double             height,
                            LecternAlign       align)
{
  LecternType fitted = *type;
  g_auto (GStrv) lines = NULL;
  double em;
  double y;

  fitted.size = fit (fonts, type, text, width, height, 1);
  for (guint n = 2; n <= FITTED_LINES_MAX && fitted.size < type->size * SHRINK_BEFORE_WRAP; n++)
    fitted.size = MAX (fitted.size, fit (fonts, type, text, width, height, n));

  lines = lectern_paper_break (fonts, &fitted, text, width, 0);
  em = fitted.size * LECTERN_MM_PER_POINT;
  y = middle + MIDDLE_EM * em - (g_strv_length (lines) - 1) * FITTED_LEADING * em / 2;
  for (guint i = 0; lines[i] != NULL; i++, y += FITTED_LEADING * em)
    lectern_paper_place_line (page, fonts, &fitted, lines[i], x, y, width, align);
}

double
lectern_paper_get_name_spread (const char *name)
{
  if (g_utf8_strlen (name, -1) != 2)
    return 0;
  if (!g_unichar_iswide (g_utf8_get_char (name)) || !g_unichar_iswide (g_utf8_get_char (g_utf8_next_char (name))))
    return 0;

  return 1;
}
