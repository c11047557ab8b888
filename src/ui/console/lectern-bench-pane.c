/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The right of the evening page. The gate stands first and apart from what the hall sees: whom
 * the judges may mark is a state of its own, always in sight. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-bench-pane.h"

#include <glib/gi18n-lib.h>

#include "lectern-judge-row.h"
#include "lectern-reason-dialog.h"
#include "lectern-result-card.h"

struct _LecternBenchPane
{
  LecternConsolePart parent_instance;
  GtkLabel          *gate_state;
  GtkLabel          *gate_detail;
  GtkButton         *gate_button;
  GtkLabel          *judges_heading;
  GtkListBox        *judges;
};

G_DEFINE_FINAL_TYPE (LecternBenchPane, lectern_bench_pane, LECTERN_TYPE_CONSOLE_PART)

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
show_gate_button (LecternBenchPane *self,
                  LecternContest   *contest)
{
  gboolean    again, open = lectern_contest_get_entry_at_gate (contest) != NULL;
  gboolean    possible = may_open (contest, &again);
  const char *label = again ? C_ ("gate", "Open Again…") : C_ ("gate", "Open");
  gtk_button_set_label (self->gate_button, open ? C_ ("gate", "Close") : label);
  gtk_widget_set_visible (GTK_WIDGET (self->gate_button), open || possible);
}

static void
show_gate (LecternBenchPane *self,
           LecternContest   *contest)
{
  const LecternEntry *at_gate = lectern_contest_get_entry_at_gate (contest);
  const char         *classes[] = { "pill", at_gate ? "open" : "closed", NULL };
  g_autofree char    *detail = at_gate ? describe_open_gate (contest, at_gate) : describe_closed_gate (contest);
  gtk_label_set_text (self->gate_state, at_gate ? C_ ("gate", "Open") : C_ ("gate", "Closed"));
  gtk_widget_set_css_classes (GTK_WIDGET (self->gate_state), classes);
  gtk_label_set_text (self->gate_detail, detail);
  show_gate_button (self, contest);
}

static guint
count_active (GPtrArray *judges)
{
  guint n = 0;
  for (guint i = 0; i < judges->len; i++)
    n += ((const LecternJudge *) g_ptr_array_index (judges, i))->active == 1;
  return n;
}

static char *
describe_judges (LecternBenchPane *self,
                 GPtrArray        *judges)
{
  LecternDesk *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  guint        n_active = count_active (judges), n_connected = 0;
  if (!lectern_desk_get_server (desk))
    return g_strdup_printf (ngettext ("%u judge", "%u judges", n_active), n_active);
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      n_connected += judge->active == 1 && lectern_desk_is_connected (desk, judge->number);
    }
  if (n_connected == n_active)
    return g_strdup_printf (ngettext ("%u judge, connected", "%u judges, all connected", n_active), n_active);
  /* Translators: judges whose laptops are connected, and those whose are not. */
  return g_strdup_printf (_ ("Judges · %u connected, %u offline"), n_connected, n_active - n_connected);
}

/* Rows are kept as long as they stand for the same judges: an open popover must not vanish. */
static gboolean
rows_match (LecternBenchPane *self,
            GPtrArray        *judges)
{
  int index = 0;
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      if (judge->active != 1)
        continue;
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->judges, index++);
      if (!row || lectern_judge_row_get_judge (LECTERN_JUDGE_ROW (row)) != judge->number)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->judges, index) == NULL;
}

static void
fill_rows (LecternBenchPane *self,
           GPtrArray        *judges)
{
  LecternDesk   *desk = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (self->judges, 0)))
    gtk_list_box_remove (self->judges, GTK_WIDGET (row));
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      if (judge->active == 1)
        gtk_list_box_append (self->judges, lectern_judge_row_new (desk, judge->number));
    }
}

static void
show_judges (LecternBenchPane *self,
             LecternContest   *contest)
{
  GPtrArray       *judges = lectern_contest_get_judges (contest);
  g_autofree char *heading = describe_judges (self, judges);
  gtk_label_set_text (self->judges_heading, heading);
  if (!rows_match (self, judges))
    fill_rows (self, judges);
  GtkListBoxRow *row;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->judges, i)); i++)
    lectern_judge_row_refresh (LECTERN_JUDGE_ROW (row));
}

static void
lectern_bench_pane_refresh (LecternConsolePart *part,
                            LecternChange      *change)
{
  LecternBenchPane *self = LECTERN_BENCH_PANE (part);
  LecternContest   *contest = lectern_console_part_get_contest (part);
  show_gate (self, contest);
  show_judges (self, contest);
}

static void
open_gate (LecternBenchPane *self,
           const char       *reason)
{
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_OPEN_GATE);
  action->reason = g_strdup (reason);
  lectern_desk_submit (lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)), action, NULL, NULL);
}

static void
on_again_confirmed_cb (LecternReasonDialog *dialog,
                       const char          *response,
                       LecternBenchPane    *self)
{
  open_gate (self, lectern_reason_dialog_get_reason (dialog));
}

static void
ask_again (LecternBenchPane *self)
{
  LecternReasonDialog *dialog = lectern_reason_dialog_new (GTK_WIDGET (self), _ ("Open Marking Again?"),
                                                           _ ("Judges who have not handed in may do so now. Sheets that were handed in stay locked."),
                                                           _ ("Open Again"));
  g_signal_connect_object (dialog, "response::confirm", G_CALLBACK (on_again_confirmed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_gate_clicked_cb (LecternBenchPane *self)
{
  LecternContest *contest = lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
  gboolean        again = FALSE;
  if (lectern_contest_get_entry_at_gate (contest))
    lectern_desk_submit_kind (lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)), LECTERN_ACTION_CLOSE_GATE);
  else if (may_open (contest, &again) && again)
    ask_again (self);
  else
    open_gate (self, NULL);
}

static void
on_judge_activated_cb (GtkListBox    *list,
                       GtkListBoxRow *row)
{
  lectern_judge_row_open (LECTERN_JUDGE_ROW (row));
}

static void
lectern_bench_pane_class_init (LecternBenchPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_bench_pane_refresh;
  g_type_ensure (LECTERN_TYPE_RESULT_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-bench-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternBenchPane, gate_state);
  gtk_widget_class_bind_template_child (widget_class, LecternBenchPane, gate_detail);
  gtk_widget_class_bind_template_child (widget_class, LecternBenchPane, gate_button);
  gtk_widget_class_bind_template_child (widget_class, LecternBenchPane, judges_heading);
  gtk_widget_class_bind_template_child (widget_class, LecternBenchPane, judges);
  gtk_widget_class_bind_template_callback (widget_class, on_gate_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_judge_activated_cb);
}

static void
lectern_bench_pane_init (LecternBenchPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
