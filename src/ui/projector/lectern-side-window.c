/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The screens that do not follow what is on air. The scene is frozen anew after each change of the
 * contest, and shown only when it is another one: a still scene costs nothing, and a clock that
 * runs is not disturbed by a judge who hands in. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-side-window.h"

#include <glib/gi18n-lib.h>

#include "lectern-screen-scene.h"

struct _LecternSideWindow
{
  GtkWindow           parent_instance;
  LecternFollower    *follower;
  LecternScreenChoice choice;
  LecternSceneView   *view;
};

G_DEFINE_FINAL_TYPE (LecternSideWindow, lectern_side_window, GTK_TYPE_WINDOW)

static gboolean
are_same (LecternScene *a,
          LecternScene *b)
{
  if (a == NULL || b == NULL || a == b)
    return a == b;
  g_autofree char *one = lectern_scene_to_json (a);
  g_autofree char *other = lectern_scene_to_json (b);
  return g_str_equal (one, other);
}

static void
show_scene (LecternSideWindow *self)
{
  LecternScene *before = lectern_scene_view_get_scene (self->view);
  g_autoptr (LecternScene) scene = lectern_screen_scene_make (lectern_follower_get_contest (self->follower), &self->choice, before);
  if (!are_same (scene, before))
    lectern_scene_view_set_scene (self->view, scene);
}

static void
on_contest_changed_cb (LecternContest    *contest,
                       LecternChange     *change,
                       LecternSideWindow *self)
{
  show_scene (self);
}

static void
lectern_side_window_dispose (GObject *object)
{
  LecternSideWindow *self = LECTERN_SIDE_WINDOW (object);
  g_clear_object (&self->follower);
  G_OBJECT_CLASS (lectern_side_window_parent_class)->dispose (object);
}

static void
lectern_side_window_class_init (LecternSideWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_side_window_dispose;
}

static void
lectern_side_window_init (LecternSideWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  self->view = LECTERN_SCENE_VIEW (lectern_scene_view_new ());
  gtk_window_set_child (window, GTK_WIDGET (self->view));
  gtk_window_set_default_size (window, 1280, 720);
  gtk_window_set_handle_menubar_accel (window, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), "none");
}

GtkWidget *
lectern_side_window_new (LecternFollower           *follower,
                         const LecternScreenChoice *choice)
{
  g_return_val_if_fail (LECTERN_IS_FOLLOWER (follower), NULL);
  LecternSideWindow *self = g_object_new (LECTERN_TYPE_SIDE_WINDOW, NULL);
  self->follower = g_object_ref (follower);
  lectern_scene_view_set_follower (self->view, follower);
  g_signal_connect_object (lectern_follower_get_contest (follower), "changed", G_CALLBACK (on_contest_changed_cb), self, 0);
  lectern_side_window_set_choice (self, choice);
  return GTK_WIDGET (self);
}

LecternSceneView *
lectern_side_window_get_view (LecternSideWindow *self)
{
  g_return_val_if_fail (LECTERN_IS_SIDE_WINDOW (self), NULL);
  return self->view;
}

void
lectern_side_window_set_choice (LecternSideWindow         *self,
                                const LecternScreenChoice *choice)
{
  g_return_if_fail (LECTERN_IS_SIDE_WINDOW (self));
  g_return_if_fail (choice != NULL);
  self->choice = *choice;
  gtk_window_set_title (GTK_WINDOW (self), choice->role == LECTERN_SCREEN_CLOCK ? _ ("Lectern stage clock") : _ ("Lectern second screen"));
  show_scene (self);
}
