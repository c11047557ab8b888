/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The MC's script. Names are set in bold, because a name misread aloud cannot be taken back. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-script-card.h"

#include <string.h>

#include "lectern-script.h"

struct _LecternScriptCard
{
  LecternConsolePart parent_instance;
  GtkWidget         *box;
  GtkLabel          *words;
};

G_DEFINE_FINAL_TYPE (LecternScriptCard, lectern_script_card, LECTERN_TYPE_CONSOLE_PART)

static char *
embolden (const char     *text,
          LecternContest *contest)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GPtrArray       *nominees = lectern_contest_get_nominees (contest);
  g_string_assign (markup, escaped);
  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = g_ptr_array_index (nominees, i);
      g_autofree char      *name = g_markup_escape_text (nominee->name, -1);
      g_autofree char      *bold = g_strdup_printf ("<b>%s</b>", name);
      g_autofree char      *done = g_strdup_printf ("<b>%s", name);
      if (*name && !strstr (markup->str, done))
        g_string_replace (markup, name, bold, 0);
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static void
lectern_script_card_refresh (LecternConsolePart *part,
                             LecternChange      *change)
{
  LecternScriptCard *self = LECTERN_SCRIPT_CARD (part);
  LecternContest    *contest = lectern_console_part_get_contest (part);
  g_autofree char   *text = lectern_script_get_now (contest);
  g_autofree char   *markup = embolden (text ? text : "", contest);
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
