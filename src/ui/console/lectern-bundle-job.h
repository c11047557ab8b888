/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-bundle.h"
#include "lectern-console-part.h"

G_BEGIN_DECLS

/* Signed bundles of results (docs/bundle.md), written and read beside the evening. */

/* Lets a person choose where and writes the results there, signed with this laptop's key, which is
 * made on first use; @parent is refreshed, as it shows the key. What came of it is told through its desk. */
void lectern_bundle_job_choose (LecternConsolePart *parent);
/* Writes the contest as it is at the call; it is read and proved like anybody's before it is written. */
void lectern_bundle_job_write_async (LecternDesk        *desk,
                                     const char         *path,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
/* The short fingerprint of the key it is signed with. */
char *lectern_bundle_job_write_finish (GAsyncResult *result,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads and proves the file at @path. */
void           lectern_bundle_job_read_async (const char         *path,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
LecternBundle *lectern_bundle_job_read_finish (GAsyncResult *result,
                                               GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
