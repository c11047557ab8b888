/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether pictures are wanted as the help shows them, and nothing else: in the first size, light (LECTERN_SHOTS_PLAIN). */
gboolean window_looks_is_plain (void);

/* What somebody may have chosen for all of the desktop: light, dark, high contrast. */

guint window_looks_get_n (void);
/* Puts on the @nth and returns what it adds to the name of a picture: nothing for the first, the
 * usual one. */
const char *window_looks_put_on (guint nth);

G_END_DECLS
