/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives its one child the shape of the projector's picture: 16 to 9, as wide as there is room. */
#define LECTERN_TYPE_PICTURE_FRAME (lectern_picture_frame_get_type ())
G_DECLARE_FINAL_TYPE (LecternPictureFrame, lectern_picture_frame, LECTERN, PICTURE_FRAME, GtkWidget)

/* @child may be NULL. */
void lectern_picture_frame_set_child (LecternPictureFrame *self,
                                      GtkWidget           *child);

G_END_DECLS
