/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A round that can't be gone on to yet says why, in the words of whoever refuses it; one that can says
 * who speaks in it and that nothing of the round that is left is lost. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-rounds-pane.h"

#include <glib/gi18n-lib.h>

#include "lectern-heat-dialog.h"
#include "lectern-rounds.h"
#include "lectern-signature.h"
#include "lectern-wording.h"

struct _LecternRoundsPane
{
  LecternConsolePart parent_instance;
  GtkWidget         *box;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (LecternRoundsPane, lectern_rounds_pane, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternRoundsPane *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternRoundsPane *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static gboolean
is_current (LecternContest     *contest,
            const LecternRound *round)
{
  return lectern_contest_get_current_round (contest) == round;
}

/* A heat: nothing feeds it, and it feeds another. */
static gboolean
is_heat (LecternContest     *contest,
         const LecternRound *round)
{
  g_autoptr (GPtrArray) feeders = lectern_rounds_list_feeders (contest, round);
  return feeders->len == 0 && lectern_rounds_get_next (contest, round);
}

static char *
describe_closed (const LecternRound *round)
{
  g_autofree char *key = round->origin && g_str_has_prefix (round->origin, "sha256:") ? lectern_signature_shorten (round->origin) : NULL;
  if (key)
    /* Translators: the short fingerprint of another laptop's key. */
    return g_strdup_printf (_ ("Closed; from another laptop, signed with the key %s"), key);
  /* Translators: how often a round was closed. */
  return g_strdup_printf (_ ("Closed, revision %d"), (int) round->revision);
}

static char *
describe (LecternContest     *contest,
          const LecternRound *round)
{
  if (is_current (contest, round))
    /* Translators: the state of the round the evening is in. */
    return g_strdup_printf (_ ("The evening is in this round: %s"), lectern_wording_for_round_state ((LecternRoundState) round->state));
  if (round->state == LECTERN_ROUND_FINALISED)
    return describe_closed (round);
  if (round->state == LECTERN_ROUND_SET_UP || !lectern_rounds_check_open (contest, round->key, NULL))
    return lectern_wording_for_going_on (contest, round);
  return g_strdup_printf (_ ("Left for another round: %s"), lectern_wording_for_round_state ((LecternRoundState) round->state));
}

static const LecternRound *
get_round (LecternRoundsPane *self,
           GtkButton         *button)
{
  return lectern_contest_get_round (get_contest (self), g_object_get_data (G_OBJECT (button), "round"));
}

static gboolean
on_opened_cb (GObject        *owner,
              LecternOutcome *outcome,
              GPtrArray      *problems,
              const GError   *error)
{
  LecternRoundsPane  *self = LECTERN_ROUNDS_PANE (owner);
  const LecternRound *round = lectern_contest_get_current_round (get_contest (self));
  if (!outcome)
    return FALSE;
  /* Translators: the name of a round. */
  g_autofree char *sentence = g_strdup_printf (_ ("The evening is in “%s” now."), round->name);
  lectern_desk_tell (get_desk (self), sentence);
  return TRUE;
}

static void
on_open_clicked_cb (GtkButton         *button,
                    LecternRoundsPane *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_OPEN_ROUND);
  action->key = g_strdup (get_round (self, button)->key);
  lectern_desk_submit (get_desk (self), action, G_OBJECT (self), on_opened_cb);
}

static void
on_take_clicked_cb (GtkButton         *button,
                    LecternRoundsPane *self)
{
  lectern_heat_dialog_choose (GTK_WIDGET (self), get_desk (self), get_round (self, button)->key);
}

static GtkWidget *
add_button (LecternRoundsPane  *self,
            GtkWidget          *row,
            const LecternRound *round,
            const char         *name,
            GCallback           callback)
{
  GtkWidget *button = gtk_button_new ();
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "round", g_strdup (round->key), g_free);
  g_object_set_data (G_OBJECT (row), name, button);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static GtkWidget *
make_row (LecternRoundsPane  *self,
          const LecternRound *round)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *take;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data_full (G_OBJECT (row), "round", g_strdup (round->key), g_free);
  take = add_button (self, row, round, "take", G_CALLBACK (on_take_clicked_cb));
  gtk_button_set_label (GTK_BUTTON (take), _ ("Take from Another Laptop…"));
  add_button (self, row, round, "open", G_CALLBACK (on_open_clicked_cb));
  return row;
}

/* Going on is what is meant when the round before is closed; anything else is a way back. */
static void
update_buttons (LecternRoundsPane  *self,
                GtkWidget          *row,
                const LecternRound *round)
{
  LecternContest     *contest = get_contest (self);
  const LecternRound *current = lectern_contest_get_current_round (contest);
  GtkWidget          *take = g_object_get_data (G_OBJECT (row), "take");
  GtkWidget          *open = g_object_get_data (G_OBJECT (row), "open");
  gboolean            possible = lectern_rounds_check_open (contest, round->key, NULL);
  gboolean            goes_on = round->state == LECTERN_ROUND_SET_UP;
  g_autofree char    *label = goes_on ? g_strdup_printf (_ ("Go On to “%s”"), round->name) : g_strdup_printf (_ ("Go Back to “%s”"), round->name);
  gtk_widget_set_visible (take, goes_on && is_heat (contest, round));
  gtk_widget_set_visible (open, !is_current (contest, round));
  gtk_widget_set_sensitive (open, possible);
  gtk_button_set_label (GTK_BUTTON (open), label);
  if (goes_on && possible && current->state == LECTERN_ROUND_FINALISED)
    gtk_widget_add_css_class (open, "suggested-action");
  else
    gtk_widget_remove_css_class (open, "suggested-action");
}

static void
update_row (LecternRoundsPane  *self,
            GtkWidget          *row,
            const LecternRound *round)
{
  g_autofree char *words = describe (get_contest (self), round);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), round->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), is_current (get_contest (self), round) ? "media-playback-start-symbolic" : NULL);
  update_buttons (self, row, round);
}

static gboolean
rows_match (LecternRoundsPane *self,
            GPtrArray         *rounds)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (!row || g_strcmp0 (g_object_get_data (G_OBJECT (row), "round"), ((const LecternRound *) g_ptr_array_index (rounds, i))->key) != 0)
        return FALSE;
    }
  return !gtk_list_box_get_row_at_index (self->list, (int) rounds->len);
}

static void
lectern_rounds_pane_refresh (LecternConsolePart *part,
                             LecternChange      *change)
{
  LecternRoundsPane *self = LECTERN_ROUNDS_PANE (part);
  GPtrArray         *rounds = lectern_contest_get_rounds (get_contest (self));
  if (!rows_match (self, rounds))
    {
      for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->list, 0));)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      for (guint i = 0; i < rounds->len; i++)
        gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (rounds, i)));
    }
  for (guint i = 0; i < rounds->len; i++)
    update_row (self, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)), g_ptr_array_index (rounds, i));
  gtk_widget_set_visible (self->box, rounds->len > 1);
}

static void
lectern_rounds_pane_class_init (LecternRoundsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_rounds_pane_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-rounds-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternRoundsPane, box);
  gtk_widget_class_bind_template_child (widget_class, LecternRoundsPane, list);
}

static void
lectern_rounds_pane_init (LecternRoundsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
