/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The draw. The seed stands beside the list for good, so that anyone can replay the draw; drawing
 * again asks for a reason, which goes into the journal with the order that was thrown away. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-draw-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-import-dialog.h"
#include "lectern-paper-job.h"
#include "lectern-reason-dialog.h"
#include "lectern-rounds-pane.h"
#include "lectern-rounds.h"
#include "lectern-scene.h"
#include "lectern-slips-pane.h"
#include "lectern-table-line.h"
#include "lectern-wording.h"

enum
{
  COLUMN_LOT,
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_TITLE,
  COLUMN_STATE,
  N_COLUMNS,
};

struct _LecternDrawPage
{
  LecternConsolePart parent_instance;
  GListStore        *lines;
  GtkColumnView     *view;
  GtkStack          *stack;
  GtkEditable       *seed;
  GtkButton         *draw;
  GtkLabel          *ready;
  GtkLabel          *drawn;
  GtkWidget         *show;
  GtkWidget         *print;
  GtkWidget         *hand;
  GtkToggleButton   *by_slips;
  LecternSlipsPane  *slips;
};

G_DEFINE_FINAL_TYPE (LecternDrawPage, lectern_draw_page, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternDrawPage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternDrawPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static LecternTableLine *
make_line (LecternContest     *contest,
           const LecternEntry *entry)
{
  LecternTableLine     *line = lectern_table_line_new (entry->nominee, N_COLUMNS);
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
  const LecternUnit    *unit = nominee ? lectern_contest_get_unit (contest, nominee->unit) : NULL;
  lectern_table_line_take_text (line, COLUMN_LOT, g_strdup_printf ("%d", (int) entry->lot), NULL);
  lectern_table_line_take_text (line, COLUMN_NAME, g_strdup (nominee ? nominee->name : ""), NULL);
  lectern_table_line_take_text (line, COLUMN_UNIT, g_strdup (unit ? unit->name : ""), NULL);
  lectern_table_line_take_text (line, COLUMN_TITLE, g_strdup (nominee ? nominee->title : ""), NULL);
  lectern_table_line_take_text (line, COLUMN_STATE, g_strdup (lectern_wording_for_entry_state ((LecternEntryState) entry->state)), "dim-label");
  return line;
}

static guint
show_lines (LecternDrawPage *self)
{
  LecternContest *contest = get_contest (self);
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (contest, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < entries->len; i++)
    {
      const LecternEntry *entry = g_ptr_array_index (entries, i);
      if (entry->lot != LECTERN_NULL)
        g_ptr_array_add (lines, make_line (contest, entry));
    }
  lectern_table_fill (self->lines, lines);
  if (lines->len)
    gtk_stack_set_visible_child_name (self->stack, "table");
  return lines->len;
}

/* Who takes part, before there are lots; what they are by is said where rounds feed this one. */
static guint
show_entrants (LecternDrawPage    *self,
               const LecternRound *round)
{
  LecternContest *contest = get_contest (self);
  g_autoptr (GPtrArray) entrants = lectern_rounds_list_entrants (contest, round);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < entrants->len; i++)
    {
      const LecternNominee *nominee = g_ptr_array_index (entrants, i);
      const LecternUnit    *unit = lectern_contest_get_unit (contest, nominee->unit);
      const LecternEntry   *entry = lectern_contest_get_entry (contest, round->key, nominee->id); /* by a slip */
      LecternTableLine     *line = lectern_table_line_new (nominee->id, N_COLUMNS);
      lectern_table_line_take_text (line, COLUMN_LOT, entry ? g_strdup_printf ("%d", (int) entry->lot) : g_strdup ("–"), entry ? NULL : "dim-label");
      lectern_table_line_take_text (line, COLUMN_NAME, g_strdup (nominee->name), NULL);
      lectern_table_line_take_text (line, COLUMN_UNIT, g_strdup (unit ? unit->name : ""), NULL);
      lectern_table_line_take_text (line, COLUMN_TITLE, g_strdup (nominee->title), NULL);
      lectern_table_line_take_text (line, COLUMN_STATE, g_strdup (entry ? _ ("slip read") : _ ("to be drawn")), "dim-label");
      g_ptr_array_add (lines, line);
    }
  if (round->state == LECTERN_ROUND_SET_UP)
    {
      lectern_table_fill (self->lines, lines);
      gtk_stack_set_visible_child_name (self->stack, lines->len ? "table" : "empty");
    }
  return entrants->len;
}

static char *
describe_ready (LecternContest     *contest,
                const LecternRound *round,
                guint               n)
{
  g_autoptr (GPtrArray) feeders = lectern_rounds_list_feeders (contest, round);
  if (round->state != LECTERN_ROUND_SET_UP && round->state != LECTERN_ROUND_DRAWN)
    return g_strdup (_ ("The round is under way: the order stays as it was drawn"));
  if (lectern_contest_get_rounds (contest)->len < 2)
    return g_strdup_printf (ngettext ("%u eligible nominee takes part in the draw", "%u eligible nominees take part in the draw", n), n);
  if (feeders->len)
    /* Translators: the name of a round, and how many go on to it. */
    return g_strdup_printf (ngettext ("“%s”: %u who has gone on takes part in the draw", "“%s”: %u who have gone on take part in the draw", n), round->name, n);
  /* Translators: the name of a round, and how many of its units' nominees are eligible. */
  return g_strdup_printf (ngettext ("“%s”: %u eligible nominee takes part in the draw", "“%s”: %u eligible nominees take part in the draw", n), round->name, n);
}

static char *
describe_drawn (const LecternRound *round,
                guint               n,
                guint               n_entrants)
{
  if (n == 0)
    return g_strdup_printf (ngettext ("%u to be drawn", "%u to be drawn", n_entrants), n_entrants);
  if (round->drawn_by_hand == 1)
    return g_strdup_printf (ngettext ("%u entry, drawn by hand", "%u entries, drawn by hand", n), n);
  /* Translators: how many entries, and the seed anyone can replay the draw with. */
  return g_strdup_printf (ngettext ("%u entry · seed “%s”", "%u entries · seed “%s”", n), n, round->seed ? round->seed : "");
}

/* A field that goes out of sight with the focus in it would keep its cursor. */
static void
leave_slips (LecternDrawPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->slips)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_toggle_button_set_active (self->by_slips, FALSE);
}

static guint
count_slips (LecternDrawPage    *self,
             const LecternRound *round)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (get_contest (self), round->key);
  return round->state == LECTERN_ROUND_SET_UP ? entries->len : 0;
}

/* Only before there is an order; once a slip has been read, at once, also after a restart. */
static void
show_slips (LecternDrawPage    *self,
            const LecternRound *round,
            guint               n_entrants)
{
  gboolean possible = round->state == LECTERN_ROUND_SET_UP && n_entrants > 0;
  gtk_widget_set_visible (GTK_WIDGET (self->by_slips), possible);
  if (!possible)
    leave_slips (self);
  else if (count_slips (self, round) > 0)
    gtk_toggle_button_set_active (self->by_slips, TRUE);
}

static void
on_by_slips_toggled_cb (LecternDrawPage *self)
{
  if (gtk_toggle_button_get_active (self->by_slips) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    lectern_slips_pane_begin (self->slips);
}

static void
lectern_draw_page_refresh (LecternConsolePart *part,
                           LecternChange      *change)
{
  LecternDrawPage    *self = LECTERN_DRAW_PAGE (part);
  const LecternRound *round = lectern_contest_get_current_round (get_contest (self));
  if (!round)
    return;
  guint            n_entrants = show_entrants (self, round);
  guint            n = round->state != LECTERN_ROUND_SET_UP ? show_lines (self) : 0;
  gboolean         may_draw = round->state == LECTERN_ROUND_SET_UP || round->state == LECTERN_ROUND_DRAWN;
  g_autofree char *ready = describe_ready (get_contest (self), round, n_entrants);
  g_autofree char *drawn = describe_drawn (round, n, n_entrants - MIN (count_slips (self, round), n_entrants));
  gtk_label_set_text (self->ready, ready);
  gtk_label_set_text (self->drawn, drawn);
  gtk_button_set_label (self->draw, n ? _ ("Draw Again…") : _ ("Draw the Order"));
  if (n) /* nobody is to do that, as a rule */
    gtk_widget_remove_css_class (GTK_WIDGET (self->draw), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->draw), "suggested-action");
  gtk_widget_set_sensitive (GTK_WIDGET (self->draw), may_draw && n_entrants > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->seed), may_draw);
  gtk_widget_set_visible (self->hand, may_draw && n == 0);
  show_slips (self, round, n_entrants);
  gtk_widget_set_visible (self->show, n > 0);
  gtk_widget_set_visible (self->print, n > 0);
}

static void
submit_draw (LecternDrawPage *self,
             const char      *seed,
             const char      *reason)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_DRAW);
  action->text = seed && *seed ? g_strdup (seed) : NULL;
  action->reason = g_strdup (reason);
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

static void
on_again_confirmed_cb (LecternReasonDialog *dialog,
                       const char          *response,
                       LecternDrawPage     *self)
{
  submit_draw (self, gtk_editable_get_text (self->seed), lectern_reason_dialog_get_reason (dialog));
}

static void
ask_again (LecternDrawPage *self)
{
  LecternReasonDialog *dialog = lectern_reason_dialog_new (GTK_WIDGET (self), _ ("Draw the Order Again?"),
                                                           _ ("The order there is will no longer hold. The journal keeps it, and why."),
                                                           _ ("Draw Again"));
  g_signal_connect_object (dialog, "response::confirm", G_CALLBACK (on_again_confirmed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_draw_clicked_cb (LecternDrawPage *self)
{
  lectern_draw_page_draw (self, gtk_editable_get_text (self->seed));
}

static void
on_show_clicked_cb (LecternDrawPage *self)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_SHOW_SCENE);
  action->number = LECTERN_SCENE_ORDER;
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

static void
on_print_clicked_cb (LecternDrawPage *self)
{
  g_autoptr (LecternPaperOrder) order = lectern_paper_order_new (LECTERN_PAPER_RUNNING_ORDER);
  order->round = g_strdup (lectern_contest_get_current_round (get_contest (self))->key);
  lectern_paper_job_choose (GTK_WIDGET (self), get_desk (self), order);
}

static void
on_hand_clicked_cb (LecternDrawPage *self)
{
  lectern_import_dialog_choose (GTK_WIDGET (self), get_desk (self), LECTERN_IMPORT_LOTS);
}

static void
lectern_draw_page_dispose (GObject *object)
{
  LecternDrawPage *self = LECTERN_DRAW_PAGE (object);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (lectern_draw_page_parent_class)->dispose (object);
}

static void
lectern_draw_page_class_init (LecternDrawPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_draw_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_draw_page_refresh;
  g_type_ensure (LECTERN_TYPE_ROUNDS_PANE);
  g_type_ensure (LECTERN_TYPE_SLIPS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-draw-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternDrawPage, view);
  gtk_widget_class_bind_template_child (widget_class, LecternDrawPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternDrawPage, seed);
  gtk_widget_class_bind_template_child (widget_class, LecternDrawPage, draw);
  gtk_widget_class_bind_template_child (widget_class, LecternDrawPage, ready);
  gtk_widget_class_bind_template_child (widget_class, LecternDrawPage, drawn);
  gtk_widget_class_bind_template_child (widget_class, LecternDrawPage, show);
  gtk_widget_class_bind_template_child (widget_class, LecternDrawPage, print);
  gtk_widget_class_bind_template_child (widget_class, LecternDrawPage, hand);
  gtk_widget_class_bind_template_child (widget_class, LecternDrawPage, by_slips);
  gtk_widget_class_bind_template_child (widget_class, LecternDrawPage, slips);
  gtk_widget_class_bind_template_callback (widget_class, on_draw_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_hand_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_by_slips_toggled_cb);
}

static void
lectern_draw_page_init (LecternDrawPage *self)
{
  self->lines = g_list_store_new (LECTERN_TYPE_TABLE_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  lectern_table_add_column (self->view, COLUMN_LOT, C_ ("order", "No."), 60, LECTERN_TABLE_NUMERIC | LECTERN_TABLE_STRONG);
  lectern_table_add_column (self->view, COLUMN_NAME, C_ ("order", "Name"), 170, LECTERN_TABLE_STRONG);
  lectern_table_add_column (self->view, COLUMN_UNIT, C_ ("order", "Unit"), 190, LECTERN_TABLE_PLAIN);
  lectern_table_add_column (self->view, COLUMN_TITLE, C_ ("order", "Lecture"), -1, LECTERN_TABLE_EXPAND);
  lectern_table_add_column (self->view, COLUMN_STATE, C_ ("order", "State"), 130, LECTERN_TABLE_PLAIN);
  lectern_table_align_headings (self->view);
}

void
lectern_draw_page_draw (LecternDrawPage *self,
                        const char      *seed)
{
  g_return_if_fail (LECTERN_IS_DRAW_PAGE (self));
  const LecternRound *round = lectern_contest_get_current_round (get_contest (self));
  if (round && round->state == LECTERN_ROUND_DRAWN)
    ask_again (self);
  else
    submit_draw (self, seed, NULL);
}
