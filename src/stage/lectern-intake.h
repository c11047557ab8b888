/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

#include "lectern-attachments.h"

G_BEGIN_DECLS

/* Looks at the file at @path that is to be attached with @record, and fills in its media type, and
 * for courseware whether it opens. Pictures that nobody could show are refused (LECTERN_STAGE_ERROR,
 * G_FILE_ERROR). @bytes: what is kept in place of the file: a photo turned upright and no larger
 * than a screen has room for; NULL: the file as it is. Slow; on any thread. */
gboolean lectern_intake_look (LecternAttachment *record,
                              const char        *path,
                              GBytes           **bytes,
                              GError           **error);

/* Photos are kept no longer than this many pixels. */
#define LECTERN_INTAKE_PHOTO_LONGEST 1600

G_END_DECLS
