/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* What a card says to a laptop, there and back, and everything that is no such link. */

#include "lectern-pairing-link.h"

#define DIGEST "1a2b3c4d5e6f70819293a4b5c6d7e8f900112233445566778899aabbccddeeff"

typedef struct
{
  const char *address;
  const char *code;
  const char *fingerprint;
  const char *link;
} Whole;

static const Whole wholes[] = {
  { "https://10.0.0.5:8443", "482913", "sha256:" DIGEST, "https://10.0.0.5:8443/#code=482913&fp=" DIGEST },
  { "https://10.0.0.5:8443", "000001", NULL, "https://10.0.0.5:8443/#code=000001" },
  { "https://[fd00::5]:8443", NULL, "sha256:" DIGEST, "https://[fd00::5]:8443/#fp=" DIGEST },
  { "https://lectern.local", "482913", NULL, "https://lectern.local/#code=482913" },
};

static void
test_there_and_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autofree char *link = lectern_pairing_link_write (wholes[i].address, wholes[i].code, wholes[i].fingerprint);
      g_autoptr (LecternPairingLink) back = lectern_pairing_link_parse (link);

      g_assert_cmpstr (link, ==, wholes[i].link);
      g_assert_nonnull (back);
      g_assert_cmpstr (back->address, ==, wholes[i].address);
      g_assert_cmpstr (back->code, ==, wholes[i].code);
      g_assert_cmpstr (back->fingerprint, ==, wholes[i].fingerprint);
    }
}

/* Parts that are not as they should be are left out; what is left may still be a link. */
static void
test_parts (void)
{
  static const struct
  {
    const char *text;
    const char *code;
    const char *fingerprint;
  } rows[] = {
    { "  https://10.0.0.5:8443/#code=482913\n", "482913", NULL },
    { "https://10.0.0.5:8443/#fp=12&code=482913", "482913", NULL },
    { "https://10.0.0.5:8443/#code=48291&fp=" DIGEST, NULL, "sha256:" DIGEST },
    { "https://10.0.0.5:8443/#code=48a913&fp=" DIGEST, NULL, "sha256:" DIGEST },
    { "https://10.0.0.5:8443/#code=111111&code=222222", "111111", NULL },
    { "https://10.0.0.5:8443/#FP=1&fp=1A2B3C4D5E6F70819293A4B5C6D7E8F900112233445566778899AABBCCDDEEFF", NULL, "sha256:" DIGEST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LecternPairingLink) link = lectern_pairing_link_parse (rows[i].text);

      g_assert_nonnull (link);
      g_assert_cmpstr (link->address, ==, "https://10.0.0.5:8443");
      g_assert_cmpstr (link->code, ==, rows[i].code);
      g_assert_cmpstr (link->fingerprint, ==, rows[i].fingerprint);
    }
}

static void
test_no_link (void)
{
  static const char *const texts[] = {
    NULL,
    "",
    "10.0.0.5",
    "10.0.0.5:8443",
    "https://10.0.0.5:8443",
    "https://10.0.0.5:8443/",
    "https://10.0.0.5:8443/#",
    "https://10.0.0.5:8443/#code=12345",
    "http://10.0.0.5:8443/#code=482913",
    "https:///#code=482913",
    "https://judge@10.0.0.5/#code=482913",
    "#code=482913",
    "482913",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (lectern_pairing_link_parse (texts[i]));
}

static void
test_for_people (void)
{
  g_autofree char *code = lectern_pairing_space_code ("482913");
  g_autofree char *other = lectern_pairing_space_code ("48291");
  g_autofree char *short_form = lectern_pairing_shorten_fingerprint ("sha256:" DIGEST);
  g_autofree char *bare = lectern_pairing_shorten_fingerprint ("1a2b:3c4d");

  g_assert_cmpstr (code, ==, "482 913");
  g_assert_cmpstr (other, ==, "48291");
  g_assert_cmpstr (short_form, ==, "1A2B 3C4D 5E6F 7081");
  g_assert_cmpstr (bare, ==, "3C4D");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pairing-link/there-and-back", test_there_and_back);
  g_test_add_func ("/pairing-link/parts", test_parts);
  g_test_add_func ("/pairing-link/no-link", test_no_link);
  g_test_add_func ("/pairing-link/for-people", test_for_people);
  return g_test_run ();
}
