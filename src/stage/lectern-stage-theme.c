/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The colours of the scenes. A projector washes dark colours out and a hall is never quite dark,
 * so every text has a contrast of at least 7 : 1 to the lightest ground it may stand on; the
 * pairs are listed here, next to the colours, and a test computes them. Red on red is never
 * text: what is over the limit stands in red on a light disc. */

#define G_LOG_DOMAIN "lectern-stage"

#include "lectern-stage-theme.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define RGBA(hex, a)                                                                          \
  {                                                                                           \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) &0xff) / 255.0, (a) \
  }
#define RGB(hex) RGBA (hex, 1.0)

/* clang-format off */
static const LecternStageTheme red_and_gold = {
  .name           = "red-and-gold",
  .title          = NC_ ("theme", "Red and gold"),
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
  .alarm_deep     = RGB (0x080304),
  .plate          = RGB (0x4a040b),
  .text           = RGB (0xfff8ea),
  .gold           = RGB (0xffe7a9),
  .muted          = RGB (0xffdcd2),
  .minus          = RGB (0xffd9c9),
  .on_gold        = RGB (0x450208),
  .on_amber       = RGB (0x450208),
  .red            = RGB (0xa0000f),
  .ornament_light = RGB (0xfff0c2),
  .ornament       = RGB (0xd9a441),
  .ring           = RGB (0xf2c665),
};

/* For projectors that wash everything out and halls with daylight: as light as the lamp can, dark
 * words on it, and red where the others have gold. Over the limit the disc turns red itself. */
static const LecternStageTheme light_theme = {
  .name           = "light",
  .title          = NC_ ("theme", "Light, for weak projectors"),
  .light          = RGB (0xffffff),
  .ground         = RGB (0xfdfbf7),
  .deep           = RGB (0xf3eee4),
  .panel          = RGBA (0x8c0c16, 0.055),
  .well           = RGBA (0x3a2a20, 0.08),
  .gold_light     = RGB (0xa3121d),
  .gold_dark      = RGB (0x870b15),
  .amber          = RGB (0xffbf1f),
  .paper          = RGB (0x9b0413),
  .alarm          = RGB (0xf4f1ea),
  .alarm_deep     = RGB (0xe9e4da),
  .plate          = RGB (0xffffff),
  .text           = RGB (0x1d1210),
  .gold           = RGB (0x7d0812),
  .muted          = RGB (0x463b36),
  .minus          = RGB (0x7d0812),
  .on_gold        = RGB (0xffffff),
  .on_amber       = RGB (0x2b1600),
  .red            = RGB (0xffffff),
  .ornament_light = RGB (0xc9983a),
  .ornament       = RGB (0xa87a1f),
  .ring           = RGB (0xa3121d),
};

static const LecternStageTheme dark_theme = {
  .name           = "dark",
  .title          = NC_ ("theme", "Dark"),
  .light          = RGB (0x18212f),
  .ground         = RGB (0x121926),
  .deep           = RGB (0x070a11),
  .panel          = RGBA (0xdfe9ff, 0.07),
  .well           = RGBA (0x000000, 0.32),
  .gold_light     = RGB (0xffe9b3),
  .gold_dark      = RGB (0xe0b45c),
  .amber          = RGB (0xffc02e),
  .paper          = RGB (0xfff8ee),
  .alarm          = RGB (0x10141c),
  .alarm_deep     = RGB (0x05070a),
  .plate          = RGB (0x0b101a),
  .text           = RGB (0xf6f8fb),
  .gold           = RGB (0xffdf9c),
  .muted          = RGB (0xc6d0e0),
  .minus          = RGB (0xffc9bd),
  .on_gold        = RGB (0x2a1c04),
  .on_amber       = RGB (0x2a1c04),
  .red            = RGB (0xa0000f),
  .ornament_light = RGB (0xf3d28a),
  .ornament       = RGB (0x9a7b3c),
  .ring           = RGB (0xf0c264),
};
/* clang-format on */

static const LecternStageTheme *const themes[] = { &red_and_gold, &light_theme, &dark_theme };

const LecternStageTheme *
lectern_stage_theme_get_default (void)
{
  return themes[0];
}

const LecternStageTheme *const *
lectern_stage_theme_list (guint *n_themes)
{
  if (n_themes != NULL)
    *n_themes = G_N_ELEMENTS (themes);
  return themes;
}

const LecternStageTheme *
lectern_stage_theme_find (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (themes); i++)
    if (strcmp (themes[i]->name, name) == 0)
      return themes[i];
  return NULL;
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

#define LEAST_CONTRAST 7.0
/* Pixels have whole parts of 255: the contrast they come to is a little off. */
#define ROUNDING 0.1

static void
add_pair (GArray            *list,
          const char        *name,
          LecternStageColour text,
          LecternStageColour ground)
{
  const LecternStagePair pair = { name, text, ground };

  g_array_append_val (list, pair);
}

/* What is written on the ground, and on panels and wells that lie on it. */
static void
add_ground (GArray                  *list,
            const LecternStageTheme *theme,
            LecternStageColour       ground)
{
  LecternStageColour panel = lectern_stage_colour_mix (ground, theme->panel);
  LecternStageColour well = lectern_stage_colour_mix (ground, theme->well);

  add_pair (list, "text on ground", theme->text, ground);
  add_pair (list, "gold on ground", theme->gold, ground);
  add_pair (list, "muted on ground", theme->muted, ground);
  add_pair (list, "minus on ground", theme->minus, ground);
  add_pair (list, "text on panel", theme->text, panel);
  add_pair (list, "gold on panel", theme->gold, panel);
  add_pair (list, "text on well", theme->text, well);
  add_pair (list, "gold on well", theme->gold, well);
  add_pair (list, "muted on well", theme->muted, well);
}

static void
add_fixed (GArray                  *list,
           const LecternStageTheme *theme)
{
  add_pair (list, "text on alarm", theme->text, theme->alarm);
  add_pair (list, "gold on alarm", theme->gold, theme->alarm);
  add_pair (list, "text on deep alarm", theme->text, theme->alarm_deep);
  add_pair (list, "gold on deep alarm", theme->gold, theme->alarm_deep);
  add_pair (list, "text on plate", theme->text, theme->plate);
  add_pair (list, "gold on plate", theme->gold, theme->plate);
  add_pair (list, "words on light gold", theme->on_gold, theme->gold_light);
  add_pair (list, "words on gold", theme->on_gold, theme->ring);
  add_pair (list, "words on dark gold", theme->on_gold, theme->gold_dark);
  add_pair (list, "words on amber", theme->on_amber, theme->amber);
  add_pair (list, "red on paper", theme->red, theme->paper);
}

GArray *
lectern_stage_theme_list_pairs (const LecternStageTheme *theme)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (LecternStagePair));

  g_return_val_if_fail (theme != NULL, NULL);

  add_ground (list, theme, theme->light);
  add_ground (list, theme, theme->deep);
  add_fixed (list, theme);
  return g_steal_pointer (&list);
}

GArray *
lectern_stage_theme_list_veiled_pairs (const LecternStageTheme *theme,
                                       LecternStageColour       picture)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (LecternStagePair));

  g_return_val_if_fail (theme != NULL, NULL);

  add_ground (list, theme, lectern_stage_colour_mix (picture, lectern_stage_theme_get_veil (theme)));
  return g_steal_pointer (&list);
}

/* Whether every pair holds on black and on white under @veil. The parts of a colour only grow with
 * those of the picture, so whatever lies between the two holds as well. */
static gboolean
veil_holds (const LecternStageTheme *theme,
            LecternStageColour       veil)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (LecternStagePair));

  add_ground (list, theme, lectern_stage_colour_mix ((LecternStageColour){ 0, 0, 0, 1 }, veil));
  add_ground (list, theme, lectern_stage_colour_mix ((LecternStageColour){ 1, 1, 1, 1 }, veil));
  for (guint i = 0; i < list->len; i++)
    {
      const LecternStagePair *pair = &g_array_index (list, LecternStagePair, i);

      if (lectern_stage_colour_get_contrast (pair->text, pair->ground) < LEAST_CONTRAST + ROUNDING)
        return FALSE;
    }
  return TRUE;
}

/* Of the theme's own ground, the end that is further from its words, and as thin as may be. */
LecternStageColour
lectern_stage_theme_get_veil (const LecternStageTheme *theme)
{
  LecternStageColour veil;
  double             to_light, to_deep;

  g_return_val_if_fail (theme != NULL, ((LecternStageColour){ 0, 0, 0, 1 }));

  to_light = lectern_stage_colour_get_contrast (theme->text, theme->light);
  to_deep = lectern_stage_colour_get_contrast (theme->text, theme->deep);
  veil = to_light > to_deep ? theme->light : theme->deep;
  for (veil.alpha = 0.5; veil.alpha < 1 && !veil_holds (theme, veil); veil.alpha += 0.01)
    continue;
  veil.alpha = MIN (veil.alpha, 1);
  return veil;
}
