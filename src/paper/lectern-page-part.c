/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Where a part of a page is: measured from what was laid out and not from what was asked for, so that a body of four
 * lines is as high as its four lines. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-page-part.h"

/* What reaches above and below a baseline, in ems. */
#define ASCENT 0.88
#define DESCENT 0.16

typedef struct
{
  double left, top, right, bottom;
} Extents;

static void
extend (Extents *extents,
        double   x,
        double   y)
{
  extents->left = MIN (extents->left, x);
  extents->top = MIN (extents->top, y);
  extents->right = MAX (extents->right, x);
  extents->bottom = MAX (extents->bottom, y);
}

static void
extend_by_text (Extents               *extents,
                LecternPaperFonts     *fonts,
                const LecternPageItem *item)
{
  double em = item->text.size * LECTERN_MM_PER_POINT;

  extend (extents, item->x, item->y - ASCENT * em);
  extend (extents, item->x + lectern_paper_fonts_measure (fonts, item->text.role, item->text.size, item->text.spacing, item->text.string), item->y + DESCENT * em);
}

static void
extend_by_item (Extents               *extents,
                LecternPaperFonts     *fonts,
                const LecternPageItem *item)
{
  switch (item->kind)
    {
    case LECTERN_ITEM_TEXT:
      extend_by_text (extents, fonts, item);
      break;
    case LECTERN_ITEM_LINE:
      extend (extents, item->x, item->y);
      extend (extents, item->line.x2, item->line.y2);
      break;
    case LECTERN_ITEM_RECTANGLE:
      extend (extents, item->x, item->y);
      extend (extents, item->x + item->rectangle.width, item->y + item->rectangle.height);
      break;
    case LECTERN_ITEM_PATH:
      for (guint i = 0; i < item->path.n_steps; i++)
        if (item->path.steps[i].kind != LECTERN_STEP_CLOSE)
          extend (extents, item->path.steps[i].x[item->path.steps[i].kind == LECTERN_STEP_CURVE ? 2 : 0], item->path.steps[i].y[item->path.steps[i].kind == LECTERN_STEP_CURVE ? 2 : 0]);
      break;
    case LECTERN_ITEM_PICTURE:
    default:
      extend (extents, item->x, item->y);
      extend (extents, item->x + item->picture.width, item->y + item->picture.height);
      break;
    }
}

static void
extend_by_page (Extents           *extents,
                double            *baseline,
                LecternPaperFonts *fonts,
                const LecternPage *page,
                guint              part)
{
  guint                  n = 0;
  const LecternPageItem *items = lectern_page_get_items (page, &n);

  for (guint i = 0; i < n; i++)
    {
      if (items[i].part != part)
        continue;
      extend_by_item (extents, fonts, &items[i]);
      if (items[i].kind == LECTERN_ITEM_TEXT && (*baseline == 0 || items[i].y < *baseline))
        *baseline = items[i].y;
    }
}

gboolean
lectern_page_part_find (const LecternDocument *document,
                        guint                  page,
                        guint                  part,
                        LecternFrame          *frame)
{
  Extents            extents = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  double             baseline = 0;
  const LecternPage *own;

  g_return_val_if_fail (document != NULL && part > 0, FALSE);

  if (page >= lectern_document_get_n_pages (document))
    return FALSE;
  own = lectern_document_get_page (document, page);
  extend_by_page (&extents, &baseline, lectern_document_get_fonts (document), own, part);
  if (lectern_page_get_form (own) != NULL)
    extend_by_page (&extents, &baseline, lectern_document_get_fonts (document), lectern_page_get_form (own), part);
  if (extents.right < extents.left)
    return FALSE;
  *frame = (LecternFrame){ extents.left, extents.top, extents.right - extents.left, extents.bottom - extents.top, baseline };

  return TRUE;
}

guint
lectern_page_part_pick (const LecternDocument *document,
                        guint                  page,
                        guint                  n_parts,
                        double                 x,
                        double                 y,
                        double                 slack)
{
  guint  picked = 0;
  double smallest = G_MAXDOUBLE;

  for (guint part = 1; part <= n_parts; part++)
    {
      LecternFrame frame;

      if (!lectern_page_part_find (document, page, part, &frame) || x < frame.x - slack || x > frame.x + frame.width + slack || y < frame.y - slack || y > frame.y + frame.height + slack)
        continue;
      if (frame.width * frame.height < smallest)
        {
          smallest = frame.width * frame.height;
          picked = part;
        }
    }

  return picked;
}
