/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A stretch of network that can be cut: listens on 127.0.0.1 and passes on to @port there. */
typedef struct _BadLink BadLink;

BadLink *bad_link_new (guint16 port);
void     bad_link_free (BadLink *self);
guint16  bad_link_get_port (BadLink *self);
/* Breaks what is connected now; new connections pass. */
void bad_link_cut (BadLink *self);
/* Everything takes @ms longer, each way. Before the first connection. */
void bad_link_set_delay (BadLink *self,
                         guint    ms);
/* While on, nothing passes any more, and nobody is told. */
void bad_link_set_hole (BadLink *self,
                        gboolean hole);

G_END_DECLS
