/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether values[@index] lies @difference or more from the middle (median) of the other values:
 * a plain difference, in thousandths, that anybody can check on paper. With fewer than two others
 * there is no middle, and a @difference of 0 or below asks for nothing: FALSE. */
gboolean lectern_is_far (const gint64 *values,
                         guint         n,
                         guint         index,
                         gint64        difference);

G_END_DECLS
