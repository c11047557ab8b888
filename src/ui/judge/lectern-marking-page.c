/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The page a judge works on all day. It shows the desk and keeps nothing: every change of the desk
 * is shown anew, every touch goes to the desk at once. What the judge is typing is never taken from
 * under his fingers: while he writes the sheet stays on top, also when the next speaker comes. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-marking-page.h"

#include "lectern-confirm-sheet.h"
#include "lectern-criterion-row.h"
#include "lectern-desk-words.h"
#include "lectern-flag-bar.h"
#include "lectern-mark.h"
#include "lectern-record.h"
#include "lectern-portrait.h"
#include "lectern-sheet-list.h"
#include "lectern-talk-clock.h"

#include <glib/gi18n-lib.h>

#define WRITING_MS 2000 /* after the last stroke he is still writing */

struct _LecternMarkingPage
{
  AdwBin parent_instance;

  GtkWidget           *rehearsal_label;
  GtkWidget           *last_known_box;
  GtkWidget           *practice_box;
  GtkWidget           *earlier_box;
  GtkLabel            *earlier_label;
  GtkWidget           *stage_box;
  GtkWidget           *practise_button;
  AdwFlap             *flap;
  GtkStack            *stage_stack;
  GtkStack            *sheet_stack;
  LecternPortrait     *portrait;
  GtkLabel            *lot_label;
  GtkLabel            *name_label;
  GtkLabel            *title_label;
  LecternTalkClock    *clock;
  GtkBox              *rows_box;
  GtkLabel            *total_label;
  GtkLabel            *missing_label;
  GtkWidget           *message_box;
  GtkImage            *message_image;
  GtkLabel            *message_label;
  GtkButton           *submit_button;
  LecternConfirmSheet *confirm_sheet;
  LecternSheetList    *sheet_list;
  GtkWidget           *note_box;
  GtkTextBuffer       *note_buffer;
  GtkLabel            *sheet_status_label;
  GtkLabel            *gate_status_label;
  LecternFlagBar      *flag_bar;

  LecternJudgeDesk   *desk;
  GSimpleActionGroup *actions;
  GtkSizeGroup       *words_group; /* of the rows */
  GPtrArray          *rows;        /* LecternCriterionRow, borrowed from the box */
  char               *rubric_text; /* what the rows were made from */
  gint64              lot;         /* the sheet that is shown; 0: none */
  gint64              voided;      /* and the version up to which it is void */
  guint               writing_source;
  gboolean            updating;
};

G_DEFINE_FINAL_TYPE (LecternMarkingPage, lectern_marking_page, ADW_TYPE_BIN)

static void
focus_row (LecternMarkingPage *self,
           guint               index)
{
  if (index < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, index));
}

static gboolean
is_writing_note (LecternMarkingPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->note_box);
}

/* The next row without a mark, seen from @index and round to the beginning; rows->len: none. */
static guint
find_unmarked (LecternMarkingPage *self,
               guint               index)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint at = (index + i) % self->rows->len;

      if (lectern_criterion_row_get_mark (g_ptr_array_index (self->rows, at)) == LECTERN_NULL)
        return at;
    }
  return self->rows->len;
}

static gboolean
on_writing_over_cb (gpointer user_data)
{
  LecternMarkingPage *self = user_data;

  self->writing_source = 0;
  lectern_judge_desk_set_held (self->desk, FALSE);
  return G_SOURCE_REMOVE;
}

/* Nothing turns over while the judge writes. */
static void
hold_while_writing (LecternMarkingPage *self)
{
  g_clear_handle_id (&self->writing_source, g_source_remove);
  self->writing_source = g_timeout_add (WRITING_MS, on_writing_over_cb, self);
  lectern_judge_desk_set_held (self->desk, TRUE);
}

static void
on_row_marked_cb (LecternMarkingPage  *self,
                  gint64               mark,
                  LecternCriterionRow *row)
{
  guint index;

  if (self->updating || !g_ptr_array_find (self->rows, row, &index) ||
      lectern_judge_desk_get_bar (self->desk) != LECTERN_DESK_FREE)
    return;
  hold_while_writing (self);
  lectern_judge_desk_set_mark (self->desk, index, mark);
}

/* Enter: to the next row; after the last one to what was left out, then to the button. */
static void
on_row_finished_cb (LecternMarkingPage  *self,
                    LecternCriterionRow *row)
{
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;
  if (index + 1 < self->rows->len)
    focus_row (self, index + 1);
  else if (find_unmarked (self, 0) < self->rows->len)
    focus_row (self, find_unmarked (self, 0));
  else if (lectern_judge_desk_can_submit (self->desk))
    gtk_widget_grab_focus (GTK_WIDGET (self->submit_button));
}

static char *
describe_rubric (GPtrArray *rubric)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rubric->len; i++)
    {
      const LecternJudgeCriterion *criterion = g_ptr_array_index (rubric, i);

      g_string_append_printf (text,
                              "%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\n",
                              criterion->key,
                              criterion->name,
                              criterion->guide,
                              criterion->max,
                              criterion->step);
    }
  return g_string_free (text, FALSE);
}

static void
show_rubric (LecternMarkingPage *self,
             GPtrArray          *rubric)
{
  g_autofree char *text = describe_rubric (rubric);
  GtkWidget       *child;

  if (g_strcmp0 (text, self->rubric_text) == 0)
    return;
  g_free (self->rubric_text);
  self->rubric_text = g_steal_pointer (&text);
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows_box))) != NULL)
    gtk_box_remove (self->rows_box, child);
  for (guint i = 0; i < rubric->len; i++)
    {
      GtkWidget *row = lectern_criterion_row_new (g_ptr_array_index (rubric, i));

      g_signal_connect_object (row, "marked", G_CALLBACK (on_row_marked_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "finished", G_CALLBACK (on_row_finished_cb), self, G_CONNECT_SWAPPED);
      lectern_criterion_row_join (LECTERN_CRITERION_ROW (row), self->words_group);
      gtk_box_append (self->rows_box, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_entry (LecternMarkingPage *self,
            LecternJudgeState  *state,
            LecternOwnSheet    *sheet)
{
  gboolean         on_stage = state->lot == self->lot;
  const char      *title = on_stage && state->title != NULL ? state->title : "";
  g_autofree char *quoted = *title != '\0' ? g_strdup_printf ("《%s》", title) : g_strdup ("");
  g_autofree char *lot = NULL;

  if (on_stage && state->unit != NULL && *state->unit != '\0')
    /* Translators: lot and unit of an entry. */
    lot = g_strdup_printf (_ ("No. %d · %s"), (int) self->lot, state->unit);
  else
    lot = g_strdup_printf (C_ ("entry", "No. %d"), (int) self->lot);
  gtk_label_set_label (self->lot_label, lot);
  gtk_label_set_label (self->name_label, lectern_own_sheet_get_name (sheet));
  gtk_label_set_label (self->title_label, quoted);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), title);
  lectern_portrait_show (self->portrait, lectern_judge_desk_get_client (self->desk), on_stage ? state->photo : NULL);
}

static void
show_rows (LecternMarkingPage *self,
           LecternOwnSheet    *sheet,
           gboolean            another)
{
  const gint64 *marks = lectern_own_sheet_get_marks (sheet);
  gboolean      editable = lectern_judge_desk_get_bar (self->desk) == LECTERN_DESK_FREE;

  g_return_if_fail (self->rows->len == lectern_own_sheet_get_n_marks (sheet));

  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      LecternCriterionRow *row = g_ptr_array_index (self->rows, i);

      if (another)
        lectern_criterion_row_reset (row);
      lectern_criterion_row_set_mark (row, marks[i]);
      lectern_criterion_row_set_editable (row, editable);
    }
  self->updating = FALSE;
}

static void
set_message (LecternMarkingPage *self,
             const char         *text,
             LecternDeskTone     tone)
{
  static const struct
  {
    const char *css_class;
    const char *icon;
  } looks[] = {
    [LECTERN_DESK_QUIET] = { "dim-label", NULL },
    [LECTERN_DESK_GOOD] = { "success", "object-select-symbolic" },
    [LECTERN_DESK_WARNING] = { "warning", "dialog-information-symbolic" },
    [LECTERN_DESK_TROUBLE] = { "error", "dialog-warning-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (self->message_box, looks[i].css_class);
  gtk_widget_add_css_class (self->message_box, looks[tone].css_class);
  if (looks[tone].icon != NULL)
    gtk_image_set_from_icon_name (self->message_image, looks[tone].icon);
  else
    gtk_image_clear (self->message_image);
  gtk_label_set_label (self->message_label, text);
}

static void
show_sums (LecternMarkingPage *self,
           LecternOwnSheet    *sheet)
{
  g_autofree char *total = lectern_own_sheet_count_marked (sheet) > 0 ? lectern_mark_format (lectern_own_sheet_get_total (sheet)) : g_strdup ("–");
  g_autofree char *missing = lectern_desk_words_for_missing (self->desk);
  g_autofree char *submit = lectern_desk_words_for_submit (self->desk);
  g_autofree char *sheet_words = lectern_desk_words_for_sheet (self->desk);
  g_autofree char *gate_words = lectern_desk_words_for_gate (self->desk);
  LecternDeskTone  tone;
  g_autofree char *message = lectern_desk_words_for_message (self->desk, &tone);

  gtk_label_set_label (self->total_label, total);
  gtk_label_set_label (self->missing_label, missing);
  gtk_button_set_label (self->submit_button, submit);
  gtk_label_set_label (self->sheet_status_label, sheet_words);
  gtk_label_set_label (self->gate_status_label, gate_words);
  set_message (self, message, tone);
}

static void
show_note (LecternMarkingPage *self,
           LecternOwnSheet    *sheet)
{
  self->updating = TRUE;
  gtk_text_buffer_set_text (self->note_buffer, lectern_own_sheet_get_note (sheet), -1);
  self->updating = FALSE;
}

static void
on_back_clicked_cb (LecternMarkingPage *self)
{
  lectern_judge_desk_look_at (self->desk, NULL);
}

/* Says that the sheet on top is one of earlier, and whose. */
static void
show_earlier (LecternMarkingPage *self,
              LecternOwnSheet    *sheet)
{
  gboolean         earlier = sheet != NULL && lectern_judge_desk_is_looking (self->desk);
  g_autofree char *words = NULL;

  if (earlier)
    /* Translators: lot and name of an entry. */
    words = g_strdup_printf (_ ("You are looking at your sheet for No. %d %s"), (int) lectern_own_sheet_get_lot (sheet), lectern_own_sheet_get_name (sheet));
  gtk_label_set_label (self->earlier_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->earlier_box, earlier);
}

static void
show_nobody (LecternMarkingPage *self)
{
  g_autofree char *gate_words = lectern_desk_words_for_gate (self->desk);

  self->lot = 0;
  show_earlier (self, NULL);
  gtk_stack_set_visible_child_name (self->stage_stack, "waiting");
  gtk_stack_set_visible_child_name (self->sheet_stack, "marks");
  gtk_label_set_label (self->sheet_status_label, _ ("Nobody is on stage"));
  gtk_label_set_label (self->gate_status_label, gate_words);
}

/* The question is only good for the sheet and the gate it was asked at. */
static void
show_question (LecternMarkingPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->sheet_stack), "confirm") != 0 ||
      lectern_judge_desk_can_submit (self->desk))
    return;
  gtk_stack_set_visible_child_name (self->sheet_stack, "marks");
}

static void
show_sheet (LecternMarkingPage *self,
            LecternJudgeState  *state,
            LecternOwnSheet    *sheet)
{
  gboolean another = self->lot != lectern_own_sheet_get_lot (sheet) || self->voided != lectern_own_sheet_get_voided (sheet);

  self->lot = lectern_own_sheet_get_lot (sheet);
  self->voided = lectern_own_sheet_get_voided (sheet);
  show_earlier (self, sheet);
  show_rubric (self, state->rubric);
  show_entry (self, state, sheet);
  show_rows (self, sheet, another);
  show_sums (self, sheet);
  if (another)
    show_note (self, sheet);
  gtk_stack_set_visible_child_name (self->stage_stack, "sheet");
  if (another)
    {
      gtk_stack_set_visible_child_name (self->sheet_stack, "marks");
      if (!is_writing_note (self))
        focus_row (self, MIN (find_unmarked (self, 0), self->rows->len - 1));
    }
}

static void
update (LecternMarkingPage *self)
{
  LecternJudgeState *state = lectern_judge_desk_get_state (self->desk);
  LecternOwnSheet   *sheet = lectern_judge_desk_get_current (self->desk);

  gtk_widget_set_visible (self->rehearsal_label, state != NULL && state->rehearsal);
  gtk_widget_set_visible (self->last_known_box, lectern_judge_desk_is_last_known (self->desk));
  if (lectern_judge_desk_get_connected (self->desk))
    gtk_widget_remove_css_class (self->stage_box, "silent");
  else
    gtk_widget_add_css_class (self->stage_box, "silent");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "ask")),
                               lectern_judge_desk_can_submit (self->desk));
  gtk_widget_set_sensitive (self->note_box, sheet != NULL);
  if (state == NULL || sheet == NULL)
    show_nobody (self);
  else
    show_sheet (self, state, sheet);
  show_question (self);
}

static void
on_note_changed_cb (LecternMarkingPage *self)
{
  g_autofree char *note = NULL;
  GtkTextIter      start;
  GtkTextIter      end;

  if (self->updating || self->desk == NULL)
    return;
  gtk_text_buffer_get_bounds (self->note_buffer, &start, &end);
  note = gtk_text_buffer_get_text (self->note_buffer, &start, &end, FALSE);
  hold_while_writing (self);
  lectern_judge_desk_set_note (self->desk, note);
}

/* Nothing has the focus after a sheet went out: a stray key must not change it. */
static void
on_confirmed_cb (LecternMarkingPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_stack_set_visible_child_name (self->sheet_stack, "marks");
  if (lectern_judge_desk_can_submit (self->desk))
    lectern_judge_desk_submit (self->desk);
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
}

static void
on_cancelled_cb (LecternMarkingPage *self)
{
  gtk_stack_set_visible_child_name (self->sheet_stack, "marks");
  focus_row (self, 0);
}

static void
on_ask_activate_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LecternMarkingPage *self = user_data;

  lectern_confirm_sheet_show (self->confirm_sheet,
                              lectern_judge_desk_get_state (self->desk)->rubric,
                              lectern_judge_desk_get_current (self->desk));
  gtk_stack_set_visible_child_name (self->sheet_stack, "confirm");
  gtk_widget_grab_focus (GTK_WIDGET (self->confirm_sheet));
}

static gboolean
lectern_marking_page_grab_focus (GtkWidget *widget)
{
  LecternMarkingPage *self = LECTERN_MARKING_PAGE (widget);

  if (self->rows->len == 0)
    return FALSE;
  focus_row (self, MIN (find_unmarked (self, 0), self->rows->len - 1));
  return TRUE;
}

static void
lectern_marking_page_dispose (GObject *object)
{
  LecternMarkingPage *self = LECTERN_MARKING_PAGE (object);

  self->updating = TRUE;
  g_clear_handle_id (&self->writing_source, g_source_remove);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), LECTERN_TYPE_MARKING_PAGE);
  g_clear_object (&self->desk);
  g_clear_object (&self->actions);
  g_clear_object (&self->words_group);
  G_OBJECT_CLASS (lectern_marking_page_parent_class)->dispose (object);
}

static void
lectern_marking_page_finalize (GObject *object)
{
  LecternMarkingPage *self = LECTERN_MARKING_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->rubric_text);
  G_OBJECT_CLASS (lectern_marking_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-marking-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, rehearsal_label);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, last_known_box);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, practice_box);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, earlier_box);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, earlier_label);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, stage_box);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, practise_button);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, flap);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, stage_stack);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, sheet_stack);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, portrait);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, lot_label);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, clock);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, rows_box);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, total_label);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, missing_label);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, message_box);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, message_image);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, submit_button);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, confirm_sheet);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, sheet_list);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, note_box);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, note_buffer);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, sheet_status_label);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, gate_status_label);
  gtk_widget_class_bind_template_child (widget_class, LecternMarkingPage, flag_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_confirmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancelled_cb);
}

static void
lectern_marking_page_class_init (LecternMarkingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_marking_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_marking_page_finalize;
  widget_class->grab_focus = lectern_marking_page_grab_focus;
  g_type_ensure (LECTERN_TYPE_PORTRAIT);
  g_type_ensure (LECTERN_TYPE_TALK_CLOCK);
  g_type_ensure (LECTERN_TYPE_CONFIRM_SHEET);
  g_type_ensure (LECTERN_TYPE_SHEET_LIST);
  g_type_ensure (LECTERN_TYPE_FLAG_BAR);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "sheet.ask", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "sheet.ask", NULL);
}

static void
lectern_marking_page_init (LecternMarkingPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "ask", .activate = on_ask_activate_cb },
  };

  self->rows = g_ptr_array_new ();
  self->words_group = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sheet", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lectern_marking_page_new (LecternJudgeDesk *desk)
{
  LecternMarkingPage *self = g_object_new (LECTERN_TYPE_MARKING_PAGE, NULL);

  self->desk = g_object_ref (desk);
  lectern_sheet_list_set_desk (self->sheet_list, desk);
  lectern_flag_bar_set_desk (self->flag_bar, desk);
  lectern_talk_clock_set_desk (self->clock, desk);
  gtk_widget_set_visible (self->practice_box, lectern_judge_desk_is_practice (desk));
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
lectern_marking_page_bind_side (LecternMarkingPage *self,
                                GtkToggleButton    *button)
{
  g_return_if_fail (LECTERN_IS_MARKING_PAGE (self));
  g_object_bind_property (self->flap,
                          "reveal-flap",
                          button,
                          "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}
