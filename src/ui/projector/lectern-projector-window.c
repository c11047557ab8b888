/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The projector's window: a follower of the contest like any other, and nothing else. Where it
 * stands is said by LecternScreens.
 *
 * Rule: whatever happens to contest or scene, the picture changes in one step, from one whole
 * scene to the next; blank wins over every scene. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-projector-window.h"

#include <glib/gi18n-lib.h>

#include "lectern-attachments.h"
#include "lectern-courseware-remote.h"
#include "lectern-courseware.h"
#include "lectern-scene-view.h"
#include "lectern-video-view.h"

struct _LecternProjectorWindow
{
  GtkWindow parent_instance;

  LecternFollower  *follower;
  LecternSceneView *view;
  LecternVideoView *video;
  GdkMonitor       *monitor;        /* the one it fills; NULL: a window */
  gboolean          out_of_the_way; /* another program shows courseware on its monitor */
};

enum
{
  TROUBLE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_FOLLOWER,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LecternProjectorWindow, lectern_projector_window, GTK_TYPE_WINDOW)

/* --- what it shows --- */

static LecternScene *
create_scene (LecternContest *contest)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  if (on_air == NULL || on_air->blank == 1 || on_air->scene == NULL)
    return lectern_scene_new (LECTERN_SCENE_BLANK);
  /* A scene only a newer program knows is black, too. */
  LecternScene *scene = lectern_scene_from_json (on_air->scene, NULL);
  return scene != NULL ? scene : lectern_scene_new (LECTERN_SCENE_BLANK);
}

/* Courseware that another program has to show: the window makes room on its monitor until
 * something else is on air. */
static gboolean
is_for_others (LecternContest     *contest,
               const LecternScene *scene)
{
  const LecternEntry      *entry = scene->kind == LECTERN_SCENE_COURSEWARE ? lectern_contest_get_entry_by_lot (contest, scene->lot) : NULL;
  const LecternAttachment *file = entry != NULL ? lectern_contest_get_attachment (contest, LECTERN_ROLE_COURSEWARE, entry->nominee) : NULL;
  return file != NULL && !lectern_courseware_is_shown (file->media_type);
}

static void
make_way (LecternProjectorWindow *self,
          gboolean                out_of_the_way)
{
  if (self->out_of_the_way == out_of_the_way)
    return;
  self->out_of_the_way = out_of_the_way;
  if (out_of_the_way && self->monitor != NULL)
    gtk_window_minimize (GTK_WINDOW (self));
  else if (!out_of_the_way)
    gtk_window_unminimize (GTK_WINDOW (self));
  if (!out_of_the_way && gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static void
show_on_air (LecternProjectorWindow *self)
{
  LecternContest             *contest = lectern_follower_get_contest (self->follower);
  const LecternContestRecord *record = lectern_contest_get_record (contest);
  g_autoptr (LecternScene) scene = create_scene (contest);
  if (scene->kind == LECTERN_SCENE_BLANK && scene->language == NULL && record != NULL)
    {
      scene->language = g_strdup (record->language);
      scene->rehearsal = record->rehearsal == 1;
    }
  lectern_scene_view_set_scene (self->view, scene);
  g_autofree char *video = lectern_video_view_find (contest);
  lectern_video_view_play (self->video, self->follower, video);
  make_way (self, is_for_others (contest, scene));
}

static void
on_contest_changed_cb (LecternContest         *contest,
                       LecternChange          *change,
                       LecternProjectorWindow *self)
{
  if (lectern_change_touches (change, &lectern_table_on_air) || lectern_change_touches (change, &lectern_table_contest))
    show_on_air (self);
}

/* --- the window --- */

static void
on_fullscreen_activate_cb (GtkWidget  *widget,
                           const char *action,
                           GVariant   *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);
  if (LECTERN_PROJECTOR_WINDOW (widget)->monitor != NULL)
    return; /* the hall's screen stays filled */
  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* A clicker in the speaker's hand sends Page Up and Page Down to whatever has the focus. Refusals
 * are nobody's here: the page simply stays. */
static void
submit (LecternProjectorWindow *self,
        LecternAction          *action)
{
  if (action != NULL)
    lectern_engine_submit (lectern_follower_get_engine (self->follower), action, NULL, NULL);
}

static void
on_turn_activate_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  LecternProjectorWindow *self = LECTERN_PROJECTOR_WINDOW (widget);
  submit (self, lectern_courseware_remote_turn (self->follower, g_variant_get_int32 (parameter), "console"));
}

static void
on_leave_activate_cb (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  LecternProjectorWindow *self = LECTERN_PROJECTOR_WINDOW (widget);
  submit (self, lectern_courseware_remote_leave (lectern_follower_get_contest (self->follower), "console"));
}

static void
on_video_trouble_cb (LecternVideoView       *video,
                     const char             *sentence,
                     LecternProjectorWindow *self)
{
  g_signal_emit (self, signals[TROUBLE], 0, sentence);
}

/* The last window but this one is gone: without a console nothing would ever close it. */
static void
on_application_window_removed_cb (GtkApplication         *application,
                                  GtkWindow              *window,
                                  LecternProjectorWindow *self)
{
  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (!LECTERN_IS_PROJECTOR_WINDOW (at->data))
      return;
  if (window != GTK_WINDOW (self))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
lectern_projector_window_set_property (GObject      *object,
                                       guint         id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  LecternProjectorWindow *self = LECTERN_PROJECTOR_WINDOW (object);
  if (id == PROP_FOLLOWER)
    self->follower = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_projector_window_constructed (GObject *object)
{
  LecternProjectorWindow *self = LECTERN_PROJECTOR_WINDOW (object);
  G_OBJECT_CLASS (lectern_projector_window_parent_class)->constructed (object);
  lectern_scene_view_set_follower (self->view, self->follower);
  g_signal_connect_object (lectern_follower_get_contest (self->follower), "changed",
                           G_CALLBACK (on_contest_changed_cb), self, 0);
  show_on_air (self);
}

static void
lectern_projector_window_dispose (GObject *object)
{
  LecternProjectorWindow *self = LECTERN_PROJECTOR_WINDOW (object);
  g_clear_object (&self->monitor);
  g_clear_object (&self->follower);
  G_OBJECT_CLASS (lectern_projector_window_parent_class)->dispose (object);
}

static void
lectern_projector_window_class_init (LecternProjectorWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  object_class->set_property = lectern_projector_window_set_property;
  object_class->constructed = lectern_projector_window_constructed;
  object_class->dispose = lectern_projector_window_dispose;
  properties[PROP_FOLLOWER] = g_param_spec_object ("follower", NULL, NULL, LECTERN_TYPE_FOLLOWER,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "projector.fullscreen", NULL, on_fullscreen_activate_cb);
  gtk_widget_class_install_action (widget_class, "projector.turn", "i", on_turn_activate_cb);
  gtk_widget_class_install_action (widget_class, "projector.leave-courseware", NULL, on_leave_activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "projector.fullscreen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "projector.turn", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "projector.turn", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "projector.turn", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "projector.turn", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "projector.leave-courseware", NULL);
  signals[TROUBLE] = g_signal_new ("trouble", LECTERN_TYPE_PROJECTOR_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lectern_projector_window_init (LecternProjectorWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  self->view = LECTERN_SCENE_VIEW (lectern_scene_view_new ());
  lectern_scene_view_set_plays_moves (self->view, TRUE);
  self->video = LECTERN_VIDEO_VIEW (lectern_video_view_new ());
  g_signal_connect_object (self->video, "trouble", G_CALLBACK (on_video_trouble_cb), self, 0);
  GtkWidget *over = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (over), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (over), GTK_WIDGET (self->video));
  gtk_window_set_child (window, over);
  gtk_window_set_title (window, _ ("Lectern projector"));
  gtk_window_set_default_size (window, 1280, 720);
  gtk_window_set_hide_on_close (window, TRUE);
  gtk_window_set_handle_menubar_accel (window, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), "none");
}

GtkWidget *
lectern_projector_window_new (GtkApplication  *application,
                              LecternFollower *follower)
{
  g_return_val_if_fail (LECTERN_IS_FOLLOWER (follower), NULL);
  GtkWidget *self = g_object_new (LECTERN_TYPE_PROJECTOR_WINDOW, "application", application, "follower", follower, NULL);
  if (application != NULL)
    g_signal_connect_object (application, "window-removed", G_CALLBACK (on_application_window_removed_cb), self, 0);
  return self;
}

LecternSceneView *
lectern_projector_window_get_view (LecternProjectorWindow *self)
{
  g_return_val_if_fail (LECTERN_IS_PROJECTOR_WINDOW (self), NULL);
  return self->view;
}

void
lectern_projector_window_fill (LecternProjectorWindow *self,
                               GdkMonitor             *monitor)
{
  g_return_if_fail (LECTERN_IS_PROJECTOR_WINDOW (self));
  g_set_object (&self->monitor, monitor);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
  if (monitor != NULL && self->out_of_the_way)
    gtk_window_minimize (GTK_WINDOW (self));
}
