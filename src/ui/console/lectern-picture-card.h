/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"
#include "lectern-scene.h"

G_BEGIN_DECLS

/* A live picture of the projector: what is on air, or with property "next" what comes next. */
#define LECTERN_TYPE_PICTURE_CARD (lectern_picture_card_get_type ())
G_DECLARE_FINAL_TYPE (LecternPictureCard, lectern_picture_card, LECTERN, PICTURE_CARD, LecternConsolePart)

/* The scene in the picture; NULL for none. Borrowed. */
LecternScene *lectern_picture_card_get_scene (LecternPictureCard *self);
/* While @previewing, the next picture is @scene that somebody has chosen, NULL: it can't be shown. */
void lectern_picture_card_set_preview (LecternPictureCard *self,
                                       gboolean            previewing,
                                       LecternScene       *scene);
/* Lays the name of whoever is speaking over the picture on air, or takes it off. */
void lectern_picture_card_toggle_name (LecternPictureCard *self);

G_END_DECLS
