/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_SENTENCE_TOLD,     /* waits until what is there has gone */
  LECTERN_SENTENCE_UNDOABLE, /* the same, with a button; takes the place of an older one */
  LECTERN_SENTENCE_REFUSED,  /* takes the place of anything, at once */
} LecternSentenceKind;

/* A sentence over the lower edge of a page that goes by itself: what was refused, what was done,
 * what else is to be known. One at a time, never in the way of a click elsewhere.
 *
 * Signal "undo" (gint64): the button of an undoable sentence was pressed, with its line of the journal. */
#define LECTERN_TYPE_SENTENCE_BAR (lectern_sentence_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternSentenceBar, lectern_sentence_bar, LECTERN, SENTENCE_BAR, GtkWidget)

/* Says @sentence (plain text). @seq: of LECTERN_SENTENCE_UNDOABLE, else 0. */
void lectern_sentence_bar_say (LecternSentenceBar *self,
                               LecternSentenceKind kind,
                               const char         *sentence,
                               gint64              seq);
/* What was refused has been put right: it need not be said any longer. */
void lectern_sentence_bar_settle (LecternSentenceBar *self);
/* The sentence in sight; NULL when there is none. Borrowed. */
const char *lectern_sentence_bar_get_sentence (LecternSentenceBar *self);

G_END_DECLS
