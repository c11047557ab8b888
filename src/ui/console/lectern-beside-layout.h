/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two children: side by side when there is room for both, the second at its natural width; else one
 * above the other. For small screens and for large text. */
#define LECTERN_TYPE_BESIDE_LAYOUT (lectern_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (LecternBesideLayout, lectern_beside_layout, LECTERN, BESIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
