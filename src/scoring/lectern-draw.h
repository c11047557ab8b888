/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The draw of the running order. @names are the nominees' names in UTF-8 and @units their units'
 * keys; both are put into one order by their bytes first, so the order of the register has no
 * influence. Every arrangement the rule allows is equally likely. The generator is SHA-256 in
 * counter mode over the seed, so anyone can replay it from the seed and the list.
 * Writes @order[position] = index of the nominee that speaks at lot position + 1.
 * FALSE when @keep_unit_apart cannot be met (a unit holds more than half, rounded up). */
gboolean lectern_draw (const char        *seed,
                       const char *const *names,
                       const char *const *units,
                       guint              n,
                       gboolean           keep_unit_apart,
                       guint             *order);

G_END_DECLS
