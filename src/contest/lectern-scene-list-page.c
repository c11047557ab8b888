/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Guests and awards on pages, as a ranking has them: frozen with the scene. A page holds what can be
 * read with nothing cut on the narrowest screen there is (4 : 3), with texts at the size that is the
 * smallest anywhere; a wider screen has more room and larger letters. Who has a very long name or
 * office has lines of his own over the whole width, and so have the others of that scene. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-scene-list-page.h"

/* Of a page of two columns. */
#define COLUMN_ROWS 9
/* Of a page of one column. */
#define PAGE_LINES 17
/* Full-width characters a line holds. */
#define COLUMN_NAME 4
#define COLUMN_OFFICE 9
#define WIDE_NAME 10
#define WIDE_OFFICE 17
#define CELL_NAME 6
#define CELL_UNIT 6
#define WIDE_HALF 14
/* Units of height. */
#define AWARDS_ROOM 588
#define AWARD_HEADING 60
#define AWARD_ROW 70
#define AWARD_LINE 31

guint
lectern_scene_count_halves (const char *text)
{
  guint halves = 0;

  for (const char *at = text != NULL ? text : ""; *at != '\0'; at = g_utf8_next_char (at))
    halves += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return halves;
}

/* Lines @text takes where a line holds @n_characters of full width. */
static guint
count_lines (const char *text,
             guint       n_characters)
{
  return MAX ((lectern_scene_count_halves (text) + 2 * n_characters - 1) / (2 * n_characters), 1);
}

/* Guests and judges ------------------------------------------------------------------------- */

static gboolean
has_long_person (GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const LecternScenePerson *person = people->pdata[i];

      if (count_lines (person->name, COLUMN_NAME) > 2 || count_lines (person->office, COLUMN_OFFICE) > 2)
        return TRUE;
    }
  return FALSE;
}

/* Alike on all pages from @page on; gives the page after them. */
static guint
page_alike (GPtrArray *people,
            guint      page,
            guint      most)
{
  guint n_pages = (people->len + most - 1) / most;

  for (guint i = 0; i < people->len; i++)
    ((LecternScenePerson *) people->pdata[i])->page = page + i * n_pages / people->len;
  return page + n_pages;
}

/* As many as there are lines for; gives the page after them. */
static guint
page_by_lines (GPtrArray *people,
               guint      page)
{
  guint n_lines = 0;

  for (guint i = 0; i < people->len; i++)
    {
      LecternScenePerson *person = people->pdata[i];

      person->lines = MAX (MAX (count_lines (person->name, WIDE_NAME), count_lines (person->office, WIDE_OFFICE)), 2);
      if (n_lines > 0 && n_lines + person->lines > PAGE_LINES)
        {
          page++;
          n_lines = 0;
        }
      n_lines += person->lines;
      person->page = page;
    }
  return people->len > 0 ? page + 1 : page;
}

void
lectern_scene_make_people_pages (LecternScene *scene)
{
  guint next = 1;

  scene->page = 1;
  if (has_long_person (scene->guests) || has_long_person (scene->panel))
    next = page_by_lines (scene->panel, page_by_lines (scene->guests, next));
  else if (scene->guests->len > 0 && scene->panel->len > 0 && MAX (scene->guests->len, scene->panel->len) <= COLUMN_ROWS)
    next = MAX (page_alike (scene->guests, 1, COLUMN_ROWS), page_alike (scene->panel, 1, COLUMN_ROWS));
  else
    next = page_alike (scene->panel, page_alike (scene->guests, next, 2 * COLUMN_ROWS), 2 * COLUMN_ROWS);
  scene->n_pages = MAX (next - 1, 1);
}

gboolean
lectern_scene_has_person_on_page (const LecternScene       *self,
                                  const LecternScenePerson *person)
{
  g_return_val_if_fail (self != NULL && person != NULL, FALSE);

  return self->n_pages == 0 || person->page == self->page;
}

/* Awards ------------------------------------------------------------------------------------ */

static gboolean
has_long_row (const LecternScene *scene)
{
  for (guint i = 0; i < scene->rows->len; i++)
    {
      const LecternSceneRow *row = scene->rows->pdata[i];

      if (count_lines (row->name, CELL_NAME) > 2 || count_lines (row->unit, CELL_UNIT) > 2)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_award_before (const LecternScene *scene,
                    guint               index)
{
  return index > 0 && g_strcmp0 (((LecternSceneRow *) scene->rows->pdata[index])->award, ((LecternSceneRow *) scene->rows->pdata[index - 1])->award) == 0;
}

/* The award that begins at @first: where the next one does. */
static guint
find_next_award (const LecternScene *scene,
                 guint               first)
{
  guint next = first + 1;

  while (next < scene->rows->len && is_of_award_before (scene, next))
    next++;
  return next;
}

/* What an award whose rows are @first to before @next takes. */
static guint
measure_rows (const LecternScene *scene,
              guint               first,
              guint               next)
{
  guint height = AWARD_HEADING;

  if (((LecternSceneRow *) scene->rows->pdata[first])->lines == 0)
    return height + (next - first + 1) / 2 * AWARD_ROW;
  for (guint i = first; i < next; i++)
    height += ((LecternSceneRow *) scene->rows->pdata[i])->lines * AWARD_LINE;
  return height;
}

/* Puts the award from @first on on the page, or on pages of its own where it is too much for one. */
static void
page_award (LecternScene *scene,
            guint         first,
            guint         next,
            guint        *used)
{
  if (*used > 0 && *used + measure_rows (scene, first, next) > AWARDS_ROOM)
    {
      scene->n_pages++;
      *used = 0;
    }
  for (guint from = first, i = first; i < next; i++)
    {
      if (i > from && *used + measure_rows (scene, from, i + 1) > AWARDS_ROOM)
        {
          scene->n_pages++;
          *used = 0;
          from = i;
        }
      ((LecternSceneRow *) scene->rows->pdata[i])->page = scene->n_pages;
      if (i + 1 == next)
        *used += measure_rows (scene, from, next);
    }
}

void
lectern_scene_make_award_pages (LecternScene *scene)
{
  gboolean with_lines = has_long_row (scene);
  guint    used = 0;

  for (guint i = 0; i < scene->rows->len; i++)
    {
      LecternSceneRow *row = scene->rows->pdata[i];

      row->lines = with_lines ? MAX (MAX (count_lines (row->name, WIDE_HALF), count_lines (row->unit, WIDE_HALF)), 2) : 0;
    }
  scene->page = scene->n_pages = 1;
  for (guint first = 0, next; first < scene->rows->len; first = next)
    {
      next = find_next_award (scene, first);
      page_award (scene, first, next, &used);
    }
}
