/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-desk.h"

G_BEGIN_DECLS

/* All papers of the evening in one folder, with a list of what they are. */

/* The name of that list in the folder. */
#define LECTERN_PAPER_FOLDER_INDEX "index.txt"

/* Lets a person choose where; the papers go into a new folder there, which is then opened. What came
 * of it is told through the desk. */
void lectern_paper_folder_choose (GtkWidget   *parent,
                                  LecternDesk *desk);
/* Writes every paper there is something to print on for every round into @folder, which is made, and the
 * list; on a thread of its own, from the contest as it is at the call. */
void lectern_paper_folder_write_async (LecternDesk        *desk,
                                       const char         *folder,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
/* How many papers were written; -1 when a file could not be. */
gssize lectern_paper_folder_write_finish (GAsyncResult *result,
                                          GError      **error);

G_END_DECLS
