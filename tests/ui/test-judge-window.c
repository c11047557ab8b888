/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The judge's window as a judge uses it, against a main laptop the test plays: the seat taken and
 * remembered, marks typed and entered, refusals read, a sheet submitted and received, and every way
 * a seat can end. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-record.h"
#include "panel-fixture.h"
#include "window-test.h"

static void
test_pairing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);
  GtkWidget *button;

  panel_fixture_open_window (fixture, "10.0.0.5:8443");
  button = window_test_find_button (fixture->window, "Take the Seat");
  g_assert_true (panel_fixture_has_focus (fixture, panel_fixture_find_row (fixture, 1)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_row (fixture, 2))), ==, g_get_host_name ());
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (panel_fixture_find_row (fixture, 1)), "48291");
  g_assert_false (gtk_widget_get_sensitive (button));

  /* Refused: said in the main laptop's words, and everything typed is still there. */
  fake_judge_client_prepare_pairing (NULL, "That code is not known");
  gtk_editable_set_text (GTK_EDITABLE (panel_fixture_find_row (fixture, 1)), "４８２ 914");
  window_test_click (button);
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "That code is not known"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_row (fixture, 1))), ==, "４８２ 914");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  fake_judge_client_prepare_pairing ("a token", NULL);
  window_test_click (button);
  WINDOW_TEST_UNTIL (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (lectern_seat_store_load (seat, NULL));
  g_assert_cmpstr (lectern_seat_store_get_token (seat), ==, "a token");
  g_assert_cmpstr (lectern_seat_store_get_address (seat), ==, "10.0.0.5:8443");
  g_assert_true (window_test_reads (fixture->window, "Connecting to the Main Laptop"));
  panel_fixture_tell (panel_fixture_make_state (12, FALSE));
  g_assert_true (window_test_reads (fixture->window, "刘𬱖"));
  g_assert_true (window_test_reads (fixture->window, "Connected"));
}

/* The whole link of a card, pasted: the code is in its line, and the certificate is the one the card names. */
static void
test_pasted_link (Fixture      *fixture,
                  gconstpointer data)
{
  static const char digest[] = "1a2b3c4d5e6f70819293a4b5c6d7e8f900112233445566778899aabbccddeeff";
  g_autofree char  *link = g_strconcat (" https://192.168.1.20:8443/#code=482913&fp=", digest, "\n", NULL);
  g_autofree char  *fingerprint = g_strconcat ("sha256:", digest, NULL);

  panel_fixture_open_window (fixture, NULL);
  gtk_editable_set_text (GTK_EDITABLE (panel_fixture_find_row (fixture, 0)), link);
  window_test_wait (50);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_row (fixture, 0))), ==, "https://192.168.1.20:8443");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_row (fixture, 1))), ==, "482913");
  g_assert_true (window_test_reads (fixture->window, "1A2B 3C4D 5E6F 7081"));
  fake_judge_client_prepare_pairing (NULL, "That code is not known");
  window_test_click (window_test_find_button (fixture->window, "Take the Seat"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "That code is not known"));
  g_assert_cmpstr (fake_judge_client_get_told_fingerprint (), ==, fingerprint);
  /* Another address is another laptop, of which the card says nothing. */
  gtk_editable_set_text (GTK_EDITABLE (panel_fixture_find_row (fixture, 0)), "192.168.1.99");
  window_test_click (window_test_find_button (fixture->window, "Take the Seat"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "That code is not known"));
  g_assert_null (fake_judge_client_get_told_fingerprint ());
}

/* What was found can be chosen, fills an empty line by itself, and replaces nothing that was typed. */
static void
test_found (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *address;
  GtkWidget *list;

  panel_fixture_open_window (fixture, NULL);
  list = window_test_find (window_test_find (fixture->window, "LecternPairingPage", 0), "GtkListBox", 0);
  address = window_test_find (window_test_find (fixture->window, "LecternPairingPage", 0), "AdwEntryRow", 0);
  gtk_widget_grab_focus (panel_fixture_find_row (fixture, 1));
  g_assert_true (fake_finder_find ("192.168.1.5:8443", "A <b>Contest</b>", "sha256:3f9a1c0277de5b8841c6"));
  window_test_wait (50);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (address)), ==, "192.168.1.5:8443");
  g_assert_true (window_test_reads (list, "A <b>Contest</b>"));
  g_assert_true (window_test_reads (list, "192.168.1.5:8443 · fingerprint 3F9A 1C02 77DE 5B88"));
  fake_finder_find ("192.168.1.5:8443", "A <b>Contest</b>", "sha256:3f9a1c0277de5b8841c6");
  fake_finder_find ("192.168.1.9:8443", "Another", "");
  window_test_wait (50);
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (address)), ==, "192.168.1.5:8443");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (address)), ==, "192.168.1.9:8443");
  g_assert_true (panel_fixture_has_focus (fixture, panel_fixture_find_row (fixture, 1)));
}

/* The main laptop has another address today: the one with the pinned certificate is gone to, no other;
 * and nobody looks any more once the panel works. */
static void
test_moved (Fixture      *fixture,
            gconstpointer data)
{
  LecternJudgeClient *before;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  before = fake_judge_client_get_latest ();
  fake_finder_find ("10.0.0.9:8443", "Another", "sha256:ff");
  g_assert_true (fake_judge_client_get_latest () == before);
  fake_finder_find ("10.0.0.77:8443", "This one", "sha256:00");
  g_assert_true (window_test_reads (fixture->window, "10.0.0.77:8443"));
  g_assert_cmpstr (lectern_judge_client_get_token (fake_judge_client_get_latest ()), ==, "remembered");
  g_assert_cmpstr (lectern_judge_client_get_address (fake_judge_client_get_latest ()), ==, "10.0.0.77:8443");
  panel_fixture_tell (panel_fixture_make_state (12, FALSE));
  g_assert_false (fake_finder_find ("10.0.0.78:8443", "This one", "sha256:00"));
}

/* Started beside a main laptop with another certificate: the judge compares before anything of the contest is known. */
static void
test_other_certificate (Fixture      *fixture,
                        gconstpointer data)
{
  static const char other[] = "sha256:1a2b3c4d5e6f70819293a4b5c6d7e8f900112233445566778899aabbccddeeff";
  g_autoptr (LecternSeatStore) seat = lectern_seat_store_new (fixture->path);
  GtkWidget *dialog;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  g_assert_false (window_test_reads (fixture->window, "Compare the Fingerprints…"));
  fake_judge_client_show_other (fake_judge_client_get_latest (), other);
  window_test_wait (20);
  window_test_click (window_test_find_button (fixture->window, "Compare the Fingerprints…"));
  WINDOW_TEST_UNTIL ((dialog = window_test_find_dialog (fixture->window)) != NULL);
  g_assert_true (window_test_reads (dialog, "1A2B 3C4D 5E6F 7081"));
  /* What came meanwhile is not what he compared. */
  fake_judge_client_show_other (fake_judge_client_get_latest (), "sha256:ff");
  window_test_click (window_test_find_button (dialog, "It Is the Same, Go On"));
  WINDOW_TEST_UNTIL (g_strcmp0 (lectern_judge_client_get_fingerprint (fake_judge_client_get_latest ()), other) == 0);
  g_assert_true (lectern_seat_store_load (seat, NULL));
  g_assert_cmpstr (lectern_seat_store_get_fingerprint (seat), ==, other);
  g_assert_cmpstr (lectern_seat_store_get_token (seat), ==, "remembered");
}

static void
test_remembered (Fixture      *fixture,
                 gconstpointer data)
{
  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  g_assert_cmpstr (lectern_judge_client_get_token (fake_judge_client_get_latest ()), ==, "remembered");
  g_assert_true (window_test_reads (fixture->window, "10.0.0.5:8443"));
  fake_judge_client_set_connected (fake_judge_client_get_latest (), FALSE, "Nobody answers");
  window_test_wait (20);
  g_assert_true (window_test_reads (fixture->window, "Nobody answers"));
  panel_fixture_tell (panel_fixture_make_state (12, FALSE));
  g_assert_true (window_test_reads (fixture->window, "No. 12 · 马村区"));
  g_assert_true (window_test_reads (fixture->window, "《法槌声声为人民》"));
  g_assert_true (window_test_reads (fixture->window, "郑爱华"));
  g_assert_true (window_test_reads (fixture->window, "决赛"));
}

/* The whole way with the keyboard alone: number, Enter, number, Enter, …, Enter, Enter. */
static void
test_submit (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const marks[] = { "37", "22.8", "13.2", "9.3", "9.1" };
  FakeSheet                sheet;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  g_assert_true (window_test_reads (fixture->window, "5 of 5 not marked"));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_assert_true (panel_fixture_has_focus (fixture, panel_fixture_find_entry (fixture, i)));
      window_test_type (panel_fixture_find_entry (fixture, i), marks[i]);
      if (i == 2)
        {
          g_assert_true (window_test_reads (fixture->window, "73"));
          g_assert_true (window_test_reads (fixture->window, "2 of 5 not marked"));
          g_assert_false (gtk_widget_is_sensitive (window_test_find_button (fixture->window, "Submit")));
        }
      window_test_enter (panel_fixture_find_entry (fixture, i));
    }
  g_assert_true (panel_fixture_has_focus (fixture, window_test_find_button (fixture->window, "Submit")));
  window_test_wait (PAUSE_MS);
  sheet = panel_fixture_take_last ();
  g_assert_false (sheet.submit);
  fake_judge_client_acknowledge (fake_judge_client_get_latest (), &sheet, 1);
  g_assert_true (window_test_reads (fixture->window, "Draft kept on this laptop and on the main laptop"));

  window_test_click (window_test_find_button (fixture->window, "Submit"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "Submit these marks for No. 12 刘𬱖?"));
  g_assert_true (panel_fixture_has_focus (fixture, window_test_find_button (fixture->window, "Submit 91.4")));
  window_test_click (window_test_find_button (fixture->window, "Submit 91.4"));
  sheet = panel_fixture_take_last ();
  g_assert_true (sheet.submit);
  g_assert_cmpint (sheet.marks[1], ==, 22800);
  g_assert_false (window_test_reads (fixture->window, "Received"));
  g_assert_true (window_test_reads (fixture->window, "has not confirmed it yet"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))));
  fake_judge_client_acknowledge (fake_judge_client_get_latest (), &sheet, 2);
  g_assert_true (window_test_reads (fixture->window, "Received by the main laptop: 91.4"));
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))));
}

static void
test_confirm_withdrawn (Fixture      *fixture,
                        gconstpointer data)
{
  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  for (guint i = 0; i < 5; i++)
    window_test_type (panel_fixture_find_entry (fixture, i), "9");
  window_test_click (window_test_find_button (fixture->window, "Submit"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "Submit these marks"));
  window_test_click (window_test_find_button (fixture->window, "Back to the Sheet"));
  WINDOW_TEST_UNTIL (!window_test_reads (fixture->window, "Submit these marks"));
  /* The gate closes under the question: it goes away, and nothing was submitted. */
  window_test_click (window_test_find_button (fixture->window, "Submit"));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "Submit these marks"));
  panel_fixture_tell (panel_fixture_make_state (12, FALSE));
  WINDOW_TEST_UNTIL (!window_test_reads (fixture->window, "Submit these marks"));
  g_assert_false (gtk_widget_is_sensitive (window_test_find_button (fixture->window, "Submit")));
  g_assert_false (panel_fixture_take_last ().submit);
}

static void
test_refused_mark (Fixture      *fixture,
                   gconstpointer data)
{
  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  window_test_type (panel_fixture_find_entry (fixture, 2), "15.1");
  window_test_enter (panel_fixture_find_entry (fixture, 2));
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "15.1 is too much: this criterion has at most 15."));
  g_assert_true (panel_fixture_has_focus (fixture, panel_fixture_find_entry (fixture, 2)));
  g_assert_true (window_test_reads (fixture->window, "5 of 5 not marked"));
  /* A message of the main laptop does not take the text from under the judge's fingers. */
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_entry (fixture, 2))), ==, "15.1");
}

static void
test_refused_sheet (Fixture      *fixture,
                    gconstpointer data)
{
  FakeSheet sheet;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, FALSE));
  window_test_type (panel_fixture_find_entry (fixture, 0), "37.2");
  window_test_wait (PAUSE_MS);
  sheet = panel_fixture_take_last ();
  fake_judge_client_refuse (fake_judge_client_get_latest (), &sheet, "wrong-lot");
  g_assert_true (window_test_reads (fixture->window, "marking open for another entry"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))), ==, "37.2");
}

static void
test_network_gone (Fixture      *fixture,
                   gconstpointer data)
{
  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  fake_judge_client_set_connected (fake_judge_client_get_latest (), FALSE, "Broken");
  window_test_wait (20);
  g_assert_true (window_test_reads (fixture->window, "Reconnecting…"));
  window_test_type (panel_fixture_find_entry (fixture, 0), "37.2");
  g_assert_true (window_test_reads (fixture->window, "it goes out by itself when the connection is back"));
}

static void
test_next_speaker (Fixture      *fixture,
                   gconstpointer data)
{
  LecternJudgeState *state;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, FALSE));
  window_test_type (panel_fixture_find_entry (fixture, 0), "37.2");
  state = panel_fixture_make_state (0, FALSE);
  fake_judge_state_call (state, 13, "阿卜杜拉·买买提", "温县", "石榴籽");
  panel_fixture_tell (state);
  /* Nothing turns over under his fingers, however long he goes on. */
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (window_test_reads (fixture->window, "No. 13 阿卜杜拉·买买提 is next: the sheet turns over when you stop writing"));
      g_assert_true (window_test_reads (fixture->window, "No. 12"));
      window_test_wait (1000);
      window_test_type (panel_fixture_find_entry (fixture, 0), i % 2 == 0 ? "36" : "37.2");
    }
  WINDOW_TEST_UNTIL (window_test_reads (fixture->window, "《石榴籽》"));
  window_test_wait (50);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))), ==, "");
  g_assert_true (window_test_reads (fixture->window, "Your sheet for No. 12 刘𬱖 was not submitted"));
  g_assert_true (window_test_reads (window_test_find (fixture->window, "LecternSheetList", 0), "No. 12 刘𬱖"));
  g_assert_true (window_test_reads (window_test_find (fixture->window, "LecternSheetList", 0), "37.2"));
  g_assert_true (window_test_reads (window_test_find (fixture->window, "LecternSheetList", 0), "Not sent"));
}

static void
test_locked_and_recused (Fixture      *fixture,
                         gconstpointer data)
{
  LecternJudgeState *state = panel_fixture_make_state (12, FALSE);
  gint64             lot = 13;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  fake_judge_state_add_sheet (state, 12, "刘𬱖", "locked", 3, (const int[]){ 372, 228, 132, 93, 91 });
  panel_fixture_tell (state);
  g_assert_true (window_test_reads (fixture->window, "Received and locked: 91.6"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_fixture_find_entry (fixture, 1))), ==, "22.8");
  state = panel_fixture_make_state (13, TRUE);
  g_array_append_val (state->recused, lot);
  panel_fixture_tell (state);
  g_assert_true (window_test_reads (fixture->window, "You do not mark this entry (recusal)"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (panel_fixture_find_entry (fixture, 0))));
}

/* A PNG, red all over. */
static GBytes *
make_photo (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 300, 400);
  char *buffer;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "png", NULL, NULL));
  return g_bytes_new_take (buffer, size);
}

/* The face of who is on stage, where the main laptop has one, and no gap where it has none. */
static void
test_photo (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_photo ();
  LecternJudgeState *state = panel_fixture_make_state (12, TRUE);
  GtkWidget         *portrait;

  panel_fixture_remember_seat (fixture);
  panel_fixture_open_window (fixture, NULL);
  panel_fixture_tell (panel_fixture_make_state (12, TRUE));
  portrait = window_test_find (fixture->window, "LecternPortrait", 0);
  window_test_wait (50);
  g_assert_false (gtk_widget_get_visible (portrait));

  fake_judge_client_set_photo (bytes);
  state->photo = g_strdup ("0a1b");
  panel_fixture_tell (state);
  WINDOW_TEST_UNTIL (gtk_widget_get_visible (portrait));
  window_test_wait (50);
  g_assert_cmpint (gtk_widget_get_width (portrait), ==, 60); /* however large the photo */

  fake_judge_client_set_photo (NULL);
  state = panel_fixture_make_state (12, TRUE);
  state->photo = g_strdup ("another");
  panel_fixture_tell (state);
  window_test_wait (100);
  g_assert_false (gtk_widget_get_visible (portrait));
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
#define ADD(name, function) g_test_add ("/ui/judge-window/" name, Fixture, NULL, panel_fixture_set_up, function, panel_fixture_tear_down)
  ADD ("pairing", test_pairing);
  ADD ("photo", test_photo);
  ADD ("pasted-link", test_pasted_link);
  ADD ("found", test_found);
  ADD ("moved", test_moved);
  ADD ("other-certificate", test_other_certificate);
  ADD ("remembered", test_remembered);
  ADD ("submit", test_submit);
  ADD ("confirm-withdrawn", test_confirm_withdrawn);
  ADD ("refused-mark", test_refused_mark);
  ADD ("refused-sheet", test_refused_sheet);
  ADD ("network-gone", test_network_gone);
  ADD ("next-speaker", test_next_speaker);
  ADD ("locked-and-recused", test_locked_and_recused);
#undef ADD
  status = g_test_run ();
  g_application_set_default (NULL);
  return status;
}
