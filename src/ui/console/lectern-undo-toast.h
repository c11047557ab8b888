/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* Shows, after each edit of @desk that can be taken back, what was done as the journal says it,
 * with a button that takes it back; one at a time, in @toasts. Lives as long as @toasts. */
void lectern_undo_toast_attach (AdwToastOverlay *toasts,
                                LecternDesk     *desk);
/* Takes away the one that is there, if any: something that matters more has to be said. The edit
 * can still be taken back by key. */
void lectern_undo_toast_withdraw (AdwToastOverlay *toasts);

G_END_DECLS
