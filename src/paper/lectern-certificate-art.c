/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The ornaments of certificates, drawn from lines and curves for any size of sheet. Braid: two waves
 * interlaced along the frame, as on old bonds, and the square fret (回纹) in the corners. Lines: fine
 * double lines that step back at the corners. Bars: a bar across the head and a line at the foot. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-certificate-art.h"

#include <math.h>

#define FRAME_INSET 9.0
#define FRAME_STROKE 1.1
#define HAIRLINE 0.25
#define BAND_INSET 12.6
#define WAVE_HEIGHT 1.15
#define WAVE_LENGTH 5.2
#define CORNER_SIDE 8.0
#define FRET_STROKE 0.55
#define LINES_INSET 12.0
#define LINES_NOTCH 7.0
#define LINES_STROKE 0.8
#define LINES_GAP 1.9
#define BARS_INSET 15.0
#define BAR_HEIGHT 2.6
/* From the title's baseline to the rule under it, and how long that is. */
#define RULE_DROP 7.5
#define RULE_LENGTH 110.0
#define SHORT_RULE_DROP 11.0
#define SHORT_RULE_LENGTH 22.0
#define SHORT_RULE_STROKE 1.1

/* A quarter of a sine as a cubic: control points from the literature, exact to 0.02 %. */
#define SINE_1 0.512286623256592433
#define SINE_2 1.002313685767898599

typedef struct
{
  LecternPage *page;
  guint32      colour;
  guint32      accent;
} Art;

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

/* Half way to white. */
static guint32
lighten (guint32 colour)
{
  return (colour >> 1 & 0x7f7f7f) + 0x808080;
}

/* A wave of @n half periods over @length, beginning upwards (@sign 1) or downwards (-1). */
static void
add_wave (const Art *art,
          Direction  d,
          double     length,
          guint      n,
          double     sign)
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
  lectern_page_add_path (art->page, art->accent, HAIRLINE, (const LecternPathStep *) (gpointer) steps->data, steps->len);
}

static void
add_lozenge (const Art *art,
             guint32    colour,
             double     x,
             double     y,
             double     half_width,
             double     half_height)
{
  LecternPathStep steps[] = {
    { LECTERN_STEP_MOVE, { x - half_width }, { y } },
    { LECTERN_STEP_LINE, { x }, { y - half_height } },
    { LECTERN_STEP_LINE, { x + half_width }, { y } },
    { LECTERN_STEP_LINE, { x }, { y + half_height } },
    { LECTERN_STEP_CLOSE },
  };

  lectern_page_add_path (art->page, colour, 0, steps, G_N_ELEMENTS (steps));
}

static void
add_band (const Art *art,
          Direction  d,
          double     length)
{
  guint  n = (guint) (2 * round (length / WAVE_LENGTH / 2) * 2);
  double half = length / n;

  add_wave (art, d, length, n, 1);
  add_wave (art, d, length, n, -1);
  for (guint i = 0; i < n; i++)
    add_lozenge (art, art->colour, d.x + (i + 0.5) * half * d.dx, d.y + (i + 0.5) * half * d.dy, 0.42, 0.42);
}

/* A square fret that winds inwards, in the tile whose outer corner is at @x, @y; @sx and @sy say
 * into which quarter it lies. */
static void
add_fret (const Art *art,
          double     x,
          double     y,
          double     sx,
          double     sy)
{
  static const double turns[][2] = { { 1.2, 6.8 }, { 1.2, 1.2 }, { 6.8, 1.2 }, { 6.8, 6.8 }, { 2.8, 6.8 }, { 2.8, 2.8 }, { 5.2, 2.8 }, { 5.2, 5.2 }, { 4.0, 5.2 }, { 4.0, 4.2 } };
  LecternPathStep     steps[G_N_ELEMENTS (turns)];
  double              left = sx > 0 ? x : x - CORNER_SIDE;
  double              top = sy > 0 ? y : y - CORNER_SIDE;

  lectern_page_add_rectangle (art->page, 0xffffff, 0, left, top, CORNER_SIDE, CORNER_SIDE);
  lectern_page_add_rectangle (art->page, art->colour, 0.5, left, top, CORNER_SIDE, CORNER_SIDE);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    steps[i] = (LecternPathStep){ i == 0 ? LECTERN_STEP_MOVE : LECTERN_STEP_LINE, { x + sx * turns[i][0] }, { y + sy * turns[i][1] } };
  lectern_page_add_path (art->page, art->accent, FRET_STROKE, steps, G_N_ELEMENTS (steps));
}

/* The quarter arcs that lead the eye from the corner inwards. */
static void
add_arcs (const Art *art,
          double     x,
          double     y,
          double     sx,
          double     sy)
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

      lectern_page_add_path (art->page, i == 0 ? art->accent : lighten (art->accent), 0.35, steps, G_N_ELEMENTS (steps));
    }
}

static void
add_frame (const Art *art,
           guint32    colour,
           double     stroke,
           double     inset)
{
  lectern_page_add_rectangle (art->page, colour, stroke, inset, inset, lectern_page_get_width (art->page) - 2 * inset, lectern_page_get_height (art->page) - 2 * inset);
}

static void
add_braid (const Art *art)
{
  double width = lectern_page_get_width (art->page);
  double height = lectern_page_get_height (art->page);
  double inset = BAND_INSET;
  double across = width - 2 * inset;
  double down = height - 2 * inset;
  double tile = FRAME_INSET + FRAME_STROKE / 2 - 0.25;
  double inner = 2 * BAND_INSET - FRAME_INSET - FRAME_STROKE / 2;

  add_frame (art, art->colour, FRAME_STROKE, FRAME_INSET);
  add_frame (art, art->accent, HAIRLINE, FRAME_INSET + FRAME_STROKE / 2 + 0.7);
  add_band (art, (Direction){ inset, inset, 1, 0 }, across);
  add_band (art, (Direction){ inset, height - inset, 1, 0 }, across);
  add_band (art, (Direction){ inset, inset, 0, 1 }, down);
  add_band (art, (Direction){ width - inset, inset, 0, 1 }, down);
  add_frame (art, art->accent, HAIRLINE, inner - 0.7);
  add_frame (art, art->colour, 0.35, inner);

  for (guint i = 0; i < 4; i++)
    {
      double sx = i % 2 == 0 ? 1 : -1;
      double sy = i < 2 ? 1 : -1;
      double x = sx > 0 ? tile : width - tile;
      double y = sy > 0 ? tile : height - tile;

      add_arcs (art, x + sx * (inner - tile), y + sy * (inner - tile), sx, sy);
      add_fret (art, x, y, sx, sy);
    }
}

/* A frame whose corners step inwards, as of a brass plate. */
static void
add_notched (const Art *art,
             guint32    colour,
             double     stroke,
             double     inset,
             double     notch)
{
  double          width = lectern_page_get_width (art->page), height = lectern_page_get_height (art->page);
  double          left = inset, right = width - inset, top = inset, bottom = height - inset;
  LecternPathStep steps[] = {
    { LECTERN_STEP_MOVE, { left + notch }, { top } },
    { LECTERN_STEP_LINE, { right - notch }, { top } },
    { LECTERN_STEP_LINE, { right - notch }, { top + notch } },
    { LECTERN_STEP_LINE, { right }, { top + notch } },
    { LECTERN_STEP_LINE, { right }, { bottom - notch } },
    { LECTERN_STEP_LINE, { right - notch }, { bottom - notch } },
    { LECTERN_STEP_LINE, { right - notch }, { bottom } },
    { LECTERN_STEP_LINE, { left + notch }, { bottom } },
    { LECTERN_STEP_LINE, { left + notch }, { bottom - notch } },
    { LECTERN_STEP_LINE, { left }, { bottom - notch } },
    { LECTERN_STEP_LINE, { left }, { top + notch } },
    { LECTERN_STEP_LINE, { left + notch }, { top + notch } },
    { LECTERN_STEP_CLOSE },
  };

  lectern_page_add_path (art->page, colour, stroke, steps, G_N_ELEMENTS (steps));
}

static void
add_lines (const Art *art)
{
  double width = lectern_page_get_width (art->page), height = lectern_page_get_height (art->page);
  double middle = LINES_INSET + LINES_NOTCH / 2 - 0.4;

  add_notched (art, art->colour, LINES_STROKE, LINES_INSET, LINES_NOTCH);
  add_notched (art, art->accent, HAIRLINE, LINES_INSET + LINES_GAP, LINES_NOTCH);
  for (guint i = 0; i < 4; i++)
    add_lozenge (art, art->accent, i % 2 == 0 ? middle : width - middle, i < 2 ? middle : height - middle, 1.5, 1.5);
}

static void
add_bars (const Art *art)
{
  double width = lectern_page_get_width (art->page), height = lectern_page_get_height (art->page);
  double length = width - 2 * BARS_INSET;

  lectern_page_add_rectangle (art->page, art->colour, 0, BARS_INSET, BARS_INSET, length, BAR_HEIGHT);
  lectern_page_add_rectangle (art->page, art->accent, 0, BARS_INSET, BARS_INSET + BAR_HEIGHT + 0.9, length, 0.45);
  lectern_page_add_rectangle (art->page, art->accent, 0, BARS_INSET, height - BARS_INSET - 0.45, length, 0.45);
  lectern_page_add_rectangle (art->page, art->colour, 0, BARS_INSET, height - BARS_INSET - 1.4, 28, 1.4);
}

/* Two lines and lozenges; under bars a short line is enough. */
static void
add_rule (const Art *art,
          double     x,
          double     y,
          double     length)
{
  double gap = 9;

  lectern_page_add_line (art->page, art->accent, 0.5, x - length / 2, y, x - gap, y);
  lectern_page_add_line (art->page, art->accent, 0.5, x + gap, y, x + length / 2, y);
  add_lozenge (art, art->colour, x, y, 2.2, 2.7);
  add_lozenge (art, art->accent, x - 5.4, y, 1.0, 1.3);
  add_lozenge (art, art->accent, x + 5.4, y, 1.0, 1.3);
}

void
lectern_certificate_add_art (LecternPage                    *page,
                             const LecternCertificateDesign *design)
{
  const LecternCertificateField *title = &design->fields[LECTERN_CERTIFICATE_TITLE];
  const Art                      art = { page, design->border_colour, design->accent };
  double                         middle = title->x + title->width / 2;

  if (design->border == LECTERN_CERTIFICATE_BRAID)
    add_braid (&art);
  else if (design->border == LECTERN_CERTIFICATE_LINES)
    add_lines (&art);
  else if (design->border == LECTERN_CERTIFICATE_BARS)
    add_bars (&art);

  if (!design->rule || !title->shown)
    return;
  if (design->border == LECTERN_CERTIFICATE_BARS)
    lectern_page_add_rectangle (page, art.colour, 0, middle - SHORT_RULE_LENGTH / 2, title->y + SHORT_RULE_DROP, SHORT_RULE_LENGTH, SHORT_RULE_STROKE);
  else
    add_rule (&art, middle, title->y + RULE_DROP, MIN (RULE_LENGTH, title->width));
}
