/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Pictures of the corrections beside the evening and of the paper sheets. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-camera.h"

#include "lectern-correction.h"
#include "lectern-evening-page.h"
#include "lectern-keying-window.h"
#include "lectern-set-up-page.h"

static void
set_clock (ConsoleFixture *fixture,
           gint64          ms)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SET_CLOCK, "test");
  action->number = ms;
  action->reason = g_strdup ("test");
  console_fixture_do (fixture, action);
}

/* Two timers, so that the side sheet shows all it has. */
static void
set_two_timers (ConsoleFixture *fixture)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_EDIT_RULES, "test");
  action->text = g_strdup ("{\"time\": {\"limit\": 360, \"warn\": [300], \"stop\": 420, \"over\": {\"steps\": [{\"every\": 10, \"points\": \"0.1\"}]}, \"timers\": 2}}");
  console_fixture_do (fixture, action);
}

static void
shoot_form (ConsoleFixture       *fixture,
            const ConsoleCamera  *camera,
            LecternCorrectionKind kind,
            gint64                lot,
            gint64                judge,
            const char           *name)
{
  LecternEveningPage *page = LECTERN_EVENING_PAGE (lectern_console_window_get_page (fixture->window, "evening"));
  lectern_evening_page_correct (page, kind, lot, judge);
  console_camera_take (camera, fixture->window, name);
}

/* In any language: the fields by their order, the button by its looks. */
static void
fill_and_press (GtkWidget *form)
{
  GtkWidget *button = NULL, *row;
  for (guint i = 0, n = 0; (row = console_fixture_find (form, "AdwEntryRow", i)); i++)
    if (gtk_widget_get_mapped (row) && n++ > 0)
      gtk_editable_set_text (GTK_EDITABLE (row), n == 2 ? "话筒没有声音" : "孙启明");
  for (guint i = 0; (button = console_fixture_find (form, "GtkButton", i)); i++)
    if (gtk_widget_get_mapped (button) && gtk_widget_has_css_class (button, "suggested-action"))
      break;
  console_fixture_press (button);
}

static void
shoot_corrections (ConsoleFixture      *fixture,
                   const ConsoleCamera *camera)
{
  LecternConsoleWindow *window = fixture->window;
  LecternEveningPage   *page = LECTERN_EVENING_PAGE (lectern_console_window_get_page (window, "evening"));
  LecternAction        *second = lectern_action_new (LECTERN_ACTION_SECOND_TIME, "test");
  console_fixture_play_to (fixture, 5, LECTERN_CUE_MARK);
  set_clock (fixture, 373200);
  console_fixture_do_kind (fixture, LECTERN_ACTION_GO);
  console_fixture_mark (fixture, 2);
  second->lot = 5;
  second->number = 365000;
  console_fixture_do (fixture, second);
  lectern_console_window_show_page (window, "evening");
  lectern_evening_page_press_key (page, GDK_KEY_c);
  console_camera_take (camera, window, "corrections");
  gtk_switch_set_active (GTK_SWITCH (console_fixture_find (console_fixture_find (window, "LecternCorrectionsPane", 0), "GtkSwitch", 0)), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (page), "evening.correct-sheet", "x", (gint64) 3);
  console_camera_take (camera, window, "corrections-sheet");
  shoot_form (fixture, camera, LECTERN_CORRECTION_TIME, 5, LECTERN_NULL, "corrections-time");
  shoot_form (fixture, camera, LECTERN_CORRECTION_SECOND_TIME, 5, LECTERN_NULL, "corrections-second-time");
  shoot_form (fixture, camera, LECTERN_CORRECTION_RESTART, 5, LECTERN_NULL, "corrections-restart");
  fill_and_press (console_fixture_find (window, "LecternCorrectionForm", 0));
  console_camera_take (camera, window, "corrections-restart-said");
  shoot_form (fixture, camera, LECTERN_CORRECTION_REOPEN_SHEET, 4, 2, "corrections-reopen");
  shoot_form (fixture, camera, LECTERN_CORRECTION_REPLACE, LECTERN_NULL, 3, "corrections-replace");
  lectern_evening_page_press_key (page, GDK_KEY_c);
  console_fixture_do_kind (fixture, LECTERN_ACTION_CLOSE_GATE);
}

static void
leave_panel (ConsoleFixture *fixture)
{
  LecternAction *remove = lectern_action_new (LECTERN_ACTION_REMOVE_JUDGE, "test");
  LecternAction *replace = lectern_action_new (LECTERN_ACTION_REPLACE_JUDGE, "test");
  LecternJudge  *newcomer = lectern_record_new (&lectern_table_judge);
  remove->judge = 8;
  remove->reason = g_strdup ("公务");
  console_fixture_do (fixture, remove);
  newcomer->number = 10;
  newcomer->name = g_strdup ("欧阳文");
  newcomer->employer = g_strdup ("市委党校");
  newcomer->active = 1;
  replace->judge = 9;
  replace->reason = g_strdup ("急病");
  lectern_action_add_record (replace, newcomer);
  console_fixture_do (fixture, replace);
}

static void
shoot_panel (ConsoleFixture      *fixture,
             const ConsoleCamera *camera)
{
  LecternConsoleWindow *window = fixture->window;
  leave_panel (fixture);
  g_object_set (lectern_console_window_get_page (window, "evening"), "corrections", FALSE, NULL);
  console_camera_take (camera, window, "evening-panel");
  lectern_console_window_show_page (window, "set-up");
  lectern_set_up_page_show (LECTERN_SET_UP_PAGE (lectern_console_window_get_page (window, "set-up")), "judges");
  GtkWidget *row = console_fixture_find (window, "LecternJuryRow", 1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  console_camera_take (camera, window, "judges-panel");
  lectern_console_window_show_page (window, "evening");
}

static void
key_sheet (LecternKeyingWindow *window,
           gint64               pass,
           const char          *clerk,
           const char          *first)
{
  static const char *const marks[] = { "36.5", "23", "14", "9.5", "9" };
  GtkWidget               *row = console_fixture_find (window, "AdwEntryRow", 0);
  lectern_keying_window_set_pass (window, pass);
  gtk_editable_set_text (GTK_EDITABLE (row), clerk);
  lectern_keying_window_go_to (window, 7, 2);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      GtkEditable *entry = lectern_keying_form_get_entry (lectern_keying_window_get_form (window), i);
      gtk_editable_set_text (entry, i == 0 ? first : marks[i]);
      g_signal_emit_by_name (entry, "activate");
    }
  console_fixture_settle (50);
}

static void
shoot_keying (ConsoleFixture      *fixture,
              const ConsoleCamera *camera)
{
  GtkWindow           *toplevel = lectern_keying_window_new (fixture->desk);
  LecternKeyingWindow *window = LECTERN_KEYING_WINDOW (toplevel);
  gtk_window_present (toplevel);
  console_camera_take (camera, window, "keying");
  lectern_keying_window_go_to (window, 7, 2);
  gtk_editable_set_text (lectern_keying_form_get_entry (lectern_keying_window_get_form (window), 0), "41");
  g_signal_emit_by_name (lectern_keying_form_get_entry (lectern_keying_window_get_form (window), 0), "activate");
  console_camera_take (camera, window, "keying-trouble");
  key_sheet (window, 1, "王会计", "36.5");
  key_sheet (window, 2, "李复核", "35.6");
  console_camera_take (camera, window, "keying-differs");
  gtk_window_destroy (toplevel);
}

static void
shoot_large_text (ConsoleFixture      *fixture,
                  const ConsoleCamera *camera)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  shoot_form (fixture, camera, LECTERN_CORRECTION_RESTART, 5, LECTERN_NULL, "corrections-large-text");
  GtkWindow *window = lectern_keying_window_new (fixture->desk);
  gtk_window_present (window);
  console_camera_take (camera, window, "keying-large-text");
  gtk_window_destroy (window);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

static void
shoot_all (const ConsoleCamera *camera)
{
  ConsoleFixture fixture = { 0 };
  console_fixture_set_up (&fixture, TRUE);
  set_two_timers (&fixture);
  console_fixture_draw (&fixture);
  console_fixture_open (&fixture, camera->width, camera->height);
  shoot_corrections (&fixture, camera);
  shoot_keying (&fixture, camera);
  shoot_large_text (&fixture, camera);
  shoot_panel (&fixture, camera);
  console_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  return console_camera_run (argc, argv, shoot_all);
}
