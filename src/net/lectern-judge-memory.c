/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A panel that is started again while the main laptop is away would know neither who speaks nor by which criteria,
 * and its judge could not go on. So the last state is kept as it came, with a hash of the seat's token: another seat's state is
 * nobody's business here. What cannot be written or read is only not remembered; marks have files of their own. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-judge-memory.h"

#include "lectern-wire.h"

#include <string.h>

#define WRITE_INTERVAL_US G_USEC_PER_SEC

struct _LecternJudgeMemory
{
  char         *path;
  GMainContext *context;
  GSource      *due;
  char         *pending; /* what is to be written */
  gint64        written_us;
};

static char *
hash_token (const char *token)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, token, -1);
}

static void
write_pending (LecternJudgeMemory *self)
{
  g_autofree char *text = g_steal_pointer (&self->pending);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GError) error = NULL;

  self->written_us = g_get_monotonic_time ();
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (self->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_info ("the last state is not kept: %s", error->message);
}

static gboolean
on_due_cb (gpointer user_data)
{
  LecternJudgeMemory *self = user_data;

  g_clear_pointer (&self->due, g_source_unref);
  write_pending (self);
  return G_SOURCE_REMOVE;
}

LecternJudgeMemory *
lectern_judge_memory_new (const char   *path,
                          GMainContext *context)
{
  LecternJudgeMemory *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (LecternJudgeMemory, 1);
  self->path = g_strdup (path);
  self->context = g_main_context_ref (context);
  return self;
}

void
lectern_judge_memory_free (LecternJudgeMemory *self)
{
  if (self->due)
    g_source_destroy (self->due);
  g_clear_pointer (&self->due, g_source_unref);
  if (self->pending)
    write_pending (self);
  g_main_context_unref (self->context);
  g_free (self->path);
  g_free (self);
}

void
lectern_judge_memory_keep (LecternJudgeMemory *self,
                           const char         *token,
                           const char         *state)
{
  g_autofree char *seat = hash_token (token);
  gint64           wait_us = self->written_us + WRITE_INTERVAL_US - g_get_monotonic_time ();

  g_free (self->pending);
  self->pending = g_strdup_printf ("{\"seat\":\"%s\",\"state\":%s}\n", seat, state);
  if (self->due)
    return;
  if (self->written_us == 0 || wait_us <= 0)
    {
      write_pending (self);
      return;
    }
  self->due = g_timeout_source_new ((guint) (wait_us / 1000) + 1);
  g_source_set_callback (self->due, on_due_cb, self, NULL);
  g_source_attach (self->due, self->context);
}

JsonObject *
lectern_judge_memory_recall (LecternJudgeMemory *self,
                             const char         *token)
{
  g_autofree char *text = NULL;
  g_autofree char *seat = hash_token (token);
  g_autoptr (JsonObject) kept = NULL;
  JsonObject *state;

  if (!g_file_get_contents (self->path, &text, NULL, NULL))
    return NULL;
  kept = lectern_wire_parse (text, -1, NULL);
  if (!kept || g_strcmp0 (lectern_wire_get_string (kept, "seat"), seat) != 0)
    return NULL;
  state = lectern_wire_get_object (kept, "state");
  return state ? json_object_ref (state) : NULL;
}
