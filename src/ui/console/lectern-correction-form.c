/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One form for every correction: it shows the fields that the correction asks for. A correction
 * that throws something away takes two presses, and between them stands nothing but what it will
 * do. A refusal is shown in the form, and nothing that was typed is lost by it. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-correction-form.h"

#include <glib/gi18n-lib.h>

#include "lectern-correction-offer.h"
#include "lectern-wording.h"

struct _LecternCorrectionForm
{
  AdwBin            parent_instance;
  LecternDesk      *desk;
  LecternCorrection correction; /* kind, lot and judge; the rest is read from the fields */
  gboolean          armed;      /* the first of two presses was made */
  gboolean          submitting;
  gboolean          filling;
  GPtrArray        *units; /* keys by position in the list; the first is NULL, of no unit */

  GtkLabel    *title;
  GtkLabel    *subject;
  GtkWidget   *fields;
  GtkWidget   *time;
  GtkWidget   *way_rows[LECTERN_RESTART_N_WAYS];
  GtkWidget   *way_stood;
  GtkWidget   *way_first;
  GtkWidget   *way_end;
  GtkWidget   *way_checks[LECTERN_RESTART_N_WAYS];
  GtkWidget   *check_stood;
  GtkWidget   *check_first;
  GtkWidget   *check_end;
  GtkWidget   *number;
  GtkWidget   *name;
  GtkWidget   *employer;
  AdwComboRow *unit;
  GtkWidget   *reason;
  GtkWidget   *second;
  GtkWidget   *usual;
  GtkWidget   *usual_reasons[LECTERN_CORRECTION_MOST_REASONS];
  GtkRevealer *refusal;
  GtkLabel    *refusal_text;
  GtkWidget   *will_happen;
  GtkLabel    *what;
  GtkWidget   *back;
  GtkButton   *deed;
};

enum
{
  FINISHED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternCorrectionForm, lectern_correction_form, ADW_TYPE_BIN)

static LecternContest *
get_contest (LecternCorrectionForm *self)
{
  return lectern_desk_get_contest (self->desk);
}

static LecternJudge *
read_newcomer (LecternCorrectionForm *self)
{
  LecternJudge    *judge = lectern_record_new (&lectern_table_judge);
  guint            unit = adw_combo_row_get_selected (self->unit);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *employer = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->employer))));
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number))));
  guint64          read = 0;
  judge->number = g_ascii_string_to_unsigned (number, 10, 1, 999, &read, NULL) ? (gint64) read : 0;
  judge->head = 0;
  judge->active = 1;
  lectern_record_take_string (&judge->name, name);
  lectern_record_take_string (&judge->employer, *employer ? employer : NULL);
  lectern_record_take_string (&judge->unit, unit < self->units->len ? g_ptr_array_index (self->units, unit) : NULL);
  return judge;
}

/* The correction as it stands in the fields. Its newcomer, if it asks for one, is the caller's. */
static LecternCorrection
read_fields (LecternCorrectionForm *self,
             LecternJudge         **newcomer)
{
  LecternCorrection correction = self->correction;
  for (guint i = 0; i < LECTERN_RESTART_N_WAYS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->way_checks[i])))
      correction.way = (LecternRestartWay) i;
  correction.time_ms = LECTERN_NULL;
  lectern_wording_parse_time (gtk_editable_get_text (GTK_EDITABLE (self->time)), &correction.time_ms);
  correction.reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  correction.second = gtk_editable_get_text (GTK_EDITABLE (self->second));
  *newcomer = lectern_correction_get_asks (&correction, get_contest (self)) & LECTERN_CORRECTION_ASKS_NEWCOMER ? read_newcomer (self) : NULL;
  correction.newcomer = *newcomer;
  return correction;
}

static void
mark_time (LecternCorrectionForm *self,
           gboolean               readable)
{
  gboolean typed = *gtk_editable_get_text (GTK_EDITABLE (self->time)) != '\0';
  if (typed && !readable)
    gtk_widget_add_css_class (self->time, "error");
  else
    gtk_widget_remove_css_class (self->time, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_STATE_INVALID,
                               typed && !readable ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_fields (LecternCorrectionForm   *self,
             const LecternCorrection *correction,
             guint                    asks)
{
  gtk_widget_set_visible (self->fields, !self->armed);
  gtk_widget_set_visible (self->time, (asks & LECTERN_CORRECTION_ASKS_TIME) != 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->time), correction->kind == LECTERN_CORRECTION_RESTART ? _ ("The clock goes on from") : _ ("Time, minutes and seconds"));
  for (guint i = 0; i < LECTERN_RESTART_N_WAYS; i++)
    {
      LecternCorrection other = *correction;
      other.way = (LecternRestartWay) i;
      gtk_widget_set_visible (self->way_rows[i], (asks & LECTERN_CORRECTION_ASKS_WAY) != 0);
      gtk_widget_set_sensitive (self->way_rows[i], lectern_correction_is_possible (&other, get_contest (self)));
    }
  gtk_widget_set_visible (self->number, (asks & LECTERN_CORRECTION_ASKS_NEWCOMER) != 0);
  gtk_widget_set_visible (self->name, (asks & LECTERN_CORRECTION_ASKS_NEWCOMER) != 0);
  gtk_widget_set_visible (self->employer, (asks & LECTERN_CORRECTION_ASKS_NEWCOMER) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), (asks & LECTERN_CORRECTION_ASKS_NEWCOMER) != 0);
  gtk_widget_set_visible (self->reason, (asks & LECTERN_CORRECTION_ASKS_REASON) != 0);
  gtk_widget_set_visible (self->usual, !self->armed && (asks & LECTERN_CORRECTION_ASKS_REASON) && lectern_correction_get_usual_reason (correction->kind, 0));
  gtk_widget_set_visible (self->second, (asks & LECTERN_CORRECTION_ASKS_SECOND) != 0);
}

static void
show_deed (LecternCorrectionForm   *self,
           const LecternCorrection *correction,
           guint                    asks)
{
  gboolean         steps = (asks & LECTERN_CORRECTION_TWO_STEPS) != 0;
  const char      *deed = lectern_correction_get_deed (correction->kind);
  g_autofree char *first = g_strdup_printf (_ ("%s…"), deed);
  /* Translators: the second press on a button that does something final, such as “Start again”. */
  g_autofree char *second = g_strdup_printf (_ ("Yes: %s"), deed);
  gtk_button_set_label (self->deed, !steps ? deed : (self->armed ? second : first));
  gtk_widget_set_sensitive (GTK_WIDGET (self->deed), !self->submitting && lectern_correction_is_complete (correction, get_contest (self)) &&
                                                       lectern_correction_is_possible (correction, get_contest (self)));
  gtk_widget_remove_css_class (GTK_WIDGET (self->deed), steps && self->armed ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->deed), steps && self->armed ? "destructive-action" : "suggested-action");
  gtk_widget_set_visible (self->will_happen, steps && self->armed);
}

static void
show (LecternCorrectionForm *self)
{
  LecternJudge     *newcomer;
  LecternCorrection correction = read_fields (self, &newcomer);
  guint             asks = lectern_correction_get_asks (&correction, get_contest (self));
  gboolean          possible = lectern_correction_is_possible (&correction, get_contest (self));
  g_autofree char  *what = possible ? lectern_correction_describe (&correction, get_contest (self)) : g_strdup (_ ("The evening has gone on: this is not possible any more."));
  show_fields (self, &correction, asks);
  show_deed (self, &correction, asks);
  mark_time (self, correction.time_ms != LECTERN_NULL);
  gtk_label_set_text (self->what, what);
  g_clear_pointer (&newcomer, lectern_record_unref);
}

static void
on_edited_cb (LecternCorrectionForm *self)
{
  if (self->desk && !self->filling)
    show (self);
}

static gboolean
on_done_cb (GObject        *owner,
            LecternOutcome *outcome,
            GPtrArray      *problems,
            const GError   *error)
{
  LecternCorrectionForm *self = LECTERN_CORRECTION_FORM (owner);
  self->submitting = FALSE;
  if (outcome)
    {
      g_signal_emit (self, signals[FINISHED], 0);
      return TRUE;
    }
  self->armed = FALSE;
  show (self);
  gtk_label_set_text (self->refusal_text, error->message);
  gtk_revealer_set_reveal_child (self->refusal, TRUE);
  return TRUE;
}

static void
submit (LecternCorrectionForm   *self,
        const LecternCorrection *correction)
{
  gtk_revealer_set_reveal_child (self->refusal, FALSE);
  self->submitting = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->deed), FALSE);
  lectern_desk_submit (self->desk, lectern_correction_make_action (correction, get_contest (self)), G_OBJECT (self), on_done_cb);
}

static void
on_deed_clicked_cb (LecternCorrectionForm *self)
{
  LecternJudge     *newcomer;
  LecternCorrection correction = read_fields (self, &newcomer);
  guint             asks = lectern_correction_get_asks (&correction, get_contest (self));
  if (!lectern_correction_is_complete (&correction, get_contest (self)) || self->submitting)
    ; /* pressed by Enter in a field before all is there */
  else if ((asks & LECTERN_CORRECTION_TWO_STEPS) && !self->armed)
    {
      self->armed = TRUE;
      show (self);
      /* Not on the button: a key held down must not do both steps. */
      gtk_widget_grab_focus (self->back);
    }
  else
    submit (self, &correction);
  g_clear_pointer (&newcomer, lectern_record_unref);
}

/* Goes into its field, where it can still be typed over; what is left to do next has the focus. */
static void
on_usual_reason_clicked_cb (LecternCorrectionForm *self,
                            GtkButton             *button)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), gtk_label_get_text (GTK_LABEL (gtk_button_get_child (button))));
  gtk_widget_grab_focus (gtk_widget_get_sensitive (GTK_WIDGET (self->deed)) ? GTK_WIDGET (self->deed) : self->second);
}

/* Enter goes on to the next field, and from the last one to the button. */
static void
on_entry_activated_cb (GtkWidget             *row,
                       LecternCorrectionForm *self)
{
  for (GtkWidget *next = gtk_widget_get_next_sibling (row); next; next = gtk_widget_get_next_sibling (next))
    if (gtk_widget_get_visible (next))
      {
        gtk_widget_grab_focus (next);
        return;
      }
  on_deed_clicked_cb (self);
}

static void
lectern_correction_form_dispose (GObject *object)
{
  LecternCorrectionForm *self = LECTERN_CORRECTION_FORM (object);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_correction_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, title);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, subject);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, fields);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, time);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, way_stood);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, way_first);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, way_end);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, check_stood);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, check_first);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, check_end);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, number);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, name);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, employer);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, unit);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, reason);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, second);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, usual);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, refusal);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, refusal_text);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, will_happen);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, what);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, back);
  gtk_widget_class_bind_template_child (widget_class, LecternCorrectionForm, deed);
}

static void
lectern_correction_form_class_init (LecternCorrectionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_correction_form_dispose;
  signals[FINISHED] = g_signal_new ("finished", LECTERN_TYPE_CORRECTION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-correction-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_deed_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, lectern_correction_form_go_back);
}

static void
make_usual_reasons (LecternCorrectionForm *self)
{
  for (guint i = 0; i < LECTERN_CORRECTION_MOST_REASONS; i++)
    {
      GtkWidget *button = self->usual_reasons[i] = gtk_button_new ();
      GtkWidget *label = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_button_set_child (GTK_BUTTON (button), label);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_usual_reason_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->usual), button);
    }
}

static void
lectern_correction_form_init (LecternCorrectionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_usual_reasons (self);
  self->way_rows[LECTERN_RESTART_WHERE_IT_STOOD] = self->way_stood;
  self->way_rows[LECTERN_RESTART_FROM_FIRST_WORD] = self->way_first;
  self->way_rows[LECTERN_RESTART_AT_END] = self->way_end;
  self->way_checks[LECTERN_RESTART_WHERE_IT_STOOD] = self->check_stood;
  self->way_checks[LECTERN_RESTART_FROM_FIRST_WORD] = self->check_first;
  self->way_checks[LECTERN_RESTART_AT_END] = self->check_end;
}

GtkWidget *
lectern_correction_form_new (void)
{
  return g_object_new (LECTERN_TYPE_CORRECTION_FORM, NULL);
}

static void
fill_units (LecternCorrectionForm *self)
{
  GPtrArray *units = lectern_contest_get_units (get_contest (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  self->units = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (names, C_ ("unit of a judge", "none"));
  g_ptr_array_add (self->units, NULL);
  for (guint i = 0; i < units->len; i++)
    {
      const LecternUnit *unit = g_ptr_array_index (units, i);
      gtk_string_list_append (names, unit->name);
      g_ptr_array_add (self->units, g_strdup (unit->key));
    }
  adw_combo_row_set_model (self->unit, G_LIST_MODEL (names));
}

static void
fill_number (LecternCorrectionForm *self)
{
  GPtrArray *judges = lectern_contest_get_judges (get_contest (self));
  gint64     number = 1;
  for (guint i = 0; i < judges->len; i++)
    number = MAX (number, ((const LecternJudge *) g_ptr_array_index (judges, i))->number + 1);
  g_autofree char *text = g_strdup_printf ("%d", (int) number);
  gtk_editable_set_text (GTK_EDITABLE (self->number), text);
}

/* The first way that is possible is chosen. */
static void
fill_ways (LecternCorrectionForm *self)
{
  gboolean chosen = FALSE;
  for (guint i = 0; i < LECTERN_RESTART_N_WAYS; i++)
    {
      LecternCorrection correction = self->correction;
      correction.way = (LecternRestartWay) i;
      gboolean possible = lectern_correction_is_possible (&correction, get_contest (self));
      if (possible && !chosen)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (self->way_checks[i]), TRUE);
      chosen |= possible;
    }
}

static void
fill_offers (LecternCorrectionForm *self)
{
  const char *second = lectern_correction_get_usual_second (self->correction.kind, get_contest (self), self->correction.judge);
  for (guint i = 0; i < LECTERN_CORRECTION_MOST_REASONS; i++)
    {
      const char *reason = lectern_correction_get_usual_reason (self->correction.kind, i);
      gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->usual_reasons[i]))), reason ? reason : "");
      gtk_widget_set_visible (self->usual_reasons[i], reason != NULL);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_editable_set_text (GTK_EDITABLE (self->second), second ? second : "");
}

static void
fill_time (LecternCorrectionForm *self)
{
  gint64           ms = lectern_correction_get_time (&self->correction, get_contest (self), lectern_desk_get_elapsed_ms (self->desk));
  g_autofree char *text = ms != LECTERN_NULL ? lectern_wording_for_time (ms) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self->time), text);
}

static void
show_subject (LecternCorrectionForm *self)
{
  const LecternEntry *entry = self->correction.lot != LECTERN_NULL ? lectern_contest_get_entry_by_lot (get_contest (self), self->correction.lot) : NULL;
  g_autofree char    *who = entry ? lectern_correction_name_entry (get_contest (self), entry) : NULL;
  g_autofree char    *judge = self->correction.judge != LECTERN_NULL ? lectern_correction_name_judge (get_contest (self), self->correction.judge) : NULL;
  g_autofree char    *text = g_strdup_printf ("%s%s%s", who ? who : "", who && judge ? " · " : "", judge ? judge : "");
  gtk_label_set_text (self->title, lectern_correction_get_title (self->correction.kind));
  gtk_label_set_text (self->subject, text);
}

void
lectern_correction_form_begin (LecternCorrectionForm *self,
                               LecternDesk           *desk,
                               LecternCorrectionKind  kind,
                               gint64                 lot,
                               gint64                 judge)
{
  g_return_if_fail (LECTERN_IS_CORRECTION_FORM (self));
  g_return_if_fail (LECTERN_IS_DESK (desk));
  g_set_object (&self->desk, desk);
  self->correction = (LecternCorrection){ .kind = kind, .lot = lot, .judge = judge, .time_ms = LECTERN_NULL };
  self->armed = self->submitting = FALSE;
  self->filling = TRUE;
  gtk_revealer_set_reveal_child (self->refusal, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  gtk_editable_set_text (GTK_EDITABLE (self->employer), "");
  fill_offers (self);
  fill_units (self);
  fill_number (self);
  fill_ways (self);
  fill_time (self);
  self->filling = FALSE;
  show_subject (self);
  show (self);
}

/* The first field there is to fill in; where a way is to be chosen, the one that is. */
void
lectern_correction_form_focus (LecternCorrectionForm *self)
{
  g_return_if_fail (LECTERN_IS_CORRECTION_FORM (self));
  for (GtkWidget *row = gtk_widget_get_first_child (self->fields); row; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row) && gtk_widget_get_sensitive (row))
      {
        gtk_widget_grab_focus (row);
        return;
      }
}

void
lectern_correction_form_refresh (LecternCorrectionForm *self)
{
  g_return_if_fail (LECTERN_IS_CORRECTION_FORM (self));
  if (self->desk)
    show (self);
}

void
lectern_correction_form_go_back (LecternCorrectionForm *self)
{
  g_return_if_fail (LECTERN_IS_CORRECTION_FORM (self));
  if (!self->armed)
    {
      g_signal_emit (self, signals[FINISHED], 0);
      return;
    }
  self->armed = FALSE;
  show (self);
  lectern_correction_form_focus (self);
}
