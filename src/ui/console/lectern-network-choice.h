/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The network interface judges are let in at, as it was chosen on this laptop. It belongs to the laptop, not to
 * the contest, and is kept in console.ini in the user's configuration folder. */

/* NULL: every one, also when the chosen one is not there. Owned by the caller. */
char *lectern_network_choice_load (void) G_GNUC_WARN_UNUSED_RESULT;
/* @interface NULL: every one. */
gboolean lectern_network_choice_save (const char *interface,
                                      GError    **error);

G_END_DECLS
