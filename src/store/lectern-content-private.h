/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-content.h"
#include "lectern-store-private.h"

G_BEGIN_DECLS

#define LECTERN_CONTENT_FOLDER ".files"
#define LECTERN_CONTENT_PART ".part-" /* names of copies that nothing knows of yet */

struct _LecternContent
{
  char   *sha256;
  gint64  size;
  GBytes *bytes; /* NULL: beside */
  char   *part;  /* the copy beside; NULL once it has its name */
};

/* The folder beside the contest at @path: "NAME.lectern.files". Owned by the caller. */
char *lectern_content_get_folder (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* Names in @folder are on disk, too. */
void lectern_content_sync_folder (const char *folder);
/* Sets @error for the file @name from errno's @fault and returns FALSE. */
gboolean lectern_content_set_error (const char *name,
                                    int         fault,
                                    GError    **error);
/* Reads @from to its end, at most @most bytes, writes it to @to unless that is -1, and hashes it.
 * FALSE: @fault is an errno, EFBIG when there was more. */
gboolean lectern_content_pump (int           from,
                               int           to,
                               gint64        most,
                               gint64       *size,
                               char        **sha256,
                               GCancellable *cancellable,
                               int          *fault);

/* Copies of a program that was killed go: whoever calls holds the contest's lock. */
void lectern_content_remove_parts (const char *path);
/* After a commit: files beside that nothing needs any more go. */
void lectern_content_sweep_beside (LecternStore *self);
/* Every attachment's bytes against its row; UNPROVEN names the first that differ or are missing. */
gboolean lectern_content_prove (LecternStore *self,
                                GError      **error);

G_END_DECLS
