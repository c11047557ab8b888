/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The code on a certificate: what was signed reads back, and nothing else does. */

#include "lectern-certificate-proof.h"
#include "lectern-signature.h"

#include <string.h>

static char *
sign_with (guint8      first,
           const char *name)
{
  guint8 bytes[LECTERN_SIGNATURE_SEED_SIZE] = { first, 7 };
  g_autoptr (GBytes) seed = g_bytes_new (bytes, sizeof bytes);
  LecternCertificateSigning signing = { seed, "焦作市2018年度微型党课十佳宣讲员评选", "十佳宣讲员" };

  return lectern_certificate_proof_sign (name, "证书编号：〔2018〕003号", &signing);
}

static void
refuse (const char          *text,
        gsize                length,
        LecternExchangeError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lectern_certificate_proof_read (text, length, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, (int) code);
}

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return g_strjoinv (to, parts);
}

static void
test_genuine (void)
{
  g_autofree char *text = sign_with (1, "马晓𬱖");
  g_autofree char *crlf = replace (text, "\n", "\r\n");
  g_autofree char *scanned = g_strconcat (crlf, "\r\n", NULL);
  const char      *texts[] = { text, scanned };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternCertificateProof) proof = lectern_certificate_proof_read (texts[i], strlen (texts[i]), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (proof->name, ==, "马晓𬱖");
      g_assert_cmpstr (proof->award, ==, "十佳宣讲员");
      g_assert_cmpstr (proof->serial, ==, "证书编号：〔2018〕003号");
      g_assert_cmpstr (proof->contest, ==, "焦作市2018年度微型党课十佳宣讲员评选");
      g_assert_cmpuint (strlen (proof->key), ==, 64);
    }
}

/* Whatever one byte becomes, it is noticed. */
static void
test_altered (void)
{
  g_autofree char *text = sign_with (1, "王韦");
  g_autofree char *renamed = replace (text, "王韦", "王伟");
  gsize            length = strlen (text);

  refuse (renamed, strlen (renamed), LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE);
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *changed = g_strdup (text);
      g_autoptr (LecternCertificateProof) proof = NULL;

      changed[i] ^= 1;
      proof = lectern_certificate_proof_read (changed, length, NULL);
      if (proof != NULL)
        g_error ("byte %u can be changed", (guint) i);
    }
}

/* With somebody else's key in it the signature has to be his, too; then the key tells. */
static void
test_other_key (void)
{
  g_autofree char *ours = sign_with (1, "王韦");
  g_autofree char *theirs = sign_with (2, "王韦");
  g_auto (GStrv) left = g_strsplit (ours, "\n", -1);
  g_auto (GStrv) right = g_strsplit (theirs, "\n", -1);
  g_autofree char *mixed = NULL;
  g_autoptr (LecternCertificateProof) a = lectern_certificate_proof_read (ours, strlen (ours), NULL);
  g_autoptr (LecternCertificateProof) b = lectern_certificate_proof_read (theirs, strlen (theirs), NULL);
  char *key = left[5];

  g_assert_cmpstr (a->key, !=, b->key);
  left[5] = right[5];
  mixed = g_strjoinv ("\n", left);
  left[5] = key;
  refuse (mixed, strlen (mixed), LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE);
}

static void
test_truncated (void)
{
  g_autofree char *text = sign_with (1, "王韦");

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autoptr (LecternCertificateProof) proof = lectern_certificate_proof_read (text, length, NULL);

      if (proof != NULL)
        g_error ("%u bytes are taken for all", (guint) length);
    }
}

static void
test_oversize (void)
{
  g_autofree char *text = sign_with (1, "王韦");
  g_autofree char *tail = g_strnfill (LECTERN_CERTIFICATE_PROOF_MOST, '\n');
  g_autofree char *padded = g_strconcat (text, tail, NULL);
  g_autofree char *long_name = g_strnfill (LECTERN_CERTIFICATE_PROOF_MOST, 'a');
  g_autofree char *large = sign_with (1, long_name);

  refuse (padded, strlen (padded), LECTERN_EXCHANGE_ERROR_BAD_BUNDLE);
  refuse (large, strlen (large), LECTERN_EXCHANGE_ERROR_BAD_BUNDLE);
}

/* A name with a line end in it does not become another line. */
static void
test_line_end (void)
{
  g_autofree char *text = sign_with (1, "王韦\n特等奖");
  g_autofree char *extra = g_strconcat (text, "\nx", NULL);
  g_autofree char *control = replace (text, "王韦", "王\033韦");
  g_autoptr (LecternCertificateProof) proof = lectern_certificate_proof_read (text, strlen (text), NULL);

  g_assert_cmpstr (proof->name, ==, "王韦 特等奖");
  refuse (extra, strlen (extra), LECTERN_EXCHANGE_ERROR_BAD_BUNDLE);
  refuse (control, strlen (control), LECTERN_EXCHANGE_ERROR_BAD_BUNDLE);
}

static void
test_no_code (void)
{
  static const char *const texts[] = { "", "LC1", "{}", "LC2\na\nb\nc\nd\ne\nf", "LC1\na\nb\n\nd\ne\nf", "\xff\n\n\n\n\n\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    refuse (texts[i], strlen (texts[i]), LECTERN_EXCHANGE_ERROR_BAD_BUNDLE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/certificate-proof/genuine", test_genuine);
  g_test_add_func ("/exchange/certificate-proof/altered", test_altered);
  g_test_add_func ("/exchange/certificate-proof/other-key", test_other_key);
  g_test_add_func ("/exchange/certificate-proof/truncated", test_truncated);
  g_test_add_func ("/exchange/certificate-proof/oversize", test_oversize);
  g_test_add_func ("/exchange/certificate-proof/line-end", test_line_end);
  g_test_add_func ("/exchange/certificate-proof/no-code", test_no_code);

  return g_test_run ();
}
