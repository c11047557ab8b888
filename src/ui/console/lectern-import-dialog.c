/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Taking a table in. It is read and checked whole before anything is sent: all rows or none. What
 * is wrong is listed with the spreadsheet's own row numbers, every bad row and not only the
 * first, so that the table goes back to its unit once. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "lectern-file-choice.h"
#include "lectern-import-row.h"
#include "lectern-wording.h"

struct _LecternImportDialog
{
  AdwWindow      parent_instance;
  LecternDesk   *desk;
  LecternImport *import;
  GtkImage      *icon;
  GtkLabel      *heading;
  GtkLabel      *sentence;
  GtkWidget     *take;
  GtkListBox    *list;
  GtkWidget     *list_group;
};

G_DEFINE_FINAL_TYPE (LecternImportDialog, lectern_import_dialog, ADW_TYPE_WINDOW)

static const LecternActionKind actions[LECTERN_IMPORT_N_KINDS] = {
  [LECTERN_IMPORT_NOMINEES] = LECTERN_ACTION_ADD_NOMINEES,
  [LECTERN_IMPORT_JUDGES] = LECTERN_ACTION_ADD_JUDGES,
  [LECTERN_IMPORT_LOTS] = LECTERN_ACTION_SET_LOTS,
  [LECTERN_IMPORT_TIMES] = LECTERN_ACTION_IMPORT_TIMES,
  [LECTERN_IMPORT_MARKS] = LECTERN_ACTION_IMPORT_SHEETS,
  [LECTERN_IMPORT_ACTIVITY] = LECTERN_ACTION_SET_ANNEX_ROWS,
  [LECTERN_IMPORT_POOL] = LECTERN_ACTION_SET_ANNEX_ROWS,
};

static const char *const titles[LECTERN_IMPORT_N_KINDS] = {
  [LECTERN_IMPORT_NOMINEES] = N_ ("Import Nominees"),
  [LECTERN_IMPORT_JUDGES] = N_ ("Import Judges"),
  [LECTERN_IMPORT_LOTS] = N_ ("Record a Draw by Hand"),
  [LECTERN_IMPORT_TIMES] = N_ ("Import Times"),
  [LECTERN_IMPORT_MARKS] = N_ ("Import Sheets"),
  [LECTERN_IMPORT_ACTIVITY] = N_ ("Import Activity Statistics"),
  [LECTERN_IMPORT_POOL] = N_ ("Import the Pool of Lecturers"),
};

static char *
describe_place (const LecternProblem *problem)
{
  if (problem->row && problem->column)
    /* Translators: row and column of a table. */
    return g_strdup_printf (_ ("Row %u, %s"), problem->row, lectern_wording_for_column (problem->column));
  if (problem->row)
    return g_strdup_printf (_ ("Row %u"), problem->row);
  return g_strdup (problem->column ? lectern_wording_for_column (problem->column) : _ ("The table"));
}

static void
add_problems (LecternImportDialog *self,
              GPtrArray           *problems,
              const char          *icon)
{
  for (guint i = 0; problems && i < problems->len; i++)
    {
      const LecternProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char      *place = describe_place (problem);
      GtkWidget            *row = adw_action_row_new ();
      GtkWidget            *image = gtk_image_new_from_icon_name (icon);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem->message);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (self->list_group, gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static void
show_refused (LecternImportDialog *self,
              const char          *sentence,
              GPtrArray           *problems)
{
  gtk_image_set_from_icon_name (self->icon, "dialog-warning-symbolic");
  gtk_label_set_text (self->heading, _ ("Nothing Was Taken In"));
  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_sensitive (self->take, FALSE);
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->list, 0));)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  add_problems (self, problems, "dialog-error-symbolic");
}

static void
add_lines (LecternImportDialog *self,
           GPtrArray           *lines)
{
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (self->list, lectern_import_row_new (lines->pdata[i]));
  gtk_widget_set_visible (self->list_group, gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static guint
count_kind (GPtrArray            *lines,
            LecternImportLineKind kind)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((LecternImportLine *) lines->pdata[i])->kind == kind;
  return n;
}

/* "2 new, 3 changed, 23 as they are". */
static char *
count_lines (LecternImportDialog *self,
             GPtrArray           *lines)
{
  guint n_new = count_kind (lines, LECTERN_IMPORT_LINE_NEW), n_changed = count_kind (lines, LECTERN_IMPORT_LINE_CHANGED);
  guint n_gone = count_kind (lines, LECTERN_IMPORT_LINE_GONE), n_same = self->import->n_rows - n_new - n_changed;

  if (n_changed + n_gone + n_same == 0 && self->import->kind == LECTERN_IMPORT_NOMINEES)
    return g_strdup_printf (ngettext ("%u New Nominee", "%u New Nominees", n_new), n_new);
  if (n_changed + n_gone + n_same == 0)
    return g_strdup_printf (ngettext ("%u New Row", "%u New Rows", n_new), n_new);
  if (n_gone > 0)
    /* Translators: four numbers of rows in a table. */
    return g_strdup_printf (_ ("%u New, %u Changed, %u Gone, %u as They Are"), n_new, n_changed, n_gone, n_same);
  /* Translators: three numbers of rows in a table. */
  return g_strdup_printf (_ ("%u New, %u Changed, %u as They Are"), n_new, n_changed, n_same);
}

/* Whether this kind of table is shown beside what stands in the contest. */
static gboolean
is_compared (LecternImportKind kind)
{
  return kind == LECTERN_IMPORT_NOMINEES || actions[kind] == LECTERN_ACTION_SET_ANNEX_ROWS;
}

static void
show_ready (LecternImportDialog *self)
{
  g_autoptr (GPtrArray) lines = lectern_import_list_lines (self->import, lectern_desk_get_contest (self->desk));
  guint            n = self->import->n_rows;
  g_autofree char *title = is_compared (self->import->kind) ? count_lines (self, lines) : g_strdup_printf (ngettext ("%u Row Is Ready", "%u Rows Are Ready", n), n);

  gtk_image_set_from_icon_name (self->icon, "object-select-symbolic");
  gtk_label_set_text (self->heading, title);
  if (!lectern_import_dialog_is_ready (self))
    gtk_label_set_text (self->sentence, _ ("Everything in the table is registered as it stands there. There is nothing to take in."));
  else if (self->import->notices->len > 0)
    gtk_label_set_text (self->sentence, _ ("Please look at what was changed while reading."));
  else
    gtk_label_set_text (self->sentence, _ ("The table is read and nothing is wrong with it."));
  add_problems (self, self->import->notices, "dialog-information-symbolic");
  add_lines (self, lines);
}

static gboolean
on_taken_cb (GObject        *owner,
             LecternOutcome *outcome,
             GPtrArray      *problems,
             const GError   *error)
{
  LecternImportDialog *self = LECTERN_IMPORT_DIALOG (owner);
  if (outcome)
    gtk_window_close (GTK_WINDOW (self));
  else
    show_refused (self, error->message, problems);
  return TRUE;
}

static void
lectern_import_dialog_dispose (GObject *object)
{
  LecternImportDialog *self = LECTERN_IMPORT_DIALOG (object);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->import, lectern_import_free);
  G_OBJECT_CLASS (lectern_import_dialog_parent_class)->dispose (object);
}

static void
lectern_import_dialog_class_init (LecternImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_import_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, icon);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, take);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, list_group);
  gtk_widget_class_bind_template_callback (widget_class, lectern_import_dialog_take);
}

static void
lectern_import_dialog_init (LecternImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the file chooser's answer is for. */
typedef struct
{
  GtkWidget        *parent;
  LecternDesk      *desk;
  LecternImportKind kind;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->parent);
  g_object_unref (choice->desk);
  g_free (choice);
}

static void
on_file_chosen_cb (GtkNativeDialog *chooser,
                   int              response,
                   Choice          *choice)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  if (response == GTK_RESPONSE_ACCEPT && path && gtk_widget_get_root (choice->parent))
    gtk_window_present (lectern_import_dialog_new (choice->parent, choice->desk, choice->kind, path));
  choice_free (choice);
  g_object_unref (chooser);
}

void
lectern_import_dialog_choose (GtkWidget        *parent,
                              LecternDesk      *desk,
                              LecternImportKind kind)
{
  Choice               *choice = g_new0 (Choice, 1);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ (titles[kind]),
                                                               GTK_WINDOW (gtk_widget_get_root (parent)),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Tables (CSV, XLSX)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  choice->parent = g_object_ref (parent);
  choice->desk = g_object_ref (desk);
  choice->kind = kind;
  g_signal_connect (chooser, "response", G_CALLBACK (on_file_chosen_cb), choice);
  lectern_file_choice_show (chooser, desk);
}

GtkWindow *
lectern_import_dialog_new (GtkWidget        *parent,
                           LecternDesk      *desk,
                           LecternImportKind kind,
                           const char       *path)
{
  LecternImportDialog *self = g_object_new (LECTERN_TYPE_IMPORT_DIALOG,
                                            "transient-for", gtk_widget_get_root (parent),
                                            NULL);
  g_autofree char     *name = g_path_get_basename (path);
  gtk_window_set_title (GTK_WINDOW (self), name);
  self->desk = g_object_ref (desk);
  self->import = lectern_import_read_file (kind, path, lectern_desk_get_contest (desk), kind == LECTERN_IMPORT_NOMINEES ? LECTERN_IMPORT_UPDATE : LECTERN_IMPORT_PLAIN);
  gtk_widget_set_sensitive (self->take, lectern_import_dialog_is_ready (self));
  if (self->import->error)
    show_refused (self, self->import->error->message, self->import->problems);
  else
    show_ready (self);
  return GTK_WINDOW (self);
}

gboolean
lectern_import_dialog_is_ready (LecternImportDialog *self)
{
  g_return_val_if_fail (LECTERN_IS_IMPORT_DIALOG (self), FALSE);
  return !self->import->error && self->import->records && self->import->records->len > 0;
}

void
lectern_import_dialog_take (LecternImportDialog *self)
{
  g_return_if_fail (LECTERN_IS_IMPORT_DIALOG (self));
  if (!lectern_import_dialog_is_ready (self))
    return;
  LecternAction *action = lectern_desk_new_action (actions[self->import->kind]);
  if (action->kind == LECTERN_ACTION_SET_ANNEX_ROWS)
    action->key = g_strdup (lectern_import_kind_get_name (self->import->kind));
  for (guint i = 0; i < self->import->records->len; i++)
    lectern_action_add_record (action, lectern_record_ref (g_ptr_array_index (self->import->records, i)));
  gtk_widget_set_sensitive (self->take, FALSE);
  lectern_desk_submit (self->desk, action, G_OBJECT (self), on_taken_cb);
}
