/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-screens.h"

G_BEGIN_DECLS

/* What the console says of this laptop's screens. "char *" is owned by the caller. */

/* "Projector", "Speaker’s clock". */
const char *lectern_screen_words_for_role (LecternScreenRole role);
/* "1920×1080": the screen's own pixels. */
char *lectern_screen_words_for_size (LecternScreen *screen) G_GNUC_WARN_UNUSED_RESULT;
/* What has become of a screen, and what to do about it. */
char *lectern_screen_words_for_place (LecternScreens *screens,
                                      LecternScreen  *screen) G_GNUC_WARN_UNUSED_RESULT;
/* "Projector: EB-X41, 1920×1080", "No projector". */
char *lectern_screen_words_for_status (LecternScreens *screens) G_GNUC_WARN_UNUSED_RESULT;
/* The same where there is little room and a picture of a screen beside it: "EB-X41". */
char *lectern_screen_words_for_header (LecternScreens *screens) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
