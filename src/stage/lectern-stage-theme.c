/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The colours of the scenes. A projector washes dark colours out and a hall is never quite dark,
 * so every text has a contrast of at least 7 : 1 to the lightest ground it may stand on; the
 * pairs are listed here, next to the colours, and a test computes them. Red on red is never
 * text: what is over the limit stands in red on a light disc. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-theme.h"

#include <math.h>

#define RGBA(hex, a)                                                                          \
  {                                                                                           \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) &0xff) / 255.0, (a) \
  }
#define RGB(hex) RGBA (hex, 1.0)

/* clang-format off */
static const LecternStageTheme red_and_gold = {
  .name           = "red-and-gold",
  .light          = RGB (0x8c0c16),
  .ground         = RGB (0x7a0912),
  .deep           = RGB (0x4a040b),
  .panel          = RGBA (0xffdcc0, 0.075),
  .well           = RGBA (0x240004, 0.28),
  .gold_light     = RGB (0xffe9b3),
  .gold_dark      = RGB (0xe3b65a),
  .amber          = RGB (0xffc02e),
  .paper          = RGB (0xfff8ee),
  .alarm          = RGB (0x1c0609),
  .text           = RGB (0xfff8ea),
  .gold           = RGB (0xffe7a9),
  .muted          = RGB (0xffdcd2),
  .minus          = RGB (0xffd9c9),
  .on_gold        = RGB (0x450208),
  .red            = RGB (0xa0000f),
  .ornament_light = RGB (0xfff0c2),
  .ornament       = RGB (0xd9a441),
  .ring           = RGB (0xf2c665),
};
/* clang-format on */

const LecternStageTheme *
lectern_stage_theme_get_default (void)
{
  return &red_and_gold;
}

LecternStageColour
lectern_stage_colour_mix (LecternStageColour under,
                          LecternStageColour over)
{
  double rest = 1.0 - over.alpha;
  return (LecternStageColour){
    over.red * over.alpha + under.red * rest,
    over.green * over.alpha + under.green * rest,
    over.blue * over.alpha + under.blue * rest,
    1.0,
  };
}

static double
linearise (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

double
lectern_stage_colour_get_luminance (LecternStageColour colour)
{
  return 0.2126 * linearise (colour.red) + 0.7152 * linearise (colour.green) +
         0.0722 * linearise (colour.blue);
}

double
lectern_stage_colour_get_contrast (LecternStageColour a,
                                   LecternStageColour b)
{
  double one = lectern_stage_colour_get_luminance (a);
  double two = lectern_stage_colour_get_luminance (b);
  return (MAX (one, two) + 0.05) / (MIN (one, two) + 0.05);
}

GArray *
lectern_stage_theme_list_pairs (const LecternStageTheme *theme)
{
  g_return_val_if_fail (theme != NULL, NULL);
  LecternStageColour     panel = lectern_stage_colour_mix (theme->light, theme->panel);
  LecternStageColour     well = lectern_stage_colour_mix (theme->light, theme->well);
  const LecternStagePair pairs[] = {
    { "text on ground", theme->text, theme->light },
    { "text on panel", theme->text, panel },
    { "text on well", theme->text, well },
    { "text on alarm", theme->text, theme->alarm },
    { "gold on ground", theme->gold, theme->light },
    { "gold on panel", theme->gold, panel },
    { "gold on alarm", theme->gold, theme->alarm },
    { "muted on ground", theme->muted, theme->light },
    { "muted on well", theme->muted, well },
    { "minus on ground", theme->minus, theme->light },
    { "dark on light gold", theme->on_gold, theme->gold_light },
    { "dark on dark gold", theme->on_gold, theme->gold_dark },
    { "dark on amber", theme->on_gold, theme->amber },
    { "red on paper", theme->red, theme->paper },
  };
  GArray *list = g_array_new (FALSE, FALSE, sizeof (LecternStagePair));
  g_array_append_vals (list, pairs, G_N_ELEMENTS (pairs));
  return list;
}
