/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The judge's drafts and notes on this laptop's disk, so that a killed panel loses nothing. Marks
 * are kept by the criterion's key, so they survive a rubric whose order changed. */
#define LECTERN_TYPE_DRAFT_STORE (lectern_draft_store_get_type ())
G_DECLARE_FINAL_TYPE (LecternDraftStore, lectern_draft_store, LECTERN, DRAFT_STORE, GObject)

/* One draft as it is read and written; everything borrowed when written, owned when read. */
typedef struct
{
  char    *name;
  char    *note;
  gint64  *marks; /* by index of the keys given, thousandths or LECTERN_NULL */
  gboolean unsent;
  gint64   voided; /* version up to which the sheet was ruled void, and let go of here; 0: none */
} LecternDraft;

void lectern_draft_clear (LecternDraft *draft);

LecternDraftStore *lectern_draft_store_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* A file that is not there is no error. A damaged one is set aside beside it and reported. */
gboolean lectern_draft_store_load (LecternDraftStore *self,
                                   GError           **error);
/* The lots of @contest that have a draft. Owned by the caller. */
GArray *lectern_draft_store_list (LecternDraftStore *self,
                                  const char        *contest) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE when there is none; otherwise @draft is filled and to be cleared. */
gboolean lectern_draft_store_read (LecternDraftStore *self,
                                   const char        *contest,
                                   gint64             lot,
                                   const char *const *keys,
                                   LecternDraft      *draft);
/* Keeps @draft. It is on disk at once, or, while changes come fast, within a tenth of a second. */
void lectern_draft_store_write (LecternDraftStore  *self,
                                const char         *contest,
                                gint64              lot,
                                const char *const  *keys,
                                const LecternDraft *draft);
/* Puts on disk what is not there yet. */
void lectern_draft_store_flush (LecternDraftStore *self);
/* Why the last write failed, a sentence; NULL while the disk holds everything. */
const char *lectern_draft_store_get_trouble (LecternDraftStore *self);

G_END_DECLS
