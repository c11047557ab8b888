/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Files at the console: dropped on a nominee, chosen for the scenes, shown and taken back by keys, and
 * said when they can't be taken. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "file-maker.h"
#include "lectern-attach-job.h"
#include "lectern-courseware-remote.h"
#include "lectern-files-page.h"
#include "lectern-nominees-page.h"
#include "lectern-scene-files.h"
#include "lectern-scene.h"
#include "lectern-set-up-page.h"

static GFile *
make_file (ConsoleFixture *fixture,
           const char     *name,
           GBytes         *bytes)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_bytes_unref (bytes);
  return g_file_new_for_path (path);
}

static void
remove_file (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_remove (path);
}

static GtkWidget *
open_set_up (ConsoleFixture *fixture,
             const char     *part)
{
  console_fixture_set_up (fixture, TRUE);
  console_fixture_open (fixture, 1366, 900);
  lectern_console_window_show_page (fixture->window, "set-up");
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (lectern_console_window_get_page (fixture->window, "set-up")), part);
  console_fixture_settle (100);
  return lectern_console_window_get_page (fixture->window, "set-up");
}

/* Follows a file until it is in the contest. */
static void
wait_for_file (ConsoleFixture *fixture,
               LecternRole     role,
               gint64          owner)
{
  for (guint i = 0; i < 500 && !lectern_contest_get_attachment (console_fixture_contest (fixture), role, owner); i++)
    console_fixture_settle (10);
  g_assert_nonnull (lectern_contest_get_attachment (console_fixture_contest (fixture), role, owner));
  console_fixture_settle (50);
}

static guint
drop (ConsoleFixture *fixture,
      gint64          nominee,
      GFile          *file)
{
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);
  return lectern_attach_job_drop (lectern_console_window_get_desk (fixture->window), nominee, files);
}

static void
await_refusal (ConsoleFixture *fixture,
               const char     *words)
{
  const char *said = NULL;
  for (guint i = 0; i < 500 && !((said = lectern_console_window_get_refusal (fixture->window)) && strstr (said, words)); i++)
    console_fixture_settle (10);
  if (!said || !strstr (said, words))
    g_error ("“%s” was not said, but “%s”", words, said);
}

static void
test_nominee (void)
{
  ConsoleFixture fixture = { 0 };
  GtkWidget     *page = open_set_up (&fixture, "nominees");
  g_autoptr (GFile) photo = make_file (&fixture, "王韦.png", file_maker_make_picture (30, 40, 0x336699));
  g_autoptr (GFile) slides = make_file (&fixture, "随便.pdf", file_maker_make_pdf (2));
  g_autoptr (GFile) broken = make_file (&fixture, "坏.pdf", g_bytes_new_static ("%PDF-1.4 nothing", 16));
  g_autoptr (GFile) no_picture = make_file (&fixture, "单晓燕.jpg", g_bytes_new_static ("words", 5));

  g_assert_cmpuint (drop (&fixture, LECTERN_NULL, photo), ==, 1); /* whose it is says its name */
  wait_for_file (&fixture, LECTERN_ROLE_PHOTO, 1);
  g_assert_cmpuint (drop (&fixture, LECTERN_NULL, slides), ==, 0); /* nobody's name */
  await_refusal (&fixture, "Whose are these");
  g_assert_cmpuint (drop (&fixture, 2, slides), ==, 1);
  wait_for_file (&fixture, LECTERN_ROLE_COURSEWARE, 2);
  console_fixture_await (page, "✓ 随便.pdf");
  g_assert_cmpuint (drop (&fixture, 1, broken), ==, 1);
  wait_for_file (&fixture, LECTERN_ROLE_COURSEWARE, 1);
  console_fixture_await (page, "坏.pdf does not open");
  g_assert_cmpuint (drop (&fixture, LECTERN_NULL, no_picture), ==, 1);
  await_refusal (&fixture, "was not attached");
  g_assert_null (lectern_contest_get_attachment (console_fixture_contest (&fixture), LECTERN_ROLE_PHOTO, 2));

  lectern_nominees_page_select (LECTERN_NOMINEES_PAGE (console_fixture_find (fixture.window, "LecternNomineesPage", 0)), 1);
  console_fixture_settle (50);
  g_assert_true (gtk_widget_get_sensitive (console_fixture_find_button (page, "Photo…")));
  remove_file (photo);
  remove_file (slides);
  remove_file (broken);
  remove_file (no_picture);
  console_fixture_tear_down (&fixture);
}

static void
attach (ConsoleFixture *fixture,
        LecternRole     role,
        gint64          owner,
        const char     *name,
        const char     *media_type,
        GBytes         *bytes)
{
  g_autofree char *sha256 = file_maker_attach (fixture->engine, role, owner, name, media_type, bytes);
  wait_for_file (fixture, role, owner);
}

static void
test_scenes (void)
{
  ConsoleFixture fixture = { 0 };
  GtkWidget     *page = open_set_up (&fixture, "files");
  attach (&fixture, LECTERN_ROLE_LOGO, 0, "标志.png", "image/png", file_maker_make_picture (60, 30, 0xffcc00));
  console_fixture_await (page, "标志.png");
  attach (&fixture, LECTERN_ROLE_PICTURE, 1, "会场.png", "image/png", file_maker_make_picture (160, 90, 0x004400));
  console_fixture_await (page, "picture 1");
  console_fixture_press (console_fixture_find_button (page, "Show"));
  console_fixture_catch_up (&fixture);
  g_assert_cmpint (lectern_contest_get_on_air (console_fixture_contest (&fixture))->kind, ==, LECTERN_SCENE_PICTURE);

  console_fixture_press (console_fixture_find_button (page, "Take Out")); /* the logo's, which comes first */
  console_fixture_catch_up (&fixture);
  g_assert_null (lectern_contest_get_attachment (console_fixture_contest (&fixture), LECTERN_ROLE_LOGO, 0));

  adw_combo_row_set_selected (ADW_COMBO_ROW (console_fixture_find (console_fixture_find (page, "LecternFilesPage", 0), "AdwComboRow", 0)), 1);
  console_fixture_catch_up (&fixture);
  g_assert_nonnull (lectern_contest_get_record (console_fixture_contest (&fixture))->scene_theme);
  console_fixture_tear_down (&fixture);
}

static void
test_guests (void)
{
  ConsoleFixture fixture = { 0 };
  GtkWidget     *page = open_set_up (&fixture, "files");
  GtkWidget     *files = console_fixture_find (page, "LecternFilesPage", 0);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (console_fixture_find (files, "GtkTextView", 0)));
  gtk_text_buffer_set_text (buffer, "张三，市委常委\n\n李四", -1);
  console_fixture_press (console_fixture_find_button (files, "Save"));
  console_fixture_catch_up (&fixture);
  g_assert_cmpstr (lectern_contest_get_record (console_fixture_contest (&fixture))->guests, ==, "[{\"name\":\"张三\",\"office\":\"市委常委\"},{\"name\":\"李四\",\"office\":\"\"}]");
  console_fixture_tear_down (&fixture);
}

static void
test_guest_words (void)
{
  static const struct
  {
    const char *text;
    const char *json; /* NULL: none */
    const char *again;
  } cases[] = {
    { "", NULL, "" },
    { "  \n ", NULL, "" },
    { "张三", "[{\"name\":\"张三\",\"office\":\"\"}]", "张三" },
    { "A, B, C", "[{\"name\":\"A\",\"office\":\"B, C\"}]", "A，B, C" },
    { "A\tB\nC，D", "[{\"name\":\"A\",\"office\":\"B\"},{\"name\":\"C\",\"office\":\"D\"}]", "A，B\nC，D" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = lectern_files_page_parse_guests (cases[i].text);
      g_autofree char *again = lectern_files_page_format_guests (json);
      g_assert_cmpstr (json, ==, cases[i].json);
      g_assert_cmpstr (again, ==, cases[i].again);
    }
  g_autofree char *nonsense = lectern_files_page_format_guests ("{\"a\":1}");
  g_assert_cmpstr (nonsense, ==, "");
}

static GtkWidget *
find_label (GtkWidget  *parent,
            const char *text)
{
  GtkWidget *label;
  for (guint i = 0; (label = console_fixture_find (parent, "GtkLabel", i)) != NULL; i++)
    if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) == 0)
      return label;
  return NULL;
}

/* The view's own target, as the desktop would have it: a list of files at a place. */
static gboolean
drop_at (GtkWidget  *view,
         const char *label,
         GFile      *file)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);
  GtkWidget      *at = find_label (view, label);
  graphene_rect_t bounds;
  g_assert_nonnull (at);
  g_assert_true (gtk_widget_compute_bounds (at, view, &bounds));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_auto (GValue) files = G_VALUE_INIT;
      gboolean taken = FALSE;
      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_value_init (&files, GDK_TYPE_FILE_LIST);
      g_value_take_boxed (&files, gdk_file_list_new_from_array (&file, 1));
      g_signal_emit_by_name (controller, "drop", &files, (double) (bounds.origin.x + bounds.size.width / 2),
                             (double) (bounds.origin.y + bounds.size.height / 2), &taken);
      return taken;
    }
  g_assert_not_reached ();
}

static void
test_drop (void)
{
  ConsoleFixture fixture = { 0 };
  GtkWidget     *page = open_set_up (&fixture, "nominees");
  GtkWidget     *view = console_fixture_find (page, "GtkColumnView", 0);
  g_autoptr (GFile) photo = make_file (&fixture, "without-a-name.png", file_maker_make_picture (30, 40, 0x336699));
  const LecternNominee *nominee = lectern_contest_get_nominee (console_fixture_contest (&fixture), 2);
  g_assert_true (drop_at (view, nominee->name, photo)); /* the row says whose */
  wait_for_file (&fixture, LECTERN_ROLE_PHOTO, 2);
  g_assert_null (lectern_contest_get_attachment (console_fixture_contest (&fixture), LECTERN_ROLE_PHOTO, 1));
  remove_file (photo);
  console_fixture_tear_down (&fixture);
}

/* --- another program --- */

#define SLIDES "application/vnd.ms-powerpoint"

/* A program that shows slides, as the desktop knows them; what it was started with is in the file @shown. */
static void
install_program (const char *folder)
{
  g_autofree char *applications = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *script = g_build_filename (folder, "show-slides", NULL);
  g_autofree char *entry = g_build_filename (applications, "show-slides.desktop", NULL);
  g_autofree char *types = g_build_filename (applications, "mimeapps.list", NULL);
  g_autofree char *code = g_strdup_printf ("#!/bin/sh\nprintf '%%s' \"$1\" >'%s/shown.part'\nmv '%s/shown.part' '%s/shown'\n", folder, folder, folder);
  g_autofree char *text = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Slides Office\nExec=%s %%f\nMimeType=" SLIDES ";\n", script);
  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  g_assert_true (g_file_set_contents (script, code, -1, NULL));
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
  g_assert_true (g_file_set_contents (entry, text, -1, NULL));
  g_assert_true (g_file_set_contents (types, "[Default Applications]\n" SLIDES "=show-slides.desktop\n", -1, NULL));
}

static void
on_launched_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  char **said = user_data;
  g_autoptr (GError) error = NULL;
  *said = lectern_courseware_launch_finish (result, &error);
  if (error)
    *said = g_strdup (error->message);
}

static char *
launch (ConsoleFixture *fixture,
        gint64          owner)
{
  LecternDesk *desk = lectern_console_window_get_desk (fixture->window);
  char        *said = NULL;
  lectern_courseware_launch_async (lectern_desk_get_follower (desk),
                                   lectern_contest_get_attachment (console_fixture_contest (fixture), LECTERN_ROLE_COURSEWARE, owner),
                                   GTK_WIDGET (fixture->window), on_launched_cb, &said);
  for (guint i = 0; i < 500 && said == NULL; i++)
    console_fixture_settle (10);
  g_assert_nonnull (said);
  return said;
}

static void
test_program (void)
{
  ConsoleFixture fixture = { 0 };
  open_set_up (&fixture, "nominees");
  install_program (fixture.folder);
  attach (&fixture, LECTERN_ROLE_COURSEWARE, 1, "课件.ppt", SLIDES, g_bytes_new_static ("slides", 6));
  attach (&fixture, LECTERN_ROLE_COURSEWARE, 2, "x.zzz", "application/x-nobody-reads-this", g_bytes_new_static ("?", 1));
  g_autofree char *said = launch (&fixture, 1);
  g_assert_nonnull (strstr (said, "Slides Office opens it"));
  g_autofree char *mark = g_build_filename (fixture.folder, "shown", NULL);
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  for (guint i = 0; i < 500 && !g_file_test (mark, G_FILE_TEST_EXISTS); i++)
    console_fixture_settle (10);
  g_assert_true (g_file_get_contents (mark, &path, NULL, NULL));
  g_assert_true (g_str_has_suffix (path, ".ppt")); /* programs go by it */
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "slides");
  g_autofree char *nobody = launch (&fixture, 2);
  g_assert_nonnull (strstr (nobody, "There is no program for it"));
  g_remove (mark);
  g_autofree char *script = g_build_filename (fixture.folder, "show-slides", NULL);
  g_remove (script);
  console_fixture_tear_down (&fixture);
}

/* Key 8 puts the courseware on the projector, Page Down turns it, 4 brings the clock back. */
static void
test_keys (void)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, 1366, 900);
  lectern_console_window_show_page (fixture.window, "evening");
  console_fixture_settle (100);
  LecternContest *contest = console_fixture_contest (&fixture);
  gint64          nominee = lectern_contest_get_entry_by_lot (contest, 1)->nominee;
  attach (&fixture, LECTERN_ROLE_COURSEWARE, nominee, "c.pdf", "application/pdf", file_maker_make_pdf (2));
  LecternAction *call = lectern_desk_new_action (LECTERN_ACTION_CALL);
  call->lot = 1;
  console_fixture_do (&fixture, call);
  console_fixture_press_key (&fixture, GDK_KEY_8);
  console_fixture_catch_up (&fixture);
  g_assert_cmpuint (lectern_courseware_remote_get_page (contest), ==, 1);
  const char *sha256 = lectern_contest_get_content_key (contest, LECTERN_ROLE_COURSEWARE, nominee);
  for (guint i = 0; i < 500 && lectern_scene_files_get_n_pages (lectern_scene_files_get_for (lectern_desk_get_follower (lectern_console_window_get_desk (fixture.window))), sha256) == 0; i++)
    console_fixture_settle (10);
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_Page_Down));
  console_fixture_catch_up (&fixture);
  g_assert_cmpuint (lectern_courseware_remote_get_page (contest), ==, 2);
  g_assert_true (console_fixture_press_key (&fixture, GDK_KEY_Page_Down)); /* the last page: taken, and stays */
  console_fixture_catch_up (&fixture);
  g_assert_cmpuint (lectern_courseware_remote_get_page (contest), ==, 2);
  console_fixture_press_key (&fixture, GDK_KEY_4);
  console_fixture_catch_up (&fixture);
  g_assert_cmpint (lectern_contest_get_on_air (contest)->kind, ==, LECTERN_SCENE_TALK);
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/files/nominee", test_nominee);
  g_test_add_func ("/console/files/scenes", test_scenes);
  g_test_add_func ("/console/files/guests", test_guests);
  g_test_add_func ("/console/files/guest-words", test_guest_words);
  g_test_add_func ("/console/files/keys", test_keys);
  g_test_add_func ("/console/files/drop", test_drop);
  g_test_add_func ("/console/files/program", test_program);
  return g_test_run ();
}
