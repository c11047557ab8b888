/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-desk.h"
#include "lectern-sentence-bar.h"

G_BEGIN_DECLS

/* Says in @bar, after each edit of @desk that can be taken back, what was done as the journal says
 * it, with the button that takes it back. Lives as long as @bar. */
void lectern_undo_offer_attach (LecternSentenceBar *bar,
                                LecternDesk        *desk);

G_END_DECLS
