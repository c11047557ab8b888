/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The first window of somebody who has no contest yet, or did not say which. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-start-window.h"

#include "lectern-sandbox.h"
#include "lectern-session.h"
#include "lectern-window-memory.h"

#include <glib/gi18n-lib.h>

struct _LecternStartWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget            *banner;
  GtkLabel             *sentence;
  GtkButton            *go_on;
  char                 *last_file; /* NULL: none, or gone */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (LecternStartWindow, lectern_start_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
get_chosen_path (LecternStartWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
on_open_response_cb (LecternStartWindow *self,
                     int                 response)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_path (self) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, path);
}

static void
create_and_choose (LecternStartWindow *self,
                   const char         *path,
                   gboolean            sample)
{
  g_autoptr (GError) error = NULL;

  if (lectern_session_create (path, "jiaozuo-2018", sample, &error))
    g_signal_emit (self, signals[CHOSEN], 0, path);
  else
    lectern_start_window_tell (self, error->message);
}

static void
on_new_response_cb (LecternStartWindow *self,
                    int                 response)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_path (self) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    create_and_choose (self, path, FALSE);
}

/* In a sandbox the one folder where a contest can be kept. */
static void
go_to_folder (GtkFileChooser *chooser)
{
  g_autofree char *folder = lectern_sandbox_get_folder ();
  g_autoptr (GFile) file = folder != NULL ? g_file_new_for_path (folder) : NULL;

  if (file != NULL)
    gtk_file_chooser_set_current_folder (chooser, file, NULL);
}

static void
choose_file (LecternStartWindow  *self,
             const char          *title,
             GtkFileChooserAction action,
             GCallback            callback)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Contests"));
  gtk_file_filter_add_pattern (filter, "*.lectern");
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  go_to_folder (GTK_FILE_CHOOSER (self->chooser));
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _ ("contest.lectern"));
  g_signal_connect_swapped (self->chooser, "response", callback, self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_go_on_clicked_cb (LecternStartWindow *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, self->last_file);
}

static void
on_open_clicked_cb (LecternStartWindow *self)
{
  choose_file (self, _ ("Open a Contest"), GTK_FILE_CHOOSER_ACTION_OPEN, G_CALLBACK (on_open_response_cb));
}

static void
on_new_clicked_cb (LecternStartWindow *self)
{
  choose_file (self, _ ("New Contest"), GTK_FILE_CHOOSER_ACTION_SAVE, G_CALLBACK (on_new_response_cb));
}

static void
on_sample_clicked_cb (LecternStartWindow *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "lectern", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.lectern", NULL);

  g_mkdir_with_parents (folder, 0700);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_signal_emit (self, signals[CHOSEN], 0, path);
  else
    create_and_choose (self, path, TRUE);
}

static void
lectern_start_window_dispose (GObject *object)
{
  LecternStartWindow *self = LECTERN_START_WINDOW (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->last_file, g_free);
  G_OBJECT_CLASS (lectern_start_window_parent_class)->dispose (object);
}

static void
lectern_start_window_class_init (LecternStartWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lectern_start_window_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", LECTERN_TYPE_START_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lectern/Lectern/ui/lectern-start-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternStartWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, LecternStartWindow, sentence);
  gtk_widget_class_bind_template_child (widget_class, LecternStartWindow, go_on);
  gtk_widget_class_bind_template_callback (widget_class, on_go_on_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_new_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sample_clicked_cb);
}

static void
lectern_start_window_init (LecternStartWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->last_file = lectern_window_memory_get_last_file ();
  if (self->last_file != NULL)
    {
      g_autofree char *name = g_path_get_basename (self->last_file);
      /* Translators: a button; %s is the name of the contest file that was open last. */
      g_autofree char *label = g_strdup_printf (_ ("Go On with %s"), name);

      gtk_button_set_label (self->go_on, label);
      gtk_widget_set_visible (GTK_WIDGET (self->go_on), TRUE);
    }
}

GtkWidget *
lectern_start_window_new (GtkApplication *application)
{
  return g_object_new (LECTERN_TYPE_START_WINDOW, "application", application, NULL);
}

void
lectern_start_window_tell (LecternStartWindow *self,
                           const char         *sentence)
{
  g_return_if_fail (LECTERN_IS_START_WINDOW (self));

  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (self->banner, sentence != NULL && *sentence != '\0');
}
