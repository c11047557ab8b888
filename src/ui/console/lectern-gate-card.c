/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The gate stands first at the right of the evening page and apart from what the hall sees: whom
 * the judges may mark is a state of its own, always in sight, also while something is corrected. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-gate-card.h"

#include <glib/gi18n-lib.h>

#include "lectern-correction.h"

struct _LecternGateCard
{
  LecternConsolePart parent_instance;
  GtkLabel          *gate_state;
  GtkLabel          *gate_detail;
  GtkButton         *gate_button;
};

G_DEFINE_FINAL_TYPE (LecternGateCard, lectern_gate_card, LECTERN_TYPE_CONSOLE_PART)

static char *
describe_open_gate (LecternContest     *contest,
                    const LecternEntry *entry)
{
  guint n_expected, n_submitted;
  lectern_contest_count_sheets (contest, entry, &n_expected, &n_submitted);
  /* Translators: the gate is open for this running number; sheets in, of those expected. */
  return g_strdup_printf (_ ("for no. %d · %u of %u sheets in"), (int) entry->lot, n_submitted, n_expected);
}

static char *
describe_closed_gate (LecternContest *contest)
{
  const LecternEntry *entry = lectern_contest_get_entry_on_stage (contest);
  if (entry && (entry->state == LECTERN_ENTRY_CALLED || entry->state == LECTERN_ENTRY_TALKING))
    /* Translators: marking opens for this running number. */
    return g_strdup_printf (_ ("opens for no. %d after the talk"), (int) entry->lot);
  return g_strdup (_ ("nobody is being marked"));
}

/* Whether marking can be opened by hand, and only with a reason. */
static gboolean
may_open (LecternContest *contest,
          gboolean       *again)
{
  const LecternEntry       *entry = lectern_contest_get_entry_on_stage (contest);
  const LecternClockRecord *clock = lectern_contest_get_clock (contest);
  *again = entry && entry->state == LECTERN_ENTRY_DONE;
  return *again || (entry && entry->state == LECTERN_ENTRY_TALKING && clock && clock->phase == LECTERN_CLOCK_STOPPED);
}

static void
show_gate_button (LecternGateCard *self,
                  LecternContest  *contest)
{
  gboolean    again, open = lectern_contest_get_entry_at_gate (contest) != NULL;
  gboolean    possible = may_open (contest, &again);
  const char *label = again ? C_ ("gate", "Open Again…") : C_ ("gate", "Open");
  gtk_button_set_label (self->gate_button, open ? C_ ("gate", "Close") : label);
  gtk_widget_set_visible (GTK_WIDGET (self->gate_button), open || possible);
}

static void
show_gate (LecternGateCard *self,
           LecternContest  *contest)
{
  const LecternEntry *at_gate = lectern_contest_get_entry_at_gate (contest);
  const char         *classes[] = { "pill", at_gate ? "open" : "closed", NULL };
  g_autofree char    *detail = at_gate ? describe_open_gate (contest, at_gate) : describe_closed_gate (contest);
  gtk_label_set_text (self->gate_state, at_gate ? C_ ("gate", "Open") : C_ ("gate", "Closed"));
  gtk_widget_set_css_classes (GTK_WIDGET (self->gate_state), classes);
  gtk_label_set_text (self->gate_detail, detail);
  show_gate_button (self, contest);
}

/* A reason is asked for where all corrections are, never in the way of the evening. */
static void
on_gate_clicked_cb (LecternGateCard *self)
{
  LecternContest     *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  LecternDesk        *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  const LecternEntry *entry = lectern_contest_get_entry_on_stage (contest);
  gboolean            again = FALSE;
  if (lectern_contest_get_entry_at_gate (contest))
    lectern_desk_submit_kind (desk, LECTERN_ACTION_CLOSE_GATE);
  else if (may_open (contest, &again) && again)
    gtk_widget_activate_action (GTK_WIDGET (self), "evening.correct", "(uxx)", LECTERN_CORRECTION_OPEN_AGAIN, entry->lot, LECTERN_NULL);
  else
    lectern_desk_submit_kind (desk, LECTERN_ACTION_OPEN_GATE);
}

static void
lectern_gate_card_refresh (LecternConsolePart *part,
                           LecternChange      *change)
{
  show_gate (LECTERN_GATE_CARD (part), lectern_console_part_get_contest (part));
}

static void
lectern_gate_card_class_init (LecternGateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_gate_card_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-gate-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternGateCard, gate_state);
  gtk_widget_class_bind_template_child (widget_class, LecternGateCard, gate_detail);
  gtk_widget_class_bind_template_child (widget_class, LecternGateCard, gate_button);
  gtk_widget_class_bind_template_callback (widget_class, on_gate_clicked_cb);
}

static void
lectern_gate_card_init (LecternGateCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
