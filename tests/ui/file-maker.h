/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-attach.h"
#include "lectern-engine.h"

G_BEGIN_DECLS

/* Files for contests in tests of windows. */
/* A PNG of one colour, 0xRRGGBB. */
GBytes *file_maker_make_picture (int     width,
                                 int     height,
                                 guint32 colour) G_GNUC_WARN_UNUSED_RESULT;
/* A PDF of pages of 400 × 300. */
GBytes *file_maker_make_pdf (guint n_pages) G_GNUC_WARN_UNUSED_RESULT;
/* A WAV of one second at one level, 0 to 32767: a square of 500 Hz. */
GBytes *file_maker_make_sound (guint level) G_GNUC_WARN_UNUSED_RESULT;
/* A WebM of @seconds of plain green, 320 × 180; NULL where GStreamer has no VP8. */
GBytes *file_maker_make_video (guint seconds) G_GNUC_WARN_UNUSED_RESULT;
/* Attaches @bytes (taken); the hash, owned by the caller. */
char *file_maker_attach (LecternEngine *engine,
                         LecternRole    role,
                         gint64         owner,
                         const char    *name,
                         const char    *media_type,
                         GBytes        *bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
