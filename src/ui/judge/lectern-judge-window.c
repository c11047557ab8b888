/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judge's window shows one page at a time, and which one follows from what is known: no seat,
 * the pairing page; a seat and no news yet, the connecting page; news, the marking page. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-judge-window.h"

#include "lectern-pairing-page.h"

struct _LecternJudgeWindow
{
  AdwApplicationWindow parent_instance;

  LecternPairingPage *pairing_page;
  LecternSeatStore   *seat;
};

G_DEFINE_FINAL_TYPE (LecternJudgeWindow, lectern_judge_window, ADW_TYPE_APPLICATION_WINDOW)

static void
lectern_judge_window_dispose (GObject *object)
{
  LecternJudgeWindow *self = LECTERN_JUDGE_WINDOW (object);

  g_clear_object (&self->seat);
  gtk_widget_dispose_template (GTK_WIDGET (object), LECTERN_TYPE_JUDGE_WINDOW);
  G_OBJECT_CLASS (lectern_judge_window_parent_class)->dispose (object);
}

static void
lectern_judge_window_class_init (LecternJudgeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_judge_window_dispose;
  g_type_ensure (LECTERN_TYPE_PAIRING_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-judge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternJudgeWindow, pairing_page);
}

static void
lectern_judge_window_init (LecternJudgeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lectern_judge_window_new (GtkApplication   *application,
                          LecternSeatStore *seat,
                          const char       *address)
{
  LecternJudgeWindow *self = g_object_new (LECTERN_TYPE_JUDGE_WINDOW, "application", application, NULL);
  g_autoptr (GError) error = NULL;

  self->seat = g_object_ref (seat);
  if (!lectern_seat_store_load (seat, &error))
    lectern_pairing_page_set_trouble (self->pairing_page, error->message);
  lectern_pairing_page_set_address (self->pairing_page,
                                    address != NULL ? address : lectern_seat_store_get_address (seat));
  gtk_widget_grab_focus (GTK_WIDGET (self->pairing_page));
  return GTK_WIDGET (self);
}
