/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An ear in the place of the loudspeakers: whatever GStreamer plays in this program is heard here,
 * on a machine without a sound card as well. */
gboolean ear_sink_register (void); /* FALSE: there is no GStreamer */
/* What was heard since the last time: how long above silence, and the loudest of it, 0 to 32767. */
guint ear_sink_take_ms (void);
guint ear_sink_take_peak (void);

G_END_DECLS
