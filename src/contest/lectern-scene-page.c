/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Boards on pages: ranking, running order, draw, the winners of one award. A ranking has ten rows, which
 * people read from the twentieth row of seats; it has up to fourteen where that keeps together who
 * belongs together: all who go on, all who have the first award, and equals. More goes on to the next
 * page, and pages are filled alike, so that none has a few lines.
 *
 * Nothing is cut: as in lists of people, a page holds what can be read on the narrowest screen (4 : 3) with
 * texts at the smallest size there is. A row whose texts don't fit beside each other has lines of its
 * own, and fewer of those fit a page. The pages are part of the frozen scene: turning one over never
 * looks at the contest again. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-scene-list-page.h"
#include "lectern-scene-private.h"

#define USUAL_ROWS 10
#define MOST_ROWS 14
#define ORDER_COLUMNS 2
/* Units of height: of a board, of one of its rows with a single line at the least, and of a row with
 * more lines beside them. */
#define BOARD_ROOM 548
#define LEAST_ROW 39
#define LINE 34
#define AROUND_LINES 12
/* Half characters that fit at 4 : 3. */
#define RANKING_ROW 43   /* name and unit of a ranking's row */
#define RANKING_PRIZE 49 /* name, unit and award, when no places are gained or lost */
#define RANKING_LINE 43  /* a line of a ranking's row */
#define ORDER_CELL 24    /* name and unit in one of two columns of the order */
#define ORDER_ROW 60     /* over the whole width */
#define DRAW_SMALL 12    /* a name in one of four columns of lots, */
#define DRAW_MIDDLE 18   /* three, */
#define DRAW_LARGE 29    /* two */
#define DRAW_LINES 7     /* of small lots */
#define DRAW_ROOM 334    /* units of height */
#define WINNER_BESIDE 28 /* name and unit beside each other in one of two columns, */
#define WINNER_CELL 19   /* either of them with a score, one below the other, */
#define WINNER_LINE 52   /* over the whole width */
#define WINNERS_ROOM 432 /* units of height */
#define MOST_BESIDE 24

static LecternSceneRow *
get_row (GPtrArray *rows,
         guint      index)
{
  return rows->pdata[index];
}

static guint
count_lines (const char *text,
             guint       n_halves)
{
  return (lectern_scene_count_halves (text) + n_halves - 1) / n_halves;
}

static gboolean
are_equal (const LecternScene *scene,
           guint               a,
           guint               b)
{
  const LecternSceneRow *one = get_row (scene->rows, a), *other = get_row (scene->rows, b);

  return one->rank > 0 && one->rank == other->rank;
}

/* Ranking ----------------------------------------------------------------------------------- */

/* What the hall has to read in a row; what else is special about it gives way. */
static guint
count_ranking_lines (const LecternSceneRow *row)
{
  guint name = lectern_scene_count_halves (row->name), unit = lectern_scene_count_halves (row->unit), award = lectern_scene_count_halves (row->award);

  if (row->award == NULL ? name + unit <= RANKING_ROW : name + unit + award <= RANKING_PRIZE)
    return 0;
  return count_lines (row->name, RANKING_LINE) + MAX (count_lines (row->unit, RANKING_LINE), 1) + (award > 0 && unit + award + 4 > RANKING_LINE);
}

/* Units of height a row needs. */
static guint
measure_row (const LecternSceneRow *row,
             guint                  usual)
{
  return row->lines > 1 ? row->lines * LINE + AROUND_LINES : usual;
}

/* How many rows from @first on, @n at most, are not too high together. */
static guint
fit_rows (const LecternScene *scene,
          guint               first,
          guint               n,
          guint               usual)
{
  guint height = 0, fitting = 0;

  for (guint i = first; i < scene->rows->len && fitting < n; i++, fitting++)
    {
      height += measure_row (get_row (scene->rows, i), usual);
      if (height > BOARD_ROOM)
        break;
    }
  return MAX (fitting, 1);
}

/* The page that begins at row @first and would have @n rows: a few more where it would part equals. */
static guint
keep_equals (const LecternScene *scene,
             guint               first,
             guint               n)
{
  while (n < MOST_ROWS && first + n < scene->rows->len && are_equal (scene, first + n - 1, first + n))
    n++;
  return MIN (n, scene->rows->len - first);
}

static guint
count_first_page (const LecternScene *scene,
                  guint               n_together)
{
  guint n = scene->rows->len <= MOST_ROWS ? scene->rows->len : USUAL_ROWS;

  if (n_together <= MOST_ROWS)
    n = MAX (n, n_together);
  return keep_equals (scene, 0, n);
}

void
lectern_scene_make_pages (LecternScene *scene,
                          guint         n_together)
{
  guint n_rows = scene->rows->len;
  guint first = 0;

  g_return_if_fail (scene != NULL);

  scene->page = 1;
  scene->n_pages = 0;
  for (guint i = 0; i < n_rows; i++)
    get_row (scene->rows, i)->lines = count_ranking_lines (get_row (scene->rows, i));
  while (first < n_rows)
    {
      guint n_left = n_rows - first;
      guint n_pages = (n_left + USUAL_ROWS - 1) / USUAL_ROWS;
      guint n = first == 0 ? count_first_page (scene, n_together) : keep_equals (scene, first, (n_left + n_pages - 1) / n_pages);

      n = fit_rows (scene, first, n, LEAST_ROW);
      scene->n_pages++;
      for (guint i = 0; i < n; i++)
        get_row (scene->rows, first + i)->page = scene->n_pages;
      first += n;
    }
  scene->n_pages = MAX (scene->n_pages, 1);
}

/* Order ------------------------------------------------------------------------------------- */

/* @most on a page, the pages filled alike. */
static void
page_alike (LecternScene *scene,
            guint         most)
{
  guint n_rows = scene->rows->len;

  scene->n_pages = MAX ((n_rows + most - 1) / most, 1);
  for (guint i = 0; i < n_rows; i++)
    get_row (scene->rows, i)->page = 1 + i * scene->n_pages / n_rows;
}

/* Rows have a line, or the lines they need. */
static void
page_order_by_lines (LecternScene *scene)
{
  guint n_alike = (scene->rows->len + MOST_ROWS - 1) / MOST_ROWS;
  guint most = (scene->rows->len + MAX (n_alike, 1) - 1) / MAX (n_alike, 1);

  for (guint i = 0; i < scene->rows->len; i++)
    {
      LecternSceneRow *row = get_row (scene->rows, i);
      gboolean         beside = lectern_scene_count_halves (row->name) + lectern_scene_count_halves (row->unit) <= ORDER_ROW;

      row->lines = beside ? 1 : count_lines (row->name, ORDER_ROW) + count_lines (row->unit, ORDER_ROW);
    }
  scene->n_pages = 0;
  for (guint first = 0, n; first < scene->rows->len; first += n)
    {
      n = fit_rows (scene, first, most, LEAST_ROW);
      scene->n_pages++;
      for (guint i = first; i < first + n; i++)
        get_row (scene->rows, i)->page = scene->n_pages;
    }
}

/* Who is on stage, or comes next. */
static guint
find_order_page (const LecternScene *scene)
{
  guint next = 0;

  for (guint i = 0; i < scene->rows->len; i++)
    {
      const LecternSceneRow *row = get_row (scene->rows, i);

      if (row->on_stage)
        return row->page;
      if (next == 0 && !row->done && !row->forfeit)
        next = row->page;
    }
  return MAX (next, 1);
}

void
lectern_scene_make_order_pages (LecternScene *scene)
{
  gboolean in_columns = TRUE;

  g_return_if_fail (scene != NULL);

  for (guint i = 0; i < scene->rows->len && in_columns; i++)
    {
      const LecternSceneRow *row = get_row (scene->rows, i);

      in_columns = lectern_scene_count_halves (row->name) + lectern_scene_count_halves (row->unit) <= ORDER_CELL;
    }
  if (in_columns && scene->rows->len > MOST_ROWS)
    page_alike (scene, ORDER_COLUMNS * MOST_ROWS);
  else
    page_order_by_lines (scene);
  scene->n_pages = MAX (scene->n_pages, 1);
  scene->page = find_order_page (scene);
}

/* Draw -------------------------------------------------------------------------------------- */

void
lectern_scene_make_draw_pages (LecternScene *scene,
                               guint         longest)
{
  guint lines, most;

  g_return_if_fail (scene != NULL);

  lines = longest <= DRAW_SMALL ? 0 : (longest + DRAW_LARGE - 1) / DRAW_LARGE;
  most = longest <= DRAW_SMALL ? 4 * DRAW_LINES : longest <= DRAW_MIDDLE ? 3 * DRAW_LINES
                                                                         : 2 * MIN (DRAW_LINES, DRAW_ROOM / (lines * LINE + AROUND_LINES));
  page_alike (scene, most);
  scene->page = 1;
  for (guint i = 0; i < scene->rows->len; i++)
    {
      LecternSceneRow *row = get_row (scene->rows, i);

      row->lines = lines;
      if (row->fresh)
        scene->page = row->page;
    }
}

/* Winners ----------------------------------------------------------------------------------- */

typedef enum
{
  WINNERS_BESIDE,
  WINNERS_STACKED,
  WINNERS_WIDE,
} WinnersSetting;

static WinnersSetting
choose_setting (GPtrArray *rows,
                guint      first,
                guint      n)
{
  WinnersSetting setting = WINNERS_BESIDE;

  for (guint i = first; i < first + n; i++)
    {
      guint name = lectern_scene_count_halves (get_row (rows, i)->name), unit = lectern_scene_count_halves (get_row (rows, i)->unit);

      if (MAX (name, unit) > WINNER_CELL)
        return WINNERS_WIDE;
      if (name + unit > WINNER_BESIDE)
        setting = WINNERS_STACKED;
    }
  return setting;
}

static guint
count_winner_lines (const LecternSceneRow *row)
{
  return count_lines (row->name, WINNER_LINE) + MAX (count_lines (row->unit, WINNER_LINE), 1);
}

guint
lectern_scene_count_winners (GPtrArray *rows,
                             guint      first,
                             guint      n)
{
  guint          height = 0, fitting = 0;
  WinnersSetting setting;

  g_return_val_if_fail (rows != NULL && first + n <= rows->len, n);

  setting = choose_setting (rows, first, n);
  if (setting != WINNERS_WIDE)
    return MIN (n, setting == WINNERS_BESIDE ? MOST_BESIDE : USUAL_ROWS);
  for (; fitting < n; fitting++)
    {
      height += count_winner_lines (get_row (rows, first + fitting)) * LINE + AROUND_LINES;
      if (height > WINNERS_ROOM)
        break;
    }
  return MAX (fitting, 1);
}

void
lectern_scene_make_winner_pages (LecternScene *scene)
{
  guint n_rows = scene->rows->len;

  g_return_if_fail (scene != NULL);

  scene->page = 1;
  scene->n_pages = 0;
  for (guint first = 0, n; first < n_rows; first += n)
    {
      guint    most = lectern_scene_count_winners (scene->rows, first, n_rows - first), n_pages = (n_rows - first + most - 1) / most;
      gboolean wide = choose_setting (scene->rows, first, n_rows - first) == WINNERS_WIDE;

      n = wide ? most : (n_rows - first + n_pages - 1) / n_pages;
      scene->n_pages++;
      for (guint i = first; i < first + n; i++)
        {
          LecternSceneRow *row = get_row (scene->rows, i);

          row->page = scene->n_pages;
          row->lines = wide ? count_winner_lines (row) : 0;
        }
    }
  scene->n_pages = MAX (scene->n_pages, 1);
}

/* Turning over ------------------------------------------------------------------------------ */

LecternScene *
lectern_scene_turn_to (const LecternScene *self,
                       guint               page)
{
  g_autofree char *json = NULL;
  LecternScene    *turned;

  g_return_val_if_fail (self != NULL, NULL);

  if (page < 1 || page > self->n_pages)
    return NULL;
  json = lectern_scene_to_json (self);
  turned = lectern_scene_from_json (json, NULL);
  g_return_val_if_fail (turned != NULL, NULL);
  turned->page = page;
  return turned;
}

gboolean
lectern_scene_is_on_page (const LecternScene    *self,
                          const LecternSceneRow *row)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  return self->n_pages == 0 || row->page == self->page;
}
