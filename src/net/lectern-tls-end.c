/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* TLS for a server that must not be kept waiting. GIO's own runs each handshake on one of a few threads
 * and lets it block there, so a dozen clients that fall silent in the middle keep everybody else
 * out; and the versions it takes can be told to the whole process only. Here GnuTLS does each step on
 * the engine's thread as far as the bytes reach, which is half a millisecond for all of them, and
 * what does not fit into the socket waits in one buffer of at most a record.
 * No resumption and no early data: nothing of a handshake can be replayed. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-tls-end.h"

#include "lectern-net-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <gnutls/gnutls.h>
#include <string.h>
#include <sys/socket.h>

#define PRIORITY_NEW "NORMAL:-VERS-ALL:+VERS-TLS1.3"
#define PRIORITY_OLD "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"
#define RECORD_MAX 16384
/* All that a client sends until its handshake is done; one with many key shares takes 3 KiB. */
#define HANDSHAKE_MAX 16384

struct _LecternTlsKey
{
  gnutls_certificate_credentials_t credentials;
  gnutls_priority_t                priority;
};

struct _LecternTlsEnd
{
  LecternTlsKey   *key;
  gnutls_session_t session;
  int              fd;
  gsize            n_read; /* raw bytes, until the handshake is done */
  GByteArray      *unsent;
  gsize            unsent_at;
  gboolean         shaken;
  gboolean         gone;
};

static void
key_clear (gpointer data)
{
  LecternTlsKey *self = data;

  if (self->credentials)
    gnutls_certificate_free_credentials (self->credentials);
  if (self->priority)
    gnutls_priority_deinit (self->priority);
}

static gnutls_datum_t
make_datum (const char *text)
{
  return (gnutls_datum_t){ (unsigned char *) text, text ? (unsigned int) strlen (text) : 0 };
}

LecternTlsKey *
lectern_tls_key_new (GTlsCertificate *certificate,
                     gboolean         old,
                     GError         **error)
{
  g_autoptr (LecternTlsKey) self = NULL;
  g_autofree char *pem = NULL;
  g_autofree char *secret = NULL;
  gnutls_datum_t   public_part;
  gnutls_datum_t   private_part;
  int              status;

  g_return_val_if_fail (G_IS_TLS_CERTIFICATE (certificate), NULL);

  self = g_rc_box_new0 (LecternTlsKey);
  g_object_get (certificate, "certificate-pem", &pem, "private-key-pem", &secret, NULL);
  public_part = make_datum (pem);
  private_part = make_datum (secret);
  if ((status = gnutls_certificate_allocate_credentials (&self->credentials)) >= 0 &&
      (status = gnutls_certificate_set_x509_key_mem (self->credentials, &public_part, &private_part, GNUTLS_X509_FMT_PEM)) >= 0)
    status = gnutls_priority_init (&self->priority, old ? PRIORITY_OLD : PRIORITY_NEW, NULL);
  if (secret)
    gnutls_memset (secret, 0, strlen (secret));
  if (status >= 0)
    return g_steal_pointer (&self);
  g_set_error (error, LECTERN_NET_ERROR, LECTERN_NET_ERROR_KEY,
               _ ("The certificate of this laptop cannot be used: %s"), gnutls_strerror (status));
  return NULL;
}

LecternTlsKey *
lectern_tls_key_ref (LecternTlsKey *self)
{
  return g_rc_box_acquire (self);
}

void
lectern_tls_key_unref (LecternTlsKey *self)
{
  g_rc_box_release_full (self, key_clear);
}

/* --- the bytes below ----------------------------------------------------------------------- */

static ssize_t
pull (gnutls_transport_ptr_t transport,
      void                  *bytes,
      size_t                 size)
{
  LecternTlsEnd *self = transport;
  ssize_t        n;

  if (!self->shaken && self->n_read >= HANDSHAKE_MAX)
    {
      gnutls_transport_set_errno (self->session, ECONNABORTED);
      return -1;
    }
  n = recv (self->fd, bytes, size, 0);
  if (n < 0)
    gnutls_transport_set_errno (self->session, errno);
  else
    self->n_read += (gsize) n;
  return n;
}

/* As many of @bytes as the socket takes now: 0 when none, -1 when it is gone. */
static ssize_t
send_now (LecternTlsEnd *self,
          const void    *bytes,
          gsize          length)
{
  ssize_t n = send (self->fd, bytes, length, MSG_NOSIGNAL);

  if (n >= 0)
    return n;
  if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
    return 0;
  self->gone = TRUE;
  return -1;
}

/* Never says “later”: GnuTLS would keep the record and want the same call again, while the caller may
 * have something more urgent to say by then. */
static ssize_t
push (gnutls_transport_ptr_t transport,
      const void            *bytes,
      size_t                 length)
{
  LecternTlsEnd *self = transport;
  ssize_t        n = self->unsent->len == 0 ? send_now (self, bytes, length) : 0;

  if (n < 0)
    {
      gnutls_transport_set_errno (self->session, errno);
      return -1;
    }
  if ((size_t) n < length)
    g_byte_array_append (self->unsent, (const guint8 *) bytes + n, (guint) (length - (size_t) n));
  return (ssize_t) length;
}

/* --- the end itself ------------------------------------------------------------------------ */

LecternTlsEnd *
lectern_tls_end_new (LecternTlsKey *key,
                     GSocket       *socket)
{
  LecternTlsEnd *self = g_new0 (LecternTlsEnd, 1);

  self->key = lectern_tls_key_ref (key);
  self->fd = g_socket_get_fd (socket);
  self->unsent = g_byte_array_new ();
  gnutls_init (&self->session, GNUTLS_SERVER | GNUTLS_NONBLOCK | GNUTLS_NO_TICKETS | GNUTLS_NO_SIGNAL);
  gnutls_priority_set (self->session, key->priority);
  gnutls_credentials_set (self->session, GNUTLS_CRD_CERTIFICATE, key->credentials);
  gnutls_certificate_server_set_request (self->session, GNUTLS_CERT_IGNORE);
  gnutls_handshake_set_max_packet_length (self->session, HANDSHAKE_MAX);
  gnutls_handshake_set_timeout (self->session, GNUTLS_INDEFINITE_TIMEOUT);
  gnutls_transport_set_ptr (self->session, self);
  gnutls_transport_set_pull_function (self->session, pull);
  gnutls_transport_set_push_function (self->session, push);
  return self;
}

void
lectern_tls_end_free (LecternTlsEnd *self)
{
  gnutls_deinit (self->session);
  g_byte_array_unref (self->unsent);
  lectern_tls_key_unref (self->key);
  g_free (self);
}

LecternTlsResult
lectern_tls_end_shake_hands (LecternTlsEnd *self)
{
  int status;

  do
    status = gnutls_handshake (self->session);
  while (status == GNUTLS_E_INTERRUPTED || status == GNUTLS_E_WARNING_ALERT_RECEIVED);
  if (status == GNUTLS_E_AGAIN)
    return LECTERN_TLS_LATER;
  self->shaken = status >= 0;
  if (self->shaken)
    return LECTERN_TLS_DONE;
  if (status == GNUTLS_E_PREMATURE_TERMINATION)
    return LECTERN_TLS_ENDED;
  /* So that the other end learns why: a version that is too old, most often. */
  gnutls_alert_send_appropriate (self->session, status);
  return LECTERN_TLS_BROKEN;
}

LecternTlsResult
lectern_tls_end_read (LecternTlsEnd *self,
                      void          *bytes,
                      gsize          size,
                      gsize         *length)
{
  ssize_t n;

  *length = 0;
  if (self->gone)
    return LECTERN_TLS_ENDED;
  do
    n = gnutls_record_recv (self->session, bytes, size);
  while (n == GNUTLS_E_INTERRUPTED);
  if (n == GNUTLS_E_AGAIN)
    return LECTERN_TLS_LATER;
  if (n <= 0)
    return n == 0 || n == GNUTLS_E_PREMATURE_TERMINATION ? LECTERN_TLS_ENDED : LECTERN_TLS_BROKEN;
  *length = (gsize) n;
  return LECTERN_TLS_DONE;
}

gboolean
lectern_tls_end_has_more (LecternTlsEnd *self)
{
  return gnutls_record_check_pending (self->session) > 0;
}

gboolean
lectern_tls_end_flush (LecternTlsEnd *self)
{
  gsize   length = self->unsent->len - self->unsent_at;
  ssize_t n;

  if (self->gone)
    return FALSE;
  if (length == 0)
    return TRUE;
  n = send_now (self, self->unsent->data + self->unsent_at, length);
  if (n < 0)
    return FALSE;
  self->unsent_at += (gsize) n;
  /* Somebody who reads a little now and then would else have all he ever got kept for him. */
  if ((gsize) n < length && self->unsent_at > RECORD_MAX)
    {
      g_byte_array_remove_range (self->unsent, 0, (guint) self->unsent_at);
      self->unsent_at = 0;
    }
  if ((gsize) n == length)
    {
      /* A record's worth of memory is not kept by everybody who once was slow. */
      g_byte_array_unref (self->unsent);
      self->unsent = g_byte_array_new ();
      self->unsent_at = 0;
    }
  return TRUE;
}

gssize
lectern_tls_end_write (LecternTlsEnd *self,
                       const void    *bytes,
                       gsize          length)
{
  ssize_t n;

  if (!lectern_tls_end_flush (self))
    return -1;
  if (lectern_tls_end_get_unsent (self) > 0)
    return 0;
  n = gnutls_record_send (self->session, bytes, MIN (length, RECORD_MAX));
  return n > 0 ? (gssize) n : -1;
}

gboolean
lectern_tls_end_queue (LecternTlsEnd *self,
                       const void    *bytes,
                       gsize          length)
{
  const guint8 *at = bytes;

  if (!lectern_tls_end_flush (self))
    return FALSE;
  while (length > 0)
    {
      ssize_t n = gnutls_record_send (self->session, at, MIN (length, RECORD_MAX));

      if (n <= 0)
        return FALSE;
      at += n;
      length -= (gsize) n;
    }
  return TRUE;
}

gsize
lectern_tls_end_get_unsent (LecternTlsEnd *self)
{
  return self->unsent->len - self->unsent_at;
}

void
lectern_tls_end_say_bye (LecternTlsEnd *self)
{
  if (self->shaken && !self->gone)
    gnutls_bye (self->session, GNUTLS_SHUT_WR);
}
