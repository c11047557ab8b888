/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A video on the projector: GTK's own player over the contest's bytes. Large files lie beside the
 * contest and are played from there; small ones are copied out of it first.
 *
 * Rule: whatever a player does wrong, the hall sees black and the operator a sentence. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-video-view.h"

#include <glib/gi18n-lib.h>

#include "lectern-attach.h"
#include "lectern-content-copy.h"
#include "lectern-scene.h"

struct _LecternVideoView
{
  GtkWidget parent_instance;

  GtkPicture     *picture;
  GtkMediaStream *stream;
  GCancellable   *cancellable;
  char           *playing;
};

enum
{
  TROUBLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternVideoView, lectern_video_view, GTK_TYPE_WIDGET)

static void
stop (LecternVideoView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_picture_set_paintable (self->picture, NULL);
  if (self->stream != NULL)
    gtk_media_stream_pause (self->stream);
  g_clear_object (&self->stream);
}

static void
say_trouble (LecternVideoView *self,
             const char       *why)
{
  /* Translators: a technical message. */
  g_autofree char *sentence = g_strdup_printf (_ ("The video can’t be played: %s"), why);
  g_signal_emit (self, signals[TROUBLE], 0, sentence);
}

static void
on_error_cb (GtkMediaStream   *stream,
             GParamSpec       *pspec,
             LecternVideoView *self)
{
  const GError *error = gtk_media_stream_get_error (stream);
  if (error == NULL || stream != self->stream)
    return;
  gtk_picture_set_paintable (self->picture, NULL);
  say_trouble (self, error->message);
}

/* The last frame does not stay. */
static void
on_ended_cb (GtkMediaStream   *stream,
             GParamSpec       *pspec,
             LecternVideoView *self)
{
  if (gtk_media_stream_get_ended (stream) && stream == self->stream)
    gtk_picture_set_paintable (self->picture, NULL);
}

/* Takes @stream. */
static void
start (LecternVideoView *self,
       GtkMediaStream   *stream)
{
  self->stream = stream;
  g_signal_connect_object (stream, "notify::error", G_CALLBACK (on_error_cb), self, 0);
  g_signal_connect_object (stream, "notify::ended", G_CALLBACK (on_ended_cb), self, 0);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (stream));
  gtk_media_stream_play (stream);
  on_error_cb (stream, NULL, self); /* without a player at all it is there already */
}

static void
on_copied_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  LecternVideoView *self = LECTERN_VIDEO_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lectern_content_copy_finish (result, &error);
  if (path != NULL)
    start (self, gtk_media_file_new_for_filename (path));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_trouble (self, error->message);
}

const char *
lectern_video_view_get_playing (LecternVideoView *self)
{
  g_return_val_if_fail (LECTERN_IS_VIDEO_VIEW (self), NULL);
  return self->playing;
}

void
lectern_video_view_play (LecternVideoView *self,
                         LecternFollower  *follower,
                         const char       *sha256)
{
  g_autofree char *beside = NULL;
  g_return_if_fail (LECTERN_IS_VIDEO_VIEW (self));
  if (g_strcmp0 (self->playing, sha256) == 0)
    return;
  stop (self);
  g_free (self->playing);
  self->playing = g_strdup (sha256);
  gtk_widget_set_visible (GTK_WIDGET (self), sha256 != NULL);
  if (sha256 == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  beside = lectern_engine_find_file (lectern_engine_get_path (lectern_follower_get_engine (follower)), sha256);
  if (beside != NULL)
    start (self, gtk_media_file_new_for_filename (beside));
  else
    lectern_content_copy_async (follower, sha256, "videos", sha256, self, self->cancellable, on_copied_cb, NULL);
}

char *
lectern_video_view_find (LecternContest *contest)
{
  const LecternOnAir *on_air = lectern_contest_get_on_air (contest);
  g_autoptr (LecternScene) scene = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  if (on_air == NULL || on_air->blank == 1 || on_air->kind != LECTERN_SCENE_PICTURE || on_air->scene == NULL)
    return NULL;
  scene = lectern_scene_from_json (on_air->scene, NULL);
  rows = lectern_contest_list_rows (contest, &lectern_table_attachment);
  for (guint i = 0; scene != NULL && i < rows->len; i++)
    {
      const LecternAttachment *row = rows->pdata[i];
      if (g_str_equal (row->role, lectern_role_get_name (LECTERN_ROLE_VIDEO)) && g_strcmp0 (row->sha256, scene->picture) == 0)
        return g_strdup (row->sha256);
    }
  return NULL;
}

static void
lectern_video_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 0, 1 }, &all);
  GTK_WIDGET_CLASS (lectern_video_view_parent_class)->snapshot (widget, snapshot);
}

static void
lectern_video_view_dispose (GObject *object)
{
  LecternVideoView *self = LECTERN_VIDEO_VIEW (object);
  if (self->picture != NULL)
    {
      stop (self);
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->picture)));
    }
  g_clear_pointer (&self->playing, g_free);
  G_OBJECT_CLASS (lectern_video_view_parent_class)->dispose (object);
}

static void
lectern_video_view_class_init (LecternVideoViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_video_view_dispose;
  widget_class->snapshot = lectern_video_view_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[TROUBLE] = g_signal_new ("trouble", LECTERN_TYPE_VIDEO_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lectern_video_view_init (LecternVideoView *self)
{
  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->picture), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Video"), -1);
}

GtkWidget *
lectern_video_view_new (void)
{
  return g_object_new (LECTERN_TYPE_VIDEO_VIEW, NULL);
}
