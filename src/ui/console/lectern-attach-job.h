/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-attachments.h"
#include "lectern-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Attaches the file at @path: looked at, hashed and copied on a thread of its own, then submitted by
 * the desk, which says what was refused. @owner: a nominee's id, a number, or LECTERN_NULL for the
 * next one. */
void lectern_attach_job_start (LecternDesk *desk,
                               LecternRole  role,
                               gint64       owner,
                               const char  *path);
/* Asks for the file first. */
void lectern_attach_job_choose (GtkWidget   *parent,
                                LecternDesk *desk,
                                LecternRole  role,
                                gint64       owner);
/* Files that were dropped: on the row of @nominee, or, LECTERN_NULL, whose they are by their names;
 * what can't be told is said. How many were begun. */
guint lectern_attach_job_drop (LecternDesk *desk,
                               gint64       nominee,
                               GSList      *files);
/* Takes the file of @role and @owner out of the contest. */
void lectern_attach_job_detach (LecternDesk *desk,
                                LecternRole  role,
                                gint64       owner);

G_END_DECLS
