/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The first window of somebody who has no contest yet, or did not say which. What the recent ones are
 * called is in their files; those are read once the window is there, so that it comes at once. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-start-window.h"

#include "lectern-sandbox.h"
#include "lectern-engine.h"
#include "lectern-session.h"
#include "lectern-templates.h"
#include "lectern-window-memory.h"

#include <glib/gi18n-lib.h>

struct _LecternStartWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget            *banner;
  GtkLabel             *sentence;
  GtkListBox           *templates;
  GtkMenuButton        *new_contest;
  GtkWidget            *recent_side;
  GtkListBox           *recent;
  guint                 read_id;
  char                 *template_name; /* what a new contest begins with: a template, or the path of a rules file */
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
                   const char         *template_name,
                   gboolean            sample)
{
  g_autoptr (GError) error = NULL;

  if (lectern_session_create (path, template_name, sample, &error))
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
    create_and_choose (self, path, self->template_name, FALSE);
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
             const char          *kind,
             const char          *pattern,
             GtkFileChooserAction action,
             GCallback            callback)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_pattern (filter, pattern);
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
on_open_clicked_cb (LecternStartWindow *self)
{
  choose_file (self, _ ("Open a Contest"), _ ("Contests"), "*.lectern", GTK_FILE_CHOOSER_ACTION_OPEN, G_CALLBACK (on_open_response_cb));
}

static void
choose_new_file (LecternStartWindow *self,
                 const char         *template_name)
{
  g_free (self->template_name);
  self->template_name = g_strdup (template_name);
  choose_file (self, _ ("New Contest"), _ ("Contests"), "*.lectern", GTK_FILE_CHOOSER_ACTION_SAVE, G_CALLBACK (on_new_response_cb));
}

static void
on_rules_response_cb (LecternStartWindow *self,
                      int                 response)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_path (self) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    choose_new_file (self, path);
}

/* Without a template's name: rules that somebody has in a file. */
static void
on_template_activated_cb (LecternStartWindow *self,
                          GtkListBoxRow      *row)
{
  const char *template_name = g_object_get_data (G_OBJECT (row), "template");

  gtk_menu_button_popdown (self->new_contest);
  if (template_name != NULL)
    choose_new_file (self, template_name);
  else
    choose_file (self, _ ("Rules of a Contest"), _ ("Rules files"), "*.json", GTK_FILE_CHOOSER_ACTION_OPEN, G_CALLBACK (on_rules_response_cb));
}

static void
on_recent_activated_cb (LecternStartWindow *self,
                        GtkListBoxRow      *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "path"));
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
    create_and_choose (self, path, LECTERN_TEMPLATE_DEFAULT, TRUE);
}

static void
lectern_start_window_dispose (GObject *object)
{
  LecternStartWindow *self = LECTERN_START_WINDOW (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->template_name, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, LecternStartWindow, templates);
  gtk_widget_class_bind_template_child (widget_class, LecternStartWindow, new_contest);
  gtk_widget_class_bind_template_child (widget_class, LecternStartWindow, recent_side);
  gtk_widget_class_bind_template_child (widget_class, LecternStartWindow, recent);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_recent_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sample_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_template_activated_cb);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
list_templates (LecternStartWindow *self)
{
  static const struct
  {
    const char *name;
    const char *title;
    const char *subtitle;
  } words[] = {
    { "jiaozuo-2018", N_ ("Party lecture contest"), N_ ("Units, rubric, times and awards as in Jiaozuo, 2018") },
    { "jiaozuo-2018-rounds", N_ ("Party lecture contest with a semi-final"), N_ ("The same, and 13 go on to the final") },
    { "blank", N_ ("Blank contest"), N_ ("One criterion of 100 points; everything else is yours to set") },
  };
  const char *const *names = lectern_templates_list ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *title = names[i];
      const char *subtitle = "";

      for (guint w = 0; w < G_N_ELEMENTS (words); w++)
        if (g_str_equal (words[w].name, names[i]))
          {
            title = _ (words[w].title);
            subtitle = _ (words[w].subtitle);
          }
      GtkWidget *row = make_row (title, subtitle);

      g_object_set_data (G_OBJECT (row), "template", (gpointer) names[i]);
      gtk_list_box_append (self->templates, row);
    }
  gtk_list_box_append (self->templates, make_row (_ ("From a rules file…"), _ ("As another contest’s rules were written out")));
}

/* What the file says its contest is called, and when it is. A file that can't be read says its name, and why not
 * once it is opened. */
static void
read_row (GtkWidget *row)
{
  const char *path = g_object_get_data (G_OBJECT (row), "path");
  g_autoptr (LecternContest) contest = lectern_engine_read_contest (path, NULL);
  const LecternContestRecord *record = contest != NULL ? lectern_contest_get_record (contest) : NULL;
  g_autofree char            *when = NULL;

  if (record == NULL)
    return;
  if (*record->title != '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), record->title);
  when = g_strdup_printf ("%s · %s", record->date, path);
  if (*record->date != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
}

static gboolean
on_read_cb (gpointer user_data)
{
  LecternStartWindow *self = user_data;

  self->read_id = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->recent)); row != NULL; row = gtk_widget_get_next_sibling (row))
    read_row (row);
  return G_SOURCE_REMOVE;
}

static void
list_recent (LecternStartWindow *self)
{
  g_auto (GStrv) paths = lectern_window_memory_list_recent_files ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (paths[i]);
      GtkWidget       *row = make_row (name, paths[i]);

      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      gtk_widget_set_tooltip_text (row, paths[i]);
      g_object_set_data_full (G_OBJECT (row), "path", g_strdup (paths[i]), g_free);
      gtk_list_box_append (self->recent, row);
    }
  if (paths[0] == NULL)
    return;
  gtk_widget_set_visible (self->recent_side, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 1000, 620);
  self->read_id = g_idle_add_full (G_PRIORITY_LOW, on_read_cb, self, NULL);
}

static void
lectern_start_window_init (LecternStartWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_templates (self);
  list_recent (self);
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
