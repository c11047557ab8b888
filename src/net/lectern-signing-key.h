/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The secret the main laptop signs bundles of results with (exchange/lectern-signature.h): 32 bytes,
 * read from @folder (NULL: `lectern` in the user's data folder), or made there on first use.
 * LECTERN_NET_ERROR_KEY when it can't be: a damaged one is never replaced by itself, for papers and
 * people know its fingerprint. Owned by the caller. */
GBytes *lectern_signing_key_open (const char *folder,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether there is one already, for what only names it and must not make it. */
gboolean lectern_signing_key_exists (const char *folder);

G_END_DECLS
