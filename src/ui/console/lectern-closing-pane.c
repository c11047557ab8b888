/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Each step waits for the one before it, and says what it waits for. A round is never closed from
 * here without the re-check: what the engine allows a script on the quiet, the console does not. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-closing-pane.h"

#include <glib/gi18n-lib.h>

#include "lectern-correction.h"
#include "lectern-decision-dialog.h"
#include "lectern-ranking.h"
#include "lectern-reason-dialog.h"
#include "lectern-recheck-pane.h"
#include "lectern-recheck.h"
#include "lectern-rounds.h"
#include "lectern-wording.h"

/* At the beginning of an evening every entry keeps the round open; a few say it. */
#define BLOCKERS_SHOWN 12

struct _LecternClosingPane
{
  LecternRoundPart    parent_instance;
  GtkStack           *stack;
  GtkListBox         *blockers;
  GtkWidget          *nothing;
  GtkWidget          *recheck_group;
  AdwActionRow       *recheck_state;
  GtkWidget          *recheck_begin;
  GtkEditable        *checker;
  GtkWidget          *close_group;
  GtkEditable        *closer;
  GtkWidget          *close;
  GtkLabel           *hint;
  LecternRecheckPane *recheck;
  AdwStatusPage      *closed;
  GtkWidget          *reopen;
  GtkWidget          *next_round;
  AdwStatusPage      *other;
};

G_DEFINE_FINAL_TYPE (LecternClosingPane, lectern_closing_pane, LECTERN_TYPE_ROUND_PART)

static LecternContest *
get_contest (LecternClosingPane *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternClosingPane *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

/* What keeps the round open ----------------------------------------------------------------- */

/* Where a blocker is solved. */
typedef enum
{
  WAY_PAGE,   /* @page of the window */
  WAY_TIME,   /* the form for the entry's time */
  WAY_ENTRY,  /* the entry's sheets beside the evening */
  WAY_DECIDE, /* the jury's decision */
} Way;

static const struct
{
  const char *column;
  Way         way;
  const char *page;
  const char *label;
} ways[] = {
  { "draw", WAY_PAGE, "draw", N_ ("To the Draw") },
  { "gate", WAY_PAGE, "evening", N_ ("To the Evening") },
  { "clock", WAY_PAGE, "evening", N_ ("To the Evening") },
  { "state", WAY_PAGE, "evening", N_ ("To the Evening") },
  { "sheets", WAY_ENTRY, NULL, N_ ("To Its Sheets") },
  { "flag", WAY_ENTRY, NULL, N_ ("To Its Sheets") },
  { "keying", WAY_ENTRY, NULL, N_ ("To Its Sheets") },
  { "time", WAY_TIME, NULL, N_ ("Enter the Time…") },
  { "tie", WAY_DECIDE, NULL, N_ ("Decide…") },
};

static void
on_decide_clicked_cb (GtkButton          *button,
                      LecternClosingPane *self)
{
  GArray *lots = g_object_get_data (G_OBJECT (button), "lots");
  gtk_window_present (lectern_decision_dialog_new (GTK_WIDGET (self), get_desk (self), lots));
}

static void
lead (LecternClosingPane   *self,
      GtkWidget            *button,
      guint                 way,
      const LecternProblem *problem,
      GArray               *lots)
{
  GtkActionable *actionable = GTK_ACTIONABLE (button);
  switch (ways[way].way)
    {
    case WAY_TIME:
      gtk_actionable_set_action_target (actionable, "(uxx)", (guint32) LECTERN_CORRECTION_TIME, (gint64) problem->row, LECTERN_NULL);
      gtk_actionable_set_action_name (actionable, "console.correct");
      break;
    case WAY_ENTRY:
      gtk_actionable_set_action_target (actionable, "x", (gint64) problem->row);
      gtk_actionable_set_action_name (actionable, "console.entry");
      break;
    case WAY_DECIDE:
      g_object_set_data_full (G_OBJECT (button), "lots", g_array_ref (lots), (GDestroyNotify) g_array_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_decide_clicked_cb), self, 0);
      break;
    case WAY_PAGE:
    default:
      gtk_actionable_set_action_target (actionable, "s", ways[way].page);
      gtk_actionable_set_action_name (actionable, "console.page");
      break;
    }
}

/* @lots: of the tie it is about, where it is about one. */
static GtkWidget *
make_way (LecternClosingPane   *self,
          const LecternProblem *problem,
          GArray               *lots)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (g_strcmp0 (problem->column, ways[i].column) != 0)
        continue;
      GtkWidget *button = gtk_button_new_with_label (_ (ways[i].label));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem->message, -1);
      lead (self, button, i, problem, lots);
      return button;
    }
  return NULL;
}

static void
add_blocker (LecternClosingPane *self,
             const char         *sentence,
             GtkWidget          *way)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (way)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), way);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), way);
    }
  gtk_list_box_append (self->blockers, row);
}

/* The sentences that stand there already, in their order: rows in use are not made anew. */
static gboolean
blockers_match (LecternClosingPane *self,
                GPtrArray          *problems)
{
  guint n = 0;
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->blockers, (int) n)); n++)
    if (n >= MIN (problems->len, BLOCKERS_SHOWN) ||
        g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ((const LecternProblem *) g_ptr_array_index (problems, n))->message) != 0)
      return n == BLOCKERS_SHOWN && problems->len > BLOCKERS_SHOWN;
  return n == problems->len;
}

static void
fill_blockers (LecternClosingPane   *self,
               const LecternRanking *ranking,
               GPtrArray            *problems)
{
  guint n_ties = 0;
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->blockers, 0));)
    gtk_list_box_remove (self->blockers, GTK_WIDGET (row));
  for (guint i = 0; i < problems->len; i++)
    {
      const LecternProblem *problem = g_ptr_array_index (problems, i);
      GArray               *lots = NULL;
      if (g_strcmp0 (problem->column, "tie") == 0 && n_ties < ranking->open_ties->len)
        lots = ((const LecternOpenTie *) g_ptr_array_index (ranking->open_ties, n_ties++))->lots;
      if (i < BLOCKERS_SHOWN)
        add_blocker (self, problem->message, make_way (self, problem, lots));
    }
  if (problems->len > BLOCKERS_SHOWN)
    {
      guint            n_more = problems->len - BLOCKERS_SHOWN;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
      add_blocker (self, more, NULL);
    }
}

static guint
show_blockers (LecternClosingPane *self)
{
  g_autoptr (LecternRanking) ranking = lectern_ranking_new (get_contest (self), NULL, FALSE);
  g_autoptr (GPtrArray) problems = lectern_ranking_list_blockers (get_contest (self), NULL);
  if (!blockers_match (self, problems))
    fill_blockers (self, ranking, problems);
  gtk_widget_set_visible (GTK_WIDGET (self->blockers), problems->len > 0);
  gtk_widget_set_visible (self->nothing, problems->len == 0);
  return problems->len;
}

/* The re-check and the end ------------------------------------------------------------------ */

static gboolean
is_filled (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  return *text != '\0';
}

static gboolean
show_recheck (LecternClosingPane *self,
              guint               n_blockers)
{
  guint            n_entries, n_compared;
  g_autofree char *checkers = lectern_recheck_list_checkers (get_contest (self), NULL);
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;
  lectern_recheck_pane_count (get_contest (self), &n_entries, &n_compared);
  gboolean done = n_compared == n_entries;
  if (n_entries == 0)
    title = g_strdup (_ ("Nobody’s sheets have to be compared"));
  else
    /* Translators: entries compared by a second person, of all that have to be. */
    title = g_strdup_printf (_ ("%u of %u entries compared"), n_compared, n_entries);
  if (*checkers)
    /* Translators: the names of those who compared. */
    subtitle = g_strdup_printf (_ ("by %s"), checkers);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->recheck_state), title);
  adw_action_row_set_subtitle (self->recheck_state, subtitle ? subtitle : "");
  gtk_button_set_label (GTK_BUTTON (self->recheck_begin), n_compared > 0 ? _ ("Go On Comparing") : _ ("Begin to Compare"));
  gtk_widget_set_visible (self->recheck_begin, !done);
  gtk_widget_set_visible (GTK_WIDGET (self->checker), !done);
  gtk_widget_set_sensitive (self->recheck_begin, is_filled (self->checker));
  gtk_widget_set_sensitive (self->recheck_group, n_blockers == 0);
  return done;
}

/* The engine would refuse it as well; here it is said while the name is being typed. */
static gboolean
is_only_checker (LecternClosingPane *self)
{
  g_autofree char *checkers = lectern_recheck_list_checkers (get_contest (self), NULL);
  g_autofree char *closer = g_strstrip (g_strdup (gtk_editable_get_text (self->closer)));
  return *closer && g_str_equal (checkers, closer);
}

static void
show_close (LecternClosingPane *self,
            gboolean            ready)
{
  gboolean same = is_only_checker (self);
  gtk_widget_set_sensitive (self->close_group, ready);
  gtk_widget_set_sensitive (self->close, ready && is_filled (self->closer) && !same);
  if (!ready)
    gtk_label_set_text (self->hint, _ ("Waits for the steps above."));
  else
    gtk_label_set_text (self->hint, same ? _ ("Whoever compared the sheets alone can’t close the round too.") : "");
}

static void
show_steps (LecternClosingPane *self)
{
  guint    n_blockers = show_blockers (self);
  gboolean compared = show_recheck (self, n_blockers);
  gboolean comparing = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "recheck") == 0;
  show_close (self, n_blockers == 0 && compared);
  if (!comparing || n_blockers > 0)
    gtk_stack_set_visible_child_name (self->stack, "steps");
}

static void
on_checker_changed_cb (LecternClosingPane *self)
{
  gtk_widget_set_sensitive (self->recheck_begin, is_filled (self->checker));
}

static void
on_begin_clicked_cb (LecternClosingPane *self)
{
  if (!is_filled (self->checker) || !gtk_widget_is_sensitive (self->recheck_begin))
    return;
  gtk_stack_set_visible_child_name (self->stack, "recheck");
  lectern_recheck_pane_begin (self->recheck, gtk_editable_get_text (self->checker));
}

static void
on_recheck_finished_cb (LecternClosingPane *self)
{
  gtk_stack_set_visible_child_name (self->stack, "steps");
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
}

static void
on_closer_changed_cb (LecternClosingPane *self)
{
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
}

static void
on_close_clicked_cb (LecternClosingPane *self)
{
  if (!gtk_widget_is_sensitive (self->close))
    return;
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_FINALISE);
  action->text = g_strstrip (g_strdup (gtk_editable_get_text (self->closer)));
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

/* Closed ------------------------------------------------------------------------------------ */

static char *
describe_closed (const LecternRound *round)
{
  g_autoptr (GString) text = g_string_new (NULL);
  /* Translators: how often the round was closed. */
  g_string_append_printf (text, _ ("Revision %d"), (int) round->revision);
  if (round->closed_by)
    /* Translators: who closed the round. */
    g_string_append_printf (text, _ (" · closed by %s"), round->closed_by);
  if (round->checked_by)
    /* Translators: who compared the winners’ sheets. */
    g_string_append_printf (text, _ (" · compared by %s"), round->checked_by);
  else
    g_string_append (text, _ (" · without a re-check on record"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_closed (LecternClosingPane *self,
             const LecternRound *round)
{
  const LecternRound *next = lectern_rounds_get_next (get_contest (self), round);
  gboolean            current = lectern_round_part_is_current (LECTERN_ROUND_PART (self));
  gboolean            open = next && current && lectern_rounds_check_open (get_contest (self), next->key, NULL);
  g_autofree char    *revision = describe_closed (round);
  g_autofree char    *going_on = next && current ? lectern_wording_for_going_on (get_contest (self), next) : NULL;
  g_autofree char    *text = g_strjoin ("\n\n", revision, going_on, NULL);
  g_autofree char    *text_markup = g_markup_escape_text (text, -1);
  /* Translators: the name of a round. */
  g_autofree char *title = g_strdup_printf (_ ("“%s” Is Closed"), round->name);
  g_autofree char *label = NULL;
  if (open)
    /* Translators: the name of the next round. */
    label = g_strdup_printf (_ ("Go On to “%s”"), next->name);
  adw_status_page_set_title (self->closed, title);
  adw_status_page_set_description (self->closed, text_markup);
  gtk_widget_set_visible (self->reopen, current && lectern_rounds_check_reopen (get_contest (self), round, NULL));
  gtk_widget_set_visible (self->next_round, open);
  gtk_button_set_label (GTK_BUTTON (self->next_round), label ? label : "");
  gtk_stack_set_visible_child_name (self->stack, "closed");
}

static void
on_next_round_clicked_cb (LecternClosingPane *self)
{
  const LecternRound *next = lectern_rounds_get_next (get_contest (self), lectern_round_part_get_round (LECTERN_ROUND_PART (self)));
  LecternAction      *action;
  if (!next)
    return;
  action = lectern_desk_new_action (LECTERN_ACTION_OPEN_ROUND);
  action->key = g_strdup (next->key);
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

static void
on_reopen_confirmed_cb (LecternReasonDialog *dialog,
                        const char          *response,
                        LecternClosingPane  *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_REOPEN_ROUND);
  action->reason = g_strdup (lectern_reason_dialog_get_reason (dialog));
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

static void
on_reopen_clicked_cb (LecternClosingPane *self)
{
  const LecternRound  *round = lectern_round_part_get_round (LECTERN_ROUND_PART (self));
  int                  next = (int) round->revision + 1;
  g_autofree char     *body = g_strdup_printf (_ ("The ranking becomes provisional again, and certificates and the notice can’t be made until it is closed anew. What was closed stays in the journal as revision %d; the new one will be revision %d, so papers handed out already can be told apart. Sheets that change have to be compared again."), (int) round->revision, next);
  LecternReasonDialog *dialog = lectern_reason_dialog_new (GTK_WIDGET (self), _ ("Open the Round Again?"), body, _ ("Open Again"));
  g_signal_connect_object (dialog, "response::confirm", G_CALLBACK (on_reopen_confirmed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_other (LecternClosingPane *self,
            const LecternRound *round)
{
  const LecternRound *current = lectern_contest_get_current_round (get_contest (self));
  /* Translators: the names of the round shown and of the current one. */
  g_autofree char *text = round && current ? g_strdup_printf (_ ("“%s” is not closed. The evening is in “%s”; only that round can be closed now."), round->name, current->name) : g_strdup ("");
  g_autofree char *markup = g_markup_escape_text (text, -1);
  adw_status_page_set_description (self->other, markup);
  gtk_stack_set_visible_child_name (self->stack, "other");
}

static void
lectern_closing_pane_refresh (LecternConsolePart *part,
                              LecternChange      *change)
{
  LecternClosingPane *self = LECTERN_CLOSING_PANE (part);
  const LecternRound *round = lectern_round_part_get_round (LECTERN_ROUND_PART (self));
  if (round && round->state == LECTERN_ROUND_FINALISED)
    show_closed (self, round);
  else if (round && lectern_round_part_is_current (LECTERN_ROUND_PART (self)))
    show_steps (self);
  else
    show_other (self, round);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, blockers);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, recheck_group);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, recheck_state);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, recheck_begin);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, checker);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, close_group);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, closer);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, close);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, hint);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, recheck);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, closed);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, reopen);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, next_round);
  gtk_widget_class_bind_template_child (widget_class, LecternClosingPane, other);
  gtk_widget_class_bind_template_callback (widget_class, on_checker_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_recheck_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_closer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_round_clicked_cb);
}

static void
lectern_closing_pane_class_init (LecternClosingPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_closing_pane_refresh;
  g_type_ensure (LECTERN_TYPE_RECHECK_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-closing-pane.ui");
  bind_template (widget_class);
}

static void
lectern_closing_pane_init (LecternClosingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
