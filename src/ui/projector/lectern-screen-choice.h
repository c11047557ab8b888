/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene.h"

G_BEGIN_DECLS

/* What a screen is for; kept by name, append only. */
typedef enum
{
  LECTERN_SCREEN_UNCHOSEN,  /* nobody has said yet */
  LECTERN_SCREEN_NONE,      /* left alone, as somebody said */
  LECTERN_SCREEN_PROJECTOR, /* follows what is on air */
  LECTERN_SCREEN_CLOCK,     /* the speaker's clock */
  LECTERN_SCREEN_AUDIENCE,  /* a second screen of the audience's, with a scene of its own */
  LECTERN_SCREEN_N_ROLES,
} LecternScreenRole;

/* The most a margin may take of the picture, in percent. */
#define LECTERN_SCREEN_MARGIN_MOST 20

/* What this laptop remembers of one screen. It belongs to the laptop, not to the contest. */
typedef struct
{
  LecternScreenRole role;
  LecternSceneKind  scene;                    /* of the audience's screen; LECTERN_SCENE_BLANK: it follows what is on air */
  double            left, top, right, bottom; /* what the projector cuts off or bends, in percent */
} LecternScreenChoice;

/* Whether anything is shown on a screen with that role. */
gboolean lectern_screen_role_shows (LecternScreenRole role);

/* Where choices are kept: screens.ini in the user's configuration folder. */
char *lectern_screen_choice_get_path (void) G_GNUC_WARN_UNUSED_RESULT;
/* What is remembered of the screen called @name in the file at @path; all of it unchosen when
 * nothing is, or when the file can't be read. */
void     lectern_screen_choice_load (const char          *path,
                                     const char          *name,
                                     LecternScreenChoice *choice);
gboolean lectern_screen_choice_save (const char                *path,
                                     const char                *name,
                                     const LecternScreenChoice *choice,
                                     GError                   **error);
/* Whether the hall's picture is shown in a window on the operator's own screen, too. */
gboolean lectern_screen_choice_load_window (const char *path);
gboolean lectern_screen_choice_save_window (const char *path,
                                            gboolean    shown,
                                            GError    **error);

G_END_DECLS
