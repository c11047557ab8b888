/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* GStreamer plays the bells: a pipeline each, opened when a talk begins so that none has to wait
 * for a device. The contest's own sounds are copied out of the file first.
 *
 * Rule: without a loudspeaker the evening goes on in silence, and the operator knows. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-loudspeaker.h"

#include <glib/gi18n-lib.h>
#include <gst/gst.h>

#include "lectern-attachments.h"
#include "lectern-content-copy.h"
#include "lectern-config.h"

/* Flags of playbin, which has no header for them. Without a volume of its own a device that has none,
 * as ALSA's, is warned of as if nothing could be heard. */
#define PLAY_SOUND 0x2
#define PLAY_SOFT_VOLUME 0x10

static const struct
{
  LecternRole role;
  const char *name;
} strokes[LECTERN_BELL_N_STROKES] = {
  [LECTERN_BELL_WARNING] = { LECTERN_ROLE_SOUND_WARNING, "warning.wav" },
  [LECTERN_BELL_OVER] = { LECTERN_ROLE_SOUND_OVER, "over.wav" },
};

struct _LecternLoudspeaker
{
  GObject parent_instance;

  LecternFollower *follower;
  char            *folder;
  char            *own[LECTERN_BELL_N_STROKES]; /* a copy of the contest's sound; NULL: the program's */
  GstElement      *pipelines[LECTERN_BELL_N_STROKES];
  guint            watches[LECTERN_BELL_N_STROKES];
  gboolean         said;
  gboolean         warming; /* GStreamer is looking for its parts */
};

enum
{
  TROUBLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternLoudspeaker, lectern_loudspeaker, G_TYPE_OBJECT)

static void
say_trouble (LecternLoudspeaker *self,
             const char         *why)
{
  g_autofree char *sentence = NULL;
  if (self->said)
    return;
  self->said = TRUE;
  /* Translators: a technical message. */
  sentence = g_strdup_printf (_ ("The bells can’t be heard on this laptop: %s"), why);
  g_signal_emit (self, signals[TROUBLE], 0, sentence);
}

static void
close_pipeline (LecternLoudspeaker *self,
                guint               stroke)
{
  g_clear_handle_id (&self->watches[stroke], g_source_remove);
  if (self->pipelines[stroke] != NULL)
    gst_element_set_state (self->pipelines[stroke], GST_STATE_NULL);
  gst_clear_object (&self->pipelines[stroke]);
}

/* A missing device is a warning: the sound goes nowhere. Anything worse closes the pipeline, and
 * the next talk tries again. */
static gboolean
on_message_cb (GstBus     *bus,
               GstMessage *message,
               gpointer    user_data)
{
  LecternLoudspeaker *self = user_data;
  g_autoptr (GError) error = NULL;
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_WARNING)
    gst_message_parse_warning (message, &error, NULL);
  else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    gst_message_parse_error (message, &error, NULL);
  if (error != NULL)
    say_trouble (self, error->message);
  return G_SOURCE_CONTINUE;
}

static gboolean
open_pipeline (LecternLoudspeaker *self,
               guint               stroke)
{
  g_autofree char *path = lectern_loudspeaker_get_path (self, (LecternBellStroke) stroke);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  if (self->pipelines[stroke] != NULL)
    return TRUE;
  if (!gst_init_check (NULL, NULL, &error))
    {
      say_trouble (self, error != NULL ? error->message : "GStreamer");
      return FALSE;
    }
  GstElement *pipeline = gst_element_factory_make ("playbin", NULL);
  if (pipeline == NULL || uri == NULL)
    {
      say_trouble (self, _ ("a part of GStreamer is missing."));
      return FALSE;
    }
  self->pipelines[stroke] = gst_object_ref_sink (pipeline);
  g_object_set (pipeline, "uri", uri, "flags", PLAY_SOUND | PLAY_SOFT_VOLUME, NULL);
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  self->watches[stroke] = gst_bus_add_watch (bus, on_message_cb, self);
  if (gst_element_set_state (pipeline, GST_STATE_PAUSED) != GST_STATE_CHANGE_FAILURE)
    return TRUE;
  return FALSE; /* the bus says why */
}

static void
on_warm_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  LecternLoudspeaker *self = LECTERN_LOUDSPEAKER (source);
  self->warming = FALSE;
  for (guint i = 0; i < LECTERN_BELL_N_STROKES; i++)
    open_pipeline (self, i);
}

/* The first time on a laptop GStreamer looks through all its parts, which takes seconds. */
static void
warm_up (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  g_task_return_boolean (task, gst_init_check (NULL, NULL, NULL));
}

static void
prepare (gpointer user_data,
         gboolean running)
{
  LecternLoudspeaker *self = user_data;
  if (!running || self->warming) /* not closed at the end of a talk: the last bell may still sound */
    return;
  self->warming = TRUE;
  g_autoptr (GTask) task = g_task_new (self, NULL, on_warm_cb, NULL);
  g_task_run_in_thread (task, warm_up);
}

static void
play (gpointer          user_data,
      LecternBellStroke stroke)
{
  LecternLoudspeaker *self = user_data;
  if (!open_pipeline (self, stroke))
    return;
  gst_element_seek_simple (self->pipelines[stroke], GST_FORMAT_TIME, GST_SEEK_FLAG_FLUSH, 0);
  gst_element_set_state (self->pipelines[stroke], GST_STATE_PLAYING);
}

char *
lectern_loudspeaker_get_path (LecternLoudspeaker *self,
                              LecternBellStroke   stroke)
{
  g_return_val_if_fail (LECTERN_IS_LOUDSPEAKER (self), NULL);
  g_return_val_if_fail (stroke < LECTERN_BELL_N_STROKES, NULL);
  return self->own[stroke] != NULL ? g_strdup (self->own[stroke]) : g_build_filename (self->folder, strokes[stroke].name, NULL);
}

LecternBellPlayer
lectern_loudspeaker_get_player (LecternLoudspeaker *self)
{
  return (LecternBellPlayer){ prepare, play, self };
}

/* --- the contest's own sounds --- */

static void
on_copied_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  LecternLoudspeaker *self = LECTERN_LOUDSPEAKER (source);
  guint               stroke = GPOINTER_TO_UINT (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lectern_content_copy_finish (result, &error);
  if (path == NULL)
    {
      say_trouble (self, error->message);
      return;
    }
  g_free (self->own[stroke]);
  self->own[stroke] = g_steal_pointer (&path);
  close_pipeline (self, stroke);
}

static void
take_sound (LecternLoudspeaker *self,
            guint               stroke)
{
  const char *sha256 = lectern_contest_get_content_key (lectern_follower_get_contest (self->follower), strokes[stroke].role, 0);
  if (sha256 == NULL)
    {
      g_clear_pointer (&self->own[stroke], g_free);
      close_pipeline (self, stroke);
      return;
    }
  lectern_content_copy_async (self->follower, sha256, "sounds", sha256, self, NULL, on_copied_cb, GUINT_TO_POINTER (stroke));
}

static void
on_contest_changed_cb (LecternContest     *contest,
                       LecternChange      *change,
                       LecternLoudspeaker *self)
{
  for (guint i = 0; i < lectern_change_get_n_rows (change); i++)
    {
      const LecternAttachment *row = lectern_change_get_row (change, i)->record;
      for (guint s = 0; row->record.table == &lectern_table_attachment && s < LECTERN_BELL_N_STROKES; s++)
        if (g_strcmp0 (row->role, lectern_role_get_name (strokes[s].role)) == 0)
          take_sound (self, s);
    }
}

static void
lectern_loudspeaker_dispose (GObject *object)
{
  LecternLoudspeaker *self = LECTERN_LOUDSPEAKER (object);
  for (guint i = 0; i < LECTERN_BELL_N_STROKES; i++)
    close_pipeline (self, i);
  g_clear_object (&self->follower);
  G_OBJECT_CLASS (lectern_loudspeaker_parent_class)->dispose (object);
}

static void
lectern_loudspeaker_finalize (GObject *object)
{
  LecternLoudspeaker *self = LECTERN_LOUDSPEAKER (object);
  for (guint i = 0; i < LECTERN_BELL_N_STROKES; i++)
    g_free (self->own[i]);
  g_free (self->folder);
  G_OBJECT_CLASS (lectern_loudspeaker_parent_class)->finalize (object);
}

static void
lectern_loudspeaker_class_init (LecternLoudspeakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_loudspeaker_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_loudspeaker_finalize;
  signals[TROUBLE] = g_signal_new ("trouble", LECTERN_TYPE_LOUDSPEAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lectern_loudspeaker_init (LecternLoudspeaker *self)
{
}

LecternLoudspeaker *
lectern_loudspeaker_new (LecternFollower *follower,
                         const char      *folder)
{
  LecternLoudspeaker *self = g_object_new (LECTERN_TYPE_LOUDSPEAKER, NULL);
  self->folder = folder != NULL ? g_strdup (folder) : g_build_filename (LECTERN_PKGDATADIR, "sounds", NULL);
  if (follower == NULL)
    return self;
  self->follower = g_object_ref (follower);
  g_signal_connect_object (lectern_follower_get_contest (follower), "changed", G_CALLBACK (on_contest_changed_cb), self, 0);
  for (guint i = 0; i < LECTERN_BELL_N_STROKES; i++)
    if (lectern_contest_get_content_key (lectern_follower_get_contest (follower), strokes[i].role, 0) != NULL)
      take_sound (self, i);
  return self;
}
