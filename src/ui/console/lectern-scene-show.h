/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-desk.h"
#include "lectern-scene-choice.h"

G_BEGIN_DECLS

/* Puts @choice on air. Courseware that another program has to show is opened on the screen of
 * @widget as well; a refusal is said where the desk's refusals are. */
void lectern_scene_show (GtkWidget                *widget,
                         LecternDesk              *desk,
                         const LecternSceneChoice *choice);

G_END_DECLS
