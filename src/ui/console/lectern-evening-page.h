/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"
#include "lectern-correction.h"
#include "lectern-scene.h"

G_BEGIN_DECLS

/* The page the evening is run from. While it is in sight its keys work wherever the focus is in
 * the window, except in a text field or a popover: Space takes the next cue, 1 to 9, D, G and A show
 * a scene, B turns the projector black and back, T lays the speaker's name over a
 * picture, F6 opens the chooser of all scenes, C opens and closes the corrections, Escape takes back a
 * first press.
 *
 * Property "corrections", boolean, read-write: whether the side sheet for corrections is in sight.
 * Actions for what is on the page: evening.scenes opens and closes the chooser of scenes, evening.corrections toggles it, evening.correct (kind, lot,
 * judge) asks for what a correction needs, evening.correct-sheet (judge) goes to a judge's sheet. */
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
/* Opens the chooser of all scenes, or closes it. */
void lectern_evening_page_toggle_chooser (LecternEveningPage *self);
void lectern_evening_page_toggle_blank (LecternEveningPage *self);
/* Opens the side sheet at that correction; @lot and @judge may be LECTERN_NULL. */
void lectern_evening_page_correct (LecternEveningPage   *self,
                                   LecternCorrectionKind kind,
                                   gint64                lot,
                                   gint64                judge);
/* Opens the side sheet at what there is of the entry of @lot. */
void lectern_evening_page_show_entry (LecternEveningPage *self,
                                      gint64              lot);

G_END_DECLS
