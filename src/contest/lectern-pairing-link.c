/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The one place that knows what a card, the console and a panel say to each other before anything is
 * connected. Code and fingerprint stand behind the #: what opens the address sends neither, and no
 * log of requests has them. The short form has 64 bits: a certificate that agrees with it by accident is
 * not met, and one made to agree costs centuries of hashing, where 40 bits cost a graphics card
 * twenty minutes. */

#define G_LOG_DOMAIN "lectern-contest"

#include "lectern-pairing-link.h"

#include <string.h>

#define CODE_DIGITS 6
#define FINGERPRINT_PREFIX "sha256:"
#define FINGERPRINT_DIGITS 64
#define SHORT_GROUPS 4
#define GROUP_DIGITS 4

char *
lectern_pairing_link_write (const char *address,
                            const char *code,
                            const char *fingerprint)
{
  g_autoptr (GString) link = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  link = g_string_new (address);
  g_string_append_c (link, '/');
  if (code != NULL)
    g_string_append_printf (link, "#code=%s", code);
  if (fingerprint != NULL && g_str_has_prefix (fingerprint, FINGERPRINT_PREFIX))
    g_string_append_printf (link, "%cfp=%s", code != NULL ? '&' : '#', fingerprint + strlen (FINGERPRINT_PREFIX));
  return g_string_free (g_steal_pointer (&link), FALSE);
}

static gboolean
is_code (const char *text)
{
  return strlen (text) == CODE_DIGITS && strspn (text, "0123456789") == CODE_DIGITS;
}

static gboolean
is_digest (const char *text)
{
  return strlen (text) == FINGERPRINT_DIGITS && strspn (text, "0123456789abcdefABCDEF") == FINGERPRINT_DIGITS;
}

static void
read_part (LecternPairingLink *self,
           const char         *part)
{
  if (g_str_has_prefix (part, "code=") && is_code (part + strlen ("code=")) && self->code == NULL)
    self->code = g_strdup (part + strlen ("code="));
  if (g_str_has_prefix (part, "fp=") && is_digest (part + strlen ("fp=")) && self->fingerprint == NULL)
    {
      g_autofree char *digest = g_ascii_strdown (part + strlen ("fp="), -1);

      self->fingerprint = g_strconcat (FINGERPRINT_PREFIX, digest, NULL);
    }
}

/* "https://10.0.0.5:8443", without what else @uri has; NULL: it is none for a panel. */
static char *
read_address (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  int         port = g_uri_get_port (uri);
  gboolean    six = host != NULL && strchr (host, ':') != NULL;

  if (g_strcmp0 (g_uri_get_scheme (uri), "https") != 0 || host == NULL || *host == '\0' || g_uri_get_userinfo (uri) != NULL)
    return NULL;
  if (port < 0)
    return g_strdup_printf (six ? "https://[%s]" : "https://%s", host);
  return g_strdup_printf (six ? "https://[%s]:%d" : "https://%s:%d", host, port);
}

LecternPairingLink *
lectern_pairing_link_parse (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autoptr (GUri) uri = g_uri_parse (stripped, G_URI_FLAGS_NONE, NULL);
  g_autoptr (LecternPairingLink) self = NULL;
  g_autofree char *address = uri != NULL ? read_address (uri) : NULL;
  g_auto (GStrv) parts = NULL;

  if (address == NULL || g_uri_get_fragment (uri) == NULL)
    return NULL;
  self = g_new0 (LecternPairingLink, 1);
  self->address = g_steal_pointer (&address);
  parts = g_strsplit (g_uri_get_fragment (uri), "&", 8);
  for (guint i = 0; parts[i] != NULL; i++)
    read_part (self, parts[i]);
  return self->code != NULL || self->fingerprint != NULL ? g_steal_pointer (&self) : NULL;
}

void
lectern_pairing_link_free (LecternPairingLink *self)
{
  g_free (self->address);
  g_free (self->code);
  g_free (self->fingerprint);
  g_free (self);
}

char *
lectern_pairing_space_code (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  if (strlen (code) != CODE_DIGITS)
    return g_strdup (code);
  return g_strdup_printf ("%.3s %s", code, code + CODE_DIGITS / 2);
}

char *
lectern_pairing_shorten_fingerprint (const char *fingerprint)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *digits;

  g_return_val_if_fail (fingerprint != NULL, NULL);

  digits = strchr (fingerprint, ':');
  digits = digits != NULL ? digits + 1 : fingerprint;
  for (guint n = 0; *digits != '\0' && n < SHORT_GROUPS * GROUP_DIGITS; digits++)
    {
      if (!g_ascii_isxdigit (*digits))
        continue;
      if (n > 0 && n % GROUP_DIGITS == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, g_ascii_toupper (*digits));
      n++;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
