/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Moving what stands on a certificate by hand. Rules: everything comes to rest on half millimetres, and
 * a move never makes a design wrong: it ends where the margin, the edge or the seal begins. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-certificate-place.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const char *
lectern_certificate_place_get_label (guint place)
{
  g_return_val_if_fail (place < LECTERN_CERTIFICATE_N_PLACES, NULL);

  if (place == LECTERN_CERTIFICATE_PLACE_LOGO)
    return C_ ("certificate", "The organisers’ logo");
  if (place == LECTERN_CERTIFICATE_PLACE_CODE)
    return C_ ("certificate", "Code to verify it by");
  if (place == LECTERN_CERTIFICATE_PLACE_SEAL)
    return C_ ("certificate", "Place of the Seal");

  return lectern_certificate_field_get_label (place);
}

static void
find_place (LecternCertificateDesign *self,
            guint                     place,
            double                  **x,
            double                  **y)
{
  if (place == LECTERN_CERTIFICATE_PLACE_SEAL)
    {
      *x = &self->seal_x;
      *y = &self->seal_y;
    }
  else if (place >= LECTERN_CERTIFICATE_N_FIELDS)
    {
      LecternCertificateBox *box = place == LECTERN_CERTIFICATE_PLACE_LOGO ? &self->logo : &self->code;

      *x = &box->x;
      *y = &box->y;
    }
  else
    {
      *x = &self->fields[place].x;
      *y = &self->fields[place].y;
    }
}

void
lectern_certificate_design_get_place (const LecternCertificateDesign *self,
                                      guint                           place,
                                      double                         *x,
                                      double                         *y)
{
  double *at_x;
  double *at_y;

  g_return_if_fail (self != NULL && place < LECTERN_CERTIFICATE_N_PLACES);

  find_place ((LecternCertificateDesign *) self, place, &at_x, &at_y);
  *x = *at_x;
  *y = *at_y;
}

void
lectern_certificate_design_set_place (LecternCertificateDesign *self,
                                      guint                     place,
                                      double                    x,
                                      double                    y)
{
  double *at_x;
  double *at_y;

  g_return_if_fail (self != NULL && place < LECTERN_CERTIFICATE_N_PLACES);

  find_place (self, place, &at_x, &at_y);
  *at_x = x;
  *at_y = y;
}

static gboolean
has_fault (GPtrArray  *faults,
           const char *path)
{
  for (guint i = 0; i < faults->len; i++)
    if (g_strcmp0 (((LecternProblem *) faults->pdata[i])->column, path) == 0)
      return TRUE;

  return FALSE;
}

/* Whether something is wrong with it that is not among @faults. */
static gboolean
is_worse (const LecternCertificateDesign *self,
          GPtrArray                      *faults)
{
  g_autoptr (GPtrArray) now = lectern_certificate_design_check (self);

  for (guint i = 0; i < now->len; i++)
    if (!has_fault (faults, ((LecternProblem *) now->pdata[i])->column))
      return TRUE;

  return FALSE;
}

/* What a move begins with. */
typedef struct
{
  LecternCertificateDesign *design;
  guint                     place;
  GPtrArray                *faults; /* of the design before */
  double                    x;
  double                    y; /* where it stands, also when it follows another text */
  double                    width;
} Move;

/* A text moves by where it begins, ends or has its middle. Where the room for it would reach over a margin, the room
 * becomes narrower on that side: what fills the whole width can be moved all the same. */
static void
shift_across (const Move *move,
              double      by)
{
  LecternCertificateDesign *design = move->design;
  LecternCertificateField  *field = move->place < LECTERN_CERTIFICATE_N_FIELDS ? &design->fields[move->place] : NULL;
  double                    left = design->margin_left, right = design->width - design->margin_right;
  double                    x = move->x + by;
  double                    width = move->width;
  double                   *at_x, *at_y;

  find_place (design, move->place, &at_x, &at_y);
  if (field != NULL && field->align == LECTERN_CERTIFICATE_CENTRE)
    {
      double middle = x + width / 2;

      width = 2 * MIN (width / 2, MIN (middle - left, right - middle));
      x = middle - width / 2;
    }
  else if (field != NULL && field->align == LECTERN_CERTIFICATE_RIGHT)
    {
      width = MIN (width, x + width - left);
      x = move->x + by + move->width - width;
    }
  else if (field != NULL)
    width = MIN (width, right - x);
  *at_x = x;
  if (field != NULL)
    field->width = width;
}

static void
shift_down (const Move *move,
            double      by)
{
  double *at_x, *at_y;

  find_place (move->design, move->place, &at_x, &at_y);
  *at_y = move->y + by;
}

/* As many of @n half millimetres from @start towards @n as make nothing wrong that was right. */
static int
find_steps (const Move *move,
            void (*shift) (const Move *move,
                           double      by),
            double start,
            int    n)
{
  int good = 0;
  int bad = n;

  while (ABS (bad - good) > 1)
    {
      int middle = (good + bad) / 2;

      shift (move, start + middle * LECTERN_CERTIFICATE_STEP);
      if (is_worse (move->design, move->faults))
        bad = middle;
      else
        good = middle;
    }

  return good;
}

/* Moves one of the two measures of a place, which is at @from, by about @by. FALSE: it stays where it is. */
static gboolean
move_along (const Move *move,
            void (*shift) (const Move *move,
                           double      by),
            double from,
            double by)
{
  double to = round ((from + by) / LECTERN_CERTIFICATE_STEP) * LECTERN_CERTIFICATE_STEP - from;
  int    steps = (int) round (to / LECTERN_CERTIFICATE_STEP);
  double start = to - steps * LECTERN_CERTIFICATE_STEP; /* less than half a millimetre, onto the grid */

  if (fabs (by) < LECTERN_CERTIFICATE_STEP / 2)
    return FALSE;
  shift (move, to);
  if (!is_worse (move->design, move->faults))
    return to != 0;
  steps = find_steps (move, shift, start, steps);
  if (steps != 0)
    shift (move, start + steps * LECTERN_CERTIFICATE_STEP);

  return steps != 0;
}

gboolean
lectern_certificate_design_move (LecternCertificateDesign *self,
                                 guint                     place,
                                 double                    right,
                                 double                    down,
                                 double                    stands)
{
  g_autoptr (GPtrArray) faults = NULL;
  Move     move = { .design = self, .place = place };
  double   x, y;
  gboolean across;
  gboolean along;

  g_return_val_if_fail (self != NULL && place < LECTERN_CERTIFICATE_N_PLACES, FALSE);

  faults = lectern_certificate_design_check (self);
  lectern_certificate_design_get_place (self, place, &x, &y);
  move.faults = faults;
  move.x = x;
  move.y = y != 0 ? y : stands;
  move.width = place < LECTERN_CERTIFICATE_N_FIELDS ? self->fields[place].width : 0;
  across = move_along (&move, shift_across, move.x, right);
  if (!across)
    {
      lectern_certificate_design_set_place (self, place, x, y);
      if (place < LECTERN_CERTIFICATE_N_FIELDS)
        self->fields[place].width = move.width;
    }
  lectern_certificate_design_get_place (self, place, &x, &y);
  along = move_along (&move, shift_down, move.y, down);
  if (!along)
    lectern_certificate_design_set_place (self, place, x, y);

  return across || along;
}
