/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A thousand things that happen to the evening page in no order that makes sense: keys, presses on
 * whatever is in sight, the focus anywhere, scenes and steps by hand, sheets, laptops that come and
 * go. None of it leads to where the large button neither goes on nor says why not. */

#define G_LOG_DOMAIN "lectern-test"

#include "console-fixture.h"

#include <locale.h>

#include "lectern-evening-page.h"
#include "lectern-go-button.h"
#include "lectern-judge-client.h"
#include "lectern-seat-words.h"

#define N_EVENTS 1000
#define N_LAPTOPS 2
#define CHECK_EVERY 40

typedef struct
{
  ConsoleFixture      fixture;
  GRand              *random;
  LecternJudgeClient *laptops[N_LAPTOPS];
  gboolean            connected[N_LAPTOPS];
  guint               n_answers; /* of the desk: something was done, or refused with a sentence */
  guint               n_steps;   /* that the large button took */
} Evening;

static guint
choose (Evening *evening,
        guint    n)
{
  return (guint) g_rand_int_range (evening->random, 0, (gint32) n);
}

static LecternEveningPage *
get_page (Evening *evening)
{
  return LECTERN_EVENING_PAGE (lectern_console_window_get_page (evening->fixture.window, "evening"));
}

static LecternDesk *
get_desk (Evening *evening)
{
  return lectern_console_window_get_desk (evening->fixture.window);
}

static void
press_key (Evening *evening)
{
  static const guint keys[] = {
    GDK_KEY_space, GDK_KEY_space, GDK_KEY_space, GDK_KEY_space, GDK_KEY_b, GDK_KEY_c, GDK_KEY_t, GDK_KEY_d, GDK_KEY_g,
    GDK_KEY_a, GDK_KEY_Right, GDK_KEY_Left, GDK_KEY_Page_Down, GDK_KEY_Page_Up, GDK_KEY_Escape, GDK_KEY_Escape,
    GDK_KEY_F6, GDK_KEY_F8, GDK_KEY_F9, GDK_KEY_Return, GDK_KEY_Tab, GDK_KEY_0, GDK_KEY_1, GDK_KEY_2, GDK_KEY_3,
    GDK_KEY_4, GDK_KEY_5, GDK_KEY_6, GDK_KEY_7, GDK_KEY_8, GDK_KEY_9, GDK_KEY_m, GDK_KEY_w, GDK_KEY_k, GDK_KEY_e
  };
  console_fixture_press_key (&evening->fixture, keys[choose (evening, G_N_ELEMENTS (keys))]);
}

static void
list_widgets (GtkWidget *widget,
              gboolean   buttons,
              GPtrArray *list)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (buttons ? GTK_IS_BUTTON (widget) : gtk_widget_get_focusable (widget))
    g_ptr_array_add (list, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    list_widgets (child, buttons, list);
}

static GtkWidget *
choose_widget (Evening *evening,
               gboolean buttons)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  list_widgets (GTK_WIDGET (get_page (evening)), buttons, list);
  return list->len ? g_ptr_array_index (list, choose (evening, list->len)) : NULL;
}

static void
click (Evening *evening)
{
  GtkWidget *button = choose_widget (evening, TRUE);
  if (button)
    g_signal_emit_by_name (button, "clicked");
}

static void
move_focus (Evening *evening)
{
  GtkWidget *widget = choose_widget (evening, FALSE);
  if (widget && choose (evening, 2))
    gtk_widget_grab_focus (widget);
  else
    gtk_widget_child_focus (GTK_WIDGET (evening->fixture.window), choose (evening, 2) ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
}

static void
show_scene (Evening *evening)
{
  lectern_evening_page_show_scene (get_page (evening), (LecternSceneKind) choose (evening, LECTERN_SCENE_N_KINDS));
}

static void
step (Evening *evening)
{
  lectern_desk_step (get_desk (evening), choose (evening, 2) == 1);
}

static void
hand_in (Evening *evening)
{
  if (lectern_contest_get_entry_at_gate (console_fixture_contest (&evening->fixture)))
    console_fixture_mark (&evening->fixture, choose (evening, 3));
}

static void
drop_laptop (Evening *evening)
{
  guint i = choose (evening, N_LAPTOPS);
  if (evening->connected[i])
    lectern_judge_client_stop (evening->laptops[i]);
  else
    lectern_judge_client_start (evening->laptops[i]);
  evening->connected[i] = !evening->connected[i];
}

static void
change_page (Evening *evening)
{
  static const char *const pages[] = { "set-up", "draw", "results", "papers", "journal" };
  lectern_console_window_show_page (evening->fixture.window, pages[choose (evening, G_N_ELEMENTS (pages))]);
  console_fixture_catch_up (&evening->fixture);
  lectern_console_window_show_page (evening->fixture.window, "evening");
}

static void
happen (Evening *evening)
{
  static const struct
  {
    guint weight;
    void (*happen) (Evening *evening);
  } events[] = {
    { 40, press_key },
    { 20, click },
    { 12, move_focus },
    { 6, show_scene },
    { 6, step },
    { 10, hand_in },
    { 4, drop_laptop },
    { 2, change_page },
  };
  guint weight = choose (evening, 100);
  guint i = 0;
  for (; weight >= events[i].weight; i++)
    weight -= events[i].weight;
  events[i].happen (evening);
  console_fixture_catch_up (&evening->fixture);
}

static void
count_answer (Evening *evening)
{
  evening->n_answers++;
}

/* As somebody does who wants to go on: out of whatever is open, a moment's rest, the large key. */
static void
go_on (Evening *evening)
{
  LecternGoButton *go = LECTERN_GO_BUTTON (console_fixture_find (evening->fixture.window, "LecternGoButton", 0));
  g_object_set (get_page (evening), "corrections", FALSE, NULL);
  gtk_window_set_focus (GTK_WINDOW (evening->fixture.window), NULL);
  console_fixture_press_key (&evening->fixture, GDK_KEY_Escape);
  console_fixture_settle (LECTERN_DESK_PRESS_US / 1000 + 50);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (go)));
  guint answers = evening->n_answers;
  g_test_message ("the large button: %s (%s)", lectern_go_button_get_title (go), lectern_go_button_get_detail (go));
  g_assert_cmpstr (lectern_go_button_get_title (go), !=, "");
  if (!gtk_widget_is_sensitive (console_fixture_find (go, "GtkButton", 0)))
    return; /* and what it says is why */
  console_fixture_press_key (&evening->fixture, GDK_KEY_space);
  for (guint waited = 0; evening->n_answers == answers && waited < 2000; waited += 10)
    console_fixture_settle (10);
  g_assert_cmpuint (evening->n_answers, >, answers);
  evening->n_steps++;
}

static void
on_paired_cb (GObject      *client,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  lectern_judge_client_pair_finish (LECTERN_JUDGE_CLIENT (client), result, &error);
  g_assert_no_error (error);
  lectern_judge_client_start (LECTERN_JUDGE_CLIENT (client));
}

static void
seat_laptop (Evening *evening,
             guint    i)
{
  ConsoleFixture  *fixture = &evening->fixture;
  LecternAction   *action = lectern_action_new (LECTERN_ACTION_MAKE_CODE, "test");
  g_autofree char *address = g_strdup_printf ("127.0.0.1:%u", lectern_server_get_port (fixture->server));
  action->judge = i + 1;
  console_fixture_do (fixture, action);
  evening->laptops[i] = lectern_judge_client_new (address, NULL);
  lectern_judge_client_pair_async (evening->laptops[i], lectern_seat_words_find_code (console_fixture_contest (fixture), i + 1),
                                   "test", NULL, on_paired_cb, NULL);
  for (guint waited = 0; !lectern_judge_client_get_connected (evening->laptops[i]); waited += 10)
    {
      g_assert_cmpuint (waited, <, 5000);
      console_fixture_settle (10);
    }
  evening->connected[i] = TRUE;
}

static void
set_up (Evening *evening,
        guint32  seed)
{
  ConsoleFixture *fixture = &evening->fixture;
  evening->random = g_rand_new_with_seed (seed);
  console_fixture_set_up (fixture, TRUE);
  console_fixture_draw (fixture);
  console_fixture_serve (fixture);
  for (guint i = 0; i < N_LAPTOPS; i++)
    seat_laptop (evening, i);
  console_fixture_open (fixture, 1366, 768);
  lectern_console_window_show_page (fixture->window, "evening");
  g_signal_connect_swapped (get_desk (evening), "accepted", G_CALLBACK (count_answer), evening);
  g_signal_connect_swapped (get_desk (evening), "refused", G_CALLBACK (count_answer), evening);
}

static void
tear_down (Evening *evening)
{
  g_autofree char *path = g_strdup (lectern_engine_get_path (evening->fixture.engine));
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < N_LAPTOPS; i++)
    {
      if (evening->connected[i])
        lectern_judge_client_stop (evening->laptops[i]);
      g_clear_object (&evening->laptops[i]);
    }
  lectern_engine_verify (path, NULL, &error);
  g_assert_no_error (error);
  console_fixture_tear_down (&evening->fixture);
  g_rand_free (evening->random);
}

static void
test_thousand (gconstpointer data)
{
  Evening evening = { 0 };
  set_up (&evening, GPOINTER_TO_UINT (data));
  for (guint i = 1; i <= N_EVENTS; i++)
    {
      happen (&evening);
      if (console_fixture_is_blocked ())
        g_error ("after %u events a window stands in the way", i);
      if (i % CHECK_EVERY == 0)
        {
          go_on (&evening); /* what was interrupted is on air again, */
          go_on (&evening); /* and goes on */
        }
    }
  g_test_message ("%u answers, of which %u to the large button", evening.n_answers, evening.n_steps);
  g_assert_cmpuint (evening.n_steps, >=, 5);
  tear_down (&evening);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no screen\n");
      return 0;
    }
  adw_init ();
  g_test_add_data_func ("/console/random/2018", GUINT_TO_POINTER (2018), test_thousand);
  return g_test_run ();
}
