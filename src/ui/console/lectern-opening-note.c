/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* It stands above the large button until that has been pressed once, and never in its way. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-opening-note.h"

#include "lectern-checkup.h"

struct _LecternOpeningNote
{
  LecternConsolePart parent_instance;
  GtkWidget         *box;
  GtkLabel          *words;
};

G_DEFINE_FINAL_TYPE (LecternOpeningNote, lectern_opening_note, LECTERN_TYPE_CONSOLE_PART)

static void
lectern_opening_note_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternOpeningNote *self = LECTERN_OPENING_NOTE (part);
  LecternCheckup     *checkup = lectern_checkup_get (lectern_console_part_get_desk (part));
  g_autoptr (GPtrArray) items = lectern_checkup_list (checkup);
  g_autofree char *words = lectern_preflight_describe_opening (lectern_console_part_get_contest (part), items);
  lectern_checkup_attach (checkup, part);
  gtk_label_set_text (self->words, words ? words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), words);
  gtk_widget_set_visible (self->box, words != NULL);
}

static void
lectern_opening_note_class_init (LecternOpeningNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_opening_note_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-opening-note.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternOpeningNote, box);
  gtk_widget_class_bind_template_child (widget_class, LecternOpeningNote, words);
}

static void
lectern_opening_note_init (LecternOpeningNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
