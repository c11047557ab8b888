/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-page.h"
#include "lectern-paper-fonts.h"

G_BEGIN_DECLS

/* A paper: its pages, the fonts they were laid out with, and what the file says about itself.
 * Reference counted; not changed once a builder has handed it out. */
typedef struct _LecternDocument LecternDocument;

/* @language is "zh" or "en". */
LecternDocument *lectern_document_new (LecternPaperFonts *fonts,
                                       const char        *language) G_GNUC_WARN_UNUSED_RESULT;
LecternDocument *lectern_document_ref (LecternDocument *self);
void             lectern_document_unref (LecternDocument *self);

/* Takes ownership of @page. */
void         lectern_document_take_page (LecternDocument *self,
                                         LecternPage     *page);
guint        lectern_document_get_n_pages (const LecternDocument *self);
LecternPage *lectern_document_get_page (const LecternDocument *self,
                                        guint                  index);

LecternPaperFonts *lectern_document_get_fonts (const LecternDocument *self);
const char        *lectern_document_get_language (const LecternDocument *self);
const char        *lectern_document_get_title (const LecternDocument *self);
void               lectern_document_set_title (LecternDocument *self,
                                               const char      *title);
const char        *lectern_document_get_author (const LecternDocument *self);
void               lectern_document_set_author (LecternDocument *self,
                                                const char      *author);
/* Microseconds since 1970 UTC; 0, the default, leaves dates out of the file. The caller says it,
 * so the same contest gives the same file. */
gint64 lectern_document_get_created_us (const LecternDocument *self);
void   lectern_document_set_created_us (LecternDocument *self,
                                        gint64           created_us);

/* Every text of every page is UTF-8 and every character of it has a glyph in its role; else the
 * error names the character and the text. Builders end with it. */
gboolean lectern_document_check (const LecternDocument *self,
                                 GError               **error);

/* Calls @func once for every page and every form of the pages @first to @first + @n_pages - 1;
 * forms come before the pages that use them. */
typedef void (*LecternPageFunc) (LecternPage *page,
                                 gboolean     is_form,
                                 gpointer     data);
void lectern_document_foreach_page (const LecternDocument *self,
                                    guint                  first,
                                    guint                  n_pages,
                                    LecternPageFunc        func,
                                    gpointer               data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternDocument, lectern_document_unref)

G_END_DECLS
