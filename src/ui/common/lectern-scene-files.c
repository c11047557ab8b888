/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Bytes come from the follower, pixels from a worker, and the windows' thread only puts them where
 * painters find them. What was used longest ago goes when there is too much; what a page turn will
 * ask for next is painted before it is asked for.
 *
 * Rule: no window ever waits for a picture. */

#define G_LOG_DOMAIN "lectern-ui"

#include "lectern-scene-files.h"

#include <gdk/gdk.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lectern-attachments.h"
#include "lectern-courseware.h"

#define BYTES_MOST ((gsize) 192 << 20)
#define WIDTH_USUAL 1920
#define HEIGHT_USUAL 1080

/* A document several tasks paint pages of, one after another. */
typedef struct
{
  GMutex             mutex;
  LecternCourseware *pdf;
} Document;

struct _LecternSceneFiles
{
  GObject parent_instance;

  LecternFollower      *follower; /* weak: it holds this */
  LecternStagePictures *pictures;
  GHashTable           *known;    /* key → gsize of its picture, 0 while on its way */
  GHashTable           *troubles; /* key → sentence */
  GHashTable           *pages;    /* hash → n pages */
  GQueue                recent;   /* of the keys of known, the last used first */
  gsize                 size;
  char                 *document_hash;
  Document             *document; /* the last courseware that was opened */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternSceneFiles, lectern_scene_files, G_TYPE_OBJECT)

static void
document_clear (gpointer data)
{
  Document *self = data;
  g_clear_pointer (&self->pdf, lectern_courseware_unref);
  g_mutex_clear (&self->mutex);
}

static void
document_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, document_clear);
}

/* --- the worker --- */

/* One picture on its way. */
typedef struct
{
  char            *key;
  char            *sha256;
  guint            page; /* 0: a picture, else of courseware */
  GBytes          *bytes;
  Document        *document; /* given when it is open already, else made */
  int              width, height;
  guint            n_pages;
  cairo_surface_t *surface;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;
  g_free (load->key);
  g_free (load->sha256);
  g_clear_pointer (&load->bytes, g_bytes_unref);
  g_clear_pointer (&load->document, document_unref);
  g_clear_pointer (&load->surface, cairo_surface_destroy);
  g_free (load);
}

static gboolean
paint_page (Load    *load,
            GError **error)
{
  if (load->document == NULL)
    {
      LecternCourseware *pdf = lectern_courseware_open (load->bytes, error);
      if (pdf == NULL)
        return FALSE;
      load->document = g_atomic_rc_box_new0 (Document);
      g_mutex_init (&load->document->mutex);
      load->document->pdf = pdf;
    }
  g_mutex_lock (&load->document->mutex);
  load->n_pages = lectern_courseware_get_n_pages (load->document->pdf);
  load->surface = lectern_courseware_paint_page (load->document->pdf, load->page, load->width, load->height);
  g_mutex_unlock (&load->document->mutex);
  if (load->surface == NULL)
    g_set_error (error, LECTERN_STAGE_ERROR, LECTERN_STAGE_ERROR_BROKEN, "%s", _ ("The courseware has no such page, or it can’t be painted."));
  return load->surface != NULL;
}

static gboolean
decode_picture (Load    *load,
                GError **error)
{
  g_autoptr (LecternStagePictures) pictures = lectern_stage_pictures_new ();
  if (!lectern_stage_pictures_put (pictures, load->key, load->bytes, error))
    return FALSE;
  load->surface = cairo_surface_reference (lectern_stage_pictures_get (pictures, load->key));
  return TRUE;
}

static void
paint (GTask        *task,
       gpointer      source,
       gpointer      task_data,
       GCancellable *cancellable)
{
  Load   *load = task_data;
  GError *error = NULL;
  if (load->page > 0 ? paint_page (load, &error) : decode_picture (load, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- what is kept --- */

static void
touch (LecternSceneFiles *self,
       const char        *key)
{
  GList *link = g_queue_find_custom (&self->recent, key, (GCompareFunc) strcmp);
  if (link == NULL)
    return;
  g_queue_unlink (&self->recent, link);
  g_queue_push_head_link (&self->recent, link);
}

static void
forget (LecternSceneFiles *self,
        char              *key)
{
  self->size -= GPOINTER_TO_SIZE (g_hash_table_lookup (self->known, key));
  lectern_stage_pictures_remove (self->pictures, key);
  g_queue_remove (&self->recent, key);
  g_hash_table_remove (self->known, key); /* frees @key */
}

/* The eight used last always stay: they are on some screen. */
static void
make_room (LecternSceneFiles *self)
{
  for (GList *at = self->recent.tail; at != NULL && self->size > BYTES_MOST && self->recent.length > 8;)
    {
      GList *before = at->prev;
      if (g_hash_table_lookup (self->known, at->data) != NULL)
        forget (self, at->data);
      at = before;
    }
}

static void
keep (LecternSceneFiles *self,
      Load              *load)
{
  gsize size = (gsize) cairo_image_surface_get_stride (load->surface) * (gsize) cairo_image_surface_get_height (load->surface);
  char *key = NULL;
  if (!g_hash_table_steal_extended (self->known, load->key, (gpointer *) &key, NULL))
    return;
  g_hash_table_insert (self->known, key, GSIZE_TO_POINTER (MAX (size, 1)));
  self->size += MAX (size, 1);
  lectern_stage_pictures_put_surface (self->pictures, load->key, load->surface);
  make_room (self);
}

static void
keep_document (LecternSceneFiles *self,
               const Load        *load)
{
  if (load->document == NULL)
    return;
  if (self->document != load->document)
    {
      g_clear_pointer (&self->document, document_unref);
      self->document = g_atomic_rc_box_acquire (load->document);
      g_free (self->document_hash);
      self->document_hash = g_strdup (load->sha256);
    }
  g_hash_table_insert (self->pages, g_strdup (load->sha256), GUINT_TO_POINTER (load->n_pages));
}

/* --- on the windows' thread --- */

static void
set_trouble (LecternSceneFiles *self,
             const char        *key,
             const GError      *error)
{
  g_hash_table_insert (self->troubles, g_strdup (key), g_strdup (error->message));
  g_signal_emit (self, signals[CHANGED], 0, key);
}

static void
on_painted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  LecternSceneFiles *self = LECTERN_SCENE_FILES (source);
  Load              *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean painted = g_task_propagate_boolean (G_TASK (result), &error);
  keep_document (self, load);
  if (!painted)
    {
      set_trouble (self, load->key, error);
      return;
    }
  keep (self, load);
  g_signal_emit (self, signals[CHANGED], 0, load->key);
}

/* Takes @load. */
static void
begin_painting (LecternSceneFiles *self,
                Load              *load)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_painted_cb, NULL);
  g_task_set_source_tag (task, begin_painting);
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, paint);
}

typedef struct
{
  LecternSceneFiles *files;
  Load              *load;
} Reading;

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (LecternSceneFiles) self = reading->files;
  g_autoptr (GError) error = NULL;
  reading->load->bytes = lectern_follower_load_content_finish (LECTERN_FOLLOWER (source), result, &error);
  if (reading->load->bytes != NULL)
    {
      begin_painting (self, reading->load);
      return;
    }
  set_trouble (self, reading->load->key, error);
  load_free (reading->load);
}

/* As large as the largest screen: a page is painted once for all views. */
static void
choose_size (int *width,
             int *height)
{
  GdkDisplay *display = gdk_display_get_default ();
  GListModel *monitors = display != NULL ? gdk_display_get_monitors (display) : NULL;
  *width = WIDTH_USUAL;
  *height = HEIGHT_USUAL;
  for (guint i = 0; monitors != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle place;
      gdk_monitor_get_geometry (monitor, &place);
      *width = MAX (*width, place.width * gdk_monitor_get_scale_factor (monitor));
      *height = MAX (*height, place.height * gdk_monitor_get_scale_factor (monitor));
    }
}

static Load *
load_new (LecternSceneFiles *self,
          const char        *key)
{
  const char *colon = strchr (key, ':');
  Load       *load = g_new0 (Load, 1);
  load->key = g_strdup (key);
  load->sha256 = colon != NULL ? g_strndup (key, (gsize) (colon - key)) : g_strdup (key);
  load->page = colon != NULL ? (guint) MAX (g_ascii_strtoull (colon + 1, NULL, 10), 1) : 0;
  choose_size (&load->width, &load->height);
  if (load->page > 0 && self->document != NULL && g_strcmp0 (self->document_hash, load->sha256) == 0)
    load->document = g_atomic_rc_box_acquire (self->document);
  return load;
}

/* Only courseware that the program shows itself; of the rest nothing is on its way. */
static gboolean
is_shown (LecternSceneFiles *self,
          const char        *key)
{
  g_autoptr (GPtrArray) rows = lectern_contest_list_rows (lectern_follower_get_contest (self->follower), &lectern_table_attachment);
  const char *colon = strchr (key, ':');
  gsize       n = colon != NULL ? (gsize) (colon - key) : strlen (key);
  for (guint i = 0; i < rows->len; i++)
    {
      const LecternAttachment *row = rows->pdata[i];
      if (strncmp (row->sha256, key, n) == 0)
        return colon != NULL ? lectern_courseware_is_shown (row->media_type) : !g_str_has_prefix (row->media_type, "video/");
    }
  return colon == NULL; /* taken out of the contest, and still on air */
}

void
lectern_scene_files_want_key (LecternSceneFiles *self,
                              const char        *key)
{
  Load *load;
  g_return_if_fail (LECTERN_IS_SCENE_FILES (self));
  g_return_if_fail (key != NULL);
  touch (self, key);
  if (self->follower == NULL || g_hash_table_contains (self->known, key) || !is_shown (self, key))
    return;
  char *kept = g_strdup (key);
  g_hash_table_insert (self->known, kept, NULL);
  g_queue_push_head (&self->recent, kept);
  g_hash_table_remove (self->troubles, key);
  load = load_new (self, key);
  if (load->document != NULL)
    begin_painting (self, load);
  else
    {
      Reading *reading = g_new0 (Reading, 1);
      reading->files = g_object_ref (self);
      reading->load = load;
      lectern_follower_load_content_async (self->follower, load->sha256, NULL, on_read_cb, reading);
    }
}

/* The pages around the one that is shown, so that turning never waits. */
static void
want_neighbours (LecternSceneFiles  *self,
                 const LecternScene *scene)
{
  g_autofree char *sha256 = lectern_scene_get_picture_hash (scene);
  guint            n_pages = lectern_scene_files_get_n_pages (self, sha256);
  for (int by = -1; by <= 1; by += 2)
    {
      guint            page = scene->page + (guint) by;
      g_autofree char *key = g_strdup_printf ("%s:%u", sha256, page);
      if (page >= 1 && page <= n_pages)
        lectern_scene_files_want_key (self, key);
    }
}

void
lectern_scene_files_want (LecternSceneFiles  *self,
                          const LecternScene *scene)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_return_if_fail (LECTERN_IS_SCENE_FILES (self));
  g_return_if_fail (scene != NULL);
  keys = lectern_scene_list_keys (scene);
  for (guint i = keys->len; i > 0; i--)
    lectern_scene_files_want_key (self, keys->pdata[i - 1]);
  if (scene->kind == LECTERN_SCENE_COURSEWARE && scene->picture != NULL)
    want_neighbours (self, scene);
}

const LecternStagePictures *
lectern_scene_files_get_pictures (LecternSceneFiles *self)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_FILES (self), NULL);
  return self->pictures;
}

guint
lectern_scene_files_get_n_pages (LecternSceneFiles *self,
                                 const char        *sha256)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_FILES (self), 0);
  return sha256 != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->pages, sha256)) : 0;
}

const char *
lectern_scene_files_get_trouble (LecternSceneFiles *self,
                                 const char        *key)
{
  g_return_val_if_fail (LECTERN_IS_SCENE_FILES (self), NULL);
  return key != NULL ? g_hash_table_lookup (self->troubles, key) : NULL;
}

static void
lectern_scene_files_finalize (GObject *object)
{
  LecternSceneFiles *self = LECTERN_SCENE_FILES (object);
  g_clear_weak_pointer (&self->follower);
  g_queue_clear (&self->recent);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->troubles);
  g_hash_table_unref (self->pages);
  lectern_stage_pictures_unref (self->pictures);
  g_clear_pointer (&self->document, document_unref);
  g_free (self->document_hash);
  G_OBJECT_CLASS (lectern_scene_files_parent_class)->finalize (object);
}

static void
lectern_scene_files_class_init (LecternSceneFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_scene_files_finalize;
  signals[CHANGED] = g_signal_new ("changed", LECTERN_TYPE_SCENE_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lectern_scene_files_init (LecternSceneFiles *self)
{
  self->pictures = lectern_stage_pictures_new ();
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->troubles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->recent);
}

/* On stage means: the courseware may be wanted in a moment. */
static void
on_contest_changed_cb (LecternContest    *contest,
                       LecternChange     *change,
                       LecternSceneFiles *self)
{
  const LecternEntry *entry;
  const char         *sha256;
  if (lectern_change_touches (change, &lectern_table_attachment))
    g_hash_table_remove_all (self->troubles);
  if (!lectern_change_touches (change, &lectern_table_on_air))
    return;
  entry = lectern_contest_get_entry_on_stage (contest);
  sha256 = entry != NULL ? lectern_contest_get_content_key (contest, LECTERN_ROLE_COURSEWARE, entry->nominee) : NULL;
  if (sha256 != NULL)
    {
      g_autofree char *first = g_strdup_printf ("%s:1", sha256);
      lectern_scene_files_want_key (self, first);
    }
}

LecternSceneFiles *
lectern_scene_files_get_for (LecternFollower *follower)
{
  LecternSceneFiles *self;
  g_return_val_if_fail (LECTERN_IS_FOLLOWER (follower), NULL);
  self = g_object_get_data (G_OBJECT (follower), "lectern-scene-files");
  if (self != NULL)
    return self;
  self = g_object_new (LECTERN_TYPE_SCENE_FILES, NULL);
  g_set_weak_pointer (&self->follower, follower);
  g_object_set_data_full (G_OBJECT (follower), "lectern-scene-files", self, g_object_unref);
  g_signal_connect_object (lectern_follower_get_contest (follower), "changed", G_CALLBACK (on_contest_changed_cb), self, 0);
  return self;
}
