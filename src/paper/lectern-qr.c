/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A picture a laptop's camera reads. On paper it is one path of runs of dark modules: rectangles
 * painted one by one leave hair-thin light seams between them, at which some readers stumble. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-qr.h"

#include <qrencode.h>
#include <string.h>

#define INK 0x000000
#define BARE 0xffffff
#define RUN_STEPS 5

LecternQr *
lectern_qr_new (const char *text)
{
  QRcode    *code;
  LecternQr *self;

  g_return_val_if_fail (text != NULL, NULL);

  code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  if (code == NULL)
    return NULL;
  self = g_new0 (LecternQr, 1);
  self->side = (guint) code->width;
  self->modules = g_malloc (self->side * self->side);
  for (guint i = 0; i < self->side * self->side; i++)
    self->modules[i] = code->data[i] & 1;
  QRcode_free (code);
  return self;
}

void
lectern_qr_free (LecternQr *self)
{
  g_free (self->modules);
  g_free (self);
}

gboolean
lectern_qr_is_dark (const LecternQr *self,
                    int              column,
                    int              row)
{
  int side = (int) self->side;

  return column >= 0 && row >= 0 && column < side && row < side && self->modules[row * side + column] == 1;
}

static void
add_step (GArray         *steps,
          LecternStepKind kind,
          double          x,
          double          y)
{
  LecternPathStep step = { .kind = kind, .x = { x }, .y = { y } };

  g_array_append_val (steps, step);
}

static void
add_run (GArray *steps,
         double  x,
         double  y,
         double  width,
         double  height)
{
  add_step (steps, LECTERN_STEP_MOVE, x, y);
  add_step (steps, LECTERN_STEP_LINE, x + width, y);
  add_step (steps, LECTERN_STEP_LINE, x + width, y + height);
  add_step (steps, LECTERN_STEP_LINE, x, y + height);
  add_step (steps, LECTERN_STEP_CLOSE, x, y);
}

void
lectern_page_add_qr (LecternPage     *page,
                     const LecternQr *qr,
                     double           x,
                     double           y,
                     double           size)
{
  g_autoptr (GArray) steps = g_array_sized_new (FALSE, FALSE, sizeof (LecternPathStep), qr->side * qr->side / 4 * RUN_STEPS);
  double module = size / (qr->side + 2 * LECTERN_QR_QUIET);
  int    side = (int) qr->side;

  for (int row = 0; row < side; row++)
    for (int column = 0, end; column < side; column = end + 1)
      {
        for (end = column; lectern_qr_is_dark (qr, end, row);)
          end++;
        if (end > column)
          add_run (steps, x + (LECTERN_QR_QUIET + column) * module, y + (LECTERN_QR_QUIET + row) * module, (end - column) * module, module);
      }
  lectern_page_add_rectangle (page, BARE, 0, x, y, size, size); /* a rehearsal's mark lies below */
  lectern_page_add_path (page, INK, 0, (LecternPathStep *) (gpointer) steps->data, steps->len);
}
