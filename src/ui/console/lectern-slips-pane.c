/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Each slip is an action of its own, on disk before the next name is shown. What is wrong with a slip
 * is said beside it by the engine's words, and the number stays in its field to be put right. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-slips-pane.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-rounds.h"
#include "lectern-scene.h"

#define MOST_MATCHES 5

struct _LecternSlipsPane
{
  LecternConsolePart parent_instance;
  GtkLabel          *progress;
  GtkLabel          *name;
  GtkLabel          *unit;
  GtkWidget         *lot;
  GtkWidget         *record;
  GtkLabel          *free_lots;
  GtkLabel          *why_not;
  GtkWidget         *search;
  GtkWidget         *matches;
  GtkToggleButton   *back;
  GtkWidget         *back_box;
  GtkWidget         *back_lot;
  GtkWidget         *back_reason;
  GtkWidget         *take_back;
  gint64             nominee; /* called by the operator; LECTERN_NULL: the next on the list */
};

G_DEFINE_FINAL_TYPE (LecternSlipsPane, lectern_slips_pane, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternSlipsPane *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternSlipsPane *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static const LecternRound *
get_round (LecternSlipsPane *self)
{
  return lectern_contest_get_current_round (get_contest (self));
}

/* Whose slip has not been read. Borrowed records; free the array. */
static GPtrArray *
list_waiting (LecternSlipsPane *self)
{
  const LecternRound *round = get_round (self);
  g_autoptr (GPtrArray) entrants = lectern_rounds_list_entrants (get_contest (self), round);
  GPtrArray *waiting = g_ptr_array_new ();
  for (guint i = 0; i < entrants->len; i++)
    if (!lectern_contest_get_entry (get_contest (self), round->key, ((LecternNominee *) entrants->pdata[i])->id))
      g_ptr_array_add (waiting, entrants->pdata[i]);
  return waiting;
}

static const LecternNominee *
find_drawing (LecternSlipsPane *self,
              GPtrArray        *waiting)
{
  for (guint i = 0; i < waiting->len; i++)
    if (((LecternNominee *) waiting->pdata[i])->id == self->nominee)
      return waiting->pdata[i];
  return waiting->len ? waiting->pdata[0] : NULL;
}

/* Words ------------------------------------------------------------------------------------- */

static void
say_why_not (LecternSlipsPane *self,
             const char       *sentence)
{
  gtk_label_set_text (self->why_not, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->why_not), *sentence != '\0');
}

static const char *
get_unit_name (LecternSlipsPane     *self,
               const LecternNominee *nominee)
{
  const LecternUnit *unit = nominee ? lectern_contest_get_unit (get_contest (self), nominee->unit) : NULL;
  return unit ? unit->name : "";
}

static void
show_free (LecternSlipsPane *self,
           guint             n)
{
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint lot = 1; lot <= n; lot++)
    if (!lectern_contest_get_entry_by_lot (get_contest (self), lot))
      g_string_append_printf (words, "%s%u", words->len > 0 ? " " : "", lot);
  /* Translators: the lots nobody has drawn yet, with spaces between them. */
  g_autofree char *text = g_strdup_printf (_ ("Still to be drawn: %s"), words->str);
  gtk_label_set_text (self->free_lots, text);
}

static void
show_drawing (LecternSlipsPane *self)
{
  g_autoptr (GPtrArray) entrants = lectern_rounds_list_entrants (get_contest (self), get_round (self));
  g_autoptr (GPtrArray) waiting = list_waiting (self);
  const LecternNominee *nominee = find_drawing (self, waiting);
  /* Translators: how many slips have been read out, of how many. */
  g_autofree char *progress = g_strdup_printf (_ ("%u of %u slips read"), entrants->len - waiting->len, entrants->len);
  gtk_label_set_text (self->progress, progress);
  gtk_label_set_text (self->name, nominee ? nominee->name : "");
  gtk_label_set_text (self->unit, get_unit_name (self, nominee));
  gtk_widget_set_sensitive (GTK_WIDGET (self->back), waiting->len < entrants->len);
  show_free (self, entrants->len);
}

static gint64
read_lot (GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  gint64           lot = 0;
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT, &lot, NULL) ? lot : LECTERN_NULL;
}

static void
show_deeds (LecternSlipsPane *self)
{
  gtk_widget_set_sensitive (self->record, read_lot (self->lot) != LECTERN_NULL);
  gtk_widget_set_sensitive (self->take_back, read_lot (self->back_lot) != LECTERN_NULL && *gtk_editable_get_text (GTK_EDITABLE (self->back_reason)));
}

static void
lectern_slips_pane_refresh (LecternConsolePart *part,
                            LecternChange      *change)
{
  LecternSlipsPane *self = LECTERN_SLIPS_PANE (part);
  if (!get_round (self))
    return;
  show_drawing (self);
  show_deeds (self);
}

/* Somebody else ----------------------------------------------------------------------------- */

static void
clear_matches (LecternSlipsPane *self)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->matches), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->matches), GTK_WIDGET (row));
}

static void
add_match (LecternSlipsPane     *self,
           const LecternNominee *nominee)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nominee->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_unit_name (self, nominee));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "nominee", GSIZE_TO_POINTER ((gsize) nominee->id));
  gtk_list_box_append (GTK_LIST_BOX (self->matches), row);
}

static void
on_search_changed_cb (LecternSlipsPane *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autoptr (GPtrArray) waiting = list_waiting (self);
  guint n = 0;
  clear_matches (self);
  for (guint i = 0; *text && i < waiting->len && n < MOST_MATCHES; i++)
    {
      const LecternNominee *nominee = g_ptr_array_index (waiting, i);
      if (!strstr (nominee->name, text) && !strstr (get_unit_name (self, nominee), text))
        continue;
      add_match (self, nominee);
      n++;
    }
  gtk_widget_set_visible (self->matches, n > 0);
}

static void
call (LecternSlipsPane *self,
      GtkListBoxRow    *row)
{
  self->nominee = (gint64) GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (row), "nominee"));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  say_why_not (self, "");
  show_drawing (self);
  gtk_widget_grab_focus (self->lot);
}

static void
on_search_activated_cb (LecternSlipsPane *self)
{
  GtkListBoxRow *first;
  on_search_changed_cb (self); /* what is typed counts at once */
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->matches), 0);
  if (first)
    call (self, first);
}

static void
on_match_activated_cb (LecternSlipsPane *self,
                       GtkListBoxRow    *row)
{
  call (self, row);
}

/* Slips ------------------------------------------------------------------------------------- */

static gboolean
on_recorded_cb (GObject        *owner,
                LecternOutcome *outcome,
                GPtrArray      *problems,
                const GError   *error)
{
  LecternSlipsPane *self = LECTERN_SLIPS_PANE (owner);
  say_why_not (self, outcome ? "" : error->message);
  if (outcome)
    {
      self->nominee = LECTERN_NULL;
      gtk_editable_set_text (GTK_EDITABLE (self->lot), "");
    }
  show_drawing (self);
  if (gtk_widget_get_mapped (self->lot))
    gtk_widget_grab_focus (self->lot);
  return TRUE;
}

static void
on_record_cb (LecternSlipsPane *self)
{
  LecternAction *action;
  gint64         lot = read_lot (self->lot);
  gint64         nominee = lectern_slips_pane_get_nominee (self);
  if (lot == LECTERN_NULL || nominee == LECTERN_NULL)
    return;
  action = lectern_desk_new_action (LECTERN_ACTION_DRAW_SLIP);
  action->lot = lot;
  action->nominee = nominee;
  lectern_desk_submit (get_desk (self), action, G_OBJECT (self), on_recorded_cb);
}

static gboolean
on_taken_back_cb (GObject        *owner,
                  LecternOutcome *outcome,
                  GPtrArray      *problems,
                  const GError   *error)
{
  LecternSlipsPane *self = LECTERN_SLIPS_PANE (owner);
  say_why_not (self, outcome ? "" : error->message);
  if (!outcome)
    return TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->back_lot), "");
  gtk_editable_set_text (GTK_EDITABLE (self->back_reason), "");
  gtk_toggle_button_set_active (self->back, FALSE);
  return TRUE;
}

/* Whose slip it was draws next: it was misread, as a rule. */
static void
on_take_back_cb (LecternSlipsPane *self)
{
  gint64              lot = read_lot (self->back_lot);
  const LecternEntry *entry = lot != LECTERN_NULL ? lectern_contest_get_entry_by_lot (get_contest (self), lot) : NULL;
  LecternAction      *action;
  if (lot == LECTERN_NULL || !*gtk_editable_get_text (GTK_EDITABLE (self->back_reason)))
    return;
  self->nominee = entry ? entry->nominee : self->nominee;
  action = lectern_desk_new_action (LECTERN_ACTION_RETURN_SLIP);
  action->lot = lot;
  action->reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->back_reason)));
  lectern_desk_submit (get_desk (self), action, G_OBJECT (self), on_taken_back_cb);
}

static void
on_back_toggled_cb (LecternSlipsPane *self)
{
  gboolean open = gtk_toggle_button_get_active (self->back);
  gtk_widget_set_visible (self->back_box, open);
  gtk_widget_grab_focus (open ? self->back_lot : self->lot);
}

static void
on_show_cb (LecternSlipsPane *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_SHOW_SCENE);
  action->number = LECTERN_SCENE_DRAW;
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

static void
lectern_slips_pane_class_init (LecternSlipsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_slips_pane_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-slips-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, progress);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, name);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, unit);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, lot);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, record);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, free_lots);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, why_not);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, search);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, matches);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, back);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, back_box);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, back_lot);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, back_reason);
  gtk_widget_class_bind_template_child (widget_class, LecternSlipsPane, take_back);
  gtk_widget_class_bind_template_callback (widget_class, show_deeds);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_match_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_record_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
}

static void
lectern_slips_pane_init (LecternSlipsPane *self)
{
  self->nominee = LECTERN_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}

gint64
lectern_slips_pane_get_nominee (LecternSlipsPane *self)
{
  g_return_val_if_fail (LECTERN_IS_SLIPS_PANE (self), LECTERN_NULL);
  g_autoptr (GPtrArray) waiting = list_waiting (self);
  const LecternNominee *nominee = find_drawing (self, waiting);
  return nominee ? nominee->id : LECTERN_NULL;
}

void
lectern_slips_pane_begin (LecternSlipsPane *self)
{
  g_return_if_fail (LECTERN_IS_SLIPS_PANE (self));
  gtk_widget_grab_focus (self->lot);
}
