/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include "lectern-attendance.h"
#include "lectern-engine.h"

G_BEGIN_DECLS

/* The judges' server: HTTPS and WebSocket on the engine's thread (docs/protocol.md). Everything a
 * judge sends becomes an action; every commit becomes a new state for those it concerns. */
#define LECTERN_TYPE_SERVER (lectern_server_get_type ())
G_DECLARE_FINAL_TYPE (LecternServer, lectern_server, LECTERN, SERVER, GObject)

/* To be called once at the start of main(), before any thread and any connection: leaves TLS 1.3
 * alone for the judges' clients of this process, for GIO's TLS can be told no other way. */
void lectern_server_prepare_process (void);
/* Starts listening; @bind NULL: every address; an address: that one; a network interface's name: whatever
 * addresses it has, now and later (lectern_venue_list_addresses() knows what there is). @port 0: any. The certificate is made on first use in @key_folder (NULL: the
 * user's data folder). TLS 1.3 alone, and 1.2 too when LECTERN_ALLOW_TLS12 is 1 in the environment. */
LecternServer *lectern_server_start (LecternEngine *engine,
                                     const char    *bind,
                                     guint16        port,
                                     const char    *key_folder,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* Says goodbye to the judges and ends; waits for it, half a second at most. Idempotent. To be
 * called, or the last reference dropped, before the engine is closed. */
void    lectern_server_stop (LecternServer *self);
guint16 lectern_server_get_port (LecternServer *self);
/* "https://ADDR:PORT", never a loopback address unless bound to it or in no network at all. It follows
 * the network: ::address-changed, when any of the addresses there are changed, is emitted where the server was started from. Thread safe; owned by
 * the caller. */
char *lectern_server_get_address (LecternServer *self) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE while this laptop has no address that others could reach. Thread safe. */
gboolean lectern_server_has_network (LecternServer *self);
/* Whether a request from another machine has come through, firewall and all; ::reached is emitted with the
 * first, where the server was started from. Thread safe. */
gboolean lectern_server_was_reached (LecternServer *self);
/* A sentence on the port that a firewall has to let through, with a command where one is known. Owned by
 * the caller. */
char *lectern_server_describe_firewall (LecternServer *self) G_GNUC_WARN_UNUSED_RESULT;
/* All addresses a panel may use, the likely one first and none in no network, as lectern_server_get_address()
 * writes them. Owned by the caller. */
GStrv lectern_server_list_addresses (LecternServer *self) G_GNUC_WARN_UNUSED_RESULT;
/* What it was told to listen on: an address, an interface's name or NULL, every one. Thread safe; owned by
 * the caller. */
char *lectern_server_get_bind (LecternServer *self) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it can listen on another interface without a restart: unless it was started for one address. */
gboolean lectern_server_can_choose_interface (LecternServer *self);
/* Lets panels in at @interface's addresses alone, now and later; NULL: at every one. Who is connected stays.
 * ::address-changed follows when the likely address is another one then. */
void lectern_server_choose_interface (LecternServer *self,
                                      const char    *interface);
/* Makes another certificate and shows it from now on. Everybody connected is sent away, and comes back only when
 * the panel is told to trust the new one: paired anew, or its short form compared. ::certificate-changed is
 * emitted where the server was started from. LECTERN_NET_ERROR_KEY, and then nothing has changed. */
gboolean lectern_server_renew_certificate (LecternServer *self,
                                           GError       **error);
/* "sha256:…" of the certificate; lives for ever. Thread safe. */
const char *lectern_server_get_fingerprint (LecternServer *self);
/* Every seat that was seen since the start, in the order of the judges' numbers: LecternPresence. Changes with
 * ::connections-changed. Thread safe; owned by the caller. */
GPtrArray *lectern_server_list_presences (LecternServer *self) G_GNUC_WARN_UNUSED_RESULT;
/* Judge numbers with a live connection, for the console: ::connections-changed is emitted in the
 * thread-default context the server was started from. Thread safe; owned by the caller. */
GArray *lectern_server_list_connected (LecternServer *self) G_GNUC_WARN_UNUSED_RESULT;
/* Of those, the ones who have tried the panel on an invented entry; changes and is owned likewise. */
GArray *lectern_server_list_practised (LecternServer *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
