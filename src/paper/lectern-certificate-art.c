/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The ornaments of the certificate, drawn from lines and curves for any size of sheet: two waves
 * interlaced along the frame, as on old bonds, and the square fret (回纹) in the corners. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-certificate-art.h"

#include <math.h>

#define RED LECTERN_CERTIFICATE_RED
#define GOLD LECTERN_CERTIFICATE_GOLD
#define PALE_GOLD 0xe4cf9c

#define FRAME_INSET 9.0
#define FRAME_STROKE 1.1
#define HAIRLINE 0.25
#define BAND_INSET 12.6
#define WAVE_HEIGHT 1.15
#define WAVE_LENGTH 5.2
#define CORNER_SIDE 8.0
#define FRET_STROKE 0.55

/* A quarter of a sine as a cubic: control points from the literature, exact to 0.02 %. */
#define SINE_1 0.512286623256592433
#define SINE_2 1.002313685767898599

typedef struct
{
  double x, y;   /* where it begins */
  double dx, dy; /* which way it runs, of length 1 */
} Direction;

static void
add_step (GArray         *steps,
          LecternStepKind kind,
          Direction       d,
          const double    along[3],
          const double    across[3])
{
  LecternPathStep step = { .kind = kind };

  for (guint i = 0; i < 3; i++)
    {
      step.x[i] = d.x + along[i] * d.dx - across[i] * d.dy;
      step.y[i] = d.y + along[i] * d.dy + across[i] * d.dx;
    }
  g_array_append_val (steps, step);
}

/* A wave of @n half periods over @length, beginning upwards (@sign 1) or downwards (-1). */
static void
add_wave (LecternPage *page,
          Direction    d,
          double       length,
          guint        n,
          double       sign)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (LecternPathStep));
  double half = length / n;
  double unit = half / G_PI; /* one radian */
  double start[3] = { 0 };

  add_step (steps, LECTERN_STEP_MOVE, d, start, start);
  for (guint i = 0; i < n; i++)
    {
      double from = i * half;
      double height = (i % 2 == 0 ? sign : -sign) * WAVE_HEIGHT;
      double up[3] = { from + SINE_1 * unit, from + SINE_2 * unit, from + half / 2 };
      double up_height[3] = { SINE_1 * height, height, height };
      double down[3] = { from + half - SINE_2 * unit, from + half - SINE_1 * unit, from + half };
      double down_height[3] = { height, SINE_1 * height, 0 };

      add_step (steps, LECTERN_STEP_CURVE, d, up, up_height);
      add_step (steps, LECTERN_STEP_CURVE, d, down, down_height);
    }
  lectern_page_add_path (page, GOLD, HAIRLINE, (const LecternPathStep *) (gpointer) steps->data, steps->len);
}

static void
add_lozenge (LecternPage *page,
             guint32      colour,
             double       x,
             double       y,
             double       half_width,
             double       half_height)
{
  LecternPathStep steps[] = {
    { LECTERN_STEP_MOVE, { x - half_width }, { y } },
    { LECTERN_STEP_LINE, { x }, { y - half_height } },
    { LECTERN_STEP_LINE, { x + half_width }, { y } },
    { LECTERN_STEP_LINE, { x }, { y + half_height } },
    { LECTERN_STEP_CLOSE },
  };

  lectern_page_add_path (page, colour, 0, steps, G_N_ELEMENTS (steps));
}

static void
add_band (LecternPage *page,
          Direction    d,
          double       length)
{
  guint  n = (guint) (2 * round (length / WAVE_LENGTH / 2) * 2);
  double half = length / n;

  add_wave (page, d, length, n, 1);
  add_wave (page, d, length, n, -1);
  for (guint i = 0; i < n; i++)
    add_lozenge (page, RED, d.x + (i + 0.5) * half * d.dx, d.y + (i + 0.5) * half * d.dy, 0.42, 0.42);
}

/* A square fret that winds inwards, in the tile whose outer corner is at @x, @y; @sx and @sy say
 * into which quarter it lies. */
static void
add_fret (LecternPage *page,
          double       x,
          double       y,
          double       sx,
          double       sy)
{
  static const double turns[][2] = { { 1.2, 6.8 }, { 1.2, 1.2 }, { 6.8, 1.2 }, { 6.8, 6.8 }, { 2.8, 6.8 }, { 2.8, 2.8 }, { 5.2, 2.8 }, { 5.2, 5.2 }, { 4.0, 5.2 }, { 4.0, 4.2 } };
  LecternPathStep     steps[G_N_ELEMENTS (turns)];
  double              left = sx > 0 ? x : x - CORNER_SIDE;
  double              top = sy > 0 ? y : y - CORNER_SIDE;

  lectern_page_add_rectangle (page, 0xffffff, 0, left, top, CORNER_SIDE, CORNER_SIDE);
  lectern_page_add_rectangle (page, RED, 0.5, left, top, CORNER_SIDE, CORNER_SIDE);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    steps[i] = (LecternPathStep){ i == 0 ? LECTERN_STEP_MOVE : LECTERN_STEP_LINE, { x + sx * turns[i][0] }, { y + sy * turns[i][1] } };
  lectern_page_add_path (page, GOLD, FRET_STROKE, steps, G_N_ELEMENTS (steps));
}

/* The quarter arcs that lead the eye from the corner inwards. */
static void
add_arcs (LecternPage *page,
          double       x,
          double       y,
          double       sx,
          double       sy)
{
  static const double radii[] = { 14.0, 16.5 };

  for (guint i = 0; i < G_N_ELEMENTS (radii); i++)
    {
      double          r = radii[i];
      double          k = 0.5522847498 * r;
      LecternPathStep steps[] = {
        { LECTERN_STEP_MOVE, { x + sx * r }, { y } },
        { LECTERN_STEP_CURVE, { x + sx * r, x + sx * k, x }, { y + sy * k, y + sy * r, y + sy * r } },
      };

      lectern_page_add_path (page, i == 0 ? GOLD : PALE_GOLD, 0.35, steps, G_N_ELEMENTS (steps));
    }
}

static void
add_frame (LecternPage *page,
           guint32      colour,
           double       stroke,
           double       inset)
{
  lectern_page_add_rectangle (page, colour, stroke, inset, inset, lectern_page_get_width (page) - 2 * inset, lectern_page_get_height (page) - 2 * inset);
}

void
lectern_certificate_add_border (LecternPage *page)
{
  double width = lectern_page_get_width (page);
  double height = lectern_page_get_height (page);
  double inset = BAND_INSET;
  double across = width - 2 * inset;
  double down = height - 2 * inset;
  double tile = FRAME_INSET + FRAME_STROKE / 2 - 0.25;
  double inner = 2 * BAND_INSET - FRAME_INSET - FRAME_STROKE / 2;

  add_frame (page, RED, FRAME_STROKE, FRAME_INSET);
  add_frame (page, GOLD, HAIRLINE, FRAME_INSET + FRAME_STROKE / 2 + 0.7);
  add_band (page, (Direction){ inset, inset, 1, 0 }, across);
  add_band (page, (Direction){ inset, height - inset, 1, 0 }, across);
  add_band (page, (Direction){ inset, inset, 0, 1 }, down);
  add_band (page, (Direction){ width - inset, inset, 0, 1 }, down);
  add_frame (page, GOLD, HAIRLINE, inner - 0.7);
  add_frame (page, RED, 0.35, inner);

  for (guint i = 0; i < 4; i++)
    {
      double sx = i % 2 == 0 ? 1 : -1;
      double sy = i < 2 ? 1 : -1;
      double x = sx > 0 ? tile : width - tile;
      double y = sy > 0 ? tile : height - tile;

      add_arcs (page, x + sx * (inner - tile), y + sy * (inner - tile), sx, sy);
      add_fret (page, x, y, sx, sy);
    }
}

void
lectern_certificate_add_rule (LecternPage *page,
                              double       x,
                              double       y,
                              double       length)
{
  double gap = 9;

  lectern_page_add_line (page, GOLD, 0.5, x - length / 2, y, x - gap, y);
  lectern_page_add_line (page, GOLD, 0.5, x + gap, y, x + length / 2, y);
  add_lozenge (page, RED, x, y, 2.2, 2.7);
  add_lozenge (page, GOLD, x - 5.4, y, 1.0, 1.3);
  add_lozenge (page, GOLD, x + 5.4, y, 1.0, 1.3);
}
