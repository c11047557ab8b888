/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"
#include "lectern-keying-form.h"

G_BEGIN_DECLS

/* Paper sheets keyed in by two people, in a window of its own beside the evening: nothing waits
 * for it. Everything in it works by the keyboard: Alt+1 and Alt+2 choose the keying, Page Up and
 * Page Down the sheet, Ctrl+G goes to a judge and an entry by number, Enter goes on. */
#define LECTERN_TYPE_KEYING_WINDOW (lectern_keying_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternKeyingWindow, lectern_keying_window, LECTERN, KEYING_WINDOW, AdwWindow)

GtkWindow *lectern_keying_window_new (LecternDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
/* 1 or 2: the first or the second keying. */
gint64 lectern_keying_window_get_pass (LecternKeyingWindow *self);
void   lectern_keying_window_set_pass (LecternKeyingWindow *self,
                                       gint64               pass);
/* Goes to the sheet of @judge for the entry of @lot; FALSE when there is none to be keyed. */
gboolean           lectern_keying_window_go_to (LecternKeyingWindow *self,
                                                gint64               lot,
                                                gint64               judge);
LecternKeyingForm *lectern_keying_window_get_form (LecternKeyingWindow *self);

G_END_DECLS
