/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The place of a page that is made when it first comes into sight. Properties "page-type", the page's
 * class, a LecternConsolePart; and "desk", which the page gets. "child" is notified when it is made. */
#define LECTERN_TYPE_LATE_PAGE (lectern_late_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternLatePage, lectern_late_page, LECTERN, LATE_PAGE, AdwBin)

/* The page, which is made now if nobody has seen it yet. */
GtkWidget *lectern_late_page_get_page (LecternLatePage *self);

G_END_DECLS
