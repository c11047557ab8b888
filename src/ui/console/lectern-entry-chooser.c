/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A number typed is a running number and nothing else: with 1 typed, No. 1 stands first and is
 * what Enter takes, whatever else has a 1 in it. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-entry-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-correction.h"

#define MOST_MATCHES 6

struct _LecternEntryChooser
{
  LecternConsolePart parent_instance;
  GtkWidget         *search;
  GtkWidget         *matches;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternEntryChooser, lectern_entry_chooser, LECTERN_TYPE_CONSOLE_PART)

static gboolean
contains (const char *haystack,
          const char *needle)
{
  g_autofree char *folded = haystack ? g_utf8_casefold (haystack, -1) : NULL;
  return folded && strstr (folded, needle);
}

static gboolean
matches (LecternContest     *contest,
         const LecternEntry *entry,
         const char         *text,
         guint64             number)
{
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
  const LecternUnit    *unit = nominee ? lectern_contest_get_unit (contest, nominee->unit) : NULL;
  if (number > 0)
    {
      g_autofree char *lot = g_strdup_printf ("%d", (int) entry->lot);
      return g_str_has_prefix (lot, text);
    }
  return nominee && (contains (nominee->name, text) || contains (nominee->title, text) || (unit && contains (unit->name, text)));
}

static void
add_match (LecternEntryChooser *self,
           const LecternEntry  *entry)
{
  LecternContest       *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
  const LecternUnit    *unit = lectern_contest_get_unit (contest, nominee->unit);
  GtkWidget            *row = adw_action_row_new ();
  g_autofree char      *title = lectern_correction_name_entry (contest, entry);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (unit)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), unit->name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "lot", GINT_TO_POINTER ((int) entry->lot));
  gtk_list_box_append (GTK_LIST_BOX (self->matches), row);
}

static void
clear_matches (LecternEntryChooser *self)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->matches), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->matches), GTK_WIDGET (row));
}

static void
fill_matches (LecternEntryChooser *self,
              const char          *text)
{
  LecternContest *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  guint64 number = 0;
  guint   n = 0;
  g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL);
  for (guint i = 0; i < entries->len && n < MOST_MATCHES; i++)
    {
      const LecternEntry *entry = g_ptr_array_index (entries, i);
      if (entry->lot == LECTERN_NULL || !matches (contest, entry, text, number))
        continue;
      add_match (self, entry);
      n++;
    }
}

static void
on_search_changed_cb (LecternEntryChooser *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autofree char *text = g_utf8_casefold (typed, -1);
  clear_matches (self);
  if (*text && lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self)))
    fill_matches (self, text);
  gtk_widget_set_visible (self->matches, gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->matches), 0) != NULL);
}

static void
choose (LecternEntryChooser *self,
        GtkListBoxRow       *row)
{
  gint64 lot = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "lot"));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_signal_emit (self, signals[CHOSEN], 0, lot);
}

static void
on_search_activated_cb (LecternEntryChooser *self)
{
  GtkListBoxRow *first;
  on_search_changed_cb (self);
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->matches), 0);
  if (first)
    choose (self, first);
}

static void
on_match_activated_cb (GtkListBox          *list,
                       GtkListBoxRow       *row,
                       LecternEntryChooser *self)
{
  choose (self, row);
}

static void
lectern_entry_chooser_class_init (LecternEntryChooserClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", LECTERN_TYPE_ENTRY_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
lectern_entry_chooser_init (LecternEntryChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->search = gtk_search_entry_new ();
  self->matches = gtk_list_box_new ();
  g_object_set (self->search, "placeholder-text", _ ("Another entry: number or name"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Another entry: number or name"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->matches), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Entries found"), -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->matches), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->matches, "boxed-list");
  gtk_widget_set_visible (self->matches, FALSE);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (on_search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->matches, "row-activated", G_CALLBACK (on_match_activated_cb), self, 0);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->matches);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkEditable *
lectern_entry_chooser_get_search (LecternEntryChooser *self)
{
  g_return_val_if_fail (LECTERN_IS_ENTRY_CHOOSER (self), NULL);
  return GTK_EDITABLE (self->search);
}
