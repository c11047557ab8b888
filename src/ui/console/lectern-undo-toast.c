/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What was just done and the way back from it. The sentence is the journal's own, read on another
 * thread: the window does not wait for the disk. A newer edit takes the place of an older one. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-undo-toast.h"

#include <glib/gi18n-lib.h>

#include "lectern-journal-line.h"

#define TIMEOUT_SECONDS 8

typedef struct
{
  AdwToastOverlay *toasts; /* borrowed: this is its data */
  LecternDesk     *desk;   /* weak */
  AdwToast        *toast;
  gint64           seq;
} Shelf;

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
shelf_free (gpointer data)
{
  Shelf *shelf = data;
  g_clear_object (&shelf->toast);
  g_clear_weak_pointer (&shelf->desk);
  g_free (shelf);
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

static void
on_undo_clicked_cb (AdwToast *toast,
                    Shelf    *shelf)
{
  gint64 seq = *(gint64 *) g_object_get_data (G_OBJECT (toast), "seq");
  if (shelf->desk)
    lectern_desk_undo (shelf->desk, seq);
}

static void
withdraw (Shelf *shelf)
{
  if (shelf->toast)
    adw_toast_dismiss (shelf->toast);
  g_clear_object (&shelf->toast);
}

static void
show (Shelf      *shelf,
      const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  gint64          *seq = g_new (gint64, 1);
  withdraw (shelf);
  shelf->toast = adw_toast_new (escaped);
  *seq = shelf->seq;
  adw_toast_set_button_label (shelf->toast, _ ("Undo"));
  adw_toast_set_timeout (shelf->toast, TIMEOUT_SECONDS);
  g_object_set_data_full (G_OBJECT (shelf->toast), "seq", seq, g_free);
  g_signal_connect (shelf->toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), shelf);
  adw_toast_overlay_add_toast (shelf->toasts, g_object_ref (shelf->toast));
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Shelf           *shelf = g_object_get_data (source, "undo-shelf");
  Reading         *reading = g_task_get_task_data (G_TASK (result));
  g_autofree char *sentence = g_task_propagate_pointer (G_TASK (result), NULL);
  if (sentence && shelf->desk && reading->seq == shelf->seq)
    show (shelf, sentence);
}

static void
on_undoable_cb (LecternDesk     *desk,
                gint64           seq,
                AdwToastOverlay *toasts)
{
  Shelf   *shelf = g_object_get_data (G_OBJECT (toasts), "undo-shelf");
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = g_task_new (toasts, NULL, on_read_cb, NULL);
  shelf->seq = seq;
  reading->engine = g_object_ref (lectern_desk_get_engine (desk));
  reading->seq = seq;
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, run_reading);
}

void
lectern_undo_toast_attach (AdwToastOverlay *toasts,
                           LecternDesk     *desk)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts));
  g_return_if_fail (LECTERN_IS_DESK (desk));
  Shelf *shelf = g_new0 (Shelf, 1);
  shelf->toasts = toasts;
  g_set_weak_pointer (&shelf->desk, desk);
  g_object_set_data_full (G_OBJECT (toasts), "undo-shelf", shelf, shelf_free);
  g_signal_connect_object (desk, "undoable", G_CALLBACK (on_undoable_cb), toasts, 0);
}

void
lectern_undo_toast_withdraw (AdwToastOverlay *toasts)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts));
  Shelf *shelf = g_object_get_data (G_OBJECT (toasts), "undo-shelf");
  if (shelf)
    withdraw (shelf);
}
