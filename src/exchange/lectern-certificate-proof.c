/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The code on a certificate. Rule: what is signed is exactly what people read in it, line by line, so
 * nothing can be moved from one line into another; and the key is in it, whose fingerprint the
 * contest's papers tell. */

#define G_LOG_DOMAIN "lectern-exchange"

#include "lectern-certificate-proof.h"

#include "lectern-signature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  LINE_MARK,
  LINE_CONTEST,
  LINE_AWARD,
  LINE_NAME,
  LINE_SERIAL,
  LINE_KEY,
  LINE_SIGNATURE,
  N_LINES,
};

#define KEY_SIZE 32
#define SIGNATURE_SIZE (LECTERN_SIGNATURE_LENGTH / 2)

/* Hex to base64url without its padding. */
static char *
shorten (const char *hex)
{
  gsize              size = strlen (hex) / 2;
  g_autofree guchar *bytes = g_malloc (size);
  char              *text;

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guchar) (g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
  text = g_base64_encode (bytes, size);
  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';

  return text;
}

/* The other way round; NULL when it is not just @size bytes written that way. */
static char *
lengthen (const char *text,
          gsize       size)
{
  g_autoptr (GString) padded = g_string_new (text);
  g_autofree guchar *bytes = NULL;
  g_autofree char   *again = NULL;
  GString           *hex = g_string_new (NULL);
  gsize              n;

  g_strdelimit (padded->str, "-", '+');
  g_strdelimit (padded->str, "_", '/');
  while (padded->len % 4 != 0)
    g_string_append_c (padded, '=');
  bytes = g_base64_decode (padded->str, &n);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  again = shorten (hex->str);

  return g_string_free (hex, n != size || !g_str_equal (again, text));
}

/* One line: what would break it is a blank. */
static void
add_line (GString    *text,
          const char *words)
{
  g_autofree char *line = g_strdup (words != NULL ? words : "");

  g_string_append (text, g_strdelimit (line, "\r\n\t", ' '));
  g_string_append_c (text, '\n');
}

char *
lectern_certificate_proof_sign (const char *name,
                                const char *serial,
                                gpointer    signing)
{
  const LecternCertificateSigning *self = signing;
  GString                         *text = g_string_new (NULL);
  g_autofree char                 *key = lectern_signature_get_key (self->seed);
  g_autofree char                 *short_key = shorten (key);
  g_autofree char                 *signature = NULL;
  g_autofree char                 *short_signature = NULL;

  add_line (text, LECTERN_CERTIFICATE_PROOF_MARK);
  add_line (text, self->contest);
  add_line (text, self->award);
  add_line (text, name);
  add_line (text, serial);
  add_line (text, short_key);
  signature = lectern_signature_make (self->seed, text->str, text->len);
  short_signature = shorten (signature);
  g_string_append (text, short_signature);

  return g_string_free (text, FALSE);
}

/* The lines without the ends they came with; NULL when they are not as many as a code has, or not text. */
static char **
split (const char *text,
       gsize       length)
{
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;

  if (length > LECTERN_CERTIFICATE_PROOF_MOST || !g_utf8_validate (text, (gssize) length, NULL))
    return NULL;
  copy = g_strchomp (g_strndup (text, length));
  lines = g_strsplit (copy, "\n", N_LINES + 1);
  if (g_strv_length (lines) != N_LINES)
    return NULL;
  for (guint i = 0; i < N_LINES; i++)
    {
      gsize n = strlen (lines[i]);

      if (n > 0 && lines[i][n - 1] == '\r')
        lines[i][n - 1] = '\0';
      for (const char *p = lines[i]; *p != '\0'; p++)
        if (g_ascii_iscntrl (*p))
          return NULL;
    }

  return g_steal_pointer (&lines);
}

static gboolean
check (char *const *lines,
       const char  *key,
       const char  *signature)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < LINE_SIGNATURE; i++)
    g_string_append_printf (text, "%s\n", lines[i]);

  return lectern_signature_check (key, signature, text->str, text->len);
}

LecternCertificateProof *
lectern_certificate_proof_read (const char *text,
                                gsize       length,
                                GError    **error)
{
  g_auto (GStrv) lines = split (text, length);
  g_autofree char         *key = lines != NULL ? lengthen (lines[LINE_KEY], KEY_SIZE) : NULL;
  g_autofree char         *signature = lines != NULL ? lengthen (lines[LINE_SIGNATURE], SIGNATURE_SIZE) : NULL;
  LecternCertificateProof *self;

  if (lines == NULL || !g_str_equal (lines[LINE_MARK], LECTERN_CERTIFICATE_PROOF_MARK) || *lines[LINE_NAME] == '\0')
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_BUNDLE, _ ("This is not what the code on a certificate says, or not all of it."));
      return NULL;
    }
  if (key == NULL || signature == NULL || !check (lines, key, signature))
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_BAD_SIGNATURE, _ ("The signature does not match: something was changed after the certificate was signed, or it was never signed."));
      return NULL;
    }

  self = g_new0 (LecternCertificateProof, 1);
  self->contest = g_strdup (lines[LINE_CONTEST]);
  self->award = g_strdup (lines[LINE_AWARD]);
  self->name = g_strdup (lines[LINE_NAME]);
  self->serial = g_strdup (lines[LINE_SERIAL]);
  self->key = g_steal_pointer (&key);

  return self;
}

void
lectern_certificate_proof_free (LecternCertificateProof *self)
{
  g_free (self->contest);
  g_free (self->award);
  g_free (self->name);
  g_free (self->serial);
  g_free (self->key);
  g_free (self);
}
