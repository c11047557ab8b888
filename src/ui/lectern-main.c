/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The program `lectern`. The command line is read before the application object is made, because
 * it decides which of the two applications this is: the console or a judge's panel. Words come
 * from LECTERN_LOCALEDIR of the environment when that is set, so an uninstalled build speaks too. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-application.h"
#include "lectern-build.h"
#include "lectern-config.h"
#include "lectern-server.h"
#include "lectern-trouble-log.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

typedef struct
{
  gboolean judge;
  gboolean version;
  int      port;
  char    *bind;
  char    *seat;
  char   **rest;
} LecternArguments;

static void
init_words (void)
{
  const char *folder = g_getenv ("LECTERN_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LECTERN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Names are Chinese whatever the program speaks, and nobody's own glyphs are Japanese ones. It also spares a second
 * face of the same font. */
static void
prefer_chinese_glyphs (void)
{
  g_autofree char *languages = g_strjoinv (":", (char **) g_get_language_names ());
  g_autofree char *preferred = g_strconcat (languages, ":zh-cn", NULL);

  g_setenv ("PANGO_LANGUAGE", preferred, FALSE);
}

static gboolean
read_arguments (LecternArguments *arguments,
                int              *argc,
                char           ***argv,
                GError          **error)
{
  const GOptionEntry entries[] = {
    { "judge", 'j', 0, G_OPTION_ARG_NONE, &arguments->judge, N_ ("Open a judge’s panel"), NULL },
    { "seat", 0, 0, G_OPTION_ARG_FILENAME, &arguments->seat, N_ ("Remember the judge’s seat in FILE"), N_ ("FILE") },
    { "port", 'p', 0, G_OPTION_ARG_INT, &arguments->port, N_ ("Let judges’ laptops in at PORT"), N_ ("PORT") },
    { "bind", 0, 0, G_OPTION_ARG_STRING, &arguments->bind, N_ ("Let judges’ laptops in at ADDR only"), N_ ("ADDR") },
    { "version", 'v', 0, G_OPTION_ARG_NONE, &arguments->version, N_ ("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments->rest, NULL, N_ ("[FILE | ADDRESS]") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _ ("Without --judge: the console of the main laptop, on the contest FILE.\nWith it: a judge’s panel, for the main laptop at ADDRESS."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (arguments->port < 0 || arguments->port > G_MAXUINT16)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("A port is from 0 to 65535"));
      return FALSE;
    }
  if (arguments->rest != NULL && g_strv_length (arguments->rest) > 1)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Only one file or address can be given"));
      return FALSE;
    }
  return TRUE;
}

static int
run (LecternArguments *arguments,
     char             *program)
{
  char *argument = arguments->rest != NULL ? arguments->rest[0] : NULL;
  char *argv[] = { program, arguments->judge ? NULL : argument, NULL };
  int   argc = argv[1] != NULL ? 2 : 1;
  g_autoptr (LecternApplication) application = NULL;

  if (arguments->judge)
    application = lectern_application_new_judge (argument, arguments->seat);
  else
    application = lectern_application_new_console (arguments->bind, (guint16) arguments->port);
  return g_application_run (G_APPLICATION (application), argc, argv);
}

int
main (int   argc,
      char *argv[])
{
  LecternArguments arguments = { 0 };
  g_autoptr (GError) error = NULL;
  int status = EXIT_SUCCESS;

  lectern_trouble_log_start (NULL);
  lectern_server_prepare_process ();
  init_words ();
  prefer_chinese_glyphs ();
  if (!read_arguments (&arguments, &argc, &argv, &error))
    {
      g_printerr ("lectern: %s\n", error->message);
      status = 2;
    }
  else if (arguments.version)
    g_print ("lectern %s (%s)\n", LECTERN_VERSION, LECTERN_BUILD);
  else
    status = run (&arguments, argv[0]);
  g_free (arguments.bind);
  g_free (arguments.seat);
  g_strfreev (arguments.rest);
  return status;
}
