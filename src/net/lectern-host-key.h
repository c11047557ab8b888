/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The main laptop's certificate with its key: read from @folder (NULL: `lectern` in the user's data
 * folder), or made there on first use. LECTERN_NET_ERROR_KEY when it can't be: a damaged one is
 * never replaced by itself, for every paired panel has pinned it. Owned by the caller. */
GTlsCertificate *lectern_host_key_open (const char *folder,
                                        GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Puts a new key and certificate in the place of those in @folder, whole or not at all, mode 0600. Every
 * panel that pinned the old one will refuse the new one. LECTERN_NET_ERROR_KEY. Owned by the caller. */
GTlsCertificate *lectern_host_key_renew (const char *folder,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* "sha256:" and the SHA-256 of the certificate's DER in lower-case hex. Owned by the caller. */
char *lectern_host_key_fingerprint (GTlsCertificate *certificate) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
