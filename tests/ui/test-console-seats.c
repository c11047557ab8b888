/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The console beside real judges' clients over real TLS: a code across the window and through a camera, who is
 * there and since when, a laptop shut out, a seat taken over, a certificate renewed. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern-judge-client.h"
#include "lectern-network-choice.h"
#include "lectern-pairing-link.h"
#include "lectern-qr-view.h"
#include "lectern-seat-words.h"
#include "lectern-set-up-page.h"

static GtkWidget *
open_page (ConsoleFixture *fixture,
           const char     *name,
           const char     *type)
{
  console_fixture_set_up (fixture, TRUE);
  console_fixture_serve (fixture);
  console_fixture_open (fixture, 1366, 768);
  lectern_console_window_show_page (fixture->window, "set-up");
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (lectern_console_window_get_page (fixture->window, "set-up")), name);
  console_fixture_settle (100);
  return console_fixture_find (fixture->window, type, 0);
}

static GtkWindow *
find_window (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* What a step waits for. */
typedef struct
{
  gpointer    where;
  const char *words;
} Wanted;

static gboolean
is_said (gpointer data)
{
  const Wanted *wanted = data;
  return console_fixture_says (wanted->where, wanted->words);
}

static void
wait_for_words (gpointer    where,
                const char *words)
{
  Wanted wanted = { where, words };
  console_fixture_wait (is_said, &wanted);
}

static void
on_paired_cb (GObject      *client,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (lectern_judge_client_pair_finish (LECTERN_JUDGE_CLIENT (client), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
is_connected (gpointer client)
{
  return lectern_judge_client_get_connected (client);
}

/* A laptop as a judge's: it knows nothing but the link. */
static LecternJudgeClient *
sit_down (const char *link_text,
          const char *device)
{
  g_autoptr (LecternPairingLink) link = lectern_pairing_link_parse (link_text);
  LecternJudgeClient *client = lectern_judge_client_new (link->address, link->fingerprint);
  gboolean            paired = FALSE;
  lectern_judge_client_pair_async (client, link->code, device, NULL, on_paired_cb, &paired);
  console_fixture_wait (is_true, &paired);
  lectern_judge_client_start (client);
  console_fixture_wait (is_connected, client);
  return client;
}

static void
stand_up (LecternJudgeClient *client)
{
  lectern_judge_client_stop (client);
  g_object_unref (client);
}

/* The link of judge @judge as it may be pasted, with a fresh code; at a loopback address, for nothing else is sure
 * to be here. */
static char *
make_link (ConsoleFixture *fixture,
           gint64          judge)
{
  LecternAction   *action = lectern_action_new (LECTERN_ACTION_MAKE_CODE, "test");
  g_autofree char *address = g_strdup_printf ("https://127.0.0.1:%u", lectern_server_get_port (fixture->server));
  action->judge = judge;
  console_fixture_do (fixture, action);
  return lectern_pairing_link_write (address, lectern_seat_words_find_code (console_fixture_contest (fixture), judge),
                                     lectern_server_get_fingerprint (fixture->server));
}

static GtkWidget *
expand_row (GtkWidget *page,
            guint      nth)
{
  GtkWidget *row = console_fixture_find (page, "LecternJuryRow", nth);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  console_fixture_settle (400);
  return row;
}

/* --- the code ------------------------------------------------------------------------------ */

/* Reads what @view shows from its picture, as a camera would. NULL where there is no reader. */
static char *
look_at (ConsoleFixture *fixture,
         GtkWidget      *view)
{
  g_autofree char *reader = g_find_program_in_path ("zbarimg");
  g_autofree char *path = g_build_filename (fixture->folder, "seen.png", NULL);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  char        *seen = NULL;
  const char  *argv[] = { reader, "--nodbus", "-q", "--raw", path, NULL };
  if (!reader)
    return NULL;
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (view), gtk_widget_get_height (view));
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (view)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &seen, NULL, NULL, NULL));
  return g_strstrip (seen);
}

static void
test_code (void)
{
  ConsoleFixture fixture = { 0 };
  GtkWidget     *page = open_page (&fixture, "judges", "LecternJudgesPage");
  console_fixture_press (console_fixture_find_button (console_fixture_find (page, "LecternJuryRow", 2), "Pairing Code"));
  console_fixture_settle (300);
  GtkWindow       *dialog = find_window ("LecternPairingDialog");
  const char      *code = lectern_seat_words_find_code (console_fixture_contest (&fixture), 3);
  g_autofree char *spaced = lectern_pairing_space_code (code);
  g_autofree char *digits = lectern_pairing_shorten_fingerprint (lectern_server_get_fingerprint (fixture.server));
  g_autofree char *first = g_strdup (code);
  g_assert_nonnull (dialog);
  g_assert_true (console_fixture_says (dialog, spaced));
  g_assert_true (console_fixture_says (dialog, digits));
  if (lectern_server_has_network (fixture.server))
    {
      GtkWidget       *view = console_fixture_find (dialog, "LecternQrView", 0);
      g_autofree char *address = lectern_server_get_address (fixture.server);
      g_autofree char *link = lectern_pairing_link_write (address, code, lectern_server_get_fingerprint (fixture.server));
      g_autofree char *seen = look_at (&fixture, view);
      g_assert_true (console_fixture_says (dialog, address));
      g_assert_cmpstr (lectern_qr_view_get_text (LECTERN_QR_VIEW (view)), ==, link);
      if (seen)
        g_assert_cmpstr (seen, ==, link);
    }
  console_fixture_press (console_fixture_find_button (dialog, "New Code"));
  console_fixture_settle (200);
  g_assert_cmpstr (lectern_seat_words_find_code (console_fixture_contest (&fixture), 3), !=, first);
  g_assert_false (console_fixture_says (dialog, spaced));
  gtk_window_destroy (dialog);
  console_fixture_tear_down (&fixture);
}

/* The window says by itself when the code has been used, and by which laptop. */
static void
test_code_used (void)
{
  ConsoleFixture   fixture = { 0 };
  GtkWidget       *page = open_page (&fixture, "judges", "LecternJudgesPage");
  g_autofree char *link = make_link (&fixture, 3);
  console_fixture_press (console_fixture_find_button (console_fixture_find (page, "LecternJuryRow", 2), "Pairing Code"));
  console_fixture_settle (200);
  GtkWindow          *dialog = find_window ("LecternPairingDialog");
  LecternJudgeClient *client = sit_down (link, "thinkpad-3");
  wait_for_words (dialog, "The Seat Is Taken");
  wait_for_words (dialog, "“thinkpad-3”, connected from 127.0.0.1.");
  g_assert_null (lectern_qr_view_get_text (LECTERN_QR_VIEW (console_fixture_find (dialog, "LecternQrView", 0))));
  gtk_window_destroy (dialog);
  stand_up (client);
  console_fixture_tear_down (&fixture);
}

/* --- seats --------------------------------------------------------------------------------- */

static void
test_who_is_there (void)
{
  ConsoleFixture      fixture = { 0 };
  GtkWidget          *page = open_page (&fixture, "judges", "LecternJudgesPage");
  g_autofree char    *link = make_link (&fixture, 3);
  LecternJudgeClient *client = sit_down (link, "thinkpad-3");
  GtkWidget          *row = expand_row (page, 2);
  GtkWidget          *seat = console_fixture_find (row, "LecternSeatRow", 0);
  wait_for_words (row, "connected from 127.0.0.1");
  g_assert_true (console_fixture_says (row, "thinkpad-3"));
  g_assert_true (console_fixture_says (row, "no sheet yet"));
  gtk_widget_grab_focus (console_fixture_find_button (seat, "Revoke…"));
  gint64 left_us = g_get_monotonic_time ();
  stand_up (client);
  wait_for_words (row, "last seen at");
  g_test_message ("gone is shown after %.1f s", (double) (g_get_monotonic_time () - left_us) / G_USEC_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - left_us, <, 5 * G_USEC_PER_SEC);
  /* The row is the same one, and the keys are still in it. */
  g_assert_true (console_fixture_find (row, "LecternSeatRow", 0) == seat);
  g_assert_true (gtk_widget_has_focus (console_fixture_find_button (seat, "Revoke…")));
  console_fixture_tear_down (&fixture);
}

static gboolean
is_refused_for_good (gpointer client)
{
  g_autofree char *trouble = NULL;
  g_object_get (client, "last-error", &trouble, NULL);
  return trouble && !lectern_judge_client_get_connected (client);
}

/* Two presses, with the keyboard's focus on the answer that changes nothing. */
static void
test_revoke (void)
{
  ConsoleFixture      fixture = { 0 };
  GtkWidget          *page = open_page (&fixture, "judges", "LecternJudgesPage");
  g_autofree char    *link = make_link (&fixture, 3);
  LecternJudgeClient *client = sit_down (link, "thinkpad-3");
  GtkWidget          *row = expand_row (page, 2);
  GtkWidget          *seat = console_fixture_find (row, "LecternSeatRow", 0);
  console_fixture_press (console_fixture_find_button (seat, "Revoke…"));
  console_fixture_settle (50);
  g_assert_true (gtk_widget_has_focus (console_fixture_find_button (seat, "Keep")));
  g_assert_null (console_fixture_find_button (seat, "Revoke…"));
  console_fixture_press (console_fixture_find_button (seat, "Keep"));
  console_fixture_settle (50);
  g_assert_true (lectern_judge_client_get_connected (client));
  g_assert_nonnull (lectern_seat_words_find (console_fixture_contest (&fixture), 3));
  console_fixture_press (console_fixture_find_button (seat, "Revoke…"));
  console_fixture_press (console_fixture_find_button (seat, "Revoke: Out at Once"));
  console_fixture_wait (is_refused_for_good, client);
  console_fixture_settle (100);
  g_assert_null (lectern_seat_words_find (console_fixture_contest (&fixture), 3));
  g_assert_null (console_fixture_find (row, "LecternSeatRow", 0));
  stand_up (client);
  console_fixture_tear_down (&fixture);
}

/* A laptop fails: from the press for a code to the other laptop's first state. */
static void
test_take_over (void)
{
  ConsoleFixture      fixture = { 0 };
  GtkWidget          *page = open_page (&fixture, "judges", "LecternJudgesPage");
  g_autofree char    *link = make_link (&fixture, 3);
  LecternJudgeClient *old = sit_down (link, "the one that fails");
  gint64              begun_us = g_get_monotonic_time ();
  g_autofree char    *other_link = make_link (&fixture, 3);
  g_assert_true (lectern_judge_client_get_connected (old)); /* a code that is not used yet takes nothing */
  LecternJudgeClient *spare = sit_down (other_link, "spare");
  console_fixture_wait (is_refused_for_good, old);
  gint64 took_us = g_get_monotonic_time () - begun_us;
  g_test_message ("the seat was taken over in %.2f s", (double) took_us / G_USEC_PER_SEC);
  g_assert_cmpint (took_us, <, 60 * G_USEC_PER_SEC);
  GtkWidget *row = expand_row (page, 2);
  g_assert_null (console_fixture_find (row, "LecternSeatRow", 1));
  wait_for_words (row, "spare");
  wait_for_words (row, "connected from");
  g_assert_false (console_fixture_says (row, "the one that fails"));
  stand_up (old);
  stand_up (spare);
  console_fixture_tear_down (&fixture);
}

/* --- the network --------------------------------------------------------------------------- */

static gboolean
has_new_certificate (gpointer data)
{
  GtkWidget       *page = ((gpointer *) data)[0];
  ConsoleFixture  *fixture = ((gpointer *) data)[1];
  const char      *fingerprint = lectern_server_get_fingerprint (fixture->server);
  g_autofree char *digits = lectern_pairing_shorten_fingerprint (fingerprint);
  return g_strcmp0 (fingerprint, ((gpointer *) data)[2]) != 0 && console_fixture_says (page, digits) && console_fixture_says (page, fingerprint);
}

static void
test_renewal (void)
{
  ConsoleFixture      fixture = { 0 };
  GtkWidget          *page = open_page (&fixture, "network", "LecternNetworkPage");
  g_autofree char    *link = make_link (&fixture, 3);
  LecternJudgeClient *client = sit_down (link, "thinkpad-3");
  const char         *old = lectern_server_get_fingerprint (fixture.server);
  gpointer            wanted[] = { page, &fixture, (gpointer) old };
  g_autofree char    *path = g_build_filename (fixture.folder, "host-key.pem", NULL);
  GStatBuf            facts;
  g_assert_true (console_fixture_says (page, old));
  console_fixture_press (console_fixture_find_button (page, "Renew…"));
  console_fixture_settle (200);
  GtkWindow *dialog = find_window ("AdwMessageDialog");
  g_assert_true (console_fixture_says (dialog, "paired anew"));
  console_fixture_press (console_fixture_find_button (dialog, "Cancel"));
  console_fixture_settle (100);
  g_assert_cmpstr (lectern_server_get_fingerprint (fixture.server), ==, old);
  g_assert_true (lectern_judge_client_get_connected (client));
  console_fixture_press (console_fixture_find_button (page, "Renew…"));
  console_fixture_settle (200);
  console_fixture_press (console_fixture_find_button (find_window ("AdwMessageDialog"), "Make a New One"));
  console_fixture_wait (has_new_certificate, wanted);
  g_assert_cmpint (g_stat (path, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0777, ==, 0600);
  /* Who pinned the old one does not come back; who is told the new one may. */
  console_fixture_wait (is_refused_for_good, client);
  console_fixture_settle (1500);
  g_assert_false (lectern_judge_client_get_connected (client));
  g_autofree char    *fresh_link = make_link (&fixture, 3);
  LecternJudgeClient *fresh = sit_down (fresh_link, "thinkpad-3");
  stand_up (client);
  stand_up (fresh);
  console_fixture_tear_down (&fixture);
}

static void
test_network (void)
{
  ConsoleFixture fixture = { 0 };
  GtkWidget     *page = open_page (&fixture, "network", "LecternNetworkPage");
  g_auto (GStrv) addresses = lectern_server_list_addresses (fixture.server);
  g_autofree char *port = g_strdup_printf ("TCP %u", lectern_server_get_port (fixture.server));
  for (guint i = 0; addresses[i]; i++)
    {
      g_assert_null (strstr (addresses[i], "127."));
      g_assert_true (console_fixture_says (page, addresses[i]));
    }
  g_assert_true (console_fixture_says (page, addresses[0] ? "try this one first" : "This laptop is in no network"));
  g_assert_true (console_fixture_says (page, port));
  g_assert_true (console_fixture_says (page, "UDP 8443, on which panels look"));
  g_assert_true (console_fixture_says (page, "at UDP port 8443"));
  g_assert_true (console_fixture_says (page, "Another machine reached this laptop: not yet"));
  g_assert_true (console_fixture_says (page, "On Windows"));
  g_assert_true (lectern_server_can_choose_interface (fixture.server));
  console_fixture_tear_down (&fixture);
}

static gboolean
has_no_network (gpointer data)
{
  return !lectern_server_has_network (data);
}

static gboolean
has_network (gpointer data)
{
  return lectern_server_has_network (data);
}

/* Whatever shows an address shows the one there is now: listening at loopback's interface alone is to be in no network. */
static void
test_address_changed (void)
{
  ConsoleFixture   fixture = { 0 };
  GtkWidget       *judges = open_page (&fixture, "judges", "LecternJudgesPage");
  g_autofree char *before = lectern_server_get_address (fixture.server);
  GtkWindow       *dialog;
  GtkWidget       *network;
  if (!lectern_server_has_network (fixture.server))
    {
      g_test_skip ("this machine is in no network");
      console_fixture_tear_down (&fixture);
      return;
    }
  console_fixture_press (console_fixture_find_button (console_fixture_find (judges, "LecternJuryRow", 2), "Pairing Code"));
  console_fixture_settle (300);
  dialog = find_window ("LecternPairingDialog");
  g_assert_true (console_fixture_says (dialog, before) && console_fixture_says (judges, before));
  lectern_server_choose_interface (fixture.server, "lo");
  console_fixture_wait (has_no_network, fixture.server);
  console_fixture_settle (300);
  g_autofree char *now = lectern_server_get_address (fixture.server);
  g_assert_false (console_fixture_says (dialog, before) || console_fixture_says (judges, before));
  g_assert_true (console_fixture_says (dialog, "This laptop is in no network."));
  g_assert_null (lectern_qr_view_get_text (LECTERN_QR_VIEW (console_fixture_find (dialog, "LecternQrView", 0))));
  g_assert_true (console_fixture_says (judges, now));
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (lectern_console_window_get_page (fixture.window, "set-up")), "network");
  console_fixture_settle (100);
  network = console_fixture_find (fixture.window, "LecternNetworkPage", 0);
  g_assert_true (console_fixture_says (network, "This laptop is in no network"));
  lectern_server_choose_interface (fixture.server, NULL);
  console_fixture_wait (has_network, fixture.server);
  console_fixture_settle (300);
  g_assert_true (console_fixture_says (dialog, before) && console_fixture_says (network, before));
  g_assert_nonnull (strstr (lectern_qr_view_get_text (LECTERN_QR_VIEW (console_fixture_find (dialog, "LecternQrView", 0))), before));
  gtk_window_destroy (dialog);
  console_fixture_tear_down (&fixture);
}

/* The choice is the laptop's, stays, and never keeps it deaf. */
static void
test_choice (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-choice-XXXXXX", NULL);
  g_autofree char *chosen = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *none = NULL;
  if (!g_test_subprocess ())
    {
      g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
      g_test_trap_subprocess (NULL, 20 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_true (lectern_network_choice_save ("lo", NULL));
  chosen = lectern_network_choice_load ();
  g_assert_cmpstr (chosen, ==, "lo");
  g_assert_true (lectern_network_choice_save ("no-such-card", NULL));
  gone = lectern_network_choice_load ();
  g_assert_null (gone);
  g_assert_true (lectern_network_choice_save (NULL, NULL));
  none = lectern_network_choice_load ();
  g_assert_null (none);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/console/seats/code", test_code);
  g_test_add_func ("/console/seats/code-used", test_code_used);
  g_test_add_func ("/console/seats/who-is-there", test_who_is_there);
  g_test_add_func ("/console/seats/revoke", test_revoke);
  g_test_add_func ("/console/seats/take-over", test_take_over);
  g_test_add_func ("/console/network/page", test_network);
  g_test_add_func ("/console/network/address-changed", test_address_changed);
  g_test_add_func ("/console/network/renewal", test_renewal);
  g_test_add_func ("/console/network/choice", test_choice);
  return g_test_run ();
}
