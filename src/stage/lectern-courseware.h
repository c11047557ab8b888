/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <cairo.h>

#include "lectern-stage-pictures.h"

G_BEGIN_DECLS

/* A PDF of courseware that the program shows itself. Reference counted; used by one thread at a
 * time. */
typedef struct _LecternCourseware LecternCourseware;

/* Fails with LECTERN_STAGE_ERROR: locked with a password, broken, or no PDF. */
LecternCourseware *lectern_courseware_open (GBytes  *bytes,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
LecternCourseware *lectern_courseware_ref (LecternCourseware *self);
void               lectern_courseware_unref (LecternCourseware *self);
guint              lectern_courseware_get_n_pages (LecternCourseware *self);
/* The page from 1, on white, as large as goes into @width × @height pixels. Owned by the caller;
 * NULL: there is no such page, or it can't be painted. */
cairo_surface_t *lectern_courseware_paint_page (LecternCourseware *self,
                                                guint              page,
                                                int                width,
                                                int                height) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCourseware, lectern_courseware_unref)

/* Whether the program shows files of @media_type itself. */
gboolean lectern_courseware_is_shown (const char *media_type);
/* Tries whether courseware called @name will open on the day: FALSE: it won't. @finding says why,
 * or what is in it, in a sentence for people; owned by the caller. @media_type may be NULL. */
gboolean lectern_courseware_check (GBytes     *bytes,
                                   const char *name,
                                   const char *media_type,
                                   char      **finding);
/* The media type of @bytes called @name. Owned by the caller. */
char *lectern_courseware_guess_type (GBytes     *bytes,
                                     const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
