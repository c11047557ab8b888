/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* The one large button: it says in words what it will do, and does it. */
#define LECTERN_TYPE_GO_BUTTON (lectern_go_button_get_type ())
G_DECLARE_FINAL_TYPE (LecternGoButton, lectern_go_button, LECTERN, GO_BUTTON, LecternConsolePart)

/* What it says now. Borrowed. */
const char *lectern_go_button_get_title (LecternGoButton *self);
const char *lectern_go_button_get_detail (LecternGoButton *self);
/* A press, by whatever means. FALSE when it was not taken as one: there is nothing to do, or it
 * came too soon after the last. */
gboolean lectern_go_button_press (LecternGoButton *self);

G_END_DECLS
