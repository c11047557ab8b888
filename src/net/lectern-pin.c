/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* Trust in exactly one certificate. The system's authorities say nothing about a laptop in a hall
 * without internet, and loading them costs megabytes a connection; so the whole chain check is
 * replaced by comparing the SHA-256 of the certificate shown with the one that is pinned. Without
 * a pin the first certificate is kept and everything later is held to it. */

#define G_LOG_DOMAIN "lectern-net"

#include "lectern-pin.h"

#include "lectern-host-key.h"

struct _LecternPin
{
  GTlsDatabase parent_instance;

  GMutex lock;
  char  *fingerprint;
  char  *other; /* shown last, and refused */
};

G_DEFINE_FINAL_TYPE (LecternPin, lectern_pin, G_TYPE_TLS_DATABASE)

static GTlsCertificateFlags
lectern_pin_verify_chain (GTlsDatabase           *database,
                          GTlsCertificate        *chain,
                          const char             *purpose,
                          GSocketConnectable     *identity,
                          GTlsInteraction        *interaction,
                          GTlsDatabaseVerifyFlags flags,
                          GCancellable           *cancellable,
                          GError                **error)
{
  LecternPin      *self = LECTERN_PIN (database);
  g_autofree char *shown = lectern_host_key_fingerprint (chain);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (!self->fingerprint)
    self->fingerprint = g_steal_pointer (&shown);
  g_clear_pointer (&self->other, g_free);
  if (shown && g_ascii_strcasecmp (shown, self->fingerprint) != 0)
    self->other = g_steal_pointer (&shown);
  return self->other ? G_TLS_CERTIFICATE_UNKNOWN_CA : 0;
}

static void
lectern_pin_finalize (GObject *object)
{
  LecternPin *self = LECTERN_PIN (object);

  g_mutex_clear (&self->lock);
  g_free (self->fingerprint);
  g_free (self->other);
  G_OBJECT_CLASS (lectern_pin_parent_class)->finalize (object);
}

static void
lectern_pin_class_init (LecternPinClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_pin_finalize;
  G_TLS_DATABASE_CLASS (klass)->verify_chain = lectern_pin_verify_chain;
}

static void
lectern_pin_init (LecternPin *self)
{
  g_mutex_init (&self->lock);
}

LecternPin *
lectern_pin_new (const char *fingerprint)
{
  LecternPin *self = g_object_new (LECTERN_TYPE_PIN, NULL);

  self->fingerprint = g_strdup (fingerprint);
  return self;
}

char *
lectern_pin_get_fingerprint (LecternPin *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (LECTERN_IS_PIN (self), NULL);

  locker = g_mutex_locker_new (&self->lock);
  return g_strdup (self->fingerprint);
}

gboolean
lectern_pin_get_refused (LecternPin *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (LECTERN_IS_PIN (self), FALSE);

  locker = g_mutex_locker_new (&self->lock);
  return self->other != NULL;
}

char *
lectern_pin_get_other (LecternPin *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (LECTERN_IS_PIN (self), NULL);

  locker = g_mutex_locker_new (&self->lock);
  return g_strdup (self->other);
}

void
lectern_pin_trust (LecternPin *self,
                   const char *fingerprint)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (LECTERN_IS_PIN (self));
  g_return_if_fail (fingerprint != NULL);

  locker = g_mutex_locker_new (&self->lock);
  g_free (self->fingerprint);
  self->fingerprint = g_strdup (fingerprint);
  g_clear_pointer (&self->other, g_free);
}
