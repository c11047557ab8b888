/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What has been awarded so far: each award with those who have it, in the order they came. Rows
 * that follow each other with the same award are one group. All groups share one size of cells:
 * names with their units while there is room for both, names alone in more columns when not. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-scene-painters-private.h"
#include "lectern-stage-text-private.h"

#define TOP 102.0
#define BOTTOM 650.0
#define HEADING 62.0
#define GAP 10.0
#define LEAST_PITCH 42.0
#define MOST_PITCH 78.0

/* How the names are set. */
typedef struct
{
  guint    n_columns;
  guint    n_lines; /* of all groups */
  guint    n_groups;
  double   pitch;
  gboolean with_unit;
} Setting;

static gboolean
begins_group (GPtrArray *rows,
              guint      index)
{
  const LecternSceneRow *row = rows->pdata[index];

  return index == 0 || g_strcmp0 (row->award, ((LecternSceneRow *) rows->pdata[index - 1])->award) != 0;
}

static Setting
try_columns (GPtrArray *rows,
             guint      n_columns,
             gboolean   with_unit)
{
  Setting setting = { .n_columns = n_columns, .with_unit = with_unit };
  guint   in_group = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      if (begins_group (rows, i))
        {
          setting.n_groups++;
          in_group = 0;
        }
      if (in_group++ % n_columns == 0)
        setting.n_lines++;
    }
  setting.pitch = MIN ((BOTTOM - TOP - HEADING * setting.n_groups) / MAX (setting.n_lines, 1), MOST_PITCH);
  return setting;
}

static Setting
choose_setting (LecternStageCanvas *canvas,
                GPtrArray          *rows)
{
  gboolean narrow = lectern_stage_canvas_is_narrow (canvas);
  const struct
  {
    guint    n_columns;
    gboolean with_unit;
  } ways[] = { { 2, TRUE }, { narrow ? 2 : 3, TRUE }, { narrow ? 4 : 5, FALSE }, { narrow ? 5 : 7, FALSE } };
  Setting setting;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      setting = try_columns (rows, ways[i].n_columns, ways[i].with_unit);
      if (setting.pitch >= (ways[i].with_unit ? 56 : LEAST_PITCH))
        break;
    }
  setting.pitch = MAX (setting.pitch, LEAST_PITCH);
  return setting;
}

/* The least a unit needs, so that a long name may have the rest. */
static double
measure_unit (LecternStageCanvas *canvas,
              const char         *unit,
              double              most)
{
  LecternStageStyle style = { LECTERN_STAGE_FACE_SANS, canvas->floor };
  LecternStageText  text = lectern_stage_text_fit (canvas, unit, &style, most);
  double            width = text.width + 1;

  lectern_stage_text_clear (&text);
  return width;
}

static void
draw_winner (LecternStageCanvas    *canvas,
             const LecternSceneRow *winner,
             LecternStageBox        cell,
             gboolean               with_unit)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   middle = cell.y + cell.height / 2, x = cell.x + 18, right = cell.x + cell.width - 18;
  double                   size = CLAMP (cell.height * 0.56, LECTERN_STAGE_SIZE_CAPTION, 40);
  double                   room = with_unit ? MAX (size * 3.4, right - x - 12 - measure_unit (canvas, winner->unit, (right - x) * 0.6)) : right - x;
  LecternStageStyle        name = { LECTERN_STAGE_FACE_NAME, size, .lines = cell.height > 66 ? 2 : 1, .align = LECTERN_STAGE_ALIGN_START, .colour = theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_SANS, LECTERN_STAGE_SIZE_CAPTION, .lines = cell.height > 66 ? 2 : 1, .align = LECTERN_STAGE_ALIGN_END, .colour = theme->gold };
  g_autofree char         *spread = lectern_stage_spread_name (winner->name);

  lectern_stage_fill_rounded (canvas, cell, 8, theme->panel);
  if (winner->fresh)
    lectern_stage_stroke_rounded (canvas, (LecternStageBox){ cell.x + 1.5, cell.y + 1.5, cell.width - 3, cell.height - 3 }, 8, 3, theme->ring);
  lectern_stage_put_middle (canvas, spread, &name, x, middle, room);
  if (with_unit)
    lectern_stage_put_middle (canvas, winner->unit, &unit, right, middle, right - x - room - 12);
}

/* Name and unit have half of the width each. */
static void
draw_wide_winner (LecternStageCanvas    *canvas,
                  const LecternSceneRow *winner,
                  LecternStageBox        cell,
                  double                 size)
{
  const LecternStageTheme *theme = canvas->theme;
  double                   middle = cell.y + cell.height / 2, half = cell.width / 2 - 26;
  LecternStageStyle        name = { LECTERN_STAGE_FACE_NAME, size, .lines = (int) winner->lines, .align = LECTERN_STAGE_ALIGN_START, .colour = theme->text };
  LecternStageStyle        unit = { LECTERN_STAGE_FACE_SANS, MIN (size, 28), .lines = (int) winner->lines, .align = LECTERN_STAGE_ALIGN_END, .colour = theme->gold };
  g_autofree char         *spread = lectern_stage_spread_name (winner->name);

  lectern_stage_fill_rounded (canvas, cell, 8, theme->panel);
  if (winner->fresh)
    lectern_stage_stroke_rounded (canvas, (LecternStageBox){ cell.x + 1.5, cell.y + 1.5, cell.width - 3, cell.height - 3 }, 8, 3, theme->ring);
  lectern_stage_put_middle (canvas, spread, &name, cell.x + 18, middle, half);
  lectern_stage_put_middle (canvas, winner->unit, &unit, cell.x + cell.width - 18, middle, half);
}

/* A golden line at either side of the award's name. */
static void
draw_award_name (LecternStageCanvas *canvas,
                 const char         *award,
                 double              y)
{
  double            inner = lectern_stage_canvas_get_inner_width (canvas), middle = canvas->width / 2;
  LecternStageStyle style = { LECTERN_STAGE_FACE_SERIF, LECTERN_STAGE_SIZE_LEAD, 0, 1, 0.06, LECTERN_STAGE_ALIGN_CENTRE, canvas->theme->gold };
  const char       *words = award != NULL ? award : lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_AWARD);
  LecternStageBox   box = lectern_stage_put_middle (canvas, words, &style, middle, y + HEADING / 2, inner - 160);
  double            side = (inner - box.width) / 2 - 28;

  lectern_stage_draw_rule (canvas, canvas->margin, y + HEADING / 2, side, 1.6);
  lectern_stage_draw_rule (canvas, canvas->margin + inner - side, y + HEADING / 2, side, 1.6);
}

/* Several to a line; gives how many there was room for. */
static guint
draw_cells (LecternStageCanvas *canvas,
            GPtrArray          *rows)
{
  Setting  setting = choose_setting (canvas, rows);
  double   width = (lectern_stage_canvas_get_inner_width (canvas) - GAP * (setting.n_columns - 1)) / setting.n_columns;
  double   y = TOP - setting.pitch;
  guint    column = 0, n_shown;
  gboolean full = FALSE;

  for (n_shown = 0; n_shown < rows->len && !full; n_shown++)
    {
      const LecternSceneRow *row = rows->pdata[n_shown];
      gboolean               begins = begins_group (rows, n_shown);
      double                 below = y + setting.pitch + (begins ? HEADING : 0);

      if (begins || column == setting.n_columns)
        {
          full = below + setting.pitch > BOTTOM + 1;
          if (full)
            break;
          if (begins)
            draw_award_name (canvas, row->award, y + setting.pitch);
          y = below;
          column = 0;
        }
      draw_winner (canvas, row, (LecternStageBox){ canvas->margin + column * (width + GAP), y, width, setting.pitch - MIN (GAP, setting.pitch * 0.12) }, setting.with_unit);
      column++;
    }
  return n_shown;
}

/* One below the other over the whole width, each as high as the lines it needs. */
static void
draw_wide (LecternStageCanvas *canvas,
           GPtrArray          *rows)
{
  double x = canvas->margin, width = lectern_stage_canvas_get_inner_width (canvas), y = TOP;
  guint  n_lines = 0, n_groups = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      n_lines += ((LecternSceneRow *) rows->pdata[i])->lines;
      n_groups += begins_group (rows, i);
    }
  double line = MIN ((BOTTOM - TOP - HEADING * n_groups) / MAX (n_lines, 1), MOST_PITCH / 2);
  for (guint i = 0; i < rows->len; i++)
    {
      const LecternSceneRow *row = rows->pdata[i];
      double                 height = line * row->lines;

      if (begins_group (rows, i))
        {
          draw_award_name (canvas, row->award, y);
          y += HEADING;
        }
      draw_wide_winner (canvas, row, (LecternStageBox){ x, y, width, height - 6 }, CLAMP (line * 0.8, LECTERN_STAGE_SIZE_CAPTION, 40));
      y += height;
    }
}

/* What the page does not show; NULL when that is nothing. */
static char *
describe_rest (LecternStageCanvas *canvas,
               const LecternScene *scene,
               guint               n_shown)
{
  if (scene->n_pages > 1)
    return lectern_stage_phrase_page (canvas->language, scene->page, scene->n_pages);
  return n_shown < scene->rows->len ? lectern_stage_phrase_first_rows (canvas->language, n_shown, scene->rows->len) : NULL;
}

void
lectern_scene_paint_awards (LecternStageCanvas *canvas,
                            const LecternScene *scene)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *rest = NULL;
  guint            n_shown;

  for (guint i = 0; i < scene->rows->len; i++)
    if (lectern_scene_is_on_page (scene, scene->rows->pdata[i]))
      g_ptr_array_add (rows, scene->rows->pdata[i]);
  lectern_stage_draw_header (canvas, scene, lectern_stage_word (canvas->language, LECTERN_STAGE_WORD_AWARDS));
  if (rows->len == 0)
    return;
  n_shown = rows->len;
  if (((LecternSceneRow *) rows->pdata[0])->lines > 0)
    draw_wide (canvas, rows);
  else
    n_shown = draw_cells (canvas, rows);
  rest = describe_rest (canvas, scene, n_shown);
  if (rest != NULL)
    lectern_stage_draw_footer (canvas, rest, NULL);
}
