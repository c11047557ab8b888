/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

#include "lectern-paper.h"

G_BEGIN_DECLS

/* A document to the printer through the system's own dialog: printer, copies, pages, preview. Each page goes
 * out at its own size, to the millimetre and not scaled, painted by the painter that paints the
 * screen. */

/* A print operation of @document, not run yet; @name is what the printer's queue shows. Owned by the caller. */
GtkPrintOperation *lectern_print_job_new (LecternDocument *document,
                                          const char      *name) G_GNUC_WARN_UNUSED_RESULT;
/* Asks with the system's dialog and prints. @parent may be NULL. What the printer refuses comes as an error;
 * TRUE also when the dialog was closed without printing. */
gboolean lectern_print_job_run (LecternDocument *document,
                                const char      *name,
                                GtkWindow       *parent,
                                GError         **error);

G_END_DECLS
