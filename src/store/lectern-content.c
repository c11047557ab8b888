/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Bytes on their way into a contest. A large file is read once, hashed and copied in one go and
 * never held in memory; the copy is on disk before anything speaks of it.
 *
 * Rule: the folder beside a contest is the user's alone (0700, files 0600), and names in it are
 * hashes: nothing a stranger typed is part of a path. */

#define G_LOG_DOMAIN "lectern-store"

#include "lectern-content-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 << 10)

char *
lectern_content_get_folder (const char *path)
{
  g_autofree char *real = NULL;
  char            *resolved = realpath (path, NULL);

  real = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);
  return g_strconcat (real, LECTERN_CONTENT_FOLDER, NULL);
}

void
lectern_content_sync_folder (const char *folder)
{
  int descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (descriptor < 0)
    return;
  fsync (descriptor);
  close (descriptor);
}

gboolean
lectern_content_set_error (const char *name,
                           int         fault,
                           GError    **error)
{
  g_autofree char *base = g_path_get_basename (name);

  if (fault == ENOSPC || fault == EDQUOT || fault == EFBIG)
    lectern_store_set_error (NULL, SQLITE_FULL, name, error);
  else if (fault == ENOENT)
    g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NOT_FOUND, _ ("There is no file “%s” here. Check the folder and the name."), base);
  else
    /* Translators: a file, then a technical message. */
    g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_FAILED, _ ("“%s” can’t be used: %s"), base, g_strerror (fault));
  return FALSE;
}

LecternContent *
lectern_content_new_for_bytes (GBytes *bytes)
{
  LecternContent *self = g_new0 (LecternContent, 1);

  self->bytes = g_bytes_ref (bytes);
  self->size = (gint64) g_bytes_get_size (bytes);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return self;
}

void
lectern_content_free (LecternContent *self)
{
  if (self == NULL)
    return;
  if (self->part != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (self->part);

      g_unlink (self->part);
      g_rmdir (folder); /* when it was made for this and is empty */
    }
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->part);
  g_free (self->sha256);
  g_free (self);
}

/* Copying ------------------------------------------------------------------------------------- */

static gboolean
write_all (int           descriptor,
           const guint8 *bytes,
           gsize         size)
{
  while (size > 0)
    {
      gssize n = write (descriptor, bytes, size);

      if (n < 0 && errno != EINTR)
        return FALSE;
      bytes += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

/* Everything from @from to @to (-1: nowhere), hashed. Never more than @most bytes: a file that
 * grows while it is read must not fill the disk. */
gboolean
lectern_content_pump (int           from,
                      int           to,
                      gint64        most,
                      gint64       *size,
                      char        **sha256,
                      GCancellable *cancellable,
                      int          *fault)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize             n = 0;

  *size = 0;
  while (!g_cancellable_is_cancelled (cancellable) && ((n = read (from, chunk, CHUNK)) > 0 || (n < 0 && errno == EINTR)))
    {
      if (n < 0)
        continue;
      *size += n;
      if (*size > most)
        {
          *fault = EFBIG;
          return FALSE;
        }
      g_checksum_update (checksum, chunk, n);
      if (to >= 0 && !write_all (to, chunk, (gsize) n))
        {
          *fault = errno;
          return FALSE;
        }
    }
  *fault = g_cancellable_is_cancelled (cancellable) ? ECANCELED : errno;
  if (n < 0 || g_cancellable_is_cancelled (cancellable))
    return FALSE;
  *sha256 = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}

static int
open_part (const char *path,
           char      **part)
{
  g_autofree char *folder = lectern_content_get_folder (path);
  int              descriptor;

  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    return -1;
  *part = g_build_filename (folder, LECTERN_CONTENT_PART "XXXXXX", NULL);
  descriptor = g_mkstemp_full (*part, O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0)
    g_clear_pointer (part, g_free);
  return descriptor;
}

static gboolean
copy_beside (LecternContent *self,
             const char     *path,
             int             from,
             gint64          most,
             GCancellable   *cancellable,
             int            *fault)
{
  int      to = open_part (path, &self->part);
  gboolean copied;

  if (to < 0)
    {
      *fault = errno;
      return FALSE;
    }
  copied = lectern_content_pump (from, to, most, &self->size, &self->sha256, cancellable, fault);
  if (copied && fsync (to) != 0)
    {
      *fault = errno;
      copied = FALSE;
    }
  close (to);
  return copied;
}

static gboolean
read_inside (LecternContent *self,
             int             from,
             gint64          size,
             int            *fault)
{
  g_autofree guint8 *bytes = g_malloc ((gsize) size + 1);
  gint64             done = 0;
  gssize             n = 1;

  while (n > 0 && done < size)
    {
      n = read (from, bytes + done, (gsize) (size - done));
      if (n < 0 && errno == EINTR)
        n = 1;
      else if (n > 0)
        done += n;
    }
  *fault = errno;
  if (n < 0)
    return FALSE;
  self->bytes = g_bytes_new_take (g_steal_pointer (&bytes), (gsize) done);
  self->size = done;
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  return TRUE;
}

static gboolean
refuse_size (const char *from,
             gint64      most,
             GError    **error)
{
  g_autofree char *name = g_path_get_basename (from);

  /* Translators: a file’s name, a number. */
  g_set_error (error, LECTERN_CONTEST_ERROR, LECTERN_CONTEST_ERROR_BAD_INPUT, _ ("“%s” is too large: such a file may have at most %d MB."), name, (int) (most >> 20));
  return FALSE;
}

static gboolean
content_take_file (LecternContent *self,
                   const char     *path,
                   const char     *from,
                   int             descriptor,
                   gint64          most,
                   GCancellable   *cancellable,
                   GError        **error)
{
  struct stat buffer;
  int         fault = 0;

  if (fstat (descriptor, &buffer) != 0)
    return lectern_content_set_error (from, errno, error);
  if (!S_ISREG (buffer.st_mode))
    return lectern_content_set_error (from, S_ISDIR (buffer.st_mode) ? EISDIR : EINVAL, error);
  if (buffer.st_size > most)
    return refuse_size (from, most, error);
  if (buffer.st_size > LECTERN_CONTENT_INSIDE ? copy_beside (self, path, descriptor, most, cancellable, &fault) : read_inside (self, descriptor, buffer.st_size, &fault))
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return fault == EFBIG ? refuse_size (from, most, error) : lectern_content_set_error (from, fault, error);
}

LecternContent *
lectern_content_new_for_file (const char   *path,
                              const char   *from,
                              gint64        most,
                              GCancellable *cancellable,
                              GError      **error)
{
  g_autoptr (LecternContent) self = NULL;
  int      descriptor;
  gboolean taken;

  g_return_val_if_fail (path != NULL && from != NULL, NULL);

  descriptor = open (from, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0)
    {
      lectern_content_set_error (from, errno, error);
      return NULL;
    }
  self = g_new0 (LecternContent, 1);
  taken = content_take_file (self, path, from, descriptor, most, cancellable, error);
  close (descriptor);
  return taken ? g_steal_pointer (&self) : NULL;
}

const char *
lectern_content_get_sha256 (const LecternContent *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sha256;
}

gint64
lectern_content_get_size (const LecternContent *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->size;
}

gboolean
lectern_content_is_beside (const LecternContent *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->bytes == NULL;
}
