/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene-painter.h"

G_BEGIN_DECLS

/* A picture to set a projector up by, over @width × @height pixels: the corners and edges of what
 * is shown, a circle that must be round, rulers, steps of grey and the theme's colours, the
 * smallest text scenes have, the screen's name and resolution. In the theme and within the
 * margins of @setting (NULL: the usual theme, no margins); @language as in a scene. */
void lectern_stage_paint_test (cairo_t                   *cr,
                               int                        width,
                               int                        height,
                               const LecternSceneSetting *setting,
                               const char                *language,
                               const char                *screen_name);

gboolean lectern_stage_write_test_png (const char                *path,
                                       int                        width,
                                       int                        height,
                                       const LecternSceneSetting *setting,
                                       const char                *language,
                                       const char                *screen_name,
                                       GError                   **error);

G_END_DECLS
