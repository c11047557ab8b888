/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-engine.h"

G_BEGIN_DECLS

/* The judges' server: HTTPS and WebSocket on the engine's thread (docs/protocol.md). Everything a
 * judge sends becomes an action; every commit becomes a new state for those it concerns. */
#define LECTERN_TYPE_SERVER (lectern_server_get_type ())
G_DECLARE_FINAL_TYPE (LecternServer, lectern_server, LECTERN, SERVER, GObject)

/* To be called once at the start of main(), before any thread and any connection: leaves TLS 1.2 and
 * 1.3 alone for the whole process, for GIO's TLS can be told no other way. */
void lectern_server_prepare_process (void);
/* Starts listening; @bind NULL: every address, @port 0: any. The certificate is made on first use
 * in @key_folder (NULL: the user's data folder). */
LecternServer *lectern_server_start (LecternEngine *engine,
                                     const char    *bind,
                                     guint16        port,
                                     const char    *key_folder,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* Says goodbye to the judges and ends; waits for it, half a second at most. Idempotent. To be
 * called, or the last reference dropped, before the engine is closed. */
void    lectern_server_stop (LecternServer *self);
guint16 lectern_server_get_port (LecternServer *self);
/* "https://ADDR:PORT", never a loopback address unless bound to it. Owned by the caller. */
char *lectern_server_get_address (LecternServer *self) G_GNUC_WARN_UNUSED_RESULT;
/* "sha256:…" of the certificate. */
const char *lectern_server_get_fingerprint (LecternServer *self);
/* Judge numbers with a live connection, for the console: ::connections-changed is emitted in the
 * thread-default context the server was started from. Thread safe; owned by the caller. */
GArray *lectern_server_list_connected (LecternServer *self) G_GNUC_WARN_UNUSED_RESULT;
/* Of those, the ones who have tried the panel on an invented entry; changes and is owned likewise. */
GArray *lectern_server_list_practised (LecternServer *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
