/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The window of the help over the pages as they are written: every block of every page can be shown,
 * in both languages, and a link leads to its page. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-help-window.h"

#include "lectern-help-text.h"

static const char *const pages[] = { "before", "day", "after", "trouble", "judge" };

static char *
get_folder (void)
{
  return g_build_filename (g_getenv ("LECTERN_SOURCE_ROOT"), "help", NULL);
}

/* Depth first, the next label after nothing or with that text. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_pictures (GtkWidget *widget)
{
  guint n = GTK_IS_PICTURE (widget) && gtk_picture_get_paintable (GTK_PICTURE (widget)) != NULL ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_pictures (child);
  return n;
}

static void
settle (void)
{
  for (int i = 0; i < 20; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
}

/* A label whose markup is refused shows nothing. */
static void
assert_shown (GtkWidget              *window,
              const LecternHelpBlock *block)
{
  g_autoptr (GRegex) tag = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autofree char *bare = g_regex_replace (tag, block->markup, -1, 0, "", 0, NULL);
  g_autofree char *text = NULL;

  if (block->picture != NULL)
    return;
  g_assert_true (block->kind == LECTERN_HELP_TITLE || pango_parse_markup (bare, -1, 0, NULL, &text, NULL, NULL));
  g_assert_nonnull (find_label (window, text != NULL ? text : block->markup));
}

static void
test_pages (gconstpointer user_data)
{
  const char      *language = user_data;
  g_autofree char *folder = get_folder ();
  GtkWidget       *window = NULL;

  g_setenv ("LANGUAGE", language, TRUE);
  window = lectern_help_window_new (folder);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *file = g_strconcat (pages[i], ".md", NULL);
      g_autofree char *path = g_build_filename (folder, language, file, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) blocks = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      blocks = lectern_help_text_read (text);
      lectern_help_window_show_page (LECTERN_HELP_WINDOW (window), pages[i]);
      settle ();
      g_assert_cmpstr (lectern_help_window_get_page (LECTERN_HELP_WINDOW (window)), ==, pages[i]);
      g_assert_nonnull (find_label (window, lectern_help_text_get_title (blocks)));
      for (guint k = 0; k < blocks->len; k++)
        assert_shown (window, blocks->pdata[k]);
    }
  g_assert_cmpuint (count_pictures (window), ==, 10);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_link (void)
{
  g_autofree char *folder = get_folder ();
  GtkWidget       *window = NULL;
  GtkWidget       *label = NULL;
  gboolean         handled = FALSE;

  g_setenv ("LANGUAGE", "en", TRUE);
  window = lectern_help_window_new (folder);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_cmpstr (lectern_help_window_get_page (LECTERN_HELP_WINDOW (window)), ==, "before");
  label = find_label (window, "What to do then");
  g_assert_nonnull (label);
  g_signal_emit_by_name (label, "activate-link", "trouble", &handled);
  g_assert_true (handled);
  g_assert_cmpstr (lectern_help_window_get_page (LECTERN_HELP_WINDOW (window)), ==, "trouble");
  lectern_help_window_show_page (LECTERN_HELP_WINDOW (window), "no-such-page");
  g_assert_cmpstr (lectern_help_window_get_page (LECTERN_HELP_WINDOW (window)), ==, "trouble");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_choose (void)
{
  static const struct
  {
    const char *shown, *page;
  } rows[] = { { NULL, "before" }, { "set-up", "before" }, { "draw", "before" }, { "evening", "day" }, { "results", "after" }, { "papers", "after" }, { "journal", "trouble" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (lectern_help_window_choose_page (rows[i].shown), ==, rows[i].page);
}

static void
test_missing (void)
{
  GtkWidget *window = lectern_help_window_new ("/nonexistent");

  g_assert_null (lectern_help_window_get_page (LECTERN_HELP_WINDOW (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/help-window/choose", test_choose);
  g_test_add_func ("/help-window/missing", test_missing);
  g_test_add_func ("/help-window/link", test_link);
  g_test_add_data_func ("/help-window/pages/en", "en", test_pages);
  g_test_add_data_func ("/help-window/pages/zh_CN", "zh_CN", test_pages);
  return g_test_run ();
}
