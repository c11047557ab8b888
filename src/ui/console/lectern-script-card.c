/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The MC's words on the operator's own screen, and the way to the MC's window. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-script-card.h"

#include "lectern-script-markup.h"
#include "lectern-script.h"

struct _LecternScriptCard
{
  LecternConsolePart parent_instance;
  GtkWidget         *box;
  GtkLabel          *words;
};

G_DEFINE_FINAL_TYPE (LecternScriptCard, lectern_script_card, LECTERN_TYPE_CONSOLE_PART)

static void
lectern_script_card_refresh (LecternConsolePart *part,
                             LecternChange      *change)
{
  LecternScriptCard *self = LECTERN_SCRIPT_CARD (part);
  LecternContest    *contest = lectern_console_part_get_contest (part);
  g_autofree char   *text = lectern_script_get_now (contest);
  g_autofree char   *markup = lectern_script_markup_embolden (contest, text ? text : "");
  gtk_label_set_markup (self->words, markup);
  gtk_widget_set_visible (self->box, *markup != '\0');
}

static void
lectern_script_card_class_init (LecternScriptCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_script_card_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-script-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternScriptCard, box);
  gtk_widget_class_bind_template_child (widget_class, LecternScriptCard, words);
}

static void
lectern_script_card_init (LecternScriptCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
