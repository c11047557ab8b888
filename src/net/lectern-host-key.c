/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The key the judges' laptops know the main laptop by. There is no authority on a venue's network
 * that could vouch for it, so it vouches for itself: an ECDSA P-256 key with a self-signed
 * certificate, made once, kept in one file only its owner may read, and pinned by its SHA-256. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-host-key.h"

#include "lectern-net-error.h"
#include "lectern-private-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>

#define FILE_NAME "host-key.pem"
/* Panels look at the fingerprint alone. Browsers want a name, whatever it is, and Apple's refuse what is valid for
 * more than 825 days, even when a person has agreed. */
#define NAME "lectern.local"
#define VALID_SECONDS ((gint64) 820 * 24 * 3600)
#define BACKDATED_SECONDS ((gint64) 24 * 3600) /* a judge's laptop may be a little behind */

typedef struct
{
  gnutls_x509_privkey_t key;
  gnutls_x509_crt_t     certificate;
} KeyPair;

static void
key_pair_clear (KeyPair *pair)
{
  if (pair->certificate)
    gnutls_x509_crt_deinit (pair->certificate);
  if (pair->key)
    gnutls_x509_privkey_deinit (pair->key);
}

static int
fill_certificate (KeyPair *pair)
{
  gnutls_x509_crt_t certificate = pair->certificate;
  guint8            serial[16];
  gint64            now = g_get_real_time () / G_USEC_PER_SEC;
  int               status;

  if ((status = gnutls_rnd (GNUTLS_RND_NONCE, serial, sizeof serial)) < 0)
    return status;
  serial[0] &= 0x7f; /* a serial number is positive */
  if ((status = gnutls_x509_crt_set_version (certificate, 3)) < 0 ||
      (status = gnutls_x509_crt_set_serial (certificate, serial, sizeof serial)) < 0 ||
      (status = gnutls_x509_crt_set_activation_time (certificate, now - BACKDATED_SECONDS)) < 0 ||
      (status = gnutls_x509_crt_set_expiration_time (certificate, now + VALID_SECONDS)) < 0 ||
      (status = gnutls_x509_crt_set_key (certificate, pair->key)) < 0 ||
      (status = gnutls_x509_crt_set_dn (certificate, "CN=Lectern", NULL)) < 0 ||
      (status = gnutls_x509_crt_set_subject_alt_name (certificate, GNUTLS_SAN_DNSNAME, NAME, strlen (NAME), GNUTLS_FSAN_SET)) < 0 ||
      (status = gnutls_x509_crt_set_basic_constraints (certificate, 0, -1)) < 0 ||
      (status = gnutls_x509_crt_set_key_usage (certificate, GNUTLS_KEY_DIGITAL_SIGNATURE)) < 0 ||
      (status = gnutls_x509_crt_set_key_purpose_oid (certificate, GNUTLS_KP_TLS_WWW_SERVER, 0)) < 0)
    return status;
  return gnutls_x509_crt_sign2 (certificate, certificate, pair->key, GNUTLS_DIG_SHA256, 0);
}

static int
append_pem (KeyPair *pair,
            GString *pem)
{
  gnutls_datum_t key = { NULL, 0 };
  gnutls_datum_t certificate = { NULL, 0 };
  int            status;

  status = gnutls_x509_privkey_export2_pkcs8 (pair->key, GNUTLS_X509_FMT_PEM, NULL,
                                              GNUTLS_PKCS_PLAIN, &key);
  if (status >= 0)
    status = gnutls_x509_crt_export2 (pair->certificate, GNUTLS_X509_FMT_PEM, &certificate);
  if (status >= 0)
    {
      g_string_append_len (pem, (const char *) key.data, key.size);
      g_string_append_len (pem, (const char *) certificate.data, certificate.size);
    }
  if (key.data)
    gnutls_memset (key.data, 0, key.size);
  gnutls_free (key.data);
  gnutls_free (certificate.data);
  return status;
}

/* Returns the PEM text of a fresh key and its certificate. */
static GString *
make_pem (GError **error)
{
  KeyPair pair = { NULL, NULL };
  g_autoptr (GString) pem = g_string_new (NULL);
  unsigned int bits = GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_SECP256R1);
  int          status;

  if ((status = gnutls_x509_privkey_init (&pair.key)) >= 0 &&
      (status = gnutls_x509_crt_init (&pair.certificate)) >= 0 &&
      (status = gnutls_x509_privkey_generate (pair.key, GNUTLS_PK_ECDSA, bits, 0)) >= 0 &&
      (status = fill_certificate (&pair)) >= 0)
    status = append_pem (&pair, pem);
  key_pair_clear (&pair);
  if (status >= 0)
    return g_steal_pointer (&pem);
  g_set_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_KEY,
               _ ("The certificate of this laptop cannot be made: %s"), gnutls_strerror (status));
  return NULL;
}

static gboolean
make_file (const char *path,
           gboolean    anew,
           GError    **error)
{
  g_autoptr (GString) pem = make_pem (error);
  gboolean made;

  if (!pem)
    return FALSE;
  made = anew ? lectern_private_file_replace (path, pem->str, pem->len) : lectern_private_file_make (path, pem->str, pem->len);
  if (!made)
    g_set_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_KEY,
                 _ ("The certificate of this laptop cannot be kept in “%s”: %s"), path,
                 g_strerror (errno));
  gnutls_memset (pem->str, 0, pem->len);
  return made;
}

GTlsCertificate *
lectern_host_key_open (const char *folder,
                       GError    **error)
{
  g_autofree char *path = lectern_private_file_get_path (folder, FILE_NAME);
  g_autoptr (GError) reason = NULL;
  GTlsCertificate *certificate;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !make_file (path, FALSE, error))
    return NULL;
  g_chmod (path, 0600); /* a restored copy may have lost its mode */
  certificate = g_tls_certificate_new_from_file (path, &reason);
  if (!certificate)
    g_set_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_KEY,
                 _ ("The certificate of this laptop in “%s” cannot be read: %s"), path,
                 reason->message);
  return certificate;
}

GTlsCertificate *
lectern_host_key_renew (const char *folder,
                        GError    **error)
{
  g_autofree char *path = lectern_private_file_get_path (folder, FILE_NAME);

  return make_file (path, TRUE, error) ? lectern_host_key_open (folder, error) : NULL;
}

char *
lectern_host_key_fingerprint (GTlsCertificate *certificate)
{
  g_autoptr (GByteArray) der = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (G_IS_TLS_CERTIFICATE (certificate), NULL);

  g_object_get (certificate, "certificate", &der, NULL);
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len);
  return g_strconcat ("sha256:", digest, NULL);
}
