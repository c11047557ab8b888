/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Corrections beside the evening. The stage moving on does not move this pane on: a reason that is
 * being typed for one entry must not end up with the next. Totals are the judges' until they are
 * revealed: they are shown only after a switch was thrown, and hidden again for the next entry. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-corrections-pane.h"

#include <glib/gi18n-lib.h>

#include "lectern-correction-form.h"
#include "lectern-entry-chooser.h"
#include "lectern-entry-sheet-row.h"
#include "lectern-flags.h"
#include "lectern-wording.h"

#define N_OF_TALK (LECTERN_CORRECTION_OPEN_AGAIN + 1)

struct _LecternCorrectionsPane
{
  LecternConsolePart     parent_instance;
  gint64                 lot;
  gboolean               in_passing;
  LecternEntryChooser   *chooser;
  GtkWidget             *close;
  LecternCorrectionForm *form;
  GtkStack              *stack;
  GtkScrolledWindow     *scroller;
  GtkLabel              *entry_name;
  GtkLabel              *entry_state;
  GtkButton             *to_stage;
  AdwActionRow          *time;
  AdwActionRow          *second_time;
  AdwActionRow          *restart;
  AdwActionRow          *forfeit;
  AdwActionRow          *take_back;
  AdwActionRow          *open_again;
  AdwActionRow          *of_talk[N_OF_TALK]; /* by kind */
  GtkWidget             *talk;
  GtkWidget             *sheets_box;
  GtkListBox            *sheets;
  GtkSwitch             *figures;
  GtkLabel              *flags;
};

enum
{
  CLOSED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternCorrectionsPane, lectern_corrections_pane, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternCorrectionsPane *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternCorrectionsPane *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static const LecternEntry *
get_entry (LecternCorrectionsPane *self)
{
  return self->lot != LECTERN_NULL ? lectern_contest_get_entry_by_lot (get_contest (self), self->lot) : NULL;
}

/* The entry ------------------------------------------------------------------------------------ */

static char *
describe_entry (LecternContest     *contest,
                const LecternEntry *entry)
{
  const LecternEntry   *on_stage = lectern_contest_get_entry_on_stage (contest);
  const LecternNominee *nominee = lectern_contest_get_nominee (contest, entry->nominee);
  const LecternUnit    *unit = nominee ? lectern_contest_get_unit (contest, nominee->unit) : NULL;
  const char           *state = lectern_wording_for_entry_state ((LecternEntryState) entry->state);
  g_autoptr (GString) text = g_string_new (unit ? unit->name : "");
  g_string_append_printf (text, "%s%s", text->len ? " · " : "", state);
  if (on_stage && on_stage->nominee == entry->nominee)
    g_string_append_printf (text, " · %s", C_ ("entry", "on stage"));
  if (entry->state == LECTERN_ENTRY_FORFEIT && entry->forfeit_reason)
    g_string_append_printf (text, " · %s", entry->forfeit_reason);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_to_stage (LecternCorrectionsPane *self)
{
  const LecternEntry *on_stage = lectern_contest_get_entry_on_stage (get_contest (self));
  gboolean            elsewhere = on_stage && on_stage->lot != self->lot;
  gtk_widget_set_visible (GTK_WIDGET (self->to_stage), elsewhere);
  if (!elsewhere)
    return;
  g_autofree char *who = lectern_correction_name_entry (get_contest (self), on_stage);
  /* Translators: lot and name of the entry on stage. */
  g_autofree char *label = g_strdup_printf (_ ("On stage: %s"), who);
  GtkWidget       *child = gtk_button_get_child (self->to_stage);
  gtk_label_set_text (GTK_LABEL (child), label);
}

static void
show_entry (LecternCorrectionsPane *self,
            const LecternEntry     *entry)
{
  g_autofree char *name = entry ? lectern_correction_name_entry (get_contest (self), entry) : g_strdup (_ ("No entry chosen"));
  g_autofree char *state = entry ? describe_entry (get_contest (self), entry) : g_strdup (_ ("Choose one by its number or name."));
  gtk_label_set_text (self->entry_name, name);
  gtk_label_set_text (self->entry_state, state);
  gtk_widget_set_visible (self->talk, entry != NULL);
  gtk_widget_set_visible (self->sheets_box, entry != NULL);
  show_to_stage (self);
}

/* Times and the talk --------------------------------------------------------------------------- */

static gboolean
is_possible (LecternCorrectionsPane *self,
             LecternCorrectionKind   kind)
{
  const LecternCorrection correction = { .kind = kind, .lot = self->lot, .judge = LECTERN_NULL, .way = LECTERN_RESTART_AT_END, .time_ms = LECTERN_NULL };
  return lectern_correction_is_possible (&correction, get_contest (self));
}

static void
show_times (LecternCorrectionsPane *self,
            const LecternEntry     *entry)
{
  LecternContest  *contest = get_contest (self);
  gboolean         two = lectern_contest_get_rules (contest)->two_timers;
  gint64           main_ms = two && entry->timer1_ms != LECTERN_NULL ? entry->timer1_ms : entry->time_ms;
  g_autofree char *first = lectern_correction_describe_cost (contest, main_ms);
  g_autofree char *second = lectern_correction_describe_cost (contest, entry->timer2_ms);
  g_autofree char *choice = two ? lectern_correction_describe_choice (contest, main_ms, entry->timer2_ms) : NULL;
  g_autofree char *both = choice ? g_strdup_printf ("%s\n%s", second, choice) : g_strdup (second);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->time), two ? _ ("Main clock") : _ ("Time"));
  adw_action_row_set_subtitle (self->time, first);
  adw_action_row_set_subtitle (self->second_time, both);
}

static void
show_talk (LecternCorrectionsPane *self,
           const LecternEntry     *entry)
{
  show_times (self, entry);
  for (guint i = 0; i < N_OF_TALK; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->of_talk[i]), is_possible (self, (LecternCorrectionKind) i));
}

/* Sheets --------------------------------------------------------------------------------------- */

/* Whoever is on the panel, and whoever has left it and handed in. */
static gboolean
belongs (LecternContest     *contest,
         const LecternEntry *entry,
         const LecternJudge *judge)
{
  return judge->active == 1 || lectern_contest_get_latest_sheet (contest, entry, judge->number);
}

static gboolean
rows_match (LecternCorrectionsPane *self,
            const LecternEntry     *entry)
{
  GPtrArray *judges = lectern_contest_get_judges (get_contest (self));
  int        index = 0;
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      if (!belongs (get_contest (self), entry, judge))
        continue;
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sheets, index++);
      if (!row || lectern_entry_sheet_row_get_judge (LECTERN_ENTRY_SHEET_ROW (row)) != judge->number ||
          lectern_entry_sheet_row_get_lot (LECTERN_ENTRY_SHEET_ROW (row)) != self->lot)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->sheets, index) == NULL;
}

static void
fill_rows (LecternCorrectionsPane *self,
           const LecternEntry     *entry)
{
  GPtrArray     *judges = lectern_contest_get_judges (get_contest (self));
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (self->sheets, 0)))
    gtk_list_box_remove (self->sheets, GTK_WIDGET (row));
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      if (belongs (get_contest (self), entry, judge))
        gtk_list_box_append (self->sheets, lectern_entry_sheet_row_new (get_desk (self), self->lot, judge->number));
    }
}

/* To the operator flags are a number at most; whose they are is for the head judge. */
static void
show_flags (LecternCorrectionsPane *self,
            const LecternEntry     *entry)
{
  guint            n = lectern_flags_count_unseen (get_contest (self), entry);
  GPtrArray       *judges = lectern_contest_get_judges (get_contest (self));
  gboolean         has_head = FALSE;
  g_autofree char *text = NULL;
  for (guint i = 0; i < judges->len; i++)
    {
      const LecternJudge *judge = g_ptr_array_index (judges, i);
      has_head |= judge->active == 1 && judge->head == 1;
    }
  if (has_head)
    text = g_strdup_printf (ngettext ("The head judge has %u sheet to look at.", "The head judge has %u sheets to look at.", n), n);
  else
    text = g_strdup_printf (ngettext ("There is no head judge: look at %u sheet.", "There is no head judge: look at %u sheets.", n), n);
  gtk_label_set_text (self->flags, text);
  gtk_widget_set_visible (GTK_WIDGET (self->flags), n > 0);
}

static void
show_sheets (LecternCorrectionsPane *self,
             const LecternEntry     *entry)
{
  if (!rows_match (self, entry))
    fill_rows (self, entry);
  GtkListBoxRow *row;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sheets, i)); i++)
    lectern_entry_sheet_row_refresh (LECTERN_ENTRY_SHEET_ROW (row), gtk_switch_get_active (self->figures));
  show_flags (self, entry);
}

static void
lectern_corrections_pane_refresh (LecternConsolePart *part,
                                  LecternChange      *change)
{
  LecternCorrectionsPane *self = LECTERN_CORRECTIONS_PANE (part);
  const LecternEntry     *entry = get_entry (self);
  show_entry (self, entry);
  if (entry)
    {
      show_talk (self, entry);
      show_sheets (self, entry);
    }
  lectern_correction_form_refresh (self->form);
}

/* What the operator does ----------------------------------------------------------------------- */

static void
on_figures_switched_cb (LecternCorrectionsPane *self)
{
  const LecternEntry *entry = lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self)) ? get_entry (self) : NULL;
  if (entry)
    show_sheets (self, entry);
}

static void
on_entry_chosen_cb (LecternEntryChooser    *chooser,
                    gint64                  lot,
                    LecternCorrectionsPane *self)
{
  lectern_corrections_pane_set_lot (self, lot);
}

static void
on_to_stage_clicked_cb (LecternCorrectionsPane *self)
{
  lectern_corrections_pane_open (self);
}

static void
on_talk_activated_cb (AdwActionRow           *row,
                      LecternCorrectionsPane *self)
{
  for (guint i = 0; i < N_OF_TALK; i++)
    if (self->of_talk[i] == row)
      lectern_corrections_pane_begin (self, (LecternCorrectionKind) i, self->lot, LECTERN_NULL);
}

static void
on_sheet_activated_cb (GtkListBox    *list,
                       GtkListBoxRow *row)
{
  LecternEntrySheetRow *sheet = LECTERN_ENTRY_SHEET_ROW (row);
  lectern_entry_sheet_row_set_open (sheet, !lectern_entry_sheet_row_get_open (sheet));
}

/* The focus goes where a key that is pressed next writes nothing. */
static void
on_form_finished_cb (LecternCorrectionsPane *self)
{
  gtk_stack_set_visible_child_name (self->stack, "entry");
  if (self->in_passing)
    g_signal_emit (self, signals[CLOSED], 0);
  else
    gtk_widget_grab_focus (self->close);
}

static void
on_close_clicked_cb (LecternCorrectionsPane *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
go_back_or_close (LecternCorrectionsPane *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "form") == 0)
    lectern_correction_form_go_back (self->form);
  else
    g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
on_escape_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  go_back_or_close (LECTERN_CORRECTIONS_PANE (widget));
  return TRUE;
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, chooser);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, close);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, form);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, entry_name);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, entry_state);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, to_stage);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, time);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, second_time);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, restart);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, forfeit);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, take_back);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, open_again);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, talk);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, sheets_box);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, sheets);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, figures);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionsPane, flags);
}

static void
lectern_corrections_pane_class_init (LecternCorrectionsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_corrections_pane_refresh;
  g_type_ensure (LECTERN_TYPE_CORRECTION_FORM);
  g_type_ensure (LECTERN_TYPE_ENTRY_CHOOSER);
  signals[CLOSED] = g_signal_new ("closed", LECTERN_TYPE_CORRECTIONS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-corrections-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_figures_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_to_stage_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_talk_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_form_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
}

static void
lectern_corrections_pane_init (LecternCorrectionsPane *self)
{
  self->lot = LECTERN_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->of_talk[LECTERN_CORRECTION_TIME] = self->time;
  self->of_talk[LECTERN_CORRECTION_SECOND_TIME] = self->second_time;
  self->of_talk[LECTERN_CORRECTION_RESTART] = self->restart;
  self->of_talk[LECTERN_CORRECTION_FORFEIT] = self->forfeit;
  self->of_talk[LECTERN_CORRECTION_TAKE_BACK] = self->take_back;
  self->of_talk[LECTERN_CORRECTION_OPEN_AGAIN] = self->open_again;
}

/* To the entry on stage; without one it stays where it was. */
static void
go_to_stage (LecternCorrectionsPane *self)
{
  const LecternEntry *entry = lectern_contest_get_entry_on_stage (get_contest (self));
  if (entry)
    lectern_corrections_pane_set_lot (self, entry->lot);
  gtk_stack_set_visible_child_name (self->stack, "entry");
}

void
lectern_corrections_pane_open (LecternCorrectionsPane *self)
{
  g_return_if_fail (LECTERN_IS_CORRECTIONS_PANE (self));
  gtk_switch_set_active (self->figures, FALSE);
  go_to_stage (self);
  gtk_widget_grab_focus (GTK_WIDGET (lectern_entry_chooser_get_search (self->chooser)));
}

void
lectern_corrections_pane_set_lot (LecternCorrectionsPane *self,
                                  gint64                  lot)
{
  g_return_if_fail (LECTERN_IS_CORRECTIONS_PANE (self));
  if (lot != self->lot)
    gtk_switch_set_active (self->figures, FALSE);
  self->lot = lot;
  lectern_console_part_refresh (LECTERN_CONSOLE_PART (self));
}

gint64
lectern_corrections_pane_get_lot (LecternCorrectionsPane *self)
{
  g_return_val_if_fail (LECTERN_IS_CORRECTIONS_PANE (self), LECTERN_NULL);
  return self->lot;
}

void
lectern_corrections_pane_show_judge (LecternCorrectionsPane *self,
                                     gint64                  judge)
{
  g_return_if_fail (LECTERN_IS_CORRECTIONS_PANE (self));
  go_to_stage (self);
  GtkListBoxRow *row;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sheets, i)); i++)
    if (lectern_entry_sheet_row_get_judge (LECTERN_ENTRY_SHEET_ROW (row)) == judge)
      {
        lectern_entry_sheet_row_set_open (LECTERN_ENTRY_SHEET_ROW (row), TRUE);
        gtk_widget_grab_focus (GTK_WIDGET (row));
      }
}

void
lectern_corrections_pane_begin (LecternCorrectionsPane *self,
                                LecternCorrectionKind   kind,
                                gint64                  lot,
                                gint64                  judge)
{
  g_return_if_fail (LECTERN_IS_CORRECTIONS_PANE (self));
  if (lot != LECTERN_NULL && lot != self->lot)
    lectern_corrections_pane_set_lot (self, lot);
  self->in_passing = FALSE;
  lectern_correction_form_begin (self->form, get_desk (self), kind, lot, judge);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  lectern_correction_form_focus (self->form);
}

void
lectern_corrections_pane_set_in_passing (LecternCorrectionsPane *self,
                                         gboolean                in_passing)
{
  g_return_if_fail (LECTERN_IS_CORRECTIONS_PANE (self));
  self->in_passing = in_passing;
}
