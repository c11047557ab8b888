/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-scene.h"
#include "lectern-stage-pictures.h"

G_BEGIN_DECLS

/* The pictures that @scene of the contest @file speaks of; a page of courseware for a picture of
 * @width × @height. */
LecternStagePictures *lectern_scene_pictures_load (const char         *file,
                                                   const LecternScene *scene,
                                                   int                 width,
                                                   int                 height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
