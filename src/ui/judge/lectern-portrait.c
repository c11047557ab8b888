/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A face beside the name. It comes when it comes, is decoded beside the window, and whatever goes
 * wrong with it the panel is as it was without. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-portrait.h"

#define WIDTH 60
#define HEIGHT 76

struct _LecternPortrait
{
  AdwBin        parent_instance;
  GtkPicture   *picture;
  GCancellable *cancellable;
  char         *sha256; /* shown, or on its way */
};

G_DEFINE_FINAL_TYPE (LecternPortrait, lectern_portrait, ADW_TYPE_BIN)

static void
on_decoded_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  LecternPortrait *self = LECTERN_PORTRAIT (source);
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (texture == NULL)
    return;
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* No larger than it is shown, on a screen of two pixels to one. */
static void
on_size_prepared_cb (GdkPixbufLoader *loader,
                     int              width,
                     int              height,
                     gpointer         user_data)
{
  double part = 2.0 * HEIGHT / MAX (height, 1);

  if (part < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * part)), 2 * HEIGHT);
}

/* By its first byte; what is none of them can't be decoded. */
static const char *
get_kind (guint8 first)
{
  if (first == 0x89)
    return "png";
  return first == 0xff ? "jpeg" : "webp";
}

static void
decode (GTask        *task,
        gpointer      source,
        gpointer      task_data,
        GCancellable *cancellable)
{
  gsize         size;
  const guint8 *start = g_bytes_get_data (task_data, &size);
  const char   *kind = get_kind (size > 0 ? start[0] : 0);
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (kind, NULL);
  GdkPixbuf *pixbuf = NULL;

  if (loader != NULL)
    {
      g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), NULL);
      gdk_pixbuf_loader_write_bytes (loader, task_data, NULL);
      if (gdk_pixbuf_loader_close (loader, NULL))
        pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
    }
  if (pixbuf != NULL)
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (pixbuf), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s", "no picture");
}

static void
on_loaded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LecternPortrait) self = user_data;
  g_autoptr (GTask) task = NULL;
  GBytes *bytes = lectern_judge_client_load_photo_finish (LECTERN_JUDGE_CLIENT (source), result, NULL);

  if (bytes == NULL)
    return;
  task = g_task_new (self, self->cancellable, on_decoded_cb, NULL);
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode);
}

void
lectern_portrait_show (LecternPortrait    *self,
                       LecternJudgeClient *client,
                       const char         *sha256)
{
  g_return_if_fail (LECTERN_IS_PORTRAIT (self));

  if (g_strcmp0 (self->sha256, sha256) == 0)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_free (self->sha256);
  self->sha256 = g_strdup (sha256);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_picture_set_paintable (self->picture, NULL);
  if (sha256 == NULL || client == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  lectern_judge_client_load_photo_async (client, sha256, self->cancellable, on_loaded_cb, g_object_ref (self));
}

static void
lectern_portrait_dispose (GObject *object)
{
  LecternPortrait *self = LECTERN_PORTRAIT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->sha256, g_free);
  G_OBJECT_CLASS (lectern_portrait_parent_class)->dispose (object);
}

static void
lectern_portrait_class_init (LecternPortraitClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_portrait_dispose;
}

static void
lectern_portrait_init (LecternPortrait *self)
{
  GtkWidget *across = adw_clamp_new (), *down = adw_clamp_new ();

  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_content_fit (self->picture, GTK_CONTENT_FIT_COVER);
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), WIDTH, HEIGHT);
  adw_clamp_set_maximum_size (ADW_CLAMP (across), WIDTH);
  adw_clamp_set_maximum_size (ADW_CLAMP (down), HEIGHT);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (down), GTK_ORIENTATION_VERTICAL);
  adw_clamp_set_child (ADW_CLAMP (down), GTK_WIDGET (self->picture));
  adw_clamp_set_child (ADW_CLAMP (across), down);
  adw_bin_set_child (ADW_BIN (self), across);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
