/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Asks the main laptop at @base ("https://HOST:PORT") for a seat. */
void lectern_judge_pairing_ask_async (SoupSession        *session,
                                      const char         *base,
                                      const char         *code,
                                      const char         *device,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
/* The token, owned by the caller. NULL and what the main laptop's answer means, in
 * LECTERN_NET_ERROR; or, when there was no answer, libsoup's or GIO's error. */
char *lectern_judge_pairing_ask_finish (GAsyncResult *result,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* The bytes with that hash from the laptop at @base, for the seat of @token. */
void    lectern_judge_photo_ask_async (SoupSession        *session,
                                       const char         *base,
                                       const char         *token,
                                       const char         *sha256,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
GBytes *lectern_judge_photo_ask_finish (GAsyncResult *result,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
