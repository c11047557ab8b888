/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The boards: running order and ranking. Rows keep a height people can read from the back of the
 * hall, so a board never squeezes: the order goes into more columns, the ranking onto more pages,
 * which are part of the frozen scene. A ranking frozen before there were pages ends after its first
 * places and says so.
 *
 * Rule: equals are never parted by the end of a page; a tie at the last place shown is shown
 * whole as long as there is room. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-board-private.h"
#include "lectern-scene-painters-private.h"
#include "lectern-stage-text-private.h"

#include <math.h>

#define ORDER_ROWS 14 /* in a column */
#define RANKING_PAGE 10
#define RANKING_MOST LECTERN_SCENE_BOARD_MOST
#define MOST_PITCH 64.0
#define MOVES 66.0 /* the column of places gained and lost */

typedef struct
{
  LecternStageBox    box;
  double             middle;
  double             size;
  LecternStageColour text, label, figure;
} Row;

static LecternStageStyle
get_style (LecternStageFace   face,
           double             size,
           LecternStageAlign  align,
           LecternStageColour colour)
{
  return (LecternStageStyle){
    .face = face, .size = size, .lines = 1, .align = align, .colour = colour
  };
}

/* The name's column, wider for this row alone when the name needs it: a unit may end in an
 * ellipsis before a person's name does. */
static double
get_name_width (LecternStageCanvas      *canvas,
                const char              *name,
                const LecternStageStyle *style,
                double                   usual,
                double                   most)
{
  LecternStageStyle smallest = *style;
  smallest.size = canvas->floor;
  LecternStageText text = lectern_stage_text_fit (canvas, name, &smallest, most);
  double           width = CLAMP (text.width + 1, usual, MAX (usual, most));
  lectern_stage_text_clear (&text);
  return width;
}

/* The stripe under every other row. */
static void
draw_stripe (LecternStageCanvas *canvas,
             LecternStageBox     box,
             gboolean            odd)
{
  if (!odd)
    lectern_stage_fill_rounded (canvas, box, 8, canvas->theme->panel);
}

static Row
start_row (LecternStageCanvas *canvas,
           LecternStageBox     box,
           gboolean            lit)
{
  const LecternStageTheme *theme = canvas->theme;
  Row                      row = {
                         .box = box,
                         .middle = box.y + box.height / 2,
                         .size = CLAMP (box.height * 0.62, LECTERN_STAGE_SIZE_CAPTION, 34),
                         .text = lit ? theme->on_gold : theme->text,
                         .label = lit ? theme->on_gold : theme->gold,
                         .figure = lit ? theme->on_gold : theme->gold,
  };
  if (lit)
    {
      lectern_stage_trace_rounded (canvas, box, 8);
      lectern_stage_fill_gold (canvas, box);
    }
  return row;
}

/* A word on gold, ending at @right; returns where it begins. */
static double
draw_chip (LecternStageCanvas *canvas,
           const char         *word,
           double              right,
           double              middle,
           double              room)
{
  LecternStageStyle style = get_style (LECTERN_STAGE_FACE_BOLD, 26, LECTERN_STAGE_ALIGN_CENTRE, canvas->theme->on_gold);
  double            pad = lectern_stage_canvas_is_narrow (canvas) ? 9 : 16;
  LecternStageText  text = lectern_stage_text_fit (canvas, word, &style, room - 2 * pad);
  if (text.layout == NULL)
    return right;
  LecternStageBox box = { right - text.width - 2 * pad, middle - 18, text.width + 2 * pad, 36 };
  lectern_stage_trace_rounded (canvas, box, 18);
  lectern_stage_fill_gold (canvas, box);
  lectern_stage_note_shape (canvas, "(chip)", box);
  lectern_stage_text_draw (canvas, &text, box.x + box.width / 2, middle - text.height / 2);
  return box.x;
}

/* The widths of a page's columns, the same for all its rows; what has no room is left out. */
typedef struct
{
  double   name, unit;
  gboolean with_title;
} OrderColumns;

static double
measure_text (LecternStageCanvas *canvas,
              const char         *text,
              LecternStageFace    face,
              double              size)
{
  LecternStageStyle style = get_style (face, size, LECTERN_STAGE_ALIGN_START, canvas->theme->text);
  LecternStageText  laid = lectern_stage_text_fit (canvas, text, &style, G_MAXINT16);
  double            width = laid.width;

  lectern_stage_text_clear (&laid);
  return width;
}

/* What a row says besides name, unit and title, at its right. */
static double
draw_order_state (LecternStageCanvas    *canvas,
                  const LecternSceneRow *entry,
                  const Row             *row)
{
  LecternStageStyle state = get_style (LECTERN_STAGE_FACE_BOLD, 26, LECTERN_STAGE_ALIGN_END, row->text);
  double            right = row->box.x + row->box.width - 12;

  if (entry->forfeit)
    return right - 14 - lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_FORFEIT), &state, right, row->middle, 130).width;
  if (!entry->done)
    return right;
  lectern_stage_draw_tick (canvas, right - 10, row->middle, 22, row->label);
  return right - 34;
}

static void
draw_order_row (LecternStageCanvas    *canvas,
                const LecternSceneRow *entry,
                LecternStageBox        box,
                OrderColumns           columns)
{
  Row               row = start_row (canvas, box, entry->on_stage);
  double            name_x = box.x + 62, right = draw_order_state (canvas, entry, &row);
  LecternStageStyle lot = get_style (LECTERN_STAGE_FACE_BOLD, row.size, LECTERN_STAGE_ALIGN_END, row.figure);
  LecternStageStyle name = get_style (LECTERN_STAGE_FACE_NAME, row.size + 1, LECTERN_STAGE_ALIGN_START, row.text);
  LecternStageStyle unit = get_style (LECTERN_STAGE_FACE_SANS, row.size - 2, LECTERN_STAGE_ALIGN_START, row.label);
  LecternStageStyle talk = get_style (LECTERN_STAGE_FACE_NAME, row.size, LECTERN_STAGE_ALIGN_START, row.text);
  g_autofree char  *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->lot);
  g_autofree char  *spread = lectern_stage_spread_name (entry->name);
  g_autofree char  *title = columns.with_title ? lectern_stage_phrase_title (canvas->language, entry->title) : NULL;
  double            unit_x = name_x + columns.name + 14, title_x = unit_x + columns.unit + 24;

  lectern_stage_put_middle (canvas, number, &lot, box.x + 48, row.middle, 46);
  lectern_stage_put_middle (canvas, spread, &name, name_x, row.middle, columns.name);
  lectern_stage_put_middle (canvas, entry->unit, &unit, unit_x, row.middle, MIN (right - unit_x, MAX (columns.unit, columns.with_title ? 0 : right - unit_x)));
  lectern_stage_put_middle (canvas, title, &talk, title_x, row.middle, right - title_x);
}

/* The name's lines, and the unit's below. */
static void
draw_high_order_row (LecternStageCanvas    *canvas,
                     const LecternSceneRow *entry,
                     LecternStageBox        box)
{
  Row                    row = start_row (canvas, box, entry->on_stage);
  double                 right = draw_order_state (canvas, entry, &row), size = CLAMP (box.height / entry->lines / 1.36, canvas->floor, 34);
  LecternStageStyle      lot = get_style (LECTERN_STAGE_FACE_BOLD, row.size, LECTERN_STAGE_ALIGN_END, row.figure);
  LecternStageStyle      name = get_style (LECTERN_STAGE_FACE_NAME, size, LECTERN_STAGE_ALIGN_START, row.text);
  LecternStageStyle      unit = get_style (LECTERN_STAGE_FACE_SANS, size - 2, LECTERN_STAGE_ALIGN_START, row.label);
  const LecternStageStep steps[] = { { entry->name, &name, 0 }, { entry->unit, &unit, 8 } };
  g_autofree char       *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->lot);

  name.lines = unit.lines = entry->lines;
  lectern_stage_put_middle (canvas, number, &lot, box.x + 48, row.middle, 46);
  lectern_stage_put_column (canvas, steps, G_N_ELEMENTS (steps), (LecternStageBox){ box.x + 62, box.y + 2, right - box.x - 62, box.height - 4 });
}

/* Names and units have what the longest needs, as large as the rows are, or as small as need be. */
static OrderColumns
measure_order (LecternStageCanvas *canvas,
               GPtrArray          *rows,
               double              width,
               double              size)
{
  OrderColumns columns = { 0 };
  double       room = width - 62 - 14 - 46, title = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternSceneRow *row = rows->pdata[i];
      g_autofree char       *spread = lectern_stage_spread_name (row->name);
      g_autofree char       *talk = lectern_stage_phrase_title (canvas->language, row->title);

      if (row->lines > 1)
        continue;
      columns.name = MAX (columns.name, measure_text (canvas, spread, LECTERN_STAGE_FACE_NAME, size + 1) + 1);
      columns.unit = MAX (columns.unit, measure_text (canvas, row->unit, LECTERN_STAGE_FACE_SANS, size - 2) + 1);
      title = MAX (title, measure_text (canvas, talk, LECTERN_STAGE_FACE_NAME, canvas->floor) + 1);
    }
  columns.with_title = title > 0 && columns.name + columns.unit + 24 + title <= room;
  if (columns.name + columns.unit > room)
    columns.name *= room / (columns.name + columns.unit);
  columns.unit = MIN (columns.unit, room - columns.name);
  return columns;
}

static double
measure_row (LecternStageCanvas    *canvas,
             const LecternSceneRow *row)
{
  return row->lines > 1 ? row->lines * canvas->floor * 1.36 + 10 : 0;
}

/* The tops of rows one below the other; those with lines of their own are as high as these, the others
 * share the rest. Gives the height of a usual one. */
static double
stack_rows (LecternStageCanvas     *canvas,
            LecternSceneRow *const *rows,
            guint                   n_rows,
            LecternStageBox         box,
            double                 *tops)
{
  double high = 0, pitch, stretch = 1, y = box.y;
  guint  n_high = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      high += measure_row (canvas, rows[i]);
      n_high += rows[i]->lines > 1;
    }
  pitch = CLAMP ((box.height - high) / MAX (n_rows - n_high, 1), 1, MOST_PITCH);
  if (n_high > 0)
    stretch = CLAMP ((box.height - pitch * (n_rows - n_high)) / high, 1, 1.3);
  for (guint i = 0; i < n_rows; i++)
    {
      tops[i] = y;
      y += rows[i]->lines > 1 ? measure_row (canvas, rows[i]) * stretch : pitch;
    }
  tops[n_rows] = y;
  return pitch;
}

/* Over the whole width. */
static void
draw_order_rows (LecternStageCanvas *canvas,
                 GPtrArray          *rows,
                 LecternStageBox     box)
{
  g_autofree double *tops = g_new0 (double, rows->len + 1);
  double             pitch = stack_rows (canvas, (LecternSceneRow *const *) rows->pdata, rows->len, box, tops);
  OrderColumns       columns = measure_order (canvas, rows, box.width, CLAMP ((pitch - 3) * 0.62, LECTERN_STAGE_SIZE_CAPTION, 34));

  for (guint i = 0; i < rows->len; i++)
    {
      const LecternSceneRow *row = rows->pdata[i];
      LecternStageBox        at = { box.x, tops[i], box.width, tops[i + 1] - tops[i] - 3 };

      draw_stripe (canvas, at, i % 2 == 1 || row->on_stage);
      if (row->lines > 1)
        draw_high_order_row (canvas, row, at);
      else
        draw_order_row (canvas, row, at, columns);
    }
}

/* In columns that run down, as few as there may be. */
static void
draw_order_columns (LecternStageCanvas *canvas,
                    GPtrArray          *rows,
                    LecternStageBox     box)
{
  guint        n_columns = (rows->len + ORDER_ROWS - 1) / ORDER_ROWS, per_column = (rows->len + n_columns - 1) / n_columns;
  double       gap = 20, width = (box.width - gap * (n_columns - 1)) / n_columns, pitch = MIN (box.height / per_column, 62);
  OrderColumns columns = measure_order (canvas, rows, width, CLAMP ((pitch - 3) * 0.62, LECTERN_STAGE_SIZE_CAPTION, 34));

  columns.with_title = FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      guint                  column = i / per_column, line = i % per_column;
      const LecternSceneRow *row = rows->pdata[i];
      LecternStageBox        at = { box.x + column * (width + gap), box.y + line * pitch, width, pitch - 3 };

      draw_stripe (canvas, at, line % 2 == 1 || row->on_stage);
      draw_order_row (canvas, row, at, columns);
    }
}

void
lectern_scene_paint_order (LecternStageCanvas *canvas,
                           const LecternScene *scene)
{
  guint            most = ORDER_ROWS * (lectern_stage_canvas_is_narrow (canvas) ? 2 : 3);
  LecternStageBox  box = { canvas->margin, 98, lectern_stage_canvas_get_inner_width (canvas), LECTERN_STAGE_FOOTER_Y - 12 - 98 };
  g_autofree char *done = lectern_stage_phrase_done (canvas->language, scene->n_done, scene->n_entries);
  g_autofree char *seed = lectern_stage_phrase_seed (canvas->language, scene->seed);
  g_autofree char *rest = NULL, *right = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < scene->rows->len && (scene->n_pages > 0 || rows->len < most); i++)
    if (lectern_scene_is_on_page (scene, scene->rows->pdata[i]))
      g_ptr_array_add (rows, scene->rows->pdata[i]);
  if (scene->n_pages > 1)
    rest = lectern_stage_phrase_page (canvas->language, scene->page, scene->n_pages);
  else if (rows->len < scene->rows->len)
    rest = lectern_stage_phrase_first_rows (canvas->language, rows->len, scene->rows->len);
  lectern_stage_draw_header (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_ORDER));
  if (rows->len > 0 && (((LecternSceneRow *) rows->pdata[0])->lines > 0 || rows->len <= ORDER_ROWS))
    draw_order_rows (canvas, rows, box);
  else if (rows->len > 0)
    draw_order_columns (canvas, rows, box);
  right = scene->n_entries > 0 && rest != NULL ? g_strdup_printf ("%s · %s", done, rest) : g_strdup (scene->n_entries > 0 ? done : rest);
  lectern_stage_draw_footer (canvas, seed, right);
}

static void
draw_arrow (LecternStageCanvas *canvas,
            double              x,
            double              middle,
            double              size,
            gboolean            up,
            LecternStageColour  colour)
{
  double half = size * 0.43 * (up ? 1 : -1);

  cairo_move_to (canvas->cr, x - size / 2, middle + half);
  cairo_line_to (canvas->cr, x + size / 2, middle + half);
  cairo_line_to (canvas->cr, x, middle - half);
  cairo_close_path (canvas->cr);
  lectern_stage_set_colour (canvas, colour);
  cairo_fill (canvas->cr);
}

/* How many places a row has gained or lost, with an arrow; a word for one who was not there. */
static void
draw_move (LecternStageCanvas    *canvas,
           const LecternSceneRow *entry,
           const Row             *row,
           double                 x)
{
  LecternStageColour colour = entry->moved < 0 ? canvas->theme->muted : row->label;
  LecternStageStyle  style = get_style (LECTERN_STAGE_FACE_BOLD, LECTERN_STAGE_SIZE_CAPTION, LECTERN_STAGE_ALIGN_START, colour);
  g_autofree char   *places = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (entry->moved));

  if (entry->was == 0)
    {
      lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_FRESH), &style, x, row->middle, MOVES - 8);
      return;
    }
  if (entry->moved == 0)
    return;
  draw_arrow (canvas, x + 10, row->middle, 20, entry->moved > 0, colour);
  lectern_stage_put_middle (canvas, places, &style, x + 26, row->middle, MOVES - 30);
}

/* Right of the unit, left of the score: what is special about the row. */
static double
draw_chips (LecternStageCanvas    *canvas,
            const LecternSceneRow *entry,
            const Row             *row,
            gboolean               with_fresh,
            double                 right,
            double                 left)
{
  double room = MAX (right - left - 8, 150);
  if (entry->award != NULL)
    right = draw_chip (canvas, entry->award, right, row->middle, room) - 12;
  if (entry->certain && right - left > 140)
    {
      const char      *word = lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_CERTAIN);
      g_autofree char *words = entry->certain_of != NULL ? g_strdup_printf ("%s %s", word, entry->certain_of) : g_strdup (word);
      double           size = MIN (LECTERN_STAGE_SIZE_CAPTION, MAX (row->box.height * 0.6, canvas->floor)); /* clear of the next row's */
      right = lectern_stage_put_ticked (canvas, words, size, right, row->middle, MIN (room, right - left)).x - 12;
    }
  if (entry->tied && right - left > 90)
    {
      LecternStageStyle style = get_style (LECTERN_STAGE_FACE_SANS, 26, LECTERN_STAGE_ALIGN_END, row->label);
      right -= lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_TIED),
                                         &style, right, row->middle, 90)
                 .width +
               12;
    }
  if (entry->fresh && with_fresh && right - left > 90)
    {
      LecternStageStyle style = get_style (LECTERN_STAGE_FACE_BOLD, 26, LECTERN_STAGE_ALIGN_END, row->label);
      LecternStageBox   word = lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_FRESH),
                                                         &style, right, row->middle, 90);
      right -= word.width + 10;
      draw_arrow (canvas, right - 11, row->middle, 22, TRUE, row->label);
      right -= 34;
    }
  return right;
}

/* On the first half of the way a row still has its old place. */
static char *
format_rank (LecternStageCanvas    *canvas,
             const LecternSceneRow *entry)
{
  gint64 rank = entry->was > 0 && canvas->progress < LECTERN_STAGE_AT_REST / 2 ? entry->rank + entry->moved : entry->rank;

  return rank > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, rank) : g_strdup ("—");
}

/* The least a unit needs: what is special about a row gives way to who it is about. */
static double
measure_unit (LecternStageCanvas *canvas,
              const char         *unit)
{
  return measure_text (canvas, unit, LECTERN_STAGE_FACE_SANS, canvas->floor) + 1;
}

/* Name, unit and what is special beside each other, from @x to @right. */
static void
draw_texts (LecternStageCanvas      *canvas,
            const LecternSceneRow   *entry,
            const Row               *row,
            gboolean                 with_fresh,
            const LecternStageStyle *name,
            const LecternStageStyle *unit,
            double                   x,
            double                   right)
{
  double           usual = row->box.width * (lectern_stage_canvas_is_narrow (canvas) ? 0.2 : 0.27);
  g_autofree char *spread = lectern_stage_spread_name (entry->name);
  double           name_width = get_name_width (canvas, spread, name, MIN (usual, measure_text (canvas, "十", LECTERN_STAGE_FACE_NAME, name->size) * 4.2), right - x - 20 - measure_unit (canvas, entry->unit));
  double           unit_x = x + name_width + (lectern_stage_canvas_is_narrow (canvas) ? 14 : 20);

  lectern_stage_put_middle (canvas, spread, name, x, row->middle, name_width);
  right = draw_chips (canvas, entry, row, with_fresh, right, unit_x + measure_unit (canvas, entry->unit));
  lectern_stage_put_middle (canvas, entry->unit, unit, unit_x, row->middle, right - unit_x);
}

/* The name's lines, and below them the unit's, with what is special at the right of the last. */
static void
draw_high_texts (LecternStageCanvas      *canvas,
                 const LecternSceneRow   *entry,
                 const Row               *row,
                 gboolean                 with_fresh,
                 const LecternStageStyle *name,
                 const LecternStageStyle *unit,
                 double                   x,
                 double                   right)
{
  double                 line = row->box.height / entry->lines, unit_width = measure_unit (canvas, entry->unit);
  LecternStageStyle      first = *name, second = *unit;
  const LecternStageStep steps[] = { { entry->name, &first, 0 }, { entry->unit, &second, 8 } };
  LecternStageBox        box = { x, row->box.y + 3, right - x, row->box.height - 6 };
  Row                    last = *row;

  first.lines = second.lines = entry->lines;
  if (unit_width > right - x - 190 && entry->award != NULL)
    box.height -= line;
  last.box = (LecternStageBox){ row->box.x, row->box.y + row->box.height - line - 2, row->box.width, line };
  last.middle = last.box.y + line / 2;
  if (unit_width <= right - x - 190 || entry->award != NULL)
    {
      double left = draw_chips (canvas, entry, &last, with_fresh, right, x + (box.height < row->box.height - 6 ? 0 : unit_width + 12));

      if (box.height > row->box.height - 7)
        {
          lectern_stage_put (canvas, entry->unit, &second, x, last.middle - second.size / 2, left - x);
          box.height -= line;
          lectern_stage_put_column (canvas, steps, 1, box);
          return;
        }
    }
  lectern_stage_put_column (canvas, steps, G_N_ELEMENTS (steps), box);
}

static void
draw_ranking_row (LecternStageCanvas    *canvas,
                  const LecternSceneRow *entry,
                  LecternStageBox        box,
                  gboolean               with_moves)
{
  Row               row = start_row (canvas, box, FALSE);
  gboolean          narrow = lectern_stage_canvas_is_narrow (canvas), high = entry->lines > 1;
  double            left = box.x + (narrow ? 76 : 96), final_x = box.x + box.width - (narrow ? 14 : 24), name_x = left + (with_moves ? MOVES : 0);
  double            size = high ? CLAMP (box.height / entry->lines / 1.36, canvas->floor, 34) : row.size + 2;
  LecternStageStyle place = get_style (LECTERN_STAGE_FACE_BOLD, row.size + 2, LECTERN_STAGE_ALIGN_END, row.figure);
  LecternStageStyle name = get_style (LECTERN_STAGE_FACE_NAME, size, LECTERN_STAGE_ALIGN_START, row.text);
  LecternStageStyle unit = get_style (LECTERN_STAGE_FACE_SANS, high ? size - 2 : row.size - 4, LECTERN_STAGE_ALIGN_START, row.label);
  LecternStageStyle figure = get_style (LECTERN_STAGE_FACE_BOLD, row.size + 3, LECTERN_STAGE_ALIGN_END, row.text);
  g_autofree char  *rank = format_rank (canvas, entry);
  const char       *final = entry->forfeit ? lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_FORFEIT) : entry->final;
  LecternStageBox   scored;

  if (entry->fresh)
    lectern_stage_stroke_rounded (canvas, (LecternStageBox){ box.x + 1, box.y + 1, box.width - 2, box.height - 2 }, 8, 2.5, canvas->theme->ring);
  lectern_stage_put_middle (canvas, rank, &place, left - 22, row.middle, 56);
  if (with_moves)
    draw_move (canvas, entry, &row, left);
  scored = lectern_stage_put_middle (canvas, final != NULL ? final : "—", &figure, final_x, row.middle, 130);
  final_x -= MAX (scored.width, narrow ? 98 : 108) + 16;
  if (high)
    draw_high_texts (canvas, entry, &row, !with_moves, &name, &unit, name_x, final_x);
  else
    draw_texts (canvas, entry, &row, !with_moves, &name, &unit, name_x, final_x);
}

/* Of a ranking without pages. */
static guint
count_first_places (const LecternScene *scene)
{
  guint n_rows = scene->rows->len;
  if (n_rows <= RANKING_PAGE)
    return n_rows;
  const LecternSceneRow *last = g_ptr_array_index (scene->rows, RANKING_PAGE - 1);
  guint                  n_shown = RANKING_PAGE;
  while (n_shown < MIN (n_rows, RANKING_MOST))
    {
      const LecternSceneRow *next = g_ptr_array_index (scene->rows, n_shown);
      if (next->rank <= 0 || next->rank != last->rank)
        break;
      n_shown++;
    }
  return n_shown;
}

/* The rows of the scene the board shows: @first and how many. */
static guint
find_page (const LecternScene *scene,
           guint              *first)
{
  guint n = scene->n_pages == 0 ? count_first_places (scene) : scene->rows->len, n_page = 0;

  *first = 0;
  for (guint i = 0; i < n && n_page < RANKING_MOST; i++)
    if (lectern_scene_is_on_page (scene, g_ptr_array_index (scene->rows, i)))
      {
        *first = n_page == 0 ? i : *first;
        n_page++;
      }
  return n_page;
}

/* What the board does not show; NULL when it shows all. */
static char *
describe_rest (LecternStageCanvas *canvas,
               const LecternScene *scene,
               guint               n_shown)
{
  if (scene->n_pages > 1)
    return lectern_stage_phrase_page (canvas->language, scene->page, scene->n_pages);
  return n_shown < scene->rows->len ? lectern_stage_phrase_first_places (canvas->language, n_shown, scene->rows->len) : NULL;
}

/* How far the contest is, as long as it is not over. */
static char *
describe_progress (LecternStageCanvas *canvas,
                   const LecternScene *scene)
{
  g_autofree char *done = NULL;

  if (scene->is_final || scene->n_entries == 0)
    return g_strdup (scene->round);
  done = lectern_stage_phrase_done (canvas->language, scene->n_done, scene->n_entries);
  return scene->round != NULL && *scene->round != '\0' ? g_strdup_printf ("%s · %s", scene->round, done) : g_steal_pointer (&done);
}

gboolean
lectern_scene_has_moves (const LecternScene *scene)
{
  g_return_val_if_fail (scene != NULL, FALSE);

  for (guint i = 0; scene->kind == LECTERN_SCENE_RANKING && i < scene->rows->len; i++)
    if (((LecternSceneRow *) scene->rows->pdata[i])->was > 0)
      return TRUE;
  return FALSE;
}

/* Starts slowly and ends slowly. */
static double
ease (int progress)
{
  double part = CLAMP (progress, 0, LECTERN_STAGE_AT_REST) / (double) LECTERN_STAGE_AT_REST;

  return part * part * (3 - 2 * part);
}

void
lectern_scene_board_init (LecternSceneBoard  *board,
                          LecternStageCanvas *canvas,
                          const LecternScene *scene)
{
  *board = (LecternSceneBoard){ { canvas->margin, 98, lectern_stage_canvas_get_inner_width (canvas), LECTERN_STAGE_FOOTER_Y - 12 - 98 }, .with_moves = lectern_scene_has_moves (scene) };
  board->n = find_page (scene, &board->first);
  board->pitch = stack_rows (canvas, (LecternSceneRow *const *) scene->rows->pdata + board->first, board->n, board->box, board->tops);
  board->box.height = board->tops[board->n] - board->box.y;
}

/* The top of @place, in rows of the board, also between two of them and a row off it. */
static double
get_top (const LecternSceneBoard *board,
         double                   place)
{
  guint below = (guint) CLAMP (floor (place), 0, board->n);

  if (place < 0)
    return board->tops[0] + place * board->pitch;
  return below == board->n ? board->tops[below] : board->tops[below] + (place - below) * (board->tops[below + 1] - board->tops[below]);
}

LecternStageBox
lectern_scene_board_get_box (const LecternSceneBoard *board,
                             guint                    index)
{
  gboolean on_board = index >= board->first && index < board->first + board->n;
  guint    at = index - board->first;

  if (!on_board)
    return (LecternStageBox){ board->box.x, board->box.y, board->box.width, board->pitch - 3 };
  return (LecternStageBox){ board->box.x, board->tops[at], board->box.width, board->tops[at + 1] - board->tops[at] - 3 };
}

/* Where row @index is on the way from its old place to its own, in rows of the board; whoever was
 * not there before comes up from below it. */
static double
get_place (const LecternSceneBoard *board,
           const LecternScene      *scene,
           guint                    index,
           int                      progress)
{
  const LecternSceneRow *row = scene->rows->pdata[index];
  double                 to = (double) index - board->first, from = row->was > 0 ? (double) row->was - 1 - board->first : board->n;

  from = CLAMP (from, -1, board->n);
  to = CLAMP (to, -1, board->n);
  return board->with_moves ? from + (to - from) * ease (progress) : to;
}

gboolean
lectern_scene_board_get_row (const LecternSceneBoard *board,
                             const LecternScene      *scene,
                             guint                    index,
                             int                      progress,
                             LecternStageBox         *box)
{
  double place = get_place (board, scene, index, progress);

  *box = lectern_scene_board_get_box (board, index);
  box->y = get_top (board, place);
  return place > -1 && place < board->n;
}

gboolean
lectern_scene_board_is_rising (const LecternScene *scene,
                               guint               index)
{
  const LecternSceneRow *row = scene->rows->pdata[index];

  return row->was == 0 || row->moved > 0;
}

void
lectern_scene_board_paint_ground (LecternStageCanvas      *canvas,
                                  const LecternScene      *scene,
                                  const LecternSceneBoard *board)
{
  g_autofree char *rest = describe_rest (canvas, scene, board->n);
  g_autofree char *progress = describe_progress (canvas, scene);

  lectern_stage_draw_header (canvas, scene, lectern_stage_word (canvas->language, scene->is_final ? LECTERN_STAGE_WORD_FINAL_RANKING : LECTERN_STAGE_WORD_STANDING));
  for (guint i = 0; i < board->n; i++)
    draw_stripe (canvas, lectern_scene_board_get_box (board, board->first + i), i % 2 == 1);
  lectern_stage_draw_footer (canvas, rest, progress);
}

void
lectern_scene_board_paint_row (LecternStageCanvas      *canvas,
                               const LecternScene      *scene,
                               const LecternSceneBoard *board,
                               guint                    index,
                               LecternStageBox          box)
{
  LecternStageColour ground = lectern_stage_colour_mix (canvas->theme->ground, canvas->theme->panel);

  if (canvas->progress < LECTERN_STAGE_AT_REST && lectern_scene_board_is_rising (scene, index))
    lectern_stage_fill_rounded (canvas, box, 8, ground);
  draw_ranking_row (canvas, scene->rows->pdata[index], box, board->with_moves);
}

/* Those who rise pass over the others, on a ground of their own while they are on the way. */
static void
draw_rows (LecternStageCanvas      *canvas,
           const LecternScene      *scene,
           const LecternSceneBoard *board,
           gboolean                 rising)
{
  for (guint i = 0; i < scene->rows->len; i++)
    {
      LecternStageBox box;

      if (lectern_scene_board_get_row (board, scene, i, canvas->progress, &box) && lectern_scene_board_is_rising (scene, i) == rising)
        lectern_scene_board_paint_row (canvas, scene, board, i, box);
    }
}

void
lectern_scene_paint_ranking (LecternStageCanvas *canvas,
                             const LecternScene *scene)
{
  LecternSceneBoard board;

  lectern_scene_board_init (&board, canvas, scene);
  lectern_scene_board_paint_ground (canvas, scene, &board);
  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, 0, board.box.y - 2, canvas->width, board.box.height + 2);
  cairo_clip (canvas->cr);
  draw_rows (canvas, scene, &board, FALSE);
  draw_rows (canvas, scene, &board, TRUE);
  cairo_restore (canvas->cr);
}
