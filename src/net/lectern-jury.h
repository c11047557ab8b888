/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <libsoup/soup.h>

#include "lectern-engine.h"
#include "lectern-refusals.h"

G_BEGIN_DECLS

/* The judges' connections: who sits where, what each sends, what each is told. Lives on the
 * engine's thread. ::connections-changed () when a judge came, went or practised; ::emptied () when the last
 * connection is gone after lectern_jury_dismiss(). */
#define LECTERN_TYPE_JURY (lectern_jury_get_type ())
G_DECLARE_FINAL_TYPE (LecternJury, lectern_jury, LECTERN, JURY, GObject)

/* @refusals: where it counts whom it turns away. */
LecternJury *lectern_jury_new (LecternEngine   *engine,
                               LecternRefusals *refusals) G_GNUC_WARN_UNUSED_RESULT;
/* A panel connected from @address; it has yet to say hello. */
void lectern_jury_admit (LecternJury             *self,
                         SoupWebsocketConnection *connection,
                         const char              *address);
/* Every seat that was seen, here or gone: LecternPresence. Owned by the caller. */
GPtrArray *lectern_jury_list_presences (LecternJury *self) G_GNUC_WARN_UNUSED_RESULT;
/* Says `bye` `closing` to all, who may come back at once. */
void lectern_jury_send_away (LecternJury *self);
/* Says `bye` `closing` to all. FALSE when there is nobody to wait for. */
gboolean lectern_jury_dismiss (LecternJury *self);
/* Ends what is left of it, and listens to the engine no more. */
void lectern_jury_shut (LecternJury *self);

G_END_DECLS
