/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Files on their way into a contest and out of it. All that is slow about it happens here, on the
 * caller's thread, before the action is submitted: the engine's thread only writes what is in
 * memory or gives a copy its name. */

#define G_LOG_DOMAIN "lectern-engine"

#include "lectern-attach.h"

#include "lectern-content.h"

LecternAttachment *
lectern_attach_new_record (LecternRole role,
                           gint64      owner,
                           const char *name)
{
  LecternAttachment *record = lectern_record_new (&lectern_table_attachment);
  g_autofree char   *base = g_path_get_basename (name);

  record->role = g_strdup (lectern_role_get_name (role));
  record->owner = owner;
  record->name = g_utf8_make_valid (base, -1);
  record->media_type = g_strdup ("");
  return record;
}

LecternAction *
lectern_attach_new_action (const char        *path,
                           LecternAttachment *record,
                           const char        *from,
                           GBytes            *bytes,
                           const char        *actor,
                           GCancellable      *cancellable,
                           GError           **error)
{
  g_autoptr (LecternAction) action = lectern_action_new (LECTERN_ACTION_ATTACH, actor);
  LecternRole role;

  g_return_val_if_fail (path != NULL && (from != NULL || bytes != NULL), NULL);

  lectern_action_add_record (action, record);
  if (!lectern_role_from_name (record->role, &role))
    role = LECTERN_ROLE_PHOTO; /* the action is refused for its role */
  action->content = bytes != NULL ? lectern_content_new_for_bytes (bytes) : lectern_content_new_for_file (path, from, lectern_role_get_most (role), cancellable, error);
  return action->content != NULL ? g_steal_pointer (&action) : NULL;
}

GBytes *
lectern_engine_load_content (const char *path,
                             const char *sha256,
                             GError    **error)
{
  return lectern_store_read_content (path, sha256, error);
}

char *
lectern_engine_find_file (const char *path,
                          const char *sha256)
{
  return lectern_store_find_beside (path, sha256);
}

gboolean
lectern_engine_save_content (const char   *path,
                             const char   *sha256,
                             const char   *to,
                             GCancellable *cancellable,
                             GError      **error)
{
  g_autoptr (GBytes) bytes = lectern_store_read_content (path, sha256, error);
  g_autoptr (GFile) file = g_file_new_for_path (to);
  g_autoptr (GFileOutputStream) stream = NULL;
  gsize written;

  if (bytes == NULL)
    return FALSE;
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  return stream != NULL && g_output_stream_write_all (G_OUTPUT_STREAM (stream), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &written, cancellable, error) && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}
