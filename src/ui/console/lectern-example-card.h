/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <adwaita.h>

#include "lectern-rules-draft.h"

G_BEGIN_DECLS

#define LECTERN_EXAMPLE_CARD_TOTALS 9

/* “With these nine totals the result would be …”: totals and a time to play with, worked out by the
 * rules as they stand in the draft, applied or not. Property "draft". */
#define LECTERN_TYPE_EXAMPLE_CARD (lectern_example_card_get_type ())
G_DECLARE_FINAL_TYPE (LecternExampleCard, lectern_example_card, LECTERN, EXAMPLE_CARD, AdwBin)

/* The field of a total; NULL beyond the last. */
GtkEditable *lectern_example_card_get_total (LecternExampleCard *self,
                                             guint               i);
GtkEditable *lectern_example_card_get_time (LecternExampleCard *self);
/* What happens to a total, in words; "" when it counts. */
const char *lectern_example_card_get_fate (LecternExampleCard *self,
                                           guint               i);
/* The final score as shown, and the whole in sentences. */
const char *lectern_example_card_get_final (LecternExampleCard *self);
const char *lectern_example_card_get_words (LecternExampleCard *self);

G_END_DECLS
