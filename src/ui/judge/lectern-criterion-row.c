/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A row that takes one mark three ways and shows one truth. Text that is no mark counts as "not
 * marked", never as zero and never as the mark before it, and says why in a sentence: at once when
 * more typing cannot help, on leaving the row otherwise. The slider counts steps, so that no mark
 * ever passes through binary fractions, and the wheel does not move it, for it scrolls the page. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-criterion-row.h"

#include "lectern-mark.h"
#include "lectern-record.h"

#include <glib/gi18n-lib.h>

#define PAGE_STEPS 10

struct _LecternCriterionRow
{
  AdwBin parent_instance;

  GtkWidget     *words_box;
  GtkLabel      *name_label;
  GtkLabel      *guide_label;
  GtkWidget     *scale;
  GtkAdjustment *adjustment;
  GtkWidget     *less_button;
  GtkWidget     *more_button;
  GtkEntry      *entry;
  GtkLabel      *max_label;
  GtkWidget     *trouble_box;
  GtkLabel      *trouble_label;

  gint64   max;
  gint64   step;
  gint64   mark;
  gint64   mark_before; /* when the entry got the focus, for Escape */
  gboolean editable;
  gboolean updating;
};

enum
{
  MARKED,
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternCriterionRow, lectern_criterion_row, ADW_TYPE_BIN)

static void
set_trouble (LecternCriterionRow *self,
             const char          *trouble)
{
  gtk_label_set_label (self->trouble_label, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (self->trouble_box, trouble != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               trouble != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (trouble != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
}

/* What was typed, with the full stop of a Chinese keyboard taken for the point it stands for. */
static char *
read_text (LecternCriterionRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_auto (GStrv) parts = g_strsplit (text, "。", -1);

  return g_strjoinv (".", parts);
}

/* Why @text is no mark; NULL when it is, with the mark in @mark. */
static char *
judge_text (LecternCriterionRow *self,
            const char          *text,
            gint64              *mark)
{
  g_autofree char *max = lectern_mark_format (self->max);
  g_autofree char *step = lectern_mark_format (self->step);
  g_autofree char *below = NULL;
  g_autofree char *above = NULL;

  if (!lectern_mark_parse (text, mark))
    /* Translators: %s is the highest mark, such as 40. */
    return g_strdup_printf (_ ("Write a number from 0 to %s."), max);
  if (!lectern_mark_is_in_range (*mark, self->max))
    /* Translators: the first %s is what was typed, the second the highest mark. */
    return g_strdup_printf (_ ("%s is too much: this criterion has at most %s."), text, max);
  if (lectern_mark_is_on_step (*mark, self->step))
    return NULL;
  below = lectern_mark_format (*mark - *mark % self->step);
  above = lectern_mark_format (MIN (*mark - *mark % self->step + self->step, self->max));
  /* Translators: what was typed, the step, and the two marks nearest to it: "36.55 is not in steps of 0.1: write 36.5 or 36.6." */
  return g_strdup_printf (_ ("%s is not in steps of %s: write %s or %s."), text, step, below, above);
}

static void
show_scale (LecternCriterionRow *self)
{
  gboolean marked = self->mark != LECTERN_NULL;

  self->updating = TRUE;
  gtk_adjustment_set_value (self->adjustment, marked ? (double) (self->mark / self->step) : 0);
  self->updating = FALSE;
  if (marked)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unmarked");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "unmarked");
  gtk_widget_set_sensitive (self->less_button, self->editable && self->mark != 0);
  gtk_widget_set_sensitive (self->more_button, self->editable && self->mark < self->max);
}

static void
show_text (LecternCriterionRow *self)
{
  g_autofree char *text = self->mark != LECTERN_NULL ? lectern_mark_format (self->mark) : g_strdup ("");

  if (g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    return;
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->updating = FALSE;
}

static void
take_mark (LecternCriterionRow *self,
           gint64               mark)
{
  if (self->mark == mark)
    return;
  self->mark = mark;
  show_scale (self);
  g_signal_emit (self, signals[MARKED], 0, mark);
}

/* A mark that did not come from the entry. */
static void
take_and_show_mark (LecternCriterionRow *self,
                    gint64               mark)
{
  set_trouble (self, NULL);
  take_mark (self, mark);
  show_text (self);
}

/* From "not marked" the way up begins at nothing and the way down at full marks: no number in
 * between is put into a judge's head. */
static void
move_by_steps (LecternCriterionRow *self,
               int                  steps)
{
  gint64 top = self->max - self->max % self->step;
  gint64 mark;

  if (!self->editable)
    return;
  if (self->mark == LECTERN_NULL)
    mark = steps > 0 ? 0 : top;
  else
    mark = CLAMP (self->mark + steps * self->step, 0, top);
  take_and_show_mark (self, mark);
}

/* Settles what was typed. FALSE when it is no mark; the reason is shown. */
static gboolean
settle_text (LecternCriterionRow *self)
{
  g_autofree char *text = read_text (self);
  g_autofree char *trouble = NULL;
  gint64           mark = LECTERN_NULL;

  if (!self->editable)
    return TRUE;
  if (*text != '\0')
    trouble = judge_text (self, text, &mark);
  set_trouble (self, trouble);
  if (trouble != NULL)
    return FALSE;
  take_mark (self, mark);
  show_text (self);
  return TRUE;
}

static void
on_entry_changed_cb (LecternCriterionRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *trouble = NULL;
  gint64           mark = LECTERN_NULL;

  if (self->updating || !self->editable)
    return;
  text = read_text (self);
  if (*text != '\0')
    trouble = judge_text (self, text, &mark);
  set_trouble (self, trouble != NULL && mark > self->max ? trouble : NULL);
  take_mark (self, trouble == NULL ? mark : LECTERN_NULL);
}

static void
on_entry_activate_cb (LecternCriterionRow *self)
{
  if (settle_text (self))
    g_signal_emit (self, signals[FINISHED], 0);
  else
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
on_entry_focus_enter_cb (LecternCriterionRow *self)
{
  self->mark_before = self->mark;
}

static void
on_entry_focus_leave_cb (LecternCriterionRow *self)
{
  settle_text (self);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, 0);
}

static gboolean
on_entry_key_pressed_cb (GtkEventControllerKey *controller,
                         guint                  keyval,
                         guint                  keycode,
                         GdkModifierType        state,
                         gpointer               user_data)
{
  GtkWidget           *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  LecternCriterionRow *self = LECTERN_CRITERION_ROW (gtk_widget_get_ancestor (entry, LECTERN_TYPE_CRITERION_ROW));

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_by_steps (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_by_steps (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_by_steps (self, PAGE_STEPS);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_by_steps (self, -PAGE_STEPS);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->editable)
        take_and_show_mark (self, self->mark_before);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_slider_moved_cb (LecternCriterionRow *self)
{
  if (!self->updating && self->editable)
    take_and_show_mark (self, (gint64) (gtk_adjustment_get_value (self->adjustment) + 0.5) * self->step);
}

static void
on_less_clicked_cb (LecternCriterionRow *self)
{
  move_by_steps (self, -1);
}

static void
on_more_clicked_cb (LecternCriterionRow *self)
{
  move_by_steps (self, 1);
}

/* A wheel that scrolls the page must not change a mark on its way. */
static void
remove_wheel (GtkWidget *scale)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (scale, controller);
    }
}

static gboolean
lectern_criterion_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LECTERN_CRITERION_ROW (widget)->entry));
}

static void
lectern_criterion_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LECTERN_TYPE_CRITERION_ROW);
  G_OBJECT_CLASS (lectern_criterion_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternCriterionRow, words_box);
  gtk_widget_class_bind_template_child (widget_class, LecternCriterionRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, LecternCriterionRow, guide_label);
  gtk_widget_class_bind_template_child (widget_class, LecternCriterionRow, scale);
  gtk_widget_class_bind_template_child (widget_class, LecternCriterionRow, adjustment);
  gtk_widget_class_bind_template_child (widget_class, LecternCriterionRow, less_button);
  gtk_widget_class_bind_template_child (widget_class, LecternCriterionRow, more_button);
  gtk_widget_class_bind_template_child (widget_class, LecternCriterionRow, entry);
  gtk_widget_class_bind_template_child (widget_class, LecternCriterionRow, max_label);
  gtk_widget_class_bind_template_child (widget_class, LecternCriterionRow, trouble_box);
  gtk_widget_class_bind_template_child (widget_class, LecternCriterionRow, trouble_label);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_focus_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_slider_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_less_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked_cb);
}

static void
lectern_criterion_row_class_init (LecternCriterionRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_criterion_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = lectern_criterion_row_grab_focus;
  signals[MARKED] = g_signal_new ("marked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
lectern_criterion_row_init (LecternCriterionRow *self)
{
  self->mark = self->mark_before = LECTERN_NULL;
  self->max = self->step = LECTERN_MARK_UNIT;
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  remove_wheel (self->scale);
}

static void
name_controls (LecternCriterionRow         *self,
               const LecternJudgeCriterion *criterion)
{
  g_autofree char *max = lectern_mark_format (criterion->max);
  /* Translators: the accessible name of a mark's entry: the criterion and its full marks. */
  g_autofree char *mark = g_strdup_printf (_ ("%s, of %s"), criterion->name, max);
  /* Translators: the accessible names of the buttons that change a mark by a step. */
  g_autofree char *less = g_strdup_printf (_ ("%s: one step less"), criterion->name);
  g_autofree char *more = g_strdup_printf (_ ("%s: one step more"), criterion->name);
  g_autofree char *slider = g_strdup_printf (_ ("%s: slider"), criterion->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, mark,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, criterion->guide,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->less_button), GTK_ACCESSIBLE_PROPERTY_LABEL, less, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more_button), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, slider, -1);
}

GtkWidget *
lectern_criterion_row_new (const LecternJudgeCriterion *criterion)
{
  LecternCriterionRow *self = g_object_new (LECTERN_TYPE_CRITERION_ROW, NULL);
  g_autofree char     *max = lectern_mark_format (criterion->max);
  g_autofree char     *of = g_strdup_printf ("/ %s", max);

  self->max = criterion->max;
  self->step = MAX (criterion->step, 1);
  gtk_label_set_label (self->name_label, criterion->name);
  gtk_label_set_label (self->guide_label, criterion->guide);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->guide_label), criterion->guide);
  gtk_widget_set_visible (GTK_WIDGET (self->guide_label), criterion->guide != NULL && *criterion->guide != '\0');
  gtk_label_set_label (self->max_label, of);
  self->updating = TRUE;
  gtk_adjustment_set_upper (self->adjustment, (double) (self->max / self->step));
  self->updating = FALSE;
  name_controls (self, criterion);
  show_scale (self);
  return GTK_WIDGET (self);
}

void
lectern_criterion_row_join (LecternCriterionRow *self,
                            GtkSizeGroup        *group)
{
  g_return_if_fail (LECTERN_IS_CRITERION_ROW (self));
  gtk_size_group_add_widget (group, self->words_box);
}

gint64
lectern_criterion_row_get_mark (LecternCriterionRow *self)
{
  g_return_val_if_fail (LECTERN_IS_CRITERION_ROW (self), LECTERN_NULL);
  return self->mark;
}

void
lectern_criterion_row_set_mark (LecternCriterionRow *self,
                                gint64               mark)
{
  g_return_if_fail (LECTERN_IS_CRITERION_ROW (self));

  if (self->mark == mark)
    return;
  self->mark = mark;
  set_trouble (self, NULL);
  show_scale (self);
  show_text (self);
}

void
lectern_criterion_row_set_editable (LecternCriterionRow *self,
                                    gboolean             editable)
{
  g_return_if_fail (LECTERN_IS_CRITERION_ROW (self));

  self->editable = editable;
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
  gtk_widget_set_sensitive (self->scale, editable);
  show_scale (self);
}

void
lectern_criterion_row_reset (LecternCriterionRow *self)
{
  g_return_if_fail (LECTERN_IS_CRITERION_ROW (self));

  self->mark = self->mark_before = LECTERN_NULL;
  set_trouble (self, NULL);
  show_scale (self);
  show_text (self);
}

const char *
lectern_criterion_row_get_trouble (LecternCriterionRow *self)
{
  g_return_val_if_fail (LECTERN_IS_CRITERION_ROW (self), NULL);
  return gtk_widget_get_visible (self->trouble_box) ? gtk_label_get_label (self->trouble_label) : NULL;
}
