/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Paper sheets, keyed twice. The fields are empty for every keying: neither person ever sees a
 * figure of the other's before both are in. Then the criteria they read differently stand side by
 * side, what they read alike is filled in, and one of the two keys the rest again, from the paper. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-keying-window.h"

#include <glib/gi18n-lib.h>

#include "lectern-correction.h"
#include "lectern-keying-item.h"
#include "lectern-keyings.h"
#include "lectern-mark.h"
#include "lectern-paper-job.h"

struct _LecternKeyingWindow
{
  AdwWindow           parent_instance;
  LecternDesk        *desk;
  GListStore         *sheets;
  GtkSingleSelection *selection;
  LecternKeyingItem  *item; /* the sheet that is being keyed; NULL: none */
  gint64              pass;
  char               *clerks[2];
  gboolean            submitting;
  gboolean            laid_out;

  AdwWindowTitle    *title;
  GtkStack          *stack;
  GtkToggleButton   *by_judge;
  GtkToggleButton   *first;
  GtkToggleButton   *second;
  GtkListView       *list;
  GtkProgressBar    *progress;
  GtkWidget         *clerk;
  GtkEditable       *judge;
  GtkEditable       *lot;
  GtkLabel          *sheet_name;
  GtkLabel          *sheet_state;
  GtkWidget         *reason;
  GtkWidget         *reason_list;
  LecternKeyingForm *form;
  GtkWidget         *hand_in;
  GtkRevealer       *refusal;
  GtkLabel          *refusal_text;
  GtkWidget         *differences_box;
  GtkGrid           *differences;
};

G_DEFINE_FINAL_TYPE (LecternKeyingWindow, lectern_keying_window, ADW_TYPE_WINDOW)

static LecternContest *
get_contest (LecternKeyingWindow *self)
{
  return lectern_desk_get_contest (self->desk);
}

static const LecternEntry *
get_entry (LecternKeyingWindow *self)
{
  return self->item ? lectern_contest_get_entry_by_lot (get_contest (self), lectern_keying_item_get_lot (self->item)) : NULL;
}

static const LecternKeying *
get_keying (LecternKeyingWindow *self,
            gint64               pass)
{
  const LecternEntry *entry = get_entry (self);
  return entry ? lectern_keyings_find (get_contest (self), entry, lectern_keying_item_get_judge (self->item), pass) : NULL;
}

static void
refuse (LecternKeyingWindow *self,
        const char          *sentence)
{
  gtk_label_set_text (self->refusal_text, sentence ? sentence : "");
  gtk_revealer_set_reveal_child (self->refusal, sentence != NULL);
}

/* The list and how far it is ------------------------------------------------------------------- */

static void
show_progress (LecternKeyingWindow *self)
{
  guint n_keyed, n_sheets;
  lectern_keying_list_count (self->sheets, &n_keyed, &n_sheets);
  /* Translators: sheets that two people have keyed alike, of those that come from paper. */
  g_autofree char *text = g_strdup_printf (ngettext ("%u of %u sheet keyed twice", "%u of %u sheets keyed twice", n_sheets), n_keyed, n_sheets);
  adw_window_title_set_subtitle (self->title, text);
  gtk_progress_bar_set_fraction (self->progress, n_sheets ? (double) n_keyed / n_sheets : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
show_list (LecternKeyingWindow *self)
{
  lectern_keying_list_update (self->sheets, get_contest (self), gtk_toggle_button_get_active (self->by_judge) ? LECTERN_KEYING_BY_JUDGE : LECTERN_KEYING_BY_ENTRY);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->sheets)) ? "sheets" : "none");
  show_progress (self);
}

/* The differences ------------------------------------------------------------------------------ */

static void
attach_text (LecternKeyingWindow *self,
             const char          *text,
             int                  column,
             int                  row,
             const char          *style)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), column == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (self->differences, label, column, row, 1, 1);
}

static void
fill_differences (LecternKeyingWindow *self,
                  const LecternKeying *first,
                  const LecternKeying *second)
{
  g_autoptr (GPtrArray) criteria = lectern_keyings_compare (get_contest (self), first, second);
  /* Translators: the first keying and who did it, as the heading of a column. */
  g_autofree char *one = g_strdup_printf (_ ("First: %s"), first->clerk);
  g_autofree char *two = g_strdup_printf (_ ("Second: %s"), second->clerk);
  attach_text (self, "", 0, 0, "dim-label");
  attach_text (self, one, 1, 0, "dim-label");
  attach_text (self, two, 2, 0, "dim-label");
  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char        *a = lectern_mark_format (lectern_keying_get_mark (first, criterion->key));
      g_autofree char        *b = lectern_mark_format (lectern_keying_get_mark (second, criterion->key));
      attach_text (self, criterion->name, 0, (int) i + 1, "body");
      attach_text (self, a, 1, (int) i + 1, "heading");
      attach_text (self, b, 2, (int) i + 1, "heading");
    }
}

static void
show_differences (LecternKeyingWindow *self)
{
  const LecternKeying *first = get_keying (self, 1), *second = get_keying (self, 2);
  GtkWidget           *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->differences))))
    gtk_grid_remove (self->differences, child);
  gtk_widget_set_visible (self->differences_box, first && second);
  if (first && second)
    fill_differences (self, first, second);
}

/* The sheet ------------------------------------------------------------------------------------ */

static char *
describe_state (LecternKeyingWindow *self)
{
  const LecternKeying *first = get_keying (self, 1), *second = get_keying (self, 2);
  LecternKeyingState   state = lectern_keying_item_get_state (self->item);
  if (first && second)
    return g_strdup (_ ("The two keyings differ. Look at the paper and key what differs again."));
  if (first)
    /* Translators: who keyed it the first time. */
    return g_strdup_printf (_ ("Keyed the first time by %s."), first->clerk);
  if (second)
    /* Translators: who keyed it the second time. */
    return g_strdup_printf (_ ("Keyed the second time by %s."), second->clerk);
  if (state == LECTERN_KEYING_DONE)
    return g_strdup (_ ("Keyed alike twice. To replace it, give a reason."));
  if (state == LECTERN_KEYING_HANDED_IN)
    return g_strdup (_ ("Handed in already, not from paper. To replace it, give a reason."));
  return g_strdup (_ ("Not keyed yet."));
}

static gboolean
replaces_sheet (LecternKeyingWindow *self)
{
  const LecternEntry *entry = get_entry (self);
  return entry && lectern_contest_get_counted_sheet (get_contest (self), entry, lectern_keying_item_get_judge (self->item));
}

static void
show_sheet (LecternKeyingWindow *self)
{
  g_autofree char *state = self->item ? describe_state (self) : g_strdup (_ ("All sheets are in."));
  gtk_label_set_text (self->sheet_name, self->item ? lectern_keying_item_get_title (self->item) : "");
  gtk_label_set_text (self->sheet_state, state);
  gtk_widget_set_visible (self->reason_list, replaces_sheet (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), self->item != NULL);
  gtk_widget_set_sensitive (self->hand_in, self->item != NULL && !self->submitting);
  show_differences (self);
}

/* What both read alike is filled in once both are in: only then may either see it. */
static void
fill_form (LecternKeyingWindow *self)
{
  const LecternKeying *first = get_keying (self, 1), *second = get_keying (self, 2);
  GPtrArray           *criteria = lectern_contest_get_criteria (get_contest (self));
  lectern_keying_form_begin (self->form, get_contest (self));
  for (guint i = 0; first && second && i < criteria->len; i++)
    {
      const LecternCriterion *criterion = g_ptr_array_index (criteria, i);
      gint64                  mark = lectern_keying_get_mark (first, criterion->key);
      if (mark != LECTERN_NULL && mark == lectern_keying_get_mark (second, criterion->key))
        lectern_keying_form_set_mark (self->form, criterion->key, mark);
    }
}

static void
focus_form (LecternKeyingWindow *self)
{
  if (!*gtk_editable_get_text (GTK_EDITABLE (self->clerk)))
    gtk_widget_grab_focus (self->clerk);
  else if (gtk_widget_get_visible (self->reason_list) && !*gtk_editable_get_text (GTK_EDITABLE (self->reason)))
    gtk_widget_grab_focus (self->reason);
  else
    lectern_keying_form_focus (self->form);
}

static void
begin_sheet (LecternKeyingWindow *self)
{
  refuse (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  fill_form (self);
  show_sheet (self);
  focus_form (self);
}

static void
scroll_to (LecternKeyingWindow *self,
           guint                position)
{
  if (self->laid_out && position < g_list_model_get_n_items (G_LIST_MODEL (self->sheets)))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
set_position (LecternKeyingWindow *self,
              guint                position)
{
  g_autoptr (LecternKeyingItem) item = g_list_model_get_item (G_LIST_MODEL (self->sheets), position);
  g_set_object (&self->item, item);
  gtk_single_selection_set_selected (self->selection, position);
  scroll_to (self, position);
  begin_sheet (self);
}

static guint
get_position (LecternKeyingWindow *self)
{
  guint position = 0;
  if (self->item)
    lectern_keying_list_find (self->sheets, lectern_keying_item_get_lot (self->item), lectern_keying_item_get_judge (self->item), &position);
  return position;
}

static void
go_on (LecternKeyingWindow *self,
       guint                from)
{
  guint next;
  if (lectern_keying_list_find_next (self->sheets, from, self->pass, &next))
    {
      set_position (self, next);
      return;
    }
  g_clear_object (&self->item);
  begin_sheet (self);
  gtk_label_set_text (self->sheet_state, _ ("This keying has nothing left to do."));
}

/* Handing in ----------------------------------------------------------------------------------- */

static gboolean
on_keyed_cb (GObject        *owner,
             LecternOutcome *outcome,
             GPtrArray      *problems,
             const GError   *error)
{
  LecternKeyingWindow *self = LECTERN_KEYING_WINDOW (owner);
  self->submitting = FALSE;
  if (!outcome)
    {
      show_sheet (self);
      refuse (self, error->message);
      return TRUE;
    }
  show_list (self);
  if (self->item && lectern_keying_item_get_state (self->item) == LECTERN_KEYING_DIFFERS)
    begin_sheet (self);
  else
    go_on (self, get_position (self));
  return TRUE;
}

static void
remember_clerk (LecternKeyingWindow *self)
{
  g_free (self->clerks[self->pass - 1]);
  self->clerks[self->pass - 1] = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->clerk))));
}

static void
hand_in (LecternKeyingWindow *self)
{
  if (!self->item || self->submitting || !lectern_keying_form_check (self->form))
    return;
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_KEY_SHEET);
  remember_clerk (self);
  action->lot = lectern_keying_item_get_lot (self->item);
  action->judge = lectern_keying_item_get_judge (self->item);
  action->number = self->pass;
  action->text = g_strdup (self->clerks[self->pass - 1]);
  action->reason = replaces_sheet (self) ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))) : NULL;
  lectern_keying_form_read (self->form, action);
  self->submitting = TRUE;
  refuse (self, NULL);
  gtk_widget_set_sensitive (self->hand_in, FALSE);
  lectern_desk_submit (self->desk, action, G_OBJECT (self), on_keyed_cb);
}

/* What people do ------------------------------------------------------------------------------- */

static void
on_hand_in_clicked_cb (LecternKeyingWindow *self)
{
  hand_in (self);
}

static void
on_walk_toggled_cb (LecternKeyingWindow *self)
{
  guint position = 0;
  if (!self->desk)
    return;
  gint64 lot = self->item ? lectern_keying_item_get_lot (self->item) : 0, judge = self->item ? lectern_keying_item_get_judge (self->item) : 0;
  show_list (self);
  if (lectern_keying_list_find (self->sheets, lot, judge, &position))
    set_position (self, position);
}

static void
on_pass_toggled_cb (GtkToggleButton     *button,
                    LecternKeyingWindow *self)
{
  if (self->desk && gtk_toggle_button_get_active (button))
    lectern_keying_window_set_pass (self, button == self->second ? 2 : 1);
}

static void
on_sheet_activated_cb (GtkListView         *list,
                       guint                position,
                       LecternKeyingWindow *self)
{
  set_position (self, position);
}

static void
on_clerk_activated_cb (LecternKeyingWindow *self)
{
  remember_clerk (self);
  focus_form (self);
}

static void
on_judge_activated_cb (LecternKeyingWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->lot));
}

static gint64
read_number (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  guint64          number = 0;
  g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL);
  return (gint64) number;
}

static void
on_lot_activated_cb (LecternKeyingWindow *self)
{
  if (lectern_keying_window_go_to (self, read_number (self->lot), read_number (self->judge)))
    {
      gtk_editable_set_text (self->judge, "");
      gtk_editable_set_text (self->lot, "");
    }
  else
    refuse (self, _ ("There is no sheet of this judge for this number."));
}

static void
on_papers_clicked_cb (LecternKeyingWindow *self)
{
  g_autoptr (LecternPaperOrder) order = lectern_paper_order_new (LECTERN_PAPER_BLANK_SHEETS);
  lectern_paper_job_choose (GTK_WIDGET (self), self->desk, order);
}

static gboolean
on_pass_key_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  lectern_keying_window_set_pass (LECTERN_KEYING_WINDOW (widget), g_variant_get_int32 (arguments));
  return TRUE;
}

static gboolean
on_page_key_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  LecternKeyingWindow *self = LECTERN_KEYING_WINDOW (widget);
  int                  n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->sheets));
  int                  position = (int) get_position (self) + g_variant_get_int32 (arguments);
  if (n > 0)
    set_position (self, (guint) CLAMP (position, 0, n - 1));
  return TRUE;
}

static gboolean
on_go_to_key_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (LECTERN_KEYING_WINDOW (widget)->judge));
  return TRUE;
}

/* What is being typed stays; the list, the state of the sheet and its differences follow. */
static void
on_desk_changed_cb (LecternDesk         *desk,
                    LecternChange       *change,
                    LecternKeyingWindow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  show_list (self);
  show_sheet (self);
}

/* A list that has never been laid out can't be scrolled: it would show one line. */
static gboolean
on_first_frame_cb (GtkWidget     *widget,
                   GdkFrameClock *clock,
                   gpointer       user_data)
{
  LecternKeyingWindow *self = LECTERN_KEYING_WINDOW (widget);
  if (gtk_widget_get_height (GTK_WIDGET (self->list)) == 0)
    return G_SOURCE_CONTINUE;
  self->laid_out = TRUE;
  scroll_to (self, get_position (self));
  return G_SOURCE_REMOVE;
}

static void
lectern_keying_window_map (GtkWidget *widget)
{
  LecternKeyingWindow *self = LECTERN_KEYING_WINDOW (widget);
  if (self->desk)
    {
      show_list (self);
      show_sheet (self);
    }
  GTK_WIDGET_CLASS (lectern_keying_window_parent_class)->map (widget);
  if (!self->laid_out)
    gtk_widget_add_tick_callback (widget, on_first_frame_cb, NULL, NULL);
}

static void
lectern_keying_window_dispose (GObject *object)
{
  LecternKeyingWindow *self = LECTERN_KEYING_WINDOW (object);
  g_clear_object (&self->item);
  g_clear_object (&self->sheets);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->clerks[0], g_free);
  g_clear_pointer (&self->clerks[1], g_free);
  G_OBJECT_CLASS (lectern_keying_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, by_judge);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, first);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, second);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, list);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, clerk);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, judge);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, lot);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, sheet_name);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, sheet_state);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, reason_list);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, form);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, hand_in);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, refusal);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, refusal_text);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, differences_box);
  gtk_widget_class_bind_template_child (widget_class, LecternKeyingWindow, differences);
  gtk_widget_class_bind_template_callback (widget_class, on_hand_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_walk_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_pass_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clerk_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_judge_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_lot_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_papers_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_form);
}

static void
lectern_keying_window_class_init (LecternKeyingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_keying_window_dispose;
  widget_class->map = lectern_keying_window_map;
  g_type_ensure (LECTERN_TYPE_KEYING_FORM);
  g_type_ensure (LECTERN_TYPE_KEYING_ITEM);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_1, GDK_ALT_MASK, on_pass_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_2, GDK_ALT_MASK, on_pass_key_cb, "i", 2);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, on_page_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, on_page_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, on_go_to_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-keying-window.ui");
  bind_template (widget_class);
}

static void
lectern_keying_window_init (LecternKeyingWindow *self)
{
  self->pass = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sheets = lectern_keying_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sheets)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the list's now */
}

/* Who keyed last, so that a contest opened again does not ask for the names. */
static void
recall_clerks (LecternKeyingWindow *self)
{
  g_autoptr (GPtrArray) keyings = lectern_contest_list_rows (get_contest (self), &lectern_table_keying);
  gint64 latest[2] = { 0, 0 };
  for (guint i = 0; i < keyings->len; i++)
    {
      const LecternKeying *keying = g_ptr_array_index (keyings, i);
      guint                pass = keying->pass == 2 ? 1 : 0;
      if (keying->wall_us <= latest[pass])
        continue;
      latest[pass] = keying->wall_us;
      g_free (self->clerks[pass]);
      self->clerks[pass] = g_strdup (keying->clerk);
    }
}

GtkWindow *
lectern_keying_window_new (LecternDesk *desk)
{
  g_return_val_if_fail (LECTERN_IS_DESK (desk), NULL);
  LecternKeyingWindow *self = g_object_new (LECTERN_TYPE_KEYING_WINDOW, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed_cb), self, 0);
  recall_clerks (self);
  show_list (self);
  gtk_editable_set_text (GTK_EDITABLE (self->clerk), self->clerks[0] ? self->clerks[0] : "");
  if (g_list_model_get_n_items (G_LIST_MODEL (self->sheets)))
    go_on (self, g_list_model_get_n_items (G_LIST_MODEL (self->sheets)) - 1);
  return GTK_WINDOW (self);
}

gint64
lectern_keying_window_get_pass (LecternKeyingWindow *self)
{
  g_return_val_if_fail (LECTERN_IS_KEYING_WINDOW (self), 0);
  return self->pass;
}

void
lectern_keying_window_set_pass (LecternKeyingWindow *self,
                                gint64               pass)
{
  g_return_if_fail (LECTERN_IS_KEYING_WINDOW (self));
  g_return_if_fail (pass == 1 || pass == 2);
  if (pass == self->pass)
    return;
  remember_clerk (self);
  self->pass = pass;
  gtk_toggle_button_set_active (pass == 1 ? self->first : self->second, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->clerk), self->clerks[pass - 1] ? self->clerks[pass - 1] : "");
  /* Whatever stands in the fields is the other's; and this keying goes its own way. */
  LecternKeyingState state = self->item ? lectern_keying_item_get_state (self->item) : LECTERN_KEYING_OPEN;
  if (state == LECTERN_KEYING_DIFFERS)
    begin_sheet (self);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->sheets)))
    go_on (self, g_list_model_get_n_items (G_LIST_MODEL (self->sheets)) - 1);
}

gboolean
lectern_keying_window_go_to (LecternKeyingWindow *self,
                             gint64               lot,
                             gint64               judge)
{
  guint position;
  g_return_val_if_fail (LECTERN_IS_KEYING_WINDOW (self), FALSE);
  if (!lectern_keying_list_find (self->sheets, lot, judge, &position))
    return FALSE;
  set_position (self, position);
  return TRUE;
}

LecternKeyingForm *
lectern_keying_window_get_form (LecternKeyingWindow *self)
{
  g_return_val_if_fail (LECTERN_IS_KEYING_WINDOW (self), NULL);
  return self->form;
}
