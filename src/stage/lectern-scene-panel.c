/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The jury in its places. Up to nine stand in one row, more in two; at 4 : 3, where nine marks
 * would run together, up to seven. In a row whoever has a long name gets more room, of which the
 * others give a little. A jury too large for two rows of names stands by its numbers, as many rows
 * as it takes: a mark is read before a name is.
 *
 * Rule: places depend on who sits there and never on a mark: nothing moves when a mark comes. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-panel-private.h"
#include "lectern-stage-text-private.h"

#define ONE_ROW 9
#define ONE_ROW_NARROW 7 /* of cards with figures */

/* Widths of a place: where names begin to stand; below it a judge is a number; the least a long name leaves; a number and its mark. */
#define NAMED_WIDTH 98.0
#define LEAST_WIDTH 92.0
#define NUMBERED_WIDTH 104.0
#define WIDEST_CARD 240.0
#define WIDEST_BADGE 150.0

#define CARD_HEIGHT 158.0       /* in one row */
#define SHORT_CARD_HEIGHT 132.0 /* in two */
#define NUMBER_HEIGHT 60.0
#define NUMBERS_HEIGHT 280.0 /* all rows together at the most */

/* The gaps of a badge, its name and a word below. */
#define BELOW_BADGE 12.0
#define BELOW_BADGE_CLOSE 7.0

static const LecternStageStyle name_style = { LECTERN_STAGE_FACE_SANS, 27, .lines = 2, .align = LECTERN_STAGE_ALIGN_CENTRE };
static const LecternStageStyle word_style = { LECTERN_STAGE_FACE_SANS, 26, .align = LECTERN_STAGE_ALIGN_CENTRE };

static guint
count_rows (guint n_judges,
            guint n_columns)
{
  return (MAX (n_judges, 1) + n_columns - 1) / n_columns;
}

gboolean
lectern_scene_panel_is_one_row (const LecternStageCanvas *canvas,
                                const LecternScene       *scene,
                                gboolean                  cards)
{
  return scene->judges->len <= (cards && lectern_stage_canvas_is_narrow (canvas) ? ONE_ROW_NARROW : ONE_ROW);
}

/* Whether there is no room for names, in two rows of @width. */
static gboolean
is_numbered (const LecternScene *scene,
             double              width)
{
  return scene->judges->len > ONE_ROW && width / count_rows (scene->judges->len, 2) < NAMED_WIDTH;
}

/* Why a judge who keeps the seat does not mark. */
static const char *
get_why_not (LecternStageCanvas      *canvas,
             const LecternSceneJudge *judge)
{
  return lectern_stage_word (canvas->language, judge->absent ? LECTERN_STAGE_WORD_ABSENT : LECTERN_STAGE_WORD_RECUSED);
}

/* --- Places --------------------------------------------------------------------------------------- */

/* Whether @string stands in @width without being cut. */
static gboolean
fits (LecternStageCanvas      *canvas,
      const char              *string,
      const LecternStageStyle *style,
      double                   width)
{
  LecternStageText text = lectern_stage_text_fit (canvas, string, style, width);
  gboolean         whole = text.layout == NULL || (!pango_layout_is_ellipsized (text.layout) && text.width <= width);

  lectern_stage_text_clear (&text);
  return whole;
}

/* How wide a place has to be for a judge's name, and for the word of one who does not mark. */
static double
measure_need (LecternStageCanvas      *canvas,
              const LecternSceneJudge *judge,
              double                   pad,
              double                   most)
{
  g_autofree char *spread = lectern_stage_spread_name (judge->name);
  double           width = LEAST_WIDTH;

  while (width < most && (!fits (canvas, spread, &name_style, width - pad) || (judge->recused && !fits (canvas, get_why_not (canvas, judge), &word_style, width - pad))))
    width += 8;
  return width;
}

/* A row of @n places of @pitch each within @width. Who needs more takes it from what is left of the
 * width and, that being too little, from who needs less. */
static void
widen_row (LecternStageBox *places,
           const double    *needs,
           guint            n,
           double           pitch,
           double           width)
{
  double wanted = 0, spare = 0, left = width - n * pitch, given;

  for (guint i = 0; i < n; i++)
    {
      wanted += MAX (0, needs[i] - pitch);
      spare += MAX (0, pitch - needs[i]);
    }
  given = MIN (wanted, left + spare);
  for (guint i = 0; i < n; i++)
    {
      places[i].width = pitch;
      if (needs[i] > pitch)
        places[i].width += (needs[i] - pitch) * given / wanted;
      else if (given > left)
        places[i].width -= (pitch - needs[i]) * (given - left) / spare;
    }
}

/* The place of each judge with a name, in one row or two; each row in the middle of @box. */
static LecternStageBox *
lay_out_named (LecternStageCanvas *canvas,
               const LecternScene *scene,
               LecternStageBox     box,
               guint               n_rows,
               double              widest,
               double              pad)
{
  guint              n = scene->judges->len, n_columns = count_rows (n, n_rows);
  double             pitch = MIN (box.width / n_columns, widest);
  LecternStageBox   *places = g_new0 (LecternStageBox, n);
  g_autofree double *needs = g_new0 (double, n);

  for (guint i = 0; i < n; i++)
    needs[i] = measure_need (canvas, scene->judges->pdata[i], pad, box.width / 4);
  for (guint first = 0, row = 0; first < n; first += n_columns, row++)
    {
      guint  in_row = MIN (n_columns, n - first);
      double x = box.x + box.width / 2;

      widen_row (places + first, needs + first, in_row, pitch, box.width);
      for (guint i = first; i < first + in_row; i++)
        x -= places[i].width / 2;
      for (guint i = first; i < first + in_row; x += places[i++].width)
        {
          places[i].x = x;
          places[i].y = box.y + row * box.height / n_rows;
          places[i].height = box.height / n_rows;
        }
    }
  return places;
}

/* The place of each judge without a name: columns of @width at least, so many rows as there have to be. */
static LecternStageBox *
lay_out_numbered (const LecternScene *scene,
                  LecternStageBox     box,
                  guint               n_rows,
                  double              pitch_y)
{
  guint            n = scene->judges->len, n_columns = count_rows (n, n_rows);
  double           pitch_x = box.width / n_columns;
  LecternStageBox *places = g_new0 (LecternStageBox, n);

  for (guint i = 0; i < n; i++)
    places[i] = (LecternStageBox){ box.x + i % n_columns * pitch_x, box.y + i / n_columns * pitch_y, pitch_x, pitch_y };
  return places;
}

/* --- Who has handed in ---------------------------------------------------------------------------- */

static void
draw_badge (LecternStageCanvas      *canvas,
            const LecternSceneJudge *judge,
            double                   x,
            double                   y,
            double                   radius)
{
  const LecternStageTheme *theme = canvas->theme;
  LecternStageBox          box = { x - radius, y - radius, 2 * radius, 2 * radius };
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, x, y, radius - (judge->submitted ? 0 : 1.5), 0, 2 * G_PI);
  if (judge->submitted && !judge->recused)
    {
      lectern_stage_fill_gold (canvas, box);
      lectern_stage_draw_tick (canvas, x, y, radius, theme->on_gold);
      return;
    }
  lectern_stage_set_colour (canvas, theme->well);
  cairo_fill_preserve (canvas->cr);
  LecternStageColour line = theme->muted;
  line.alpha = 0.45;
  lectern_stage_set_colour (canvas, line);
  cairo_set_line_width (canvas->cr, 3);
  cairo_stroke (canvas->cr);
  LecternStageStyle style = { LECTERN_STAGE_FACE_BOLD, 34, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = theme->muted };
  g_autofree char  *number = judge->recused ? g_strdup ("—") : g_strdup_printf ("%" G_GINT64_FORMAT, judge->number);
  lectern_stage_put_middle (canvas, number, &style, x, y, 2 * radius - 12);
}

/* @lines: how many the name may have. */
static void
draw_marking_judge (LecternStageCanvas      *canvas,
                    const LecternSceneJudge *judge,
                    LecternStageBox          place,
                    double                   radius,
                    guint                    lines)
{
  double            x = place.x + place.width / 2, y = place.y + radius;
  double            gap = lines > 2 ? BELOW_BADGE : BELOW_BADGE_CLOSE;
  LecternStageStyle name = name_style, word = word_style;
  g_autofree char  *spread = lectern_stage_spread_name (judge->name);

  name.colour = canvas->theme->text;
  name.lines = lines - (judge->recused && lines > 2);
  word.colour = canvas->theme->muted;
  draw_badge (canvas, judge, x, y, radius);
  LecternStageBox below = lectern_stage_put (canvas, spread, &name, x, y + radius + gap, place.width - 8);
  if (judge->recused)
    lectern_stage_put (canvas, get_why_not (canvas, judge), &word, x, below.y + below.height + 4, place.width - 6);
}

/* As many rows as make the badges largest. */
static void
draw_numbered_badges (LecternStageCanvas *canvas,
                      const LecternScene *scene,
                      LecternStageBox     box)
{
  guint  n = scene->judges->len, n_rows = 1;
  double radius = 0;

  for (guint rows = 2; rows < 8; rows++)
    {
      double largest = MIN (box.width / count_rows (n, rows), box.height / rows) * 0.42;

      n_rows = largest > radius ? rows : n_rows;
      radius = MAX (radius, largest);
    }
  g_autofree LecternStageBox *places = lay_out_numbered (scene, box, n_rows, box.height / n_rows);
  for (guint i = 0; i < n; i++)
    draw_badge (canvas, scene->judges->pdata[i], places[i].x + places[i].width / 2, places[i].y + places[i].height / 2, MIN (radius, 38));
}

void
lectern_scene_panel_draw_badges (LecternStageCanvas *canvas,
                                 const LecternScene *scene,
                                 LecternStageBox     box)
{
  gboolean                    one_row = lectern_scene_panel_is_one_row (canvas, scene, FALSE);
  g_autofree LecternStageBox *places = NULL;

  if (is_numbered (scene, box.width))
    {
      draw_numbered_badges (canvas, scene, box);
      return;
    }
  places = lay_out_named (canvas, scene, box, one_row ? 1 : 2, WIDEST_BADGE, 8);
  for (guint i = 0; i < scene->judges->len; i++)
    draw_marking_judge (canvas, scene->judges->pdata[i], places[i],
                        MIN (one_row ? 38 : 28, places[i].width * 0.4), one_row ? 4 : 2);
}

/* --- The marks ------------------------------------------------------------------------------------ */

static void
strike_out (LecternStageCanvas *canvas,
            double              x,
            double              y,
            double              width)
{
  lectern_stage_set_colour (canvas, canvas->theme->muted);
  cairo_rectangle (canvas->cr, x - width / 2 - 4, y - 1.5, width + 8, 3.5);
  cairo_fill (canvas->cr);
}

/* What stands in the middle of a judge's card; NULL: nothing yet. */
static const char *
get_card_word (LecternStageCanvas      *canvas,
               const LecternSceneJudge *judge)
{
  if (judge->recused)
    return get_why_not (canvas, judge);
  if (judge->total != NULL)
    return judge->total;
  return judge->submitted ? NULL : "—";
}

/* Whether the name of one of them takes two lines: then all figures stand lower. */
static gboolean
has_wrapped (LecternStageCanvas    *canvas,
             const LecternScene    *scene,
             const LecternStageBox *places,
             double                 pad)
{
  LecternStageStyle line = name_style;
  gboolean          wrapped = FALSE;

  line.lines = 1;
  for (guint i = 0; i < scene->judges->len && !wrapped; i++)
    {
      g_autofree char *spread = lectern_stage_spread_name (((LecternSceneJudge *) scene->judges->pdata[i])->name);

      wrapped = !fits (canvas, spread, &line, places[i].width - pad);
    }
  return wrapped;
}

/* @part: where in the card's height its figure has its middle. */
static void
draw_mark_card (LecternStageCanvas      *canvas,
                const LecternSceneJudge *judge,
                LecternStageBox          card,
                double                   part)
{
  const LecternStageTheme *theme = canvas->theme;
  gboolean                 dropped = judge->high || judge->low;
  gboolean                 counts = !dropped && !judge->recused && judge->total != NULL;
  gboolean                 tall = card.height > 140;
  double                   x = card.x + card.width / 2, inner = card.width - 10;
  double                   figure_y = card.y + card.height * part, word_y = card.y + card.height - (tall ? 24 : 17);
  LecternStageStyle        total = { LECTERN_STAGE_FACE_BOLD, tall ? (counts ? 46 : 42) : 38, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = counts ? theme->text : theme->muted };
  LecternStageStyle        name = name_style, word = word_style;
  g_autofree char         *spread = lectern_stage_spread_name (judge->name);
  LecternStageBox          figure;

  name.colour = dropped || judge->recused ? theme->muted : theme->gold;
  word.colour = theme->muted;
  lectern_stage_fill_rounded (canvas, card, 10, counts ? theme->panel : theme->well);
  lectern_stage_put (canvas, spread, &name, x, card.y + (tall ? 11 : 6), card.width - 2);
  figure = lectern_stage_put_middle (canvas, get_card_word (canvas, judge), judge->recused ? &word : &total, x, figure_y, judge->recused ? card.width - 2 : inner);
  if (!dropped)
    return;
  strike_out (canvas, x, figure_y, MIN (figure.width, inner - 8));
  lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, judge->high ? LECTERN_STAGE_WORD_HIGHEST : LECTERN_STAGE_WORD_LOWEST), &word, x, word_y, inner);
}

/* The number at the left, the mark at the right; a dash for one who does not mark. */
static void
draw_number_card (LecternStageCanvas      *canvas,
                  const LecternSceneJudge *judge,
                  LecternStageBox          card)
{
  const LecternStageTheme *theme = canvas->theme;
  gboolean                 dropped = judge->high || judge->low;
  gboolean                 counts = !dropped && !judge->recused && judge->total != NULL;
  double                   right = card.x + card.width - 8, y = card.y + card.height / 2;
  LecternStageStyle        number = { LECTERN_STAGE_FACE_SANS, 24, .colour = counts ? theme->gold : theme->muted };
  LecternStageStyle        total = { LECTERN_STAGE_FACE_BOLD, card.width < 116 ? 25 : 30, .align = LECTERN_STAGE_ALIGN_END, .colour = counts ? theme->text : theme->muted };
  g_autofree char         *words = g_strdup_printf ("%" G_GINT64_FORMAT, judge->number);
  LecternStageBox          figure;

  lectern_stage_fill_rounded (canvas, card, 8, counts ? theme->panel : theme->well);
  lectern_stage_put_middle (canvas, words, &number, card.x + 7, y, 34);
  figure = lectern_stage_put_middle (canvas, judge->recused ? "—" : get_card_word (canvas, judge), &total, right, y, card.width - 7 - 34 - 8);
  if (dropped)
    strike_out (canvas, right - figure.width / 2, y, figure.width);
}

static double
draw_numbered_cards (LecternStageCanvas *canvas,
                     const LecternScene *scene,
                     LecternStageBox     box)
{
  guint                       n_rows = count_rows (scene->judges->len, (guint) (box.width / NUMBERED_WIDTH));
  double                      pitch = MIN (NUMBERS_HEIGHT / n_rows, NUMBER_HEIGHT);
  g_autofree LecternStageBox *places = lay_out_numbered (scene, box, n_rows, pitch);

  for (guint i = 0; i < scene->judges->len; i++)
    draw_number_card (canvas, scene->judges->pdata[i],
                      (LecternStageBox){ places[i].x + 2, places[i].y, places[i].width - 4, places[i].height - 4 });
  return box.y + n_rows * pitch;
}

double
lectern_scene_panel_draw_cards (LecternStageCanvas *canvas,
                                const LecternScene *scene,
                                double              top)
{
  gboolean                    one_row = lectern_scene_panel_is_one_row (canvas, scene, TRUE);
  double                      gap = lectern_stage_canvas_is_narrow (canvas) ? 6 : 10;
  guint                       n_rows = one_row ? 1 : 2;
  LecternStageBox             box = { canvas->margin - gap / 2 + 4, top, lectern_stage_canvas_get_inner_width (canvas) + gap - 8, n_rows * ((one_row ? CARD_HEIGHT : SHORT_CARD_HEIGHT) + gap) };
  g_autofree LecternStageBox *places = NULL;

  if (scene->judges->len == 0)
    return top;
  if (is_numbered (scene, box.width))
    return draw_numbered_cards (canvas, scene, box);
  places = lay_out_named (canvas, scene, box, n_rows, WIDEST_CARD, gap + 2);
  double part = one_row ? 0.60 : has_wrapped (canvas, scene, places, gap + 2) ? 0.63
                                                                              : 0.54;
  double indent = one_row ? places[0].x - box.x : 0; /* flush with the name above */
  for (guint i = 0; i < scene->judges->len; i++)
    draw_mark_card (canvas, scene->judges->pdata[i],
                    (LecternStageBox){ places[i].x - indent + gap / 2, places[i].y, places[i].width - gap, places[i].height - gap }, part);
  return top + box.height - gap;
}
