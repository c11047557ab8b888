/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-window.h"

G_BEGIN_DECLS

/* Opens a console on a copy of @real's contest, with virtual judges who mark whenever marking is open, and puts
 * @real out of sight, its screens free for the rehearsal. When that console is closed, the copy is gone and @real
 * is back as it was. NULL: it could not be begun, and nothing has changed. */
GtkWindow *lectern_console_rehearsal_start (LecternConsoleWindow *real,
                                            GError              **error);

G_END_DECLS
