/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Avahi on a bus of the test's own: keeps what it is told, tells it to whoever browses, resolves every
 * service to 192.0.2.7. It lives on the test's loop. */
typedef struct _FakeAvahi FakeAvahi;

/* A private bus takes the system's place for this process; called once, first. */
void fake_avahi_prepare_bus (void);
/* Refuses the first @n_collisions names as taken. */
FakeAvahi *fake_avahi_new (guint n_collisions);
void       fake_avahi_free (FakeAvahi *self);
/* Names of the services that were committed, and not freed again; "a, b". Owned by the caller. */
char *fake_avahi_list (FakeAvahi *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeAvahi, fake_avahi_free)

G_END_DECLS
