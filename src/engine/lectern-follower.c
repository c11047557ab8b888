/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A follower is made on the engine's thread between two commits, so its snapshot and the changes
 * after it leave no gap; from then on each commit is posted to the follower's own context. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-follower.h"

#include "lectern-attach.h"

struct _LecternFollower
{
  GObject parent_instance;

  LecternEngine  *engine;
  LecternContest *contest;
  GMainContext   *context;
  gulong          handler;
  gint64          seq;
  gint64          wall_us;
};

G_DEFINE_FINAL_TYPE (LecternFollower, lectern_follower, G_TYPE_OBJECT)

typedef struct
{
  GWeakRef       follower;
  LecternChange *change;
  gint64         seq;
  gint64         wall_us;
} Delivery;

static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  g_weak_ref_clear (&delivery->follower);
  lectern_change_unref (delivery->change);
  g_free (delivery);
}

static gboolean
on_delivery_cb (gpointer user_data)
{
  Delivery *delivery = user_data;
  g_autoptr (LecternFollower) self = g_weak_ref_get (&delivery->follower);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  self->seq = delivery->seq;
  self->wall_us = delivery->wall_us;
  lectern_contest_apply (self->contest, delivery->change);
  return G_SOURCE_REMOVE;
}

/* What the engine holds of a follower: nothing that keeps it alive. */
typedef struct
{
  GWeakRef      follower;
  GMainContext *context;
} Subscription;

static void
subscription_free (gpointer  data,
                   GClosure *closure)
{
  Subscription *subscription = data;

  g_weak_ref_clear (&subscription->follower);
  g_main_context_unref (subscription->context);
  g_free (subscription);
}

/* On the engine's thread. */
static void
on_engine_committed_cb (LecternEngine *engine,
                        LecternChange *change,
                        gint64         seq,
                        gint64         wall_us,
                        gpointer       user_data)
{
  Subscription *subscription = user_data;
  g_autoptr (LecternFollower) follower = g_weak_ref_get (&subscription->follower);
  g_autoptr (GSource) source = NULL;
  Delivery *delivery;

  if (follower == NULL)
    return;
  delivery = g_new0 (Delivery, 1);
  g_weak_ref_init (&delivery->follower, follower);
  delivery->change = lectern_change_ref (change);
  delivery->seq = seq;
  delivery->wall_us = wall_us;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_delivery_cb, delivery, delivery_free);
  g_source_attach (source, subscription->context);
}

static void
subscribe (LecternEngine *engine,
           gpointer       user_data)
{
  LecternFollower *self = user_data;
  Subscription    *subscription = g_new0 (Subscription, 1);

  g_weak_ref_init (&subscription->follower, self);
  subscription->context = g_main_context_ref (self->context);
  self->contest = lectern_contest_copy (lectern_engine_get_contest (engine));
  self->seq = lectern_engine_get_seq (engine);
  self->wall_us = g_get_real_time ();
  self->handler = g_signal_connect_data (engine, "committed", G_CALLBACK (on_engine_committed_cb), subscription, subscription_free, 0);
}

static void
lectern_follower_dispose (GObject *object)
{
  LecternFollower *self = LECTERN_FOLLOWER (object);

  if (self->handler != 0)
    g_signal_handler_disconnect (self->engine, self->handler);
  self->handler = 0;
  g_clear_object (&self->contest);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->context, g_main_context_unref);
  G_OBJECT_CLASS (lectern_follower_parent_class)->dispose (object);
}

static void
lectern_follower_class_init (LecternFollowerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_follower_dispose;
}

static void
lectern_follower_init (LecternFollower *self)
{
}

LecternFollower *
lectern_follower_new (LecternEngine *engine)
{
  LecternFollower *self;

  g_return_val_if_fail (LECTERN_IS_ENGINE (engine), NULL);

  self = g_object_new (LECTERN_TYPE_FOLLOWER, NULL);
  self->engine = g_object_ref (engine);
  self->context = g_main_context_ref_thread_default ();
  lectern_engine_call (engine, subscribe, self);
  return self;
}

LecternContest *
lectern_follower_get_contest (LecternFollower *self)
{
  g_return_val_if_fail (LECTERN_IS_FOLLOWER (self), NULL);
  return self->contest;
}

LecternEngine *
lectern_follower_get_engine (LecternFollower *self)
{
  g_return_val_if_fail (LECTERN_IS_FOLLOWER (self), NULL);
  return self->engine;
}

gint64
lectern_follower_get_seq (LecternFollower *self)
{
  g_return_val_if_fail (LECTERN_IS_FOLLOWER (self), 0);
  return self->seq;
}

gint64
lectern_follower_get_wall_us (LecternFollower *self)
{
  g_return_val_if_fail (LECTERN_IS_FOLLOWER (self), 0);
  return self->wall_us;
}

/* Files ------------------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  char *sha256;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_free (load->path);
  g_free (load->sha256);
  g_free (load);
}

static void
load_content (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  const Load *load = task_data;
  GError     *error = NULL;
  GBytes     *bytes = lectern_engine_load_content (load->path, load->sha256, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
lectern_follower_load_content_async (LecternFollower    *self,
                                     const char         *sha256,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_return_if_fail (LECTERN_IS_FOLLOWER (self));
  g_return_if_fail (sha256 != NULL);

  load = g_new0 (Load, 1);
  load->path = g_strdup (lectern_engine_get_path (self->engine));
  load->sha256 = g_strdup (sha256);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lectern_follower_load_content_async);
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_content);
}

GBytes *
lectern_follower_load_content_finish (LecternFollower *self,
                                      GAsyncResult    *result,
                                      GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
