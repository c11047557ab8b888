/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the judge's panel: each page and state that a judge meets, at the size of a small and
 * of a large screen, into the folder given. They are for looking at, by people. */

#define G_LOG_DOMAIN "lectern-test"

#include "fake-judge-client.h"
#include "lectern-config.h"
#include "lectern-judge-window.h"
#include "window-looks.h"
#include "window-walk.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#define SETTLE_MS 500

typedef struct
{
  const char *folder;
  char       *state_folder;
  int         width;
  int         height;
} Camera;

static gboolean
on_time_up_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

static void
settle (guint ms)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (ms, on_time_up_cb, loop);
  g_main_loop_run (loop);
}

static void
take_look (const Camera *camera,
           GtkWidget    *window,
           const char   *name,
           const char   *look)
{
  g_autofree char *file = g_strdup_printf ("judge-%s%s-%dx%d.png", name, look, camera->width, camera->height);
  g_autofree char *path = g_build_filename (camera->folder, file, NULL);
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  settle (SETTLE_MS);
  paintable = gtk_widget_paintable_new (window);
  gdk_paintable_snapshot (paintable,
                          snapshot,
                          gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
  g_print ("%s\n", path);
}

static void
take_picture (const Camera *camera,
              GtkWidget    *window,
              const char   *name)
{
  if (window_walk_is_wanted ())
    {
      settle (SETTLE_MS);
      window_walk_look (window, name);
      return;
    }
  for (guint i = 0; i < window_looks_get_n (); i++)
    take_look (camera, window, name, window_looks_put_on (i));
  window_looks_put_on (0);
}

static GtkWidget *
open_window (const Camera *camera,
             gboolean      seated)
{
  g_autofree char *path = g_build_filename (camera->state_folder, "seat.ini", NULL);
  g_autofree char *drafts = g_strconcat (path, ".drafts", NULL);
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (path);
  GtkWidget *window;

  g_unlink (path);
  g_unlink (drafts);
  if (seated && !lectern_seat_store_save (seat, "192.168.10.2:8443", "sha256:3f9a1c0277de5b8841c6d2e0ab90f137", "t", NULL))
    g_error ("%s cannot be written", path);
  window = lectern_judge_window_new (GTK_APPLICATION (g_application_get_default ()), seat, seated ? NULL : "192.168.10.2:8443");
  gtk_window_set_default_size (GTK_WINDOW (window), camera->width, camera->height);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* A drawn face, for whoever is on stage. */
static void
have_photo (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (FACE_PATH, FALSE, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    g_error ("%s", error->message);
  bytes = g_mapped_file_get_bytes (file);
  fake_judge_client_set_photo (bytes);
}

static LecternJudgeState *
make_evening (void)
{
  static const struct
  {
    gint64      lot;
    const char *name;
    int         marks[5];
  } earlier[] = {
    { 1, "韩文渊", { 381, 239, 143, 95, 93 } },
    { 2, "张䶮", { 366, 231, 139, 92, 89 } },
    { 3, "胡兰", { 358, 226, 131, 90, 89 } },
    { 4, "司马文轩", { 362, 225, 134, 91, 90 } },
    { 5, "阿卜杜拉·买买提", { 370, 234, 138, 95, 92 } },
    { 10, "何玉洁", { 372, 232, 140, 94, 91 } },
    { 11, "曾庆华", { 368, 230, 138, 92, 90 } },
  };
  LecternJudgeState *state = fake_judge_state_new ();

  for (guint i = 0; i < G_N_ELEMENTS (earlier); i++)
    fake_judge_state_add_sheet (state, earlier[i].lot, earlier[i].name, i == 4 ? "draft" : "locked", 2, earlier[i].marks);
  fake_judge_state_call (state, 12, "刘𬱖", "马村区", "法槌声声为人民");
  state->photo = g_strdup ("face");
  return state;
}

static void
set_clock (LecternJudgeState *state,
           const char        *phase,
           gint64             elapsed_ms)
{
  g_free (state->clock_phase);
  state->clock_phase = g_strdup (phase);
  state->clock_elapsed_ms = elapsed_ms;
}

static GtkWidget *
find_widget (GtkWidget  *parent,
             const char *type,
             guint      *nth)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (parent), type) && (*nth)-- == 0)
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type_mark (GtkWidget  *window,
           guint       row,
           const char *text)
{
  GtkWidget *entry = find_widget (find_widget (window, "LecternMarkingPage", &(guint){ 0 }), "GtkEntry", &row);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}

static void
acknowledge_all (gint64 version)
{
  g_autoptr (GArray) sent = NULL;

  settle (SETTLE_MS);
  sent = fake_judge_client_take_sent ();
  for (guint i = 0; i < sent->len; i++)
    fake_judge_client_acknowledge (fake_judge_client_get_latest (), &g_array_index (sent, FakeSheet, i), version);
}

static void
shoot_pairing (const Camera *camera)
{
  GtkWidget *window = open_window (camera, FALSE);

  take_picture (camera, window, "pairing");
  fake_finder_find ("192.168.10.2:8443", "焦作市2018年度微型党课十佳宣讲员评选", "sha256:3f9a1c0277de5b8841c6d2e0ab90f137");
  fake_finder_find ("192.168.10.9:8443", "彩排", "sha256:9f1a1c0277de5b8841c6d2e0ab90f137");
  take_picture (camera, window, "pairing-found");
  fake_judge_client_prepare_pairing (NULL, _ ("The code is wrong. Ask at the main laptop for a new one."));
  g_signal_emit_by_name (find_widget (window, "LecternPairingPage", &(guint){ 0 }), "pair", "192.168.10.2:8443", "482913", "judge-5", NULL);
  take_picture (camera, window, "pairing-refused");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_breaks (const Camera *camera)
{
  GtkWidget          *window = open_window (camera, TRUE);
  LecternJudgeState  *state;
  LecternJudgeClient *client = fake_judge_client_get_latest ();

  fake_judge_client_set_connected (client, FALSE, _ ("The main laptop cannot be reached"));
  take_picture (camera, window, "connecting");
  state = make_evening ();
  fake_judge_state_call (state, 0, "", "", "");
  fake_judge_client_tell (client, state);
  take_picture (camera, window, "waiting");
  state = make_evening ();
  set_clock (state, "running", 328000);
  state->rehearsal = TRUE;
  fake_judge_client_tell (client, state);
  type_mark (window, 0, "37.2");
  fake_judge_client_set_connected (client, FALSE, _ ("The main laptop cannot be reached"));
  take_picture (camera, window, "rehearsal-reconnecting");
  fake_judge_client_say_bye (client, "replaced");
  take_picture (camera, window, "replaced");
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_dialog (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (other)))
        return GTK_WIDGET (other);
    }
  return NULL;
}

/* Opened again without the main laptop, and then beside one with another certificate. */
static void
shoot_last_known (const Camera *camera)
{
  GtkWidget          *window = open_window (camera, TRUE);
  LecternJudgeState  *state = make_evening ();
  LecternJudgeClient *client = fake_judge_client_get_latest ();

  fake_judge_client_show_other (client, "sha256:1a2b3c4d5e6f70819293a4b5c6d7e8f900112233445566778899aabbccddeeff");
  take_picture (camera, window, "other-certificate");
  set_clock (state, "paused", 328000);
  fake_judge_client_remember (client, state);
  type_mark (window, 0, "37.2");
  take_picture (camera, window, "last-known");
  gtk_widget_activate_action (window, "win.compare-certificate", NULL);
  settle (SETTLE_MS);
  take_picture (camera, find_dialog (window), "compare");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_marking (const Camera *camera)
{
  GtkWidget          *window = open_window (camera, TRUE);
  LecternJudgeState  *state = make_evening ();
  LecternJudgeClient *client = fake_judge_client_get_latest ();

  set_clock (state, "running", 373000);
  fake_judge_client_tell (client, state);
  take_picture (camera, window, "overtime");
  state = make_evening ();
  set_clock (state, "stopped", 352000);
  state->gate_open = TRUE;
  state->gate_lot = 12;
  fake_judge_client_tell (client, state);
  type_mark (window, 0, "37.2");
  type_mark (window, 1, "22.8");
  type_mark (window, 2, "13.2");
  acknowledge_all (1);
  take_picture (camera, window, "marking");
  type_mark (window, 3, "95");
  take_picture (camera, window, "refused");
  type_mark (window, 3, "9.3");
  type_mark (window, 4, "9.1");
  acknowledge_all (2);
  gtk_widget_activate_action (find_widget (window, "LecternMarkingPage", &(guint){ 0 }), "sheet.ask", NULL);
  take_picture (camera, window, "confirm");
  g_signal_emit_by_name (find_widget (window, "LecternConfirmSheet", &(guint){ 0 }), "confirmed");
  acknowledge_all (3);
  take_picture (camera, window, "received");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The head judge, with the switches of the panel. */
static void
shoot_looks (const Camera *camera)
{
  GtkWidget          *window = open_window (camera, TRUE);
  LecternJudgeClient *client = fake_judge_client_get_latest ();
  static const char  *names[] = { "head", "large", "large-strong", "strong" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      LecternJudgeState *state = make_evening ();

      set_clock (state, "stopped", 352000);
      state->gate_open = TRUE;
      state->gate_lot = 12;
      fake_judge_state_add_flag (state, 11, 3, i % 2 == 0 ? "content" : NULL, FALSE);
      fake_judge_client_tell (client, state);
      if (i == 0)
        {
          type_mark (window, 0, "37.2");
          type_mark (window, 1, "22.8");
          type_mark (window, 2, "13.2");
        }
      if (i == 1 || i == 3)
        gtk_widget_activate_action (window, "win.large-text", NULL);
      if (i == 2)
        gtk_widget_activate_action (window, "win.high-contrast", NULL);
      take_picture (camera, window, names[i]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What a ruling makes of a sheet, an earlier one looked at, and the practice. */
static void
shoot_rulings (const Camera *camera)
{
  GtkWidget          *window = open_window (camera, TRUE);
  LecternJudgeClient *client = fake_judge_client_get_latest ();
  LecternJudgeVoid    voided = { 12, 1 };
  LecternJudgeState  *state = make_evening ();
  LecternJudgeSheet  *sheet;

  g_array_append_val (state->voided, voided);
  fake_judge_client_tell (client, state);
  take_picture (camera, window, "void");
  type_mark (window, 0, "37.2");
  settle (2200);
  state = make_evening ();
  set_clock (state, "stopped", 352000);
  state->entry_state = g_strdup ("done");
  fake_judge_client_tell (client, state);
  take_picture (camera, window, "missed");
  state = make_evening ();
  fake_judge_state_add_sheet (state, 12, "刘𬱖", "submitted", 2, (const int[]){ 372, 228, 132, 93, 91 });
  sheet = g_ptr_array_index (state->sheets, state->sheets->len - 1);
  sheet->reopened = g_strdup ("抄错一项");
  state->gate_open = TRUE;
  state->gate_lot = 12;
  fake_judge_client_tell (client, state);
  take_picture (camera, window, "reopened");
  g_signal_emit_by_name (find_widget (find_widget (window, "LecternSheetList", &(guint){ 0 }), "GtkToggleButton", &(guint){ 0 }), "clicked");
  g_signal_emit_by_name (find_widget (find_widget (window, "LecternSheetList", &(guint){ 0 }), "GtkListBox", &(guint){ 0 }), "row-activated",
                         find_widget (find_widget (window, "LecternSheetList", &(guint){ 0 }), "GtkListBoxRow", &(guint){ 2 }));
  take_picture (camera, window, "earlier");
  state = make_evening ();
  fake_judge_state_call (state, 0, "", "", "");
  fake_judge_client_tell (client, state);
  gtk_widget_activate_action (window, "win.practise", NULL);
  take_picture (camera, window, "practice");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  static const int sizes[][2] = { { 1366, 768 }, { 1920, 1080 }, { 1024, 600 } };
  Camera           camera = { .folder = argc > 1 ? argv[1] : "." };
  const char      *words = g_getenv ("LECTERN_LOCALEDIR");
  g_autoptr (AdwApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, words != NULL ? words : LECTERN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  camera.state_folder = g_dir_make_tmp ("lectern-shots-XXXXXX", NULL);
  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id", "io.github.lectern.Lectern.Shots",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/io/github/lectern/Lectern",
                              NULL);
  g_application_set_default (G_APPLICATION (application));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return EXIT_FAILURE;
  have_photo ();
  for (guint i = 0; i < (window_walk_is_wanted () || window_looks_is_plain () ? 1 : G_N_ELEMENTS (sizes)); i++)
    {
      camera.width = sizes[i][0];
      camera.height = sizes[i][1];
      shoot_pairing (&camera);
      shoot_breaks (&camera);
      shoot_last_known (&camera);
      shoot_marking (&camera);
      shoot_looks (&camera);
      shoot_rulings (&camera);
    }
  g_free (camera.state_folder);
  return EXIT_SUCCESS;
}
