/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gdk/gdk.h>

#include "lectern-screen-choice.h"

G_BEGIN_DECLS

/* Nobody knows which screen the console is on. */
#define LECTERN_PROJECTOR_NOWHERE (-1)

/* A screen as far as placing is concerned. */
typedef struct
{
  GdkRectangle      area; /* 0 × 0 just after it was plugged */
  LecternScreenRole role;
} LecternScreenSpot;

/* What becomes of a screen. */
typedef enum
{
  LECTERN_SCREEN_FREE,    /* nothing is shown on it: no role, or none chosen yet */
  LECTERN_SCREEN_SHOWN,   /* filled according to its role */
  LECTERN_SCREEN_OWN,     /* the console is on it: never covered, whatever its role */
  LECTERN_SCREEN_MIRROR,  /* shows the same as the operator's, so it is not covered either */
  LECTERN_SCREEN_TWIN,    /* shows the same as another that is filled, and so what that one shows */
  LECTERN_SCREEN_NO_SIZE, /* has no size yet */
} LecternScreenPlace;

/* Says for each of @n_spots screens what becomes of it. @operators is the one with the console's
 * window, or LECTERN_PROJECTOR_NOWHERE when nobody knows: then the first that has a size is taken
 * to be it. @places has room for @n_spots. */
void lectern_projector_place (const LecternScreenSpot *spots,
                              guint                    n_spots,
                              int                      operators,
                              LecternScreenPlace      *places);

G_END_DECLS
