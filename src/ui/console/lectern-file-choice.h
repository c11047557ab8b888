/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* Asks for a file or a folder, beginning in the folder the contest is in: what belongs to a contest lies
 * beside it more often than among what was used last. Modal to the chooser's parent. */
void lectern_file_choice_show (GtkFileChooserNative *chooser,
                               LecternDesk          *desk);

G_END_DECLS
