/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A colour, its parts from 0 to 1, alpha apart from the others (not multiplied in). */
typedef struct
{
  double red, green, blue, alpha;
} LecternStageColour;

/* The few colours a set of scenes is made of. The first group are grounds, then what is written
 * on them, then ornaments, never text. */
typedef struct
{
  const char        *name;  /* kept in files */
  const char        *title; /* for people, to be translated */
  LecternStageColour light; /* the lightest the ground gets */
  LecternStageColour ground;
  LecternStageColour deep;
  LecternStageColour panel;      /* over the ground, lighter */
  LecternStageColour well;       /* over the ground, darker: what does not count */
  LecternStageColour gold_light; /* grounds of medals, chips and what is on stage */
  LecternStageColour gold_dark;
  LecternStageColour amber; /* the clock from the warning on */
  LecternStageColour paper; /* the clock over the limit */
  LecternStageColour alarm; /* the emergency card */
  LecternStageColour alarm_deep;
  LecternStageColour plate; /* under words on a picture; opaque */

  LecternStageColour text;
  LecternStageColour gold;  /* labels, figures that matter */
  LecternStageColour muted; /* struck out, not yet there */
  LecternStageColour minus; /* taken off */
  LecternStageColour on_gold;
  LecternStageColour on_amber;
  LecternStageColour red; /* on paper */

  LecternStageColour ornament_light;
  LecternStageColour ornament;
  LecternStageColour ring;
} LecternStageTheme;

/* A text colour and a ground it may stand on. */
typedef struct
{
  const char        *name;
  LecternStageColour text;
  LecternStageColour ground; /* opaque */
} LecternStagePair;

/* The ceremonial theme: red and gold. */
const LecternStageTheme *lectern_stage_theme_get_default (void);
/* All themes, the ceremonial first; @n_themes (may be NULL) is how many. */
const LecternStageTheme *const *lectern_stage_theme_list (guint *n_themes);
/* NULL when @name is NULL or no theme's. */
const LecternStageTheme *lectern_stage_theme_find (const char *name);
/* Every pair of text and ground the painters use; an array of LecternStagePair, owned by the
 * caller: g_array_unref(). */
GArray *lectern_stage_theme_list_pairs (const LecternStageTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

/* What is laid over a picture so that the theme's words can stand on it whatever it shows. */
LecternStageColour lectern_stage_theme_get_veil (const LecternStageTheme *theme);
/* The pairs of words and ground where a picture under the veil is of the colour @picture. */
GArray *lectern_stage_theme_list_veiled_pairs (const LecternStageTheme *theme,
                                               LecternStageColour       picture) G_GNUC_WARN_UNUSED_RESULT;

/* @over painted on the opaque @under. */
LecternStageColour lectern_stage_colour_mix (LecternStageColour under,
                                             LecternStageColour over);
/* Relative luminance, 0 to 1, and the contrast of two opaque colours, 1 to 21: WCAG 2.1. */
double lectern_stage_colour_get_luminance (LecternStageColour colour);
double lectern_stage_colour_get_contrast (LecternStageColour a,
                                          LecternStageColour b);

G_END_DECLS
