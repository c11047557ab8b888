/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-console-part.h"

G_BEGIN_DECLS

/* How the projector looks and sounds in this contest: logo, background and theme with a picture of
 * what comes of them, pictures and videos to show, the guests, the bells. */
#define LECTERN_TYPE_FILES_PAGE (lectern_files_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternFilesPage, lectern_files_page, LECTERN, FILES_PAGE, LecternConsolePart)

/* The guests of @text, a line each, "name, office" or the name alone, as the contest keeps them: a
 * JSON array; NULL when there is none. Owned by the caller. */
char *lectern_files_page_parse_guests (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The other way. Owned by the caller. */
char *lectern_files_page_format_guests (const char *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
