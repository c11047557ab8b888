/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file of this laptop's that only its owner may read: a key. */

/* The path of the file @name in @folder (NULL: `lectern` in the user's data folder). */
char *lectern_private_file_get_path (const char *folder,
                                     const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the file at @path, mode 0600 and durable, from @bytes, and its folder where that is missing. TRUE
 * also when another program was faster: then its file stays. On failure FALSE, and errno says why. */
gboolean lectern_private_file_make (const char *path,
                                    const char *bytes,
                                    gsize       length);
/* The same, but what was there before is gone afterwards, and never half of either. */
gboolean lectern_private_file_replace (const char *path,
                                       const char *bytes,
                                       gsize       length);

G_END_DECLS
