/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A ranking on pages. Rows keep a height that people read from the twentieth row, so a board has
 * ten of them; it has up to fourteen where that keeps together who belongs together: all who go on,
 * all who have the first award, and equals. More than that goes on to the next page, and the pages
 * after the first are filled alike, so that none has a few lines. The pages are part of the frozen
 * scene: turning one over never looks at the contest again. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-scene-private.h"

#define USUAL_ROWS 10
#define MOST_ROWS 14

static gboolean
are_equal (const LecternScene *scene,
           guint               a,
           guint               b)
{
  const LecternSceneRow *one = scene->rows->pdata[a];
  const LecternSceneRow *other = scene->rows->pdata[b];

  return one->rank > 0 && one->rank == other->rank;
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

  scene->page = 1;
  scene->n_pages = 0;
  while (first < n_rows)
    {
      guint n_left = n_rows - first;
      guint n_pages = (n_left + USUAL_ROWS - 1) / USUAL_ROWS;
      guint n = first == 0 ? count_first_page (scene, n_together) : keep_equals (scene, first, (n_left + n_pages - 1) / n_pages);

      scene->n_pages++;
      for (guint i = 0; i < n; i++)
        ((LecternSceneRow *) scene->rows->pdata[first + i])->page = scene->n_pages;
      first += n;
    }
  scene->n_pages = MAX (scene->n_pages, 1);
}

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
