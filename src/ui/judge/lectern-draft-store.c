/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* One small JSON file, written whole and atomically: the old one or the new one is there, never
 * half of either. Drafts belong to a contest, a round and a judge, so that a rehearsal's never
 * meet the real ones. Writes are at most ten a second, for a slider moves faster than a disk. */

#define G_LOG_DOMAIN "lectern-judge"

#include "lectern-draft-store.h"

#include "lectern-json-text.h"
#include "lectern-mark.h"
#include "lectern-record.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define WRITE_INTERVAL_US (G_USEC_PER_SEC / 10)

struct _LecternDraftStore
{
  GObject parent_instance;

  char       *path;
  JsonObject *contests;
  guint       write_source;
  gint64      written_us;
  char       *trouble;
};

G_DEFINE_FINAL_TYPE (LecternDraftStore, lectern_draft_store, G_TYPE_OBJECT)

static void
write_file (LecternDraftStore *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folder = g_path_get_dirname (self->path);

  json_node_set_object (root, self->contests);
  text = json_to_string (root, TRUE);
  g_clear_pointer (&self->trouble, g_free);
  self->written_us = g_get_monotonic_time ();
  if (g_mkdir_with_parents (folder, 0700) != 0)
    self->trouble = g_strdup (g_strerror (errno));
  else if (!g_file_set_contents_full (self->path,
                                      text,
                                      -1,
                                      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                      0600,
                                      &error))
    self->trouble = g_strdup (error->message);
}

static gboolean
on_write_due_cb (gpointer user_data)
{
  LecternDraftStore *self = user_data;

  self->write_source = 0;
  write_file (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_write (LecternDraftStore *self)
{
  gint64 wait_us = self->written_us + WRITE_INTERVAL_US - g_get_monotonic_time ();

  if (self->write_source != 0)
    return;
  if (self->written_us == 0 || wait_us <= 0)
    write_file (self);
  else
    self->write_source = g_timeout_add (wait_us / 1000 + 1, on_write_due_cb, self);
}

static void
lectern_draft_store_dispose (GObject *object)
{
  lectern_draft_store_flush (LECTERN_DRAFT_STORE (object));
  G_OBJECT_CLASS (lectern_draft_store_parent_class)->dispose (object);
}

static void
lectern_draft_store_finalize (GObject *object)
{
  LecternDraftStore *self = LECTERN_DRAFT_STORE (object);

  g_free (self->path);
  g_free (self->trouble);
  json_object_unref (self->contests);
  G_OBJECT_CLASS (lectern_draft_store_parent_class)->finalize (object);
}

static void
lectern_draft_store_class_init (LecternDraftStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_draft_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_draft_store_finalize;
}

static void
lectern_draft_store_init (LecternDraftStore *self)
{
  self->contests = json_object_new ();
}

void
lectern_draft_clear (LecternDraft *draft)
{
  g_clear_pointer (&draft->name, g_free);
  g_clear_pointer (&draft->note, g_free);
  g_clear_pointer (&draft->marks, g_free);
}

LecternDraftStore *
lectern_draft_store_new (const char *path)
{
  LecternDraftStore *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (LECTERN_TYPE_DRAFT_STORE, NULL);
  self->path = g_strdup (path);
  return self;
}

static void
set_aside (LecternDraftStore *self,
           GError           **error)
{
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (self->path);
  g_autoptr (GFile) to = g_file_new_for_path (aside);

  if (!g_file_move (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
    return;
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_INVALID_DATA,
               _ ("The drafts kept on this laptop could not be read. They were set aside as “%s”."),
               aside);
}

gboolean
lectern_draft_store_load (LecternDraftStore *self,
                          GError           **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (LECTERN_IS_DRAFT_STORE (self), FALSE);

  if (!g_file_get_contents (self->path, &text, NULL, &trouble))
    {
      if (g_error_matches (trouble, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  root = lectern_json_text_parse (text, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      set_aside (self, error);
      return FALSE;
    }
  json_object_unref (self->contests);
  self->contests = json_node_dup_object (root);
  return TRUE;
}

/* A member that is an object, or NULL: the file may have been edited by hand. */
static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

GArray *
lectern_draft_store_list (LecternDraftStore *self,
                          const char        *contest)
{
  GArray     *lots = g_array_new (FALSE, FALSE, sizeof (gint64));
  JsonObject *drafts;

  g_return_val_if_fail (LECTERN_IS_DRAFT_STORE (self), lots);

  drafts = get_object (self->contests, contest);
  if (drafts != NULL)
    {
      g_autoptr (GList) names = json_object_get_members (drafts);

      for (GList *l = names; l != NULL; l = l->next)
        {
          gint64 lot;

          if (g_ascii_string_to_signed (l->data, 10, 1, G_MAXINT32, &lot, NULL))
            g_array_append_val (lots, lot);
        }
    }
  return lots;
}

gboolean
lectern_draft_store_read (LecternDraftStore *self,
                          const char        *contest,
                          gint64             lot,
                          const char *const *keys,
                          LecternDraft      *draft)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, lot);
  JsonObject      *drafts;
  JsonObject      *object;
  JsonObject      *marks;
  guint            n = g_strv_length ((char **) keys);

  g_return_val_if_fail (LECTERN_IS_DRAFT_STORE (self), FALSE);

  drafts = get_object (self->contests, contest);
  object = drafts != NULL ? get_object (drafts, number) : NULL;
  if (object == NULL)
    return FALSE;
  draft->name = g_strdup (json_object_get_string_member_with_default (object, "name", ""));
  draft->note = g_strdup (json_object_get_string_member_with_default (object, "note", ""));
  draft->unsent = json_object_get_boolean_member_with_default (object, "unsent", TRUE);
  draft->voided = json_object_get_int_member_with_default (object, "void", 0);
  draft->marks = g_new (gint64, n);
  marks = get_object (object, "marks");
  for (guint i = 0; i < n; i++)
    {
      const char *text = marks != NULL ? json_object_get_string_member_with_default (marks, keys[i], "") : "";

      if (text == NULL || !lectern_mark_parse (text, &draft->marks[i]))
        draft->marks[i] = LECTERN_NULL;
    }
  return TRUE;
}

static JsonObject *
write_marks (const char *const *keys,
             const gint64      *marks)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    if (marks[i] != LECTERN_NULL)
      {
        g_autofree char *text = lectern_mark_format (marks[i]);

        json_object_set_string_member (object, keys[i], text);
      }
  return object;
}

void
lectern_draft_store_write (LecternDraftStore  *self,
                           const char         *contest,
                           gint64              lot,
                           const char *const  *keys,
                           const LecternDraft *draft)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, lot);
  JsonObject      *drafts;
  JsonObject      *object;

  g_return_if_fail (LECTERN_IS_DRAFT_STORE (self));

  drafts = get_object (self->contests, contest);
  if (drafts == NULL)
    {
      drafts = json_object_new ();
      json_object_set_object_member (self->contests, contest, drafts);
    }
  object = json_object_new ();
  json_object_set_string_member (object, "name", draft->name);
  json_object_set_string_member (object, "note", draft->note);
  json_object_set_boolean_member (object, "unsent", draft->unsent);
  if (draft->voided > 0)
    json_object_set_int_member (object, "void", draft->voided);
  json_object_set_object_member (object, "marks", write_marks (keys, draft->marks));
  json_object_set_object_member (drafts, number, object);
  schedule_write (self);
}

void
lectern_draft_store_flush (LecternDraftStore *self)
{
  g_return_if_fail (LECTERN_IS_DRAFT_STORE (self));

  if (self->write_source == 0)
    return;
  g_clear_handle_id (&self->write_source, g_source_remove);
  write_file (self);
}

const char *
lectern_draft_store_get_trouble (LecternDraftStore *self)
{
  g_return_val_if_fail (LECTERN_IS_DRAFT_STORE (self), NULL);
  return self->trouble;
}
