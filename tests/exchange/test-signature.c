/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Ed25519 against the test vectors of RFC 8032, section 7.1, and what is no signature. */

#define G_LOG_DOMAIN "lectern-test"

#include "lectern-signature.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *seed;
  const char *key;
  const char *message;
  gsize       length;
  const char *signature;
} Vector;

/* clang-format off */
static const Vector vectors[] = {
  { "rfc8032-1", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", 0,
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b" },
  { "rfc8032-2", "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "\x72", 1,
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00" },
  { "rfc8032-3", "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "\xaf\x82", 2,
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a" },
};
/* clang-format on */

static GBytes *
read_seed (const char *hex)
{
  guint8 *bytes = g_malloc (LECTERN_SIGNATURE_SEED_SIZE);

  for (guint i = 0; i < LECTERN_SIGNATURE_SEED_SIZE; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
  return g_bytes_new_take (bytes, LECTERN_SIGNATURE_SEED_SIZE);
}

static void
test_vector (gconstpointer data)
{
  const Vector *vector = data;
  g_autoptr (GBytes) seed = read_seed (vector->seed);
  g_autofree char *key = lectern_signature_get_key (seed);
  g_autofree char *signature = lectern_signature_make (seed, vector->message, vector->length);

  g_assert_cmpstr (key, ==, vector->key);
  g_assert_cmpstr (signature, ==, vector->signature);
  g_assert_true (lectern_signature_check (key, signature, vector->message, vector->length));
  g_assert_false (lectern_signature_check (key, signature, "another", 7));
}

static void
test_no_signature (void)
{
  const Vector    *one = &vectors[0];
  const Vector    *two = &vectors[1];
  g_autofree char *upper = g_ascii_strup (one->signature, -1);
  g_autofree char *shorter = g_strndup (one->signature, 126);
  const char      *signatures[] = { "", "zz", upper, shorter, two->signature };
  const char      *keys[] = { "", "nonsense", two->key, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    g_assert_false (lectern_signature_check (one->key, signatures[i], one->message, one->length));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_false (lectern_signature_check (keys[i], one->signature, one->message, one->length));
}

/* sha256sum of the first vector's key. */
static void
test_fingerprint (void)
{
  g_autofree char *fingerprint = lectern_signature_get_fingerprint (vectors[0].key);
  g_autofree char *other = lectern_signature_get_fingerprint (vectors[1].key);
  g_autofree char *shortened = lectern_signature_shorten (fingerprint);

  g_assert_cmpstr (fingerprint, ==, "sha256:21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9");
  g_assert_cmpstr (fingerprint, !=, other);
  g_assert_cmpstr (shortened, ==, "21fe 31df a154 a261");
  g_assert_null (lectern_signature_get_fingerprint ("no key"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *path = g_strconcat ("/signature/", vectors[i].name, NULL);

      g_test_add_data_func (path, &vectors[i], test_vector);
    }
  g_test_add_func ("/signature/no-signature", test_no_signature);
  g_test_add_func ("/signature/fingerprint", test_fingerprint);
  return g_test_run ();
}
