/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The error domain of papers: a paper that would be wrong (a missing glyph, an undecided tie) is
 * refused, never printed with a gap. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-paper-error.h"

G_DEFINE_QUARK (lectern - paper - error - quark, lectern_paper_error)
