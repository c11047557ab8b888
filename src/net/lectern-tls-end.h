/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What every connection of a server shares: the certificate with its key, and which TLS is spoken.
 * Reference counted. */
typedef struct _LecternTlsKey LecternTlsKey;

/* TLS 1.3 alone; @old 1.2 too. LECTERN_NET_ERROR_KEY. */
LecternTlsKey *lectern_tls_key_new (GTlsCertificate *certificate,
                                    gboolean         old,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;
LecternTlsKey *lectern_tls_key_ref (LecternTlsKey *self);
void           lectern_tls_key_unref (LecternTlsKey *self);

/* The server's end of one TLS connection over a socket that never blocks. No thread waits for
 * anybody: each call does what can be done now. */
typedef struct _LecternTlsEnd LecternTlsEnd;

typedef enum
{
  LECTERN_TLS_DONE,
  LECTERN_TLS_LATER,  /* when the socket can be read again */
  LECTERN_TLS_ENDED,  /* the other end hung up */
  LECTERN_TLS_BROKEN, /* it broke the rules of TLS, or speaks none that is spoken here */
} LecternTlsResult;

/* Does not own @socket, which has to live longer. */
LecternTlsEnd   *lectern_tls_end_new (LecternTlsKey *key,
                                      GSocket       *socket) G_GNUC_WARN_UNUSED_RESULT;
void             lectern_tls_end_free (LecternTlsEnd *self);
LecternTlsResult lectern_tls_end_shake_hands (LecternTlsEnd *self);
/* Reads up to @size bytes; @length of them came. ENDED or BROKEN at the end. */
LecternTlsResult lectern_tls_end_read (LecternTlsEnd *self,
                                       void          *bytes,
                                       gsize          size,
                                       gsize         *length);
/* Whether decrypted bytes wait inside that no poll of the socket tells of. */
gboolean lectern_tls_end_has_more (LecternTlsEnd *self);
/* Takes @bytes, one record at most: how many were taken, 0 while earlier ones are not sent, -1 when
 * the connection is gone. */
gssize lectern_tls_end_write (LecternTlsEnd *self,
                              const void    *bytes,
                              gsize          length);
/* Takes all of @bytes, behind what is not sent yet: whoever calls bounds it. FALSE when the connection is gone. */
gboolean lectern_tls_end_queue (LecternTlsEnd *self,
                                const void    *bytes,
                                gsize          length);
/* Sends what is still here. FALSE when the connection is gone. */
gboolean lectern_tls_end_flush (LecternTlsEnd *self);
/* Bytes that are still here, encrypted. */
gsize lectern_tls_end_get_unsent (LecternTlsEnd *self);
/* Says that nothing more will be written. */
void lectern_tls_end_say_bye (LecternTlsEnd *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternTlsKey, lectern_tls_key_unref)

G_END_DECLS
