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

/* As many of @n half millimetres towards @n as make nothing wrong that is not among @faults. */
static int
find_steps (LecternCertificateDesign *self,
            double                   *at,
            double                    from,
            int                       n,
            GPtrArray                *faults)
{
  int good = 0;
  int bad = n;

  while (ABS (bad - good) > 1)
    {
      int middle = (good + bad) / 2;

      *at = from + middle * LECTERN_CERTIFICATE_STEP;
      if (is_worse (self, faults))
        bad = middle;
      else
        good = middle;
    }

  return good;
}

/* Moves one of the two measures of a place. */
static gboolean
move_along (LecternCertificateDesign *self,
            double                   *at,
            double                    from,
            double                    by,
            GPtrArray                *faults)
{
  double was = *at;
  double to = round ((from + by) / LECTERN_CERTIFICATE_STEP) * LECTERN_CERTIFICATE_STEP;
  int    steps = (int) round ((to - from) / LECTERN_CERTIFICATE_STEP);

  if (fabs (by) < LECTERN_CERTIFICATE_STEP / 2)
    return FALSE;
  *at = to;
  if (is_worse (self, faults))
    {
      double start = to - steps * LECTERN_CERTIFICATE_STEP; /* on half millimetres, less than one from where it was */

      steps = find_steps (self, at, start, steps, faults);
      *at = steps != 0 ? start + steps * LECTERN_CERTIFICATE_STEP : was;
    }

  return *at != was;
}

gboolean
lectern_certificate_design_move (LecternCertificateDesign *self,
                                 guint                     place,
                                 double                    right,
                                 double                    down,
                                 double                    stands)
{
  g_autoptr (GPtrArray) faults = NULL;
  double  *x;
  double  *y;
  gboolean moved;

  g_return_val_if_fail (self != NULL && place < LECTERN_CERTIFICATE_N_PLACES, FALSE);

  faults = lectern_certificate_design_check (self);
  find_place (self, place, &x, &y);
  moved = move_along (self, x, *x, right, faults);

  return move_along (self, y, *y != 0 ? *y : stands, down, faults) || moved;
}
