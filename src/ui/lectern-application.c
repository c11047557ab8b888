/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The application object: which window a start of the program opens, and the actions that belong
 * to no window. The console is one process a user; a judge's panel is never shared, for each is a
 * seat of its own. Neither holds anything of the contest. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-application.h"

#include "lectern-build.h"
#include "lectern-config.h"
#include "lectern-console-window.h"
#include "lectern-help-window.h"
#include "lectern-judge-window.h"
#include "lectern-session.h"
#include "lectern-start-window.h"

#include <glib/gi18n-lib.h>

#define RESOURCE_PATH "/io/github/lectern/Lectern"
/* Room for twice the text, which libadwaita’s own has not. */
#define ABOUT_WIDTH 440

struct _LecternApplication
{
  AdwApplication parent_instance;

  gboolean judge;
  char    *address;
  char    *seat_path;
  guint16  port; /* of the judges' server; 0: the usual one */

  GtkWidget *help; /* weak: closed with the window that it was opened from */
};

G_DEFINE_FINAL_TYPE (LecternApplication, lectern_application, ADW_TYPE_APPLICATION)

static void
on_about_activate_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  adw_show_about_window (parent,
                         "default-width", ABOUT_WIDTH,
                         "application-name", _ ("Lectern"),
                         "application-icon", LECTERN_APP_ID,
                         "version", LECTERN_VERSION,
                         "debug-info", LECTERN_VERSION " (" LECTERN_BUILD ")",
                         "developer-name", _ ("The Lectern developers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("The day of a judged speaking contest"),
                         NULL);
}

/* The page for what somebody has before his eyes. */
static const char *
choose_help_page (LecternApplication *self,
                  GtkWindow          *window)
{
  if (self->judge)
    return "judge";
  return lectern_help_window_choose_page (LECTERN_IS_CONSOLE_WINDOW (window) ? lectern_console_window_get_shown_page (LECTERN_CONSOLE_WINDOW (window)) : NULL);
}

static void
on_help_activate_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  LecternApplication *self = LECTERN_APPLICATION (user_data);
  GtkWindow          *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->help == NULL)
    {
      g_set_weak_pointer (&self->help, lectern_help_window_new (NULL));
      gtk_window_set_transient_for (GTK_WINDOW (self->help), parent);
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self->help), TRUE);
    }
  lectern_help_window_show_page (LECTERN_HELP_WINDOW (self->help), choose_help_page (self, parent));
  gtk_window_present (GTK_WINDOW (self->help));
}

static gpointer
copy_reference (gconstpointer window,
                gpointer      user_data)
{
  return g_object_ref ((gpointer) window);
}

static void
on_quit_activate_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  /* One window may take others with it, as the console does the projector's. */
  GList *windows = g_list_copy_deep (gtk_application_get_windows (user_data), copy_reference, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free_full (windows, g_object_unref);
}

static void
open_judge_window (LecternApplication *self)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (self->seat_path);
  GtkWidget *window = lectern_judge_window_new (GTK_APPLICATION (self), seat, self->address);

  gtk_application_inhibit (GTK_APPLICATION (self),
                           GTK_WINDOW (window),
                           GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                           _ ("A judge is marking"));
  gtk_window_present (GTK_WINDOW (window));
}

static GtkWindow *open_start_window (LecternApplication *self);

/* The console that has @path open; NULL: none. */
static GtkWindow *
find_console (LecternApplication *self,
              const char         *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (LECTERN_IS_CONSOLE_WINDOW (l->data))
      {
        LecternDesk *desk = lectern_console_window_get_desk (l->data);

        if (desk != NULL && g_strcmp0 (lectern_engine_get_path (lectern_desk_get_engine (desk)), path) == 0)
          return l->data;
      }
  return NULL;
}

/* The session, or the start window with a sentence that says why not. */
static void
open_contest (LecternApplication *self,
              const char         *path)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *start = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWindow *console = find_console (self, path);
  gboolean   opened = console != NULL || lectern_session_open (ADW_APPLICATION (self), path, self->address, self->port, &error);

  if (console != NULL)
    gtk_window_present (console);
  if (opened && LECTERN_IS_START_WINDOW (start))
    gtk_window_destroy (start);
  if (opened)
    return;
  g_printerr ("lectern: %s\n", error->message);
  if (!LECTERN_IS_START_WINDOW (start))
    start = open_start_window (self);
  lectern_start_window_tell (LECTERN_START_WINDOW (start), error->message);
}

static void
on_start_chosen_cb (LecternApplication *self,
                    const char         *path)
{
  open_contest (self, path);
}

static GtkWindow *
open_start_window (LecternApplication *self)
{
  GtkWidget *window = lectern_start_window_new (GTK_APPLICATION (self));

  g_signal_connect_object (window, "chosen", G_CALLBACK (on_start_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}

static void
lectern_application_open (GApplication *application,
                          GFile       **files,
                          int           n_files,
                          const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        open_contest (LECTERN_APPLICATION (application), path);
    }
}

static void
lectern_application_activate (GApplication *application)
{
  LecternApplication *self = LECTERN_APPLICATION (application);
  GtkWindow          *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    gtk_window_present (window);
  else if (self->judge)
    open_judge_window (self);
  else
    open_start_window (self);
}

static void
lectern_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = on_about_activate_cb },
    { .name = "help", .activate = on_help_activate_cb },
    { .name = "quit", .activate = on_quit_activate_cb },
  };
  static const char *const quit_keys[] = { "<Control>q", NULL };
  static const char *const help_keys[] = { "F1", NULL };
  static const char *const shortcuts_keys[] = { "<Control>question", NULL };

  G_APPLICATION_CLASS (lectern_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (LECTERN_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.show-help-overlay", shortcuts_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.help", help_keys);
  g_log_structured (G_LOG_DOMAIN,
                    G_LOG_LEVEL_DEBUG,
                    "LECTERN_VERSION", LECTERN_VERSION,
                    "LECTERN_BUILD", LECTERN_BUILD,
                    "MESSAGE", "%s started", g_application_get_application_id (application));
}

static void
lectern_application_finalize (GObject *object)
{
  LecternApplication *self = LECTERN_APPLICATION (object);

  g_clear_weak_pointer (&self->help);
  g_free (self->address);
  g_free (self->seat_path);
  G_OBJECT_CLASS (lectern_application_parent_class)->finalize (object);
}

static void
lectern_application_class_init (LecternApplicationClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = lectern_application_finalize;
  application_class->activate = lectern_application_activate;
  application_class->open = lectern_application_open;
  application_class->startup = lectern_application_startup;
}

static void
lectern_application_init (LecternApplication *self)
{
}

LecternApplication *
lectern_application_new_console (const char *bind,
                                 guint16     port)
{
  LecternApplication *self = g_object_new (LECTERN_TYPE_APPLICATION,
                                           "application-id", LECTERN_APP_ID,
                                           "flags", G_APPLICATION_HANDLES_OPEN,
                                           "resource-base-path", RESOURCE_PATH,
                                           NULL);

  self->address = g_strdup (bind);
  self->port = port;
  return self;
}

LecternApplication *
lectern_application_new_judge (const char *address,
                               const char *seat_path)
{
  LecternApplication *self = g_object_new (LECTERN_TYPE_APPLICATION,
                                           "application-id", LECTERN_APP_ID ".Judge",
                                           "flags", G_APPLICATION_NON_UNIQUE,
                                           "resource-base-path", RESOURCE_PATH,
                                           NULL);

  self->judge = TRUE;
  self->address = g_strdup (address);
  self->seat_path = g_strdup (seat_path);
  return self;
}
