/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Signing and checking, from libsodium. Ed25519 signs the same bytes the same way every time, so a
 * bundle written twice is the same file. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-signature.h"

#include <sodium.h>
#include <string.h>

#define FINGERPRINT_PREFIX "sha256:"
#define SHORT_DIGITS 16
#define SHORT_GROUP 4

G_STATIC_ASSERT (LECTERN_SIGNATURE_SEED_SIZE == crypto_sign_SEEDBYTES);
G_STATIC_ASSERT (LECTERN_SIGNATURE_LENGTH == 2 * crypto_sign_BYTES);

static char *
write_hex (const guchar *bytes,
           gsize         size)
{
  char *hex = g_malloc (2 * size + 1);

  return sodium_bin2hex (hex, 2 * size + 1, bytes, size);
}

/* Exactly @size bytes in lower-case hex. */
static gboolean
read_hex (const char *hex,
          guchar     *bytes,
          gsize       size)
{
  gsize read;

  if (hex == NULL || strlen (hex) != 2 * size || strspn (hex, "0123456789abcdef") != 2 * size)
    return FALSE;
  return sodium_hex2bin (bytes, size, hex, 2 * size, NULL, &read, NULL) == 0 && read == size;
}

static void
open_seed (GBytes *seed,
           guchar  key[crypto_sign_PUBLICKEYBYTES],
           guchar  secret[crypto_sign_SECRETKEYBYTES])
{
  g_assert (g_bytes_get_size (seed) == LECTERN_SIGNATURE_SEED_SIZE);
  if (sodium_init () < 0)
    g_error ("libsodium can't be started");
  crypto_sign_seed_keypair (key, secret, g_bytes_get_data (seed, NULL));
}

char *
lectern_signature_get_key (GBytes *seed)
{
  guchar key[crypto_sign_PUBLICKEYBYTES];
  guchar secret[crypto_sign_SECRETKEYBYTES];

  g_return_val_if_fail (seed != NULL, NULL);

  open_seed (seed, key, secret);
  sodium_memzero (secret, sizeof secret);
  return write_hex (key, sizeof key);
}

char *
lectern_signature_make (GBytes     *seed,
                        const char *bytes,
                        gsize       length)
{
  guchar key[crypto_sign_PUBLICKEYBYTES];
  guchar secret[crypto_sign_SECRETKEYBYTES];
  guchar signature[crypto_sign_BYTES];

  g_return_val_if_fail (seed != NULL && bytes != NULL, NULL);

  open_seed (seed, key, secret);
  crypto_sign_detached (signature, NULL, (const guchar *) bytes, length, secret);
  sodium_memzero (secret, sizeof secret);
  return write_hex (signature, sizeof signature);
}

gboolean
lectern_signature_check (const char *key,
                         const char *signature,
                         const char *bytes,
                         gsize       length)
{
  guchar public_key[crypto_sign_PUBLICKEYBYTES];
  guchar given[crypto_sign_BYTES];

  g_return_val_if_fail (bytes != NULL, FALSE);

  if (sodium_init () < 0)
    g_error ("libsodium can't be started");
  return read_hex (key, public_key, sizeof public_key) && read_hex (signature, given, sizeof given) &&
         crypto_sign_verify_detached (given, (const guchar *) bytes, length, public_key) == 0;
}

char *
lectern_signature_get_fingerprint (const char *key)
{
  guchar           bytes[crypto_sign_PUBLICKEYBYTES];
  g_autofree char *digest = NULL;

  if (!read_hex (key, bytes, sizeof bytes))
    return NULL;
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, sizeof bytes);
  return g_strconcat (FINGERPRINT_PREFIX, digest, NULL);
}

char *
lectern_signature_shorten (const char *fingerprint)
{
  const char *digits;
  GString    *groups;

  g_return_val_if_fail (fingerprint != NULL && g_str_has_prefix (fingerprint, FINGERPRINT_PREFIX), NULL);

  digits = fingerprint + strlen (FINGERPRINT_PREFIX);
  groups = g_string_new (NULL);
  for (guint i = 0; i < SHORT_DIGITS && digits[i] != '\0'; i++)
    g_string_append_printf (groups, "%s%c", i > 0 && i % SHORT_GROUP == 0 ? " " : "", digits[i]);
  return g_string_free (groups, FALSE);
}
