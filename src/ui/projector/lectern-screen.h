/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-projector-place.h"

G_BEGIN_DECLS

/* One screen of this laptop: where it is, what it is for, and what has become of it. LecternScreens
 * keeps them. ::moved when its place, its size or its name is another one: a monitor just plugged has
 * none of them. */
#define LECTERN_TYPE_SCREEN (lectern_screen_get_type ())
G_DECLARE_FINAL_TYPE (LecternScreen, lectern_screen, LECTERN, SCREEN, GObject)

/* A screen as the desktop has it; it follows @monitor. */
LecternScreen *lectern_screen_new (GdkMonitor *monitor) G_GNUC_WARN_UNUSED_RESULT;
/* A screen that is nowhere, for tests: @make and @model may be NULL. */
LecternScreen *lectern_screen_new_named (const char *connector,
                                         const char *make,
                                         const char *model) G_GNUC_WARN_UNUSED_RESULT;

/* What it is known by from one day to the next: "HDMI-1 Epson EB-X41", from its connector and what
 * it says of itself. Two screens of a laptop never have the same. */
const char *lectern_screen_get_name (LecternScreen *self);
/* The shortest people would call it: "EB-X41", else its maker, else its connector. */
const char *lectern_screen_get_short_name (LecternScreen *self);
/* NULL for a screen that is nowhere. Borrowed. */
GdkMonitor *lectern_screen_get_monitor (LecternScreen *self);
/* Where it is, in the desktop's units, and how many pixels one of those is. */
const GdkRectangle *lectern_screen_get_area (LecternScreen *self);
int                 lectern_screen_get_scale (LecternScreen *self);
/* For tests, as the monitor's own signals do it. */
void lectern_screen_rename (LecternScreen *self,
                            const char    *connector,
                            const char    *make,
                            const char    *model);
void lectern_screen_set_area (LecternScreen      *self,
                              const GdkRectangle *area,
                              int                 scale);

/* What is remembered of it. */
const LecternScreenChoice *lectern_screen_get_choice (LecternScreen *self);
void                       lectern_screen_set_choice (LecternScreen             *self,
                                                      const LecternScreenChoice *choice);
/* What has become of it. */
LecternScreenPlace lectern_screen_get_place (LecternScreen *self);
void               lectern_screen_set_place (LecternScreen     *self,
                                             LecternScreenPlace place);
/* Whether it shows the test picture. */
gboolean lectern_screen_get_testing (LecternScreen *self);
void     lectern_screen_set_testing (LecternScreen *self,
                                     gboolean       testing);

G_END_DECLS
