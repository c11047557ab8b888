/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judge's window with everything behind it real: client, TLS, server, engine, file. A judge
 * takes his seat with a code, marks, submits and is told; the main laptop goes and comes; the
 * panel is closed in the middle of a sheet; and what the contest holds is looked up in the contest. */

#define G_LOG_DOMAIN "lectern-test"

#include "evening.h"
#include "lectern-judge-window.h"
#include "lectern-mark.h"
#include "window-test.h"

#include <glib/gstdio.h>

typedef struct
{
  Evening   *evening;
  char      *path;
  char      *address;
  GtkWidget *window;
} Fixture;

static void
open_window (Fixture    *fixture,
             const char *address)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);

  fixture->window = lectern_judge_window_new (GTK_APPLICATION (g_application_get_default ()), seat, address);
  gtk_window_present (GTK_WINDOW (fixture->window));
  window_test_wait (50);
}

static GtkWidget *
find_row (Fixture *fixture,
          guint    nth)
{
  return window_test_find (window_test_find (fixture->window, "LecternPairingPage", 0), "AdwEntryRow", nth);
}

static GtkWidget *
find_entry (Fixture *fixture,
            guint    row)
{
  return window_test_find (window_test_find (fixture->window, "LecternMarkingPage", 0), "GtkEntry", row);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *code = NULL;

  fixture->evening = evening_new (3);
  fixture->path = g_build_filename (fixture->evening->folder, "seat.ini", NULL);
  fixture->address = evening_make_uri (fixture->evening, "");
  open_window (fixture, fixture->address);
  code = evening_make_code (fixture->evening, 2);
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, 1)), code);
  window_test_click (window_test_find_button (fixture->window, "Take the Seat"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Connected"));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  evening_run_for (50);
  g_free (fixture->path);
  g_free (fixture->address);
  evening_free (fixture->evening);
}

/* What the contest counts for judge 2. */
typedef struct
{
  gint64 lot;
  gint64 total; /* LECTERN_NULL: nothing */
  gint64 version;
} Counted;

static void
read_counted (LecternEngine *engine,
              gpointer       user_data)
{
  Counted            *counted = user_data;
  LecternContest     *contest = lectern_engine_get_contest (engine);
  const LecternEntry *entry = lectern_contest_get_entry_by_lot (contest, counted->lot);
  const LecternSheet *sheet = lectern_contest_get_counted_sheet (contest, entry, 2);

  counted->total = sheet != NULL ? sheet->total : LECTERN_NULL;
  counted->version = sheet != NULL ? sheet->version : 0;
}

static gint64
read_total (Fixture *fixture,
            gint64   lot)
{
  Counted counted = { .lot = lot };

  lectern_engine_call (fixture->evening->engine, read_counted, &counted);
  return counted.total;
}

/* How many times the sheet was handed in. */
static gint64
read_versions (Fixture *fixture,
               gint64   lot)
{
  Counted counted = { .lot = lot };

  lectern_engine_call (fixture->evening->engine, read_counted, &counted);
  return counted.version;
}

static void
test_sheet (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_true (window_test_reads (fixture->window, "Waiting for the Next Speaker"));
  evening_act (fixture->evening, LECTERN_ACTION_CALL, 1);
  WAIT_UNTIL (window_test_reads (fixture->window, "No. 1"));
  window_test_type (find_entry (fixture, 0), "36.5");
  WAIT_UNTIL (window_test_reads (fixture->window, "Draft kept on this laptop and on the main laptop"));
  g_assert_cmpint (read_total (fixture, 1), ==, LECTERN_NULL);
  evening_act (fixture->evening, LECTERN_ACTION_START_CLOCK, 0);
  WAIT_UNTIL (window_test_reads (fixture->window, "of 6:00"));
  evening_act (fixture->evening, LECTERN_ACTION_STOP_CLOCK, 0);
  evening_act (fixture->evening, LECTERN_ACTION_OPEN_GATE, 1);
  WAIT_UNTIL (window_test_reads (fixture->window, "Marking is open for No. 1"));
  window_test_type (find_entry (fixture, 1), "9.5");
  window_test_enter (find_entry (fixture, 1));
  window_test_click (window_test_find_button (fixture->window, "Submit"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Submit 46"));
  window_test_click (window_test_find_button (fixture->window, "Submit 46"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Received by the main laptop: 46"));
  g_assert_cmpint (read_total (fixture, 1), ==, 46000);

  /* Once more, another mark; until then the first one counts. */
  window_test_type (find_entry (fixture, 1), "10");
  window_test_wait (500);
  g_assert_true (window_test_reads (fixture->window, "Your change is not submitted; the main laptop counts 46"));
  g_assert_cmpint (read_total (fixture, 1), ==, 46000);
  window_test_click (window_test_find_button (fixture->window, "Submit Again"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Submit 46.5"));
  window_test_click (window_test_find_button (fixture->window, "Submit 46.5"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Received by the main laptop: 46.5"));
  evening_act (fixture->evening, LECTERN_ACTION_CLOSE_GATE, 0);
  WAIT_UNTIL (window_test_reads (fixture->window, "Received and locked: 46.5"));
  g_assert_cmpint (read_total (fixture, 1), ==, 46500);
}

/* The main laptop dies with a sheet on its way, and comes back: the sheet arrives by itself. */
static void
test_main_laptop_gone (Fixture      *fixture,
                       gconstpointer data)
{
  evening_talk (fixture->evening, 1);
  evening_act (fixture->evening, LECTERN_ACTION_OPEN_GATE, 1);
  WAIT_UNTIL (window_test_reads (fixture->window, "Marking is open for No. 1"));
  evening_close (fixture->evening);
  WAIT_UNTIL (window_test_reads (fixture->window, "Main Laptop Closed"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Not connected · the clock may be wrong"));
  window_test_type (find_entry (fixture, 0), "30");
  window_test_type (find_entry (fixture, 1), "5");
  window_test_enter (find_entry (fixture, 1));
  window_test_click (window_test_find_button (fixture->window, "Submit"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Submit 35"));
  window_test_click (window_test_find_button (fixture->window, "Submit 35"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Not sent yet; it goes out by itself"));
  evening_open (fixture->evening);
  WAIT_UNTIL (window_test_reads (fixture->window, "Received by the main laptop: 35"));
  g_assert_cmpint (read_total (fixture, 1), ==, 35000);
}

/* The panel goes in the middle of a sheet and is opened again: it asks nothing. */
static void
test_panel_gone (Fixture      *fixture,
                 gconstpointer data)
{
  evening_act (fixture->evening, LECTERN_ACTION_CALL, 1);
  WAIT_UNTIL (window_test_reads (fixture->window, "No. 1"));
  window_test_type (find_entry (fixture, 0), "36.5");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  evening_run_for (50);
  open_window (fixture, NULL);
  WAIT_UNTIL (window_test_reads (fixture->window, "Draft kept on this laptop and on the main laptop"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 0))), ==, "36.5");
}

/* The panel is opened again while the main laptop is away: it goes on with what was last known, and what was handed in
 * then arrives once. */
static void
test_panel_gone_offline (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *state_path = g_strconcat (fixture->path, ".state", NULL);
  GStatBuf         status;

  evening_talk (fixture->evening, 1);
  evening_act (fixture->evening, LECTERN_ACTION_OPEN_GATE, 1);
  WAIT_UNTIL (window_test_reads (fixture->window, "Marking is open for No. 1"));
  window_test_type (find_entry (fixture, 0), "30");
  WAIT_UNTIL (window_test_reads (fixture->window, "Draft kept on this laptop and on the main laptop"));
  g_assert_false (window_test_reads (fixture->window, "Last known"));
  evening_close (fixture->evening);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  evening_run_for (50);
  g_assert_cmpint (g_stat (state_path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  open_window (fixture, NULL);
  g_assert_true (window_test_reads (fixture->window, "Last known"));
  g_assert_true (window_test_reads (fixture->window, "No. 1"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 0))), ==, "30");
  window_test_type (find_entry (fixture, 1), "5");
  window_test_enter (find_entry (fixture, 1));
  window_test_click (window_test_find_button (fixture->window, "Submit"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Submit 35"));
  window_test_click (window_test_find_button (fixture->window, "Submit 35"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Not sent yet; it goes out by itself"));
  /* And once more, with a sheet on its way. */
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  evening_run_for (50);
  open_window (fixture, NULL);
  g_assert_true (window_test_reads (fixture->window, "Not sent yet; it goes out by itself"));

  evening_open (fixture->evening);
  WAIT_UNTIL (window_test_reads (fixture->window, "Received by the main laptop: 35"));
  g_assert_false (window_test_reads (fixture->window, "Last known"));
  g_assert_cmpint (read_total (fixture, 1), ==, 35000);
  g_assert_cmpint (read_versions (fixture, 1), ==, 1);
}

/* What was last known is the seat's that knew it. */
static void
test_state_of_another_seat (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);

  evening_act (fixture->evening, LECTERN_ACTION_CALL, 1);
  WAIT_UNTIL (window_test_reads (fixture->window, "No. 1"));
  evening_close (fixture->evening);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  evening_run_for (50);
  g_assert_true (lectern_seat_store_load (seat, NULL));
  g_assert_true (lectern_seat_store_save (seat, lectern_seat_store_get_address (seat), lectern_seat_store_get_fingerprint (seat), "another", NULL));
  open_window (fixture, NULL);
  evening_run_for (300);
  g_assert_true (window_test_reads (fixture->window, "Connecting to the Main Laptop"));
  g_assert_false (window_test_reads (fixture->window, "No. 1"));
}

/* The seat is taken over: a new code for the same judge, used on another laptop. */
static void
test_taken_over (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *code = evening_make_code (fixture->evening, 2);
  g_autofree char *other_path = g_build_filename (fixture->evening->folder, "other.ini", NULL);
  Fixture          other = { .evening = fixture->evening, .path = other_path };

  evening_act (fixture->evening, LECTERN_ACTION_CALL, 1);
  WAIT_UNTIL (window_test_reads (fixture->window, "No. 1"));
  window_test_type (find_entry (fixture, 0), "36.5");
  WAIT_UNTIL (window_test_reads (fixture->window, "Draft kept on this laptop and on the main laptop"));
  open_window (&other, fixture->address);
  gtk_editable_set_text (GTK_EDITABLE (find_row (&other, 1)), code);
  window_test_click (window_test_find_button (other.window, "Take the Seat"));
  WAIT_UNTIL (window_test_reads (other.window, "Connected"));
  WAIT_UNTIL (window_test_reads (fixture->window, "This Seat Was Withdrawn"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (&other, 0))), ==, "36.5");
  gtk_window_destroy (GTK_WINDOW (other.window));
}

static GtkWidget *
open_comparison (Fixture *fixture)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (fixture->window, "win.compare-certificate", NULL);
  WAIT_UNTIL ((dialog = window_test_find_dialog (fixture->window)) != NULL);
  return dialog;
}

/* The certificate is renewed with a sheet under way: nothing goes to the new one until the judge has compared it. */
static void
test_renewed (Fixture      *fixture,
              gconstpointer data)
{
  LecternServer   *server = fixture->evening->server;
  g_autofree char *old = lectern_seat_store_format_fingerprint (lectern_server_get_fingerprint (server));
  g_autofree char *new = NULL;
  g_autofree char *kept = NULL;
  GtkWidget       *dialog;

  evening_talk (fixture->evening, 1);
  evening_act (fixture->evening, LECTERN_ACTION_OPEN_GATE, 1);
  WAIT_UNTIL (window_test_reads (fixture->window, "Marking is open for No. 1"));
  g_assert_true (lectern_server_renew_certificate (server, NULL));
  new = lectern_seat_store_format_fingerprint (lectern_server_get_fingerprint (server));
  WAIT_UNTIL (window_test_reads (fixture->window, "Another Fingerprint"));
  window_test_type (find_entry (fixture, 0), "30");
  window_test_type (find_entry (fixture, 1), "5");
  window_test_enter (find_entry (fixture, 1));
  window_test_click (window_test_find_button (fixture->window, "Submit"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Submit 35"));
  window_test_click (window_test_find_button (fixture->window, "Submit 35"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Not sent yet; it goes out by itself"));

  dialog = open_comparison (fixture);
  g_assert_true (window_test_reads (dialog, old) && window_test_reads (dialog, new));
  window_test_click (window_test_find_button (dialog, "Not the Same, or Not Sure"));
  evening_run_for (1000);
  g_assert_true (window_test_reads (fixture->window, "Another Fingerprint"));
  g_assert_cmpint (read_total (fixture, 1), ==, LECTERN_NULL);

  dialog = open_comparison (fixture);
  window_test_click (window_test_find_button (dialog, "It Is the Same, Go On"));
  WAIT_UNTIL (window_test_reads (fixture->window, "Received by the main laptop: 35"));
  g_assert_true (window_test_reads (fixture->window, "Connected"));
  g_assert_cmpint (read_total (fixture, 1), ==, 35000);
  g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
  g_assert_nonnull (strstr (kept, lectern_server_get_fingerprint (server)));
}

static void
test_wrong_code (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *other_path = g_build_filename (fixture->evening->folder, "other.ini", NULL);
  Fixture          other = { .evening = fixture->evening, .path = other_path };

  open_window (&other, fixture->address);
  gtk_editable_set_text (GTK_EDITABLE (find_row (&other, 1)), "000000");
  window_test_click (window_test_find_button (other.window, "Take the Seat"));
  WAIT_UNTIL (gtk_editable_get_editable (GTK_EDITABLE (find_row (&other, 1))));
  g_assert_true (window_test_reads (other.window, "The code is wrong or was used already"));
  g_assert_false (g_file_test (other_path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (other.window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;
  int status;

  if (!window_test_init (&argc, &argv))
    return window_test_skip ();
  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id", "io.github.lectern.Lectern.Test",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/io/github/lectern/Lectern",
                              NULL);
  g_application_set_default (G_APPLICATION (application));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
#define ADD(name, function) g_test_add ("/ui/judge-evening/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("sheet", test_sheet);
  ADD ("main-laptop-gone", test_main_laptop_gone);
  ADD ("panel-gone", test_panel_gone);
  ADD ("panel-gone-offline", test_panel_gone_offline);
  ADD ("state-of-another-seat", test_state_of_another_seat);
  ADD ("taken-over", test_taken_over);
  ADD ("renewed", test_renewed);
  ADD ("wrong-code", test_wrong_code);
#undef ADD
  status = g_test_run ();
  g_application_set_default (NULL);
  return status;
}
