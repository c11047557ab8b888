/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A trust database that trusts one certificate: the one of @fingerprint ("sha256:…"), or with NULL
 * the first it is shown. Thread safe: handshakes ask it from threads of their own. */
#define LECTERN_TYPE_PIN (lectern_pin_get_type ())
G_DECLARE_FINAL_TYPE (LecternPin, lectern_pin, LECTERN, PIN, GTlsDatabase)

LecternPin *lectern_pin_new (const char *fingerprint) G_GNUC_WARN_UNUSED_RESULT;
/* NULL until one is known. Owned by the caller. */
char *lectern_pin_get_fingerprint (LecternPin *self) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the last certificate shown was another. */
gboolean lectern_pin_get_refused (LecternPin *self);
/* The last certificate shown, when it was another; else NULL. Owned by the caller. */
char *lectern_pin_get_other (LecternPin *self) G_GNUC_WARN_UNUSED_RESULT;
/* Trusts the one of @fingerprint from now on, and no longer the one before. */
void lectern_pin_trust (LecternPin *self,
                        const char *fingerprint);

G_END_DECLS
