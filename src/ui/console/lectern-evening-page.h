/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"
#include "lectern-scene.h"

G_BEGIN_DECLS

/* The page the evening is run from. While it is in sight its keys work wherever the focus is in
 * the window, except in a text field or a popover: Space takes the next cue, 1 to 7 show a scene,
 * B turns the projector black and back, Escape takes back a first press. */
#define LECTERN_TYPE_EVENING_PAGE (lectern_evening_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternEveningPage, lectern_evening_page, LECTERN, EVENING_PAGE, LecternConsolePart)

/* What a key does on the page. FALSE when it means nothing there. */
gboolean lectern_evening_page_press_key (LecternEveningPage *self,
                                         guint               keyval);
void     lectern_evening_page_release_key (LecternEveningPage *self,
                                           guint               keyval);
/* Puts a scene on air by hand, of the entry on stage or revealed last where it needs one. */
void lectern_evening_page_show_scene (LecternEveningPage *self,
                                      LecternSceneKind    kind);
void lectern_evening_page_toggle_blank (LecternEveningPage *self);

G_END_DECLS
