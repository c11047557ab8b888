/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A heat comes in from another hall on a stick. Its figures prove themselves; that it is the right
 * laptop's, only people can say: the key stands here in four groups to be compared aloud, and before
 * somebody says that they are the same, nothing is taken. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-heat-dialog.h"

#include <glib/gi18n-lib.h>

#include "lectern-bundle-job.h"
#include "lectern-file-choice.h"
#include "lectern-signature.h"

struct _LecternHeatDialog
{
  AdwWindow       parent_instance;
  LecternDesk    *desk;
  LecternBundle  *bundle;
  LecternContest *contest; /* the bundle's */
  GPtrArray      *rounds;  /* keys of its finalised rounds */
  char           *wanted;  /* key of the round that is looked for */
  GCancellable   *cancellable;
  GtkStack       *stack;
  GtkRevealer    *refusal;
  GtkLabel       *refusal_text;
  AdwActionRow   *title;
  AdwComboRow    *round;
  AdwActionRow   *entries;
  AdwActionRow   *closing;
  GtkLabel       *key;
  GtkLabel       *fingerprint;
  GtkCheckButton *same;
  GtkWidget      *take;
};

G_DEFINE_FINAL_TYPE (LecternHeatDialog, lectern_heat_dialog, ADW_TYPE_WINDOW)

static void
refuse (LecternHeatDialog *self,
        const char        *sentence)
{
  gtk_label_set_text (self->refusal_text, sentence ? sentence : "");
  gtk_revealer_set_reveal_child (self->refusal, sentence != NULL);
}

static const LecternRound *
get_round (LecternHeatDialog *self)
{
  guint position = adw_combo_row_get_selected (self->round);
  return self->contest && position < self->rounds->len ? lectern_contest_get_round (self->contest, g_ptr_array_index (self->rounds, position)) : NULL;
}

static guint
count_sheets (LecternHeatDialog  *self,
              const LecternRound *round)
{
  guint n = 0;
  for (guint i = 0; i < self->bundle->records->len; i++)
    {
      const LecternSheet *sheet = g_ptr_array_index (self->bundle->records, i);
      n += sheet->record.table == &lectern_table_sheet && g_strcmp0 (sheet->round, round->key) == 0;
    }
  return n;
}

static void
show_round (LecternHeatDialog  *self,
            const LecternRound *round)
{
  g_autoptr (GPtrArray) entries = lectern_contest_list_entries (self->contest, round->key);
  guint            n_sheets = count_sheets (self, round);
  g_autofree char *n_entries = g_strdup_printf (ngettext ("%u entry", "%u entries", entries->len), entries->len);
  g_autofree char *sheets = g_strdup_printf (ngettext ("%u sheet", "%u sheets", n_sheets), n_sheets);
  g_autofree char *both = g_strdup_printf ("%s · %s", n_entries, sheets);
  /* Translators: how often a round was closed, and by whom. */
  g_autofree char *closing = g_strdup_printf (_ ("Revision %d, closed by %s"), (int) round->revision, round->closed_by ? round->closed_by : _ ("nobody on record"));
  adw_action_row_set_subtitle (self->entries, both);
  adw_action_row_set_subtitle (self->closing, closing);
}

static void
update (LecternHeatDialog *self)
{
  const LecternRound *round = get_round (self);
  if (round)
    show_round (self, round);
  gtk_widget_set_sensitive (self->take, round && gtk_check_button_get_active (self->same));
}

static void
on_round_selected_cb (LecternHeatDialog *self)
{
  refuse (self, NULL);
  update (self);
}

static void
on_same_toggled_cb (LecternHeatDialog *self)
{
  update (self);
}

static void
fill_rounds (LecternHeatDialog *self)
{
  GPtrArray *rounds = lectern_contest_get_rounds (self->contest);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;
  for (guint i = 0; i < rounds->len; i++)
    {
      const LecternRound *round = g_ptr_array_index (rounds, i);
      if (round->state != LECTERN_ROUND_FINALISED)
        continue;
      if (g_strcmp0 (round->key, self->wanted) == 0)
        chosen = self->rounds->len;
      gtk_string_list_append (names, round->name);
      g_ptr_array_add (self->rounds, g_strdup (round->key));
    }
  adw_combo_row_set_model (self->round, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->round, chosen);
}

static void
show_bundle (LecternHeatDialog *self)
{
  const LecternContestRecord *record = lectern_contest_get_record (self->contest);
  g_autofree char            *fingerprint = lectern_bundle_get_fingerprint (self->bundle);
  g_autofree char            *groups = lectern_signature_shorten (fingerprint);
  /* Translators: the title of a contest that is a rehearsal. */
  g_autofree char *title = g_strdup_printf (record->rehearsal == 1 ? _ ("%s, a rehearsal") : "%s", record->title);
  adw_action_row_set_subtitle (self->title, title);
  gtk_label_set_text (self->key, groups);
  gtk_label_set_text (self->fingerprint, fingerprint);
  fill_rounds (self);
  gtk_stack_set_visible_child_name (self->stack, "bundle");
  if (self->rounds->len == 0)
    refuse (self, _ ("No round of this contest is closed in the file. Close it on the laptop it was run on, then save the signed results there again."));
  update (self);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  LecternBundle *bundle = lectern_bundle_job_read_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the dialog is gone */
    return;
  LecternHeatDialog *self = LECTERN_HEAT_DIALOG (user_data);
  if (!bundle)
    {
      gtk_stack_set_visible_child_name (self->stack, "refused");
      refuse (self, error->message);
      return;
    }
  self->bundle = bundle;
  self->contest = lectern_bundle_make_contest (bundle);
  show_bundle (self);
}

static gboolean
on_taken_cb (GObject        *owner,
             LecternOutcome *outcome,
             GPtrArray      *problems,
             const GError   *error)
{
  LecternHeatDialog *self = LECTERN_HEAT_DIALOG (owner);
  if (!outcome)
    {
      refuse (self, error->message);
      update (self);
      return TRUE;
    }
  /* Translators: the name of a round. */
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” is taken in."), get_round (self)->name);
  lectern_desk_tell (self->desk, sentence);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
on_take_clicked_cb (LecternHeatDialog *self)
{
  const LecternRound *round = get_round (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = round ? lectern_bundle_list_round (self->bundle, round->key, &error) : NULL;
  if (!rows)
    {
      refuse (self, error ? error->message : NULL);
      return;
    }
  LecternAction *action = lectern_desk_new_action (LECTERN_ACTION_TAKE_ROUND);
  action->key = g_strdup (round->key);
  action->text = lectern_bundle_get_fingerprint (self->bundle);
  for (guint i = 0; i < rows->len; i++)
    lectern_action_add_record (action, lectern_record_ref (g_ptr_array_index (rows, i)));
  refuse (self, NULL);
  gtk_widget_set_sensitive (self->take, FALSE);
  lectern_desk_submit (self->desk, action, G_OBJECT (self), on_taken_cb);
}

static void
lectern_heat_dialog_dispose (GObject *object)
{
  LecternHeatDialog *self = LECTERN_HEAT_DIALOG (object);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->contest);
  g_clear_pointer (&self->bundle, lectern_bundle_free);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (lectern_heat_dialog_parent_class)->dispose (object);
}

static void
lectern_heat_dialog_class_init (LecternHeatDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_heat_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-heat-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternHeatDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LecternHeatDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, LecternHeatDialog, refusal_text);
  gtk_widget_class_bind_template_child (widget_class, LecternHeatDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LecternHeatDialog, round);
  gtk_widget_class_bind_template_child (widget_class, LecternHeatDialog, entries);
  gtk_widget_class_bind_template_child (widget_class, LecternHeatDialog, closing);
  gtk_widget_class_bind_template_child (widget_class, LecternHeatDialog, key);
  gtk_widget_class_bind_template_child (widget_class, LecternHeatDialog, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, LecternHeatDialog, same);
  gtk_widget_class_bind_template_child (widget_class, LecternHeatDialog, take);
  gtk_widget_class_bind_template_callback (widget_class, on_round_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_same_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_clicked_cb);
}

static void
lectern_heat_dialog_init (LecternHeatDialog *self)
{
  self->rounds = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the file chooser's answer is for. */
typedef struct
{
  GtkWidget   *parent;
  LecternDesk *desk;
  char        *round;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->parent);
  g_object_unref (choice->desk);
  g_free (choice->round);
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
    gtk_window_present (lectern_heat_dialog_new (choice->parent, choice->desk, path, choice->round));
  choice_free (choice);
  g_object_unref (chooser);
}

void
lectern_heat_dialog_choose (GtkWidget   *parent,
                            LecternDesk *desk,
                            const char  *round)
{
  Choice               *choice = g_new0 (Choice, 1);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Signed Results from Another Laptop"), GTK_WINDOW (gtk_widget_get_root (parent)),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("Signed results (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  choice->parent = g_object_ref (parent);
  choice->desk = g_object_ref (desk);
  choice->round = g_strdup (round);
  g_signal_connect (chooser, "response", G_CALLBACK (on_file_chosen_cb), choice);
  lectern_file_choice_show (chooser, desk);
}

GtkWindow *
lectern_heat_dialog_new (GtkWidget   *parent,
                         LecternDesk *desk,
                         const char  *path,
                         const char  *round)
{
  LecternHeatDialog *self = g_object_new (LECTERN_TYPE_HEAT_DIALOG,
                                          "transient-for", gtk_widget_get_root (parent),
                                          NULL);
  g_autofree char   *name = g_path_get_basename (path);
  gtk_window_set_title (GTK_WINDOW (self), name);
  self->desk = g_object_ref (desk);
  self->wanted = g_strdup (round);
  lectern_bundle_job_read_async (path, self->cancellable, on_read_cb, self);
  return GTK_WINDOW (self);
}

const char *
lectern_heat_dialog_get_refusal (LecternHeatDialog *self)
{
  g_return_val_if_fail (LECTERN_IS_HEAT_DIALOG (self), NULL);
  return gtk_revealer_get_reveal_child (self->refusal) ? gtk_label_get_text (self->refusal_text) : NULL;
}
