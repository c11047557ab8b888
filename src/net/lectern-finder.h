/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Looks for main laptops on this network, on the panel's side of lectern-beacon.h, between its
 * start and its stop; in the thread-default context it was made in.
 * Signal ::found (const char *address, const char *contest, const char *fingerprint): "HOST:PORT", a
 * title, "sha256:…" or "". The same one is told again when it was found again. */
#define LECTERN_TYPE_FINDER (lectern_finder_get_type ())
G_DECLARE_FINAL_TYPE (LecternFinder, lectern_finder, LECTERN, FINDER, GObject)

LecternFinder *lectern_finder_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Asks on another UDP port than the usual one. */
void lectern_finder_set_udp_port (LecternFinder *self,
                                  guint16        port);
void lectern_finder_start (LecternFinder *self);
void lectern_finder_stop (LecternFinder *self);

G_END_DECLS
