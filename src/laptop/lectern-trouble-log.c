/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a developer needs after a crash, and nothing of the people of the contest: a line a warning,
 * appended in one write, so that it is whole when the program ends with the next instruction. */

#define G_LOG_DOMAIN "lectern-laptop"

#include "lectern-trouble-log.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "lectern-state-folder.h"

#define BLACK "…"

static gboolean
is_quote (char c)
{
  return c == '"' || c == '\'' || c == '`';
}

static void
append_black (GString *text)
{
  if (!g_str_has_suffix (text->str, BLACK))
    g_string_append (text, BLACK);
}

char *
lectern_trouble_log_blacken (const char *message)
{
  GString *text = g_string_new (NULL);

  for (const char *p = message; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      append_black (text);
    else if (is_quote (*p) && strchr (p + 1, *p) != NULL)
      {
        append_black (text);
        p = strchr (p + 1, *p);
      }
    else
      g_string_append_c (text, *p == '\n' ? ' ' : *p);
  return g_string_free (text, FALSE);
}

static const char *
find_field (const GLogField *fields,
            gsize            n_fields,
            const char      *key)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_strcmp0 (fields[i].key, key) == 0)
      return fields[i].value;
  return NULL;
}

static const char *
name_level (GLogLevelFlags level)
{
  return level & G_LOG_LEVEL_ERROR ? "ERROR" : level & G_LOG_LEVEL_CRITICAL ? "CRITICAL"
                                                                            : "WARNING";
}

static void
append_line (const char *path,
             const char *line)
{
  int file = g_open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

  if (file < 0)
    return; /* there is nobody left to tell */
  if (write (file, line, strlen (line)) < 0)
    {
      close (file);
      return;
    }
  close (file);
}

static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  const char *message = find_field (fields, n_fields, "MESSAGE");
  const char *domain = find_field (fields, n_fields, "GLIB_DOMAIN");
  const char *function = find_field (fields, n_fields, "CODE_FUNC");

  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) && message != NULL)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%z");
      g_autofree char *black = lectern_trouble_log_blacken (message);
      g_autofree char *line = g_strdup_printf ("%s %s %s%s%s: %s\n", time, name_level (level), domain != NULL ? domain : "-", function != NULL ? " " : "", function != NULL ? function : "", black);

      append_line (user_data, line);
    }
  return g_log_writer_default (level, fields, n_fields, NULL);
}

/* The log of before, and one older: no more. */
static void
turn_over (const char *path)
{
  g_autofree char *older = g_strconcat (path, ".1", NULL);
  GStatBuf         status;

  if (g_stat (path, &status) == 0 && status.st_size > LECTERN_TROUBLE_LOG_MOST)
    g_rename (path, older);
}

void
lectern_trouble_log_start (const char *folder)
{
  g_autofree char *own = folder == NULL ? lectern_state_folder_get () : g_strdup (folder);
  char            *path = g_build_filename (own, "lectern.log", NULL);

  g_mkdir_with_parents (own, 0700);
  turn_over (path);
  g_log_set_writer_func (write_log, path, g_free);
}
