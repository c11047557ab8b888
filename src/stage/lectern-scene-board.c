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

#define ORDER_ROWS 14 /* in a column */
#define RANKING_PAGE 10
#define RANKING_MOST 14
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
  LecternStageText  text = lectern_stage_text_fit (canvas, word, &style, room - 32);
  if (text.layout == NULL)
    return right;
  LecternStageBox box = { right - text.width - 32, middle - 18, text.width + 32, 36 };
  lectern_stage_trace_rounded (canvas, box, 18);
  lectern_stage_fill_gold (canvas, box);
  lectern_stage_text_draw (canvas, &text, box.x + box.width / 2, middle - text.height / 2);
  return box.x;
}

static void
draw_order_row (LecternStageCanvas    *canvas,
                const LecternSceneRow *entry,
                LecternStageBox        box,
                gboolean               with_title)
{
  Row               row = start_row (canvas, box, entry->on_stage);
  double            lot_x = box.x + 50, name_x = lot_x + 16;
  double            left_width = with_title ? box.width * 0.45 : box.width;
  double            state_x = box.x + box.width - 12;
  LecternStageStyle lot = get_style (LECTERN_STAGE_FACE_BOLD, row.size, LECTERN_STAGE_ALIGN_END, row.figure);
  LecternStageStyle name = get_style (LECTERN_STAGE_FACE_NAME, row.size + 1, LECTERN_STAGE_ALIGN_START, row.text);
  LecternStageStyle unit = get_style (LECTERN_STAGE_FACE_SANS, row.size - 2, LECTERN_STAGE_ALIGN_START, row.label);
  LecternStageStyle state = get_style (LECTERN_STAGE_FACE_BOLD, 26, LECTERN_STAGE_ALIGN_END, row.text);
  g_autofree char  *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->lot);
  g_autofree char  *spread = lectern_stage_spread_name (entry->name);
  double            name_width = get_name_width (canvas, spread, &name, MAX ((left_width - 66) * 0.38, row.size * 4.1),
                                                 (left_width - 66) * 0.6);
  double            unit_x = name_x + name_width + 14;

  lectern_stage_put_middle (canvas, number, &lot, lot_x, row.middle, 46);
  if (entry->forfeit)
    state_x -= lectern_stage_put_middle (canvas, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_FORFEIT),
                                         &state, state_x, row.middle, 130)
                 .width +
               14;
  else if (entry->done)
    {
      lectern_stage_draw_tick (canvas, state_x - 10, row.middle, 22, row.label);
      state_x -= 34;
    }
  lectern_stage_put_middle (canvas, spread, &name, name_x, row.middle, name_width);
  double unit_end = with_title ? box.x + left_width : state_x;
  lectern_stage_put_middle (canvas, entry->unit, &unit, unit_x, row.middle, unit_end - unit_x);
  if (!with_title)
    return;
  g_autofree char  *title = lectern_stage_phrase_title (canvas->language, entry->title);
  LecternStageStyle talk = get_style (LECTERN_STAGE_FACE_NAME, row.size, LECTERN_STAGE_ALIGN_START, row.text);
  lectern_stage_put_middle (canvas, title, &talk, unit_end + 24, row.middle, state_x - unit_end - 24);
}

void
lectern_scene_paint_order (LecternStageCanvas *canvas,
                           const LecternScene *scene)
{
  guint            n_rows = scene->rows->len;
  guint            most = lectern_stage_canvas_is_narrow (canvas) ? 2 : 3;
  guint            n_columns = CLAMP ((n_rows + ORDER_ROWS - 1) / ORDER_ROWS, 1, most);
  guint            n_shown = MIN (n_rows, n_columns * ORDER_ROWS);
  guint            per_column = (n_shown + n_columns - 1) / n_columns;
  double           gap = 20, top = 98, room = LECTERN_STAGE_FOOTER_Y - 12 - top;
  double           inner = lectern_stage_canvas_get_inner_width (canvas);
  double           width = (inner - gap * (n_columns - 1)) / n_columns;
  double           pitch = MIN (room / MAX (per_column, 1), 62);
  g_autofree char *done = lectern_stage_phrase_done (canvas->language, scene->n_done, scene->n_entries);
  g_autofree char *first = n_shown < n_rows ? lectern_stage_phrase_first_rows (canvas->language, n_shown, n_rows) : NULL;
  g_autofree char *seed = lectern_stage_phrase_seed (canvas->language, scene->seed);

  lectern_stage_draw_header (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_ORDER));
  for (guint i = 0; i < n_shown; i++)
    {
      guint           column = i / per_column, line = i % per_column;
      LecternStageBox box = { canvas->margin + column * (width + gap), top + line * pitch, width, pitch - 3 };
      draw_stripe (canvas, box, line % 2 == 1 || ((LecternSceneRow *) scene->rows->pdata[i])->on_stage);
      draw_order_row (canvas, g_ptr_array_index (scene->rows, i), box, n_columns == 1);
    }
  lectern_stage_draw_footer (canvas, first != NULL ? first : seed, scene->n_entries > 0 ? done : NULL);
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
  double room = lectern_stage_canvas_is_narrow (canvas) ? CLAMP (right - left - 8, 150, 290) : 290;
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
  LecternStageStyle style = get_style (LECTERN_STAGE_FACE_SANS, canvas->floor, LECTERN_STAGE_ALIGN_START, canvas->theme->text);
  LecternStageText  text = lectern_stage_text_fit (canvas, unit, &style, canvas->width);
  double            width = text.width + 1;

  lectern_stage_text_clear (&text);
  return width;
}

static void
draw_ranking_row (LecternStageCanvas    *canvas,
                  const LecternSceneRow *entry,
                  LecternStageBox        box,
                  gboolean               with_moves)
{
  Row               row = start_row (canvas, box, FALSE);
  gboolean          narrow = lectern_stage_canvas_is_narrow (canvas);
  double            final_x = box.x + box.width - 24, name_x = box.x + 96 + (with_moves ? MOVES : 0);
  LecternStageStyle place = get_style (LECTERN_STAGE_FACE_BOLD, row.size + 2, LECTERN_STAGE_ALIGN_END, row.figure);
  LecternStageStyle name = get_style (LECTERN_STAGE_FACE_NAME, row.size + 2, LECTERN_STAGE_ALIGN_START, row.text);
  LecternStageStyle unit = get_style (LECTERN_STAGE_FACE_SANS, row.size - 4, LECTERN_STAGE_ALIGN_START, row.label);
  LecternStageStyle figure = get_style (LECTERN_STAGE_FACE_BOLD, row.size + 3, LECTERN_STAGE_ALIGN_END, row.text);
  g_autofree char  *rank = format_rank (canvas, entry);
  g_autofree char  *spread = lectern_stage_spread_name (entry->name);
  const char       *final = entry->forfeit ? lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_FORFEIT) : entry->final;
  double            name_width = get_name_width (canvas, spread, &name, box.width * (narrow ? 0.25 : 0.27), box.width * 0.4);
  double            unit_x = name_x + name_width + 20, chips;

  if (entry->fresh)
    lectern_stage_stroke_rounded (canvas, (LecternStageBox){ box.x + 1, box.y + 1, box.width - 2, box.height - 2 }, 8, 2.5, canvas->theme->ring);
  lectern_stage_put_middle (canvas, rank, &place, box.x + 72, row.middle, 64);
  if (with_moves)
    draw_move (canvas, entry, &row, box.x + 96);
  lectern_stage_put_middle (canvas, spread, &name, name_x, row.middle, name_width);
  lectern_stage_put_middle (canvas, final != NULL ? final : "—", &figure, final_x, row.middle, 130);
  chips = draw_chips (canvas, entry, &row, !with_moves, final_x - 138, unit_x + CLAMP (measure_unit (canvas, entry->unit), 60, MAX (box.width * 0.3, 60)));
  lectern_stage_put_middle (canvas, entry->unit, &unit, unit_x, row.middle, chips - unit_x);
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

static char *
get_ranking_caption (LecternStageCanvas *canvas,
                     const LecternScene *scene)
{
  LecternStageWord word = scene->is_final ? LECTERN_STAGE_WORD_FINAL_RANKING : LECTERN_STAGE_WORD_STANDING;
  const char      *heading = lectern_stage_word (canvas->language, word);
  if (scene->is_final || scene->n_entries == 0)
    return g_strdup (heading);
  g_autofree char *done = lectern_stage_phrase_done (canvas->language, scene->n_done, scene->n_entries);
  return g_strdup_printf ("%s · %s", heading, done);
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
lectern_scene_board_init (LecternSceneBoard        *board,
                          const LecternStageCanvas *canvas,
                          const LecternScene       *scene)
{
  *board = (LecternSceneBoard){ { canvas->margin, 98, lectern_stage_canvas_get_inner_width (canvas), LECTERN_STAGE_FOOTER_Y - 12 - 98 }, .with_moves = lectern_scene_has_moves (scene) };
  board->n = find_page (scene, &board->first);
  board->pitch = MIN (board->box.height / MAX (board->n, 1), 64);
  board->box.height = board->n * board->pitch;
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

  *box = (LecternStageBox){ board->box.x, board->box.y + place * board->pitch, board->box.width, board->pitch - 3 };
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
  g_autofree char *caption = get_ranking_caption (canvas, scene);
  g_autofree char *rest = describe_rest (canvas, scene, board->n);

  lectern_stage_draw_header (canvas, scene, caption);
  for (guint i = 0; i < board->n; i++)
    draw_stripe (canvas, (LecternStageBox){ board->box.x, board->box.y + i * board->pitch, board->box.width, board->pitch - 3 }, i % 2 == 1);
  lectern_stage_draw_footer (canvas, rest, scene->round);
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
