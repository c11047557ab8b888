/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The offer to take an edit back. What was done is said in the journal's own words, which are read
 * on a thread: the window does not wait for the disk. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-undo-offer.h"

#include "lectern-journal-line.h"

#define SEQ "lectern-undo-seq"

typedef struct
{
  LecternEngine *engine;
  gint64         seq;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->engine);
  g_free (reading);
}

static void
run_reading (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Reading *reading = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = lectern_engine_read_journal (reading->engine, reading->seq - 1, 1, &error);
  if (lines && lines->len == 1)
    g_task_return_pointer (task, g_strdup (((LecternJournalLine *) g_ptr_array_index (lines, 0))->sentence), g_free);
  else
    g_task_return_pointer (task, NULL, NULL); /* the contest was closed meanwhile: nothing to say */
}

/* Only the last edit is offered: one that another has followed meanwhile is not. */
static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Reading         *reading = g_task_get_task_data (G_TASK (result));
  const gint64    *last = g_object_get_data (source, SEQ);
  g_autofree char *sentence = g_task_propagate_pointer (G_TASK (result), NULL);
  if (sentence && reading->seq == *last)
    lectern_sentence_bar_say (LECTERN_SENTENCE_BAR (source), LECTERN_SENTENCE_UNDOABLE, sentence, reading->seq);
}

static void
on_undoable_cb (LecternDesk        *desk,
                gint64              seq,
                LecternSentenceBar *bar)
{
  Reading *reading = g_new0 (Reading, 1);
  gint64  *last = g_object_get_data (G_OBJECT (bar), SEQ);
  g_autoptr (GTask) task = g_task_new (bar, NULL, on_read_cb, NULL);
  *last = seq;
  reading->engine = g_object_ref (lectern_desk_get_engine (desk));
  reading->seq = seq;
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, run_reading);
}

static void
on_undo_cb (LecternSentenceBar *bar,
            gint64              seq,
            LecternDesk        *desk)
{
  lectern_desk_undo (desk, seq);
}

void
lectern_undo_offer_attach (LecternSentenceBar *bar,
                           LecternDesk        *desk)
{
  g_return_if_fail (LECTERN_IS_SENTENCE_BAR (bar));
  g_return_if_fail (LECTERN_IS_DESK (desk));
  g_object_set_data_full (G_OBJECT (bar), SEQ, g_new0 (gint64, 1), g_free);
  g_signal_connect_object (desk, "undoable", G_CALLBACK (on_undoable_cb), bar, 0);
  g_signal_connect_object (bar, "undo", G_CALLBACK (on_undo_cb), desk, 0);
}
