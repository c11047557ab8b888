/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Each look is an action of the window with a state, and a class of the style sheet. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-judge-looks.h"

typedef struct
{
  GtkApplicationWindow    *window; /* which has the actions, so it lives longer */
  LecternSeatStore        *seat;
  LecternJudgeLooksTrouble trouble;
  LecternSeatSetting       setting;
  const char              *css_class;
} Look;

static void
look_free (gpointer  data,
           GClosure *closure)
{
  Look *look = data;

  g_object_unref (look->seat);
  g_free (look);
}

static void
show_look (Look    *look,
           gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (look->window), look->css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (look->window), look->css_class);
}

static void
on_change_state_cb (GSimpleAction *action,
                    GVariant      *value,
                    gpointer       user_data)
{
  Look *look = user_data;
  g_autoptr (GError) error = NULL;

  g_simple_action_set_state (action, value);
  show_look (look, g_variant_get_boolean (value));
  if (!lectern_seat_store_set_setting (look->seat, look->setting, g_variant_get_boolean (value), &error))
    look->trouble (look->window, error->message);
}

static void
add_look (const Look *wanted,
          const char *name)
{
  Look    *look = g_memdup2 (wanted, sizeof *wanted);
  gboolean on = lectern_seat_store_get_setting (look->seat, look->setting);
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (on));

  g_object_ref (look->seat);
  g_signal_connect_data (action, "change-state", G_CALLBACK (on_change_state_cb), look, look_free, 0);
  g_action_map_add_action (G_ACTION_MAP (look->window), G_ACTION (action));
  show_look (look, on);
}

void
lectern_judge_looks_add (GtkApplicationWindow    *window,
                         LecternSeatStore        *seat,
                         LecternJudgeLooksTrouble trouble)
{
  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));
  g_return_if_fail (LECTERN_IS_SEAT_STORE (seat));

  add_look (&(Look){ window, seat, trouble, LECTERN_SEAT_LARGE_TEXT, "large-text" }, "large-text");
  add_look (&(Look){ window, seat, trouble, LECTERN_SEAT_HIGH_CONTRAST, "strong" }, "high-contrast");
}
