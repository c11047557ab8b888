/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A photo beside the name on a judge's panel. All panels ask for the same one when somebody comes on
 * stage, so the last few are kept; nothing but photos is ever given out, and only to a seat that
 * may be used. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-portraits.h"

#include <string.h>

#include "lectern-attach.h"

#define KEPT_MOST 4
#define STATUS_OK 200
#define STATUS_UNAUTHORISED 401
#define STATUS_NOT_FOUND 404
#define STATUS_TOO_LARGE 413

typedef struct
{
  char   *sha256;
  GBytes *bytes;
} Portrait;

struct _LecternPortraits
{
  LecternEngine *engine;
  GQueue         kept; /* Portrait, the last used first */
};

static void
portrait_free (gpointer data)
{
  Portrait *portrait = data;

  g_free (portrait->sha256);
  g_bytes_unref (portrait->bytes);
  g_free (portrait);
}

LecternPortraits *
lectern_portraits_new (LecternEngine *engine)
{
  LecternPortraits *self = g_new0 (LecternPortraits, 1);

  self->engine = g_object_ref (engine);
  g_queue_init (&self->kept);
  return self;
}

void
lectern_portraits_free (LecternPortraits *self)
{
  g_queue_clear_full (&self->kept, portrait_free);
  g_object_unref (self->engine);
  g_free (self);
}

/* "Bearer TOKEN" of a seat that is neither revoked nor of a judge who left. */
static gboolean
may_see (LecternPortraits *self,
         const char       *authorization)
{
  LecternContest     *contest = lectern_engine_get_contest (self->engine);
  g_autofree char    *hash = NULL;
  const LecternSeat  *seat;
  const LecternJudge *judge;

  if (!authorization || g_ascii_strncasecmp (authorization, "Bearer ", 7) != 0)
    return FALSE;
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, authorization + 7, -1);
  seat = lectern_contest_find (contest, &(LecternSeat){ .record.table = &lectern_table_seat, .token = hash });
  judge = seat && seat->revoked != 1 ? lectern_contest_get_judge (contest, seat->judge) : NULL;
  return judge && judge->active == 1;
}

gboolean
lectern_portraits_is_on_stage (LecternContest          *contest,
                               const LecternAttachment *attachment)
{
  const LecternEntry *entry = lectern_contest_get_entry_on_stage (contest);

  return entry && attachment->owner == entry->nominee && g_strcmp0 (attachment->role, lectern_role_get_name (LECTERN_ROLE_PHOTO)) == 0;
}

static const LecternAttachment *
find_photo (LecternContest *contest,
            const char     *sha256)
{
  GPtrArray *nominees = lectern_contest_get_nominees (contest);

  for (guint i = 0; i < nominees->len; i++)
    {
      const LecternAttachment *photo = lectern_contest_get_attachment (contest, LECTERN_ROLE_PHOTO, ((LecternNominee *) nominees->pdata[i])->id);

      if (photo && g_strcmp0 (photo->sha256, sha256) == 0)
        return photo;
    }
  return NULL;
}

/* What a browser is told it is: a picture, or nothing. */
static const char *
get_type (const LecternAttachment *photo)
{
  static const char *const types[] = { "image/jpeg", "image/png", "image/webp" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (photo->media_type, types[i]) == 0)
      return types[i];
  return NULL;
}

static GBytes *
load (LecternPortraits *self,
      const char       *sha256)
{
  Portrait *portrait;
  GBytes   *bytes;

  for (GList *l = self->kept.head; l; l = l->next)
    if (g_str_equal (((Portrait *) l->data)->sha256, sha256))
      {
        g_queue_unlink (&self->kept, l);
        g_queue_push_head_link (&self->kept, l);
        return g_bytes_ref (((Portrait *) l->data)->bytes);
      }
  bytes = lectern_engine_load_content (lectern_engine_get_path (self->engine), sha256, NULL);
  if (!bytes)
    return NULL;
  portrait = g_new0 (Portrait, 1);
  portrait->sha256 = g_strdup (sha256);
  portrait->bytes = g_bytes_ref (bytes);
  g_queue_push_head (&self->kept, portrait);
  if (self->kept.length > KEPT_MOST)
    portrait_free (g_queue_pop_tail (&self->kept));
  return bytes;
}

guint
lectern_portraits_find (LecternPortraits *self,
                        const char       *path,
                        const char       *authorization,
                        GBytes          **bytes,
                        const char      **media_type)
{
  const LecternAttachment *photo;

  g_return_val_if_fail (g_str_has_prefix (path, LECTERN_PORTRAITS_PATH), STATUS_NOT_FOUND);

  if (!may_see (self, authorization)) /* first: nobody else learns what there is */
    return STATUS_UNAUTHORISED;
  photo = find_photo (lectern_engine_get_contest (self->engine), path + strlen (LECTERN_PORTRAITS_PATH));
  *media_type = photo ? get_type (photo) : NULL;
  if (!*media_type)
    return STATUS_NOT_FOUND;
  if (photo->size > LECTERN_PORTRAITS_BYTES_MAX)
    return STATUS_TOO_LARGE;
  *bytes = load (self, photo->sha256);
  return *bytes ? STATUS_OK : STATUS_NOT_FOUND;
}
