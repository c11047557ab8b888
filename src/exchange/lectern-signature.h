/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ed25519 signatures over bytes. Keys and signatures are lower-case hex: a public key has 64 digits,
 * a signature 128. The secret is a seed of 32 bytes (net/lectern-signing-key.h keeps it). */
#define LECTERN_SIGNATURE_SEED_SIZE 32
#define LECTERN_SIGNATURE_LENGTH 128

/* The public key of @seed. Owned by the caller. */
char *lectern_signature_get_key (GBytes *seed) G_GNUC_WARN_UNUSED_RESULT;
/* The signature of @seed over the @length bytes of @bytes. Owned by the caller. */
char *lectern_signature_make (GBytes     *seed,
                              const char *bytes,
                              gsize       length) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @signature is that of the holder of the public key @key over the bytes. */
gboolean lectern_signature_check (const char *key,
                                  const char *signature,
                                  const char *bytes,
                                  gsize       length);
/* "sha256:" and the SHA-256 of the public key in hex: what people compare. NULL when @key is no
 * key. Owned by the caller. */
char *lectern_signature_get_fingerprint (const char *key) G_GNUC_WARN_UNUSED_RESULT;

/* The first 16 digits of @fingerprint in groups of four, "3fa9 12bc 90de 4471": short enough to be read
 * aloud, long enough that nobody makes a second key with it. Owned by the caller. */
char *lectern_signature_shorten (const char *fingerprint) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
