/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Text on a scene. Names have any length and any character, so nothing is placed before it is
 * measured: a text shrinks to a floor, then wraps, then ends in an ellipsis; it is never cut and
 * never runs into its neighbour. Families are lists, so Pango finds rare characters elsewhere.
 *
 * Layouts are made in units without hinting or rounding, and cairo scales them: a scene breaks
 * its lines at the same characters at every resolution. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-text-private.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Of the em box Chinese characters fill, this much is above the baseline. */
#define ASCENT 0.88
#define LINE_SPACING 1.32
#define MIDDLE_DOT 0x00b7
#define WORD_JOINER 0x2060
/* How far all texts of a column may shrink together. */
#define COLUMN_SHRINK 0.6

static const char *const families[] = {
  [LECTERN_STAGE_FACE_SANS] = "Noto Sans CJK SC,Noto Sans,LXGW WenKai,sans-serif",
  [LECTERN_STAGE_FACE_BOLD] = "Noto Sans CJK SC,Noto Sans,LXGW WenKai,sans-serif",
  [LECTERN_STAGE_FACE_NAME] = "LXGW WenKai,Noto Serif CJK SC,Noto Sans CJK SC,serif",
  [LECTERN_STAGE_FACE_SERIF] = "Noto Serif CJK SC,Noto Serif,LXGW WenKai,serif",
};

/* Control characters and line breaks would be drawn as boxes or break the row. A line never
 * begins with the dot of a minority name: a word joiner holds it to what is before. */
static char *
clean (const char *string,
       gboolean    keep_breaks)
{
  g_autofree char *valid = g_utf8_make_valid (string, -1);
  GString         *cleaned = g_string_sized_new (64);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (keep_breaks && character == '\n')
        g_string_append_c (cleaned, '\n');
      else if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        g_string_append_c (cleaned, ' ');
      else
        {
          if (character == MIDDLE_DOT)
            g_string_append_unichar (cleaned, WORD_JOINER);
          g_string_append_unichar (cleaned, character);
        }
    }
  return g_string_free (cleaned, FALSE);
}

/* Figures of one width; and the dot of a minority name, in Noto's faces as wide as a character, as
 * half of one: it joins what a whole space would part. The written face has it narrow, and between
 * spaces it parts two things. */
static void
add_features (PangoAttrList   *attributes,
              const char      *string,
              LecternStageFace face)
{
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (face == LECTERN_STAGE_FACE_NAME)
    return;
  for (const char *at = string; (at = g_utf8_strchr (at, -1, MIDDLE_DOT)) != NULL; at = g_utf8_next_char (at))
    {
      PangoAttribute *half;

      if (*g_utf8_next_char (at) == ' ')
        continue;
      half = pango_attr_font_features_new ("halt=1");
      half->start_index = (guint) (at - string);
      half->end_index = (guint) (g_utf8_next_char (at) - string);
      pango_attr_list_insert (attributes, half);
    }
}

static void
set_size (LecternStageText *text,
          double            size)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  pango_font_description_set_family_static (font, families[text->style.face]);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  /* The written face is thin: small names would wash out in the back rows. */
  if (text->style.face == LECTERN_STAGE_FACE_BOLD || text->style.face == LECTERN_STAGE_FACE_SERIF ||
      (text->style.face == LECTERN_STAGE_FACE_NAME && size < LECTERN_STAGE_SIZE_HEAD))
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (text->layout, font);

  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  add_features (attributes, pango_layout_get_text (text->layout), text->style.face);
  if (text->style.spacing > 0)
    pango_attr_list_insert (attributes,
                            pango_attr_letter_spacing_new ((int) (text->style.spacing * size * PANGO_SCALE)));
  pango_layout_set_attributes (text->layout, attributes);
  text->style.size = size;
}

static double
get_layout_width (PangoLayout *layout)
{
  int width;
  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/* The distance of two baselines, the same in every font: fonts of fallback characters are
 * higher and would push lines apart. */
static double
get_pitch (const LecternStageText *text)
{
  return text->style.size * LINE_SPACING;
}

static void
measure (LecternStageText *text)
{
  text->width = get_layout_width (text->layout);
  text->height = text->style.size + (pango_layout_get_line_count (text->layout) - 1) * get_pitch (text);
}

static LecternStageText
start_text (LecternStageCanvas      *canvas,
            const char              *string,
            const LecternStageStyle *style,
            gboolean                 keep_breaks)
{
  static const PangoAlignment alignments[] = {
    [LECTERN_STAGE_ALIGN_START] = PANGO_ALIGN_LEFT,
    [LECTERN_STAGE_ALIGN_CENTRE] = PANGO_ALIGN_CENTER,
    [LECTERN_STAGE_ALIGN_END] = PANGO_ALIGN_RIGHT,
  };
  g_autofree char *cleaned = clean (string, keep_breaks);
  LecternStageText text = { .layout = pango_layout_new (canvas->pango), .style = *style };
  if (text.style.floor == 0)
    text.style.floor = canvas->floor;
  text.style.floor = CLAMP (text.style.floor, canvas->floor, MAX (style->size, canvas->floor));
  pango_layout_set_text (text.layout, cleaned, -1);
  pango_layout_set_alignment (text.layout, alignments[style->align]);
  pango_layout_set_wrap (text.layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (text.layout, FALSE);
  set_size (&text, MAX (style->size, canvas->floor));
  return text;
}

/* One line, as large as the width allows; FALSE when even the floor is too large. */
static gboolean
shrink_to_line (LecternStageText *text,
                double            width)
{
  for (guint i = 0; i < 4; i++)
    {
      double natural = get_layout_width (text->layout);
      if (natural <= width)
        return TRUE;
      if (text->style.size <= text->style.floor)
        return FALSE;
      set_size (text, MAX (text->style.floor, text->style.size * width / natural * 0.998));
    }
  return get_layout_width (text->layout) <= width;
}

/* A last line of one character looks like a mistake: narrows the layout while the number of
 * lines stays. */
static void
balance_lines (LecternStageText *text,
               double            width)
{
  int n_lines = pango_layout_get_line_count (text->layout);
  if (n_lines < 2 || pango_layout_is_ellipsized (text->layout))
    return;
  for (double part = 1.0 / n_lines; part < 1.0; part += 0.05)
    {
      pango_layout_set_width (text->layout, (int) (width * part * PANGO_SCALE));
      if (pango_layout_get_line_count (text->layout) <= n_lines &&
          !pango_layout_is_ellipsized (text->layout))
        return;
    }
  pango_layout_set_width (text->layout, (int) (width * PANGO_SCALE));
}

LecternStageText
lectern_stage_text_fit (LecternStageCanvas      *canvas,
                        const char              *string,
                        const LecternStageStyle *style,
                        double                   width)
{
  if (string == NULL || *string == '\0' || width <= 0)
    return (LecternStageText){ .style = *style };
  LecternStageText text = start_text (canvas, string, style, FALSE);
  if (!shrink_to_line (&text, width))
    {
      pango_layout_set_width (text.layout, (int) (width * PANGO_SCALE));
      pango_layout_set_height (text.layout, -(int) MAX (style->lines, 1));
      pango_layout_set_ellipsize (text.layout, PANGO_ELLIPSIZE_END);
      while (pango_layout_is_ellipsized (text.layout) && text.style.size > canvas->floor)
        set_size (&text, MAX (canvas->floor, text.style.size - 2));
      balance_lines (&text, width);
    }
  measure (&text);
  return text;
}

LecternStageText
lectern_stage_text_fit_block (LecternStageCanvas      *canvas,
                              const char              *string,
                              const LecternStageStyle *style,
                              double                   width,
                              double                   height)
{
  if (string == NULL || *string == '\0' || width <= 0)
    return (LecternStageText){ .style = *style };
  LecternStageText text = start_text (canvas, string, style, TRUE);
  pango_layout_set_width (text.layout, (int) (width * PANGO_SCALE));
  measure (&text);
  while (text.height > height && text.style.size > text.style.floor)
    {
      set_size (&text, MAX (text.style.floor, text.style.size - 2));
      measure (&text);
    }
  if (text.height > height)
    {
      int n_lines = (int) ((height - text.style.size) / get_pitch (&text)) + 1;
      /* A negative height counts lines of each paragraph: make it one. */
      g_autofree char *joined = clean (string, FALSE);
      pango_layout_set_text (text.layout, joined, -1);
      pango_layout_set_height (text.layout, -MAX (n_lines, 1));
      pango_layout_set_ellipsize (text.layout, PANGO_ELLIPSIZE_END);
    }
  balance_lines (&text, width);
  measure (&text);
  return text;
}

static void
note_mark (LecternStageCanvas     *canvas,
           const LecternStageText *text,
           const PangoRectangle   *ink,
           double                  x,
           double                  y)
{
  LecternStageMark *mark = g_new0 (LecternStageMark, 1);
  mark->text = g_strdup (pango_layout_get_text (text->layout));
  mark->cut = pango_layout_is_ellipsized (text->layout);
  mark->size = text->style.size * canvas->scale;
  mark->x = x + (double) ink->x / PANGO_SCALE;
  mark->y = y + (double) ink->y / PANGO_SCALE;
  cairo_user_to_device (canvas->cr, &mark->x, &mark->y);
  mark->width = (double) ink->width / PANGO_SCALE * canvas->scale;
  mark->height = (double) ink->height / PANGO_SCALE * canvas->scale;
  g_ptr_array_add (canvas->marks, mark);
}

static void
draw_line (LecternStageCanvas     *canvas,
           const LecternStageText *text,
           PangoLayoutLine        *line,
           double                  x,
           double                  baseline)
{
  PangoRectangle ink, logical;
  pango_layout_line_get_extents (line, &ink, &logical);
  double spare = text->width - (double) logical.width / PANGO_SCALE;
  if (text->style.align == LECTERN_STAGE_ALIGN_CENTRE)
    x += spare / 2;
  else if (text->style.align == LECTERN_STAGE_ALIGN_END)
    x += spare;
  cairo_move_to (canvas->cr, x, baseline);
  pango_cairo_show_layout_line (canvas->cr, line);
  if (canvas->marks != NULL && ink.width > 0)
    note_mark (canvas, text, &ink, x, baseline);
}

/* An opening mark fills the right half of its square: flush left, the line seems to begin late.
 * It hangs out to the left by what is empty. */
static double
get_hang (const LecternStageText *text)
{
  static const char opening[] = "《〈「『（【";
  PangoRectangle    ink;
  const char       *string = pango_layout_get_text (text->layout);
  gunichar          first = g_utf8_get_char (string);

  if (text->style.align != LECTERN_STAGE_ALIGN_START || g_utf8_strchr (opening, -1, first) == NULL)
    return 0;
  pango_layout_line_get_extents (pango_layout_get_line_readonly (text->layout, 0), &ink, NULL);
  return MIN ((double) ink.x / PANGO_SCALE, text->style.size * 0.5);
}

void
lectern_stage_text_draw (LecternStageCanvas *canvas,
                         LecternStageText   *text,
                         double              x,
                         double              y)
{
  if (text->layout == NULL)
    return;
  if (text->style.align == LECTERN_STAGE_ALIGN_CENTRE)
    x -= text->width / 2;
  else if (text->style.align == LECTERN_STAGE_ALIGN_END)
    x -= text->width;
  lectern_stage_set_colour (canvas, text->style.colour);
  double baseline = y + text->style.size * ASCENT;
  double hang = get_hang (text);
  for (GSList *at = pango_layout_get_lines_readonly (text->layout); at != NULL; at = at->next)
    {
      draw_line (canvas, text, at->data, x - hang, baseline);
      hang = 0;
      baseline += get_pitch (text);
    }
  cairo_new_path (canvas->cr);
  lectern_stage_text_clear (text);
}

void
lectern_stage_text_clear (LecternStageText *text)
{
  g_clear_object (&text->layout);
}

LecternStageBox
lectern_stage_put (LecternStageCanvas      *canvas,
                   const char              *string,
                   const LecternStageStyle *style,
                   double                   x,
                   double                   y,
                   double                   width)
{
  LecternStageText text = lectern_stage_text_fit (canvas, string, style, width);
  LecternStageBox  box = { x, y, text.width, text.height };
  lectern_stage_text_draw (canvas, &text, x, y);
  return box;
}

LecternStageBox
lectern_stage_put_middle (LecternStageCanvas      *canvas,
                          const char              *string,
                          const LecternStageStyle *style,
                          double                   x,
                          double                   y,
                          double                   width)
{
  LecternStageText text = lectern_stage_text_fit (canvas, string, style, width);
  LecternStageBox  box = { x, y - text.height / 2, text.width, text.height };
  lectern_stage_text_draw (canvas, &text, x, box.y);
  return box;
}

LecternStageBox
lectern_stage_put_ticked (LecternStageCanvas *canvas,
                          const char         *word,
                          double              size,
                          double              right,
                          double              middle,
                          double              room)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_SANS, size, .align = LECTERN_STAGE_ALIGN_START, .colour = canvas->theme->gold };
  double            height = size * 1.42, pad = size * 0.55, tick = size * 0.85;
  LecternStageText  text = lectern_stage_text_fit (canvas, word, &style, room - 2 * pad - tick - size * 0.3);
  LecternStageBox   box = { right, middle - height / 2, 0, height };

  if (text.layout == NULL)
    return box;
  box.width = text.width + 2 * pad + tick + size * 0.3;
  box.x = right - box.width;
  lectern_stage_stroke_rounded (canvas, box, height / 2, 2, canvas->theme->gold);
  lectern_stage_note_shape (canvas, "(chip)", box);
  lectern_stage_draw_tick (canvas, box.x + pad + tick / 2, middle, tick, canvas->theme->gold);
  lectern_stage_text_draw (canvas, &text, box.x + pad + tick + size * 0.3, middle - text.height / 2);
  return box;
}

static LecternStageText
fit_step (LecternStageCanvas     *canvas,
          const LecternStageStep *step,
          double                  width,
          double                  shrink)
{
  LecternStageStyle style = *step->style;
  style.floor = MAX (style.floor * shrink, canvas->floor);
  style.size = MAX (style.size * shrink, style.floor);
  return lectern_stage_text_fit (canvas, step->string, &style, width);
}

static double
fit_column (LecternStageCanvas     *canvas,
            const LecternStageStep *steps,
            guint                   n_steps,
            double                  width,
            double                  shrink,
            LecternStageText       *texts)
{
  double height = 0;
  for (guint i = 0; i < n_steps; i++)
    {
      texts[i] = fit_step (canvas, &steps[i], width, shrink);
      if (texts[i].layout != NULL)
        height += texts[i].height + (height > 0 ? steps[i].gap * shrink : 0);
    }
  return height;
}

void
lectern_stage_put_column (LecternStageCanvas     *canvas,
                          const LecternStageStep *steps,
                          guint                   n_steps,
                          LecternStageBox         box)
{
  LecternStageText texts[8];
  g_return_if_fail (n_steps <= G_N_ELEMENTS (texts));
  double shrink = 1.0;
  double height = fit_column (canvas, steps, n_steps, box.width, shrink, texts);
  while (height > box.height && shrink > COLUMN_SHRINK)
    {
      for (guint i = 0; i < n_steps; i++)
        lectern_stage_text_clear (&texts[i]);
      shrink -= 0.05;
      height = fit_column (canvas, steps, n_steps, box.width, shrink, texts);
    }
  double   y = box.y + MAX (0, (box.height - height) / 2);
  gboolean first = TRUE;
  for (guint i = 0; i < n_steps; i++)
    {
      if (texts[i].layout == NULL)
        continue;
      y += first ? 0 : steps[i].gap * shrink;
      first = FALSE;
      double x = box.x;
      if (texts[i].style.align == LECTERN_STAGE_ALIGN_CENTRE)
        x += box.width / 2;
      else if (texts[i].style.align == LECTERN_STAGE_ALIGN_END)
        x += box.width;
      double below = texts[i].height;
      lectern_stage_text_draw (canvas, &texts[i], x, y);
      y += below;
    }
}
