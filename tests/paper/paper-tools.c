/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the tests of papers share: second opinions from poppler and qpdf, and a ruler. */

#include "paper-tools.h"

#include <glib/gstdio.h>
#include <string.h>

char *
paper_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("lectern-paper-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
paper_folder_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

gboolean
paper_need_tool (const char *tool)
{
  g_autofree char *path = g_find_program_in_path (tool);
  g_autofree char *reason = g_strdup_printf ("%s is not installed", tool);

  if (path == NULL)
    g_test_skip (reason);

  return path != NULL;
}

char *
paper_run (const char *tool,
           ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  char            *output = NULL;
  int              status;
  va_list          args;

  g_ptr_array_add (argv, (gpointer) tool);
  va_start (args, tool);
  for (char *argument = va_arg (args, char *); argument != NULL; argument = va_arg (args, char *))
    g_ptr_array_add (argv, argument);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaint, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");

  return output;
}

void
paper_measure_text (LecternDocument       *document,
                    const LecternPageItem *item,
                    double                 box[4])
{
  double em = item->text.size * LECTERN_MM_PER_POINT;

  box[0] = item->x;
  box[1] = item->y - 0.88 * em;
  box[2] = item->x + lectern_paper_fonts_measure (lectern_document_get_fonts (document), item->text.role, item->text.size, item->text.spacing, item->text.string);
  box[3] = item->y + 0.12 * em;
}

static const LecternPageItem *
find_on_page (const LecternPage *page,
              const char        *text)
{
  guint                  n;
  const LecternPageItem *items = page != NULL ? lectern_page_get_items (page, &n) : NULL;

  for (guint i = 0; items != NULL && i < n; i++)
    if (items[i].kind == LECTERN_ITEM_TEXT && strstr (items[i].text.string, text) != NULL)
      return &items[i];

  return NULL;
}

const LecternPageItem *
paper_find_text (LecternDocument *document,
                 guint            index,
                 const char      *text)
{
  const LecternPage     *page = lectern_document_get_page (document, index);
  const LecternPageItem *item = find_on_page (page, text);

  return item != NULL ? item : find_on_page (lectern_page_get_form (page), text);
}

char *
paper_squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (squeezed, g_utf8_get_char (p));

  return g_string_free (squeezed, FALSE);
}
