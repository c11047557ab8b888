/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The draw as a show: a board of all lots that fills up, each in its place from the first moment
 * on, and the lot drawn last, large. Where the order comes from stands below: the seed, which
 * anybody can draw again from, or that it was drawn by hand. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "lectern-stage-text-private.h"

#define TOP 104.0
#define BOTTOM 644.0
#define GAP 8.0
#define MOST_LOTS 60

static void
draw_lot (LecternStageCanvas    *canvas,
          const LecternSceneRow *lot,
          LecternStageBox        cell)
{
  const LecternStageTheme *theme = canvas->theme;
  gboolean                 drawn = lot->name != NULL, with_name;
  double                   middle = cell.y + cell.height / 2, size = CLAMP ((lot->lines > 1 ? 64 : cell.height) * 0.42, LECTERN_STAGE_SIZE_CAPTION, 32);
  double                   number_x = cell.x + 10 + size * 1.16;
  LecternStageStyle        number = { LECTERN_STAGE_FACE_BOLD, size, .align = LECTERN_STAGE_ALIGN_END, .colour = lot->fresh ? theme->on_gold : drawn ? theme->gold
                                                                                                                                                     : theme->muted };
  LecternStageStyle        name = { LECTERN_STAGE_FACE_NAME, size, 0, lot->lines > 1 ? lot->lines : cell.height > 70 ? 2
                                                                                                                     : 1,
                                    0, LECTERN_STAGE_ALIGN_START, lot->fresh ? theme->on_gold : theme->text };
  g_autofree char         *figure = g_strdup_printf ("%" G_GINT64_FORMAT, lot->lot);
  g_autofree char         *spread = lectern_stage_spread_name (lot->name);

  if (lot->fresh)
    {
      lectern_stage_trace_rounded (canvas, cell, 8);
      lectern_stage_fill_gold (canvas, cell);
    }
  else
    lectern_stage_fill_rounded (canvas, cell, 8, drawn ? theme->panel : theme->well);
  /* Where a name has no room the lot alone says enough: the last drawn stands large beside it. */
  with_name = cell.x + cell.width - 18 - number_x >= 3 * canvas->floor;
  if (!with_name)
    {
      number.align = LECTERN_STAGE_ALIGN_CENTRE;
      number_x = cell.x + cell.width / 2;
    }
  lectern_stage_put_middle (canvas, figure, &number, number_x, middle, size * 1.4);
  if (with_name)
    lectern_stage_put_middle (canvas, spread, &name, number_x + 12, middle, cell.x + cell.width - 18 - number_x);
}

/* Columns of lots that run down, as few as keep the cells high enough to read. */
static void
draw_board (LecternStageCanvas *canvas,
            GPtrArray          *lots,
            LecternStageBox     box)
{
  guint  n_lots = MIN (lots->len, MOST_LOTS), lines = n_lots > 0 ? ((LecternSceneRow *) lots->pdata[0])->lines : 0;
  double least = lines > 1 ? lines * canvas->floor * 1.36 + GAP + 4 : 44;
  guint  most_lines = (guint) ((box.height + GAP) / least), n_columns, n_lines;
  double width, pitch;

  if (n_lots == 0)
    return;
  n_columns = (n_lots + most_lines - 1) / most_lines;
  if (lines == 0)
    n_columns = MAX (n_columns, MIN ((guint) ((box.width + GAP) / 230), (n_lots + 6) / 7));
  n_lines = (n_lots + n_columns - 1) / n_columns;
  width = (box.width - GAP * (n_columns - 1)) / n_columns;
  pitch = MIN ((box.height + GAP) / n_lines, MAX (least, 84));
  for (guint i = 0; i < n_lots; i++)
    draw_lot (canvas, lots->pdata[i],
              (LecternStageBox){ box.x + i / n_lines * (width + GAP), box.y + i % n_lines * pitch, width, pitch - GAP });
}

static const LecternSceneRow *
find_last_drawn (const LecternScene *scene)
{
  for (guint i = 0; i < scene->rows->len; i++)
    if (((LecternSceneRow *) scene->rows->pdata[i])->fresh)
      return scene->rows->pdata[i];
  return NULL;
}

static guint
count_drawn (const LecternScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < scene->rows->len; i++)
    n += ((LecternSceneRow *) scene->rows->pdata[i])->name != NULL;
  return n;
}

/* The lot drawn last, in a frame that is there before it. */
static void
draw_last (LecternStageCanvas    *canvas,
           const LecternSceneRow *last,
           LecternStageBox        box)
{
  const LecternStageTheme *theme = canvas->theme;
  gboolean                 flat = box.width > box.height * 2;
  LecternStageStyle        lot = { LECTERN_STAGE_FACE_BOLD, flat ? 48 : 64, .align = LECTERN_STAGE_ALIGN_CENTRE, .colour = theme->gold };
  LecternStageStyle        name = { LECTERN_STAGE_FACE_NAME, flat ? 80 : 100, 36, 5, 0.03, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_SANS, 34, 0, 3, 0, LECTERN_STAGE_ALIGN_CENTRE, theme->text };
  g_autofree char         *number = last != NULL ? lectern_stage_phrase_lot (canvas->language, last->lot) : NULL;
  LecternStageBox          inside = { box.x + 24, box.y + 20, box.width - 48, box.height - 40 };
  const LecternStageStep   steps[] = {
      { number, &lot, 0 },
      { last != NULL ? last->name : NULL, &name, flat ? 18 : 36 },
      { last != NULL ? last->unit : NULL, &unit, flat ? 16 : 30 },
  };

  lectern_stage_fill_rounded (canvas, box, 18, theme->well);
  lectern_stage_stroke_rounded (canvas, box, 18, 2.5, theme->ornament);
  if (last != NULL)
    lectern_stage_put_column (canvas, steps, G_N_ELEMENTS (steps), inside);
  else
    lectern_stage_draw_star (canvas, box.x + box.width / 2, box.y + box.height / 2, 56);
}

/* Gives the lots what the frame of the last drawn leaves. A draw that is over and shown anew has no last. */
static LecternStageBox
draw_last_beside (LecternStageCanvas *canvas,
                  const LecternScene *scene)
{
  gboolean               narrow = lectern_stage_canvas_is_narrow (canvas);
  double                 inner = lectern_stage_canvas_get_inner_width (canvas);
  LecternStageBox        last = { canvas->margin, TOP, narrow ? inner : inner * 0.34, narrow ? 196 : BOTTOM - TOP };
  LecternStageBox        board = { canvas->margin, TOP, inner, BOTTOM - TOP };
  const LecternSceneRow *drawn = find_last_drawn (scene);

  if (drawn == NULL && scene->rows->len > 0 && count_drawn (scene) == scene->rows->len)
    return board;
  draw_last (canvas, drawn, last);
  if (narrow)
    board.y += last.height + 16;
  else
    board.x += last.width + 24;
  board.width -= board.x - canvas->margin;
  board.height -= board.y - TOP;
  return board;
}

void
lectern_scene_paint_draw (LecternStageCanvas *canvas,
                          const LecternScene *scene)
{
  g_autofree char *seed = lectern_stage_phrase_seed (canvas->language, scene->seed);
  g_autofree char *drawn = g_strdup_printf ("%u / %u", count_drawn (scene), scene->rows->len);
  g_autofree char *page = scene->n_pages > 1 ? lectern_stage_phrase_page (canvas->language, scene->page, scene->n_pages) : NULL;
  g_autofree char *right = page != NULL ? g_strdup_printf ("%s · %s", drawn, page) : g_strdup (drawn);
  g_autoptr (GPtrArray) lots = g_ptr_array_new ();

  for (guint i = 0; i < scene->rows->len; i++)
    if (lectern_scene_is_on_page (scene, scene->rows->pdata[i]))
      g_ptr_array_add (lots, scene->rows->pdata[i]);
  lectern_stage_draw_header (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_DRAW));
  draw_board (canvas, lots, draw_last_beside (canvas, scene));
  lectern_stage_draw_footer (canvas, seed, scene->rows->len > 0 ? right : NULL);
}
