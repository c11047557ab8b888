/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A page as a flat list of placed things. Everything is decided here, in millimetres, before a
 * painter runs: so the PDF and the screen can't differ in layout. What hundreds of certificates
 * share is a form, kept once. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-page.h"

struct _LecternPage
{
  double       width;
  double       height;
  LecternPage *form;
  GArray      *items; /* LecternPageItem */
  guint        part;  /* of what is added */
};

static void
item_clear (gpointer data)
{
  LecternPageItem *item = data;

  if (item->kind == LECTERN_ITEM_TEXT)
    g_free (item->text.string);
  else if (item->kind == LECTERN_ITEM_PATH)
    g_free (item->path.steps);
  else if (item->kind == LECTERN_ITEM_PICTURE)
    g_object_unref (item->picture.pixbuf);
}

static void
page_free (gpointer data)
{
  LecternPage *self = data;

  g_clear_pointer (&self->form, lectern_page_unref);
  g_clear_pointer (&self->items, g_array_unref);
}

static LecternPageItem *
add_item (LecternPage    *self,
          LecternItemKind kind,
          guint32         colour,
          double          x,
          double          y)
{
  LecternPageItem item = { .kind = kind, .colour = colour, .part = self->part, .x = x, .y = y };

  g_array_append_val (self->items, item);

  return &g_array_index (self->items, LecternPageItem, self->items->len - 1);
}

LecternPage *
lectern_page_new (double width,
                  double height)
{
  LecternPage *self;

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self = g_atomic_rc_box_new0 (LecternPage);
  self->width = width;
  self->height = height;
  self->items = g_array_sized_new (FALSE, FALSE, sizeof (LecternPageItem), 4);
  g_array_set_clear_func (self->items, item_clear);

  return self;
}

LecternPage *
lectern_page_ref (LecternPage *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lectern_page_unref (LecternPage *self)
{
  g_atomic_rc_box_release_full (self, page_free);
}

double
lectern_page_get_width (const LecternPage *self)
{
  return self->width;
}

double
lectern_page_get_height (const LecternPage *self)
{
  return self->height;
}

const LecternPageItem *
lectern_page_get_items (const LecternPage *self,
                        guint             *n_items)
{
  *n_items = self->items->len;

  return (const LecternPageItem *) (gpointer) self->items->data;
}

LecternPage *
lectern_page_get_form (const LecternPage *self)
{
  return self->form;
}

void
lectern_page_set_form (LecternPage *self,
                       LecternPage *form)
{
  g_return_if_fail (form == NULL || form->form == NULL);

  if (form != NULL)
    lectern_page_ref (form);
  g_clear_pointer (&self->form, lectern_page_unref);
  self->form = form;
}

void
lectern_page_set_part (LecternPage *self,
                       guint        part)
{
  g_return_if_fail (self != NULL);

  self->part = part;
}

void
lectern_page_add_text (LecternPage    *self,
                       LecternFontRole role,
                       double          size,
                       guint32         colour,
                       double          x,
                       double          y,
                       double          spacing,
                       const char     *string)
{
  lectern_page_add_turned_text (self, role, size, colour, x, y, spacing, 0, string);
}

void
lectern_page_add_turned_text (LecternPage    *self,
                              LecternFontRole role,
                              double          size,
                              guint32         colour,
                              double          x,
                              double          y,
                              double          spacing,
                              double          angle,
                              const char     *string)
{
  LecternPageItem *item;

  g_return_if_fail (string != NULL);

  if (*string == '\0')
    return;

  item = add_item (self, LECTERN_ITEM_TEXT, colour, x, y);
  item->text.string = g_strdup (string);
  item->text.role = role;
  item->text.size = size;
  item->text.spacing = spacing;
  item->text.angle = angle;
}

void
lectern_page_add_line (LecternPage *self,
                       guint32      colour,
                       double       stroke,
                       double       x1,
                       double       y1,
                       double       x2,
                       double       y2)
{
  LecternPageItem *item = add_item (self, LECTERN_ITEM_LINE, colour, x1, y1);

  item->line.x2 = x2;
  item->line.y2 = y2;
  item->line.stroke = stroke;
}

void
lectern_page_add_rectangle (LecternPage *self,
                            guint32      colour,
                            double       stroke,
                            double       x,
                            double       y,
                            double       width,
                            double       height)
{
  LecternPageItem *item = add_item (self, LECTERN_ITEM_RECTANGLE, colour, x, y);

  item->rectangle.width = width;
  item->rectangle.height = height;
  item->rectangle.stroke = stroke;
}

void
lectern_page_add_path (LecternPage           *self,
                       guint32                colour,
                       double                 stroke,
                       const LecternPathStep *steps,
                       guint                  n_steps)
{
  LecternPageItem *item;

  g_return_if_fail (n_steps > 0 && steps[0].kind == LECTERN_STEP_MOVE);

  item = add_item (self, LECTERN_ITEM_PATH, colour, steps[0].x[0], steps[0].y[0]);
  item->path.steps = g_memdup2 (steps, n_steps * sizeof *steps);
  item->path.n_steps = n_steps;
  item->path.stroke = stroke;
}

void
lectern_page_add_picture (LecternPage *self,
                          GdkPixbuf   *pixbuf,
                          double       x,
                          double       y,
                          double       width,
                          double       height)
{
  LecternPageItem *item = add_item (self, LECTERN_ITEM_PICTURE, 0, x, y);

  item->picture.pixbuf = g_object_ref (pixbuf);
  item->picture.width = width;
  item->picture.height = height;
}
