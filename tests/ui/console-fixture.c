/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What the tests and the pictures of the console share. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "lectern-import.h"
#include "lectern-sequence.h"
#include "lectern-templates.h"

#define PATIENCE_MS 5000

static gboolean
on_time_up_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

void
console_fixture_settle (guint ms)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_timeout_add (ms, on_time_up_cb, loop);
  g_main_loop_run (loop);
}

static void
do_nothing (LecternEngine *engine,
            gpointer       user_data)
{
}

void
console_fixture_catch_up (ConsoleFixture *fixture)
{
  /* The engine takes what it is asked in order: when it is through with this, so it is with the rest. */
  lectern_engine_call (fixture->engine, do_nothing, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
console_fixture_wait (gboolean (*check) (gpointer data),
                      gpointer data)
{
  for (guint waited = 0; !check (data); waited += 10)
    {
      g_assert_cmpuint (waited, <, PATIENCE_MS);
      console_fixture_settle (10);
    }
}

void
console_fixture_do (ConsoleFixture *fixture,
                    LecternAction  *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternOutcome) outcome = lectern_engine_perform (fixture->engine, action, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (outcome);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
console_fixture_do_kind (ConsoleFixture   *fixture,
                         LecternActionKind kind)
{
  console_fixture_do (fixture, lectern_action_new (kind, "test"));
}

LecternContest *
console_fixture_contest (ConsoleFixture *fixture)
{
  return lectern_desk_get_contest (fixture->desk);
}

static void
import_sample (ConsoleFixture   *fixture,
               LecternImportKind kind,
               LecternActionKind action_kind)
{
  g_autoptr (GBytes) table = lectern_templates_get_sample (kind);
  g_autoptr (LecternImport) import = lectern_import_read_bytes (kind, table, console_fixture_contest (fixture), LECTERN_IMPORT_PLAIN);
  LecternAction *action = lectern_action_new (action_kind, "test");
  g_assert_no_error (import->error);
  for (guint i = 0; i < import->records->len; i++)
    lectern_action_add_record (action, lectern_record_ref (g_ptr_array_index (import->records, i)));
  console_fixture_do (fixture, action);
}

/* One a process: it cannot be registered twice. */
static AdwApplication *
hold_application (void)
{
  GApplication *application = g_application_get_default ();
  if (application)
    return g_object_ref (ADW_APPLICATION (application));
  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id", "io.github.lectern.Lectern.Test",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/io/github/lectern/Lectern",
                              NULL);
  g_application_set_default (application);
  g_assert_true (g_application_register (application, NULL, NULL));
  return ADW_APPLICATION (g_object_ref (application));
}

void
console_fixture_set_up (ConsoleFixture *fixture,
                        gboolean        sample)
{
  console_fixture_set_up_with (fixture, LECTERN_TEMPLATE_DEFAULT, sample);
}

void
console_fixture_set_up_with (ConsoleFixture *fixture,
                             const char     *template_name,
                             gboolean        sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternTemplate) template = lectern_templates_load (template_name, NULL, &error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("lectern-console-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (fixture->folder, "contest.lectern", NULL);
  fixture->engine = lectern_engine_create (path, template, "test", &error);
  g_assert_no_error (error);
  fixture->application = hold_application ();
  fixture->desk = lectern_desk_new (fixture->engine, NULL);
  if (!sample)
    return;
  import_sample (fixture, LECTERN_IMPORT_NOMINEES, LECTERN_ACTION_ADD_NOMINEES);
  import_sample (fixture, LECTERN_IMPORT_JUDGES, LECTERN_ACTION_ADD_JUDGES);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name (dir));)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

void
console_fixture_serve (ConsoleFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  fixture->server = lectern_server_start (fixture->engine, NULL, 0, fixture->folder, &error);
  g_assert_no_error (error);
}

void
console_fixture_tear_down (ConsoleFixture *fixture)
{
  console_fixture_close (fixture);
  g_clear_object (&fixture->desk);
  if (fixture->server)
    lectern_server_stop (fixture->server);
  g_clear_object (&fixture->server);
  lectern_engine_close (fixture->engine);
  g_clear_object (&fixture->engine);
  g_clear_object (&fixture->application);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

void
console_fixture_open (ConsoleFixture *fixture,
                      int             width,
                      int             height)
{
  GtkWindow *window = lectern_console_window_new (fixture->application, fixture->engine, fixture->server);
  gtk_window_set_default_size (window, width, height);
  gtk_window_present (window);
  fixture->window = LECTERN_CONSOLE_WINDOW (window);
  console_fixture_settle (100);
}

void
console_fixture_close (ConsoleFixture *fixture)
{
  if (fixture->window)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  console_fixture_settle (20);
}

void
console_fixture_draw (ConsoleFixture *fixture)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_DRAW, "test");
  action->text = g_strdup ("2018-09-14");
  console_fixture_do (fixture, action);
}

/* A sheet that looks like a real one; the same for the same judge and entry. */
static void
hand_in (ConsoleFixture *fixture,
         gint64          lot,
         gint64          judge)
{
  GPtrArray     *criteria = lectern_contest_get_criteria (console_fixture_contest (fixture));
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SHEET, "test");
  action->lot = lot;
  action->judge = judge;
  action->on = TRUE;
  action->text = g_uuid_string_random ();
  for (guint i = 0; i < criteria->len; i++)
    {
      const LecternCriterion *criterion = g_ptr_array_index (criteria, i);
      gint64                  off = (lot * 7 + judge * 5 + i * 3) % 13;
      gint64                  tenths = criterion->max / 100 * (96 - off) / 100;
      g_autofree char        *mark = g_strdup_printf ("%d.%d", (int) (tenths / 10), (int) (tenths % 10));
      lectern_action_add_mark (action, criterion->key, mark);
    }
  console_fixture_do (fixture, action);
}

void
console_fixture_mark (ConsoleFixture *fixture,
                      guint           n_missing)
{
  LecternContest     *contest = console_fixture_contest (fixture);
  const LecternEntry *entry = lectern_contest_get_entry_at_gate (contest);
  g_assert_nonnull (entry);
  gint64     lot = entry->lot;
  GPtrArray *judges = lectern_contest_get_judges (contest);
  for (guint i = 0; i + n_missing < judges->len; i++)
    {
      gint64 number = ((const LecternJudge *) g_ptr_array_index (judges, i))->number;
      if (!lectern_contest_is_recused (contest, lectern_contest_get_entry_by_lot (contest, lot), number))
        hand_in (fixture, lot, number);
      judges = lectern_contest_get_judges (contest);
    }
}

/* Talks of different lengths, so that some go over time. */
static void
set_clock (ConsoleFixture *fixture,
           gint64          lot)
{
  LecternAction *action = lectern_action_new (LECTERN_ACTION_SET_CLOCK, "test");
  action->number = 340000 + lot * 7300 % 41000;
  action->reason = g_strdup ("test");
  console_fixture_do (fixture, action);
}

/* Whether the large button goes on with what is on air before it takes a cue. */
static gboolean
has_steps_left (LecternContest *contest)
{
  guint    step = 0;
  gboolean on_air = FALSE;
  g_autoptr (LecternSequence) held = lectern_sequence_get_held (contest, &step, &on_air);
  return lectern_sequence_get_next (held, contest, step, on_air) != LECTERN_SEQUENCE_NEXT_CUE;
}

void
console_fixture_play_to (ConsoleFixture *fixture,
                         gint64          lot,
                         LecternCueKind  next)
{
  LecternContest *contest = console_fixture_contest (fixture);
  for (const LecternCue *cue; (cue = lectern_contest_get_next_cue (contest));)
    {
      const LecternEntry *entry = cue->nominee == LECTERN_NULL ? NULL : lectern_contest_get_entry (contest, NULL, cue->nominee);
      if (!has_steps_left (contest) && cue->kind == (gint64) next && ((entry && entry->lot == lot) || lot == 0))
        return;
      if (lectern_contest_get_clock (contest)->phase == LECTERN_CLOCK_RUNNING)
        set_clock (fixture, lectern_contest_get_entry_on_stage (contest)->lot);
      console_fixture_do_kind (fixture, LECTERN_ACTION_GO);
      if (lectern_contest_get_entry_at_gate (contest) && !(next == LECTERN_CUE_MARK && entry && entry->lot == lot))
        console_fixture_mark (fixture, 0);
    }
  g_assert_not_reached ();
}

GtkWidget *
console_fixture_find (gpointer    parent,
                      const char *type,
                      guint       nth)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  g_queue_push_tail (queue, parent);
  for (GtkWidget *widget; (widget = g_queue_pop_head (queue));)
    {
      if (g_type_is_a (G_OBJECT_TYPE (widget), g_type_from_name (type)) && nth-- == 0)
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  return NULL;
}

guint
console_fixture_count (gpointer    parent,
                       const char *type)
{
  guint n = 0;
  while (console_fixture_find (parent, type, n))
    n++;
  return n;
}

static gboolean
says (GtkWidget  *widget,
      const char *label)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), label))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (says (child, label))
      return TRUE;
  return FALSE;
}

GtkWidget *
console_fixture_find_button (gpointer    parent,
                             const char *label)
{
  GtkWidget *button;
  for (guint i = 0; (button = console_fixture_find (parent, "GtkButton", i)); i++)
    if (gtk_widget_get_mapped (button) && says (button, label))
      return button;
  return NULL;
}

gboolean
console_fixture_says (gpointer    parent,
                      const char *part)
{
  GtkWidget *label;
  for (guint i = 0; (label = console_fixture_find (parent, "GtkLabel", i)); i++)
    if (gtk_widget_get_mapped (label) && strstr (gtk_label_get_text (GTK_LABEL (label)), part))
      return TRUE;
  return FALSE;
}

void
console_fixture_await (gpointer    parent,
                       const char *part)
{
  for (guint waited = 0; !console_fixture_says (parent, part); waited += 10)
    {
      if (waited >= PATIENCE_MS)
        g_error ("Nothing says “%s”", part);
      console_fixture_settle (10);
    }
}

GtkWidget *
console_fixture_find_row (gpointer    parent,
                          const char *title)
{
  GtkWidget *row;
  for (guint i = 0; (row = console_fixture_find (parent, "AdwPreferencesRow", i)); i++)
    if (gtk_widget_get_mapped (row) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      return row;
  return NULL;
}

void
console_fixture_type (gpointer    parent,
                      const char *title,
                      const char *text)
{
  GtkWidget *row = console_fixture_find_row (parent, title);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_sensitive (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* As they are at the press: a page that comes into sight by it has not heard it. */
static GPtrArray *
list_key_controllers (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_ptr_array_add (keys, g_object_ref (controller));
    }
  return keys;
}

gboolean
console_fixture_press_key (ConsoleFixture *fixture,
                           guint           keyval)
{
  g_autoptr (GPtrArray) keys = list_key_controllers (GTK_WIDGET (fixture->window));
  gboolean handled = FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      gboolean taken = FALSE;
      g_signal_emit_by_name (keys->pdata[i], "key-pressed", keyval, 0, 0, &taken);
      handled |= taken;
      g_signal_emit_by_name (keys->pdata[i], "key-released", keyval, 0, 0);
    }
  return handled;
}

gboolean
console_fixture_is_blocked (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (gtk_window_get_modal (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return TRUE;
    }
  return FALSE;
}

void
console_fixture_press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}
