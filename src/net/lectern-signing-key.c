/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The main laptop's signing key, beside the one its certificate has: another file, for a key that
 * vouches for results should not also be one that a server uses all evening. The file is the seed
 * in hex and an end of line. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-signing-key.h"

#include "lectern-net-error.h"
#include "lectern-private-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#define FILE_NAME "signing-key"
#define SEED_SIZE 32
#define TEXT_SIZE (2 * SEED_SIZE + 1) /* with the end of the line */

static gboolean
make_key (const char *path)
{
  guchar   seed[SEED_SIZE];
  char     text[TEXT_SIZE + 1];
  gboolean made;

  randombytes_buf (seed, sizeof seed);
  sodium_bin2hex (text, sizeof text, seed, sizeof seed);
  text[2 * SEED_SIZE] = '\n';
  made = lectern_private_file_make (path, text, TEXT_SIZE);
  sodium_memzero (seed, sizeof seed);
  sodium_memzero (text, sizeof text);
  return made;
}

/* NULL when the file is not exactly what was written. */
static GBytes *
read_key (const char *path,
          GError    **error)
{
  g_autofree char *text = NULL;
  guchar           seed[SEED_SIZE];
  gsize            length, read;
  GBytes          *key = NULL;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (length == TEXT_SIZE && text[2 * SEED_SIZE] == '\n' && sodium_hex2bin (seed, sizeof seed, text, 2 * SEED_SIZE, NULL, &read, NULL) == 0 && read == SEED_SIZE)
    key = g_bytes_new (seed, sizeof seed);
  sodium_memzero (seed, sizeof seed);
  sodium_memzero (text, length);
  if (key == NULL)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("it is damaged"));
  return key;
}

GBytes *
lectern_signing_key_open (const char *folder,
                          GError    **error)
{
  g_autofree char *path = lectern_private_file_get_path (folder, FILE_NAME);
  g_autoptr (GError) reason = NULL;
  GBytes *key;

  if (sodium_init () < 0)
    g_error ("libsodium can't be started");
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !make_key (path))
    {
      g_set_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_KEY, _ ("The signing key of this laptop cannot be kept in “%s”: %s"), path, g_strerror (errno));
      return NULL;
    }
  g_chmod (path, 0600); /* a restored copy may have lost its mode */
  key = read_key (path, &reason);
  if (key == NULL)
    g_set_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_KEY, _ ("The signing key of this laptop in “%s” cannot be read: %s"), path, reason->message);
  return key;
}

gboolean
lectern_signing_key_exists (const char *folder)
{
  g_autofree char *path = lectern_private_file_get_path (folder, FILE_NAME);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}
