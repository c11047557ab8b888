/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* A file is written whole under another name and put in place by link(), so of two programs that
 * start at once for the first time both end with the same key. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-private-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

char *
lectern_private_file_get_path (const char *folder,
                               const char *name)
{
  return folder != NULL ? g_build_filename (folder, name, NULL) : g_build_filename (g_get_user_data_dir (), "lectern", name, NULL);
}

static gboolean
write_durably (const char *path,
               const char *bytes,
               gsize       length)
{
  int    fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  gssize written;
  int    saved_errno;

  if (fd < 0)
    return FALSE;
  written = write (fd, bytes, length);
  if (written == (gssize) length && fsync (fd) == 0)
    return close (fd) == 0;
  saved_errno = written < 0 || written == (gssize) length ? errno : ENOSPC;
  close (fd);
  errno = saved_errno;
  return FALSE;
}

/* The folder's entry, too, is to survive a power cut. */
static gboolean
sync_folder (const char *folder)
{
  int      fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return synced;
}

/* Writes the file beside @path, and then has @put_in_place do what its name says. */
static gboolean
make (const char *path,
      const char *bytes,
      gsize       length,
      gboolean (*put_in_place) (const char *fresh,
                                const char *path))
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".%s.%u", base, g_random_int ());
  g_autofree char *fresh = g_build_filename (folder, name, NULL);
  gboolean         made;
  int              saved_errno;

  made = g_mkdir_with_parents (folder, 0700) == 0 && write_durably (fresh, bytes, length) && put_in_place (fresh, path);
  saved_errno = errno;
  unlink (fresh);
  made = made && sync_folder (folder);
  errno = saved_errno;
  return made;
}

static gboolean
put_if_new (const char *fresh,
            const char *path)
{
  return link (fresh, path) == 0 || errno == EEXIST;
}

static gboolean
put_instead (const char *fresh,
             const char *path)
{
  return g_rename (fresh, path) == 0;
}

gboolean
lectern_private_file_make (const char *path,
                           const char *bytes,
                           gsize       length)
{
  return make (path, bytes, length, put_if_new);
}

gboolean
lectern_private_file_replace (const char *path,
                              const char *bytes,
                              gsize       length)
{
  return make (path, bytes, length, put_instead);
}
