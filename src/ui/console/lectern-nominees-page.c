/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The register of nominees. Units stand at the side with the places each has left; why a nominee
 * may not speak stands in words in the line, so that the check by hand needs no second page. On the day
 * it is the list at the door: a name typed, Enter twice, and who it is has checked in. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-nominees-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-attach-job.h"
#include "lectern-check-in.h"
#include "lectern-import-dialog.h"
#include "lectern-nominee-dialog.h"
#include "lectern-paper-print.h"
#include "lectern-reason-dialog.h"
#include "lectern-rounds.h"
#include "lectern-table-line.h"
#include "lectern-unit-row.h"
#include "lectern-wording.h"

enum
{
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_TITLE,
  COLUMN_PARTY,
  COLUMN_LECTURES,
  COLUMN_PHOTO,
  COLUMN_COURSEWARE,
  COLUMN_CHECK,
  COLUMN_HERE,
  N_COLUMNS,
};

struct _LecternNomineesPage
{
  LecternConsolePart  parent_instance;
  GListStore         *lines;
  GtkSingleSelection *selection;
  GtkColumnView      *view;
  GtkListBox         *units;
  GtkEditable        *search;
  GtkLabel           *summary;
  GtkLabel           *here;
  GtkToggleButton    *not_here;
  GtkButton          *check_in;
  GtkWidget          *edit;
  GtkWidget          *photo;
  GtkWidget          *courseware;
  GtkWidget          *withdraw;
  GtkWidget          *replace;
  GtkWidget          *restore;
  GtkStack           *stack;
  char               *unit; /* key of the one shown, NULL: all */
};

G_DEFINE_FINAL_TYPE (LecternNomineesPage, lectern_nominees_page, LECTERN_TYPE_CONSOLE_PART)

static LecternContest *
get_contest (LecternNomineesPage *self)
{
  return lectern_console_part_get_contest (LECTERN_CONSOLE_PART (self));
}

static LecternDesk *
get_desk (LecternNomineesPage *self)
{
  return lectern_console_part_get_desk (LECTERN_CONSOLE_PART (self));
}

static gboolean
is_withdrawn (const LecternNominee *nominee)
{
  return nominee->withdrawn == 1;
}

static char *
join_reasons (GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      const LecternProblem *problem = g_ptr_array_index (problems, i);
      g_string_append_printf (text, "%s%s", i ? " " : "", problem->message);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_check (LecternContest       *contest,
                const LecternNominee *nominee,
                const char          **style)
{
  if (is_withdrawn (nominee))
    {
      *style = "dim-label";
      /* Translators: a nominee was withdrawn, and why. */
      return g_strdup_printf (_ ("Withdrawn: %s"), nominee->withdrawn_reason ? nominee->withdrawn_reason : "");
    }
  g_autoptr (GPtrArray) problems = lectern_contest_check_eligibility (contest, nominee);
  *style = problems->len ? "error" : "success";
  return problems->len ? join_reasons (problems) : g_strdup (C_ ("nominee", "eligible"));
}

/* What the entry form says of courseware, or what is attached and whether it opens. */
static char *
describe_courseware (LecternContest       *contest,
                     const LecternNominee *nominee,
                     const char          **style)
{
  const LecternAttachment *file = lectern_contest_get_attachment (contest, LECTERN_ROLE_COURSEWARE, nominee->id);
  const char              *courseware = nominee->courseware;
  if (file)
    {
      *style = is_withdrawn (nominee) ? "dim-label" : file->checked == 0 ? "error"
                                                                         : "success";
      /* Translators: a file's name and what was found out about it. */
      return file->checked == 0 ? g_strdup_printf (_ ("%s does not open: %s"), file->name, file->finding ? file->finding : "") : g_strdup_printf ("✓ %s", file->name);
    }
  if (!courseware || !*courseware)
    return g_strdup (C_ ("courseware", "none"));
  return g_strdup (g_strcmp0 (courseware, "yes") == 0 ? C_ ("courseware", "yes") : courseware);
}

/* "✓ 18:32", or a dash. */
static char *
describe_here (LecternContest       *contest,
               const LecternNominee *nominee)
{
  gint64 wall_us = lectern_check_in_get_time (contest, NULL, nominee->id);
  if (wall_us == LECTERN_NULL)
    return g_strdup ("–");
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (wall_us / G_USEC_PER_SEC);
  return g_date_time_format (when, "✓ %H:%M");
}

static LecternTableLine *
make_line (LecternContest       *contest,
           const LecternNominee *nominee)
{
  LecternTableLine  *line = lectern_table_line_new (nominee->id, N_COLUMNS);
  const LecternUnit *unit = lectern_contest_get_unit (contest, nominee->unit);
  const char        *style = NULL;
  char              *check = describe_check (contest, nominee, &style);
  const char        *dim = is_withdrawn (nominee) ? "dim-label" : NULL;
  gint64             lectures = nominee->lectures == LECTERN_NULL ? 0 : nominee->lectures;
  lectern_table_line_take_text (line, COLUMN_NAME, g_strdup (nominee->name), dim);
  lectern_table_line_take_text (line, COLUMN_UNIT, g_strdup (unit ? unit->name : nominee->unit), dim);
  lectern_table_line_take_text (line, COLUMN_TITLE, g_strdup (nominee->title), dim);
  lectern_table_line_take_text (line, COLUMN_PARTY, g_strdup (lectern_wording_for_party (nominee->party)), dim);
  lectern_table_line_take_text (line, COLUMN_LECTURES, g_strdup_printf ("%d", (int) lectures), dim);
  gboolean    photo = lectern_contest_get_attachment (contest, LECTERN_ROLE_PHOTO, nominee->id) != NULL;
  const char *opens = dim;
  char       *courseware = describe_courseware (contest, nominee, &opens);
  lectern_table_line_take_text (line, COLUMN_PHOTO, g_strdup (photo ? "✓" : "–"), dim);
  lectern_table_line_take_text (line, COLUMN_COURSEWARE, courseware, opens);
  lectern_table_line_take_text (line, COLUMN_CHECK, check, style);
  lectern_table_line_take_text (line, COLUMN_HERE, describe_here (contest, nominee), dim);
  return line;
}

/* Whether the nominee is of the unit chosen, has in it what is searched for and, where those are wanted,
 * is one of @missed. */
static gboolean
is_shown (LecternNomineesPage  *self,
          const LecternNominee *nominee,
          GPtrArray            *missed)
{
  const char *wanted = gtk_editable_get_text (self->search);
  if (gtk_toggle_button_get_active (self->not_here) && !g_ptr_array_find (missed, nominee, NULL))
    return FALSE;
  if (self->unit && g_strcmp0 (self->unit, nominee->unit) != 0)
    return FALSE;
  if (!*wanted)
    return TRUE;
  g_autofree char *haystack = g_strdup_printf ("%s %s %s", nominee->name, nominee->title ? nominee->title : "",
                                               nominee->employer ? nominee->employer : "");
  g_autofree char *folded = g_utf8_casefold (haystack, -1);
  g_autofree char *needle = g_utf8_casefold (wanted, -1);
  return strstr (folded, needle) != NULL;
}

/* Those expected who have not checked in. */
static GPtrArray *
list_missed (LecternContest *contest)
{
  g_autoptr (GPtrArray) expected = lectern_check_in_list_expected (contest, NULL);
  GPtrArray *missed = g_ptr_array_new ();
  for (guint i = 0; i < expected->len; i++)
    {
      const LecternNominee *nominee = g_ptr_array_index (expected, i);
      if (lectern_check_in_get_time (contest, NULL, nominee->id) == LECTERN_NULL)
        g_ptr_array_add (missed, (gpointer) nominee);
    }
  return missed;
}

static void
show_here (LecternNomineesPage *self)
{
  guint n_here = 0, n_expected = 0;
  lectern_check_in_count (get_contest (self), &n_here, &n_expected);
  /* Translators: how many have checked in, of how many. */
  g_autofree char *text = g_strdup_printf (_ ("%u of %u are here"), n_here, n_expected);
  gtk_label_set_text (self->here, n_expected ? text : "");
}

static void
show_lines (LecternNomineesPage *self)
{
  LecternContest *contest = get_contest (self);
  GPtrArray      *nominees = lectern_contest_get_nominees (contest);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) missed = list_missed (contest);
  for (guint i = 0; i < nominees->len; i++)
    if (is_shown (self, g_ptr_array_index (nominees, i), missed))
      g_ptr_array_add (lines, make_line (contest, g_ptr_array_index (nominees, i)));
  lectern_table_fill (self->lines, lines);
  gtk_stack_set_visible_child_name (self->stack, nominees->len == 0 ? "empty" : "table");
}

static guint
count_of_unit (LecternContest *contest,
               const char     *key)
{
  GPtrArray *nominees = lectern_contest_get_nominees (contest);
  guint      n = 0;
  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = g_ptr_array_index (nominees, i);
      n += !is_withdrawn (nominee) && (!key || g_strcmp0 (nominee->unit, key) == 0);
    }
  return n;
}

static void
show_units (LecternNomineesPage *self)
{
  LecternContest     *contest = get_contest (self);
  GPtrArray          *units = lectern_contest_get_units (contest);
  const LecternRules *rules = lectern_contest_get_rules (contest);
  guint               quota = rules ? rules->quota_per_unit : 0;
  int                 index = 1;
  for (guint i = 0; i < units->len; i++)
    {
      const LecternUnit *unit = g_ptr_array_index (units, i);
      if (unit->active != 1)
        continue;
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->units, index++);
      if (!row)
        gtk_list_box_append (self->units, GTK_WIDGET (row = GTK_LIST_BOX_ROW (lectern_unit_row_new ())));
      lectern_unit_row_show (LECTERN_UNIT_ROW (row), unit->key, unit->name, count_of_unit (contest, unit->key), quota);
    }
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->units, index));)
    gtk_list_box_remove (self->units, GTK_WIDGET (row));
  lectern_unit_row_show (LECTERN_UNIT_ROW (gtk_list_box_get_row_at_index (self->units, 0)), NULL,
                         _ ("All units"), count_of_unit (contest, NULL), quota * (guint) (index - 1));
}

static void
show_summary (LecternNomineesPage *self)
{
  LecternContest *contest = get_contest (self);
  GPtrArray      *nominees = lectern_contest_get_nominees (contest);
  guint           n_not = 0, n = count_of_unit (contest, NULL);
  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternNominee *nominee = g_ptr_array_index (nominees, i);
      g_autoptr (GPtrArray) problems = lectern_contest_check_eligibility (contest, nominee);
      n_not += !is_withdrawn (nominee) && problems->len > 0;
    }
  g_autofree char *text = NULL;
  if (n_not)
    /* Translators: nominees in all, and those with something against them. */
    text = g_strdup_printf (_ ("%u nominees, %u not eligible"), n, n_not);
  else
    text = g_strdup_printf (ngettext ("%u nominee, eligible", "%u nominees, all eligible", n), n);
  gtk_label_set_text (self->summary, n ? text : "");
}

static const LecternNominee *
get_selected (LecternNomineesPage *self)
{
  LecternTableLine *line = gtk_single_selection_get_selected_item (self->selection);
  return line ? lectern_contest_get_nominee (get_contest (self), lectern_table_line_get_key (line)) : NULL;
}

static void
show_buttons (LecternNomineesPage *self)
{
  const LecternNominee *nominee = get_contest (self) ? get_selected (self) : NULL;
  gboolean              here = nominee && lectern_check_in_get_time (get_contest (self), NULL, nominee->id) != LECTERN_NULL;
  gtk_widget_set_sensitive (self->edit, nominee != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_in), nominee && (here || !is_withdrawn (nominee)));
  gtk_button_set_label (self->check_in, here ? _ ("Not Here After All") : _ ("Check In"));
  gtk_widget_set_visible (self->photo, nominee != NULL); /* their room is the summary's as long as nobody is meant */
  gtk_widget_set_visible (self->courseware, nominee != NULL);
  gtk_widget_set_sensitive (self->withdraw, nominee && !is_withdrawn (nominee));
  gtk_widget_set_visible (self->withdraw, !nominee || !is_withdrawn (nominee));
  gtk_widget_set_sensitive (self->replace, nominee && !is_withdrawn (nominee) && lectern_rounds_is_open_for (get_contest (self), nominee->unit));
  gtk_widget_set_visible (self->restore, nominee && is_withdrawn (nominee));
}

static void
lectern_nominees_page_refresh (LecternConsolePart *part,
                               LecternChange      *change)
{
  LecternNomineesPage *self = LECTERN_NOMINEES_PAGE (part);
  show_units (self);
  show_lines (self);
  show_summary (self);
  show_here (self);
  show_buttons (self);
}

static void
on_unit_selected_cb (GtkListBox          *units,
                     GtkListBoxRow       *row,
                     LecternNomineesPage *self)
{
  g_free (self->unit);
  self->unit = row ? g_strdup (lectern_unit_row_get_key (LECTERN_UNIT_ROW (row))) : NULL;
  if (get_contest (self))
    show_lines (self);
}

static void
on_search_changed_cb (LecternNomineesPage *self)
{
  if (get_contest (self))
    show_lines (self);
}

/* One is left: it is the one who stands at the door. */
static void
on_search_activate_cb (LecternNomineesPage *self)
{
  if (!get_contest (self))
    return;
  show_lines (self); /* the entry waits a moment before it says that it changed */
  if (g_list_model_get_n_items (G_LIST_MODEL (self->lines)) != 1)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->check_in));
}

static void
on_check_in_clicked_cb (LecternNomineesPage *self)
{
  const LecternNominee *nominee = get_selected (self);
  if (!nominee)
    return;
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_CHECK_IN);
  action->nominee = nominee->id;
  action->on = lectern_check_in_get_time (get_contest (self), NULL, nominee->id) == LECTERN_NULL;
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

static void
on_print_clicked_cb (LecternNomineesPage *self)
{
  g_autoptr (LecternPaperOrder) order = lectern_paper_order_new (LECTERN_PAPER_ENTRY_LIST);
  lectern_paper_print (GTK_WIDGET (self), get_desk (self), order);
}

static void
on_selection_changed_cb (LecternNomineesPage *self)
{
  show_buttons (self);
}

static void
on_add_clicked_cb (LecternNomineesPage *self)
{
  GtkWindow *dialog = lectern_nominee_dialog_new (GTK_WIDGET (self), get_desk (self), NULL, self->unit);
  gtk_window_present (dialog);
}

static void
on_edit_clicked_cb (LecternNomineesPage *self)
{
  const LecternNominee *nominee = get_selected (self);
  if (nominee)
    gtk_window_present (lectern_nominee_dialog_new (GTK_WIDGET (self), get_desk (self), nominee, NULL));
}

static void
choose_file (LecternNomineesPage *self,
             LecternRole          role)
{
  const LecternNominee *nominee = get_selected (self);
  if (nominee)
    lectern_attach_job_choose (GTK_WIDGET (self), get_desk (self), role, nominee->id);
}

static void
on_photo_clicked_cb (LecternNomineesPage *self)
{
  choose_file (self, LECTERN_ROLE_PHOTO);
}

static void
on_courseware_clicked_cb (LecternNomineesPage *self)
{
  choose_file (self, LECTERN_ROLE_COURSEWARE);
}

/* On a row: that nominee's. Elsewhere: whose they are by their names. */
static gboolean
on_files_dropped_cb (GtkDropTarget       *target,
                     const GValue        *value,
                     double               x,
                     double               y,
                     LecternNomineesPage *self)
{
  LecternTableLine *line = lectern_table_find_at (self->view, x, y);
  GSList           *files = g_value_get_boxed (value);
  return lectern_attach_job_drop (get_desk (self), line ? lectern_table_line_get_key (line) : LECTERN_NULL, files) > 0;
}

static void
take_drops (LecternNomineesPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_files_dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (target));
}

static void
on_row_activated_cb (GtkColumnView       *view,
                     guint                position,
                     LecternNomineesPage *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  on_edit_clicked_cb (self);
}

static void
submit_for_selected (LecternNomineesPage *self,
                     LecternActionKind    kind,
                     const char          *reason)
{
  const LecternNominee *nominee = get_selected (self);
  if (!nominee)
    return;
  LecternAction *action = lectern_desk_new_action (kind);
  action->nominee = nominee->id;
  action->reason = g_strdup (reason);
  lectern_desk_submit (get_desk (self), action, NULL, NULL);
}

static void
on_withdraw_confirmed_cb (LecternReasonDialog *dialog,
                          const char          *response,
                          LecternNomineesPage *self)
{
  submit_for_selected (self, LECTERN_ACTION_WITHDRAW_NOMINEE, lectern_reason_dialog_get_reason (dialog));
}

static void
on_withdraw_clicked_cb (LecternNomineesPage *self)
{
  const LecternNominee *nominee = get_selected (self);
  if (!nominee)
    return;
  /* Translators: the nominee's name. */
  g_autofree char     *heading = g_strdup_printf (_ ("Withdraw %s?"), nominee->name);
  LecternReasonDialog *dialog = lectern_reason_dialog_new (GTK_WIDGET (self), heading,
                                                           _ ("The nomination stays in the register and can be restored; the place of the unit becomes free."),
                                                           _ ("Withdraw"));
  g_signal_connect_object (dialog, "response::confirm", G_CALLBACK (on_withdraw_confirmed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_replace_clicked_cb (LecternNomineesPage *self)
{
  const LecternNominee *nominee = get_selected (self);
  if (nominee)
    gtk_window_present (lectern_nominee_dialog_new_substitute (GTK_WIDGET (self), get_desk (self), nominee));
}

static void
on_restore_clicked_cb (LecternNomineesPage *self)
{
  submit_for_selected (self, LECTERN_ACTION_RESTORE_NOMINEE, NULL);
}

static void
on_import_clicked_cb (LecternNomineesPage *self)
{
  lectern_import_dialog_choose (GTK_WIDGET (self), get_desk (self), LECTERN_IMPORT_NOMINEES);
}

static void
lectern_nominees_page_dispose (GObject *object)
{
  LecternNomineesPage *self = LECTERN_NOMINEES_PAGE (object);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->unit, g_free);
  G_OBJECT_CLASS (lectern_nominees_page_parent_class)->dispose (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_unit_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_check_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_photo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_courseware_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_replace_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked_cb);
}

static void
lectern_nominees_page_class_init (LecternNomineesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_nominees_page_dispose;
  LECTERN_CONSOLE_PART_CLASS (klass)->refresh = lectern_nominees_page_refresh;
  g_type_ensure (LECTERN_TYPE_UNIT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-nominees-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, view);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, units);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, search);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, summary);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, here);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, not_here);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, check_in);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, edit);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, photo);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, courseware);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, withdraw);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, replace);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, restore);
  gtk_widget_class_bind_template_child (widget_class, LecternNomineesPage, stack);
  bind_callbacks (widget_class);
}

static void
lectern_nominees_page_init (LecternNomineesPage *self)
{
  self->lines = g_list_store_new (LECTERN_TYPE_TABLE_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->lines));
  lectern_table_add_column (self->view, COLUMN_NAME, C_ ("nominee", "Name"), 156, LECTERN_TABLE_STRONG);
  lectern_table_add_column (self->view, COLUMN_HERE, C_ ("nominee", "Here"), 76, LECTERN_TABLE_TABULAR);
  lectern_table_add_column (self->view, COLUMN_UNIT, C_ ("nominee", "Unit"), 140, LECTERN_TABLE_PLAIN);
  lectern_table_add_column (self->view, COLUMN_TITLE, C_ ("nominee", "Lecture"), -1, LECTERN_TABLE_EXPAND);
  lectern_table_add_column (self->view, COLUMN_PARTY, C_ ("nominee", "Party"), 172, LECTERN_TABLE_PLAIN);
  lectern_table_add_column (self->view, COLUMN_LECTURES, C_ ("nominee", "Lectures"), 76, LECTERN_TABLE_NUMERIC);
  lectern_table_add_column (self->view, COLUMN_PHOTO, C_ ("nominee", "Photo"), 60, LECTERN_TABLE_PLAIN);
  lectern_table_add_column (self->view, COLUMN_COURSEWARE, C_ ("nominee", "Courseware"), 140, LECTERN_TABLE_PLAIN);
  lectern_table_add_column (self->view, COLUMN_CHECK, C_ ("nominee", "Eligibility"), -1, LECTERN_TABLE_EXPAND);
  lectern_table_align_headings (self->view);
  take_drops (self);
}

GListModel *
lectern_nominees_page_get_lines (LecternNomineesPage *self)
{
  g_return_val_if_fail (LECTERN_IS_NOMINEES_PAGE (self), NULL);
  return G_LIST_MODEL (self->lines);
}

void
lectern_nominees_page_select (LecternNomineesPage *self,
                              gint64               nominee)
{
  g_return_if_fail (LECTERN_IS_NOMINEES_PAGE (self));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    {
      g_autoptr (LecternTableLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);
      if (lectern_table_line_get_key (line) == nominee)
        gtk_single_selection_set_selected (self->selection, i);
    }
}
